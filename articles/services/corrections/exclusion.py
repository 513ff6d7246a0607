"""Exclusion of quotations from lineages, as boilerplate or because their article was withdrawn."""

from collections.abc import Collection

from django.db import models

from articles.models import BaselineMembership, Decision, Match, Quote
from articles.services.corrections.base import count_phrase_with_verb
from articles.services.linking.incremental import link_quotes
from articles.services.reclustering import recluster


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
