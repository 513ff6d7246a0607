"""Pasted words lead to the lineage they belong to and the printing that is nearest, at a bounded cost."""

import random
from datetime import UTC, datetime

import pytest
from pytest_django import DjangoAssertNumQueries

from articles.engine.comparison.verdicts import Verdict
from articles.models import Lineage, Printing
from articles.queries import check_evidence
from articles.queries.quote_check import check_quotes
from articles.services.linking.incremental import link_quotes
from tests.support.makers import SANA, TASS, make_quote

pytestmark = pytest.mark.django_db

QUERIES = 7  # names; pairs; texts; homes; sizes; printings; then the lineages and printings shown


def linked(*texts: str) -> list[Lineage]:
    """Each text printed by an outlet of its own, linked; the lineages of their quotes in order."""
    quotes = []
    for number, text in enumerate(texts):
        quote = make_quote(text, outlet=f"Outlet {number}")
        link_quotes([quote])
        quotes.append(quote)
    return [Printing.objects.get(quote=quote).lineage for quote in quotes]


def test_the_very_words_name_who_printed_them() -> None:
    home, *_ = linked(TASS, SANA, SANA)
    [finding] = check_quotes([SANA])[0].findings
    assert finding.lineage == home
    assert finding.evidence.exact_outlets == ("Outlet 1", "Outlet 2")
    assert finding.nearest.match.is_same


def test_a_part_of_a_printing_is_attested_by_all_that_hold_it() -> None:
    linked(TASS, SANA)
    [finding] = check_quotes(["pledged not to take any action against the Syrian army"])[0].findings
    assert finding.evidence.exact_outlets == ("Outlet 0", "Outlet 1")
    assert finding.earliest.match.is_part


@pytest.mark.parametrize(
    ("pasted", "nearest"),
    [
        ("spared those ISIS groups that could press the Syrian army", "Outlet 1"),
        ("spared these Islamic State groups that were capable of pressing the Syrian army", "Outlet 0"),
    ],
)
def test_the_nearest_printing_is_the_one_that_differs_in_fewest_words(pasted: str, nearest: str) -> None:
    linked(TASS, SANA)
    [finding] = check_quotes([pasted])[0].findings
    assert finding.evidence.exact_outlets == ()
    assert finding.nearest.printing.quote.article.outlet_name == nearest


def test_a_missing_not_is_found_and_comes_first() -> None:
    linked(TASS)
    [finding] = check_quotes(["pledged to take any action against the Syrian army"])[0].findings
    assert finding.earliest.match.substantive_changes[0].kind == "negation.dropped"


STORY = [
    ("Reuters", "We will not raise taxes on working families this year, and I mean every word of it", "Anna Bergqvist"),
    ("Guardian", "We will not raise taxes on working families this year", "Anna Bergqvist"),
    ("Fox News", "We will raise taxes on working families this year", "Anna Bergqvist"),
    ("Politico", "We will not raise taxes on [ordinary] families this year", "Anna Bergqvist"),
]
# What is asked, for whom, and the verdict with the least severity and the outlet of the earliest version.
VERDICTS = [
    (STORY[0][1], "", Verdict.MATCHES, 0),
    (STORY[0][1].upper(), "", Verdict.MATCHES, 0),
    (STORY[1][1], "", Verdict.PART, 0),
    (STORY[1][1], "Bergqvist", Verdict.PART, 0),
    (STORY[1][1], "the finance minister", Verdict.PART, 0),
    (STORY[1][1], "John Kerry", Verdict.MISATTRIBUTED, 0),
    (STORY[2][1], "", Verdict.ALTERED, 5),
    (STORY[2][1], "John Kerry", Verdict.ALTERED, 5),
    ("raise taxes on working families this year", "", Verdict.ALTERED, 5),
    (STORY[3][1], "", Verdict.ALTERED, 2),
    (STORY[1][1].replace("We will", "we will"), "John Kerry", Verdict.MISATTRIBUTED, 0),
    ("We will not raise taxes on working families next year", "", Verdict.DIFFERS, 2),
    (f"{STORY[1][1]} and the moon is made of green cheese", "", Verdict.DIFFERS, 3),
    ("The price of bread will be frozen until the harvest is brought in", "John Kerry", Verdict.NOT_FOUND, 0),
]


@pytest.mark.parametrize(("pasted", "speaker", "verdict", "severity"), VERDICTS)
def test_the_verdict_is_about_the_earliest_version(pasted: str, speaker: str, verdict: Verdict, severity: int) -> None:
    print_story()
    [checked] = check_quotes([pasted], [speaker])
    assert checked.verdict == verdict
    if checked.findings:
        assert checked.findings[0].severity >= severity
        assert checked.findings[0].earliest.printing.quote.article.outlet_name == "Reuters"


