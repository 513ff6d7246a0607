"""An article in the Internet Archive: what is known, what is being asked, and the buttons to ask and to save."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from articles.importers.fetching.addresses import has_public_host
from articles.models import Article
from articles.services import archives
from articles.views.desk.base import get_user
from articles.views.http.htmx import HtmxRequest, redirect_see_other

JOBS_LISTED = 20


@never_cache
@require_safe
def article_archive(request: HtmxRequest, number: int) -> HttpResponse:
    """Show what the archive has of an article, with the buttons."""
    article = _get_article(number)
    context = {
        "article": article,
        "jobs": article.archive_jobs.select_related("by")[:JOBS_LISTED],
        "problem": _find_obstacle(article),
        "can_save": archives.can_save(),
    }
    return render(request, "desk/archive.html", context)


@require_POST
def look_up_article(request: HtmxRequest, number: int) -> HttpResponse:
    """Ask the archive for the first capture."""
    article = _get_article(number)
    if problem := _find_obstacle(article):
        messages.error(request, problem)
    else:
        archives.request_lookup(article, by=get_user(request))
        messages.success(request, "The worker will ask the Internet Archive. Reload the page to see the answer.")
    return redirect_see_other(reverse("admin:review_archive", args=[number]))


@require_POST
def save_article(request: HtmxRequest, number: int) -> HttpResponse:
    """Have the archive save the article's page."""
    article = _get_article(number)
    if problem := _find_obstacle(article):
        messages.error(request, problem)
    elif not archives.can_save():
        messages.error(request, "The keys of an account at the Internet Archive are not set.")
    else:
        archives.request_save(article, by=get_user(request))
        messages.success(request, "The worker will have the page saved. Reload the page to see what came of it.")
    return redirect_see_other(reverse("admin:review_archive", args=[number]))


def _get_article(number: int) -> Article:
    return get_object_or_404(Article.objects.public().defer_texts().select_related("outlet"), pk=number)


def _find_obstacle(article: Article) -> str:
    """Say why the archive cannot be asked about an article; empty where it can."""
    if not archives.can_look_up():
        return "Look-ups in the Internet Archive are off: the host of this site can set ARCHIVE_LOOKUPS=1."
    if not has_public_host(article.url):
        return "This article has no address on the public web."
    return ""
