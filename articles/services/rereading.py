"""Rereading: find again who said the quotations of stored articles, after the program has learnt to tell better.

`reread_article` reads an article's stored text again and brings the speakers of its quotations and paraphrases up to
date, with occasion and credited source and how sure the speaker is. What a curator settled stays: a quotation is known
again by its place in the text, else by its words, else by the words that it shares. No quotation is added, removed or
moved: its matches, rulings and printings stand on its words.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from django.db import transaction
from django.db.models import QuerySet

from articles.engine.cleaning.paragraphs import Label, Paragraph
from articles.engine.extraction import Extraction, Quotation, find_indirect_speech, find_quotations
from articles.engine.text.normalization import fold
from articles.models import Article, IndirectQuote, Lineage, Quote
from articles.models.article_version import FIRST_VERSION
from articles.models.db.advisory_lock import INGEST_LOCK, acquire_lock
from articles.services.attribution import build_attribution, resolve_credits, resolve_speakers
from articles.services.corrections.articles import refresh_lineages
from articles.services.search_index import update_index

# The fields that reading again sets; the span is not among them.
FIELDS = (
    *("speaker", "speaker_name", "speaker_text", "speaker_certainty", "rule", "confidence"),
    *("cue", "occasion", "said_on", "credit"),
)
MIN_SHARED = 0.5  # share of the shorter of two spans from which they are one quotation, if no place and words agree

StoredT = TypeVar("StoredT", Quote, IndirectQuote)


@dataclass(frozen=True, slots=True)
class RereadResult:
    """How many quotations and paraphrases of an article have another attribution now, and how many are settled."""

    changed: int = 0
    settled: int = 0
    other_speakers: int = 0  # of the changed ones, how many have another speaker

    def __add__(self, other: "RereadResult") -> "RereadResult":
        """Add up two articles."""
        return RereadResult(
            self.changed + other.changed,
            self.settled + other.settled,
            self.other_speakers + other.other_speakers,
        )


@transaction.atomic
def reread_article(article: Article) -> RereadResult:
    """Read a stored article again; bring the attributions of its quotations and paraphrases up to date."""
    acquire_lock()
    acquire_lock(INGEST_LOCK)
    extraction = _extract(article, article.text, article.paragraphs)
    indirect = () if article.is_spoken else find_indirect_speech(article.text, extraction)
    told = [content.quotation for content in indirect]
    of_first = Quote.objects.filter(version=FIRST_VERSION)
    quotes, result = _update_attributions(article, article.text, of_first, extraction.quotations)
    for version in article.versions.defer("original"):
        own = Quote.objects.filter(version=version.number)
        found = _extract(article, version.text, version.paragraphs).quotations
        changed, of_version = _update_attributions(article, version.text, own, found)
        quotes, result = [*quotes, *changed], result + of_version
    _, of_told = _update_attributions(article, article.text, IndirectQuote.objects.all(), told)
    update_index(quote.pk for quote in quotes)
    refresh_lineages(Lineage.objects.filter(printings__quote__in=quotes).distinct())
    return result + of_told


def _extract(article: Article, text: str, stored: Iterable[Sequence[Any]]) -> Extraction:
    paragraphs = tuple(Paragraph(start, end, Label(label), rule) for start, end, label, rule in stored)
    return find_quotations(
        text,
        title=article.title or None,
        credit=article.credit or None,
        paragraphs=paragraphs,
        language=article.language or None,
        is_spoken=article.is_spoken,
    )


def _update_attributions(
    article: Article, text: str, stored: QuerySet[StoredT], found: Sequence[Quotation]
) -> tuple[list[StoredT], RereadResult]:
    """Update the stored rows that were found again, but not the settled ones; return the changed ones."""
    rows: list[StoredT] = list(stored.filter(article=article).select_related("speaker").order_by("start"))
    settled = sum(row.is_speaker_settled for row in rows)
    again = {row.pk: _find_again(row, found, text) for row in rows if not row.is_speaker_settled}
    pairs = [(row, quotation) for row in rows if (quotation := again.get(row.pk))]
    speakers = resolve_speakers(quotation for _, quotation in pairs)
    credits = resolve_credits(filter(None, (quotation.credit for _, quotation in pairs)))
    changed, moved = [], 0
    for row, quotation in pairs:
        attribution = build_attribution(article, quotation, speakers, credits)
        new = {name: attribution[name] for name in FIELDS if getattr(row, name) != attribution[name]}
        for name, value in new.items():
            setattr(row, name, value)
        if new:
            changed.append(row)
            moved += "speaker" in new
    stored.model._default_manager.bulk_update(changed, FIELDS)
    return changed, RereadResult(len(changed), settled, moved)


def _find_again(row: Quote | IndirectQuote, found: Iterable[Quotation], text: str) -> Quotation | None:
    """Find the quotation that a stored one is: by its place, else by its words, else by most of its words."""
    found = list(found)
    same_place = [each for each in found if (each.start, each.end) == (row.start, row.end)]
    same_words = [each for each in found if fold(text[each.start : each.end]) == row.folded]
    overlapping = [each for each in found if _measure_shared(row, each) >= MIN_SHARED]
    nearest = sorted(same_words, key=lambda each: abs(each.start - row.start))
    fullest = sorted(overlapping, key=lambda each: -_measure_shared(row, each))
    return next(iter([*same_place, *nearest, *fullest]), None)


def _measure_shared(row: Quote | IndirectQuote, again: Quotation) -> float:
    """Return which share of the shorter of two spans lies in both."""
    shared = min(row.end, again.end) - max(row.start, again.start)
    return shared / max(1, min(row.end - row.start, again.end - again.start))
