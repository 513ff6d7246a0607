"""Leases: which worker links which article, safe against workers that are killed at any moment.

An article is stored as *waiting*, in the transaction that ingests it: there is no separate queue on the way to which it
could be lost. A worker claims it for a minute by an UPDATE that only one worker can win, renews the lease every twenty
seconds, and ends it in the transaction that writes the links. A minute after a worker was killed the article is due
again. A worker that only slept finds that the lease is another's, and its links are rolled back. All times are the
database's own, so the clocks of the machines need not agree.
"""

import logging
import os
import secrets
import socket
from collections.abc import Callable, Collection, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from datetime import timedelta
from threading import Event, Thread
from typing import Any

from django.db import DatabaseError, connection
from django.db.models import DateTimeField, Expression, ExpressionWrapper, F, QuerySet, Value
from django.db.models.functions import Now

from articles.models import Article
from articles.models.db.batched import batched

logger = logging.getLogger(__name__)
State = Article.LinkState

# One article takes milliseconds; during a relink a worker waits for minutes, and renews its lease meanwhile.
LEASE_DURATION = timedelta(seconds=60)
HEARTBEATS_PER_LEASE = 3  # so two may be missed
MAX_ATTEMPTS = 5  # then it is given up and shown to curators: what kills its worker must not come up for ever
RETRY_DELAY = timedelta(seconds=10)  # after the first failure; twice as long after each further one
MAX_ERROR_LENGTH = 1000  # characters
BATCH_SIZE = 1000  # rows written together


class LeaseLostError(RuntimeError):
    """A lease that another worker holds by now, or that has ended."""


@dataclass(frozen=True, slots=True)
class Lease:
    """One attempt of one owner at one article; without a heartbeat it expires after `duration`."""

    article: int
    owner: str
    attempt: int = 1
    duration: timedelta = LEASE_DURATION


def create_owner_name() -> str:
    """Create a unique name in which an operator recognises the process."""
    return f"{socket.gethostname()[:60]}:{os.getpid()}:{secrets.token_hex(6)}"


def take(article: Article, duration: timedelta = LEASE_DURATION) -> Lease:
    """Take the lease of an article that this very transaction stores, so that nobody else has seen it."""
    lease = Lease(article.pk, create_owner_name(), duration=duration)
    Article.objects.filter(pk=article.pk).update(**_build_leased_state(lease))
    return lease


def claim(duration: timedelta = LEASE_DURATION, *, article: Article | None = None) -> Lease | None:
    """Claim the article that has been due longest, or `article` if it is due; return None where none is."""
    candidates = Article.objects.due() if article is None else Article.objects.due().filter(pk=article.pk)
    while True:
        seen = candidates.values_list("pk", "attempts").first()
        if seen is None:
            return None
        number, attempts = seen
        due = Article.objects.due().filter(pk=number, attempts=attempts)
        if attempts >= MAX_ATTEMPTS:
            due.update(**_build_failed_state(f"{attempts} workers started on it, and none of them finished."))
            continue
        lease = Lease(number, create_owner_name(), attempts + 1, duration)
        if due.update(**_build_leased_state(lease)):  # otherwise another worker was faster
            return lease


def renew(lease: Lease) -> bool:
    """Extend a lease by its duration; return False if it is no longer its owner's."""
    return bool(_select_leased(lease).update(lease_until=add_to_now(lease.duration)))


def heartbeat(lease: Lease) -> AbstractContextManager[None]:
    """Renew the lease in a thread for as long as the block runs."""
    return keep_renewing(lambda: renew(lease), lease.duration, f"article {lease.article}")


@contextmanager
def keep_renewing(renew: Callable[[], bool], duration: timedelta, subject: str) -> Iterator[None]:
    """Call `renew` in a thread for as long as the block runs, or until it returns False."""
    done = Event()
    thread = Thread(target=_send_heartbeats, args=(renew, duration, subject, done), name=f"lease of {subject}")
    thread.daemon = True
    thread.start()
    try:
        yield
    finally:
        done.set()
        thread.join()


def _send_heartbeats(renew: Callable[[], bool], duration: timedelta, subject: str, done: Event) -> None:
    while not done.wait(duration.total_seconds() / HEARTBEATS_PER_LEASE):
        try:
            if not renew():
                return
        except DatabaseError as error:  # under SQLite nobody else can write meanwhile, so the lease is safe
            logger.info("The lease of %s was not renewed: %s", subject, error)
        finally:
            connection.close()  # this thread's own


def complete(lease: Lease) -> None:
    """End a lease as done, inside the transaction that writes the links; raise LeaseLostError if it is another's."""
    if not _select_leased(lease).update(**_LINKED):
        raise LeaseLostError(f"article {lease.article} is no longer leased by {lease.owner}")


def release_failed(lease: Lease, error: str) -> bool:
    """End a lease as failed: the article is due again after a delay, or given up; return whether it was given up."""
    if lease.attempt >= MAX_ATTEMPTS:
        return bool(_select_leased(lease).update(**_build_failed_state(error)))
    delay = RETRY_DELAY * 2 ** (lease.attempt - 1)
    _select_leased(lease).update(
        link_state=State.WAITING, lease_owner="", lease_until=add_to_now(delay), last_error=_clean_error(error)
    )
    return False


def release(lease: Lease) -> None:
    """Release a lease without counting the attempt (worker shutdown); the article is due at once."""
    _select_leased(lease).update(
        link_state=State.WAITING, lease_owner="", lease_until=Now(), attempts=F("attempts") - 1, last_error=""
    )


def retry_failed(articles: Collection[int]) -> int:
    """Make articles that were given up due again; return how many."""
    given_up = Article.objects.failed().filter(pk__in=articles)
    return given_up.update(link_state=State.WAITING, lease_until=Now(), attempts=0)


def mark_linked(articles: Collection[int]) -> int:
    """Mark articles as linked, whoever holds their leases; return how many were not linked before."""
    still_open = set(Article.objects.exclude(lease_until=None).values_list("pk", flat=True))
    still_open |= set(Article.objects.failed().values_list("pk", flat=True))
    done = sorted(still_open.intersection(articles))
    for numbers in batched(done, BATCH_SIZE):
        Article.objects.filter(pk__in=numbers).update(**_LINKED)
    return len(done)


def _select_leased(lease: Lease) -> QuerySet[Article]:
    return Article.objects.filter(pk=lease.article, link_state=State.LINKING, lease_owner=lease.owner)


def add_to_now(length: timedelta) -> Expression:
    """Return the database's own now and a length of time."""
    return ExpressionWrapper(Now() + Value(length), output_field=DateTimeField())


_LINKED: dict[str, Any] = {"link_state": State.LINKED, "lease_owner": "", "lease_until": None, "last_error": ""}


def _build_leased_state(lease: Lease) -> dict[str, Any]:
    until = add_to_now(lease.duration)
    return {"link_state": State.LINKING, "lease_owner": lease.owner, "lease_until": until, "attempts": lease.attempt}


def _build_failed_state(error: str) -> dict[str, Any]:
    return _LINKED | {"link_state": State.FAILED, "last_error": _clean_error(error)}


def _clean_error(error: str) -> str:
    """Make an error message storable in both databases: no NUL, no lone surrogates, bounded length."""
    return error[:MAX_ERROR_LENGTH].replace("\0", "").encode(errors="replace").decode()
