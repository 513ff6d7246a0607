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

from articles.engine.linking.fingerprints import rarity_of_characters
from articles.models import Quote
from articles.models.db.advisory_lock import wait_for_turn
from articles.services import leases
from articles.services.leases import LEASE, Lease, LeaseLost
from articles.services.linking import incremental
from articles.services.revisions import AT_A_TIME, settle_all

logger = logging.getLogger(__name__)

# Seconds between two looks for work where there was none: what a reader who has just sent an article does not notice,
# and what a database with nothing to do does not notice either.
SHORTEST_PAUSE, LONGEST_PAUSE = 0.1, 2.0


@dataclass(frozen=True, slots=True)
class Attempt:
    """What one attempt at linking an article came to."""

    article: int
    quotes: int = 0
    joined: int = 0  # how many of them are printed in other articles too
    error: str = ""  # nothing was linked, for this reason


def work(*, stop: Event, length: timedelta = LEASE, once: bool = False) -> int:
    """Link what is due until told to `stop`, or with `once` until nothing is; answers how many articles it linked.

    The article at hand is always brought to an end.
    """
    make_ready()
    linked, pause = 0, SHORTEST_PAUSE
    while not stop.is_set():
        try:
            attempt = link_next(length)
        except (DatabaseError, InterfaceError) as error:
            if once:
                raise
            logger.warning("The database does not answer, trying again: %s", str(error).strip())
            connection.close()  # the next one may be answered
            attempt = None
        if attempt:
            linked += not attempt.error
            pause = SHORTEST_PAUSE
        elif _settled():
            continue
        elif once:
            break
        else:
            stop.wait(pause)
            pause = min(2 * pause, LONGEST_PAUSE)
    return linked


def make_ready() -> None:
    """Read the tables that linking needs, and let the collector of garbage pass over all that stays.

    Otherwise it looks through the whole program every few articles: the slowest of twenty then took 74 ms, not 64.
    """
    rarity_of_characters()
    gc.collect()
    gc.freeze()


def _settled() -> bool:
    """Keep how some lineages stand that have changed; False where all is kept already."""
    try:
        return bool(settle_all(most=AT_A_TIME))
    except (DatabaseError, InterfaceError) as error:
        logger.warning("Revisions wait: %s", str(error).strip())
        connection.close()
        return False


def link_next(length: timedelta = LEASE) -> Attempt | None:
    """Link the article that has been due longest; None where none is due."""
    lease = leases.claim(length)
    return link_under(lease) if lease else None


def link_under(lease: Lease) -> Attempt:
    """Link the quotations of the article that `lease` is of, and end it; or give it back, and say why.

    Raises DatabaseError only where the database does not even take the article back: then the lease runs out.
    """
    if lease.attempt > 1:
        logger.info("Article %s: attempt %s.", lease.article, lease.attempt)
    began = time.monotonic()
    try:
        with leases.kept(lease):
            attempt = _link(lease)
    except LeaseLost as lost:
        logger.warning("Article %s: left alone, %s.", lease.article, lost)
        return Attempt(lease.article, error=str(lost))
    except Exception as error:
        return _failed(lease, error)
    except BaseException:  # told to stop at once
        leases.lay_down(lease)
        raise
    took = time.monotonic() - began
    logger.info(
        "Article %s: %s quotations, %s of them printed elsewhere too (%.0f ms).",
        *(lease.article, attempt.quotes, attempt.joined, 1000 * took),
    )
    return attempt


def _link(lease: Lease) -> Attempt:
    """All of it or nothing, the end of the lease included."""
    with in_turn():
        leases.end(lease)
        quotes = list(Quote.objects.compared().filter(article=lease.article).order_by("start"))
        return Attempt(lease.article, len(quotes), incremental.link_quotes(quotes))


@contextmanager
def in_turn() -> Iterator[None]:
    """A transaction that links; PostgreSQL need not wait for the disk at its end, nor compile any question of it.

    Should the database server itself break down in the next half second, the article is due again as it was before: the
    end of its lease is lost with its links. SQLite is set up so for all transactions.
    """
    with transaction.atomic():
        wait_for_turn()
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute("SELECT set_config('synchronous_commit', 'off', true), set_config('jit', 'off', true)")
        yield


def _failed(lease: Lease, error: Exception) -> Attempt:
    said = f"{type(error).__name__}: {error}"
    given_up = leases.give_back(lease, said)
    then = "given up; a curator can have it tried again" if given_up else "it will be tried again"
    logger.error("Article %s: attempt %s failed, %s.", lease.article, lease.attempt, then, exc_info=error)
    return Attempt(lease.article, error=said)
