"""Listing of a lineage's wordings and their printings on its page, and lists of the outlets that print them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from articles.queries.lineage_snapshot import PrintingSnapshot, WordingGroup

NAMES_LISTED = 3  # outlets named that print the same; the rest is a count
ROWS_LISTED = 12  # wordings listed, and printings of each, unless the address asks for more
ROWS_A_PAGE = 100  # wordings or printings on a page that the address asks for


@dataclass(frozen=True, slots=True)
class NameList:
    """Who does something: the first few outlets, and how many `more`."""

    visible: tuple[str, ...]
    more: int = 0

    def __str__(self) -> str:
        """Return the names joined in a sentence, without markup."""
        shown = [*self.visible, *([f"{self.more} more"] if self.more else [])]
        return " and ".join(filter(None, (", ".join(shown[:-1]), shown[-1])))

    @property
    def in_words(self) -> str:
        """The names as part of a sentence, without markup: "Reuters, Fox News and 2 others"."""
        shown = [*self.visible, *([f"{self.more} others"] if self.more else [])]
        return " and ".join(filter(None, (", ".join(shown[:-1]), shown[-1] if shown else "")))

    @property
    def is_plural(self) -> bool:
        """Whether they take a verb in the plural."""
        return len(self.visible) + self.more > 1


@dataclass(frozen=True, slots=True)
class WordingListing:
    """The wordings that a page lists, with the `rows` of the one that its address opens.

    `start` is how many wordings or printings are on the pages before, `next_start` how many up to the next page.
    """

    groups: tuple[WordingGroup, ...]
    wordings: int
    open_letter: str = ""
    start: int = 0
    next_start: int | None = None
    rows: tuple[PrintingSnapshot, ...] = ()


def build_listing(groups: Sequence[WordingGroup], asked: str, start: int) -> WordingListing:
    """List "all" wordings, or one by its letter, as the address asks, from number `start` on."""
    end, shown = start + ROWS_A_PAGE, tuple(groups[:ROWS_LISTED])
    if asked == "all":
        return WordingListing(tuple(groups[start:end]), len(groups), asked, start, end if end < len(groups) else None)
    opened = next((group for group in groups if group.letter == asked), None)
    if opened is None:
        return WordingListing(shown, len(groups))
    following = end if end < len(opened.printings) else None
    listed = shown if opened in shown else (*shown, opened)
    return WordingListing(listed, len(groups), asked, start, following, opened.printings[start:end])


def collect_outlet_names(groups: Iterable[WordingGroup]) -> NameList:
    """Collect the outlets of these wordings, each once, the earliest first."""
    return collect_names(name for group in groups for name in group.outlet_names)


def collect_names(names: Iterable[str]) -> NameList:
    """Collect each name once, and no more than are read at a glance."""
    different = tuple(dict.fromkeys(names))
    shown = different if len(different) <= NAMES_LISTED + 1 else different[:NAMES_LISTED]
    return NameList(shown, len(different) - len(shown))
