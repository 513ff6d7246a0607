"""Which quotes may change their places when some are linked anew?

When SANA's article is looked at again, its quotations may join TASS's lineage or leave it: so TASS's printing is looked
at too, and every other in the lineages that either stands in. Whatever shares none of this stays as it is and need not
be read - of a million quotes a few hundred, where one day's articles are linked anew.

Left to others: linking them (`relinking`).
"""

from collections.abc import Collection, Iterator, Sequence
from typing import TypeVar

from articles.engine.linking.fingerprints import NO_POSTINGS, candidates, read_passage
from articles.engine.text.aliases import Aliases
from articles.models import Match, Printing, Quote, WordPair

Row = TypeVar("Row")
AT_A_TIME = 500  # quotes whose words, or rows whose numbers, are asked for together


def vicinity_of(quotes: Sequence[Quote], aliases: Aliases) -> set[int]:
    """These quotes, those they may match, those they have matched, and all in the lineages of any of these."""
    near = {quote.pk for quote in quotes} | {quote.copy_of_id for quote in quotes if quote.copy_of_id}
    for some in _parts(quotes):
        near |= _may_match(some, aliases)
    for numbers in _parts([quote.pk for quote in quotes]):
        near.update(Match.objects.filter(a__in=numbers).values_list("b", flat=True))
        near.update(Match.objects.filter(b__in=numbers).values_list("a", flat=True))
    existing = _existing(near)
    return existing | _in_the_same_lineages(existing)


def _may_match(quotes: Sequence[Quote], aliases: Aliases) -> set[int]:
    """The quotes that the index names for these: by pairs of words, and by all words."""
    passages = [read_passage(quote.text, aliases) for quote in quotes]
    known = WordPair.objects.postings({key for passage in passages for key in (*passage.keys, passage.words_key)})
    near = {pk for passage in passages for pk in candidates(passage, known)}
    return near | {pk for passage in passages for pk in known.get(passage.words_key, NO_POSTINGS).newest}


def _existing(numbers: Collection[int]) -> set[int]:
    """Without those that the index still names and nobody has any more."""
    found: set[int] = set()
    for some in _parts(sorted(numbers)):
        found.update(Quote.objects.filter(pk__in=some).values_list("pk", flat=True))
    return found


def _in_the_same_lineages(quotes: Collection[int]) -> set[int]:
    """All quotes of all lineages that hold one of these, and so on: a block can stand in several."""
    members: set[int] = set()
    lineages: set[int] = set()
    new = set(quotes)
    while new:
        homes: set[int] = set()
        for some in _parts(sorted(new)):
            homes.update(Printing.objects.filter(quote__in=some).values_list("lineage", flat=True))
        members |= new
        reached: set[int] = set()
        for some in _parts(sorted(homes - lineages)):
            reached.update(Printing.objects.filter(lineage__in=some).values_list("quote", flat=True))
        lineages |= homes
        new = reached - members
    return members


def _parts(rows: Sequence[Row]) -> Iterator[Sequence[Row]]:
    """`rows`, so many at a time."""
    return (rows[start : start + AT_A_TIME] for start in range(0, len(rows), AT_A_TIME))
