"""JSON-LD of a lineage, in the vocabularies of schema.org and PROV-O.

Three layers in one graph. For schema.org Lavrov's passage is a `Quotation` whose parts are quotations too, each part of
a `NewsArticle` that OffGuardian or SANA published. For PROV-O every printing *was quoted from* the words as spoken,
which nobody here has; a wording *was derived from* another where that is shown or only one source fits, with our
certainty beside it. Where several sources fit, the derivations are listed and none is claimed. The source that an
article credits, seen or not, is its *primary source*.
"""

from collections.abc import Iterator
from typing import Any
from urllib.parse import quote as percent_encode

from articles.engine.descent.origins import Origin
from articles.engine.text.phrases import first_words
from articles.queries.lineage_snapshot import SOURCES_LISTED, LineageSnapshot, PrintingSnapshot, describe_certainty

JsonLdNode = dict[str, Any]

CONTEXT: JsonLdNode = {
    "@vocab": "https://schema.org/",
    "prov": "http://www.w3.org/ns/prov#",
    "id": "@id",
    "type": "@type",
    "datePublished": {"@type": "https://schema.org/Date"},
    **{
        name: {"@type": "@id"}
        for name in (
            *("url", "hasPart", "isPartOf", "isBasedOn", "sameAs", "archivedAt", "publisher"),
            *("prov:wasQuotedFrom", "prov:wasDerivedFrom", "prov:hadPrimarySource", "prov:specializationOf"),
            *("prov:alternateOf", "prov:wasAttributedTo", "prov:entity", "prov:hadRole"),
        )
    },
}
ASSERTED_CERTAINTIES = ("shown", "one")  # certainties at which one source is named
PAGE_WORDS = 120  # words of the base in the head of a page, which must not weigh more than the page


def build_graph(snapshot: LineageSnapshot) -> JsonLdNode:
    """Return the whole lineage as a graph."""
    nodes = [
        _build_lineage_node(snapshot),
        _build_speech_node(snapshot),
        *_iter_credit_nodes(snapshot),
        *_iter_wording_nodes(snapshot),
        *(_build_printing_node(snapshot, printing) for printing in snapshot.printings),
    ]
    return {"@context": CONTEXT, "@graph": nodes}


def build_page_json_ld(snapshot: LineageSnapshot) -> JsonLdNode:
    """Return the part that stands in the head of the page for search engines, in schema.org's words alone."""
    first = _build_printing_node(snapshot, snapshot.first)
    node = _build_lineage_node(snapshot) | {
        "text": first_words(snapshot.base_text, PAGE_WORDS),
        "isBasedOn": {key: first[key] for key in ("id", "type", "isPartOf")},
    }
    return {"@context": "https://schema.org"} | {
        _escape_keyword(key): value
        for key, value in _select_schema_org(node).items()
        if key not in ("hasPart", "prov:wasQuotedFrom")
    }


def _select_schema_org(node: JsonLdNode) -> JsonLdNode:
    """Return `node` without types of other vocabularies."""
    plain: JsonLdNode = {}
    for key, value in node.items():
        if isinstance(value, dict):
            plain[key] = {_escape_keyword(name): part for name, part in _select_schema_org(value).items()}
        elif isinstance(value, list) and key == "type":
            plain[key] = next(name for name in value if ":" not in name)
        else:
            plain[key] = value
    return plain


def _escape_keyword(key: str) -> str:
    return f"@{key}" if key in ("id", "type") else key


def _build_lineage_node(snapshot: LineageSnapshot) -> JsonLdNode:
    article = snapshot.first.article
    node: JsonLdNode = {
        "id": _lineage_id(snapshot),
        "type": ["Quotation", "prov:Entity"],
        "url": snapshot.address,
        "text": snapshot.base_text,
        "name": snapshot.title,
        "identifier": snapshot.code,
        "hasPart": [_printing_id(snapshot, printing) for printing in snapshot.printings],
        "prov:wasQuotedFrom": _speech_id(snapshot),
    }
    if article.language:
        node["inLanguage"] = article.language
    if article.printed_date.certain_day:
        node["datePublished"] = article.printed_date.certain_day
    if snapshot.speaker:
        node["creator"] = _build_speaker_node(snapshot, snapshot.first)
    if snapshot.pinned_revision:
        node["version"] = str(snapshot.pinned_revision.number)
    return node


def _build_speech_node(snapshot: LineageSnapshot) -> JsonLdNode:
    """Return the words as spoken, of which every printing is a quotation."""
    quotes = [printing.quote for printing in snapshot.printings]
    node: JsonLdNode = {
        "id": _speech_id(snapshot),
        "type": ["CreativeWork", "prov:Entity"],
        "name": "The words as spoken",
    }
    occasion = next((quote.occasion for quote in quotes if quote.occasion), "")
    if occasion:
        node["description"] = occasion
    said_on = next((quote.said_on for quote in quotes if quote.said_on), None)
    if said_on:
        node["dateCreated"] = said_on.isoformat()
    if snapshot.speaker:
        node["creator"] = _build_speaker_node(snapshot, snapshot.first)
        if "id" in node["creator"]:
            node["prov:wasAttributedTo"] = node["creator"]["id"]
    return node


