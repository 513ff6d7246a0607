"""Corrections of speakers, outlets, dates and spans, and their undo in any order."""

from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import User
from django.db import connection
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from articles.models import Decision, IndirectQuote, Lineage, Outlet, Speaker
from articles.queries.search import SearchQuery, search
from articles.services.corrections import (
    change_slug,
    change_speaker,
    correct_date,
    correct_span,
    merge_outlets,
    merge_speakers,
)
from articles.services.curation import undo
from articles.services.exceptions import CurationError
from articles.services.linking.incremental import link_quotes
from articles.services.linking.relink import relink
from articles.services.search_index import index_quotes
from tests.support.makers import TASS, make_article, make_indirect_quote, make_lineage, make_quote

pytestmark = pytest.mark.django_db

UNDO_QUERIES = 20  # reads of decisions, speakers, quotes and their lineages; writes, with history and search index


@pytest.fixture
def curator() -> User:
    return User.objects.create_superuser("curator")


def get_speaker(name: str) -> Speaker:
    speaker = Speaker.objects.get_or_create_by_name(name)
    assert speaker is not None
    return speaker


def test_merge_speakers_joins_quotes_and_names(curator: User) -> None:
    make_quote("one thing and another", speaker="Foreign Ministry")
    make_quote("a third thing entirely", speaker="Russian MFA")
    kept, absorbed = get_speaker("Foreign Ministry"), get_speaker("Russian MFA")
    decision = merge_speakers(kept, absorbed, by=curator)
    assert str(decision) == "1 quotation is now attributed to Foreign Ministry."
    assert kept.quotes.count() == 2
    assert {name.name for name in kept.names.all()} == {"Foreign Ministry", "Russian MFA"}


def test_merged_speaker_is_found_by_either_name(curator: User) -> None:
    kept, absorbed = get_speaker("Foreign Ministry"), get_speaker("Russian MFA")
    merge_speakers(kept, absorbed, by=curator)
    assert get_speaker("Russian MFA") == kept
    assert Speaker.objects.current().get() == kept


def test_merge_speakers_takes_earlier_merges_along_and_back(curator: User) -> None:
    a, b, c = get_speaker("Alpha One"), get_speaker("Beta Two"), get_speaker("Gamma Three")
    merge_speakers(b, a, by=curator)
    second = merge_speakers(c, b, by=curator)
    assert {Speaker.objects.get(pk=speaker.pk).merged_into for speaker in (a, b)} == {c}
    undo(second, by=curator)
    assert [Speaker.objects.get(pk=speaker.pk).merged_into for speaker in (a, b)] == [b, None]


def test_merge_speakers_is_logged_in_the_history_of_both(curator: User) -> None:
    merge_speakers(get_speaker("Foreign Ministry"), get_speaker("Russian MFA"), by=curator)
    messages = set(LogEntry.objects.filter(user=curator).values_list("change_message", flat=True))
    assert messages == {"merged into Foreign Ministry", "absorbed Russian MFA"}


def test_undo_of_merge_speakers_gives_back_exactly_what_was_merged(curator: User) -> None:
    mine = make_quote("one thing and another", speaker="Foreign Ministry")
    theirs = make_quote("a third thing entirely", speaker="Russian MFA")
    kept, absorbed = get_speaker("Foreign Ministry"), get_speaker("Russian MFA")
    decision = merge_speakers(kept, absorbed, by=curator)
    back = undo(decision, by=curator)
    mine.refresh_from_db()
    theirs.refresh_from_db()
    assert (mine.speaker, theirs.speaker) == (kept, absorbed)
    assert get_speaker("Russian MFA") == absorbed
    undo(back, by=curator)
    assert kept.quotes.count() == 2
    assert get_speaker("Russian MFA") == kept


def test_merge_speakers_refuses_one_speaker_or_merged_ones(curator: User) -> None:
    kept, absorbed = get_speaker("Foreign Ministry"), get_speaker("Russian MFA")
    with pytest.raises(CurationError, match="cannot be merged into itself"):
        merge_speakers(kept, kept, by=curator)
    merge_speakers(kept, absorbed, by=curator)
    with pytest.raises(CurationError, match="Russian MFA is already merged into Foreign Ministry"):
        merge_speakers(get_speaker("John Kerry"), absorbed, by=curator)
    assert LogEntry.objects.count() == 2


def test_change_speaker_attributes_quotes_and_can_be_undone(curator: User) -> None:
    quote = make_quote("one thing and another", speaker="Sergey Lavrov")
    decision = change_speaker([quote], "John Kerry", by=curator)
    quote.refresh_from_db()
    assert quote.speaker == get_speaker("John Kerry")
    assert quote.speaker_name == "Sergey Lavrov"
    undo(decision, by=curator)
    quote.refresh_from_db()
    assert quote.speaker == get_speaker("Sergey Lavrov")
    change_speaker([quote], "", by=curator)
    quote.refresh_from_db()
    assert quote.speaker is None


