"""Speakers whom no rule can tell to be one are merged by a curator: remembered, led to, and taken back."""

from datetime import UTC, datetime

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import User
from django.db import connection
from pytest_django import DjangoAssertNumQueries

from articles.models import Decision, IndirectQuote, Lineage, Outlet, Speaker
from articles.services.corrections import (
    CurationError,
    change_speaker,
    correct_date,
    correct_span,
    merge_outlets,
    merge_speakers,
)
from articles.services.curation import undo
from articles.services.linking.incremental import link_quotes
from articles.services.linking.relink import relink
from tests.support.makers import TASS, make_article, make_lineage, make_quote, make_told

pytestmark = pytest.mark.django_db

BACK = 15  # the batch, those before it, the speakers and quotations; what is written, with its history


@pytest.fixture
def curator() -> User:
    return User.objects.create_superuser("curator")


def speaker(name: str) -> Speaker:
    found = Speaker.objects.get_or_create_by_name(name)
    assert found is not None
    return found


def test_quotes_and_names_come_together(curator: User) -> None:
    make_quote("one thing and another", speaker="Foreign Ministry")
    make_quote("a third thing entirely", speaker="Russian MFA")
    kept, absorbed = speaker("Foreign Ministry"), speaker("Russian MFA")
    batch = merge_speakers(kept, absorbed, by=curator)
    assert str(batch) == "1 quotation is now among those of Foreign Ministry."
    assert kept.quotes.count() == 2
    assert {name.name for name in kept.names.all()} == {"Foreign Ministry", "Russian MFA"}


def test_articles_that_come_later_find_the_kept_one_by_either_name(curator: User) -> None:
    kept, absorbed = speaker("Foreign Ministry"), speaker("Russian MFA")
    merge_speakers(kept, absorbed, by=curator)
    assert speaker("Russian MFA") == kept
    assert Speaker.objects.current().get() == kept


def test_one_merged_before_goes_along_in_one_step_and_back(curator: User) -> None:
    a, b, c = speaker("Alpha One"), speaker("Beta Two"), speaker("Gamma Three")
    merge_speakers(b, a, by=curator)
    second = merge_speakers(c, b, by=curator)
    assert {Speaker.objects.get(pk=one.pk).merged_into for one in (a, b)} == {c}
    undo(second, by=curator)
    assert [Speaker.objects.get(pk=one.pk).merged_into for one in (a, b)] == [b, None]


def test_it_is_kept_in_the_history_of_both(curator: User) -> None:
    merge_speakers(speaker("Foreign Ministry"), speaker("Russian MFA"), by=curator)
    said = set(LogEntry.objects.filter(user=curator).values_list("change_message", flat=True))
    assert said == {"merged into Foreign Ministry", "absorbed Russian MFA"}


def test_parting_gives_back_exactly_what_was_brought(curator: User) -> None:
    mine = make_quote("one thing and another", speaker="Foreign Ministry")
    theirs = make_quote("a third thing entirely", speaker="Russian MFA")
    kept, absorbed = speaker("Foreign Ministry"), speaker("Russian MFA")
    batch = merge_speakers(kept, absorbed, by=curator)
    back = undo(batch, by=curator)
    mine.refresh_from_db()
    theirs.refresh_from_db()
    assert (mine.speaker, theirs.speaker) == (kept, absorbed)
    assert speaker("Russian MFA") == absorbed
    undo(back, by=curator)
    assert kept.quotes.count() == 2
    assert speaker("Russian MFA") == kept


def test_what_cannot_be_done_is_said_and_changes_nothing(curator: User) -> None:
    kept, absorbed = speaker("Foreign Ministry"), speaker("Russian MFA")
    with pytest.raises(CurationError, match="cannot be merged into itself"):
        merge_speakers(kept, kept, by=curator)
    merge_speakers(kept, absorbed, by=curator)
    with pytest.raises(CurationError, match="Russian MFA was merged into Foreign Ministry already"):
        merge_speakers(speaker("John Kerry"), absorbed, by=curator)
    assert LogEntry.objects.count() == 2


