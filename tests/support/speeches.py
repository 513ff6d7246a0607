"""A speech as it was recorded, and what outlets printed of it; all of it is invented."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from articles.importers import ArticleDraft, ArticleMetadata, read_upload
from articles.importers.draft import build_draft
from articles.importers.metadata import ArticleKind
from articles.models import Lineage
from articles.services.ingest import ingest_article
from articles.services.revisions import record_pending_revisions

SAID = datetime(2026, 11, 3, tzinfo=UTC)
VIDEO = "https://www.youtube.com/watch?v=vikferry01"
SUBTITLES = """WEBVTT

1
00:11:58.000 --> 00:12:03.000
<v Ida Solberg>Thank you all for coming down to the harbour tonight.

2
00:12:04.000 --> 00:12:11.000
<v Ida Solberg>We, uh, we will not sell the night ferry to any yard abroad, you know, while I am the mayor of Vik.

3
00:12:11.500 --> 00:12:16.000
<v Ida Solberg>The islanders paid for that boat with their own savings in the winter of the great storm.

4
00:12:17.000 --> 00:12:22.000
<v Ida Solberg>Whoever wants to take it from them will have to ask every one of them first.

5
00:12:40.000 --> 00:12:44.000
<v Jon Bell>Will the school on the north shore stay open as well?
"""
CLEAN = "We will not sell the night ferry to any yard abroad while I am the mayor of Vik"
ALTERED = "We will sell the night ferry to any yard abroad while I am the mayor of Vik"
JOINED = (
    "We will not sell the night ferry to any yard abroad while I am the mayor of Vik. "
    "Whoever wants to take it from them will have to ask every one of them first"
)


def build_recording(
    *, kind: ArticleKind = "recording", said: datetime | None = SAID, days_later: int = 1
) -> ArticleDraft:
    """Build the draft of the subtitles, published `days_later` than the speech."""
    draft = read_upload("speech.vtt", SUBTITLES.encode())
    return replace(
        draft,
        outlet="Vik Harbour Television",
        url=VIDEO,
        title="The mayor at the harbour",
        published=SAID + timedelta(days=days_later),
        precision="day",
        language="en",
        kind=kind,
        said_on=said.date() if said else None,
    )


def build_report(outlet: str, words: str, *, hours: int = 12, occasion: str = "") -> ArticleDraft:
    """Build an article of `outlet` that quotes the mayor, so many hours after the day of the speech began."""
    text = (
        f"The mayor of Vik spoke at the harbour about the island and its future, {outlet} has learnt.\n\n"
        f"\N{LEFT DOUBLE QUOTATION MARK}{words},\N{RIGHT DOUBLE QUOTATION MARK} Mayor Ida Solberg said{occasion}.\n\n"
        f"The islanders have heard such words before, wrote the harbour desk of {outlet}."
    )
    known = ArticleMetadata(
        outlet=outlet,
        title=f"Mayor speaks of the ferry, by {outlet}",
        published=SAID + timedelta(hours=hours),
        precision="minute",
        language="en",
    )
    return build_draft(outlet, text, text.encode(), "text/plain", known)


def ingest_speech(*drafts: ArticleDraft) -> Lineage:
    """Store the drafts in this order; return the lineage of the sentence about the ferry."""
    for draft in drafts:
        ingest_article(draft)
    record_pending_revisions()
    return (
        Lineage.objects.filter(printings__quote__text__contains="night ferry").order_by("-printing_count").distinct()[0]
    )


def ingest_harbour_speech() -> Lineage:
    """Store the reports first, and then the recording, published a day later."""
    return ingest_speech(
        build_report("The Vik Times", CLEAN),
        build_report("The Harbour Post", ALTERED, hours=14),
        build_report("Island Radio", JOINED, hours=16),
        build_recording(),
    )
