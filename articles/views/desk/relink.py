"""The desk's page of relinks: whether one is due, what it would change, the open request and the last ones."""

from collections.abc import Callable

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from articles.engine.linking.pairwise import MATCHER_VERSION
from articles.models import RelinkRequest
from articles.queries.relink_status import count_outdated_lineages, estimate_changes
from articles.services import relink_requests
from articles.services.exceptions import CurationError
from articles.views.desk.base import get_user
from articles.views.http.htmx import HtmxRequest, redirect_see_other, wants_fragment

REQUESTS_LISTED = 10
PERMISSION = "articles.relink"


@require_safe
def review_relink(request: HtmxRequest) -> HttpResponse:
    """Show the page, or for htmx, which asks every two seconds, how far the open request is."""
    open_one = RelinkRequest.objects.filter(open=True).select_related("by").first()
    context: dict[str, object] = {"open_one": open_one}
    if wants_fragment(request):
        response = render(request, "desk/_relink_progress.html", context)
    else:
        outdated, lineages = count_outdated_lineages()
        ended = RelinkRequest.objects.filter(open=None).select_related("by", "ended_by")[:REQUESTS_LISTED]
        context |= {
            "matcher": MATCHER_VERSION,
            "outdated": outdated,
            "lineages": lineages,
            "estimate": estimate_changes() if outdated else None,
            "ended": ended,
        }
        response = render(request, "desk/relink.html", context)
    response.headers["Vary"] = "HX-Request, Cookie"
    return response


@require_POST
def start_relink(request: HtmxRequest) -> HttpResponse:
    """Ask for a relink, or a dry run."""
    _require_permission(request)
    dry_run = request.POST.get("deed") != "relink"
    return _try(request, lambda: relink_requests.request_relink(by=get_user(request), dry_run=dry_run))


@require_POST
def cancel_relink(request: HtmxRequest, number: int) -> HttpResponse:
    """Cancel a request."""
    _require_permission(request)
    wanted = get_object_or_404(RelinkRequest, pk=number)
    return _try(request, lambda: relink_requests.cancel(wanted, by=get_user(request)))


def _try(request: HtmxRequest, action: Callable[[], object]) -> HttpResponse:
    """Do what may be refused, and go back to the page."""
    try:
        action()
    except CurationError as problem:
        messages.error(request, f"Nothing was changed. {problem}")
    return redirect_see_other(reverse("admin:review_relink"))


def _require_permission(request: HtmxRequest) -> None:
    if not request.user.has_perm(PERMISSION):
        raise PermissionDenied
