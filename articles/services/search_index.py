"""Maintenance of the search index: add new quotations to it, bring corrected ones up to date, or rebuild it.

A quotation is found by the words of its text, its headline, its speaker and its outlet, and by the filters: outlet,
speaker, language, month and year. `articles.queries.search` reads the index.
"""

from array import array
from collections import defaultdict
from collections.abc import Callable, Iterable
from datetime import UTC

from django.db import transaction

from articles.engine.text.search_terms import extract_terms, remove_stop_words
from articles.models import Quote, SearchPosting
from articles.models.db.advisory_lock import INGEST_LOCK, acquire_lock
from articles.models.search_posting import hash_term
from articles.queries.search import build_filter_term, get_main_language

REINDEX_STEP = 20_000  # quotes between two reports of progress
_INDEXED_FIELDS = (
    *("text", "speaker_name", "speaker__name", "article__title", "article__language", "article__published"),
    "article__outlet__name",
)


def index_quotes(quotes: Iterable[Quote]) -> None:
    """Add new quotes to the search index, inside the transaction that stores them, under the ingest lock."""
    postings: defaultdict[int, list[int]] = defaultdict(list)
    for quote in sorted(quotes, key=lambda quote: quote.pk):
        for key in _build_index_keys(quote):
            postings[key].append(quote.pk)
    SearchPosting.objects.add_quotes(postings)


def update_index(quotes: Iterable[int]) -> None:
    """Let the quotes with these numbers be found by what they say after a correction, inside its transaction.

    The words that they had before still lead to them. The filters do not: the search holds every hit to them.
    """
    acquire_lock(INGEST_LOCK)
    postings: defaultdict[int, list[int]] = defaultdict(list)
    rows = Quote.objects.filter(pk__among=list(quotes)).select_related("speaker", "article__outlet")
    for quote in rows.only(*_INDEXED_FIELDS).order_by("pk"):
        for key in _build_index_keys(quote):
            postings[key].append(quote.pk)
    SearchPosting.objects.insert_quotes(postings)


@transaction.atomic
def reindex(progress: Callable[[int], object] = lambda done: None) -> int:
    """Rebuild the whole search index; return how many quotes it holds."""
    acquire_lock(INGEST_LOCK)
    SearchPosting.objects.all().delete()
    postings: defaultdict[int, array[int]] = defaultdict(lambda: array("I"))
    quotes = Quote.objects.select_related("speaker", "article__outlet").only(*_INDEXED_FIELDS).order_by("pk")
    count = 0
    for quote in quotes.iterator(chunk_size=2000):
        for key in _build_index_keys(quote):
            postings[key].append(quote.pk)
        count += 1
        if count % REINDEX_STEP == 0:
            progress(REINDEX_STEP)
    SearchPosting.objects.add_quotes(postings)
    return count


def _build_index_keys(quote: Quote) -> set[int]:
    """Return the keys of everything that the quote is to be found by."""
    article = quote.article
    names = [row.name if row else "" for row in (quote.speaker, article.outlet)]
    words = remove_stop_words(extract_terms(" . ".join([quote.text, article.title, quote.speaker_name, *names])))
    filters = [
        build_filter_term("speaker", quote.speaker_id or 0),
        build_filter_term("outlet", article.outlet_id or 0),
        build_filter_term("language", get_main_language(article.language)),
    ]
    if article.published:
        day = article.published.astimezone(UTC).date().isoformat()
        filters += [build_filter_term("month", day[:7]), build_filter_term("year", day[:4])]
    return {hash_term(term) for term in (*words, *filters)}
