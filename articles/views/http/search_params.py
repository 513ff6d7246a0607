"""Search parameters in query strings.

``?q="colossal mistake" assad&outlet=rt&since=2015-09&least=3&sort=newest`` is a phrase, a word, an outlet, the first
month of print, a least number of outlets and an order. Values that make no sense - a day that is none, an unknown order
- are ignored; a speaker or an outlet that does not exist is a 404. `articles.queries.search` answers the query.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from django.http import Http404, QueryDict

from articles.engine.comparison.change_kinds import CHANGE_KINDS
from articles.engine.text.search_terms import extract_terms
from articles.importers.storable import is_storable
from articles.models import Outlet, Speaker
from articles.queries.search import SearchQuery
from articles.views.http.forms import SearchForm

PARAM_NAMES = tuple(SearchForm.base_fields)  # in the order of an address
_QUOTATION_MARKS = '"\u201c\u201d\u201e\u00ab\u00bb'
_PHRASE = re.compile(f"[{_QUOTATION_MARKS}]([^{_QUOTATION_MARKS}]*)[{_QUOTATION_MARKS}]")


def parse_search_query(asked: Mapping[str, str]) -> SearchQuery:
    """Parse the query of a search. Raises Http404 where it names a speaker or an outlet that does not exist."""
    values = SearchForm(asked).read()
    text = values["q"]
    return SearchQuery(
        words=extract_terms(_PHRASE.sub(" ", text)),
        phrases=tuple(terms for phrase in _PHRASE.findall(text) if (terms := extract_terms(phrase))),
        speaker=get_speaker_or_404(values["speaker"]) if values["speaker"] else None,
        outlet=get_outlet_or_404(values["outlet"]) if values["outlet"] else None,
        language=values["language"],
        since=values["since"],
        until=values["until"],
        min_outlets=values["least"],
        kind=values["kind"],
        sort=values["sort"],
    )


def get_search_text(asked: Mapping[str, str]) -> str:
    """Return the words that are searched for, as typed."""
    return str(SearchForm(asked).read()["q"])


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
