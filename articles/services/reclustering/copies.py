"""Verbatim copies after a ruling: `copy_of` points at the earliest clustered quote with the same words."""

from collections import defaultdict
from collections.abc import Mapping
from typing import Any

from django.db.models import Q

from articles.models import Match, Quote


def write_copy_links(roots: Mapping[int, int]) -> None:
    """Point each verbatim copy at the earliest quote with its root that is in a lineage."""
    rows = {quote.pk: quote for quote in Quote.objects.filter(pk__in=list(roots)).only("copy_of", "left_out")}
    copies: defaultdict[int, list[int]] = defaultdict(list)
    for quote, root in roots.items():
        copies[root].append(quote)
    changed = []
    for root, quotes in copies.items():
        clustered = [quote for quote in sorted(quotes) if not rows[quote].left_out]
        first = root if root in clustered or not clustered else clustered[0]
        if first != root:
            _copy_matches(root, first)
        for quote in quotes:
            copy_of = None if quote in (first, root) or rows[quote].left_out else first
            if rows[quote].copy_of_id != copy_of:
                rows[quote].copy_of_id = copy_of
                changed.append(rows[quote])
    Quote.objects.bulk_update(changed, ["copy_of"], batch_size=1000)


def _copy_matches(source: int, target: int) -> None:
    """Give `target` the matches of `source`, a quote with the same words that is left out of lineages."""
    matches = Match.objects.filter(Q(a=source) | Q(b=source)).exclude(a=target).exclude(b=target)
    Match.objects.bulk_create([_replace_quote(match, source, target) for match in matches], ignore_conflicts=True)


def _replace_quote(match: Match, source: int, target: int) -> Match:
    """Return a match with `target` in place of `source`, the lower number as `a`."""
    quotes = {side: target if pk == source else pk for side, pk in (("a", match.a_id), ("b", match.b_id))}
    values: dict[str, Any] = {}
    for new, old in zip("ab", sorted(quotes, key=lambda side: quotes[side]), strict=True):
        values |= {f"{new}_id": quotes[old], f"whole_{new}": getattr(match, f"whole_{old}")}
        values |= {f"{new}_{end}": getattr(match, f"{old}_{end}") for end in ("start", "end")}
    return Match(**values, score=match.score, evidence=match.evidence)
