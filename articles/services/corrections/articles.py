"""Corrections of articles and of their quotations.

An article is withdrawn, or its date corrected. A quotation is marked as boilerplate, its span corrected, or its words
attributed to another speaker. What all corrections do, log changes and refresh lineages, stands at the end.
"""

from collections.abc import Collection, Iterable, Sequence
from datetime import datetime
from itertools import groupby
from typing import Any

from django.contrib.admin.models import CHANGE, LogEntry
from django.db import models, transaction
from django.utils import timezone

from articles.engine.text.normalization import fold
from articles.engine.text.phrases import count_phrase, count_phrase_with_verb
from articles.models import (
    Article,
    BaselineMembership,
    Decision,
    Lineage,
    Match,
    Printing,
    Quote,
    Speaker,
    SpeakerCertainty,
)
from articles.models.db.advisory_lock import acquire_lock
from articles.models.decision import NO_REMARK, Curator, DecisionRemark
from articles.services.exceptions import CurationError, require_version
from articles.services.linking.candidates import rematch
from articles.services.linking.incremental import link_quotes
from articles.services.reclustering import recluster
from articles.services.revisions import record_revisions
from articles.services.search_index import update_index

LATER_CORRECTION_HOLDS = "Nothing changed: a later correction applies."
_NO_QUOTATION = "A curator found that it is not a quotation."
_VERSIONED_FIELDS = ("start", "end", "speaker", "speaker_certainty", "left_out")
Verb = Decision.Verb


@transaction.atomic
def withdraw(article: Article, reason: str, *, by: Curator, remark: DecisionRemark = NO_REMARK) -> Decision:
    """Take an article's quotations out of their lineages; readers are told the `reason`."""
    acquire_lock()
    article.refresh_from_db(fields=["withdrawn"])
    if article.withdrawn:
        raise CurationError("The article is already withdrawn.")
    if not reason.strip():
        raise CurationError("Give a reason. Readers see it at the old address.")
    decision = Decision.objects.start(Verb.WITHDRAW, by, remark)
    Article.objects.filter(pk=article.pk).update(withdrawn=timezone.now(), withdrawn_because=reason)
    quotes = list(article.quotes.filter(left_out="").values_list("pk", flat=True))
    exclude_quotes(decision, quotes, Quote.Exclusion.WITHDRAWN, reason)
    log_changes(by, {article: f"withdrawn: {reason}"})
    outcome = f"The article is withdrawn; {count_phrase_with_verb(len(quotes), 'quotation')} no longer in lineages."
    return decision.complete(outcome, {"article": article.pk, "quotes": quotes, "because": reason})


def revert_withdrawal(decision: Decision, cause: Decision) -> str:
    """Return the article's quotations to their lineages, or withdraw it again; return what came of it."""
    article = Article.objects.get(pk=decision.data["article"])
    withdrawals = Decision.objects.filter(verb=Verb.WITHDRAW, in_force=True, data__article=article.pk)
    newest = withdrawals.order_by("pk").last()
    article.withdrawn = (article.withdrawn or timezone.now()) if newest else None
    article.withdrawn_because = newest.data["because"] if newest else ""
    article.save(update_fields=["withdrawn", "withdrawn_because"])
    return update_exclusions(article.quotes.all(), decision, cause, decision.data["because"])


@transaction.atomic
def correct_date(
    article: Article, published: datetime | None, precision: str, *, by: Curator, remark: DecisionRemark = NO_REMARK
) -> Decision:
    """Correct when an article was printed; another printing may become the earliest."""
    if published is None:
        precision = Article.Precision.UNKNOWN
    if precision not in Article.Precision.values:
        raise CurationError("Say how exact the date is.")
    acquire_lock()
    article.refresh_from_db()
    decision = Decision.objects.start(Verb.DATE, by, remark)
    before, after = _serialize_date(article.published, article.precision), _serialize_date(published, precision)
    _set_date(article.pk, after, decision)
    log_changes(by, {article: f"date corrected from {before[0]} ({before[1]}) to {after[0]} ({after[1]})"})
    return decision.complete("The date is corrected.", {"article": article.pk, "before": before, "after": after})


def revert_date(decision: Decision, cause: Decision) -> str:
    """Set the date that the newest correction in force says; return what came of it."""
    article = Article.objects.get(pk=decision.data["article"])
    value = get_corrected_value(decision, "article")
    if _serialize_date(article.published, article.precision) == value:
        return LATER_CORRECTION_HOLDS
    _set_date(article.pk, value, cause)
    return "The date is restored."


def _serialize_date(published: datetime | None, precision: str) -> list[str | None]:
    return [published.isoformat() if published else None, precision]


def _set_date(article: int, value: list[str | None], decision: Decision) -> None:
    published, precision = value
    moment = datetime.fromisoformat(published) if published else None
    stored = Article.objects.defer_texts().get(pk=article)
    stored.published, stored.precision = moment, str(precision)
    stored.save(update_fields=["published", "precision", "spoken_from"])
    update_index(Quote.objects.filter(article=article).values_list("pk", flat=True))
    refresh_lineages(Lineage.objects.filter(printings__quote__article=article).distinct(), decision)


