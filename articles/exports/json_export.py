"""JSON of a lineage for programs: ``/q/7KQ2M9X4VD.json``, and ``.jsonl`` with one printing a line.

Keys are plain words, lists keep their order, an unknown value is null or empty; offsets are in code points.
"""

import json
from collections.abc import Iterator
from typing import Any

from articles.engine.comparison.change_kinds import CHANGE_KINDS
from articles.engine.comparison.collation import Place, Reading
from articles.engine.descent.origins import Origin
from articles.models import Outlet, Speaker
from articles.queries.lineage_snapshot import SOURCES_LISTED, LineageSnapshot, PrintingSnapshot, describe_certainty


def serialize_lineage(snapshot: LineageSnapshot) -> dict[str, Any]:
    """Return a lineage with its printings, places and descent."""
    revision, address = snapshot.pinned_revision, snapshot.citation_address
    pinned = {"number": revision.number, "address": address, "made": revision.made.isoformat()} if revision else None
    return {
        "code": snapshot.code,
        "address": snapshot.address,
        "revision": pinned,
        "speaker": snapshot.speaker or None,
        "speaker_sure": snapshot.is_speaker_sure,
        "outlets": snapshot.descent.outlet_count,
        "independent_sources": snapshot.descent.independent_count,
        "base": {"wording": snapshot.base.letter, "text": snapshot.base_text},
        "printings": [serialize_printing(snapshot, printing) for printing in snapshot.printings],
        "places": [_serialize_place(snapshot, place) for place in snapshot.collation.places],
        "other_translations": [group.letter for group in snapshot.other_translations],
        "descent": [_serialize_origin(snapshot, origin) for origin in snapshot.descent.origins],
    }


def serialize_json_lines(snapshot: LineageSnapshot) -> Iterator[str]:
    """Yield each printing as a line of JSON that names its lineage."""
    for printing in snapshot.printings:
        row = {"lineage": snapshot.code, **serialize_printing(snapshot, printing)}
        yield json.dumps(row, ensure_ascii=False) + "\n"


def serialize_printing(snapshot: LineageSnapshot, printing: PrintingSnapshot) -> dict[str, Any]:
    """Return one printing of a lineage."""
    quote, article, outlet = printing.quote, printing.article, printing.outlet
    speaker = {"name": quote.attribution, "address": _get_address(snapshot, quote.speaker)}
    return {
        "id": printing.key,
        "number": printing.number,
        "wording": printing.wording,
        "text": printing.text,
        "start": printing.start,
        "end": printing.end,
        "outlet": {"name": outlet.name if outlet else "", "address": _get_address(snapshot, outlet)},
        "article": {
            "headline": article.title,
            "byline": article.byline or None,
            "address": snapshot.get_printing_address(printing),
            "url": article.url or None,
            "exact_url": printing.exact_address or None,
            "published": article.printed_date.iso or None,
            "precision": article.precision,
            "language": article.language or None,
            "excerpt": article.excerpt,
            "kind": article.kind,
            "said_on": article.said_on.isoformat() if article.said_on else None,
        },
        "seconds": quote.seconds,
        "recording_url": printing.recording_address or None,
        "speaker": speaker if quote.attribution else None,
        "speaker_sure": quote.is_speaker_sure,
        "occasion": quote.occasion or None,
        "said_on": quote.said_on.isoformat() if quote.said_on else None,
        "credit": printing.credit or None,
    }


def _get_address(snapshot: LineageSnapshot, page: Outlet | Speaker | None) -> str | None:
    return snapshot.absolute(page.get_absolute_url()) if page else None


def _serialize_place(snapshot: LineageSnapshot, place: Place) -> dict[str, Any]:
    return {
        "number": place.number,
        "start": place.span.start,
        "end": place.span.end,
        "inside": place.enclosing,
        "readings": [_serialize_reading(snapshot, reading) for reading in place.readings],
        "absent": snapshot.get_letters(place.absent),
    }


def _serialize_reading(snapshot: LineageSnapshot, reading: Reading) -> dict[str, Any]:
    change = reading.change
    kind = (
        {"kind": change.kind, "label": CHANGE_KINDS[change.kind].label, "danger": change.severity} if change else None
    )
    return {"wordings": snapshot.get_letters(reading.wordings), "text": reading.text, "change": kind}


def _serialize_origin(snapshot: LineageSnapshot, origin: Origin) -> dict[str, Any]:
    return {
        "wording": snapshot.wordings[origin.wording].letter,
        "certainty": origin.certainty,
        "in_words": describe_certainty(origin.certainty, len(origin.sources)),
        "sources": [
            {
                "wording": None if source.wording is None else snapshot.wordings[source.wording].letter,
                "unseen": source.unseen_outlet or None,
                "reasons": list(source.reasons),
            }
            for source in origin.sources[:SOURCES_LISTED]
        ],
    }
