"""Search parameters in query strings: ``?q="colossal mistake" assad&outlet=rt&since=2015-09&least=3&sort=newest``.

Values that make no sense are ignored; a speaker or an outlet that does not exist is a 404.
"""

import re
from collections.abc import Mapping
from typing import NamedTuple

from django.db.models import QuerySet
from django.http import Http404, QueryDict

from articles.engine.comparison.change_kinds import CHANGE_KINDS
from articles.engine.text.search_terms import extract_terms
from articles.importers.storable import is_storable
from articles.models import Outlet, Speaker
from articles.models.former_slug import SluggedT, find_by_slug
from articles.queries.search import SearchQuery
from articles.views.http.forms import SearchForm

PARAM_NAMES = tuple(SearchForm.base_fields)  # in the order of an address
_QUOTATION_MARKS = '"\u201c\u201d\u201e\u00ab\u00bb'
_PHRASE = re.compile(f"[{_QUOTATION_MARKS}]([^{_QUOTATION_MARKS}]*)[{_QUOTATION_MARKS}]")


def parse_search_query(params: Mapping[str, str]) -> SearchQuery:
    """Parse the query of a search. Raises Http404 where it names a speaker or an outlet that does not exist."""
    return build_search_query(SearchForm(params))


def build_search_query(form: SearchForm) -> SearchQuery:
    """Build the query of a form. Raises Http404 where it names a speaker or an outlet that does not exist."""
    values = form.read()
    text = values["q"]
    return SearchQuery(
        words=extract_terms(_PHRASE.sub(" ", text)),
        phrases=tuple(terms for phrase in _PHRASE.findall(text) if (terms := extract_terms(phrase))),
        speaker=get_speaker_or_404(values["speaker"]) if values["speaker"] else None,
        outlet=get_outlet_or_404(values["outlet"]) if values["outlet"] else None,
        language=values["language"],
        since=values["since"] or None,
        until=values["until"] or None,
        min_outlets=values["least"],
        kind=values["kind"],
        sort=values["sort"],
    )


def get_search_text(params: Mapping[str, str]) -> str:
    """Return the words that are searched for, as typed."""
    return str(SearchForm(params).read()["q"])


def get_speaker_or_404(slug: str, speakers: QuerySet[Speaker] | None = None) -> Speaker:
    """Return the speaker that has or had a slug, or the one they were merged into. Raises Http404."""
    return _get_current_or_404(Speaker.objects.all() if speakers is None else speakers, slug)


def get_outlet_or_404(slug: str, outlets: QuerySet[Outlet] | None = None) -> Outlet:
    """Return the outlet that has or had a slug, or the one it was merged into. Raises Http404."""
    return _get_current_or_404(Outlet.objects.all() if outlets is None else outlets, slug)


def _get_current_or_404(rows: QuerySet[SluggedT], slug: str) -> SluggedT:
    row = find_by_slug(rows.select_related("merged_into"), slug) if is_storable(slug) else None
    if row is None:
        raise Http404(f"There is no such {rows.model._meta.model_name}.")
    return row.merged_into or row


class ActiveFilter(NamedTuple):
    """A filter that is set, in words; `without` is the query string without it."""

    label: str
    name: str
    without: str


def list_active_filters(params: QueryDict, query: SearchQuery) -> list[ActiveFilter]:
    """Return the filters of a query, each with the query string that removes it."""
    filters = [
        ("Speaker", "speaker", query.speaker),
        ("Outlet", "outlet", query.outlet),
        ("Language", "language", query.language),
        ("Published from", "since", query.since),
        ("Published until", "until", query.until),
        ("Change", "kind", CHANGE_KINDS[query.kind].label if query.kind else ""),
        ("Outlets", "least", f"{query.min_outlets} or more" if query.min_outlets > 1 else ""),
    ]
    return [ActiveFilter(label, str(value), replace_param(params, name, "")) for label, name, value in filters if value]


def replace_param(params: QueryDict, name: str, *values: str) -> str:
    """Return the query string with another value, from its first page on.

    `name` may be several names, separated by blanks, with as many `values`.
    """
    replaced = dict(zip(name.split(), values, strict=True))
    query = QueryDict(mutable=True)
    for each in PARAM_NAMES:
        if value := replaced.get(each, params.get(each, "")):
            query[each] = value
    return query.urlencode()
