"""Transcripts: who speaks in a transcript or in subtitles, from where to where, and when in the recording.

``[12:04] LAVROV: We said so.``, ``SPEAKER (Ida Solberg, mayor): It stays.``, ``Q:`` and ``A.``, or a name and a time on
a line of their own above the words. In a transcript a paragraph without a label goes on with the turn before it.
Without any label all is said by the one whom the headline names ("Remarks by Ida Solberg"), or by nobody known.

A turn is cut into passages of one sentence (`cut_passages`), because outlets print sentences. Measured with 40 turns of
twelve real sentences and eight outlets that print one to five of them, parts and altered ones: 0.94 of the prints join
the transcript when it is cut into sentences, 0.92 when cut at 20 words and 0.91 when each turn is one passage. Of pairs
of prints in one lineage 34 % have no sentence in common with sentences (36 % without the transcript), 43 % with 20
words and 62 % with whole turns: a long passage glues together what was said apart.
"""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from articles.engine.cleaning.labels import Label
from articles.engine.cleaning.paragraphs import Paragraph
from articles.engine.extraction.interviews import find_interviewee
from articles.engine.extraction.results import Quotation, TextSpan
from articles.engine.extraction.turns import NO_LABELS, find_full_name
from articles.engine.text.person_names import TITLES, is_forename, strip_titles

#: A shorter sentence ("No.", "Of course.") belongs to the passage of the next one of its turn, or of the last.
MIN_PASSAGE_WORDS = 4
#: Subtitles made by a program have no full stops: a passage then ends with the cue that reaches so many words.
MAX_PASSAGE_WORDS = 60
SPOKEN_CONFIDENCE = 0.97
#: The most labels that are looked at, and the part of the text that is searched for full names: a debate has dozens.
MAX_LABELS, MAX_SEARCHED = 200, 100_000
#: A day of a parliament has some four thousand sentences.
MAX_PASSAGES = 10_000

CueTimes = Sequence[tuple[int, float]]  # offset in the text, seconds from the start of the recording

_TIME = r"(?:(?P<hours{n}>\d{{1,2}}):)?(?P<minutes{n}>\d{{1,2}}):(?P<seconds{n}>\d{{2}})(?:[.,]\d{{1,3}})?"
_BRACKETED = rf"[\[(<]?{_TIME.format(n='1')}[\])>]?"
_WORD = r"[A-Z\u00c0-\u00de\u0410-\u042f][\w.'\u2019&-]*"
_NAME = rf"{_WORD}(?: (?:of|the|for|and|de|del|der|van|von|al|bin|\d+|#\d+|{_WORD})){{0,6}}"
_ASIDES = r"(?: ?[(\[][^()\[\]\n]{2,80}[)\]]){0,2}"
_HEAD = re.compile(
    rf"(?:{_BRACKETED}[ \t\u2013\u2014:-]*)?(?:>>+ *)?"
    rf"(?P<label>(?P<name>{_NAME})(?P<role>, [^:.?!\n]{{2,80}})?(?P<asides>{_ASIDES})|[QA](?=[.:]))"
    rf"(?:[ \t]+[\[(<]?{_TIME.format(n='2')}[\])>]?)?"
    r"(?P<end>:(?!\d)[ \t]*|(?<=\b[QA])\.[ \t]+)(?P<words>\S)?"
)
#: A line of its own above the words: "Ida Solberg  00:12:04".
_HEADING = re.compile(
    rf"(?P<label>(?P<name>{_NAME})(?P<role>, [^:.?!\n]{{2,60}})?(?P<asides>{_ASIDES}))"
    rf"[ \t\u2013\u2014|-]+[\[(<]?{_TIME.format(n='2')}[\])>]?(?P<end>[ \t]*:?[ \t]*)$"
)
_TIME_ALONE = re.compile(rf"{_BRACKETED}(?:[ \t]*(?:-->|[\u2013\u2014-])[ \t]*[\d:.,]{{4,12}})?[ \t]*(?=\S|$)")
#: Sounds and stage directions: "(Applause.)", "[laughter]".
_DIRECTION = re.compile(r"[\[(][A-Za-z][^()\[\]\n]{2,60}[\])]")
_ASKERS = frozenset(
    "q question questions reporter reporters journalist press moderator interviewer host anchor audience".split()
)
_ANSWERERS = frozenset("a answer".split())
#: Labels that name nobody by themselves; a name may stand in the brackets behind them.
_UNNAMED = _ASKERS | _ANSWERERS | frozenset("speaker man woman unidentified male female participant voice".split())
_ROLES = frozenset("chair chairman chairwoman clerk court witness counsel presiding officer foreign of prime".split())
_OPENERS = frozenset("first second third fourth finally look listen well now yes no so but and point remember".split())
_SENTENCE_END = re.compile(
    r"[.!?\u2026]+[\"\u201d\u2019'\u00bb)\]]*(?=\s+[\"\u201c\u2018'\u00ab(\[\u2014\u2013-]*\s?[A-Z0-9\u00c0-\u00de\u0410-\u042f])"
)
_ABBREVIATION = re.compile(
    r"(?:\b[A-Z]|\b(?:[A-Za-z]\.)+[A-Za-z]|\b(?:Mr|Mrs|Ms|Dr|St|No|vs|Jr|Sr|Prof|Gen|Sen|Rep|Gov))\.$"
)
_TITLED = re.compile(
    r"\b(?:remarks|speech|address|statement|briefing|comments|press conference|transcript|interview|conversation)\b"
    rf"[^\n]{{0,60}}?\b(?:by|of|with)\b (?P<name>{_WORD}(?: {_WORD}){{1,5}})",
    re.IGNORECASE,
)
_CLOSING = re.compile(
    r"(?:end(?: of transcript)?\.?$|#+|\*+|_+|(?:source|photo|published|share|related|tags?)\b:?)", re.I
)


