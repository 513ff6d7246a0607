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
from articles.engine.text.phrases import counted
from articles.models import (
    Article,
    Batch,
    IndirectQuote,
    Lineage,
    Match,
    Outlet,
    Printing,
    Quote,
    Speaker,
    SpeakerName,
    Unruled,
)
from articles.models.db.advisory_lock import wait_for_turn
from articles.models.ruling import NO_REMARK, Remark
from articles.services.linking.incremental import compared_anew, link_quotes
from articles.services.reclustering import rearrange
from articles.services.revisions import settle

Verb = Batch.Verb


class NotPossible(ValueError):  # noqa: N818 - it is an answer to the curator
    """What was asked cannot be done; the message says why."""


class Outdated(NotPossible):
    """What the curator saw is not how it stands; nothing was changed."""


@transaction.atomic
def merge_speakers(kept: Speaker, absorbed: Speaker, *, by: AbstractBaseUser, remark: Remark = NO_REMARK) -> Batch:
    """Let `absorbed` be `kept`. The address of `absorbed` leads to `kept` from then on.

    Raises NotPossible where they are one already, or one of them was merged before.
    """
    wait_for_turn()
    if kept == absorbed:
        raise NotPossible("A speaker cannot be merged into itself: choose two.")
    for speaker in (kept, absorbed):
        speaker.refresh_from_db()
        if speaker.merged_into:
            raise NotPossible(f"{speaker} was merged into {speaker.merged_into} already.")
    batch = Batch.objects.open(Verb.MERGE_SPEAKERS, by, remark)
    names, twice = _move_names(absorbed, kept)
    quotes = list(absorbed.quotes.values_list("pk", flat=True))
    earlier = list(absorbed.absorbed.values_list("pk", flat=True))
    told = list(IndirectQuote.objects.filter(speaker=absorbed).values_list("pk", flat=True))
    Quote.objects.filter(pk__in=quotes).update(speaker=kept)
    IndirectQuote.objects.filter(pk__in=told).update(speaker=kept)
    Speaker.objects.filter(pk__in=[*earlier, absorbed.pk]).update(merged_into=kept)
    _note(by, {absorbed: f"merged into {kept}", kept: f"absorbed {absorbed}"})
    data = {"kept": kept.pk, "absorbed": absorbed.pk, "names": names, "twice": twice, "quotes": quotes,
            "told": told, "earlier": earlier}  # fmt: skip
    return batch.close(f"{are(len(quotes), 'quotation')} now among those of {kept}.", data)


@transaction.atomic
def change_speaker(
    quotes: Sequence[Quote], name: str, *, by: AbstractBaseUser, remark: Remark = NO_REMARK, seen: str = ""
) -> Batch:
    """Let these quotes be attributed to whoever is printed as `name`; to nobody where it is empty.

    `seen` is how the one quote stood when the curator saw it (`version_of_quote`); empty, it does not matter.
    """
    wait_for_turn()
    for quote in quotes:
        quote.refresh_from_db(fields=_SEEN)
        see(seen, version_of_quote(quote))
    speaker = Speaker.objects.named(name) if name.strip() else None
    if name.strip() and speaker is None:
        raise NotPossible(f"\N{LEFT DOUBLE QUOTATION MARK}{name}\N{RIGHT DOUBLE QUOTATION MARK} names nobody.")
    batch = Batch.objects.open(Verb.SPEAKER, by, remark)
    before = {str(quote.pk): quote.speaker_id for quote in quotes}
    Quote.objects.filter(pk__in=before).update(speaker=speaker)
    _note(by, dict.fromkeys(quotes, f"attributed to {speaker or 'nobody'}"))
    said = f"{are(len(before), 'quotation')} now attributed to {speaker or 'nobody'}."
    return batch.close(said, {"before": before, "after": speaker.pk if speaker else None})


