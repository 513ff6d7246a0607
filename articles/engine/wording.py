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
from itertools import accumulate

from articles.engine.aliases import STANDARD, Aliases, only_in_capitals
from articles.engine.folding import ATTACHED, fold

_LETTERS = rf"[\w{ATTACHED}]"
_APOSTROPHE = "['\u2019\u2018\u02bc\u00b4`\uff07]"
_HYPHEN = "[-\u2010\u2011\u00ad]"
# The order matters: what starts with a dot or a figure must be tried before the single mark it starts with.
_TOKEN = re.compile(
    "("
    # Dotted abbreviations with what hangs on them: "U.S.", "p.m.", "U.S.-led", "U.S.'s".
    rf"(?:[^\W\d_]\.){{2,}}(?:(?:{_HYPHEN}|{_APOSTROPHE}){_LETTERS}+)*"
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
    ")"
)
_DOTTED = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W\d_](?:\.[^\W\d_])+(?!\w)")
_MARKS = {"'": "quote", '"': "quote", "-": "dash", "...": "ellipsis"}
_MARKS |= dict.fromkeys("()[]{}", "bracket") | dict.fromkeys(
    "$%&#@+=\u20ac\u00a3\u00a5\u2030\u00b0\u20bd\u20b9", "symbol"
)
_KEPT = 65536  # words whose key is remembered: the vocabulary of some 5,000 articles
_LONGEST_KEPT = 40  # characters


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
    """A text's tokens as columns of equal length. `names` tells which of them are names: place -> key of the group."""

    text: str
    starts: Sequence[int]
    ends: Sequence[int]
    keys: Sequence[str]
    names: dict[int, str]

    def __len__(self) -> int:
        return len(self.keys)

    def printed(self, place: int) -> str:
        """The token at `place`, as printed."""
        return self.text[self.starts[place] : self.ends[place]]

    def token(self, place: int) -> Token:
        """The token at `place` as an object."""
        name = self.names.get(place)
        key = self.keys[place]
        kind = "name" if name else kind_of(key)
        return Token(self.starts[place], self.ends[place], self.printed(place), key, kind, name)


def tokens(text: str, aliases: Aliases = STANDARD) -> list[Token]:
    """The tokens of `text` in order: words, numbers, names and marks, each with its place."""
    words = words_of(text, aliases)
    return [words.token(place) for place in range(len(words))]


def words_of(text: str, aliases: Aliases = STANDARD) -> Words:
    """The tokens of `text` as columns."""
    return with_names(plain_words(text), aliases)


def plain_words(text: str) -> Words:
    """The tokens of `text` as columns, each word of a name for itself."""
    pieces = _TOKEN.split(text)
    offsets = list(accumulate(map(len, pieces)))
    return Words(text, offsets[0:-1:2], offsets[1::2], list(map(key_of, pieces[1::2])), {})


def with_names(words: Words, aliases: Aliases) -> Words:
    """`words` with the words of each name joined to one token; `words` itself where there is no name."""
    forms = _forms(aliases)
    starts: list[int] = []
    ends: list[int] = []
    keys: list[str] = []
    names: dict[int, str] = {}
    done = 0
    for place in [place for place, key in enumerate(words.keys) if key in forms]:
        form = _name_at(place, words, forms) if place >= done else None
        if form:
            starts += words.starts[done : place + 1]
            ends += words.ends[done:place]
            keys += words.keys[done:place]
            names[len(keys)] = form.key.removesuffix("'s")
            done = place + len(form.keys)
            ends.append(words.ends[done - 1])
            keys.append(form.key)
    if not names:
        return words
    rest = slice(done, None)
    return Words(
        words.text, [*starts, *words.starts[rest]], [*ends, *words.ends[rest]], [*keys, *words.keys[rest]], names
    )


def key_of(word: str) -> str:
    """What `word`, one token as printed, is compared by; never empty.

    >>> key_of("U.S.-led"), key_of("don\\u2019t"), key_of("[\\u2026]"), key_of("......"), key_of("--")
    ('us-led', "don't", '...', '...', '-')
    """
    return _kept_key(word) if len(word) <= _LONGEST_KEPT else _key(word)


def kind_of(key: str) -> str:
    """Whether a key that is no name's is that of a word, a number or which sort of mark."""
    if key[0].isalpha():
        return "word"
    if key[0].isdigit():
        return "number"
    return _MARKS.get(key) or ("word" if any(map(str.isalnum, key)) else "punctuation")


@lru_cache(_KEPT)
def _kept_key(word: str) -> str:
    return _key(word)


def _key(word: str) -> str:
    folded = fold(word)
    if folded.isalpha():
        return folded
    if _DOTTED.match(folded):
        return _DOTTED.sub(lambda dotted: dotted[0].replace(".", ""), folded)
    if "..." in folded or folded in ("..", ". . ."):
        return "..."
    if folded in ("''", "``"):
        return '"'
    return "-" if folded.strip("-") == "" and folded else folded or word


@dataclass(frozen=True, slots=True)
class _Form:
    """One way to print a name: the keys of its words, the key it gets, and whether it needs capitals to be a name."""

    keys: tuple[str, ...]
    key: str
    in_capitals: bool


@lru_cache(8)
def _forms(aliases: Aliases) -> dict[str, list[_Form]]:
    """The forms of all names by their first word, longest first; a name's last word may be possessive."""
    forms: dict[str, list[_Form]] = {}
    for group, printed in aliases.groups:
        key = group if group != fold(group) else group.upper()
        for text in printed:
            keys = tuple(key_of(piece) for piece in _TOKEN.split(text)[1::2])
            for ending in ("", "'s"):
                form = _Form((*keys[:-1], keys[-1] + ending), key + ending, only_in_capitals(text))
                forms.setdefault(form.keys[0], []).append(form)
    for candidates in forms.values():
        candidates.sort(key=lambda form: -len(form.keys))
    return forms


def _name_at(place: int, words: Words, forms: dict[str, list[_Form]]) -> _Form | None:
    """The longest name that begins at `place`, if any."""
    for form in forms[words.keys[place]]:
        stop = place + len(form.keys)
        if len(form.keys) > 1 and tuple(words.keys[place:stop]) != form.keys:
            continue
        shown = words.text[words.starts[place] : words.ends[min(stop, len(words)) - 1]]
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
    around = words.printed(place - 1), words.printed(place + 1)
    return all(len(word) > 1 and word.isupper() and word.isalpha() for word in around)
