"""Corrections at the desk: split and merge lineages, put quotations right.

Whoever sends a form after somebody else has changed what it showed gets it again: what they chose or wrote is still in
it, next to the present state. `articles.services.curation` and `articles.services.corrections` do the work.
"""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from articles.models import Decision, Lineage, Quote, Ruling
from articles.models.lineage import normalize_code
from articles.presentation.review_card import build_quote_context
from articles.queries.lineage_snapshot import load_all_printings
from articles.services.corrections import change_speaker, correct_span, get_quote_version, mark_boilerplate
from articles.services.curation import detach, get_lineages_version, merge, split_off
from articles.services.exceptions import CurationError, StaleVersionError
from articles.views.desk.base import get_user, render_desk
from articles.views.desk.forms import LineageForm, QuoteForm
from articles.views.desk.kept_answers import read_kept_answer
from articles.views.http.htmx import HtmxRequest, redirect_see_other


@require_safe
def review_lineage(request: HtmxRequest, code: str) -> HttpResponse:
    """Show all printings of a lineage with boxes."""
    lineage = _get_lineage(code)
    if lineage is None:
        raise Http404("There is no quotation with that code.")
    if lineage.code != code:
        return redirect_see_other(reverse("admin:review_lineage", args=[lineage.code]))
    return _render_lineage_form(request, lineage, **read_kept_answer(request))


@require_POST
def change_lineage(request: HtmxRequest, code: str) -> HttpResponse:
    """Split off or detach the chosen printings, or merge the lineage with the one named."""
    lineage = _get_lineage(code)
    if lineage is None:
        messages.error(request, f"Nothing was changed. There is no longer a quotation with the code {code}.")
        return redirect_see_other(reverse("admin:review"))
    form = LineageForm(request.POST)
    written = form.read()
    shown = {name: written[name] for name in ("note", "other", "reason")} | {"chosen": written["quote"]}
    try:
        if lineage.code != code:
            raise StaleVersionError(f"{code} has been joined with another lineage since you opened the page.")
        decision = _apply_change(request, lineage, form)
    except StaleVersionError as problem:
        theirs = _get_newest_decision(lineage)
        return _render_lineage_form(request, lineage, 409, yours=str(problem), theirs=theirs, **shown)
    except CurationError as problem:
        messages.error(request, f"Nothing was changed. {problem}")
        return _render_lineage_form(request, lineage, 400, **shown)
    messages.success(request, str(decision))
    present = _get_lineage(code)
    return redirect_see_other(
        reverse("admin:review_lineage", args=[present.code]) if present else reverse("admin:review")
    )


def _apply_change(request: HtmxRequest, lineage: Lineage, form: LineageForm) -> Decision:
    written = form.read()
    terms = form.build_terms(get_user(request), written["version"])
    if written["deed"] == "merge":
        return merge([lineage, _get_lineage_by_name(written["other"])], **terms)
    change = detach if written["deed"] == "detach" else split_off
    return change(lineage, written["quote"], **terms)


def _render_lineage_form(request: HtmxRequest, lineage: Lineage, status: int = 200, **written: object) -> HttpResponse:
    """Show the lineage with what was chosen and written."""
    context = {"lineage": lineage, "rows": load_all_printings(lineage), "version": get_lineages_version([lineage])}
    return render_desk(request, "", status, **context, **written)


def _get_newest_decision(lineage: Lineage) -> Decision | None:
    """Return the newest decision on a lineage's printings."""
    rulings = Ruling.objects.filter(a__printings__lineage=lineage).values("batch")
    return Decision.objects.filter(pk__in=rulings).select_related("by").order_by("-pk").first()


def _get_lineage(code: str) -> Lineage | None:
    return Lineage.objects.filter(codes=normalize_code(code)).first()


def _get_lineage_by_name(name: str) -> Lineage:
    """Return the lineage with a code or address. Raises CurationError."""
    lineage = _get_lineage(name.strip().rpartition("/q/")[2].partition("/")[0])
    if lineage is None:
        raise CurationError(f"No lineage has the code “{name}”." if name else "Enter the code of a lineage.")
    return lineage


@require_safe
def review_quote(request: HtmxRequest, number: int) -> HttpResponse:
    """Show one quotation within its article, with forms for its speaker, its span, and whether it is one."""
    return _render_quote_form(request, number, **read_kept_answer(request))


@require_POST
def change_quote(request: HtmxRequest, number: int) -> HttpResponse:
    """Correct a quotation."""
    quote = get_object_or_404(Quote.objects.select_related("article"), pk=number)
    form = QuoteForm(request.POST)
    written = form.read()
    terms = form.build_terms(get_user(request), written["seen"])
    try:
        if written["deed"] == "speaker":
            decision = change_speaker([quote], written["speaker"], **terms)
        elif written["deed"] == "words":
            decision = correct_span(quote, *find_span(quote, written["words"]), **terms)
        else:
            decision = mark_boilerplate(quote, **terms)
    except CurationError as problem:
        messages.error(request, f"Nothing was changed. {problem}")
        shown = {name: written[name] for name in ("speaker", "words") if name in request.POST}
        status = 409 if isinstance(problem, StaleVersionError) else 400
        return _render_quote_form(request, number, status, written=shown)
    messages.success(request, str(decision))
    return redirect_see_other(reverse("admin:review_quote", args=[number]))


def _render_quote_form(request: HtmxRequest, number: int, status: int = 200, **more: object) -> HttpResponse:
    quote = get_object_or_404(Quote.objects.select_related("speaker", "article__outlet"), pk=number)
    return render_desk(request, "", status, passage=build_quote_context(quote), seen=get_quote_version(quote), **more)


def find_span(quote: Quote, words: str) -> tuple[int, int]:
    """Return the span of `words` in the article that is nearest to the quotation. Raises CurationError."""
    words, text = words.replace("\r\n", "\n").strip(), quote.load_source().text
    before, after = text.rfind(words, 0, quote.start + len(words)), text.find(words, quote.start)
    places = [at for at in (before, after) if at >= 0]
    if not words or not places:
        raise CurationError("The article does not contain exactly these words. Copy them from the article.")
    start = min(places, key=lambda at: abs(at - quote.start))
    return start, start + len(words)
