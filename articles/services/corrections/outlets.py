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
    kept: Outlet, absorbed: Outlet, *, by: AbstractBaseUser, remark: DecisionRemark = NO_REMARK
) -> Decision:
    """Merge `absorbed` into `kept`; its address and its name lead to `kept` from then on.

    Raises CurationError where one was merged before, or both hold the same text as articles of their own.
    """
    acquire_lock()
    kept.refresh_from_db()
    absorbed.refresh_from_db()
    if kept == absorbed or kept.merged_into or absorbed.merged_into:
        raise CurationError("Choose two outlets, neither of which was merged before.")
    same_text = kept.articles.filter(text_key__in=absorbed.articles.values("text_key"))
    if same_text.exists():
        raise CurationError(f"Both hold the text of “{same_text[0]}”.")
    decision = Decision.objects.start(Decision.Verb.MERGE_OUTLETS, by, remark)
    articles = list(absorbed.articles.values_list("pk", flat=True))
    earlier = list(absorbed.absorbed.values_list("pk", flat=True))
    _move_articles(articles, kept)
    Outlet.objects.filter(pk__in=[*earlier, absorbed.pk]).update(merged_into=kept)
    log_changes(by, {absorbed: f"merged into {kept}", kept: f"absorbed {absorbed}"})
    data = {"kept": kept.pk, "absorbed": absorbed.pk, "articles": articles, "earlier": earlier}
    return decision.complete(f"{count_phrase_with_verb(len(articles), 'article')} now among those of {kept}.", data)


def revert_outlet_merge(decision: Decision, cause: Decision) -> str:
    """Part two outlets again, or merge them again; return what came of it."""
    data = decision.data
    kept, absorbed = (Outlet.objects.get(pk=data[name]) for name in ("kept", "absorbed"))
    kept = resolve_merge_target(kept, absorbed, decision)
    owner, merged_into = (kept, kept) if decision.in_force else (absorbed, None)
    here = [data["kept"], kept, absorbed]  # what another decision has moved elsewhere since stays there
    articles = list(Article.objects.filter(pk__in=data["articles"], outlet__in=here).values_list("pk", flat=True))
    _move_articles(articles, owner)
    Outlet.objects.filter(pk=absorbed.pk).update(merged_into=merged_into)
    Outlet.objects.filter(pk__in=data["earlier"], merged_into__in=here).update(merged_into=merged_into or absorbed)
    return f"{count_phrase_with_verb(len(articles), 'article')} now among those of {owner}."


def _move_articles(articles: Collection[int], outlet: Outlet) -> None:
    Article.objects.filter(pk__in=articles).update(outlet=outlet)
    refresh_lineages(Lineage.objects.filter(printings__quote__article__in=articles).distinct())
