"""JSON-LD of a lineage, in the vocabularies of schema.org and PROV-O.

For schema.org Lavrov's passage is a `Quotation` whose parts are quotations too, each part of a `NewsArticle` that
OffGuardian or SANA published. For PROV-O every printing *was quoted from* the words as spoken, which nobody here has; a
wording *was derived from* another where that is shown or only one source fits. Where several sources fit, the
derivations are listed with our certainty and none is claimed. The source that an article credits, seen or not, is its
*primary source*.
"""

from collections.abc import Iterator
from typing import Any
from urllib.parse import quote as percent_encode

from articles.engine.descent.origins import Origin
from articles.engine.text.phrases import first_words
from articles.queries.lineage_snapshot import SOURCES_LISTED, LineageSnapshot, PrintingSnapshot, describe_certainty

JsonLdNode = dict[str, Any]

_ADDRESS_KEYS = """
    url recordedIn hasPart isPartOf isBasedOn sameAs archivedAt publisher prov:wasQuotedFrom prov:wasDerivedFrom
    prov:hadPrimarySource prov:specializationOf prov:alternateOf prov:wasAttributedTo prov:entity prov:hadRole
""".split()
CONTEXT: JsonLdNode = {
    "@vocab": "https://schema.org/",
    "prov": "http://www.w3.org/ns/prov#",
    "id": "@id",
    "type": "@type",
    "datePublished": {"@type": "https://schema.org/Date"},
} | {key: {"@type": "@id"} for key in _ADDRESS_KEYS}
ASSERTED_CERTAINTIES = ("shown", "one")  # certainties at which one source is named
PAGE_WORDS = 120  # words of the base in the head of a page, which must not weigh more than the page


def build_graph(snapshot: LineageSnapshot) -> JsonLdNode:
    """Return the whole lineage as a graph."""
    nodes = [
        _build_lineage_node(snapshot),
        _build_speech_node(snapshot),
        *_iter_event_nodes(snapshot),
        *_iter_credit_nodes(snapshot),
        *_iter_wording_nodes(snapshot),
        *(_build_printing_node(snapshot, printing) for printing in snapshot.printings),
    ]
    return {"@context": CONTEXT, "@graph": [_omit_unknown(node) for node in nodes]}


def build_page_json_ld(snapshot: LineageSnapshot) -> JsonLdNode:
    """Return the part that stands in the head of the page for search engines, in schema.org's words alone."""
    first = _build_printing_node(snapshot, snapshot.first)
    node = _build_lineage_node(snapshot) | {
        "text": first_words(snapshot.base_text, PAGE_WORDS),
        "isBasedOn": {key: first[key] for key in ("id", "type", "isPartOf")},
    }
    del node["hasPart"], node["prov:wasQuotedFrom"]
    return {"@context": "https://schema.org"} | _select_schema_org(_omit_unknown(node))


def _select_schema_org(node: JsonLdNode) -> JsonLdNode:
    """Return `node` in schema.org's keywords, without types of other vocabularies."""
    plain: JsonLdNode = {}
    for key, value in node.items():
        if isinstance(value, dict):
            plain[key] = _select_schema_org(value)
        elif key == "type":
            plain["@type"] = next(name for name in value if ":" not in name) if isinstance(value, list) else value
        else:
            plain["@id" if key == "id" else key] = value
    return plain


def _omit_unknown(node: JsonLdNode) -> JsonLdNode:
    """Return `node` without what is None, in nodes inside it too."""
    known = {key: value for key, value in node.items() if value is not None}
    return {key: _omit_unknown(value) if isinstance(value, dict) else value for key, value in known.items()}


def _build_lineage_node(snapshot: LineageSnapshot) -> JsonLdNode:
    article, revision = snapshot.first.article, snapshot.pinned_revision
    return {
        "id": _build_id(snapshot),
        "type": ["Quotation", "prov:Entity"],
        "url": snapshot.address,
        "text": snapshot.base_text,
        "name": snapshot.title,
        "identifier": snapshot.code,
        "hasPart": [_build_id(snapshot, "printing", printing.key) for printing in snapshot.printings],
        "prov:wasQuotedFrom": _build_speech_id(snapshot),
        "inLanguage": article.language or None,
        "datePublished": article.printed_date.certain_day or None,
        **_build_attribution(snapshot, snapshot.first, is_probable=not snapshot.sure_speaker),
        "version": str(revision.number) if revision else None,
    }


def _build_speech_node(snapshot: LineageSnapshot) -> JsonLdNode:
    """Return the words as spoken, of which every printing is a quotation."""
    quotes = [printing.quote for printing in snapshot.printings]
    attribution = _build_attribution(snapshot, snapshot.first, is_probable=not snapshot.sure_speaker)
    speaker = attribution.get("creator")
    return {
        "id": _build_speech_id(snapshot),
        "type": ["CreativeWork", "prov:Entity"],
        "name": "The words as spoken",
        "description": next((quote.occasion for quote in quotes if quote.occasion), None),
        "dateCreated": next((quote.said_on.isoformat() for quote in quotes if quote.said_on), None),
        **attribution,
        "prov:wasAttributedTo": speaker.get("id") if speaker else None,
    }


