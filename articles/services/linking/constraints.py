"""Curators' must-link and cannot-link rulings, loaded from the database and applied to clusters.

A ruling on two printings counts for all printings with the same words letter for letter, unless it tells two of these
apart: then the later of the two is separated from its copies (`find_separated_quotes`).
`articles.engine.linking.constraints` has the algorithm.
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from itertools import chain

from django.db.models import Q

from articles.engine.linking.clustering import Link, Member
from articles.engine.linking.constraints import Constraint, apply_constraints, resolve_constraints
from articles.engine.linking.fingerprints import compute_fingerprint
from articles.engine.text.aliases import Aliases
from articles.models import Quote, Ruling
from articles.models.db.prepared_query import NUMBERS_PARAMETER, PreparedQuery
from articles.models.quote import PrintingOrder

Family = tuple[Member, ...]


def apply_rulings(
    families: Sequence[Family],
    constraints: Sequence[Constraint],
    load_links: Callable[[Mapping[int, int]], Iterable[Link]],
) -> list[Family]:
    """Return `families` joined and parted as `constraints` require; each member stands for all with its words.

    `load_links` takes the lengths of quotes, by number, and gives the links among them.
    """
    if not constraints:
        return list(families)
    concerned = {quote for constraint in constraints for quote in (constraint.a, constraint.b)}
    touched = [family for family in families if not concerned.isdisjoint(member.passage for member in family)]
    others = [family for family in families if concerned.isdisjoint(member.passage for member in family)]
    members = {member.passage for family in touched for member in family}
    resolved = resolve_constraints([each for each in constraints if each.a in members and each.b in members])
    lengths, rank = load_lengths_and_order(members)
    links = [link for link in load_links(lengths) if link.a in members and link.b in members]
    return sorted([*others, *apply_constraints(touched, resolved, lengths=lengths, rank=rank, links=links)])


def load_constraints(quotes: Collection[int]) -> list[Constraint]:
    """Return the constraints among these quotes, newest first; a copy counts for the first with its words."""
    return _select_newest_constraints(
        (a, b, first_of_a or a, first_of_b or b, verdict)
        for a, b, first_of_a, first_of_b, verdict in _RULINGS_QUERY(quotes)
    )


_RULINGS_QUERY = PreparedQuery(
    lambda quotes: (
        Ruling.objects.in_force()
        .filter(Q(a__among=quotes) | Q(a__copy_of__among=quotes), Q(b__among=quotes) | Q(b__copy_of__among=quotes))
        .order_by("-pk")
        .values_list("a", "b", "a__copy_of", "b__copy_of", "verdict")
    ),
    NUMBERS_PARAMETER,
)


def load_all_constraints(firsts: Mapping[int, int]) -> list[Constraint]:
    """Return the constraints among all quotes, newest first; `firsts` has the first quote with the words of each."""
    rulings = Ruling.objects.in_force().order_by("-pk").values_list("a", "b", "verdict")
    return _select_newest_constraints(
        (a, b, firsts[a], firsts[b], verdict) for a, b, verdict in rulings if a in firsts and b in firsts
    )


def _select_newest_constraints(rows: Iterable[tuple[int, int, int, int, str]]) -> list[Constraint]:
    """Return the newest constraint of each pair (a, b), on (first of a, first of b)."""
    seen: set[tuple[int, int]] = set()
    constraints = []
    for a, b, first_of_a, first_of_b, verdict in rows:
        if (a, b) not in seen and verdict != Ruling.Verdict.UNSURE and first_of_a != first_of_b:
            constraints.append(Constraint(first_of_a, first_of_b, same=verdict == Ruling.Verdict.SAME))
        seen.add((a, b))
    return constraints


def load_lengths_and_order(quotes: Collection[int]) -> tuple[dict[int, int], dict[int, PrintingOrder]]:
    """Return the length of each quote in characters, and its key in the order of print."""
    columns = ("start", "end", "article__published", "article__precision")
    rows = list(Quote.objects.filter(pk__among=quotes).select_related("article").only(*columns))
    return {quote.pk: quote.end - quote.start for quote in rows}, {quote.pk: quote.printing_order for quote in rows}


def find_separated_quotes(different: Iterable[tuple[int, int]], texts: Mapping[int, str], aliases: Aliases) -> set[int]:
    """Return the later quote of each pair that was ruled different though both print the same words."""
    different = list(different)
    codes = {quote: compute_fingerprint(texts[quote], aliases).code for quote in chain.from_iterable(different)}
    return {max(a, b) for a, b in different if codes[a] == codes[b]}


def find_all_separated_quotes(aliases: Aliases) -> set[int]:
    """Return every quote that a ruling separates from others with the same words."""
    rulings = Ruling.objects.in_force().order_by("pk").values_list("a", "b", "verdict")
    newest = {(a, b): verdict for a, b, verdict in rulings}
    different = [pair for pair, verdict in newest.items() if verdict == Ruling.Verdict.DIFFERENT]
    texts = dict(Quote.objects.filter(pk__in=set(chain.from_iterable(different))).values_list("pk", "text"))
    return find_separated_quotes(different, texts, aliases)
