"""What all corrections share: versions of quotations, the history of rows, the value that holds after an undo."""

from collections.abc import Iterable
from itertools import groupby
from typing import Any, TypeVar

from django.contrib.admin.models import CHANGE, LogEntry

from articles.engine.text.phrases import count_phrase
from articles.models import Decision, Lineage, Outlet, Quote, Speaker
from articles.services.exceptions import CurationError, require_version
from articles.services.revisions import record_revisions

LATER_CORRECTION_HOLDS = "Nothing moved: a later correction holds."
_VERSIONED_FIELDS = ("start", "end", "speaker", "left_out")

Mergeable = TypeVar("Mergeable", Speaker, Outlet)


def get_quote_version(quote: Quote) -> str:
    """Return the version of a quotation, which stays the same until somebody corrects it."""
    return f"{quote.start}-{quote.end}-{quote.speaker_id}-{quote.left_out}"


def refresh_quote(quote: Quote, seen_version: str) -> None:
    """Read the correctable fields again; raise StaleVersionError if they are not as the curator saw them."""
    quote.refresh_from_db(fields=_VERSIONED_FIELDS)
    require_version(seen_version, get_quote_version(quote))


def count_phrase_with_verb(count: int, thing: str) -> str:
    """Return a count with its noun and verb: "1 quotation is", "2 quotations are"."""
    return f"{count_phrase(count, thing)} {'is' if count == 1 else 'are'}"


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
    """Return what the newest correction in force says of the row that `decision` is about.

    `row` is the key of its number in the data of the decision. Without any correction in force, the value is the one
    before the first correction.
    """
    same_row = Decision.objects.filter(verb=decision.verb, **{f"data__{row}": decision.data[row]}).order_by("pk")
    newest = same_row.filter(in_force=True).last()
    value: list[Any] = newest.data["after"] if newest else same_row[0].data["before"]
    return value


def resolve_merge_target(target: Mergeable, absorbed: Mergeable, decision: Decision) -> Mergeable:
    """Return the row that `target` is part of by now.

    Raises CurationError where redoing the merge would lead elsewhere or in a circle.
    """
    current = target.merged_into or target
    if decision.in_force and (absorbed.merged_into or current == absorbed):
        raise CurationError(f"{absorbed} and {target} were merged otherwise since: take that back first.")
    return current
