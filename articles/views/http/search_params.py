"""What does an address ask for?

``?q="colossal mistake" assad&outlet=rt&since=2015-09&least=3&sort=newest`` is a phrase, a word, an outlet, days of
print, a least number of outlets and an order. What makes no sense - a day that is none, an order nobody knows - is
passed over; a speaker or an outlet that is none is not found.

Left to others: answering (`articles.queries.search`), the page (`articles.views.search`).
"""

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import cast, get_args

from django.http import Http404, QueryDict

from articles.engine.comparison.change_kinds import KINDS
from articles.engine.text.search_terms import terms_of
from articles.importers.decoding import storable
from articles.models import Outlet, Speaker
from articles.queries.search import Question, Sort

LONGEST = 300  # characters of what is looked for
MOST_OUTLETS = 1000  # that may be asked for as the least
ASKS = ("q", "speaker", "outlet", "language", "since", "until", "least", "kind", "sort")  # in the order of an address
_MARKS = '"\u201c\u201d\u201e\u00ab\u00bb'
_PHRASE = re.compile(f"[{_MARKS}]([^{_MARKS}]*)[{_MARKS}]")
_DAY = re.compile(r"(\d{4})(?:-(\d\d?)(?:-(\d\d?))?)?")


def question_of(asked: QueryDict) -> Question:
    """The question behind an address. Raises Http404 where it names a speaker or an outlet that is none."""
    text = asked_text(asked)
    sort, kind = asked.get("sort", ""), asked.get("kind", "")
    return Question(
        words=terms_of(_PHRASE.sub(" ", text)),
        phrases=tuple(terms for phrase in _PHRASE.findall(text) if (terms := terms_of(phrase))),
        speaker=speaker_at(slug) if (slug := _value(asked, "speaker")) else None,
        outlet=outlet_at(slug) if (slug := _value(asked, "outlet")) else None,
        language=_value(asked, "language")[:8],
        since=day_of(asked.get("since", ""), last=False),
        until=day_of(asked.get("until", ""), last=True),
        least=_least(asked.get("least", "")),
        kind=kind if kind in KINDS else "",
        sort=cast("Sort", sort) if sort in get_args(Sort) else "printed",
    )


def asked_text(asked: QueryDict) -> str:
    """The words that are looked for, as typed."""
    return _value(asked, "q")[:LONGEST].strip()


def _value(asked: QueryDict, name: str) -> str:
    value = asked.get(name, "")
    return value if storable(value) else ""


def speaker_at(slug: str) -> Speaker:
    """The speaker at an address, or the one they were merged into. Raises Http404."""
    known = Speaker.objects.select_related("merged_into")
    found = known.filter(slug=slug).first() if storable(slug) else None
    if found is None:
        raise Http404("There is no such speaker.")
    return found.merged_into or found


def outlet_at(slug: str) -> Outlet:
    """The outlet at an address, or the one it was merged into. Raises Http404."""
    known = Outlet.objects.select_related("merged_into")
    found = known.filter(slug=slug).first() if storable(slug) else None
    if found is None:
        raise Http404("There is no such outlet.")
    return found.merged_into or found


def day_of(text: str, *, last: bool) -> date | None:
    """A day; of a month or year its first day, or its `last`. None for what is no date.

    >>> day_of("2015-02", last=True), day_of("2015", last=False), day_of("2015-02-31", last=True)
    (datetime.date(2015, 2, 28), datetime.date(2015, 1, 1), None)
    """
    found = _DAY.fullmatch(text.strip()) if text.isascii() else None
    if not found:
        return None
    year, month, day = (int(part) if part else None for part in found.groups())
    try:
        month = month or (12 if last else 1)
        return date(year or 0, month, day or (monthrange(year or 0, month)[1] if last else 1))
    except ValueError:
        return None


def _least(text: str) -> int:
    return min(int(text), MOST_OUTLETS) if text.isascii() and text.isdigit() and len(text) < 9 and int(text) else 1


@dataclass(frozen=True, slots=True)
class Filter:
    """A filter that is set, in words; `without` is the question without it."""

    label: str
    name: str
    without: str


def filters_of(asked: QueryDict, question: Question) -> Iterator[Filter]:
    """The filters of a question, each with the way to be rid of it."""
    if question.speaker:
        yield Filter("Speaker", question.speaker.name, with_value(asked, "speaker", ""))
    if question.outlet:
        yield Filter("Outlet", question.outlet.name, with_value(asked, "outlet", ""))
    if question.language:
        yield Filter("Language", question.language, with_value(asked, "language", ""))
    if question.since:
        yield Filter("Printed from", str(question.since), with_value(asked, "since", ""))
    if question.until:
        yield Filter("Printed until", str(question.until), with_value(asked, "until", ""))
    if question.kind:
        yield Filter("Change", KINDS[question.kind].label, with_value(asked, "kind", ""))
    if question.least > 1:
        yield Filter("Outlets", f"{question.least} or more", with_value(asked, "least", ""))


def with_value(asked: QueryDict, name: str, *values: str) -> str:
    """The question with another value, from its first page on; `name` may be several, parted by blanks."""
    new = dict(zip(name.split(), values, strict=True))
    kept = QueryDict(mutable=True)
    for each in ASKS:
        value = new.get(each, asked.get(each, ""))
        if value:
            kept[each] = value
    return kept.urlencode()
