"""What does a worker do, article after article?

It claims the article that has been due longest, links its quotations and ends the lease, the latter two in one
transaction: "article 12, SANA: 10 quotations, 3 of them printed elsewhere". What fails is given back with the error and
comes up again later; an article that is the fifth worker's undoing is given up. Where nothing is due the worker looks
again after a pause that grows to two seconds; what it asks then is the first row of an index.

Left to others: what a lease is (`leases`), how quotes are linked (`linking`), the process (`commands.worker`).
"""

import gc
import logging
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from threading import Event

from django.db import DatabaseError, InterfaceError, connection, transaction

from articles.engine.linking.fingerprints import load_character_rarities
from articles.models import Quote
from articles.models.db.advisory_lock import acquire_lock
from articles.services import leases
from articles.services.leases import LEASE_DURATION, Lease, LeaseLostError
from articles.services.linking import incremental
from articles.services.revisions import BATCH_SIZE, record_pending_revisions

logger = logging.getLogger(__name__)

# Seconds between two looks for work where there was none: what a reader who has just sent an article does not notice,
# and what a database with nothing to do does not notice either.
MIN_PAUSE, MAX_PAUSE = 0.1, 2.0


@dataclass(frozen=True, slots=True)
class LinkAttempt:
    """What one attempt at linking an article came to."""

    article: int
    quotes: int = 0
    joined: int = 0  # how many of them are printed in other articles too
    error: str = ""  # nothing was linked, for this reason


def work(*, stop: Event, lease_duration: timedelta = LEASE_DURATION, once: bool = False) -> int:
    """Link what is due until told to `stop`, or with `once` until nothing is; answers how many articles it linked.

    The article at hand is always brought to an end.
    """
    warm_up()
    linked, pause = 0, MIN_PAUSE
    while not stop.is_set():
        try:
            attempt = link_next(lease_duration)
        except (DatabaseError, InterfaceError) as error:
            if once:
                raise
            logger.warning("The database does not answer, trying again: %s", str(error).strip())
            connection.close()  # the next one may be answered
            attempt = None
        if attempt:
            linked += not attempt.error
            pause = MIN_PAUSE
        elif _try_recording_revisions():
            continue
        elif once:
            break
        else:
            stop.wait(pause)
            pause = min(2 * pause, MAX_PAUSE)
    return linked


def warm_up() -> None:
    """Read the tables that linking needs, and let the collector of garbage pass over all that stays.

    Otherwise it looks through the whole program every few articles: the slowest of twenty then took 74 ms, not 64.
    """
    load_character_rarities()
    gc.collect()
    gc.freeze()


def _try_recording_revisions() -> bool:
    """Keep how some lineages stand that have changed; False where all is kept already."""
    try:
        return bool(record_pending_revisions(limit=BATCH_SIZE))
    except (DatabaseError, InterfaceError) as error:
        logger.warning("Revisions wait: %s", str(error).strip())
        connection.close()
        return False


def link_next(lease_duration: timedelta = LEASE_DURATION) -> LinkAttempt | None:
    """Link the article that has been due longest; None where none is due."""
    lease = leases.claim(lease_duration)
    return link_with_lease(lease) if lease else None


def link_with_lease(lease: Lease) -> LinkAttempt:
    """Link the quotations of the article that `lease` is of, and end it; or give it back, and say why.

    Raises DatabaseError only where the database does not even take the article back: then the lease runs out.
    """
    if lease.attempt > 1:
        logger.info("Article %s: attempt %s.", lease.article, lease.attempt)
    began = time.monotonic()
    try:
        with leases.heartbeat(lease):
            attempt = _link_article(lease)
    except LeaseLostError as lost:
        logger.warning("Article %s: left alone, %s.", lease.article, lost)
        return LinkAttempt(lease.article, error=str(lost))
    except Exception as error:
        return _handle_failure(lease, error)
    except BaseException:  # told to stop at once
        leases.release(lease)
        raise
    took = time.monotonic() - began
    logger.info(
        "Article %s: %s quotations, %s of them printed elsewhere too (%.0f ms).",
        *(lease.article, attempt.quotes, attempt.joined, 1000 * took),
    )
    return attempt


def _link_article(lease: Lease) -> LinkAttempt:
    """All of it or nothing, the end of the lease included."""
    with linking_transaction():
        leases.complete(lease)
        quotes = list(Quote.objects.for_linking().filter(article=lease.article).order_by("start"))
        return LinkAttempt(lease.article, len(quotes), incremental.link_quotes(quotes))


@contextmanager
def linking_transaction() -> Iterator[None]:
    """A transaction that links; PostgreSQL need not wait for the disk at its end, nor compile any question of it.

    Should the database server itself break down in the next half second, the article is due again as it was before: the
    end of its lease is lost with its links. SQLite is set up so for all transactions.
    """
    with transaction.atomic():
        acquire_lock()
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute("SELECT set_config('synchronous_commit', 'off', true), set_config('jit', 'off', true)")
        yield


def _handle_failure(lease: Lease, error: Exception) -> LinkAttempt:
    said = f"{type(error).__name__}: {error}"
    given_up = leases.release_failed(lease, said)
    then = "given up; a curator can have it tried again" if given_up else "it will be tried again"
    logger.error("Article %s: attempt %s failed, %s.", lease.article, lease.attempt, then, exc_info=error)
    return LinkAttempt(lease.article, error=said)