def _find(words: str = "", **filters: Any) -> list[int]:
    return [quote for hit in search(SearchQuery(words=tuple(words.split()), **filters)).hits for quote in hit.quotes]


def test_corrected_quotes_are_found_by_their_new_speaker_and_not_under_the_former_one(curator: User) -> None:
    quotes = [make_quote("one thing and another"), make_quote("a third thing entirely")]
    make_lineage(*quotes)
    index_quotes(quotes)
    decision = change_speaker(quotes[:1], "Maria Zakharova", by=curator)
    assert _find("zakharova") == _find(speaker=get_speaker("Maria Zakharova")) == [quotes[0].pk]
    assert _find(speaker=get_speaker("Sergey Lavrov")) == [quotes[1].pk]
    undo(decision, by=curator)
    assert set(_find(speaker=get_speaker("Sergey Lavrov"))) == {quote.pk for quote in quotes}


def test_corrected_words_and_dates_are_found(curator: User) -> None:
    article = make_article("He said: a colossal mistake of ours.")
    quote = make_quote("of ours", article=article)
    make_lineage(quote)
    index_quotes([quote])
    correct_span(quote, 9, len(article.text), by=curator)
    correct_date(article, datetime(2014, 3, 1, tzinfo=UTC), "day", by=curator)
    assert _find("colossal") == _find(since=date(2014, 3, 1), until=date(2014, 3, 1)) == [quote.pk]


def test_merge_speakers_moves_indirect_quotes_and_back(curator: User) -> None:
    make_indirect_quote(
        "that it failed", article=make_article("The ministry said that it failed."), speaker="Russian MFA"
    )
    kept, absorbed = get_speaker("Foreign Ministry"), get_speaker("Russian MFA")
    decision = merge_speakers(kept, absorbed, by=curator)
    assert IndirectQuote.objects.get().speaker == kept
    undo(decision, by=curator)
    assert IndirectQuote.objects.get().speaker == absorbed


def test_merge_outlets_joins_articles_and_can_be_undone(curator: User) -> None:
    quotes = [make_quote("one thing and another", outlet="RT"), make_quote("one thing and another", outlet="RT.com")]
    lineage = make_lineage(*quotes)
    kept, absorbed = Outlet.objects.get(name="RT"), Outlet.objects.get(name="RT.com")
    decision = merge_outlets(kept, absorbed, by=curator)
    assert str(decision) == "1 article is now listed under RT."
    lineage.refresh_from_db()
    assert lineage.outlet_count == 1
    assert Outlet.objects.get_or_create_by_name("rt.com") == kept
    with pytest.raises(CurationError, match="not merged into another"):
        merge_outlets(kept, absorbed, by=curator)
    undo(decision, by=curator)
    lineage.refresh_from_db()
    assert (lineage.outlet_count, Outlet.objects.get_or_create_by_name("rt.com")) == (2, absorbed)


def test_correct_date_changes_the_earliest_printing_and_can_be_undone(curator: User) -> None:
    first = make_quote("one thing and another", outlet="A", published=datetime(2015, 11, 17, tzinfo=UTC))
    second = make_quote("one thing and another", outlet="B", published=datetime(2015, 11, 18, tzinfo=UTC))
    lineage = make_lineage(first, second)
    decision = correct_date(second.article, datetime(2015, 11, 16, tzinfo=UTC), "day", by=curator)
    lineage.refresh_from_db()
    assert lineage.first == second
    undo(decision, by=curator)
    lineage.refresh_from_db()
    assert lineage.first == first
    correct_date(first.article, None, "day", by=curator)
    lineage.refresh_from_db()
    assert lineage.first == second


def test_correct_span_changes_the_text_and_can_be_undone(curator: User) -> None:
    quotes = [make_quote(TASS, outlet=outlet) for outlet in "ABC"]
    for quote in quotes:
        link_quotes([quote])
    decision = correct_span(quotes[0], quotes[0].start, quotes[0].end - 20, by=curator)
    quotes[0].refresh_from_db()
    assert quotes[0].text == TASS[:-20]
    lineage = Lineage.objects.get()
    assert lineage.printings.get(quote=quotes[0]).text == TASS[:-20]
    assert relink().unchanged == 1
    undo(decision, by=curator)
    quotes[0].refresh_from_db()
    assert (quotes[0].text, lineage.printings.get(quote=quotes[0]).text) == (TASS, TASS)
    with pytest.raises(CurationError, match="must begin before it ends"):
        correct_span(quotes[0], 5, 5, by=curator)


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_undo_of_corrections_works_in_any_order_while_the_newer_holds(order: tuple[int, int], curator: User) -> None:
    quote = make_quote(TASS, speaker="Sergey Lavrov")
    make_lineage(quote)

    def state() -> tuple[object, ...]:
        quote.refresh_from_db()
        quote.article.refresh_from_db()
        return quote.speaker, quote.text, quote.article.published

    def correct(name: str, cut: int, day: int) -> list[Decision]:
        return [
            change_speaker([quote], name, by=curator),
            correct_span(quote, quote.start, quote.end - cut, by=curator),
            correct_date(quote.article, datetime(2015, 11, day, tzinfo=UTC), "day", by=curator),
        ]

    before = state()
    first = correct("John Kerry", 10, 16)
    between = state()
    quote.refresh_from_db()
    decisions = first, correct("Ashton Carter", 20, 15)
    after = state()
    for decision in decisions[order[0]]:
        outcome = undo(decision, by=curator).said
        assert (outcome == "Nothing changed: a later correction applies.") == (order[0] == 0)
    assert state() == (after if order[0] == 0 else between)
    for decision in decisions[order[1]]:
        undo(decision, by=curator)
    assert state() == before


