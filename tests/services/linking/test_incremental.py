"""Incremental linking: new quotes find their matches; lineages grow, join and part; codes keep leading somewhere."""

from datetime import UTC, datetime

import pytest
from django.db import transaction
from pytest_django import DjangoAssertNumQueries

from articles.engine.linking.fingerprints import MAX_POSTINGS, compute_fingerprint
from articles.engine.linking.pairwise import MATCH_THRESHOLD, UNCERTAIN_THRESHOLD
from articles.models import Alias, Lineage, LineageCode, Match, Printing, Quote, WordPair
from articles.services.linking.incremental import link_quotes
from articles.services.linking.relink import relink
from tests.support.makers import make_article, make_quote

pytestmark = pytest.mark.django_db

TASS_1 = (
    "analysis of the strikes delivered by the United States and its coalition drives us to a conclusion that these "
    "were selective, I would say sparing, strikes and in the majority of cases spared those Islamic State groups that "
    "were capable of pressing the Syrian army"
)
SANA_1 = TASS_1.replace("Islamic State", "ISIS")
CAT = "It looks like a cat that wants to eat a fish but doesn\u2019t want to wet its feet."
TASS_4 = "We noted tactical successes when a couple of cities were recaptured in Iraq."


def link(*quotes: Quote) -> int:
    with transaction.atomic():
        return link_quotes(quotes)


def texts(lineage: Lineage) -> list[str]:
    return [printing.text for printing in lineage.printings.earliest_first()]


def test_link_quotes_begins_a_lineage_when_nothing_matches() -> None:
    quote = make_quote(TASS_1)
    assert link(quote) == 0
    lineage = Lineage.objects.get()
    assert texts(lineage) == [TASS_1]
    assert (lineage.first, lineage.printing_count, lineage.outlet_count) == (quote, 1, 1)
    assert LineageCode.objects.get().lineage == lineage


def test_link_quotes_puts_the_earliest_printing_first_whichever_came_first() -> None:
    late = make_quote(SANA_1, outlet="SANA", published=datetime(2015, 11, 18, tzinfo=UTC))
    link(late)
    code = Lineage.objects.get().code
    early = make_quote(TASS_1, published=datetime(2015, 11, 17, tzinfo=UTC))
    assert link(early) == 1
    lineage = Lineage.objects.get()
    assert lineage.code == code
    assert lineage.first == early
    assert texts(lineage) == [TASS_1, SANA_1]
    assert (lineage.printing_count, lineage.outlet_count) == (2, 2)
    assert lineage.latest == datetime(2015, 11, 18, tzinfo=UTC)


def test_link_quotes_stores_the_evidence_of_a_match() -> None:
    a, b = make_quote(TASS_1), make_quote(SANA_1, outlet="SANA")
    link(a, b)
    match = Match.objects.get()
    assert (match.a, match.b) == (a, b)
    assert match.score > 0.9
    assert match.evidence["shared words"] > 30


def test_link_quotes_puts_an_exact_date_before_an_approximate_one() -> None:
    day = datetime(2015, 11, 17, tzinfo=UTC)
    about = make_quote(SANA_1, article=make_article(f"\N{LEFT DOUBLE QUOTATION MARK}{SANA_1}", precision="about"))
    exact = make_quote(TASS_1, published=day)
    link(about, exact)
    assert Lineage.objects.get().first == exact


def test_link_quotes_uses_the_aliases_that_curators_edit() -> None:
    words = "the {} promised cheaper bread and warm rooms to every family that waited through this winter for help"
    link(make_quote(words.format("Red Party"), outlet="A"), make_quote(words.format("Social Front"), outlet="B"))
    assert Match.objects.get().evidence["share of the shorter"] < 1
    Alias.objects.create(name="Red Party", form="Red Party")
    Alias.objects.create(name="Red Party", form="Social Front")
    words = "the {} has pledged to close every coal mine in the north"
    link(make_quote(words.format("Red Party"), outlet="A"), make_quote(words.format("Social Front"), outlet="B"))
    assert Match.objects.latest("pk").evidence["share of the shorter"] == 1


