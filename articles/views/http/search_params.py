"""Search parameters in query strings.

``?q="colossal mistake" assad&outlet=rt&since=2015-09&least=3&sort=newest`` is a phrase, a word, an outlet, the first
month of print, a least number of outlets and an order. Values that make no sense - a day that is none, an unknown order
- are ignored; a speaker or an outlet that does not exist is a 404. `articles.queries.search` answers the query.
"""

import re
from calendar import monthrange
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import cast, get_args

from django.http import Http404, QueryDict

from articles.engine.comparison.change_kinds import CHANGE_KINDS
from articles.engine.text.search_terms import extract_terms
from articles.importers.storable import is_storable
from articles.models import Outlet, Speaker
from articles.queries.search import SearchQuery, Sort
from articles.views.http.params import parse_bounded_int

MAX_TEXT_LENGTH = 300  # characters of what is looked for
MAX_OUTLETS = 1000  # that may be asked for as the least
PARAM_NAMES = (
    "q",
    "speaker",
    "outlet",
    "language",
    "since",
    "until",
    "least",
    "kind",
    "sort",
)  # in the order of an address
_QUOTATION_MARKS = '"\u201c\u201d\u201e\u00ab\u00bb'
_PHRASE = re.compile(f"[{_QUOTATION_MARKS}]([^{_QUOTATION_MARKS}]*)[{_QUOTATION_MARKS}]")
_DAY = re.compile(r"(\d{4})(?:-(\d\d?)(?:-(\d\d?))?)?")


def parse_search_query(asked: Mapping[str, str]) -> SearchQuery:
    """Parse the query of a search. Raises Http404 where it names a speaker or an outlet that does not exist."""
    text = get_search_text(asked)
    sort, kind = asked.get("sort", ""), asked.get("kind", "")
    return SearchQuery(
        words=extract_terms(_PHRASE.sub(" ", text)),
        phrases=tuple(terms for phrase in _PHRASE.findall(text) if (terms := extract_terms(phrase))),
        speaker=get_speaker_or_404(slug) if (slug := _get_storable(asked, "speaker")) else None,
        outlet=get_outlet_or_404(slug) if (slug := _get_storable(asked, "outlet")) else None,
        language=_get_storable(asked, "language")[:8],
        since=parse_day(asked.get("since", ""), last=False),
        until=parse_day(asked.get("until", ""), last=True),
        min_outlets=_parse_min_outlets(asked.get("least", "")),
        kind=kind if kind in CHANGE_KINDS else "",
        sort=cast("Sort", sort) if sort in get_args(Sort) else "printed",
    )


def get_search_text(asked: Mapping[str, str]) -> str:
    """Return the words that are searched for, as typed."""
    return _get_storable(asked, "q")[:MAX_TEXT_LENGTH].strip()


def _get_storable(asked: Mapping[str, str], name: str) -> str:
    value = asked.get(name, "")
    return value if is_storable(value) else ""


def get_speaker_or_404(slug: str) -> Speaker:
    """Return the speaker with a slug, or the one they were merged into. Raises Http404."""
    known = Speaker.objects.select_related("merged_into")
    found = known.filter(slug=slug).first() if is_storable(slug) else None
    if found is None:
        raise Http404("There is no such speaker.")
    return found.merged_into or found


def get_outlet_or_404(slug: str) -> Outlet:
    """Return the outlet with a slug, or the one it was merged into. Raises Http404."""
    known = Outlet.objects.select_related("merged_into")
    found = known.filter(slug=slug).first() if is_storable(slug) else None
    if found is None:
        raise Http404("There is no such outlet.")
    return found.merged_into or found


def parse_day(text: str, *, last: bool) -> date | None:
    """Parse a day; of a month or year its first day, or its `last`. None for what is no date.

    >>> parse_day("2015-02", last=True), parse_day("2015", last=False), parse_day("2015-02-31", last=True)
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


def _parse_min_outlets(text: str) -> int:
    return min(parse_bounded_int(text, 1, 99_999_999) or 1, MAX_OUTLETS)


@dataclass(frozen=True, slots=True)
class ActiveFilter:
    """A filter that is set, in words; `without` is the query string without it."""

    label: str
    name: str
    without: str


def list_active_filters(asked: QueryDict, question: SearchQuery) -> Iterator[ActiveFilter]:
    """Yield the filters of a query, each with the query string that removes it."""
    if question.speaker:
        yield ActiveFilter("Speaker", question.speaker.name, replace_param(asked, "speaker", ""))
    if question.outlet:
        yield ActiveFilter("Outlet", question.outlet.name, replace_param(asked, "outlet", ""))
    if question.language:
        yield ActiveFilter("Language", question.language, replace_param(asked, "language", ""))
    if question.since:
        yield ActiveFilter("Printed from", str(question.since), replace_param(asked, "since", ""))
    if question.until:
        yield ActiveFilter("Printed until", str(question.until), replace_param(asked, "until", ""))
    if question.kind:
        yield ActiveFilter("Change", CHANGE_KINDS[question.kind].label, replace_param(asked, "kind", ""))
    if question.min_outlets > 1:
        yield ActiveFilter("Outlets", f"{question.min_outlets} or more", replace_param(asked, "least", ""))


def replace_param(asked: QueryDict, name: str, *values: str) -> str:
    """Return the query string with another value, from its first page on.

    `name` may be several names, separated by blanks, with as many `values`.
    """
    new = dict(zip(name.split(), values, strict=True))
    kept = QueryDict(mutable=True)
    for each in PARAM_NAMES:
        value = new.get(each, asked.get(each, ""))
        if value:
            kept[each] = value
    return kept.urlencode()
