"""Hostile texts for the extraction, and what must hold of every answer.

Two kinds of document: *made* ones, strung together from the fragments that the rules look for (``\\u201c``, ``Lavrov``,
``said``, a zero-width space, half a tag), and *mutated* ones, real text with pieces cut out, doubled, swapped and
spiked. Whatever comes in, every result must point at words of the text: `find_flaws` lists what is wrong with an
answer. `benchmarks.bench_hostile` tries very many of them and measures the time.
"""

import random
from collections.abc import Iterator, Sequence

from hypothesis import strategies as st

from articles.engine.extraction import Extraction, Quotation, TextSpan

#: Fragments that the rules of cleaning and extraction look for, and characters that break text in the wild.
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

#: Fragments that are repeated to measure growth.
PUMPS = (
    *FRAGMENTS,
    *("Lavrov ", "Sergey Lavrov ", "Anna Bell, ", "Mr. and ", "according to ", "who told ", "and he said that it "),
    *("said that ", "he said, ", ", he said", "believed ", "in an interview with ", "of the Ministry ", "to say "),
    *("who, who, ", "that, that ", "with him ", "saying, ", "on Tuesday, ", "had been ", "-year-old ", "R-Ky. "),
    *("a b, ", "7' ", "5'10\" ", "a.b.", "J. ", "icon ", "share ", "Home / ", "by A B ", "(c) ", "10 Sep, 2015 "),
    *("\u201cIt is so,\u201d ", "\u201cIt is so,\u201d he said. ", 'call "A", ', "\u201ca\u201d and ", '("a") '),
    *('the "a" ', "Mr. \u00ab", "; \u201e", "? \u00bb", "``, ", "\u201c\u201d", '""', '"."', "- \u201c", "\u201c- "),
    *("He said.\n", "He said: \u201cYes.\u201d\n", "\u201cWe won.\u201d\n", "\u201cWe won. ", "\u201cWe won.\n", "a\n"),
    *('"\n', "\u201c\n", '"a\n', "A b\n", "READ MORE: \n", "1. A says\n", "Lavrov said:\n", "by\n", " \n", "\n\n\n"),
    *("<a>", '<a "', "</", "...", ". . . ", ", ,", "((", "))", "A-", "al-", "kh", "y", "I", "7,", "1/", "%", "#", "x "),
    *("word ", "Word ", "WORD ", "Word. ", "word. ", "Word, ", "'s ", "s' ", "Lavrov's ", "his ", "\u0437\u0430\u044f"),
    *(", sagte er, ", "\u201eJa\u201c, ", "\u2014 ", "\u2014 \u0441\u043a\u0430\u0437\u0430\u043b \u043e\u043d ", "\t"),
)

made_texts = st.lists(st.sampled_from(FRAGMENTS) | st.text(max_size=4), max_size=120).map("".join)


def mutate(texts: Sequence[str], generator: random.Random) -> str:
    """Return one of the texts, or a piece of it, after one to six accidents."""
    text = generator.choice(texts)
    if len(text) > 3000 and generator.random() < 0.8:
        begin = generator.randrange(len(text) - 2000)
        text = text[begin : begin + 2000]
    for _ in range(generator.randint(1, 6)):
        text = _damage(text, generator)
    return text


def _damage(text: str, generator: random.Random) -> str:
    begin, end = sorted(generator.randint(0, len(text)) for _ in range(2))
    end = min(end, begin + 200)
    kind = generator.randrange(6)
    if kind == 0:
        return text[:begin] + text[end:]
    if kind == 1:
        return text[:end] + text[begin:]
    if kind == 2:
        return text[:begin] + text[begin:end] * generator.randint(2, 8) + text[end:]
    if kind == 3:
        return text[:begin] + generator.choice(FRAGMENTS) * generator.randint(1, 20) + text[begin:]
    if kind == 4:
        return text[:begin] + text[begin:end][::-1] + text[end:]
    return text.replace(generator.choice('".,\n\u201c\u201d '), generator.choice(FRAGMENTS), generator.randint(1, 9))


def find_flaws(text: str, found: Extraction) -> list[str]:
    """Return what is wrong with the extraction of `text`: an empty list, if all is well."""
    return [*_find_paragraph_flaws(text, found), *_find_quotations_flaws(text, found)]


def _find_paragraph_flaws(text: str, found: Extraction) -> Iterator[str]:
    at = 0
    for paragraph in found.paragraphs:
        if not at <= paragraph.start < paragraph.end <= len(text):
            yield f"paragraph {paragraph.start}-{paragraph.end} after {at}"
        if text[at : paragraph.start].strip():
            yield f"words outside every paragraph: {text[at : paragraph.start]!r}"
        at = paragraph.end
    if text[at:].strip():
        yield f"words behind the last paragraph: {text[at:]!r}"


