"""Shared parts of the desk's pages: lanes with their counts, recent decisions, the consequence of the last one.

`articles.admin.rulings` registers the pages and checks who may open them.
"""

from typing import Any, cast
from urllib.parse import urlencode

from django.contrib import messages
from django.contrib.auth.models import User
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from articles.models import Decision, DeskPreference
from articles.presentation.decision_record import build_records, select_own_decisions
from articles.queries.relink_status import is_relink_due
from articles.queries.review_queue import LANES, LANES_BY_KEY, MAX_COUNT, count_questions
from articles.views.desk.forms import ConsequenceForm
from articles.views.http.htmx import HtmxRequest, redirect_see_other, wants_fragment

SKIPPED_KEY = "desk-skipped"  # in the session: the cards that were put off, for as long as it lasts
MAX_SKIPPED = 500
DECISIONS_LISTED = 10  # decisions at the side


def render_desk(request: HtmxRequest, lane: str, status: int = 200, **context: object) -> HttpResponse:
    """Show the desk with `context` in its middle: the page, or for htmx the part of it that changes."""
    template = "desk/_body.html" if wants_fragment(request) else "desk/page.html"
    context = _build_desk_context(request, lane) | context
    response = render(request, template, context, status=200 if request.htmx else status)
    response.headers["Vary"] = "HX-Request, Cookie"
    return response


def redirect_to_next_card(lane: str, **more: object) -> HttpResponse:
    """Redirect to the lane's next card; `more` names the decision that was made and the card before."""
    return redirect_see_other(f"{reverse('admin:review')}?{urlencode({'lane': lane} | more)}")


def redirect_with_error(request: HtmxRequest, problem: Exception, lane: str) -> HttpResponse:
    """Redirect to the lane's next card, and say there what could not be done."""
    messages.error(request, f"Nothing was changed. {problem}")
    return redirect_to_next_card(lane)


def _build_desk_context(request: HtmxRequest, lane: str) -> dict[str, Any]:
    user, asked = get_user(request), ConsequenceForm(request.GET).read()
    number = count_questions(user.pk)
    last = Decision.objects.filter(pk=asked["done"]).first() if asked["done"] is not None else None
    return {
        "lane": LANES_BY_KEY.get(lane),
        "lanes": [(each, number[each.key], number[each.key] >= MAX_COUNT) for each in LANES],
        "liked": DeskPreference.objects.filter(user=user).first() or DeskPreference(user=user),
        "last": build_records(list(select_own_decisions(user.pk)[:DECISIONS_LISTED])),
        "done": last,
        "scored": _get_score(last),
        "before": asked["before"],
        "before_name": asked["before_name"],
        "relink_due": is_relink_due(),
        "reasons": [choice for choice in Decision.Reason.choices if choice[0]],
        "now": int(timezone.now().timestamp()),
    }


def _get_score(decision: Decision | None) -> float | None:
    """Return the matcher's score of the pair that was decided on, if it was one pair."""
    scores = list(decision.rulings.values_list("score", flat=True)[:2]) if decision else []
    return scores[0] if len(scores) == 1 else None


def get_user(request: HtmxRequest) -> User:
    """Return the curator."""
    return cast(User, request.user)


def get_skipped_cards(request: HtmxRequest) -> list[str]:
    """Return the keys of the cards that the curator has put off."""
    skipped: list[str] = request.session.get(SKIPPED_KEY, [])
    return skipped


def skip_card(request: HtmxRequest, key: str) -> None:
    """Put off a card for as long as the session lasts."""
    request.session[SKIPPED_KEY] = [*get_skipped_cards(request)[-MAX_SKIPPED:], key]
