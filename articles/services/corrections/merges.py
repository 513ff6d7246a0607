"""Corrections of speakers and outlets: merge two into one."""

from typing import Any, NamedTuple, TypeVar

from django.db import models, transaction

from articles.engine.text.phrases import count_phrase_with_verb
from articles.models import Article, Decision, IndirectQuote, Lineage, Outlet, Quote, Speaker, SpeakerName
from articles.models.db.advisory_lock import acquire_lock
from articles.models.decision import NO_REMARK, Curator, DecisionRemark
from articles.services.corrections.articles import log_changes, refresh_lineages
from articles.services.exceptions import CurationError
from articles.services.search_index import update_index

MergeableT = TypeVar("MergeableT", Speaker, Outlet)


@transaction.atomic
def merge_speakers(target: Speaker, absorbed: Speaker, *, by: Curator, remark: DecisionRemark = NO_REMARK) -> Decision:
    """Merge `absorbed` into `target`; the address of `absorbed` redirects to `target` from then on.

    Raises CurationError where they are one already, or one of them was merged before.
    """
    if target == absorbed:
        raise CurationError("A speaker cannot be merged into itself. Choose two speakers.")
    acquire_lock()
    for speaker in (target, absorbed):
        speaker.refresh_from_db()
        if speaker.merged_into:
            raise CurationError(f"{speaker} is already merged into {speaker.merged_into}.")
    decision = Decision.objects.start(Decision.Verb.MERGE_SPEAKERS, by, remark)
    names, shared_names = _move_names(absorbed, target)
    quotes = _list_numbers(Quote.objects.filter(speaker=absorbed))
    indirect_quotes = _list_numbers(IndirectQuote.objects.filter(speaker=absorbed))
    Quote.objects.filter(pk__in=quotes).update(speaker=target)
    update_index(quotes)
    IndirectQuote.objects.filter(pk__in=indirect_quotes).update(speaker=target)
    moved = {"names": names, "twice": shared_names, "quotes": quotes, "told": indirect_quotes}
    data = _redirect_merged(target, absorbed, by, moved)
    return decision.complete(f"{count_phrase_with_verb(len(quotes), 'quotation')} now attributed to {target}.", data)


def _move_names(absorbed: Speaker, target: Speaker) -> tuple[list[int], list[str]]:
    """Give the names of `absorbed` to `target`; return the names that moved, and those that both had."""
    known = set(target.names.values_list("name", flat=True))
    names = SpeakerName.objects.filter(speaker=absorbed)
    shared = [name for name in names.values_list("name", flat=True) if name in known]
    names.filter(name__in=shared).delete()
    moved = _list_numbers(names)
    SpeakerName.objects.filter(pk__in=moved).update(speaker=target)
    return moved, shared


@transaction.atomic
def merge_outlets(target: Outlet, absorbed: Outlet, *, by: Curator, remark: DecisionRemark = NO_REMARK) -> Decision:
    """Merge `absorbed` into `target`; its address and its name lead to `target` from then on.

    Raises CurationError where one was merged before, or both hold the same text as articles of their own.
    """
    acquire_lock()
    target.refresh_from_db()
    absorbed.refresh_from_db()
    if target == absorbed or target.merged_into or absorbed.merged_into:
        raise CurationError("Choose two outlets that are not merged into another.")
    same_text = target.articles.filter(text_key__in=absorbed.articles.values("text_key"))
    if same_text.exists():
        raise CurationError(f"Both outlets have an article with the text of “{same_text[0]}”.")
    decision = Decision.objects.start(Decision.Verb.MERGE_OUTLETS, by, remark)
    articles = _list_numbers(absorbed.articles.all())
    _move_articles(articles, target)
    data = _redirect_merged(target, absorbed, by, {"articles": articles})
    return decision.complete(f"{count_phrase_with_verb(len(articles), 'article')} now listed under {target}.", data)


def _move_articles(articles: list[int], outlet: Outlet) -> None:
    Article.objects.filter(pk__in=articles).update(outlet=outlet)
    update_index(Quote.objects.filter(article__in=articles).values_list("pk", flat=True))
    refresh_lineages(Lineage.objects.filter(printings__quote__article__in=articles).distinct())


def _list_numbers(rows: models.QuerySet[Any]) -> list[int]:
    return list(rows.values_list("pk", flat=True))


def _redirect_merged(target: MergeableT, absorbed: MergeableT, by: Curator, moved: dict[str, Any]) -> dict[str, Any]:
    """Let `absorbed`, and all that was merged into it, lead to `target`; return the data of the decision."""
    earlier: list[int] = _list_numbers(absorbed.absorbed.all())
    type(target).objects.filter(pk__in=[*earlier, absorbed.pk]).update(merged_into=target)
    log_changes(by, {absorbed: f"merged into {target}", target: f"absorbed {absorbed}"})
    return {"kept": target.pk, "absorbed": absorbed.pk, **moved, "earlier": earlier}


class _RevertedMerge(NamedTuple):
    """The two rows of a merge, which of them what has moved belongs to, and where it may be found."""

    target: Any
    absorbed: Any
    owner: Any
    here: list[Any]  # what another decision has moved elsewhere since stays there


def _revert_merge(model: type[MergeableT], decision: Decision) -> _RevertedMerge:
    """Part two rows again, or merge them again, without what belongs to them.

    Raises CurationError where merging them again would lead elsewhere or in a circle.
    """
    kept, absorbed = (model.objects.get(pk=decision.data[name]) for name in ("kept", "absorbed"))
    target = kept.merged_into or kept
    if decision.in_force and (absorbed.merged_into or target == absorbed):
        raise CurationError(f"{absorbed} or {kept} has been merged again since. Undo that merge first.")
    owner = target if decision.in_force else absorbed
    here = [kept, target, absorbed]
    model.objects.filter(pk=absorbed.pk).update(merged_into=target if decision.in_force else None)
    model.objects.filter(pk__in=decision.data["earlier"], merged_into__in=here).update(merged_into=owner)
    return _RevertedMerge(target, absorbed, owner, here)


def revert_outlet_merge(decision: Decision, cause: Decision) -> str:
    """Part two outlets again, or merge them again; return what came of it."""
    merge = _revert_merge(Outlet, decision)
    articles = _list_numbers(Article.objects.filter(pk__in=decision.data["articles"], outlet__in=merge.here))
    _move_articles(articles, merge.owner)
    return f"{count_phrase_with_verb(len(articles), 'article')} now listed under {merge.owner}."


def revert_speaker_merge(decision: Decision, cause: Decision) -> str:
    """Part two speakers again, or merge them again; return what came of it."""
    data, merge = decision.data, _revert_merge(Speaker, decision)
    SpeakerName.objects.filter(pk__in=data["names"], speaker__in=merge.here).update(speaker=merge.owner)
    if decision.in_force:
        SpeakerName.objects.filter(speaker=merge.absorbed, name__in=data["twice"]).delete()
    else:
        for name in data["twice"]:
            merge.absorbed.names.get_or_create(name=name)
        log_changes(
            cause.by,
            {merge.absorbed: f"separated from {merge.target}", merge.target: f"separated from {merge.absorbed}"},
        )
    moved = Quote.objects.filter(pk__in=data["quotes"], speaker__in=merge.here).update(speaker=merge.owner)
    update_index(data["quotes"])
    IndirectQuote.objects.filter(pk__in=data["told"], speaker__in=merge.here).update(speaker=merge.owner)
    return f"{count_phrase_with_verb(moved, 'quotation')} now attributed to {merge.owner}."
