"""Review cards: a curator decides one match after the other.

``/admin/articles/ruling/review/?lane=uncertain`` shows SANA's printing next to OffGuardian's, each within its article,
with the differences marked, and asks in words: same quote, different, not sure. The answer is a form, so it works
without script; with script, htmx swaps the card and keys answer. ``/admin/articles/ruling/review/12..31`` is one card,
whatever the lane. Who answers after somebody else has changed what the card showed gets it again, with both answers.

`articles.queries.review_queue` chooses the next match, `articles.services.curation` applies a ruling.
"""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from articles.models import Decision, DeskPreference, Lineage, Match, Quote, Ruling, Suggestion
from articles.presentation.review_card import build_card
from articles.queries.review_queue import ReviewQuestion, find_gold_ruling, find_next_question, select_second_opinions
from articles.services.curation import agree, answer_gold_question, rule, undo
from articles.services.exceptions import CurationError, StaleVersionError
from articles.views.desk.base import (
    get_posted_text,
    get_user,
    parse_lane,
    parse_number,
    parse_remark,
    redirect_to_next_card,
    redirect_with_error,
    render_desk,
)
from articles.views.http.htmx import HtmxRequest

SKIPPED_KEY = "desk-skipped"  # in the session: what was put off, for as long as it lasts
MAX_SKIPPED = 500
ROWS_LISTED = 20  # second opinions and suggestions on a page
MAX_ANSWER_LENGTH = 1000


@require_safe
def review_lane(request: HtmxRequest) -> HttpResponse:
    """Show the next card of a lane, or what the lane lists."""
    lane = parse_lane(request.GET.get("lane", ""))
    if lane == "second":
        batches = list(select_second_opinions(get_user(request).pk).select_related("by")[:ROWS_LISTED])
        return render_desk(request, lane, batches=batches)
    if lane == "suggestions":
        return render_desk(
            request, lane, suggestions=_add_lineages(list(Suggestion.objects.filter(closed=None)[:ROWS_LISTED]))
        )
    skipped = request.session.get(SKIPPED_KEY, [])
    question = find_next_question(lane, by=get_user(request).pk, skipped=skipped)
    return render_desk(request, lane, card=build_card(question) if question else None)


@require_safe
def review_pair(request: HtmxRequest, left: str, right: str) -> HttpResponse:
    """Show the card of two quotes."""
    a, b = sorted((parse_number(left), parse_number(right)))
    if a == b or Quote.objects.filter(pk__in=(a, b)).count() != 2:
        raise Http404("There are no such two quotations.")
    return render_desk(request, parse_lane(request.GET.get("lane", "")), card=build_card(_build_question(a, b)))


@require_POST
def decide(request: HtmxRequest) -> HttpResponse:
    """Take an answer to a card, and go on to the next."""
    a, b = (get_object_or_404(Quote, pk=parse_number(request.POST.get(name, ""))) for name in ("a", "b"))
    verdict, lane = request.POST.get("verdict", ""), parse_lane(request.POST.get("lane", ""))
    key = ReviewQuestion(*sorted((a.pk, b.pk))).key
    if verdict in ("skip", "flag"):
        if verdict == "flag":
            _flag_pair(request, a, b)
        request.session[SKIPPED_KEY] = [*request.session.get(SKIPPED_KEY, [])[-MAX_SKIPPED:], key]
        return redirect_to_next_card(lane, before=key)
    if verdict not in Ruling.Verdict.values:
        raise Http404("There is no such answer.")
    try:
        batch = _apply_verdict(request, a, b, verdict, lane)
    except StaleVersionError:
        return _render_conflict(request, a, b, verdict, lane)
    except CurationError as problem:
        return redirect_with_error(request, str(problem), lane)
    return redirect_to_next_card(lane, done=batch.pk, before=key)


def _apply_verdict(request: HtmxRequest, a: Quote, b: Quote, verdict: str, lane: str) -> Decision:
    user, remark = get_user(request), parse_remark(request)
    if lane != "gold":
        return rule(a, b, verdict, by=user, remark=remark, seen_version=request.POST.get("version", ""))
    known = find_gold_ruling(min(a.pk, b.pk), max(a.pk, b.pk), by=user.pk)
    if known is None:
        raise CurationError("Its answer is not known any more, or you have given yours.")
    return answer_gold_question(known, verdict, by=user, remark=remark)


