"""Results of the quote check, in words.

"As printed by OffGuardian and 2 others, in a longer quotation." "Nearest is SANA's printing, but "not" is missing." "2
words differ from every printing." The most serious change is named; typographic changes are never more than a remark.
Nothing is called false: that words were not found is a fact about the stored articles.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from articles.engine.comparison.change_kinds import CHANGE_KINDS, Change
from articles.engine.comparison.compare import SideName, split_by_changes
from articles.engine.comparison.partial_match import PartialMatch
from articles.engine.text.phrases import count_phrase
from articles.engine.text.spans import Span
from articles.models.quote import shorten
from articles.presentation.printings import NameList, collect_names
from articles.presentation.side_by_side import SegmentKind, TextSegment
from articles.queries.quote_check import CheckResult, LineageFinding

CHANGE_WORDS = 8  # words of a changed passage that a sentence repeats
SEVERE = 4  # danger from which a kind of change is named in the verdict
UNKNOWN_OUTLET = "an outlet not known"


class Tone(StrEnum):
    """How a verdict is set. The words tell verdicts apart, so that colour is never needed."""

    SAME = "same"
    DIFFERS = "differs"
    FAR = "far"


@dataclass(frozen=True, slots=True)
class CheckedChange:
    """One change from the nearest printing to the pasted words."""

    label: str
    severity: int
    meaning: str
    printed: str
    pasted: str


@dataclass(frozen=True, slots=True)
class FindingView:
    """A lineage beside the pasted words, with the changes, the most serious first."""

    finding: LineageFinding
    tone: Tone
    sentence: str
    printed: tuple[TextSegment, ...]
    pasted: tuple[TextSegment, ...]
    changes: tuple[CheckedChange, ...]

    @property
    def outlet(self) -> str:
        """The outlet of the nearest printing."""
        return self.finding.printing.quote.article.outlet_name


@dataclass(frozen=True, slots=True)
class PassageView:
    """A pasted passage with its findings, and whether any printing of the same statement was found."""

    number: int
    text: str
    known: bool
    verdicts: tuple[FindingView, ...]


def build_passage_view(number: int, checked: CheckResult) -> PassageView:
    """Build what is said of a passage that was checked."""
    verdicts = tuple(build_finding_view(checked.text, finding) for finding in checked.findings)
    return PassageView(number, checked.text, checked.is_known, verdicts)


def build_finding_view(pasted: str, finding: LineageFinding) -> FindingView:
    """Build what is said of one lineage."""
    found, printed = finding.resemblance, finding.printing.text
    tone, sentence = _describe_finding(pasted, finding)
    texts = found.printed_span.extract(printed), found.pasted_span.extract(pasted)
    return FindingView(
        finding,
        tone,
        sentence,
        printed=_mark_passage(printed, found.printed_span, found, "a"),
        pasted=_mark_passage(pasted, found.pasted_span, found, "b"),
        changes=()
        if found.is_loose
        else tuple(_build_checked_change(change, *texts) for change in found.substantive_changes),
    )


def _describe_finding(pasted: str, finding: LineageFinding) -> tuple[Tone, str]:
    found = finding.resemblance
    if not finding.probability and not finding.exact_outlets:
        return Tone.FAR, f"Not the same words: {_get_outlet_name(finding)} prints something near them."
    if found.is_loose:
        return (
            Tone.FAR,
            f"{_get_outlet_name(finding)} prints it in other words: another translation, or one retells the other.",
        )
    if not found.is_same:
        return Tone.DIFFERS, _describe_difference(pasted, finding)
    names = _join_names(collect_names(name or UNKNOWN_OUTLET for name in finding.exact_outlets)) or _get_outlet_name(
        finding
    )
    if found.extra_word_count:
        more = count_phrase(found.extra_word_count, "word")
        return Tone.DIFFERS, f"The words of {names} stand in it, with {more} that {_conjugate_belong(found)}."
    around = ", in a longer quotation" if found.is_part else ""
    return (
        Tone.SAME,
        f"As printed by {names}{around}{', but for typesetting' if found.has_typographic_changes else ''}.",
    )


def _conjugate_belong(found: PartialMatch) -> str:
    return f"do{'es' if found.extra_word_count == 1 else ''} not belong to them"


def _describe_difference(pasted: str, finding: LineageFinding) -> str:
    found = finding.resemblance
    gravest, words = found.substantive_changes[0], found.changed_word_count
    count = f"{count_phrase(words, 'word')} differ{'s' if words == 1 else ''} from every printing"
    nearest = f"Nearest is the printing of {_get_outlet_name(finding)}, but "
    said = _quote_words(gravest.b.extract(found.pasted_span.extract(pasted)))
    printed = _quote_words(gravest.a.extract(found.printed_span.extract(finding.printing.text)))
    if gravest.kind == "negation.dropped" and printed:
        return f"{nearest}{printed} is missing here: {count}."
    if gravest.kind == "negation.added" and said:
        return f"{nearest}it does not have {said}: {count}."
    if gravest.kind == "number" and said and printed:
        return f"{nearest}it has {printed} for {said}: {count}."
    if gravest.severity >= SEVERE:
        return f"{nearest}{_lower_first(CHANGE_KINDS[gravest.kind].label)}: {count}."
    if not words:
        return f"As printed by {_get_outlet_name(finding)}, but for how it is set."
    return f"{count[0].upper()}{count[1:]}; nearest is that of {_get_outlet_name(finding)}."


def _lower_first(label: str) -> str:
    """Return the label of a kind of change, to go on a sentence with."""
    return label[0].lower() + label[1:]


def _get_outlet_name(finding: LineageFinding) -> str:
    return finding.printing.quote.article.outlet_name


def _quote_words(words: str) -> str:
    short = shorten(words.strip(" ,.;:"), CHANGE_WORDS)
    return f"\N{LEFT DOUBLE QUOTATION MARK}{short}\N{RIGHT DOUBLE QUOTATION MARK}" if short else ""


def _join_names(names: NameList) -> str:
    """Join the names in a sentence without markup."""
    others = [f"{names.more} others"] if names.more else []
    shown = [*names.visible, *others]
    return " and ".join(filter(None, (", ".join(shown[:-1]), shown[-1] if shown else "")))


def _build_checked_change(change: Change, printed: str, pasted: str) -> CheckedChange:
    kind = CHANGE_KINDS[change.kind]
    texts = change.a.extract(printed).strip(), change.b.extract(pasted).strip()
    return CheckedChange(kind.label, change.severity, kind.meaning.replace("this printing", "what you pasted"), *texts)


def _mark_passage(text: str, stretch: Span, found: PartialMatch, side: SideName) -> tuple[TextSegment, ...]:
    """Mark a stretch of `text`; the pieces together are exactly `text`."""
    cut = _mark_shared if found.is_loose or found.is_same else _mark_changes
    inside = cut(stretch.extract(text), found, side)
    pieces = (TextSegment(text[: stretch.start]), *inside, TextSegment(text[stretch.end :]))
    return tuple(piece for piece in pieces if piece.text)


def _mark_changes(text: str, found: PartialMatch, side: SideName) -> Iterator[TextSegment]:
    """Cut the compared stretch of `text` where something differs."""
    there = SegmentKind.REMOVED if side == "a" else SegmentKind.ADDED
    for words, change in split_by_changes(text, found.comparison, side):
        if words:
            yield TextSegment(
                words, SegmentKind.PLAIN if change is None else there if change.severity else SegmentKind.TYPOGRAPHIC
            )


def _mark_shared(text: str, found: PartialMatch, side: SideName) -> Iterator[TextSegment]:
    """Cut likewise with the shared stretches marked: of translations the long ones, else all."""
    if not found.is_loose:
        return iter([TextSegment(text, SegmentKind.SHARED)])
    return _mark_spans(text, [a if side == "a" else b for a, b in found.comparison.shared_spans])


def _mark_spans(text: str, spans: Iterable[Span]) -> Iterator[TextSegment]:
    at = 0
    for span in spans:
        yield from (TextSegment(text[at : span.start]), TextSegment(span.extract(text), SegmentKind.SHARED))
        at = span.end
    yield TextSegment(text[at:])
