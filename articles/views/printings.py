"""Which printings does a lineage have, and which of them say the same?

Each printing gets its number, earliest first, and the letter of its wording: OffGuardian (TASS) and whoever prints
the very words of it are A, SANA with its "ISIS" is B. What only typesetting changes, such as the shape of quotation
marks, makes no new wording.

Left to others: what is different between two wordings (`articles.views.pairs`).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from string import ascii_uppercase

from articles.engine.folding import fold
from articles.models import Article, Lineage, Outlet, Printing, Quote


@dataclass(frozen=True, slots=True)
class Row:
    """A printing as the page lists it: its `number` in order of time, the letter of its `wording`."""

    number: int
    wording: str
    printing: Printing

    @property
    def key(self) -> int:
        """What stands for it in an address: the number of its quote, which outlives linking everything anew."""
        return self.printing.quote_id

    @property
    def quote(self) -> Quote:
        return self.printing.quote

    @property
    def article(self) -> Article:
        return self.printing.quote.article

    @property
    def outlet(self) -> Outlet | None:
        return self.article.outlet

    @property
    def text(self) -> str:
        return self.printing.text

    @property
    def credit(self) -> str:
        """Whom this printing names as its source, for these words or for the whole article."""
        return self.quote.credit or self.article.credit


def rows_of(lineage: Lineage) -> list[Row]:
    """Every printing of `lineage`, earliest first."""
    return numbered(lineage.printings.in_context().earliest_first())


def numbered(printings: Iterable[Printing]) -> list[Row]:
    """`printings` in their order, with numbers from 1 and wordings from A."""
    letters: dict[str, str] = {}
    rows = []
    for number, printing in enumerate(printings, start=1):
        letter = letters.setdefault(fold(printing.text), letter_of(len(letters)))
        rows.append(Row(number, letter, printing))
    return rows


def letter_of(index: int) -> str:
    """The name of the wording that was met after `index` others.

    >>> letter_of(0), letter_of(25), letter_of(26), letter_of(27)
    ('A', 'Z', 'AA', 'AB')
    """
    rest, last = divmod(index, len(ascii_uppercase))
    return (letter_of(rest - 1) if rest else "") + ascii_uppercase[last]


def one_a_wording(rows: Iterable[Row]) -> list[Row]:
    """The earliest printing of each wording."""
    first: dict[str, Row] = {}
    for row in rows:
        first.setdefault(row.wording, row)
    return list(first.values())
