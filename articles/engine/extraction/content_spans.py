"""Content spans: all that one attribution reports, quoted, indirect or mixed, with every piece of it.

Quotations are joined with their other halves ("We won," he said. "Now we wait."), quoted words are widened to the
clause around them (`indirect_speech`), and clauses without quotation marks are added.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from articles.engine.cleaning.paragraphs import Label, Paragraph
from articles.engine.extraction.budget import CHARACTERS_PER_TOKEN_INDIRECT, parse_within_budget
from articles.engine.extraction.indirect_speech import (
    MAX_CONFIDENCE,
    ContentCandidate,
    build_indirect_quotations,
    find_enclosing_candidate,
    select_content_candidates,
)
from articles.engine.extraction.languages.english.named_people import EntityRegister
from articles.engine.extraction.quotation_marks import QuotedSpan, find_quoted_spans
from articles.engine.extraction.results import Extraction, Quotation
from articles.engine.extraction.sentences import QUOTE, Sentence, lowercase_sentence_starts, tokenize_headline
from articles.engine.extraction.source_credits import find_article_credit

Offsets = tuple[int, int]
#: The least probability of indirect speech that is returned on its own. From here on three in four contents have the
#: bounds that annotators gave them, of all candidates two in three (84 articles).
MIN_INDIRECT_PROBABILITY = 0.5


@dataclass(frozen=True, slots=True)
class AttributedContent:
    """The content of one attribution: its pieces in the text, and its speaker as for a quotation.

    `quotation` runs from the first piece to the last; its type is "direct", "mixed" or "indirect".
    """

    spans: tuple[Offsets, ...]
    quotation: Quotation


def find_attributions(text: str, extraction: Extraction) -> tuple[AttributedContent, ...]:
    """Find whole contents, in order, given what `find_quotations` found in the text.

    >>> from articles.engine.extraction import find_quotations
    >>> text = "\\u201cWe won,\\u201d Sergey Lavrov said. \\u201cNow we wait.\\u201d He doubts that it will last."
    >>> for content in find_attributions(text, find_quotations(text)):
    ...     print(content.quotation.speaker_name, [text[start:end] for start, end in content.spans])
    Sergey Lavrov ['We won,', 'Now we wait.']
    Sergey Lavrov ['that it will last']
    """
    if extraction.language != "en":
        return tuple(_build_quoted_contents(extraction, set()))  # clauses are found by English words
    spans, sentences = parse_body(text, extraction.paragraphs)
    number_at = {quotation.start: k for k, quotation in enumerate(extraction.quotations)}
    number_of = [number_at.get(span.start) for span in spans]
    clauses: list[ContentCandidate] = []
    for sentence in sentences:
        numbers = {place: number_of[span] for place, span in sentence.quotes.items()}
        inside = {place: extraction.quotations[k] for place, k in numbers.items() if k is not None}
        clauses += _find_content_clauses(sentence, inside)
    register = EntityRegister(sentences, tokenize_headline(text, extraction.paragraphs))
    credit = find_article_credit(text, extraction.paragraphs)
    quotations = build_indirect_quotations(text, sentences, register, clauses, credit)
    covered: set[int] = set()
    contents: list[AttributedContent] = []
    for candidate, quotation in zip(clauses, quotations, strict=True):
        places = (candidate.sentence.quotes[place] for place in candidate.quotes)
        quoted = [k for k in (number_of[span] for span in places) if k is not None and k not in covered]
        quoted += _find_trailing_halves(candidate, quoted, extraction, covered)
        covered.update(quoted)
        contents.append(_build_content(candidate, quotation, [extraction.quotations[k] for k in quoted]))
    contents += _build_quoted_contents(extraction, covered)
    return tuple(sorted(contents, key=lambda content: content.spans))


def find_indirect_speech(text: str, extraction: Extraction) -> tuple[AttributedContent, ...]:
    """Find the contents without quotation marks that are more likely than not somebody's words, in order."""
    contents = (content for content in find_attributions(text, extraction) if content.quotation.type == "indirect")
    return tuple(
        content for content in contents if content.quotation.confidence >= MAX_CONFIDENCE * MIN_INDIRECT_PROBABILITY
    )


