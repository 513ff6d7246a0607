"""Interviews without labels: paragraphs that ask, and the answers of the one person whom the introduction names.

``We spoke to Ida Solberg, the mayor.`` / ``How long will your boat run?`` / ``I think it will run until spring.``
Pages that explain something ask and answer, too: so a person must be interviewed, the questions say "you" or the
answers "I", and nobody is quoted at length in them. With two people interviewed, nobody can tell who answers.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from articles.engine.cleaning.paragraphs import Paragraph
from articles.engine.extraction.quotation_marks import QuotedSpan
from articles.engine.extraction.results import Quotation, TextSpan
from articles.engine.text.person_names import is_forename

#: The fewest questions of an interview; the longest question, in words; the least share of paragraphs that ask.
MIN_QUESTIONS, MAX_QUESTION_WORDS, MIN_QUESTION_SHARE = 3, 60, 0.15
#: The least share of the questions with "you", or of the answers with "I", where the article does not say "interview".
MIN_ADDRESSED_SHARE, MIN_PERSONAL_SHARE = 0.34, 0.5
#: The largest share of the answers that quotation marks may enclose; with more, the marks make the quotations.
MAX_MARKED_SHARE = 0.3
#: The fewest words of an answer without a full stop; a shorter line is a caption or a credit.
MIN_ANSWER_WORDS = 12
ANSWER_CONFIDENCE = 0.93
_PARTICLES = "al|bin|da|de|del|den|der|di|dos|du|el|la|le|van|von|zu"
_WORD = r"[A-Z][\w\u2019'-]+"
_NAME = rf"(?P<name>{_WORD}(?: (?:{_PARTICLES}|[A-Z]\.))*(?: {_WORD}){{1,2}})"
_NAMED = re.compile(rf"\b(?={_NAME})")
_INTERVIEWED = re.compile(
    r"\b(?:interview(?:ed|s)?(?: with)?|q&a with|conversation with|interview mit|gespr\u00e4ch mit|entretien avec|"
    r"interview de|rencontre avec|entrevista (?:con|a)|hablamos con|intervista (?:a|con)|"
    r"(?:we|i)(?: \w+)? (?:spoke|spoken|talked|sat down|chatted) (?:to|with)|wir (?:sprachen|haben) mit|"
    r"(?:the [A-Z]\w+ )?sat down with)\b",
    re.IGNORECASE,
)
#: Who else may stand behind "interview with": the one who asks.
_REPORTERS = re.compile(
    r"\b(?:reporter|writer|journalist|correspondent|editor|host|presenter|moderator|redakteur|journaliste|periodista)",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"[.!?]\s|\n")
#: How many characters behind "interview with" may hold the name.
MAX_NAME_DISTANCE = 120
_NAMED_FIRST = re.compile(
    rf"{_NAME}(?:,[^.?!\n]{{3,80}},)? (?:im (?:Interview|Gespr\u00e4ch)|answers? (?:our|the) questions|"
    r"(?:spoke|talked|speaks|talks) (?:to|with) (?:us|me|The|the)\b|en (?:entrevista|entretien))"
)
_SAYS_INTERVIEW = re.compile(
    r"\b(?:interview(?!er)|q&a|entretien|entrevista|intervista|im gespr\u00e4ch)", re.IGNORECASE
)
_YOU = re.compile(r"\b(?:you|your|yourself|du|dein\w*|Sie|Ihr\w*|Ihnen|vous|votre|vos|usted\w*|tu|su)\b")
_I = re.compile(
    r"\b(?:I|I[\u2019']\w+|my|me|we|our|us|ich|mein\w*|mir|mich|wir|uns|unser\w*|je|j[\u2019']\w+|nous|notre|nos|"
    r"yo|mi|nosotros|nuestr\w+|io|noi|nostr\w+)\b",
    re.IGNORECASE,
)
_NOTE = re.compile(
    r"(?:this interview|the interview|the conversation|das interview|das gespr\u00e4ch|propos recueillis|interview:|"
    r"(?:foto|photo|quelle|source|credit|image|bild)s?:)",
    re.IGNORECASE,
)
_SENTENCE_ENDINGS = '.!?\u2026"\u201d\u201c\u00bb)'


@dataclass(frozen=True, slots=True)
class _Answer:
    """The paragraphs that answer one question, by index."""

    paragraphs: tuple[int, ...]


def find_answers(
    text: str, body: Sequence[Paragraph], spans: Sequence[QuotedSpan], title: str, credit: str | None
) -> dict[int, Quotation]:
    """Find the answers of an interview as turns of the person interviewed, by the index of the paragraph."""
    asking = [k for k, paragraph in enumerate(body) if _asks(text[paragraph.start : paragraph.end])]
    if len(asking) < MIN_QUESTIONS or asking[0] == 0:
        return {}
    introduction = text[body[0].start : body[asking[0] - 1].end]
    interviewee = find_interviewee(text, body[0].start, body[asking[0] - 1].end, title)
    if interviewee is None or len(asking) < MIN_QUESTION_SHARE * (len(body) - asking[0]):
        return {}
    answers = [_Answer(tuple(group)) for group in _iter_answers(text, body, asking)]
    says_interview = _SAYS_INTERVIEW.search(f"{title}\n{introduction}") is not None
    if not _is_conversation(text, body, asking, answers, says_interview=says_interview):
        return {}
    indexes = {k: None for answer in answers for k in answer.paragraphs}
    marked = sum(span.outer_end - span.outer_start for span in spans if span.paragraph in indexes)
    if marked > MAX_MARKED_SHARE * sum(body[k].end - body[k].start for k in indexes):
        return {}
    return {k: _build_answer(body[k], interviewee, credit) for k in indexes}


def _asks(line: str) -> bool:
    """Return whether a paragraph is an interviewer's question."""
    return (
        line.endswith("?")
        and len(line.split()) <= MAX_QUESTION_WORDS
        and line[0] not in "\"\u201c\u201e\u00ab\u201d\u2018'"
    )