def _build_speaker_node(snapshot: LineageSnapshot, printing: PrintingSnapshot) -> JsonLdNode:
    node: JsonLdNode = {"type": ["Person", "prov:Agent"], "name": printing.quote.attribution}
    speaker = printing.quote.speaker
    return {"id": snapshot.absolute(speaker.get_absolute_url())} | node if speaker else node


def _iter_credit_nodes(snapshot: LineageSnapshot) -> Iterator[JsonLdNode]:
    """Yield the sources that articles credit."""
    for name in dict.fromkeys(filter(None, (printing.credit for printing in snapshot.printings))):
        yield {"id": _credit_id(snapshot, name), "type": ["CreativeWork", "prov:Entity"], "creditText": name}


def _iter_wording_nodes(snapshot: LineageSnapshot) -> Iterator[JsonLdNode]:
    origins = {origin.wording: origin for origin in snapshot.descent.origins}
    for group in snapshot.wordings:
        node: JsonLdNode = {
            "id": _wording_id(snapshot, group.letter),
            "type": "prov:Entity",
            "text": group.first.text,
            "prov:alternateOf": _lineage_id(snapshot),
        }
        yield node | (_build_derivation(snapshot, origins[group.number]) if group.number in origins else {})


def _build_derivation(snapshot: LineageSnapshot, origin: Origin) -> JsonLdNode:
    """Return the wordings from which a wording may be derived; one is claimed only where no other source fits."""
    sources = [
        (_wording_id(snapshot, snapshot.wordings[source.wording].letter), source)
        for source in origin.sources[:SOURCES_LISTED]
        if source.wording is not None
    ]
    node: JsonLdNode = {}
    if origin.certainty in ASSERTED_CERTAINTIES and sources:
        node["prov:wasDerivedFrom"] = [sources[0][0]]
    if origin.certainty in (*ASSERTED_CERTAINTIES, "several") and sources:
        node["prov:qualifiedDerivation"] = [
            {
                "type": "prov:Derivation",
                "prov:entity": wording_id,
                "name": describe_certainty(origin.certainty, len(origin.sources)),
                "description": "; ".join(source.reasons),
            }
            for wording_id, source in sources
        ]
    return node


def _build_printing_node(snapshot: LineageSnapshot, printing: PrintingSnapshot) -> JsonLdNode:
    node: JsonLdNode = {
        "id": _printing_id(snapshot, printing),
        "type": ["Quotation", "prov:Entity"],
        "text": printing.text,
        "isPartOf": _build_article_node(snapshot, printing),
        "prov:specializationOf": _wording_id(snapshot, printing.wording),
        "prov:wasQuotedFrom": _speech_id(snapshot),
    }
    if printing.article.language:
        node["inLanguage"] = printing.article.language
    if printing.quote.attribution:
        node["creator"] = _build_speaker_node(snapshot, printing)
    if printing.credit:
        node["prov:hadPrimarySource"] = _credit_id(snapshot, printing.credit)
    return node


def _build_article_node(snapshot: LineageSnapshot, printing: PrintingSnapshot) -> JsonLdNode:
    article, outlet = printing.article, printing.outlet
    node: JsonLdNode = {
        "id": article.url or snapshot.get_printing_address(printing).partition("#")[0],
        "type": "NewsArticle",
        "headline": article.title,
    }
    if outlet:
        address = snapshot.absolute(outlet.get_absolute_url())
        node["publisher"] = {"id": address, "type": "NewsMediaOrganization", "name": outlet.name}
    if article.printed_date.certain_day:
        node["datePublished"] = article.printed_date.certain_day
    if article.byline:
        node["author"] = {"type": "Person", "name": article.byline}
    return node


def _lineage_id(snapshot: LineageSnapshot) -> str:
    """Return the identifier of the lineage: its address without the words that decorate it."""
    return f"{snapshot.site_address}q/{snapshot.code}"


def _printing_id(snapshot: LineageSnapshot, printing: PrintingSnapshot) -> str:
    return f"{_lineage_id(snapshot)}#printing-{printing.key}"


def _wording_id(snapshot: LineageSnapshot, letter: str) -> str:
    return f"{_lineage_id(snapshot)}#wording-{letter}"


def _speech_id(snapshot: LineageSnapshot) -> str:
    return f"{_lineage_id(snapshot)}#as-spoken"


def _credit_id(snapshot: LineageSnapshot, name: str) -> str:
    return f"{_lineage_id(snapshot)}#credit-{percent_encode(name, safe='')}"
