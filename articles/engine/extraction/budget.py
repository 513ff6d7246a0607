"""How much of an article is read with care?

All of it, whatever any newspaper has printed: the 929 articles measured have 80 quotations at most, and no more than
one in 120 characters; 6,000 words and signs, and those of a thousand and more have one in 4.2. But a text may come in
that is nothing but ``"Yes," he said.`` for a megabyte, or nothing but quotation marks, and who asks for it waits.
`read_with_care` reads from the top as far as either measure goes; the quotations behind are found too, and kept with a
low confidence and nobody named (`skimmed`).

Left to others: where the quotations are (`marks`), what their sentences say (`attribution`, `speakers`).
"""

from collections.abc import Sequence
from dataclasses import replace

from articles.engine.cleaning.paragraphs import Paragraph
from articles.engine.extraction.quotation_marks import Stretch
from articles.engine.extraction.results import Quotation
from articles.engine.extraction.sentences import Sentence, body_sentences

#: So many quotations of an article are read with care, and in a longer one so many characters' worth to each: it keeps
#: a megabyte under a second (`benchmarks.bench_hostile`), and no article measured has a tenth of the first.
CAREFULLY, CHARACTERS_EACH = 1_000, 200
#: The same for words and signs, a sentence counting for ten at least.
TOKENS, CHARACTERS_A_TOKEN = 20_000, 4.0
#: And where every word may begin or end what is told without marks, which takes ten times as long to find.
CHARACTERS_A_TOKEN_TOLD = 35.0
#: How sure a quotation is that was only skimmed.
SKIMMED = 0.2
#: Words between marks that are longer than this (characters) are taken for speech when there is no time to look.
SPEECH_IS_LONGER_THAN = 25


def read_with_care(
    text: str, body: Sequence[Paragraph], found: Sequence[Stretch], characters_a_token: float = CHARACTERS_A_TOKEN
) -> tuple[list[Sentence], Sequence[Stretch]]:
    """The sentences of an article to be read with care, and the stretches in them: nearly always all."""
    near = found[: max(CAREFULLY, len(text) // CHARACTERS_EACH)]
    if len(near) < len(found):
        last = near[-1]
        body = [*body[: last.paragraph], replace(body[last.paragraph], end=last.right)]
    read = body_sentences(text, body, near, max(TOKENS, int(len(text) / characters_a_token)))
    return read, near[: sum(len(sentence.quotes) for sentence in read)]


def skimmed(stretch: Stretch, credit: str | None) -> Quotation:
    """A quotation of which no more is known than where it stands."""
    spoken = stretch.end - stretch.start > SPEECH_IS_LONGER_THAN
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
        confidence=SKIMMED,
        other_half=None,
    )