@transaction.atomic
def mark_boilerplate(quote: Quote, *, by: AbstractBaseUser, remark: Remark = NO_REMARK, seen: str = "") -> Batch:
    """Let a quotation stand in no lineage: it is a slogan, a caption, a phrase of the page."""
    wait_for_turn()
    quote.refresh_from_db(fields=_SEEN)
    see(seen, version_of_quote(quote))
    if quote.left_out:
        raise NotPossible("It stands in no lineage already.")
    batch = Batch.objects.open(Verb.BOILERPLATE, by, remark)
    _leave_out(batch, [quote.pk], Quote.LeftOut.BOILERPLATE, remark.note or _NO_QUOTATION)
    _note(by, {quote: "marked as boilerplate"})
    return batch.close("It stands in no lineage any more.", {"quotes": [quote.pk]})


@transaction.atomic
def withdraw(article: Article, because: str, *, by: AbstractBaseUser, remark: Remark = NO_REMARK) -> Batch:
    """Let an article's quotations stand in no lineage; `because` is what readers are told."""
    wait_for_turn()
    article.refresh_from_db(fields=["withdrawn"])
    if article.withdrawn:
        raise NotPossible("It was withdrawn already.")
    if not because.strip():
        raise NotPossible("Say why: readers who come by an old address are told.")
    batch = Batch.objects.open(Verb.WITHDRAW, by, remark)
    Article.objects.filter(pk=article.pk).update(withdrawn=timezone.now(), withdrawn_because=because)
    quotes = list(article.quotes.filter(left_out="").values_list("pk", flat=True))
    _leave_out(batch, quotes, Quote.LeftOut.WITHDRAWN, because)
    _note(by, {article: f"withdrawn: {because}"})
    said = f"The article is withdrawn; {are(len(quotes), 'quotation')} in no lineage any more."
    return batch.close(said, {"article": article.pk, "quotes": quotes, "because": because})


@transaction.atomic
def merge_outlets(kept: Outlet, absorbed: Outlet, *, by: AbstractBaseUser, remark: Remark = NO_REMARK) -> Batch:
    """Let what `absorbed` printed be printed by `kept`, to which its address and its name lead from then on.

    Raises NotPossible where one was merged before, or both hold the same text as articles of their own.
    """
    wait_for_turn()
    kept.refresh_from_db()
    absorbed.refresh_from_db()
    if kept == absorbed or kept.merged_into or absorbed.merged_into:
        raise NotPossible("Choose two outlets, neither of which was merged before.")
    twice = kept.articles.filter(text_key__in=absorbed.articles.values("text_key"))
    if twice.exists():
        raise NotPossible(f"Both hold the text of “{twice[0]}”.")
    batch = Batch.objects.open(Verb.MERGE_OUTLETS, by, remark)
    articles = list(absorbed.articles.values_list("pk", flat=True))
    earlier = list(absorbed.absorbed.values_list("pk", flat=True))
    _print_in(articles, kept)
    Outlet.objects.filter(pk__in=[*earlier, absorbed.pk]).update(merged_into=kept)
    _note(by, {absorbed: f"merged into {kept}", kept: f"absorbed {absorbed}"})
    data = {"kept": kept.pk, "absorbed": absorbed.pk, "articles": articles, "earlier": earlier}
    return batch.close(f"{are(len(articles), 'article')} now among those of {kept}.", data)


@transaction.atomic
def correct_date(
    article: Article, published: datetime | None, precision: str, *, by: AbstractBaseUser, remark: Remark = NO_REMARK
) -> Batch:
    """Put right when an article was printed; which printing is the earliest may change."""
    wait_for_turn()
    article.refresh_from_db()
    if published is None:
        precision = Article.Precision.UNKNOWN
    if precision not in Article.Precision.values:
        raise NotPossible("Say how exactly the date is known.")
    batch = Batch.objects.open(Verb.DATE, by, remark)
    before, after = _dated(article.published, article.precision), _dated(published, precision)
    _date(article.pk, after, batch)
    _note(by, {article: f"date put right: {before[0]} ({before[1]}) to {after[0]} ({after[1]})"})
    return batch.close("The date is put right.", {"article": article.pk, "before": before, "after": after})


