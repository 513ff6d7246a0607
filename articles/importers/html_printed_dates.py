"""Dates that a page prints beside its headline, in the language of the page.

"3 listopada 2026, 18:05", "Publié le 3 novembre 2026 à 18h05", "03.11.2026, 19:05 Uhr", "2026年11月3日 18時05分" and
"6:05 p.m. ET Nov. 3, 2026" are one day. The names of months are those of the Unicode CLDR, which Babel has.
"03/11/2026" is the third of November, but no date on an English page that does not say of which country it is.
"""

import re
from collections.abc import Iterator
from datetime import datetime
from functools import cache

from babel import Locale, UnknownLocaleError

MAX_LINE_LENGTH = 120  # a longer line is text, and a date in it one of the events

_WORD = r"[^\W\d_]+"
_YEAR = r"(?P<year>\d{4})"
_DAY = r"(?P<day>\d{1,2})"
_MONTH_NUMBER = r"(?P<month>\d{1,2})"
_MONTH_NAME = rf"(?P<name>{_WORD})"
_NOT_IN_NUMBER = r"(?<![\d.:/-])"
_FORMS = tuple(
    re.compile(_NOT_IN_NUMBER + form + r"(?!\d)", re.IGNORECASE)
    for form in (
        rf"{_DAY}(?:\.|º|er|st|nd|rd|th)?\s+(?:de\s+|d[’'])?{_MONTH_NAME}\.?,?\s+(?:del?\s+)?{_YEAR}",
        rf"{_MONTH_NAME}\.?\s+{_DAY}(?:st|nd|rd|th)?,?\s+{_YEAR}",
        rf"{_YEAR}\.?\s+{_MONTH_NAME}\s+{_DAY}",
        rf"{_YEAR}\s?[年년]\s?{_MONTH_NUMBER}\s?[月월]\s?{_DAY}\s?[日일]",
        rf"{_YEAR}(?P<mark>[-./])\s?{_MONTH_NUMBER}(?P=mark)\s?{_DAY}",
        rf"{_DAY}\.\s?{_MONTH_NUMBER}\.\s?{_YEAR}",
        rf"{_DAY}(?P<slash>[/-]){_MONTH_NUMBER}[/-]{_YEAR}",
    )
)
_TIME = (
    r"(?P<hour>\d{1,2})\s?(?:[:.hH時시点]|Uhr)\s?(?P<minute>\d{2})(?![\d.])(?:[:.]\d\d)?\s?[分분]?"
    r"(?:\s?(?P<half>[ap])\.?\s?m\b\.?)?"
)
_TIME_AFTER = re.compile(rf"[^\d|]{{1,12}}?{_TIME}", re.IGNORECASE)
_TIME_BEFORE = re.compile(rf"(?<![\d.:]){_TIME}[^\d]{{1,12}}$", re.IGNORECASE)
_CHANGED = re.compile(
    r"(?:updated|modified|changed|aktualisiert|geändert|mis à jour|modifié|actualizad[oa]|atualizad[oa]|aggiornat[oa]"
    r"|uppdaterad|oppdatert|opdateret|bijgewerkt|zaktualizowan|aktualizac|обновлен|güncelle|تحديث|更新|수정)[^\d]{0,25}$",
    re.IGNORECASE,
)
_DAY_BEFORE_MONTH = frozenset("AU CA GB IE IN KE MY NA NG NZ PK SG TZ UG ZA ZW".split())


def iter_printed_dates(line: str, language: str | None) -> Iterator[str]:
    """Yield the dates in a short line as ISO 8601, to the minute where a time stands beside; changes come last.

    >>> list(iter_printed_dates("Aktualisiert 4.11.2026, erstellt 3. November 2026 um 19:05 Uhr", "de"))
    ['2026-11-03T19:05', '2026-11-04']
    """
    if len(line) > MAX_LINE_LENGTH:
        return
    found: dict[int, tuple[bool, str]] = {}
    for form in _FORMS:
        for match in form.finditer(line):
            day = _read_day(match, language)
            is_free = all(not match.start() <= start < match.end() for start in found)
            if day is not None and is_free:
                before, after = line[: match.start()], line[match.end() :]
                found[match.start()] = (_CHANGED.search(before) is not None, day + _read_time(before, after))
    yield from (date for _, (_, date) in sorted(found.items(), key=lambda item: (item[1][0], item[0])))


def _read_day(match: re.Match[str], language: str | None) -> str | None:
    groups = match.groupdict()
    day, year = int(groups["day"]), int(groups["year"])
    if groups.get("name"):
        month = list_months(_get_base(language)).get(groups["name"].casefold(), 0)
    else:
        month = int(groups["month"])
        if groups.get("slash") and month <= 12 and day <= 12 and day != month and not _writes_day_first(language):
            return None
    try:
        return datetime(year, month, day).date().isoformat() if year >= 1900 else None
    except ValueError:
        return None


def _read_time(before: str, after: str) -> str:
    time = _TIME_BEFORE.search(before) or _TIME_AFTER.match(after)
    if time is None:
        return ""
    hour, minute = int(time["hour"]), int(time["minute"])
    if time["half"]:
        hour = hour % 12 + (12 if time["half"] in "pP" else 0)
    return f"T{hour:02}:{minute:02}" if hour < 24 and minute < 60 else ""


def _writes_day_first(language: str | None) -> bool:
    """Return whether "03/11/2026" is in November in this language; of English only where the country is known."""
    base, _, country = (language or "en").replace("_", "-").partition("-")
    return base.lower() != "en" or country.upper() in _DAY_BEFORE_MONTH


def _get_base(language: str | None) -> str:
    return (language or "en").replace("_", "-").partition("-")[0].lower()


@cache
def list_months(language: str) -> dict[str, int]:
    """List the names and abbreviations of the months in a language and in English, in lower case."""
    names = {"sept": 9}
    for code in dict.fromkeys((language, "en")):
        try:
            locale = Locale.parse(code)
        except (UnknownLocaleError, ValueError):
            continue
        for widths in locale.months.values():
            for width in ("wide", "abbreviated"):
                names |= {name.casefold().strip("."): number for number, name in widths[width].items()}
    return names
