"""Changes of the address of an outlet or speaker; the former one leads to the new one for ever."""

from django.db import transaction

from articles.models import Decision, FormerSlug, Outlet, Speaker
from articles.models.db.advisory_lock import acquire_lock
from articles.models.decision import NO_REMARK, Curator, DecisionRemark
from articles.services.corrections.articles import LATER_CORRECTION_HOLDS, get_corrected_value, log_changes
from articles.services.exceptions import CurationError


@transaction.atomic
def change_slug(row: Outlet | Speaker, slug: str, *, by: Curator, remark: DecisionRemark = NO_REMARK) -> Decision:
    """Give an outlet or speaker another slug; raise CurationError where another one has or had it."""
    acquire_lock()
    row.refresh_from_db(fields=["slug"])
    model = type(row)
    others = model._default_manager.exclude(pk=row.pk)
    if others.filter(slug=slug).exists() or others.filter(former_slugs__slug=slug).exists():
        raise CurationError(f"The address “{slug}” belongs to another {model._meta.verbose_name}. Choose another one.")
    decision = Decision.objects.start(Decision.Verb.SLUG, by, remark)
    before = row.slug
    _set_slug(row, slug)
    log_changes(by, {row: f"address changed from {before} to {slug}"})
    data = {str(model._meta.model_name): row.pk, "before": before, "after": slug}
    return decision.complete(f"The address of {row} is changed; the former one leads there.", data)


def revert_slug(decision: Decision, cause: Decision) -> str:
    """Give back the slug that the newest change in force says; return what came of it."""
    name = "outlet" if "outlet" in decision.data else "speaker"
    model = Outlet if name == "outlet" else Speaker
    row: Outlet | Speaker = model._default_manager.get(pk=decision.data[name])
    slug = str(get_corrected_value(decision, name))
    if row.slug == slug:
        return LATER_CORRECTION_HOLDS
    _set_slug(row, slug)
    return f"The address of {row} is restored."


def _set_slug(row: Outlet | Speaker, slug: str) -> None:
    """Set a slug, and let the one before lead to the row."""
    owner = {"outlet": row} if isinstance(row, Outlet) else {"speaker": row}
    FormerSlug.objects.get_or_create(slug=row.slug, **owner)
    row.slug = slug
    row.save(update_fields=["slug"])
