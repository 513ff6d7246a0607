"""Revision pages: a lineage as somebody cited it, its history, and what has changed since.

``/q/7KQ2M9X4VD/r12`` is the twelfth revision: its printings, what differed and who may have taken it from whom at that
time, with the SHA-256 of ``/q/7KQ2M9X4VD/r12.json``. A revision never changes, so browsers may keep it; what has
changed since is fetched apart, from ``/q/7KQ2M9X4VD/since/12``. ``/q/7KQ2M9X4VD/history`` lists all revisions, who
caused each and why, and ``/q/7KQ2M9X4VD/history/3..12`` says what differs between two.

The revisions of a code that was merged into another go on answering; those of a withdrawn code are gone with it.
`articles.services.revisions` records them.
"""

from django.db.models import QuerySet
from django.http import Http404, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.http import http_date
from django.views.decorators.http import require_safe
from django.views.decorators.vary import vary_on_headers

from articles.models import LineageCode, Revision
from articles.presentation.revision_diff import diff_revisions, list_changes, list_origins, load_printings
from articles.queries.permalinks import get_code_or_404
from articles.views.gone import render_withdrawn
from articles.views.http.canonical import redirect_unless_at
from articles.views.http.htmx import HtmxRequest, wants_fragment
from articles.views.http.params import parse_bounded_int

IMMUTABLE_CACHE_CONTROL = "public, max-age=31536000, immutable"
MAX_DIGITS = 9  # digits of a revision; more fit no column


@require_safe
def revision_detail(request: HtmxRequest, code: str, number: str) -> HttpResponseBase:
    """Show a revision."""
    found = _get_revision_or_code(code, number)
    if isinstance(found, LineageCode):
        return render_withdrawn(request, found)
    moved = redirect_unless_at(request, found.get_absolute_url())
    if moved:
        return moved
    data = found.data
    context = {
        "revision": found,
        "printings": list(load_printings(data)),
        "changes": list_changes(data),
        "origins": list(list_origins(data)),
    }
    response = render(request, "revision/detail.html", context)
    return _add_permanent_headers(response, request, found)


@require_safe
def revision_json(request: HtmxRequest, code: str, number: str) -> HttpResponseBase:
    """Return the very content that was hashed."""
    found = _get_revision_or_code(code, number)
    if isinstance(found, LineageCode):
        return render_withdrawn(request, found)
    moved = redirect_unless_at(request, f"{found.get_absolute_url()}.json")
    if moved:
        return moved
    return _add_permanent_headers(
        HttpResponse(found.content, content_type="application/json; charset=utf-8"), request, found
    )


@require_safe
@vary_on_headers("HX-Request")
def revision_changes_since(request: HtmxRequest, code: str, number: str) -> HttpResponseBase:
    """Show what has changed since a revision: a line for its banner, or a page."""
    found = _get_revision_or_code(code, number)
    if isinstance(found, LineageCode):
        return render_withdrawn(request, found)
    moved = redirect_unless_at(request, reverse("since", args=[found.code_id, found.number]))
    if moved:
        return moved
    newest = _get_revisions(found.code).first() or found
    context = {"revision": found, "newest": newest, "difference": diff_revisions(found.data, newest.data)}
    context["entry"] = found.code
    part = wants_fragment(request)
    return render(request, "revision/_changes_since.html" if part else "revision/changes_since.html", context)


@require_safe
def revision_history(request: HtmxRequest, code: str) -> HttpResponseBase:
    """List every revision of a code, newest first, and what became of the code itself."""
    entry = get_code_or_404(code)
    if entry.lineage is None:
        return render_withdrawn(request, entry)
    moved = redirect_unless_at(request, reverse("history", args=[entry.pk]))
    if moved:
        return moved
    older, newer = (parse_bounded_int(request.GET.get(name, ""), 0, 10**40 - 1) for name in ("from", "to"))
    if older is not None and newer is not None:
        return HttpResponseRedirect(reverse("two_revisions", args=[entry.pk, older, newer]))
    context = {"entry": entry, "revisions": list(_get_revisions(entry)), **build_related_codes(entry)}
    return render(request, "revision/history.html", context)


@require_safe
def revision_diff(request: HtmxRequest, code: str, older: str, newer: str) -> HttpResponseBase:
    """Show what differs between two revisions."""
    one, other = _get_revision_or_code(code, older), _get_revision_or_code(code, newer)
    if isinstance(one, LineageCode) or isinstance(other, LineageCode):
        return render_withdrawn(request, one if isinstance(one, LineageCode) else get_code_or_404(code))
    moved = redirect_unless_at(request, reverse("two_revisions", args=[one.code_id, one.number, other.number]))
    if moved:
        return moved
    context = {"older": one, "newer": other, "entry": one.code, "difference": diff_revisions(one.data, other.data)}
    return render(request, "revision/diff.html", context)


def build_related_codes(entry: LineageCode) -> dict[str, object]:
    """Return the codes that were merged into `entry`, and those that were split off it."""
    near = LineageCode.objects.select_related("lineage__first")
    return {
        "took_in": list(near.filter(lineage=entry.lineage).exclude(pk=entry.pk)),
        "split_off": [code for code in near.filter(split_from=entry).exclude(lineage=None) if code.state == "current"],
    }


def _get_revision_or_code(code: str, number: str) -> Revision | LineageCode:
    """Return the revision; or the code, if it was withdrawn. Raises Http404 if there never was a revision."""
    entry = get_code_or_404(code)
    if len(number.lstrip("0")) > MAX_DIGITS:
        raise Http404("There is no such revision.")
    found = get_object_or_404(Revision.objects.select_related("code__lineage", "batch"), code=entry, number=int(number))
    return entry if entry.lineage is None else found


def _get_revisions(entry: LineageCode) -> QuerySet[Revision]:
    return Revision.objects.filter(code=entry).select_related("batch__by").order_by("-number")


def _add_permanent_headers(response: HttpResponse, request: HtmxRequest, found: Revision) -> HttpResponse:
    """Add headers that tell browsers, archives and search engines that the page never changes."""
    page = request.build_absolute_uri(reverse("lineage_of_code", args=[found.code_id]))
    response.headers["Cache-Control"] = IMMUTABLE_CACHE_CONTROL
    response.headers["ETag"] = f'"{found.sha256}"'
    response.headers["X-Robots-Tag"] = "noindex"
    response.headers["Memento-Datetime"] = http_date(found.made.timestamp())
    response.headers["Link"] = f'<{page}>; rel="original latest-version"'
    return response
