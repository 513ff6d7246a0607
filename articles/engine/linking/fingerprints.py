"""Fingerprints of quotations, blocking keys, and candidate generation.

Every word becomes *one character*, so that rapidfuzz aligns the words of two texts as fast as it would the letters of
two words. Aliases are one character ("the Islamic State", "ISIS"), and so are "programme" and "program", "don't" and
"do not", "five" and "5".

    >>> compute_fingerprint("the Islamic State").code == compute_fingerprint("the ISIS").code
    True

A `Fingerprint` holds these characters in several selections: every word; the content words; the content words repeated
in proportion to their rarity, so that a plain alignment is a weighted one; the figures; a character for every two words
in a row, and for every three, so that an alignment finds runs. Two texts are compared only if they share a blocking
key: an ordered pair of content words near each other.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from hashlib import blake2b
from zlib import crc32

from articles.engine.text.aliases import STANDARD_ALIASES, Aliases
from articles.engine.text.normalization import fold
from articles.engine.text.spans import Span
from articles.engine.text.tokenization import tokenize, tokenize_columns
from articles.engine.text.vocabulary import NEGATIONS, STOP_WORDS, expand_contraction, parse_number
from articles.engine.text.word_frequency import UNSEEN_IDF, idf, load_idf_table, weigh_pair
from articles.engine.text.word_lists import load_word_lists

STEM_LENGTH = 6  # letters: "recognise" and "recognize" meet
MAX_WORDS = 2000  # of a passage; a longer one is a document, and is known by its beginning
PAIR_DISTANCE = 3  # content words: how far apart two of them form a key, so that one cut does not break all
FEW_CONTENT_WORDS = 4  # content words; with fewer, pairs of any words are keys too
MAX_REPEATS = 4  # times that the rarest words count in the weighted alignment
RARITY_PER_REPEAT = 3.0  # natural logarithms: a word one in e**3 as common counts once more

FIRST_CHARACTER = 0x10000  # above the plane that has surrogates
KEY_BITS = 20  # of each of the two characters of a key
_CHARACTER_COUNT = 1 << KEY_BITS
# Some true relative is among the candidates of 98.7 % of the generated wordings that have one; with 8, of 98.5 %.
MAX_CANDIDATES = 10  # earlier wordings compared with a new one: those that share most rare pairs of words
MAX_POSTINGS = 8  # earlier wordings looked at for each pair of words; what thousands share is in the newest eight too
EXACT_KEY_FLAG = 1 << 59  # marks the number of whole passages; those of pairs stay below 2**40, 8 of each below 2**63
_SENTENCE_STARTS = frozenset(
    (".", "!", "?", ":", ";", '"', "'", "...", "-", "(", "[")
)  # a capital after these is no name
MIX_FACTORS = 0x9E3779B1, 0x85EBCA77  # odd numbers without a pattern: two rows of words seldom get one character

_EMPTY_WORDS = STOP_WORDS | frozenset(
    fold(word) for words in load_word_lists("empty_words").lists.values() for word in words.split()
)


@dataclass(frozen=True)
class Fingerprint:
    """A quotation's words made ready for comparison, one character a word."""

    code: str  # every word
    content: str  # the words that carry meaning
    weighted: str  # these, each as often as it is rare
    figures: str
    letters: str  # the words themselves, folded, one space between
    names: str = ""  # words that carry meaning and have a capital inside a sentence

    @cached_property
    def bigrams(self) -> str:
        """One character for every two words in a row."""
        return "".join(map(_encode_pair, self.code, self.code[1:]))

    @cached_property
    def trigrams(self) -> str:
        """One character for every three words in a row."""
        return "".join(map(_encode_pair, self.bigrams, self.code[2:]))

    @cached_property
    def octograms(self) -> str:
        """One character for every eight words in a row."""
        fours = "".join(map(_encode_pair, self.bigrams, self.bigrams[2:]))
        return "".join(map(_encode_pair, fours, fours[4:]))

    @cached_property
    def sorted_weighted(self) -> str:
        """The weighted words in the order of their characters: aligned, they tell what is shared in any order."""
        return "".join(sorted(self.weighted))

    @property
    def negation_count(self) -> int:
        """How many words deny."""
        return sum(map(self.code.count, NEGATION_CHARACTERS))

    @property
    def exact_key(self) -> int:
        """A hash that all texts with the same words have, unlike any blocking key."""
        return EXACT_KEY_FLAG | int.from_bytes(blake2b(self.code.encode(), digest_size=7).digest())

    @cached_property
    def blocking_keys(self) -> frozenset[int]:
        """Ordered pairs of content words near each other as numbers below 2**40; who shares none is never compared."""
        keys = _build_pair_keys(self.content)
        return frozenset(keys if len(self.content) >= FEW_CONTENT_WORDS else keys + _build_pair_keys(self.code))


def compute_fingerprint(text: str, aliases: Aliases = STANDARD_ALIASES) -> Fingerprint:
    """Compute the fingerprint of `text`, of at most `MAX_WORDS` words; punctuation is left out."""
    keys, token_texts = tokenize(text, aliases)
    words = keys[:MAX_WORDS]
    forms = [_WORD_FORMS[word] for word in words]
    if not forms:
        return Fingerprint("", "", "", "", "")
    code, content, weighted, figures, letters = map("".join, zip(*forms, strict=True))
    names = "".join(
        [
            form[1]
            for form, printed, before in zip(forms[1:], token_texts[1:], words, strict=False)
            if printed[0].isupper() and before not in _SENTENCE_STARTS
        ]
    )
    return Fingerprint(code, content, weighted, figures, letters[1:], names)


