"""Search answers alike on both databases, exactly, and at a bounded cost."""

import random
from datetime import UTC, date, datetime

import pytest
from django.contrib.auth.models import User
from pytest_django import DjangoAssertNumQueries

from articles.engine.text.aliases import STANDARD_ALIASES
from articles.engine.text.search_terms import extract_terms, remove_stop_words
from articles.importers.metadata import ArticleMetadata
from articles.importers.text import read_text
from articles.models import Lineage, Outlet, Quote, SearchPosting, Speaker
from articles.queries import search as search_module
from articles.queries.search import SearchQuery, SearchResult, search
from articles.services.corrections import merge_outlets
from articles.services.ingest import ingest_article
from articles.services.search_index import index_quotes, reindex
from tests.support.makers import SANA, TASS, make_lineage, make_quote, record_lineage_variants

pytestmark = pytest.mark.django_db

QUERIES = 5  # how frequent; a word; the printings; speakers and outlets of the facets


def indexed(*texts: str, **facts: object) -> list[Lineage]:
    """Each text as a quote in a lineage of its own, to be found."""
    quotes = [make_quote(text, **facts) for text in texts]  # type: ignore[arg-type]
    index_quotes(quotes)
    return [make_lineage(quote) for quote in quotes]


def asked(text: str = "", **filters: object) -> SearchResult:
    return search(SearchQuery(words=extract_terms(text), **filters))  # type: ignore[arg-type]


def lineages(found: SearchResult) -> list[int]:
    return [hit.lineage for hit in found.hits]


@pytest.mark.parametrize(
    "text",
    ["SYRIAN army", "pressing", "islamic STATES", "Lavrov", "deliberately sparing", "OffGuardian", "groups army"],
)
def test_words_names_headlines_and_outlets_are_found(text: str) -> None:
    tass, _ = indexed(TASS, "It is a colossal mistake to demand that", outlet="OffGuardian")
    assert tass.pk in lineages(asked(text))


@pytest.mark.parametrize("text", ["Коалиция", "КОАЛИЦИЮ", "сирийская коалиция", "Лавров"])
def test_other_scripts_are_found_in_any_case(text: str) -> None:
    [found] = indexed("Проблема сирийской коалиции в том", speaker="Сергей Лавров")
    assert lineages(asked(text)) == [found.pk]


def test_all_words_must_be_there() -> None:
    indexed(TASS)
    assert not asked("Syrian cheese").hits
    assert not asked("cheese").hits


def test_words_that_stand_everywhere_ask_for_nothing() -> None:
    indexed(TASS)
    assert not SearchQuery(words=extract_terms("the of and")).has_criteria
    assert asked("the of and") == SearchResult()


def test_a_phrase_stands_in_a_row() -> None:
    tass, sana = indexed(TASS, SANA)
    phrase = (extract_terms("those ISIS groups"),)
    assert lineages(asked(phrases=phrase)) == [sana.pk]
    assert lineages(asked("words", phrases=(extract_terms("to take any action"),))) == [tass.pk]


def test_filters_narrow_the_answer() -> None:
    [sana] = indexed(SANA, outlet="SANA", published=datetime(2015, 11, 18, tzinfo=UTC))
    [tass] = indexed(TASS, published=datetime(2016, 2, 1, tzinfo=UTC), speaker="Dmitry Peskov")
    [undated] = indexed("the Syrian army, undated", published=None)
    everything = {sana.pk, tass.pk, undated.pk}
    assert set(lineages(asked("army"))) == everything
    assert lineages(asked("army", outlet=Outlet.objects.get(slug="sana"))) == [sana.pk]
    assert lineages(asked("army", speaker=Speaker.objects.get(name="Dmitry Peskov"))) == [tass.pk]
    assert lineages(asked("army", since=date(2015, 11, 18), until=date(2015, 11, 18))) == [sana.pk]
    assert lineages(asked("army", until=date(2015, 11, 17))) == []
    assert lineages(asked(since=date(1999, 1, 1), until=date(2015, 12, 31))) == [sana.pk]
    assert lineages(asked(since=date(2016, 1, 1))) == [tass.pk]
    assert set(lineages(asked(language="en"))) == everything
    assert not asked("army", language="ru").hits


def test_one_who_was_merged_is_found_under_the_other() -> None:
    [found] = indexed(TASS, speaker="Foreign Ministry")
    absorbed, kept = (
        Speaker.objects.get(name="Foreign Ministry"),
        Speaker.objects.get_or_create_by_name("Russian Foreign Ministry"),
    )
    absorbed.merged_into = kept
    absorbed.save()
    assert lineages(asked(speaker=kept)) == [found.pk]


def test_what_an_outlet_printed_before_it_was_merged_is_found_under_the_other() -> None:
    [before] = indexed(TASS, outlet="Syrian Arab News Agency")
    [own] = indexed(SANA, outlet="SANA")
    absorbed, kept = Outlet.objects.get(name="Syrian Arab News Agency"), Outlet.objects.get(name="SANA")
    merge_outlets(kept, absorbed, by=User.objects.create_user("curator"))
    found = asked(outlet=kept)
    assert set(lineages(found)) == {before.pk, own.pk}
    assert [(facet.name, facet.count) for facet in found.facets.outlets] == [("SANA", 2)]


