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

from articles.engine.text.phrases import count_phrase
from articles.exports.snapshot import ABOUT_PRECISION, LineageSnapshot, PlaceSnapshot, PrintingSnapshot, ReadingSnapshot
from articles.exports.xml_text import replace_forbidden_characters

NAMESPACE = "http://www.tei-c.org/ns/1.0"


def render_tei(standing: LineageSnapshot) -> str:
    """The lineage as a TEI document."""
    root = Element("TEI", {"xmlns": NAMESPACE})
    header = SubElement(root, "teiHeader")
    _add_file_description(SubElement(header, "fileDesc"), standing)
    encoding = SubElement(header, "encodingDesc")
    SubElement(encoding, "variantEncoding", {"method": "parallel-segmentation", "location": "internal"})
    if standing.first.language:
        profile = SubElement(SubElement(header, "profileDesc"), "langUsage")
        _set_text(SubElement(profile, "language", {"ident": standing.first.language}), standing.first.language)
    _add_body(SubElement(SubElement(root, "text"), "body"), standing)
    ElementTree.indent(header)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ElementTree.tostring(root, encoding="unicode") + "\n"


def _add_file_description(parent: Element, standing: LineageSnapshot) -> None:
    title = SubElement(parent, "titleStmt")
    _set_text(SubElement(title, "title"), standing.title)
    if standing.speaker:
        _set_text(SubElement(title, "author"), standing.speaker)
    published = SubElement(parent, "publicationStmt")
    _set_text(SubElement(published, "publisher"), standing.site)
    if standing.pinned_revision:
        made = standing.pinned_revision.made.date().isoformat()
        _set_text(SubElement(published, "date", {"when": made}), made)
    _set_text(SubElement(published, "idno", {"type": "code"}), standing.code)
    _set_text(SubElement(published, "idno", {"type": "URI"}), standing.citation_address)
    witnesses = SubElement(SubElement(parent, "sourceDesc"), "listWit")
    for letter in standing.wordings:
        those = [each for each in standing.printings if each.wording == letter]
        _add_witness_printings(SubElement(witnesses, "witness", {"xml:id": letter, "n": str(those[0].number)}), those)


def _add_witness_printings(parent: Element, printings: Sequence[PrintingSnapshot]) -> None:
    for each in printings:
        described = SubElement(parent, "bibl", {"xml:id": f"printing-{each.key}", "n": str(each.number)})
        if each.byline:
            _set_text(SubElement(described, "author"), each.byline)
        _set_text(SubElement(described, "title", {"level": "a"}), each.headline or "untitled")
        if each.outlet:
            _set_text(SubElement(described, "publisher"), each.outlet)
        if each.published.day:
            sure = {"cert": "medium"} if each.published.precision == ABOUT_PRECISION else {}
            _set_text(SubElement(described, "date", {"when": each.published.day, **sure}), each.published.day)
        for address in filter(None, (each.url, each.address)):
            SubElement(described, "ptr", {"target": replace_forbidden_characters(address)})
        if each.credit:
            _set_text(SubElement(described, "note", {"type": "credit"}), each.credit)


def _add_body(parent: Element, standing: LineageSnapshot) -> None:
    quotation = SubElement(SubElement(parent, "p"), "said")
    if standing.first.language:
        quotation.set("xml:lang", standing.first.language)
    _add_base_text(quotation, standing, None, 0, len(standing.base_text))
    if standing.other_translations:
        note = f"{count_phrase(len(standing.other_translations), 'wording')} of other translations or retellings: "
        _set_text(SubElement(SubElement(parent, "p"), "note"), note + ", ".join(standing.other_translations))


def _add_base_text(parent: Element, standing: LineageSnapshot, inside: int | None, start: int, end: int) -> None:
    """The base from `start` to `end`, with the places that lie directly in the place `inside`."""
    at = start
    for place in standing.places:
        if place.inside == inside:
            _append_text(parent, standing.base_text[at : place.start])
            _add_apparatus_entry(SubElement(parent, "app", {"n": str(place.number)}), standing, place)
            at = place.end
    _append_text(parent, standing.base_text[at:end])


def _append_text(parent: Element, text: str) -> None:
    """Put `text` behind what stands in `parent` already."""
    if len(parent):
        parent[-1].tail = (parent[-1].tail or "") + replace_forbidden_characters(text)
    else:
        parent.text = (parent.text or "") + replace_forbidden_characters(text)


def _add_apparatus_entry(parent: Element, standing: LineageSnapshot, place: PlaceSnapshot) -> None:
    own, *others = place.readings
    _add_base_text(
        SubElement(parent, "lem", _build_wit_attribute(own.wordings)), standing, place.number, place.start, place.end
    )
    for reading in others:
        _set_text(
            SubElement(parent, "rdg", _build_wit_attribute(reading.wordings) | _build_type_attribute(reading)),
            reading.text,
        )
    if place.absent:
        SubElement(SubElement(parent, "rdg", _build_wit_attribute(place.absent)), "gap", {"reason": "not-covered"})


def _build_wit_attribute(wordings: Iterable[str]) -> dict[str, str]:
    return {"wit": " ".join(f"#{letter}" for letter in wordings)}


def _build_type_attribute(reading: ReadingSnapshot) -> dict[str, str]:
    return {"type": reading.kind} if reading.kind else {}


def _set_text(element: Element, text: str) -> None:
    element.text = replace_forbidden_characters(text)
