"""What would somebody send who wants the extraction to fall over, and what must hold of the answer all the same?

Two kinds of document: *made* ones, strung together from the fragments that its rules look at (``\\u201c``, ``Lavrov``,
``said``, a zero-width space, half a tag), and *mutated* ones, real text with pieces cut out, doubled, swapped and
spiked. Whatever comes in, every finding must point at words of the text: `flaws` lists what is wrong with an answer.

Left to others: how long it may take (`test_hostile`), trying very many of them (`benchmarks.bench_hostile`).
"""

import random
from collections.abc import Iterator, Sequence

from hypothesis import strategies as st

from articles.engine.extraction import Extraction, Mention, Quotation

#: What the rules of cleaning and extraction look at, and what text in the wild is broken by.
FRAGMENTS = (
    *("said ", "says ", "told ", "called ", "saying ", "adding that ", "according to ", "statement ", "that ", "to "),
    *("Lavrov ", "Sergey Lavrov ", "Lavrov's ", "the minister ", "President ", "Mr. ", "he ", "his ", "who ", "it "),
    *("the ", "The ", "of ", "and ", "by ", "at ", "was ", "been ", "went ", "first ", "quickly ", "45, ", "Mich., "),
    *(
        "in an interview with ",
        "on Tuesday ",
        "TASS/",
        "(Reuters) ",
        "READ MORE: ",
        "Comments 4\n",
        "U.S. ",
        "a.",
        "A. ",
    ),
    *(
        '"',
        "\u201c",
        "\u201d",
        "\u00ab",
        "\u00bb",
        "\u201e",
        "``",
        "''",
        "'",
        "\u2019",
        "\u2018",
        "\u201ca\u201d ",
        '"a," ',
    ),
    *(
        ", ",
        ".",
        ". ",
        "? ",
        "! ",
        ": ",
        "; ",
        "(",
        ")",
        "[",
        "]",
        "- ",
        "\u2014 ",
        "/",
        "&",
        "@",
        "$",
        "<",
        "<a ",
        ">",
    ),
    *("\n", "\n\n", " \n", "\r", "\r\n", "\t", " ", "\u2028", "\x85", "\x1c", "\x00", "\u00a0", "\u3000"),
    *(
        "\u200b",
        "\u200d",
        "\ufeff",
        "\u202e",
        "\u2066",
        "\u00ad",
        "a\u0301",
        "\ud800",
        "\U0001f600",
        "\u0130",
        "\ufb01",
    ),
    *("7", "6'2\"", "x", "X", "\u042f", "\u5b57", "\u0648"),
)

made = st.lists(st.sampled_from(FRAGMENTS) | st.text(max_size=4), max_size=120).map("".join)


def mutated(texts: Sequence[str], dice: random.Random) -> str:
    """One of the texts, or a piece of it, after one to six accidents."""
    text = dice.choice(texts)
    if len(text) > 3000 and dice.random() < 0.8:
        begin = dice.randrange(len(text) - 2000)
        text = text[begin : begin + 2000]
    for _ in range(dice.randint(1, 6)):
        text = _accident(text, dice)
    return text


def _accident(text: str, dice: random.Random) -> str:
    begin, end = sorted(dice.randint(0, len(text)) for _ in range(2))
    end = min(end, begin + 200)
    what = dice.randrange(6)
    if what == 0:
        return text[:begin] + text[end:]
    if what == 1:
        return text[:end] + text[begin:]
    if what == 2:
        return text[:begin] + text[begin:end] * dice.randint(2, 8) + text[end:]
    if what == 3:
        return text[:begin] + dice.choice(FRAGMENTS) * dice.randint(1, 20) + text[begin:]
    if what == 4:
        return text[:begin] + text[begin:end][::-1] + text[end:]
    return text.replace(dice.choice('".,\n\u201c\u201d '), dice.choice(FRAGMENTS), dice.randint(1, 9))


def flaws(text: str, found: Extraction) -> list[str]:
    """What is wrong with what was found in `text`: nothing, it is hoped."""
    return [*_of_paragraphs(text, found), *_of_quotations(text, found)]


def _of_paragraphs(text: str, found: Extraction) -> Iterator[str]:
    at = 0
    for paragraph in found.paragraphs:
        if not at <= paragraph.start < paragraph.end <= len(text):
            yield f"paragraph {paragraph.start}-{paragraph.end} after {at}"
        if text[at : paragraph.start].strip():
            yield f"words outside every paragraph: {text[at : paragraph.start]!r}"
        at = paragraph.end
    if text[at:].strip():
        yield f"words behind the last paragraph: {text[at:]!r}"


def _of_quotations(text: str, found: Extraction) -> Iterator[str]:
    for quotations in (found.quotations, found.set_aside):
        at = 0
        for quotation in quotations:
            if quotation.start < at:
                yield f"quotation at {quotation.start} overlaps one before it, or stands out of order"
            at = quotation.end
            yield from of_quotation(text, quotation)
    for number, quotation in enumerate(found.quotations):
        if quotation.other_half is not None and found.quotations[quotation.other_half].other_half != number:
            yield f"the other half of quotation {number} does not know it"


def of_quotation(text: str, quotation: Quotation) -> Iterator[str]:
    """What is wrong with one quotation."""
    if not 0 <= quotation.start < quotation.end <= len(text) or not text[quotation.start : quotation.end].strip():
        yield f"quotation {quotation.start}-{quotation.end} of {len(text)} has no words"
    if not 0.0 <= quotation.confidence <= 1.0:
        yield f"confidence {quotation.confidence}"
    for mention in (quotation.speaker, quotation.cue):
        if mention is not None and not _is_there(text, mention):
            yield f"{mention} is not in the text"


def _is_there(text: str, mention: Mention) -> bool:
    return bool(mention.text) and text[mention.start : mention.end] == mention.text