def locate_words(text: str, aliases: Aliases = STANDARD_ALIASES) -> list[Span]:
    """Return the span in `text` of each character of its fingerprint's `code`."""
    words = tokenize_columns(text, aliases)
    columns = zip(words.keys, words.starts, words.ends, strict=True)
    return [Span(start, end) for key, start, end in list(columns)[:MAX_WORDS] for _ in _WORD_FORMS[key][0]]


@dataclass(frozen=True, slots=True)
class Postings:
    """How many quotations have had a key, and the newest of them, the newest last."""

    count: int
    newest: tuple[int, ...]

    def with_quote(self, passage: int) -> "Postings":
        """Return the postings with another quotation."""
        return Postings(self.count + 1, (*self.newest, passage)[-MAX_POSTINGS:])


NO_POSTINGS = Postings(0, ())


def generate_candidates(passage: Fingerprint, known: Mapping[int, Postings], most: int = MAX_CANDIDATES) -> list[int]:
    """Return the quotations that share most with this fingerprint, at most `most`, the older first among equals."""
    shared: defaultdict[int, float] = defaultdict(float)
    for key in passage.blocking_keys:
        postings = known.get(key, NO_POSTINGS)
        if postings.newest:
            weight = weigh_pair(get_key_rarity(key), postings.count)
            for other in postings.newest:
                shared[other] += weight
    ranked = sorted(shared.items(), key=lambda item: (-round(item[1], 3), item[0]))
    return [other for other, _ in ranked[:most]]


def get_key_rarity(key: int) -> float:
    """Return the sum of the rarities of the two words of a key."""
    rarity_of, low = load_character_rarities(), (1 << KEY_BITS) - 1
    first, second = chr(FIRST_CHARACTER + (key >> KEY_BITS)), chr(FIRST_CHARACTER + (key & low))
    return rarity_of.get(first, UNSEEN_IDF) + rarity_of.get(second, UNSEEN_IDF)


@cache
def load_character_rarities() -> dict[str, float]:
    """Return the rarity of each character of the table's words; of words with one character, the commonest's."""
    known: dict[str, float] = {}
    for stem, rare in load_idf_table().items():
        character = encode_stem(stem)
        known[character] = min(known.get(character, UNSEEN_IDF), rare)
    return known


def extract_stems(key: str) -> tuple[str, ...]:
    """Return what is compared of a word: its first letters, or those of the words it is made of.

    >>> extract_stems("don't"), extract_stems("anti-terrorist"), extract_stems("five"), extract_stems("Islamic State's")
    (('do', 'not'), ('anti', 'terror'), ('5',), ('Islamic State',))
    """
    if key != key.casefold():  # a name: its key is that of its group
        return (key.removesuffix("'s"),)
    return tuple(
        _stem_word(word) for part in key.split("-") for word in expand_contraction(part) if any(map(str.isalnum, word))
    )


def _stem_word(word: str) -> str:
    if word in _EMPTY_WORDS:
        return word
    value = parse_number(word)
    if value is not None and value.is_integer():
        return f"{value:.0f}"
    word = word.removesuffix("'s").replace("'", "")
    if word.endswith("s") and len(word) > 3 and not word.endswith("ss"):
        word = word[:-1]
    return word[:STEM_LENGTH]


def encode_stem(stem: str) -> str:
    """Return one character for a word, the same everywhere and always."""
    return chr(FIRST_CHARACTER + crc32(stem.encode()) % _CHARACTER_COUNT)


def _encode_pair(first: str, second: str) -> str:
    """Return one character for two words in a row; `batch` does the same to columns."""
    mixed = (ord(first) * MIX_FACTORS[0] + ord(second) * MIX_FACTORS[1]) & 0xFFFFFFFF
    return chr(FIRST_CHARACTER + (mixed >> 12))


def _build_pair_keys(code: str) -> list[int]:
    numbers = [ord(character) - FIRST_CHARACTER for character in code]
    return [
        first << KEY_BITS | second
        for place, first in enumerate(numbers)
        for second in numbers[place + 1 : place + 1 + PAIR_DISTANCE]
    ]


_WordForms = tuple[str, str, str, str, str]
_NO_FORMS: _WordForms = ("", "", "", "", "")


class _WordFormCache(dict[str, _WordForms]):
    """A bounded cache of each word's characters: all, those of content words, weighted, figures, letters."""

    _MAX_SIZE = 500_000

    def __missing__(self, key: str) -> _WordForms:
        if len(self) >= self._MAX_SIZE:
            self.clear()
        self[key] = form = _build_word_forms(key)
        return form


def _build_word_forms(key: str) -> _WordForms:
    stems = extract_stems(key)
    if not stems:
        return _NO_FORMS
    content = [stem for stem in stems if stem not in _EMPTY_WORDS]
    return (
        "".join(map(encode_stem, stems)),
        "".join(map(encode_stem, content)),
        "".join(encode_stem(stem) * max(1, min(MAX_REPEATS, round(idf(stem) / RARITY_PER_REPEAT))) for stem in content),
        "".join(encode_stem(stem) for stem in stems if stem[0].isdigit()),
        f" {key}",
    )


_WORD_FORMS = _WordFormCache()
NEGATION_CHARACTERS = "".join(
    map(encode_stem, sorted({stem for word in NEGATIONS for stem in extract_stems(word)} - {"can"}))
)
