"""Permanent codes of reclustered families: which code each family keeps, takes back or is given."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.utils import timezone

from articles.models import BaselineMembership, LineageCode, Revision
from articles.models.lineage import generate_unused_codes
from articles.services.linking.lineage_updates import find_predecessors, index_families_by_quote
from articles.services.linking.match_graph import Family, load_lengths_and_order
from articles.services.reclustering.region import AffectedRegion, Baseline, QuoteSpans


@dataclass(frozen=True, slots=True)
class CodeAssignment:
    """The code of a family; a new code names the one it was split from, an old one the codes that redirect to it."""

    code: str
    split_from: str | None = None
    absorbs: tuple[str, ...] = ()


def assign_codes(
    families: Sequence[Family], printings: Sequence[QuoteSpans], baseline: Baseline, region: AffectedRegion
) -> list[CodeAssignment | None]:
    """Choose a code for each family, None for a family without printings.

    A code stays with the earliest printing of its baseline family. Of several codes that meet, the oldest stays. A
    family without any such code takes back a code that an earlier ruling made, if it has most of its printings, or
    gets a new one.
    """
    claims, origins = _find_code_claims(families, printings, baseline)
    age = {code: number for number, code in enumerate(sort_codes_by_age(baseline.families))}
    assignments: dict[int, CodeAssignment] = {}
    for position, claimed in claims.items():
        oldest, *others = sorted(claimed, key=lambda code: age[code])
        assignments[position] = CodeAssignment(oldest, absorbs=tuple(others))
    rest = [position for position, spans in enumerate(printings) if spans and position not in assignments]
    if rest:
        codes = find_predecessor_codes([families[position] for position in rest], _load_split_codes(baseline, region))
        for position, code in zip(rest, codes, strict=True):
            new = CodeAssignment(code or generate_unused_codes(1)[0], None if code else origins[position])
            assignments[position] = new
    return [assignments.get(position) for position in range(len(families))]


def _find_code_claims(
    families: Sequence[Family], printings: Sequence[QuoteSpans], baseline: Baseline
) -> tuple[dict[int, list[str]], dict[int, str]]:
    """Return by position the codes that belong to each family, and for each family one code that a part of it had."""
    _, rank = load_lengths_and_order({member.passage for family in families for member in family})
    positions_of = index_families_by_quote(families)
    claims: defaultdict[int, list[str]] = defaultdict(list)
    origins: dict[int, str] = {}
    for code, spans in baseline.families.items():
        members = [quote for quote in spans if quote in rank]
        shares = Counter(position for quote in members for position in positions_of[quote])
        printed = [quote for quote in members if any(quote in printings[position] for position in positions_of[quote])]
        first = min(printed or members, key=lambda quote: rank[quote])
        claims[min(positions_of[first], key=lambda position: (-shares[position], position))].append(code)
        for position in shares:
            origins.setdefault(position, code)
    return claims, origins


def _load_split_codes(baseline: Baseline, region: AffectedRegion) -> dict[str, set[int]]:
    """Return the codes that rulings made, current or ended, with the printings they had."""
    current = {region.codes[pk]: set(spans) for pk, spans in region.printings.items()}
    before = {code: quotes for code, quotes in current.items() if code not in baseline.families}
    ended = LineageCode.objects.filter(split_from__in=baseline.families)
    ended = ended.exclude(pk__in=before).exclude(pk__in=baseline.families)
    ended = ended.exclude(pk__in=BaselineMembership.objects.values("code"))
    for code in ended.select_related("lineage"):
        newest = Revision.objects.filter(code=code).order_by("-number").first()
        if newest and code.state != "current":
            before[code.pk] = {printing["quote"] for printing in newest.data["printings"]}
    return before


def find_predecessor_codes(families: Sequence[Family], before: Mapping[str, Iterable[int]]) -> list[str | None]:
    """Return for each family the code with most of its quotes `before`, the older among equals; None for no code."""
    codes = sort_codes_by_age(before)
    predecessors = find_predecessors(families, {number: before[code] for number, code in enumerate(codes)})
    return [None if number is None else codes[number] for number in predecessors]


def sort_codes_by_age(codes: Collection[str]) -> list[str]:
    """Sort codes by when they were issued; codes that are not stored yet come last."""
    issued = dict(LineageCode.objects.filter(pk__in=codes).values_list("pk", "issued"))
    now = timezone.now()
    return sorted(codes, key=lambda code: (issued.get(code, now), code))
