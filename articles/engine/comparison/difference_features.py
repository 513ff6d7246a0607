"""Features of one difference, from which the rules of the change classifier decide.

Where TASS prints "they don\u2019t" and SANA "at the same time it does not", a rule needs the words without marks, the
same with contractions expanded, the number of negations, the numbers, and whether they begin or end their text::

    >>> from articles.engine.text.aliases import STANDARD_ALIASES
    >>> from articles.engine.comparison.segmentation import find_differences
    >>> from articles.engine.comparison.segments import TokenizedPair
    >>> pair = TokenizedPair.from_texts("but they don\u2019t want", "but it does not want", STANDARD_ALIASES)
    >>> features = DifferenceFeatures.extract(pair, find_differences(pair)[0])
    >>> features.a.expanded_words, features.b.expanded_words, features.a.negation_count
    (['they', 'do', 'not'], ['it', 'does', 'not'], 1)
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from articles.engine.comparison.segmentation import Difference
from articles.engine.comparison.segments import TokenizedPair
from articles.engine.text import vocabulary
from articles.engine.text.tokenization import TokenColumns, is_word

# In a cut of up to so many words a "not" or a number is the point; in a longer one it is a part (labelled pairs).
MAX_SHORT_CUT_WORDS = 3
MIN_PARAPHRASE_WORDS = 10  # of both sides together; the labelled paraphrases have 18, the longest substitution 7

# (kind, reason), or (kind, reason, severity) where the severity is not the kind's own; None where no rule applies.
Classification = tuple[str, str] | tuple[str, str, int] | None


@dataclass(frozen=True, slots=True)
class DifferenceFeatures:
    """A difference with the features of its two sides."""

    pair: TokenizedPair
    difference: Difference
    a: "SideFeatures"
    b: "SideFeatures"

    @classmethod
    def extract(cls, pair: TokenizedPair, difference: Difference) -> "DifferenceFeatures":
        """Extract the features of `difference`."""
        a = SideFeatures.extract(pair.a, difference.a_start, difference.a_end)
        return cls(pair, difference, a, SideFeatures.extract(pair.b, difference.b_start, difference.b_end))

    @property
    def sides(self) -> tuple["SideFeatures", "SideFeatures"]:
        return self.a, self.b


@dataclass(frozen=True, slots=True)
class SideFeatures:
    """Features of one side of a difference, tokens `start:end` of a printing; `words` are its keys without marks."""

    tokens: TokenColumns
    start: int
    end: int
    text: str
    keys: list[str]
    words: list[str]
    expanded_words: list[str]
    negation_count: int

    @classmethod
    def extract(cls, tokens: TokenColumns, start: int, end: int) -> "SideFeatures":
        """Extract the features of the tokens `start:end` of a printing."""
        if start == end:
            return cls(tokens, start, end, "", [], [], [], 0)
        keys = tokens.keys[start:end]
        words = list(filter(is_word, keys))
        expanded_words = _expand(words)
        text = tokens.text[tokens.starts[start] : tokens.ends[end - 1]]
        negation_count = sum(map(vocabulary.is_negation, expanded_words))
        return cls(tokens, start, end, text, keys, words, expanded_words, negation_count)

    @property
    def phrase(self) -> str:
        """The expanded words joined by spaces and padded with spaces, for phrase look-up."""
        return f" {' '.join(self.expanded_words)} "

    @property
    def has_omission_mark(self) -> bool:
        """Whether the side contains dots that mark an omission."""
        return "..." in self.keys

    @property
    def numbers(self) -> list[float | str]:
        """The numbers of the side; "five thousand" is one, "9/11" stays as printed, "one" does not count."""
        return vocabulary.parse_numbers([key if key != "one" else "-" for key in self.keys])

    @property
    def at_start(self) -> bool:
        """Whether no word of the text stands before the side."""
        return not any(map(is_word, self.tokens.keys[: self.start]))

    @property
    def at_end(self) -> bool:
        """Whether no word of the text stands after the side."""
        return not any(map(is_word, self.tokens.keys[self.end :]))

    @property
    def preceding_words(self) -> list[str]:
        """The last two words before the side, expanded."""
        return _expand(self.tokens.keys[max(0, self.start - 2) : self.start])

    @property
    def negated_words(self) -> list[str]:
        """The words that follow a negation in this side or right before it, sorted for comparison."""
        return self._collect_following(vocabulary.is_negation)

    @property
    def focused_words(self) -> list[str]:
        """The words that follow "only" or another focus particle, sorted for comparison."""
        return self._collect_following(vocabulary.FOCUS_PARTICLES.__contains__)

    def _collect_following(self, matches: Callable[[str], bool]) -> list[str]:
        inside = [*self.preceding_words[-1:], *self.expanded_words]
        words = [*inside, *_expand(filter(is_word, self.tokens.keys[self.end : self.end + 2])), ""]
        return sorted(following for word, following in zip(inside, words[1:], strict=False) if matches(word))

    @property
    def begins_with_capital(self) -> bool:
        """Whether the side begins with a capital letter."""
        return self.text[:1].isupper()

    def is_enclosed(self, opening: str, closing: str) -> bool:
        """Return whether the side is one whole bracket and nothing else."""
        return len(self.keys) > 2 and self.keys[0] == opening and self.keys[-1] == closing


def _expand(keys: Iterable[str]) -> list[str]:
    return [word for key in keys for word in vocabulary.expand_contraction(key)]
