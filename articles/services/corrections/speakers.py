"""Corrections of speakers: merge two into one, attribute quotations to another."""

from collections.abc import Sequence

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction

from articles.engine.text.phrases import count_phrase
from articles.models import Decision, IndirectQuote, Quote, Speaker, SpeakerName
from articles.models.db.advisory_lock import acquire_lock
from articles.models.decision import NO_REMARK, DecisionRemark
from articles.services.corrections.base import (
    LATER_CORRECTION_HOLDS,
    count_phrase_with_verb,
    log_changes,
    refresh_quote,
    resolve_merge_target,
)
from articles.services.exceptions import CurationError

Verb = Decision.Verb


@transaction.atomic
def merge_speakers(
    target: Speaker, absorbed: Speaker, *, by: AbstractBaseUser, remark: DecisionRemark = NO_REMARK
) -> Decision:
    """Merge `absorbed` into `target`; the address of `absorbed` redirects to `target` from then on.

    Raises CurationError where they are one already, or one of them was merged before.
    """
    if target == absorbed:
        raise CurationError("A speaker cannot be merged into itself: choose two.")
    acquire_lock()
    for speaker in (target, absorbed):
        speaker.refresh_from_db()
        if speaker.merged_into:
            raise CurationError(f"{speaker} was merged into {speaker.merged_into} already.")
    decision = Decision.objects.start(Verb.MERGE_SPEAKERS, by, remark)
    names, shared_names = _move_names(absorbed, target)
    quotes = list(absorbed.quotes.values_list("pk", flat=True))
    earlier = list(absorbed.absorbed.values_list("pk", flat=True))
    indirect_quotes = list(IndirectQuote.objects.filter(speaker=absorbed).values_list("pk", flat=True))
    Quote.objects.filter(pk__in=quotes).update(speaker=target)
    IndirectQuote.objects.filter(pk__in=indirect_quotes).update(speaker=target)
    Speaker.objects.filter(pk__in=[*earlier, absorbed.pk]).update(merged_into=target)
    log_changes(by, {absorbed: f"merged into {target}", target: f"absorbed {absorbed}"})
    data = {
        "kept": target.pk,
        "absorbed": absorbed.pk,
        "names": names,
        "twice": shared_names,
        "quotes": quotes,
        "told": indirect_quotes,
        "earlier": earlier,
    }
    return decision.complete(f"{count_phrase_with_verb(len(quotes), 'quotation')} now among those of {target}.", data)


def _move_names(absorbed: Speaker, target: Speaker) -> tuple[list[int], list[str]]:
    """Give the names of `absorbed` to `target`; return the names that moved, and those that both had."""
    known = set(target.names.values_list("name", flat=True))
    names = SpeakerName.objects.filter(speaker=absorbed)
    shared = [name for name in names.values_list("name", flat=True) if name in known]
    names.filter(name__in=shared).delete()
    moved = list(names.values_list("pk", flat=True))
    SpeakerName.objects.filter(pk__in=moved).update(speaker=target)
    return moved, shared


def revert_speaker_merge(decision: Decision, cause: Decision) -> str:
    """Part two speakers again, or merge them again; return what came of it."""
    data = decision.data
    target, absorbed = (Speaker.objects.get(pk=data[name]) for name in ("kept", "absorbed"))
    target = resolve_merge_target(target, absorbed, decision)
    owner, merged_into = (target, target) if decision.in_force else (absorbed, None)
    here = [data["kept"], target, absorbed]  # what another decision has moved elsewhere since stays there
    SpeakerName.objects.filter(pk__in=data["names"], speaker__in=here).update(speaker=owner)
    if decision.in_force:
        SpeakerName.objects.filter(speaker=absorbed, name__in=data["twice"]).delete()
    else:
        for name in data["twice"]:
            absorbed.names.get_or_create(name=name)
    moved = Quote.objects.filter(pk__in=data["quotes"], speaker__in=here).update(speaker=owner)
    IndirectQuote.objects.filter(pk__in=data["told"], speaker__in=here).update(speaker=owner)
    Speaker.objects.filter(pk=absorbed.pk).update(merged_into=merged_into)
    Speaker.objects.filter(pk__in=data["earlier"], merged_into__in=here).update(merged_into=merged_into or absorbed)
    if merged_into is None:
        log_changes(cause.by, {absorbed: f"parted from {target}", target: f"gave {absorbed} back"})
    return f"{count_phrase_with_verb(moved, 'quotation')} now among those of {owner}."


@transaction.atomic
def change_speaker(
    quotes: Sequence[Quote],
    name: str,
    *,
    by: AbstractBaseUser,
    remark: DecisionRemark = NO_REMARK,
    seen_version: str = "",
) -> Decision:
    """Attribute quotations to the speaker with this printed `name`, or to nobody if it is empty.

    `seen_version` is the version of the one quotation that the curator saw (`get_quote_version`); empty allows any.
    """
    acquire_lock()
    for quote in quotes:
        refresh_quote(quote, seen_version)
    speaker = Speaker.objects.get_or_create_by_name(name) if name.strip() else None
    if name.strip() and speaker is None:
        raise CurationError(f"\N{LEFT DOUBLE QUOTATION MARK}{name}\N{RIGHT DOUBLE QUOTATION MARK} names nobody.")
    decision = Decision.objects.start(Verb.SPEAKER, by, remark)
    before = {str(quote.pk): quote.speaker_id for quote in quotes}
    Quote.objects.filter(pk__in=before).update(speaker=speaker)
    log_changes(by, dict.fromkeys(quotes, f"attributed to {speaker or 'nobody'}"))
    outcome = f"{count_phrase_with_verb(len(before), 'quotation')} now attributed to {speaker or 'nobody'}."
    return decision.complete(outcome, {"before": before, "after": speaker.pk if speaker else None})


def revert_speaker_change(decision: Decision, cause: Decision) -> str:
    """Attribute the quotations to whom the newest change in force says; return what came of it."""
    quotes = decision.data["before"].keys()
    current: dict[str, int | None] = {}
    changes = Decision.objects.filter(verb=decision.verb, data__before__has_any_keys=list(quotes)).order_by("pk")
    for change in changes:
        current = {quote: speaker for quote, speaker in change.data["before"].items() if quote in quotes} | current
        if change.in_force:
            current |= dict.fromkeys(quotes & change.data["before"].keys(), change.data["after"])
    speakers = Speaker.objects.filter(pk__in=[pk for pk in current.values() if pk])
    merged_into = dict(speakers.values_list("pk", "merged_into"))
    moved = []
    for quote in Quote.objects.filter(pk__in=current).only("speaker"):
        speaker = current[str(quote.pk)]
        speaker = merged_into.get(speaker or 0) or speaker
        if quote.speaker_id != speaker:
            quote.speaker_id = speaker
            moved.append(quote)
    Quote.objects.bulk_update(moved, ["speaker"])
    return f"The speaker of {count_phrase(len(moved), 'quotation')} is as it was." if moved else LATER_CORRECTION_HOLDS
