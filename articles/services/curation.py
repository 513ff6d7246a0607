"""What may a curator rule about printings?

That two are the same quotation, or are not; that lineages are one; that some printings do not belong to theirs. A
curator who splits "a cat that wants to eat a fish" as another minister said it off Lavrov's lineage leaves a batch of
rulings; the printings part at once, stay parted when everything is linked anew, and stand together again when the batch
is taken back - at any later time, whatever was ruled since.

Every verb is one transaction, takes its turn with whoever links, says in a sentence what came of it, and refuses to act
on a lineage that is not any more what the curator saw (`StaleVersionError`).

Left to others: what rulings make of lineages (`rearranging`), what is wrong in an article (`correcting`), the desk.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.db.models import Exists, Max, OuterRef

from articles.engine.linking.pairwise import MATCHER_VERSION
from articles.models import Decision, Lineage, Match, Printing, Quote, Ruling
from articles.models.db.advisory_lock import acquire_lock
from articles.models.decision import NO_REMARK, DecisionRemark
from articles.services.corrections.undo import revert
from articles.services.exceptions import CurationError, StaleVersionError, require_version
from articles.services.reclustering import ReclusterResult, recluster

Verdict = Ruling.Verdict
Verb = Decision.Verb


@transaction.atomic
def rule(
    a: Quote,
    b: Quote,
    verdict: str,
    *,
    by: AbstractBaseUser,
    remark: DecisionRemark = NO_REMARK,
    seen_version: str = "",
) -> Decision:
    """Let two printings be the same quotation, different ones, or (`unsure`) be looked at again.

    `seen` is how they stood when the curator saw them (`get_pair_version`); empty, it does not matter.
    """
    if a.pk == b.pk:
        raise CurationError("A printing is the same as itself: choose two.")
    acquire_lock()
    require_version(seen_version, get_pair_version(a.pk, b.pk))
    verb = {Verdict.SAME: Verb.CONFIRM, Verdict.DIFFERENT: Verb.REJECT, Verdict.UNSURE: Verb.UNSURE}[Verdict(verdict)]
    batch = Decision.objects.start(verb, by, remark)
    _record_rulings(batch, {(a.pk, b.pk): verdict})
    if verdict == Verdict.UNSURE:
        return batch.complete("Noted as not sure; nothing moved.")
    return _recluster_and_close(batch, [a.pk, b.pk])


@transaction.atomic
def merge(
    lineages: Sequence[Lineage], *, by: AbstractBaseUser, remark: DecisionRemark = NO_REMARK, seen_version: str = ""
) -> Decision:
    """Let these lineages be one; the code issued first goes on, the others lead to it.

    `seen` is how the first of them stood when the curator saw it (`get_lineages_version`).
    """
    numbers = list(dict.fromkeys(lineage.pk for lineage in lineages))
    if len(numbers) < 2:
        raise CurationError("Choose two lineages or more.")
    acquire_lock()
    require_version(seen_version, get_lineages_version(lineages[:1]))
    standing = Lineage.objects.in_bulk(numbers)
    if len(standing) < len(numbers):
        raise StaleVersionError("One of them stands no more.")
    firsts = [_find_own_first_quote(standing[number]) for number in numbers]
    batch = Decision.objects.start(Verb.MERGE, by, remark)
    pairs = {(firsts[0], first): Verdict.SAME for first in firsts[1:]}
    members = set(Printing.objects.filter(lineage__in=lineages).values_list("quote", flat=True))
    for ruling in Ruling.objects.in_force().latest_per_pair_among(
        members
    ):  # what was ruled different among them is so no more
        if ruling.verdict == Verdict.DIFFERENT:
            pairs[ruling.a_id, ruling.b_id] = Verdict.SAME
    _record_rulings(batch, pairs)
    return _recluster_and_close(batch, firsts)


@transaction.atomic
def split_off(
    lineage: Lineage,
    quotes: Collection[int],
    *,
    by: AbstractBaseUser,
    remark: DecisionRemark = NO_REMARK,
    seen_version: str = "",
) -> Decision:
    """Let these printings be a lineage of their own. The part with the earliest printing keeps the code."""
    chosen, rest, firsts = _choose_printings(lineage, quotes, seen_version)
    batch = Decision.objects.start(Verb.SPLIT if len(chosen) > 1 else Verb.DETACH, by, remark)
    _record_rulings(batch, _build_split_verdicts(chosen, rest, firsts))
    return _recluster_and_close(batch, [*chosen, *rest])


@transaction.atomic
def detach(
    lineage: Lineage,
    quotes: Collection[int],
    *,
    by: AbstractBaseUser,
    remark: DecisionRemark = NO_REMARK,
    seen_version: str = "",
) -> Decision:
    """Take these printings out, each by itself: they belong neither to the others nor to each other."""
    chosen, rest, firsts = _choose_printings(lineage, quotes, seen_version)
    batch = Decision.objects.start(Verb.DETACH, by, remark)
    out = set(chosen)
    alone = {quote: quote if quote in out or first in out else first for quote, first in firsts.items()}
    verdicts: dict[tuple[int, int], str] = {}
    for quote in chosen:
        others = [other for other in firsts if other != quote]
        verdicts |= _order_pairs(_build_split_verdicts([quote], others, alone | {quote: firsts[quote]}))
    _record_rulings(batch, verdicts)
    return _recluster_and_close(batch, [*chosen, *rest])


@transaction.atomic
def import_verdicts(
    verdicts: Mapping[tuple[int, int], str], *, by: AbstractBaseUser, remark: DecisionRemark = NO_REMARK
) -> Decision:
    """Take in verdicts on pairs of quotes that were given elsewhere, as one batch."""
    acquire_lock()
    batch = Decision.objects.start(Verb.IMPORT, by, remark)
    _record_rulings(batch, verdicts)
    return _recluster_and_close(batch, {quote for pair in verdicts for quote in pair})


@transaction.atomic
def agree(batch: Decision, *, by: AbstractBaseUser, remark: DecisionRemark = NO_REMARK) -> Decision:
    """A second opinion: another curator looked at what was decided, and it is right."""
    if batch.by_id == by.pk:
        raise CurationError("A second opinion is somebody else’s.")
    if not batch.in_force:
        raise CurationError("It was taken back already.")
    return Decision.objects.start(Verb.SECOND, by, remark, about=batch).complete(f"Agreed: {batch}")


@transaction.atomic
def answer_gold_question(
    known: Ruling, verdict: str, *, by: AbstractBaseUser, remark: DecisionRemark = NO_REMARK
) -> Decision:
    """Keep what a curator says of a pair whose answer is known, and tell them that. It moves nothing."""
    if known.batch.by_id == by.pk:
        raise CurationError("You gave that answer yourself.")
    batch = Decision.objects.start(Verb.GOLD, by, remark, about=known.batch)
    yours, theirs = Ruling.Verdict(verdict), Ruling.Verdict(known.verdict)
    note = (
        f" \N{LEFT DOUBLE QUOTATION MARK}{known.batch.note}\N{RIGHT DOUBLE QUOTATION MARK}" if known.batch.note else ""
    )
    who = known.batch.by.get_username()
    said = (
        f"You and {who} agree: {theirs.label}."
        if yours == theirs
        else (f"You said {yours.label}, {who} had said {theirs.label}.")
    )
    return batch.complete(f"{said}{note} Nothing moved.", {"verdict": yours.value})


@transaction.atomic
def undo(batch: Decision, *, by: AbstractBaseUser, remark: DecisionRemark = NO_REMARK) -> Decision:
    """Take any earlier batch back, or the taking back of one."""
    acquire_lock()
    batch = Decision.objects.get(pk=batch.pk)
    if not batch.in_force:
        raise CurationError("It was taken back already.")
    new = Decision.objects.start(Verb.UNDO, by, remark, undoes=batch)
    batch.revoke()
    first = batch.root
    rulings = list(Ruling.objects.filter(batch=batch))
    Ruling.objects.bulk_create(
        Ruling(
            a_id=old.a_id, b_id=old.b_id, verdict=old.verdict, batch=new, undoes=old, score=old.score,
            matcher=MATCHER_VERSION,
        )
        for old in rulings
    )  # fmt: skip
    if first.rulings.exists():
        quotes = {quote for old in rulings for quote in (old.a_id, old.b_id)}
        moved = recluster(quotes, cause=new, decision=first)
        return new.complete(
            f"Taken back. {describe_consequence(moved)}" if first != batch else describe_consequence(moved)
        )
    return new.complete(revert(first, cause=new))


def get_lineages_version(lineages: Iterable[Lineage]) -> str:
    """How these lineages stand just now: equal as long as nobody changes what they hold."""
    standing = Lineage.objects.filter(pk__in=[lineage.pk for lineage in lineages]).order_by("code")
    rows = standing.annotate(newest=Max("printings__pk")).values_list("code", "printing_count", "newest")
    return ".".join(f"{code}-{count}-{newest}" for code, count, newest in rows)


def get_pair_version(a: int, b: int) -> str:
    """How the lineages of two quotes stand just now, and which ruling on the two holds."""
    lineages = Lineage.objects.filter(printings__quote__in=(a, b)).distinct()
    newest = Ruling.objects.in_force().filter(a=min(a, b), b=max(a, b)).order_by("-pk").values_list("pk", flat=True)
    return f"{get_lineages_version(lineages)}~{newest.first() or 0}"


# --- steps --------------------------------------------------------------------------------------------------------


def _choose_printings(
    lineage: Lineage, quotes: Collection[int], seen: str
) -> tuple[list[int], list[int], dict[int, int]]:
    """Those chosen of a lineage's printings, the rest, and whose words each repeats."""
    acquire_lock()
    require_version(seen, get_lineages_version([lineage]))
    rows = Quote.objects.filter(printings__lineage=lineage).only("copy_of")
    firsts = {quote.pk: quote.copy_of_id or quote.pk for quote in rows}
    chosen, rest = sorted(firsts.keys() & set(quotes)), sorted(firsts.keys() - set(quotes))
    if not chosen or not rest:
        raise CurationError("Choose some of its printings, not all and not none.")
    return chosen, rest, firsts


