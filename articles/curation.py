"""What may a curator put right?

Two speakers who are one person: "the Foreign Ministry" and "Russia's Foreign Ministry", or a name that one article
misspelt. `merge_speakers` brings their quotes and names together; articles that come in later find the right one by
any of the names. `part_speakers` takes it back: each quote returns to the speaker whose name its article prints.

Left to others: who is meant in one article (`engine.extraction`), the form in which it is asked (`admin`).
"""

from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.db.models import QuerySet

from articles.engine.names import name_key
from articles.models import IndirectQuote, Quote, Speaker, SpeakerName


class NotPossible(ValueError):  # noqa: N818 - it is an answer to the curator
    """What was asked cannot be done; the message says why."""


@transaction.atomic
def merge_speakers(kept: Speaker, absorbed: Speaker, *, by: AbstractBaseUser) -> int:
    """Let `absorbed` be `kept`; answers how many quotes moved. The address of `absorbed` leads to `kept` from then on.

    Raises NotPossible where they are one already, or one of them was merged before.
    """
    if kept == absorbed:
        raise NotPossible("A speaker cannot be merged into itself: choose two.")
    for speaker in (kept, absorbed):
        if speaker.merged_into:
            raise NotPossible(f"{speaker} was merged into {speaker.merged_into} already.")
    _move_names(absorbed, kept)
    moved = Quote.objects.filter(speaker=absorbed).update(speaker=kept)
    IndirectQuote.objects.filter(speaker=absorbed).update(speaker=kept)
    for earlier in [*absorbed.absorbed.all(), absorbed]:
        earlier.merged_into = kept
        earlier.save()
    _note(absorbed, f"merged into {kept}", by)
    _note(kept, f"absorbed {absorbed}", by)
    return moved


@transaction.atomic
def part_speakers(absorbed: Speaker, *, by: AbstractBaseUser) -> int:
    """Take the merge of `absorbed` back; answers how many quotes returned to it.

    Raises NotPossible where it was not merged.
    """
    kept = absorbed.merged_into
    if kept is None:
        raise NotPossible(f"{absorbed} is not merged into anybody.")
    absorbed.merged_into = None
    absorbed.save()
    kept.names.filter(key=absorbed.key).update(speaker=absorbed)
    returned = _give_back(Quote.objects.filter(speaker=kept), absorbed)
    _give_back(IndirectQuote.objects.filter(speaker=kept), absorbed)
    _note(absorbed, f"parted from {kept}", by)
    _note(kept, f"gave {absorbed} back", by)
    return returned


def _give_back(words: QuerySet[Quote] | QuerySet[IndirectQuote], speaker: Speaker) -> int:
    """Attribute to `speaker` again whatever its article prints under that name; answers how many that are."""
    own = [each.pk for each in words.only("speaker_name") if name_key(each.speaker_name) == speaker.key]
    return words.filter(pk__in=own).update(speaker=speaker)


def _move_names(absorbed: Speaker, kept: Speaker) -> None:
    known = set(kept.names.values_list("name", flat=True))
    SpeakerName.objects.filter(speaker=absorbed, name__in=known).delete()
    SpeakerName.objects.filter(speaker=absorbed).update(speaker=kept)


def _note(speaker: Speaker, change: str, by: AbstractBaseUser) -> None:
    """Keep it in the speaker's history."""
    LogEntry.objects.log_actions(by.pk, [speaker], CHANGE, change_message=change, single_object=True)
