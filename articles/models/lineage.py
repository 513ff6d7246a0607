"""Lineages: families of printings of the same words, each with a permanent code.

The counters and dates of a lineage are denormalized from its printings. Each code ever issued, as in
``/q/7KQ2M9X4VD``, has a row for ever.
"""

import re
import secrets
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from django.db import models
from django.db.models.functions import Substr
from django.urls import reverse

from articles.engine.linking.pairwise import MATCHER_VERSION
from articles.engine.text.fragments import MAX_FRAGMENT_CHARACTERS, is_fragment
from articles.engine.text.spans import Span
from articles.models.addresses import build_slug
from articles.models.article import build_appearance
from articles.models.db.prepared_query import NUMBERS_PARAMETER, PreparedQuery
from articles.models.printing import Printing
from articles.models.quote import (
    PrintingOrder,
    Quote,
    SpeakerCertainty,
    build_printing_order,
    compute_edition,
    shorten,
)

CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # no I, L, O, U: nothing is misread or spells a word
CODE_LENGTH = 10  # 50 bits: with a million lineages, a new code is taken already once in a thousand million
_LOOKALIKES = str.maketrans({"I": "1", "L": "1", "O": "0", "-": None})
RESERVED_SLUGS = re.compile(r"r[0-9]+|history|suggest")  # parts of addresses behind a code that a slug must not equal


def normalize_code(code: str) -> str:
    """Return `code` in its printed form: upper case, look-alike letters as digits, no hyphens.

    >>> normalize_code("7k2m-9qxw-4o")
    '7K2M9QXW40'
    """
    return code.upper().translate(_LOOKALIKES)


def generate_code() -> str:
    """Return ten random characters of Crockford base32."""
    return "".join(secrets.choice(CROCKFORD) for _ in range(CODE_LENGTH))


def generate_unused_codes(count: int) -> list[str]:
    """Return `count` codes that were never issued before."""
    codes: set[str] = set()
    while len(codes) < count:
        codes |= {generate_code() for _ in range(count - len(codes))}
        codes -= set(LineageCode.objects.filter(code__in=codes).values_list("code", flat=True))
    return list(codes)


class LineageCode(models.Model):
    """A code that was issued, and the lineage it leads to; never deleted, so that what was cited keeps answering."""

    code = models.CharField(max_length=CODE_LENGTH, primary_key=True)
    lineage = models.ForeignKey("Lineage", on_delete=models.SET_NULL, null=True, blank=True, related_name="codes")
    issued = models.DateTimeField(auto_now_add=True)
    gave_way_to = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="took_in",
        verbose_name="merged into",
        help_text="the code that has its versions now",
    )
    split_from = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="split_off",
        help_text="the code that its versions had before",
    )
    title = models.TextField(blank=True, help_text="the first words of a withdrawn quotation")
    gone = models.DateTimeField("withdrawn", null=True, blank=True)
    gone_because = models.TextField("reason for the withdrawal", blank=True)

    class Meta:
        db_table = "articles_code"
        verbose_name = "code"
        ordering = ("-issued",)

    def __str__(self) -> str:
        return self.code

    @property
    def state(self) -> str:
        """State of the code: current, merged or withdrawn."""
        if self.lineage is None:
            return "withdrawn"
        return "current" if self.lineage.code == self.code else "merged"


def _build_lineage(code: str, first: "Quote | None") -> "Lineage":
    if first is None:
        return Lineage(code=code)
    outlets = _join_numbers([first.article.outlet_id] if first.article.outlet_id else [])
    latest = first.article.published
    return Lineage(code=code, first=first, printing_count=1, outlet_count=1, outlets=outlets, latest=latest)


def _join_numbers(numbers: Iterable[int]) -> str:
    return " ".join(map(str, sorted(numbers)))


def _build_speaker_backing() -> models.Exists:
    """Build the condition that a version of the lineage names the speaker of the earliest one surely."""
    same = Quote.objects.filter(printings__lineage=models.OuterRef("pk"), speaker=models.OuterRef("first__speaker"))
    return models.Exists(same.exclude(speaker_certainty=SpeakerCertainty.PROBABLE).order_by())


_FIRST_TEXTS = ("first__article__original", "first__article__text", "first__article__paragraphs")
QuoteSpans = Mapping[int, tuple[int, int]]  # quote -> start and end of the part that belongs to the lineage


