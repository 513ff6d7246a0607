"""The worker: claim the next article that is due, link its quotations, end the lease.

Linking and the end of the lease (`articles.services.leases`) are one transaction. When nothing is due, the worker looks
again after a pause that grows to two seconds. Each look reads the first row of an index. When a curator has asked for a
relink, the worker starts a process for it and goes on linking.
"""

import gc
import logging
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from threading import Event
from types import TracebackType

from django.conf import settings
from django.db import DatabaseError, InterfaceError, connection, transaction
from django.db.models import Exists, OuterRef

from articles.engine.linking.fingerprints import load_character_rarities
from articles.models import Lineage, Printing, Quote, RelinkRequest
from articles.models.db.advisory_lock import acquire_lock
from articles.services import leases, relink_requests
from articles.services.leases import LEASE_DURATION, Lease, LeaseLostError
from articles.services.linking import incremental
from articles.services.revisions import BATCH_SIZE, record_pending_revisions

logger = logging.getLogger(__name__)

# Seconds between two looks for work. A reader who has just sent an article does not notice the shorter pause, nor does
# an idle database notice the longer one.
MIN_PAUSE, MAX_PAUSE = 0.1, 2.0
RELINK_STOP_TIMEOUT = 10  # seconds


@dataclass(frozen=True, slots=True)
class LinkAttempt:
    """The outcome of one attempt at linking an article."""

    article: int
    quotes: int = 0
    joined: int = 0  # how many of the quotes are printed in other articles too
    error: str = ""  # why nothing was linked


def work(*, stop: Event, lease_duration: timedelta = LEASE_DURATION, once: bool = False) -> int:
    """Link due articles, each to its end, until `stop` is set, or with `once` until none is due; count the linked."""
    warm_up()
    with _RelinkProcess(lease_duration) as relinking:
        return _work(stop, lease_duration, relinking, once=once)


def _work(stop: Event, lease_duration: timedelta, relinking: "_RelinkProcess", *, once: bool) -> int:
    linked, pause = 0, MIN_PAUSE
    while not stop.is_set():
        try:
            attempt = link_next(lease_duration)
        except (DatabaseError, InterfaceError) as error:
            if once:
                raise
            logger.warning("The database does not answer; trying again: %s", str(error).strip())
            connection.close()  # a new connection may work
            attempt = None
        if attempt:
            linked += not attempt.error
            pause = MIN_PAUSE
        elif _try_recording_revisions():
            continue
        elif once:
            if relink_requests.run_next() is None:
                break
        else:
            stop.wait(pause)
            pause = min(2 * pause, MAX_PAUSE)
        if not once:
            relinking.start_if_due()
    return linked


class _RelinkProcess:
    """The process that carries out a requested relink while this one links articles; it ends with this one."""

    def __init__(self, lease_duration: timedelta) -> None:
        self.lease_duration = lease_duration
        self.process: subprocess.Popen[bytes] | None = None
        self.next_look = 0.0

    def start_if_due(self) -> None:
        """Start the process if a request is due and this worker has none running; looks at most every two seconds."""
        if time.monotonic() < self.next_look or (self.process and self.process.poll() is None):
            return
        self.next_look = time.monotonic() + MAX_PAUSE
        self._close()
        try:
            is_due = RelinkRequest.objects.due().exists()
        except (DatabaseError, InterfaceError):
            return
        if is_due:
            command = [sys.executable, str(settings.BASE_DIR / "manage.py"), "relink", "--requested"]
            self.process = subprocess.Popen(
                [*command, "--until-stdin-closes", "--lease", str(self.lease_duration.total_seconds())],
                stdin=subprocess.PIPE,
                start_new_session=True,
            )

    def _close(self) -> None:
        if self.process and self.process.stdin:
            self.process.stdin.close()

    def __enter__(self) -> "_RelinkProcess":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        """Stop the process: what it was doing is rolled back and due again at once."""
        self._close()
        if self.process:
            try:
                self.process.wait(RELINK_STOP_TIMEOUT)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()


def warm_up() -> None:
    """Load the tables that linking needs, and exempt all loaded objects from garbage collection.

    With the whole program to be collected, the slowest article of twenty took 74 ms instead of 64.
    """
    load_character_rarities()
    gc.collect()
    gc.freeze()


def _try_recording_revisions() -> bool:
    """Record revisions of some changed lineages; return False if none had changed."""
    try:
        return bool(record_pending_revisions(limit=BATCH_SIZE))
    except (DatabaseError, InterfaceError) as error:
        logger.warning("Revisions are delayed: %s", str(error).strip())
        connection.close()
        return False


def link_next(lease_duration: timedelta = LEASE_DURATION) -> LinkAttempt | None:
    """Link the article that has been due longest; return None where none is due."""
    lease = leases.claim(lease_duration)
    return link_with_lease(lease) if lease else None


def link_with_lease(lease: Lease) -> LinkAttempt:
    """Link the quotations of a leased article and end the lease; if that fails, release the lease and say why.

    Raises DatabaseError only where the lease cannot even be released: then it expires.
    """
    if lease.attempt > 1:
        logger.info("Article %s: attempt %s.", lease.article, lease.attempt)
    began = time.monotonic()
    try:
        with leases.heartbeat(lease):
            attempt = _link_article(lease)
    except LeaseLostError as error:
        logger.warning("Article %s: skipped, %s.", lease.article, error)
        return LinkAttempt(lease.article, error=str(error))
    except Exception as error:
        return _handle_failure(lease, error)
    except BaseException:  # the process is to stop at once
        leases.release(lease)
        raise
    message = "Article %s: %s quotations, %s of them also published elsewhere (%.0f ms)."
    logger.info(message, lease.article, attempt.quotes, attempt.joined, 1000 * (time.monotonic() - began))
    return attempt


_OWN_PRINTINGS = Printing.objects.filter(quote=OuterRef("pk")).order_by()


def _link_article(lease: Lease) -> LinkAttempt:
    """Link an article and end its lease in one transaction."""
    with linking_transaction():
        leases.complete(lease)
        own = Quote.objects.for_linking().filter(article=lease.article)
        quotes = list(own.annotate(is_linked=Exists(_OWN_PRINTINGS)).order_by("version", "start"))
        new = [quote for quote in quotes if not getattr(quote, "is_linked", False)]
        joined = incremental.link_quotes(new)
        if len(new) < len(quotes):  # a new version came: words that it took away count no longer as the newest
            lineages = Lineage.objects.filter(printings__quote__article=lease.article).distinct()
            Lineage.objects.bulk_refresh_summaries(list(lineages))
        return LinkAttempt(lease.article, len(new), joined)


@contextmanager
def linking_transaction() -> Iterator[None]:
    """Open a transaction for linking, under the lock; PostgreSQL neither waits for the disk nor compiles queries (JIT).

    If the database server crashes within the next half second, the article is due again as before: the end of its lease
    is lost together with its links. SQLite is set up so for all transactions.
    """
    with transaction.atomic():
        acquire_lock()
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute("SELECT set_config('synchronous_commit', 'off', true), set_config('jit', 'off', true)")
        yield


def _handle_failure(lease: Lease, error: Exception) -> LinkAttempt:
    message = f"{type(error).__name__}: {error}"
    given_up = leases.release_failed(lease, message)
    outlook = "given up; a curator can restart it" if given_up else "it will be repeated"
    logger.error("Article %s: attempt %s failed, %s.", lease.article, lease.attempt, outlook, exc_info=error)
    return LinkAttempt(lease.article, error=message)
