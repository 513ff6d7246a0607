"""The date on which an article was printed, with the precision to which the date is known."""

from dataclasses import dataclass
from datetime import datetime

ABOUT_PRECISION = "about"  # the precision of a day that is known only approximately

# Length of an ISO 8601 date of each precision: 2015-11-17, 2015-11 or 2015.
_ISO_LENGTHS = {"minute": 10, "day": 10, "about": 10, "month": 7, "year": 4}


@dataclass(frozen=True, slots=True)
class PrintedDate:
    """The moment of printing, with its precision; `has_zone` says whether a time zone was printed."""

    moment: datetime | None
    precision: str
    has_zone: bool = False

    @property
    def day(self) -> str:
        """The date in ISO 8601: 2015-11-17, 2015-11 or 2015; empty where no date is known."""
        return self.moment.date().isoformat()[: _ISO_LENGTHS.get(self.precision, 0)] if self.moment else ""

    @property
    def certain_day(self) -> str:
        """The same for formats without a way to say "about": empty where the day is only approximate."""
        return "" if self.precision == ABOUT_PRECISION else self.day

    @property
    def in_words(self) -> str:
        """The same for readers: "about 2015-11-17" where the day is only approximate."""
        return f"about {self.day}" if self.day and self.precision == ABOUT_PRECISION else self.day

    @property
    def iso(self) -> str:
        """The date, with the time of day where that is known too."""
        if self.moment is None or self.precision != "minute":
            return self.day
        return (self.moment if self.has_zone else self.moment.replace(tzinfo=None)).isoformat(timespec="minutes")
