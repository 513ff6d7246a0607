"""How does a curator decide, one match after the other?

``/admin/articles/ruling/review/?lane=uncertain`` shows SANA's printing beside OffGuardian's, each within its article,
what differs between them, and asks in words: same quote, different, not sure. The answer is a form, so it works without
script; with it, htmx swaps the card and keys answer. ``/admin/articles/ruling/review/12..31`` is one card, whatever the
lane. Who answers after somebody else has changed what the card showed gets it again, with both answers on it.

Left to others: which match is next (`articles.queries.review_queue`), what a ruling does
(`articles.services.curation`), what stands around the card (`desk`), whole lineages and single quotations (`mending`).
"""

import re
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from articles.engine.linking.clustering import SURE
from articles.models import Alias, Batch, Lineage, Match, Preference, Printing, Quote, Ruling, Suggestion
from articles.presentation.printings import numbered
from articles.presentation.side_by_side import pair_of
from articles.queries.review_queue import Question, gold_on, next_question, second_opinions
from articles.services.corrections import NotPossible, Outdated
from articles.services.curation import agree, answer_gold, rule, undo, version_of_pair
from articles.views.desk.base import desk, lane_of, next_card, number_of, refused, remark_of, user_of, words_of
from articles.views.http.htmx import HtmxRequest

AROUND = 200  # characters of the article on either side of a passage: two lines or three
SKIPPED = "desk-skipped"  # in the session: what was put off, for as long as it lasts
MOST_SKIPPED = 500
LISTED = 20  # second opinions and suggestions on a page
LONGEST_ANSWER = 1000


@dataclass(frozen=True, slots=True)
class Passage:
    """One side of a card: the quote within its article, and where it stands."""

    quote: Quote
    before: str
    after: str
    lineages: tuple[Lineage, ...]


@require_safe
def review(request: HtmxRequest) -> HttpResponse:
    """The next card of a lane, or what the lane lists."""
    lane = lane_of(request.GET.get("lane", ""))
    if lane == "second":
        batches = list(second_opinions(user_of(request).pk).select_related("by")[:LISTED])
        return desk(request, lane, batches=batches)
    if lane == "suggestions":
        return desk(request, lane, suggestions=_with_lineages(list(Suggestion.objects.filter(closed=None)[:LISTED])))
    skipped = request.session.get(SKIPPED, [])
    question = next_question(lane, by=user_of(request).pk, skipped=skipped)
    return desk(request, lane, card=card_of(question) if question else None)


@require_safe
def review_pair(request: HtmxRequest, left: str, right: str) -> HttpResponse:
    """The card of two quotes."""
    a, b = sorted((number_of(left), number_of(right)))
    if a == b or Quote.objects.filter(pk__in=(a, b)).count() != 2:
        raise Http404("There are no such two quotations.")
    return desk(request, lane_of(request.GET.get("lane", "")), card=card_of(_question(a, b)))


@require_POST
def decide(request: HtmxRequest) -> HttpResponse:
    """Take an answer to a card; go on to the next."""
    a, b = (get_object_or_404(Quote, pk=number_of(request.POST.get(name, ""))) for name in ("a", "b"))
    verdict, lane = request.POST.get("verdict", ""), lane_of(request.POST.get("lane", ""))
    key = Question(*sorted((a.pk, b.pk))).key
    if verdict in ("skip", "flag"):
        if verdict == "flag":
            _flag(request, a, b)
        request.session[SKIPPED] = [*request.session.get(SKIPPED, [])[-MOST_SKIPPED:], key]
        return next_card(lane, before=key)
    if verdict not in Ruling.Verdict.values:
        raise Http404("There is no such answer.")
    try:
        batch = _answered(request, a, b, verdict, lane)
    except Outdated:
        return _outdated(request, a, b, verdict, lane)
    except NotPossible as problem:
        return refused(request, str(problem), lane)
    return next_card(lane, done=batch.pk, before=key)


def _answered(request: HtmxRequest, a: Quote, b: Quote, verdict: str, lane: str) -> Batch:
    user, remark = user_of(request), remark_of(request)
    if lane != "gold":
        return rule(a, b, verdict, by=user, remark=remark, seen=request.POST.get("version", ""))
    known = gold_on(min(a.pk, b.pk), max(a.pk, b.pk), by=user.pk)
    if known is None:
        raise NotPossible("Its answer is not known any more, or you have given yours.")
    return answer_gold(known, verdict, by=user, remark=remark)


@require_POST
def take_back(request: HtmxRequest, number: int) -> HttpResponse:
    """Undo a batch, whenever it was made."""
    batch = get_object_or_404(Batch, pk=number)
    lane = lane_of(request.POST.get("lane", ""))
    if not may_take_back(request, batch):
        raise PermissionDenied
    try:
        done = undo(batch, by=user_of(request))
    except NotPossible as problem:
        return refused(request, str(problem), lane)
    return next_card(lane, done=done.pk)


def may_take_back(request: Any, batch: Batch) -> bool:
    """Who may not withdraw articles may not bring them back."""
    return bool(batch.first.verb != Batch.Verb.WITHDRAW or request.user.has_perm("articles.decide"))


