"""What can be asked of one difference, to find out which kind of change it is?

Where TASS prints "they don\u2019t" and SANA "at the same time it does not", a rule wants the words without marks, the
same with contractions written out, how often they deny, which numbers they hold, whether they begin or end their text::

    >>> from articles.engine.text.aliases import STANDARD
    >>> from articles.engine.comparison.segmentation import Pair, differences
    >>> pair = Pair.of("but they don\u2019t want", "but it does not want", STANDARD)
    >>> case = Case.read(pair, differences(pair)[0])
    >>> case.a.spoken, case.b.spoken, case.a.negations
    (['they', 'do', 'not'], ['it', 'does', 'not'], 1)

Left to others: what follows from the answers (`naming`, `reprinting`, `renaming`).
"""

from collections.abc import Callable
from dataclasses import dataclass

from articles.engine.comparison.segmentation import Difference, Pair
from articles.engine.text import vocabulary as say
from articles.engine.text.tokenization import Words, kind_of

# (kind, reason) or (kind, reason, danger where it is not the kind's own); None where a rule does not apply.
Verdict = tuple[str, str] | tuple[str, str, int] | None


@dataclass(frozen=True, slots=True)
class Case:
    """A difference with its two sides, as the rules look at it."""

    pair: Pair
    of: Difference
    a: "Side"
    b: "Side"

    @classmethod
    def read(cls, pair: Pair, of: Difference) -> "Case":
        """`of` as a case."""
        return cls(pair, of, Side.read(pair.a, of.a_start, of.a_end), Side.read(pair.b, of.b_start, of.b_end))

    @property
    def sides(self) -> tuple["Side", "Side"]:
        return self.a, self.b


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a difference: tokens `start:end` of a printing.

    `words` are the keys that are words or numbers, `spoken` the same with contractions written out.
    """

    of: Words
    start: int
    end: int
    text: str
    keys: list[str]
    words: list[str]
    spoken: list[str]
    negations: int

    @classmethod
    def read(cls, of: Words, start: int, end: int) -> "Side":
        """The tokens `start:end` of a printing as a side."""
        if start == end:
            return cls(of, start, end, "", [], [], [], 0)
        keys = of.keys[start:end]
        words = list(filter(is_word, keys))
        spoken = [word for key in words for word in say.expanded(key)]
        text = of.text[of.starts[start] : of.ends[end - 1]]
        return cls(of, start, end, text, keys, words, spoken, sum(map(say.is_negation, spoken)))

    @property
    def phrase(self) -> str:
        """The words between spaces, to look for phrases in."""
        return f" {' '.join(self.spoken)} "

    @property
    def has_omission_mark(self) -> bool:
        return "..." in self.keys

    @property
    def values(self) -> list[float | str]:
        """The numbers in it ("five thousand" is one); what has no plain value (9/11) as printed; "one" is no number."""
        return say.values_of([key if key != "one" else "-" for key in self.keys])

    @property
    def at_start(self) -> bool:
        return not any(is_word(self.of.keys[at]) for at in range(self.start))

    @property
    def at_end(self) -> bool:
        return not any(is_word(self.of.keys[at]) for at in range(self.end, len(self.of)))

    @property
    def before(self) -> list[str]:
        """The last two words before it, written out."""
        return [word for key in self.of.keys[max(0, self.start - 2) : self.start] for word in say.expanded(key)]

    @property
    def denied(self) -> list[str]:
        """The word after each word that denies, in this side or right before it; sorted, to be compared."""
        return self._after(say.is_negation)

    @property
    def focused(self) -> list[str]:
        """The same of "only" and its like."""
        return self._after(say.FOCUSING.__contains__)

    def _after(self, of_kind: Callable[[str], bool]) -> list[str]:
        behind = [word for key in self.of.keys[self.end : self.end + 2] if is_word(key) for word in say.expanded(key)]
        words = [*self.before[-1:], *self.spoken, *behind, ""]
        inside = range(len(self.before[-1:]) + len(self.spoken))
        return sorted(words[at + 1] for at in inside if of_kind(words[at]))

    @property
    def begins_with_capital(self) -> bool:
        return self.text[:1].isupper()

    def enclosed(self, opening: str, closing: str) -> bool:
        """Is it a whole bracket and nothing else?"""
        return len(self.keys) > 2 and self.keys[0] == opening and self.keys[-1] == closing


def is_word(key: str) -> bool:
    """Is this the key of a word or a number, not of a mark?"""
    return kind_of(key) in ("word", "number")
