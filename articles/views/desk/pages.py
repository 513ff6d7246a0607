"""Addresses of the desk, its statistics and its help page.

``/admin/articles/ruling/review/statistics/`` draws what was decided in the last thirty days, how long decisions took,
how many were undone, and how far curators agree: with the matcher, with each other, with gold questions.
``.../review/help/`` says how to work at the desk. `DESK_PAGES` lists all addresses of the desk for the admin.
"""

from collections.abc import Callable
from statistics import median

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from articles.engine.statistics.proportions import estimate_proportion
from articles.queries.curator_agreement import (
    count_decisions_by_day,
    measure_agreement,
    measure_audit_precision,
    measure_gold_accuracy,
)
from articles.queries.review_queue import LANES
from articles.views.desk import edit, review
from articles.views.http.htmx import HtmxRequest

STATISTICS_DAYS = 30  # of statistics


@require_safe
def desk_statistics(request: HtmxRequest) -> HttpResponse:
    """Show decisions a day, how long they take, how often they are undone, and agreement."""
    recent, agreed = count_decisions_by_day(STATISTICS_DAYS), measure_agreement()
    decisions = sum(day.decisions for day in recent)
    took = [seconds for day in recent for seconds in day.seconds]
    context = {
        "days": recent,
        "decisions": decisions,
        "median": median(took) if took else None,
        "undone": estimate_proportion(sum(day.undone for day in recent), decisions),
        "agreement": agreed.share,
        "kappa": agreed.kappa,
        "precision": measure_audit_precision(),
        "gold": measure_gold_accuracy(),
    }
    return render(request, "desk/statistics.html", context)


@require_safe
def desk_help(request: HtmxRequest) -> HttpResponse:
    """Show how to work at the desk."""
    return render(request, "desk/help.html", {"lanes": LANES})


DESK_PAGES: tuple[tuple[str, Callable[..., HttpResponse], str], ...] = (
    ("review/", review.review_lane, "review"),
    ("review/statistics/", desk_statistics, "review_statistics"),
    ("review/help/", desk_help, "review_help"),
    ("review/decide/", review.decide, "review_decide"),
    ("review/preferences/", review.save_preferences, "review_prefer"),
    ("review/undo/<int:number>/", review.undo_decision, "review_undo"),
    ("review/agree/<int:number>/", review.confirm_decision, "review_agree"),
    ("review/suggestions/<int:number>/", review.close_suggestion, "review_close"),
    ("review/lineage/<str:code>/", edit.review_lineage, "review_lineage"),
    ("review/lineage/<str:code>/change/", edit.change_lineage, "review_change"),
    ("review/quote/<int:number>/", edit.review_quote, "review_quote"),
    ("review/quote/<int:number>/change/", edit.change_quote, "review_change_quote"),
    ("review/<str:left>..<str:right>/", review.review_pair, "review_pair"),
)
