"""The baseline of a region: the families that would stand if nobody had ruled, and their storage."""

from collections.abc import Collection
from dataclasses import dataclass, field

from django.db.models import Q

from articles.models import BaselineMembership, Quote, Ruling
from articles.services.reclustering.region import AffectedRegion, QuoteSpans


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
    wanted = {
        (quote, code): (*span, baseline.copy_of[quote])
        for code, spans in baseline.families.items()
        if not concerned.isdisjoint(spans)
        for quote, span in spans.items()
    }
    stored = {(row.quote_id, row.code): (row.start, row.end, row.copy_of) for row in region.baseline_rows}
    outdated = [
        row.pk for row in region.baseline_rows if wanted.get((row.quote_id, row.code)) != stored[row.quote_id, row.code]
    ]
    BaselineMembership.objects.filter(pk__in=outdated).delete()
    BaselineMembership.objects.bulk_create(
        [
            BaselineMembership(quote_id=quote, code=code, start=start, end=end, copy_of=copy_of)
            for (quote, code), (start, end, copy_of) in wanted.items()
            if stored.get((quote, code)) != (start, end, copy_of)
        ],
        batch_size=1000,
    )


def _find_concerned_quotes(quotes: Collection[int]) -> set[int]:
    """Return the quotes that somebody ruled on, or that are left out of lineages."""
    rulings = Ruling.objects.in_force().exclude(verdict=Ruling.Verdict.UNSURE)
    pairs = rulings.filter(Q(a__in=quotes) | Q(b__in=quotes)).order_by().values_list("a", "b")
    left_out = Quote.objects.filter(pk__in=quotes).exclude(left_out="").values_list("pk", flat=True)
    return {quote for pair in pairs for quote in pair} | set(left_out)
