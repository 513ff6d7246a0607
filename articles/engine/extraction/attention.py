"""How much of an article is read with care?

All of it, whatever any newspaper has printed: the 924 articles measured have 80 quotations at most, and no more than
one in 120 characters. But a text may come in that is nothing but ``"Yes," he said.`` for a megabyte, and who asks for
it waits. `read_with_care` says how far from the top the reading goes; the quotations behind are found too, and kept
with a low confidence and nobody named (`skimmed`).

Left to others: where the quotations are (`marks`), reading with care (`attribution`, `speakers`).
"""

from collections.abc import Sequence
from dataclasses import replace

from articles.engine.cleaning import Paragraph
from articles.engine.extraction.findings import Quotation
from articles.engine.extraction.marks import Stretch

#: So many quotations of an article are read with care, and in a longer one so many characters' worth to each: it keeps
#: a megabyte under a second (`benchmarks.bench_hostile`), and no article measured has a tenth of the first.
CAREFULLY, CHARACTERS_EACH = 1_000, 150
#: How sure a quotation is that was only skimmed.
SKIMMED = 0.2
#: Words between marks that are longer than this (characters) are taken for speech when there is no time to look.
SPEECH_IS_LONGER_THAN = 25


def read_with_care(
    length: int, body: list[Paragraph], found: Sequence[Stretch]
) -> tuple[list[Paragraph], Sequence[Stretch]]:
    """The paragraphs and stretches to be read with care, of an article of this length: nearly always all."""
    most = max(CAREFULLY, length // CHARACTERS_EACH)
    if len(found) <= most:
        return body, found
    last = found[most - 1]
    kept = [*body[: last.paragraph], replace(body[last.paragraph], end=last.right)]
    return kept, found[:most]


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