def _find_own_first_quote(lineage: Lineage) -> int:
    """Its earliest printing that stands in no other: one that prints several statements together speaks for none."""
    elsewhere = Printing.objects.filter(quote=OuterRef("quote")).exclude(lineage=OuterRef("lineage"))
    own = lineage.printings.filter(~Exists(elsewhere)).earliest_first().values_list("quote", flat=True).first()
    if own is None:
        raise CurationError(f"All that {lineage.code} holds stands elsewhere too: rule on two printings instead.")
    return own


def _recluster_and_close(batch: Decision, quotes: Iterable[int]) -> Decision:
    moved = recluster(quotes, cause=batch, decision=batch)
    return batch.complete(describe_consequence(moved), {"moved": moved.moved_printings, "origin": moved.origin_changed})


def _record_rulings(batch: Decision, verdicts: Mapping[tuple[int, int], str]) -> None:
    """Write a ruling for each pair, with what the matcher said of it at this moment."""
    pairs = _order_pairs(verdicts)
    quotes = {quote for pair in pairs for quote in pair}
    matches = Match.objects.filter(a__in=quotes, b__in=quotes).order_by().values_list("a", "b", "score")
    scores = {(a, b): score for a, b, score in matches}
    Ruling.objects.bulk_create(
        Ruling(a_id=a, b_id=b, verdict=verdict, batch=batch, score=scores.get((a, b)), matcher=MATCHER_VERSION)
        for (a, b), verdict in pairs.items()
    )


