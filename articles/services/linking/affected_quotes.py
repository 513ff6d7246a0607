"""The quotes whose lineage may change when some quotes are relinked.

When SANA's article is relinked, its quotations may join TASS's lineage or leave it, so TASS's printing is relinked too,
and every other printing of the lineages that either belongs to. All other quotes stay as they are and are not read: of
a million quotes some hundred are relinked for one day's articles.
"""

from collections.abc import Collection, Sequence

from articles.engine.linking.fingerprints import NO_POSTINGS, compute_fingerprint, generate_candidates
from articles.engine.text.aliases import Aliases
from articles.models import Match, Printing, Quote, WordPair
from articles.models.db.batched import batched

BATCH_SIZE = 500  # quotes, or numbers of rows, in one query


def find_affected_quotes(quotes: Sequence[Quote], aliases: Aliases) -> set[int]:
    """Return these quotes, those they may match or have matched, and all in the lineages of any of these."""
    near = {quote.pk for quote in quotes} | {quote.copy_of_id for quote in quotes if quote.copy_of_id}
    for chunk in batched(quotes, BATCH_SIZE):
        near |= _find_candidates(chunk, aliases)
    for numbers in batched([quote.pk for quote in quotes], BATCH_SIZE):
        near.update(Match.objects.filter(a__in=numbers).values_list("b", flat=True))
        near.update(Match.objects.filter(b__in=numbers).values_list("a", flat=True))
    existing = _select_existing(near)
    return existing | _expand_to_lineages(existing)


def _find_candidates(quotes: Sequence[Quote], aliases: Aliases) -> set[int]:
    """Return the candidates of these quotes, by pairs of words and by all words."""
    fingerprints = [compute_fingerprint(quote.text, aliases) for quote in quotes]
    postings = WordPair.objects.load_postings(
        {key for own in fingerprints for key in (*own.blocking_keys, own.exact_key)}
    )
    near = {pk for fingerprint in fingerprints for pk in generate_candidates(fingerprint, postings)}
    return near | {pk for own in fingerprints for pk in postings.get(own.exact_key, NO_POSTINGS).newest}


def _select_existing(numbers: Collection[int]) -> set[int]:
    """Drop the quotes that the index names and that have been deleted."""
    existing: set[int] = set()
    for chunk in batched(sorted(numbers), BATCH_SIZE):
        existing.update(Quote.objects.filter(pk__in=chunk).values_list("pk", flat=True))
    return existing


def _expand_to_lineages(quotes: Collection[int]) -> set[int]:
    """Return all quotes of all lineages that hold one of these, transitively: a block can stand in several."""
    members: set[int] = set()
    lineages: set[int] = set()
    new = set(quotes)
    while new:
        homes: set[int] = set()
        for chunk in batched(sorted(new), BATCH_SIZE):
            homes.update(Printing.objects.filter(quote__in=chunk).values_list("lineage", flat=True))
        members |= new
        reached: set[int] = set()
        for chunk in batched(sorted(homes - lineages), BATCH_SIZE):
            reached.update(Printing.objects.filter(lineage__in=chunk).values_list("quote", flat=True))
        lineages |= homes
        new = reached - members
    return members
