"""Shared parts of the desk's pages: lanes, recent decisions, the consequence of the last one.

The lanes with their counts stand above, a card or list in the middle, at the side the curator's last ten decisions with
Undo and two preferences: keyboard shortcuts, and showing the matcher's score. After a decision the page says what
followed: "Joined 3 and 2 printings; first printed is now OffGuardian, 17 November 2015.", and only then the score.

Access is checked by `articles.admin`, which registers the pages.
"""

from typing import Any, cast
from urllib.parse import urlencode

from django.contrib import messages
from django.contrib.auth.models import User
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from articles.models import Decision, DeskPreference
from articles.models.decision import DecisionRemark
from articles.queries.review_queue import LANES, LANES_BY_KEY, MAX_COUNT, count_questions
from articles.views.http.forms import parse_bounded_int
from articles.views.http.htmx import HtmxRequest, redirect_see_other, wants_fragment

DECISIONS_LISTED = 10  # decisions at the side
MAX_SECONDS = 3600.0  # seconds: who took longer was away
MAX_NOTE_LENGTH = 2000


def render_desk(request: HtmxRequest, lane: str, status: int = 200, **context: object) -> HttpResponse:
    """Show the desk with `context` in its middle: the page, or for htmx the part of it that changes."""
    template = "desk/_body.html" if wants_fragment(request) else "desk/page.html"
    response = render(
        request, template, _build_desk_context(request, lane) | context, status=200 if request.htmx else status
    )
    response.headers["Vary"] = "HX-Request, Cookie"
    return response


def redirect_to_next_card(lane: str, **more: object) -> HttpResponse:
    """Redirect to the lane's next card; `more` names the decision that was made and the card before."""
    return redirect_see_other(f"{reverse('admin:review')}?{urlencode({'lane': lane} | more)}")


def redirect_with_error(request: HtmxRequest, problem: str, lane: str) -> HttpResponse:
    """Redirect to the lane's next card, and say there what could not be done."""
    messages.error(request, f"Nothing was changed. {problem}")
    return redirect_to_next_card(lane)


def _build_desk_context(request: HtmxRequest, lane: str) -> dict[str, Any]:
    user = get_user(request)
    done, before = request.GET.get("done", ""), request.GET.get("before", "").split("..")
    number = count_questions(user.pk)
    last = Decision.objects.filter(pk=parse_number(done)).first() if done else None
    return {
        "lane": LANES_BY_KEY.get(lane),
        "lanes": [(each, number[each.key], number[each.key] >= MAX_COUNT) for each in LANES],
        "liked": DeskPreference.objects.filter(user=user).first() or DeskPreference(user=user),
        "last": list(Decision.objects.filter(by=user).order_by("-pk")[:DECISIONS_LISTED]),
        "done": last,
        "scored": _get_score(last),
        "before": [parse_number(part) for part in before] if len(before) == 2 else None,
        "reasons": [choice for choice in Decision.Reason.choices if choice[0]],
        "now": int(timezone.now().timestamp()),
    }


def _get_score(batch: Decision | None) -> float | None:
    """Return the matcher's score of the pair that was decided on, if it was one pair."""
    scores = list(batch.rulings.values_list("score", flat=True)[:2]) if batch else []
    return scores[0] if len(scores) == 1 else None


def parse_lane(key: str) -> str:
    """Return a lane's key as it was sent, or the first lane's."""
    return key if key in LANES_BY_KEY else LANES[0].key


def parse_number(value: str) -> int:
    """Return a row's number as it was sent. Raises Http404."""
    number = parse_bounded_int(value, 0, 10**18 - 1)
    if number is None:
        raise Http404("There is no such row.")
    return number


def get_user(request: HtmxRequest) -> User:
    """Return the curator."""
    return cast(User, request.user)


def parse_remark(request: HtmxRequest) -> DecisionRemark:
    """Return reason, note and time taken, as the form sent them."""
    reason, began = request.POST.get("reason", ""), request.POST.get("began", "")
    start = parse_bounded_int(began, 0, 10**11 - 1)
    seconds = timezone.now().timestamp() - start if start is not None else None
    return DecisionRemark(
        reason=reason if reason in Decision.Reason.values else "",
        note=get_posted_text(request, "note"),
        seconds=seconds if seconds is not None and 0 <= seconds <= MAX_SECONDS else None,
        blind=request.POST.get("blind") == "on",
    )


def get_posted_text(request: HtmxRequest, name: str) -> str:
    """Return the text of a field, cut to `MAX_NOTE_LENGTH` and without NUL, which no database takes."""
    return request.POST.get(name, "")[:MAX_NOTE_LENGTH].replace("\0", "")
