"""What does a program want to know of a lineage?

``/q/7KQ2M9X4VD.json`` is Lavrov's words as data: three printings with who printed them, when and on whose credit, the
place where SANA has "ISIS" for "the Islamic State", and from which wording each may have been taken.
``/q/7KQ2M9X4VD.jsonl`` has one printing a line, for tools that read line by line.

Names are plain words, lists keep their order, what is not known is null or left empty; offsets are code points. Left to
others: linked data (`linked`), tables (`table`).
"""

import json
from collections.abc import Iterator
from typing import Any

from articles.exports.snapshot import LineageSnapshot, OriginSnapshot, PlaceSnapshot, PrintingSnapshot


def serialize_lineage(standing: LineageSnapshot) -> dict[str, Any]:
    """All that is said of the lineage."""
    return {
        "code": standing.code,
        "address": standing.address,
        "revision": _serialize_revision(standing),
        "speaker": standing.speaker or None,
        "outlets": standing.outlet_count,
        "independent_sources": standing.independent_sources,
        "base": {"wording": standing.base_wording, "text": standing.base_text},
        "printings": [serialize_printing(each) for each in standing.printings],
        "places": [_serialize_place(place) for place in standing.places],
        "other_translations": list(standing.other_translations),
        "descent": [_serialize_origin(origin) for origin in standing.origins],
    }


def serialize_json_lines(standing: LineageSnapshot) -> Iterator[str]:
    """Each printing as a line of JSON that names its lineage."""
    for each in standing.printings:
        yield json.dumps({"lineage": standing.code, **serialize_printing(each)}, ensure_ascii=False) + "\n"


def serialize_printing(each: PrintingSnapshot) -> dict[str, Any]:
    """One printing."""
    return {
        "id": each.key,
        "number": each.number,
        "wording": each.wording,
        "text": each.text,
        "start": each.start,
        "end": each.end,
        "outlet": {"name": each.outlet, "address": each.outlet_address or None},
        "article": {
            "headline": each.headline,
            "byline": each.byline or None,
            "address": each.address,
            "url": each.url or None,
            "exact_url": each.exact_url or None,
            "published": each.published.iso or None,
            "precision": each.published.precision,
            "language": each.language or None,
            "excerpt": each.excerpt,
        },
        "speaker": {"name": each.speaker, "address": each.speaker_address or None} if each.speaker else None,
        "occasion": each.occasion or None,
        "said_on": each.said_on.isoformat() if each.said_on else None,
        "credit": each.credit or None,
    }


def _serialize_revision(standing: LineageSnapshot) -> dict[str, Any] | None:
    pin = standing.pinned_revision
    return {"number": pin.number, "address": pin.address, "made": pin.made.isoformat()} if pin else None


def _serialize_place(place: PlaceSnapshot) -> dict[str, Any]:
    return {
        "number": place.number,
        "start": place.start,
        "end": place.end,
        "inside": place.inside,
        "readings": [
            {
                "wordings": list(reading.wordings),
                "text": reading.text,
                "change": {"kind": reading.kind, "label": reading.label, "danger": reading.severity}
                if reading.kind
                else None,
            }
            for reading in place.readings
        ],
        "absent": list(place.absent),
    }


def _serialize_origin(origin: OriginSnapshot) -> dict[str, Any]:
    return {
        "wording": origin.wording,
        "certainty": origin.certainty,
        "in_words": origin.certainty_text,
        "sources": [
            {"wording": source.wording or None, "unseen": source.unseen_source or None, "reasons": list(source.reasons)}
            for source in origin.sources
        ],
    }
