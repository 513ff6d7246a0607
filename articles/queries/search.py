"""Search over stored quotations.

"colossal mistake" with the outlet RT: the index names the quotations of each word, and of the outlet. Those that all of
them name are the answer, exactly, in whatever case, script and number the words were printed. Both databases answer
alike, because the index is a table of our own (`articles.services.search_index` writes it).

The cost is bounded: of more than `MAX_QUOTES` quotations only the newest are counted by speaker and outlet, held to the
exact days and sorted, and the answer says that there are more.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from itertools import starmap
from typing import Literal, TypeVar

from articles.engine.comparison.change_kinds import CHANGE_KINDS
from articles.engine.text.normalization import fold
from articles.engine.text.search_terms import contains_phrase, remove_stop_words
from articles.models import Outlet, Printing, SearchPosting, Speaker, Variant
from articles.models.search_posting import hash_term
from articles.models.variant import get_kind_label

# Quotes looked at closely. 1,000 take 15 ms on either database, 3,000 take 40: eight readers who search at once on two
# cores wait four times as long as one does, and are to wait no more than 200 ms.
MAX_QUOTES = 1000
MAX_QUERY_TERMS = 16  # of a question; more say no more
MAX_MONTHS = 36  # of a range of days that are looked up one by one; of a longer one the years
MAX_FACET_VALUES = 12  # values of each filter that are offered
EARLIEST_YEAR = 1600  # no newspaper is older

Sort = Literal["printed", "altered", "newest", "oldest"]
Filter = Literal["speaker", "outlet", "language", "month", "year"]


def build_filter_term(filter_name: Filter, value: object) -> str:
    """Return the index term of a filter, as in " outlet 3", 0 for no outlet; no word begins with a blank."""
    return f" {filter_name} {value}"


def get_main_language(code: str) -> str:
    """Return a language code without region or script: "pt" of "pt-BR"."""
    return code.partition("-")[0].casefold()


@dataclass(frozen=True, slots=True)
class SearchQuery:
    """A search: `words` and each of the `phrases` must be there, and every filter that is set must hold.

    `since` and `until` are days of print, both included. `min_outlets` is the least number of outlets that print the
    words. `kind` is a kind of change that one of the printings must have against the earliest one.
    """

    words: tuple[str, ...] = ()
    phrases: tuple[tuple[str, ...], ...] = ()
    speaker: Speaker | None = None
    outlet: Outlet | None = None
    language: str = ""
    since: date | None = None
    until: date | None = None
    min_outlets: int = 1
    kind: str = ""
    sort: Sort = "printed"

    @property
    def terms(self) -> frozenset[str]:
        """The terms that find anything."""
        return remove_stop_words([*self.words, *(term for phrase in self.phrases for term in phrase)])

    @property
    def has_criteria(self) -> bool:
        """Whether there is anything to look up."""
        return any((self.terms, self.speaker, self.outlet, self.language, self.since, self.until, self.kind))


@dataclass(frozen=True, slots=True)
class SearchHit:
    """A lineage with its quotations that match, the earliest first."""

    lineage: int
    quotes: tuple[int, ...]
    outlets: int
    printings: int
    latest: datetime | None
    earliest: datetime | None
    severity: int = 0
    altered: int = 0


@dataclass(frozen=True, slots=True)
class Facet:
    """A value of a filter, and how many of the lineages found have it; of a kind of change, its severity too."""

    value: str
    name: str
    count: int
    severity: int = 0


@dataclass(frozen=True, slots=True)
class Facets:
    speakers: tuple[Facet, ...] = ()
    outlets: tuple[Facet, ...] = ()
    languages: tuple[Facet, ...] = ()
    years: tuple[Facet, ...] = ()
    kinds: tuple[Facet, ...] = ()


@dataclass(frozen=True, slots=True)
class SearchResult:
    """The `hits` in the order asked for, of `quotes` quotations in all; `capped` says that not all were looked at."""

    hits: tuple[SearchHit, ...] = ()
    quotes: int = 0
    capped: bool = False
    facets: Facets = field(default_factory=Facets)


def search(question: SearchQuery) -> SearchResult:
    """Find the lineages that match `question`; an empty search finds nothing."""
    if not question.has_criteria:
        return SearchResult()
    numbers = _find_quotes(question)
    rows = [row for row in _load_rows(numbers[-MAX_QUOTES:][::-1], question) if _satisfies(row, question)]
    hits = sorted(_build_hits(rows), key=_SORT_KEYS[question.sort])
    return SearchResult(tuple(hits), len(numbers), len(numbers) > MAX_QUOTES, _build_facets(rows))


def _find_quotes(question: SearchQuery) -> Sequence[int]:
    """Return the numbers of all quotations that have every term and filter, ascending."""
    wanted = [[key] for key in map(hash_term, sorted(question.terms)[:MAX_QUERY_TERMS])] + _build_filters(question)
    counts = SearchPosting.objects.estimate_counts({key for keys in wanted for key in keys})
    if not wanted:
        changed = Variant.objects.filter(kind=question.kind).order_by("-pk")
        return sorted(set(changed.values_list("printing__quote", flat=True)[: MAX_QUOTES + 1]))
    wanted = [[key for key in keys if key in counts] for keys in wanted]  # a key without quotations costs no query
    wanted.sort(key=lambda keys: sum(counts[key] for key in keys))
    if not wanted[0]:
        return []
    quotes = _find_quotes_by_key(wanted[0])
    for keys in wanted[1:]:
        if not quotes:
            break
        quotes = sorted(set(quotes).intersection(_find_quotes_by_key(keys)))
    return quotes


def _find_quotes_by_key(keys: Sequence[int]) -> Sequence[int]:
    """Return the quotations that have one of `keys`, ascending. No quotation has two of several months."""
    if len(keys) == 1:
        return SearchPosting.objects.load_quote_ids(keys[0])
    return SearchPosting.objects.load_union(keys)


def _build_filters(question: SearchQuery) -> list[list[int]]:
    """Return for each filter that is set the keys of which a quotation must have one."""
    speaker, outlet, wanted = question.speaker, question.outlet, []
    if speaker:
        wanted.append([build_filter_term("speaker", each.pk) for each in (speaker, *speaker.absorbed.all())])
    if outlet:
        wanted.append([build_filter_term("outlet", each.pk) for each in (outlet, *outlet.absorbed.all())])
    if question.language:
        wanted.append([build_filter_term("language", get_main_language(question.language))])
    if question.since or question.until:
        wanted.append(list(_iter_time_terms(question.since, question.until)))
    return [[hash_term(term) for term in terms] for terms in wanted]


def _iter_time_terms(since: date | None, until: date | None) -> Iterator[str]:
    """Yield the months from one day to another, or the years if there are many."""
    first = since or date(EARLIEST_YEAR, 1, 1)
    latest = datetime.now(UTC).date() + timedelta(days=2)
    last = min(until or latest, latest)  # nothing is printed later
    months = range(first.year * 12 + first.month - 1, last.year * 12 + last.month)
    if len(months) <= MAX_MONTHS:
        yield from (build_filter_term("month", f"{month // 12:04}-{month % 12 + 1:02}") for month in months)
    else:
        years = range(max(first.year, EARLIEST_YEAR), last.year + 1)
        yield from (build_filter_term("year", f"{year:04}") for year in years)


@dataclass(frozen=True, slots=True)
class _SearchRow:
    """As much of a printing as counting and sorting need."""

    lineage: int
    quote: int
    speaker: int | None
    outlet: int | None
    published: datetime | None
    language: str
    outlets: int
    printings: int
    latest: datetime | None
    kinds: str
    severity: int
    altered: int
    folded: str = ""
    title: str = ""
    speaker_name: str = ""
    outlet_name: str | None = ""


_ROW_COLUMNS = (
    *("lineage", "quote", "quote__speaker", "quote__article__outlet", "quote__article__published"),
    *("quote__article__language", "lineage__outlet_count", "lineage__printing_count", "lineage__latest"),
    *("lineage__kinds", "lineage__severity", "lineage__altered"),
)
_TEXT_COLUMNS = ("quote__folded", "quote__article__title", "quote__speaker_name", "quote__article__outlet__name")


def _load_rows(quotes: Sequence[int], question: SearchQuery) -> Iterator[_SearchRow]:
    """Load the printings of these quotations, with their words if phrases are to be looked for."""
    texts = _TEXT_COLUMNS if question.phrases else ()
    for row in Printing.objects.filter(quote__among=quotes).order_by().values_list(*_ROW_COLUMNS, *texts):
        yield _SearchRow(*row)


def _satisfies(row: _SearchRow, question: SearchQuery) -> bool:
    """Check what the index does not say exactly: days, number of outlets, kind of change, phrases.

    After a correction the index still has the quotation under the former speaker or outlet.
    """
    if question.speaker and row.speaker != question.speaker.pk:
        return False
    if question.outlet and row.outlet != question.outlet.pk:
        return False
    day = row.published.astimezone(UTC).date() if row.published else None
    if row.outlets < question.min_outlets or (question.kind and question.kind not in row.kinds.split()):
        return False
    if question.since and (day is None or day < question.since):
        return False
    if question.until and (day is None or day > question.until):
        return False
    return all(any(contains_phrase(phrase, text) for text in _iter_texts(row)) for phrase in question.phrases)


def _iter_texts(row: _SearchRow) -> Iterator[str]:
    """Yield the folded texts where a phrase may be: first the words, in which it most often is, then the others."""
    yield row.folded
    yield from (fold(text) for text in (row.title, row.speaker_name, row.outlet_name) if text)


def _build_hits(rows: Iterable[_SearchRow]) -> Iterator[SearchHit]:
    by_lineage: defaultdict[int, list[_SearchRow]] = defaultdict(list)
    for row in sorted(rows, key=lambda row: (row.published is None, _convert_to_timestamp(row.published), row.quote)):
        by_lineage[row.lineage].append(row)
    for lineage, group in by_lineage.items():
        first, quotes = group[0], tuple(row.quote for row in group)
        yield SearchHit(
            lineage,
            quotes,
            first.outlets,
            first.printings,
            first.latest,
            first.published,
            first.severity,
            first.altered,
        )


def _convert_to_timestamp(moment: datetime | None) -> float:
    return moment.timestamp() if moment else 0.0


_SORT_KEYS: dict[Sort, Callable[[SearchHit], tuple[float, ...]]] = {
    "printed": lambda hit: (-hit.outlets, -hit.printings, -_convert_to_timestamp(hit.latest), -hit.lineage),
    "altered": lambda hit: (-hit.severity, -hit.altered, -hit.lineage),
    "newest": lambda hit: (hit.latest is None, -_convert_to_timestamp(hit.latest), -hit.lineage),
    "oldest": lambda hit: (hit.earliest is None, _convert_to_timestamp(hit.earliest), hit.lineage),
}


def _build_facets(rows: Sequence[_SearchRow]) -> Facets:
    """Return the values that could narrow the lineages found, the most frequent first."""
    speakers = _count_lineages((row.speaker, row.lineage) for row in rows)
    outlets = _count_lineages((row.outlet, row.lineage) for row in rows)
    languages = _count_lineages((get_main_language(row.language) or None, row.lineage) for row in rows)
    years = _count_lineages((row.published.year if row.published else None, row.lineage) for row in rows)
    kinds = _count_lineages((kind, row.lineage) for row in rows for kind in row.kinds.split())
    people = Speaker.objects.in_bulk([pk for pk, _ in speakers])
    papers = Outlet.objects.in_bulk([pk for pk, _ in outlets])
    return Facets(
        tuple(Facet(people[pk].slug, people[pk].name, count) for pk, count in speakers if pk in people),
        tuple(Facet(papers[pk].slug, papers[pk].name, count) for pk, count in outlets if pk in papers),
        tuple(Facet(code, code, count) for code, count in languages),
        tuple(Facet(str(year), str(year), count) for year, count in sorted(years, reverse=True)),
        tuple(sorted(starmap(_build_kind_facet, kinds), key=lambda facet: (-facet.severity, -facet.count))),
    )


def _build_kind_facet(kind: str, count: int) -> Facet:
    return Facet(kind, get_kind_label(kind), count, CHANGE_KINDS[kind].severity if kind in CHANGE_KINDS else 0)


_Value = TypeVar("_Value", int, str)


def _count_lineages(pairs: Iterable[tuple[_Value | None, int]]) -> list[tuple[_Value, int]]:
    """Return each value with the number of its lineages."""
    counts = Counter(value for value, _ in set(pairs) if value is not None)
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:MAX_FACET_VALUES]
