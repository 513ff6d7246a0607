"""Ingest: store an article with its quotations once, and have them linked.

`store_article` finds the quotations and the indirect speech of a draft, and stores all in one transaction: after a
crash the whole article is there or none of it. The same article twice is one article. A stored article waits for a
worker to link its quotations; `ingest_article` links them at once, under the same lease that a worker would have.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import zip_longest

from django.db import transaction

from articles.engine.cleaning.paragraphs import Label, Paragraph
from articles.engine.extraction import AttributedContent, Extraction, Quotation, find_indirect_speech, find_quotations
from articles.engine.text.normalization import fold
from articles.engine.text.word_counts import count_words
from articles.importers import ArticleDraft, demo
from articles.models import Article, ArticleVersion, Fetch, IndirectQuote, Outlet, Quote
from articles.models.addresses import hash_url
from articles.models.db.advisory_lock import INGEST_LOCK, acquire_lock
from articles.services import leases, worker
from articles.services.article_fields import build_text_fields, compute_text_key, convert_to_utc
from articles.services.article_versions import add_version, compare_with_stored
from articles.services.attribution import (
    OutletsByCredit,
    SpeakersByName,
    build_attribution,
    resolve_credits,
    resolve_speakers,
)
from articles.services.recheck_times import schedule
from articles.services.revisions import record_pending_revisions
from articles.services.search_index import index_quotes


class IngestOutcome(StrEnum):
    """Whether an article was new, or by what it was recognized."""

    NEW = "new"
    NEW_VERSION = "new version"
    SAME_ADDRESS = "same address"
    SAME_TEXT = "same text"


@dataclass(frozen=True, slots=True)
class IngestResult:
    """The outcome for one article; `article` is the stored one, new or not."""

    article: Article
    outcome: IngestOutcome
    quotes: tuple[Quote, ...] = ()
    set_aside: int = 0
    lease: leases.Lease | None = None  # held if the caller is to link the quotes
    linked: int = 0  # how many of the quotes joined printings in other articles
    link_error: str = ""  # why the quotes could not be linked yet
    version: ArticleVersion | None = None  # that was stored of an article known before

    @property
    def is_new(self) -> bool:
        """Whether the article was stored just now."""
        return self.outcome is IngestOutcome.NEW


class NoArticleBodyError(ValueError):
    """A text without the body of an article; the message says what to do."""


# A body of fewer words is a caption, a menu or a notice. The shortest of 924 labelled articles has 22.
MIN_BODY_WORDS = 12


def ingest_article(draft: ArticleDraft, *, fetch: Fetch | None = None) -> IngestResult:
    """Store an article with its quotations and link them, or return the stored article that it is.

    Raises NoArticleBodyError where its text has no body, and stores nothing. If linking fails or is broken off, the
    article is stored, and a worker or the next ingest of the same article links it.
    """
    stored = store_article(draft, fetch=fetch, take_lease=True)
    lease = stored.lease or leases.claim(article=stored.article)
    if lease is None:
        return stored
    attempt = worker.link_with_lease(lease)
    return replace(stored, linked=attempt.joined, link_error=attempt.error)


@transaction.atomic
def store_article(draft: ArticleDraft, *, fetch: Fetch | None = None, take_lease: bool = False) -> IngestResult:
    """Store an article with its quotations, to be linked by a worker, or return the stored article that it is.

    Another text of a known address is stored as a version of that article. `fetch` is the request that the text came
    with. With `take_lease` the caller is to link it. Raises NoArticleBodyError where its text has no body.
    """
    acquire_lock(INGEST_LOCK)
    stored = _find_by_address_or_text(draft)
    if stored:
        _note_earlier_copy(stored.article, draft)
    if stored and stored.outcome is IngestOutcome.SAME_ADDRESS and not stored.article.withdrawn:
        return _store_version(stored, draft, fetch, take_lease=take_lease)
    if stored:
        return stored
    extraction = extract_quotations(draft)
    indirect = () if draft.is_spoken else find_indirect_speech(draft.text, extraction)
    found = [*extraction.quotations, *(content.quotation for content in indirect)]
    credits = resolve_credits(filter(None, (draft.credit, *(each.credit for each in found))))
    article = _store_article(draft, extraction, credits)
    speakers = resolve_speakers(found)
    quotes = _store_quotes(article, extraction.quotations, speakers, credits)
    IndirectQuote.objects.bulk_create(
        [_build_indirect_quote(article, content, speakers, credits) for content in indirect]
    )
    index_quotes(quotes)
    if fetch:
        Fetch.objects.filter(pk=fetch.pk).update(article=article)
        schedule(article, fetch)
    lease = leases.take(article) if take_lease else None
    return IngestResult(article, IngestOutcome.NEW, tuple(quotes), len(extraction.set_aside), lease)


def _store_version(stored: IngestResult, draft: ArticleDraft, fetch: Fetch | None, *, take_lease: bool) -> IngestResult:
    """Store another text of a stored article as its version; the same text is only a sighting."""
    extraction = extract_quotations(draft)
    added = add_version(stored.article, draft, extraction, fetch=fetch)
    if added is None:
        return stored
    lease = leases.take(stored.article) if take_lease else None
    quotes, set_aside = added.quotes, len(extraction.set_aside)
    return IngestResult(stored.article, IngestOutcome.NEW_VERSION, quotes, set_aside, lease, version=added.version)


@transaction.atomic
def load_demo() -> list[IngestResult]:
    """Ingest the demo corpus like any other articles, and store the facts about its outlets."""
    results = [ingest_article(draft) for draft in demo.build_excerpts()]
    for facts in demo.load_outlets():
        outlet = Outlet.objects.get_or_create_by_name(facts.name)
        outlet.kind, outlet.country, outlet.domain = facts.kind, facts.country, facts.domain
        outlet.save()
    record_pending_revisions()
    return results


def find_stored_article(draft: ArticleDraft, *, fetch: Fetch | None = None) -> IngestResult | None:
    """Return the stored article that a draft is, if any, and whether its text would be a new version of that."""
    stored = _find_by_address_or_text(draft)
    if stored is None or stored.outcome is not IngestOutcome.SAME_ADDRESS or stored.article.withdrawn:
        return stored
    difference = compare_with_stored(stored.article, draft, extract_quotations(draft), fetch=fetch)
    return replace(stored, outcome=IngestOutcome.NEW_VERSION) if difference.is_version else stored


def _find_by_address_or_text(draft: ArticleDraft) -> IngestResult | None:
    """Return the stored article that a draft is, by its address, else by its text in the same outlet, if it has one.

    The same text in another outlet is another article: a reprint is what readers want to see.
    """
    key = hash_url(draft.url or "")
    by_address = Article.objects.defer_texts().filter(url_key=key).first() if key else None
    if by_address:
        return IngestResult(by_address, IngestOutcome.SAME_ADDRESS)
    same_text = Article.objects.defer_texts().filter(text_key=compute_text_key(draft.text))
    if draft.outlet:
        same_text = same_text.filter(outlet=_find_outlet(draft))
    by_text = same_text.order_by("pk").first()
    return IngestResult(by_text, IngestOutcome.SAME_TEXT) if by_text else None


def extract_quotations(draft: ArticleDraft) -> Extraction:
    """Find the quotations of a draft; raise NoArticleBodyError where it has no body."""
    paragraphs = _label_as_body(draft) if draft.body_known else None
    extraction = find_quotations(
        draft.text,
        title=draft.title,
        credit=draft.credit,
        paragraphs=paragraphs,
        language=draft.language,
        is_spoken=draft.is_spoken,
        cue_times=draft.cue_times,
    )
    body = (draft.text[p.start : p.end] for p in extraction.paragraphs if p.label is Label.BODY)
    if not draft.excerpt and sum(map(count_words, body)) < MIN_BODY_WORDS:
        raise NoArticleBodyError("it has no article, only menus, captions or notices; save the article's text.")
    return extraction


def _label_as_body(draft: ArticleDraft) -> tuple[Paragraph, ...]:
    """Label every line of a text that is known to be a body as such; the first may be the headline."""
    title = fold(draft.title or "")
    paragraphs: list[Paragraph] = []
    start = 0
    for line, rule in zip_longest(draft.text.splitlines(keepends=True), draft.line_rules, fillvalue=""):
        if words := line.strip():
            first = start + line.index(words)
            is_title = not paragraphs and title.startswith(fold(words))
            label = Label.TITLE if is_title else Label.BODY
            paragraphs.append(Paragraph(first, first + len(words), label, rule or "the page's own markup"))
        start += len(line)
    return tuple(paragraphs)


def _store_article(draft: ArticleDraft, extraction: Extraction, credits: OutletsByCredit) -> Article:
    return Article.objects.create(
        outlet=_get_or_create_outlet(draft),
        url=draft.url or "",
        url_key=hash_url(draft.url or ""),
        archive_url=draft.archive or "",
        saved_at=convert_to_utc(draft.seen)[0],
        language=draft.language or "",
        credit=credits.get(draft.credit or "", ""),
        excerpt=draft.excerpt,
        kind=draft.kind,
        said_on=draft.said_on if draft.is_spoken else None,
        **build_text_fields(draft, extraction),
    )


def _note_earlier_copy(article: Article, draft: ArticleDraft) -> None:
    """Store when the same text was saved, where that was earlier than what is known."""
    seen = convert_to_utc(draft.seen)[0]
    is_earlier = seen is not None and (article.saved_at is None or seen < article.saved_at)
    if is_earlier and article.text_key == compute_text_key(draft.text):
        Article.objects.filter(pk=article.pk).update(saved_at=seen)
        article.saved_at = seen


def _find_outlet(draft: ArticleDraft) -> Outlet | None:
    """Find the stored outlet of a draft: by its host where only the page names it, else by name."""
    if not draft.outlet:
        return None
    if draft.outlet_host and not draft.outlet_given:
        return Outlet.objects.find_at_host(draft.outlet_host, draft.outlet)
    return Outlet.objects.find_by_name(draft.outlet)


def _get_or_create_outlet(draft: ArticleDraft) -> Outlet | None:
    if not draft.outlet:
        return None
    if draft.outlet_host and not draft.outlet_given:
        return Outlet.objects.get_or_create_at_host(draft.outlet_host, draft.outlet)
    return Outlet.objects.get_or_create_by_name(draft.outlet)


def _store_quotes(
    article: Article, quotations: Sequence[Quotation], speakers: SpeakersByName, credits: OutletsByCredit
) -> list[Quote]:
    quotes = Quote.objects.bulk_create([_build_quote(article, each, speakers, credits) for each in quotations])
    for quote, quotation in zip(quotes, quotations, strict=True):
        quote.other_half = None if quotation.other_half is None else quotes[quotation.other_half]
    Quote.objects.bulk_update([quote for quote in quotes if quote.other_half], ["other_half"])
    return quotes


def _build_quote(article: Article, quotation: Quotation, speakers: SpeakersByName, credits: OutletsByCredit) -> Quote:
    text = article.text[quotation.start : quotation.end]
    attribution = build_attribution(article, quotation, speakers, credits)
    own = {"type": quotation.type, "closed": quotation.closed, "seconds": quotation.seconds}
    return Quote(text=text, folded=fold(text), **own, **attribution)


def _build_indirect_quote(
    article: Article, content: AttributedContent, speakers: SpeakersByName, credits: OutletsByCredit
) -> IndirectQuote:
    text = " ".join(article.text[start:end] for start, end in content.spans)
    attribution = build_attribution(article, content.quotation, speakers, credits)
    return IndirectQuote(text=text, folded=fold(text), spans=content.spans, **attribution)
