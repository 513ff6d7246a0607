"""Answers of the quote check, in words.

Each answer begins with how the words stand to the earliest version found, and names it: "Published this way by Fox News
and 2 others; but 5 others, including the earliest found (Reuters, 3 March 2026, 10:12 UTC), have “will NOT raise”."
Nothing is called false: that words were not found is a fact about the stored articles. Differences of typography are
never more than a remark.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from articles.engine.comparison.change_kinds import CHANGE_KINDS, Change
from articles.engine.comparison.compare import SideName, split_by_changes
from articles.engine.comparison.partial_match import PartialMatch
from articles.engine.comparison.verdicts import Verdict
from articles.engine.text.phrases import count_phrase, possessive, quote_words
from articles.engine.text.spans import Span
from articles.models import Printing
from articles.presentation.dates import describe_source
from articles.presentation.printings import collect_names
from articles.presentation.side_by_side import SegmentKind, TextSegment, split_at_shared
from articles.queries.check_evidence import LineageEvidence
from articles.queries.quote_check import CheckResult, ComparedPrinting, LineageFinding

CHANGE_WORDS = 8  # words of a changed passage that a sentence repeats
SPEAKERS_NAMED = 3  # speakers named where several are credited with the words
SAME_WORDS = frozenset({Verdict.MATCHES, Verdict.PART})
UNLIKE_WORDS = frozenset({Verdict.NOT_FOUND, Verdict.PARAPHRASE})

LABELS: Mapping[Verdict, str] = {
    Verdict.MATCHES: "Matches the earliest version found",
    Verdict.PART: "Part of a longer quotation",
    Verdict.ALTERED: "Published this way, but the earliest version differs",
    Verdict.DIFFERS: "Differs from every version found",
    Verdict.PARAPHRASE: "In other words",
    Verdict.MISATTRIBUTED: "Published as somebody else’s words",
    Verdict.NOT_FOUND: "Not found",
}


NOT_FOUND = "Not found. This says nothing about whether it was said: only that no article here has it."


@dataclass(frozen=True, slots=True)
class CheckedChange:
    """One change from the compared printing to the pasted words."""

    label: str
    severity: int
    meaning: str
    printed: str
    pasted: str


@dataclass(frozen=True, slots=True)
class FindingView:
    """A lineage beside the pasted words, with the changes, the most serious first.

    `compared` is the printing that is shown: the earliest that has the passage, or the nearest where it is only alike.
    `notes` are further sentences: who else publishes the words, and whose words the articles say they are.
    """

    finding: LineageFinding
    verdict: Verdict
    sentence: str
    notes: tuple[str, ...]
    compared: ComparedPrinting
    printed: tuple[TextSegment, ...]
    pasted: tuple[TextSegment, ...]
    changes: tuple[CheckedChange, ...]

    @property
    def label(self) -> str:
        """The kind of answer in a few words."""
        return LABELS[self.verdict]

    @property
    def severity(self) -> int:
        """The severity of the most serious difference from the earliest version; 0 where no words are compared."""
        return 0 if self.verdict in SAME_WORDS | UNLIKE_WORDS | {Verdict.MISATTRIBUTED} else self.finding.severity

    @property
    def outlet(self) -> str:
        """The outlet of the printing that is shown."""
        return self.compared.printing.quote.article.outlet_name


@dataclass(frozen=True, slots=True)
class PassageView:
    """A pasted passage with its findings, the best first, and the speaker it was asked for."""

    number: int
    text: str
    speaker: str
    verdict: Verdict
    findings: tuple[FindingView, ...]

    @property
    def best(self) -> FindingView | None:
        """The finding that answers, if the words were found in any form."""
        return self.findings[0] if self.findings and self.is_found else None

    @property
    def is_found(self) -> bool:
        """Whether any version of the statement was found."""
        return self.verdict != Verdict.NOT_FOUND

    @property
    def label(self) -> str:
        """The kind of answer in a few words."""
        return LABELS[self.verdict]

    @property
    def severity(self) -> int:
        """The severity of the most serious difference from the earliest version."""
        return self.best.severity if self.best else 0

    @property
    def sentence(self) -> str:
        """The answer in a sentence."""
        return self.best.sentence if self.best else NOT_FOUND

    @property
    def changes(self) -> tuple[CheckedChange, ...]:
        """The changes from the earliest version, the most serious first."""
        return self.best.changes if self.best else ()

    @property
    def earliest(self) -> Printing | None:
        """The earliest printing that has the passage."""
        return self.best.finding.earliest.printing if self.best else None

    @property
    def nearest(self) -> Printing | None:
        """The printing whose words come closest."""
        return self.best.finding.nearest.printing if self.best else None

    @property
    def speakers(self) -> list[dict[str, str | bool | int]]:
        """The speakers whom printings name, each with the number of these printings, and whether any is sure."""
        if self.best is None:
            return []
        evidence = self.best.finding.evidence
        return [
            {"name": name, "sure": name in evidence.sure_speakers, "printings": count}
            for name, count in evidence.speakers.items()
        ]

    @property
    def lineage_code(self) -> str | None:
        """The code of the lineage that the words belong to."""
        return self.best.finding.lineage.code if self.best else None

    @property
    def lineage_address(self) -> str | None:
        """The path of the lineage's page."""
        return self.best.finding.lineage.get_absolute_url() if self.best else None


