"""The application: news articles, the quotations in them, and the lineages those form."""

from django.apps import AppConfig
from django.db.models.signals import post_migrate


class ArticlesConfig(AppConfig):
    name = "articles"
    verbose_name = "Quote provenance"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from articles import checks  # noqa: F401 - importing it registers the checks
        from articles.roles import sync_roles

        post_migrate.connect(sync_roles, sender=self)
