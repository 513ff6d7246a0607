"""Fetch addresses at a pace that no site minds, and keep a row of each request.

The row says what was asked, what answered and when, whether or not an article came of it.
"""

import time
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from http import HTTPStatus
from urllib.parse import urlsplit

from django.contrib.auth.models import User
from django.utils import timezone

from articles.importers.fetching import FetchedPage, FetchError, fetch
from articles.importers.fetching.walls import describe_wall
from articles.models import Fetch

HOST_PAUSE = timedelta(seconds=1)  # between two requests to one host
MAX_HOST_LENGTH = 255
LONGEST_WAIT = timedelta(days=31)  # that a server may ask for


def fetch_page(
    address: str,
    *,
    by: User | None = None,
    purpose: Fetch.Purpose = Fetch.Purpose.PAGE,
    headers: Mapping[str, str] | None = None,
) -> tuple[Fetch, FetchedPage | None]:
    """Fetch a page and store what came of it; the page is None where there is none, and the row says why.

    A page that is unchanged (304) is no problem, and None.
    """
    record = Fetch(address=address.strip(), host=find_host(address), by=by, purpose=purpose)
    wait_for_turn(record.host)
    try:
        page = fetch(record.address, headers=headers)
    except FetchError as error:
        record.problem = str(error)
        record.save()
        return record, None
    record.final_address = page.final_address
    record.redirects = [[step.status, step.address] for step in page.redirects]
    record.status, record.headers, record.fetched = page.status, dict(page.headers), page.fetched
    record.sha256, record.size = page.sha256, len(page.body)
    record.problem = "" if page.status == HTTPStatus.NOT_MODIFIED else describe_wall(page)
    record.save()
    return record, page if page.status == HTTPStatus.OK and not record.problem else None


def find_host(address: str) -> str:
    """Return the host of an address in lower case; empty where it has none."""
    try:
        return (urlsplit(address.strip()).hostname or "")[:MAX_HOST_LENGTH]
    except ValueError:
        return ""


def wait_for_turn(host: str) -> None:
    """Wait until `HOST_PAUSE` has passed since the last request to this host."""
    last = find_last_request(host)
    rest = last + HOST_PAUSE - timezone.now() if last else timedelta(0)
    if rest > timedelta(0):
        time.sleep(min(rest, HOST_PAUSE).total_seconds())


def find_last_request(host: str) -> datetime | None:
    """Return when this host was last asked and answered."""
    answered = Fetch.objects.filter(host=host, status__isnull=False).order_by("-fetched")
    return answered.values_list("fetched", flat=True).first()


def read_wait(headers: Mapping[str, str], now: datetime, *, only_asked: bool = False) -> timedelta:
    """Return how long a server asks to wait: ``Retry-After``, else ``Cache-Control: max-age``, else ``Expires``.

    With `only_asked` it is ``Retry-After`` alone: how long a page may be cached does not matter then.
    """
    retry = headers.get("retry-after", "").strip()
    if retry.isdecimal():
        return min(timedelta(seconds=int(retry[:9])), LONGEST_WAIT)
    if only_asked and not retry:
        return timedelta(0)
    directives = [part.strip().lower() for part in headers.get("cache-control", "").split(",")]
    ages = [part.removeprefix("max-age=") for part in directives if part.startswith("max-age=")]
    if not retry and ages and ages[0].isdecimal() and "no-cache" not in directives:
        return min(timedelta(seconds=int(ages[0][:9])), LONGEST_WAIT)
    try:
        moment = parsedate_to_datetime(retry or headers.get("expires", ""))
    except (ValueError, TypeError):
        return timedelta(0)
    moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return min(max(moment - now, timedelta(0)), LONGEST_WAIT)