def test_link_quotes_stores_an_uncertain_pair_that_joins_nothing() -> None:
    words = "Our {} destroyed 12 targets near {} in the past {}"
    one = make_quote(words.format("aircraft", "Homs", "day"), outlet="A", published=datetime(2015, 11, 17, tzinfo=UTC))
    other = make_quote(words.format("forces", "Hama", "night"), outlet="B", published=datetime(2016, 9, 12, tzinfo=UTC))
    assert link(one) + link(other) == 0
    assert UNCERTAIN_THRESHOLD <= Match.objects.get(a=one, b=other).score < MATCH_THRESHOLD
    assert Lineage.objects.count() == 2


def test_link_quotes_joins_near_identical_words_years_apart() -> None:
    link(make_quote(TASS_4, outlet="A", published=datetime(2011, 11, 17, tzinfo=UTC)))
    link(make_quote(TASS_4.replace("successes", "victories"), outlet="B", published=datetime(2015, 1, 2, tzinfo=UTC)))
    assert Lineage.objects.get().printing_count == 2


def test_link_quotes_makes_repetitions_copies_of_the_first() -> None:
    first = make_quote(TASS_1, outlet="A")
    link(first)
    copies = [make_quote(TASS_1.upper(), outlet=name) for name in "BCD"]
    for copy in copies:
        assert link(copy) == 1
    assert {quote.copy_of for quote in Quote.objects.exclude(pk=first.pk)} == {first}
    lineage = Lineage.objects.get()
    assert (lineage.printing_count, lineage.outlet_count) == (4, 4)
    assert Match.objects.count() == 3


def test_link_quotes_places_a_copy_whose_lineage_changes_at_once() -> None:
    sentences = [
        "Analysis of the strikes drives us to a firm conclusion that these were selective",
        "the majority of cases spared armed groups capable of pressing government troops",
    ]
    for outlet, words in zip("AB", sentences, strict=True):
        link(make_quote(words, outlet=outlet))
    link(make_quote(sentences[0].upper(), outlet="C"), make_quote(". ".join(sentences), outlet="C"))
    assert Lineage.objects.get().printings.count() == 4


def test_link_quotes_makes_no_copies_of_a_formula() -> None:
    words = "we condemn this in the strongest terms"
    for day, who in ((1, "Lavrov"), (1, "Kerry"), (28, "Lavrov")):
        link(make_quote(words, speaker=who, published=datetime(2015, 11, day, tzinfo=UTC), outlet=f"{who} {day}"))
    assert not Quote.objects.exclude(copy_of=None).exists()


def test_link_quotes_matches_new_quotes_with_each_other() -> None:
    link(make_quote(TASS_1, outlet="A"), make_quote(SANA_1[:-30], outlet="B"))
    assert Lineage.objects.get().printing_count == 2


def test_word_pair_index_keeps_the_newest_quotes_of_a_frequent_pair() -> None:
    quotes = [make_quote(f"the terror groups {word} Syria", outlet=word) for word in "abcdefghijkl"]
    link(*quotes)
    first = max(compute_fingerprint("the terror groups").blocking_keys) * MAX_POSTINGS
    rows = WordPair.objects.filter(place__range=(first, first + MAX_POSTINGS - 1))
    assert rows.count() == MAX_POSTINGS
    assert {row.quote_id for row in rows} == {quote.pk for quote in quotes[-MAX_POSTINGS:]}
    assert max(row.rank for row in rows) == len(quotes) - 1


def test_link_quotes_ignores_index_rows_of_deleted_quotes() -> None:
    gone = make_quote(TASS_1, outlet="A")
    link(gone)
    gone.article.delete()
    assert link(make_quote(SANA_1, outlet="B")) == 0


def test_link_quotes_adds_to_a_very_large_lineage_without_reclustering(monkeypatch: pytest.MonkeyPatch) -> None:
    link(*[make_quote(f"{TASS_1} {word}", outlet=word) for word in ("first", "second", "third")])
    monkeypatch.setattr("articles.services.linking.placement.MAX_RECLUSTERED_WORDINGS", 2)
    link(make_quote(f"{TASS_1} fourth", outlet="D"), make_quote(TASS_4, outlet="D"))
    assert sorted(Lineage.objects.values_list("printing_count", flat=True)) == [1, 4]