def parse_body(text: str, labelled: Sequence[Paragraph]) -> tuple[tuple[QuotedSpan, ...], list[Sentence]]:
    """Parse the body into its quoted spans and, within the budget for indirect speech, its sentences."""
    body = [p for p in labelled if p.label is Label.BODY]
    spans = find_quoted_spans(text, body)
    sentences, _ = parse_within_budget(text, body, spans, CHARACTERS_PER_TOKEN_INDIRECT)
    lowercase_sentence_starts(sentences)
    return spans, sentences


def _find_content_clauses(sentence: Sentence, quotations: dict[int, Quotation]) -> list[ContentCandidate]:
    """Find the contents of a sentence that hold more than quoted words, around each quotation at least one."""
    direct = [place for place, quotation in quotations.items() if quotation.type == "direct"]
    selected = [
        candidate
        for candidate in select_content_candidates(sentence)
        if _is_clause(candidate, direct) and not _contains_speaker(candidate, quotations)
    ]
    for place, quotation in quotations.items():
        if quotation.type == "direct" or any(candidate.contains(place) for candidate in selected):
            continue
        enclosing = find_enclosing_candidate(sentence, place)
        if enclosing is not None and _is_clause(enclosing, direct):
            selected = [candidate for candidate in selected if not candidate.overlaps(enclosing)] + [enclosing]
    return sorted(selected, key=lambda candidate: candidate.begin)


def _is_clause(candidate: ContentCandidate, direct: Sequence[int]) -> bool:
    """Return whether it holds more than quotations, and does not end with speech announced by a colon or comma."""
    tokens = candidate.sentence.tokens
    if all(tokens[k].kind == QUOTE for begin, end in candidate.spans for k in range(begin, end)):
        return False
    last = [end - 1 for begin, end in candidate.spans if begin < end - 1]
    return not any(k in last and tokens[k - 1].text in (":", ",") for k in direct)


def _contains_speaker(candidate: ContentCandidate, quotations: dict[int, Quotation]) -> bool:
    """Return whether the clause opens with a quotation and names its speaker: "First," Zakharova, a spokeswoman."""
    tokens = candidate.sentence.tokens
    opening = quotations.get(candidate.begin)
    if candidate.rule != "reported-before" or opening is None or opening.speaker is None:
        return False
    return tokens[candidate.begin].end <= opening.speaker.start < tokens[candidate.end - 1].end


def _find_trailing_halves(
    candidate: ContentCandidate, inside: Sequence[int], extraction: Extraction, covered: set[int]
) -> list[int]:
    """Find the other halves of quotations in a content whose attribution stands behind it."""
    if candidate.rule != "reported-before":
        return []
    halves = (extraction.quotations[k].other_half for k in inside)
    return [half for half in halves if half is not None and half not in inside and half not in covered]


def _build_content(candidate: ContentCandidate, quotation: Quotation, inside: Sequence[Quotation]) -> AttributedContent:
    """Build the content of a clause; the speaker of a quotation in it is surer than the clause's own."""
    tokens = candidate.sentence.tokens
    spans = [(tokens[begin].start, tokens[end - 1].end) for begin, end in candidate.spans]
    spans += [(q.start, q.end) for q in inside if not any(a <= q.start and q.end <= b for a, b in spans)]
    if not inside:
        return AttributedContent(tuple(spans), quotation)
    attributed = next((q for q in inside if q.speaker is not None), quotation)
    whole = replace(attributed, start=spans[0][0], end=max(b for _, b in spans), type="mixed", other_half=None)
    return AttributedContent(tuple(spans), whole)


def _build_quoted_contents(extraction: Extraction, covered: set[int]) -> list[AttributedContent]:
    """Build the contents of the quotations outside every clause, together with their halves."""
    contents: list[AttributedContent] = []
    for k, quotation in enumerate(extraction.quotations):
        half = quotation.other_half if quotation.other_half not in covered else None
        if k in covered or (half is not None and half < k):
            continue
        pieces = [quotation] if half is None else [quotation, extraction.quotations[half]]
        spans = tuple((piece.start, piece.end) for piece in pieces)
        contents.append(AttributedContent(spans, replace(quotation, end=spans[-1][1], other_half=None)))
    return contents