def test_the_speaker_of_a_quotation_is_changed_and_changed_back(curator: User) -> None:
    quote = make_quote("one thing and another", speaker="Sergey Lavrov")
    batch = change_speaker([quote], "John Kerry", by=curator)
    quote.refresh_from_db()
    assert quote.speaker == speaker("John Kerry")
    assert quote.speaker_name == "Sergey Lavrov"
    undo(batch, by=curator)
    quote.refresh_from_db()
    assert quote.speaker == speaker("Sergey Lavrov")
    change_speaker([quote], "", by=curator)
    quote.refresh_from_db()
    assert quote.speaker is None


def test_what_is_told_of_them_goes_along_and_comes_back(curator: User) -> None:
    make_told("that it failed", article=make_article("The ministry said that it failed."), speaker="Russian MFA")
    kept, absorbed = speaker("Foreign Ministry"), speaker("Russian MFA")
    batch = merge_speakers(kept, absorbed, by=curator)
    assert IndirectQuote.objects.get().speaker == kept
    undo(batch, by=curator)
    assert IndirectQuote.objects.get().speaker == absorbed


def test_outlets_merge_and_part(curator: User) -> None:
    quotes = [make_quote("one thing and another", outlet="RT"), make_quote("one thing and another", outlet="RT.com")]
    lineage = make_lineage(*quotes)
    kept, absorbed = Outlet.objects.get(name="RT"), Outlet.objects.get(name="RT.com")
    batch = merge_outlets(kept, absorbed, by=curator)
    assert str(batch) == "1 article is now among those of RT."
    lineage.refresh_from_db()
    assert lineage.outlet_count == 1
    assert Outlet.objects.get_or_create_by_name("rt.com") == kept
    with pytest.raises(CurationError, match="merged before"):
        merge_outlets(kept, absorbed, by=curator)
    undo(batch, by=curator)
    lineage.refresh_from_db()
    assert (lineage.outlet_count, Outlet.objects.get_or_create_by_name("rt.com")) == (2, absorbed)


def test_a_date_put_right_changes_the_earliest_printing_and_back(curator: User) -> None:
    first = make_quote("one thing and another", outlet="A", published=datetime(2015, 11, 17, tzinfo=UTC))
    second = make_quote("one thing and another", outlet="B", published=datetime(2015, 11, 18, tzinfo=UTC))
    lineage = make_lineage(first, second)
    batch = correct_date(second.article, datetime(2015, 11, 16, tzinfo=UTC), "day", by=curator)
    lineage.refresh_from_db()
    assert lineage.first == second
    undo(batch, by=curator)
    lineage.refresh_from_db()
    assert lineage.first == first
    correct_date(first.article, None, "day", by=curator)
    lineage.refresh_from_db()
    assert lineage.first == second


def test_a_span_put_right_changes_the_words_and_back(curator: User) -> None:
    quotes = [make_quote(TASS, outlet=outlet) for outlet in "ABC"]
    for quote in quotes:
        link_quotes([quote])
    batch = correct_span(quotes[0], quotes[0].start, quotes[0].end - 20, by=curator)
    quotes[0].refresh_from_db()
    assert quotes[0].text == TASS[:-20]
    lineage = Lineage.objects.get()
    assert lineage.printings.get(quote=quotes[0]).text == TASS[:-20]
    assert relink().unchanged == 1
    undo(batch, by=curator)
    quotes[0].refresh_from_db()
    assert (quotes[0].text, lineage.printings.get(quote=quotes[0]).text) == (TASS, TASS)
    with pytest.raises(CurationError, match="begins before it ends"):
        correct_span(quotes[0], 5, 5, by=curator)


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_corrections_are_taken_back_in_any_order_and_the_newer_holds_meanwhile(
    order: tuple[int, int], curator: User
) -> None:
    quote = make_quote(TASS, speaker="Sergey Lavrov")
    make_lineage(quote)

    def found() -> tuple[object, ...]:
        quote.refresh_from_db()
        quote.article.refresh_from_db()
        return quote.speaker, quote.text, quote.article.published

    def corrected(name: str, less: int, day: int) -> list[Decision]:
        return [
            change_speaker([quote], name, by=curator),
            correct_span(quote, quote.start, quote.end - less, by=curator),
            correct_date(quote.article, datetime(2015, 11, day, tzinfo=UTC), "day", by=curator),
        ]

    before = found()
    first = corrected("John Kerry", 10, 16)
    between = found()
    quote.refresh_from_db()
    batches = first, corrected("Ashton Carter", 20, 15)
    after = found()
    for batch in batches[order[0]]:
        said = undo(batch, by=curator).said
        assert (said == "Nothing moved: a later correction holds.") == (order[0] == 0)
    assert found() == (after if order[0] == 0 else between)
    for batch in batches[order[1]]:
        undo(batch, by=curator)
    assert found() == before


