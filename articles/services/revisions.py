"""Revisions: numbered, permanent states of a lineage that somebody can cite.

A revision of Lavrov's words holds the printings in their order, with the words of each, that SANA prints "ISIS" for
"the Islamic State", that Russia Insider's text fits only OffGuardian's, and the version of the matcher that said so.
Curation records the revisions of small lineages at once. Large ones, and those that new articles have changed, wait
for the worker (`record_pending_revisions`); the revision names the decision that changed the lineage all the same.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from django.db import transaction
from django.db.models import Max

from articles.engine.comparison.change_kinds import CHANGE_KINDS
from articles.engine.linking.pairwise import MATCHER_VERSION
from articles.models import Alias, Decision, Lineage, Printing, Revision
from articles.models.db.advisory_lock import acquire_lock
from articles.models.revision import digest, serialize_canonically
from articles.queries.lineage_snapshot import (
    SOURCES_LISTED,
    LineageSnapshot,
    PrintingSnapshot,
    build_snapshot,
    number_printings,
)
from articles.queries.spoken_versions import complete_spoken_versions
from articles.services.variants import record_variants

BATCH_SIZE = 200  # lineages in one transaction, which takes some 100 ms
# Keys that do not describe the lineage: another version of the matcher with the same result, or other words for the
# same kind of change or the same reason, make no new revision.
KEYS_NOT_COMPARED = {"matcher", "label", "reasons"}


def record_pending_revisions(*, limit: int | None = None) -> int:
    """Record a revision of every changed lineage, or of `limit` of them; return how many were looked at."""
    count = 0
    while limit is None or count < limit:
        with transaction.atomic():
            acquire_lock()
            stale = list(Lineage.objects.filter(stale=True).order_by("pk")[: min(BATCH_SIZE, limit or BATCH_SIZE)])
            record_revisions(stale)
        count += len(stale)
        if not stale:
            break
    return count


def record_revisions(lineages: Iterable[Lineage], *, decision: Decision | None = None) -> None:
    """Record a revision of each lineage whose content has changed since its newest one; `decision` is the cause."""
    stale = {lineage.pk: lineage for lineage in lineages if lineage.stale}
    if not stale:
        return
    printings: dict[int, list[Printing]] = {pk: [] for pk in stale}
    for printing in Printing.objects.filter(lineage__in=stale).in_context().earliest_first():
        printings[printing.lineage_id].append(printing)
    companions = Printing.objects.lineages_by_article(each for group in printings.values() for each in group)
    newest = _load_newest_revisions([lineage.code for lineage in stale.values()])
    aliases = Alias.objects.load_table()
    rows = []
    for pk, lineage in stale.items():
        lineage.summarize_printings(printings[pk])
        printings[pk] = complete_spoken_versions(Printing.select_versions(printings[pk]))
        snapshot = build_snapshot(lineage, number_printings(printings[pk]), aliases, companions=companions)
        content = build_content(snapshot)
        last = newest.get(lineage.code)
        if last is None or not is_same_content(last.data, content):
            number, text = last.number + 1 if last else 1, serialize_canonically(content)
            cause = decision.pk if decision else lineage.changed_by_id
            rows.append(
                Revision(code_id=lineage.code, number=number, batch_id=cause, content=text, sha256=digest(text))
            )
        lineage.stale = False
    Revision.objects.bulk_create(rows)
    Lineage.objects.bulk_save_summaries(stale.values())
    record_variants({lineage: printings[pk] for pk, lineage in stale.items()}, aliases)
    Lineage.objects.filter(pk__in=stale).update(stale=False, changed_by=None)


def _load_newest_revisions(codes: Sequence[str]) -> dict[str, Revision]:
    """Return the newest revision of each code."""
    revisions = Revision.objects.filter(code__in=codes).order_by()
    numbers = dict(revisions.values_list("code").annotate(newest=Max("number")))
    candidates = revisions.filter(number__in=set(numbers.values()))
    return {revision.code_id: revision for revision in candidates if numbers[revision.code_id] == revision.number}


def is_same_content(older: dict[str, Any], newer: dict[str, Any]) -> bool:
    """Return whether two contents describe the lineage alike, whichever version of the matcher made them."""
    return serialize_canonically(_strip_keys(older)) == serialize_canonically(_strip_keys(newer))


def _strip_keys(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _strip_keys(each) for name, each in value.items() if name not in KEYS_NOT_COMPARED}
    return [_strip_keys(each) for each in value] if isinstance(value, list | tuple) else value


def build_content(snapshot: LineageSnapshot) -> dict[str, Any]:
    """Build the content of a revision: printings earliest first, differences, and descent of the wordings."""
    indexes = {group.letter: group.number for group in snapshot.wordings}
    return {
        "code": snapshot.code,
        "matcher": MATCHER_VERSION,
        "printings": [_serialize_printing(each, indexes[each.wording]) for each in snapshot.printings],
        "base": snapshot.collation.base,
        "changes": list(_serialize_changes(snapshot)),
        "descent": list(_serialize_descent(snapshot)),
    }


def _serialize_printing(printing: PrintingSnapshot, wording: int) -> dict[str, Any]:
    quote, article = printing.quote, printing.article
    # Only a doubt is recorded: a lineage without one has the same content as before doubts were kept.
    doubt = {"speaker_sure": False} if quote.is_speaker_probable else {}
    return doubt | {
        "quote": quote.pk,
        "start": printing.printing.start,
        "end": printing.printing.end,
        "text": printing.text,
        "wording": wording,
        "article": article.pk,
        "outlet": str(printing.outlet or ""),
        "title": article.title,
        "url": article.url,
        "published": article.published.isoformat() if article.published else None,
        "offset": article.published_offset,
        "precision": article.precision,
        "language": article.language,
        "speaker": quote.attribution,
        "occasion": quote.occasion,
        "credit": printing.credit,
        **(_serialize_speech(printing) if printing.is_spoken else {}),
    }


def _serialize_speech(printing: PrintingSnapshot) -> dict[str, Any]:
    """Return what is known of a transcript or recording; contents of other versions stay as they are."""
    said_on = printing.article.said_on
    said = said_on.isoformat() if said_on else None
    return {"kind": printing.article.kind, "said_on": said, "seconds": printing.quote.seconds}


def _serialize_changes(snapshot: LineageSnapshot) -> Iterator[dict[str, Any]]:
    """Yield each reading that differs from the base, place by place."""
    for place in snapshot.collation.places:
        for reading in place.readings:
            if reading.change:
                yield {
                    "place": place.number,
                    "base": place.span.extract(snapshot.base_text),
                    "text": reading.text,
                    "wordings": list(reading.wordings),
                    "kind": reading.change.kind,
                    "label": CHANGE_KINDS[reading.change.kind].label,
                    "danger": reading.change.severity,
                }


def _serialize_descent(snapshot: LineageSnapshot) -> Iterator[dict[str, Any]]:
    """Yield the likeliest sources of each wording with their certainty."""
    for origin in snapshot.descent.origins:
        yield {
            "wording": origin.wording,
            "certainty": origin.certainty,
            "sources": [
                {"wording": source.wording, "unseen": source.unseen_outlet, "reasons": list(source.reasons)}
                for source in origin.sources[:SOURCES_LISTED]
            ],
        }
