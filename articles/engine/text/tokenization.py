r"""Which words does a printing consist of, and which of them are the same for comparing?

TASS's "the U.S.-led coalition ... the Islamic State" becomes words with their places in the text; punctuation stands
apart, "U.S.-led" stays whole, and a name of several words is one token whose key is that of its group::

    >>> [token.text for token in tokens("the U.S.-led coalition, (Islamic State)......")]
    ['the', 'U.S.-led', 'coalition', ',', '(', 'Islamic State', ')', '......']
    >>> [token.key for token in tokens("the US-led coalition, (ISIS)\u2026")]
    ['the', 'us-led', 'coalition', ',', '(', 'Islamic State', ')', '...']

Two tokens say the same when their keys are equal. Keys of names hold a capital letter, folded words never do, so "US"
and "us" stay apart. White space and characters that print nothing belong to no token.

`words_of` gives the same as columns, for what compares a great many (`alignment`); `tokens` as objects. Left to others:
the single characters (`folding`), the table of names (`aliases`), what a word means (`vocabulary`).
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, pairwise
from typing import TypeVar

from articles.engine.text.aliases import STANDARD, Aliases, only_in_capitals
from articles.engine.text.normalization import ATTACHED, fold

Column = TypeVar("Column", str, int)

_LETTERS = rf"[\w{ATTACHED}]"
_APOSTROPHE = "['\u2019\u2018\u02bc\u00b4`\uff07]"
_HYPHEN = "[-\u2010\u2011\u00ad]"
# The order matters: what starts with a dot or a figure must be tried before the single mark it starts with. The second
# group eats the space behind a token, so that the search need not try, in vain, to begin a token there.
_TOKEN = re.compile(
    # By far the most words: letters before a space or comma. Only for speed, which it trebles.
    "([A-Za-z]++(?=[ ,])"
    # Dotted abbreviations with what hangs on them: "U.S.", "p.m.", "U.S.-led", "U.S.'s".
    rf"|(?:[^\W\d_]\.){{2,}}(?:(?:{_HYPHEN}|{_APOSTROPHE}){_LETTERS}+)*"
    # Numbers with their separators and units: "1,000", "9/11", "10:30", "2015-2018", "55km", "20th", "50-km".
    rf"|\d+(?:[.,:/\u2013]\d+)*{_LETTERS}*(?:[-\u2010\u2011'\u2019]{_LETTERS}+)*"
    # Words, with apostrophes and hyphens inside, and a dot where no sentence can end ("Vesti.doc", "U.S").
    rf"|(?:(?<![{ATTACHED}])[{ATTACHED}]+)?\w{_LETTERS}*"
    rf"(?:(?:{_APOSTROPHE}|{_HYPHEN}){_LETTERS}+|(?:\.(?=[a-z\d])|(?<=[A-Z])\.(?=[A-Z])){_LETTERS}+)*"
    # Omission marks: "...", "......", "\u2026", ". . .", "[...]", "(\u2026)".
    r"|\[ ?(?:\.{3,}|\u2026+) ?\]|\( ?(?:\.{3,}|\u2026+) ?\)|\u2026[.\u2026]*|\.{2,}\u2026*|\.(?:[ \u00a0]\.){2,}"
    # Marks of two characters, then any other single mark.
    r"|--+|''|``"
    rf"|[^\w\s{ATTACHED}]"
    ")( ?)"
)
_DOTTED = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W\d_](?:\.[^\W\d_])+(?!\w)")
_MARKS = {"'": "quote", '"': "quote", "-": "dash", "...": "ellipsis"}
_MARKS |= dict.fromkeys("()[]{}", "bracket") | dict.fromkeys(
    "$%&#@+=\u20ac\u00a3\u00a5\u2030\u00b0\u20bd\u20b9", "symbol"
)
_SAME_AS = {"''": '"', "``": '"', "&": "and"}
_KEPT = 65536  # words whose keys are remembered: the vocabulary of some 5,000 articles
_LONGEST_KEPT = 40  # characters
_LONGEST_TEXT_KEPT = 2000  # characters: the longest of 9,361 quotations in 929 labelled news articles has 1,515


@dataclass(frozen=True, slots=True)
class Token:
    """A word, number, mark or name of a text: `text[start:end]` as printed and the key it is compared by.

    `kind` is word, number (written in figures), name, or for marks bracket, quote, dash, ellipsis, symbol, punctuation.
    `name` is the key of the group of names that the token belongs to.
    """

    start: int
    end: int
    text: str
    key: str
    kind: str
    name: str | None = None


@dataclass(frozen=True, slots=True)
class Words:
    """A text's tokens as columns of equal length, to be read and never changed: others may hold the same lists.

    `names` tells which tokens are names: place -> key of the group. `places` tells which plain word each token begins
    with, and at its end how many plain words there are.
    """

    text: str
    starts: list[int]
    ends: list[int]
    printed: list[str]
    keys: list[str]
    names: dict[int, str]
    places: Sequence[int]

    def __len__(self) -> int:
        return len(self.keys)

    def token(self, place: int) -> Token:
        """The token at `place` as an object."""
        name = self.names.get(place)
        key = self.keys[place]
        kind = "name" if name else kind_of(key)
        return Token(self.starts[place], self.ends[place], self.printed[place], key, kind, name)


def tokens(text: str, aliases: Aliases = STANDARD) -> list[Token]:
    """The tokens of `text` in order: words, numbers, names and marks, each with its place."""
    words = words_of(text, aliases)
    return [words.token(place) for place in range(len(words))]


def words_of(text: str, aliases: Aliases = STANDARD) -> Words:
    """The tokens of `text` as columns."""
    return with_names(plain_words(text), aliases)


def plain_words(text: str) -> Words:
    """The tokens of `text` as columns, each word of a name for itself."""
    return _kept_words(text) if len(text) <= _LONGEST_TEXT_KEPT else _plain_words(text)


def _plain_words(text: str) -> Words:
    pieces = _TOKEN.split(text)  # between tokens, token, space, between tokens, token, space ...
    offsets = list(accumulate(map(len, pieces)))
    printed = pieces[1::3]
    keys = [_KEYS[word] for word in printed]
    return Words(text, offsets[0:-1:3], offsets[1::3], printed, keys, {}, range(len(keys) + 1))


# One printing is compared with many others, and its page is looked at again.
_kept_words = lru_cache(512)(_plain_words)


def with_names(words: Words, aliases: Aliases) -> Words:
    """`words`, plain, with the words of each name joined to one token; `words` itself where there is no name."""
    forms = _forms(aliases)
    if forms.keys().isdisjoint(words.keys):
        return words
    found: list[tuple[int, int, str]] = []
    for place in [place for place, key in enumerate(words.keys) if key in forms]:
        if not found or place >= found[-1][1]:
            form = _name_at(place, words, forms[words.keys[place]])
            if form:
                found.append((place, place + len(form.keys), form.key))
    return _joined(words, found) if found else words


def _joined(words: Words, found: list[tuple[int, int, str]]) -> Words:
    """`words` with the tokens of each (start, end, key) as one."""
    keys, names, gone = words.keys.copy(), {}, 0
    ends, printed = words.ends, words.printed
    wide: list[tuple[int, int]] = []
    for start, end, key in found:
        names[start - gone] = key.removesuffix("'s")
        keys[start] = key
        if end - start > 1:
            if not wide:
                ends, printed = ends.copy(), printed.copy()
            ends[start] = words.ends[end - 1]
            printed[start] = words.text[words.starts[start] : ends[start]]
            wide.append((start + 1, end))
            gone += end - start - 1
    if not wide:
        return Words(words.text, words.starts, ends, printed, keys, names, words.places)
    starts, places = _without(words.starts, wide), _without(list(words.places), wide)
    return Words(words.text, starts, _without(ends, wide), _without(printed, wide), _without(keys, wide), names, places)


def _without(column: list[Column], gaps: list[tuple[int, int]]) -> list[Column]:
    """`column` without these ranges, put together anew: to take out one after the other moves the rest each time."""
    kept = column[: gaps[0][0]]
    for (_, done), (start, _) in pairwise(gaps):
        kept += column[done:start]
    kept += column[gaps[-1][1] :]
    return kept


def key_of(word: str) -> str:
    """What `word`, one token as printed, is compared by; never empty.

    >>> key_of("U.S.-led"), key_of("don\\u2019t"), key_of("[\\u2026]"), key_of("......"), key_of("--")
    ('us-led', "don't", '...', '...', '-')
    """
    return _KEYS[word]


@lru_cache(65536)
def kind_of(key: str) -> str:
    """Whether a key that is no name's is that of a word, a number or which sort of mark."""
    if key[0].isalpha():
        return "word"
    if key[0].isdigit():
        return "number"
    return _MARKS.get(key) or ("word" if any(map(str.isalnum, key)) else "punctuation")