@require_POST
def second(request: HtmxRequest, number: int) -> HttpResponse:
    """Agree with what another curator decided."""
    if not request.user.has_perm("articles.decide"):
        raise PermissionDenied
    try:
        agree(get_object_or_404(Batch, pk=number), by=user_of(request))
    except NotPossible as problem:
        return refused(request, str(problem), "second")
    return next_card("second")


@require_POST
def close_suggestion(request: HtmxRequest, number: int) -> HttpResponse:
    """Note what came of a reader's suggestion; who comes second sees what the first has noted, and their own words."""
    answer = words_of(request, "answer")[:LONGEST_ANSWER]
    open_ones = Suggestion.objects.filter(pk=number, closed=None)
    if not open_ones.update(closed=timezone.now(), closed_by=user_of(request), answer=answer):
        closed = get_object_or_404(Suggestion.objects.select_related("closed_by"), pk=number)
        theirs, yours = closed.answer or "nothing", answer or "nothing"
        messages.error(request, f"{closed.closed_by} has closed it already and noted: {theirs}. You wrote: {yours}.")
    return next_card("suggestions")


@require_POST
def prefer(request: HtmxRequest) -> HttpResponse:
    """Keep whether keys answer and whether the score is shown."""
    wanted = {name: request.POST.get(name) == "on" for name in ("keys", "score")}
    Preference.objects.update_or_create(user=user_of(request), defaults=wanted)
    return next_card(lane_of(request.POST.get("lane", "")))


# --- what a card is made of ---------------------------------------------------------------------------------------


def card_of(question: Question) -> dict[str, Any]:
    """Everything that is shown of a question."""
    quotes = Quote.objects.select_related("speaker", "article__outlet").in_bulk([question.a, question.b])
    passages = [passage_of(quotes[pk]) for pk in (question.a, question.b)]
    passages.sort(key=lambda passage: passage.quote.printed_order)
    whole = [Printing(quote=each.quote, start=0, end=len(each.quote.text)) for each in passages]
    left, right = numbered(whole)
    ruled = Ruling.objects.holding().filter(a=question.a, b=question.b).select_related("batch__by")
    return {
        "question": question,
        "passages": passages,
        "pair": pair_of(left, right, Alias.objects.table()),
        "version": version_of_pair(question.a, question.b),
        "together": bool({each.pk for each in passages[0].lineages} & {each.pk for each in passages[1].lineages}),
        "sure": question.score is not None and question.score >= SURE,
        "ruled": ruled.order_by("-pk").first(),
    }


def passage_of(quote: Quote) -> Passage:
    text, lineages = quote.article.text, Lineage.objects.filter(printings__quote=quote).with_first()
    before, after = text[: quote.start], text[quote.end :]
    if len(before) > AROUND:
        before = f"\N{HORIZONTAL ELLIPSIS}{before[-AROUND:].partition(' ')[2]}"
    if len(after) > AROUND:
        after = f"{after[:AROUND].rpartition(' ')[0]}\N{HORIZONTAL ELLIPSIS}"
    return Passage(quote, _unspaced(before), _unspaced(after), tuple(lineages))


def _unspaced(text: str) -> str:
    """Without empty lines: what stands around is to be glanced at."""
    return re.sub(r"\s*\n\s*", "\n", text)


def _question(a: int, b: int) -> Question:
    a, b = min(a, b), max(a, b)
    match = Match.objects.filter(a=a, b=b).first()
    return Question(a, b, match.score if match else None)


def _outdated(request: HtmxRequest, a: Quote, b: Quote, verdict: str, lane: str) -> HttpResponse:
    """Somebody else was first: what they made of it, what this curator said, and the same question again."""
    near = Ruling.objects.filter(a__printings__lineage__printings__quote__in=(a.pk, b.pk))
    theirs = Batch.objects.filter(pk__in=near.values("batch")).select_related("by").order_by("-pk").first()
    return desk(
        request,
        lane,
        409,
        card=card_of(_question(a.pk, b.pk)),
        yours=Ruling.Verdict(verdict).label,
        note=words_of(request, "note"),
        reason=request.POST.get("reason", ""),
        theirs=theirs,
    )


def _flag(request: HtmxRequest, a: Quote, b: Quote) -> None:
    """Leave it to somebody else."""
    code = Lineage.objects.filter(printings__quote__in=(a, b)).values_list("code", flat=True).first() or ""
    text = f"{a} / {b}. {words_of(request, 'note')}".strip()
    address = reverse("admin:review_pair", args=[a.pk, b.pk])
    Suggestion.objects.create(code=code, kind=Suggestion.Kind.FLAG, text=text, url=address)


def _with_lineages(suggestions: list[Suggestion]) -> list[tuple[Suggestion, Lineage | None]]:
    codes = Lineage.objects.filter(codes__in=[each.code for each in suggestions])
    known = {code.pk: lineage for lineage in codes.prefetch_related("codes") for code in lineage.codes.all()}
    return [(each, known.get(each.code)) for each in suggestions]
