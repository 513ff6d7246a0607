"""Review cards: a curator decides one match after the other.

A card shows SANA's printing next to OffGuardian's, each within its article, with the differences marked, and asks in
words: same quote, different, not sure. Who answers after somebody else has changed what the card showed gets it again,
with both answers. `articles.queries.review_queue` chooses the match, `articles.services.curation` applies the ruling.
"""

from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from articles.models import Decision, DecisionComment, DeskPreference, Lineage, Match, Quote, Ruling, Suggestion
from articles.presentation.decision_record import add_details, build_records
from articles.presentation.review_card import build_card
from articles.queries.review_queue import ReviewQuestion, find_gold_ruling, find_next_question, select_second_opinions
from articles.services.curation import agree, answer_gold_question, rule, undo
from articles.services.exceptions import CurationError, StaleVersionError
from articles.views.desk.base import (
    get_skipped_cards,
    get_user,
    redirect_to_next_card,
    redirect_with_error,
    render_desk,
    skip_card,
)
from articles.views.desk.forms import (
    LaneForm,
    PreferencesForm,
    RemarkForm,
    SuggestionAnswerForm,
    VerdictForm,
    parse_number,
)
from articles.views.desk.kept_answers import read_kept_answer
from articles.views.desk.names import show_next_name
from articles.views.http.htmx import HtmxRequest, redirect_see_other

ROWS_LISTED = 20  # second opinions and suggestions on a page


@require_safe
def review_lane(request: HtmxRequest) -> HttpResponse:
    """Show the next card of a lane, or what the lane lists."""
    lane, user = LaneForm(request.GET).read()["lane"], get_user(request)
    if lane == "second":
        decisions = list(select_second_opinions(user.pk).select_related("by")[:ROWS_LISTED])
        return render_desk(request, lane, records=add_details(build_records(decisions)))
    if lane == "suggestions":
        return render_desk(request, lane, suggestions=_load_suggestions())
    if lane == "names":
        return show_next_name(request)
    question = find_next_question(lane, by=user.pk, skipped=get_skipped_cards(request))
    return render_desk(request, lane, card=build_card(question) if question else None)


def _load_suggestions() -> list[tuple[Suggestion, Lineage | None]]:
    suggestions = list(Suggestion.objects.filter(closed=None)[:ROWS_LISTED])
    lineages = Lineage.objects.filter(codes__in=[each.code for each in suggestions]).prefetch_related("codes")
    by_code = {code.pk: lineage for lineage in lineages for code in lineage.codes.all()}
    return [(each, by_code.get(each.code)) for each in suggestions]


@require_safe
def review_pair(request: HtmxRequest, left: str, right: str) -> HttpResponse:
    """Show the card of two quotes."""
    a, b = sorted((parse_number(left), parse_number(right)))
    if a == b or Quote.objects.filter(pk__in=(a, b)).count() != 2:
        raise Http404("There is no such pair of quotations.")
    lane, written = LaneForm(request.GET).read()["lane"], read_kept_answer(request)
    return render_desk(request, lane, card=_build_card(a, b), **written)


def _build_card(a: int, b: int) -> dict[str, Any]:
    a, b = min(a, b), max(a, b)
    match = Match.objects.filter(a=a, b=b).first()
    return build_card(ReviewQuestion(a, b, match.score if match else None))


@require_POST
def decide(request: HtmxRequest) -> HttpResponse:
    """Take an answer to a card, and go on to the next."""
    form = VerdictForm(request.POST)
    answer = form.read()
    a, b = (get_object_or_404(Quote, pk=answer[name]) for name in ("a", "b"))
    verdict, lane = answer["verdict"], answer["lane"]
    key = ReviewQuestion(*sorted((a.pk, b.pk))).key
    if verdict in ("skip", "flag"):
        if verdict == "flag":
            _flag_pair(a, b, answer["note"])
        skip_card(request, key)
        return redirect_to_next_card(lane, before=key)
    if not verdict:
        raise Http404("There is no such answer.")
    try:
        decision = _apply_verdict(request, a, b, form)
    except StaleVersionError:
        newest = Ruling.objects.in_force().filter(a=min(a.pk, b.pk), b=max(a.pk, b.pk)).order_by("-pk").first()
        if newest and newest.verdict == verdict and newest.batch.by_id == get_user(request).pk:
            return redirect_to_next_card(lane, done=newest.batch_id, before=key)  # the same answer, sent twice
        return _render_conflict(request, a, b, answer)
    except CurationError as problem:
        return redirect_with_error(request, problem, lane)
    return redirect_to_next_card(lane, done=decision.pk, before=key)


def _apply_verdict(request: HtmxRequest, a: Quote, b: Quote, form: VerdictForm) -> Decision:
    answer, user, remark = form.read(), get_user(request), form.build_remark()
    if answer["lane"] != "gold":
        return rule(a, b, answer["verdict"], by=user, remark=remark, seen_version=answer["version"])
    known = find_gold_ruling(min(a.pk, b.pk), max(a.pk, b.pk), by=user.pk)
    if known is None:
        raise CurationError("This question is no longer open, or you have already answered it.")
    return answer_gold_question(known, answer["verdict"], by=user, remark=remark)


