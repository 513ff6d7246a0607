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
from articles.engine.extraction import Content, Extraction, Quotation, find_quotations, reported
from articles.engine.text.normalization import fold
from articles.engine.text.relative_dates import said_on
from articles.importers import Incoming, demo
from articles.models import Article, IndirectQuote, Outlet, Quote, Speaker
from articles.models.db.advisory_lock import STORING, wait_for_turn
from articles.models.url_keys import url_key
from articles.queries.search import index_quotes
from articles.services import leases, worker
from articles.services.revisions import settle_all


class Outcome(StrEnum):
    NEW = "new"
    SAME_ADDRESS = "same address"
    SAME_TEXT = "same text"


@dataclass(frozen=True, slots=True)
class Ingested:
    """What became of one article: `article` is the stored one, whether it was new or there before."""

    article: Article
    outcome: Outcome
    quotes: tuple[Quote, ...] = ()
    set_aside: int = 0
    lease: leases.Lease | None = None  # where the one who stored it is to link it
    linked: int = 0  # how many of the quotes joined printings that were there before
    trouble: str = ""  # why they could not be linked yet

    @property
    def is_new(self) -> bool:
        return self.outcome is Outcome.NEW


class NoArticle(ValueError):  # noqa: N818 - it names what was found: none
    """A text without the body of an article; the message says what to do."""


# A body of fewer words is a caption, a menu or a notice. The shortest of 924 labelled articles has 22.
LEAST_WORDS = 12


def ingest_article(incoming: Incoming) -> Ingested:
    """Store `incoming` with its quotations and link them; or say which stored article it is.

    Raises NoArticle where its text has no body, and stores nothing. Should linking fail or be broken off, the article
    is stored and a worker goes on with it, or whoever takes it in again.
    """
    stored = store_article(incoming, to_be_linked_here=True)
    lease = stored.lease or leases.claim(of=stored.article)
    if lease is None:
        return stored
    attempt = worker.link_under(lease)
    return replace(stored, linked=attempt.joined, trouble=attempt.error)


@transaction.atomic
def store_article(incoming: Incoming, *, to_be_linked_here: bool = False) -> Ingested:
    """Store `incoming` with its quotations, to be linked by a worker; or say which stored article it is.

    Raises NoArticle as above.
    """
    wait_for_turn(STORING)
    known = find_known(incoming)
    if known:
        return known
    found = read_quotations(incoming)
    article = _store_article(incoming, found)
    told = reported(incoming.text, found)
    speakers = _speakers([*found.quotations, *(content.quotation for content in told)])
    quotes = _store_quotes(article, found.quotations, speakers)
    IndirectQuote.objects.bulk_create([_indirect(article, content, speakers) for content in told])
    index_quotes(quotes)
    lease = leases.take(article) if to_be_linked_here else None
    return Ingested(article, Outcome.NEW, tuple(quotes), len(found.set_aside), lease)


@transaction.atomic
def load_demo() -> list[Ingested]:
    """Take in the demo corpus, as any other articles, and what is known of its outlets."""
    ingested = [ingest_article(incoming) for incoming in demo.articles()]
    for facts in demo.outlets():
        outlet = Outlet.objects.named(facts.name)
        outlet.kind, outlet.country, outlet.domain = facts.kind, facts.country, facts.domain
        outlet.save()
    settle_all()
    return ingested


def find_known(incoming: Incoming) -> Ingested | None:
    """The stored article that `incoming` is, by its address, else by its text in the same outlet.

    The same text in another outlet is another article: a reprint is what readers want to see. A text that comes with
    neither outlet nor address is taken for the stored one it equals.
    """
    key = url_key(incoming.url or "")
    by_address = Article.objects.light().filter(url_key=key).first() if key else None
    if by_address:
        return Ingested(by_address, Outcome.SAME_ADDRESS)
    same_text = Article.objects.light().filter(text_key=text_key(incoming.text))
    if incoming.outlet:
        same_text = same_text.filter(outlet__folded=fold(incoming.outlet))
    by_text = same_text.order_by("pk").first()
    return Ingested(by_text, Outcome.SAME_TEXT) if by_text else None


def text_key(text: str) -> str:
    """64 hexadecimal digits that are equal for two texts with the same words, whatever their spaces and marks."""
    return hashlib.sha256(fold(text).encode()).hexdigest()


def read_quotations(incoming: Incoming) -> Extraction:
    """The quotations of `incoming`, nothing stored. Where a reader knows the body, nothing is called chrome.

    Raises NoArticle.
    """
    paragraphs = _as_body(incoming.text, incoming.title or "") if incoming.body_known else None
    found = find_quotations(
        incoming.text,
        title=incoming.title,
        credit=incoming.credit,
        paragraphs=paragraphs,
        language=incoming.language,
    )
    body = (incoming.text[p.start : p.end] for p in found.paragraphs if p.label is Label.BODY)
    if sum(len(paragraph.split()) for paragraph in body) < LEAST_WORDS:
        raise NoArticle("there is no article in it, only menus, captions or notices; save the article's text.")
    return found


def _as_body(text: str, title: str) -> tuple[Paragraph, ...]:
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


def _store_article(incoming: Incoming, found: Extraction) -> Article:
    published, offset = _in_utc(incoming.published)
    return Article.objects.create(
        outlet=Outlet.objects.named(incoming.outlet) if incoming.outlet else None,
        url=incoming.url or "",
        url_key=url_key(incoming.url or ""),
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
        text_key=text_key(incoming.text),
        paragraphs=[[p.start, p.end, p.label, p.rule] for p in found.paragraphs],
    )


def _in_utc(printed: datetime | None) -> tuple[datetime | None, int | None]:
    """A printed time as UTC, and the minutes its zone is ahead; a time without a zone is kept as if it were UTC."""
    if printed is None:
        return None, None
    offset = printed.utcoffset()
    if offset is None:
        return printed.replace(tzinfo=UTC), None
    return printed.astimezone(UTC), round(offset.total_seconds() / 60)


Speakers = Mapping[str, Speaker | None]


def _speakers(quotations: Iterable[Quotation]) -> Speakers:
    """Who is meant by each of the names."""
    names = {quotation.speaker_name for quotation in quotations if quotation.speaker_name}
    return {name: Speaker.objects.named(name) for name in sorted(names)}


def _store_quotes(article: Article, quotations: Sequence[Quotation], speakers: Speakers) -> list[Quote]:
    quotes = Quote.objects.bulk_create([_quote(article, quotation, speakers) for quotation in quotations])
    halves = []
    for quote, quotation in zip(quotes, quotations, strict=True):
        if quotation.other_half is not None:
            quote.other_half = quotes[quotation.other_half]
            halves.append(quote)
    Quote.objects.bulk_update(halves, ["other_half"])
    return quotes


def _quote(article: Article, quotation: Quotation, speakers: Speakers) -> Quote:
    text = article.text[quotation.start : quotation.end]
    attribution = _attribution(article, quotation, speakers)
    return Quote(text=text, folded=fold(text), type=quotation.type, closed=quotation.closed, **attribution)


def _indirect(article: Article, content: Content, speakers: Speakers) -> IndirectQuote:
    text = " ".join(article.text[start:end] for start, end in content.spans)
    attribution = _attribution(article, content.quotation, speakers)
    return IndirectQuote(text=text, folded=fold(text), spans=content.spans, **attribution)


def _attribution(article: Article, found: Quotation, speakers: Speakers) -> dict[str, Any]:
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
        "said_on": said_on(found.occasion, day) if found.occasion and day else None,
        "credit": found.credit or "",
        "rule": found.rule,
        "confidence": found.confidence,
    }
