"""How does a curator decide, one match after the other?

``/admin/articles/ruling/review/?lane=uncertain`` shows SANA's printing beside OffGuardian's, each within its article,
what differs between them, and asks in words: same quote, different, not sure. The answer is a form, so it works without
script; with it, htmx swaps the card and keys answer. After each decision a sentence says what came of it, and the last
ten stand at the side, each with its undo. ``/admin/articles/ruling/review/12..31`` is one card, whatever the lane;
``/admin/articles/ruling/review/lineage/7KQ2M9X4VD`` all printings of a lineage with boxes.

Left to others: which match is next (`articles.reviewing`), what a ruling does (`articles.curation`), who may come in
(`articles.admin`).
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, cast
from urllib.parse import urlencode

from django.contrib import messages
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from articles.correcting import NotPossible, change_speaker, correct_span, mark_boilerplate
from articles.curation import Outdated, agree, merge, rule, split_off, undo, version_of
from articles.engine.clustering import SURE
from articles.http import HtmxRequest, see_other, wants_fragment
from articles.models import Alias, Batch, Lineage, Match, Preference, Printing, Quote, Ruling, Suggestion
from articles.models.lineage import canonical_code
from articles.models.ruling import Remark
from articles.reviewing import BY_KEY, LANES, Question, audit_precision, counts, kappa, next_question, second_opinions

from .pairs import pair_of
from .printings import numbered, rows_of

AROUND = 240  # characters of the article on either side of a passage
LAST = 10  # decisions at the side
SKIPPED = "desk-skipped"  # in the session: what was put off, for as long as it lasts
MOST_SKIPPED = 500
DAYS = 30  # of statistics
LONGEST = 3600.0  # seconds: who took longer was away


@dataclass(frozen=True, slots=True)
class Passage:
    """One side of a card: the quote within its article, and where it stands."""

    quote: Quote
    before: str
    after: str
    lineages: tuple[Lineage, ...]

    @property
    def seen(self) -> str:
        return seen_of(self.quote)


@require_safe
def review(request: HtmxRequest) -> HttpResponse:
    """The next card of a lane, or what the lane lists."""
    lane = _lane(request.GET.get("lane", ""))
    context = _around(request, lane)
    if lane == "second":
        context["batches"] = list(second_opinions(_user(request).pk).select_related("by")[:20])
    elif lane == "suggestions":
        context["suggestions"] = _with_lineages(list(Suggestion.objects.filter(closed=None)[:20]))
    else:
        skipped = request.session.get(SKIPPED, [])
        context["card"] = _card(next_question(lane, by=_user(request).pk, skipped=skipped))
    return _desk(request, context)


@require_safe
def review_pair(request: HtmxRequest, left: str, right: str) -> HttpResponse:
    """The card of two quotes."""
    a, b = sorted((_number(left), _number(right)))
    if a == b or Quote.objects.filter(pk__in=(a, b)).count() != 2:
        raise Http404("There are no such two quotations.")
    match = Match.objects.filter(a=a, b=b).first()
    context = _around(request, _lane(request.GET.get("lane", "")))
    context["card"] = _card(Question(a, b, match.score if match else None))
    return _desk(request, context)


@require_safe
def review_lineage(request: HtmxRequest, code: str) -> HttpResponse:
    """All printings of a lineage with boxes: split off those chosen, or join it with another."""
    lineage = get_object_or_404(Lineage, code=canonical_code(code))
    rows = rows_of(lineage)
    context = _around(request, "") | {"lineage": lineage, "rows": rows, "version": version_of([rows[0].key])}
    return _desk(request, context)


@require_POST
def decide(request: HtmxRequest) -> HttpResponse:
    """Take an answer to a card; go on to the next."""
    a, b = (get_object_or_404(Quote, pk=_number(request.POST.get(name, ""))) for name in ("a", "b"))
    verdict, lane = request.POST.get("verdict", ""), _lane(request.POST.get("lane", ""))
    key = Question(*sorted((a.pk, b.pk))).key
    if verdict == "skip":
        request.session[SKIPPED] = [*request.session.get(SKIPPED, [])[-MOST_SKIPPED:], key]
        return _to(lane)
    if verdict == "flag":
        _flag(request, a, b)
        return _to(lane)
    if verdict not in Ruling.Verdict.values:
        raise Http404("There is no such answer.")
    seen = request.POST.get("version", "")
    try:
        batch = rule(a, b, verdict, by=_user(request), remark=_remark(request), seen=seen)
    except Outdated:
        return _outdated(request, a, b, verdict, lane)
    except NotPossible as problem:
        return _refused(request, str(problem), lane)
    return _to(lane, done=batch.pk)


@require_POST
def change_lineage(request: HtmxRequest, code: str) -> HttpResponse:
    """Split off the chosen printings, or join the lineage with the one named."""
    lineage = get_object_or_404(Lineage, code=canonical_code(code))
    chosen = [_number(value) for value in request.POST.getlist("quote")]
    seen, user, remark = request.POST.get("version", ""), _user(request), _remark(request)
    try:
        if request.POST.get("deed") == "merge":
            other = _lineage_named(request.POST.get("other", ""))
            batch = merge([lineage, other], by=user, remark=remark)
        else:
            batch = split_off(lineage, chosen, by=user, remark=remark, seen=seen)
    except NotPossible as problem:
        messages.error(request, f"Nothing was changed. {problem}")
        return see_other(reverse("admin:review_lineage", args=[lineage.code]))
    messages.success(request, str(batch))
    standing = Lineage.objects.filter(codes=lineage.code).first()
    return see_other(reverse("admin:review_lineage", args=[standing.code]) if standing else reverse("admin:review"))


@require_safe
def review_quote(request: HtmxRequest, number: int) -> HttpResponse:
    """One quotation within its article, with what may be put right: the speaker, the words, whether it is one."""
    quote = get_object_or_404(Quote.objects.select_related("speaker", "article__outlet"), pk=number)
    return _desk(request, _around(request, "") | {"passage": _passage(quote)})


@require_POST
def change_quote(request: HtmxRequest, number: int) -> HttpResponse:
    """Put a quotation right. `seen` is what the form showed: whoever was faster is not overruled unawares."""
    quote = get_object_or_404(Quote.objects.select_related("speaker", "article"), pk=number)
    address = reverse("admin:review_quote", args=[number])
    if request.POST.get("seen", "") != seen_of(quote):
        messages.error(request, "Nothing was changed. Somebody has put it right since you opened the page: look again.")
        return see_other(address)
    deed, user, remark = request.POST.get("deed", ""), _user(request), _remark(request)
    try:
        if deed == "speaker":
            batch = change_speaker([quote], request.POST.get("speaker", "").replace("\0", ""), by=user, remark=remark)
        elif deed == "words":
            batch = correct_span(quote, *place_of(quote, request.POST.get("words", "")), by=user, remark=remark)
        else:
            batch = mark_boilerplate(quote, by=user, remark=remark)
    except NotPossible as problem:
        messages.error(request, f"Nothing was changed. {problem}")
        return see_other(address)
    messages.success(request, str(batch))
    return see_other(address)


def seen_of(quote: Quote) -> str:
    """What a form about `quote` shows, in short."""
    return f"{quote.start}-{quote.end}-{quote.speaker_id}-{quote.left_out}"


def place_of(quote: Quote, words: str) -> tuple[int, int]:
    """Where these words stand in the article, nearest to where the quotation stands now. Raises NotPossible."""
    words, text = words.replace("\r\n", "\n").strip(), quote.article.text
    before, after = text.rfind(words, 0, quote.start + len(words)), text.find(words, quote.start)
    places = [at for at in (before, after) if at >= 0]
    if not words or not places:
        raise NotPossible("These words do not stand so in the article: copy them from it, letter by letter.")
    start = min(places, key=lambda at: abs(at - quote.start))
    return start, start + len(words)


@require_POST
def take_back(request: HtmxRequest, number: int) -> HttpResponse:
    """Undo a batch, whenever it was made."""
    batch = get_object_or_404(Batch, pk=number)
    lane = _lane(request.POST.get("lane", ""))
    if batch.first.verb == Batch.Verb.WITHDRAW and not request.user.has_perm("articles.decide"):
        raise PermissionDenied
    try:
        done = undo(batch, by=_user(request))
    except NotPossible as problem:
        return _refused(request, str(problem), lane)
    return _to(lane, done=done.pk)


@require_POST
def second(request: HtmxRequest, number: int) -> HttpResponse:
    """Agree with what another curator decided."""
    if not request.user.has_perm("articles.decide"):
        raise PermissionDenied
    try:
        agree(get_object_or_404(Batch, pk=number), by=_user(request))
    except NotPossible as problem:
        return _refused(request, str(problem), "second")
    return _to("second")


@require_POST
def close_suggestion(request: HtmxRequest, number: int) -> HttpResponse:
    """Note what came of a reader's suggestion."""
    open_ones = Suggestion.objects.filter(pk=number, closed=None)
    answer = request.POST.get("answer", "")[:1000]
    open_ones.update(closed=timezone.now(), closed_by=_user(request), answer=answer)
    return _to("suggestions")


