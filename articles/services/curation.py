"""Curation: rulings of curators on printings, and their undo.

A curator splits "a cat that wants to eat a fish", as another minister said it, off Lavrov's lineage. That leaves a
`Decision` with rulings on pairs of printings (must-link, cannot-link). The printings part at once, stay parted when
everything is relinked, and are together again when the decision is undone, whatever was ruled since.

Every service is one transaction. It raises StaleVersionError if something has changed since the curator saw it
(`seen_version`; empty allows any state), reclusters the lineages that the rulings affect, and completes the decision
with a sentence on what came of it.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from django.db import transaction
from django.db.models import Count, Exists, Max, OuterRef, Q

from articles.engine.linking.pairwise import MATCHER_VERSION
from articles.engine.text.phrases import count_phrase
from articles.models import Decision, Lineage, Match, Printing, Quote, Ruling
from articles.models.db.advisory_lock import acquire_lock
from articles.models.decision import NO_REMARK, Curator, DecisionRemark, RulingRow
from articles.services.corrections import revert
from articles.services.exceptions import CurationError, StaleVersionError, require_version
from articles.services.reclustering import ReclusterResult, find_constraints, recluster

MAX_NAMED = 5  # printings that the outcome of a decision names
# Numbers of the parts of a split whose quotes need not stay together: what is left, and a second one.
REST, OTHER_REST = 0, -1
Verdict = Ruling.Verdict
Verb = Decision.Verb


@dataclass(frozen=True, slots=True)
class PairVerdict:
    """A verdict on two quotes; where it belongs to a split, the number of the split and the part of each quote."""

    a: int
    b: int
    verdict: str
    split: int | None = None
    part_a: int | None = None
    part_b: int | None = None

    def in_order(self) -> "PairVerdict":
        """Return it with the lower quote number first."""
        if self.a < self.b:
            return self
        return replace(self, a=self.b, b=self.a, part_a=self.part_b, part_b=self.part_a)


@transaction.atomic
def rule(
    a: Quote, b: Quote, verdict: str, *, by: Curator, remark: DecisionRemark = NO_REMARK, seen_version: str = ""
) -> Decision:
    """Rule that two printings are the same quotation, different ones, or (`unsure`) to be looked at again.

    Two lineages with printings that are the same become one. If an earlier ruling keeps the lineages apart, only the
    printing that was ruled on leaves its own, with its verbatim copies and what was ruled the same as it, and the
    decision says why.

    `seen_version` is that of the pair (`get_pair_version`).
    """
    if a.pk == b.pk:
        raise CurationError("Choose two different versions.")
    acquire_lock()
    require_version(seen_version, get_pair_version(a.pk, b.pk))
    verb = {Verdict.SAME: Verb.CONFIRM, Verdict.DIFFERENT: Verb.REJECT, Verdict.UNSURE: Verb.UNSURE}[Verdict(verdict)]
    decision = Decision.objects.start(verb, by, remark)
    _record_rulings(decision, [PairVerdict(a.pk, b.pk, verdict)])
    if verdict == Verdict.UNSURE:
        return decision.complete("Recorded as not sure; no version moved.")
    departures = _split_off_movers(decision, a.pk, b.pk) if verdict == Verdict.SAME else []
    _recluster_and_complete(decision, [a.pk, b.pk])
    if departures:
        decision.complete(_describe_departures(departures), decision.data)
    return decision


@transaction.atomic
def merge(
    lineages: Sequence[Lineage], *, by: Curator, remark: DecisionRemark = NO_REMARK, seen_version: str = ""
) -> Decision:
    """Merge lineages; the code issued first stays, the others redirect to it.

    `seen_version` is that of the first lineage (`get_lineages_version`).
    """
    numbers = list(dict.fromkeys(lineage.pk for lineage in lineages))
    if len(numbers) < 2:
        raise CurationError("Choose at least two lineages.")
    acquire_lock()
    require_version(seen_version, get_lineages_version(lineages[:1]))
    current = Lineage.objects.in_bulk(numbers)
    if len(current) < len(numbers):
        raise StaleVersionError("One of these lineages no longer exists.")
    firsts = [_find_own_first_quote(current[number]) for number in numbers]
    decision = Decision.objects.start(Verb.MERGE, by, remark)
    members = set(Printing.objects.filter(lineage__in=lineages).values_list("quote", flat=True))
    rulings = Ruling.objects.in_force().latest_per_pair_among(members)
    different = [(ruling.a_id, ruling.b_id) for ruling in rulings if ruling.verdict == Verdict.DIFFERENT]
    pairs = dict.fromkeys([*((firsts[0], first) for first in firsts[1:]), *different])
    _record_rulings(decision, [PairVerdict(a, b, Verdict.SAME) for a, b in pairs])
    return _recluster_and_complete(decision, firsts)


@transaction.atomic
def split_off(
    lineage: Lineage, quotes: Iterable[int], *, by: Curator, remark: DecisionRemark = NO_REMARK, seen_version: str = ""
) -> Decision:
    """Split printings off a lineage, together; the part with the earliest printing keeps the code."""
    chosen, rest, firsts = _choose_printings(lineage, quotes, seen_version)
    decision = Decision.objects.start(Verb.SPLIT if len(chosen) > 1 else Verb.DETACH, by, remark)
    _record_rulings(decision, _build_split_verdicts(dict.fromkeys(rest, REST) | dict.fromkeys(chosen, 1), firsts))
    return _recluster_and_complete(decision, [*chosen, *rest])


@transaction.atomic
def detach(
    lineage: Lineage, quotes: Iterable[int], *, by: Curator, remark: DecisionRemark = NO_REMARK, seen_version: str = ""
) -> Decision:
    """Take printings out of a lineage one by one: they belong neither to the others nor to each other."""
    chosen, rest, firsts = _choose_printings(lineage, quotes, seen_version)
    decision = Decision.objects.start(Verb.DETACH, by, remark)
    each_alone = {quote: number for number, quote in enumerate(chosen, start=1)}
    _record_rulings(decision, _build_split_verdicts(dict.fromkeys(rest, REST) | each_alone, firsts))
    return _recluster_and_complete(decision, [*chosen, *rest])


@transaction.atomic
def import_verdicts(verdicts: Collection[PairVerdict], *, by: Curator, remark: DecisionRemark = NO_REMARK) -> Decision:
    """Record verdicts on pairs of quotes that were given elsewhere, the oldest first, as one decision."""
    acquire_lock()
    decision = Decision.objects.start(Verb.IMPORT, by, remark)
    _record_rulings(decision, verdicts)
    return _recluster_and_complete(decision, {quote for each in verdicts for quote in (each.a, each.b)})


@transaction.atomic
def agree(decision: Decision, *, by: Curator, remark: DecisionRemark = NO_REMARK) -> Decision:
    """Record a second opinion: another curator agrees with a decision."""
    if decision.by_id == by.pk:
        raise CurationError("You cannot give a second opinion on your own decision.")
    if not decision.in_force:
        raise CurationError("This decision is already undone.")
    return Decision.objects.start(Verb.SECOND, by, remark, about=decision).complete(f"Agreed: {decision}")


@transaction.atomic
def answer_gold_question(known: Ruling, verdict: str, *, by: Curator, remark: DecisionRemark = NO_REMARK) -> Decision:
    """Record a curator's answer on a pair whose verdict is known, and tell them that verdict; nothing moves."""
    if known.batch.by_id == by.pk:
        raise CurationError("You gave the known answer yourself.")
    decision = Decision.objects.start(Verb.GOLD, by, remark, about=known.batch)
    yours, theirs = Ruling.Verdict(verdict), Ruling.Verdict(known.verdict)
    quoted = f"\N{LEFT DOUBLE QUOTATION MARK}{known.batch.note}\N{RIGHT DOUBLE QUOTATION MARK}"
    note = f" {quoted}" if known.batch.note else ""
    curator = known.batch.by.get_username()
    outcome = f"You answered “{yours.label}”; {curator} answered “{theirs.label}”."
    if yours == theirs:
        outcome = f"You and {curator} agree: “{theirs.label}”."
    return decision.complete(f"{outcome}{note} No version moved.", {"verdict": yours.value})