@pytest.mark.parametrize("others", [1, 40])
def test_link_quotes_costs_the_same_queries_for_any_number_of_stored_quotes(
    others: int, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(others):
        link(make_quote(f"{TASS_1} {number}", outlet=f"O{number % 7}"), make_quote(f"{CAT} {number}", outlet="P"))
    new = [make_quote(text, outlet="New") for text in (TASS_1, CAT, TASS_4, "Nothing else was ever said of apples")]
    with django_assert_max_num_queries(19):
        link(*new)


def test_link_quotes_keeps_the_older_code_when_a_printing_joins_two_lineages() -> None:
    sentences = [
        "Analysis of the strikes drives us to a firm conclusion that these were selective",
        "the majority of cases spared armed groups capable of pressing government troops",
    ]
    for outlet, words in zip("AB", sentences, strict=True):
        link(make_quote(words, outlet=outlet))
    older, younger = Lineage.objects.order_by("pk")
    link(make_quote(". ".join(sentences), outlet="C"))
    assert list(Lineage.objects.all()) == [older]
    assert {code.lineage for code in LineageCode.objects.filter(code__in=[older.code, younger.code])} == {older}
    assert older.printings.count() == 3


def test_link_quotes_puts_a_block_into_the_lineage_of_each_statement() -> None:
    for number in range(3):
        link(make_quote(CAT, outlet=f"A{number}"), make_quote(TASS_4, outlet=f"A{number}"))
    block = make_quote(f"{CAT} {TASS_4}", outlet="Block")
    link(block)
    first, second = Lineage.objects.order_by("pk")
    assert texts(first)[-1] == CAT.rstrip(".")
    assert texts(second)[-1] == TASS_4.rstrip(".")
    assert Printing.objects.filter(quote=block).count() == 2


def test_link_quotes_joins_the_halves_of_a_quotation_that_is_printed_whole() -> None:
    for number in range(4):
        halves = [make_quote(CAT, outlet=f"A{number}"), make_quote(TASS_4, outlet=f"A{number}")]
        halves[0].other_half = halves[1]
        halves[0].save()
        link(*halves)
    assert Lineage.objects.count() == 2
    link(make_quote(f"{CAT} {TASS_4}", outlet="Whole"))
    assert Lineage.objects.get().printing_count == 9
    assert relink().unchanged == 1


def test_link_quotes_widens_the_span_of_a_block_for_a_longer_printing() -> None:
    for number in range(3):
        link(make_quote(CAT, outlet=f"A{number}"), make_quote(TASS_4, outlet=f"A{number}"))
    more = "Such is the policy of our partners."
    block = make_quote(f"{CAT} {more} {TASS_4}", outlet="Block")
    link(block)
    first, _ = Lineage.objects.order_by("pk")
    assert block.printings.get(lineage=first).text == CAT.rstrip(".")
    link(make_quote(f"{CAT} {more}", outlet="B"))
    assert block.printings.get(lineage=first).text == f"{CAT} {more}".rstrip(".")


def test_link_quotes_keeps_the_rows_of_printings_that_stay() -> None:
    quotes = [make_quote(TASS_1, outlet=name) for name in ("A", "B")]
    link(*quotes)
    before = set(Printing.objects.values_list("pk", flat=True))
    link(make_quote(SANA_1, outlet="C"))
    assert before < set(Printing.objects.values_list("pk", flat=True))


def test_link_quotes_does_not_join_a_formula_of_different_speakers() -> None:
    words = "we have defeated terrorism together"
    link(make_quote(words, speaker="Sergey Lavrov"), make_quote(words, speaker="John Kerry", outlet="RT"))
    assert Lineage.objects.count() == 2


def test_link_quotes_does_not_link_by_a_single_word() -> None:
    link(make_quote("absurd"), make_quote("absurd", outlet="RT"))
    assert Lineage.objects.count() == 2


def test_link_quotes_gives_the_same_lineages_in_any_order() -> None:
    words = [TASS_1, SANA_1, TASS_4, TASS_1[:90], f"{TASS_4} {TASS_1}", TASS_4.upper()]

    def families(order: list[int]) -> set[frozenset[str]]:
        Lineage.objects.all().delete()
        Quote.objects.all().delete()
        for position in order:
            link(make_quote(words[position], outlet=f"Outlet {position}"))
        return {frozenset(p.quote.text for p in lineage.printings.all()) for lineage in Lineage.objects.all()}

    assert families([0, 1, 2, 3, 4, 5]) == families([5, 3, 4, 1, 0, 2])
