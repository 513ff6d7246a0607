"""Comparison of all quotes by the batch engine: from stored quotes to wordings, links and families."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from hashlib import sha256

from django.db.models import QuerySet

from articles.engine.linking import batch
from articles.engine.linking.clustering import Member
from articles.engine.linking.fingerprints import locate_words
from articles.engine.text.aliases import Aliases
from articles.engine.text.spans import Span
from articles.models import Alias, Quote
from articles.models.db.batched import batched
from articles.queries.quote_pairs import SECONDS_PER_DAY
from articles.services.linking.affected_quotes import find_affected_quotes
from articles.services.linking.constraints import Family, find_all_separated_quotes

BATCH_SIZE = 1000  # rows read or written together

Progress = Callable[[str, int], object]


@dataclass(frozen=True, slots=True)
class ComparisonResult:
    """Quotes, and the wordings, links and families that the engine finds for them.

    `input_hash` identifies the input: if `hash_input` gives it again, the result would be the same.
    """

    quotes: list[Quote]
    aliases: Aliases
    wordings: batch.Wordings
    links: batch.Links
    families: list[Family]
    input_hash: str

    @property
    def firsts(self) -> dict[int, int]:
        """The first quote with the words of each quote."""
        first = self.wordings.first_quotes
        return {
            quote.pk: self.quotes[first[wording]].pk
            for quote, wording in zip(self.quotes, self.wordings.by_quote, strict=True)
        }


def run_comparison(since: date | None, workers: int, progress: Progress) -> ComparisonResult:
    """Compare all quotes, or those affected by what was taken in `since` a day, with each other."""
    aliases = Alias.objects.load_table()
    input_hash = hash_input(since)
    quotes = [quote for chunk in _select_quotes(since, aliases) for quote in chunk]
    separated = find_all_separated_quotes(aliases)
    records = [
        batch.QuoteRecord(quote.text, quote.speaker_id, _get_day(quote), quote.pk in separated) for quote in quotes
    ]
    wordings = batch.find_wordings(records, workers=workers, aliases=aliases)
    links = batch.find_links(wordings, workers=workers, progress=lambda done: progress("comparing", done))
    clusters = batch.cluster_wordings(wordings, links, workers=workers, halves=_find_wording_halves(quotes, wordings))
    families = [_convert_family(family, wordings, quotes, aliases) for family in clusters]
    return ComparisonResult(quotes, aliases, wordings, links, families, input_hash)


def _find_wording_halves(quotes: Sequence[Quote], wordings: batch.Wordings) -> set[tuple[int, int]]:
    """Return the pairs of wordings that an article prints on both sides of an attribution."""
    halves = dict(Quote.objects.filter(other_half__isnull=False).order_by().values_list("pk", "other_half"))
    concerned = {*halves, *halves.values()}
    wording_of = {
        quote.pk: wording for quote, wording in zip(quotes, wordings.by_quote, strict=True) if quote.pk in concerned
    }
    pairs = {
        (wording_of[half], wording_of[other])
        for half, other in halves.items()
        if half in wording_of and other in wording_of
    }
    return {(a, b) for a, b in pairs if a != b}


def hash_input(since: date | None) -> str:
    """Return a hash of everything that the comparison depends on."""
    aliases = Alias.objects.load_table()
    state = sha256(repr([*Alias.objects.order_by("pk").values_list("name", "form")]).encode())
    state.update(repr(sorted(find_all_separated_quotes(aliases))).encode())
    article_columns = ("article__published", "article__precision", "article__outlet")
    for chunk in _select_quotes(since, aliases):
        for row in chunk.values_list("pk", "text", "speaker", "copy_of", *article_columns).iterator():
            state.update(repr(row).encode())
    return state.hexdigest()


def _select_quotes(since: date | None, aliases: Aliases) -> list[QuerySet[Quote]]:
    """Return all quotes in order; with `since`, those taken in since that day and those they affect, in chunks."""
    quotes = Quote.objects.for_linking().order_by("pk")
    if since is None:
        return [quotes]
    begun = datetime.combine(since, time(), UTC)
    numbers = sorted(find_affected_quotes(list(quotes.filter(article__taken_in__gte=begun)), aliases))
    return [quotes.filter(pk__in=chunk) for chunk in batched(numbers, BATCH_SIZE)]


def _get_day(quote: Quote) -> float | None:
    published = quote.article.published
    return published.timestamp() / SECONDS_PER_DAY if published else None


def _convert_family(
    family: Sequence[Member], wordings: batch.Wordings, quotes: Sequence[Quote], aliases: Aliases
) -> Family:
    """Return the family with the first quote of each wording, and spans in characters instead of words."""
    members = []
    for member in family:
        quote = quotes[wordings.first_quotes[member.passage]]
        whole = len(member.span) == len(wordings.fingerprints[member.passage].code)
        members.append(
            Member(quote.pk, Span(0, len(quote.text)) if whole else _convert_to_characters(member.span, quote, aliases))
        )
    return tuple(members)


def _convert_to_characters(words: Span, quote: Quote, aliases: Aliases) -> Span:
    places = locate_words(quote.text, aliases)
    return Span(places[words.start].start, places[words.end - 1].end)