def test_an_earlier_fragment_without_the_passage_is_not_the_earliest_version() -> None:
    link_quotes(
        [make_quote("I mean every word of it", outlet="Reuters Alert", published=datetime(2026, 3, 2, tzinfo=UTC))]
    )
    print_story()
    [finding] = check_quotes([STORY[2][1]])[0].findings
    assert finding.earliest.printing.quote.article.outlet_name == "Reuters"


def test_outlets_that_agree_with_the_earliest_version_are_named() -> None:
    print_story()
    [finding] = check_quotes([STORY[2][1]])[0].findings
    assert finding.evidence.exact_outlets == ("Fox News",)
    assert finding.evidence.agreeing_outlets == ("Reuters", "Guardian", "Politico")
    assert finding.evidence.reading == "will not raise"


def test_every_speaker_who_is_credited_with_the_words_is_counted() -> None:
    print_story()
    link_quotes(
        [make_quote(STORY[1][1], outlet="Daily Mail", speaker="Olof Berg", published=datetime(2026, 3, 4, tzinfo=UTC))]
    )
    [finding, *_] = check_quotes([STORY[1][1]], ["Olof Berg"])[0].findings
    assert dict(finding.evidence.speakers) == {"Anna Bergqvist": 4, "Olof Berg": 1}
    assert finding.verdict == Verdict.PART


def print_story() -> None:
    """Print the story, each article an hour after the one before."""
    for hour, (outlet, text, speaker) in enumerate(STORY, start=9):
        published = datetime(2026, 3, 3, hour, tzinfo=UTC)
        link_quotes([make_quote(text, outlet=outlet, speaker=speaker, published=published)])


def test_words_of_two_statements_lead_to_both() -> None:
    other = "It is a colossal mistake to demand the departure of President Assad before everything else"
    homes = set(linked(TASS, other))
    found = check_quotes([f"{SANA}. {other}"])[0].findings
    assert {finding.lineage for finding in found} == homes


def test_what_nobody_printed_is_not_known() -> None:
    linked(TASS)
    [checked] = check_quotes(["The price of bread will be frozen until the harvest is brought in"])
    assert (checked.verdict, checked.findings) == (Verdict.NOT_FOUND, ())


@pytest.mark.parametrize("pasted", ["", "?!", "the", "and of the", "\u0007", "\u05e9\u05dc\u05d5\u05dd", "a" * 5000])
def test_anything_can_be_pasted(pasted: str) -> None:
    linked(TASS)
    assert not check_quotes([pasted])[0].is_found


def test_nothing_is_found_where_nothing_was_taken_in() -> None:
    assert not check_quotes([TASS])[0].findings


def test_many_wordings_of_one_lineage_do_not_hide_another() -> None:
    dice = random.Random(1)
    words = TASS.split()
    wordings = [" ".join(word for word in words if dice.random() > 0.05) for _ in range(12)]
    other = "It is a colossal mistake to demand the departure of President Assad before everything else"
    homes = linked(*wordings, other)
    found = check_quotes([f"{TASS} and {other}"])[0].findings
    assert homes[-1] in {finding.lineage for finding in found}


def test_a_lineage_of_very_many_printings_is_read_in_part(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(check_evidence, "PRINTINGS_READ", 2)
    linked(TASS, SANA, SANA)
    [finding] = check_quotes([SANA])[0].findings
    assert finding.evidence.exact_outlets == ("Outlet 1",)


def test_the_earliest_of_many_wordings_is_the_one_that_counts() -> None:
    for hour, ending in enumerate(["not raise", *(f"{word} raise" for word in OTHER_WORDS)]):
        published = datetime(2026, 3, 3, hour, tzinfo=UTC)
        text = f"We will {ending} taxes on working families this year"
        link_quotes([make_quote(text, outlet=f"Outlet {hour}", speaker="Anna Bergqvist", published=published)])
    [finding, *_] = check_quotes(["We will sadly raise taxes on working families this year"])[0].findings
    assert finding.earliest.printing.quote.article.outlet_name == "Outlet 0"


OTHER_WORDS = "gladly surely never soon only all now then always simply perhaps slowly quickly firmly sadly".split()


@pytest.mark.parametrize("passages", [1, 3])
def test_the_number_of_queries_does_not_grow_with_speakers(
    django_assert_num_queries: DjangoAssertNumQueries, passages: int
) -> None:
    linked(TASS, SANA)
    texts = [SANA, TASS, "pledged to take any action against the Syrian army"][:passages]
    with django_assert_num_queries(QUERIES + 2):
        check_quotes(texts, ["John Kerry", "Sergey Lavrov", "Bashar al-Assad"][:passages])


@pytest.mark.parametrize("passages", [1, 3])
def test_the_number_of_queries_does_not_grow(django_assert_num_queries: DjangoAssertNumQueries, passages: int) -> None:
    linked(TASS, SANA)
    with django_assert_num_queries(QUERIES + 1):
        check_quotes([SANA, TASS, "pledged to take any action against the Syrian army"][:passages])
