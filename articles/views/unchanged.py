"""Has a lineage changed since whoever asks has seen it?

A browser that has seen the page of Lavrov's words names what it has in ``If-None-Match``. Four numbers tell whether
that is still all there is to see: the newest revision, which is made when printings, words or dates change; the last
entry in the admin's log, because renaming an outlet makes no revision; the last thing a curator did; and the build, so
that a new version of the program shows. They cost one query, where the page costs five and the comparing of all
printings; the answer is then 304 with nothing in it.

A lineage that has changed since its newest revision has no such mark until it is settled, and neither has anything
shown to somebody who is logged in. Other pages are made first and then compared with what is known of them, by
Django's own `ConditionalGetMiddleware`: that spares the way, not the work.
"""

import hashlib
from functools import cache
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.admin.models import LogEntry
from django.db import connection
from django.db.models import OuterRef, Subquery
from django.http import HttpRequest
from django.utils import timezone
from django.views.decorators.http import condition

from articles.models import Batch, Code, Revision
from articles.models.lineage import canonical_code

_CODE = "THE CODE ASKED FOR"  # no code: it has blanks in it
_SHOWN = ("articles/**/*.py", "articles/engine/data/*", "templates/**/*.html", "static/**/*.css", "static/**/*.js")


def mark_of_lineage(request: HttpRequest, code: str, **named: str) -> str | None:
    """The ETag of what this address shows of a lineage; None where that cannot be told cheaply."""
    if settings.SESSION_COOKIE_NAME in request.COOKIES:
        return None
    sql, parameters = _asked(connection.vendor)
    with connection.cursor() as cursor:
        cursor.execute(sql, tuple(canonical_code(code) if each == _CODE else each for each in parameters))
        numbers = cursor.fetchone()
    if numbers is None or numbers[1] is None:
        return None
    asked = (request.get_host(), request.scheme, request.get_full_path(), request.headers.get("HX-Request", ""))
    today = timezone.now().date()  # references say when a page was looked at
    return f'"{hashlib.sha256(repr((build(), today, *numbers, *asked)).encode()).hexdigest()[:32]}"'


@cache
def _asked(vendor: str) -> tuple[str, tuple[Any, ...]]:
    """The question that the four numbers answer, with `_CODE` in the place of the code.

    It is put together once: Django takes three times as long for that as the database, of either `vendor`, to answer.
    """
    newest = Revision.objects.filter(code=OuterRef("pk")).order_by("-number").values("number")[:1]
    known = Code.objects.filter(pk=_CODE, lineage__stale=False).annotate(
        newest=Subquery(newest),
        logged=Subquery(LogEntry.objects.order_by("-pk").values("pk")[:1]),
        ruled=Subquery(Batch.objects.order_by("-pk").values("pk")[:1]),
    )
    return known.order_by().values_list("lineage__code", "newest", "logged", "ruled").query.sql_with_params()


unless_seen = condition(etag_func=mark_of_lineage)


@cache
def build() -> str:
    """What is the same as long as the program is the same."""
    root: Path = settings.BASE_DIR
    files = sorted(path for pattern in _SHOWN for path in root.glob(pattern))
    return hashlib.sha256(b"".join(path.read_bytes() for path in files)).hexdigest()[:16]
