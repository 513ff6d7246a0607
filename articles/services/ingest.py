"""How does an article come in?

`store_article` takes one article as a reader left it, finds its quotations and what it tells without quotation
marks, and stores all in one transaction: after a crash the whole article is there or none of it. The same article
twice is one article, and the answer says so. What is stored waits for its quotations to be linked to their relatives,
by a worker; `ingest_article` does that too, here and now, under the same lease that a worker would have.

Left to others: reading files (`readers`), finding quotations (`engine.extraction`), linking (`working`).
"""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any

from django.db import transaction

from articles.engine.cleaning.paragraphs import Label, Paragraph
from articles.engine.extraction import AttributedContent, Extraction, Quotation, find_indirect_speech, find_quotations
from articles.engine.text.normalization import fold
from articles.engine.text.relative_dates import resolve_date
from articles.importers import ArticleDraft, demo
from articles.models import Article, IndirectQuote, Outlet, Quote, Speaker
from articles.models.db.advisory_lock import INGEST_LOCK, acquire_lock
from articles.models.url_keys import hash_url
from articles.services import leases, worker
from articles.services.revisions import record_pending_revisions
from articles.services.search_index import index_quotes


class IngestOutcome(StrEnum):
    NEW = "new"
    SAME_ADDRESS = "same address"
    SAME_TEXT = "same text"


@dataclass(frozen=True, slots=True)
class IngestResult:
    """What became of one article: `article` is the stored one, whether it was new or there before."""

    article: Article
    outcome: IngestOutcome
    quotes: tuple[Quote, ...] = ()
    set_aside: int = 0
    lease: leases.Lease | None = None  # where the one who stored it is to link it
    linked: int = 0  # how many of the quotes joined printings that were there before
    link_error: str = ""  # why they could not be linked yet

    @property
    def is_new(self) -> bool:
        return self.outcome is IngestOutcome.NEW


class NoArticleBodyError(ValueError):
    """A text without the body of an article; the message says what to do."""


# A body of fewer words is a caption, a menu or a notice. The shortest of 924 labelled articles has 22.
MIN_BODY_WORDS = 12


def ingest_article(incoming: ArticleDraft) -> IngestResult:
    """Store `incoming` with its quotations and link them; or say which stored article it is.

    Raises NoArticle where its text has no body, and stores nothing. Should linking fail or be broken off, the article
    is stored and a worker goes on with it, or whoever takes it in again.
    """
    stored = store_article(incoming, take_lease=True)
    lease = stored.lease or leases.claim(article=stored.article)
    if lease is None:
        return stored
    attempt = worker.link_with_lease(lease)
    return replace(stored, linked=attempt.joined, link_error=attempt.error)


@transaction.atomic
def store_article(incoming: ArticleDraft, *, take_lease: bool = False) -> IngestResult:
    """Store `incoming` with its quotations, to be linked by a worker; or say which stored article it is.

    Raises NoArticle as above.
    """
    acquire_lock(INGEST_LOCK)
    known = find_stored_article(incoming)
    if known:
        return known
    found = extract_quotations(incoming)
    article = _store_article(incoming, found)
    told = find_indirect_speech(incoming.text, found)
    speakers = _resolve_speakers([*found.quotations, *(content.quotation for content in told)])
    quotes = _store_quotes(article, found.quotations, speakers)
    IndirectQuote.objects.bulk_create([_build_indirect_quote(article, content, speakers) for content in told])
    index_quotes(quotes)
    lease = leases.take(article) if take_lease else None
    return IngestResult(article, IngestOutcome.NEW, tuple(quotes), len(found.set_aside), lease)


@transaction.atomic
def load_demo() -> list[IngestResult]:
    """Take in the demo corpus, as any other articles, and what is known of its outlets."""
    ingested = [ingest_article(incoming) for incoming in demo.build_excerpts()]
    for facts in demo.load_outlets():
        outlet = Outlet.objects.get_or_create_by_name(facts.name)
        outlet.kind, outlet.country, outlet.domain = facts.kind, facts.country, facts.domain
        outlet.save()
    record_pending_revisions()
    return ingested


def find_stored_article(incoming: ArticleDraft) -> IngestResult | None:
    """The stored article that `incoming` is, by its address, else by its text in the same outlet.

    The same text in another outlet is another article: a reprint is what readers want to see. A text that comes with
    neither outlet nor address is taken for the stored one it equals.
    """
    key = hash_url(incoming.url or "")
    by_address = Article.objects.defer_texts().filter(url_key=key).first() if key else None
    if by_address:
        return IngestResult(by_address, IngestOutcome.SAME_ADDRESS)
    same_text = Article.objects.defer_texts().filter(text_key=compute_text_key(incoming.text))
    if incoming.outlet:
        same_text = same_text.filter(outlet__folded=fold(incoming.outlet))
    by_text = same_text.order_by("pk").first()
    return IngestResult(by_text, IngestOutcome.SAME_TEXT) if by_text else None


