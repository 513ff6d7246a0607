"""What clustering takes from the database: matches as links, and curators' rulings as must-link and cannot-link.

A ruling on two printings counts for all printings with the same words letter for letter, unless it tells two of these
apart: then the later of the two is separated from its copies (`find_separated_quotes`).
`articles.engine.linking.constraints` has the algorithm.
"""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from itertools import chain

from django.db.models import Q

from articles.engine.linking.clustering import WHOLE_SHARE, Link, Member
from articles.engine.linking.constraints import Constraint, Separation, apply_constraints, resolve_constraints
from articles.engine.linking.fingerprints import compute_fingerprint
from articles.engine.text.aliases import Aliases
from articles.engine.text.spans import Span
from articles.models import Match, Quote, Ruling
from articles.models.db.prepared_query import NUMBERS_PARAMETER, PreparedQuery
from articles.models.quote import PrintingOrder

Family = tuple[Member, ...]
Ruled = Constraint | Separation
RulingRow = tuple[int, int, str, int, int | None, int, int]  # a, b, verdict, decision, its split, the parts of a and b
RULING_COLUMNS = ("a", "b", "verdict", "batch", "split", "part_a", "part_b")


def apply_rulings(
    families: Sequence[Family],
    constraints: Sequence[Ruled],
    load_links: Callable[[Mapping[int, int]], Iterable[Link]],
) -> list[Family]:
    """Return `families` joined and parted as `constraints` require; each member stands for all with its words.

    `load_links` takes the lengths of quotes, by number, and gives the links among them.
    """
    if not constraints:
        return list(families)
    concerned = {quote for constraint in constraints for quote in _list_quotes(constraint)}
    touched = [family for family in families if not concerned.isdisjoint(member.passage for member in family)]
    others = [family for family in families if concerned.isdisjoint(member.passage for member in family)]
    members = {member.passage for family in touched for member in family}
    resolved = resolve_constraints(filter(None, (_restrict(constraint, members) for constraint in constraints)))
    lengths, rank = load_lengths_and_order(members)
    links = [link for link in load_links(lengths) if link.a in members and link.b in members]
    return sorted([*others, *apply_constraints(touched, resolved, lengths=lengths, rank=rank, links=links)])


def _list_quotes(ruled: Ruled) -> tuple[int, ...]:
    return tuple(quote for quote, _ in ruled.members) if isinstance(ruled, Separation) else (ruled.a, ruled.b)


def _restrict(ruled: Ruled, members: Collection[int]) -> Ruled | None:
    """Return what a constraint says of these quotes; None for nothing."""
    if isinstance(ruled, Separation):
        own = tuple(each for each in ruled.members if each[0] in members)
        return Separation(own) if own else None
    return ruled if ruled.a in members and ruled.b in members else None


def load_constraints(quotes: Collection[int]) -> list[Ruled]:
    """Return the constraints among these quotes, newest first; a copy counts for the first with its words.

    Of a split, the rulings on one of the quotes count too: they say which part it went to.
    """
    firsts = {quote: quote for quote in quotes}
    firsts |= dict(_COPY_FIRSTS_QUERY(quotes))
    rows = {pk: row for pk, *row in _RULINGS_BY_A_QUERY(firsts) if row[1] in firsts or row[4] is not None}
    rows |= {pk: row for pk, *row in _SPLITS_BY_B_QUERY(firsts)}
    newest_first: list[RulingRow] = [tuple(rows[pk]) for pk in sorted(rows, reverse=True)]
    return select_newest_constraints(newest_first, firsts)


_COPY_FIRSTS_QUERY = PreparedQuery(
    lambda quotes: Quote.objects.filter(copy_of__among=quotes).order_by().values_list("pk", "copy_of"),
    NUMBERS_PARAMETER,
)
# Each by one index: a query for both sides reads all rulings, 39 ms for 20,000 under SQLite instead of 8.
_RULINGS_BY_A_QUERY = PreparedQuery(
    lambda quotes: Ruling.objects.in_force().filter(a__among=quotes).order_by().values_list("pk", *RULING_COLUMNS),
    NUMBERS_PARAMETER,
)
_SPLITS_BY_B_QUERY = PreparedQuery(
    lambda quotes: (
        Ruling.objects.in_force()
        .filter(b__among=quotes, split__isnull=False)
        .order_by()
        .values_list("pk", *RULING_COLUMNS)
    ),
    NUMBERS_PARAMETER,
)


