r"""Which words does a printing consist of, and which of them are the same for comparing?

TASS's "the U.S.-led coalition ... the Islamic State" becomes words with their places in the text; punctuation stands
apart, "U.S.-led" stays whole, and a name of several words is one token whose key is that of its group::

    >>> [token.text for token in tokenize("the U.S.-led coalition, (Islamic State)......")]
    ['the', 'U.S.-led', 'coalition', ',', '(', 'Islamic State', ')', '......']
    >>> [token.key for token in tokenize("the US-led coalition, (ISIS)\u2026")]
    ['the', 'us-led', 'coalition', ',', '(', 'Islamic State', ')', '...']

Two tokens say the same when their keys are equal. Keys of names hold a capital letter, folded words never do, so "US"
and "us" stay apart. White space and characters that print nothing belong to no token.

`tokenize_columns` gives the same as columns, for what compares a great many (`alignment`); `tokenize` as objects. Left
to others: the single characters (`folding`), the table of names (`aliases`), what a word means (`vocabulary`).
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, pairwise
from typing import TypeVar

from articles.engine.text.aliases import STANDARD_ALIASES, Aliases, requires_capitals
from articles.engine.text.normalization import COMBINING, fold

Column = TypeVar("Column", str, int)

_LETTERS = rf"[\w{COMBINING}]"
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
    rf"|(?:(?<![{COMBINING}])[{COMBINING}]+)?\w{_LETTERS}*"
    rf"(?:(?:{_APOSTROPHE}|{_HYPHEN}){_LETTERS}+|(?:\.(?=[a-z\d])|(?<=[A-Z])\.(?=[A-Z])){_LETTERS}+)*"
    # Omission marks: "...", "......", "\u2026", ". . .", "[...]", "(\u2026)".
    r"|\[ ?(?:\.{3,}|\u2026+) ?\]|\( ?(?:\.{3,}|\u2026+) ?\)|\u2026[.\u2026]*|\.{2,}\u2026*|\.(?:[ \u00a0]\.){2,}"
    # Marks of two characters, then any other single mark.
    r"|--+|''|``"
    rf"|[^\w\s{COMBINING}]"
    ")( ?)"
)
_DOTTED = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W\d_](?:\.[^\W\d_])+(?!\w)")
_MARK_KINDS = {"'": "quote", '"': "quote", "-": "dash", "...": "ellipsis"}
_MARK_KINDS |= dict.fromkeys("()[]{}", "bracket") | dict.fromkeys(
    "$%&#@+=\u20ac\u00a3\u00a5\u2030\u00b0\u20bd\u20b9", "symbol"
)
_KEY_SYNONYMS = {"''": '"', "``": '"', "&": "and"}
_CACHE_SIZE = 65536  # words whose keys are remembered: the vocabulary of some 5,000 articles
_MAX_CACHED_KEY_LENGTH = 40  # characters
_MAX_CACHED_TEXT_LENGTH = 2000  # characters: the longest of 9,361 quotations in 929 labelled news articles has 1,515


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
class TokenColumns:
    """A text's tokens as columns of equal length, to be read and never changed: others may hold the same lists.

    `names` tells which tokens are names: place -> key of the group. `places` tells which plain word each token begins
    with, and at its end how many plain words there are.
    """

    text: str
    starts: list[int]
    ends: list[int]
    token_texts: list[str]
    keys: list[str]
    names: dict[int, str]
    plain_indices: Sequence[int]

    def __len__(self) -> int:
        return len(self.keys)

    def get_token(self, place: int) -> Token:
        """The token at `place` as an object."""
        name = self.names.get(place)
        key = self.keys[place]
        kind = "name" if name else classify_token(key)
        return Token(self.starts[place], self.ends[place], self.token_texts[place], key, kind, name)


def tokenize(text: str, aliases: Aliases = STANDARD_ALIASES) -> list[Token]:
    """The tokens of `text` in order: words, numbers, names and marks, each with its place."""
    words = tokenize_columns(text, aliases)
    return [words.get_token(place) for place in range(len(words))]


def tokenize_columns(text: str, aliases: Aliases = STANDARD_ALIASES) -> TokenColumns:
    """The tokens of `text` as columns."""
    return merge_names(tokenize_plain(text), aliases)


def tokenize_plain(text: str) -> TokenColumns:
    """The tokens of `text` as columns, each word of a name for itself."""
    return _tokenize_plain_cached(text) if len(text) <= _MAX_CACHED_TEXT_LENGTH else _tokenize_plain(text)


def _tokenize_plain(text: str) -> TokenColumns:
    pieces = _TOKEN.split(text)  # between tokens, token, space, between tokens, token, space ...
    offsets = list(accumulate(map(len, pieces)))
    printed = pieces[1::3]
    keys = [_KEY_CACHE[word] for word in printed]
    return TokenColumns(text, offsets[0:-1:3], offsets[1::3], printed, keys, {}, range(len(keys) + 1))


# One printing is compared with many others, and its page is looked at again.
_tokenize_plain_cached = lru_cache(512)(_tokenize_plain)


def merge_names(words: TokenColumns, aliases: Aliases) -> TokenColumns:
    """`words`, plain, with the words of each name joined to one token; `words` itself where there is no name."""
    forms = _index_name_forms(aliases)
    if forms.keys().isdisjoint(words.keys):
        return words
    found: list[tuple[int, int, str]] = []
    for place in [place for place, key in enumerate(words.keys) if key in forms]:
        if not found or place >= found[-1][1]:
            form = _match_name(place, words, forms[words.keys[place]])
            if form:
                found.append((place, place + len(form.keys), form.key))
    return _merge_tokens(words, found) if found else words


def _merge_tokens(words: TokenColumns, found: list[tuple[int, int, str]]) -> TokenColumns:
    """`words` with the tokens of each (start, end, key) as one."""
    keys, names, gone = words.keys.copy(), {}, 0
    ends, printed = words.ends, words.token_texts
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
        return TokenColumns(words.text, words.starts, ends, printed, keys, names, words.plain_indices)
    starts, places = _drop_ranges(words.starts, wide), _drop_ranges(list(words.plain_indices), wide)
    return TokenColumns(
        words.text,
        starts,
        _drop_ranges(ends, wide),
        _drop_ranges(printed, wide),
        _drop_ranges(keys, wide),
        names,
        places,
    )


def _drop_ranges(column: list[Column], gaps: list[tuple[int, int]]) -> list[Column]:
    """`column` without these ranges, put together anew: to take out one after the other moves the rest each time."""
    kept = column[: gaps[0][0]]
    for (_, done), (start, _) in pairwise(gaps):
        kept += column[done:start]
    kept += column[gaps[-1][1] :]
    return kept


def normalize_token(word: str) -> str:
    """What `word`, one token as printed, is compared by; never empty.

    >>> normalize_token("U.S.-led"), normalize_token("don\\u2019t"), normalize_token("[\\u2026]"), normalize_token("......"), normalize_token("--")
    ('us-led', "don't", '...', '...', '-')
    """
    return _KEY_CACHE[word]


@lru_cache(65536)
def classify_token(key: str) -> str:
    """Whether a key that is no name's is that of a word, a number or which sort of mark."""
    if key[0].isalpha():
        return "word"
    if key[0].isdigit():
        return "number"
    return _MARK_KINDS.get(key) or ("word" if any(map(str.isalnum, key)) else "punctuation")


