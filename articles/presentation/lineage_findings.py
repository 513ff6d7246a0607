"""What a list says of a lineage: its most serious change against the earliest version, in one line.

"“not” dropped by Fox News and 2 others": a page of a list reads it with the lineages, without a query of its own. Only
of an outlet that certainly published later is it said that it dropped or added words; where the dates do not tell,
the line says who has which words. The earliest version is always the one found, never the original.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from articles.engine.text.phrases import count_phrase
from articles.models import Lineage, Variant
from articles.models.quote import shorten
from articles.presentation.printings import describe_edit

WORDS_SHOWN = 7  # of a changed passage
SERIOUS = 4  # severity from which a line has weight
MARKED_CUT = "deletion.marked"
SLIGHT = 1  # severity up to which a line is quiet
_EDGE_PUNCTUATION = " ,;:.\N{EN DASH}\N{EM DASH}"


class PartKind(StrEnum):
    """What a part of a line is: words of ours, published words, or the name of an outlet."""

    PLAIN = "plain"
    QUOTED = "quoted"
    NAME = "name"


@dataclass(frozen=True, slots=True)
class LinePart:
    """A part of a line."""

    text: str
    kind: PartKind = PartKind.PLAIN


_Parts = Sequence[LinePart]


@dataclass(frozen=True, slots=True)
class LineageFinding:
    """The line of a lineage, its severity, and the address of the two versions side by side.

    Where no words differ, `severity` is 0 and `address` empty.
    """

    parts: tuple[LinePart, ...]
    severity: int = 0
    address: str = ""

    @property
    def weight(self) -> str:
        """How much weight the line has on the page: "serious", "middle" or "quiet"."""
        return "serious" if self.severity >= SERIOUS else "middle" if self.severity > SLIGHT else "quiet"

    @property
    def text(self) -> str:
        """The line as plain text."""
        return "".join(_render_text(part) for part in self.parts)


def build_finding(lineage: Lineage) -> LineageFinding | None:
    """Return what a list says of `lineage`, read with `with_finding`; None where there is nothing to compare.

    Nothing is said either while a lineage waits to be compared again: its words may differ.
    """
    variant = lineage.top_change
    if variant is not None and lineage.first is not None:
        address = lineage.get_comparison_url(lineage.first.pk, variant.printing.quote_id)
        return LineageFinding(tuple(_describe_change(lineage, variant)), variant.danger, address)
    is_compared = not (lineage.stale or lineage.altered or lineage.kinds)
    if lineage.printing_count > 1 and is_compared:
        return LineageFinding((LinePart("Same words in every version, as far as each goes"),))
    return None


def _describe_change(lineage: Lineage, variant: Variant) -> _Parts:
    """Say which words changed, and who published the change."""
    before, after = _quote(variant.before), _quote(variant.after)
    who = _name_outlets(variant, lineage.top_change_outlets)
    if not (before or after):
        return LinePart(f"{variant.label}: "), *who
    if not _is_later(lineage, variant):
        return _set_apart(lineage, before, after, who)
    if variant.kind == MARKED_CUT:
        return *before, LinePart(" cut, with a mark, by "), *who
    if before and after:
        return *before, LinePart(" became "), *after, LinePart(" in "), *who
    return *(before or after), LinePart(" dropped by " if before else " added by "), *who


def _set_apart(lineage: Lineage, before: _Parts, after: _Parts, who: _Parts) -> _Parts:
    """Say who has which words, where the dates do not say who was later."""
    assert lineage.first, "a lineage with a change has an earliest printing"
    first = LinePart(lineage.first.article.outlet_name, PartKind.NAME)
    if before and after:
        return *before, LinePart(" in "), first, LinePart(", "), *after, LinePart(" in "), *who
    if before:
        return *before, LinePart(" in "), first, LinePart(", not in "), *who
    return *after, LinePart(" in "), *who, LinePart(", not in "), first


def _name_outlets(variant: Variant, outlets: int) -> _Parts:
    """Name the outlet that has the change first, and count the others."""
    name = LinePart(variant.printing.quote.article.outlet_name, PartKind.NAME)
    edit = describe_edit(variant.printing.quote)
    named = (name, LinePart(edit)) if edit else (name,)
    return (*named, LinePart(f" and {count_phrase(outlets - 1, 'other')}")) if outlets > 1 else named


def _is_later(lineage: Lineage, variant: Variant) -> bool:
    """Return whether the earliest version with the change was certainly published after the earliest of all."""
    assert lineage.first, "a lineage with a change has an earliest printing"
    return variant.printing.quote.is_certainly_after(lineage.first)


def _quote(words: str) -> _Parts:
    shown = shorten(words.strip(_EDGE_PUNCTUATION) or words, WORDS_SHOWN)
    return (LinePart(shown, PartKind.QUOTED),) if shown else ()


def _render_text(part: LinePart) -> str:
    if part.kind is PartKind.QUOTED:
        return f"\N{LEFT DOUBLE QUOTATION MARK}{part.text}\N{RIGHT DOUBLE QUOTATION MARK}"
    return part.text
