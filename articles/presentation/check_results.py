"""In which words is a reader told how near the pasted words come to print?

"As printed by OffGuardian and 2 others, in a longer quotation." "Nearest is SANA's printing, but "not" is missing." "2
words differ from every printing." What is gravest is said; what only typesetting changed never is more than a remark.
Nothing is called false: that words were not found is a fact about the articles taken in.

Left to others: what was found (`articles.queries.quote_check`), what differs (`engine.resemblance`), how it looks (the
templates).
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from articles.engine.comparison.change_kinds import KINDS, Change
from articles.engine.comparison.compare import Side, segments
from articles.engine.comparison.partial_match import Resemblance
from articles.engine.text.phrases import counted
from articles.engine.text.spans import Span
from articles.models.quote import shortened
from articles.presentation.printings import Names, names_from
from articles.presentation.side_by_side import Mark, Piece
from articles.queries.quote_check import Checked, Finding

SAID_OF_A_CHANGE = 8  # words of a changed passage that a sentence repeats
GRAVE = 4  # danger from which a kind of change is named in the verdict
UNNAMED = "an outlet not known"


class Tone(StrEnum):
    """How a verdict is set: nobody needs colour to tell them apart, the words say it."""

    SAME = "same"
    DIFFERS = "differs"
    FAR = "far"


@dataclass(frozen=True, slots=True)
class Remark:
    """One change from the nearest printing to the pasted words."""

    label: str
    danger: int
    meaning: str
    printed: str
    pasted: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is said of one lineage beside the pasted words; `remarks` are the changes, gravest first."""

    finding: Finding
    tone: Tone
    sentence: str
    printed: tuple[Piece, ...]
    pasted: tuple[Piece, ...]
    remarks: tuple[Remark, ...]

    @property
    def outlet(self) -> str:
        """Who prints the nearest printing."""
        return self.finding.printing.quote.article.outlet_name


@dataclass(frozen=True, slots=True)
class Answer:
    """One pasted passage with all that is said of it; `known` is whether a printing of the same statement was seen."""

    number: int
    text: str
    known: bool
    verdicts: tuple[Verdict, ...]


def answer_of(number: int, checked: Checked) -> Answer:
    """What is said of a passage that was checked."""
    verdicts = tuple(verdict_of(checked.text, finding) for finding in checked.findings)
    return Answer(number, checked.text, checked.known, verdicts)


def verdict_of(pasted: str, finding: Finding) -> Verdict:
    """What is said of one lineage."""
    found, printed = finding.resemblance, finding.printing.text
    tone, sentence = _said(pasted, finding)
    texts = found.in_printed.of(printed), found.in_pasted.of(pasted)
    return Verdict(
        finding,
        tone,
        sentence,
        printed=_pieces(printed, found.in_printed, found, "a"),
        pasted=_pieces(pasted, found.in_pasted, found, "b"),
        remarks=() if found.loose else tuple(_remark(change, *texts) for change in found.inside),
    )


def _said(pasted: str, finding: Finding) -> tuple[Tone, str]:
    found = finding.resemblance
    if not finding.likeness and not finding.attested:
        return Tone.FAR, f"Not the same words: {_outlet(finding)} prints something near them."
    if found.loose:
        return Tone.FAR, f"{_outlet(finding)} prints it in other words: another translation, or one retells the other."
    if not found.same:
        return Tone.DIFFERS, _differing(pasted, finding)
    names = _listed(names_from(name or UNNAMED for name in finding.attested)) or _outlet(finding)
    if found.beyond:
        more = counted(found.beyond, "word")
        return Tone.DIFFERS, f"The words of {names} stand in it, with {more} that {_belong(found)}."
    around = ", in a longer quotation" if found.part else ""
    return Tone.SAME, f"As printed by {names}{around}{', but for typesetting' if found.typesetting else ''}."


def _belong(found: Resemblance) -> str:
    return f"do{'es' if found.beyond == 1 else ''} not belong to them"


def _differing(pasted: str, finding: Finding) -> str:
    found = finding.resemblance
    gravest, words = found.inside[0], found.words
    count = f"{counted(words, 'word')} differ{'s' if words == 1 else ''} from every printing"
    nearest = f"Nearest is the printing of {_outlet(finding)}, but "
    said = _quoted(gravest.b.of(found.in_pasted.of(pasted)))
    printed = _quoted(gravest.a.of(found.in_printed.of(finding.printing.text)))
    if gravest.kind == "negation.dropped" and printed:
        return f"{nearest}{printed} is missing here: {count}."
    if gravest.kind == "negation.added" and said:
        return f"{nearest}it does not have {said}: {count}."
    if gravest.kind == "number" and said and printed:
        return f"{nearest}it has {printed} for {said}: {count}."
    if gravest.danger >= GRAVE:
        return f"{nearest}{_in_sentence(KINDS[gravest.kind].label)}: {count}."
    if not words:
        return f"As printed by {_outlet(finding)}, but for how it is set."
    return f"{count[0].upper()}{count[1:]}; nearest is that of {_outlet(finding)}."


def _in_sentence(label: str) -> str:
    """The name of a kind of change, to go on a sentence with."""
    return label[0].lower() + label[1:]


def _outlet(finding: Finding) -> str:
    return finding.printing.quote.article.outlet_name


def _quoted(words: str) -> str:
    short = shortened(words.strip(" ,.;:"), SAID_OF_A_CHANGE)
    return f"\N{LEFT DOUBLE QUOTATION MARK}{short}\N{RIGHT DOUBLE QUOTATION MARK}" if short else ""


def _listed(names: Names) -> str:
    """The names in a sentence, for whoever cannot take markup."""
    others = [f"{names.more} others"] if names.more else []
    shown = [*names.shown, *others]
    return " and ".join(filter(None, (", ".join(shown[:-1]), shown[-1] if shown else "")))


def _remark(change: Change, printed: str, pasted: str) -> Remark:
    kind = KINDS[change.kind]
    texts = change.a.of(printed).strip(), change.b.of(pasted).strip()
    return Remark(kind.label, change.danger, kind.meaning.replace("this printing", "what you pasted"), *texts)


def _pieces(text: str, stretch: Span, found: Resemblance, side: Side) -> tuple[Piece, ...]:
    """`text` with its `stretch` marked; together the pieces are `text`."""
    cut = _shared if found.loose or found.same else _changed
    inside = cut(stretch.of(text), found, side)
    pieces = (Piece(text[: stretch.start]), *inside, Piece(text[stretch.end :]))
    return tuple(piece for piece in pieces if piece.text)


def _changed(text: str, found: Resemblance, side: Side) -> Iterator[Piece]:
    """The stretch of `text` that was compared, cut where something differs."""
    there = Mark.REMOVED if side == "a" else Mark.ADDED
    for words, change in segments(text, found.comparison, side):
        if words:
            yield Piece(words, Mark.PLAIN if change is None else there if change.danger else Mark.SLIGHT)


def _shared(text: str, found: Resemblance, side: Side) -> Iterator[Piece]:
    """The same with what both have marked: of translations the long stretches, else all."""
    if not found.loose:
        return iter([Piece(text, Mark.SHARED)])
    return _marked(text, [a if side == "a" else b for a, b in found.comparison.shared])


def _marked(text: str, spans: Iterable[Span]) -> Iterator[Piece]:
    at = 0
    for span in spans:
        yield from (Piece(text[at : span.start]), Piece(span.of(text), Mark.SHARED))
        at = span.end
    yield Piece(text[at:])
