"""Check an article's address for changes, when a curator asks."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_POST

from articles.models import Article
from articles.services.rechecking import RecheckError, RecheckResult, check_now
from articles.views.desk.base import get_user
from articles.views.http.htmx import HtmxRequest, redirect_see_other


@require_POST
def check_for_changes(request: HtmxRequest, number: int) -> HttpResponse:
    """Fetch the article's address again, and say at its page what came of it."""
    article = get_object_or_404(Article.objects.defer_texts(), pk=number)
    try:
        result = check_now(article, by=get_user(request))
    except RecheckError as problem:
        messages.error(request, str(problem))
        return redirect_see_other(article.get_absolute_url())
    if result.problem:
        messages.warning(request, f"Nothing was compared: {result.problem.rstrip('.')}.")
    else:
        messages.success(request, _describe(result))
    return redirect_see_other(article.get_absolute_url())


def _describe(result: RecheckResult) -> str:
    if result.version:
        return f"The page has another text now. It was stored as version {result.version.number}."
    return "The page has the same text as before."
