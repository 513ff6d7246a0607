"""Curation: rulings of curators on printings, and their undo.

A curator splits "a cat that wants to eat a fish", as another minister said it, off Lavrov's lineage. That leaves a
`Decision` with rulings on pairs of printings (must-link, cannot-link). The printings part at once, stay parted when
everything is relinked, and are together again when the decision is undone, whatever was ruled since.

Every service is one transaction. It raises StaleVersionError if something has changed since the curator saw it
(`seen_version`; empty allows any state), reclusters the lineages that the rulings affect, and completes the decision
with a sentence on what came of it.
"""

from collections.abc import Iterable, Mapping, Sequence

from django.db import transaction
from django.db.models import Count, Exists, Max, OuterRef

from articles.engine.linking.pairwise import MATCHER_VERSION
from articles.engine.text.phrases import count_phrase
from articles.models import Decision, Lineage, Match, Printing, Quote, Ruling
from articles.models.db.advisory_lock import acquire_lock
from articles.models.decision import NO_REMARK, Curator, DecisionRemark
from articles.services.corrections import revert
from articles.services.exceptions import CurationError, StaleVersionError, require_version
from articles.services.reclustering import ReclusterResult, recluster

Verdict = Ruling.Verdict
Verb = Decision.Verb


@transaction.atomic
def rule(
    a: Quote, b: Quote, verdict: str, *, by: Curator, remark: DecisionRemark = NO_REMARK, seen_version: str = ""
) -> Decision:
    """Rule that two printings are the same quotation, different ones, or (`unsure`) to be looked at again.

    `seen_version` is that of the pair (`get_pair_version`).
    """
    if a.pk == b.pk:
        raise CurationError("Choose two different versions.")
    acquire_lock()
    require_version(seen_version, get_pair_version(a.pk, b.pk))
    verb = {Verdict.SAME: Verb.CONFIRM, Verdict.DIFFERENT: Verb.REJECT, Verdict.UNSURE: Verb.UNSURE}[Verdict(verdict)]
    decision = Decision.objects.start(verb, by, remark)
    _record_rulings(decision, {(a.pk, b.pk): verdict})
    if verdict == Verdict.UNSURE:
        return decision.complete("Recorded as not sure; no version moved.")
    return _recluster_and_complete(decision, [a.pk, b.pk])


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
    _record_rulings(decision, dict.fromkeys([*((firsts[0], first) for first in firsts[1:]), *different], Verdict.SAME))
    return _recluster_and_complete(decision, firsts)


@transaction.atomic
def split_off(
    lineage: Lineage, quotes: Iterable[int], *, by: Curator, remark: DecisionRemark = NO_REMARK, seen_version: str = ""
) -> Decision:
    """Split printings off a lineage, together; the part with the earliest printing keeps the code."""
    chosen, rest, firsts = _choose_printings(lineage, quotes, seen_version)
    decision = Decision.objects.start(Verb.SPLIT if len(chosen) > 1 else Verb.DETACH, by, remark)
    _record_rulings(decision, _build_split_verdicts(chosen, rest, firsts))
    return _recluster_and_complete(decision, [*chosen, *rest])


@transaction.atomic
def detach(
    lineage: Lineage, quotes: Iterable[int], *, by: Curator, remark: DecisionRemark = NO_REMARK, seen_version: str = ""
) -> Decision:
    """Take printings out of a lineage one by one: they belong neither to the others nor to each other."""
    chosen, rest, firsts = _choose_printings(lineage, quotes, seen_version)
    decision = Decision.objects.start(Verb.DETACH, by, remark)
    out = set(chosen)
    separate = {quote: quote if quote in out or first in out else first for quote, first in firsts.items()}
    verdicts: dict[tuple[int, int], str] = {}
    for quote in chosen:
        others = [other for other in firsts if other != quote]
        verdicts |= _order_pairs(_build_split_verdicts([quote], others, separate | {quote: firsts[quote]}))
    _record_rulings(decision, verdicts)
    return _recluster_and_complete(decision, [*chosen, *rest])


@transaction.atomic
def import_verdicts(
    verdicts: Mapping[tuple[int, int], str], *, by: Curator, remark: DecisionRemark = NO_REMARK
) -> Decision:
    """Record verdicts on pairs of quotes that were given elsewhere, as one decision."""
    acquire_lock()
    decision = Decision.objects.start(Verb.IMPORT, by, remark)
    _record_rulings(decision, verdicts)
    return _recluster_and_complete(decision, {quote for pair in verdicts for quote in pair})


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
    rulings = list(Ruling.objects.filter(batch=decision))
    Ruling.objects.bulk_create(
        Ruling(
            a_id=ruling.a_id,
            b_id=ruling.b_id,
            verdict=ruling.verdict,
            batch=new,
            undoes=ruling,
            score=ruling.score,
            matcher=MATCHER_VERSION,
        )
        for ruling in rulings
    )
    if not original.rulings.exists():
        return new.complete(revert(original, cause=new))
    quotes = {quote for ruling in rulings for quote in (ruling.a_id, ruling.b_id)}
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


def _record_rulings(decision: Decision, verdicts: Mapping[tuple[int, int], str]) -> None:
    """Record a ruling on each pair, with the matcher's score at this moment."""
    pairs = _order_pairs(verdicts)
    scores = Match.objects.load_scores({quote for pair in pairs for quote in pair})
    Ruling.objects.bulk_create(
        Ruling(a_id=a, b_id=b, verdict=verdict, batch=decision, score=scores.get((a, b)), matcher=MATCHER_VERSION)
        for (a, b), verdict in pairs.items()
    )


def _order_pairs(verdicts: Mapping[tuple[int, int], str]) -> dict[tuple[int, int], str]:
    """Put the quote with the lower number first in each pair."""
    return {(min(pair), max(pair)): verdict for pair, verdict in verdicts.items()}


def _build_split_verdicts(
    chosen: Sequence[int], rest: Sequence[int], firsts: dict[int, int]
) -> dict[tuple[int, int], str]:
    """Return the rulings that keep `chosen` together and apart from `rest`: one a quote, not one a pair.

    One quote of `chosen`, the representative, is ruled on with each other quote. A verbatim copy follows the first
    quote with its words (`firsts`); where that is on the other side, the two are ruled different.
    """
    chosen_set, rest_set = set(chosen), set(rest)
    representative = next((quote for quote in chosen if firsts[quote] not in rest_set), chosen[0])
    verdicts: dict[tuple[int, int], str] = {}
    for quote in chosen:
        if firsts[quote] in rest_set:
            verdicts[quote, firsts[quote]] = Verdict.DIFFERENT
        follows_first = firsts[quote] != quote and firsts[quote] == firsts[representative]
        if quote != representative and (firsts[quote] in rest_set or not follows_first):
            verdicts[representative, quote] = Verdict.SAME
    for quote in rest:
        if firsts[quote] in chosen_set:
            verdicts[quote, firsts[quote]] = Verdict.DIFFERENT
        elif firsts[quote] == quote or firsts[quote] not in rest_set:
            verdicts[representative, quote] = Verdict.DIFFERENT
    return verdicts


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
    article = lineage.first.article
    day = article.published.strftime("%-d %B %Y") if article.published else "date unknown"
    return f"the earliest is now {article.outlet_name}, {day}."
