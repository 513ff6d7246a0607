"""Can this process serve pages now?

``GET /healthz`` answers 200 ``{"status": "ok"}`` when the database answers and holds every migration this code needs,
and 503 with a reason otherwise. A container's health check, a load balancer and an operator ask it. The reason names no
host, user or path: the address is public.

Left to others: answering whatever host the question was put to (`articles.middleware`).
"""

import logging
from functools import cache

from django.db import DatabaseError, connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder
from django.http import HttpRequest, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

logger = logging.getLogger(__name__)


@never_cache
@require_safe
def healthz(request: HttpRequest) -> JsonResponse:
    """The state of this process, as JSON."""
    reason = find_problem()
    if reason:
        return JsonResponse({"status": "unavailable", "reason": reason}, status=503)
    return JsonResponse({"status": "ok"})


def find_problem() -> str:
    """Why no page can be served, or nothing."""
    try:
        applied = set(MigrationRecorder(connection).applied_migrations())
    except DatabaseError as error:
        logger.error("The database does not answer: %s", error)
        return "the database does not answer"
    missing = load_required_migrations() - applied
    return f"{len(missing)} migrations are not applied" if missing else ""


@cache
def load_required_migrations() -> frozenset[tuple[str, str]]:
    """The application label and name of every migration that this code brings."""
    disk = MigrationLoader(None, ignore_no_migrations=True).disk_migrations
    return frozenset(disk or ())
