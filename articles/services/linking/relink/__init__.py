"""Relinking: link all quotes again at once, and report what that changes.

After the table of names was edited, articles were taken away, or the matcher was improved, `relink` links every quote
again, by the same engine on columns and on all cores. Every code keeps leading somewhere. All writing is one
transaction: broken off, it leaves everything as it was. Articles that waited for a worker are linked with the others.

`comparison` runs the engine, `plan` compares its families with the stored lineages, `write` stores the difference.
"""

from datetime import date

from django.db import transaction

from articles.models.db.advisory_lock import acquire_lock
from articles.services.linking.relink.comparison import Progress, hash_input, run_comparison
from articles.services.linking.relink.plan import RelinkReport, build_plan, build_report
from articles.services.linking.relink.write import write_plan

__all__ = ["RelinkReport", "relink"]


def relink(
    *, since: date | None = None, dry_run: bool = False, workers: int = 1, progress: Progress = lambda step, done: None
) -> RelinkReport:
    """Link all quotes again, or those taken in `since` a day; with `dry_run` only report what that would change.

    `progress` takes the step and how many quotes, links or lineages were dealt with since the last call. Comparison
    takes longest and runs without the lock; if articles come in meanwhile, it is run once more under the lock.
    """
    comparison = run_comparison(since, workers, progress)
    if dry_run:
        return build_report(build_plan(comparison), comparison)
    with transaction.atomic():
        acquire_lock()
        if hash_input(since) != comparison.input_hash:
            comparison = run_comparison(since, workers, progress)
        plan = build_plan(comparison)
        report = build_report(plan, comparison)
        write_plan(plan, comparison, progress)
        return report
