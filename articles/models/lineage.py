"""The family of printings of the same words, and the permanent codes that lead to it."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from django.db import models
from django.urls import reverse

from articles.models.db.prepared_query import NUMBERS_PARAMETER, PreparedQuery
from articles.models.lineage_code import CODE_LENGTH, LineageCode, generate_unused_codes
from articles.models.printing import Printing
from articles.models.quote import Quote, build_printing_order, shorten
from articles.models.slugs import build_slug

RESERVED_SLUGS = re.compile(r"r[0-9]+|history|suggest")  # what stands behind a code in addresses of its revisions


def _build_lineage(code: str, first: "Quote | None") -> "Lineage":
    if first is None:
        return Lineage(code=code)
    outlets = _join_numbers([first.article.outlet_id] if first.article.outlet_id else [])
    latest = first.article.published
    return Lineage(code=code, first=first, printing_count=1, outlet_count=1, outlets=outlets, latest=latest)


def _join_numbers(numbers: Iterable[int]) -> str:
    return " ".join(map(str, sorted(numbers)))


QuoteSpans = Mapping[int, tuple[int, int]]  # quote -> the part of it that belongs, from and to


class LineageQuerySet(models.QuerySet["Lineage"]):
    def most_printed_first(self) -> "LineageQuerySet":
        """Most outlets and printings first, then the newest, undated ones last."""
        return self.order_by("-outlet_count", "-printing_count", models.F("latest").desc(nulls_last=True), "-pk")

    def most_altered_first(self) -> "LineageQuerySet":
        """Those whose wordings differ in the most, and the gravest, ways."""
        return self.order_by("-altered", "-pk")

    def newest_first(self) -> "LineageQuerySet":
        """By when they were last printed; those that no date is known of are left out."""
        return self.filter(latest__isnull=False).order_by("-latest", "-pk")

    def create_with_code(self) -> "Lineage":
        """A lineage without printings yet, with a code of its own that was never issued before."""
        return self.bulk_create_with_codes([None])[0]

    def bulk_create_with_codes(self, firsts: "Sequence[Quote | None]") -> "list[Lineage]":
        """A lineage for each of these quotes, as its first printing and so far its only one."""
        lineages = self.bulk_create(
            [
                _build_lineage(code, first)
                for code, first in zip(generate_unused_codes(len(firsts)), firsts, strict=True)
            ]
        )
        LineageCode.objects.bulk_create([LineageCode(code=lineage.code, lineage=lineage) for lineage in lineages])
        Printing.objects.bulk_create(
            [
                Printing(lineage=lineage, quote=first, start=0, end=first.end - first.start)
                for lineage, first in zip(lineages, firsts, strict=True)
                if first
            ]
        )
        return lineages

    def bulk_set_printings(self, parts: Mapping[int, QuoteSpans]) -> None:
        """Let the printings of each of these lineages be exactly these; those that stay keep their rows."""
        standing = {(lineage, quote): (pk, part) for pk, lineage, quote, *part in _SPANS_BY_LINEAGE(parts)}
        gone = [pk for (lineage, quote), (pk, _) in standing.items() if quote not in parts[lineage]]
        if gone:
            Printing.objects.filter(pk__in=gone).delete()
        Printing.objects.bulk_create(
            [
                Printing(lineage_id=lineage, quote_id=quote, start=start, end=end)
                for lineage, quotes in parts.items()
                for quote, (start, end) in quotes.items()
                if standing.get((lineage, quote), (0, []))[1] != [start, end]
            ],
            update_conflicts=True,
            unique_fields=["lineage", "quote"],
            update_fields=["start", "end"],
        )

    def bulk_refresh_summaries(self, lineages: "Collection[Lineage]") -> None:
        """Bring up to date what lists show of them: the first printing, how many there are, the latest date."""
        rows: defaultdict[int, list[Any]] = defaultdict(list)
        for lineage, *row in _SUMMARY_ROWS_BY_LINEAGE(lineage.pk for lineage in lineages):
            rows[lineage].append(row)
        for lineage in lineages:
            lineage.summarize_rows(rows[lineage.pk])
        self.bulk_save_summaries(lineages)

    def bulk_save_summaries(self, lineages: "Collection[Lineage]") -> None:
        """Store what lists show of these lineages, all of which are stored already."""
        counted = ["first", "printing_count", "outlet_count", "outlets", "latest", "stale"]
        # They exist, so all that this does is update them: in half the time that bulk_update takes.
        self.bulk_create(lineages, update_conflicts=True, unique_fields=["pk"], update_fields=counted)

    def containing_all(self, quotes: "Iterable[Quote]") -> "LineageQuerySet":
        """Those of which all these quotes are printings, the oldest first."""
        found = self.order_by("pk")
        for quote in quotes:
            found = found.filter(printings__quote=quote)
        return found

    def with_first(self) -> "LineageQuerySet":
        """With the earliest printing, its speaker, article and outlet at hand."""
        heavy = ("first__article__original", "first__article__text", "first__article__paragraphs")
        return self.select_related("first__speaker", "first__article__outlet").defer(*heavy)

    def for_summary_update(self) -> "LineageQuerySet":
        """With what tells whether another printing is earlier than the first, and nothing else of that."""
        own = [field.name for field in self.model._meta.concrete_fields]
        of_first = ("first__start", "first__article__published", "first__article__precision")
        return self.select_related("first__article").only(*own, *of_first)


class Lineage(models.Model):
    code = models.CharField(max_length=CODE_LENGTH, unique=True, editable=False)
    first = models.ForeignKey(
        Quote, on_delete=models.SET_NULL, null=True, related_name="+", help_text="the earliest printing seen"
    )
    printing_count = models.PositiveIntegerField(default=0)
    outlet_count = models.PositiveIntegerField(default=0)
    outlets = models.TextField(
        blank=True, editable=False, help_text="the numbers of the outlets that print it, with blanks between"
    )
    latest = models.DateTimeField(null=True, blank=True, help_text="when it was last printed, of those dated")
    altered = models.PositiveIntegerField(
        default=0, editable=False, help_text="the dangers of what its wordings change, all together"
    )
    kinds = models.TextField(
        blank=True, editable=False, help_text="the kinds of change that its printings have, with blanks between"
    )
    stale = models.BooleanField(default=True, editable=False, help_text="has changed since its newest revision")

    objects = LineageQuerySet.as_manager()

    class Meta:
        ordering = ("-pk",)
        indexes = (
            models.Index(fields=("-outlet_count", "-printing_count", "-latest")),
            models.Index(fields=("-altered", "-id"), name="lineage_altered"),
            models.Index(fields=("-latest", "-id"), name="lineage_latest"),
            models.Index(fields=("id",), name="lineage_stale", condition=models.Q(stale=True)),
        )

    def __str__(self) -> str:
        return str(self.first) if self.first else self.code

    def get_absolute_url(self) -> str:
        return reverse("lineage", args=[self.code, self.slug])

    def get_comparison_url(self, left: int, right: int) -> str:
        """The address of two of its printings side by side, named by the numbers of their quotes."""
        return reverse("comparison", args=[self.code, left, right])

    @property
    def suggest_url(self) -> str:
        """Where readers say what is wrong."""
        return reverse("suggest", args=[self.code])

    @property
    def slug(self) -> str:
        slug = build_slug(shorten(self.first.text) if self.first else "", fallback="quotation")
        return f"{slug}-quotation" if RESERVED_SLUGS.fullmatch(slug) else slug

    def set_printings(self, parts: QuoteSpans) -> None:
        """Let its printings be exactly these; those that stay keep their rows."""
        Lineage.objects.bulk_set_printings({self.pk: parts})

    def refresh_summary(self) -> None:
        """Bring up to date what lists show of it."""
        Lineage.objects.bulk_refresh_summaries([self])

    def summarize_rows(self, printed: Sequence[Sequence[Any]]) -> None:
        """Take over what these rows of `_SUMMARY_ROWS_BY_LINEAGE`, without the lineage, say; saves nothing."""
        earliest = min(printed, key=lambda row: build_printing_order(*row[1:5]), default=None)
        self.first_id = earliest[0] if earliest else None
        self.printing_count = len(printed)
        self.outlet_count = len({outlet or -article for _, _, _, article, _, outlet in printed})
        self.outlets = _join_numbers({outlet for *_, outlet in printed if outlet})
        self.latest = max((published for _, published, *_ in printed if published), default=None)
        self.stale = True

    def add_to_summary(self, quotes: "Iterable[Quote]") -> None:
        """Bring the same up to date after these joined, without looking at those that were there; saves nothing."""
        quotes = list(quotes)
        for quote in quotes:
            self.printing_count += 1
            if self.first is None or quote.printing_order < self.first.printing_order:
                self.first = quote
            published = quote.article.published
            if published and (self.latest is None or published > self.latest):
                self.latest = published
        articles = {quote.article_id: quote.article.outlet_id for quote in quotes}
        known = set(map(int, self.outlets.split()))
        self.outlet_count += len({outlet or -article for article, outlet in articles.items()} - known)
        self.outlets = _join_numbers(known.union(filter(None, articles.values())))
        self.stale = True

    def merge_into(self, other: "Lineage") -> None:
        """End this lineage: every code that led here leads to `other` from now on, in one step."""
        self.codes.update(lineage=other)
        LineageCode.objects.filter(pk=self.code).update(gave_way_to=other.code)
        self.delete()


_SPANS_BY_LINEAGE = PreparedQuery(
    lambda lineages: (
        Printing.objects.filter(lineage__among=lineages)
        .order_by()
        .values_list("pk", "lineage", "quote", "start", "end")
    ),
    NUMBERS_PARAMETER,
)
_SUMMARY_ROWS_BY_LINEAGE = PreparedQuery(
    lambda lineages: (
        Printing.objects.filter(lineage__among=lineages)
        .order_by()
        .values_list(
            "lineage",
            "quote",
            "quote__article__published",
            "quote__article__precision",
            "quote__article",
            "quote__start",
            "quote__article__outlet",
        )
    ),
    NUMBERS_PARAMETER,
)