@transaction.atomic
def undo(decision: Decision, *, by: Curator, remark: DecisionRemark = NO_REMARK) -> Decision:
    """Undo any earlier decision; undoing an undo does it again."""
    acquire_lock()
    decision = Decision.objects.get(pk=decision.pk)
    if not decision.in_force:
        raise CurationError("This decision is already undone.")
    new = Decision.objects.start(Verb.UNDO, by, remark, undoes=decision)
    decision.set_in_force(False)
    original = decision.root
    ruled = Ruling.objects.filter(batch=decision)
    rulings = list(ruled.values_list("pk", "a", "b", "verdict", "score", "split", "part_a", "part_b"))
    Ruling.objects.bulk_insert(
        RulingRow(a, b, verdict, new.pk, score, MATCHER_VERSION, split, part_a, part_b, undoes_id=pk)
        for pk, a, b, verdict, score, split, part_a, part_b in rulings
    )
    if not original.rulings.exists():
        return new.complete(revert(original, cause=new))
    quotes = {quote for _, a, b, *_ in rulings for quote in (a, b)}
    consequence = describe_consequence(recluster(quotes, cause=new, decision=original))
    return new.complete(f"Undone. {consequence}" if original != decision else consequence)


def get_lineages_version(lineages: Iterable[Lineage]) -> str:
    """Return the version of these lineages, which stays the same until somebody changes their printings."""
    current = Lineage.objects.filter(pk__in=[lineage.pk for lineage in lineages]).order_by("code")
    rows = current.annotate(count=Count("printings"), newest=Max("printings__pk")).values_list(
        "code", "count", "newest"
    )
    return ".".join(f"{code}-{count}-{newest}" for code, count, newest in rows)