def build_passage_view(number: int, checked: CheckResult) -> PassageView:
    """Build what is said of a passage that was checked."""
    findings = tuple(build_finding_view(checked, finding) for finding in checked.findings)
    return PassageView(number, checked.text, checked.speaker, checked.verdict, findings)


def build_finding_view(checked: CheckResult, finding: LineageFinding) -> FindingView:
    """Build what is said of one lineage."""
    compared = finding.nearest if finding.verdict in UNLIKE_WORDS else finding.earliest
    found = compared.match
    printed, pasted = compared.printing.text, checked.text
    texts = found.printed_span.extract(printed), found.pasted_span.extract(pasted)
    return FindingView(
        finding,
        finding.verdict,
        _SENTENCES[finding.verdict](finding, checked),
        tuple(_write_notes(finding, checked)),
        compared,
        printed=_mark_passage(printed, found.printed_span, found, "a"),
        pasted=_mark_passage(pasted, found.pasted_span, found, "b"),
        changes=()
        if found.is_loose
        else tuple(_build_checked_change(change, *texts) for change in found.substantive_changes),
    )


def write_article_headline(answers: Sequence[PassageView]) -> str:
    """Write how many quotations of an article were found, and how many of these are altered."""
    verdicts = Counter(answer.verdict for answer in answers)
    parts = [f"{len(answers) - verdicts[Verdict.NOT_FOUND]} of {count_phrase(len(answers), 'quotation')} found"]
    if altered := verdicts[Verdict.ALTERED] + verdicts[Verdict.DIFFERS]:
        parts.append(f"{altered} altered")
    if misattributed := verdicts[Verdict.MISATTRIBUTED]:
        parts.append(f"{misattributed} published as somebody else\N{RIGHT SINGLE QUOTATION MARK}s words")
    return "; ".join(parts)


# --- the first sentence -------------------------------------------------------------------------------------------


def _say_matches(finding: LineageFinding, checked: CheckResult) -> str:
    match = finding.earliest.match
    slight = filter(
        None,
        (
            "punctuation" if match.has_typographic_changes else "",
            "fillers or repetitions of speech" if match.has_disfluencies else "",
        ),
    )
    apart = " and ".join(slight)
    typography = f", apart from {apart}" if apart else ""
    return f"Matches the earliest version found{typography}: {_name_source(finding.earliest.printing)}."


def _say_part(finding: LineageFinding, checked: CheckResult) -> str:
    source = _name_source(finding.earliest.printing)
    return f"Part of a longer quotation; these words match the earliest version found: {source}."


def _say_altered(finding: LineageFinding, checked: CheckResult) -> str:
    by = collect_names(finding.evidence.exact_outlets).in_words
    earliest = f"the earliest found ({_name_source(finding.earliest.printing)})"
    others = [name for name in finding.evidence.agreeing_outlets if name not in finding.evidence.exact_outlets]
    if len(others) > 1:
        source = f"{len(others)} others, including {earliest},"
        return f"Published this way by {by}; but {source} {_tell_reading(checked, finding, plural=True)}."
    return f"Published this way by {by}; but {earliest} {_tell_reading(checked, finding)}."


def _say_differs(finding: LineageFinding, checked: CheckResult) -> str:
    found = finding.earliest.match
    source = f"the earliest ({_name_source(finding.earliest.printing)})"
    if not found.substantive_changes:
        parts = _count_joined_quotations(checked)
        if parts > 1:
            return f"Joined from {parts} separate quotations: no version found has all of these words together."
        return f"No version found has all of these words: {source} does not have {found.extra_word_count} of them."
    return f"No version found has these words: {source} {_tell_reading(checked, finding)}."


def _count_joined_quotations(checked: CheckResult) -> int:
    """Return of how many quotations the passage is made, each in its words; 0 if they do not make up all of it."""
    spans = [found.earliest.match.pasted_span for found in checked.findings if found.earliest.match.is_same]
    covered = {at for span in spans for at in range(span.start, span.end)}
    missing = [mark for at, mark in enumerate(checked.text) if at not in covered and mark.isalnum()]
    return 0 if missing else len(spans)


