"""How do two writers that would trip over each other take turns?

Two articles linked at the same moment may print the same new quotation; each would look for relatives before the other
is there, and neither would find any. One article stored twice at the same moment would be new both times. SQLite admits
one writing transaction at a time as it is (IMMEDIATE); PostgreSQL is asked for a lock that the transaction gives back
when it ends.
"""

from django.db import connection

LINKING_LOCK = 0x71756F7465  # any number that no other part of the database uses: "quote" in ASCII
INGEST_LOCK = LINKING_LOCK + 1  # another turn: an article can come in while others are linked


def acquire_lock(turn: int = LINKING_LOCK) -> None:
    """Wait until no other transaction holds `turn`; it is this transaction's until its end."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [turn])
