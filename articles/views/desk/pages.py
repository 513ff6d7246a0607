"""Statistics and help page of the desk."""

from statistics import median

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from articles.engine.statistics.proportions import estimate_proportion
from articles.queries import curator_agreement
from articles.queries.review_queue import LANES
from articles.views.http.htmx import HtmxRequest

STATISTICS_DAYS = 30


@require_safe
def desk_statistics(request: HtmxRequest) -> HttpResponse:
    """Show decisions a day, how long they take, how often they are undone, and agreement."""
    recent = curator_agreement.count_decisions_by_day(STATISTICS_DAYS)
    agreed = curator_agreement.measure_agreement()
    decisions = sum(day.decisions for day in recent)
    seconds = [each for day in recent for each in day.seconds]
    context = {
        "days": recent,
        "decisions": decisions,
        "median": median(seconds) if seconds else None,
        "undone": estimate_proportion(sum(day.undone for day in recent), decisions),
        "agreement": agreed.share,
        "kappa": agreed.kappa,
        "precision": curator_agreement.measure_audit_precision(),
        "gold": curator_agreement.measure_gold_accuracy(),
    }
    return render(request, "desk/statistics.html", context)


@require_safe
def desk_help(request: HtmxRequest) -> HttpResponse:
    """Show how to work at the desk."""
    return render(request, "desk/help.html", {"lanes": LANES})
