"""How much of an article is read with care?

All of it, whatever any newspaper has printed: the 929 articles measured have 80 quotations at most, and no more than
one in 120 characters; 6,000 words and signs, and those of a thousand and more have one in 4.2. But a text may come in
that is nothing but ``"Yes," he said.`` for a megabyte, or nothing but quotation marks, and who asks for it waits.
`parse_within_budget` reads from the top as far as either measure goes; the quotations behind are found too, and kept
with a low confidence and nobody named (`build_unparsed_quotation`).

Left to others: where the quotations are (`marks`), what their sentences say (`attribution`, `speakers`).
"""

from collections.abc import Sequence
from dataclasses import replace

from articles.engine.cleaning.paragraphs import Paragraph
from articles.engine.extraction.quotation_marks import QuotedSpan
from articles.engine.extraction.results import Quotation
from articles.engine.extraction.sentences import Sentence, split_body_sentences

#: So many quotations of an article are read with care, and in a longer one so many characters' worth to each: it keeps
#: a megabyte under a second (`benchmarks.bench_hostile`), and no article measured has a tenth of the first.
MAX_QUOTATIONS_PARSED, CHARACTERS_PER_QUOTATION = 1_000, 200
#: The same for words and signs, a sentence counting for ten at least.
MAX_TOKENS_PARSED, CHARACTERS_PER_TOKEN = 20_000, 4.0
#: And where every word may begin or end what is told without marks, which takes ten times as long to find.
CHARACTERS_PER_TOKEN_INDIRECT = 35.0
#: How sure a quotation is that was only skimmed.
UNPARSED_CONFIDENCE = 0.2
#: Words between marks that are longer than this (characters) are taken for speech when there is no time to look.
MAX_SCARE_QUOTE_LENGTH = 25


def parse_within_budget(
    text: str, body: Sequence[Paragraph], found: Sequence[QuotedSpan], characters_a_token: float = CHARACTERS_PER_TOKEN
) -> tuple[list[Sentence], Sequence[QuotedSpan]]:
    """The sentences of an article to be read with care, and the stretches in them: nearly always all."""
    near = found[: max(MAX_QUOTATIONS_PARSED, len(text) // CHARACTERS_PER_QUOTATION)]
    if len(near) < len(found):
        last = near[-1]
        body = [*body[: last.paragraph], replace(body[last.paragraph], end=last.outer_end)]
    read = split_body_sentences(text, body, near, max(MAX_TOKENS_PARSED, int(len(text) / characters_a_token)))
    return read, near[: sum(len(sentence.quotes) for sentence in read)]


def build_unparsed_quotation(stretch: QuotedSpan, credit: str | None) -> Quotation:
    """A quotation of which no more is known than where it stands."""
    spoken = stretch.end - stretch.start > MAX_SCARE_QUOTE_LENGTH
    return Quotation(
        start=stretch.start,
        end=stretch.end,
        type="direct" if spoken else "scare",
        closed=stretch.closed,
        speaker=None,
        speaker_name=None,
        cue=None,
        occasion=None,
        credit=credit,
        rule="skimmed",
        confidence=UNPARSED_CONFIDENCE,
        other_half=None,
    )
