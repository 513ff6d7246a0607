"""TEI P5 critical apparatus of a lineage, by parallel segmentation.

At each place of the base text is an ``app`` with the base's own reading as its ``lem`` and every other reading as a
``rdg`` that names its witnesses, as ``#A #C``. A witness is a wording; its printings are listed as ``bibl``. A wording
with nothing to compare at a place is a ``gap`` there. Other translations are witnesses without a reading.
"""

from collections.abc import Iterable
from xml.etree import ElementTree
from xml.etree.ElementTree import Element, SubElement

from articles.engine.comparison.collation import Place
from articles.engine.text.phrases import count_phrase
from articles.exports import SITE_NAME, replace_forbidden_characters
from articles.models.article import ABOUT_PRECISION
from articles.queries.lineage_snapshot import LineageSnapshot, PrintingSnapshot

NAMESPACE = "http://www.tei-c.org/ns/1.0"


def render_tei(snapshot: LineageSnapshot) -> str:
    """Render a lineage as a TEI document."""
    language = snapshot.first.article.language
    root = Element("TEI", {"xmlns": NAMESPACE})
    header = SubElement(root, "teiHeader")
    _add_file_description(SubElement(header, "fileDesc"), snapshot)
    encoding = SubElement(header, "encodingDesc")
    SubElement(encoding, "variantEncoding", {"method": "parallel-segmentation", "location": "internal"})
    if language:
        usage = SubElement(SubElement(header, "profileDesc"), "langUsage")
        _add_text_element(usage, "language", language, ident=language)
    _add_body(SubElement(SubElement(root, "text"), "body"), snapshot)
    ElementTree.indent(header)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ElementTree.tostring(root, encoding="unicode") + "\n"


def _add_file_description(parent: Element, snapshot: LineageSnapshot) -> None:
    title = SubElement(parent, "titleStmt")
    _add_text_element(title, "title", snapshot.title)
    if snapshot.speaker:
        certainty = {} if snapshot.sure_speaker else {"cert": "medium"}
        _add_text_element(title, "author", snapshot.speaker, **certainty)
    publication = SubElement(parent, "publicationStmt")
    _add_text_element(publication, "publisher", SITE_NAME)
    if snapshot.pinned_revision:
        made = snapshot.pinned_revision.made.date().isoformat()
        _add_text_element(publication, "date", made, when=made)
    _add_text_element(publication, "idno", snapshot.code, type="code")
    _add_text_element(publication, "idno", snapshot.citation_address, type="URI")
    witnesses = SubElement(SubElement(parent, "sourceDesc"), "listWit")
    for group in snapshot.wordings:
        witness = SubElement(witnesses, "witness", {"xml:id": group.letter, "n": str(group.first.number)})
        for printing in group.printings:
            _add_bibliographic_entry(witness, snapshot, printing)


def _add_bibliographic_entry(parent: Element, snapshot: LineageSnapshot, printing: PrintingSnapshot) -> None:
    article, printed = printing.article, printing.article.printed_date
    entry = SubElement(parent, "bibl", {"xml:id": f"printing-{printing.key}", "n": str(printing.number)})
    if article.byline:
        _add_text_element(entry, "author", article.byline)
    _add_text_element(entry, "title", article.title or "untitled", level="a")
    if printing.outlet:
        _add_text_element(entry, "publisher", printing.outlet.name)
    if printed.day:
        certainty = {"cert": "medium"} if printed.precision == ABOUT_PRECISION else {}
        _add_text_element(entry, "date", printed.day, when=printed.day, **certainty)
    for address in filter(None, (article.url, snapshot.get_printing_address(printing))):
        SubElement(entry, "ptr", {"target": replace_forbidden_characters(address)})
    if printing.credit:
        _add_text_element(entry, "note", printing.credit, type="credit")
    if printing.is_spoken:
        _add_text_element(entry, "note", article.kind, type="kind")
        if printing.recording_time:
            _add_text_element(entry, "note", printing.recording_time, type="time")


def _add_body(parent: Element, snapshot: LineageSnapshot) -> None:
    quotation = SubElement(SubElement(parent, "p"), "said")
    if snapshot.first.article.language:
        quotation.set("xml:lang", snapshot.first.article.language)
    _add_base_text(quotation, snapshot, None, 0, len(snapshot.base_text))
    letters = [group.letter for group in snapshot.other_translations]
    if letters:
        note = f"{count_phrase(len(letters), 'wording')} of other translations or paraphrases: {', '.join(letters)}"
        _add_text_element(SubElement(parent, "p"), "note", note)


def _add_base_text(parent: Element, snapshot: LineageSnapshot, enclosing: int | None, start: int, end: int) -> None:
    """Add the base from `start` to `end`, with the places that lie directly in the place `enclosing`."""
    position = start
    for place in snapshot.collation.places:
        if place.enclosing == enclosing:
            _append_text(parent, snapshot.base_text[position : place.span.start])
            _add_apparatus_entry(SubElement(parent, "app", {"n": str(place.number)}), snapshot, place)
            position = place.span.end
    _append_text(parent, snapshot.base_text[position:end])


def _append_text(parent: Element, text: str) -> None:
    """Add `text` after the present content of `parent`."""
    if len(parent):
        parent[-1].tail = (parent[-1].tail or "") + replace_forbidden_characters(text)
    else:
        parent.text = (parent.text or "") + replace_forbidden_characters(text)


def _add_apparatus_entry(parent: Element, snapshot: LineageSnapshot, place: Place) -> None:
    base, *others = place.readings
    lemma = SubElement(parent, "lem", {"wit": _format_witnesses(snapshot, base.wordings)})
    _add_base_text(lemma, snapshot, place.number, place.span.start, place.span.end)
    for reading in others:
        kind = {"type": reading.change.kind} if reading.change else {}
        _add_text_element(parent, "rdg", reading.text, wit=_format_witnesses(snapshot, reading.wordings), **kind)
    if place.absent:
        absent = SubElement(parent, "rdg", {"wit": _format_witnesses(snapshot, place.absent)})
        SubElement(absent, "gap", {"reason": "not-covered"})


def _format_witnesses(snapshot: LineageSnapshot, wordings: Iterable[int]) -> str:
    return " ".join(f"#{letter}" for letter in snapshot.get_letters(wordings))


def _add_text_element(parent: Element, tag: str, text: str, **attributes: str) -> None:
    SubElement(parent, tag, attributes).text = replace_forbidden_characters(text)
