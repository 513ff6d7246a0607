"""What does a lineage say to those who read linked data?

Three layers in one graph. In schema.org's words Lavrov's passage is a `Quotation` whose parts are quotations too, each
part of a `NewsArticle` that OffGuardian or SANA published. In PROV-O's, every printing *was quoted from* words that
were spoken and that nobody here has; a wording *was derived from* another where that is shown or fits only one, with
our certainty beside it; where it fits several, the derivations are listed and none is claimed. Whom an article credits,
seen or not, is its *primary source*.

Left to others: where the words stand, for annotation tools (`annotation`).
"""

from collections.abc import Iterator
from typing import Any
from urllib.parse import quote as percent_encoded

from articles.exports.snapshot import LineageSnapshot, OriginSnapshot, PrintingSnapshot

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


def build_graph(standing: LineageSnapshot) -> JsonLdNode:
    """The whole lineage as JSON-LD."""
    nodes = [
        _build_lineage_node(standing),
        _build_speech_node(standing),
        *_iter_credit_nodes(standing),
        *_iter_wording_nodes(standing),
    ]
    return {
        "@context": CONTEXT,
        "@graph": [*nodes, *(_build_printing_node(standing, each) for each in standing.printings)],
    }


def build_page_json_ld(standing: LineageSnapshot) -> JsonLdNode:
    """The little of it that stands in the head of the page, for search engines."""
    first = _build_printing_node(standing, standing.first)
    node = _build_lineage_node(standing) | {"isBasedOn": {key: first[key] for key in ("id", "type", "isPartOf")}}
    return {"@context": "https://schema.org"} | {
        ("@" + key if key in ("id", "type") else key): value
        for key, value in _select_schema_org(node).items()
        if key not in ("hasPart", "prov:wasQuotedFrom")
    }


def _select_schema_org(node: JsonLdNode) -> JsonLdNode:
    """`node` without what is not schema.org's."""
    plain: JsonLdNode = {}
    for key, value in node.items():
        if isinstance(value, dict):
            plain[key] = {
                ("@" + at if at in ("id", "type") else at): each for at, each in _select_schema_org(value).items()
            }
        elif isinstance(value, list) and key == "type":
            plain[key] = next(each for each in value if ":" not in each)
        else:
            plain[key] = value
    return plain


def _build_lineage_node(standing: LineageSnapshot) -> JsonLdNode:
    node: JsonLdNode = {
        "id": _lineage_id(standing),
        "type": ["Quotation", "prov:Entity"],
        "url": standing.address,
        "text": standing.base_text,
        "name": standing.title,
        "identifier": standing.code,
        "hasPart": [_printing_id(standing, each) for each in standing.printings],
        "prov:wasQuotedFrom": _speech_id(standing),
    }
    if standing.first.language:
        node["inLanguage"] = standing.first.language
    if standing.first.published.certain_day:
        node["datePublished"] = standing.first.published.certain_day
    if standing.speaker:
        node["creator"] = _build_speaker_node(standing.first)
    if standing.pinned_revision:
        node["version"] = str(standing.pinned_revision.number)
    return node


def _build_speech_node(standing: LineageSnapshot) -> JsonLdNode:
    """The words as they were spoken, which are not in any printing's keeping."""
    node: JsonLdNode = {
        "id": _speech_id(standing),
        "type": ["CreativeWork", "prov:Entity"],
        "name": "The words as spoken",
    }
    told = next((each for each in standing.printings if each.occasion), None)
    if told:
        node["description"] = told.occasion
    dated = next((each for each in standing.printings if each.said_on), None)
    if dated and dated.said_on:
        node["dateCreated"] = dated.said_on.isoformat()
    if standing.speaker:
        node["creator"] = _build_speaker_node(standing.first)
        if standing.first.speaker_address:
            node["prov:wasAttributedTo"] = standing.first.speaker_address
    return node


