"""How is a lineage told where there is only text: in a mail, a note, a ticket?

The words of the base, with what others have there in print marks - ``spared those [-Islamic State-]{+ISIS+} groups`` -
then who printed which wording, and the address to cite. Where several others differ, each is named:
``{+B: ISIS+} {+C: Daesh+}``. Places inside a longer one are not marked again.

Left to others: references for lists of them (`citation`).
"""

from collections.abc import Iterator, Sequence

from articles.engine.text.phrases import counted
from articles.exports.snapshot import Attestation, Reading, Standing


def plain(standing: Standing) -> str:
    """The lineage as text."""
    return "\n".join([*_head(standing), "", _marked(standing), "", *_printings(standing), "", standing.cited, ""])


def _head(standing: Standing) -> Iterator[str]:
    told = next((each.occasion for each in standing.attestations if each.occasion), "")
    yield ", ".join(filter(None, (standing.speaker or "Speaker not named", told)))
    sources = counted(standing.independent, "independent source")
    yield f"{counted(standing.outlets, 'outlet')}, {sources}, {counted(len(standing.wordings), 'wording')}"


def _marked(standing: Standing) -> str:
    text, at, pieces = standing.base_text, 0, []
    for place in (place for place in standing.places if place.inside is None):
        own, *others = place.readings
        pieces += [text[at : place.start], f"[-{own.text}-]" if own.text else "", _others(others)]
        at = place.end
    marked = "".join([*pieces, text[at:]])
    return f"\N{LEFT DOUBLE QUOTATION MARK}{marked}\N{RIGHT DOUBLE QUOTATION MARK}"


def _others(others: Sequence[Reading]) -> str:
    """What others have at a place; one that has nothing there needs no mark, unless it must be told from others."""
    if len(others) == 1:
        return f"{{+{others[0].text}+}}" if others[0].text else ""
    named = (f"{{+{' '.join(each.wordings)}: {each.text or 'nothing'}+}}" for each in others)
    return " ".join(named)


def _printings(standing: Standing) -> Iterator[str]:
    for each in standing.attestations:
        yield f"{each.wording}  {_printing(each)}"


def _printing(each: Attestation) -> str:
    facts = (
        each.outlet or "outlet not known",
        each.printed.in_words or "date not known",
        f"credits {each.credit}" if each.credit else "",
        each.url or each.address,
    )
    return ", ".join(filter(None, facts))
