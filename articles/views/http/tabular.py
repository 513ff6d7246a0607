"""Lists as CSV and JSON tables.

``/o.csv`` and ``/o.json`` are the list of outlets for spreadsheets and programs, ``/s/sergey-lavrov.csv`` Lavrov's
quotes: the rows of the page in the same order, many more at a time. The address of the next rows is in the ``Link``
header, in JSON also under "next". Any site may fetch them (CORS).
"""

import json
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from typing import Any, TypeVar

from django.db.models import Model, QuerySet
from django.http import HttpRequest, HttpResponse

from articles.exports.csv_export import render_csv
from articles.models import Lineage, Outlet, Quote, Speaker
from articles.presentation.quote_lists import choose_lineage
from articles.views.http.keyset_pagination import add_counts, paginate

ROWS_A_TABLE = 500  # at a time
ADDRESS_COLUMN = "address"  # the column that holds a path, to be made a full address

Row = TypeVar("Row", bound=Model)
Columns = Mapping[str, Callable[[Any], object]]


def render_table(
    request: HttpRequest,
    form: str,
    rows: QuerySet[Row],
    columns: Columns,
    *,
    by: str = "pk",
    counts: QuerySet[Row] | None = None,
) -> HttpResponse:
    """Return a part of the list `rows` as "csv" or "json", with the annotations of `counts`."""
    page = paginate(rows, request.GET.get("after", ""), by=by, size=ROWS_A_TABLE)
    page = page if counts is None else add_counts(page, counts)
    return render_rows(request, form, page.rows, columns, page.next)


def render_rows(
    request: HttpRequest, form: str, rows: Sequence[object], columns: Columns, following: str
) -> HttpResponse:
    """Return these rows as a table; `following` is the key for ``?after=`` of the next rows, or empty."""
    cells = [[_render_cell(request, name, value(row)) for name, value in columns.items()] for row in rows]
    onward = build_next_address(request, following)
    if form == "csv":
        response = HttpResponse("".join(render_csv(list(columns), cells)), "text/csv; charset=utf-8")
    else:
        content = {"rows": [dict(zip(columns, row, strict=True)) for row in cells], "next": onward}
        response = HttpResponse(json.dumps(content, ensure_ascii=False, indent=1) + "\n", "application/json")
    response["Access-Control-Allow-Origin"] = "*"
    if onward:
        response["Link"] = f'<{onward}>; rel="next"'
    return response


def _render_cell(request: HttpRequest, name: str, value: object) -> object:
    if name == ADDRESS_COLUMN:
        return request.build_absolute_uri(str(value))
    return value.isoformat() if isinstance(value, date | datetime) else value


def build_next_address(request: HttpRequest, after: str) -> str | None:
    """Return the address of the part of a list that begins behind the key `after`; None where that is empty."""
    if not after:
        return None
    query = request.GET.copy()
    query["after"] = after
    return request.build_absolute_uri(f"{request.path}?{query.urlencode()}")


def _get_from_first(lineage: Lineage, value: Callable[[Quote], object]) -> object:
    return value(lineage.first) if lineage.first else None


LINEAGE_COLUMNS: Columns = {
    "code": lambda lineage: lineage.code,
    "speaker": lambda lineage: _get_from_first(lineage, lambda quote: quote.attribution),
    "text": lambda lineage: _get_from_first(lineage, lambda quote: quote.text),
    "outlet": lambda lineage: _get_from_first(lineage, lambda quote: quote.article.outlet_name),
    "published": lambda lineage: _get_from_first(lineage, lambda quote: quote.article.published),
    "precision": lambda lineage: _get_from_first(lineage, lambda quote: quote.article.precision),
    "outlets": lambda lineage: lineage.outlet_count,
    "printings": lambda lineage: lineage.printing_count,
    "latest": lambda lineage: lineage.latest,
    ADDRESS_COLUMN: Lineage.get_absolute_url,
}
OUTLET_COLUMNS: Columns = {
    "name": lambda outlet: outlet.name,
    "slug": lambda outlet: outlet.slug,
    "kind": lambda outlet: outlet.kind,
    "country": lambda outlet: outlet.country,
    "domain": lambda outlet: outlet.domain,
    "articles": lambda outlet: outlet.article_count,
    "quotations": lambda outlet: outlet.quote_count,
    ADDRESS_COLUMN: Outlet.get_absolute_url,
}
SPEAKER_COLUMNS: Columns = {
    "name": lambda speaker: speaker.name,
    "slug": lambda speaker: speaker.slug,
    "quotations": lambda speaker: speaker.quote_count,
    "outlets": lambda speaker: speaker.outlet_count,
    ADDRESS_COLUMN: Speaker.get_absolute_url,
}


def _get_from_lineage(quote: Quote, value: Callable[[Lineage], object]) -> object:
    lineage = choose_lineage(quote)
    return value(lineage) if lineage else None


QUOTE_COLUMNS: Columns = {
    "quote": lambda quote: quote.pk,
    "text": lambda quote: quote.text,
    "speaker": lambda quote: quote.attribution,
    "occasion": lambda quote: quote.occasion,
    "outlet": lambda quote: quote.article.outlet_name,
    "headline": lambda quote: quote.article.title,
    "published": lambda quote: quote.article.published,
    "precision": lambda quote: quote.article.precision,
    "credit": lambda quote: quote.credit or quote.article.credit,
    "url": lambda quote: quote.article.url,
    "lineage": lambda quote: _get_from_lineage(quote, lambda lineage: lineage.code),
    "printings": lambda quote: _get_from_lineage(quote, lambda lineage: lineage.printing_count),
    ADDRESS_COLUMN: Quote.get_absolute_url,
}
