"""JSON-LD is parsed as a graph, and claims no derivation that is only possible."""

import json

import pytest
from rdflib import Graph, Namespace, URIRef
from rdflib.namespace import RDF

from articles.exports import json_ld, web_annotation
from tests.support.snapshots import SITE, make_snapshot

# rdflib's own parser of JSON-LD still uses what rdflib has deprecated.
pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")

SCHEMA, PROV = Namespace("https://schema.org/"), Namespace("http://www.w3.org/ns/prov#")
AT = f"{SITE}q/7KQ2M9X4VD"
LINEAGE, A, B, C = (URIRef(f"{AT}{part}") for part in ("", "#wording-A", "#wording-B", "#wording-C"))
# What of the annotations' own context is needed to read them without asking for it over the network.
OFFLINE = {
    "oa": "http://www.w3.org/ns/oa#",
    "id": "@id",
    "type": "@type",
    "AnnotationPage": "https://www.w3.org/ns/activitystreams#OrderedCollectionPage",
    "items": {"@id": "https://www.w3.org/ns/activitystreams#items", "@container": "@list"},
    "Annotation": "oa:Annotation",
    "TextQuoteSelector": "oa:TextQuoteSelector",
    "TextPositionSelector": "oa:TextPositionSelector",
    "body": {"@id": "oa:hasBody", "@type": "@id"},
    "target": "oa:hasTarget",
    "source": {"@id": "oa:hasSource", "@type": "@id"},
    "selector": "oa:hasSelector",
    "exact": "oa:exact",
    "start": "oa:start",
}


def read(content: object) -> Graph:
    return Graph().parse(data=json.dumps(content), format="json-ld")


def test_graph_has_a_quotation_with_its_printings() -> None:
    graph = read(json_ld.build_graph(make_snapshot()))
    assert (LINEAGE, RDF.type, SCHEMA.Quotation) in graph
    parts = sorted(str(part) for part in graph.objects(LINEAGE, SCHEMA.hasPart))
    assert parts == [f"{AT}#printing-12", f"{AT}#printing-31", f"{AT}#printing-40"]
    for part in parts:
        assert (URIRef(part), PROV.wasQuotedFrom, URIRef(f"{AT}#as-spoken")) in graph
    article = graph.value(URIRef(parts[0]), SCHEMA.isPartOf)
    assert (article, RDF.type, SCHEMA.NewsArticle) in graph
    assert article == URIRef("https://off-guardian.org/x")


def test_graph_has_a_credit_as_primary_source() -> None:
    graph = read(json_ld.build_graph(make_snapshot()))
    source = graph.value(URIRef(f"{AT}#printing-12"), PROV.hadPrimarySource)
    assert str(graph.value(source, SCHEMA.creditText)) == "TASS"


def test_graph_claims_a_derivation_only_when_one_source_fits() -> None:
    graph = read(json_ld.build_graph(make_snapshot()))
    assert list(graph.subject_objects(PROV.wasDerivedFrom)) == [(B, A)]
    possible = {graph.value(each, PROV.entity) for each in graph.objects(C, PROV.qualifiedDerivation)}
    assert possible == {A, B}
    (derivation,) = graph.objects(B, PROV.qualifiedDerivation)
    assert str(graph.value(derivation, SCHEMA.name)) == "only this source fits"


def test_page_json_ld_has_schema_org_terms_alone() -> None:
    found = json_ld.build_page_json_ld(make_snapshot())
    assert found["@context"] == "https://schema.org"
    assert found["@type"] == "Quotation"
    assert found["creator"]["@type"] == "Person"
    assert found["isBasedOn"]["isPartOf"]["@type"] == "NewsArticle"
    assert "prov:" not in json.dumps(found)


def test_annotation_page_locates_each_printing() -> None:
    found = web_annotation.build_annotation_page(
        make_snapshot(), {12: ("\u201c", "\u201d he said")}, f"{AT}.annotations.jsonld"
    )
    first, second, _ = found["items"]
    assert found["@context"] == "http://www.w3.org/ns/anno.jsonld"
    assert [target["source"] for target in first["target"]] == [
        "https://off-guardian.org/x",
        f"{SITE}a/12/us-deliberately-sparing-islamic-state",
    ]
    assert first["target"][0]["selector"]["prefix"] == "\u201c"
    assert len(second["target"]) == 1
    graph = read(found | {"@context": OFFLINE})
    oa = Namespace("http://www.w3.org/ns/oa#")
    assert len(list(graph.subjects(RDF.type, oa.Annotation))) == 3
    assert len(list(graph.subjects(RDF.type, oa.TextPositionSelector))) == 3
