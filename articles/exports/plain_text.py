"""How is a lineage told where there is only text: in a mail, a note, a ticket?

The words of the base, with what others have there in print marks - ``spared those [-Islamic State-]{+ISIS+} groups`` -
then who printed which wording, and the address to cite. Where several others differ, each is named:
``{+B: ISIS+} {+C: Daesh+}``. Places inside a longer one are not marked again.

Left to others: references for lists of them (`citation`).
"""

from collections.abc import Iterator, Sequence

from articles.engine.text.phrases import count_phrase
from articles.exports.snapshot import LineageSnapshot, PrintingSnapshot, ReadingSnapshot


def render_plain_text(standing: LineageSnapshot) -> str:
    """The lineage as text."""
    return "\n".join(
        [
            *_iter_heading_lines(standing),
            "",
            _render_variants(standing),
            "",
            *_iter_printing_lines(standing),
            "",
            standing.citation_address,
            "",
        ]
    )


def _iter_heading_lines(standing: LineageSnapshot) -> Iterator[str]:
    told = next((each.occasion for each in standing.printings if each.occasion), "")
    yield ", ".join(filter(None, (standing.speaker or "Speaker not named", told)))
    sources = count_phrase(standing.independent_sources, "independent source")
    yield f"{count_phrase(standing.outlet_count, 'outlet')}, {sources}, {count_phrase(len(standing.wordings), 'wording')}"


def _render_variants(standing: LineageSnapshot) -> str:
    text, at, pieces = standing.base_text, 0, []
    for place in (place for place in standing.places if place.inside is None):
        own, *others = place.readings
        pieces += [text[at : place.start], f"[-{own.text}-]" if own.text else "", _render_other_readings(others)]
        at = place.end
    marked = "".join([*pieces, text[at:]])
    return f"\N{LEFT DOUBLE QUOTATION MARK}{marked}\N{RIGHT DOUBLE QUOTATION MARK}"


def _render_other_readings(others: Sequence[ReadingSnapshot]) -> str:
    """What others have at a place; one that has nothing there needs no mark, unless it must be told from others."""
    if len(others) == 1:
        return f"{{+{others[0].text}+}}" if others[0].text else ""
    named = (f"{{+{' '.join(each.wordings)}: {each.text or 'nothing'}+}}" for each in others)
    return " ".join(named)


def _iter_printing_lines(standing: LineageSnapshot) -> Iterator[str]:
    for each in standing.printings:
        yield f"{each.wording}  {_format_printing(each)}"


def _format_printing(each: PrintingSnapshot) -> str:
    facts = (
        each.outlet or "outlet not known",
        each.published.in_words or "date not known",
        f"credits {each.credit}" if each.credit else "",
        each.url or each.address,
    )
    return ", ".join(filter(None, facts))