@pytest.mark.parametrize("count", [1, 4])
def test_undo_of_change_speaker_costs_the_same_queries_for_any_number_of_quotes(
    count: int, curator: User, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    quotes = [make_quote(f"{TASS} {number}", speaker=f"Somebody {number}") for number in range(count)]
    decision = change_speaker(quotes, "John Kerry", by=curator)
    with django_assert_num_queries(UNDO_QUERIES + 2 * (connection.vendor == "postgresql")):  # two locks
        undo(decision, by=curator)
    for number, quote in enumerate(quotes):
        quote.refresh_from_db()
        assert quote.speaker == get_speaker(f"Somebody {number}")


def test_undo_of_change_speaker_follows_merged_speakers(curator: User) -> None:
    quote = make_quote(TASS, speaker="Foreign Ministry")
    decisions = [change_speaker([quote], name, by=curator) for name in ("Russian MFA", "John Kerry")]
    merge = merge_speakers(get_speaker("Foreign Ministry"), get_speaker("Russian MFA"), by=curator)
    undo(decisions[1], by=curator)
    quote.refresh_from_db()
    assert quote.speaker == get_speaker("Foreign Ministry")
    undo(merge, by=curator)
    undo(decisions[0], by=curator)
    quote.refresh_from_db()
    assert quote.speaker == get_speaker("Foreign Ministry")


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_undo_of_successive_merges_works_in_any_order(order: tuple[int, int], curator: User) -> None:
    names = "Alpha One", "Beta Two", "Gamma Three"
    for name in names:
        make_quote(f"words that nobody else says but {name}", speaker=name, outlet=name)

    def state() -> tuple[list[object], ...]:
        return (
            list(Speaker.objects.order_by("pk").values_list("merged_into", "names__name", "quotes")),
            list(Outlet.objects.order_by("pk").values_list("merged_into", "articles")),
        )

    before = state()
    a, b, c = map(get_speaker, names)
    speaker_merges = [merge_speakers(b, a, by=curator), merge_speakers(c, b, by=curator)]
    a_paper, b_paper, c_paper = (Outlet.objects.get(name=name) for name in names)
    outlet_merges = [merge_outlets(b_paper, a_paper, by=curator), merge_outlets(c_paper, b_paper, by=curator)]
    for position in order:
        undo(speaker_merges[position], by=curator)
        undo(outlet_merges[position], by=curator)
    assert state() == before


def test_redo_of_a_merge_is_refused_when_another_merge_replaced_it(curator: User) -> None:
    for name in ("RT", "RT.com"):
        make_quote(f"words that nobody else says but {name}", outlet=name)
    rt, rt_com = (Outlet.objects.get(name=name) for name in ("RT", "RT.com"))
    undone = undo(merge_outlets(rt, rt_com, by=curator), by=curator)
    back = merge_outlets(rt_com, rt, by=curator)
    with pytest.raises(CurationError, match="merged again since"):
        undo(undone, by=curator)
    undo(back, by=curator)
    undo(undone, by=curator)
    assert Outlet.objects.get_or_create_by_name("RT.com") == rt


def test_change_slug_keeps_the_former_address_and_can_be_undone(curator: User, client: Client) -> None:
    outlet = make_quote("one thing and another", outlet="sott.net").article.outlet
    assert outlet is not None
    addresses = [outlet.get_absolute_url()]
    decisions = []
    for slug in ("sott-net-2", "signs-of-the-times"):
        decisions.append(change_slug(outlet, slug, by=curator))
        addresses.append(outlet.get_absolute_url())
    for address in addresses[:-1]:
        moved = client.get(address)
        assert (moved.status_code, moved["Location"]) == (301, "/o/signs-of-the-times")
    undo(decisions[1], by=curator)
    assert client.get("/o/signs-of-the-times")["Location"] == "/o/sott-net-2"
    undo(decisions[0], by=curator)
    assert [client.get(address).status_code for address in addresses] == [200, 301, 301]


def test_former_slug_of_a_speaker_is_given_to_nobody_else(curator: User) -> None:
    speaker = get_speaker("Sergey Lavrov")
    change_slug(speaker, "lavrov", by=curator)
    other = Speaker.objects.create_with_slug("Sergey Lavrov", "sergei lavrov junior")
    assert other.slug == "sergey-lavrov-2"
    with pytest.raises(CurationError, match="belongs to another speaker"):
        change_slug(other, "sergey-lavrov", by=curator)
