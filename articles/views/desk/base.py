"""What do all pages of the desk have in common?

The lanes with their counts above, the card or list in the middle, at the side the curator's last ten decisions with
Undo and the two switches: whether keys answer, whether the matcher's score is shown. After a decision comes its
consequence: "Joined 3 and 2 printings; first printed is now OffGuardian, 17 November 2015.", and only now the score.

Left to others: what stands in the middle (`review`, `mending`), who may come in (`articles.admin`).
"""

from typing import Any, cast
from urllib.parse import urlencode

from django.contrib import messages
from django.contrib.auth.models import User
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from articles.models import Batch, Preference
from articles.models.ruling import Remark
from articles.queries.review_queue import BY_KEY, COUNTED, LANES, counts
from articles.views.http.htmx import HtmxRequest, see_other, wants_fragment

LAST = 10  # decisions at the side
LONGEST = 3600.0  # seconds: who took longer was away
LONGEST_NOTE = 2000


def desk(request: HtmxRequest, lane: str, status: int = 200, **context: object) -> HttpResponse:
    """The desk with `context` in its middle: the page, or for htmx the part of it that changes."""
    template = "desk/_body.html" if wants_fragment(request) else "desk/page.html"
    response = render(request, template, _around(request, lane) | context, status=200 if request.htmx else status)
    response.headers["Vary"] = "HX-Request, Cookie"
    return response


def next_card(lane: str, **more: object) -> HttpResponse:
    """On to the lane's next card; `more` says what was done and which card was before."""
    return see_other(f"{reverse('admin:review')}?{urlencode({'lane': lane} | more)}")


def refused(request: HtmxRequest, problem: str, lane: str) -> HttpResponse:
    """What could not be done, and the lane's next card."""
    messages.error(request, f"Nothing was changed. {problem}")
    return next_card(lane)


def _around(request: HtmxRequest, lane: str) -> dict[str, Any]:
    user = user_of(request)
    done, before = request.GET.get("done", ""), request.GET.get("before", "").split("..")
    number = counts(user.pk)
    last = Batch.objects.filter(pk=number_of(done)).first() if done else None
    return {
        "lane": BY_KEY.get(lane),
        "lanes": [(each, number[each.key], number[each.key] >= COUNTED) for each in LANES],
        "liked": Preference.objects.filter(user=user).first() or Preference(user=user),
        "last": list(Batch.objects.filter(by=user).order_by("-pk")[:LAST]),
        "done": last,
        "scored": _score(last),
        "before": [number_of(part) for part in before] if len(before) == 2 else None,
        "reasons": [choice for choice in Batch.Reason.choices if choice[0]],
        "now": int(timezone.now().timestamp()),
    }


def _score(batch: Batch | None) -> float | None:
    """What the matcher had said of the one pair that was decided on."""
    scores = list(batch.rulings.values_list("score", flat=True)[:2]) if batch else []
    return scores[0] if len(scores) == 1 else None


def lane_of(key: str) -> str:
    """A lane's key as it was sent, or the first lane's."""
    return key if key in BY_KEY else LANES[0].key


def number_of(value: str) -> int:
    """A row's number as it was sent. Raises Http404 where it is none."""
    if not value.isascii() or not value.isdigit() or len(value) > 18:
        raise Http404("There is no such row.")
    return int(value)


def user_of(request: HtmxRequest) -> User:
    return cast(User, request.user)


def remark_of(request: HtmxRequest) -> Remark:
    """Reason, note and time taken, as the form sent them."""
    reason, began = request.POST.get("reason", ""), request.POST.get("began", "")
    known = began.isascii() and began.isdigit() and len(began) < 12
    seconds = timezone.now().timestamp() - int(began) if known else None
    return Remark(
        reason=reason if reason in Batch.Reason.values else "",
        note=words_of(request, "note"),
        seconds=seconds if seconds is not None and 0 <= seconds <= LONGEST else None,
        blind=request.POST.get("blind") == "on",
    )


def words_of(request: HtmxRequest, name: str) -> str:
    """What somebody wrote into a field: not too long, and nothing that a database does not take."""
    return request.POST.get(name, "")[:LONGEST_NOTE].replace("\0", "")
