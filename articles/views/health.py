"""Health check: ``/healthz`` says whether this process can serve pages, to containers, load balancers and monitoring.

The reason names no host, user or path, as the address is public. `articles.middleware.HealthFirstMiddleware` answers it
under every host name.
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
    """Return the state of this process as JSON."""
    if reason := _find_problem():
        return JsonResponse({"status": "unavailable", "reason": reason}, status=503)
    return JsonResponse({"status": "ok"})


def _find_problem() -> str:
    """Return why no page can be served; empty if all is well."""
    try:
        applied = set(MigrationRecorder(connection).applied_migrations())
    except DatabaseError as error:
        logger.error("The database does not answer: %s", error)
        return "the database does not answer"
    missing = _load_required_migrations() - applied
    return f"{len(missing)} migrations are not applied" if missing else ""


@cache
def _load_required_migrations() -> frozenset[tuple[str, str]]:
    """Return the application label and name of every migration in this code."""
    return frozenset(MigrationLoader(None, ignore_no_migrations=True).disk_migrations or ())
