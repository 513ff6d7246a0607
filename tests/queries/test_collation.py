"""A curator's word on two printings that the words leave in doubt holds on every page; else nobody is asked."""

import pytest
from django.contrib.auth.models import User
from django.test import Client
from pytest_django.fixtures import DjangoAssertNumQueries

from articles.engine.text.aliases import STANDARD_ALIASES
from articles.models import Decision, Lineage, Quote, Ruling
from articles.models.decision import DecisionRemark
from articles.queries.collation import collate_printings, load_judged_modes
from articles.services import curation
from tests.support.makers import SANA, TASS, make_lineage, make_quote

pytestmark = pytest.mark.django_db

# What TASS printed of the aims of the coalition, and SANA's words for it: 46 in a hundred of the weight is the same.
PRINTED = (
    "They want the Islamic State to weaken Assad as soon as possible to force him to step down this or that way but "
    "they don\N{RIGHT SINGLE QUOTATION MARK}t want to see Islamic State strong enough to take power."
)
RETOLD = (
    "the coalition wants ISIS\N{RIGHT SINGLE QUOTATION MARK} assistance to weaken the Syrian government, but at the "
    "same time it does not want to see ISISI strong enough to take power."
)


@pytest.fixture
def curator() -> User:
    return User.objects.create(username="curator")


@pytest.fixture
def doubtful() -> tuple[Quote, Quote, Lineage]:
    one, other = make_quote(PRINTED), make_quote(RETOLD, outlet="SANA")
    return one, other, make_lineage(one, other, code="7KQ2M9X4VD")


def confirm(one: Quote, other: Quote, curator: User, reason: str) -> Decision:
    return curation.rule(one, other, Ruling.Verdict.SAME, by=curator, remark=DecisionRemark(reason=reason))


def shown(client: Client, lineage: Lineage) -> str:
    lineage = Lineage.objects.get(pk=lineage.pk)
    first, second = lineage.printings.earliest_first().values_list("quote", flat=True)
    return client.get(lineage.get_comparison_url(first, second)).content.decode()


def test_the_words_leave_it_in_doubt(client: Client, doubtful: tuple[Quote, Quote, Lineage]) -> None:
    *_, lineage = doubtful
    assert "judge for yourself" in shown(client, lineage)
    found = collate_printings(list(lineage.printings.earliest_first()), STANDARD_ALIASES)
    assert not all(laid.is_certain for laid in found.aligned.values())


@pytest.mark.parametrize(
    ("reason", "families", "words"),
    [
        (Decision.Reason.WORDS, 0, "versions of one text"),
        (Decision.Reason.TRANSLATION, 1, "two translations, or that one paraphrases the other"),
        (Decision.Reason.RETOLD, 1, "two translations, or that one paraphrases the other"),
    ],
)
def test_a_reason_given_for_one_quotation_tells_whether_it_is_one_text(
    client: Client, doubtful: tuple[Quote, Quote, Lineage], curator: User, reason: str, families: int, words: str
) -> None:
    one, other, lineage = doubtful
    confirm(one, other, curator, reason)
    found = collate_printings(list(lineage.printings.earliest_first()), STANDARD_ALIASES)
    assert len(found.families) == families
    assert all(laid.is_certain for laid in found.aligned.values())
    page = shown(client, lineage)
    assert "A curator decided that these are" in page
    assert words in page
    page += client.get(lineage.get_absolute_url()).content.decode()
    assert "judge for yourself" not in page
    assert "only a person can tell" not in page.lower()


def test_what_was_taken_back_or_given_no_reason_says_nothing(
    doubtful: tuple[Quote, Quote, Lineage], curator: User
) -> None:
    one, other, _ = doubtful
    curation.undo(confirm(one, other, curator, Decision.Reason.WORDS), by=curator)
    assert load_judged_modes([one.pk, other.pk]) == {}
    confirm(one, other, curator, Decision.Reason.NONE)
    assert load_judged_modes([one.pk, other.pk]) == {}
    confirm(one, other, curator, Decision.Reason.RETOLD)
    assert load_judged_modes([one.pk, other.pk]) == {(one.pk, other.pk): "parallel"}


def test_where_all_is_plain_nobody_is_asked(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    printings = list(make_lineage(make_quote(TASS), make_quote(SANA)).printings.in_context().earliest_first())
    with django_assert_num_queries(0):
        assert collate_printings(printings, STANDARD_ALIASES).families == ()
