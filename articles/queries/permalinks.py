"""What a permanent code leads to: its lineage, its newest revision, the lineages that were split from it or off it."""

from django.db.models import Max, Q
from django.shortcuts import get_object_or_404

from articles.models import Lineage, LineageCode
from articles.models.db.prepared_query import TEXT_PARAMETER, PreparedQuery
from articles.models.lineage import normalize_code


def get_code_or_404(code: str) -> LineageCode:
    """Return the row of `code` with its lineage, and with `newest`, the number of its present revision, if any.

    Raises Http404 if the code was never issued.
    """
    newest = Max("revisions__number", filter=Q(lineage__stale=False))
    codes = LineageCode.objects.select_related("lineage__first").annotate(newest=newest)
    return get_object_or_404(codes, pk=normalize_code(code))


def get_newest_revision_number(entry: LineageCode) -> int | None:
    """Return the `newest` that `get_code_or_404` found."""
    newest: int | None = getattr(entry, "newest", None)
    return newest


def find_split_lineages(lineage: Lineage) -> list[Lineage]:
    """Return the present lineages that were split off this one, and the one that it was split off."""
    codes = {code for pair in _SPLITS_QUERY(lineage.code) for code in pair} - {lineage.code}
    return list(Lineage.objects.filter(code__in=codes).select_related("first")) if codes else []


_SPLITS_QUERY = PreparedQuery(
    lambda code: (
        LineageCode.objects.filter(Q(split_from=code) | Q(pk=code, split_from__isnull=False))
        .order_by()
        .values_list("pk", "split_from")
    ),
    TEXT_PARAMETER,
)
