"""Sentences with one known edit: what an outlet does to a quotation, done on purpose.

Each edit knows where it was made in both texts, so that a comparison can be held to it. The kinds and their shares are
those of the changes seen between real printings; the words put in are invented.
"""

import random
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

_TOKEN = re.compile(r"\d+(?:[.,]\d+)*|\w+(?:[.'\u2019-]\w+)*|\.{2,}|\u2026[.\u2026]*|[^\w\s]")
_NEW_WORDS = "however today clearly region policy security rapidly northern leaders crisis weekly agreement".split()
_BEFORE_NOT = frozenset("is are was were will would could should must do does did has have had".split())
_NUMBERS = frozenset("two three four five six seven eight nine ten twenty thirty hundred thousand million".split())


@dataclass(frozen=True)
class Edit:
    """`a` with `a[at:a_end]` replaced gives `b`, where it is `b[at:b_end]`; `kind` is what it should be called."""

    kind: str
    a: str
    b: str
    at: int
    a_end: int
    b_end: int


def edits(sentences: Sequence[str], count: int, seed: int) -> Iterator[Edit]:
    """`count` edits of sentences picked at random."""
    chance = random.Random(seed)
    while count:
        sentence = chance.choice(sentences)
        edit = chance.choice(_MAKERS)(sentence, chance)
        if edit:
            count -= 1
            yield edit


def _replace(kind: str, text: str, start: int, end: int, new: str) -> Edit:
    return Edit(kind, text, text[:start] + new + text[end:], start, end, start + len(new))


def _words(text: str) -> list[re.Match[str]]:
    return [match for match in _TOKEN.finditer(text) if match[0][0].isalpha()]


def _cut(text: str, chance: random.Random) -> Edit | None:
    """One to six neighbouring words, not at an end of the sentence."""
    words = _words(text)
    count = chance.randint(1, 6)
    if len(words) < count + 4:
        return None
    first = chance.randrange(2, len(words) - count - 1)
    start, end = words[first].start(), words[first + count - 1].end()
    if " ".join(word[0] for word in words[first : first + count]) != text[start:end] or text[end : end + 1] != " ":
        return None  # a mark between them: where such a cut begins is a matter of taste
    return Edit("deletion", text, text[:start] + text[end + 1 :], start, end + 1, start)


def _insertion(text: str, chance: random.Random) -> Edit | None:
    words = _words(text)
    place = chance.choice(words[2:-2] or words).start()
    new = " ".join(chance.sample(_NEW_WORDS, chance.randint(1, 4)))
    return _replace("insertion", text, place, place, new + " ")


def _aside(text: str, chance: random.Random) -> Edit | None:
    place = chance.choice(_words(text)[2:]).start()
    return _replace("gloss.added", text, place, place, f"[{' '.join(chance.sample(_NEW_WORDS, 2))}] ")


def _other_word(text: str, chance: random.Random) -> Edit | None:
    word = chance.choice([word for word in _words(text) if len(word[0]) > 3] or _words(text))
    return _replace("substitution", text, word.start(), word.end(), chance.choice(_NEW_WORDS))


def _not(text: str, chance: random.Random) -> Edit | None:
    words = [word for word in _words(text) if word[0] in _BEFORE_NOT]
    if not words:
        return None
    end = chance.choice(words).end()
    return _replace("negation.added", text, end, end, " not")


def _number(text: str, chance: random.Random) -> Edit | None:
    numbers = [match for match in _TOKEN.finditer(text) if match[0].isdecimal() or match[0] in _NUMBERS]
    if not numbers:
        return None
    number = chance.choice(numbers)
    new = chance.choice(sorted(_NUMBERS - {number[0]})) if number[0] in _NUMBERS else str(int(number[0]) + 7)
    return _replace("number", text, number.start(), number.end(), new)


def _name(text: str, chance: random.Random) -> Edit | None:
    names = list(re.finditer(r"(?<![\w-])(?:ISIS|Daesh|Islamic State|NATO)\b", text))
    if not names:
        return None
    name = chance.choice(names)
    new = {"ISIS": "Daesh", "Daesh": "ISIL", "NATO": "North Atlantic Alliance"}.get(name[0], "ISIS")
    return _replace("name_swap", text, name.start(), name.end(), new)


def _mark(text: str, chance: random.Random) -> Edit | None:
    marks = [match for match in _TOKEN.finditer(text) if match[0] in ",;:"]
    if not marks:
        return None
    mark = chance.choice(marks)
    new = chance.choice([other for other in ",;:" if other != mark[0]])
    return _replace("typography.punctuation", text, mark.start(), mark.end(), new)


def _capital(text: str, chance: random.Random) -> Edit | None:
    word = chance.choice(_words(text))
    new = word[0].swapcase()
    if word[0].casefold() in ("is", "us", "who"):
        return None  # a name in capitals, a common word in small letters: more than a change of case
    return _replace("typography.case", text, word.start(), word.end(), new)


_MAKERS: tuple[Callable[[str, random.Random], Edit | None], ...] = (
    _cut, _cut, _insertion, _insertion, _aside, _other_word, _other_word, _not, _number, _name, _mark, _capital,
)  # fmt: skip
