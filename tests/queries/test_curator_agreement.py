"""How far curators agree is counted on what holds, and never surer than few cases allow."""

import pytest
from django.contrib.auth.models import User

from articles.models import Match, Quote
from articles.queries.curator_agreement import (
    count_decisions_by_day,
    measure_agreement,
    measure_audit_precision,
    measure_gold_accuracy,
)
from articles.queries.review_queue import SAMPLE_INTERVAL, SAMPLE_REMAINDER, count_questions, find_gold_ruling
from articles.roles import CURATORS, SENIOR_CURATORS
from articles.services.curation import answer_gold_question, rule, undo
from tests.support.cards import make_uncertain_pair, make_user
from tests.support.makers import SANA, TASS

pytestmark = pytest.mark.django_db


@pytest.fixture
def two() -> tuple[User, User]:
    return make_user("curator", CURATORS), make_user("senior", SENIOR_CURATORS)


def pairs(count: int, score: float = 0.6) -> list[tuple[Quote, Quote]]:
    return [make_uncertain_pair(f"{TASS} {number}", f"{SANA} {number}", score) for number in range(count)]


def test_kappa_takes_off_what_chance_would_agree(two: tuple[User, User]) -> None:
    one, other = two
    assert measure_agreement().kappa is None
    for number, pair in enumerate(pairs(4)):
        rule(*pair, "same" if number < 2 else "different", by=one)
        rule(*pair, "same" if number < 3 else "different", by=other)
    found = measure_agreement()
    assert (found.share.count, found.share.total) == (3, 4)
    assert found.kappa == pytest.approx(0.5)


def test_what_was_taken_back_and_what_was_not_sure_counts_for_nothing(two: tuple[User, User]) -> None:
    one, other = two
    first, second, _ = pairs(3)
    rule(*first, "same", by=one)
    undo(rule(*first, "different", by=other), by=other)
    rule(*second, "unsure", by=one)
    rule(*second, "same", by=other)
    assert measure_agreement().share.total == 0


def test_gold_answers_are_decisions_on_the_same_pair(two: tuple[User, User]) -> None:
    one, senior = two
    for number, pair in enumerate(pairs(3)):
        rule(*pair, "same", by=senior)
        known = find_gold_ruling(pair[0].pk, pair[1].pk, by=one.pk)
        assert known is not None
        answer_gold_question(known, ("same", "different", "unsure")[number], by=one)
    assert (measure_gold_accuracy().count, measure_gold_accuracy().total) == (1, 2)
    assert (measure_agreement().share.count, measure_agreement().share.total) == (1, 2)


def test_precision_is_that_of_the_audited_matches(two: tuple[User, User]) -> None:
    made = pairs(3, 0.97)
    for place, match in enumerate(Match.objects.order_by("pk")):
        Match.objects.filter(pk=match.pk).update(id=1000 * SAMPLE_INTERVAL + SAMPLE_REMAINDER + SAMPLE_INTERVAL * place)
    assert count_questions(two[0].pk)["audit"] == 3
    for pair, verdict in zip(made, ("same", "different", "unsure"), strict=True):
        rule(*pair, verdict, by=two[0])
    rule(*made[1], "same", by=two[1])
    found = measure_audit_precision()
    assert (found.count, found.total) == (2, 2)
    assert found.low == pytest.approx(0.342, abs=0.001)
    assert found.high == pytest.approx(1.0)
    assert count_questions(two[0].pk)["audit"] == 0


def test_days_without_a_decision_are_days(two: tuple[User, User]) -> None:
    undo(rule(*make_uncertain_pair(), "same", by=two[0]), by=two[0])
    *before, today = count_decisions_by_day(30)
    assert len(before) == 29
    assert not any(day.decisions for day in before)
    assert (today.decisions, today.undone, today.median) == (1, 1, None)