def compute_text_key(text: str) -> str:
    """64 hexadecimal digits that are equal for two texts with the same words, whatever their spaces and marks."""
    return hashlib.sha256(fold(text).encode()).hexdigest()


def extract_quotations(incoming: ArticleDraft) -> Extraction:
    """The quotations of `incoming`, nothing stored. Where a reader knows the body, nothing is called chrome.

    Raises NoArticle.
    """
    paragraphs = _label_as_body(incoming.text, incoming.title or "") if incoming.body_known else None
    found = find_quotations(
        incoming.text,
        title=incoming.title,
        credit=incoming.credit,
        paragraphs=paragraphs,
        language=incoming.language,
    )
    body = (incoming.text[p.start : p.end] for p in found.paragraphs if p.label is Label.BODY)
    if sum(len(paragraph.split()) for paragraph in body) < MIN_BODY_WORDS:
        raise NoArticleBodyError("there is no article in it, only menus, captions or notices; save the article's text.")
    return found


def _label_as_body(text: str, title: str) -> tuple[Paragraph, ...]:
    """Every line of a text that is known to be the body of an article; the first may be its headline."""
    paragraphs: list[Paragraph] = []
    start = 0
    for line in text.splitlines(keepends=True):
        words = line.strip()
        if words:
            first = start + line.index(words)
            is_title = not paragraphs and fold(title).startswith(fold(words))
            label = Label.TITLE if is_title else Label.BODY
            paragraphs.append(Paragraph(first, first + len(words), label, "the page's own markup"))
        start += len(line)
    return tuple(paragraphs)


def _store_article(incoming: ArticleDraft, found: Extraction) -> Article:
    published, offset = _convert_to_utc(incoming.published)
    return Article.objects.create(
        outlet=Outlet.objects.get_or_create_by_name(incoming.outlet) if incoming.outlet else None,
        url=incoming.url or "",
        url_key=hash_url(incoming.url or ""),
        archive_url=incoming.archive or "",
        title=incoming.title or "",
        byline=incoming.byline or "",
        published=published,
        published_offset=offset,
        precision=incoming.precision if published else Article.Precision.UNKNOWN,
        language=incoming.language or "",
        credit=incoming.credit or "",
        excerpt=incoming.excerpt,
        media_type=incoming.media_type,
        original=incoming.original,
        text=incoming.text,
        text_key=compute_text_key(incoming.text),
        paragraphs=[[p.start, p.end, p.label, p.rule] for p in found.paragraphs],
    )


def _convert_to_utc(printed: datetime | None) -> tuple[datetime | None, int | None]:
    """A printed time as UTC, and the minutes its zone is ahead; a time without a zone is kept as if it were UTC."""
    if printed is None:
        return None, None
    offset = printed.utcoffset()
    if offset is None:
        return printed.replace(tzinfo=UTC), None
    return printed.astimezone(UTC), round(offset.total_seconds() / 60)


SpeakersByName = Mapping[str, Speaker | None]


def _resolve_speakers(quotations: Iterable[Quotation]) -> SpeakersByName:
    """Who is meant by each of the names."""
    names = {quotation.speaker_name for quotation in quotations if quotation.speaker_name}
    return {name: Speaker.objects.get_or_create_by_name(name) for name in sorted(names)}


def _store_quotes(article: Article, quotations: Sequence[Quotation], speakers: SpeakersByName) -> list[Quote]:
    quotes = Quote.objects.bulk_create([_build_quote(article, quotation, speakers) for quotation in quotations])
    halves = []
    for quote, quotation in zip(quotes, quotations, strict=True):
        if quotation.other_half is not None:
            quote.other_half = quotes[quotation.other_half]
            halves.append(quote)
    Quote.objects.bulk_update(halves, ["other_half"])
    return quotes


def _build_quote(article: Article, quotation: Quotation, speakers: SpeakersByName) -> Quote:
    text = article.text[quotation.start : quotation.end]
    attribution = _build_attribution(article, quotation, speakers)
    return Quote(text=text, folded=fold(text), type=quotation.type, closed=quotation.closed, **attribution)


def _build_indirect_quote(article: Article, content: AttributedContent, speakers: SpeakersByName) -> IndirectQuote:
    text = " ".join(article.text[start:end] for start, end in content.spans)
    attribution = _build_attribution(article, content.quotation, speakers)
    return IndirectQuote(text=text, folded=fold(text), spans=content.spans, **attribution)


def _build_attribution(article: Article, found: Quotation, speakers: SpeakersByName) -> dict[str, Any]:
    """Where the words stand, who said them where, and how that was found."""
    day = article.printed_day
    return {
        "article": article,
        "start": found.start,
        "end": found.end,
        "speaker": speakers.get(found.speaker_name or ""),
        "speaker_name": found.speaker_name or "",
        "speaker_text": found.speaker.text if found.speaker else "",
        "cue": found.cue.text if found.cue else "",
        "occasion": found.occasion or "",
        "said_on": resolve_date(found.occasion, day) if found.occasion and day else None,
        "credit": found.credit or "",
        "rule": found.rule,
        "confidence": found.confidence,
    }
