"""Corrections by curators: speakers, outlets, quotations and articles that were read wrongly.

A slogan that stands on every page is marked as boilerplate, an article that its outlet took back is withdrawn: their
quotations leave their lineages, and a code without any printing left says so.

Each correction is one transaction that returns a `Decision`. `revert` undoes it, whatever was corrected since. Rulings
on printings are in `articles.services.curation`.
"""

from collections.abc import Callable
from typing import Any

from django.db import models

from articles.models import Article, Decision, Quote
from articles.services.corrections import articles, merges, slugs
from articles.services.corrections.articles import (
    change_speaker,
    correct_date,
    correct_span,
    get_quote_version,
    log_changes,
    mark_boilerplate,
    refresh_lineages,
    withdraw,
)
from articles.services.corrections.merges import merge_outlets, merge_speakers
from articles.services.corrections.slugs import change_slug

__all__ = ["change_slug", "change_speaker", "correct_date", "correct_span", "get_quote_version", "mark_boilerplate"]
__all__ += ["merge_outlets", "merge_speakers", "refresh_lineages", "revert", "withdraw"]

Verb = Decision.Verb


def revert(decision: Decision, *, cause: Decision) -> str:
    """Undo what `decision` did if it is no longer in force, redo it if it is; return what came of it.

    `cause` is the decision that took it out of force, or back into force.
    """
    verb = Verb(decision.verb)
    outcome = _REVERTERS[verb](decision, cause)
    if verb in _LOGGED_ROWS:
        done = "redone" if decision.in_force else "undone"
        message = f"{done}: {decision.get_verb_display()}"
        log_changes(cause.by, dict.fromkeys(_LOGGED_ROWS[verb](decision.data), message))
    return outcome


_REVERTERS: dict[Verb, Callable[[Decision, Decision], str]] = {
    Verb.MERGE_SPEAKERS: merges.revert_speaker_merge,
    Verb.SPEAKER: articles.revert_speaker_change,
    Verb.MERGE_OUTLETS: merges.revert_outlet_merge,
    Verb.DATE: articles.revert_date,
    Verb.SLUG: slugs.revert_slug,
    Verb.SPAN: articles.revert_span,
    Verb.BOILERPLATE: articles.revert_boilerplate,
    Verb.WITHDRAW: articles.revert_withdrawal,
    Verb.CONFIRM: lambda decision, cause: "No version moved.",
    Verb.IMPORT: lambda decision, cause: "No version moved.",
    Verb.SECOND: lambda decision, cause: "A second opinion is needed again.",
    Verb.GOLD: lambda decision, cause: "The question is open again.",
}

# The rows whose history records that a decision was undone, by its data. Merges record that themselves.
_LOGGED_ROWS: dict[Verb, Callable[[dict[str, Any]], models.QuerySet[Any]]] = {
    Verb.DATE: lambda data: Article.objects.filter(pk=data["article"]),
    Verb.WITHDRAW: lambda data: Article.objects.filter(pk=data["article"]),
    Verb.SPEAKER: lambda data: Quote.objects.filter(pk__in=data["before"]),
    Verb.SPAN: lambda data: Quote.objects.filter(pk=data["quote"]),
    Verb.BOILERPLATE: lambda data: Quote.objects.filter(pk__in=data["quotes"]),
}
