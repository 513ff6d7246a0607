"""What may a curator put right in what was found?

Two speakers who are one person: "the Foreign Ministry" and "Russia's Foreign Ministry", or a name that one article
misspelt. `merge_speakers` brings their quotes and names together; articles that come in later find the right one by
any of the names. A quotation that is no quotation but a slogan on every page is marked as boilerplate, an article that
its outlet took back is withdrawn: both leave their lineages, and a code under which nothing is left says so.

Each is one transaction and leaves a batch, from which it can be taken back. Left to others: rulings on printings
(`curation`), who is meant in one article (`engine.extraction`), the form in which it is asked (`admin`).
"""

from collections.abc import Callable, Collection, Iterable, Sequence
from datetime import datetime
from itertools import groupby
from typing import Any, TypeVar

from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.auth.models import AbstractBaseUser
from django.db import models, transaction
from django.utils import timezone

from articles.engine.text.normalization import fold
from articles.engine.text.phrases import count_phrase
from articles.models import (
    Article,
    BaselineMembership,
    Decision,
    IndirectQuote,
    Lineage,
    Match,
    Outlet,
    Printing,
    Quote,
    Speaker,
    SpeakerName,
)
from articles.models.db.advisory_lock import acquire_lock
from articles.models.ruling import NO_REMARK, DecisionRemark
from articles.services.linking.incremental import link_quotes
from articles.services.linking.matching import rematch
from articles.services.reclustering import recluster
from articles.services.revisions import record_revisions

Verb = Decision.Verb


class CurationError(ValueError):
    """What was asked cannot be done; the message says why."""


class StaleVersionError(CurationError):
    """What the curator saw is not how it stands; nothing was changed."""


@transaction.atomic
def merge_speakers(
    kept: Speaker, absorbed: Speaker, *, by: AbstractBaseUser, remark: DecisionRemark = NO_REMARK
) -> Decision:
    """Let `absorbed` be `kept`. The address of `absorbed` leads to `kept` from then on.

    Raises NotPossible where they are one already, or one of them was merged before.
    """
    acquire_lock()
    if kept == absorbed:
        raise CurationError("A speaker cannot be merged into itself: choose two.")
    for speaker in (kept, absorbed):
        speaker.refresh_from_db()
        if speaker.merged_into:
            raise CurationError(f"{speaker} was merged into {speaker.merged_into} already.")
    batch = Decision.objects.start(Verb.MERGE_SPEAKERS, by, remark)
    names, twice = _move_names(absorbed, kept)
    quotes = list(absorbed.quotes.values_list("pk", flat=True))
    earlier = list(absorbed.absorbed.values_list("pk", flat=True))
    told = list(IndirectQuote.objects.filter(speaker=absorbed).values_list("pk", flat=True))
    Quote.objects.filter(pk__in=quotes).update(speaker=kept)
    IndirectQuote.objects.filter(pk__in=told).update(speaker=kept)
    Speaker.objects.filter(pk__in=[*earlier, absorbed.pk]).update(merged_into=kept)
    _log_changes(by, {absorbed: f"merged into {kept}", kept: f"absorbed {absorbed}"})
    data = {"kept": kept.pk, "absorbed": absorbed.pk, "names": names, "twice": twice, "quotes": quotes,
            "told": told, "earlier": earlier}  # fmt: skip
    return batch.complete(f"{count_phrase_with_verb(len(quotes), 'quotation')} now among those of {kept}.", data)


