"""The check that a database is there with all migrations applied.

``ingest``, ``worker`` and ``relink`` call it first, so that a fresh checkout says "run `python manage.py migrate`
first" instead of naming a table.
"""

from django.core.management.base import CommandError
from django.db import connection
from django.db.migrations.executor import MigrationExecutor


def require_migrations() -> None:
    """Raise CommandError unless every migration is applied, DatabaseError where no database answers."""
    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        raise CommandError("the database is not ready: run `python manage.py migrate` first.")
