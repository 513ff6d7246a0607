"""Web Annotations: where the words of each printing stand, for tools that annotate the web.

Each printing is an annotation. Its body is the lineage; its targets are the outlet's own page, where the words are
found by their text and the 32 characters around it, and the text as it was taken in here, where they are found by
offsets in code points as well. The outlet's page may have other words around the article, so no offsets are given.
"""

from typing import Any

from articles.queries.lineage_snapshot import LineageSnapshot, PrintingSnapshot

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
CONTEXT_CHARACTERS = 32  # characters before and after the words, as many as hypothesis/client keeps

SurroundingText = dict[int, tuple[str, str]]  # quote -> the text before and after its words


def build_annotation_page(snapshot: LineageSnapshot, surroundings: SurroundingText, address: str) -> dict[str, Any]:
    """Return all annotations of a lineage as the page at `address`."""
    items = [
        _build_annotation(snapshot, printing, *surroundings.get(printing.key, ("", "")))
        for printing in snapshot.printings
    ]
    return {"@context": CONTEXT, "id": address, "type": "AnnotationPage", "items": items}


def _build_annotation(snapshot: LineageSnapshot, printing: PrintingSnapshot, before: str, after: str) -> dict[str, Any]:
    url, own_page = printing.article.url, snapshot.get_printing_address(printing).partition("#")[0]
    text_selector = {"type": "TextQuoteSelector", "exact": printing.text, "prefix": before, "suffix": after}
    position_selector = {"type": "TextPositionSelector", "start": printing.start, "end": printing.end}
    outlet_target = [{"source": url, "selector": text_selector}] if url else []
    return {
        "id": f"{snapshot.site_address}q/{snapshot.code}#annotation-{printing.key}",
        "type": "Annotation",
        "motivation": "identifying",
        "body": snapshot.address,
        "target": [*outlet_target, {"source": own_page, "selector": [text_selector, position_selector]}],
    }
