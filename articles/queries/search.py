"""Which quotations answer a question?

"colossal mistake" with the outlet RT: of each word the index names its quotes, of the outlet too; what all of them
name is the answer, exactly, in whatever case, script and number the words were printed. `index_quotes` notes new
quotes under the words of what was said, of the headline, of the speaker and of the outlet, and under the outlet, the
speaker, the language and the month as filters; both databases answer alike, because the index is a table of our own.

The cost is bounded: of more than `MOST` quotes the newest are looked at closely - counted by speaker and outlet, held
to the exact days, sorted - and the answer says that there are more.

Left to others: the words (`engine.terms`), the table (`models.posting`), how the answer looks
(`articles.views.search`).
"""

from array import array
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from typing import Literal, TypeVar

from django.db import transaction

from articles.engine.text.normalization import fold
from articles.engine.text.search_terms import in_a_row, telling, terms_of
from articles.models import Departure, Outlet, Posting, Printing, Quote, Speaker
from articles.models.db.advisory_lock import STORING, wait_for_turn
from articles.models.search_posting import key_of
from articles.models.variant import label_of

# Quotes looked at closely. 1,000 take 15 ms on either database, 3,000 take 40: eight readers who search at once on two
# cores wait four times as long as one does, and are to wait no more than 200 ms.
MOST = 1000
WORDS = 16  # of a question; more say no more
MONTHS = 36  # of a range of days that are looked up one by one; of a longer one the years
REINDEXED = 20_000  # quotes between two writes
FACET = 12  # values of each filter that are offered

