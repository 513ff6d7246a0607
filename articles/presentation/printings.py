"""Listing of a lineage's wordings and their printings on its page, and lists of the outlets that print them."""

from collections.abc import Iterable
from dataclasses import dataclass

from articles.engine.comparison.change_kinds import CHANGE_KINDS
from articles.models import Quote
from articles.presentation.dates import describe_record
from articles.queries.lineage_snapshot import LineageSnapshot, PrintingSnapshot, WordingGroup

NAMES_LISTED = 3  # outlets named that print the same; the rest is a count
ROWS_LISTED = 12  # wordings listed, and printings of each, unless the address asks for more
ROWS_A_PAGE = 100  # wordings or printings on a page that the address asks for


EDITED, BEFORE_EDIT = " (in an edited version)", " (before an edit)"


@dataclass(frozen=True, slots=True)
class NameList:
    """Who does something: the first few outlets, and how many `more`."""

    visible: tuple[str, ...]
    more: int = 0

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
class ListedWording:
    """A wording with what is most serious of how it differs from the earliest complete one."""

    group: WordingGroup
    note: str
    severity: int = 0
    is_earliest: bool = False


@dataclass(frozen=True, slots=True)
class WordingListing:
    """The wordings that a page lists, with the `rows` of the one that its address opens.

    `start` is how many wordings or printings are on the pages before, `next_start` how many up to the next page.
    """

    entries: tuple[ListedWording, ...]
    wordings: int
    open_letter: str = ""
    start: int = 0
    next_start: int | None = None
    rows: tuple[PrintingSnapshot, ...] = ()


def build_listing(snapshot: LineageSnapshot, asked: str, start: int) -> WordingListing:
    """List "all" wordings, or one by its letter, as the address asks, from number `start` on."""
    groups, end = snapshot.wordings, start + ROWS_A_PAGE
    shown = groups[:ROWS_LISTED]
    if asked == "all":
        following = end if end < len(groups) else None
        return WordingListing(_describe_wordings(snapshot, groups[start:end]), len(groups), asked, start, following)
    opened = next((group for group in groups if group.letter == asked), None)
    if opened is None:
        return WordingListing(_describe_wordings(snapshot, shown), len(groups))
    following = end if end < len(opened.printings) else None
    listed = _describe_wordings(snapshot, shown if opened in shown else (*shown, opened))
    return WordingListing(listed, len(groups), asked, start, following, opened.printings[start:end])


def _describe_wordings(snapshot: LineageSnapshot, groups: Iterable[WordingGroup]) -> tuple[ListedWording, ...]:
    return tuple(_describe_wording(snapshot, group) for group in groups)


def _describe_wording(snapshot: LineageSnapshot, group: WordingGroup) -> ListedWording:
    """Name the most serious change of a wording, and count the others that are not merely typographic."""
    if group is snapshot.base:
        if group.first is snapshot.speech:
            return ListedWording(group, describe_speech_wording(group), is_earliest=True)
        complete = "" if snapshot.first.wording == group.letter else " complete"
        return ListedWording(group, f"Earliest{complete} version found", is_earliest=True)
    aligned = snapshot.collation.aligned.get(group.number)
    if aligned is None:
        apart = group in snapshot.other_translations
        return ListedWording(group, "Another translation or a paraphrase" if apart else "Not compared")
    changes = [each for each in aligned.comparison.changes if each.severity and each not in aligned.truncations]
    if not changes:
        same = "Same words, without or with fillers" if aligned.disfluency_count else "Same words, other punctuation"
        return ListedWording(group, "Published in part" if aligned.truncations else same)
    first = max(changes, key=lambda each: each.severity)
    more = f" and {len(changes) - 1} more" if len(changes) > 1 else ""
    return ListedWording(group, f"{CHANGE_KINDS[first.kind].label}{more}", first.severity)


def describe_speech_wording(group: WordingGroup) -> str:
    """Say that a wording is what was said, as far as its record tells."""
    article = group.first.article
    return "As spoken" if article.is_verbatim else f"In the {describe_record(article)}, which may have been edited"


def collect_outlet_names(groups: Iterable[WordingGroup]) -> NameList:
    """Collect the outlets of these wordings, each once, the earliest first, with what edits did to the words."""
    names = (f"{row.article.outlet_name}{describe_edit(row.quote)}" for group in groups for row in group.printings)
    return collect_names(names)


def describe_edit(quote: Quote) -> str:
    """Say that an edit brought the words, or took them away since; empty where neither is known."""
    if quote.seen:
        return EDITED
    return BEFORE_EDIT if quote.standing == Quote.Standing.EARLIER else ""


def collect_names(names: Iterable[str]) -> NameList:
    """Collect each name once, and no more than are read at a glance."""
    different = tuple(dict.fromkeys(names))
    shown = different if len(different) <= NAMES_LISTED + 1 else different[:NAMES_LISTED]
    return NameList(shown, len(different) - len(shown))
