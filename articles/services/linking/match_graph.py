"""The graph of stored matches, as clustering takes it: links, halves of one quotation, counts of copies."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from django.db.models import Q

from articles.engine.linking.clustering import WHOLE_SHARE, Link
from articles.engine.text.spans import Span
from articles.models import Match, Quote
from articles.models.db.prepared_query import NUMBERS_PARAMETER, PreparedQuery


def load_links(members: Mapping[int, int]) -> Iterator[Link]:
    """Yield the matches among these quotes, which are keys of `members`."""
    # With both sides in the query, SQLite would look up each member with each other: 12 ms instead of 2 for 190.
    for a, b, score, whole_a, whole_b, *places in _MATCHES_QUERY(members):
        if b in members:
            yield build_link(a, b, score, whole_a, whole_b, places)


_LINK_COLUMNS = ("a", "b", "score", "whole_a", "whole_b", "a_start", "a_end", "b_start", "b_end")
_MATCHES_QUERY = PreparedQuery(
    lambda quotes: Match.objects.filter(a__among=quotes).order_by().values_list(*_LINK_COLUMNS), NUMBERS_PARAMETER
)


def build_link(
    a: int, b: int, score: float, whole_a: float, whole_b: float, places: Sequence[int] = (0, 0, 0, 0)
) -> Link:
    """Build a link; where only part of one quote matches, that quote is the host and has a span.

    `places` are the start and end of the matching part in `a`, then in `b`.
    """
    if whole_a < WHOLE_SHARE:
        return Link(a, b, score, a, Span(places[0], places[1]))
    if whole_b < WHOLE_SHARE:
        return Link(a, b, score, b, Span(places[2], places[3]))
    return Link(a, b, score)


def load_halves(members: Collection[int]) -> set[tuple[int, int]]:
    """Return the pairs that articles print around an attribution; a copy counts for the first with its words."""
    pairs = [(first or pk, first_of_other or other) for pk, first, other, first_of_other in _HALVES_QUERY(members)]
    return {(a, b) for a, b in pairs if a != b and a in members and b in members}


_HALVES_QUERY = PreparedQuery(
    lambda quotes: (
        Quote.objects.filter(Q(pk__among=quotes) | Q(copy_of__among=quotes), other_half__isnull=False)
        .order_by()
        .values_list("pk", "copy_of", "other_half", "other_half__copy_of")
    ),
    NUMBERS_PARAMETER,
)


def count_copies(members: Iterable[int]) -> Counter[int]:
    """Count how often the words of each quote are printed, itself included."""
    return Counter([*members, *(first for (first,) in _COPIES_QUERY(members))])


_COPIES_QUERY = PreparedQuery(
    lambda quotes: Quote.objects.filter(copy_of__among=quotes).order_by().values_list("copy_of"), NUMBERS_PARAMETER
)