def _render_conflict(request: HtmxRequest, a: Quote, b: Quote, answer: dict[str, Any]) -> HttpResponse:
    """Show the card again after somebody else was first: their decision and this curator's answer."""
    near = Ruling.objects.filter(a__printings__lineage__printings__quote__in=(a.pk, b.pk))
    theirs = Decision.objects.filter(pk__in=near.values("batch")).select_related("by").order_by("-pk").first()
    written = {"yours": Ruling.Verdict(answer["verdict"]).label, "note": answer["note"], "reason": answer["reason"]}
    return render_desk(request, answer["lane"], 409, card=_build_card(a.pk, b.pk), theirs=theirs, **written)


def _flag_pair(a: Quote, b: Quote, note: str) -> None:
    """Leave a pair to somebody else, as a suggestion."""
    code = Lineage.objects.filter(printings__quote__in=(a, b)).values_list("code", flat=True).first() or ""
    address = reverse("admin:review_pair", args=[a.pk, b.pk])
    Suggestion.objects.create(code=code, kind=Suggestion.Kind.FLAG, text=f"{a} / {b}. {note}".strip(), url=address)


@require_POST
def undo_decision(request: HtmxRequest, number: int) -> HttpResponse:
    """Undo a decision, whenever it was made; one's own answer to a card leads back to that card, with its note."""
    decision, lane = get_object_or_404(Decision, pk=number), LaneForm(request.POST).read()["lane"]
    if not may_undo(request, decision):
        raise PermissionDenied
    try:
        undone = undo(decision, by=get_user(request))
    except CurationError as problem:
        return redirect_with_error(request, problem, lane)
    (record,) = build_records([Decision.objects.get(pk=decision.root.pk)])
    if record.is_undone and record.card_address and record.decision.by_id == get_user(request).pk:
        kept = {"lane": lane, "done": undone.pk, "note": record.decision.note, "reason": record.decision.reason}
        return redirect_see_other(f"{record.card_address}?{urlencode(kept)}")
    return redirect_to_next_card(lane, done=undone.pk)


@require_safe
def review_decision(request: HtmxRequest, number: int) -> HttpResponse:
    """Show a decision: the words, what it changed, what others say of it, and the button that undoes it."""
    decision = get_object_or_404(Decision.objects.select_related("by"), pk=number)
    (record,) = add_details(build_records([decision]))
    return render_desk(request, "", record=record, comments=decision.comments.select_related("by"))


@require_POST
def comment_on_decision(request: HtmxRequest, number: int) -> HttpResponse:
    """Store a comment on a decision."""
    decision = get_object_or_404(Decision, pk=number)
    text = RemarkForm(request.POST).read()["note"].strip()
    if text:
        DecisionComment.objects.create(decision=decision, by=get_user(request), text=text)
    return redirect_see_other(reverse("admin:review_decision", args=[number]))


def may_undo(request: Any, decision: Decision) -> bool:
    """Return whether the user may: who may not withdraw articles may not bring them back."""
    return bool(decision.root.verb != Decision.Verb.WITHDRAW or request.user.has_perm("articles.decide"))


@require_POST
def confirm_decision(request: HtmxRequest, number: int) -> HttpResponse:
    """Agree with another curator's decision."""
    if not request.user.has_perm("articles.decide"):
        raise PermissionDenied
    try:
        agree(get_object_or_404(Decision, pk=number), by=get_user(request))
    except CurationError as problem:
        return redirect_with_error(request, problem, "second")
    return redirect_to_next_card("second")


@require_POST
def close_suggestion(request: HtmxRequest, number: int) -> HttpResponse:
    """Note the outcome of a reader's suggestion; who comes second sees the first note and their own."""
    answer = SuggestionAnswerForm(request.POST).read()["answer"]
    open_ones = Suggestion.objects.filter(pk=number, closed=None)
    if not open_ones.update(closed=timezone.now(), closed_by=get_user(request), answer=answer):
        closed = get_object_or_404(Suggestion.objects.select_related("closed_by"), pk=number)
        theirs, yours = closed.answer or "nothing", answer or "nothing"
        note = f"{closed.closed_by} has already closed this report with the note: {theirs}. You wrote: {yours}."
        messages.error(request, note)
    return redirect_to_next_card("suggestions")


@require_POST
def save_preferences(request: HtmxRequest) -> HttpResponse:
    """Store whether keys answer and whether the score is shown."""
    wanted = PreferencesForm(request.POST).read()
    DeskPreference.objects.update_or_create(user=get_user(request), defaults=wanted)
    return redirect_to_next_card(LaneForm(request.POST).read()["lane"])
