"""Application configuration: connects system checks and roles."""

from django.apps import AppConfig
from django.db.models.signals import post_migrate


class ArticlesConfig(AppConfig):
    """News articles, the quotations in them, and the lineages that quotations form."""

    name = "articles"
    verbose_name = "Quote provenance"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Register the system checks, and create the roles after migrating."""
        from articles import checks  # noqa: F401 - importing it registers the checks
        from articles.roles import sync_roles

        post_migrate.connect(sync_roles, sender=self)
