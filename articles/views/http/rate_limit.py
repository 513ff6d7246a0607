"""Rate limits: how often one sender may ask for what costs much, and how much of it is done at once.

Requests are counted in each process for itself, because the limits only keep one sender from taking all. The address is
hashed and forgotten with the count.
"""

import hashlib
import time
from collections.abc import Iterator
from contextlib import contextmanager
from threading import BoundedSemaphore

from django.core.cache import cache
from django.http import HttpRequest

from articles.views.http.client_address import get_client_address

MINUTE = 60  # seconds
HOUR = 60 * MINUTE


class NoFreeSlotError(Exception):
    """As much is being done as this process does at once."""


def count_seconds_to_wait(what: str, request: HttpRequest, *, limit: int, period: int = MINUTE) -> int:
    """Count the request, and return for how many seconds its sender must wait: 0 within the limit."""
    now = time.time()
    sender = hashlib.sha256(get_client_address(request).encode()).hexdigest()[:16]
    key = f"{what}-{sender}-{int(now // period)}"
    cache.add(key, 0, 2 * period)
    try:
        count = cache.incr(key)
    except ValueError:  # it was thrown out between the two, to make room
        return 0
    return 0 if count <= limit else period - int(now % period)


@contextmanager
def hold_slot(slots: BoundedSemaphore, seconds: float) -> Iterator[None]:
    """Hold one of the `slots` while something costly is done.

    Raises NoFreeSlotError where none is free within `seconds`.
    """
    if not slots.acquire(timeout=seconds):
        raise NoFreeSlotError
    try:
        yield
    finally:
        slots.release()
