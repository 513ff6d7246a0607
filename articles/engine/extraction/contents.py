"""What did each speaker say, as a whole: quoted, reported, or half of each?

`find_quotations` gives what stands between two marks. A reader of ``Lavrov said that Russia could not "forbid anyone"
to speak`` takes the whole clause for what he said, and ``"We won," he said. "Now we wait."`` for one saying in two
pieces. Here quotations are put together with their other halves, quoted words are widened to the clause they are built
into, and what is reported without marks stands beside them, each with all its `spans`.

Left to others: the quotations (`find_quotations`), the clauses (`indirect`).
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from articles.engine.cleaning import Label, Paragraph
from articles.engine.extraction import Extraction, find_quotations
from articles.engine.extraction.cast import Cast
from articles.engine.extraction.findings import Quotation
from articles.engine.extraction.indirect import Reading, found_in, readings, widened
from articles.engine.extraction.marks import stretches
from articles.engine.extraction.sentences import QUOTE, Sentence, sentences

Span = tuple[int, int]
#: A reading that widens words known to be somebody's needs less to speak for it.
WIDENS_FROM = 0.1


@dataclass(frozen=True, slots=True)
class Content:
    """All that is said in one attribution: its pieces in the text, and who said it as for a quotation.

    `quotation` runs from the first piece to the last; its type is "direct", "mixed" or "indirect".
    """

    spans: tuple[Span, ...]
    quotation: Quotation


def attributions(
    text: str, *, title: str | None = None, credit: str | None = None, paragraphs: tuple[Paragraph, ...] | None = None
) -> tuple[Content, ...]:
    """Whole contents, in order; the arguments are those of `find_quotations`.

    >>> [content] = attributions("\\u201cWe won,\\u201d Sergey Lavrov said. \\u201cNow we wait.\\u201d")
    >>> [content.quotation.speaker_name, *content.spans]
    ['Sergey Lavrov', (1, 8), (32, 44)]
    """
    found = find_quotations(text, title=title, credit=credit, paragraphs=paragraphs)
    read = read_sentences(text, found.paragraphs)
    clauses = [reading for sentence in read for reading in _clauses(sentence, found)]
    reported = found_in(text, read, Cast(read), clauses, credit)
    covered: set[int] = set()
    whole: list[Content] = []
    for reading, finding in zip(clauses, reported, strict=True):
        inside = [k for k in _inside(reading, found.quotations) if k not in covered]
        halves = [h for k in inside if (h := found.quotations[k].other_half) is not None and h not in inside]
        halves = [h for h in halves if h not in covered and reading.rule == "reported-before"]
        covered.update(inside, halves)
        whole.append(
            _reported(reading, finding, [found.quotations[k] for k in inside], [found.quotations[h] for h in halves])
        )
    whole += _quoted(found, covered)
    return tuple(sorted(whole, key=lambda content: content.spans))


def read_sentences(text: str, labelled: Sequence[Paragraph]) -> list[Sentence]:
    """The sentences of the body, with their quotations."""
    body = [p for p in labelled if p.label is Label.BODY]
    quoted = stretches(text, body)
    here: list[list[tuple[int, object]]] = [[] for _ in body]
    for number, stretch in enumerate(quoted):
        here[stretch.paragraph].append((number, stretch))
    return [s for index, p in enumerate(body) for s in sentences(text, p, index, here[index])]  # type: ignore[arg-type]


def _clauses(sentence: Sentence, found: Extraction) -> list[Reading]:
    """The readings of a sentence; and those that widen what is quoted in it beyond them."""
    direct = [
        place for place in sentence.quotes if (q := _at(sentence, place, found)) is not None and q.type == "direct"
    ]
    taken = [r for r in readings(sentence) if not _only_quoted(r) and not _crosses(r, direct)]
    for place in sentence.quotes:
        quotation = _at(sentence, place, found)
        if quotation is None or quotation.type != "mixed" or any(b <= place < e for r in taken for b, e in r.spans):
            continue
        wide = widened(sentence, place)
        if wide is not None and not _only_quoted(wide) and not _crosses(wide, direct):
            taken = [r for r in taken if not r.overlaps(wide)] + [wide]
    return sorted(taken, key=lambda r: r.begin)


def _crosses(reading: Reading, direct: Sequence[int]) -> bool:
    """Does it run into speech announced by a colon or comma, which is a content of its own?"""
    tokens = reading.sentence.tokens
    return any(b < k < e and tokens[k - 1].text in (":", ",") and k == e - 1 for k in direct for b, e in reading.spans)


def _at(sentence: Sentence, place: int, found: Extraction) -> Quotation | None:
    token = sentence.tokens[place]
    return next((q for q in found.quotations if token.start <= q.start and q.end <= token.end), None)


def _only_quoted(reading: Reading) -> bool:
    return all(reading.sentence.tokens[k].kind == QUOTE for b, e in reading.spans for k in range(b, e))


def _inside(reading: Reading, quotations: Sequence[Quotation]) -> list[int]:
    tokens = reading.sentence.tokens
    spans = [(tokens[b].start, tokens[e - 1].end) for b, e in reading.spans]
    return [k for k, q in enumerate(quotations) if any(a <= q.start and q.end <= b for a, b in spans)]


def _reported(
    reading: Reading, finding: Quotation, inside: Sequence[Quotation], halves: Sequence[Quotation]
) -> Content:
    tokens = reading.sentence.tokens
    spans = tuple((tokens[b].start, tokens[e - 1].end) for b, e in reading.spans)
    spans += tuple((q.start, q.end) for q in halves)
    if not inside:
        return Content(spans, finding)
    named = next((q for q in inside if q.speaker is not None), finding)
    return Content(spans, replace(named, start=spans[0][0], end=spans[-1][1], type="mixed", other_half=None))


def _quoted(found: Extraction, covered: set[int]) -> list[Content]:
    """Quotations by themselves, with their halves."""
    whole: list[Content] = []
    for k, quotation in enumerate(found.quotations):
        half = quotation.other_half
        if k in covered or half is not None and half < k and half not in covered:
            continue
        spans: tuple[Span, ...] = ((quotation.start, quotation.end),)
        if half is not None and half > k and half not in covered:
            spans += ((found.quotations[half].start, found.quotations[half].end),)
        whole.append(Content(spans, replace(quotation, end=spans[-1][1], other_half=None)))
    return whole
