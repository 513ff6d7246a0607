"""How does a textual scholar write a lineage down?

As a critical apparatus in TEI P5, by parallel segmentation: the base text, and at each place an ``app`` with the base's
own reading as its ``lem`` and every other as a ``rdg`` that names its witnesses:
``<app><lem wit="#A #C">the Islamic State</lem><rdg wit="#B" type="substitution.name">ISIS</rdg></app>``. A witness is a
wording; the printings of it are listed as its ``bibl``. A place inside a longer one stands in the longer one's ``lem``.
A wording that has nothing to compare at a place is a ``gap`` there. Other translations are witnesses without a reading.

Left to others: finding the places (`engine.collation`).
"""

from collections.abc import Iterable, Sequence
from xml.etree import ElementTree
from xml.etree.ElementTree import Element, SubElement

from articles.engine.text.phrases import counted
from articles.exports.snapshot import ABOUT, Attestation, Place, Reading, Standing
from articles.exports.xml_text import xml_text

NAMESPACE = "http://www.tei-c.org/ns/1.0"


def tei(standing: Standing) -> str:
    """The lineage as a TEI document."""
    root = Element("TEI", {"xmlns": NAMESPACE})
    header = SubElement(root, "teiHeader")
    _file(SubElement(header, "fileDesc"), standing)
    encoding = SubElement(header, "encodingDesc")
    SubElement(encoding, "variantEncoding", {"method": "parallel-segmentation", "location": "internal"})
    if standing.first.language:
        profile = SubElement(SubElement(header, "profileDesc"), "langUsage")
        _text(SubElement(profile, "language", {"ident": standing.first.language}), standing.first.language)
    _body(SubElement(SubElement(root, "text"), "body"), standing)
    ElementTree.indent(header)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ElementTree.tostring(root, encoding="unicode") + "\n"


def _file(parent: Element, standing: Standing) -> None:
    title = SubElement(parent, "titleStmt")
    _text(SubElement(title, "title"), standing.title)
    if standing.speaker:
        _text(SubElement(title, "author"), standing.speaker)
    published = SubElement(parent, "publicationStmt")
    _text(SubElement(published, "publisher"), standing.site)
    if standing.pin:
        made = standing.pin.made.date().isoformat()
        _text(SubElement(published, "date", {"when": made}), made)
    _text(SubElement(published, "idno", {"type": "code"}), standing.code)
    _text(SubElement(published, "idno", {"type": "URI"}), standing.cited)
    witnesses = SubElement(SubElement(parent, "sourceDesc"), "listWit")
    for letter in standing.wordings:
        those = [each for each in standing.attestations if each.wording == letter]
        _witness(SubElement(witnesses, "witness", {"xml:id": letter, "n": str(those[0].number)}), those)


def _witness(parent: Element, printings: Sequence[Attestation]) -> None:
    for each in printings:
        described = SubElement(parent, "bibl", {"xml:id": f"printing-{each.key}", "n": str(each.number)})
        if each.byline:
            _text(SubElement(described, "author"), each.byline)
        _text(SubElement(described, "title", {"level": "a"}), each.headline or "untitled")
        if each.outlet:
            _text(SubElement(described, "publisher"), each.outlet)
        if each.printed.day:
            sure = {"cert": "medium"} if each.printed.precision == ABOUT else {}
            _text(SubElement(described, "date", {"when": each.printed.day, **sure}), each.printed.day)
        for address in filter(None, (each.url, each.address)):
            SubElement(described, "ptr", {"target": xml_text(address)})
        if each.credit:
            _text(SubElement(described, "note", {"type": "credit"}), each.credit)


def _body(parent: Element, standing: Standing) -> None:
    quotation = SubElement(SubElement(parent, "p"), "said")
    if standing.first.language:
        quotation.set("xml:lang", standing.first.language)
    _laid_out(quotation, standing, None, 0, len(standing.base_text))
    if standing.apart:
        note = f"{counted(len(standing.apart), 'wording')} of other translations or retellings: "
        _text(SubElement(SubElement(parent, "p"), "note"), note + ", ".join(standing.apart))


def _laid_out(parent: Element, standing: Standing, inside: int | None, start: int, end: int) -> None:
    """The base from `start` to `end`, with the places that lie directly in the place `inside`."""
    at = start
    for place in standing.places:
        if place.inside == inside:
            _append(parent, standing.base_text[at : place.start])
            _apparatus(SubElement(parent, "app", {"n": str(place.number)}), standing, place)
            at = place.end
    _append(parent, standing.base_text[at:end])


def _append(parent: Element, text: str) -> None:
    """Put `text` behind what stands in `parent` already."""
    if len(parent):
        parent[-1].tail = (parent[-1].tail or "") + xml_text(text)
    else:
        parent.text = (parent.text or "") + xml_text(text)


def _apparatus(parent: Element, standing: Standing, place: Place) -> None:
    own, *others = place.readings
    _laid_out(SubElement(parent, "lem", _witnesses(own.wordings)), standing, place.number, place.start, place.end)
    for reading in others:
        _text(SubElement(parent, "rdg", _witnesses(reading.wordings) | _kind(reading)), reading.text)
    if place.absent:
        SubElement(SubElement(parent, "rdg", _witnesses(place.absent)), "gap", {"reason": "not-covered"})


def _witnesses(wordings: Iterable[str]) -> dict[str, str]:
    return {"wit": " ".join(f"#{letter}" for letter in wordings)}


def _kind(reading: Reading) -> dict[str, str]:
    return {"type": reading.kind} if reading.kind else {}


def _text(element: Element, text: str) -> None:
    element.text = xml_text(text)
