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

from articles.exports.snapshot import Attestation, Origin, Standing

Node = dict[str, Any]

CONTEXT: Node = {
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
CLAIMED = ("shown", "one")  # certainties at which one source is named


def graph(standing: Standing) -> Node:
    """The whole lineage as JSON-LD."""
    nodes = [_lineage(standing), _spoken(standing), *_credited(standing), *_wordings(standing)]
    return {"@context": CONTEXT, "@graph": [*nodes, *(_printing(standing, each) for each in standing.attestations)]}


def opening(standing: Standing) -> Node:
    """The little of it that stands in the head of the page, for search engines."""
    first = _printing(standing, standing.first)
    node = _lineage(standing) | {"isBasedOn": {key: first[key] for key in ("id", "type", "isPartOf")}}
    return {"@context": "https://schema.org"} | {
        ("@" + key if key in ("id", "type") else key): value
        for key, value in _plain(node).items()
        if key not in ("hasPart", "prov:wasQuotedFrom")
    }


def _plain(node: Node) -> Node:
    """`node` without what is not schema.org's."""
    plain: Node = {}
    for key, value in node.items():
        if isinstance(value, dict):
            plain[key] = {("@" + at if at in ("id", "type") else at): each for at, each in _plain(value).items()}
        elif isinstance(value, list) and key == "type":
            plain[key] = next(each for each in value if ":" not in each)
        else:
            plain[key] = value
    return plain


def _lineage(standing: Standing) -> Node:
    node: Node = {
        "id": _at(standing),
        "type": ["Quotation", "prov:Entity"],
        "url": standing.address,
        "text": standing.base_text,
        "name": standing.title,
        "identifier": standing.code,
        "hasPart": [_printing_id(standing, each) for each in standing.attestations],
        "prov:wasQuotedFrom": _spoken_id(standing),
    }
    if standing.first.language:
        node["inLanguage"] = standing.first.language
    if standing.first.printed.surely:
        node["datePublished"] = standing.first.printed.surely
    if standing.speaker:
        node["creator"] = _speaker(standing.first)
    if standing.pin:
        node["version"] = str(standing.pin.number)
    return node


def _spoken(standing: Standing) -> Node:
    """The words as they were spoken, which are not in any printing's keeping."""
    node: Node = {"id": _spoken_id(standing), "type": ["CreativeWork", "prov:Entity"], "name": "The words as spoken"}
    told = next((each for each in standing.attestations if each.occasion), None)
    if told:
        node["description"] = told.occasion
    dated = next((each for each in standing.attestations if each.said_on), None)
    if dated and dated.said_on:
        node["dateCreated"] = dated.said_on.isoformat()
    if standing.speaker:
        node["creator"] = _speaker(standing.first)
        if standing.first.speaker_address:
            node["prov:wasAttributedTo"] = standing.first.speaker_address
    return node


def _speaker(each: Attestation) -> Node:
    named: Node = {"type": ["Person", "prov:Agent"], "name": each.speaker}
    return {"id": each.speaker_address} | named if each.speaker_address else named


def _credited(standing: Standing) -> Iterator[Node]:
    """Whom articles name as their source."""
    for name in dict.fromkeys(filter(None, (each.credit for each in standing.attestations))):
        yield {"id": _credit_id(standing, name), "type": ["CreativeWork", "prov:Entity"], "creditText": name}


def _wordings(standing: Standing) -> Iterator[Node]:
    origins = {origin.wording: origin for origin in standing.origins}
    for letter, first in standing.wordings.items():
        node: Node = {
            "id": _wording_id(standing, letter),
            "type": "prov:Entity",
            "text": first.text,
            "prov:alternateOf": _at(standing),
        }
        yield node | (_derivation(standing, origins[letter]) if letter in origins else {})


def _derivation(standing: Standing, origin: Origin) -> Node:
    """From which wording a wording was derived: claimed where one source fits, else only listed."""
    seen = [source for source in origin.sources if source.wording]
    node: Node = {}
    if origin.certainty in CLAIMED and seen:
        node["prov:wasDerivedFrom"] = [_wording_id(standing, source.wording) for source in seen[:1]]
    if origin.certainty in (*CLAIMED, "several") and seen:
        node["prov:qualifiedDerivation"] = [
            {
                "type": "prov:Derivation",
                "prov:entity": _wording_id(standing, source.wording),
                "name": origin.sure,
                "description": "; ".join(source.reasons),
            }
            for source in seen
        ]
    return node


def _printing(standing: Standing, each: Attestation) -> Node:
    node: Node = {
        "id": _printing_id(standing, each),
        "type": ["Quotation", "prov:Entity"],
        "text": each.text,
        "isPartOf": _article(each),
        "prov:specializationOf": _wording_id(standing, each.wording),
        "prov:wasQuotedFrom": _spoken_id(standing),
    }
    if each.language:
        node["inLanguage"] = each.language
    if each.speaker:
        node["creator"] = _speaker(each)
    if each.credit:
        node["prov:hadPrimarySource"] = _credit_id(standing, each.credit)
    return node


def _article(each: Attestation) -> Node:
    node: Node = {"id": each.url or each.address.partition("#")[0], "type": "NewsArticle", "headline": each.headline}
    if each.outlet:
        publisher: Node = {"type": "NewsMediaOrganization", "name": each.outlet}
        node["publisher"] = {"id": each.outlet_address} | publisher if each.outlet_address else publisher
    if each.printed.surely:
        node["datePublished"] = each.printed.surely
    if each.byline:
        node["author"] = {"type": "Person", "name": each.byline}
    return node


def _at(standing: Standing) -> str:
    """What stands for the lineage: its address without the words that decorate it."""
    return f"{standing.site_address}q/{standing.code}"


def _printing_id(standing: Standing, each: Attestation) -> str:
    return f"{_at(standing)}#printing-{each.key}"


def _wording_id(standing: Standing, letter: str) -> str:
    return f"{_at(standing)}#wording-{letter}"


def _spoken_id(standing: Standing) -> str:
    return f"{_at(standing)}#as-spoken"


def _credit_id(standing: Standing, name: str) -> str:
    return f"{_at(standing)}#credit-{percent_encoded(name, safe='')}"
