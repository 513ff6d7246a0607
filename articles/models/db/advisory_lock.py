"""Advisory locks that serialize writers.

Two articles linked at the same moment may print the same new quotation; each would search for matches before the other
is stored, and neither would find any. One article stored twice at the same moment would be new both times. SQLite
admits one writing transaction at a time (IMMEDIATE); PostgreSQL gives an advisory lock for the transaction.
"""

from django.db import connection

LINKING_LOCK = 0x71756F7465  # any number that no other part of the database uses: "quote" in ASCII
ARCHIVE_LOCK = LINKING_LOCK + 2  # for the pace at which an archive is asked
INGEST_LOCK = LINKING_LOCK + 1  # another lock: an article can come in while others are linked


def acquire_lock(lock: int = LINKING_LOCK) -> None:
    """Wait for `lock`, and hold it until the end of this transaction."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [lock])