def get_pair_version(a: int, b: int) -> str:
    """Return the version of two quotes: of their lineages, and of the ruling in force on the two."""
    lineages = Lineage.objects.filter(printings__quote__in=(a, b)).distinct()
    newest = Ruling.objects.in_force().filter(a=min(a, b), b=max(a, b)).order_by("-pk").values_list("pk", flat=True)
    return f"{get_lineages_version(lineages)}~{newest.first() or 0}"


def _choose_printings(
    lineage: Lineage, quotes: Iterable[int], seen_version: str
) -> tuple[list[int], list[int], dict[int, int]]:
    """Return the chosen printings of a lineage, the rest, and for each the first quote with its words."""
    acquire_lock()
    require_version(seen_version, get_lineages_version([lineage]))
    rows = Quote.objects.filter(printings__lineage=lineage).only("copy_of")
    firsts = {quote.pk: quote.copy_of_id or quote.pk for quote in rows}
    chosen = sorted(firsts.keys() & set(quotes))
    rest = sorted(firsts.keys() - set(chosen))
    if not chosen or not rest:
        raise CurationError("Select at least one version, but not all.")
    return chosen, rest, firsts


def _find_own_first_quote(lineage: Lineage) -> int:
    """Return the earliest printing that is in this lineage only: one of several statements proves nothing of one."""
    elsewhere = Printing.objects.filter(quote=OuterRef("quote")).exclude(lineage=OuterRef("lineage"))
    own = lineage.printings.filter(~Exists(elsewhere)).earliest_first().values_list("quote", flat=True).first()
    if own is None:
        raise CurationError(
            f"All versions in {lineage.code} are in other lineages too. Decide on two versions instead."
        )
    return own


def _recluster_and_complete(decision: Decision, quotes: Iterable[int]) -> Decision:
    result = recluster(quotes, cause=decision, decision=decision)
    data = {"moved": result.moved_printings, "origin": result.origin_changed}
    return decision.complete(describe_consequence(result), data)