def get_quote_version(quote: Quote) -> str:
    """Return the version of a quotation, which stays the same until somebody corrects it."""
    return f"{quote.start}-{quote.end}-{quote.speaker_id}-{quote.speaker_certainty}-{quote.left_out}"


def refresh_quote(quote: Quote, seen_version: str) -> None:
    """Read the correctable fields again; raise StaleVersionError if they are not as the curator saw them."""
    quote.refresh_from_db(fields=_VERSIONED_FIELDS)
    require_version(seen_version, get_quote_version(quote))


@transaction.atomic
def mark_boilerplate(
    quote: Quote, *, by: Curator, remark: DecisionRemark = NO_REMARK, seen_version: str = ""
) -> Decision:
    """Take a quotation out of its lineages because it is a slogan, a caption or a phrase of the page."""
    acquire_lock()
    refresh_quote(quote, seen_version)
    if quote.left_out:
        raise CurationError("The quotation is already excluded from lineages.")
    decision = Decision.objects.start(Verb.BOILERPLATE, by, remark)
    exclude_quotes(decision, [quote.pk], Quote.Exclusion.BOILERPLATE, remark.note or _NO_QUOTATION)
    log_changes(by, {quote: "marked as boilerplate"})
    return decision.complete("The quotation is no longer in lineages.", {"quotes": [quote.pk]})


def revert_boilerplate(decision: Decision, cause: Decision) -> str:
    """Return the quotation to its lineages, or exclude it again; return what came of it."""
    return update_exclusions(Quote.objects.filter(pk__in=decision.data["quotes"]), decision, cause, _NO_QUOTATION)


@transaction.atomic
def correct_span(
    quote: Quote, start: int, end: int, *, by: Curator, remark: DecisionRemark = NO_REMARK, seen_version: str = ""
) -> Decision:
    """Correct where a quotation begins and ends in its article; it stays in its lineages until it is relinked."""
    acquire_lock()
    quote = Quote.objects.select_related("article").get(pk=quote.pk)
    require_version(seen_version, get_quote_version(quote))
    text = quote.load_source().text
    if not 0 <= start < end <= len(text) or not text[start:end].strip():
        raise CurationError("A quotation must begin before it ends, and lie within its article.")
    same_text = Quote.objects.filter(article=quote.article, version=quote.version)
    if same_text.filter(start=start, end=end).exclude(pk=quote.pk).exists():
        raise CurationError("This quotation already exists.")
    decision = Decision.objects.start(Verb.SPAN, by, remark)
    before = [quote.start, quote.end]
    data = {"quote": quote.pk, "before": before, "after": [start, end]}
    _set_span(quote, start, end, decision)
    log_changes(by, {quote: f"position corrected: from {start} to {end}, before from {before[0]} to {before[1]}"})
    return decision.complete("The quotation is corrected.", data)


def revert_span(decision: Decision, cause: Decision) -> str:
    """Set the span that the newest correction in force says; return what came of it."""
    quote = Quote.objects.select_related("article").get(pk=decision.data["quote"])
    start, end = get_corrected_value(decision, "quote")
    if (quote.start, quote.end) == (start, end):
        return LATER_CORRECTION_HOLDS
    _set_span(quote, start, end, cause)
    return "The quotation is restored."


def _set_span(quote: Quote, start: int, end: int, decision: Decision) -> None:
    """Give the quote another span of its article; compare it with its matches again, release its copies."""
    old_length, length = quote.end - quote.start, end - start
    partners = Quote.objects.filter(models.Q(matches_as_a__b=quote) | models.Q(matches_as_b__a=quote)).distinct()
    near = list(Quote.objects.for_linking().filter(models.Q(pk__in=partners) | models.Q(pk=quote.copy_of_id)))
    copies = list(Quote.objects.for_linking().filter(copy_of=quote).order_by("pk"))
    for copy in copies:
        copy.copy_of_id = copies[0].pk if copy != copies[0] else None
    Quote.objects.bulk_update(copies, ["copy_of"])
    Match.scored.filter(models.Q(a=quote) | models.Q(b=quote)).delete()
    quote.start, quote.end, quote.text, quote.copy_of = start, end, quote.load_source().text[start:end], None
    quote.folded = fold(quote.text)
    quote.save()
    Match.objects.bulk_insert(rematch(quote, {other.pk: other for other in [*near, *copies[:1]]}.values()))
    for rows in (Printing.objects.filter(quote=quote), BaselineMembership.objects.filter(quote=quote)):
        rows.filter(start=0, end=old_length).update(end=length)
        rows.filter(end__gt=length).update(start=0, end=length)
    BaselineMembership.objects.filter(quote=quote).update(copy_of=None)
    _refresh_quotes([quote.pk], decision)


