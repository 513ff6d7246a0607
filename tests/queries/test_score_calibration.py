"""Scores are set against what curators ruled on single pairs, and against nothing else."""

from collections.abc import Sequence

import pytest
from django.contrib.auth.models import AbstractBaseUser, Permission, User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from articles.models import Match, Quote
from articles.models.decision import DecisionRemark
from articles.queries.curator_agreement import calibrate_scores, count_matches_by_score
from articles.services.curation import rule, split_off, undo
from tests.support.makers import make_lineage, make_quote

pytestmark = pytest.mark.django_db
PAGE = reverse("admin:articles_match_calibration")


@pytest.fixture
def curator() -> User:
    return User.objects.create_superuser("curator")


def matched(*scores: float) -> list[tuple[Quote, Quote]]:
    """Pairs of quotes that stand in a lineage each, with matches of these scores."""
    pairs = []
    for number, score in enumerate(scores):
        a, b = (make_quote(f"words that nobody else says, {number}, {side}") for side in ("first", "second"))
        make_lineage(a)
        make_lineage(b)
        Match.objects.create(a=a, b=b, score=score, a_start=0, a_end=1, b_start=0, b_end=1, whole_a=1, whole_b=1)
        pairs.append((a, b))
    return pairs


def ruled(pairs: Sequence[tuple[Quote, Quote]], verdict: str, by: AbstractBaseUser, *, blind: bool = False) -> None:
    for a, b in pairs:
        rule(a, b, verdict, by=by, remark=DecisionRemark(blind=blind))


def test_matches_are_counted_by_score_the_bounds_in_the_upper_range() -> None:
    matched(0.5, 0.55, 0.6, 0.89, 0.9, 0.97, 0.99, 1.0)
    assert count_matches_by_score() == [2, 1, 0, 1, 1, 1, 2]


def test_the_newest_ruling_on_a_pair_that_was_looked_at_counts(curator: User) -> None:
    pairs = matched(0.55, 0.55, 0.55, 0.97)
    ruled(pairs, "same", curator)
    ruled(pairs[:1], "different", curator, blind=True)
    ruled(pairs[1:2], "unsure", curator)
    undo(rule(*pairs[3], "different", by=curator), by=curator)
    a, b = make_quote("words without a match"), make_quote("other words without one")
    make_lineage(a)
    make_lineage(b)
    rule(a, b, "different", by=curator)
    judged = calibrate_scores()
    assert [(share.total, share.count) for share in judged.shares] == [(3, 2), *[(0, 0)] * 4, (1, 1), (0, 0)]
    assert (judged.rulings, judged.blind, judged.unmatched) == (4, 1, 1)


def test_what_follows_from_splitting_a_lineage_is_no_judgement_of_a_pair(curator: User) -> None:
    lineage = make_lineage(*(make_quote(f"the same words, printed {n} times") for n in range(4)))
    some = list(lineage.printings.values_list("quote", flat=True))[:2]
    split_off(lineage, some, by=curator)
    assert calibrate_scores().rulings == 0


def test_the_page_says_so_when_nobody_has_ruled_and_shows_shares_once_somebody_has(
    client: Client, curator: User
) -> None:
    client.force_login(curator)
    page = client.get(PAGE).content.decode()
    assert "There are no rulings on matches yet." in page
    pairs = matched(*[0.92] * 3)
    ruled(pairs, "same", curator)
    with CaptureQueriesContext(connection) as captured:
        page = client.get(PAGE).content.decode()
    assert "100.0 %, likely 43.8 % to 100.0 % (of 3)" in page.replace("\N{NO-BREAK SPACE}", " ")
    assert "3 rulings" in page
    assert len([query for query in captured if "articles_" in query["sql"]]) == 2


def test_the_list_of_matches_leads_there_and_only_who_may_see_matches_sees_it(client: Client) -> None:
    visitor = User.objects.create_user("visitor", is_staff=True)
    client.force_login(visitor)
    assert client.get(PAGE).status_code == 403
    visitor.user_permissions.add(Permission.objects.get(codename="view_match"))
    assert client.get(PAGE).status_code == 200
    assert PAGE in client.get(reverse("admin:articles_match_changelist")).content.decode()
