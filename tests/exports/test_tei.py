"""The TEI export holds the base letter for letter, names only listed witnesses, and is valid.

The documents are held to ``tei.rng``, which describes the part of TEI P5 that they use. Where ``TEI_SCHEMA`` names a
file - ``tei_all.rng``, which the Text Encoding Initiative gives away with each release - they are held to that too.
"""

import os
from pathlib import Path

import pytest
from lxml import etree

from articles.engine.text.spans import Span
from articles.exports.tei import NAMESPACE, render_tei
from articles.queries.lineage_snapshot import LineageSnapshot
from tests.support.snapshots import BASE, SANA_PRINTING, make_place, make_printing, make_reading, make_snapshot

TEI = {"t": NAMESPACE}
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"
NESTED = make_snapshot(
    places=(
        make_place(
            1, Span(8, 29), make_reading(" (life has proved it)", 0, 2), make_reading("", 1, kind="deletion.silent")
        ),
        make_place(
            2,
            Span(10, 14),
            make_reading("life", 0),
            make_reading("time", 2, kind="substitution"),
            absent=(1,),
            enclosing=1,
        ),
    )
)
STRANGE = make_snapshot(
    make_printing(text="\x00\x0b<b>&amp;", headline="", byline="A & B <c>", language=""),
    SANA_PRINTING,
    places=(),
    origins=(),
    families=((1,),),
    has_revision=False,
)
EVERY = [make_snapshot(), NESTED, STRANGE]
SCHEMAS = [Path(__file__).with_name("tei.rng"), *map(Path, filter(None, [os.environ.get("TEI_SCHEMA")]))]


def read(snapshot: LineageSnapshot) -> etree._Element:
    return etree.fromstring(render_tei(snapshot).encode())


@pytest.mark.parametrize("each", [make_snapshot(), NESTED])
def test_tei_is_the_base_when_other_readings_are_removed(each: LineageSnapshot) -> None:
    said = read(each).find(".//t:said", TEI)
    assert said is not None
    for reading in said.findall(".//t:rdg", TEI):
        parent = reading.getparent()
        assert parent is not None
        parent.remove(reading)
    assert "".join(map(str, said.itertext())) == BASE


def test_tei_place_has_readings_with_their_witnesses() -> None:
    app = read(make_snapshot()).findall(".//t:app", TEI)[1]
    assert [(each.tag.partition("}")[2], each.get("wit"), each.text) for each in app] == [
        ("lem", "#A #C", "Islamic State"),
        ("rdg", "#B", "ISIS"),
    ]
    assert app[1].get("type") == "name_swap"


def test_tei_nests_a_place_in_the_lemma_of_the_enclosing_place() -> None:
    outer = read(NESTED).find(".//t:said/t:app", TEI)
    assert outer is not None
    inner = outer.find("t:lem/t:app", TEI)
    assert inner is not None
    assert inner.find("t:rdg/t:gap", TEI) is not None


@pytest.mark.parametrize("each", [make_snapshot(), NESTED])
def test_tei_lists_every_witness_that_it_names(each: LineageSnapshot) -> None:
    root = read(each)
    listed = {f"#{witness.get(XML_ID)}" for witness in root.findall(".//t:witness", TEI)}
    named = {wit for element in root.iter() for wit in (element.get("wit") or "").split()}
    assert named <= listed
    assert root.xpath("string(//t:witness[@xml:id='B']/t:bibl/t:date/@cert)", namespaces=TEI) == "medium"


def test_tei_replaces_characters_that_xml_forbids() -> None:
    said = read(STRANGE).find(".//t:said", TEI)
    assert said is not None
    assert said.text == "\ufffd\ufffd<b>&amp;"


@pytest.mark.parametrize("schema", SCHEMAS, ids=lambda path: path.stem)
@pytest.mark.parametrize("each", EVERY)
def test_tei_is_valid_by_the_schema(each: LineageSnapshot, schema: Path) -> None:
    etree.RelaxNG(etree.parse(schema)).assertValid(read(each))


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ('<rdg wit="#B"', '<rdg witness="#B"'),
        ("<listWit>", "<listWit><witness/>"),
        ('when="2015-11-17"', 'when="17 November 2015"'),
        ("<p><said", "<p><q/><said"),
    ],
)
def test_tei_schema_refuses_other_markup(right: str, wrong: str) -> None:
    text = render_tei(make_snapshot())
    assert right in text
    schema = etree.RelaxNG(etree.parse(SCHEMAS[0]))
    assert not schema.validate(etree.fromstring(text.replace(right, wrong, 1).encode()))