@require_POST
def undo_decision(request: HtmxRequest, number: int) -> HttpResponse:
    """Undo a decision, whenever it was made."""
    batch = get_object_or_404(Decision, pk=number)
    lane = parse_lane(request.POST.get("lane", ""))
    if not may_undo(request, batch):
        raise PermissionDenied
    try:
        done = undo(batch, by=get_user(request))
    except CurationError as problem:
        return redirect_with_error(request, str(problem), lane)
    return redirect_to_next_card(lane, done=done.pk)


def may_undo(request: Any, batch: Decision) -> bool:
    """Return whether the user may: who may not withdraw articles may not bring them back."""
    return bool(batch.root.verb != Decision.Verb.WITHDRAW or request.user.has_perm("articles.decide"))


@require_POST
def confirm_decision(request: HtmxRequest, number: int) -> HttpResponse:
    """Agree with another curator's decision."""
    if not request.user.has_perm("articles.decide"):
        raise PermissionDenied
    try:
        agree(get_object_or_404(Decision, pk=number), by=get_user(request))
    except CurationError as problem:
        return redirect_with_error(request, str(problem), "second")
    return redirect_to_next_card("second")


@require_POST
def close_suggestion(request: HtmxRequest, number: int) -> HttpResponse:
    """Note the outcome of a reader's suggestion; who comes second sees the first note and their own."""
    answer = get_posted_text(request, "answer")[:MAX_ANSWER_LENGTH]
    open_ones = Suggestion.objects.filter(pk=number, closed=None)
    if not open_ones.update(closed=timezone.now(), closed_by=get_user(request), answer=answer):
        closed = get_object_or_404(Suggestion.objects.select_related("closed_by"), pk=number)
        theirs, yours = closed.answer or "nothing", answer or "nothing"
        messages.error(request, f"{closed.closed_by} has closed it already and noted: {theirs}. You wrote: {yours}.")
    return redirect_to_next_card("suggestions")


@require_POST
def save_preferences(request: HtmxRequest) -> HttpResponse:
    """Store whether keys answer and whether the score is shown."""
    wanted = {name: request.POST.get(name) == "on" for name in ("keys", "score")}
    DeskPreference.objects.update_or_create(user=get_user(request), defaults=wanted)
    return redirect_to_next_card(parse_lane(request.POST.get("lane", "")))


def _build_question(a: int, b: int) -> ReviewQuestion:
    a, b = min(a, b), max(a, b)
    match = Match.objects.filter(a=a, b=b).first()
    return ReviewQuestion(a, b, match.score if match else None)


def _render_conflict(request: HtmxRequest, a: Quote, b: Quote, verdict: str, lane: str) -> HttpResponse:
    """Show the card again after somebody else was first: their decision and this curator's answer."""
    near = Ruling.objects.filter(a__printings__lineage__printings__quote__in=(a.pk, b.pk))
    theirs = Decision.objects.filter(pk__in=near.values("batch")).select_related("by").order_by("-pk").first()
    return render_desk(
        request,
        lane,
        409,
        card=build_card(_build_question(a.pk, b.pk)),
        yours=Ruling.Verdict(verdict).label,
        note=get_posted_text(request, "note"),
        reason=request.POST.get("reason", ""),
        theirs=theirs,
    )


def _flag_pair(request: HtmxRequest, a: Quote, b: Quote) -> None:
    """Leave a pair to somebody else, as a suggestion."""
    code = Lineage.objects.filter(printings__quote__in=(a, b)).values_list("code", flat=True).first() or ""
    text = f"{a} / {b}. {get_posted_text(request, 'note')}".strip()
    address = reverse("admin:review_pair", args=[a.pk, b.pk])
    Suggestion.objects.create(code=code, kind=Suggestion.Kind.FLAG, text=text, url=address)


def _add_lineages(suggestions: list[Suggestion]) -> list[tuple[Suggestion, Lineage | None]]:
    codes = Lineage.objects.filter(codes__in=[each.code for each in suggestions])
    known = {code.pk: lineage for lineage in codes.prefetch_related("codes") for code in lineage.codes.all()}
    return [(each, known.get(each.code)) for each in suggestions]
