"""Which quotes may change their places when some are linked anew?

When SANA's article is looked at again, its quotations may join TASS's lineage or leave it: so TASS's printing is looked
at too, and every other in the lineages that either stands in. Whatever shares none of this stays as it is and need not
be read - of a million quotes a few hundred, where one day's articles are linked anew.

Left to others: linking them (`relinking`).
"""

from collections.abc import Collection, Iterator, Sequence
from typing import TypeVar

from articles.engine.linking.fingerprints import NO_POSTINGS, compute_fingerprint, generate_candidates
from articles.engine.text.aliases import Aliases
from articles.models import Match, Printing, Quote, WordPair

Row = TypeVar("Row")
BATCH_SIZE = 500  # quotes whose words, or rows whose numbers, are asked for together


def affected_quotes(quotes: Sequence[Quote], aliases: Aliases) -> set[int]:
    """These quotes, those they may match, those they have matched, and all in the lineages of any of these."""
    near = {quote.pk for quote in quotes} | {quote.copy_of_id for quote in quotes if quote.copy_of_id}
    for some in _split_into_batches(quotes):
        near |= _find_candidates(some, aliases)
    for numbers in _split_into_batches([quote.pk for quote in quotes]):
        near.update(Match.objects.filter(a__in=numbers).values_list("b", flat=True))
        near.update(Match.objects.filter(b__in=numbers).values_list("a", flat=True))
    existing = _select_existing(near)
    return existing | _expand_to_lineages(existing)


def _find_candidates(quotes: Sequence[Quote], aliases: Aliases) -> set[int]:
    """The quotes that the index names for these: by pairs of words, and by all words."""
    passages = [compute_fingerprint(quote.text, aliases) for quote in quotes]
    known = WordPair.objects.load_postings(
        {key for passage in passages for key in (*passage.blocking_keys, passage.exact_key)}
    )
    near = {pk for passage in passages for pk in generate_candidates(passage, known)}
    return near | {pk for passage in passages for pk in known.get(passage.exact_key, NO_POSTINGS).newest}


def _select_existing(numbers: Collection[int]) -> set[int]:
    """Without those that the index still names and nobody has any more."""
    found: set[int] = set()
    for some in _split_into_batches(sorted(numbers)):
        found.update(Quote.objects.filter(pk__in=some).values_list("pk", flat=True))
    return found


def _expand_to_lineages(quotes: Collection[int]) -> set[int]:
    """All quotes of all lineages that hold one of these, and so on: a block can stand in several."""
    members: set[int] = set()
    lineages: set[int] = set()
    new = set(quotes)
    while new:
        homes: set[int] = set()
        for some in _split_into_batches(sorted(new)):
            homes.update(Printing.objects.filter(quote__in=some).values_list("lineage", flat=True))
        members |= new
        reached: set[int] = set()
        for some in _split_into_batches(sorted(homes - lineages)):
            reached.update(Printing.objects.filter(lineage__in=some).values_list("quote", flat=True))
        lineages |= homes
        new = reached - members
    return members


def _split_into_batches(rows: Sequence[Row]) -> Iterator[Sequence[Row]]:
    """`rows`, so many at a time."""
    return (rows[start : start + BATCH_SIZE] for start in range(0, len(rows), BATCH_SIZE))
