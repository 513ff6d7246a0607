"""Reclustering of the lineages that a ruling, or the undo of one, affects.

A curator splits three printings off a lineage of nine. The six with the earliest printing keep the code, the three get
a new code, and the new code records what it was split from. When the split is undone, the nine are one lineage again
under the first code, and the second code redirects there.

The result never depends on the order of rulings. Lineages are what the rulings in force make of a baseline: the
families that stood before anybody ruled (`BaselineMembership`), stored for as long as a ruling affects them. The steps:
find the affected region, recover its baseline, apply the rulings, choose a code for each family, write.
"""

from collections.abc import Iterable

from articles.engine.linking.constraints import ConstraintSet
from articles.models import Decision, Lineage, Ruling
from articles.services.reclustering.baseline_recovery import recover_baseline
from articles.services.reclustering.codes import assign_codes
from articles.services.reclustering.families import constrain_families, resolve_rulings
from articles.services.reclustering.region import find_region, store_baseline
from articles.services.reclustering.write import ReclusterResult, write_assignments, write_copy_links
from articles.services.revisions import record_revisions

__all__ = ["ReclusterResult", "find_constraints", "recluster"]

# The worker records the revisions of larger lineages, a moment later: of a thousand printings it takes 0.75 s.
MAX_PRINTINGS_RECORDED = 200


def find_constraints(quotes: Iterable[int], decision: Decision) -> tuple[ConstraintSet, dict[int, int]]:
    """Return what the rulings in force require around `quotes`, of the first quote with the words of each."""
    return resolve_rulings(recover_baseline(find_region(set(quotes)), decision), Ruling.objects.in_force())


def recluster(quotes: Iterable[int], *, cause: Decision, decision: Decision, reason: str = "") -> ReclusterResult:
    """Recluster the lineages around `quotes` under the rulings in force.

    The rulings of `decision` have just come into force or have just been undone, by `cause`, perhaps the same. Readers
    of a lineage without any printing left are told the `reason`. Call it in the transaction that stored the rulings.
    """
    region = find_region(set(quotes))
    baseline = recover_baseline(region, decision)
    constraints, roots = resolve_rulings(baseline, Ruling.objects.in_force())
    families, spans = constrain_families(baseline, constraints, roots)
    assignments = assign_codes(families, spans, baseline, region)
    record_revisions(region.lineages.values())
    write_copy_links(roots)
    result = write_assignments(assignments, spans, region, reason)
    store_baseline(baseline, region)
    changed = Lineage.objects.filter(code__in=result.after, stale=True)
    if sum(lineage.printing_count for lineage in changed) > MAX_PRINTINGS_RECORDED:
        changed.update(changed_by=cause)
    else:
        record_revisions(changed, decision=cause)
    return result