class _KeyCache(dict[str, str]):
    """The keys of the words met so far; emptied when it is full."""

    def __missing__(self, word: str) -> str:
        key = _normalize_token(word)
        if len(word) <= _MAX_CACHED_KEY_LENGTH:
            if len(self) >= _CACHE_SIZE:
                self.clear()
            self[word] = key
        return key


_KEY_CACHE = _KeyCache()


def _normalize_token(word: str) -> str:
    folded = fold(word)
    if folded.isalpha():
        return folded
    if _DOTTED.match(folded):
        return _DOTTED.sub(lambda dotted: dotted[0].replace(".", ""), folded)
    if "..." in folded or folded in ("..", ". . ."):
        return "..."
    if folded in _KEY_SYNONYMS:
        return _KEY_SYNONYMS[folded]
    return "-" if folded.strip("-") == "" and folded else folded or word


@dataclass(frozen=True, slots=True)
class _NameForm:
    """One way to print a name: the keys of its words, the key it gets, and whether it needs capitals to be a name."""

    keys: tuple[str, ...]
    key: str
    needs_capitals: bool


@dataclass(frozen=True, slots=True)
class _NameForms:
    """The names that begin with one word: by how many words they have, most first, then by their keys."""

    by_length: tuple[tuple[int, dict[tuple[str, ...], _NameForm]], ...]


@lru_cache(8)
def _index_name_forms(aliases: Aliases) -> dict[str, _NameForms]:
    """The forms of all names by their first word; a name's last word may be possessive."""
    forms: dict[str, dict[int, dict[tuple[str, ...], _NameForm]]] = {}
    for group, printed in aliases.groups:
        key = group if group != fold(group) else group.upper()
        for text in printed:
            keys = tokenize_plain(text).keys
            for ending in ("", "'s"):
                form = _NameForm((*keys[:-1], keys[-1] + ending), key + ending, requires_capitals(text))
                forms.setdefault(form.keys[0], {}).setdefault(len(keys), {}).setdefault(form.keys, form)
    return {first: _NameForms(tuple(sorted(lengths.items(), reverse=True))) for first, lengths in forms.items()}


def _match_name(place: int, words: TokenColumns, forms: _NameForms) -> _NameForm | None:
    """The longest name that begins at `place`, if any."""
    for length, candidates in forms.by_length:
        form = candidates.get(tuple(words.keys[place : place + length]))
        if not form:
            continue
        shown = words.text[words.starts[place] : words.ends[place + length - 1]]
        if form.needs_capitals:
            if shown.removesuffix("s").isupper() and not _is_capitalized_context(place, words):
                return form
        elif not shown.islower():
            return form
    return None


def _is_capitalized_context(place: int, words: TokenColumns) -> bool:
    """Are the words on both sides in capitals too, so that capitals say nothing ("WHAT IS THE PLAN")?"""
    if not 0 < place < len(words) - 1:
        return False
    around = words.token_texts[place - 1], words.token_texts[place + 1]
    return all(len(word) > 1 and word.isupper() and word.isalpha() for word in around)
