"""Storing of reclustered families: lineages get their printings, codes redirect, revive or are withdrawn.

Verbatim copies point at the earliest clustered quote with the same words (`write_copy_links`).
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Q
from django.utils import timezone

from articles.engine.linking.pairwise import MATCHER_VERSION
from articles.models import Lineage, LineageCode, Match, Quote
from articles.services.reclustering.codes import CodeAssignment
from articles.services.reclustering.region import AffectedRegion, QuoteSpans

NO_PRINTING_LEFT = "A curator removed its versions one by one."


@dataclass(frozen=True, slots=True)
class ReclusterResult:
    """What reclustering has changed: `before` and `after` have the number of printings of each code."""

    before: Mapping[str, int]
    after: Mapping[str, int]
    moved_printings: int = 0  # printings under another code than before
    origin_changed: bool = False  # whether the first printing of a lineage has changed


def write_assignments(
    assignments: Sequence[CodeAssignment | None], printings: Sequence[QuoteSpans], region: AffectedRegion, reason: str
) -> ReclusterResult:
    """Write each family under its code; end the lineages that no family continues, for `reason`."""
    remaining = {lineage.code: lineage for lineage in region.lineages.values()}
    before = {lineage.code: len(region.printings[pk]) for pk, lineage in region.lineages.items()}
    matcher = min((lineage.matcher for lineage in region.lineages.values()), default=MATCHER_VERSION)
    written: list[tuple[Lineage, QuoteSpans]] = []
    for assignment, spans in zip(assignments, printings, strict=True):
        if assignment is None or not spans:
            continue
        lineage = remaining.pop(assignment.code, None) or _revive_lineage(assignment, matcher)
        if region.printings.get(lineage.pk) != spans:
            lineage.set_printings(spans)
            lineage.refresh_summary()
        written.append((lineage, spans))
        for code in assignment.absorbs:
            _redirect_code(code, remaining.pop(code, None), lineage)
    for lineage in remaining.values():
        _end_lineage(lineage, set(region.printings[lineage.pk]), written, reason)
    origin_changed = any(region.firsts.get(lineage.pk, lineage.first_id) != lineage.first_id for lineage, _ in written)
    after = {lineage.code: len(spans) for lineage, spans in written}
    return ReclusterResult(before, after, _count_moved(written, region), origin_changed)


def _count_moved(written: Sequence[tuple[Lineage, QuoteSpans]], region: AffectedRegion) -> int:
    """Count the printings under another code than before; a block may have several codes."""
    codes: defaultdict[int, set[str]] = defaultdict(set)
    for pk, spans in region.printings.items():
        for quote in spans:
            codes[quote].add(region.codes[pk])
    return sum(quote in codes and lineage.code not in codes[quote] for lineage, spans in written for quote in spans)


def _redirect_code(code: str, ended: Lineage | None, lineage: Lineage) -> None:
    """Let a code, and its lineage if it still has one, lead to `lineage`."""
    if ended:
        ended.merge_into(lineage)
    elif LineageCode.objects.filter(pk=code).exclude(lineage=lineage).exists():
        LineageCode.objects.filter(pk=code).update(gave_way_to=lineage.code)
        _reopen_codes(code, lineage)


def _revive_lineage(assignment: CodeAssignment, matcher: str) -> Lineage:
    """Create a lineage under a new or an old code; codes that led to the old one lead to it again.

    A ruling compares nothing: `matcher` is the version that compared the quotes, the oldest of several.
    """
    lineage = Lineage.objects.create(code=assignment.code, matcher=matcher)
    split_from = LineageCode.objects.filter(pk=assignment.split_from or "").first()
    LineageCode.objects.get_or_create(code=assignment.code, defaults={"split_from": split_from})
    LineageCode.objects.filter(pk=assignment.code).update(gave_way_to=None)
    _reopen_codes(assignment.code, lineage)
    return lineage


def _reopen_codes(code: str, lineage: Lineage) -> None:
    """Let this code, and all that redirect to it, lead to `lineage`."""
    codes = _find_redirecting_codes(code)
    LineageCode.objects.filter(pk__in=codes).update(lineage=lineage, gone=None, gone_because="", title="")


def _find_redirecting_codes(code: str) -> set[str]:
    """Return this code and all that gave way to it, in however many steps."""
    codes, new = {code}, {code}
    while new:
        new = set(LineageCode.objects.filter(gave_way_to__in=new).values_list("pk", flat=True)) - codes
        codes |= new
    return codes


def _end_lineage(
    lineage: Lineage, quotes: set[int], written: Sequence[tuple[Lineage, QuoteSpans]], reason: str
) -> None:
    """Merge a lineage into the one with most of its printings; withdraw its codes if none has any."""
    shares = [(len(quotes & spans.keys()), -position, other) for position, (other, spans) in enumerate(written)]
    common, _, successor = max(shares, default=(0, 0, None), key=lambda share: share[:2])
    if successor and common:
        lineage.merge_into(successor)
    else:  # its codes answer with its title, the day and the reason
        LineageCode.objects.filter(pk__in=_find_redirecting_codes(lineage.code)).update(
            lineage=None, gone=timezone.now(), gone_because=reason or NO_PRINTING_LEFT, title=str(lineage)
        )
        lineage.delete()


def write_copy_links(roots: Mapping[int, int]) -> None:
    """Point each verbatim copy at the earliest quote with its root that is in a lineage."""
    rows = Quote.objects.filter(pk__in=list(roots)).order_by().values_list("pk", "copy_of", "left_out")
    stored = {pk: (first, left_out) for pk, first, left_out in rows}
    copies: defaultdict[int, list[int]] = defaultdict(list)
    for quote, root in roots.items():
        copies[root].append(quote)
    changed: defaultdict[int | None, list[int]] = defaultdict(list)
    for root, quotes in copies.items():
        clustered = [quote for quote in sorted(quotes) if not stored[quote][1]]
        first = root if root in clustered or not clustered else clustered[0]
        if first != root:
            _copy_matches(root, first)
        for quote in quotes:
            copy_of = None if quote in (first, root) or stored[quote][1] else first
            if stored[quote][0] != copy_of:
                changed[copy_of].append(quote)
    for first_quote, quotes in changed.items():
        Quote.objects.filter(pk__in=quotes).update(copy_of=first_quote)


def _copy_matches(source: int, target: int) -> None:
    """Give `target` the matches of `source`, a quote with the same words that is left out of lineages."""
    matches = Match.scored.filter(Q(a=source) | Q(b=source)).exclude(a=target).exclude(b=target)
    Match.objects.bulk_create([_replace_quote(match, source, target) for match in matches], ignore_conflicts=True)


def _replace_quote(match: Match, source: int, target: int) -> Match:
    """Return a match with `target` in place of `source`, the lower number as `a`."""
    quotes = {side: target if pk == source else pk for side, pk in (("a", match.a_id), ("b", match.b_id))}
    values: dict[str, Any] = {}
    for new, old in zip("ab", sorted(quotes, key=lambda side: quotes[side]), strict=True):
        values |= {f"{new}_id": quotes[old], f"whole_{new}": getattr(match, f"whole_{old}")}
        values |= {f"{new}_{end}": getattr(match, f"{old}_{end}") for end in ("start", "end")}
    return Match(**values, score=match.score, evidence=match.evidence)
