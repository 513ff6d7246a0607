"""Parsing budget: bound how much of an outsized text is parsed in full.

Articles of newspapers are parsed whole: the 929 articles measured have 80 quotations at most, and no more than one in
120 characters; they have 6,000 tokens at most, and from a thousand tokens on no more than one in 4.2 characters. A
submitted text may be ``"Yes," he said.`` for a megabyte. The quotations behind the limits are still found, and get a
low confidence and no speaker (`build_unparsed_quotation`).
"""

from collections.abc import Sequence
from dataclasses import replace

from articles.engine.cleaning.paragraphs import Paragraph
from articles.engine.extraction.quotation_marks import QuotedSpan
from articles.engine.extraction.results import Quotation
from articles.engine.extraction.sentences import Sentence, split_body_sentences

#: How many quotations of an article are parsed: so many, or one in so many characters of a longer one. The limits keep
#: a megabyte under a second (`benchmarks.bench_hostile`), and no article measured has a tenth of the first.
MAX_QUOTATIONS_PARSED, CHARACTERS_PER_QUOTATION = 1_000, 200
#: The same for tokens, a sentence counting for ten at least.
MAX_TOKENS_PARSED, CHARACTERS_PER_TOKEN = 20_000, 4.0
#: The same for indirect speech, which takes ten times as long to find: every word may begin or end a content.
CHARACTERS_PER_TOKEN_INDIRECT = 35.0
#: The confidence of a quotation behind the budget.
UNPARSED_CONFIDENCE = 0.2
#: The longest scare quote among unparsed quotations, in characters; longer words are taken for speech.
MAX_SCARE_QUOTE_LENGTH = 25


def parse_within_budget(
    text: str,
    body: Sequence[Paragraph],
    spans: Sequence[QuotedSpan],
    characters_per_token: float = CHARACTERS_PER_TOKEN,
) -> tuple[list[Sentence], Sequence[QuotedSpan]]:
    """Parse the sentences that the budget allows, nearly always all, and return them with the spans in them."""
    parsed = spans[: max(MAX_QUOTATIONS_PARSED, len(text) // CHARACTERS_PER_QUOTATION)]
    if len(parsed) < len(spans):
        last = parsed[-1]
        body = [*body[: last.paragraph], replace(body[last.paragraph], end=last.outer_end)]
    sentences = split_body_sentences(text, body, parsed, max(MAX_TOKENS_PARSED, int(len(text) / characters_per_token)))
    return sentences, parsed[: sum(len(sentence.quotes) for sentence in sentences)]


def build_unparsed_quotation(span: QuotedSpan, credit: str | None) -> Quotation:
    """Build the result for a quoted span behind the budget, of which only the position is known."""
    is_speech = span.end - span.start > MAX_SCARE_QUOTE_LENGTH
    return Quotation(
        start=span.start,
        end=span.end,
        type="direct" if is_speech else "scare",
        closed=span.closed,
        speaker=None,
        speaker_name=None,
        cue=None,
        occasion=None,
        credit=credit,
        rule="skimmed",
        confidence=UNPARSED_CONFIDENCE,
        other_half=None,
    )
