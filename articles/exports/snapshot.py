"""What is said of a lineage as it stands, whatever form it is put into?

Lavrov's words stand in three printings: OffGuardian's, which credits TASS, is number 1 and wording A, SANA's with its
"ISIS" is wording B. There are the places where they differ, and from which wording each may have been taken. All
addresses are whole, with scheme and host, because the forms leave the site.

Left to others: finding all this (`engine`, `articles.presentation.lineage_snapshot`), writing it down (the modules
beside this one).
"""

from dataclasses import dataclass
from datetime import date, datetime

from articles.engine.text.phrases import count_phrase, first_words

ABOUT_PRECISION = "about"  # the precision of a day that is only nearly known

# How much of 2015-11-17 a date of each precision says; the precision goes with it.
_ISO_LENGTHS = {"minute": 10, "day": 10, "about": 10, "month": 7, "year": 4}


@dataclass(frozen=True, slots=True)
class PrintedDate:
    """When an article was printed, no more exactly than is known; `zoned` says whether a time zone was printed."""

    moment: datetime | None
    precision: str
    has_zone: bool = False

    @property
    def day(self) -> str:
        """As ISO 8601 writes it: 2015-11-17, 2015-11 or 2015; nothing where no date is known."""
        return self.moment.date().isoformat()[: _ISO_LENGTHS.get(self.precision, 0)] if self.moment else ""

    @property
    def certain_day(self) -> str:
        """The same for those who cannot be told that a day is only nearly known: nothing, then."""
        return "" if self.precision == ABOUT_PRECISION else self.day

    @property
    def in_words(self) -> str:
        """The same for people, who can: "about 2015-11-17"."""
        return f"about {self.day}" if self.day and self.precision == ABOUT_PRECISION else self.day

    @property
    def iso(self) -> str:
        """The same, with the time of day where that is known too."""
        if self.moment is None or self.precision != "minute":
            return self.day
        return (self.moment if self.has_zone else self.moment.replace(tzinfo=None)).isoformat(timespec="minutes")


@dataclass(frozen=True, slots=True)
class PrintingSnapshot:
    """One printing: `text` from `start` to `end` (code points) of the article's text, `before` and `after` it there.

    `key` is the number of its quote, which outlives linking everything anew; `number` its place in order of time.
    `address` is the place on our page of the article, `url` the outlet's own page, `exact_url` its very words.
    """

    key: int
    number: int
    wording: str
    text: str
    start: int
    end: int
    outlet: str
    outlet_address: str
    headline: str
    byline: str
    address: str
    url: str
    exact_url: str
    published: PrintedDate
    language: str
    speaker: str
    speaker_address: str
    occasion: str
    said_on: date | None
    credit: str
    excerpt: bool
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class ReadingSnapshot:
    """What some wordings have at a place; `kind` and `label` name the change from the base, empty for its own."""

    wordings: tuple[str, ...]
    text: str
    kind: str = ""
    label: str = ""
    severity: int = 0


@dataclass(frozen=True, slots=True)
class PlaceSnapshot:
    """A stretch of the base, from `start` to `end`, where wordings differ; `inside` is a longer one that it lies in."""

    number: int
    start: int
    end: int
    readings: tuple[ReadingSnapshot, ...]
    absent: tuple[str, ...] = ()
    inside: int | None = None


@dataclass(frozen=True, slots=True)
class SourceSnapshot:
    """Where a wording may have been taken from: a wording, or an outlet credited but not `unseen`."""

    wording: str
    unseen_source: str
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OriginSnapshot:
    """The possible sources of a wording, and how sure that is: shown, one, several, unknown or first."""

    wording: str
    certainty: str
    certainty_text: str
    sources: tuple[SourceSnapshot, ...]


@dataclass(frozen=True, slots=True)
class PinnedRevision:
    """A revision that does not change any more: its number, its address, when it was made."""

    number: int
    address: str
    made: datetime


@dataclass(frozen=True, slots=True)
class LineageSnapshot:
    """A lineage with all that is said of it. `base` is the wording the places are counted in."""

    code: str
    address: str
    site: str
    site_address: str
    printings: tuple[PrintingSnapshot, ...]
    base_wording: str
    base_text: str
    places: tuple[PlaceSnapshot, ...]
    other_translations: tuple[str, ...]
    origins: tuple[OriginSnapshot, ...]
    outlet_count: int
    independent_sources: int
    pinned_revision: PinnedRevision | None = None

    @property
    def first(self) -> PrintingSnapshot:
        """The earliest printing seen."""
        return self.printings[0]

    @property
    def speaker(self) -> str:
        return self.first.speaker

    @property
    def wordings(self) -> dict[str, PrintingSnapshot]:
        """The first printing of each wording, by its letter."""
        found: dict[str, PrintingSnapshot] = {}
        for each in self.printings:
            found.setdefault(each.wording, each)
        return found

    @property
    def citation_address(self) -> str:
        """The address to cite: of what does not change any more, where there is such a thing."""
        return self.pinned_revision.address if self.pinned_revision else self.address

    @property
    def title(self) -> str:
        """The first words, in quotation marks."""
        return f"\N{LEFT DOUBLE QUOTATION MARK}{first_words(self.first.text)}\N{RIGHT DOUBLE QUOTATION MARK}"

    @property
    def summary(self) -> str:
        """How many printed it, how differently, and who first; in one sentence."""
        return summarize_printings(self.outlet_count, len(self.wordings), self.first)


def summarize_printings(outlets: int, wordings: int, first: PrintingSnapshot) -> str:
    """How many printed some words, how differently, and who `first`; in one sentence."""
    earliest = ", ".join(filter(None, (first.outlet or "outlet not known", first.published.in_words)))
    return (
        f"{count_phrase(outlets, 'outlet')}, {count_phrase(wordings, 'wording')}. Earliest printing seen: {earliest}."
    )
