"""What several corrections do: log changes, refresh lineages, exclude quotations, find what holds after an undo."""

from collections.abc import Collection, Iterable
from itertools import groupby
from typing import Any

from django.contrib.admin.models import CHANGE, LogEntry
from django.db import models

from articles.engine.text.phrases import count_phrase_with_verb
from articles.models import BaselineMembership, Decision, Lineage, Match, Quote
from articles.services.linking.incremental import link_quotes
from articles.services.reclustering import recluster
from articles.services.revisions import record_revisions

LATER_CORRECTION_HOLDS = "Nothing moved: a later correction holds."


def log_changes(by: Any, changes: dict[Any, str]) -> None:
    """Write a message into the history of each row."""
    for message, rows in groupby(changes, key=changes.__getitem__):
        LogEntry.objects.log_actions(by.pk, list(rows), CHANGE, change_message=message)


def refresh_lineages(lineages: Iterable[Lineage], decision: Decision | None = None) -> None:
    """Bring the summaries of these lineages up to date, and record their revisions."""
    lineages = list(lineages)
    Lineage.objects.bulk_refresh_summaries(lineages)
    record_revisions(lineages, decision=decision)


def get_corrected_value(decision: Decision, row: str) -> list[Any]:
    """Return what the newest correction in force says of the row with this key in the data of `decision`.

    Without any correction in force, the value is the one before the first correction.
    """
    same_row = Decision.objects.filter(verb=decision.verb, **{f"data__{row}": decision.data[row]}).order_by("pk")
    newest = same_row.filter(in_force=True).last()
    value: list[Any] = newest.data["after"] if newest else same_row[0].data["before"]
    return value


def exclude_quotes(decision: Decision, quotes: list[int], exclusion: str, reason: str) -> None:
    """Take quotations out of their lineages; readers of an ended lineage are told the `reason`."""
    Quote.objects.filter(pk__in=quotes).update(left_out=exclusion)
    if quotes:
        recluster(quotes, cause=decision, decision=decision, reason=reason)


def update_exclusions(quotes: models.QuerySet[Quote], decision: Decision, cause: Decision, reason: str) -> str:
    """Return `quotes` to lineages unless another decision in force, or their article, still excludes them.

    Returns a sentence on what came of it. Where redoing excludes them again, they leave their lineages.
    """
    rows = list(quotes.order_by("pk").values_list("pk", "left_out", "article__withdrawn"))
    marked = Decision.objects.filter(verb=Decision.Verb.BOILERPLATE, in_force=True)
    boilerplate = {pk for pk, _, _ in rows if marked.filter(data__quotes=[pk]).exists()}
    leaving: list[int] = []
    returning: list[int] = []
    for pk, before, withdrawn in rows:
        exclusion = Quote.Exclusion.BOILERPLATE if pk in boilerplate else Quote.Exclusion.WITHDRAWN if withdrawn else ""
        Quote.objects.filter(pk=pk).exclude(left_out=exclusion).update(left_out=exclusion)
        if bool(before) != bool(exclusion):
            (leaving if exclusion else returning).append(pk)
    known = set(BaselineMembership.objects.filter(quote__in=returning).values_list("quote", flat=True))
    if leaving or known:
        recluster([*leaving, *known], cause=cause, decision=decision, reason=reason)
    _relink_quotes(set(returning) - known)
    if not leaving and not returning:
        return "Nothing moved: something else keeps it as it is."
    count = count_phrase_with_verb(len(leaving or returning), "quotation")
    return f"{count} {'out of' if leaving else 'in'} lineages again."


def _relink_quotes(quotes: Collection[int]) -> None:
    """Relink returned quotes whose former lineage is unknown after a full relink."""
    Match.objects.filter(models.Q(a__in=quotes) | models.Q(b__in=quotes)).delete()
    Quote.objects.filter(pk__in=quotes).update(copy_of=None)
    link_quotes(list(Quote.objects.for_linking().filter(pk__in=quotes).order_by("pk")))
