"""The affected region of a ruling, and its baseline: the families that would stand if nobody had ruled."""

from collections.abc import Collection
from dataclasses import dataclass, field

from django.db.models import Q

from articles.models import BaselineMembership, Lineage, Printing, Quote, Ruling
from articles.models.db.insertion import insert_rows

QuoteSpans = dict[int, tuple[int, int]]  # quote -> start and end of the part that belongs to a lineage


@dataclass(slots=True)
class AffectedRegion:
    """All lineages that hang together with some quotes, as they are stored, by number."""

    seeds: set[int]
    lineages: dict[int, Lineage]
    printings: dict[int, QuoteSpans]
    firsts: dict[int, int | None]  # the first printing of each lineage
    codes: dict[int, str]
    baseline_rows: list[BaselineMembership]  # where the quotes would belong without rulings

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
        rows = BaselineMembership.objects.filter(quote__printings__lineage__in=lineages)
        more_codes = codes | set(rows.values_list("code", flat=True))
        more_lineages = lineages | _find_bound_lineages(lineages)
        quotes = BaselineMembership.objects.filter(code__in=more_codes).values("quote")
        more_lineages |= set(Printing.objects.filter(quote__in=quotes).values_list("lineage", flat=True))
        more_lineages |= set(Lineage.objects.filter(code__in=more_codes).values_list("pk", flat=True))
        if (more_codes, more_lineages) == (codes, lineages):
            return _load_region(seeds, lineages, codes)
        codes, lineages = more_codes, more_lineages


def _load_region(seeds: set[int], lineages: Collection[int], codes: Collection[str]) -> AffectedRegion:
    stored = Lineage.objects.in_bulk(lineages)
    printings: dict[int, QuoteSpans] = {pk: {} for pk in sorted(lineages)}
    rows = Printing.objects.filter(lineage__in=lineages).values_list("lineage", "quote", "start", "end")
    for lineage, quote, start, end in rows:
        printings[lineage][quote] = start, end
    baseline_rows = list(BaselineMembership.objects.filter(code__in=codes).order_by("quote", "code"))
    firsts = {pk: lineage.first_id for pk, lineage in stored.items()}
    return AffectedRegion(seeds, stored, printings, firsts, {pk: stored[pk].code for pk in stored}, baseline_rows)


def _find_bound_lineages(lineages: Collection[int]) -> set[int]:
    """Return the lineages with a printing that was ruled the same as a printing of these."""
    same = Ruling.objects.in_force().filter(verdict=Ruling.Verdict.SAME)
    bound = {
        *same.filter(a__printings__lineage__in=lineages).values_list("b__printings__lineage", flat=True),
        *same.filter(b__printings__lineage__in=lineages).values_list("a__printings__lineage", flat=True),
    }
    return bound - {None}


@dataclass(slots=True)
class Baseline:
    """Families without rulings by code, and the first quote with the words of each quote, if it is a copy."""

    families: dict[str, QuoteSpans] = field(default_factory=dict)
    copy_of: dict[int, int | None] = field(default_factory=dict)

    def add(self, code: str, quote: int, span: tuple[int, int], copy_of: int | None) -> None:
        """Put a quote into the family with this code."""
        self.families.setdefault(code, {})[quote] = span
        self.copy_of[quote] = self.copy_of.get(copy_of or 0) or copy_of

    def map_to_firsts(self) -> dict[int, int]:
        """Map each quote to the first one with its words, or to itself if that one is not in the baseline."""
        firsts = ((quote, first or quote) for quote, first in self.copy_of.items())
        return {quote: first if first in self.copy_of else quote for quote, first in firsts}


def store_baseline(baseline: Baseline, region: AffectedRegion) -> None:
    """Store the families that a ruling in force concerns, and delete the rows of the others."""
    concerned = _find_concerned_quotes(list(baseline.copy_of))
    rows = {
        (quote, code): (*span, baseline.copy_of[quote])
        for code, spans in baseline.families.items()
        if not concerned.isdisjoint(spans)
        for quote, span in spans.items()
    }
    outdated = []
    for row in region.baseline_rows:
        if rows.get((row.quote_id, row.code)) == (row.start, row.end, row.copy_of):
            del rows[row.quote_id, row.code]
        else:
            outdated.append(row.pk)
    BaselineMembership.objects.filter(pk__in=outdated).delete()
    insert_rows(BaselineMembership, _BASELINE_COLUMNS, [(*place, *row) for place, row in rows.items()])


_BASELINE_COLUMNS = ("quote_id", "code", "start", "end", "copy_of")


def _find_concerned_quotes(quotes: Collection[int]) -> set[int]:
    """Return the quotes that somebody ruled on, or that are left out of lineages."""
    rulings = Ruling.objects.in_force().exclude(verdict=Ruling.Verdict.UNSURE)
    pairs = rulings.filter(Q(a__in=quotes) | Q(b__in=quotes)).order_by().values_list("a", "b")
    left_out = Quote.objects.filter(pk__in=quotes).exclude(left_out="").values_list("pk", flat=True)
    return {quote for pair in pairs for quote in pair} | set(left_out)
