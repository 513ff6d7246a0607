"""Corrections of articles: withdraw one, correct its date."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from articles.engine.text.phrases import count_phrase_with_verb
from articles.models import Article, Decision, Lineage, Quote
from articles.models.db.advisory_lock import acquire_lock
from articles.models.decision import NO_REMARK, Curator, DecisionRemark
from articles.services.corrections.base import (
    LATER_CORRECTION_HOLDS,
    exclude_quotes,
    get_corrected_value,
    log_changes,
    refresh_lineages,
    update_exclusions,
)
from articles.services.exceptions import CurationError

Verb = Decision.Verb


@transaction.atomic
def withdraw(article: Article, reason: str, *, by: Curator, remark: DecisionRemark = NO_REMARK) -> Decision:
    """Take an article's quotations out of their lineages; readers are told the `reason`."""
    acquire_lock()
    article.refresh_from_db(fields=["withdrawn"])
    if article.withdrawn:
        raise CurationError("It was withdrawn already.")
    if not reason.strip():
        raise CurationError("Say why: readers who come by an old address are told.")
    decision = Decision.objects.start(Verb.WITHDRAW, by, remark)
    Article.objects.filter(pk=article.pk).update(withdrawn=timezone.now(), withdrawn_because=reason)
    quotes = list(article.quotes.filter(left_out="").values_list("pk", flat=True))
    exclude_quotes(decision, quotes, Quote.Exclusion.WITHDRAWN, reason)
    log_changes(by, {article: f"withdrawn: {reason}"})
    outcome = f"The article is withdrawn; {count_phrase_with_verb(len(quotes), 'quotation')} in no lineage any more."
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
        raise CurationError("Say how exactly the date is known.")
    acquire_lock()
    article.refresh_from_db()
    decision = Decision.objects.start(Verb.DATE, by, remark)
    before, after = _serialize_date(article.published, article.precision), _serialize_date(published, precision)
    _set_date(article.pk, after, decision)
    log_changes(by, {article: f"date put right: {before[0]} ({before[1]}) to {after[0]} ({after[1]})"})
    return decision.complete("The date is put right.", {"article": article.pk, "before": before, "after": after})


def revert_date(decision: Decision, cause: Decision) -> str:
    """Set the date that the newest correction in force says; return what came of it."""
    article = Article.objects.get(pk=decision.data["article"])
    value = get_corrected_value(decision, "article")
    if _serialize_date(article.published, article.precision) == value:
        return LATER_CORRECTION_HOLDS
    _set_date(article.pk, value, cause)
    return "The date is as it was."


def _serialize_date(published: datetime | None, precision: str) -> list[str | None]:
    return [published.isoformat() if published else None, precision]


def _set_date(article: int, value: list[str | None], decision: Decision) -> None:
    published, precision = value
    moment = datetime.fromisoformat(published) if published else None
    Article.objects.filter(pk=article).update(published=moment, precision=precision)
    refresh_lineages(Lineage.objects.filter(printings__quote__article=article).distinct(), decision)