Sort = Literal["printed", "newest", "oldest"]


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked. `words` and each of the `phrases` must be there; every filter that is set must hold.

    `since` and `until` are days of print, both included; `least` is the number of outlets that must print the words;
    `kind` is a kind of change that one of the printings must have, beside the earliest one seen.
    """

    words: tuple[str, ...] = ()
    phrases: tuple[tuple[str, ...], ...] = ()
    speaker: Speaker | None = None
    outlet: Outlet | None = None
    language: str = ""
    since: date | None = None
    until: date | None = None
    least: int = 1
    kind: str = ""
    sort: Sort = "printed"

    @property
    def terms(self) -> frozenset[str]:
        """The terms that find anything."""
        return telling([*self.words, *(term for phrase in self.phrases for term in phrase)])

    @property
    def asks(self) -> bool:
        """Is there anything to look up?"""
        filters = (self.speaker, self.outlet, self.language, self.since, self.until, self.kind)
        return bool(self.terms or any(filters))


@dataclass(frozen=True, slots=True)
class Hit:
    """A lineage with its quotes that answer, the earliest first."""

    lineage: int
    quotes: tuple[int, ...]
    outlets: int
    printings: int
    latest: datetime | None
    earliest: datetime | None


@dataclass(frozen=True, slots=True)
class Facet:
    """A value that a filter may take, and how many of the lineages found have it."""

    value: str
    name: str
    count: int


@dataclass(frozen=True, slots=True)
class Facets:
    speakers: tuple[Facet, ...] = ()
    outlets: tuple[Facet, ...] = ()
    languages: tuple[Facet, ...] = ()
    years: tuple[Facet, ...] = ()
    kinds: tuple[Facet, ...] = ()


@dataclass(frozen=True, slots=True)
class Found:
    """The answer: `hits` in the order asked for, of `quotes` quotes in all; `capped` says that not all were looked
    at."""

    hits: tuple[Hit, ...] = ()
    quotes: int = 0
    capped: bool = False
    facets: Facets = field(default_factory=Facets)


# --- noting -------------------------------------------------------------------------------------------------------


def index_quotes(quotes: Iterable[Quote]) -> None:
    """Let new quotes be found. Call it inside the transaction that stores them, while it is your turn to store."""
    Posting.objects.add(_postings(quotes))


@transaction.atomic
def reindex(progress: Callable[[int], object] = lambda done: None) -> int:
    """Make the whole index anew; answers how many quotes it holds."""
    wait_for_turn(STORING)
    Posting.objects.all().delete()
    known: defaultdict[int, array[int]] = defaultdict(lambda: array("I"))
    columns = Quote.objects.select_related("speaker", "article__outlet").only(*_READ).order_by("pk")
    count = 0
    for quote in columns.iterator(chunk_size=2000):
        for key in _keys(quote):
            known[key].append(quote.pk)
        count += 1
        if count % REINDEXED == 0:
            progress(REINDEXED)
    Posting.objects.add(known)
    return count


_READ = (
    *("text", "speaker_name", "speaker__name", "article__title", "article__language", "article__published"),
    "article__outlet__name",
)


def _postings(quotes: Iterable[Quote]) -> dict[int, list[int]]:
    found: defaultdict[int, list[int]] = defaultdict(list)
    for quote in sorted(quotes, key=lambda quote: quote.pk):
        for key in _keys(quote):
            found[key].append(quote.pk)
    return dict(found)


def _keys(quote: Quote) -> set[int]:
    """Everything that the quote is to be found by."""
    article = quote.article
    names = [quote.speaker_name, quote.speaker.name if quote.speaker else ""]
    printed_by = article.outlet.name if article.outlet else ""
    words = telling(terms_of(" . ".join([quote.text, article.title, *names, printed_by])))
    filters = [_speaker(quote.speaker_id), _outlet(article.outlet_id), _language(article.language)]
    if article.published:
        day = article.published.astimezone(UTC).date()
        filters += [_month(day.year, day.month), _year(day.year)]
    return {key_of(term) for term in (*words, *filters)}


# A blank at the beginning keeps them apart from words.
def _speaker(pk: int | None) -> str:
    return f" speaker {pk or 0}"


def _outlet(pk: int | None) -> str:
    return f" outlet {pk or 0}"


def _language(code: str) -> str:
    return f" language {main_language(code)}"


def main_language(code: str) -> str:
    """The language without region or script.

    >>> main_language("pt-BR")
    'pt'
    """
    return code.partition("-")[0].casefold()


def _month(year: int, month: int) -> str:
    return f" month {year:04}-{month:02}"


def _year(year: int) -> str:
    return f" year {year:04}"


# --- asking -------------------------------------------------------------------------------------------------------


def search(question: Question) -> Found:
    """What answers `question`; nothing where it asks for nothing."""
    if not question.asks:
        return Found()
    numbers = _quotes(question)
    looked_at = numbers[-MOST:][::-1]
    rows = [row for row in _rows(looked_at, question) if _holds(row, question)]
    if question.kind:
        rows = [row for row in rows if question.kind in row.kinds.split()]
    hits = _sorted(_hits(rows), question.sort)
    shown = {hit.lineage for hit in hits}
    facets = _facets([row for row in rows if row.lineage in shown])
    return Found(tuple(hits), len(numbers), len(numbers) > MOST, facets)


def _quotes(question: Question) -> Sequence[int]:
    """The numbers of all quotes that have every term and filter, ascending."""
    wanted = [[key] for key in map(key_of, sorted(question.terms)[:WORDS])] + _filters(question)
    counts = Posting.objects.counts({key for keys in wanted for key in keys})
    if not wanted:
        changed = Departure.objects.filter(kind=question.kind).order_by("-pk")
        return sorted(set(changed.values_list("printing__quote", flat=True)[: MOST + 1]))
    wanted.sort(key=lambda keys: sum(counts.get(key, 0) for key in keys))
    if not any(key in counts for key in wanted[0]):
        return []
    found = _having(wanted[0])
    for keys in wanted[1:]:
        if not found:
            break
        found = sorted(set(found).intersection(_having(keys)))
    return found


def _having(keys: Sequence[int]) -> Sequence[int]:
    """The quotes that have one of `keys`, ascending. Of several - months, say - no quote has two."""
    if len(keys) == 1:
        return Posting.objects.quotes(keys[0])
    return sorted(quote for key in keys for quote in Posting.objects.quotes(key))


def _filters(question: Question) -> list[list[int]]:
    """Of each filter that is set the keys of which a quote must have one."""
    wanted = []
    if question.speaker:
        wanted.append([_speaker(each.pk) for each in (question.speaker, *question.speaker.absorbed.all())])
    if question.outlet:
        wanted.append([_outlet(each.pk) for each in (question.outlet, *question.outlet.absorbed.all())])
    if question.language:
        wanted.append([_language(question.language)])
    if question.since or question.until:
        wanted.append(list(_times(question.since, question.until)))
    return [[key_of(term) for term in terms] for terms in wanted]


EARLIEST_YEAR = 1600  # no newspaper is older


def _times(since: date | None, until: date | None) -> Iterator[str]:
    """The months from one day to another, or the years where they are many."""
    first = since or date(EARLIEST_YEAR, 1, 1)
    last = until or datetime.now(UTC).date() + timedelta(days=2)
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    if months <= MONTHS:
        for month in range(first.year * 12 + first.month - 1, last.year * 12 + last.month):
            yield _month(month // 12, month % 12 + 1)
    else:
        yield from (_year(year) for year in range(max(first.year, EARLIEST_YEAR), last.year + 1))


@dataclass(frozen=True, slots=True)
class _Row:
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
    folded: str = ""
    title: str = ""
    speaker_name: str = ""
    outlet_name: str | None = ""


_COLUMNS = (
    *("lineage", "quote", "quote__speaker", "quote__article__outlet", "quote__article__published"),
    *("quote__article__language", "lineage__outlet_count", "lineage__printing_count", "lineage__latest"),
    "lineage__kinds",
)
_TEXTS = ("quote__folded", "quote__article__title", "quote__speaker_name", "quote__article__outlet__name")


def _rows(quotes: Sequence[int], question: Question) -> Iterator[_Row]:
    """The printings of these quotes; with their words where phrases are to be looked for."""
    texts = _TEXTS if question.phrases else ()
    for row in Printing.objects.filter(quote__among=quotes).order_by().values_list(*_COLUMNS, *texts):
        yield _Row(*row)


def _holds(row: _Row, question: Question) -> bool:
    """What the index does not say exactly: days, how many outlets, phrases."""
    if row.outlets < question.least:
        return False
    day = row.published.astimezone(UTC).date() if row.published else None
    if question.since and (day is None or day < question.since):
        return False
    if question.until and (day is None or day > question.until):
        return False
    return all(any(in_a_row(phrase, text) for text in _texts(row)) for phrase in question.phrases)


def _texts(row: _Row) -> Iterator[str]:
    """Where a phrase may stand, folded: most often in the words themselves, so the others are folded when needed."""
    yield row.folded
    yield from (fold(text) for text in (row.title, row.speaker_name, row.outlet_name) if text)


def _hits(rows: Iterable[_Row]) -> list[Hit]:
    of_lineage: defaultdict[int, list[_Row]] = defaultdict(list)
    for row in rows:
        of_lineage[row.lineage].append(row)
    return [_hit(lineage, sorted(found, key=_in_time)) for lineage, found in of_lineage.items()]


def _in_time(row: _Row) -> tuple[bool, float, int]:
    return row.published is None, row.published.timestamp() if row.published else 0.0, row.quote


def _hit(lineage: int, rows: Sequence[_Row]) -> Hit:
    first = rows[0]
    quotes = tuple(row.quote for row in rows)
    return Hit(lineage, quotes, first.outlets, first.printings, first.latest, first.published)


def _sorted(hits: Iterable[Hit], sort: Sort) -> list[Hit]:
    return sorted(hits, key=_ORDERS[sort])


def _moment(moment: datetime | None) -> float:
    return moment.timestamp() if moment else 0.0


_Key = tuple[float, ...]
_ORDERS: dict[Sort, Callable[[Hit], _Key]] = {
    "printed": lambda hit: (-hit.outlets, -hit.printings, -_moment(hit.latest), -hit.lineage),
    "newest": lambda hit: (hit.latest is None, -_moment(hit.latest), -hit.lineage),
    "oldest": lambda hit: (hit.earliest is None, _moment(hit.earliest), hit.lineage),
}


def _facets(rows: Sequence[_Row]) -> Facets:
    """What the lineages found could be narrowed to, the most frequent first."""
    speakers = _counted((row.speaker, row.lineage) for row in rows)
    outlets = _counted((row.outlet, row.lineage) for row in rows)
    languages = _counted((main_language(row.language) or None, row.lineage) for row in rows)
    years = _counted((row.published.year if row.published else None, row.lineage) for row in rows)
    kinds = {row.lineage: row.kinds.split() for row in rows}
    changes = _counted((kind, lineage) for lineage, those in kinds.items() for kind in those)
    people = Speaker.objects.in_bulk([pk for pk, _ in speakers])
    papers = Outlet.objects.in_bulk([pk for pk, _ in outlets])
    return Facets(
        tuple(Facet(people[pk].slug, people[pk].name, count) for pk, count in speakers if pk in people),
        tuple(Facet(papers[pk].slug, papers[pk].name, count) for pk, count in outlets if pk in papers),
        tuple(Facet(code, code, count) for code, count in languages),
        tuple(Facet(str(year), str(year), count) for year, count in sorted(years, reverse=True)),
        tuple(Facet(kind, label_of(kind), count) for kind, count in changes),
    )


_Value = TypeVar("_Value", int, str)


def _counted(pairs: Iterable[tuple[_Value | None, int]]) -> list[tuple[_Value, int]]:
    """Each value with the number of its lineages."""
    counts = Counter(value for value, _ in set(pairs) if value is not None)
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:FACET]