@pytest.mark.parametrize("count", [1, 4])
def test_taking_a_speaker_back_costs_the_same_however_many_quotations_it_is_about(
    count: int, curator: User, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    quotes = [make_quote(f"{TASS} {number}", speaker=f"Somebody {number}") for number in range(count)]
    batch = change_speaker(quotes, "John Kerry", by=curator)
    with django_assert_num_queries(BACK + (connection.vendor == "postgresql")):  # it is asked for the turn
        undo(batch, by=curator)
    for number, quote in enumerate(quotes):
        quote.refresh_from_db()
        assert quote.speaker == speaker(f"Somebody {number}")


def test_a_correction_taken_back_leads_to_the_speaker_that_the_former_one_was_merged_into(curator: User) -> None:
    quote = make_quote(TASS, speaker="Foreign Ministry")
    batches = [change_speaker([quote], name, by=curator) for name in ("Russian MFA", "John Kerry")]
    merge = merge_speakers(speaker("Foreign Ministry"), speaker("Russian MFA"), by=curator)
    undo(batches[1], by=curator)
    quote.refresh_from_db()
    assert quote.speaker == speaker("Foreign Ministry")
    undo(merge, by=curator)
    undo(batches[0], by=curator)
    quote.refresh_from_db()
    assert quote.speaker == speaker("Foreign Ministry")


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_merges_that_follow_each_other_are_taken_back_in_any_order(order: tuple[int, int], curator: User) -> None:
    names = "Alpha One", "Beta Two", "Gamma Three"
    for name in names:
        make_quote(f"words that nobody else says but {name}", speaker=name, outlet=name)

    def found() -> tuple[list[object], ...]:
        return (
            list(Speaker.objects.order_by("pk").values_list("merged_into", "names__name", "quotes")),
            list(Outlet.objects.order_by("pk").values_list("merged_into", "articles")),
        )

    before = found()
    a, b, c = map(speaker, names)
    of_speakers = [merge_speakers(b, a, by=curator), merge_speakers(c, b, by=curator)]
    a_paper, b_paper, c_paper = (Outlet.objects.get(name=name) for name in names)
    of_outlets = [merge_outlets(b_paper, a_paper, by=curator), merge_outlets(c_paper, b_paper, by=curator)]
    for place in order:
        undo(of_speakers[place], by=curator)
        undo(of_outlets[place], by=curator)
    assert found() == before


def test_a_merge_is_not_done_again_where_another_has_taken_its_place(curator: User) -> None:
    for name in ("RT", "RT.com"):
        make_quote(f"words that nobody else says but {name}", outlet=name)
    one, other = (Outlet.objects.get(name=name) for name in ("RT", "RT.com"))
    undone = undo(merge_outlets(one, other, by=curator), by=curator)
    back = merge_outlets(other, one, by=curator)
    with pytest.raises(CurationError, match="merged otherwise since"):
        undo(undone, by=curator)
    undo(back, by=curator)
    undo(undone, by=curator)
    assert Outlet.objects.get_or_create_by_name("RT.com") == one