@require_POST
def prefer(request: HtmxRequest) -> HttpResponse:
    """Keep whether keys answer and whether the score is shown."""
    wanted = {name: request.POST.get(name) == "on" for name in ("keys", "score")}
    Preference.objects.update_or_create(user=_user(request), defaults=wanted)
    return _to(_lane(request.POST.get("lane", "")))


@require_safe
def desk_help(request: HtmxRequest) -> HttpResponse:
    """How the desk is worked with: one page, for curators."""
    return render(request, "articles/desk_help.html", {"lanes": LANES})


@require_safe
def statistics(request: HtmxRequest) -> HttpResponse:
    """How the desk is doing: decisions a day, how long they take, how often they are undone, how far they agree."""
    recent = Batch.objects.filter(made__gte=timezone.now() - timedelta(days=DAYS)).order_by("made")
    made = list(recent.values_list("made__date", "seconds", "in_force", "verb"))
    decided = [row for row in made if row[3] != Batch.Verb.UNDO]
    took = sorted(seconds for _, seconds, _, _ in decided if seconds is not None)
    agreement, doubly = kappa()
    context = {
        "days": _a_day([row[0] for row in decided]),
        "decisions": len(decided),
        "median": took[len(took) // 2] if took else None,
        "undone": sum(not row[2] for row in decided),
        "kappa": agreement,
        "doubly": doubly,
        "precision": audit_precision(),
    }
    return render(request, "articles/desk_statistics.html", context)


# --- what a page is made of ---------------------------------------------------------------------------------------


def _around(request: HtmxRequest, lane: str) -> dict[str, Any]:
    user = _user(request)
    liked = Preference.objects.filter(user=user).first() or Preference(user=user)
    done = request.GET.get("done", "")
    last = Batch.objects.filter(by=user).order_by("-pk")[:LAST]
    number = counts(user.pk)
    return {
        "lane": BY_KEY.get(lane),
        "lanes": [(each, number[each.key]) for each in LANES],
        "liked": liked,
        "last": list(last),
        "done": Batch.objects.filter(pk=_number(done)).first() if done.isdigit() else None,
        "reasons": [choice for choice in Batch.Reason.choices if choice[0]],
        "now": int(timezone.now().timestamp()),
        "trouble": request.GET.get("trouble", ""),
    }


def _card(question: Question | None) -> dict[str, Any] | None:
    """Everything that is shown of a question."""
    if question is None:
        return None
    quotes = Quote.objects.select_related("speaker", "article__outlet").in_bulk([question.a, question.b])
    passages = [_passage(quotes[pk]) for pk in (question.a, question.b)]
    passages.sort(key=lambda passage: passage.quote.printed_order)
    whole = [Printing(quote=each.quote, start=0, end=len(each.quote.text)) for each in passages]
    left, right = numbered(whole)
    return {
        "question": question,
        "passages": passages,
        "pair": pair_of(left, right, Alias.objects.table()),
        "version": version_of([question.a, question.b]),
        "together": bool({each.pk for each in passages[0].lineages} & {each.pk for each in passages[1].lineages}),
        "sure": question.score is not None and question.score >= SURE,
        "ruled": Ruling.objects.holding().filter(a=question.a, b=question.b).select_related("batch__by").first(),
    }


def _passage(quote: Quote) -> Passage:
    text = quote.article.text
    lineages = Lineage.objects.filter(printings__quote=quote).with_first()
    return Passage(
        quote,
        before=text[max(0, quote.start - AROUND) : quote.start],
        after=text[quote.end : quote.end + AROUND],
        lineages=tuple(lineages),
    )


def _desk(request: HtmxRequest, context: dict[str, Any], status: int = 200) -> HttpResponse:
    template = "articles/_desk.html" if wants_fragment(request) else "articles/desk.html"
    response = render(request, template, context, status=status)
    response.headers["Vary"] = "HX-Request, Cookie"
    return response


def _outdated(request: HtmxRequest, a: Quote, b: Quote, verdict: str, lane: str) -> HttpResponse:
    """Somebody else was first: what they made of it, what this curator said, and the same question again."""
    match = Match.objects.filter(a=min(a.pk, b.pk), b=max(a.pk, b.pk)).first()
    context = _around(request, lane)
    context["card"] = _card(Question(min(a.pk, b.pk), max(a.pk, b.pk), match.score if match else None))
    context |= {"yours": Ruling.Verdict(verdict).label, "note": request.POST.get("note", "")}
    near = Ruling.objects.holding().filter(a__printings__lineage__printings__quote__in=(a.pk, b.pk))
    context["theirs"] = Batch.objects.filter(pk__in=near.values("batch")).select_related("by").order_by("-pk").first()
    return _desk(request, context, status=200 if wants_fragment(request) else 409)


def _refused(request: HtmxRequest, problem: str, lane: str) -> HttpResponse:
    messages.error(request, f"Nothing was changed. {problem}")
    return _to(lane)


def _to(lane: str, **more: object) -> HttpResponse:
    return see_other(f"{reverse('admin:review')}?{urlencode({'lane': lane} | more)}")


def _flag(request: HtmxRequest, a: Quote, b: Quote) -> None:
    code = Lineage.objects.filter(printings__quote__in=(a, b)).values_list("code", flat=True).first() or ""
    text = f"{a} / {b}. {request.POST.get('note', '')}".strip()
    address = reverse("admin:review_pair", args=[a.pk, b.pk])
    with transaction.atomic():
        Suggestion.objects.create(code=code, kind=Suggestion.Kind.FLAG, text=text, url=address)
    request.session[SKIPPED] = [
        *request.session.get(SKIPPED, [])[-MOST_SKIPPED:], Question(*sorted((a.pk, b.pk))).key,
    ]  # fmt: skip


def _remark(request: HtmxRequest) -> Remark:
    reason, began = request.POST.get("reason", ""), request.POST.get("began", "")
    seconds = timezone.now().timestamp() - int(began) if began.isdigit() and len(began) < 12 else None
    return Remark(
        reason=reason if reason in Batch.Reason.values else "",
        note=request.POST.get("note", "")[:2000].replace("\0", ""),
        seconds=seconds if seconds is not None and 0 <= seconds <= LONGEST else None,
        blind=request.POST.get("blind") == "on",
    )


def _with_lineages(suggestions: list[Suggestion]) -> list[tuple[Suggestion, Lineage | None]]:
    codes = Lineage.objects.filter(codes__in=[each.code for each in suggestions])
    known = {code.pk: lineage for lineage in codes.prefetch_related("codes") for code in lineage.codes.all()}
    return [(each, known.get(each.code)) for each in suggestions]


def _a_day(days: list[Any]) -> list[tuple[Any, int]]:
    return [(day, days.count(day)) for day in sorted(set(days))]


def _lineage_named(code: str) -> Lineage:
    found = Lineage.objects.filter(codes=canonical_code(code.strip().rpartition("/q/")[2].partition("/")[0])).first()
    if found is None:
        raise NotPossible(f"{code or 'Nothing'} is the code of no lineage.")
    return found


def _lane(key: str) -> str:
    return key if key in BY_KEY else LANES[0].key


def _number(value: str) -> int:
    """A row's number as it was sent. Raises Http404 where it is none."""
    if not value.isascii() or not value.isdigit() or len(value) > 18:
        raise Http404("There is no such row.")
    return int(value)


def _user(request: HtmxRequest) -> User:
    return cast(User, request.user)


PAGES: tuple[tuple[str, Callable[..., HttpResponse], str], ...] = (
    ("review/", review, "review"),
    ("review/statistics/", statistics, "review_statistics"),
    ("review/decide/", decide, "review_decide"),
    ("review/preferences/", prefer, "review_prefer"),
    ("review/undo/<int:number>/", take_back, "review_undo"),
    ("review/agree/<int:number>/", second, "review_agree"),
    ("review/suggestions/<int:number>/", close_suggestion, "review_close"),
    ("review/lineage/<str:code>/", review_lineage, "review_lineage"),
    ("review/lineage/<str:code>/change/", change_lineage, "review_change"),
    ("review/quote/<int:number>/", review_quote, "review_quote"),
    ("review/quote/<int:number>/change/", change_quote, "review_change_quote"),
    ("review/help/", desk_help, "review_help"),
    ("review/<str:left>..<str:right>/", review_pair, "review_pair"),
)
