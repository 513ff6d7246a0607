"""Results of the quote check, in words.

"As printed by OffGuardian and 2 others, in a longer quotation." "Nearest is the printing of SANA, but "not" is missing
here." The most serious change is named; typographic changes are never more than a remark. Nothing is called false: that
words were not found is a fact about the stored articles.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from articles.engine.comparison.change_kinds import CHANGE_KINDS, Change
from articles.engine.comparison.compare import SideName, split_by_changes
from articles.engine.comparison.partial_match import PartialMatch
from articles.engine.text.phrases import count_phrase
from articles.engine.text.spans import Span
from articles.models.quote import shorten
from articles.presentation.printings import NameList, collect_names
from articles.presentation.side_by_side import SegmentKind, TextSegment, split_at_shared
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
        return _get_outlet_name(self.finding)


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
    match, printed = finding.resemblance, finding.printing.text
    texts = match.printed_span.extract(printed), match.pasted_span.extract(pasted)
    changes = () if match.is_loose else match.substantive_changes
    return FindingView(
        finding,
        *_describe_finding(pasted, finding),
        printed=_mark_passage(printed, match.printed_span, match, "a"),
        pasted=_mark_passage(pasted, match.pasted_span, match, "b"),
        changes=tuple(_build_checked_change(change, *texts) for change in changes),
    )


def _describe_finding(pasted: str, finding: LineageFinding) -> tuple[Tone, str]:
    match, outlet = finding.resemblance, _get_outlet_name(finding)
    if not finding.probability and not finding.exact_outlets:
        return Tone.FAR, f"Not the same words: {outlet} prints something near them."
    if match.is_loose:
        return Tone.FAR, f"{outlet} prints it in other words: another translation, or one retells the other."
    if not match.is_same:
        return Tone.DIFFERS, _describe_difference(pasted, finding)
    names = _join_names(collect_names(name or UNKNOWN_OUTLET for name in finding.exact_outlets)) or outlet
    if match.extra_word_count:
        more = count_phrase(match.extra_word_count, "word")
        belong = "does not belong" if match.extra_word_count == 1 else "do not belong"
        return Tone.DIFFERS, f"The words of {names} stand in it, with {more} that {belong} to them."
    around = ", in a longer quotation" if match.is_part else ""
    typesetting = ", but for typesetting" if match.has_typographic_changes else ""
    return Tone.SAME, f"As printed by {names}{around}{typesetting}."


def _describe_difference(pasted: str, finding: LineageFinding) -> str:
    match, outlet = finding.resemblance, _get_outlet_name(finding)
    gravest, words = match.substantive_changes[0], match.changed_word_count
    count = f"{count_phrase(words, 'word')} differ{'s' if words == 1 else ''} from every printing"
    there = _quote_words(gravest.a.extract(match.printed_span.extract(finding.printing.text)))
    here = _quote_words(gravest.b.extract(match.pasted_span.extract(pasted)))
    label = CHANGE_KINDS[gravest.kind].label
    if gravest.kind == "negation.dropped" and there:
        but = f"{there} is missing here"
    elif gravest.kind == "negation.added" and here:
        but = f"it does not have {here}"
    elif gravest.kind == "number" and here and there:
        but = f"it has {there} for {here}"
    elif gravest.severity >= SEVERE:
        but = label[0].lower() + label[1:]
    elif words:
        return f"{count[0].upper()}{count[1:]}; nearest is that of {outlet}."
    else:
        return f"As printed by {outlet}, but for how it is set."
    return f"Nearest is the printing of {outlet}, but {but}: {count}."


def _get_outlet_name(finding: LineageFinding) -> str:
    return finding.printing.quote.article.outlet_name


def _quote_words(words: str) -> str:
    short = shorten(words.strip(" ,.;:"), CHANGE_WORDS)
    return f"\N{LEFT DOUBLE QUOTATION MARK}{short}\N{RIGHT DOUBLE QUOTATION MARK}" if short else ""


def _join_names(names: NameList) -> str:
    """Join the names in a sentence without markup."""
    shown = [*names.visible, *([f"{names.more} others"] if names.more else [])]
    return " and ".join(filter(None, (", ".join(shown[:-1]), shown[-1] if shown else "")))


def _build_checked_change(change: Change, printed: str, pasted: str) -> CheckedChange:
    kind = CHANGE_KINDS[change.kind]
    texts = change.a.extract(printed).strip(), change.b.extract(pasted).strip()
    return CheckedChange(kind.label, change.severity, kind.meaning.replace("this printing", "what you pasted"), *texts)


def _mark_passage(text: str, compared: Span, match: PartialMatch, side: SideName) -> tuple[TextSegment, ...]:
    """Mark the span of `text` that was compared: of translations the long shared runs, else all or what differs."""
    words = compared.extract(text)
    if match.is_loose:
        inside = split_at_shared(words, match.comparison, side)
    elif match.is_same:
        inside = iter([TextSegment(words, SegmentKind.SHARED)])
    else:
        inside = _mark_changes(words, match, side)
    segments = (TextSegment(text[: compared.start]), *inside, TextSegment(text[compared.end :]))
    return tuple(segment for segment in segments if segment.text)


def _mark_changes(text: str, match: PartialMatch, side: SideName) -> Iterator[TextSegment]:
    there = SegmentKind.REMOVED if side == "a" else SegmentKind.ADDED
    for words, change in split_by_changes(text, match.comparison, side):
        if change is None:
            yield TextSegment(words)
        else:
            yield TextSegment(words, there if change.severity else SegmentKind.TYPOGRAPHIC)