@transaction.atomic
def correct_span(
    quote: Quote, start: int, end: int, *, by: AbstractBaseUser, remark: Remark = NO_REMARK, seen: str = ""
) -> Batch:
    """Put right where a quotation begins and ends in its article. It stays where it stands until linked anew."""
    wait_for_turn()
    quote = Quote.objects.select_related("article").get(pk=quote.pk)
    see(seen, version_of_quote(quote))
    if not 0 <= start < end <= len(quote.article.text) or not quote.article.text[start:end].strip():
        raise NotPossible("A quotation begins before it ends, and lies within its article.")
    if Quote.objects.filter(article=quote.article, start=start, end=end).exclude(pk=quote.pk).exists():
        raise NotPossible("There is such a quotation already.")
    batch = Batch.objects.open(Verb.SPAN, by, remark)
    data = {"quote": quote.pk, "before": [quote.start, quote.end], "after": [start, end]}
    _respan(quote, start, end, batch)
    _note(by, {quote: f"begins and ends at {start} and {end} of its article, not at {data['before']}"})
    return batch.close("The quotation is put right.", data)


_NO_QUOTATION = "It was found to be no quotation."
LATER_HOLDS = "Nothing moved: a later correction holds."
_SEEN = ("start", "end", "speaker", "left_out")


def version_of_quote(quote: Quote) -> str:
    """How a quotation stands: equal as long as nobody puts it right."""
    return f"{quote.start}-{quote.end}-{quote.speaker_id}-{quote.left_out}"


def see(seen: str, standing: str) -> None:
    """See that nothing has changed under the curator's eyes. Raises Outdated."""
    if seen and standing != seen:
        raise Outdated("Somebody has changed this since you opened the page: look again.")


def _leave_out(batch: Batch, quotes: list[int], why: str, because: str) -> None:
    Quote.objects.filter(pk__in=quotes).update(left_out=why)
    if quotes:
        rearrange(quotes, cause=batch, of=batch, because=because)


# --- taking back --------------------------------------------------------------------------------------------------


def take_back(batch: Batch, *, cause: Batch) -> str:
    """Put right what `batch` did, where it is not in force any more; do it again where it is. Says what came of it."""
    said = _BACK[Verb(batch.verb)](batch, cause)
    done = "done again" if batch.in_force else "taken back"
    _note(cause.by, {row: f"{done}: {batch.get_verb_display()}" for row in _put_right(batch)})
    return said


def _put_right(batch: Batch) -> Iterable[models.Model]:
    """The rows whose history tells of this batch, but for those that tell it themselves."""
    data, verb = batch.data, Verb(batch.verb)
    if verb in (Verb.DATE, Verb.WITHDRAW):
        return Article.objects.filter(pk=data["article"])
    quotes = {Verb.SPEAKER: data.get("before"), Verb.SPAN: [data.get("quote")], Verb.BOILERPLATE: data.get("quotes")}
    return Quote.objects.filter(pk__in=quotes.get(verb) or ())


def _speakers_back(batch: Batch, cause: Batch) -> str:
    data = batch.data
    kept, absorbed = (Speaker.objects.get(pk=data[name]) for name in ("kept", "absorbed"))
    kept = _where_it_leads(kept, absorbed, batch)
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
    _note(cause.by, {absorbed: f"parted from {kept}", kept: f"gave {absorbed} back"} if into is None else {})
    return f"{are(moved, 'quotation')} now among those of {to}."


def _speaker_back(batch: Batch, cause: Batch) -> str:
    quotes = batch.data["before"].keys()
    now: dict[str, int | None] = {}
    for each in Batch.objects.filter(verb=batch.verb, data__before__has_any_keys=list(quotes)).order_by("pk"):
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
    return f"The speaker of {counted(len(moved), 'quotation')} is as it was." if moved else LATER_HOLDS


def _boilerplate_back(batch: Batch, cause: Batch) -> str:
    return _stand_as_said(Quote.objects.filter(pk__in=batch.data["quotes"]), batch, cause, _NO_QUOTATION)