@transaction.atomic
def change_speaker(
    quotes: Sequence[Quote],
    name: str,
    *,
    by: AbstractBaseUser,
    remark: DecisionRemark = NO_REMARK,
    seen_version: str = "",
) -> Decision:
    """Let these quotes be attributed to whoever is printed as `name`; to nobody where it is empty.

    `seen` is how the one quote stood when the curator saw it (`get_quote_version`); empty, it does not matter.
    """
    acquire_lock()
    for quote in quotes:
        quote.refresh_from_db(fields=_VERSIONED_FIELDS)
        require_version(seen_version, get_quote_version(quote))
    speaker = Speaker.objects.get_or_create_by_name(name) if name.strip() else None
    if name.strip() and speaker is None:
        raise CurationError(f"\N{LEFT DOUBLE QUOTATION MARK}{name}\N{RIGHT DOUBLE QUOTATION MARK} names nobody.")
    batch = Decision.objects.start(Verb.SPEAKER, by, remark)
    before = {str(quote.pk): quote.speaker_id for quote in quotes}
    Quote.objects.filter(pk__in=before).update(speaker=speaker)
    _log_changes(by, dict.fromkeys(quotes, f"attributed to {speaker or 'nobody'}"))
    said = f"{count_phrase_with_verb(len(before), 'quotation')} now attributed to {speaker or 'nobody'}."
    return batch.complete(said, {"before": before, "after": speaker.pk if speaker else None})


@transaction.atomic
def mark_boilerplate(
    quote: Quote, *, by: AbstractBaseUser, remark: DecisionRemark = NO_REMARK, seen_version: str = ""
) -> Decision:
    """Let a quotation stand in no lineage: it is a slogan, a caption, a phrase of the page."""
    acquire_lock()
    quote.refresh_from_db(fields=_VERSIONED_FIELDS)
    require_version(seen_version, get_quote_version(quote))
    if quote.left_out:
        raise CurationError("It stands in no lineage already.")
    batch = Decision.objects.start(Verb.BOILERPLATE, by, remark)
    _exclude_quotes(batch, [quote.pk], Quote.Exclusion.BOILERPLATE, remark.note or _NO_QUOTATION)
    _log_changes(by, {quote: "marked as boilerplate"})
    return batch.complete("It stands in no lineage any more.", {"quotes": [quote.pk]})


@transaction.atomic
def withdraw(article: Article, reason: str, *, by: AbstractBaseUser, remark: DecisionRemark = NO_REMARK) -> Decision:
    """Let an article's quotations stand in no lineage; `because` is what readers are told."""
    acquire_lock()
    article.refresh_from_db(fields=["withdrawn"])
    if article.withdrawn:
        raise CurationError("It was withdrawn already.")
    if not reason.strip():
        raise CurationError("Say why: readers who come by an old address are told.")
    batch = Decision.objects.start(Verb.WITHDRAW, by, remark)
    Article.objects.filter(pk=article.pk).update(withdrawn=timezone.now(), withdrawn_because=reason)
    quotes = list(article.quotes.filter(left_out="").values_list("pk", flat=True))
    _exclude_quotes(batch, quotes, Quote.Exclusion.WITHDRAWN, reason)
    _log_changes(by, {article: f"withdrawn: {reason}"})
    said = f"The article is withdrawn; {count_phrase_with_verb(len(quotes), 'quotation')} in no lineage any more."
    return batch.complete(said, {"article": article.pk, "quotes": quotes, "because": reason})


@transaction.atomic
def merge_outlets(
    kept: Outlet, absorbed: Outlet, *, by: AbstractBaseUser, remark: DecisionRemark = NO_REMARK
) -> Decision:
    """Let what `absorbed` printed be printed by `kept`, to which its address and its name lead from then on.

    Raises NotPossible where one was merged before, or both hold the same text as articles of their own.
    """
    acquire_lock()
    kept.refresh_from_db()
    absorbed.refresh_from_db()
    if kept == absorbed or kept.merged_into or absorbed.merged_into:
        raise CurationError("Choose two outlets, neither of which was merged before.")
    twice = kept.articles.filter(text_key__in=absorbed.articles.values("text_key"))
    if twice.exists():
        raise CurationError(f"Both hold the text of “{twice[0]}”.")
    batch = Decision.objects.start(Verb.MERGE_OUTLETS, by, remark)
    articles = list(absorbed.articles.values_list("pk", flat=True))
    earlier = list(absorbed.absorbed.values_list("pk", flat=True))
    _move_articles(articles, kept)
    Outlet.objects.filter(pk__in=[*earlier, absorbed.pk]).update(merged_into=kept)
    _log_changes(by, {absorbed: f"merged into {kept}", kept: f"absorbed {absorbed}"})
    data = {"kept": kept.pk, "absorbed": absorbed.pk, "articles": articles, "earlier": earlier}
    return batch.complete(f"{count_phrase_with_verb(len(articles), 'article')} now among those of {kept}.", data)


