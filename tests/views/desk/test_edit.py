"""Corrections at the desk."""

import re

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import User
from django.test import Client

from articles.models import Lineage, Quote
from articles.services.corrections import change_speaker
from articles.services.curation import merge, split_off
from tests.support.cards import REVIEW, read_hidden_fields
from tests.support.makers import SANA, TASS, make_lineage, make_quote

pytestmark = pytest.mark.django_db


def test_change_lineage_splits_off_and_merges(desk: Client) -> None:
    lineage = make_lineage(make_quote(TASS), make_quote(SANA, outlet="SANA"), make_quote(TASS, outlet="RT"))
    address = f"{REVIEW}lineage/{lineage.code}/"
    page = desk.get(address).content.decode()
    sana = Quote.objects.get(article__outlet__name="SANA")
    version = re.search(r'name="version" value="([^"]*)"', page)
    assert version
    sent = {"deed": "split", "quote": sana.pk, "version": version.group(1), "reason": "occasion"}
    assert (
        "Split into lineages of 2 and 1 versions" in desk.post(f"{address}change/", sent, follow=True).content.decode()
    )
    assert "Somebody has changed this" in desk.post(f"{address}change/", sent, follow=True).content.decode()
    other = Lineage.objects.get(printings__quote=sana)
    joined = desk.post(f"{address}change/", {"deed": "merge", "other": other.code.lower()}, follow=True)
    assert "Joined lineages of 2 and 1 versions" in joined.content.decode()
    unknown = desk.post(f"{address}change/", {"deed": "merge", "other": "nothing"}, follow=True)
    assert "No lineage has the code" in unknown.content.decode()


def test_change_lineage_keeps_ticked_boxes_when_stale(desk: Client, curator: User) -> None:
    quotes = [make_quote(TASS), make_quote(SANA, outlet="SANA"), make_quote(f"{TASS} too", outlet="RT")]
    lineage = make_lineage(*quotes)
    address = f"{REVIEW}lineage/{lineage.code}/"
    sent = read_hidden_fields(desk.get(address).content.decode(), "<h1") | {
        "deed": "detach",
        "quote": str(quotes[1].pk),
        "note": "2011",
    }
    split_off(lineage, [quotes[2].pk], by=curator)
    late = desk.post(f"{address}change/", sent)
    page = late.content.decode()
    assert late.status_code == 409
    assert "Your choice is kept here" in page
    assert "versions removed. Split into lineages of 2 and 1 versions" in page
    assert re.search(rf'value="{quotes[1].pk}" checked', page)
    assert 'value="2011"' in page
    again = desk.post(f"{address}change/", sent | read_hidden_fields(page, "<h1"), follow=True)
    assert "Split into lineages of 1 and 1 versions" in again.content.decode()


def test_change_lineage_shows_the_lineage_it_was_merged_into_when_stale(desk: Client, curator: User) -> None:
    one, other = make_lineage(make_quote(TASS)), make_lineage(make_quote(SANA, outlet="SANA"))
    ended = f"{REVIEW}lineage/{other.code}/"
    sent = read_hidden_fields(desk.get(ended).content.decode(), "<h1") | {"deed": "merge", "other": "0000000001"}
    merge([one, other], by=curator)
    late = desk.post(f"{ended}change/", sent)
    assert late.status_code == 409
    assert f"Versions of {one.code}" in late.content.decode()
    assert 'name="other" value="0000000001"' in late.content.decode()
    assert desk.get(ended)["Location"] == f"{REVIEW}lineage/{one.code}/"
    assert desk.get(f"{REVIEW}lineage/0000000002/").status_code == 404
    assert (
        "no longer a quotation with" in desk.post(f"{REVIEW}lineage/0000000002/change/", follow=True).content.decode()
    )


def test_change_lineage_detaches_several_printings(desk: Client) -> None:
    quotes = [make_quote(f"{TASS} {number}") for number in range(3)]
    address = f"{REVIEW}lineage/{make_lineage(*quotes).code}/"
    sent = read_hidden_fields(desk.get(address).content.decode(), "<h1") | {"deed": "detach"}
    desk.post(f"{address}change/", sent | {"quote": [str(quote.pk) for quote in quotes[1:]]})
    assert Lineage.objects.count() == 3


def test_change_quote_corrects_speaker_span_and_boilerplate(desk: Client) -> None:
    quote = make_quote(TASS)
    make_lineage(quote)
    address = f"{REVIEW}quote/{quote.pk}/"

    def send(**sent: str) -> str:
        seen = re.search(r'name="seen" value="([^"]*)"', desk.get(address).content.decode())
        assert seen
        return desk.post(f"{address}change/", {"seen": seen.group(1)} | sent, follow=True).content.decode()

    assert "now attributed to John Kerry" in send(deed="speaker", speaker="John Kerry")
    assert "The quotation is corrected." in send(deed="words", words=TASS[8:])
    quote.refresh_from_db()
    assert quote.text == TASS[8:]
    assert "does not contain exactly these words" in send(deed="words", words="words of our own")
    assert "Somebody has changed this since" in send(deed="speaker", speaker="", seen="0-1-1-")
    assert "no longer in lineages" in send(deed="boilerplate")
    assert "excluded: boilerplate" in desk.get(address).content.decode()


def test_change_quote_keeps_what_was_typed_when_stale(desk: Client, curator: User) -> None:
    quote = make_quote(TASS)
    address = f"{REVIEW}quote/{quote.pk}/"
    seen = read_hidden_fields(desk.get(address).content.decode(), "<h1")
    change_speaker([quote], "John Kerry", by=curator)
    late = desk.post(f"{address}change/", seen | {"deed": "speaker", "speaker": "Walid Muallem"})
    page = late.content.decode()
    assert late.status_code == 409
    assert 'value="Walid Muallem"' in page
    assert "<bdi>John Kerry</bdi>" in page
    desk.post(f"{address}change/", read_hidden_fields(page, "<h1") | {"deed": "speaker", "speaker": "Walid Muallem"})
    quote.refresh_from_db()
    assert str(quote.speaker) == "Walid Muallem"


def test_change_quote_is_recorded_in_the_history(desk: Client) -> None:
    quote = make_quote(TASS)
    address = f"{REVIEW}quote/{quote.pk}/"
    for deed in ({"deed": "speaker", "speaker": ""}, {"deed": "words", "words": TASS[8:]}, {"deed": "boilerplate"}):
        desk.post(f"{address}change/", read_hidden_fields(desk.get(address).content.decode(), "<h1") | deed)
    newest = desk.get(address).context["last"][0].decision
    desk.post(f"{REVIEW}undo/{newest.pk}/")
    said = [entry.change_message for entry in LogEntry.objects.filter(object_id=quote.pk).order_by("pk")]
    assert [words.partition(" ")[0] for words in said] == ["attributed", "position", "marked", "undone:"]