def _withdrawal_back(batch: Batch, cause: Batch) -> str:
    article = Article.objects.get(pk=batch.data["article"])
    holds = Batch.objects.filter(verb=Verb.WITHDRAW, in_force=True, data__article=article.pk).order_by("pk").last()
    article.withdrawn = (article.withdrawn or timezone.now()) if holds else None
    article.withdrawn_because = holds.data["because"] if holds else ""
    article.save(update_fields=["withdrawn", "withdrawn_because"])
    return _stand_as_said(article.quotes.all(), batch, cause, batch.data["because"])


def _stand_as_said(quotes: models.QuerySet[Quote], batch: Batch, cause: Batch, because: str) -> str:
    """Let `quotes` stand in lineages but for those that another batch in force, or their article, still keeps out."""
    rows = list(quotes.order_by("pk").values_list("pk", "left_out", "article__withdrawn"))
    marked = Batch.objects.filter(verb=Verb.BOILERPLATE, in_force=True)
    boilerplate = {pk for pk, _, _ in rows if marked.filter(data__quotes=[pk]).exists()}
    leaving: list[int] = []
    coming: list[int] = []
    for pk, before, withdrawn in rows:
        why = Quote.LeftOut.BOILERPLATE if pk in boilerplate else Quote.LeftOut.WITHDRAWN if withdrawn else ""
        Quote.objects.filter(pk=pk).exclude(left_out=why).update(left_out=why)
        if bool(before) != bool(why):
            (leaving if why else coming).append(pk)
    known = set(Unruled.objects.filter(quote__in=coming).values_list("quote", flat=True))
    if leaving or known:
        rearrange([*leaving, *known], cause=cause, of=batch, because=because)
    _link_anew(set(coming) - known)
    if not leaving and not coming:
        return "Nothing moved: something else keeps it as it is."
    return f"{are(len(leaving or coming), 'quotation')} {'out of' if leaving else 'in'} lineages again."


def _link_anew(quotes: Collection[int]) -> None:
    """Find relatives of quotes of which it is not kept where they stood: everything was linked anew since."""
    Match.objects.filter(models.Q(a__in=quotes) | models.Q(b__in=quotes)).delete()
    Quote.objects.filter(pk__in=quotes).update(copy_of=None)
    link_quotes(list(Quote.objects.compared().filter(pk__in=quotes).order_by("pk")))


def _outlets_back(batch: Batch, cause: Batch) -> str:
    data = batch.data
    kept, absorbed = (Outlet.objects.get(pk=data[name]) for name in ("kept", "absorbed"))
    kept = _where_it_leads(kept, absorbed, batch)
    to, into = (kept, kept) if batch.in_force else (absorbed, None)
    here = [data["kept"], kept, absorbed]
    articles = list(Article.objects.filter(pk__in=data["articles"], outlet__in=here).values_list("pk", flat=True))
    _print_in(articles, to)
    Outlet.objects.filter(pk=absorbed.pk).update(merged_into=into)
    Outlet.objects.filter(pk__in=data["earlier"], merged_into__in=here).update(merged_into=into or absorbed)
    return f"{are(len(articles), 'article')} now among those of {to}."


_Mergeable = TypeVar("_Mergeable", Speaker, Outlet)


def _where_it_leads(kept: _Mergeable, absorbed: _Mergeable, batch: Batch) -> _Mergeable:
    """What `kept` is part of by now. Raises NotPossible where doing it again would lead elsewhere or in a circle."""
    now = kept.merged_into or kept
    if batch.in_force and (absorbed.merged_into or now == absorbed):
        raise NotPossible(f"{absorbed} and {kept} were merged otherwise since: take that back first.")
    return now


def _date_back(batch: Batch, cause: Batch) -> str:
    article, now = Article.objects.get(pk=batch.data["article"]), _as_corrected(batch, "article")
    if _dated(article.published, article.precision) == now:
        return LATER_HOLDS
    _date(article.pk, now, cause)
    return "The date is as it was."