def test_the_least_number_of_outlets_counts_printings_that_do_not_answer() -> None:
    tass, sana, alone = make_quote(TASS), make_quote(SANA, outlet="SANA"), make_quote("Islamic State alone")
    index_quotes([tass, sana, alone])
    both = make_lineage(tass, sana)
    make_lineage(alone)
    assert lineages(asked("Islamic State", min_outlets=2)) == [both.pk]


def test_quotations_are_found_by_what_printings_change() -> None:
    tass, sana, alone = make_quote(TASS), make_quote(SANA, outlet="SANA"), make_quote("the Syrian army alone")
    index_quotes([tass, sana, alone])
    both = make_lineage(tass, sana)
    make_lineage(alone)
    record_lineage_variants([both], STANDARD_ALIASES)
    assert lineages(asked("army", kind="name_swap")) == [both.pk]
    assert lineages(asked(kind="name_swap")) == [both.pk]
    assert not asked("army", kind="number").hits
    assert [(facet.value, facet.count) for facet in asked("army").facets.kinds] == [
        ("deletion.silent.parenthetical", 1),
        ("name_swap", 1),
    ]


def test_the_answer_is_sorted_as_asked() -> None:
    old, new = (indexed(f"army number {year}", published=datetime(year, 1, 1, tzinfo=UTC))[0] for year in (2014, 2018))
    twice = make_quote("army twice"), make_quote("army twice", outlet="SANA")
    index_quotes(twice)
    printed = make_lineage(*twice)
    assert lineages(asked("army", sort="newest"))[0] == new.pk
    assert lineages(asked("army", sort="oldest"))[0] == old.pk
    assert lineages(asked("army", sort="printed"))[0] == printed.pk


def test_facets_count_lineages() -> None:
    tass, sana = make_quote(TASS), make_quote(SANA, outlet="SANA")
    index_quotes([tass, sana])
    make_lineage(tass, sana)
    facets = asked("army").facets
    assert [(facet.name, facet.count) for facet in facets.outlets] == [("OffGuardian", 1), ("SANA", 1)]
    assert [(facet.value, facet.count) for facet in facets.speakers] == [("sergey-lavrov", 1)]
    assert [(facet.value, facet.count) for facet in facets.years] == [("2015", 1)]


def test_of_very_many_the_newest_are_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search_module, "MAX_QUOTES", 2)
    *_, second, third = indexed("army one", "army two", "army three")
    found = asked("army", sort="newest")
    assert (found.quotes, found.capped) == (3, True)
    assert set(lineages(found)) == {second.pk, third.pk}


def test_a_quote_that_is_gone_is_passed_over() -> None:
    lost, kept = indexed("army lost", "army kept")
    Quote.objects.filter(text="army lost").delete()
    assert lineages(asked("army")) == [kept.pk]
    assert lost.pk != kept.pk


def test_an_article_that_comes_in_can_be_found() -> None:
    text = f"Lavrov spoke on Tuesday in Moscow.\n\n\u201c{TASS},\u201d Sergey Lavrov said in an interview on Tuesday."
    ingest_article(read_text("a.txt", text, text.encode(), ArticleMetadata(outlet="TASS", title="Sparing")))
    assert len(asked("capable groups").hits) == 1


def test_the_index_made_anew_is_the_one_that_stood() -> None:
    indexed(TASS, SANA)
    before = list(SearchPosting.objects.order_by("key", "slot").values_list("key", "slot", "quotes"))
    assert reindex() == 2
    after = list(SearchPosting.objects.order_by("key", "slot").values_list("key", "slot", "quotes"))
    assert [(k, s, bytes(q)) for k, s, q in after] == [(k, s, bytes(q)) for k, s, q in before]


def test_the_index_answers_as_reading_every_text_would() -> None:
    dice = random.Random(7)
    words = "coalition strikes army groups selective Syrian regime change the of and".split()
    texts = [" ".join(dice.choices(words, k=8)) for _ in range(60)]
    homes = indexed(*texts)
    for _ in range(40):
        some = " ".join(dice.choices(words, k=dice.randint(1, 3)))
        phrase = extract_terms(" ".join(dice.choices(words, k=2)))
        wanted = remove_stop_words([*extract_terms(some), *phrase])
        right = {
            home.pk
            for home, text in zip(homes, texts, strict=True)
            if wanted
            and wanted <= set(extract_terms(text))
            and f" {' '.join(phrase)} " in f" {' '.join(extract_terms(text))} "
        }
        assert set(lineages(search(SearchQuery(words=extract_terms(some), phrases=(phrase,))))) == right


@pytest.mark.parametrize("count", [1, 3])
def test_the_number_of_queries_does_not_grow(django_assert_num_queries: DjangoAssertNumQueries, count: int) -> None:
    indexed(*(f"army number {n}" for n in range(count)))
    with django_assert_num_queries(QUERIES):
        asked("army")


@pytest.mark.parametrize("days", [{"until": date(9999, 12, 31)}, {"since": date(1, 1, 1), "until": date(9999, 12, 31)}])
def test_a_range_of_thousands_of_years_costs_no_more_queries(
    days: dict[str, date], django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    [found, _] = indexed(TASS, "It is a colossal mistake to demand that")
    with django_assert_num_queries(QUERIES):
        assert found.pk in lineages(asked("", **days))