def _record_rulings(decision: Decision, verdicts: Iterable[PairVerdict]) -> None:
    """Record a ruling for each verdict, with the matcher's score at this moment."""
    rows = list(dict.fromkeys(verdict.in_order() for verdict in verdicts))
    scores = Match.objects.load_scores({quote for row in rows for quote in (row.a, row.b)})
    Ruling.objects.bulk_insert(
        RulingRow(
            row.a,
            row.b,
            str(row.verdict),
            decision.pk,
            scores.get((row.a, row.b)),
            MATCHER_VERSION,
            row.split,
            row.part_a,
            row.part_b,
        )
        for row in rows
    )


def _build_split_verdicts(parts: Mapping[int, int], firsts: Mapping[int, int]) -> Iterator[PairVerdict]:
    """Yield the verdicts that say which part of a lineage each quote went to: one a quote, not one a pair.

    Each names a quote and the representative of a part; their parts say the same of all other pairs. A verbatim copy
    goes with the first quote with its words (`firsts`) and needs no verdict; where that one went to another part, the
    two are ruled different, and the copy is one no longer. Parts with positive numbers must stay together.
    """
    chosen = [quote for quote, part in parts.items() if part != REST]
    own_words = (quote for quote in chosen if parts.get(firsts[quote]) == parts[quote])
    representative = next(own_words, chosen[0])
    own_part = parts[representative]
    other = next(quote for quote, part in parts.items() if part != own_part)
    for quote, part in parts.items():
        first = firsts[quote]
        if first in parts and parts[first] != part:
            yield PairVerdict(quote, first, Verdict.DIFFERENT, 1, part, parts[first])
        elif first != quote and first in parts:
            continue
        elif part != own_part:
            yield PairVerdict(representative, quote, Verdict.DIFFERENT, 1, own_part, part)
        elif part > REST and quote != representative:
            yield PairVerdict(representative, quote, Verdict.SAME, 1, own_part, part)
        elif part < REST:
            yield PairVerdict(other, quote, Verdict.DIFFERENT, 1, parts[other], part)


@dataclass(frozen=True, slots=True)
class _Departure:
    """Quotes that leave a lineage because others in it were ruled different from those that they go to."""

    code: str
    movers: Collection[int]
    staying: int
    because: Ruling | None


def _split_off_movers(decision: Decision, a: int, b: int) -> list[_Departure]:
    """Split `a` or `b`, just ruled the same, off its lineage if earlier rulings keep their two lineages apart.

    The one that leaves is the one whose lineage holds what cannot be with the two; if neither does, the one in the
    smaller lineage. All others stay: without this each would follow its surest match, wherever that leads.
    """
    homes = dict(Printing.objects.filter(quote__in=(a, b)).order_by("quote", "-pk").values_list("quote", "lineage"))
    if len(homes) < 2 or Lineage.objects.filter(printings__quote=a).filter(printings__quote=b).exists():
        return []
    quotes = {
        quote: set(Printing.objects.filter(lineage=homes[quote]).values_list("quote", flat=True)) for quote in (a, b)
    }
    constraints, roots = find_constraints([a, b], decision)
    printed = {quote: {roots[each] for each in quotes[quote]} for quote in (a, b)}
    if not constraints.find_conflicts(printed[a], printed[b]):
        return []
    together = constraints.find_group(roots[a])
    movers = {quote: {each for each in quotes[quote] if roots[each] in together} for quote in (a, b)}
    leaving = [quote for quote in (a, b) if constraints.find_conflicts((roots[a], roots[b]), printed[quote])]
    leaving = leaving or [min((b, a), key=lambda quote: len(quotes[quote]))]
    parts = dict.fromkeys(quotes[a], OTHER_REST if leaving == [b] else REST)
    parts |= dict.fromkeys(quotes[b], OTHER_REST if leaving != [b] else REST)
    pair_part = 1 if len(leaving) > 1 else OTHER_REST
    parts |= dict.fromkeys(movers[a] | movers[b], pair_part)
    _record_rulings(decision, _build_split_verdicts(dict(sorted(parts.items())), roots))
    because = _find_newest_difference(quotes[a], quotes[b], decision)
    codes = dict(Lineage.objects.filter(pk__in=homes.values()).values_list("pk", "code"))
    return [
        _Departure(codes[homes[quote]], movers[quote], len(quotes[quote]) - len(movers[quote]), because)
        for quote in leaving
    ]


