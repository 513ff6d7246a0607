"""Where exactly do the words of each printing stand, for tools that annotate the web?

A Web Annotation for each printing: its body is the lineage, its targets are the outlet's own page, where OffGuardian's
words are found by what they are and by the 32 characters around them, and the text as it was taken in here, where they
are found by their offsets as well. The offsets count code points of that text, not of the outlet's page, which may have
other words around the article; so they are not claimed of it.

Left to others: what the printing is (`linked`).
"""

from typing import Any

from articles.exports.snapshot import LineageSnapshot, PrintingSnapshot

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
CONTEXT_CHARACTERS = 32  # characters before and after the words, as many as hypothesis/client keeps


def build_annotation_page(standing: LineageSnapshot, address: str) -> dict[str, Any]:
    """All annotations of a lineage, as a page that `address` gives."""
    return {
        "@context": CONTEXT,
        "id": address,
        "type": "AnnotationPage",
        "items": [build_annotation(standing, each) for each in standing.printings],
    }


def build_annotation(standing: LineageSnapshot, each: PrintingSnapshot) -> dict[str, Any]:
    """One printing."""
    here = {
        "source": each.address.partition("#")[0],
        "selector": [_build_quote_selector(each), _build_position_selector(each)],
    }
    there = [{"source": each.url, "selector": _build_quote_selector(each)}] if each.url else []
    return {
        "id": f"{standing.site_address}q/{standing.code}#annotation-{each.key}",
        "type": "Annotation",
        "motivation": "identifying",
        "body": standing.address,
        "target": [*there, here],
    }


def _build_quote_selector(each: PrintingSnapshot) -> dict[str, Any]:
    return {"type": "TextQuoteSelector", "exact": each.text, "prefix": each.before, "suffix": each.after}


def _build_position_selector(each: PrintingSnapshot) -> dict[str, Any]:
    return {"type": "TextPositionSelector", "start": each.start, "end": each.end}
