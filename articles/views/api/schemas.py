"""In which shape is a row told to a program?

An outlet is ``{"slug": "sana", "name": "SANA", ...}``; a quote names its article and the codes of its lineages. Every
shape has the address of the page that people read. What is not known is null. Left to others: a lineage with its
printings, places and origins (`articles.exports.json_export`); the description of the shapes (`description`), which a
test holds to these.
"""

from collections.abc import Callable
from typing import Any

from articles.models import Article, Lineage, Outlet, Quote, Speaker
from articles.presentation.check_results import FindingView, PassageView
from articles.presentation.lineage_snapshot import get_print_date

Shape = dict[str, Any]
Whole = Callable[[str], str]


def outlet_shape(outlet: Outlet, whole: Whole) -> Shape:
    return {
        "slug": outlet.slug,
        "name": outlet.name,
        "address": whole(outlet.get_absolute_url()),
        "domain": outlet.domain or None,
        "kind": outlet.kind,
        "country": outlet.country or None,
    }


def speaker_shape(speaker: Speaker, whole: Whole) -> Shape:
    return {"slug": speaker.slug, "name": speaker.name, "address": whole(speaker.get_absolute_url())}


def article_shape(article: Article, whole: Whole) -> Shape:
    return {
        "id": article.pk,
        "headline": article.title,
        "byline": article.byline or None,
        "address": whole(article.get_absolute_url()),
        "url": article.url or None,
        "outlet": outlet_shape(article.outlet, whole) if article.outlet else None,
        "published": get_print_date(article).iso or None,
        "precision": article.precision,
        "language": article.language or None,
        "credit": article.credit or None,
        "excerpt": article.excerpt,
        "taken_in": article.taken_in.isoformat(),
    }


def words_shape(quote: Quote, whole: Whole) -> Shape:
    """A quote without its article."""
    return {
        "id": quote.pk,
        "text": quote.text,
        "start": quote.start,
        "end": quote.end,
        "address": whole(quote.get_absolute_url()),
        "speaker": speaker_shape(quote.speaker, whole) if quote.speaker else None,
        "attribution": quote.attribution or None,
        "cue": quote.cue or None,
        "occasion": quote.occasion or None,
        "said_on": quote.said_on.isoformat() if quote.said_on else None,
        "credit": quote.credit or None,
        "confidence": quote.confidence,
        "lineages": sorted(printing.lineage.code for printing in quote.printings.all()),
    }


def quote_shape(quote: Quote, whole: Whole) -> Shape:
    return words_shape(quote, whole) | {"article": article_shape(quote.article, whole)}


def lineage_shape(lineage: Lineage, whole: Whole) -> Shape:
    """A lineage as lists have it."""
    first = lineage.first
    return {
        "code": lineage.code,
        "address": whole(lineage.get_absolute_url()),
        "text": first.text if first else "",
        "speaker": speaker_shape(first.speaker, whole) if first and first.speaker else None,
        "outlets": lineage.outlet_count,
        "printings": lineage.printing_count,
        "first_printed": (get_print_date(first.article).iso or None) if first else None,
        "first_outlet": outlet_shape(first.article.outlet, whole) if first and first.article.outlet else None,
    }


def answer_shape(answer: PassageView, whole: Whole) -> Shape:
    """What is said of words that were checked."""
    return {
        "text": answer.text,
        "known": answer.known,
        "findings": [_verdict(verdict, whole) for verdict in answer.verdicts],
    }


def _verdict(verdict: FindingView, whole: Whole) -> Shape:
    finding = verdict.finding
    return {
        "verdict": verdict.sentence,
        "tone": verdict.tone.value,
        "code": finding.lineage.code,
        "address": whole(finding.lineage.get_absolute_url()),
        "outlet": verdict.outlet,
        "printed": finding.printing.text,
        "changes": [
            {"label": remark.label, "danger": remark.severity, "printed": remark.printed, "asked": remark.pasted}
            for remark in verdict.changes
        ],
    }