def find_interviewee(text: str, start: int, end: int, title: str) -> TextSpan | None:
    """Find the one person whom the introduction, or else the headline, says was interviewed."""
    found = {span.text.split()[-1]: span for span in _iter_interviewees(text, start, end)}
    if not found:
        for span in _iter_interviewees(title, 0, len(title)):
            at = text.find(span.text, start, end)
            if at >= 0:
                found.setdefault(span.text.split()[-1], TextSpan(span.text, at, at + len(span.text)))
    return next(iter(found.values())) if len(found) == 1 else None


def _iter_interviewees(text: str, start: int, end: int) -> Iterator[TextSpan]:
    """Yield the people whom the text says were interviewed."""
    for match in _NAMED_FIRST.finditer(text, start, end):
        yield from _build_person(match)
    for match in _INTERVIEWED.finditer(text, start, end):
        stop = min(end, match.end() + MAX_NAME_DISTANCE)
        sentence_end = _SENTENCE_END.search(text, match.end(), stop)
        for named in _NAMED.finditer(text, match.end(), sentence_end.start() + 1 if sentence_end else stop):
            if person := list(_build_person(named)):
                if _REPORTERS.search(text, match.end(), named.start()) is None:
                    yield from person
                break


def _build_person(match: re.Match[str]) -> Iterator[TextSpan]:
    """Yield the name that a match found, if it begins with a forename."""
    name = match["name"].removesuffix("\u2019s").removesuffix("'s")
    if is_forename(name.split()[0].partition("-")[0]):
        yield TextSpan(name, match.start("name"), match.start("name") + len(name))


def _iter_answers(text: str, body: Sequence[Paragraph], asking: Sequence[int]) -> Iterator[list[int]]:
    """Yield the paragraphs behind each question; behind the last, the first and what goes on in the first person."""
    for question, following in zip(asking, [*asking[1:], len(body)], strict=True):
        group: list[int] = []
        for k in range(question + 1, following):
            line = text[body[k].start : body[k].end]
            if _NOTE.match(line) or (line[-1] not in _SENTENCE_ENDINGS and len(line.split()) < MIN_ANSWER_WORDS):
                continue
            if following == len(body) and group and not _I.search(line):
                break
            group.append(k)
        if group:
            yield group


def _is_conversation(
    text: str, body: Sequence[Paragraph], asking: Sequence[int], answers: Sequence[_Answer], *, says_interview: bool
) -> bool:
    """Return whether the questions address somebody, or the answers speak of themselves."""
    addressed = sum(_YOU.search(text, body[k].start, body[k].end) is not None for k in asking) / len(asking)
    personal = sum(
        any(_I.search(text, body[k].start, body[k].end) is not None for k in answer.paragraphs) for answer in answers
    ) / max(1, len(answers))
    if says_interview:
        return addressed + personal > 0
    return addressed >= MIN_ADDRESSED_SHARE and personal >= MIN_PERSONAL_SHARE


def _build_answer(paragraph: Paragraph, interviewee: TextSpan, credit: str | None) -> Quotation:
    return Quotation(
        start=paragraph.start,
        end=paragraph.end,
        type="turn",
        closed=True,
        speaker=interviewee,
        speaker_name=interviewee.text,
        cue=None,
        occasion=None,
        credit=credit,
        rule="answer",
        confidence=ANSWER_CONFIDENCE,
        other_half=None,
        sure=True,
    )