@transaction.atomic
def correct_date(
    article: Article,
    published: datetime | None,
    precision: str,
    *,
    by: AbstractBaseUser,
    remark: DecisionRemark = NO_REMARK,
) -> Decision:
    """Put right when an article was printed; which printing is the earliest may change."""
    acquire_lock()
    article.refresh_from_db()
    if published is None:
        precision = Article.Precision.UNKNOWN
    if precision not in Article.Precision.values:
        raise CurationError("Say how exactly the date is known.")
    batch = Decision.objects.start(Verb.DATE, by, remark)
    before, after = _serialize_date(article.published, article.precision), _serialize_date(published, precision)
    _set_date(article.pk, after, batch)
    _log_changes(by, {article: f"date put right: {before[0]} ({before[1]}) to {after[0]} ({after[1]})"})
    return batch.complete("The date is put right.", {"article": article.pk, "before": before, "after": after})


@transaction.atomic
def correct_span(
    quote: Quote,
    start: int,
    end: int,
    *,
    by: AbstractBaseUser,
    remark: DecisionRemark = NO_REMARK,
    seen_version: str = "",
) -> Decision:
    """Put right where a quotation begins and ends in its article. It stays where it stands until linked anew."""
    acquire_lock()
    quote = Quote.objects.select_related("article").get(pk=quote.pk)
    require_version(seen_version, get_quote_version(quote))
    if not 0 <= start < end <= len(quote.article.text) or not quote.article.text[start:end].strip():
        raise CurationError("A quotation begins before it ends, and lies within its article.")
    if Quote.objects.filter(article=quote.article, start=start, end=end).exclude(pk=quote.pk).exists():
        raise CurationError("There is such a quotation already.")
    batch = Decision.objects.start(Verb.SPAN, by, remark)
    data = {"quote": quote.pk, "before": [quote.start, quote.end], "after": [start, end]}
    _set_span(quote, start, end, batch)
    _log_changes(by, {quote: f"begins and ends at {start} and {end} of its article, not at {data['before']}"})
    return batch.complete("The quotation is put right.", data)


_NO_QUOTATION = "It was found to be no quotation."
LATER_HOLDS = "Nothing moved: a later correction holds."
_VERSIONED_FIELDS = ("start", "end", "speaker", "left_out")


def get_quote_version(quote: Quote) -> str:
    """How a quotation stands: equal as long as nobody puts it right."""
    return f"{quote.start}-{quote.end}-{quote.speaker_id}-{quote.left_out}"


def require_version(seen: str, standing: str) -> None:
    """See that nothing has changed under the curator's eyes. Raises Outdated."""
    if seen and standing != seen:
        raise StaleVersionError("Somebody has changed this since you opened the page: look again.")


def _exclude_quotes(batch: Decision, quotes: list[int], why: str, because: str) -> None:
    Quote.objects.filter(pk__in=quotes).update(left_out=why)
    if quotes:
        recluster(quotes, cause=batch, decision=batch, reason=because)


# --- taking back --------------------------------------------------------------------------------------------------


def revert(batch: Decision, *, cause: Decision) -> str:
    """Put right what `batch` did, where it is not in force any more; do it again where it is. Says what came of it."""
    said = _REVERTERS[Verb(batch.verb)](batch, cause)
    done = "done again" if batch.in_force else "taken back"
    _log_changes(cause.by, {row: f"{done}: {batch.get_verb_display()}" for row in _find_corrected_rows(batch)})
    return said


def _find_corrected_rows(batch: Decision) -> Iterable[models.Model]:
    """The rows whose history tells of this batch, but for those that tell it themselves."""
    data, verb = batch.data, Verb(batch.verb)
    if verb in (Verb.DATE, Verb.WITHDRAW):
        return Article.objects.filter(pk=data["article"])
    quotes = {Verb.SPEAKER: data.get("before"), Verb.SPAN: [data.get("quote")], Verb.BOILERPLATE: data.get("quotes")}
    return Quote.objects.filter(pk__in=quotes.get(verb) or ())