def _build_speaker_node(each: PrintingSnapshot) -> JsonLdNode:
    named: JsonLdNode = {"type": ["Person", "prov:Agent"], "name": each.speaker}
    return {"id": each.speaker_address} | named if each.speaker_address else named


def _iter_credit_nodes(standing: LineageSnapshot) -> Iterator[JsonLdNode]:
    """Whom articles name as their source."""
    for name in dict.fromkeys(filter(None, (each.credit for each in standing.printings))):
        yield {"id": _credit_id(standing, name), "type": ["CreativeWork", "prov:Entity"], "creditText": name}


def _iter_wording_nodes(standing: LineageSnapshot) -> Iterator[JsonLdNode]:
    origins = {origin.wording: origin for origin in standing.origins}
    for letter, first in standing.wordings.items():
        node: JsonLdNode = {
            "id": _wording_id(standing, letter),
            "type": "prov:Entity",
            "text": first.text,
            "prov:alternateOf": _lineage_id(standing),
        }
        yield node | (_build_derivation(standing, origins[letter]) if letter in origins else {})


def _build_derivation(standing: LineageSnapshot, origin: OriginSnapshot) -> JsonLdNode:
    """From which wording a wording was derived: claimed where one source fits, else only listed."""
    seen = [source for source in origin.sources if source.wording]
    node: JsonLdNode = {}
    if origin.certainty in ASSERTED_CERTAINTIES and seen:
        node["prov:wasDerivedFrom"] = [_wording_id(standing, source.wording) for source in seen[:1]]
    if origin.certainty in (*ASSERTED_CERTAINTIES, "several") and seen:
        node["prov:qualifiedDerivation"] = [
            {
                "type": "prov:Derivation",
                "prov:entity": _wording_id(standing, source.wording),
                "name": origin.certainty_text,
                "description": "; ".join(source.reasons),
            }
            for source in seen
        ]
    return node


def _build_printing_node(standing: LineageSnapshot, each: PrintingSnapshot) -> JsonLdNode:
    node: JsonLdNode = {
        "id": _printing_id(standing, each),
        "type": ["Quotation", "prov:Entity"],
        "text": each.text,
        "isPartOf": _build_article_node(each),
        "prov:specializationOf": _wording_id(standing, each.wording),
        "prov:wasQuotedFrom": _speech_id(standing),
    }
    if each.language:
        node["inLanguage"] = each.language
    if each.speaker:
        node["creator"] = _build_speaker_node(each)
    if each.credit:
        node["prov:hadPrimarySource"] = _credit_id(standing, each.credit)
    return node


def _build_article_node(each: PrintingSnapshot) -> JsonLdNode:
    node: JsonLdNode = {
        "id": each.url or each.address.partition("#")[0],
        "type": "NewsArticle",
        "headline": each.headline,
    }
    if each.outlet:
        publisher: JsonLdNode = {"type": "NewsMediaOrganization", "name": each.outlet}
        node["publisher"] = {"id": each.outlet_address} | publisher if each.outlet_address else publisher
    if each.published.certain_day:
        node["datePublished"] = each.published.certain_day
    if each.byline:
        node["author"] = {"type": "Person", "name": each.byline}
    return node


def _lineage_id(standing: LineageSnapshot) -> str:
    """What stands for the lineage: its address without the words that decorate it."""
    return f"{standing.site_address}q/{standing.code}"


def _printing_id(standing: LineageSnapshot, each: PrintingSnapshot) -> str:
    return f"{_lineage_id(standing)}#printing-{each.key}"


def _wording_id(standing: LineageSnapshot, letter: str) -> str:
    return f"{_lineage_id(standing)}#wording-{letter}"


def _speech_id(standing: LineageSnapshot) -> str:
    return f"{_lineage_id(standing)}#as-spoken"


def _credit_id(standing: LineageSnapshot, name: str) -> str:
    return f"{_lineage_id(standing)}#credit-{percent_encoded(name, safe='')}"