def load_all_constraints(firsts: Mapping[int, int]) -> list[Ruled]:
    """Return the constraints among all quotes, newest first; `firsts` has the first quote with the words of each."""
    return select_newest_constraints(Ruling.objects.in_force().order_by("-pk").values_list(*RULING_COLUMNS), firsts)


def select_newest_constraints(newest_first: Iterable[RulingRow], firsts: Mapping[int, int]) -> list[Ruled]:
    """Return the constraint that the newest ruling on each pair makes, and a separation for each split, newest first.

    They name the first quote with the words of each (`firsts`); quotes that are not there are left out.
    """
    seen: dict[tuple[int, int], str] = {}
    constraints: list[Ruled | tuple[int, int]] = []
    parts: dict[tuple[int, int], list[tuple[int, int]]] = {}
    for a, b, verdict, decision, split, part_a, part_b in newest_first:
        is_newest = (a, b) not in seen
        newest = seen.setdefault((a, b), verdict)
        if split is not None:
            if newest != Ruling.Verdict.UNSURE:
                if (decision, split) not in parts:
                    constraints.append((decision, split))
                own = parts.setdefault((decision, split), [])
                own += [(firsts[quote], part) for quote, part in ((a, part_a), (b, part_b)) if quote in firsts]
        elif is_newest and verdict != Ruling.Verdict.UNSURE:
            first_of_a, first_of_b = firsts.get(a), firsts.get(b)
            if first_of_a and first_of_b and first_of_a != first_of_b:
                constraints.append(Constraint(first_of_a, first_of_b, same=verdict == Ruling.Verdict.SAME))
    splits = {split: Separation(tuple(dict.fromkeys(members))) for split, members in parts.items()}
    return [splits[each] if isinstance(each, tuple) else each for each in constraints]


def load_lengths_and_order(quotes: Collection[int]) -> tuple[dict[int, int], dict[int, PrintingOrder]]:
    """Return the length of each quote in characters, and its key in the order of print."""
    columns = ("start", "end", "version", "seen", "article__published", "article__spoken_from", "article__precision")
    rows = list(Quote.objects.filter(pk__among=quotes).select_related("article").only(*columns))
    return {quote.pk: quote.end - quote.start for quote in rows}, {quote.pk: quote.printing_order for quote in rows}


def find_separated_quotes(different: Iterable[tuple[int, int]], texts: Mapping[int, str], aliases: Aliases) -> set[int]:
    """Return the later quote of each pair that was ruled different though both print the same words."""
    different = list(different)
    distinct = {texts[quote] for quote in chain.from_iterable(different)}
    codes = {text: compute_fingerprint(text, aliases).code for text in distinct}
    return {max(a, b) for a, b in different if codes[texts[a]] == codes[texts[b]]}


def find_all_separated_quotes(aliases: Aliases) -> set[int]:
    """Return every quote that a ruling separates from others with the same words."""
    rulings = Ruling.objects.in_force().order_by("pk").values_list("a", "b", "verdict")
    newest = {(a, b): verdict for a, b, verdict in rulings}
    different = [pair for pair, verdict in newest.items() if verdict == Ruling.Verdict.DIFFERENT]
    texts = dict(Quote.objects.filter(pk__in=set(chain.from_iterable(different))).values_list("pk", "text"))
    return find_separated_quotes(different, texts, aliases)


def load_links(members: Mapping[int, int]) -> Iterator[Link]:
    """Yield the scored pairs among these quotes, which are keys of `members`."""
    # With both sides in the query, SQLite would look up each member with each other: 12 ms instead of 2 for 190.
    for a, b, score, whole_a, whole_b, *places in _MATCHES_QUERY(members):
        if b in members:
            yield build_link(a, b, score, whole_a, whole_b, places)


_LINK_COLUMNS = ("a", "b", "score", "whole_a", "whole_b", "a_start", "a_end", "b_start", "b_end")
_MATCHES_QUERY = PreparedQuery(
    lambda quotes: Match.scored.filter(a__among=quotes).order_by().values_list(*_LINK_COLUMNS), NUMBERS_PARAMETER
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