def _revert_speaker_merge(batch: Decision, cause: Decision) -> str:
    data = batch.data
    kept, absorbed = (Speaker.objects.get(pk=data[name]) for name in ("kept", "absorbed"))
    kept = _resolve_merge_target(kept, absorbed, batch)
    to, into = (kept, kept) if batch.in_force else (absorbed, None)
    here = [data["kept"], kept, absorbed]  # what another batch has taken elsewhere since is left there
    SpeakerName.objects.filter(pk__in=data["names"], speaker__in=here).update(speaker=to)
    if batch.in_force:
        SpeakerName.objects.filter(speaker=absorbed, name__in=data["twice"]).delete()
    else:
        for name in data["twice"]:
            absorbed.names.get_or_create(name=name)
    moved = Quote.objects.filter(pk__in=data["quotes"], speaker__in=here).update(speaker=to)
    IndirectQuote.objects.filter(pk__in=data["told"], speaker__in=here).update(speaker=to)
    Speaker.objects.filter(pk=absorbed.pk).update(merged_into=into)
    Speaker.objects.filter(pk__in=data["earlier"], merged_into__in=here).update(merged_into=into or absorbed)
    _log_changes(cause.by, {absorbed: f"parted from {kept}", kept: f"gave {absorbed} back"} if into is None else {})
    return f"{count_phrase_with_verb(moved, 'quotation')} now among those of {to}."


def _revert_speaker_change(batch: Decision, cause: Decision) -> str:
    quotes = batch.data["before"].keys()
    now: dict[str, int | None] = {}
    for each in Decision.objects.filter(verb=batch.verb, data__before__has_any_keys=list(quotes)).order_by("pk"):
        now = {quote: speaker for quote, speaker in each.data["before"].items() if quote in quotes} | now
        now |= dict.fromkeys(quotes & each.data["before"].keys(), each.data["after"]) if each.in_force else {}
    merged = dict(Speaker.objects.filter(pk__in=[pk for pk in now.values() if pk]).values_list("pk", "merged_into"))
    moved = []
    for quote in Quote.objects.filter(pk__in=now).only("speaker"):
        speaker = now[str(quote.pk)]
        speaker = merged.get(speaker or 0) or speaker
        if quote.speaker_id != speaker:
            quote.speaker_id = speaker
            moved.append(quote)
    Quote.objects.bulk_update(moved, ["speaker"])
    return f"The speaker of {count_phrase(len(moved), 'quotation')} is as it was." if moved else LATER_HOLDS


def _revert_boilerplate(batch: Decision, cause: Decision) -> str:
    return _apply_exclusions(Quote.objects.filter(pk__in=batch.data["quotes"]), batch, cause, _NO_QUOTATION)


def _revert_withdrawal(batch: Decision, cause: Decision) -> str:
    article = Article.objects.get(pk=batch.data["article"])
    holds = Decision.objects.filter(verb=Verb.WITHDRAW, in_force=True, data__article=article.pk).order_by("pk").last()
    article.withdrawn = (article.withdrawn or timezone.now()) if holds else None
    article.withdrawn_because = holds.data["because"] if holds else ""
    article.save(update_fields=["withdrawn", "withdrawn_because"])
    return _apply_exclusions(article.quotes.all(), batch, cause, batch.data["because"])