class LineageQuerySet(models.QuerySet["Lineage"]):
    """Queries and bulk writes of lineages."""

    def most_printed_first(self) -> "LineageQuerySet":
        """Order by number of outlets and printings, then newest first, undated last."""
        return self.order_by("-outlet_count", "-printing_count", models.F("latest").desc(nulls_last=True), "-pk")

    def most_printed_by_index(self) -> "LineageQuerySet":
        """Order by number of outlets and printings as the index has them, so that the first few need no sorting."""
        return self.order_by("-outlet_count", "-printing_count", "-latest")

    def most_altered_first(self) -> "LineageQuerySet":
        """Order by the severity of the most serious change, then by the severities of all changes, highest first."""
        return self.order_by("-severity", "-altered", "-pk")

    def newest_first(self) -> "LineageQuerySet":
        """Order by the latest printing, newest first; leave out undated lineages."""
        return self.filter(latest__isnull=False).order_by("-latest", "-pk")

    def latest_first(self) -> "LineageQuerySet":
        """Order by the latest printing, newest first and undated last."""
        return self.order_by(models.F("latest").desc(nulls_last=True), "-pk")

    def printed_in(self, printings: "models.QuerySet[Printing]") -> "LineageQuerySet":
        """Filter lineages that have one of these printings."""
        return self.filter(pk__in=printings.order_by().values("lineage"))

    def bulk_create_with_codes(self, firsts: "Sequence[Quote | None]") -> "list[Lineage]":
        """Create a lineage with a new code for each of these quotes, its only printing; without printings for None."""
        lineages = self.bulk_create(map(_build_lineage, generate_unused_codes(len(firsts)), firsts))
        LineageCode.objects.bulk_create([LineageCode(code=lineage.code, lineage=lineage) for lineage in lineages])
        Printing.objects.bulk_create(
            Printing(lineage=lineage, quote=first, start=0, end=first.end - first.start)
            for lineage, first in zip(lineages, firsts, strict=True)
            if first
        )
        return lineages

    def bulk_set_printings(self, parts: Mapping[int, QuoteSpans]) -> None:
        """Set the printings of each of these lineages; printings that stay keep their rows."""
        stored = {(lineage, quote): (pk, part) for pk, lineage, quote, *part in _SPANS_BY_LINEAGE(parts)}
        removed = [pk for (lineage, quote), (pk, _) in stored.items() if quote not in parts[lineage]]
        if removed:
            Printing.objects.filter(pk__in=removed).delete()
        changed = [
            Printing(lineage_id=lineage, quote_id=quote, start=start, end=end)
            for lineage, quotes in parts.items()
            for quote, (start, end) in quotes.items()
            if stored.get((lineage, quote), (0, []))[1] != [start, end]
        ]
        Printing.objects.bulk_create(
            changed, update_conflicts=True, unique_fields=["lineage", "quote"], update_fields=["start", "end"]
        )

    def bulk_refresh_summaries(self, lineages: "Collection[Lineage]") -> None:
        """Recompute and store the denormalized fields: first printing, counts, outlets, latest date."""
        rows: defaultdict[int, list[Any]] = defaultdict(list)
        for lineage, *row in _SUMMARY_ROWS_BY_LINEAGE(lineage.pk for lineage in lineages):
            rows[lineage].append(row)
        for lineage in lineages:
            lineage.summarize_rows(rows[lineage.pk])
        self.bulk_save_summaries(lineages)

    def bulk_save_summaries(self, lineages: "Collection[Lineage]") -> None:
        """Store the denormalized fields of these lineages, all of which exist."""
        columns = ["first", "printing_count", "outlet_count", "outlets", "latest", "stale"]
        # All rows exist, so the upsert only updates: in half the time of bulk_update.
        self.bulk_create(lineages, update_conflicts=True, unique_fields=["pk"], update_fields=columns)

    def containing_all(self, quotes: "Iterable[Quote]") -> "LineageQuerySet":
        """Filter lineages that hold all these quotes, the oldest first."""
        lineages = self.order_by("pk")
        for quote in quotes:
            lineages = lineages.filter(printings__quote=quote)
        return lineages

    def with_first(self) -> "LineageQuerySet":
        """Select the earliest printing with its speaker, article and outlet too."""
        return self.select_related("first__speaker", "first__article__outlet").defer(*_FIRST_TEXTS)

    def with_speaker_certainty(self) -> "LineageQuerySet":
        """Annotate `speaker_backed`: whether any version names the speaker of the earliest one surely."""
        return self.annotate(speaker_backed=_build_speaker_backing())

    def without_sure_speaker(self) -> "LineageQuerySet":
        """Filter lineages in which no version names the speaker of the earliest one surely."""
        return self.exclude(_build_speaker_backing())

    def with_finding(self) -> "LineageQuerySet":
        """Select what a list tells of a lineage: the earliest printing, and the most serious change beside it."""
        texts = [f"top_change__printing__quote__article__{name}" for name in ("original", "text", "paragraphs")]
        told = self.with_first().with_speaker_certainty()
        return told.select_related("top_change__printing__quote__article__outlet").defer(*texts)

    def with_first_span(self) -> "LineageQuerySet":
        """Annotate `first_start` and `first_end`: the part of the earliest quotation that belongs to the lineage."""
        own = Printing.objects.filter(lineage=models.OuterRef("pk"), quote=models.OuterRef("first")).order_by()
        start, end = (models.Subquery(own.values(name)[:1]) for name in ("start", "end"))
        return self.annotate(first_start=start, first_end=end)

    def for_summary_update(self) -> "LineageQuerySet":
        """Select only what `add_to_summary` needs: own fields, and the first printing's words, date and position."""
        own = [field.name for field in self.model._meta.concrete_fields]
        dates = ("published", "spoken_from", "precision")
        of_first = ("first__text", "first__start", *(f"first__article__{name}" for name in dates))
        of_first += ("first__seen", "first__standing", "first__version")
        return self.select_related("first__article").only(*own, *of_first).with_first_span()


