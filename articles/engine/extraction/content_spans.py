"""What did each speaker say, as a whole: quoted, reported, or half of each?

`find_quotations` gives what stands between two marks. A reader of ``Lavrov said that Russia couldn't "forbid anyone"``
takes the whole clause for what he said, and ``"We won," he said. "Now we wait."`` for one saying in two pieces. Here
quotations are put together with their other halves, quoted words are widened to the clause they are built into, and
what is reported without marks stands beside them, each with all its `spans`; `reported` are these alone.

Left to others: the quotations (`find_quotations`), the clauses (`indirect`).
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from articles.engine.cleaning.paragraphs import Label, Paragraph
from articles.engine.extraction.budget import CHARACTERS_A_TOKEN_TOLD, read_with_care
from articles.engine.extraction.indirect_speech import MOST, Reading, found_in, readings, widened
from articles.engine.extraction.named_people import Cast
from articles.engine.extraction.quotation_marks import Stretch, stretches
from articles.engine.extraction.results import Extraction, Quotation
from articles.engine.extraction.sentences import QUOTE, Sentence, headline, without_capitals_of_sentences
from articles.engine.extraction.source_credits import article_credit

Span = tuple[int, int]
#: By themselves only those reports are handed on that are likelier than not to be one. Three in four of these have the
#: bounds that annotators gave them, of all readings two in three (84 articles).
SURE_FROM = 0.5


@dataclass(frozen=True, slots=True)
class Content:
    """All that is said in one attribution: its pieces in the text, and who said it as for a quotation.

    `quotation` runs from the first piece to the last; its type is "direct", "mixed" or "indirect".
    """

    spans: tuple[Span, ...]
    quotation: Quotation


def attributions(text: str, found: Extraction) -> tuple[Content, ...]:
    """Whole contents, in order, given what `find_quotations` found in the text.

    >>> from articles.engine.extraction import find_quotations
    >>> text = "\\u201cWe won,\\u201d Sergey Lavrov said. \\u201cNow we wait.\\u201d He doubts that it will last."
    >>> for content in attributions(text, find_quotations(text)):
    ...     print(content.quotation.speaker_name, [text[start:end] for start, end in content.spans])
    Sergey Lavrov ['We won,', 'Now we wait.']
    Sergey Lavrov ['that it will last']
    """
    if found.language != "en":
        return tuple(_quoted(found, set()))  # clauses are told by English words
    quoted, read = read_again(text, found.paragraphs)
    number_at = {quotation.start: k for k, quotation in enumerate(found.quotations)}
    number_of = [number_at.get(stretch.start) for stretch in quoted]
    clauses = [reading for sentence in read for reading in _clauses(sentence, _quoted_in(sentence, number_of, found))]
    tellings = found_in(
        text, read, Cast(read, headline(text, found.paragraphs)), clauses, article_credit(text, found.paragraphs)
    )
    covered: set[int] = set()
    whole: list[Content] = []
    for reading, finding in zip(clauses, tellings, strict=True):
        places = (reading.sentence.quotes[place] for place in reading.quotes)
        inside = [k for k in (number_of[stretch] for stretch in places) if k is not None and k not in covered]
        inside += _halves_behind(reading, inside, found, covered)
        covered.update(inside)
        whole.append(_whole(reading, finding, [found.quotations[k] for k in inside]))
    whole += _quoted(found, covered)
    return tuple(sorted(whole, key=lambda content: content.spans))


def reported(text: str, found: Extraction) -> tuple[Content, ...]:
    """What is told without quotation marks and more likely than not is what somebody said, in order."""
    contents = (content for content in attributions(text, found) if content.quotation.type == "indirect")
    return tuple(content for content in contents if content.quotation.confidence >= MOST * SURE_FROM)


def read_again(text: str, labelled: Sequence[Paragraph]) -> tuple[tuple[Stretch, ...], list[Sentence]]:
    """What stands between marks in the body, and the body's sentences, as far as there is time to look for reports."""
    body = [p for p in labelled if p.label is Label.BODY]
    quoted = stretches(text, body)
    read, _ = read_with_care(text, body, quoted, CHARACTERS_A_TOKEN_TOLD)
    without_capitals_of_sentences(read)
    return quoted, read