def _order_pairs(verdicts: Mapping[tuple[int, int], str]) -> dict[tuple[int, int], str]:
    """The same, of each pair the quote with the lower number first."""
    return {(min(pair), max(pair)): verdict for pair, verdict in verdicts.items()}


def _build_split_verdicts(
    chosen: Sequence[int], rest: Sequence[int], firsts: dict[int, int]
) -> dict[tuple[int, int], str]:
    """The rulings that keep `chosen` together and apart from the rest; `firsts` tells whose words each repeats.

    One for each of the others, not for each pair. Copies word for word go with the first of them: where that is on the
    other side, they are ruled different from it one by one.
    """
    here, there = set(chosen), set(rest)
    leader = next((quote for quote in chosen if firsts[quote] not in there), chosen[0])
    pairs: dict[tuple[int, int], str] = {}
    for quote in chosen:
        if firsts[quote] in there:
            pairs[quote, firsts[quote]] = Verdict.DIFFERENT
        if quote != leader and (firsts[quote] in there or firsts[quote] == quote or firsts[leader] != firsts[quote]):
            pairs[leader, quote] = Verdict.SAME
    for quote in rest:
        if firsts[quote] in here:
            pairs[quote, firsts[quote]] = Verdict.DIFFERENT
        elif firsts[quote] == quote or firsts[quote] not in there:
            pairs[leader, quote] = Verdict.DIFFERENT
    return pairs


def describe_consequence(moved: ReclusterResult) -> str:
    """What came of it, in a sentence: "Joined 3 and 2 printings; first printed is now TASS, 17 November 2015."."""
    ended = [code for code in moved.before if code not in moved.after]
    begun = [code for code in moved.after if code not in moved.before]
    changed = [code for code in moved.changed_codes if code in moved.before]
    if not ended and not begun and not changed:
        return "Nothing moved: they stood so already."
    if ended and not begun:
        counts = [str(moved.before[code]) for code in [*changed, *ended]]
        said = f"Joined {' and '.join(counts)} printings" if len(counts) > 1 else "Nothing stands under that code now"
    elif begun:
        parts = [str(moved.after[code]) for code in [*changed, *begun]]
        said = f"Parted into {' and '.join(parts)} printings"
    else:
        said = "Moved: " + ", ".join(f"{code} now has {moved.after[code]}" for code in changed)
    return (
        f"{said}; {_describe_first_printing((changed or begun or list(moved.after))[0])}" if moved.after else f"{said}."
    )


def _describe_first_printing(code: str) -> str:
    lineage = Lineage.objects.with_first().filter(code=code).first()
    if lineage is None or lineage.first is None:
        return f"{code} has no printing."
    article = lineage.first.article
    day = article.published.strftime("%-d %B %Y") if article.published else "date not known"
    return f"first printed is now {article.outlet_name}, {day}."
