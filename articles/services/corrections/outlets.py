"""Corrections of outlets: merge two into one."""

from collections.abc import Collection

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction

from articles.models import Article, Decision, Lineage, Outlet
from articles.models.db.advisory_lock import acquire_lock
from articles.models.decision import NO_REMARK, DecisionRemark
from articles.services.corrections.base import (
    count_phrase_with_verb,
    log_changes,
    refresh_lineages,
    resolve_merge_target,
)
from articles.services.exceptions import CurationError


@transaction.atomic
def merge_outlets(
    target: Outlet, absorbed: Outlet, *, by: AbstractBaseUser, remark: DecisionRemark = NO_REMARK
) -> Decision:
    """Merge `absorbed` into `target`; its address and its name lead to `target` from then on.

    Raises CurationError where one was merged before, or both hold the same text as articles of their own.
    """
    acquire_lock()
    target.refresh_from_db()
    absorbed.refresh_from_db()
    if target == absorbed or target.merged_into or absorbed.merged_into:
        raise CurationError("Choose two outlets, neither of which was merged before.")
    same_text = target.articles.filter(text_key__in=absorbed.articles.values("text_key"))
    if same_text.exists():
        raise CurationError(f"Both hold the text of “{same_text[0]}”.")
    decision = Decision.objects.start(Decision.Verb.MERGE_OUTLETS, by, remark)
    articles = list(absorbed.articles.values_list("pk", flat=True))
    earlier = list(absorbed.absorbed.values_list("pk", flat=True))
    _move_articles(articles, target)
    Outlet.objects.filter(pk__in=[*earlier, absorbed.pk]).update(merged_into=target)
    log_changes(by, {absorbed: f"merged into {target}", target: f"absorbed {absorbed}"})
    data = {"kept": target.pk, "absorbed": absorbed.pk, "articles": articles, "earlier": earlier}
    return decision.complete(f"{count_phrase_with_verb(len(articles), 'article')} now among those of {target}.", data)


def revert_outlet_merge(decision: Decision, cause: Decision) -> str:
    """Part two outlets again, or merge them again; return what came of it."""
    data = decision.data
    target, absorbed = (Outlet.objects.get(pk=data[name]) for name in ("kept", "absorbed"))
    target = resolve_merge_target(target, absorbed, decision)
    owner, merged_into = (target, target) if decision.in_force else (absorbed, None)
    here = [data["kept"], target, absorbed]  # what another decision has moved elsewhere since stays there
    articles = list(Article.objects.filter(pk__in=data["articles"], outlet__in=here).values_list("pk", flat=True))
    _move_articles(articles, owner)
    Outlet.objects.filter(pk=absorbed.pk).update(merged_into=merged_into)
    Outlet.objects.filter(pk__in=data["earlier"], merged_into__in=here).update(merged_into=merged_into or absorbed)
    return f"{count_phrase_with_verb(len(articles), 'article')} now among those of {owner}."


def _move_articles(articles: Collection[int], outlet: Outlet) -> None:
    Article.objects.filter(pk__in=articles).update(outlet=outlet)
    refresh_lineages(Lineage.objects.filter(printings__quote__article__in=articles).distinct())