def _quoted_in(sentence: Sentence, number_of: Sequence[int | None], found: Extraction) -> dict[int, Quotation]:
    """The quotations of a sentence by their places in it."""
    numbers = {place: number_of[stretch] for place, stretch in sentence.quotes.items()}
    return {place: found.quotations[k] for place, k in numbers.items() if k is not None}


# --- Clauses ---------------------------------------------------------------------------------------------------------


def _clauses(sentence: Sentence, quoted: dict[int, Quotation]) -> list[Reading]:
    """The readings of a sentence; around quoted words that none of them takes in, the likeliest that does."""
    direct = [place for place, quotation in quoted.items() if quotation.type == "direct"]
    taken = [
        r for r in readings(sentence) if _adds_words(r) and not _runs_into(r, direct) and not _holds_speaker(r, quoted)
    ]
    for place, quotation in quoted.items():
        if quotation.type == "direct" or any(begin <= place < end for r in taken for begin, end in r.spans):
            continue
        wide = widened(sentence, place)
        if wide is not None and _adds_words(wide) and not _runs_into(wide, direct):
            taken = [r for r in taken if not r.overlaps(wide)] + [wide]
    return sorted(taken, key=lambda r: r.begin)


def _adds_words(reading: Reading) -> bool:
    """Is there more in it than a quotation?"""
    return any(reading.sentence.tokens[k].kind != QUOTE for begin, end in reading.spans for k in range(begin, end))


def _runs_into(reading: Reading, direct: Sequence[int]) -> bool:
    """Does it end with speech that a colon or comma announces, which is a content of its own?"""
    tokens = reading.sentence.tokens
    return any(
        begin < k == end - 1 and tokens[k - 1].text in (":", ",") for k in direct for begin, end in reading.spans
    )


def _holds_speaker(reading: Reading, quoted: dict[int, Quotation]) -> bool:
    """Does it open with a quotation and name its speaker: "First," Zakharova, a spokeswoman? That is not all said."""
    tokens = reading.sentence.tokens
    opening = quoted.get(reading.begin)
    if reading.rule != "reported-before" or opening is None or opening.speaker is None:
        return False
    return tokens[reading.begin].end <= opening.speaker.start < tokens[reading.end - 1].end


def _halves_behind(reading: Reading, inside: Sequence[int], found: Extraction, covered: set[int]) -> list[int]:
    """The other halves of quotations in a content whose attribution stands behind it."""
    if reading.rule != "reported-before":
        return []
    halves = (found.quotations[k].other_half for k in inside)
    return [half for half in halves if half is not None and half not in inside and half not in covered]


def _whole(reading: Reading, finding: Quotation, inside: Sequence[Quotation]) -> Content:
    """A clause as a whole; where there are quotations in it, their speaker is surer than the clause's."""
    tokens = reading.sentence.tokens
    spans = [(tokens[begin].start, tokens[end - 1].end) for begin, end in reading.spans]
    spans += [(q.start, q.end) for q in inside if not any(a <= q.start and q.end <= b for a, b in spans)]
    if not inside:
        return Content(tuple(spans), finding)
    named = next((q for q in inside if q.speaker is not None), finding)
    whole = replace(named, start=spans[0][0], end=max(b for _, b in spans), type="mixed", other_half=None)
    return Content(tuple(spans), whole)


# --- Quotations by themselves ----------------------------------------------------------------------------------------


def _quoted(found: Extraction, covered: set[int]) -> list[Content]:
    """The quotations that no clause takes in, together with their halves."""
    whole: list[Content] = []
    for k, quotation in enumerate(found.quotations):
        half = quotation.other_half if quotation.other_half not in covered else None
        if k in covered or (half is not None and half < k):
            continue
        pieces = [quotation] if half is None else [quotation, found.quotations[half]]
        spans = tuple((piece.start, piece.end) for piece in pieces)
        whole.append(Content(spans, replace(quotation, end=spans[-1][1], other_half=None)))
    return whole