def get_matcher_version() -> str:
    """Return the version of the matcher in use."""
    return MATCHER_VERSION


class Lineage(models.Model):
    """A family of printings of the same words, with a permanent code."""

    code = models.CharField(max_length=CODE_LENGTH, unique=True, editable=False)
    first = models.ForeignKey(
        Quote, on_delete=models.SET_NULL, null=True, related_name="+", verbose_name="earliest version"
    )
    printing_count = models.PositiveIntegerField("versions", default=0)
    outlet_count = models.PositiveIntegerField("outlets", default=0)
    outlets = models.TextField(
        blank=True, editable=False, help_text="the numbers of the outlets that published it, with blanks between"
    )
    latest = models.DateTimeField("last published", null=True, blank=True, help_text="among articles with a date")
    altered = models.PositiveIntegerField(
        default=0, editable=False, help_text="the severities of its changes, added up"
    )
    severity = models.PositiveSmallIntegerField(
        default=0, editable=False, help_text="of the most serious change in any of its wordings"
    )
    # Variants are deleted and made again by the thousand: a key that the database does not hold costs nothing then.
    top_change = models.ForeignKey(
        "Variant",
        on_delete=models.DO_NOTHING,
        db_constraint=False,
        db_index=False,
        null=True,
        editable=False,
        related_name="+",
        help_text="the most serious change, in the earliest version that has it",
    )
    top_change_outlets = models.PositiveIntegerField(
        default=0, editable=False, help_text="how many outlets print the most serious change"
    )
    kinds = models.TextField(
        blank=True, editable=False, help_text="the kinds of change in its versions, with blanks between"
    )
    stale = models.BooleanField(default=True, editable=False, help_text="changed since its newest revision")
    matcher = models.CharField(
        max_length=16,
        default=get_matcher_version,
        editable=False,
        help_text="version of the matcher when its quotations were last compared with all others",
    )
    changed_by = models.ForeignKey(
        "Decision",
        on_delete=models.SET_NULL,
        db_index=False,
        null=True,
        editable=False,
        related_name="+",
        help_text="the decision that changed it since its newest revision",
    )

    objects = LineageQuerySet.as_manager()

    class Meta:
        ordering = ("-pk",)
        indexes = (
            models.Index(fields=("-outlet_count", "-printing_count", "-latest")),
            models.Index(fields=("-severity", "-altered", "-id"), name="lineage_severity"),
            models.Index(fields=("-latest", "-id"), name="lineage_latest"),
            models.Index(fields=("id",), name="lineage_stale", condition=models.Q(stale=True)),
        )

    def __str__(self) -> str:
        return str(self.first) if self.first else self.code

    def get_absolute_url(self) -> str:
        return reverse("lineage", args=[self.code, self.slug])

    def get_comparison_url(self, left: int, right: int) -> str:
        """Return the address of two printings side by side, by the numbers of their quotes."""
        return reverse("comparison", args=[self.code, left, right])

    @property
    def suggest_url(self) -> str:
        """The address of the form for suggestions."""
        return reverse("suggest", args=[self.code])

    @property
    def slug(self) -> str:
        """The first words of the earliest printing, as the tail of the address."""
        slug = build_slug(shorten(self.first.text) if self.first else "", fallback="quotation")
        return f"{slug}-quotation" if RESERVED_SLUGS.fullmatch(slug) else slug

    @property
    def is_speaker_probable(self) -> bool:
        """Whether the speaker whom the earliest version names is no fact: no version names that person surely.

        Without the annotation of `with_speaker_certainty` only the earliest version is known.
        """
        return bool(self.first and self.first.is_speaker_probable and not self.__dict__.get("speaker_backed"))

    @property
    def is_speaker_sure(self) -> bool | None:
        """Whether that speaker may be shown as a fact; None where the earliest version names nobody."""
        known = self.first.is_speaker_sure if self.first else None
        return known if known is None else not self.is_speaker_probable

    def set_printings(self, parts: QuoteSpans) -> None:
        """Set the printings; printings that stay keep their rows."""
        Lineage.objects.bulk_set_printings({self.pk: parts})

    def refresh_summary(self) -> None:
        """Recompute and store the denormalized fields."""
        Lineage.objects.bulk_refresh_summaries([self])

    def summarize_printings(self, printings: "Iterable[Printing]") -> None:
        """Set the denormalized fields from all printings, with their quotes and articles; saves nothing."""
        self.summarize_rows(
            [
                (
                    *(each.quote_id, each.quote.article.appeared, each.quote.article.precision, each.quote.article_id),
                    *(each.quote.start, each.quote.article.outlet_id, each.end - each.start, each.text),
                    *(each.quote.article.published, each.quote.seen, each.quote.standing, each.quote.version),
                )
                for each in printings
            ]
        )

    def summarize_rows(self, printed: Sequence[Sequence[Any]]) -> None:
        """Set the denormalized fields from rows of `_SUMMARY_ROWS_BY_LINEAGE` without their lineage; saves nothing.

        Each article counts once, whatever its versions. The first is chosen among the fullest printings of each of its
        texts, as in `Printing.select_versions`.
        """
        fullest: dict[tuple[int, int], Sequence[Any]] = {}
        for row in sorted(printed, key=lambda row: (row[6], -row[4])):
            fullest[row[3], compute_edition(row[10], row[11])] = row
        first = min(fullest.values(), key=_rank_row, default=None)
        self.first_id = first[0] if first else None
        self.printing_count = len({article for article, _ in fullest})
        self.outlet_count = len({row[5] or -row[3] for row in fullest.values()})
        self.outlets = _join_numbers({row[5] for row in fullest.values() if row[5]})
        self.latest = max((row[8] for row in fullest.values() if row[8]), default=None)
        self.stale = True

    def add_to_summary(self, parts: "Mapping[Quote, Span]") -> None:
        """Update the denormalized fields for new printings, of articles that had none, in memory; saves nothing."""
        printings = [Printing(quote=quote, start=span.start, end=span.end) for quote, span in parts.items()]
        versions = Printing.select_versions(printings)
        self.printing_count += len({version.quote.article_id for version in versions})
        if self.first and "first_start" in self.__dict__:
            stored = {"start": self.__dict__["first_start"], "end": self.__dict__["first_end"]}
            versions.append(Printing(quote=self.first, **stored))
        self.first = min(versions, key=lambda version: version.version_rank).quote if versions else None
        quotes = list(parts)
        dates = [self.latest, *(quote.article.published for quote in quotes)]
        self.latest = max(filter(None, dates), default=None)
        articles = {quote.article_id: quote.article.outlet_id for quote in quotes}
        known = set(map(int, self.outlets.split()))
        self.outlet_count += len({outlet or -article for article, outlet in articles.items()} - known)
        self.outlets = _join_numbers(known.union(filter(None, articles.values())))
        self.stale = True

    def merge_into(self, other: "Lineage") -> None:
        """Delete this lineage; every code that led to it leads to `other` in one hop."""
        self.codes.update(lineage=other)
        LineageCode.objects.filter(pk=self.code).update(gave_way_to=other.code)
        self.delete()


