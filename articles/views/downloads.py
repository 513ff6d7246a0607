"""In which other forms can a lineage be had?

``/q/7KQ2M9X4VD.json`` is Lavrov's words as data; beside it stand ``.jsonl``, ``.csv``, ``.jsonld``,
``.annotations.jsonld``, ``.tei.xml``, ``.bib``, ``.ris``, ``.csl.json``, ``.wiki`` and ``.txt``. A code that was
misspelt or merged leads on to the surviving one in the same form, one that was withdrawn answers "gone". Any site may
fetch them.

Left to others: what stands in each (`articles.exports`), how the lineage stands
(`articles.presentation.lineage_snapshot`), its picture and its feed (`articles.views.share_images`,
`articles.views.feeds`).
"""

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from articles.exports import citation, csv_export, json_export, json_ld, plain_text, tei, web_annotation
from articles.exports.snapshot import Standing
from articles.presentation.lineage_snapshot import standing_of
from articles.queries.permalinks import entry_of
from articles.views.http.canonical import unless_at
from articles.views.http.page_cache import unless_seen
from articles.views.permalinks import withdrawn


@dataclass(frozen=True, slots=True)
class Form:
    """One form: its media type, who writes it, and whether browsers shall save rather than show it."""

    media_type: str
    write: Callable[[HttpRequest, Standing], Iterable[str]]
    saved: bool = False


def _dumped(content: object) -> Iterable[str]:
    return [json.dumps(content, ensure_ascii=False, indent=1) + "\n"]


def _annotations(request: HttpRequest, standing: Standing) -> Iterable[str]:
    return _dumped(web_annotation.page(standing, request.build_absolute_uri(request.path)))


def _wiki(request: HttpRequest, standing: Standing) -> Iterable[str]:
    today = timezone.now().date()
    found = [citation.wikipedia(standing, today), citation.wikipedia_of(standing.first, today)]
    return [f"{each}\n" for each in found if each]


FORMS = {
    "json": Form("application/json", lambda request, each: _dumped(json_export.data(each))),
    "jsonl": Form("application/jsonl", lambda request, each: json_export.lines(each)),
    "jsonld": Form("application/ld+json", lambda request, each: _dumped(json_ld.graph(each))),
    "annotations.jsonld": Form("application/ld+json", _annotations),
    "csv": Form("text/csv", lambda request, each: csv_export.table(each), saved=True),
    "tei.xml": Form("application/tei+xml", lambda request, each: [tei.tei(each)]),
    "bib": Form(
        "application/x-bibtex", lambda request, each: [citation.bibtex(each, timezone.now().date())], saved=True
    ),
    "ris": Form(
        "application/x-research-info-systems",
        lambda request, each: [citation.ris(each, timezone.now().date())],
        saved=True,
    ),
    "csl.json": Form(
        "application/vnd.citationstyles.csl+json",
        lambda request, each: [citation.csl_text(each, timezone.now().date()) + "\n"],
    ),
    "wiki": Form("text/plain", _wiki),
    "txt": Form("text/plain", lambda request, each: [plain_text.plain(each)]),
}


@require_safe
@unless_seen
def sibling(request: HttpRequest, code: str, form: str) -> HttpResponse:
    """The lineage in another form than its page."""
    entry = entry_of(code)
    if entry.lineage is None:
        return withdrawn(request, entry)
    moved = unless_at(request, reverse("sibling", args=[entry.lineage.code, form]))
    if moved:
        return moved
    standing = standing_of(request, entry, entry.lineage)
    if standing is None:
        return withdrawn(request, entry)
    return answer(request, FORMS[form], standing, f"{entry.lineage.code}.{form}")


def answer(request: HttpRequest, form: Form, standing: Standing, name: str) -> HttpResponse:
    """The answer, open to the pages of every site."""
    response = HttpResponse(form.write(request, standing), content_type=f"{form.media_type}; charset=utf-8")
    if form.saved:
        response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    response.headers["Access-Control-Allow-Origin"] = "*"
    response.headers["Link"] = f'<{standing.address}>; rel="canonical"'
    response.headers["X-Robots-Tag"] = "noindex"
    return response
