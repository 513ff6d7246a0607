"""Downloads of a lineage: JSON, CSV, JSON-LD, TEI, BibTeX and others.

``/q/7KQ2M9X4VD.json`` is Lavrov's words as data; there are also ``.jsonl``, ``.csv``, ``.jsonld``,
``.annotations.jsonld``, ``.tei.xml``, ``.bib``, ``.ris``, ``.csl.json``, ``.wiki`` and ``.txt``. A code that was
misspelt or merged redirects to the current one in the same format, a code that was withdrawn answers 410. Any site may
fetch them (CORS). `articles.exports` writes the formats.
"""

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from articles.exports import citation, csv_export, json_export, json_ld, plain_text, tei, web_annotation
from articles.queries.lineage_snapshot import LineageSnapshot, load_surrounding_text, take_snapshot
from articles.queries.permalinks import get_code_or_404
from articles.views.gone import render_withdrawn
from articles.views.http.canonical import redirect_unless_at
from articles.views.http.page_cache import cached_lineage_page


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
    found = [citation.render_cite_web(snapshot, today), citation.render_cite_news(snapshot.first, today)]
    return [f"{each}\n" for each in found if each]


DOWNLOAD_FORMATS = {
    "json": DownloadFormat("application/json", lambda request, each: _dump_json(json_export.serialize_lineage(each))),
    "jsonl": DownloadFormat("application/jsonl", lambda request, each: json_export.serialize_json_lines(each)),
    "jsonld": DownloadFormat("application/ld+json", lambda request, each: _dump_json(json_ld.build_graph(each))),
    "annotations.jsonld": DownloadFormat("application/ld+json", _serialize_annotations),
    "csv": DownloadFormat("text/csv", lambda request, each: csv_export.render_lineage_csv(each), as_attachment=True),
    "tei.xml": DownloadFormat("application/tei+xml", lambda request, each: [tei.render_tei(each)]),
    "bib": DownloadFormat(
        "application/x-bibtex",
        lambda request, each: [citation.render_bibtex(each, timezone.now().date())],
        as_attachment=True,
    ),
    "ris": DownloadFormat(
        "application/x-research-info-systems",
        lambda request, each: [citation.render_ris(each, timezone.now().date())],
        as_attachment=True,
    ),
    "csl.json": DownloadFormat(
        "application/vnd.citationstyles.csl+json",
        lambda request, each: [citation.render_csl_json(each, timezone.now().date()) + "\n"],
    ),
    "wiki": DownloadFormat("text/plain", _serialize_wikipedia),
    "txt": DownloadFormat("text/plain", lambda request, each: [plain_text.render_plain_text(each)]),
}


@require_safe
@cached_lineage_page
def lineage_download(request: HttpRequest, code: str, form: str) -> HttpResponse:
    """Return the lineage in a format."""
    entry = get_code_or_404(code)
    if entry.lineage is None:
        return render_withdrawn(request, entry)
    moved = redirect_unless_at(request, reverse("sibling", args=[entry.lineage.code, form]))
    if moved:
        return moved
    snapshot = take_snapshot(entry, request.build_absolute_uri)
    if snapshot is None:
        return render_withdrawn(request, entry)
    return build_download_response(request, DOWNLOAD_FORMATS[form], snapshot, f"{entry.lineage.code}.{form}")


def build_download_response(
    request: HttpRequest, form: DownloadFormat, snapshot: LineageSnapshot, name: str
) -> HttpResponse:
    """Return the file as a response, open to the pages of every site."""
    response = HttpResponse(form.serialize(request, snapshot), content_type=f"{form.media_type}; charset=utf-8")
    if form.as_attachment:
        response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    response.headers["Access-Control-Allow-Origin"] = "*"
    response.headers["Link"] = f'<{snapshot.address}>; rel="canonical"'
    response.headers["X-Robots-Tag"] = "noindex"
    return response