def _find_newest_difference(some: Collection[int], others: Collection[int], decision: Decision) -> Ruling | None:
    """Return the newest ruling before `decision` that one of these quotes is different from one of the others."""
    different = Ruling.objects.in_force().exclude(batch=decision).filter(verdict=Verdict.DIFFERENT)
    across = Q(a__in=some, b__in=others) | Q(a__in=others, b__in=some)
    decided = different.filter(across).exclude(batch__verb=Verb.CONFIRM)  # these only kept others where they were
    return decided.select_related("batch__by").order_by("-pk").first()


def _describe_departures(departures: Sequence[_Departure]) -> str:
    """Describe which printings left which lineage, where to, and why the others stayed."""
    sentences = []
    for departure in departures:
        names = [_name_printing(quote) for quote in sorted(departure.movers)[:MAX_NAMED]]
        more = len(departure.movers) - len(names)
        named = "; ".join([*names, *([f"and {more} more"] if more else [])])
        now = Lineage.objects.filter(printings__quote=min(departure.movers)).values_list("code", flat=True).first()
        others = count_phrase(departure.staying, "other version")
        sentences.append(f"Moved from {departure.code} to {now}: {named}. {others} of {departure.code} did not move")
        ruling = departure.because
        if ruling:
            pair = f"{_name_printing(ruling.a_id)}, and {_name_printing(ruling.b_id)}"
            day = f"{ruling.batch.made:%-d %B %Y}"
            sentences[-1] += (
                f", because {ruling.batch.by.get_username()} decided on {day} that these are different: {pair}."
            )
        else:
            sentences[-1] += ", because earlier decisions keep the two lineages apart."
    return " ".join(sentences)


def _name_printing(quote: int) -> str:
    article = Quote.objects.select_related("article__outlet").get(pk=quote).article
    day = article.published.strftime("%-d %B %Y") if article.published else "date unknown"
    return f"{article.outlet_name}, {day}"


def describe_consequence(result: ReclusterResult) -> str:
    """Describe a reclustering: "Joined lineages of 3 and 2 versions; the earliest is now TASS, 17 November 2015."."""
    ended = [code for code in result.before if code not in result.after]
    begun = [code for code in result.after if code not in result.before]
    changed = [code for code, count in result.after.items() if result.before.get(code, count) != count]
    if not ended and not begun and not changed:
        return "Nothing changed: the versions were already grouped this way."
    summary = _summarize_change(result, ended, begun, changed)
    if not result.after:
        return f"{summary}."
    return f"{summary}; {_describe_first_printing((changed or begun or list(result.after))[0])}"


def _summarize_change(result: ReclusterResult, ended: list[str], begun: list[str], changed: list[str]) -> str:
    if begun:
        counts = [str(result.after[code]) for code in [*changed, *begun]]
        if len(counts) == 1:
            return f"New lineage of {count_phrase(int(counts[0]), 'version')}"
        return f"Split into lineages of {' and '.join(counts)} versions"
    if ended:
        counts = [str(result.before[code]) for code in [*changed, *ended]]
        return (
            f"Joined lineages of {' and '.join(counts)} versions"
            if len(counts) > 1
            else "This code now has no quotation"
        )
    return "Versions moved: " + ", ".join(f"{code} now has {result.after[code]}" for code in changed)


def _describe_first_printing(code: str) -> str:
    lineage = Lineage.objects.with_first().filter(code=code).first()
    if lineage is None or lineage.first is None:
        return f"{code} has no version."
    return f"the earliest is now {_name_printing(lineage.first.pk)}."
