"""What can be asked of one difference, to find out which kind of change it is?

Where TASS prints "they don\u2019t" and SANA "at the same time it does not", a rule wants the words without marks, the
same with contractions written out, how often they deny, which numbers they hold, whether they begin or end their text::

    >>> from articles.engine.text.aliases import STANDARD_ALIASES
    >>> from articles.engine.comparison.segmentation import TokenizedPair, find_differences
    >>> pair = TokenizedPair.from_texts("but they don\u2019t want", "but it does not want", STANDARD_ALIASES)
    >>> case = DifferenceFeatures.extract(pair, find_differences(pair)[0])
    >>> case.a.expanded_words, case.b.expanded_words, case.a.negation_count
    (['they', 'do', 'not'], ['it', 'does', 'not'], 1)

Left to others: what follows from the answers (`naming`, `reprinting`, `renaming`).
"""

from collections.abc import Callable
from dataclasses import dataclass

from articles.engine.comparison.segmentation import Difference, TokenizedPair
from articles.engine.text import vocabulary as say
from articles.engine.text.tokenization import TokenColumns, classify_token

# (kind, reason) or (kind, reason, danger where it is not the kind's own); None where a rule does not apply.
Classification = tuple[str, str] | tuple[str, str, int] | None


@dataclass(frozen=True, slots=True)
class DifferenceFeatures:
    """A difference with its two sides, as the rules look at it."""

    pair: TokenizedPair
    difference: Difference
    a: "SideFeatures"
    b: "SideFeatures"

    @classmethod
    def extract(cls, pair: TokenizedPair, of: Difference) -> "DifferenceFeatures":
        """`of` as a case."""
        return cls(
            pair,
            of,
            SideFeatures.extract(pair.a, of.a_start, of.a_end),
            SideFeatures.extract(pair.b, of.b_start, of.b_end),
        )

    @property
    def sides(self) -> tuple["SideFeatures", "SideFeatures"]:
        return self.a, self.b


@dataclass(frozen=True, slots=True)
class SideFeatures:
    """One side of a difference: tokens `start:end` of a printing.

    `words` are the keys that are words or numbers, `spoken` the same with contractions written out.
    """

    tokens: TokenColumns
    start: int
    end: int
    text: str
    keys: list[str]
    words: list[str]
    expanded_words: list[str]
    negation_count: int

    @classmethod
    def extract(cls, of: TokenColumns, start: int, end: int) -> "SideFeatures":
        """The tokens `start:end` of a printing as a side."""
        if start == end:
            return cls(of, start, end, "", [], [], [], 0)
        keys = of.keys[start:end]
        words = list(filter(is_word, keys))
        spoken = [word for key in words for word in say.expand_contraction(key)]
        text = of.text[of.starts[start] : of.ends[end - 1]]
        return cls(of, start, end, text, keys, words, spoken, sum(map(say.is_negation, spoken)))

    @property
    def phrase(self) -> str:
        """The words between spaces, to look for phrases in."""
        return f" {' '.join(self.expanded_words)} "

    @property
    def has_omission_mark(self) -> bool:
        return "..." in self.keys

    @property
    def numbers(self) -> list[float | str]:
        """The numbers in it ("five thousand" is one); what has no plain value (9/11) as printed; "one" is no number."""
        return say.parse_numbers([key if key != "one" else "-" for key in self.keys])

    @property
    def at_start(self) -> bool:
        return not any(is_word(self.tokens.keys[at]) for at in range(self.start))

    @property
    def at_end(self) -> bool:
        return not any(is_word(self.tokens.keys[at]) for at in range(self.end, len(self.tokens)))

    @property
    def preceding_words(self) -> list[str]:
        """The last two words before it, written out."""
        return [
            word
            for key in self.tokens.keys[max(0, self.start - 2) : self.start]
            for word in say.expand_contraction(key)
        ]

    @property
    def negated_words(self) -> list[str]:
        """The word after each word that denies, in this side or right before it; sorted, to be compared."""
        return self._collect_following(say.is_negation)

    @property
    def focused_words(self) -> list[str]:
        """The same of "only" and its like."""
        return self._collect_following(say.FOCUS_PARTICLES.__contains__)

    def _collect_following(self, of_kind: Callable[[str], bool]) -> list[str]:
        behind = [
            word
            for key in self.tokens.keys[self.end : self.end + 2]
            if is_word(key)
            for word in say.expand_contraction(key)
        ]
        words = [*self.preceding_words[-1:], *self.expanded_words, *behind, ""]
        inside = range(len(self.preceding_words[-1:]) + len(self.expanded_words))
        return sorted(words[at + 1] for at in inside if of_kind(words[at]))

    @property
    def begins_with_capital(self) -> bool:
        return self.text[:1].isupper()

    def is_enclosed(self, opening: str, closing: str) -> bool:
        """Is it a whole bracket and nothing else?"""
        return len(self.keys) > 2 and self.keys[0] == opening and self.keys[-1] == closing


def is_word(key: str) -> bool:
    """Is this the key of a word or a number, not of a mark?"""
    return classify_token(key) in ("word", "number")
