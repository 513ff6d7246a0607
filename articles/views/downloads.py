"""Downloads of a lineage, open to any site (CORS): ``/q/7KQ2M9X4VD.json``, ``.csv``, ``.tei.xml`` and others."""

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from articles.exports import citation, csv_export, json_export, json_ld, plain_text, tei, web_annotation
from articles.models import Lineage, LineageCode
from articles.queries.lineage_snapshot import LineageSnapshot, load_surrounding_text, take_snapshot
from articles.views.http.page_cache import cached_lineage_page
from articles.views.permalinks import render_withdrawn, with_lineage


@dataclass(frozen=True, slots=True)
class DownloadFormat:
    """A format: its media type, its serializer, and whether browsers save the file instead of showing it."""

    media_type: str
    serialize: Callable[[HttpRequest, LineageSnapshot], Iterable[str]]
    as_attachment: bool = False


def _dump_json(content: object) -> Iterable[str]:
    return [json.dumps(content, ensure_ascii=False, indent=1) + "\n"]


def _serialize_annotations(request: HttpRequest, snapshot: LineageSnapshot) -> Iterable[str]:
    surroundings = load_surrounding_text(snapshot.lineage, web_annotation.CONTEXT_CHARACTERS)
    address = request.build_absolute_uri(request.path)
    return _dump_json(web_annotation.build_annotation_page(snapshot, surroundings, address))


def _serialize_wikipedia(request: HttpRequest, snapshot: LineageSnapshot) -> Iterable[str]:
    today = timezone.now().date()
    references = citation.render_cite_web(snapshot, today), citation.render_cite_news(snapshot.first, today)
    return [f"{reference}\n" for reference in references if reference]


def _render_with_date(
    render: Callable[[LineageSnapshot, date], str], end: str = ""
) -> Callable[[HttpRequest, LineageSnapshot], Iterable[str]]:
    """Return the serializer of a reference, which says when the page was looked at."""
    return lambda request, snapshot: [render(snapshot, timezone.now().date()) + end]


DOWNLOAD_FORMATS = {
    "json": DownloadFormat("application/json", lambda request, each: _dump_json(json_export.serialize_lineage(each))),
    "jsonl": DownloadFormat("application/jsonl", lambda request, each: json_export.serialize_json_lines(each)),
    "jsonld": DownloadFormat("application/ld+json", lambda request, each: _dump_json(json_ld.build_graph(each))),
    "annotations.jsonld": DownloadFormat("application/ld+json", _serialize_annotations),
    "csv": DownloadFormat("text/csv", lambda request, each: csv_export.render_lineage_csv(each), as_attachment=True),
    "tei.xml": DownloadFormat("application/tei+xml", lambda request, each: [tei.render_tei(each)]),
    "bib": DownloadFormat("application/x-bibtex", _render_with_date(citation.render_bibtex), as_attachment=True),
    "ris": DownloadFormat(
        "application/x-research-info-systems", _render_with_date(citation.render_ris), as_attachment=True
    ),
    "csl.json": DownloadFormat(
        "application/vnd.citationstyles.csl+json", _render_with_date(citation.render_csl_json, end="\n")
    ),
    "wiki": DownloadFormat("text/plain", _serialize_wikipedia),
    "txt": DownloadFormat("text/plain", lambda request, each: [plain_text.render_plain_text(each)]),
}


@require_safe
@cached_lineage_page
@with_lineage("sibling")
def lineage_download(request: HttpRequest, entry: LineageCode, lineage: Lineage, form: str) -> HttpResponse:
    """Return the lineage in a format, open to the pages of every site."""
    snapshot = take_snapshot(entry, request.build_absolute_uri)
    if snapshot is None:
        return render_withdrawn(request, entry)
    download = DOWNLOAD_FORMATS[form]
    response = HttpResponse(download.serialize(request, snapshot), content_type=f"{download.media_type}; charset=utf-8")
    if download.as_attachment:
        response.headers["Content-Disposition"] = f'attachment; filename="{lineage.code}.{form}"'
    response.headers["Access-Control-Allow-Origin"] = "*"
    response.headers["Link"] = f'<{snapshot.address}>; rel="canonical"'
    response.headers["X-Robots-Tag"] = "noindex"
    return response
