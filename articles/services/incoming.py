"""Incoming articles: fetched, pasted or uploaded, looked at, corrected, and added or dismissed.

`receive_address`, `receive_text` and `receive_file` keep the bytes; `preview` says what an article they would give, and
what is known of it already; `accept` stores the article with the corrections and links its quotations.
"""

from dataclasses import dataclass, replace

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone

from articles import importers
from articles.engine.extraction import Extraction
from articles.importers import ArticleDraft, ArticleMetadata, UnreadableError
from articles.importers.fetching import FetchedPage
from articles.importers.registry import MAX_BYTES
from articles.models import Article, Fetch, IncomingArticle, Suggestion
from articles.models.addresses import hash_url
from articles.services.fetching import fetch_page
from articles.services.ingest import (
    IngestOutcome,
    IngestResult,
    NoArticleBodyError,
    extract_quotations,
    find_stored_article,
    ingest_article,
)
from articles.services.revisions import record_pending_revisions

PASTED_NAME = "pasted text"
# What a curator may change.
CORRECTED = ("outlet", "title", "byline", "published", "precision", "language", "url", "kind", "said_on")


class IncomingError(ValueError):
    """There is no article to add; the message says why and what to do. `article` is the one that is known already."""

    def __init__(self, reason: str, article: Article | None = None) -> None:
        super().__init__(f"{reason[:1].upper()}{reason[1:]}".rstrip(".") + ".")
        self.article = article


@dataclass(frozen=True, slots=True)
class Preview:
    """What an incoming article would give: the draft with its quotations, and the stored article that it is, if any."""

    draft: ArticleDraft
    extraction: Extraction
    known: IngestResult | None


def find_by_address(address: str) -> Article | None:
    """Return the stored article of an address."""
    return Article.objects.defer_texts().filter(url_key=hash_url(address)).first()


def receive_address(address: str, *, by: User | None, suggestion: Suggestion | None = None) -> IncomingArticle:
    """Fetch the page at an address and keep it; raise IncomingError where there is no article."""
    stored = find_by_address(address)
    if stored:
        raise IncomingError("this article is in the collection already; its page can be checked for changes", stored)
    record, page = fetch_page(address, by=by)
    if page is None:
        raise IncomingError(record.problem)
    return IncomingArticle.objects.create(
        name=page.final_address,
        content=page.body,
        media_type=page.media_type[:100],
        charset=(page.charset or "")[:40],
        fetch=record,
        suggestion=suggestion,
        by=by,
    )


def receive_text(text: str, *, by: User | None) -> IncomingArticle:
    """Keep a text that somebody pasted."""
    return receive_file(PASTED_NAME, text.encode(errors="replace"), by=by)


def receive_file(name: str, content: bytes, *, by: User | None) -> IncomingArticle:
    """Keep a file that somebody uploaded; raise IncomingError where it is empty or too large."""
    if not content.strip():
        raise IncomingError("it is empty; save the article again")
    if len(content) > MAX_BYTES:
        raise IncomingError(f"it is larger than {MAX_BYTES // 1_000_000} MB; save only the article, without pictures")
    return IncomingArticle.objects.create(name=name, content=content, by=by)


def preview(incoming: IncomingArticle) -> Preview:
    """Read an incoming article and find its quotations; nothing is stored. Raises IncomingError."""
    draft = _read(incoming)
    try:
        return Preview(draft, extract_quotations(draft), find_stored_article(draft, fetch=incoming.fetch))
    except NoArticleBodyError as problem:
        raise IncomingError(str(problem)) from None


def accept(incoming: IncomingArticle, corrections: ArticleMetadata | None = None, *, by: User | None) -> IngestResult:
    """Store an incoming article with what a curator corrected, link its quotations, and close it.

    The same article twice is one article: then the stored one is returned. Raises IncomingError, and closes nothing,
    where there is no article in it.
    """
    draft = _read(incoming)
    if corrections is not None:
        draft = _correct(draft, corrections)
    try:
        result = ingest_article(draft, fetch=incoming.fetch)
    except NoArticleBodyError as problem:
        raise IncomingError(str(problem)) from None
    with transaction.atomic():
        _close(incoming, article=result.article)
        if incoming.fetch_id:
            Fetch.objects.filter(pk=incoming.fetch_id).update(article=result.article)
        if incoming.suggestion_id:
            answer = _ANSWERS.get(result.outcome, "The article was in the collection already.")
            Suggestion.objects.filter(pk=incoming.suggestion_id, closed=None).update(
                closed=timezone.now(), closed_by=by, answer=answer
            )
    record_pending_revisions()
    return result


_ANSWERS = {
    IngestOutcome.NEW: "The article was added.",
    IngestOutcome.NEW_VERSION: "The article was in the collection; what its page says now was added as a version.",
}


def dismiss(incoming: IncomingArticle) -> None:
    """Close an incoming article without storing it."""
    _close(incoming, article=None)


def _close(incoming: IncomingArticle, *, article: Article | None) -> None:
    incoming.closed, incoming.article, incoming.content = timezone.now(), article, b""
    incoming.save(update_fields=["closed", "article", "content"])


def _read(incoming: IncomingArticle) -> ArticleDraft:
    if incoming.closed:
        raise IncomingError("somebody has decided on it already", incoming.article)
    content = bytes(incoming.content)
    try:
        if incoming.fetch is None:
            return importers.read_upload(incoming.name, content)
        with importers.borrow_parsers() as parser:
            return importers.read_page(_rebuild_page(incoming, incoming.fetch, content), parser=parser)
    except UnreadableError as problem:
        raise IncomingError(problem.reason) from None


def _rebuild_page(incoming: IncomingArticle, record: Fetch, content: bytes) -> FetchedPage:
    headers = {"content-type": f"{incoming.media_type or 'text/html'}; charset={incoming.charset}"}
    return FetchedPage(record.address, record.final_address, (), record.status or 200, headers, content, record.fetched)


def _correct(draft: ArticleDraft, corrections: ArticleMetadata) -> ArticleDraft:
    """Return the draft with what a curator says of it; an outlet that the page does not name itself is then given."""
    stated = {name: getattr(corrections, name) for name in CORRECTED}
    stated["kind"] = corrections.kind or draft.kind
    return replace(draft, **stated, outlet_given=draft.outlet_given or corrections.outlet != draft.outlet)
