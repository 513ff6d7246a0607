"""Which printings does a lineage have, and which of them say the same?

Each printing gets its number, earliest first, and the letter of its wording: OffGuardian (TASS) and whoever prints
the very words of it are A, SANA with its "ISIS" is B. What only typesetting changes, such as the shape of quotation
marks, makes no new wording. A lineage of hundreds of printings is listed by its wordings, not by its rows.

Left to others: what is different between wordings (`articles.presentation.apparatus`,
`articles.presentation.side_by_side`).
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from string import ascii_uppercase
from urllib.parse import quote as percent_encoded
from urllib.parse import urldefrag

from articles.engine.comparison.collation import COMPLETE, wording_key
from articles.models import Article, Lineage, Outlet, Printing, Quote

NAMES_SHOWN = 3  # of outlets that print the same; the rest is a number
ROWS_SHOWN = 12  # printings listed of one wording, and wordings listed, unless the address asks for more
ROWS_A_PAGE = 100  # of those that it asks for
DATED = {"minute": "%Y%m%d", "day": "%Y%m%d", "about": "%Y%m%d", "month": "%Y%m", "year": "%Y"}  # as archives write it
ANY_DAY = "https://web.archive.org/web/*/"
FRAGMENT_WORDS = 5  # at either end of a passage: enough to find it, few enough that a copy editor left them alone


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

    @property
    def exact_address(self) -> str:
        """The outlet's own page, at the very words where the browser can find them."""
        return at_the_words(self.article.url, self.text)

    @property
    def archived_address(self) -> str:
        """A copy that is known to be in an archive, likewise."""
        return at_the_words(self.article.archive_url, self.text)

    @property
    def archive_search(self) -> str:
        """Where a copy might be: what the Wayback Machine has nearest to the day of printing, if it has anything."""
        return wayback(self.article)


@dataclass(frozen=True, slots=True)
class Names:
    """Who does something: the first few outlets, and how many `more`."""

    shown: tuple[str, ...]
    more: int = 0

    @property
    def many(self) -> bool:
        """Do they take a verb in the plural?"""
        return len(self.shown) + self.more > 1


@dataclass(frozen=True, slots=True)
class Group:
    """All printings of one wording; `number` is its place among the wordings."""

    number: int
    rows: tuple[Row, ...]

    @property
    def letter(self) -> str:
        return self.rows[0].wording

    @property
    def first(self) -> Row:
        return self.rows[0]

    @property
    def names(self) -> Names:
        return names_of([self])

    @property
    def listed(self) -> tuple[Row, ...]:
        return self.rows[:ROWS_SHOWN]


@dataclass(frozen=True, slots=True)
class Listing:
    """The wordings that a page lists, with the printings of one of them, the `opened`, where its address asks for them.

    `start` counts the printings, or wordings, that stand on the pages before; `further` those up to the next page.
    """

    groups: tuple[Group, ...]
    wordings: int
    opened: str = ""
    start: int = 0
    further: int | None = None
    rows: tuple[Row, ...] = ()


def listing_of(groups: Sequence[Group], asked: str, start: int) -> Listing:
    """What is listed where the address asks for "all" wordings or for one, by its letter, from number `start` on."""
    if asked == "all":
        end = start + ROWS_A_PAGE
        return Listing(tuple(groups[start:end]), len(groups), asked, start, end if end < len(groups) else None)
    shown = tuple(groups[:ROWS_SHOWN])
    opened = next((group for group in groups if group.letter == asked), None)
    if opened is None:
        return Listing(shown, len(groups))
    end = start + ROWS_A_PAGE
    further = end if end < len(opened.rows) else None
    listed = shown if opened in shown else (*shown, opened)
    return Listing(listed, len(groups), asked, start, further, opened.rows[start:end])


def rows_of(lineage: Lineage) -> list[Row]:
    """Every printing of `lineage`, earliest first."""
    return numbered(lineage.printings.in_context().earliest_first())


def numbered(printings: Iterable[Printing]) -> list[Row]:
    """`printings` in their order, with numbers from 1 and wordings from A."""
    letters: dict[str, str] = {}
    rows = []
    for number, printing in enumerate(printings, start=1):
        letter = letters.setdefault(wording_key(printing.text), letter_of(len(letters)))
        rows.append(Row(number, letter, printing))
    return rows


def letter_of(index: int) -> str:
    """The name of the wording that was met after `index` others.

    >>> letter_of(0), letter_of(25), letter_of(26), letter_of(27)
    ('A', 'Z', 'AA', 'AB')
    """
    rest, last = divmod(index, len(ascii_uppercase))
    return (letter_of(rest - 1) if rest else "") + ascii_uppercase[last]


def groups_of(rows: Iterable[Row]) -> list[Group]:
    """The wordings in order of their first printing."""
    found: dict[str, list[Row]] = {}
    for row in rows:
        found.setdefault(row.wording, []).append(row)
    return [Group(number, tuple(those)) for number, those in enumerate(found.values())]


def earliest_complete(rows: Sequence[Row]) -> Row:
    """The earliest printing that is no mere part of what others print."""
    longest = max(len(row.text.split()) for row in rows)
    return next(row for row in rows if len(row.text.split()) >= COMPLETE * longest)


def one_a_wording(rows: Iterable[Row]) -> list[Row]:
    """The earliest printing of each wording."""
    return [group.first for group in groups_of(rows)]


def names_of(groups: Iterable[Group]) -> Names:
    """The outlets of these wordings, each once, the earliest first."""
    return names_from(row.article.outlet_name for group in groups for row in group.rows)


def names_from(names: Iterable[str]) -> Names:
    """Each name once, and no more than are read at a glance."""
    different = list(dict.fromkeys(names))
    shown = different if len(different) <= NAMES_SHOWN + 1 else different[:NAMES_SHOWN]
    return Names(tuple(shown), len(different) - len(shown))


def at_the_words(address: str, words: str) -> str:
    """The address with a text fragment that leads to `words`; as it is where there are none.

    >>> at_the_words("https://sana.sy/en/?p=1", "the U.S.-led coalition")
    'https://sana.sy/en/?p=1#:~:text=the%20U.S.%2Dled%20coalition'
    """
    found = list(re.finditer(r"\S+", words))
    if not address or not found:
        return address
    if len(found) <= 2 * FRAGMENT_WORDS:
        ends = [words[found[0].start() : found[-1].end()]]
    else:
        ends = [
            words[found[0].start() : found[FRAGMENT_WORDS - 1].end()],
            words[found[-FRAGMENT_WORDS].start() : found[-1].end()],
        ]
    place, anchor = urldefrag(address)
    anchor = anchor.partition(":~:")[0]  # what another had copied with other words
    return f"{place}#{anchor}:~:text={','.join(_encoded(ends))}"


def wayback(article: Article) -> str:
    """Where the Wayback Machine shows what it has of an article's page: near its date, as far as that is known.

    >>> wayback(Article(url="https://sana.sy/en/?p=1")), wayback(Article())
    ('https://web.archive.org/web/*/https://sana.sy/en/?p=1', '')
    """
    if not article.url:
        return ""
    known = DATED.get(article.precision) if article.published else None
    return (
        f"https://web.archive.org/web/{article.published:{known}}/{article.url}" if known else f"{ANY_DAY}{article.url}"
    )


def _encoded(ends: Sequence[str]) -> Iterator[str]:
    """Without the marks at the ends, which a sentence around the quotation may have changed; hyphens have a meaning."""
    for end in ends:
        yield percent_encoded(end.strip(" ,.;:"), safe="").replace("-", "%2D")