def _apply_exclusions(quotes: models.QuerySet[Quote], batch: Decision, cause: Decision, because: str) -> str:
    """Let `quotes` stand in lineages but for those that another batch in force, or their article, still keeps out."""
    rows = list(quotes.order_by("pk").values_list("pk", "left_out", "article__withdrawn"))
    marked = Decision.objects.filter(verb=Verb.BOILERPLATE, in_force=True)
    boilerplate = {pk for pk, _, _ in rows if marked.filter(data__quotes=[pk]).exists()}
    leaving: list[int] = []
    coming: list[int] = []
    for pk, before, withdrawn in rows:
        why = Quote.Exclusion.BOILERPLATE if pk in boilerplate else Quote.Exclusion.WITHDRAWN if withdrawn else ""
        Quote.objects.filter(pk=pk).exclude(left_out=why).update(left_out=why)
        if bool(before) != bool(why):
            (leaving if why else coming).append(pk)
    known = set(BaselineMembership.objects.filter(quote__in=coming).values_list("quote", flat=True))
    if leaving or known:
        recluster([*leaving, *known], cause=cause, decision=batch, reason=because)
    _relink_quotes(set(coming) - known)
    if not leaving and not coming:
        return "Nothing moved: something else keeps it as it is."
    return (
        f"{count_phrase_with_verb(len(leaving or coming), 'quotation')} {'out of' if leaving else 'in'} lineages again."
    )


def _relink_quotes(quotes: Collection[int]) -> None:
    """Find relatives of quotes of which it is not kept where they stood: everything was linked anew since."""
    Match.objects.filter(models.Q(a__in=quotes) | models.Q(b__in=quotes)).delete()
    Quote.objects.filter(pk__in=quotes).update(copy_of=None)
    link_quotes(list(Quote.objects.for_linking().filter(pk__in=quotes).order_by("pk")))


def _revert_outlet_merge(batch: Decision, cause: Decision) -> str:
    data = batch.data
    kept, absorbed = (Outlet.objects.get(pk=data[name]) for name in ("kept", "absorbed"))
    kept = _resolve_merge_target(kept, absorbed, batch)
    to, into = (kept, kept) if batch.in_force else (absorbed, None)
    here = [data["kept"], kept, absorbed]
    articles = list(Article.objects.filter(pk__in=data["articles"], outlet__in=here).values_list("pk", flat=True))
    _move_articles(articles, to)
    Outlet.objects.filter(pk=absorbed.pk).update(merged_into=into)
    Outlet.objects.filter(pk__in=data["earlier"], merged_into__in=here).update(merged_into=into or absorbed)
    return f"{count_phrase_with_verb(len(articles), 'article')} now among those of {to}."


_Mergeable = TypeVar("_Mergeable", Speaker, Outlet)


def _resolve_merge_target(kept: _Mergeable, absorbed: _Mergeable, batch: Decision) -> _Mergeable:
    """What `kept` is part of by now. Raises NotPossible where doing it again would lead elsewhere or in a circle."""
    now = kept.merged_into or kept
    if batch.in_force and (absorbed.merged_into or now == absorbed):
        raise CurationError(f"{absorbed} and {kept} were merged otherwise since: take that back first.")
    return now


def _revert_date(batch: Decision, cause: Decision) -> str:
    article, now = Article.objects.get(pk=batch.data["article"]), _get_corrected_value(batch, "article")
    if _serialize_date(article.published, article.precision) == now:
        return LATER_HOLDS
    _set_date(article.pk, now, cause)
    return "The date is as it was."


def _revert_span(batch: Decision, cause: Decision) -> str:
    quote = Quote.objects.select_related("article").get(pk=batch.data["quote"])
    start, end = _get_corrected_value(batch, "quote")
    if (quote.start, quote.end) == (start, end):
        return LATER_HOLDS
    _set_span(quote, start, end, cause)
    return "The quotation is as it was."


def _get_corrected_value(batch: Decision, of: str) -> list[Any]:
    """What the newest correction in force says of the row that `batch` names; where none is, what was found first."""
    same = Decision.objects.filter(verb=batch.verb, **{f"data__{of}": batch.data[of]}).order_by("pk")
    newest = same.filter(in_force=True).last()
    found: list[Any] = newest.data["after"] if newest else same[0].data["before"]
    return found


