"""Subtitles (SRT, WebVTT) as the text that they show: a paragraph for each speaker's turn.

``<v Sergey Lavrov>`` of WebVTT and ``LAVROV:`` or ``>> LAVROV:`` of television name who speaks; ``>>`` alone opens a
turn of somebody else. Lines that roll up are printed twice by some programs, and are taken once; [Applause] is no
words of anybody.
"""

import itertools
import re
from collections.abc import Iterator
from html import unescape

from articles.importers.decoding import decode
from articles.importers.formats.record import FormatError, Record

PAUSE_SECONDS = 4.0  # without words, between two paragraphs of a speaker who is not named

_TIME = r"(?:(\d+):)?(\d?\d):(\d\d)[,.](\d{3})"
_CUE = re.compile(rf"^\s*{_TIME}\s*-->\s*{_TIME}.*$")
_VOICE = re.compile(r"<v(?:\.[\w.-]+)?\s+([^<>]{1,80})>")
_TAG = re.compile(r"</?[a-zA-Z0-9][^<>]{0,100}>|<\d[\d:.]*>|\{\\[^{}]{1,40}\}")
_SOUND = re.compile(r"[\[(\u266a][A-Za-z ,.'-]{2,40}[\])\u266a]")
_TURN = re.compile(r"^\s*(?:>{2,}|-(?=\s?[A-Z][A-Z.' -]+:))\s*")
_LABEL = re.compile(r"^(?:[A-Z][\w.'\u2019-]*\s){0,4}[A-Z][\w.'\u2019-]*:\s")

Cue = tuple[float, float, str]
CuePlace = tuple[int, int, float]  # number of the paragraph, offset in it, seconds
BREAK = "\n\n"  # between two paragraphs


def parse(content: bytes) -> Iterator[Record]:
    """Yield the one text of a file of subtitles."""
    try:
        text = decode(content)
    except ValueError as problem:
        raise FormatError(str(problem)) from None
    paragraphs, cues = join_cues(_list_cues(text))
    if not paragraphs:
        raise FormatError("it is a file of subtitles without words")
    starts = [0, *itertools.accumulate(len(paragraph) + len(BREAK) for paragraph in paragraphs)]
    times = [(starts[paragraph] + offset, seconds) for paragraph, offset, seconds in cues]
    yield {"text": BREAK.join(paragraphs), "body_known": True, "kind": "recording", "cues": times}


def _list_cues(text: str) -> Iterator[Cue]:
    """Yield begin, end and words of each cue, in the order of the file."""
    times: tuple[float, float] | None = None
    lines: list[str] = []
    for line in [*text.splitlines(), ""]:
        if found := _CUE.match(line):
            if times and lines:  # a file without empty lines: the last line was the number of this cue
                yield (*times, "\n".join(lines[:-1] if lines[-1].strip().isdigit() else lines))
            groups = found.groups()
            times, lines = (_read_time(groups[:4]), _read_time(groups[4:])), []
        elif not line.strip():
            if times and lines:
                yield (*times, "\n".join(lines))
                times, lines = None, []
        elif times:
            lines.append(line)


def _read_time(parts: tuple[str | None, ...]) -> float:
    hours, minutes, seconds, thousandths = (int(part or 0) for part in parts)
    return 3600 * hours + 60 * minutes + seconds + thousandths / 1000


def join_cues(cues: Iterator[Cue]) -> tuple[list[str], list[CuePlace]]:
    """Join the words of cues into paragraphs, one for each turn; return also where each cue begins, and when."""
    paragraphs: list[str] = []
    places: list[CuePlace] = []
    speaker, last_line, last_end = "", "", 0.0
    for begin, end, words in cues:
        for line in words.split("\n"):
            voice = _VOICE.search(line)
            plain = _SOUND.sub(" ", unescape(_TAG.sub("", line)))
            is_turn = bool(_TURN.match(plain))
            plain = " ".join(_TURN.sub("", plain).split())
            if not any(map(str.isalnum, plain)) or plain == last_line:
                continue
            last_line = plain
            name = " ".join(voice[1].split()) if voice else ""
            is_label = bool(_LABEL.match(plain))
            paused = begin - last_end > PAUSE_SECONDS and bool(paragraphs) and paragraphs[-1][-1:] in '.!?\u201d"'
            if name and name != speaker:
                speaker = name
                paragraphs.append(f"{name}: {plain}")
            elif is_label or is_turn or not paragraphs or (paused and not speaker):
                speaker = "" if is_label or is_turn else speaker
                paragraphs.append(plain)
            else:
                paragraphs[-1] += f" {plain}"
            places.append((len(paragraphs) - 1, len(paragraphs[-1]) - len(plain), begin))
        last_end = end
    return paragraphs, places
