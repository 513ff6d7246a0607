"""Lists as CSV and JSON tables: the rows of the page in the same order, many more at a time, for any site (CORS).

The address of the next rows is in the ``Link`` header, in JSON also under "next".
"""

import json
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from typing import Any, TypeVar

from django.db.models import Model, QuerySet
from django.http import HttpRequest, HttpResponse

from articles.exports.csv_export import render_csv
from articles.presentation.quote_lists import choose_lineage
from articles.views.http.keyset_pagination import add_counts, paginate

ROWS_A_TABLE = 500  # at a time
ADDRESS_COLUMN = "address"  # the column that holds a path, to be made a full address

Row = TypeVar("Row", bound=Model)
Columns = Mapping[str, str | Callable[[Any], object]]  # the path of an attribute, or a function of the row


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
    cells = [[_render_cell(request, name, _get_value(row, source)) for name, source in columns.items()] for row in rows]
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


def _get_value(row: object, source: str | Callable[[Any], object]) -> object:
    """Return the value of a column in `row`; None where something on the path is None."""
    if callable(source):
        return source(row)
    value: object = row
    for name in source.split("."):
        value = getattr(value, name) if value is not None else None
    return value() if callable(value) else value


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


LINEAGE_COLUMNS: Columns = {
    "code": "code",
    "speaker": "first.attribution",
    "speaker_sure": "is_speaker_sure",
    "text": "first.text",
    "outlet": "first.article.outlet_name",
    "published": "first.article.published",
    "precision": "first.article.precision",
    "outlets": "outlet_count",
    "printings": "printing_count",
    "latest": "latest",
    ADDRESS_COLUMN: "get_absolute_url",
}
OUTLET_COLUMNS: Columns = {name: name for name in ("name", "slug", "kind", "country", "domain")} | {
    "articles": "article_count",
    "quotations": "quote_count",
    ADDRESS_COLUMN: "get_absolute_url",
}
ARTICLE_COLUMNS: Columns = {
    "headline": "title",
    "outlet": "outlet_name",
    "published": "published",
    "precision": "precision",
    "url": "url",
    "quotations": "quote_count",
    ADDRESS_COLUMN: "get_absolute_url",
}
SPEAKER_COLUMNS: Columns = {
    "name": "name",
    "slug": "slug",
    "quotations": "quote_count",
    "outlets": "outlet_count",
    ADDRESS_COLUMN: "get_absolute_url",
}
QUOTE_COLUMNS: Columns = {
    "quote": "pk",
    "text": "text",
    "speaker": "attribution",
    "speaker_sure": "is_speaker_sure",
    "occasion": "occasion",
    "outlet": "article.outlet_name",
    "headline": "article.title",
    "published": "article.published",
    "precision": "article.precision",
    "credit": lambda quote: quote.credit or quote.article.credit,
    "url": "article.url",
    "lineage": lambda quote: _get_value(choose_lineage(quote), "code"),
    "printings": lambda quote: _get_value(choose_lineage(quote), "printing_count"),
    ADDRESS_COLUMN: "get_absolute_url",
}
