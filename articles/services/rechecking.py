"""Rechecking: fetch an article's address again, and keep what it says now as a version if that differs.

An article that was fetched from its address is fetched again by the worker after the times of `RECHECK_HOURS`, counted
from when it was stored; a curator may ask at any time. The request is conditional, heeds robots.txt and the pause of
its host, and leaves a row like any other. An address that is gone (404, 410) is recorded; nothing is withdrawn by
itself. Each recheck is claimed by an UPDATE that one worker can win and that makes it due again in `CLAIM`, and ends in
the transaction that stores the version: what a killed worker held is due again, and nothing is stored twice.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from http import HTTPStatus

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone

from articles import importers
from articles.importers import UnreadableError
from articles.importers.fetching import FetchedPage, robots
from articles.models import Article, ArticleVersion, Fetch, Recheck
from articles.models.addresses import hash_url
from articles.services import worker
from articles.services.fetching import fetch_page, read_wait
from articles.services.ingest import NoArticleBodyError, store_article
from articles.services.leases import Lease
from articles.services.recheck_times import choose_next
from articles.services.revisions import record_pending_revisions

CLAIM = timedelta(minutes=5)  # longer than a fetch may take
ROWS_TRIED = 10  # of the rechecks due, until one is won
ROBOTS_REFUSE = "the site's robots.txt asks programs to stay away, or does not answer"
OTHER_PAGE = "the address leads to another page now, so nothing was compared"
_GONE = frozenset({HTTPStatus.NOT_FOUND, HTTPStatus.GONE})


class RecheckError(ValueError):
    """An article that cannot be fetched again; the message says why."""


@dataclass(frozen=True, slots=True)
class RecheckResult:
    """What a recheck found: a new version, the same text (`is_same`), or why nothing was compared."""

    article: Article
    version: ArticleVersion | None = None
    is_same: bool = False
    problem: str = ""


def check_now(article: Article, *, by: User | None = None) -> RecheckResult:
    """Fetch an article's address at once, store a changed text as a version, and link its quotations.

    Raises RecheckError where the article has no address or was withdrawn.
    """
    if not article.url:
        raise RecheckError("The article has no address to fetch.")
    if article.withdrawn:
        raise RecheckError("The article was withdrawn; it is not fetched again.")
    recheck, _ = Recheck.objects.get_or_create(article=article, defaults={"last_seen": article.first_seen})
    with importers.create_parser() as parser:
        result, lease = _recheck(recheck, parser, timezone.now(), by=by, take_lease=True)
    if lease is not None:
        worker.link_with_lease(lease)
        record_pending_revisions()
    return result


def recheck_next(parser: importers.Parsers, now: datetime | None = None) -> RecheckResult | None:
    """Recheck the article that has been due longest; return None where none is due."""
    now = now or timezone.now()
    recheck = _claim(now)
    if recheck is None:
        return None
    article = recheck.article
    if article.withdrawn or not article.url:
        recheck.due = None
        recheck.save(update_fields=["due"])
        return RecheckResult(article, problem="the article was withdrawn")
    if not robots.is_allowed(article.url):
        return _finish(recheck, now, problem=ROBOTS_REFUSE)
    return _recheck(recheck, parser, now, by=None, is_scheduled=True)[0]


def _claim(now: datetime) -> Recheck | None:
    rows = Recheck.objects.due(now).select_related("article")
    for recheck in rows.defer("article__original", "article__text", "article__paragraphs")[:ROWS_TRIED]:
        if Recheck.objects.filter(pk=recheck.pk, due=recheck.due).update(due=now + CLAIM):
            return recheck
    return None


def _recheck(
    recheck: Recheck,
    parser: importers.Parsers,
    now: datetime,
    *,
    by: User | None,
    is_scheduled: bool = False,
    take_lease: bool = False,
) -> tuple[RecheckResult, Lease | None]:
    article = recheck.article
    record, page = fetch_page(article.url, by=by, headers=_build_conditions(recheck))
    Fetch.objects.filter(pk=record.pk).update(article=article)
    recheck.status = record.status
    if record.status in _GONE:
        recheck.gone = recheck.gone or record.fetched
    elif record.status is not None and record.status < HTTPStatus.BAD_REQUEST:
        recheck.gone = None
    if record.status == HTTPStatus.NOT_MODIFIED:
        with transaction.atomic():
            recheck.last_seen = max(recheck.last_seen, record.fetched)
            return _finish(recheck, now, record=record, is_scheduled=is_scheduled, is_same=True), None
    if page is None:
        return _finish(recheck, now, record=record, problem=record.problem, is_scheduled=is_scheduled), None
    try:
        return _compare(recheck, record, page, parser, now, is_scheduled=is_scheduled, take_lease=take_lease)
    except (UnreadableError, NoArticleBodyError) as error:
        problem = error.reason if isinstance(error, UnreadableError) else str(error)
        return _finish(recheck, now, record=record, problem=problem, is_scheduled=is_scheduled), None


def _build_conditions(recheck: Recheck) -> Mapping[str, str]:
    conditions = {"If-None-Match": recheck.etag, "If-Modified-Since": recheck.last_modified}
    return {name: value for name, value in conditions.items() if value}


def _compare(
    recheck: Recheck,
    record: Fetch,
    page: FetchedPage,
    parser: importers.Parsers,
    now: datetime,
    *,
    is_scheduled: bool,
    take_lease: bool,
) -> tuple[RecheckResult, Lease | None]:
    """Compare the page with what is stored, and keep a version and the end of the recheck in one transaction."""
    article = recheck.article
    draft = importers.read_page(page, parser=parser)
    if hash_url(draft.url or "") != article.url_key:
        return _finish(recheck, now, record=record, problem=OTHER_PAGE, is_scheduled=is_scheduled), None
    draft = replace(draft, outlet=None)  # whose article it is, is known
    with transaction.atomic():
        result = store_article(draft, fetch=record, take_lease=take_lease)
        noted = Recheck.objects.get(pk=recheck.pk)
        recheck.last_seen, recheck.problem = noted.last_seen, noted.problem
        if not noted.problem:
            recheck.etag = record.headers.get("etag", "")[:500]
            recheck.last_modified = record.headers.get("last-modified", "")[:100]
        is_same = result.version is None and not noted.problem
        finished = _finish(
            recheck, now, record=record, problem=noted.problem, is_scheduled=is_scheduled, is_same=is_same
        )
    return replace(finished, version=result.version), result.lease


def _finish(
    recheck: Recheck,
    now: datetime,
    *,
    record: Fetch | None = None,
    problem: str = "",
    is_scheduled: bool = True,
    is_same: bool = False,
) -> RecheckResult:
    """Note what came of a recheck, and when the next one is due."""
    recheck.problem, recheck.checked = problem, now
    if is_scheduled:
        recheck.done += 1
        recheck.due = choose_next(recheck.article.taken_in, now)
        if recheck.due is not None and record is not None:
            recheck.due = max(recheck.due, now + read_wait(record.headers, now, only_asked=True))
        recheck.save()
    else:
        kept = [field.name for field in Recheck._meta.concrete_fields if field.name not in ("article", "due", "done")]
        recheck.save(update_fields=kept)
    return RecheckResult(recheck.article, is_same=is_same, problem=problem)