_REVERTERS: dict[Verb, Callable[[Decision, Decision], str]] = {
    Verb.MERGE_SPEAKERS: _revert_speaker_merge,
    Verb.SPEAKER: _revert_speaker_change,
    Verb.MERGE_OUTLETS: _revert_outlet_merge,
    Verb.DATE: _revert_date,
    Verb.SPAN: _revert_span,
    Verb.BOILERPLATE: _revert_boilerplate,
    Verb.WITHDRAW: _revert_withdrawal,
    Verb.CONFIRM: lambda batch, cause: "Nothing moved.",
    Verb.IMPORT: lambda batch, cause: "Nothing moved.",
    Verb.SECOND: lambda batch, cause: "The second opinion is wanted again.",
    Verb.GOLD: lambda batch, cause: "It is asked again.",
}


# --- steps --------------------------------------------------------------------------------------------------------


def _move_names(absorbed: Speaker, kept: Speaker) -> tuple[list[int], list[str]]:
    """The names that moved, and those that both had."""
    known = set(kept.names.values_list("name", flat=True))
    theirs = SpeakerName.objects.filter(speaker=absorbed)
    twice = [name for name in theirs.values_list("name", flat=True) if name in known]
    theirs.filter(name__in=twice).delete()
    names = list(theirs.values_list("pk", flat=True))
    SpeakerName.objects.filter(pk__in=names).update(speaker=kept)
    return names, twice


def _move_articles(articles: Collection[int], outlet: Outlet) -> None:
    Article.objects.filter(pk__in=articles).update(outlet=outlet)
    _refresh_lineages(Lineage.objects.filter(printings__quote__article__in=articles).distinct())


def _refresh_lineages(lineages: Iterable[Lineage], batch: Decision | None = None) -> None:
    """Bring up to date what lists show of these lineages, and keep how they stand."""
    lineages = list(lineages)
    Lineage.objects.bulk_refresh_summaries(lineages)
    record_revisions(lineages, decision=batch)


def _serialize_date(published: datetime | None, precision: str) -> list[str | None]:
    return [published.isoformat() if published else None, precision]


def _set_date(article: int, dated: list[str | None], batch: Decision) -> None:
    published, precision = dated
    when = datetime.fromisoformat(published) if published else None
    Article.objects.filter(pk=article).update(published=when, precision=precision)
    _refresh_lineages(Lineage.objects.filter(printings__quote__article=article).distinct(), batch)


def _set_span(quote: Quote, start: int, end: int, batch: Decision) -> None:
    """Give the quote other words of its article; what it matches is compared anew, copies become ones no more."""
    length = quote.end - quote.start
    partners = Quote.objects.filter(models.Q(matches_as_a__b=quote) | models.Q(matches_as_b__a=quote)).distinct()
    near = list(Quote.objects.for_linking().filter(models.Q(pk__in=partners) | models.Q(pk=quote.copy_of_id)))
    copies = list(Quote.objects.for_linking().filter(copy_of=quote).order_by("pk"))
    for copy in copies:
        copy.copy_of_id = copies[0].pk if copy != copies[0] else None
    Quote.objects.bulk_update(copies, ["copy_of"])
    Match.objects.filter(models.Q(a=quote) | models.Q(b=quote)).delete()
    quote.start, quote.end, quote.text, quote.copy_of = start, end, quote.article.text[start:end], None
    quote.folded = fold(quote.text)
    quote.save()
    Match.objects.bulk_insert(rematch(quote, {other.pk: other for other in [*near, *copies[:1]]}.values()))
    for rows in (Printing.objects.filter(quote=quote), BaselineMembership.objects.filter(quote=quote)):
        rows.filter(start=0, end=length).update(end=end - start)
        rows.filter(end__gt=end - start).update(start=0, end=end - start)
    BaselineMembership.objects.filter(quote=quote).update(copy_of=None)
    _refresh_lineages(Lineage.objects.filter(printings__quote=quote), batch)


def count_phrase_with_verb(count: int, thing: str) -> str:
    """So many of them, with the verb: "1 quotation is", "2 quotations are"."""
    return f"{count_phrase(count, thing)} {'is' if count == 1 else 'are'}"


def _log_changes(by: Any, changes: dict[Any, str]) -> None:
    """Keep it in each row's history."""
    for change, rows in groupby(changes, key=changes.__getitem__):
        LogEntry.objects.log_actions(by.pk, list(rows), CHANGE, change_message=change)
