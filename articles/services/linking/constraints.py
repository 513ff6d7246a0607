"""What is to be joined and parted, because curators said so?

TASS's first quotation and a copy of SANA's were ruled different; whoever links quotes - one article, all of them, or
the few that a new ruling concerns - hands the families that matches make to `apply_rulings` and gets them back as the
rulings have them. A ruling on two printings counts for all that print the same words letter for letter, unless it is
between two of these: then the later one stands for itself (`find_separated_quotes`).

Left to others: joining and parting (`engine.rulings`), who rules (`curation`).
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

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
    families: Sequence[Family], said: Sequence[Constraint], links_among: Callable[[Mapping[int, int]], Iterable[Link]]
) -> list[Family]:
    """`families`, of which each member stands for all with its words, joined and parted as was `said`."""
    if not said:
        return list(families)
    concerned = {passage for each in said for passage in (each.a, each.b)}
    touched = [family for family in families if not concerned.isdisjoint(member.passage for member in family)]
    others = [family for family in families if concerned.isdisjoint(member.passage for member in family)]
    members = {member.passage for family in touched for member in family}
    said = [each for each in said if each.a in members and each.b in members]
    lengths, rank = load_lengths_and_order(members)
    links = [link for link in links_among(lengths) if link.a in members and link.b in members]
    return sorted(
        [*others, *apply_constraints(touched, resolve_constraints(said), lengths=lengths, rank=rank, links=links)]
    )


def load_constraints(quotes: Collection[int]) -> list[Constraint]:
    """What holds between these quotes, newest first; a ruling on a copy counts for the first with its words."""
    return _select_newest_constraints(
        (a, b, first_of_a or a, first_of_b or b, verdict)
        for a, b, first_of_a, first_of_b, verdict in _RULINGS_QUERY(quotes)
    )


_RULINGS_QUERY = PreparedQuery(
    lambda quotes: (
        Ruling.objects.in_force()
        .filter(
            Q(a__among=quotes) | Q(a__copy_of__among=quotes),
            Q(b__among=quotes) | Q(b__copy_of__among=quotes),
        )
        .order_by("-pk")
        .values_list("a", "b", "a__copy_of", "b__copy_of", "verdict")
    ),
    NUMBERS_PARAMETER,
)


def load_all_constraints(firsts: Mapping[int, int]) -> list[Constraint]:
    """What holds between all quotes, told of the first with the words of each; newest first."""
    found = Ruling.objects.in_force().order_by("-pk").values_list("a", "b", "verdict")
    return _select_newest_constraints(
        (a, b, firsts[a], firsts[b], verdict) for a, b, verdict in found if a in firsts and b in firsts
    )


def _select_newest_constraints(rows: Iterable[tuple[int, int, int, int, str]]) -> list[Constraint]:
    """Of rulings on the pairs (a, b), told of (first of a, first of b), the newest of each pair."""
    seen: set[tuple[int, int]] = set()
    said = []
    for a, b, one, other, verdict in rows:
        if (a, b) not in seen and verdict != Ruling.Verdict.UNSURE and one != other:
            said.append(Constraint(one, other, same=verdict == Ruling.Verdict.SAME))
        seen.add((a, b))
    return said


def load_lengths_and_order(quotes: Collection[int]) -> tuple[dict[int, int], dict[int, PrintingOrder]]:
    """How many characters each has, and the order they were printed in."""
    light = ("start", "end", "article__published", "article__precision")
    rows = list(Quote.objects.filter(pk__among=quotes).select_related("article").only(*light))
    return {quote.pk: quote.end - quote.start for quote in rows}, {quote.pk: quote.printing_order for quote in rows}


def find_separated_quotes(different: Iterable[tuple[int, int]], texts: Mapping[int, str], aliases: Aliases) -> set[int]:
    """Of pairs that are different though they print the same words: the one that came later."""
    codes: dict[int, str] = {}
    alone = set()
    for pair in different:
        for quote in pair:
            if quote not in codes:
                codes[quote] = compute_fingerprint(texts[quote], aliases).code
        if codes[pair[0]] == codes[pair[1]]:
            alone.add(max(pair))
    return alone


def find_all_separated_quotes(aliases: Aliases) -> set[int]:
    """Every quote that stands for itself, though others print the same words."""
    newest: dict[tuple[int, int], str] = {}
    for a, b, verdict in Ruling.objects.in_force().order_by("pk").values_list("a", "b", "verdict"):
        newest[a, b] = verdict
    different = [pair for pair, verdict in newest.items() if verdict == Ruling.Verdict.DIFFERENT]
    texts = dict(Quote.objects.filter(pk__in={quote for pair in different for quote in pair}).values_list("pk", "text"))
    return find_separated_quotes(different, texts, aliases)
