"""Relinking: link all quotes again at once, and report what that changes.

After the table of names was edited, articles were taken away, or the matcher was improved, `relink` links every quote
again, by the same engine on columns and on all cores. Every code keeps leading somewhere. All writing is one
transaction: broken off, it leaves everything as it was. Articles that waited for a worker are linked with the others.

`comparison` runs the engine, `plan` compares its families with the stored lineages, `write` stores the difference.
"""

from collections.abc import Callable
from datetime import date

from django.db import transaction

from articles.engine.linking.pairwise import MATCHER_VERSION
from articles.models import Lineage, Quote
from articles.models.db.advisory_lock import acquire_lock
from articles.services.linking.relink.comparison import (
    ComparisonResult,
    Progress,
    Selection,
    hash_input,
    run_comparison,
)
from articles.services.linking.relink.plan import RelinkReport, build_plan, build_report
from articles.services.linking.relink.write import write_plan

__all__ = ["RelinkReport", "relink", "relink_beside_linking"]

# A correction of a quote or the table of names meanwhile begins the comparison again; the last one is under the lock.
MAX_COMPARISONS = 3


def relink(
    *, since: date | None = None, dry_run: bool = False, workers: int = 1, progress: Progress = lambda step, done: None
) -> RelinkReport:
    """Link all quotes again, or those taken in `since` a day; with `dry_run` only report what that would change.

    `progress` takes the step and how many quotes, links or lineages were dealt with since the last call. Comparison
    takes longest and runs without the lock; if articles come in meanwhile, it is run once more under the lock.
    """
    selection = Selection(since)
    comparison = run_comparison(selection, workers, progress)
    if dry_run:
        return build_report(build_plan(comparison), comparison)
    with transaction.atomic():
        acquire_lock()
        if hash_input(selection) != comparison.input_hash:
            comparison = run_comparison(selection, workers, progress)
        return _write(comparison, progress)


def relink_beside_linking(
    *,
    dry_run: bool = False,
    workers: int = 1,
    progress: Progress = lambda step, done: None,
    on_writing: Callable[[bool], object] = lambda is_writing: None,
    complete: Callable[[RelinkReport], object] = lambda report: None,
) -> RelinkReport:
    """Link all quotes again while articles come in and are linked.

    What is linked meanwhile is compared once more with what it may affect, when the rest is written. Articles that wait
    stay waiting. `on_writing` is called with True before each transaction, and with False where the comparison must
    begin again; `complete` is called within the transaction that stores the result.
    """
    for attempt in range(1, MAX_COMPARISONS + 1):
        selection = Selection(up_to=_find_last_linked_quote())
        comparison = run_comparison(selection, workers, progress)
        if dry_run:
            return build_report(build_plan(comparison), comparison)
        on_writing(True)
        with transaction.atomic():
            acquire_lock()
            is_current = hash_input(selection) == comparison.input_hash
            if is_current or attempt == MAX_COMPARISONS:
                if not is_current:
                    comparison = run_comparison(selection, workers, progress)
                report = _write_with_later_quotes(comparison, workers, progress)
                complete(report)
                return report
        on_writing(False)
    raise AssertionError("the last comparison is always written")


def _write_with_later_quotes(comparison: ComparisonResult, workers: int, progress: Progress) -> RelinkReport:
    """Store what a comparison found, then link the quotes again that were linked since it began."""
    up_to = comparison.selection.up_to
    later = Quote.objects.filter(pk__gt=up_to, printings__isnull=False).order_by("pk").distinct()
    numbers = tuple(later.values_list("pk", flat=True))
    report = _write(comparison, progress)
    if numbers:
        _write(run_comparison(Selection(around=numbers), workers, progress), progress)
    return report


def _find_last_linked_quote() -> int:
    """Return the number of the last quote before the first one that waits to be linked."""
    quotes = Quote.objects.for_linking().order_by("pk").values_list("pk", flat=True)
    waiting = quotes.filter(article__lease_until__isnull=False).first()
    return waiting - 1 if waiting else quotes.last() or 0


def _write(comparison: ComparisonResult, progress: Progress) -> RelinkReport:
    """Store what a comparison found, and report what that changed."""
    plan = build_plan(comparison)
    report = build_report(plan, comparison)
    write_plan(plan, comparison, progress)
    if comparison.all_quotes:
        Lineage.objects.exclude(matcher=MATCHER_VERSION).update(matcher=MATCHER_VERSION)
    return report
