"""Archives: ask the Internet Archive when it first kept an article's page, and have pages saved there.

A first capture proves that the page existed by then, never when it was published. `queue_lookups` puts a question for
each article with a public address; `ask_next` asks the one that has been due longest. The archive bears thirty
questions a minute from one address and bars who ignores its 429: all workers together ask one in `PACE`, and none
before the moment that the archive names. The claim of a question and the pace are one transaction under a lock; a
killed worker's question is due again after `CLAIM`.

The first capture is asked of the CDX server, which answers
``[["timestamp", "original", "digest"], ["20151117123456", "http://www.sana.sy/", "IUZ5..."]]``. Where it is earlier
than the printed date, the capture next after that date is asked for too: it shows what was printed. Save Page Now 2
takes an address with the keys of an account, and is asked every few seconds what became of it.
"""

import json
import logging
from datetime import UTC, datetime, timedelta
from http import HTTPStatus
from threading import Event
from typing import Any
from urllib.parse import urldefrag, urlencode

from django.conf import settings
from django.contrib.auth.models import User
from django.db import DatabaseError, InterfaceError, connection, transaction
from django.db.models import Max
from django.utils import timezone

from articles.importers.fetching import FetchedPage, FetchError, ask_once
from articles.importers.fetching.addresses import has_public_host
from articles.models import ArchiveJob, Article, Fetch, Lineage
from articles.models.archive import build_copy_address
from articles.models.db.advisory_lock import ARCHIVE_LOCK, acquire_lock
from articles.services.fetching import find_host, read_wait

logger = logging.getLogger(__name__)

PACE = timedelta(seconds=2.5)  # between two questions: 24 a minute, of the 30 that the archive bears
CLAIM = timedelta(minutes=5)  # longer than a question may take
MAX_ATTEMPTS = 5
RETRY_DELAY = timedelta(minutes=1)  # after the first failure; four times as long after each further one
REST_WHEN_BUSY = timedelta(minutes=1)  # for all questions, after 429 without a Retry-After
ASK_AGAIN = timedelta(days=30)  # where the archive has no copy yet
SAVE_PAUSE = timedelta(seconds=10)  # between two questions about a page that is being saved
MAX_SAVE_QUESTIONS = 60
QUEUED_AT_ONCE = 200
MAX_ANSWER = 200_000  # bytes
FIRST_YEAR = 1996  # of the Internet Archive
AHEAD_OF_ALL = timedelta(days=365)  # by which what a curator asks is due before what waits

_TEXTS = ("article__original", "article__text", "article__paragraphs")

Task, State = ArchiveJob.Task, ArchiveJob.State


class ArchiveError(Exception):
    """A question that the archive did not answer; the message says why. With `is_final` it is not asked again."""

    def __init__(self, reason: str, *, is_final: bool = False) -> None:
        super().__init__(reason)
        self.is_final = is_final


class BusyError(Exception):
    """The archive asks to be left alone for a while."""

    def __init__(self, wait: timedelta) -> None:
        super().__init__(wait)
        self.wait = wait


def can_look_up() -> bool:
    """Return whether the archive may be asked."""
    return bool(settings.ARCHIVE_LOOKUPS)


def can_save() -> bool:
    """Return whether pages can be saved: that needs keys."""
    return can_look_up() and bool(settings.ARCHIVE_ACCESS_KEY and settings.ARCHIVE_SECRET_KEY)


def follow(*, stop: Event, once: bool = False) -> int:
    """Ask the archive until `stop` is set, or with `once` until nothing is due; count the questions."""
    asked = 0
    while can_look_up() and not stop.is_set():
        try:
            queue_lookups()
            job = ask_next()
            is_done = once and job is None and not ArchiveJob.objects.due(timezone.now()).exists()
        except (DatabaseError, InterfaceError) as error:
            if once:
                raise
            logger.warning("The database does not answer; trying again: %s", str(error).strip())
            connection.close()  # a new connection may work
            job, is_done = None, False
        except Exception:  # of one question; its row is due again after `CLAIM`, and the others go on
            logger.exception("A question to the archive could not be asked.")
            job, is_done = None, False
        if is_done:
            break
        asked += job is not None
        stop.wait(PACE.total_seconds())
    return asked


@transaction.atomic
def queue_lookups() -> int:
    """Put a question for each article that is newer than the last one asked about; return how many."""
    acquire_lock(ARCHIVE_LOCK)
    newest = ArchiveJob.objects.filter(task=Task.FIRST).aggregate(newest=Max("article"))["newest"] or 0
    articles = Article.objects.public().filter(pk__gt=newest, url_key__isnull=False).order_by("pk")
    rows = articles.values_list("pk", "url")[:QUEUED_AT_ONCE]
    jobs = [ArchiveJob(article_id=number, task=Task.FIRST, address=url) for number, url in rows]
    ArchiveJob.objects.bulk_create(jobs, ignore_conflicts=True)
    return len(jobs)


def request_lookup(article: Article, *, by: User | None) -> ArchiveJob:
    """Ask, before all others, for the first capture of an article's address, again if it was asked before."""
    job, _ = ArchiveJob.objects.get_or_create(article=article, task=Task.FIRST, defaults={"address": article.url})
    return _put_first(job, article, by)


