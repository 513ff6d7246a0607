"""What may a curator rule about printings?

That two are the same quotation, or are not; that lineages are one; that some printings do not belong to theirs. A
curator who splits "a cat that wants to eat a fish" as another minister said it off Lavrov's lineage leaves a batch of
rulings; the printings part at once, stay parted when everything is linked anew, and stand together again when the batch
is taken back - at any later time, whatever was ruled since.

Every verb is one transaction, takes its turn with whoever links, says in a sentence what came of it, and refuses to act
on a lineage that is not any more what the curator saw (`Outdated`).

Left to others: what rulings make of lineages (`rearranging`), what is wrong in an article (`correcting`), the desk.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.db.models import Exists, Max, OuterRef

from articles.engine.linking.pairwise import MATCHER_VERSION
from articles.models import Batch, Lineage, Match, Printing, Quote, Ruling
from articles.models.db.advisory_lock import wait_for_turn
from articles.models.ruling import NO_REMARK, Remark
from articles.services.corrections import NotPossible, Outdated, see, take_back
from articles.services.reclustering import Moved, rearrange

Verdict = Ruling.Verdict
Verb = Batch.Verb


@transaction.atomic
def rule(
    a: Quote, b: Quote, verdict: str, *, by: AbstractBaseUser, remark: Remark = NO_REMARK, seen: str = ""
) -> Batch:
    """Let two printings be the same quotation, different ones, or (`unsure`) be looked at again.

    `seen` is how they stood when the curator saw them (`version_of_pair`); empty, it does not matter.
    """
    if a.pk == b.pk:
        raise NotPossible("A printing is the same as itself: choose two.")
    wait_for_turn()
    see(seen, version_of_pair(a.pk, b.pk))
    verb = {Verdict.SAME: Verb.CONFIRM, Verdict.DIFFERENT: Verb.REJECT, Verdict.UNSURE: Verb.UNSURE}[Verdict(verdict)]
    batch = Batch.objects.open(verb, by, remark)
    _record(batch, {(a.pk, b.pk): verdict})
    if verdict == Verdict.UNSURE:
        return batch.close("Noted as not sure; nothing moved.")
    return _settle(batch, [a.pk, b.pk])


@transaction.atomic
def merge(lineages: Sequence[Lineage], *, by: AbstractBaseUser, remark: Remark = NO_REMARK, seen: str = "") -> Batch:
    """Let these lineages be one; the code issued first goes on, the others lead to it.

    `seen` is how the first of them stood when the curator saw it (`version_of`).
    """
    numbers = list(dict.fromkeys(lineage.pk for lineage in lineages))
    if len(numbers) < 2:
        raise NotPossible("Choose two lineages or more.")
    wait_for_turn()
    see(seen, version_of(lineages[:1]))
    standing = Lineage.objects.in_bulk(numbers)
    if len(standing) < len(numbers):
        raise Outdated("One of them stands no more.")
    firsts = [_first_of_its_own(standing[number]) for number in numbers]
    batch = Batch.objects.open(Verb.MERGE, by, remark)
    pairs = {(firsts[0], first): Verdict.SAME for first in firsts[1:]}
    members = set(Printing.objects.filter(lineage__in=lineages).values_list("quote", flat=True))
    for ruling in Ruling.objects.holding().newest_among(members):  # what was ruled different among them is so no more
        if ruling.verdict == Verdict.DIFFERENT:
            pairs[ruling.a_id, ruling.b_id] = Verdict.SAME
    _record(batch, pairs)
    return _settle(batch, firsts)


@transaction.atomic
def split_off(
    lineage: Lineage, quotes: Collection[int], *, by: AbstractBaseUser, remark: Remark = NO_REMARK, seen: str = ""
) -> Batch:
    """Let these printings be a lineage of their own. The part with the earliest printing keeps the code."""
    chosen, rest, firsts = _choose(lineage, quotes, seen)
    batch = Batch.objects.open(Verb.SPLIT if len(chosen) > 1 else Verb.DETACH, by, remark)
    _record(batch, _apart(chosen, rest, firsts))
    return _settle(batch, [*chosen, *rest])


@transaction.atomic
def detach(
    lineage: Lineage, quotes: Collection[int], *, by: AbstractBaseUser, remark: Remark = NO_REMARK, seen: str = ""
) -> Batch:
    """Take these printings out, each by itself: they belong neither to the others nor to each other."""
    chosen, rest, firsts = _choose(lineage, quotes, seen)
    batch = Batch.objects.open(Verb.DETACH, by, remark)
    out = set(chosen)
    alone = {quote: quote if quote in out or first in out else first for quote, first in firsts.items()}
    verdicts: dict[tuple[int, int], str] = {}
    for quote in chosen:
        others = [other for other in firsts if other != quote]
        verdicts |= _in_order(_apart([quote], others, alone | {quote: firsts[quote]}))
    _record(batch, verdicts)
    return _settle(batch, [*chosen, *rest])


@transaction.atomic
def import_verdicts(
    verdicts: Mapping[tuple[int, int], str], *, by: AbstractBaseUser, remark: Remark = NO_REMARK
) -> Batch:
    """Take in verdicts on pairs of quotes that were given elsewhere, as one batch."""
    wait_for_turn()
    batch = Batch.objects.open(Verb.IMPORT, by, remark)
    _record(batch, verdicts)
    return _settle(batch, {quote for pair in verdicts for quote in pair})


@transaction.atomic
def agree(batch: Batch, *, by: AbstractBaseUser, remark: Remark = NO_REMARK) -> Batch:
    """A second opinion: another curator looked at what was decided, and it is right."""
    if batch.by_id == by.pk:
        raise NotPossible("A second opinion is somebody else’s.")
    if not batch.in_force:
        raise NotPossible("It was taken back already.")
    return Batch.objects.open(Verb.SECOND, by, remark, about=batch).close(f"Agreed: {batch}")


@transaction.atomic
def answer_gold(known: Ruling, verdict: str, *, by: AbstractBaseUser, remark: Remark = NO_REMARK) -> Batch:
    """Keep what a curator says of a pair whose answer is known, and tell them that. It moves nothing."""
    if known.batch.by_id == by.pk:
        raise NotPossible("You gave that answer yourself.")
    batch = Batch.objects.open(Verb.GOLD, by, remark, about=known.batch)
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
    return batch.close(f"{said}{note} Nothing moved.", {"verdict": yours.value})


@transaction.atomic
def undo(batch: Batch, *, by: AbstractBaseUser, remark: Remark = NO_REMARK) -> Batch:
    """Take any earlier batch back, or the taking back of one."""
    wait_for_turn()
    batch = Batch.objects.get(pk=batch.pk)
    if not batch.in_force:
        raise NotPossible("It was taken back already.")
    new = Batch.objects.open(Verb.UNDO, by, remark, undoes=batch)
    batch.turn()
    first = batch.first
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
        moved = rearrange(quotes, cause=new, of=first)
        return new.close(f"Taken back. {consequence(moved)}" if first != batch else consequence(moved))
    return new.close(take_back(first, cause=new))


def version_of(lineages: Iterable[Lineage]) -> str:
    """How these lineages stand just now: equal as long as nobody changes what they hold."""
    standing = Lineage.objects.filter(pk__in=[lineage.pk for lineage in lineages]).order_by("code")
    rows = standing.annotate(newest=Max("printings__pk")).values_list("code", "printing_count", "newest")
    return ".".join(f"{code}-{count}-{newest}" for code, count, newest in rows)


def version_of_pair(a: int, b: int) -> str:
    """How the lineages of two quotes stand just now, and which ruling on the two holds."""
    lineages = Lineage.objects.filter(printings__quote__in=(a, b)).distinct()
    newest = Ruling.objects.holding().filter(a=min(a, b), b=max(a, b)).order_by("-pk").values_list("pk", flat=True)
    return f"{version_of(lineages)}~{newest.first() or 0}"


# --- steps --------------------------------------------------------------------------------------------------------


def _choose(lineage: Lineage, quotes: Collection[int], seen: str) -> tuple[list[int], list[int], dict[int, int]]:
    """Those chosen of a lineage's printings, the rest, and whose words each repeats."""
    wait_for_turn()
    see(seen, version_of([lineage]))
    rows = Quote.objects.filter(printings__lineage=lineage).only("copy_of")
    firsts = {quote.pk: quote.copy_of_id or quote.pk for quote in rows}
    chosen, rest = sorted(firsts.keys() & set(quotes)), sorted(firsts.keys() - set(quotes))
    if not chosen or not rest:
        raise NotPossible("Choose some of its printings, not all and not none.")
    return chosen, rest, firsts


