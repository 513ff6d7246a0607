"""Answers of curators whose session has ended: the way to the login and back to the card, with what they wrote.

A curator answers "different" with a note, but the session has ended. The login leads back to the card, which shows the
answer and the note again, to be sent once more. What was written travels in the address of the login page: nothing is
stored for somebody who is not logged in, and the access log leaves query strings out. What is too long for an address
is shown on a page of its own, to be copied.
"""

from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse

from articles.models import Ruling
from articles.views.desk.forms import KeptAnswerForm

KEPT = "kept"  # in a query string: that an answer is in it which was not taken
MAX_ADDRESS_LENGTH = 3500  # gunicorn reads a request line of up to 4,094 bytes
_KEPT_FIELDS = ("lane", "verdict", "reason", "note", "quote", "other", "speaker", "words")
_PAGES_OF_FORMS = {  # the view that takes a form, the page that shows it
    "review_decide_name": "review_name",
    "review_change": "review_lineage",
    "review_change_quote": "review_quote",
    "review_comment": "review_decision",
}

View = Callable[..., HttpResponse]


def _get_card_address(name: str, sent: QueryDict, arguments: dict[str, Any]) -> str:
    """Return the address of the page whose form was sent to the view of this name."""
    if name == "review_decide" and all(sent.get(side, "").isdecimal() for side in "ab"):
        return reverse("admin:review_pair", args=[sent["a"], sent["b"]])
    page = _PAGES_OF_FORMS.get(name)
    return reverse(f"admin:{page}", kwargs=arguments) if page else reverse("admin:review")


def require_login(view: View, name: str) -> View:
    """Let only users of the admin reach a page of the desk; others log in and come back to it, with what they sent."""

    def answer(request: HttpRequest, *arguments: Any, **named: Any) -> HttpResponse:
        if request.user.is_active and request.user.is_staff:
            return view(request, *arguments, **named)
        return _send_to_login(request, name, named)

    return answer


def _send_to_login(request: HttpRequest, name: str, arguments: dict[str, Any]) -> HttpResponse:
    """Redirect to the login, the whole page even where htmx asked for a part of it."""
    address = request.get_full_path()
    if request.method == "POST":
        kept = [(field, value) for field in _KEPT_FIELDS for value in request.POST.getlist(field) if value]
        address = f"{_get_card_address(name, request.POST, arguments)}?{urlencode([(KEPT, 'on'), *kept])}"
        if len(address) > MAX_ADDRESS_LENGTH:
            card = _get_card_address(name, request.POST, arguments)
            return render(request, "desk/session_ended.html", {"kept": kept, "card": card}, status=403)
    login = redirect_to_login(address, reverse("admin:login"))
    if getattr(request, "htmx", None):
        return HttpResponse(headers={"HX-Redirect": login.url})
    return login


def read_kept_answer(request: HttpRequest) -> dict[str, Any]:
    """Return what was sent when the session had ended, for the card to show again; empty where nothing was."""
    sent = KeptAnswerForm(request.GET).read()
    if KEPT not in request.GET:
        return {"note": sent["note"], "reason": sent["reason"]}  # of an answer that was undone just now
    verdict = Ruling.Verdict(sent["verdict"]).label if sent["verdict"] else ""
    texts = {name: sent[name] for name in ("note", "reason", "other")}
    written = {name: sent[name] for name in ("speaker", "words") if name in request.GET}
    return {"session_ended": True, "answered": verdict, "chosen": sent["quote"], "written": written, **texts}