def _say_paraphrase(finding: LineageFinding, checked: CheckResult) -> str:
    return f"In other words: {_name_source(finding.nearest.printing)} has the statement, but not in these words."


def _say_misattributed(finding: LineageFinding, checked: CheckResult) -> str:
    times = {1: "once", 2: "twice"}.get(finding.evidence.exact_count, f"{finding.evidence.exact_count} times")
    return f"These words are published {times}, as {_name_speakers(finding)}; not as {possessive(checked.speaker)}."


def _say_not_found(finding: LineageFinding, checked: CheckResult) -> str:
    return f"Not the same words: {finding.nearest.printing.quote.article.outlet_name} has something near them."


_SENTENCES = {
    Verdict.MATCHES: _say_matches,
    Verdict.PART: _say_part,
    Verdict.ALTERED: _say_altered,
    Verdict.DIFFERS: _say_differs,
    Verdict.PARAPHRASE: _say_paraphrase,
    Verdict.MISATTRIBUTED: _say_misattributed,
    Verdict.NOT_FOUND: _say_not_found,
}


def _tell_reading(checked: CheckResult, finding: LineageFinding, *, plural: bool = False) -> str:
    """Say what the earliest version has at its most serious difference, to follow the name of its outlet."""
    found = finding.earliest.match
    if not found.substantive_changes:
        return f"{'lack' if plural else 'lacks'} {count_phrase(found.extra_word_count, 'word')} of it"
    change = found.substantive_changes[0]
    if change.a.end > change.a.start:
        return f"{'have' if plural else 'has'} {quote_words(finding.evidence.reading, CHANGE_WORDS)}"
    added = change.b.extract(found.pasted_span.extract(checked.text))
    return f"{'do' if plural else 'does'} not have {quote_words(added, CHANGE_WORDS)}"


def _name_source(printing: Printing) -> str:
    return describe_source(printing.quote.article, printing.quote.recording_time)


# --- further sentences --------------------------------------------------------------------------------------------


def _write_notes(finding: LineageFinding, checked: CheckResult) -> Iterator[str]:
    if finding.verdict in UNLIKE_WORDS:
        return
    first = finding.earliest.printing.quote.article.outlet_name
    others = [name for name in finding.evidence.exact_outlets if name != first]
    if finding.verdict in SAME_WORDS | {Verdict.MISATTRIBUTED} and others:
        yield f"Also published in these words by {collect_names(others).in_words}."
    nearest = finding.nearest
    if finding.verdict == Verdict.DIFFERS and nearest.printing != finding.earliest.printing:
        count = count_phrase(nearest.match.changed_word_count + nearest.match.extra_word_count, "word")
        yield f"The nearest version is {possessive(nearest.printing.quote.article.outlet_name)}, {count} apart."
    if finding.names_other_speaker and finding.verdict != Verdict.MISATTRIBUTED:
        named = collect_names(_list_sure_speakers(finding.evidence)).in_words
        yield f"The articles name {named} as the speaker, not {checked.speaker}."
    elif finding.may_name_other_speaker:
        named = collect_names(finding.evidence.speakers).in_words
        yield f"The articles probably mean {named} as the speaker, not {checked.speaker}. None of them says so clearly."
    elif len(finding.evidence.speakers) > 1:
        sure = finding.evidence.sure_speakers
        credited = [
            f"{'' if name in sure else 'probably '}{name} in {count}"
            for name, count in finding.evidence.speakers.items()
        ]
        verb = "do" if len(sure) > 1 else "may"
        yield f"Articles {verb} not agree on the speaker: {', '.join(credited[:SPEAKERS_NAMED])}."


def _list_sure_speakers(evidence: LineageEvidence) -> list[str]:
    return [name for name in evidence.speakers if name in evidence.sure_speakers]


def _name_speakers(finding: LineageFinding) -> str:
    return " or ".join(possessive(name) for name in _list_sure_speakers(finding.evidence)[:SPEAKERS_NAMED])


# --- both texts, with marks ---------------------------------------------------------------------------------------


def _build_checked_change(change: Change, printed: str, pasted: str) -> CheckedChange:
    kind = CHANGE_KINDS[change.kind]
    texts = change.a.extract(printed).strip(), change.b.extract(pasted).strip()
    meaning = kind.meaning.replace("this version", "your text").replace("This version", "Your text")
    return CheckedChange(kind.label, change.severity, meaning, *texts)


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
