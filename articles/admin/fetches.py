"""Admin of fetches, archive jobs and incoming articles: what was asked of the web, and what became of it."""

from django.contrib import admin

from articles.admin.base import ReadOnlyAdmin
from articles.models import ArchiveJob, Fetch, IncomingArticle


@admin.register(Fetch)
class FetchAdmin(ReadOnlyAdmin):
    """Admin of fetches: evidence, which nobody changes."""

    list_display = ("address", "fetched", "status", "size", "problem", "article", "by")
    list_filter = ("purpose", "status", ("article", admin.EmptyFieldListFilter))
    search_fields = ("address", "final_address", "sha256")
    date_hierarchy = "fetched"
    list_select_related = ("article__outlet", "by")


@admin.register(IncomingArticle)
class IncomingArticleAdmin(ReadOnlyAdmin):
    """Admin of incoming articles; the desk has their previews."""

    list_display = ("name", "made", "by", "closed", "article")
    list_filter = (("closed", admin.EmptyFieldListFilter), ("article", admin.EmptyFieldListFilter))
    search_fields = ("name",)
    list_select_related = ("article__outlet", "by")
    exclude = ("content",)


@admin.register(ArchiveJob)
class ArchiveJobAdmin(ReadOnlyAdmin):
    """Admin of archive jobs; an article's page at the desk has the buttons."""

    list_display = ("address", "task", "state", "captured", "answered", "due", "problem")
    list_filter = ("task", "state")
    search_fields = ("address", "problem")
    date_hierarchy = "made"
    list_select_related = ("article__outlet", "by")