def request_save(article: Article, *, by: User | None) -> ArchiveJob:
    """Ask, before all others, to save an article's page; one saving at a time."""
    open_one = article.archive_jobs.filter(task=Task.SAVE, state__in=(State.WAITING, State.SAVING)).first()
    return open_one or _put_first(ArchiveJob(article=article, task=Task.SAVE), article, by)


def _put_first(job: ArchiveJob, article: Article, by: User | None) -> ArchiveJob:
    job.address, job.by, job.state, job.problem, job.attempts = article.url, by, State.WAITING, "", 0
    job.due = timezone.now() - AHEAD_OF_ALL
    job.save()
    return job


def ask_next(now: datetime | None = None) -> ArchiveJob | None:
    """Ask the question that has been due longest; return it, or None where none is due or the pace forbids it."""
    now = now or timezone.now()
    job = _claim(now)
    if job is None:
        return None
    try:
        _ASKERS[Task(job.task)](job, now)
    except BusyError as problem:
        job.attempts -= 1
        job.due = job.held_until = now + problem.wait
        job.problem = "the archive asks to come back later"
    except ArchiveError as problem:
        job.problem = str(problem)
        given_up = problem.is_final or job.attempts >= MAX_ATTEMPTS
        job.state = State.FAILED if given_up else job.state
        job.due = None if given_up else now + RETRY_DELAY * 4 ** (job.attempts - 1)
    job.save()
    return job


@transaction.atomic
def _claim(now: datetime) -> ArchiveJob | None:
    acquire_lock(ARCHIVE_LOCK)
    if ArchiveJob.objects.filter(held_until__gt=now).exists():
        return None
    job = ArchiveJob.objects.due(now).select_related("article__outlet", "by").defer(*_TEXTS).first()
    if job is not None:
        job.due, job.held_until, job.attempts = now + CLAIM, now + PACE, job.attempts + 1
        job.save(update_fields=["due", "held_until", "attempts"])
    return job


def _ask_first(job: ArchiveJob, now: datetime) -> None:
    """Ask when the address was first captured; where that was before the printed date, the next question follows."""
    article = job.article
    found = _ask_cdx(job, now)
    if found is None:
        job.state, job.problem = State.NONE, ""
        job.due = now + ASK_AGAIN if job.attempts < MAX_ATTEMPTS else None
        return
    _finish(job, *found)
    note_capture(article, job.captured, job.copy if not article.is_before_printed_date(found[0]) else "")
    if article.is_before_printed_date(found[0]):
        following = {"address": job.address, "due": now}
        ArchiveJob.objects.get_or_create(article=article, task=Task.NEAREST, defaults=following)


def _ask_nearest(job: ArchiveJob, now: datetime) -> None:
    """Ask for the first capture since the printed date; where there is none, the first of all stands for it."""
    first, _ = job.article.published_interval
    found = _ask_cdx(job, now, since=datetime.fromtimestamp(first, UTC)) or _get_first_capture(job)
    if found is None:
        job.state, job.due = State.NONE, None
        return
    _finish(job, *found)
    note_capture(job.article, None, job.copy)


def _get_first_capture(job: ArchiveJob) -> tuple[datetime, str] | None:
    known = job.article.existed_by
    return (known, "") if known else None


def _finish(job: ArchiveJob, captured: datetime, digest: str) -> None:
    job.state, job.due, job.problem, job.captured, job.digest = State.DONE, None, "", captured, digest
    job.copy = build_copy_address(settings.ARCHIVE_ADDRESS, captured, job.address)


def note_capture(article: Article, captured: datetime | None, copy: str) -> None:
    """Store the earliest capture of an article's page, and the copy to lead readers to where none is known.

    A lineage gets a new revision where the capture is the first to contradict the printed date.
    """
    known = article.is_date_contradicted
    with transaction.atomic():
        article.refresh_from_db(fields=["existed_by", "archive_url"])
        if captured and (article.existed_by is None or captured < article.existed_by):
            article.existed_by = captured
        article.archive_url = article.archive_url or copy
        Article.objects.filter(pk=article.pk).update(existed_by=article.existed_by, archive_url=article.archive_url)
        if article.is_date_contradicted and not known:
            Lineage.objects.filter(printings__quote__article=article).update(stale=True)


# --- the CDX server -----------------------------------------------------------------------------------------------


def _ask_cdx(job: ArchiveJob, now: datetime, since: datetime | None = None) -> tuple[datetime, str] | None:
    """Ask for the earliest capture, `since` a moment; return its moment and digest, or None where there is none."""
    if not has_public_host(job.address):
        raise ArchiveError("it is not on the public web", is_final=True)
    question = [
        ("url", urldefrag(job.address)[0]),
        ("output", "json"),
        ("limit", "1"),
        ("filter", "statuscode:200"),
        ("filter", "mimetype:text/html"),
        ("fl", "timestamp,original,digest"),
        *([("from", f"{since:%Y%m%d%H%M%S}")] if since else []),
    ]
    answer = _ask(job, now, f"/cdx/search/cdx?{urlencode(question)}")
    if not isinstance(answer, list):
        raise ArchiveError("the archive sent no list of captures")
    rows = [row for row in answer[1:] if isinstance(row, list) and len(row) == 3]
    if len(rows) != len(answer[1:]):
        raise ArchiveError("the archive sent a list of captures that cannot be read")
    return (_parse_moment(rows[0][0], now), str(rows[0][2])[:64]) if rows else None


