"""Name cards: a curator says who spoke where the program is not sure, with one key for each quotation.

A card shows the quotation within its article, the name in question marked, and the persons whom the article names. The
answer is a correction like any other (`articles.services.corrections.change_speaker`): it is settled, it stays when the
article is read again, and it can be undone. Both halves of a quotation that its attribution splits have one speaker.
"""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_POST, require_safe

from articles.models import Decision, Quote
from articles.presentation.name_card import build_name_card
from articles.queries.review_queue import build_skip_key, find_next_probable_speaker
from articles.services.corrections import change_speaker
from articles.services.exceptions import CurationError, StaleVersionError
from articles.views.desk.base import get_skipped_cards, get_user, redirect_to_next_card, render_desk, skip_card
from articles.views.desk.forms import NameForm
from articles.views.desk.kept_answers import read_kept_answer
from articles.views.http.htmx import HtmxRequest

LANE = "names"


def show_next_name(request: HtmxRequest) -> HttpResponse:
    """Show the card of the next quotation, or that none is left."""
    number = find_next_probable_speaker(get_skipped_cards(request))
    return render_desk(request, LANE) if number is None else _render_card(request, number)


@require_safe
def review_name(request: HtmxRequest, number: int) -> HttpResponse:
    """Show the card of one quotation."""
    return _render_card(request, number, **read_kept_answer(request))


@require_POST
def decide_name(request: HtmxRequest, number: int) -> HttpResponse:
    """Take an answer to a name card, and go on to the next; the same answer sent twice is one decision."""
    quote = get_object_or_404(Quote.objects.select_related("other_half"), pk=number)
    form = NameForm(request.POST)
    answer = form.read()
    if answer["answer"] == "skip":
        skip_card(request, build_skip_key(number))
        return redirect_to_next_card(LANE, before_name=number)
    name = "" if answer["answer"] == "nobody" else answer["speaker"].strip()
    try:
        if not name and answer["answer"] != "nobody":
            raise CurationError("Write a name, or answer that the article names no speaker.")
        decision = change_speaker(_list_halves(quote), name, **form.build_terms(get_user(request), answer["seen"]))
    except StaleVersionError as problem:
        newest = _find_newest_change(quote)
        if newest and newest.by_id == get_user(request).pk and _has_speaker(quote, name):
            return redirect_to_next_card(LANE, done=newest.pk, before_name=number)
        return _render_card(request, number, 409, problem=problem, theirs=newest, written=name)
    except CurationError as problem:
        return _render_card(request, number, 400, problem=problem, written=name)
    return redirect_to_next_card(LANE, done=decision.pk, before_name=number)


def _render_card(request: HtmxRequest, number: int, status: int = 200, **more: object) -> HttpResponse:
    quotes = Quote.objects.select_related("speaker", "article__outlet")
    return render_desk(request, LANE, status, name_card=build_name_card(get_object_or_404(quotes, pk=number)), **more)


def _list_halves(quote: Quote) -> list[Quote]:
    """Return the quotation, and its other half if that has the same probable speaker."""
    other = quote.other_half
    same = other is not None and other.is_speaker_probable and other.speaker_id == quote.speaker_id
    return [quote, other] if other is not None and same else [quote]


def _find_newest_change(quote: Quote) -> Decision | None:
    """Return the newest change of the quotation's speaker that is in force."""
    changes = Decision.objects.filter(verb=Decision.Verb.SPEAKER, in_force=True, data__before__has_key=str(quote.pk))
    return changes.select_related("by").order_by("-pk").first()


def _has_speaker(quote: Quote, name: str) -> bool:
    """Return whether the quotation now has the speaker of this name, in any of that speaker's names, or nobody."""
    quote = Quote.objects.select_related("speaker").get(pk=quote.pk)
    if quote.speaker is None:
        return not name
    return name == quote.speaker.name or quote.speaker.names.filter(name=name).exists()
