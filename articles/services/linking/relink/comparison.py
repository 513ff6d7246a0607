"""Comparison of quotes by the batch engine: from stored quotes to wordings, links and families.

With a first day, only the quotes are compared whose lineages may change by what was taken in since: some hundred of a
million for one day's articles.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from hashlib import sha256
from typing import Any, TypeVar

from django.db.models import Model, QuerySet

from articles.engine.linking import batch
from articles.engine.linking.batch.scoring import Links
from articles.engine.linking.clustering import Member
from articles.engine.linking.fingerprints import NO_POSTINGS, compute_fingerprint, generate_candidates, locate_words
from articles.engine.text.aliases import Aliases
from articles.engine.text.spans import Span
from articles.models import Alias, Match, Printing, Quote, WordPair
from articles.models.db.batched import batched
from articles.queries.quote_pairs import SECONDS_PER_DAY
from articles.services.linking.match_graph import Family, find_all_separated_quotes

BATCH_SIZE = 1000  # rows read or written together

Progress = Callable[[str, int], object]
RowT = TypeVar("RowT", bound=Model)
ValueT = TypeVar("ValueT")


def filter_in_batches(
    rows: QuerySet[RowT, ValueT], column: str, numbers: Iterable[int]
) -> Iterator[QuerySet[RowT, ValueT]]:
    """Yield the rows where `column` is one of the `numbers`, in batches."""
    for chunk in batched(numbers, BATCH_SIZE):
        yield rows.filter(**{f"{column}__in": chunk})


@dataclass(frozen=True, slots=True)
class Selection:
    """The quotes to be compared: all, those `up_to` a number, or those that some quotes may affect.

    These are the quotes taken in `since` a day, or the ones with the numbers `around`.
    """

    since: date | None = None
    up_to: int | None = None
    around: tuple[int, ...] = ()

    @property
    def is_partial(self) -> bool:
        """Whether only what some quotes may affect is compared."""
        return self.since is not None or bool(self.around)


ALL_QUOTES = Selection()


@dataclass(frozen=True, slots=True)
class ComparisonResult:
    """Quotes, and the wordings, links and families that the engine finds for them."""

    quotes: list[Quote]
    aliases: Aliases
    wordings: batch.Wordings
    links: Links
    families: list[Family]
    selection: Selection
    input_hash: str  # if `hash_input` gives it again, the result would be the same

    @property
    def all_quotes(self) -> bool:
        """Whether all quotes were compared that were there when it began."""
        return not self.selection.is_partial

    @property
    def firsts(self) -> dict[int, int]:
        """The first quote with the words of each quote."""
        firsts = [self.quotes[position].pk for position in self.wordings.first_quotes]
        pairs = zip(self.quotes, self.wordings.by_quote, strict=True)
        return {quote.pk: firsts[wording] for quote, wording in pairs}

    def select_rows(self, rows: QuerySet[RowT, ValueT], column: str) -> Iterable[QuerySet[RowT, ValueT]]:
        """Return all `rows` if all quotes were compared, else in batches the rows with one of them in `column`."""
        return [rows] if self.all_quotes else filter_in_batches(rows, column, [quote.pk for quote in self.quotes])


def run_comparison(selection: Selection, workers: int, progress: Progress) -> ComparisonResult:
    """Compare the selected quotes with each other."""
    aliases = Alias.objects.load_table()
    input_hash = hash_input(selection)
    quotes = [quote for chunk in _select_quotes(selection, aliases) for quote in chunk]
    progress("quotations", len(quotes))
    separated = find_all_separated_quotes(aliases)
    days = [quote.published.timestamp() / SECONDS_PER_DAY if quote.published else None for quote in quotes]
    records = [
        batch.QuoteRecord(quote.text, quote.speaker_id, day, quote.pk in separated)
        for quote, day in zip(quotes, days, strict=True)
    ]
    wordings = batch.find_wordings(records, workers=workers, aliases=aliases)
    progress("wordings", len(wordings))
    links = batch.find_links(wordings, workers=workers, progress=lambda done: progress("comparing", done))
    progress("grouping", 0)
    clusters = batch.cluster_wordings(wordings, links, workers=workers, halves=_find_wording_halves(quotes, wordings))
    families = [_convert_family(family, wordings, quotes, aliases) for family in clusters]
    return ComparisonResult(quotes, aliases, wordings, links, families, selection, input_hash)


def _find_wording_halves(quotes: Sequence[Quote], wordings: batch.Wordings) -> set[tuple[int, int]]:
    """Return the pairs of wordings that an article prints on both sides of an attribution."""
    halves = dict(Quote.objects.filter(other_half__isnull=False).order_by().values_list("pk", "other_half"))
    concerned = {*halves, *halves.values()}
    wording_of = {
        quote.pk: wording for quote, wording in zip(quotes, wordings.by_quote, strict=True) if quote.pk in concerned
    }
    compared = [(half, other) for half, other in halves.items() if half in wording_of and other in wording_of]
    pairs = {(wording_of[half], wording_of[other]) for half, other in compared}
    return {(a, b) for a, b in pairs if a != b}


def hash_input(selection: Selection) -> str:
    """Return a hash of everything that the comparison depends on."""
    aliases = Alias.objects.load_table()
    state = sha256(repr([*Alias.objects.order_by("pk").values_list("name", "form")]).encode())
    state.update(repr(sorted(find_all_separated_quotes(aliases))).encode())
    article_columns = ("article__published", "article__precision", "article__outlet")
    for chunk in _select_quotes(selection, aliases):
        for row in chunk.values_list("pk", "text", "speaker", "copy_of", *article_columns).iterator():
            state.update(repr(row).encode())
    return state.hexdigest()


def _select_quotes(selection: Selection, aliases: Aliases) -> list[QuerySet[Quote]]:
    """Return the selected quotes in order, in chunks if they are not all."""
    quotes = Quote.objects.for_linking().order_by("pk")
    if not selection.is_partial:
        return [quotes if selection.up_to is None else quotes.filter(pk__lte=selection.up_to)]
    if selection.since is not None:
        begun = datetime.combine(selection.since, time(), UTC)
        new = list(quotes.filter(article__taken_in__gte=begun))
    else:
        new = [quote for chunk in filter_in_batches(quotes, "pk", selection.around) for quote in chunk]
    return list(filter_in_batches(quotes, "pk", sorted(find_affected_quotes(new, aliases))))


def _convert_family(
    family: Sequence[Member], wordings: batch.Wordings, quotes: Sequence[Quote], aliases: Aliases
) -> Family:
    """Return the family with the first quote of each wording, and spans in characters instead of words."""
    members = []
    for member in family:
        quote = quotes[wordings.first_quotes[member.passage]]
        span = Span(0, len(quote.text))
        if len(member.span) < len(wordings.fingerprints[member.passage].code):
            words = locate_words(quote.text, aliases)
            span = Span(words[member.span.start].start, words[member.span.end - 1].end)
        members.append(Member(quote.pk, span))
    return tuple(members)


def find_affected_quotes(quotes: Sequence[Quote], aliases: Aliases) -> set[int]:
    """Return these quotes, all that they may match or have matched, and all in the lineages of any of these."""
    near = {quote.pk for quote in quotes} | {quote.copy_of_id for quote in quotes if quote.copy_of_id}
    for chunk in batched(quotes, BATCH_SIZE):
        near |= _find_candidates(chunk, aliases)
    numbers = [quote.pk for quote in quotes]
    near |= _select_in_batches(Match.objects.values_list("b", flat=True), "a", numbers)
    near |= _select_in_batches(Match.objects.values_list("a", flat=True), "b", numbers)
    existing = _select_in_batches(Quote.objects.values_list("pk", flat=True), "pk", near)  # some may be deleted
    return existing | _expand_to_lineages(existing)


def _find_candidates(quotes: Sequence[Quote], aliases: Aliases) -> set[int]:
    """Return the candidates of these quotes, by pairs of words and by all words."""
    fingerprints = [compute_fingerprint(quote.text, aliases) for quote in quotes]
    keys = {key for own in fingerprints for key in (*own.blocking_keys, own.exact_key)}
    postings = WordPair.objects.load_postings(keys)
    near = {pk for fingerprint in fingerprints for pk in generate_candidates(fingerprint, postings)}
    return near | {pk for own in fingerprints for pk in postings.get(own.exact_key, NO_POSTINGS).newest}


def _select_in_batches(values: QuerySet[Any, int], column: str, numbers: Collection[int]) -> set[int]:
    """Return these values of the rows where `column` is one of the `numbers`."""
    return {value for rows in filter_in_batches(values, column, sorted(numbers)) for value in rows}


def _expand_to_lineages(quotes: Collection[int]) -> set[int]:
    """Return all quotes of all lineages that hold one of these, transitively: a block can stand in several."""
    members: set[int] = set()
    lineages: set[int] = set()
    new = set(quotes)
    while new:
        members |= new
        homes = _select_in_batches(Printing.objects.values_list("lineage", flat=True), "quote", new) - lineages
        lineages |= homes
        new = _select_in_batches(Printing.objects.values_list("quote", flat=True), "lineage", homes) - members
    return members