def _find_quotations_flaws(text: str, found: Extraction) -> Iterator[str]:
    for quotations in (found.quotations, found.set_aside):
        at = 0
        for quotation in quotations:
            if quotation.start < at:
                yield f"quotation at {quotation.start} overlaps one before it, or stands out of order"
            at = quotation.end
            yield from find_quotation_flaws(text, quotation)
    for number, quotation in enumerate(found.quotations):
        if quotation.other_half is not None and found.quotations[quotation.other_half].other_half != number:
            yield f"the other half of quotation {number} does not know it"


def find_quotation_flaws(text: str, quotation: Quotation) -> Iterator[str]:
    """Yield what is wrong with one quotation."""
    if not 0 <= quotation.start < quotation.end <= len(text) or not text[quotation.start : quotation.end].strip():
        yield f"quotation {quotation.start}-{quotation.end} of {len(text)} has no words"
    if not 0.0 <= quotation.confidence <= 1.0:
        yield f"confidence {quotation.confidence}"
    for mention in (quotation.speaker, quotation.cue):
        if mention is not None and not _is_there(text, mention):
            yield f"{mention} is not in the text"


def _is_there(text: str, mention: TextSpan) -> bool:
    return bool(mention.text) and text[mention.start : mention.end] == mention.text


_SAID = "Foreign Minister Sergey Lavrov met his colleague in Lisbon on Tuesday and said that it went well.\n\n"
_QUOTED = (
    "\u201cWe noted it,\u201d Lavrov said. He added that \u201ca couple of cities\u201d were \u201cretaken.\u201d\n\n"
)
#: The piece that each shape repeats.
_PIECES = {
    "prose": _SAID,
    "prose full of quotations": _QUOTED,
    "one line of prose": "Lavrov said that it was so and that it was not so, and he knew. ",
    "one line without a full stop": "Lavrov said that it was so and he knew that she told him ",
    "one word of a megabyte": "x",
    "one word repeated": "said ",
    "one name repeated": "Lavrov ",
    "straight marks only": '"',
    "opening marks only": "\u201c",
    "closing marks only": "\u201d",
    "guillemets only": "\u00ab",
    "deep nested marks": "\u201c \u2018 \u00ab ",
    "marks never balanced": "\u201cHe said \u2018she said \u201cno\u2019 ",
    "opening marks after words": "He said \u201cno and ",
    "quoted letters": '"a" ',
    "quoted words": "\u201cYes,\u201d ",
    "quoted words, attributed": "\u201cYes,\u201d he said. ",
    "quoted letters, a line each": '"a"\n',
    "quotations, a line each": "He said: \u201cYes.\u201d\n",
    "quotations never closed": "\u201cWe won.\n\n",
    "a letter a line": "a\n",
    "a word a line": "Lavrov\n",
    "short sentences, a line each": "He won.\n",
    "furniture": "READ MORE: Another story\nShare on Facebook\n1. Guest says\n",
    "newlines only": "\n",
    "newlines and blanks": "\n ",
    "NUL bytes": "\x00",
    "bidi controls": "\u202e\u2066\u202c",
    "zero-width characters in names": "Ser\u200bgey Lav\u200brov said: \u201cIt is.\u201d\n",
    "combining marks": "a\u0301",
    "lone surrogates": "\ud800\udfff ",
    "digits and points": "1, 2. (3) ",
    "tags": '<a href="x">',
    "German, quoted": "\u201eJa\u201c, sagte der Minister. Das ist nicht der \u201eWeg\u201c f\u00fcr uns.\n",
    "Russian, quoted": "\u00ab\u0414\u0430\u00bb, \u2014 \u0441\u043a\u0430\u0437\u0430\u043b \u043e\u043d.\n",
}


SHAPES = (*_PIECES, "a list of names", "names, a sentence each")


def build_shape(shape: str, size: int) -> str:
    """Return a text of one shape and size, with a quotation above and below, so that all of it is parsed."""
    return f"{_QUOTED}{_fill(shape, size - 2 * len(_QUOTED))}\n\n{_QUOTED}"


def _fill(shape: str, size: int) -> str:
    if shape in _PIECES:
        piece = _PIECES[shape]
        return (piece * (size // len(piece) + 1))[:size]
    ending = ", " if shape == "a list of names" else " said so.\n"
    return "".join(_iter_names(size, ending))[:size]


def _iter_names(size: int, ending: str) -> Iterator[str]:
    """Yield names of which no two are alike, up to a size: a hundred thousand in 1.3 megabytes."""
    letters = "abdefgiklmnoprstuvz"
    for number in range(size // (11 + len(ending)) + 1):
        place, word = number, ""
        for _ in range(4):
            place, letter = divmod(place, len(letters))
            word += letters[letter]
        yield f"{word.title()} L{word[::-1]}{ending}"
