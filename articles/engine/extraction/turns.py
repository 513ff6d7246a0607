"""Turns: what the speakers of an interview, a hearing or a debate say, each in a paragraph behind their label.

``SEN. WALSH: It stays.``, ``Ida Solberg (Brackmere) (Lab): I ask the minister``, ``Q:`` and ``A:``. A label counts
where the article has several: one that is repeated, or that names somebody whom the text names too.
"""

import re
from collections import Counter
from collections.abc import Sequence

from articles.engine.cleaning.paragraphs import Paragraph
from articles.engine.extraction.interviews import find_interviewee
from articles.engine.extraction.results import Quotation, TextSpan
from articles.engine.text.person_names import is_forename, strip_titles

_NAME = r"[A-Z][\w.'\u2019-]*(?: (?:[a-z]{2,3} )?[A-Z][\w.'\u2019-]*){0,3}"
_LABEL = re.compile(
    rf"(?P<label>(?P<parliament>{_NAME})(?: \([^()\n]{{2,60}}\)){{1,2}}"  # Ida Solberg (Brackmere) (Lab)
    r"|(?P<capitals>[A-Z][A-Z.'\u2019-]+(?: [A-Z][A-Z.'\u2019-]+){0,3})"  # SEN. WALSH
    rf"|(?P<plain>{_NAME})|[QA]): +(?=[^\W\d_]+(?:['\u2019]\w+)?[ ,.?!])"
)
#: Words that open a line with a colon and are nobody's.
NO_LABELS = frozenset(
    """note correction clarification update updated breaking related read watch listen video photo image gallery source
    editor warning exclusive analysis opinion more live poll quiz tip tips step recipe ingredients q&a fact""".split()
)
#: The fewest turns of an article; the confidence of a turn's label.
MIN_TURNS, TURN_CONFIDENCE = 2, 0.97


def find_turns(
    text: str, body: Sequence[Paragraph], title: str = "", credit: str | None = None
) -> dict[int, Quotation]:
    """Find the turns among the paragraphs, by the index of the paragraph; "A" is whom the introduction interviews."""
    labels = {index: match for index, p in enumerate(body) if (match := _LABEL.match(text, p.start, p.end)) is not None}
    counts = Counter(match["label"] for match in labels.values())
    turns = {index: match for index, match in labels.items() if _is_label(text, match, counts)}
    if len(turns) < MIN_TURNS or len({match["label"] for match in turns.values()}) < MIN_TURNS:
        return {}
    if 2 * sum(_names_itself(text, body[index], match) for index, match in turns.items()) >= len(turns):
        return {}  # a list about people, not by them
    first = min(turns)
    asked = first > 0 and any(match["label"] == "A" for match in turns.values())
    interviewee = find_interviewee(text, body[0].start, body[first - 1].end, title) if asked else None
    return {index: _build_turn(text, body[index], match, interviewee, credit) for index, match in turns.items()}


def _names_itself(text: str, paragraph: Paragraph, match: re.Match[str]) -> bool:
    """Return whether the words behind a label speak of the person by name: "Ada Berg: Loans. Ms Berg wants to"."""
    surname = (match["parliament"] or match["label"]).split()[-1]
    words = (surname.title(), surname) if len(surname) > 1 else ()
    return any(re.search(rf"\b{re.escape(word)}\b", text[match.end() : paragraph.end]) for word in words)


def _is_label(text: str, match: re.Match[str], counts: Counter[str]) -> bool:
    label = match["label"]
    if label in ("Q", "A"):
        return counts["Q"] > 0 and counts["A"] > 0
    words = label.lower().replace("\u2019s", "").replace("'s", "").split()
    if not NO_LABELS.isdisjoint(words):
        return False
    if match["parliament"]:
        return True
    named = len(re.findall(rf"\b{re.escape(label.split()[-1].title())}\b", text))
    known = counts[label] > 1 or named > (0 if match["capitals"] else 1)
    return known and (bool(match["capitals"]) or is_forename(label.split()[0]))


def _build_turn(
    text: str, paragraph: Paragraph, match: re.Match[str], interviewee: TextSpan | None, credit: str | None
) -> Quotation:
    """Build the result for one turn; "Q" names nobody, "A" the interviewee."""
    printed = TextSpan(match["label"], match.start("label"), match.end("label"))
    if printed.text in ("Q", "A"):
        name = interviewee.text if interviewee is not None and printed.text == "A" else None
    else:
        name = find_full_name(text, match["parliament"] or match["label"], in_capitals=bool(match["capitals"]))
    return Quotation(
        start=match.end(),
        end=paragraph.end,
        type="turn",
        closed=True,
        speaker=printed,
        speaker_name=name,
        cue=None,
        occasion=None,
        credit=credit,
        rule="turn",
        confidence=TURN_CONFIDENCE,
        other_half=None,
        sure=name is not None,
    )


def find_full_name(text: str, label: str, *, in_capitals: bool) -> str:
    """Find the fullest form of the labelled name that the article prints: SOLBERG is Ida Solberg."""
    words = strip_titles(label.split())
    if in_capitals:
        words = [word.title() for word in words]
    if len(words) > 1:
        return " ".join(words)
    for full in re.finditer(rf"\b([A-Z][\w'\u2019-]+) {re.escape(words[0])}\b", text):
        if is_forename(full[1]):
            return full[0]
    return words[0]
