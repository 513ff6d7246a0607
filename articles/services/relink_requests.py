"""Requests to link all quotations again: made and cancelled by curators, carried out by a worker.

A worker claims the open request by an UPDATE that only one can win, and renews the lease while it compares, which takes
seconds to minutes and holds no lock: articles come in and are linked meanwhile. What it found is stored, and the
request ended, in one transaction. A worker that is killed at any moment therefore leaves everything as it was, and
another one begins again when the lease expires. Cancelling ends the request at once; the worker finds so at its next
step.
"""

import logging
import time
from contextlib import AbstractContextManager
from dataclasses import asdict, dataclass
from datetime import timedelta
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import F, QuerySet
from django.db.models.functions import Now

from articles.models import RelinkRequest
from articles.models.decision import Curator
from articles.services import leases
from articles.services.exceptions import CurationError
from articles.services.leases import LEASE_DURATION, create_owner_name

logger = logging.getLogger(__name__)
State, Step = RelinkRequest.State, RelinkRequest.Step

MAX_ATTEMPTS = 3  # then it is given up: what kills its worker must not come up for ever
PROGRESS_INTERVAL = 0.5  # seconds between two updates of the progress
MAX_ERROR_LENGTH = 1000
_STEPS = {
    "quotations": Step.READING,
    "wordings": Step.COMPARING,
    "comparing": Step.COMPARING,
    "grouping": Step.GROUPING,
}


class RelinkEndedError(RuntimeError):
    """A request that was cancelled, or that another worker holds by now."""


def request_relink(*, by: Curator, dry_run: bool = False) -> RelinkRequest:
    """Ask for a relink, or a dry run of one. Raises CurationError if a request is open."""
    try:
        with transaction.atomic():
            return RelinkRequest.objects.create(by_id=by.pk, dry_run=dry_run)
    except IntegrityError as error:
        raise CurationError("One is already running. Wait until it has ended, or cancel it.") from error


def cancel(request: RelinkRequest, *, by: Curator) -> None:
    """Cancel a request that waits or compares. Raises CurationError if it has ended or is being stored."""
    open_one = RelinkRequest.objects.filter(pk=request.pk, open=True).exclude(step=Step.WRITING)
    if not open_one.update(**_build_ended_state(State.CANCELLED), ended_by=by.pk):
        raise CurationError("It has ended, or its result is being stored: it can no longer be cancelled.")


def run_next(duration: timedelta = LEASE_DURATION) -> RelinkRequest | None:
    """Carry out the open request if no other worker does; return it as it ended, or None where none is due."""
    lease = _claim(duration)
    if lease is None:
        return None
    try:
        with _heartbeat(lease):
            _run(lease)
    except RelinkEndedError as error:
        logger.info("Relink %s: %s.", lease.request, error)
    except Exception as error:
        logger.exception("Relink %s failed.", lease.request)
        message = f"{type(error).__name__}: {error}"[:MAX_ERROR_LENGTH].replace("\0", "")
        lease.select().update(**_build_ended_state(State.FAILED), error=message)
    except BaseException:  # the process is to stop at once
        lease.select().update(
            state=State.WAITING, lease_owner="", lease_until=None, step=Step.NONE, attempts=F("attempts") - 1
        )
        raise
    return RelinkRequest.objects.get(pk=lease.request)


@dataclass(frozen=True, slots=True)
class _RelinkLease:
    request: int
    owner: str
    duration: timedelta
    dry_run: bool

    def select(self) -> QuerySet[RelinkRequest]:
        """Select the request if it is still this lease's."""
        return RelinkRequest.objects.filter(pk=self.request, state=State.RUNNING, lease_owner=self.owner)

    def update(self, **values: Any) -> None:
        """Change the request and renew the lease. Raises RelinkEndedError if the lease has ended."""
        if not self.select().update(**values, lease_until=leases.add_to_now(self.duration)):
            raise RelinkEndedError("cancelled, or taken by another worker")


def _claim(duration: timedelta) -> _RelinkLease | None:
    """Claim the open request if it is due; give it up after too many attempts."""
    seen = RelinkRequest.objects.due().first()
    if seen is None:
        return None
    due = RelinkRequest.objects.due().filter(pk=seen.pk, attempts=seen.attempts)
    if seen.attempts >= MAX_ATTEMPTS:
        error = f"{seen.attempts} workers started on it, and none of them finished."
        due.update(**_build_ended_state(State.FAILED), error=error)
        return None
    lease = _RelinkLease(seen.pk, create_owner_name(), duration, seen.dry_run)
    claimed = due.update(
        state=State.RUNNING,
        step=Step.READING,
        done=0,
        total=0,
        lease_owner=lease.owner,
        lease_until=leases.add_to_now(duration),
        attempts=seen.attempts + 1,
    )
    return lease if claimed else None


def _run(lease: _RelinkLease) -> None:
    from articles.services.linking.relink import RelinkReport, relink_beside_linking  # NumPy takes a tenth of a second

    progress = _Progress(lease)

    def complete(report: RelinkReport) -> None:
        ended = _build_ended_state(State.DONE) | {"report": asdict(report)}
        if not lease.select().update(**ended):
            raise RelinkEndedError("cancelled, or taken by another worker")

    report = relink_beside_linking(
        dry_run=lease.dry_run, progress=progress.add, on_writing=progress.set_writing, complete=complete
    )
    if lease.dry_run:
        complete(report)
    logger.info("Relink %s: %s quotations, %s moved.", lease.request, report.quotes, report.moved)


class _Progress:
    """Progress of a request: stored twice a second while nothing is locked; raises RelinkEndedError when cancelled."""

    def __init__(self, lease: _RelinkLease) -> None:
        self.lease = lease
        self.done = self.total = 0
        self.step: str = Step.READING
        self.stored = 0.0
        self.is_writing = False

    def add(self, step: str, done: int) -> None:
        """Add what was dealt with since the last call; steps of storing are not shown."""
        if self.is_writing or step not in _STEPS:
            return
        new_step = _STEPS[step]
        if step == "wordings":
            self.total, self.done = done, 0
        elif step == "comparing":
            self.done += done
        if new_step != self.step or time.monotonic() > self.stored + PROGRESS_INTERVAL:
            self.lease.update(step=new_step, done=self.done, total=self.total)
            self.step, self.stored = new_step, time.monotonic()

    def set_writing(self, is_writing: bool) -> None:
        """Note that the result is being stored, from when on nothing can be cancelled, or that it could not be."""
        self.is_writing = is_writing
        self.lease.update(step=Step.WRITING if is_writing else Step.READING)


def _heartbeat(lease: _RelinkLease) -> AbstractContextManager[None]:
    """Renew the lease in a thread for as long as the block runs: storing can take longer than a lease."""
    return leases.keep_renewing(
        lambda: bool(lease.select().update(lease_until=leases.add_to_now(lease.duration))),
        lease.duration,
        f"relink {lease.request}",
    )


def _build_ended_state(state: str) -> dict[str, Any]:
    return {"state": state, "open": None, "lease_owner": "", "lease_until": None, "ended": Now()}
