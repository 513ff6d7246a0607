"""ETags of pages, from a few version numbers instead of the page itself.

The ETag of a lineage's page has its newest revision, which is made when printings, words or dates change; the last
entry in the admin's log, because renaming an outlet makes no revision; the last decision of a curator; the last
capture that an archive told of its articles; and the build, so that a new version of the program shows. They cost one
query, where the page costs five and the comparison of all printings. The ETag of a page about many lineages has the
newest article and the newest revision of all; that of an article's page also what an archive told of the article.

No ETag has: a lineage that has changed since its newest revision; a page about many lineages while any article waits to
be linked or any lineage to be reclustered; any page of somebody who is logged in. A change by hand in the database,
past the admin, changes no ETag.
"""

import hashlib
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.admin.models import LogEntry
from django.db import connection
from django.db.models import OuterRef, QuerySet, Subquery
from django.utils import timezone

from articles.models import ArchiveJob, Article, ArticleVersion, Decision, Lineage, LineageCode, Quote, Revision
from articles.models.db.prepared_query import TEXT_PARAMETER, PreparedQuery
from articles.models.lineage import normalize_code
from articles.views.http.htmx import HtmxRequest, wants_fragment

BUILD_FILES = ("articles/**/*.py", "articles/engine/data/*", "templates/**/*.html", "static/**/*.css", "static/**/*.js")


def lineage_etag(request: HtmxRequest, code: str, **named: str) -> str | None:
    """Return the ETag of a page about a lineage; None where one query cannot tell."""
    if settings.SESSION_COOKIE_NAME in request.COOKIES:
        return None
    versions = _LINEAGE_VERSION_QUERY(normalize_code(code))
    if not versions or versions[0][1] is None:
        return None
    return _build_etag(request, versions[0])


def site_etag(request: HtmxRequest, **named: object) -> str | None:
    """Return the ETag of a page about many lineages; None where one query cannot tell."""
    if settings.SESSION_COOKIE_NAME in request.COOKIES:
        return None
    with connection.cursor() as cursor:
        cursor.execute(_build_site_version_sql())
        moving, *numbers = cursor.fetchone()
    return None if moving else _build_etag(request, numbers)


def article_etag(request: HtmxRequest, number: int, **named: object) -> str | None:
    """Return the ETag of a page about an article; None where two queries cannot tell."""
    etag = site_etag(request)
    if etag is None:
        return None
    kept = Article.objects.filter(pk=number).values_list("existed_by", "archive_url", "saved_at").first()
    return _build_etag(request, [etag, *(kept or ())])


def _build_etag(request: HtmxRequest, numbers: Sequence[object]) -> str:
    asked = (request.get_host(), request.scheme, request.get_full_path(), wants_fragment(request))
    today = timezone.now().date()  # references say when a page was looked at
    return f'"{hashlib.sha256(repr((get_build_id(), today, *numbers, *asked)).encode()).hexdigest()[:32]}"'


@cache
def _build_site_version_sql() -> str:
    """Return the SQL that asks by an index whether anything waits, and for the newest row of each table shown."""
    newest = ", ".join(
        f"(SELECT max(id) FROM {model._meta.db_table})"
        for model in (Article, ArticleVersion, Quote, Revision, LogEntry, Decision)
    )
    article, lineage = Article._meta.db_table, Lineage._meta.db_table
    waiting = f"EXISTS (SELECT 1 FROM {article} WHERE lease_until IS NOT NULL)"
    given_up = f"(SELECT count(*) FROM {article} WHERE link_state = 'failed')"
    return f"SELECT {waiting} OR EXISTS (SELECT 1 FROM {lineage} WHERE stale), {given_up}, {newest}"


def _build_lineage_version_query(code: str) -> QuerySet[LineageCode, tuple[Any, ...]]:
    """Return the query for the numbers of a lineage's ETag."""
    newest = Revision.objects.filter(code=OuterRef("pk")).order_by("-number").values("number")[:1]
    printed = ArchiveJob.objects.filter(article__quotes__printings__lineage=OuterRef("lineage"))
    archived = printed.filter(captured__isnull=False).order_by("-answered")
    known = LineageCode.objects.filter(pk=code, lineage__stale=False).annotate(
        newest=Subquery(newest),
        logged=Subquery(LogEntry.objects.order_by("-pk").values("pk")[:1]),
        ruled=Subquery(Decision.objects.order_by("-pk").values("pk")[:1]),
        archived=Subquery(archived.values("answered")[:1]),
    )
    return known.order_by().values_list("lineage__code", "newest", "logged", "ruled", "archived")


_LINEAGE_VERSION_QUERY = PreparedQuery(_build_lineage_version_query, TEXT_PARAMETER)


@cache
def get_build_id() -> str:
    """Hash the program's files."""
    root: Path = settings.BASE_DIR
    files = sorted(path for pattern in BUILD_FILES for path in root.glob(pattern))
    return hashlib.sha256(b"".join(path.read_bytes() for path in files)).hexdigest()[:16]
