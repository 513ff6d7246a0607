"""Is there a database with all its tables for a command to work on?

``ingest``, ``worker`` and ``relink`` ask before they begin, so that a fresh checkout answers "run `python manage.py
migrate` first" instead of a name of a table. Left to others: the same question about a running site (`views.health`).
"""

from django.core.management.base import CommandError
from django.db import connection
from django.db.migrations.executor import MigrationExecutor


def require_migrations() -> None:
    """Raise a CommandError unless every migration has been applied; DatabaseError where no database answers."""
    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        raise CommandError("the database is not ready: run `python manage.py migrate` first.")