class _Keys(dict[str, str]):
    """The keys of the words met so far; emptied when it is full."""

    def __missing__(self, word: str) -> str:
        key = _key(word)
        if len(word) <= _LONGEST_KEPT:
            if len(self) >= _KEPT:
                self.clear()
            self[word] = key
        return key


_KEYS = _Keys()


def _key(word: str) -> str:
    folded = fold(word)
    if folded.isalpha():
        return folded
    if _DOTTED.match(folded):
        return _DOTTED.sub(lambda dotted: dotted[0].replace(".", ""), folded)
    if "..." in folded or folded in ("..", ". . ."):
        return "..."
    if folded in _SAME_AS:
        return _SAME_AS[folded]
    return "-" if folded.strip("-") == "" and folded else folded or word


@dataclass(frozen=True, slots=True)
class _Form:
    """One way to print a name: the keys of its words, the key it gets, and whether it needs capitals to be a name."""

    keys: tuple[str, ...]
    key: str
    in_capitals: bool


@dataclass(frozen=True, slots=True)
class _Forms:
    """The names that begin with one word: by how many words they have, most first, then by their keys."""

    by_length: tuple[tuple[int, dict[tuple[str, ...], _Form]], ...]


@lru_cache(8)
def _forms(aliases: Aliases) -> dict[str, _Forms]:
    """The forms of all names by their first word; a name's last word may be possessive."""
    forms: dict[str, dict[int, dict[tuple[str, ...], _Form]]] = {}
    for group, printed in aliases.groups:
        key = group if group != fold(group) else group.upper()
        for text in printed:
            keys = plain_words(text).keys
            for ending in ("", "'s"):
                form = _Form((*keys[:-1], keys[-1] + ending), key + ending, only_in_capitals(text))
                forms.setdefault(form.keys[0], {}).setdefault(len(keys), {}).setdefault(form.keys, form)
    return {first: _Forms(tuple(sorted(lengths.items(), reverse=True))) for first, lengths in forms.items()}


def _name_at(place: int, words: Words, forms: _Forms) -> _Form | None:
    """The longest name that begins at `place`, if any."""
    for length, candidates in forms.by_length:
        form = candidates.get(tuple(words.keys[place : place + length]))
        if not form:
            continue
        shown = words.text[words.starts[place] : words.ends[place + length - 1]]
        if form.in_capitals:
            if shown.removesuffix("s").isupper() and not _shouting(place, words):
                return form
        elif not shown.islower():
            return form
    return None


def _shouting(place: int, words: Words) -> bool:
    """Are the words on both sides in capitals too, so that capitals say nothing ("WHAT IS THE PLAN")?"""
    if not 0 < place < len(words) - 1:
        return False
    around = words.printed[place - 1], words.printed[place + 1]
    return all(len(word) > 1 and word.isupper() and word.isalpha() for word in around)
