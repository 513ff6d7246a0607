"""Who links which article, when a worker may be killed at any moment?

An article is stored as *waiting*, in the transaction that takes it in: nothing has to be put into a queue, so nothing
can be lost on the way there. SANA's article 12 is due; a worker claims it for a minute by an UPDATE that one worker
alone can win, says every twenty seconds that it is still at it, and ends the lease in the transaction that writes the
links. A worker that was killed says nothing any more: a minute later the article is due again. One that only slept
finds that the lease is another's, and its links are rolled back.

Times are the database's own, so the clocks of the machines need not agree.

Left to others: the linking (`linking`), who calls these in which order (`working`).
"""

import logging
import os
import secrets
import socket
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from threading import Event, Thread

from django.db import DatabaseError, connection
from django.db.models import DateTimeField, Expression, ExpressionWrapper, F, QuerySet, Value
from django.db.models.functions import Now

from articles.models import Article

logger = logging.getLogger(__name__)
State = Article.LinkState

# How long an article stays out of reach after its worker was killed. One article takes milliseconds; while everything
# is linked anew a worker waits for minutes, and beats all the while.
LEASE_DURATION = timedelta(seconds=60)
HEARTBEATS_PER_LEASE = 3  # in the time of one lease: two may go missing
# Then it is given up, and shown to curators: an article that kills its worker must not come up for ever.
MAX_ATTEMPTS = 5
RETRY_DELAY = timedelta(seconds=10)  # after the first failure; twice as long after each further one
MAX_ERROR_LENGTH = 1000  # characters
BATCH_SIZE = 1000  # rows written together


class LeaseLostError(RuntimeError):
    """The article is in other hands by now, or was dealt with."""


@dataclass(frozen=True, slots=True)
class Lease:
    """One attempt at one article: who makes it, and how long he may be silent."""

    article: int
    owner: str
    attempt: int = 1
    duration: timedelta = LEASE_DURATION


def create_owner_name() -> str:
    """A name that nobody has used before, in which an operator recognises the process."""
    return f"{socket.gethostname()[:60]}:{os.getpid()}:{secrets.token_hex(6)}"


def take(article: Article, duration: timedelta = LEASE_DURATION) -> Lease:
    """The lease of an article that this very transaction stores: nobody else has seen it yet."""
    lease = Lease(article.pk, create_owner_name(), duration=duration)
    taken = Article.objects.filter(pk=article.pk)
    taken.update(
        link_state=State.LINKING, lease_owner=lease.owner, lease_until=_add_to_now(duration), attempts=lease.attempt
    )
    return lease


def claim(duration: timedelta = LEASE_DURATION, *, article: Article | None = None) -> Lease | None:
    """Take the article that has been due longest, or the one named, if it is due; None where none is."""
    wanted = Article.objects.due() if article is None else Article.objects.due().filter(pk=article.pk)
    while True:
        seen = wanted.values_list("pk", "attempts").first()
        if seen is None:
            return None
        number, attempts = seen
        due = Article.objects.due().filter(pk=number, attempts=attempts)
        if attempts >= MAX_ATTEMPTS:
            due.update(**_build_failed_state(f"{attempts} workers took it up, and none of them was heard of again."))
            continue
        lease = Lease(number, create_owner_name(), attempts + 1, duration)
        taken = due.update(
            link_state=State.LINKING, lease_owner=lease.owner, lease_until=_add_to_now(duration), attempts=lease.attempt
        )
        if taken:  # otherwise another worker was faster
            return lease


def renew(lease: Lease) -> bool:
    """Say that the owner is still at it; False where the lease is his no more."""
    return bool(_select_leased(lease).update(lease_until=_add_to_now(lease.duration)))


@contextmanager
def heartbeat(lease: Lease) -> Iterator[None]:
    """Keep the lease from running out for as long as the block takes."""
    over = Event()
    beating = Thread(target=_send_heartbeats, args=(lease, over), name=f"lease of article {lease.article}", daemon=True)
    beating.start()
    try:
        yield
    finally:
        over.set()
        beating.join()


def _send_heartbeats(lease: Lease, over: Event) -> None:
    while not over.wait(lease.duration.total_seconds() / HEARTBEATS_PER_LEASE):
        try:
            if not renew(lease):
                return
        except DatabaseError as error:  # SQLite lets nobody else write meanwhile, and so takes nothing away either
            logger.info("The lease of article %s was not prolonged: %s", lease.article, error)
        finally:
            connection.close()  # this thread's own


def complete(lease: Lease) -> None:
    """Exchange the lease for the result, inside the transaction that writes it.

    Raises LeaseLost where it is another's. From here to the end of the transaction nobody can take the article away,
    and where the transaction does not come to its end, nothing of this has happened.
    """
    ended = _select_leased(lease).update(link_state=State.LINKED, lease_owner="", lease_until=None, last_error="")
    if not ended:
        raise LeaseLostError(f"article {lease.article} is not {lease.owner}'s any more")


def release_failed(lease: Lease, error: str) -> bool:
    """Let others try after a rest, or nobody any more after too many attempts; answers whether it was given up."""
    if lease.attempt >= MAX_ATTEMPTS:
        return bool(_select_leased(lease).update(**_build_failed_state(error)))
    rest = RETRY_DELAY * 2 ** (lease.attempt - 1)
    _select_leased(lease).update(
        link_state=State.WAITING, lease_owner="", lease_until=_add_to_now(rest), last_error=_clean_error(error)
    )
    return False


def release(lease: Lease) -> None:
    """Give it back untouched, to be taken up by anybody at once: the owner was told to stop."""
    _select_leased(lease).update(
        link_state=State.WAITING, lease_owner="", lease_until=Now(), attempts=F("attempts") - 1, last_error=""
    )


def retry_failed(articles: Collection[int]) -> int:
    """Let articles that were given up be due again; answers how many were."""
    given_up = Article.objects.failed().filter(pk__in=articles)
    return given_up.update(link_state=State.WAITING, lease_until=Now(), attempts=0)


def mark_linked(articles: Collection[int]) -> int:
    """Nothing is left to be done for these: their quotes have been linked, whoever holds them. Answers for how many."""
    still_open = set(Article.objects.exclude(lease_until=None).values_list("pk", flat=True))
    still_open |= set(Article.objects.failed().values_list("pk", flat=True))
    done = sorted(still_open.intersection(articles))
    for start in range(0, len(done), BATCH_SIZE):
        some = Article.objects.filter(pk__in=done[start : start + BATCH_SIZE])
        some.update(link_state=State.LINKED, lease_owner="", lease_until=None, last_error="")
    return len(done)


def _select_leased(lease: Lease) -> QuerySet[Article]:
    return Article.objects.filter(pk=lease.article, link_state=State.LINKING, lease_owner=lease.owner)


def _add_to_now(length: timedelta) -> Expression:
    return ExpressionWrapper(Now() + Value(length), output_field=DateTimeField())


def _build_failed_state(error: str) -> dict[str, object]:
    return {
        "link_state": State.FAILED,
        "lease_owner": "",
        "lease_until": None,
        "last_error": _clean_error(error),
    }


def _clean_error(error: str) -> str:
    """What both databases take: no NUL, no half characters, not without end."""
    return error[:MAX_ERROR_LENGTH].replace("\0", "").encode(errors="replace").decode()