def _parse_moment(written: object, now: datetime) -> datetime:
    """Parse the moment of a capture, as in 20151117123456."""
    try:
        moment = datetime.strptime(str(written), "%Y%m%d%H%M%S").replace(tzinfo=UTC)
    except ValueError:
        raise ArchiveError("the archive gave a moment that cannot be read") from None
    if moment.year < FIRST_YEAR or moment > now + timedelta(days=1):
        raise ArchiveError("the archive gave a moment that cannot be true")
    return moment


# --- Save Page Now ------------------------------------------------------------------------------------------------


def _save(job: ArchiveJob, now: datetime) -> None:
    """Have the page saved, or ask what became of it."""
    if not can_save():
        raise ArchiveError("the keys of an account at the archive are not set", is_final=True)
    if not has_public_host(job.address):
        raise ArchiveError("it is not on the public web", is_final=True)
    if job.state == State.SAVING:
        _ask_about_saving(job, now)
        return
    form = {"url": urldefrag(job.address)[0], "skip_first_archive": "1", "if_not_archived_within": "1d"}
    answer = _ask(job, now, "/save", form=form, with_keys=True)
    receipt = answer.get("job_id") if isinstance(answer, dict) else None
    if not isinstance(receipt, str) or not receipt:
        raise _describe_refusal(answer)
    job.state, job.receipt, job.problem = State.SAVING, receipt[:200], ""
    job.attempts, job.due = 0, now + SAVE_PAUSE


def _ask_about_saving(job: ArchiveJob, now: datetime) -> None:
    answer = _ask(job, now, f"/save/status/{job.receipt}", with_keys=True)
    status = answer.get("status") if isinstance(answer, dict) else None
    if status == "success":
        _finish(job, _parse_moment(answer.get("timestamp"), now), "")
        note_capture(job.article, job.captured, job.copy)
    elif status == "pending" and job.attempts < MAX_SAVE_QUESTIONS:
        job.due = now + SAVE_PAUSE
    elif status == "pending":
        raise ArchiveError("the archive did not finish; try again later", is_final=True)
    else:
        raise _describe_refusal(answer)


def _describe_refusal(answer: Any) -> ArchiveError:
    said = answer.get("message") or answer.get("status_ext") if isinstance(answer, dict) else ""
    why = f": {str(said)[:200]}" if said else ""
    return ArchiveError(f"the archive did not save it{why}", is_final=True)


# --- one question -------------------------------------------------------------------------------------------------


def _ask(
    job: ArchiveJob, now: datetime, path: str, *, form: dict[str, str] | None = None, with_keys: bool = False
) -> Any:
    """Ask the archive, keep a row of it, and return the JSON of its answer."""
    address = settings.ARCHIVE_ADDRESS + path
    headers = {"Accept": "application/json"}
    if with_keys:
        headers["Authorization"] = f"LOW {settings.ARCHIVE_ACCESS_KEY}:{settings.ARCHIVE_SECRET_KEY}"
    record = Fetch(
        address=address, host=find_host(address), purpose=Fetch.Purpose.ARCHIVE, by=job.by, article=job.article
    )
    try:
        page = ask_once(address, headers=headers, form=form)
    except FetchError:
        record.problem = "the archive does not answer"
        record.save()
        raise ArchiveError(record.problem) from None
    record.final_address, record.status, record.headers = address, page.status, dict(page.headers)
    record.fetched, record.sha256, record.size = page.fetched, page.sha256, len(page.body)
    job.answered = page.fetched
    try:
        return _read_answer(page, now)
    except ArchiveError as problem:
        record.problem = str(problem)
        raise
    finally:
        record.save()


def _read_answer(page: FetchedPage, now: datetime) -> Any:
    if page.status == HTTPStatus.TOO_MANY_REQUESTS:
        raise BusyError(max(REST_WHEN_BUSY, read_wait(page.headers, now)))
    if page.status == HTTPStatus.UNAUTHORIZED:
        raise ArchiveError("the archive refuses the keys", is_final=True)
    if page.status == HTTPStatus.FORBIDDEN:
        raise ArchiveError("the archive shows no copies of this site (403)", is_final=True)
    if page.status != HTTPStatus.OK:
        raise ArchiveError(f"the archive answered with status {page.status}", is_final=page.status < 500)
    try:
        return json.loads(page.body) if len(page.body) <= MAX_ANSWER else None
    except (ValueError, RecursionError):
        raise ArchiveError("the archive sent something that is not JSON") from None


_ASKERS = {Task.FIRST: _ask_first, Task.NEAREST: _ask_nearest, Task.SAVE: _save}