def _iter_event_nodes(snapshot: LineageSnapshot) -> Iterator[JsonLdNode]:
    """Yield the event at which the words were said, with the transcript or recording of it."""
    if speech := snapshot.speech:
        said_on = speech.article.said_on
        yield {
            "id": _build_id(snapshot, "event"),
            "type": "Event",
            "name": speech.article.title or "The speech",
            "startDate": said_on.isoformat() if said_on else None,
            "recordedIn": _build_article_id(snapshot, speech),
        }


def _build_attribution(snapshot: LineageSnapshot, printing: PrintingSnapshot, *, is_probable: bool) -> JsonLdNode:
    """Return the creator of the words; of a speaker who is no fact only that somebody may have said them."""
    speaker = _build_speaker_node(snapshot, printing)
    if speaker is None or not is_probable:
        return {"creator": speaker}
    return {"prov:qualifiedAttribution": {"type": "prov:Attribution", "prov:agent": speaker, "name": "probably"}}


def _build_speaker_node(snapshot: LineageSnapshot, printing: PrintingSnapshot) -> JsonLdNode | None:
    if not printing.quote.attribution:
        return None
    node: JsonLdNode = {"type": ["Person", "prov:Agent"], "name": printing.quote.attribution}
    speaker = printing.quote.speaker
    return {"id": snapshot.absolute(speaker.get_absolute_url())} | node if speaker else node


def _iter_credit_nodes(snapshot: LineageSnapshot) -> Iterator[JsonLdNode]:
    """Yield the sources that articles credit."""
    for name in dict.fromkeys(filter(None, (printing.credit for printing in snapshot.printings))):
        yield {"id": _build_id(snapshot, "credit", name), "type": ["CreativeWork", "prov:Entity"], "creditText": name}


def _iter_wording_nodes(snapshot: LineageSnapshot) -> Iterator[JsonLdNode]:
    origins = {origin.wording: origin for origin in snapshot.descent.origins}
    for group in snapshot.wordings:
        node: JsonLdNode = {
            "id": _build_id(snapshot, "wording", group.letter),
            "type": "prov:Entity",
            "text": group.first.text,
            "prov:alternateOf": _build_id(snapshot),
        }
        yield node | (_build_derivation(snapshot, origins[group.number]) if group.number in origins else {})


def _build_derivation(snapshot: LineageSnapshot, origin: Origin) -> JsonLdNode:
    """Return the wordings from which a wording may be derived; one is claimed only where no other source fits."""
    sources = [
        (_build_id(snapshot, "wording", snapshot.wordings[source.wording].letter), source)
        for source in origin.sources[:SOURCES_LISTED]
        if source.wording is not None
    ]
    if not sources or origin.certainty not in (*ASSERTED_CERTAINTIES, "several"):
        return {}
    derivations = [
        {
            "type": "prov:Derivation",
            "prov:entity": wording_id,
            "name": describe_certainty(origin.certainty, len(origin.sources)),
            "description": "; ".join(source.reasons),
        }
        for wording_id, source in sources
    ]
    claimed = {"prov:wasDerivedFrom": [sources[0][0]]} if origin.certainty in ASSERTED_CERTAINTIES else {}
    return {**claimed, "prov:qualifiedDerivation": derivations}


def _build_printing_node(snapshot: LineageSnapshot, printing: PrintingSnapshot) -> JsonLdNode:
    return {
        "id": _build_id(snapshot, "printing", printing.key),
        "type": ["Quotation", "prov:Entity"],
        "text": printing.text,
        "isPartOf": _build_article_node(snapshot, printing),
        "prov:specializationOf": _build_id(snapshot, "wording", printing.wording),
        "prov:wasQuotedFrom": _build_speech_id(snapshot),
        "inLanguage": printing.article.language or None,
        **_build_attribution(snapshot, printing, is_probable=printing.quote.is_speaker_probable),
        "prov:hadPrimarySource": _build_id(snapshot, "credit", printing.credit) if printing.credit else None,
    }


def _build_article_node(snapshot: LineageSnapshot, printing: PrintingSnapshot) -> JsonLdNode:
    article, outlet, publisher = printing.article, printing.outlet, None
    if outlet:
        address = snapshot.absolute(outlet.get_absolute_url())
        publisher = {"id": address, "type": "NewsMediaOrganization", "name": outlet.name}
    spoken: JsonLdNode = {"type": "NewsArticle"}
    if printing.is_spoken:
        seconds = printing.quote.seconds
        spoken = {
            "type": "CreativeWork" if seconds is None else "Clip",
            "genre": article.kind,
            "startOffset": seconds,
            "url": printing.recording_address or None,
        }
    return {
        "id": _build_article_id(snapshot, printing),
        **spoken,
        "headline": article.title,
        "publisher": publisher,
        "datePublished": article.printed_date.certain_day or None,
        "author": {"type": "Person", "name": article.byline} if article.byline else None,
    }


def _build_article_id(snapshot: LineageSnapshot, printing: PrintingSnapshot) -> str:
    return printing.article.url or snapshot.get_printing_address(printing).partition("#")[0]


def _build_id(snapshot: LineageSnapshot, part: str = "", name: str | int = "") -> str:
    """Return the identifier of the lineage, its address without the words that decorate it, or of a part of it."""
    lineage = f"{snapshot.site_address}q/{snapshot.code}"
    return f"{lineage}#{part}-{percent_encode(str(name), safe='')}" if part else lineage


def _build_speech_id(snapshot: LineageSnapshot) -> str:
    return f"{_build_id(snapshot)}#as-spoken"
