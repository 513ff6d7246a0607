"""Revision pages: a lineage as somebody cited it, its history, and what has changed since.

``/q/7KQ2M9X4VD/r12`` is the twelfth revision, with the SHA-256 of ``/q/7KQ2M9X4VD/r12.json``. A revision never changes,
so browsers may keep it; what has changed since is fetched apart, from ``/q/7KQ2M9X4VD/since/12``. The revisions of a
code that was merged into another go on answering; those of a withdrawn code are gone with it.
"""

from collections.abc import Callable
from functools import wraps

from django.db.models import QuerySet
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.http import http_date
from django.views.decorators.http import require_safe
from django.views.decorators.vary import vary_on_headers

from articles.models import LineageCode, Revision
from articles.presentation.attribution import describe_recorded_speaker
from articles.presentation.revision_diff import diff_revisions, list_changes, list_origins, load_printings
from articles.queries.permalinks import get_code_or_404
from articles.views.http.forms import NumberField, QueryForm
from articles.views.http.htmx import HtmxRequest, wants_fragment
from articles.views.permalinks import redirect_unless_at, render_withdrawn

IMMUTABLE_CACHE_CONTROL = "public, max-age=31536000, immutable"
MAX_DIGITS = 9  # digits of a revision; more fit no column


class HistoryForm(QueryForm):
    """The query string of the history: two revisions to compare."""

    from_ = NumberField(0, 10**40 - 1)
    to = NumberField(0, 10**40 - 1)


def with_revision(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Give a view the revision that its address names; a withdrawn code answers 410."""

    @wraps(view)
    def answer(request: HtmxRequest, code: str, number: str) -> HttpResponse:
        entry = get_code_or_404(code)
        revision = _get_revision_or_404(entry, number)
        return view(request, revision) if entry.lineage else render_withdrawn(request, entry)

    return answer


@require_safe
@with_revision
def revision_detail(request: HtmxRequest, revision: Revision) -> HttpResponse:
    """Show a revision."""
    if moved := redirect_unless_at(request, revision.get_absolute_url()):
        return moved
    facts = revision.data["printings"]
    context = {
        "revision": revision,
        "printings": list(load_printings(revision.data)),
        "speaker": describe_recorded_speaker(facts[0], facts),
        "changes": list_changes(revision.data),
        "origins": list(list_origins(revision.data)),
    }
    return _add_permanent_headers(render(request, "revision/detail.html", context), request, revision)


@require_safe
@with_revision
def revision_json(request: HtmxRequest, revision: Revision) -> HttpResponse:
    """Return the very content that was hashed."""
    if moved := redirect_unless_at(request, f"{revision.get_absolute_url()}.json"):
        return moved
    response = HttpResponse(revision.content, content_type="application/json; charset=utf-8")
    return _add_permanent_headers(response, request, revision)


@require_safe
@vary_on_headers("HX-Request")
@with_revision
def revision_changes_since(request: HtmxRequest, revision: Revision) -> HttpResponse:
    """Show what has changed since a revision: a line for its banner, or a page."""
    if moved := redirect_unless_at(request, reverse("since", args=[revision.code_id, revision.number])):
        return moved
    newest = _get_revisions(revision.code).first() or revision
    difference = diff_revisions(revision.data, newest.data)
    context = {"revision": revision, "newest": newest, "difference": difference, "entry": revision.code}
    template = "revision/_changes_since.html" if wants_fragment(request) else "revision/changes_since.html"
    return render(request, template, context)


@require_safe
def revision_history(request: HtmxRequest, code: str) -> HttpResponse:
    """List every revision of a code, newest first, the codes merged into it, and those split off it."""
    entry = get_code_or_404(code)
    if entry.lineage is None:
        return render_withdrawn(request, entry)
    if moved := redirect_unless_at(request, reverse("history", args=[entry.pk])):
        return moved
    numbers = HistoryForm(request.GET).read()
    if numbers["from_"] is not None and numbers["to"] is not None:
        return HttpResponseRedirect(reverse("two_revisions", args=[entry.pk, numbers["from_"], numbers["to"]]))
    codes = LineageCode.objects.select_related("lineage__first")
    split = codes.filter(split_from=entry).exclude(lineage=None)
    context = {
        "entry": entry,
        "revisions": list(_get_revisions(entry)),
        "merged_codes": list(codes.filter(lineage=entry.lineage).exclude(pk=entry.pk)),
        "split_codes": [each for each in split if each.state == "current"],
    }
    return render(request, "revision/history.html", context)


@require_safe
def revision_diff(request: HtmxRequest, code: str, older: str, newer: str) -> HttpResponse:
    """Show what differs between two revisions."""
    entry = get_code_or_404(code)
    one, other = (_get_revision_or_404(entry, number) for number in (older, newer))
    if entry.lineage is None:
        return render_withdrawn(request, entry)
    if moved := redirect_unless_at(request, reverse("two_revisions", args=[one.code_id, one.number, other.number])):
        return moved
    context = {"older": one, "newer": other, "entry": one.code, "difference": diff_revisions(one.data, other.data)}
    return render(request, "revision/diff.html", context)


def _get_revision_or_404(entry: LineageCode, number: str) -> Revision:
    if len(number.lstrip("0")) > MAX_DIGITS:
        raise Http404("There is no such revision.")
    return get_object_or_404(Revision.objects.select_related("code__lineage", "batch"), code=entry, number=int(number))


def _get_revisions(entry: LineageCode) -> QuerySet[Revision]:
    return Revision.objects.filter(code=entry).select_related("batch__by").order_by("-number")


def _add_permanent_headers(response: HttpResponse, request: HtmxRequest, revision: Revision) -> HttpResponse:
    """Add headers that tell browsers, archives and search engines that the page never changes."""
    page = request.build_absolute_uri(reverse("lineage_of_code", args=[revision.code_id]))
    response.headers["Cache-Control"] = IMMUTABLE_CACHE_CONTROL
    response.headers["ETag"] = f'"{revision.sha256}"'
    response.headers["X-Robots-Tag"] = "noindex"
    response.headers["Memento-Datetime"] = http_date(revision.made.timestamp())
    response.headers["Link"] = f'<{page}>; rel="original latest-version"'
    return response