@dataclass(frozen=True, slots=True)
class _Turn:
    """What one speaker says in a row: its label, name, time, and the spans of the paragraphs."""

    label: TextSpan | None
    name: str | None
    seconds: int | None
    spans: list[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class _Head:
    """The label in front of a turn, from where its words begin."""

    label: TextSpan
    name: str
    asides: str
    seconds: int | None
    begin: int


def find_spoken_passages(
    text: str, paragraphs: Sequence[Paragraph], title: str = "", credit: str | None = None, cue_times: CueTimes = ()
) -> tuple[Quotation, ...]:
    """Find what is said in a transcript, sentence by sentence, with the speaker and the time as far as known."""
    body = [
        p for p in paragraphs if p.label not in (Label.COMMENT, Label.TITLE) or _HEADING.match(text, p.start, p.end)
    ]
    heads = _find_heads(text, body, title)
    turns = _collect_turns(text, body, heads, title) if heads else _build_monologue(text, paragraphs, title)
    passages = (passage for turn in turns for passage in _build_passages(text, turn, credit, cue_times))
    return tuple(islice(passages, MAX_PASSAGES))


def count_labels(text: str, paragraphs: Sequence[Paragraph], title: str = "") -> tuple[int, int, int]:
    """Count the turns with a label, the different labels, and the turns with a time."""
    heads = _find_heads(text, paragraphs, title)
    labels = {head.label.text for head in heads.values()}
    return len(heads), len(labels), sum(head.seconds is not None for head in heads.values())


# --- who speaks -----------------------------------------------------------------------------------------------------


def _find_heads(text: str, body: Sequence[Paragraph], title: str) -> dict[int, _Head]:
    """Find the labels in front of paragraphs, by the index of the paragraph."""
    found: dict[int, _Head] = {}
    for index, paragraph in enumerate(body):
        match = _HEAD.match(text, paragraph.start, paragraph.end) or _HEADING.match(
            text, paragraph.start, paragraph.end
        )
        if match is not None:
            start, end = match.span("label")
            label = TextSpan(text[start:end], start, end)
            begin = match.start("words") if match.groupdict().get("words") else match.end()
            asides = match["asides"] or ""
            found[index] = _Head(label, match["name"] or label.text, asides, _read_time(match), begin)
    counts = Counter(head.label.text for head in found.values())
    searched = f"{title}\n{text[:MAX_SEARCHED]}"
    first_heads = {head.label.text: head for head in reversed(found.values())}
    speakers = {
        label for label, _ in counts.most_common(MAX_LABELS) if _is_speaker(first_heads[label], counts, searched)
    }
    return {index: head for index, head in found.items() if head.label.text in speakers or _is_timed(head)}


def _is_timed(head: _Head) -> bool:
    return head.seconds is not None and NO_LABELS.isdisjoint(head.name.lower().split())


def _read_time(match: re.Match[str]) -> int | None:
    for n in "12":
        groups = match.groupdict()
        if groups.get(f"seconds{n}"):
            hours, minutes, seconds = (int(groups[f"{unit}{n}"] or 0) for unit in ("hours", "minutes", "seconds"))
            return 3600 * hours + 60 * minutes + seconds
    return None


def _is_speaker(head: _Head, counts: Counter[str], text: str) -> bool:
    """Return whether a label names who speaks, and is not the beginning of a sentence with a colon."""
    words = head.name.lower().replace("\u2019s", "").replace("'s", "").split()
    if not NO_LABELS.isdisjoint(words) or words[0] in _OPENERS:
        return False
    if not _UNNAMED.isdisjoint(words) or head.seconds is not None:
        return True
    named = [word for word in strip_titles(head.name.split()) if word]
    if head.name.isupper() and len(head.name) > 2:
        return True
    is_person = bool(named) and (is_forename(named[0]) or named != head.name.split())
    return is_person or (
        counts[head.label.text] > 1 and len(re.findall(rf"\b{re.escape(words[-1])}\b", text, re.I)) > 2
    )


def _collect_turns(text: str, body: Sequence[Paragraph], heads: dict[int, _Head], title: str) -> list[_Turn]:
    """Collect the paragraphs of each turn; what stands before the first label is an introduction."""
    first, last = min(heads), max(heads)
    answering = find_interviewee(text, body[0].start, body[first - 1].end, title) if first else None
    answerer = answering.text if answering is not None else find_titled_speaker(title)
    searched = f"{title}\n{text[:MAX_SEARCHED]}"
    labels = dict(list({head.label.text: head for head in heads.values()}.items())[:MAX_LABELS])
    named = {label: _name_speaker(searched, head, title, answerer) for label, head in labels.items()}
    full_names = set(named.values())
    named = {label: _complete_name(name, full_names) for label, name in named.items()}
    turns: list[_Turn] = []
    for index in range(first, len(body)):
        paragraph = body[index]
        if head := heads.get(index):
            turns.append(_Turn(head.label, named.get(head.label.text), head.seconds, []))
            if head.begin < paragraph.end:
                turns[-1].spans.append((head.begin, paragraph.end))
            continue
        start, seconds = _skip_time(text, paragraph)
        line = text[start : paragraph.end]
        if index > last and (_CLOSING.match(line) or not line or line[-1] not in '.!?\u2026"\u201d)'):
            break
        if not line or _CLOSING.fullmatch(line) or (paragraph.label is not Label.BODY and not _is_sentence(line)):
            continue
        if seconds is not None:
            turns.append(_Turn(turns[-1].label, turns[-1].name, seconds, []))
        turns[-1].spans.append((start, paragraph.end))
    return turns


def _is_sentence(line: str) -> bool:
    return len(line.split()) >= MIN_PASSAGE_WORDS and line[-1] in '.!?\u2026"\u201d)'


def _skip_time(text: str, paragraph: Paragraph) -> tuple[int, int | None]:
    """Return where the words of a paragraph begin, behind a time, and the time."""
    match = _TIME_ALONE.match(text, paragraph.start, paragraph.end)
    if match is None or (
        text[paragraph.start] not in "[(<" and match["hours1"] is None and match.end() < paragraph.end
    ):
        return paragraph.start, None
    return match.end(), _read_time(match)


def _name_speaker(searched: str, head: _Head, title: str, answerer: str | None) -> str | None:
    """Return the fullest name of a label; None for one who only asks, and for a voice without a name."""
    words = {word.strip("#0123456789.").lower() for word in head.name.split()}
    if not words.isdisjoint(_UNNAMED):
        inside = re.search(rf"[(\[]({_WORD}(?: {_WORD})+)(?=[,)\]])", head.asides)
        if inside and is_forename(strip_titles(inside[1].split())[0]):
            return " ".join(strip_titles(inside[1].split()))
        return answerer if not words.isdisjoint(_ANSWERERS) else None
    if _is_role(head.name):
        titled = find_titled_speaker(title)  # THE PRESIDENT of "Remarks by President Solberg"
        return titled if titled and re.search(rf"\b{re.escape(head.name.split()[-1])}\b", title, re.I) else None
    return find_full_name(searched, head.name, in_capitals=head.name.isupper())


def _complete_name(name: str | None, names: Iterable[str | None]) -> str | None:
    """Return the one longer name of another label that ends in this surname: MAYOR SOLBERG is IDA SOLBERG."""
    longer = {other for other in names if name and other and other.endswith(f" {name}")}
    return next(iter(longer)) if len(longer) == 1 else name


def _is_role(label: str) -> bool:
    """Return whether a label names nobody but a role: THE CHAIR, PRIME MINISTER; not MAYOR SOLBERG."""
    words = [word.strip(".").lower() for word in label.split()]
    return words[0] == "the" or all(word in TITLES or word in _ROLES for word in words)


def find_titled_speaker(title: str) -> str | None:
    """Find whom a headline names as the speaker.

    >>> find_titled_speaker("Remarks by Foreign Minister Ida Solberg at the harbour")
    'Ida Solberg'
    """
    match = _TITLED.search(title)
    words = strip_titles(match["name"].split()) if match else []
    while words and not is_forename(words[0]):
        words = words[1:]
    stop = next((k for k, word in enumerate(words) if not word[:1].isupper()), len(words))
    return " ".join(words[: min(stop, 3)]) if len(words) > 1 else None


def _build_monologue(text: str, paragraphs: Sequence[Paragraph], title: str) -> list[_Turn]:
    """Build the turns of one speaker: a paragraph each."""
    name = find_titled_speaker(title)
    start = text.find(name) if name else -1
    label = TextSpan(name, start, start + len(name)) if name and start >= 0 else None
    turns = []
    for paragraph in paragraphs:
        begin, seconds = _skip_time(text, paragraph)
        if paragraph.label is Label.BODY and begin < paragraph.end:
            turns.append(_Turn(label, name, seconds, [(begin, paragraph.end)]))
    return turns


# --- passages -------------------------------------------------------------------------------------------------------


def _build_passages(text: str, turn: _Turn, credit: str | None, cue_times: CueTimes) -> Iterator[Quotation]:
    offsets = [offset for offset, _ in cue_times]
    for begin, end in turn.spans:
        for start, stop in cut_passages(text, begin, end, offsets):
            at = bisect_right(offsets, start) - 1
            seconds = int(cue_times[at][1]) if at >= 0 else turn.seconds
            yield Quotation(
                start=start,
                end=stop,
                type="spoken",
                closed=True,
                speaker=turn.label,
                speaker_name=turn.name,
                cue=None,
                occasion=None,
                credit=credit,
                rule="spoken",
                confidence=SPOKEN_CONFIDENCE,
                other_half=None,
                sure=turn.name is not None,
                seconds=seconds,
            )


def cut_passages(text: str, begin: int, end: int, offsets: Sequence[int] = ()) -> Iterator[tuple[int, int]]:
    """Cut the words of a turn into passages: sentences, without the sounds and stage directions between them."""
    position = begin
    for direction in _DIRECTION.finditer(text, begin, end):
        if direction[0][1:-1].strip(" .").lower() in _SOUNDS:
            yield from _join_short(text, list(_split_sentences(text, position, direction.start(), offsets)))
            position = direction.end()
    yield from _join_short(text, list(_split_sentences(text, position, end, offsets)))


_SOUNDS = frozenset(
    """applause, laughter, cheers, cheering, booing, music, crosstalk, cross talk, inaudible, unintelligible, laughs,
    chuckles, sighs, coughs, silence, pause, off-mic, via interpreter, cheers and applause, laughter and applause,
    applause and cheers""".replace("\n    ", " ").split(", ")
)


def _split_sentences(text: str, begin: int, end: int, offsets: Sequence[int]) -> Iterator[tuple[int, int]]:
    start = begin
    for match in _SENTENCE_END.finditer(text, begin, end):
        if not _ABBREVIATION.search(text, max(start, match.start() - 8), match.end()):
            yield from _cut_long(text, start, match.end(), offsets)
            start = match.end()
    yield from _cut_long(text, start, end, offsets)


def _cut_long(text: str, start: int, end: int, offsets: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Cut words without a full stop where a cue begins; strip white space."""
    words = list(re.finditer(r"\S+", text[start:end]))
    first = 0
    for k, word in enumerate(words):
        if k - first >= MAX_PASSAGE_WORDS and (
            _is_cue(offsets, start + word.start()) or k - first >= 2 * MAX_PASSAGE_WORDS
        ):
            yield start + words[first].start(), start + words[k - 1].end()
            first = k
    if words:
        yield start + words[first].start(), start + words[-1].end()


def _is_cue(offsets: Sequence[int], position: int) -> bool:
    at = bisect_right(offsets, position) - 1
    return at >= 0 and offsets[at] == position


def _join_short(text: str, sentences: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Join sentences of a few words to the next one, the last to the one before."""
    joined: list[tuple[int, int]] = []
    for start, end in sentences:
        if joined and len(text[joined[-1][0] : joined[-1][1]].split()) < MIN_PASSAGE_WORDS:
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    if len(joined) > 1 and len(text[joined[-1][0] : joined[-1][1]].split()) < MIN_PASSAGE_WORDS:
        joined[-2:] = [(joined[-2][0], joined[-1][1])]
    yield from (span for span in joined if any(map(str.isalnum, text[span[0] : span[1]])))