def _first_of_its_own(lineage: Lineage) -> int:
    """Its earliest printing that stands in no other: one that prints several statements together speaks for none."""
    elsewhere = Printing.objects.filter(quote=OuterRef("quote")).exclude(lineage=OuterRef("lineage"))
    own = lineage.printings.filter(~Exists(elsewhere)).earliest_first().values_list("quote", flat=True).first()
    if own is None:
        raise NotPossible(f"All that {lineage.code} holds stands elsewhere too: rule on two printings instead.")
    return own


def _settle(batch: Batch, quotes: Iterable[int]) -> Batch:
    moved = rearrange(quotes, cause=batch, of=batch)
    return batch.close(consequence(moved), {"moved": moved.printings, "origin": moved.origin})


def _record(batch: Batch, verdicts: Mapping[tuple[int, int], str]) -> None:
    """Write a ruling for each pair, with what the matcher said of it at this moment."""
    pairs = _in_order(verdicts)
    quotes = {quote for pair in pairs for quote in pair}
    matches = Match.objects.filter(a__in=quotes, b__in=quotes).order_by().values_list("a", "b", "score")
    scores = {(a, b): score for a, b, score in matches}
    Ruling.objects.bulk_create(
        Ruling(a_id=a, b_id=b, verdict=verdict, batch=batch, score=scores.get((a, b)), matcher=MATCHER_VERSION)
        for (a, b), verdict in pairs.items()
    )


def _in_order(verdicts: Mapping[tuple[int, int], str]) -> dict[tuple[int, int], str]:
    """The same, of each pair the quote with the lower number first."""
    return {(min(pair), max(pair)): verdict for pair, verdict in verdicts.items()}


def _apart(chosen: Sequence[int], rest: Sequence[int], firsts: dict[int, int]) -> dict[tuple[int, int], str]:
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


def consequence(moved: Moved) -> str:
    """What came of it, in a sentence: "Joined 3 and 2 printings; first printed is now TASS, 17 November 2015."."""
    ended = [code for code in moved.before if code not in moved.after]
    begun = [code for code in moved.after if code not in moved.before]
    changed = [code for code in moved.changed if code in moved.before]
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
    return f"{said}; {_first_of((changed or begun or list(moved.after))[0])}" if moved.after else f"{said}."


def _first_of(code: str) -> str:
    lineage = Lineage.objects.with_first().filter(code=code).first()
    if lineage is None or lineage.first is None:
        return f"{code} has no printing."
    article = lineage.first.article
    day = article.published.strftime("%-d %B %Y") if article.published else "date not known"
    return f"first printed is now {article.outlet_name}, {day}."