@transaction.atomic
def change_speaker(
    quotes: Sequence[Quote], name: str, *, by: Curator, remark: DecisionRemark = NO_REMARK, seen_version: str = ""
) -> Decision:
    """Attribute quotations to the speaker with this printed `name`, or to nobody if it is empty.

    What a curator says is settled: it is shown as a fact, and reading the article again leaves it. `seen_version` is
    the version of the first quotation, which the curator saw (`get_quote_version`); empty allows any.
    """
    acquire_lock()
    for quote in quotes:
        refresh_quote(quote, seen_version if quote is quotes[0] else "")
    speaker = Speaker.objects.get_or_create_by_name(name) if name.strip() else None
    if name.strip() and speaker is None:
        raise CurationError(f"\N{LEFT DOUBLE QUOTATION MARK}{name}\N{RIGHT DOUBLE QUOTATION MARK} is not a name.")
    decision = Decision.objects.start(Verb.SPEAKER, by, remark)
    before = {str(quote.pk): quote.speaker_id for quote in quotes}
    certainty = {str(quote.pk): quote.speaker_certainty for quote in quotes}
    Quote.objects.filter(pk__in=before).update(speaker=speaker, speaker_certainty=SpeakerCertainty.SETTLED)
    log_changes(by, dict.fromkeys(quotes, f"attributed to {speaker or 'no speaker'}"))
    _refresh_quotes([quote.pk for quote in quotes], decision)
    outcome = f"{count_phrase_with_verb(len(before), 'quotation')} now attributed to {speaker or 'no speaker'}."
    after = speaker.pk if speaker else None
    return decision.complete(outcome, {"before": before, "after": after, "certainty": certainty})


def revert_speaker_change(decision: Decision, cause: Decision) -> str:
    """Attribute the quotations to whom the newest change in force says; return what came of it."""
    quotes = decision.data["before"].keys()
    current: dict[str, int | None] = {}
    certainty: dict[str, str] = {}
    changes = Decision.objects.filter(verb=decision.verb, data__before__has_any_keys=list(quotes)).order_by("pk")
    for change in changes:
        current = {quote: speaker for quote, speaker in change.data["before"].items() if quote in quotes} | current
        # Decisions from before certainty was kept say nothing of it; what the program read then is not sure.
        recorded = change.data.get("certainty", dict.fromkeys(change.data["before"], SpeakerCertainty.PROBABLE))
        certainty = {quote: each for quote, each in recorded.items() if quote in quotes} | certainty
        if change.in_force:
            corrected = quotes & change.data["before"].keys()
            current |= dict.fromkeys(corrected, change.data["after"])
            certainty |= dict.fromkeys(corrected, SpeakerCertainty.SETTLED)
    speakers = Speaker.objects.filter(pk__in=[pk for pk in current.values() if pk])
    merged_into = dict(speakers.values_list("pk", "merged_into"))
    moved = []
    for quote in Quote.objects.filter(pk__in=current).only("speaker", "speaker_certainty"):
        speaker = current[str(quote.pk)]
        speaker = merged_into.get(speaker or 0) or speaker
        known = certainty[str(quote.pk)]
        if (quote.speaker_id, quote.speaker_certainty) != (speaker, known):
            quote.speaker_id, quote.speaker_certainty = speaker, known
            moved.append(quote)
    Quote.objects.bulk_update(moved, ["speaker", "speaker_certainty"])
    _refresh_quotes([quote.pk for quote in moved], cause)
    return f"The speaker of {count_phrase(len(moved), 'quotation')} is restored." if moved else LATER_CORRECTION_HOLDS


def _refresh_quotes(quotes: list[int], decision: Decision) -> None:
    """Let corrected quotations be found by what they say now, and record it in the revisions of their lineages."""
    update_index(quotes)
    refresh_lineages(Lineage.objects.filter(printings__quote__in=quotes).distinct(), decision)


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
    marked = Decision.objects.filter(verb=Verb.BOILERPLATE, in_force=True)
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
        return "Nothing changed: another decision still applies."
    count = count_phrase_with_verb(len(leaving or returning), "quotation")
    return f"{count} {'excluded from' if leaving else 'back in'} lineages."


def _relink_quotes(quotes: Collection[int]) -> None:
    """Relink returned quotes whose former lineage is unknown after a full relink."""
    Match.scored.filter(models.Q(a__in=quotes) | models.Q(b__in=quotes)).delete()
    Quote.objects.filter(pk__in=quotes).update(copy_of=None)
    link_quotes(list(Quote.objects.for_linking().filter(pk__in=quotes).order_by("pk")))


def log_changes(by: Any, changes: dict[Any, str]) -> None:
    """Write a message into the history of each row."""
    for message, rows in groupby(changes, key=changes.__getitem__):
        LogEntry.objects.log_actions(by.pk, list(rows), CHANGE, change_message=message)


def refresh_lineages(lineages: Iterable[Lineage], decision: Decision | None = None) -> None:
    """Bring the summaries of these lineages up to date, and record their revisions."""
    lineages = list(lineages)
    Lineage.objects.bulk_refresh_summaries(lineages)
    record_revisions(lineages, decision=decision)
