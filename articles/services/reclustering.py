"""Where do printings stand after somebody has ruled, or taken a ruling back?

A curator splits three printings off a lineage of nine: the six with the earliest printing keep the code, the three get
one of their own, and the split is noted at it. When the split is taken back the nine stand together again under the
first code, and the second leads there. The answer never depends on the order in which things were done: lineages are
what the rulings make of the families that were there before anybody ruled (`BaselineMembership`), which are kept for as
long as a ruling holds; where linking has changed such a lineage since, its matches tell anew.

Left to others: joining and parting (`engine.rulings`), the words of a ruling (`curation`), what is kept of how it stood
(`revising`).
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from django.db.models import Q
from django.utils import timezone

from articles.engine.linking.clustering import Link, Member, cluster
from articles.engine.linking.constraints import Constraint, ConstraintSet, apply_constraints, resolve_constraints
from articles.engine.text.spans import Span
from articles.models import (
    Alias,
    BaselineMembership,
    Decision,
    Lineage,
    LineageCode,
    Match,
    Printing,
    Quote,
    Revision,
    Ruling,
)
from articles.models.lineage import generate_code
from articles.models.ruling import RulingQuerySet
from articles.services.linking.constraints import find_separated_quotes, load_lengths_and_order
from articles.services.linking.lineage_updates import find_predecessors
from articles.services.linking.match_graph import load_halves, load_links
from articles.services.revisions import record_revisions

NO_PRINTING_LEFT = "Its printings were taken out one by one."
QuoteSpans = dict[int, tuple[int, int]]


@dataclass(frozen=True, slots=True)
class ReclusterResult:
    """What became of the lineages: the codes that stand with other printings now, and those that do not stand any more.

    `before` and `after` tell how many printings each code had and has.
    """

    before: Mapping[str, int]
    after: Mapping[str, int]
    moved_printings: int = 0  # that stand under another code than before
    origin_changed: bool = False  # did the first printing of a lineage that stood change?

    @property
    def changed_codes(self) -> list[str]:
        return [code for code in self.after if self.before.get(code) != self.after[code]]


def recluster(quotes: Iterable[int], *, cause: Decision, decision: Decision, reason: str = "") -> ReclusterResult:
    """Let the lineages around `quotes` be what the rulings make of them.

    `of` is the batch whose rulings have just come into force, or have just been taken back; `cause` that which did so,
    perhaps itself. `because` is what readers are told of a lineage that has no printing left. Call it inside the
    transaction that stored the rulings.
    """
    region = _find_region(set(quotes))
    base = _build_baseline(region, decision)
    rulings, roots = _resolve_rulings(base, Ruling.objects.in_force())
    families, standing = _constrain_families(base, rulings, roots)
    targets = _assign_codes(families, standing, base, region)
    record_revisions(list(region.lineages.values()))
    _write_copy_links(base, roots)
    moved = _write_assignments(targets, standing, region, reason)
    _store_baseline(base, region)
    record_revisions(
        [lineage for lineage in Lineage.objects.filter(code__in=moved.after) if lineage.stale], decision=cause
    )
    return moved


# --- what is concerned --------------------------------------------------------------------------------------------


@dataclass(slots=True)
class _AffectedRegion:
    """All lineages that hang together: standing ones by pk, their printings, the rows of where these stood unruled."""

    seeds: set[int]
    lineages: dict[int, Lineage] = field(default_factory=dict)
    printings: dict[int, QuoteSpans] = field(default_factory=dict)
    firsts: dict[int, int | None] = field(default_factory=dict)
    codes: dict[int, str] = field(default_factory=dict)
    baseline_rows: list[BaselineMembership] = field(default_factory=list)

    @property
    def quotes(self) -> set[int]:
        printed = {quote for spans in self.printings.values() for quote in spans}
        return self.seeds | printed | {row.quote_id for row in self.baseline_rows}


def _find_region(seeds: set[int]) -> _AffectedRegion:
    codes = set(BaselineMembership.objects.filter(quote__in=seeds).values_list("code", flat=True))
    lineages = set(Printing.objects.filter(quote__in=seeds).values_list("lineage", flat=True))
    while True:
        more_codes = codes | set(
            BaselineMembership.objects.filter(quote__printings__lineage__in=lineages).values_list("code", flat=True)
        )
        more = lineages | _find_bound_lineages(lineages)
        more |= set(
            Printing.objects.filter(
                quote__in=BaselineMembership.objects.filter(code__in=more_codes).values("quote")
            ).values_list("lineage", flat=True)
        )
        more |= set(Lineage.objects.filter(code__in=more_codes).values_list("pk", flat=True))
        if (more_codes, more) == (codes, lineages):
            break
        codes, lineages = more_codes, more
    region = _AffectedRegion(seeds, Lineage.objects.in_bulk(lineages), {pk: {} for pk in sorted(lineages)})
    for lineage, quote, start, end in Printing.objects.filter(lineage__in=lineages).values_list(
        "lineage", "quote", "start", "end"
    ):
        region.printings[lineage][quote] = start, end
    region.baseline_rows = list(BaselineMembership.objects.filter(code__in=codes).order_by("quote", "code"))
    region.firsts = {pk: lineage.first_id for pk, lineage in region.lineages.items()}
    region.codes = {pk: lineage.code for pk, lineage in region.lineages.items()}
    return region


def _find_bound_lineages(lineages: Collection[int]) -> set[int]:
    """The lineages of which a printing was ruled to be the same as one of these."""
    same = Ruling.objects.in_force().filter(verdict=Ruling.Verdict.SAME)
    found: set[int] = set()
    for one, other in (("a", "b"), ("b", "a")):
        ours = same.filter(**{f"{one}__printings__lineage__in": lineages})
        found |= set(ours.values_list(f"{other}__printings__lineage", flat=True))
    return found - {None}


# --- where they would stand unruled -------------------------------------------------------------------------------


@dataclass(slots=True)
class _Baseline:
    """The families before anybody ruled, by code: of each quote the part that belongs; and whose words it repeats."""

    families: dict[str, QuoteSpans] = field(default_factory=dict)
    copy_of: dict[int, int | None] = field(default_factory=dict)

    def add(self, code: str, quote: int, part: tuple[int, int], copy_of: int | None) -> None:
        self.families.setdefault(code, {})[quote] = part
        self.copy_of[quote] = self.copy_of.get(copy_of or 0) or copy_of

    def map_to_firsts(self) -> dict[int, int]:
        """The first quote with the words of each."""
        return {quote: first if first in self.copy_of else quote for quote, first in self._list_firsts()}

    def _list_firsts(self) -> list[tuple[int, int]]:
        return [(quote, first or quote) for quote, first in self.copy_of.items()]


def _build_baseline(region: _AffectedRegion, of: Decision) -> _Baseline:
    base = _Baseline()
    for row in region.baseline_rows:
        base.add(row.code, row.quote_id, (row.start, row.end), row.copy_of)
    known = set(base.copy_of)
    fresh = {pk for pk, spans in region.printings.items() if known.isdisjoint(spans)}
    grown = {pk: spans.keys() - known for pk, spans in region.printings.items() if pk not in fresh}
    if _has_earlier_rulings(fresh, of) or (any(grown.values()) and not _matches_earlier_rulings(base, region, of)):
        return _cluster_baseline(region)
    new = {quote for quotes in grown.values() for quote in quotes}
    concerned = Quote.objects.filter(Q(pk__in=new) | Q(printings__lineage__in=fresh))
    copy_of = dict(concerned.values_list("pk", "copy_of"))
    for pk in fresh:
        for quote, part in region.printings[pk].items():
            base.add(region.lineages[pk].code, quote, part, copy_of[quote])
    if new:
        _add_new_quotes(base, region, grown, copy_of)
    return base


def _has_earlier_rulings(lineages: Collection[int], of: Decision) -> bool:
    """Have these lineages been shaped by rulings already, so that they do not tell how they would stand without?"""
    earlier = Ruling.objects.in_force_before(of).exclude(verdict=Ruling.Verdict.UNSURE)
    concerned = Q(a__printings__lineage__in=lineages) | Q(b__printings__lineage__in=lineages)
    return earlier.filter(concerned).exists()


def _matches_earlier_rulings(base: _Baseline, region: _AffectedRegion, of: Decision) -> bool:
    """Have the lineages only taken in, since somebody last ruled? Else linking has made them anew."""
    rulings, roots = _resolve_rulings(base, Ruling.objects.in_force_before(of))
    _, standing = _constrain_families(base, rulings, roots)
    known = base.copy_of.keys()
    found = {frozenset(spans.keys() & known) for spans in region.printings.values()}
    printed = frozenset(quote for quotes in found for quote in quotes)
    expected = {printed.intersection(spans) for spans in standing}
    return expected | {frozenset()} == found | {frozenset()}


def _add_new_quotes(
    base: _Baseline, region: _AffectedRegion, grown: Mapping[int, Collection[int]], copy_of: Mapping[int, int | None]
) -> None:
    """What came in since stands with those whose words it repeats, or with its surest match."""
    home = {quote: code for code, spans in base.families.items() for quote in spans}
    for pk, quotes in grown.items():
        usual = Counter(home[quote] for quote in sorted(region.printings[pk]) if quote in home).most_common(1)[0][0]
        surest = _find_surest_matches(quotes, home)
        for quote in sorted(quotes):
            first = copy_of[quote]
            near = first if first in home else surest.get(first or quote)
            code = home.get(near or 0, usual)
            base.add(code, quote, region.printings[pk][quote], first)
            home[quote] = code


def _find_surest_matches(quotes: Collection[int], home: Mapping[int, str]) -> dict[int, int]:
    """For each quote the one with a home that it matches most surely."""
    found: dict[int, int] = {}
    concerned = Match.objects.filter(Q(a__in=quotes) | Q(b__in=quotes)).order_by("score", "-a", "-b")
    for a, b in concerned.values_list("a", "b"):
        found |= {one: other for one, other in ((a, b), (b, a)) if one in quotes and other in home}
    return found


def _cluster_baseline(region: _AffectedRegion) -> _Baseline:
    """The families that the matches of these quotes make, under the codes that they stood under or stand under."""
    rows = Quote.objects.filter(pk__in=region.quotes).only("text", "start", "end", "copy_of", "left_out")
    quotes = {quote.pk: quote for quote in rows}
    copy_of = {pk: quote.copy_of_id for pk, quote in quotes.items()}
    copy_of |= {row.quote_id: row.copy_of for row in region.baseline_rows}
    copy_of = {pk: copy_of.get(first or 0) or first for pk, first in copy_of.items()}
    copy_of = {pk: first if first in quotes else None for pk, first in copy_of.items()}
    lengths = {pk: quote.end - quote.start for pk, quote in quotes.items() if copy_of[pk] is None}
    copies = Counter(first or pk for pk, first in copy_of.items())
    families = cluster(lengths, load_links(lengths), copies=copies, halves=load_halves(lengths))
    base = _Baseline()
    for code, family in zip(_find_baseline_codes(families, region), families, strict=True):
        parts = {member.passage: member.span for member in family}
        for pk, quote in quotes.items():
            first = copy_of[pk] or pk
            if first in parts:
                base.add(code, pk, _compute_copy_part(quote, quotes[first], parts[first]), copy_of[pk])
    return base


def _compute_copy_part(quote: Quote, first: Quote, part: Span) -> tuple[int, int]:
    """The part of a copy that belongs, when of the first with its words this part belongs."""
    length = quote.end - quote.start
    if len(part) == first.end - first.start:
        return 0, length
    start = min(part.start, length - 1)
    return start, max(start + 1, min(part.end, length))


def _find_baseline_codes(families: Sequence[tuple[Member, ...]], region: _AffectedRegion) -> list[str]:
    """The code that most of each family stood under before anybody ruled, or stands under; else a new one."""
    before: defaultdict[str, set[int]] = defaultdict(set)
    for row in region.baseline_rows:
        before[row.code].add(row.quote_id)
    for pk, spans in region.printings.items():
        before[region.lineages[pk].code] |= spans.keys() - {row.quote_id for row in region.baseline_rows}
    codes = _sort_codes_by_age(before)
    heirs = find_predecessors(families, {place: before[code] for place, code in enumerate(codes)})
    return [_generate_unused_code() if heir is None else codes[heir] for heir in heirs]


def _sort_codes_by_age(codes: Collection[str]) -> list[str]:
    issued = dict(LineageCode.objects.filter(pk__in=codes).values_list("pk", "issued"))
    now = timezone.now()
    return sorted(codes, key=lambda code: (issued.get(code, now), code))


def _generate_unused_code() -> str:
    code = generate_code()
    return _generate_unused_code() if LineageCode.objects.filter(pk=code).exists() else code


# --- what the rulings make of them --------------------------------------------------------------------------------


def _resolve_rulings(base: _Baseline, found: RulingQuerySet) -> tuple[ConstraintSet, dict[int, int]]:
    """What these rulings say of the first with the words of each, and whose words each repeats.

    A quote that was ruled different from one with the same words stands for itself.
    """
    firsts = base.map_to_firsts()
    said = [each for ruling in found.latest_per_pair_among(firsts.keys()) if (each := ruling.as_constraint)]
    different = [(each.a, each.b) for each in said if not each.same]
    named = {quote for pair in different for quote in pair}
    texts = dict(Quote.objects.filter(pk__in=named).values_list("pk", "text"))
    alone = find_separated_quotes(different, texts, Alias.objects.load_table()) if different else ()
    roots = {quote: quote if quote in alone else first for quote, first in firsts.items()}
    told = [Constraint(roots[each.a], roots[each.b], same=each.same) for each in said]
    return resolve_constraints([each for each in told if each.a != each.b]), roots


def _constrain_families(
    base: _Baseline, rulings: ConstraintSet, roots: Mapping[int, int]
) -> tuple[list[tuple[Member, ...]], list[QuoteSpans]]:
    """The families as the rulings have them, and the printings of each: without those that are left out."""
    found = [
        tuple(sorted(Member(quote, Span(*part)) for quote, part in spans.items() if roots[quote] == quote))
        for spans in base.families.values()
    ]
    members = {member.passage for family in found for member in family}
    lengths, rank = load_lengths_and_order(members)
    links: Iterable[Link] = load_links(lengths) if rulings.cannot_link or rulings.must_link else ()
    families = apply_constraints(found, rulings, lengths=lengths, rank=rank, links=links)
    return families, _expand_to_printings(families, base, roots)


def _expand_to_printings(
    families: Sequence[tuple[Member, ...]], base: _Baseline, roots: Mapping[int, int]
) -> list[QuoteSpans]:
    """Every quote that stands in each family, copies too, with the part of it that belongs."""
    rows = Quote.objects.filter(pk__in=list(roots)).only("start", "end", "left_out")
    quotes = {quote.pk: quote for quote in rows}
    repeating: defaultdict[int, list[int]] = defaultdict(list)
    for quote, first in roots.items():
        repeating[first].append(quote)
    before: dict[tuple[int, tuple[int, int]], list[QuoteSpans]] = defaultdict(list)
    for spans in base.families.values():
        for quote, part in spans.items():
            before[quote, part].append(spans)
    standing = []
    for family in families:
        spans = {}
        for member in family:
            part = (member.span.start, member.span.end)
            as_before = next(iter(before.get((member.passage, part), ())), {})
            for quote in repeating[member.passage]:
                if not quotes[quote].left_out:
                    stretch = _compute_copy_part(quotes[quote], quotes[member.passage], member.span)
                    spans[quote] = as_before.get(quote, stretch)
        standing.append(spans)
    return standing


# --- under which code ---------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _CodeAssignment:
    """The code that a family is to stand under, the one it was split off if it is new, and those that lead to it."""

    code: str
    split_from: str | None = None
    absorbs: tuple[str, ...] = ()


def _assign_codes(
    families: Sequence[tuple[Member, ...]], standing: Sequence[QuoteSpans], base: _Baseline, region: _AffectedRegion
) -> list[_CodeAssignment | None]:
    """Each code stays with the earliest printing it was found with; of several that come together the oldest stays.

    None for a family of which nothing stands.
    """
    claims, origin = _find_code_claims(families, standing, base)
    age = {code: number for number, code in enumerate(_sort_codes_by_age(base.families))}
    targets: dict[int, _CodeAssignment] = {}
    for place, codes in claims.items():
        oldest, *others = sorted(codes, key=lambda code: age[code])
        targets[place] = _CodeAssignment(oldest, absorbs=tuple(others))
    rest = [place for place, spans in enumerate(standing) if spans and place not in targets]
    if rest:
        before = _load_split_codes(base, region)
        codes = _sort_codes_by_age(before)
        heirs = find_predecessors(
            [families[place] for place in rest], {at: before[code] for at, code in enumerate(codes)}
        )
        for place, heir in zip(rest, heirs, strict=True):
            targets[place] = (
                _CodeAssignment(_generate_unused_code(), origin[place])
                if heir is None
                else _CodeAssignment(codes[heir])
            )
    return [targets.get(place) for place in range(len(families))]


def _find_code_claims(
    families: Sequence[tuple[Member, ...]], standing: Sequence[QuoteSpans], base: _Baseline
) -> tuple[dict[int, list[str]], dict[int, str]]:
    """Which codes belong to each family, by its place, and of each family a code that a part of it was found under."""
    _, rank = load_lengths_and_order({member.passage for family in families for member in family})
    place_of: defaultdict[int, list[int]] = defaultdict(list)
    for place, family in enumerate(families):
        for member in family:
            place_of[member.passage].append(place)
    claims: defaultdict[int, list[str]] = defaultdict(list)
    origin: dict[int, str] = {}
    for code, spans in base.families.items():
        members = [quote for quote in spans if quote in rank]
        shares = Counter(place for quote in members for place in place_of[quote])
        here = [quote for quote in members if any(quote in standing[place] for place in place_of[quote])]
        first = min(here or members, key=lambda quote: rank[quote])
        claims[min(place_of[first], key=lambda place: (-shares[place], place))].append(code)
        for place in shares:
            origin.setdefault(place, code)
    return claims, origin


def _load_split_codes(base: _Baseline, region: _AffectedRegion) -> dict[str, set[int]]:
    """The codes that rulings made: those that stand, and those split off once, with the printings they had."""
    before = {
        region.lineages[pk].code: set(spans)
        for pk, spans in region.printings.items()
        if region.lineages[pk].code not in base.families
    }
    ended = (
        LineageCode.objects.filter(split_from__in=base.families).exclude(pk__in=before).exclude(pk__in=base.families)
    )
    ended = ended.exclude(pk__in=BaselineMembership.objects.values("code"))
    for code in ended.select_related("lineage"):
        newest = Revision.objects.filter(code=code).order_by("-number").first()
        if newest and code.state != "current":
            before[code.pk] = {printing["quote"] for printing in newest.data["printings"]}
    return before


# --- writing it ---------------------------------------------------------------------------------------------------


def _write_assignments(
    targets: Sequence[_CodeAssignment | None], standing: Sequence[QuoteSpans], region: _AffectedRegion, because: str
) -> ReclusterResult:
    by_code = {lineage.code: lineage for lineage in region.lineages.values()}
    before = {lineage.code: len(region.printings[pk]) for pk, lineage in region.lineages.items()}
    kept: list[tuple[Lineage, QuoteSpans]] = []
    for target, spans in zip(targets, standing, strict=True):
        if target is None or not spans:
            continue
        lineage = by_code.pop(target.code, None) or _revive_lineage(target)
        if region.printings.get(lineage.pk) != spans:
            lineage.set_printings(spans)
            lineage.refresh_summary()
        kept.append((lineage, spans))
        for code in target.absorbs:
            _redirect_code(code, by_code.pop(code, None), lineage)
    for lineage in by_code.values():
        _end_lineage(lineage, set(region.printings[lineage.pk]), kept, because)
    origin = any(lineage.pk in region.firsts and region.firsts[lineage.pk] != lineage.first_id for lineage, _ in kept)
    return ReclusterResult(
        before, {lineage.code: len(spans) for lineage, spans in kept}, _count_moved(kept, region), origin
    )


def _count_moved(kept: Sequence[tuple[Lineage, QuoteSpans]], region: _AffectedRegion) -> int:
    """How many printings stand under another code than before; a block stands under several."""
    homes: defaultdict[int, set[str]] = defaultdict(set)
    for pk, spans in region.printings.items():
        for quote in spans:
            homes[quote].add(region.codes[pk])
    return sum(quote in homes and lineage.code not in homes[quote] for lineage, spans in kept for quote in spans)


def _redirect_code(code: str, ended: Lineage | None, lineage: Lineage) -> None:
    """Let a code lead to the lineage that its earliest printing stands in."""
    if ended:
        ended.merge_into(lineage)
    elif LineageCode.objects.filter(pk=code).exclude(lineage=lineage).exists():
        LineageCode.objects.filter(pk=code).update(gave_way_to=lineage.code)
        _reopen_codes(code, lineage)


def _revive_lineage(target: _CodeAssignment) -> Lineage:
    """A lineage under this code, issued now or long ago; codes that led to it before lead to it again."""
    lineage = Lineage.objects.create(code=target.code)
    split_from = LineageCode.objects.filter(pk=target.split_from or "").first()
    LineageCode.objects.get_or_create(code=target.code, defaults={"split_from": split_from})
    LineageCode.objects.filter(pk=target.code).update(gave_way_to=None)
    _reopen_codes(target.code, lineage)
    return lineage


def _reopen_codes(code: str, lineage: Lineage) -> None:
    """Let this code, and all that led to it, lead to `lineage`."""
    led = _find_redirecting_codes(code)
    LineageCode.objects.filter(pk__in=led).update(lineage=lineage, gone=None, gone_because="", title="")


def _find_redirecting_codes(code: str) -> set[str]:
    """This code and all whose lineages went on under it, in however many steps."""
    found, new = {code}, {code}
    while new:
        new = set(LineageCode.objects.filter(gave_way_to__in=new).values_list("pk", flat=True)) - found
        found |= new
    return found


def _withdraw_codes(lineage: Lineage, because: str) -> None:
    """Nothing is left of it: its codes say so from now on, with the title, the day and the reason."""
    LineageCode.objects.filter(pk__in=_find_redirecting_codes(lineage.code)).update(
        lineage=None, gone=timezone.now(), gone_because=because or NO_PRINTING_LEFT, title=str(lineage)
    )
    lineage.delete()


def _end_lineage(lineage: Lineage, quotes: set[int], kept: Sequence[tuple[Lineage, QuoteSpans]], because: str) -> None:
    """Let it give way to the lineage that holds most of its printings."""
    heirs = [(len(quotes & spans.keys()), -place, other) for place, (other, spans) in enumerate(kept)]
    common, _, heir = max(heirs, default=(0, 0, None), key=lambda each: each[:2])
    if heir is None or not common:
        _withdraw_codes(lineage, because)
    else:
        lineage.merge_into(heir)


def _write_copy_links(base: _Baseline, roots: Mapping[int, int]) -> None:
    """Let each quote be a copy of the first with its words that stands in lineages, unless it stands for itself."""
    rows = {quote.pk: quote for quote in Quote.objects.filter(pk__in=list(roots)).only("copy_of", "left_out")}
    repeating: defaultdict[int, list[int]] = defaultdict(list)
    for quote, first in roots.items():
        repeating[first].append(quote)
    changed = []
    for first, those in repeating.items():
        standing = [quote for quote in sorted(those) if not rows[quote].left_out]
        head = first if first in standing or not standing else standing[0]
        if head != first:
            _hand_over_matches(first, head)
        for quote in those:
            copy_of = None if quote in (head, first) or rows[quote].left_out else head
            if rows[quote].copy_of_id != copy_of:
                rows[quote].copy_of_id = copy_of
                changed.append(rows[quote])
    Quote.objects.bulk_update(changed, ["copy_of"], batch_size=1000)


def _hand_over_matches(first: int, head: int) -> None:
    """What matches the words of a quote that is left out matches the next quote with these words."""
    matches = Match.objects.filter(Q(a=first) | Q(b=first)).exclude(a=head).exclude(b=head)
    rows = []
    for match in matches:
        sides = {"a": match.a_id, "b": match.b_id}
        names = sorted(sides, key=lambda side: head if sides[side] == first else sides[side])
        rows.append(
            Match(
                **{
                    f"{new}{rest}": getattr(match, f"{old}{rest}")
                    for new, old in zip("ab", names, strict=True)
                    for rest in ("_start", "_end")
                },
                **{f"whole_{new}": getattr(match, f"whole_{old}") for new, old in zip("ab", names, strict=True)},
                **{
                    f"{new}_id": head if sides[old] == first else sides[old]
                    for new, old in zip("ab", names, strict=True)
                },
                score=match.score,
                evidence=match.evidence,
            )
        )
    Match.objects.bulk_create(rows, ignore_conflicts=True)


def _store_baseline(base: _Baseline, region: _AffectedRegion) -> None:
    """Keep where they would stand unruled, for as long as a ruling holds that concerns them."""
    concerned = _find_concerned_quotes(list(base.copy_of))
    wanted = {
        (quote, code): (*part, base.copy_of[quote])
        for code, spans in base.families.items()
        if not concerned.isdisjoint(spans)
        for quote, part in spans.items()
    }
    known = {(row.quote_id, row.code): (row.start, row.end, row.copy_of) for row in region.baseline_rows}
    gone = [
        row.pk for row in region.baseline_rows if wanted.get((row.quote_id, row.code)) != known[row.quote_id, row.code]
    ]
    BaselineMembership.objects.filter(pk__in=gone).delete()
    BaselineMembership.objects.bulk_create(
        [
            BaselineMembership(quote_id=quote, code=code, start=start, end=end, copy_of=copy_of)
            for (quote, code), (start, end, copy_of) in wanted.items()
            if known.get((quote, code)) != (start, end, copy_of)
        ],
        batch_size=1000,
    )


def _find_concerned_quotes(quotes: Collection[int]) -> set[int]:
    """Those that somebody ruled on, or that are left out."""
    rulings = Ruling.objects.in_force().exclude(verdict=Ruling.Verdict.UNSURE)
    named = rulings.filter(Q(a__in=quotes) | Q(b__in=quotes)).order_by().values_list("a", "b")
    out = Quote.objects.filter(pk__in=quotes).exclude(left_out="").values_list("pk", flat=True)
    return {quote for pair in named for quote in pair} | set(out)
