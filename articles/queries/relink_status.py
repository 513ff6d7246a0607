"""Whether a relink is due: lineages that another version of the matcher compared, and what it may change.

The estimate scores some of their known matches again, in some tens of milliseconds; only a dry run knows which new
matches would be found. Both are kept for some minutes.
"""

from dataclasses import dataclass
from random import Random

from django.core.cache import cache
from django.db.models import Max, Min

from articles.engine.linking.fingerprints import compute_fingerprint
from articles.engine.linking.pairwise import MATCH_THRESHOLD, MATCHER_VERSION
from articles.models import Alias, Lineage, Match, Quote
from articles.queries.quote_pairs import compare_quotes

SAMPLE_SIZE = 100  # known matches that are scored again
CANDIDATES = 400  # numbers drawn for them: some rows are gone
DUE_SECONDS, ESTIMATE_SECONDS = 60, 600
_DUE_KEY = f"relink-due-{MATCHER_VERSION}"


@dataclass(frozen=True, slots=True)
class RelinkEstimate:
    """Of some known matches that were scored again: how many would join no longer, and how many only now."""

    scored: int = 0
    parting: int = 0
    joining: int = 0


def is_relink_due() -> bool:
    """Return whether another version of the matcher compared some lineage; known for a minute."""
    due = cache.get(_DUE_KEY)
    if due is None:
        due = Lineage.objects.exclude(matcher=MATCHER_VERSION).exists()
        cache.set(_DUE_KEY, due, DUE_SECONDS)
    return bool(due)


def count_outdated_lineages() -> tuple[int, int]:
    """Return how many lineages another version of the matcher compared, and how many there are."""
    outdated = Lineage.objects.exclude(matcher=MATCHER_VERSION).count()
    cache.set(_DUE_KEY, outdated > 0, DUE_SECONDS)
    return outdated, Lineage.objects.count()


def estimate_changes() -> RelinkEstimate:
    """Score some known matches of outdated lineages again; known for ten minutes."""
    key = f"relink-estimate-{MATCHER_VERSION}"
    estimate = cache.get(key)
    if estimate is None:
        estimate = _estimate_changes()
        cache.set(key, estimate, ESTIMATE_SECONDS)
    return estimate if isinstance(estimate, RelinkEstimate) else RelinkEstimate()


def _estimate_changes() -> RelinkEstimate:
    aliases = Alias.objects.load_table()
    scored = parting = joining = 0
    matches = _draw_matches()
    numbers = {quote for match in matches for quote in (match.a_id, match.b_id)}
    quotes = {quote.pk: quote for quote in Quote.objects.for_linking().filter(pk__in=numbers)}
    for match in matches:
        a, b = quotes.get(match.a_id), quotes.get(match.b_id)
        if a is None or b is None:
            continue
        likeness = compare_quotes(a, b, compute_fingerprint(a.text, aliases), compute_fingerprint(b.text, aliases))
        joins = likeness is not None and likeness.score >= MATCH_THRESHOLD
        scored += 1
        parting += match.score >= MATCH_THRESHOLD and not joins
        joining += match.score < MATCH_THRESHOLD and joins
    return RelinkEstimate(scored, parting, joining)


def _draw_matches() -> list[Match]:
    """Draw matches of outdated lineages, the same ones as long as no new ones come."""
    ends = Match.objects.aggregate(low=Min("pk"), high=Max("pk"))
    if ends["low"] is None:
        return []
    drawn = range(ends["low"], ends["high"] + 1)
    numbers = drawn if len(drawn) <= CANDIDATES else Random(ends["high"]).sample(drawn, CANDIDATES)
    matches = list(Match.objects.filter(pk__in=numbers).order_by("pk"))
    outdated = Lineage.objects.exclude(matcher=MATCHER_VERSION)
    concerned = set(
        Quote.objects.filter(pk__in=[match.a_id for match in matches], printings__lineage__in=outdated)
        .order_by()
        .values_list("pk", flat=True)
    )
    return [match for match in matches if match.a_id in concerned][:SAMPLE_SIZE]