def _rank_row(row: Sequence[Any]) -> tuple[bool, PrintingOrder]:
    """Return the sort key of a row of `_SUMMARY_ROWS_BY_LINEAGE`, as `Printing.version_rank` does."""
    return is_fragment(row[7]), build_printing_order(row[9] or row[1], row[2], row[3], row[4], row[11])


_SPAN_COLUMNS = ("pk", "lineage", "quote", "start", "end")
_SPANS_BY_LINEAGE = PreparedQuery(
    lambda lineages: Printing.objects.filter(lineage__among=lineages).order_by().values_list(*_SPAN_COLUMNS),
    NUMBERS_PARAMETER,
)
_LENGTH = models.F("end") - models.F("start")
_SUMMARY_COLUMNS = (
    *("lineage", "quote", build_appearance("quote__article__"), "quote__article__precision"),
    *("quote__article", "quote__start", "quote__article__outlet"),
    _LENGTH,
    # The words of what may be a fragment; of others only that there are more.
    models.Case(
        models.When(
            end__lte=models.F("start") + MAX_FRAGMENT_CHARACTERS,
            then=Substr("quote__text", models.F("start") + 1, _LENGTH),
        ),
        default=models.Value("x" * (MAX_FRAGMENT_CHARACTERS + 1)),
        output_field=models.TextField(),
    ),
    *("quote__article__published", "quote__seen", "quote__standing", "quote__version"),
)
_SUMMARY_ROWS_BY_LINEAGE = PreparedQuery(
    lambda lineages: Printing.objects.filter(lineage__among=lineages).order_by().values_list(*_SUMMARY_COLUMNS),
    NUMBERS_PARAMETER,
)
