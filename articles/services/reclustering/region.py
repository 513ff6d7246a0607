"""The affected region of a ruling: every lineage whose printings the ruling may move."""

from collections.abc import Collection
from dataclasses import dataclass, field

from articles.models import BaselineMembership, Lineage, Printing, Ruling

QuoteSpans = dict[int, tuple[int, int]]  # quote -> start and end of the part that belongs to a lineage


@dataclass(slots=True)
class AffectedRegion:
    """All lineages that hang together with some quotes, as they are stored.

    `lineages`, `printings`, `firsts` (first printings) and `codes` are by the number of the lineage. `baseline_rows`
    say where the quotes would belong without rulings.
    """

    seeds: set[int]
    lineages: dict[int, Lineage] = field(default_factory=dict)
    printings: dict[int, QuoteSpans] = field(default_factory=dict)
    firsts: dict[int, int | None] = field(default_factory=dict)
    codes: dict[int, str] = field(default_factory=dict)
    baseline_rows: list[BaselineMembership] = field(default_factory=list)

    @property
    def quotes(self) -> set[int]:
        """Every quote of the region, printed in a lineage or not."""
        printed = {quote for spans in self.printings.values() for quote in spans}
        return self.seeds | printed | {row.quote_id for row in self.baseline_rows}


def find_region(seeds: set[int]) -> AffectedRegion:
    """Find the lineages that share a baseline or a must-link ruling with these quotes, transitively."""
    codes = set(BaselineMembership.objects.filter(quote__in=seeds).values_list("code", flat=True))
    lineages = set(Printing.objects.filter(quote__in=seeds).values_list("lineage", flat=True))
    while True:
        more_codes = codes | set(
            BaselineMembership.objects.filter(quote__printings__lineage__in=lineages).values_list("code", flat=True)
        )
        more_lineages = lineages | _find_bound_lineages(lineages)
        more_lineages |= set(
            Printing.objects.filter(
                quote__in=BaselineMembership.objects.filter(code__in=more_codes).values("quote")
            ).values_list("lineage", flat=True)
        )
        more_lineages |= set(Lineage.objects.filter(code__in=more_codes).values_list("pk", flat=True))
        if (more_codes, more_lineages) == (codes, lineages):
            return _load_region(seeds, lineages, codes)
        codes, lineages = more_codes, more_lineages


def _load_region(seeds: set[int], lineages: Collection[int], codes: Collection[str]) -> AffectedRegion:
    region = AffectedRegion(seeds, Lineage.objects.in_bulk(lineages), {pk: {} for pk in sorted(lineages)})
    for lineage, quote, start, end in Printing.objects.filter(lineage__in=lineages).values_list(
        "lineage", "quote", "start", "end"
    ):
        region.printings[lineage][quote] = start, end
    region.baseline_rows = list(BaselineMembership.objects.filter(code__in=codes).order_by("quote", "code"))
    region.firsts = {pk: lineage.first_id for pk, lineage in region.lineages.items()}
    region.codes = {pk: lineage.code for pk, lineage in region.lineages.items()}
    return region


def _find_bound_lineages(lineages: Collection[int]) -> set[int]:
    """Return the lineages with a printing that was ruled the same as a printing of these."""
    same = Ruling.objects.in_force().filter(verdict=Ruling.Verdict.SAME)
    bound: set[int] = set()
    for side, other in (("a", "b"), ("b", "a")):
        concerned = same.filter(**{f"{side}__printings__lineage__in": lineages})
        bound |= set(concerned.values_list(f"{other}__printings__lineage", flat=True))
    return bound - {None}