def _span_back(batch: Batch, cause: Batch) -> str:
    quote = Quote.objects.select_related("article").get(pk=batch.data["quote"])
    start, end = _as_corrected(batch, "quote")
    if (quote.start, quote.end) == (start, end):
        return LATER_HOLDS
    _respan(quote, start, end, cause)
    return "The quotation is as it was."


def _as_corrected(batch: Batch, of: str) -> list[Any]:
    """What the newest correction in force says of the row that `batch` names; where none is, what was found first."""
    same = Batch.objects.filter(verb=batch.verb, **{f"data__{of}": batch.data[of]}).order_by("pk")
    newest = same.filter(in_force=True).last()
    found: list[Any] = newest.data["after"] if newest else same[0].data["before"]
    return found


_BACK: dict[Verb, Callable[[Batch, Batch], str]] = {
    Verb.MERGE_SPEAKERS: _speakers_back,
    Verb.SPEAKER: _speaker_back,
    Verb.MERGE_OUTLETS: _outlets_back,
    Verb.DATE: _date_back,
    Verb.SPAN: _span_back,
    Verb.BOILERPLATE: _boilerplate_back,
    Verb.WITHDRAW: _withdrawal_back,
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


def _print_in(articles: Collection[int], outlet: Outlet) -> None:
    Article.objects.filter(pk__in=articles).update(outlet=outlet)
    _refresh(Lineage.objects.filter(printings__quote__article__in=articles).distinct())


def _refresh(lineages: Iterable[Lineage], batch: Batch | None = None) -> None:
    """Bring up to date what lists show of these lineages, and keep how they stand."""
    lineages = list(lineages)
    Lineage.objects.refresh_each(lineages)
    settle(lineages, batch=batch)


def _dated(published: datetime | None, precision: str) -> list[str | None]:
    return [published.isoformat() if published else None, precision]


def _date(article: int, dated: list[str | None], batch: Batch) -> None:
    published, precision = dated
    when = datetime.fromisoformat(published) if published else None
    Article.objects.filter(pk=article).update(published=when, precision=precision)
    _refresh(Lineage.objects.filter(printings__quote__article=article).distinct(), batch)


def _respan(quote: Quote, start: int, end: int, batch: Batch) -> None:
    """Give the quote other words of its article; what it matches is compared anew, copies become ones no more."""
    length = quote.end - quote.start
    partners = Quote.objects.filter(models.Q(matches_as_a__b=quote) | models.Q(matches_as_b__a=quote)).distinct()
    near = list(Quote.objects.compared().filter(models.Q(pk__in=partners) | models.Q(pk=quote.copy_of_id)))
    copies = list(Quote.objects.compared().filter(copy_of=quote).order_by("pk"))
    for copy in copies:
        copy.copy_of_id = copies[0].pk if copy != copies[0] else None
    Quote.objects.bulk_update(copies, ["copy_of"])
    Match.objects.filter(models.Q(a=quote) | models.Q(b=quote)).delete()
    quote.start, quote.end, quote.text, quote.copy_of = start, end, quote.article.text[start:end], None
    quote.folded = fold(quote.text)
    quote.save()
    Match.objects.store(compared_anew(quote, {other.pk: other for other in [*near, *copies[:1]]}.values()))
    for rows in (Printing.objects.filter(quote=quote), Unruled.objects.filter(quote=quote)):
        rows.filter(start=0, end=length).update(end=end - start)
        rows.filter(end__gt=end - start).update(start=0, end=end - start)
    Unruled.objects.filter(quote=quote).update(copy_of=None)
    _refresh(Lineage.objects.filter(printings__quote=quote), batch)


def are(count: int, thing: str) -> str:
    """So many of them, with the verb: "1 quotation is", "2 quotations are"."""
    return f"{counted(count, thing)} {'is' if count == 1 else 'are'}"


def _note(by: Any, changes: dict[Any, str]) -> None:
    """Keep it in each row's history."""
    for change, rows in groupby(changes, key=changes.__getitem__):
        LogEntry.objects.log_actions(by.pk, list(rows), CHANGE, change_message=change)
