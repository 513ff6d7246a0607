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

from articles.engine.comparison.collation import COMPLETE_SHARE, build_wording_key
from articles.models import Article, Lineage, Outlet, Printing, Quote

NAMES_LISTED = 3  # of outlets that print the same; the rest is a number
ROWS_LISTED = 12  # printings listed of one wording, and wordings listed, unless the address asks for more
ROWS_A_PAGE = 100  # of those that it asks for
WAYBACK_DATE_FORMATS = {
    "minute": "%Y%m%d",
    "day": "%Y%m%d",
    "about": "%Y%m%d",
    "month": "%Y%m",
    "year": "%Y",
}  # as archives write it
WAYBACK_ANY_DATE = "https://web.archive.org/web/*/"
FRAGMENT_WORDS = 5  # at either end of a passage: enough to find it, few enough that a copy editor left them alone


@dataclass(frozen=True, slots=True)
class PrintingRow:
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
        return add_text_fragment(self.article.url, self.text)

    @property
    def archived_address(self) -> str:
        """A copy that is known to be in an archive, likewise."""
        return add_text_fragment(self.article.archive_url, self.text)

    @property
    def archive_search(self) -> str:
        """Where a copy might be: what the Wayback Machine has nearest to the day of printing, if it has anything."""
        return build_wayback_address(self.article)


@dataclass(frozen=True, slots=True)
class NameList:
    """Who does something: the first few outlets, and how many `more`."""

    visible: tuple[str, ...]
    more: int = 0

    @property
    def is_plural(self) -> bool:
        """Do they take a verb in the plural?"""
        return len(self.visible) + self.more > 1


@dataclass(frozen=True, slots=True)
class WordingGroup:
    """All printings of one wording; `number` is its place among the wordings."""

    number: int
    rows: tuple[PrintingRow, ...]

    @property
    def letter(self) -> str:
        return self.rows[0].wording

    @property
    def first(self) -> PrintingRow:
        return self.rows[0]

    @property
    def names(self) -> NameList:
        return collect_outlet_names([self])

    @property
    def listed_rows(self) -> tuple[PrintingRow, ...]:
        return self.rows[:ROWS_LISTED]


@dataclass(frozen=True, slots=True)
class WordingListing:
    """The wordings that a page lists, with the printings of one of them, the `opened`, where its address asks for them.

    `start` counts the printings, or wordings, that stand on the pages before; `further` those up to the next page.
    """

    groups: tuple[WordingGroup, ...]
    wordings: int
    open_letter: str = ""
    start: int = 0
    next_start: int | None = None
    rows: tuple[PrintingRow, ...] = ()


def build_listing(groups: Sequence[WordingGroup], asked: str, start: int) -> WordingListing:
    """What is listed where the address asks for "all" wordings or for one, by its letter, from number `start` on."""
    if asked == "all":
        end = start + ROWS_A_PAGE
        return WordingListing(tuple(groups[start:end]), len(groups), asked, start, end if end < len(groups) else None)
    shown = tuple(groups[:ROWS_LISTED])
    opened = next((group for group in groups if group.letter == asked), None)
    if opened is None:
        return WordingListing(shown, len(groups))
    end = start + ROWS_A_PAGE
    further = end if end < len(opened.rows) else None
    listed = shown if opened in shown else (*shown, opened)
    return WordingListing(listed, len(groups), asked, start, further, opened.rows[start:end])


def load_rows(lineage: Lineage) -> list[PrintingRow]:
    """Every printing of `lineage`, earliest first."""
    return number_rows(lineage.printings.in_context().earliest_first())


def number_rows(printings: Iterable[Printing]) -> list[PrintingRow]:
    """`printings` in their order, with numbers from 1 and wordings from A."""
    letters: dict[str, str] = {}
    rows = []
    for number, printing in enumerate(printings, start=1):
        letter = letters.setdefault(build_wording_key(printing.text), get_wording_letter(len(letters)))
        rows.append(PrintingRow(number, letter, printing))
    return rows


def get_wording_letter(index: int) -> str:
    """The name of the wording that was met after `index` others.

    >>> get_wording_letter(0), get_wording_letter(25), get_wording_letter(26), get_wording_letter(27)
    ('A', 'Z', 'AA', 'AB')
    """
    rest, last = divmod(index, len(ascii_uppercase))
    return (get_wording_letter(rest - 1) if rest else "") + ascii_uppercase[last]


def group_by_wording(rows: Iterable[PrintingRow]) -> list[WordingGroup]:
    """The wordings in order of their first printing."""
    found: dict[str, list[PrintingRow]] = {}
    for row in rows:
        found.setdefault(row.wording, []).append(row)
    return [WordingGroup(number, tuple(those)) for number, those in enumerate(found.values())]


def find_earliest_complete(rows: Sequence[PrintingRow]) -> PrintingRow:
    """The earliest printing that is no mere part of what others print."""
    longest = max(len(row.text.split()) for row in rows)
    return next(row for row in rows if len(row.text.split()) >= COMPLETE_SHARE * longest)


def pick_first_per_wording(rows: Iterable[PrintingRow]) -> list[PrintingRow]:
    """The earliest printing of each wording."""
    return [group.first for group in group_by_wording(rows)]


def collect_outlet_names(groups: Iterable[WordingGroup]) -> NameList:
    """The outlets of these wordings, each once, the earliest first."""
    return collect_names(row.article.outlet_name for group in groups for row in group.rows)


def collect_names(names: Iterable[str]) -> NameList:
    """Each name once, and no more than are read at a glance."""
    different = list(dict.fromkeys(names))
    shown = different if len(different) <= NAMES_LISTED + 1 else different[:NAMES_LISTED]
    return NameList(tuple(shown), len(different) - len(shown))


def add_text_fragment(address: str, words: str) -> str:
    """The address with a text fragment that leads to `words`; as it is where there are none.

    >>> add_text_fragment("https://sana.sy/en/?p=1", "the U.S.-led coalition")
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
    return f"{place}#{anchor}:~:text={','.join(_encode_fragment(ends))}"


def build_wayback_address(article: Article) -> str:
    """Where the Wayback Machine shows what it has of an article's page: near its date, as far as that is known.

    >>> build_wayback_address(Article(url="https://sana.sy/en/?p=1")), build_wayback_address(Article())
    ('https://web.archive.org/web/*/https://sana.sy/en/?p=1', '')
    """
    if not article.url:
        return ""
    known = WAYBACK_DATE_FORMATS.get(article.precision) if article.published else None
    return (
        f"https://web.archive.org/web/{article.published:{known}}/{article.url}"
        if known
        else f"{WAYBACK_ANY_DATE}{article.url}"
    )


def _encode_fragment(ends: Sequence[str]) -> Iterator[str]:
    """Without the marks at the ends, which a sentence around the quotation may have changed; hyphens have a meaning."""
    for end in ends:
        yield percent_encoded(end.strip(" ,.;:"), safe="").replace("-", "%2D")
