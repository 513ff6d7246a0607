"""Sources: follow feeds and news sitemaps, and store the articles that they list.

`add_source` finds the feed of an address. `poll_next` asks the source that has been due longest, `store_next` fetches
the page that has been due longest; `follow` calls both in turns, in a thread of the worker. Each claims its row by an
UPDATE that only one worker can win and that makes the row due again in `CLAIM`: what a killed worker held is not lost.
The article and the state of its item are stored in one transaction, so that nothing is stored twice.

How often a source is asked follows RFC 9110 and what its items tell: half of the mean time between the last ten, within
`MIN_INTERVAL` and `MAX_INTERVAL`, not before what the source asks for. After failures the pause doubles.
"""

import hashlib
import logging
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from http import HTTPStatus
from threading import Event
from typing import Any

from django.contrib.auth.models import User
from django.db import DatabaseError, InterfaceError, connection, transaction
from django.utils import timezone

from articles import importers
from articles.engine.text.normalization import fold
from articles.importers import ArticleDraft, UnreadableError
from articles.importers.feeds import PARSER_MODULE, Feed, FeedError, FeedItem, parse_feed
from articles.importers.fetching import FetchedPage, robots
from articles.importers.sandbox import SandboxProcess
from articles.models import Article, Fetch, Source, SourceItem
from articles.models.addresses import hash_url
from articles.models.source import MAX_ADDRESS_LENGTH
from articles.services.fetching import HOST_PAUSE, fetch_page, find_host, find_last_request, read_wait
from articles.services.ingest import NoArticleBodyError, store_article
from articles.services.rechecking import recheck_next

logger = logging.getLogger(__name__)

MIN_INTERVAL, MAX_INTERVAL = timedelta(minutes=10), timedelta(days=1)
RECENT_ITEMS = 10  # whose times tell how often a source is asked
CLAIM = timedelta(minutes=5)  # longer than a fetch may take
MAX_FAILURES = 30  # in a row, then a source is not asked any more
MAX_ATTEMPTS = 5  # at one page
RETRY_DELAY = timedelta(minutes=5)  # after the first failure of a page; four times as long after each further one
NEWEST_AT_FIRST = 30  # items of a new source that are fetched; the others count as known
REQUESTS_KEPT = timedelta(days=7)  # to the source itself; those for articles are evidence and stay
PAUSE = 2.0  # seconds between two looks for work
MAX_PARTS_POLLED = 3  # of an index of sitemaps: the newest stand first in those of news
_PERMANENT = frozenset({HTTPStatus.MOVED_PERMANENTLY, HTTPStatus.PERMANENT_REDIRECT})


class SourceError(ValueError):
    """An address that cannot be followed; the message says why and what to do."""

    def __init__(self, reason: str) -> None:
        super().__init__(f"{reason[:1].upper()}{reason[1:]}".rstrip(".") + ".")


def add_source(address: str, *, by: User | None = None, now: datetime | None = None, **filters: Any) -> Source:
    """Follow the feed or news sitemap at an address, or the first feed that the page there names.

    The same source twice is one. Raises SourceError where there is none.
    """
    address = address.strip()
    if known := Source.objects.filter(address=address).first():
        return known
    with SandboxProcess(PARSER_MODULE) as parser:
        found, feed = _find_feed(address, parser, by)
    if known := Source.objects.filter(address=found).first():
        return known
    if len(found) > MAX_ADDRESS_LENGTH:
        raise SourceError(f"the address of the feed is longer than {MAX_ADDRESS_LENGTH:,} characters")
    source = Source(address=found, by=by, kind=feed.kind, title=feed.title, **filters)
    source.next_poll = now or timezone.now()
    source.save()
    return source


def _find_feed(address: str, parser: SandboxProcess, by: User | None) -> tuple[str, Feed]:
    """Find the feed of an address: what is there, a feed that the page names, or a news sitemap of the site."""
    record, page = fetch_page(address, by=by, purpose=Fetch.Purpose.FEED)
    if page is None:
        raise SourceError(record.problem)
    try:
        return address, parse_feed(page.body, page.final_address, parser=parser)
    except FeedError as error:
        sitemaps = [each for each in robots.find_sitemaps(page.final_address) if "news" in each.lower()]
        candidates, problem = [*error.links, *sitemaps], str(error)
    for candidate in candidates:
        record, page = fetch_page(candidate, by=by, purpose=Fetch.Purpose.FEED)
        problem = record.problem
        if page is None:
            continue
        try:
            return candidate, parse_feed(page.body, page.final_address, parser=parser)
        except FeedError as error:
            problem = str(error)
    raise SourceError(f"there is no feed to follow at this address: {problem}")


def follow(*, stop: Event, once: bool = False) -> int:
    """Ask sources, fetch their pages and articles that are due again until `stop` is set; count the stored.

    With `once` it ends when nothing is due.
    """
    stored = 0
    with SandboxProcess(PARSER_MODULE) as parser, importers.create_parser() as page_parser:
        while not stop.is_set():
            try:
                source, item = poll_next(parser), store_next(page_parser)
                rechecked = recheck_next(page_parser)
            except (DatabaseError, InterfaceError) as error:
                if once:
                    raise
                logger.warning("The database does not answer; trying again: %s", str(error).strip())
                connection.close()  # a new connection may work
                source = item = rechecked = None
            except Exception:  # of one feed or page; its row is due again after `CLAIM`, and the others go on
                logger.exception("A source or one of its pages could not be read.")
                continue
            stored += item is not None and item.state == SourceItem.State.STORED
            if source is None and item is None and rechecked is None:
                if once:
                    break
                stop.wait(PAUSE)
    return stored


def poll_next(parser: SandboxProcess, now: datetime | None = None) -> Source | None:
    """Ask the source that has been due longest for new pages; return it, or None where none is due."""
    now = now or timezone.now()
    source = _claim_source(now)
    if source is not None:
        poll(source, parser, now)
    return source


def _claim_source(now: datetime) -> Source | None:
    for source in Source.objects.due(now)[:RECENT_ITEMS]:
        if Source.objects.filter(pk=source.pk, next_poll=source.next_poll).update(next_poll=now + CLAIM):
            return source
    return None


def poll(source: Source, parser: SandboxProcess, now: datetime) -> int:
    """Ask a source for new pages, and return how many there are."""
    source.last_poll = now
    if not robots.is_allowed(source.address):
        return _fail(source, "the site's robots.txt asks programs to stay away, or does not answer", now)
    if turn := _find_turn(source.address, now):
        source.next_poll = turn
        source.save(update_fields=["next_poll"])
        return 0
    record, page = fetch_page(source.address, purpose=Fetch.Purpose.FEED, headers=_build_conditions(source))
    if record.status == HTTPStatus.GONE:
        source.state, source.next_poll, source.problem = Source.State.GONE, None, record.problem
        source.save()
        return 0
    if page is None and record.status != HTTPStatus.NOT_MODIFIED:
        return _fail(source, record.problem, now, headers=record.headers)
    _note_move(source, record)
    added = 0
    if page is not None:
        try:
            feed = _read_parts(parse_feed(page.body, page.final_address, parser=parser), parser)
        except FeedError as error:
            return _fail(source, str(error), now)
        source.etag = record.headers.get("etag", "")[:500]
        source.last_modified = record.headers.get("last-modified", "")[:100]
        source.kind, source.title = feed.kind, feed.title or source.title
        added = _store_items(source, feed.items, now)
        source.interval = compute_interval([item.published for item in feed.items if item.published], now)
        source.interval = max(source.interval, min(timedelta(minutes=feed.minutes), MAX_INTERVAL))
    old = Fetch.objects.filter(host=record.host, purpose=Fetch.Purpose.FEED, fetched__lt=now - REQUESTS_KEPT)
    old.filter(address=record.address).delete()
    source.failures, source.problem, source.last_success = 0, "", now
    source.next_poll = now + max(source.interval, read_wait(record.headers, now))
    source.save()
    return added


def _build_conditions(source: Source) -> Mapping[str, str]:
    conditions = {"If-None-Match": source.etag, "If-Modified-Since": source.last_modified}
    return {"Accept": "*/*"} | {name: value for name, value in conditions.items() if value}


def _note_move(source: Source, record: Fetch) -> None:
    """Take a new address after a source has led to it permanently twice."""
    permanent = bool(record.redirects) and all(status in _PERMANENT for status, _ in record.redirects)
    target = record.final_address if permanent and len(record.final_address) <= MAX_ADDRESS_LENGTH else ""
    if target == source.moved_to != "" and not Source.objects.filter(address=target).exists():
        source.address, source.moved_to = target, ""
    else:
        source.moved_to = target


def _read_parts(feed: Feed, parser: SandboxProcess) -> Feed:
    """Return a feed with the items of the first sitemaps that it lists, if it is an index of sitemaps."""
    items = list(feed.items)
    for part in feed.parts[:MAX_PARTS_POLLED]:
        _, page = fetch_page(part, purpose=Fetch.Purpose.FEED)
        if page is not None:
            items += parse_feed(page.body, page.final_address, parser=parser).items
    return replace(feed, items=tuple(items))


def _fail(source: Source, problem: str, now: datetime, *, headers: Mapping[str, str] | None = None) -> int:
    """Note a failure, and ask again after a pause that doubles; give up after `MAX_FAILURES`."""
    source.failures += 1
    source.problem = problem
    pause = min(source.interval * 2 ** min(source.failures, 20), MAX_INTERVAL)
    source.next_poll = now + max(pause, read_wait(headers or {}, now))
    if source.failures >= MAX_FAILURES:
        source.state, source.next_poll = Source.State.BROKEN, None
    source.save()
    return 0


def _store_items(source: Source, items: Sequence[FeedItem], now: datetime) -> int:
    """Store the items that the source has not listed before, and return how many wait to be fetched."""
    keys = {hashlib.sha256(item.key.encode()).hexdigest(): item for item in items}
    known = set(source.items.filter(key__in=keys).values_list("key", flat=True))
    new = [(key, item) for key, item in keys.items() if key not in known]
    waiting = len(new) if source.last_success else NEWEST_AT_FIRST
    newest = sorted(new, key=lambda pair: pair[1].published or now, reverse=True)
    rows = [
        _build_item(source, key, item, now, waits=position < waiting) for position, (key, item) in enumerate(newest)
    ]
    SourceItem.objects.bulk_create(rows, ignore_conflicts=True)
    return sum(row.due is not None for row in rows)


def _build_item(source: Source, key: str, item: FeedItem, now: datetime, *, waits: bool) -> SourceItem:
    offset = item.published.utcoffset() if item.published else None
    return SourceItem(
        source=source,
        key=key,
        address=item.address,
        title=item.title,
        published=item.published.astimezone(UTC) if item.published else None,
        published_offset=round(offset.total_seconds() / 60) if offset is not None else None,
        seen=now,
        state=SourceItem.State.WAITING if waits else SourceItem.State.LEFT_OUT,
        due=now if waits else None,
        problem="" if waits else "it was there before the source was followed",
    )


def compute_interval(moments: Sequence[datetime], now: datetime) -> timedelta:
    """Return how long to wait before a source is asked again, from the times of its items.

    >>> at = datetime(2026, 11, 30, 12, tzinfo=UTC)
    >>> str(compute_interval([at - timedelta(hours=2 * number) for number in range(10)], at))
    '1:00:00'
    """
    recent = sorted(moment.astimezone(UTC) for moment in moments if moment <= now)[-RECENT_ITEMS:]
    if len(recent) < 2:
        return timedelta(hours=1)
    mean = (max(now, recent[-1]) - recent[0]) / (len(recent) - 1)
    return min(max(mean / 2, MIN_INTERVAL), MAX_INTERVAL)


def store_next(parser: importers.Parsers, now: datetime | None = None) -> SourceItem | None:
    """Fetch the page that has been due longest, and store its article; return its item, or None where none is due."""
    now = now or timezone.now()
    item = _claim_item(now)
    if item is not None:
        _store_item(item, parser, now)
    return item


def _claim_item(now: datetime) -> SourceItem | None:
    for item in SourceItem.objects.due(now).select_related("source__outlet")[:RECENT_ITEMS]:
        mine = SourceItem.objects.filter(pk=item.pk, due=item.due)
        if mine.update(due=now + CLAIM, attempts=item.attempts + 1):
            item.attempts += 1
            return item
    return None


def _store_item(item: SourceItem, parser: importers.Parsers, now: datetime) -> None:
    stored = Article.objects.defer_texts().filter(url_key=hash_url(item.address)).first()
    if stored:
        _finish(item, SourceItem.State.KNOWN, article=stored)
    elif item.attempts > MAX_ATTEMPTS:
        _finish(item, SourceItem.State.FAILED, problem=item.problem or "no attempt at it came to an end")
    elif not robots.is_allowed(item.address):
        _finish(item, SourceItem.State.FAILED, problem="the site's robots.txt asks programs to leave this page alone")
    elif turn := _find_turn(item.address, now):
        item.attempts, item.due = item.attempts - 1, turn
        item.save(update_fields=["attempts", "due"])
    else:
        record, page = fetch_page(item.address)
        item.fetch = record
        if page is None:
            _retry_or_give_up(item, record, now)
        else:
            _read_and_store(item, record, page, parser)


def _find_turn(address: str, now: datetime) -> datetime | None:
    """Return when the site's robots.txt lets the next page be fetched; None where that is now."""
    delay = robots.find_delay(address)
    last = find_last_request(find_host(address)) if delay > HOST_PAUSE else None
    return last + delay if last and last + delay > now else None


def _retry_or_give_up(item: SourceItem, record: Fetch, now: datetime) -> None:
    """Try a page again later where its server was at fault; else give it up."""
    at_fault = record.status is None or record.status >= 500 or record.status == HTTPStatus.TOO_MANY_REQUESTS
    if not at_fault or item.attempts >= MAX_ATTEMPTS:
        _finish(item, SourceItem.State.FAILED, problem=record.problem)
        return
    item.problem = record.problem
    item.due = now + max(RETRY_DELAY * 4 ** (item.attempts - 1), read_wait(record.headers, now))
    item.save(update_fields=["problem", "due", "fetch"])


def _read_and_store(item: SourceItem, record: Fetch, page: FetchedPage, parser: importers.Parsers) -> None:
    source = item.source
    try:
        draft = _complete(importers.read_page(page, parser=parser), item)
        if reason := _find_filter(source, draft):
            _finish(item, SourceItem.State.LEFT_OUT, problem=reason)
            return
        with transaction.atomic():
            result = store_article(draft, fetch=record)
            record.article = result.article
            record.save(update_fields=["article"])
            state = SourceItem.State.STORED if result.is_new else SourceItem.State.KNOWN
            _finish(item, state, article=result.article)
    except UnreadableError as problem:
        _finish(item, SourceItem.State.FAILED, problem=problem.reason)
    except NoArticleBodyError as problem:
        _finish(item, SourceItem.State.FAILED, problem=str(problem))


def _complete(draft: ArticleDraft, item: SourceItem) -> ArticleDraft:
    """Return the draft with what the source knows: its outlet, and headline and date where the page has none."""
    if item.source.outlet:
        draft = replace(draft, outlet=item.source.outlet.name, outlet_given=True)
    if draft.published is None and item.published is not None:
        zone = timezone.get_fixed_timezone(item.published_offset or 0)
        draft = replace(draft, published=item.published.astimezone(zone), precision="minute")
    return replace(draft, title=draft.title or item.title or None)


def _find_filter(source: Source, draft: ArticleDraft) -> str:
    """Say by which filter of the source an article is left out; empty where it is taken."""
    language = (draft.language or "").partition("-")[0].lower()
    if source.language and language and language != source.language.partition("-")[0].lower():
        return f"it is in the language {draft.language}"
    words = [fold(word) for word in source.words.split()]
    text = fold(f"{draft.title or ''} {draft.text}").split()
    return "it has none of the words" if words and not set(words) & set(text) else ""


def _finish(item: SourceItem, state: str, *, problem: str = "", article: Article | None = None) -> None:
    item.state, item.problem, item.article, item.due = state, problem, article, None
    item.save(update_fields=["state", "problem", "article", "due", "fetch"])


def pause(source: Source) -> None:
    """Ask a source no more until it is resumed."""
    source.state, source.next_poll = Source.State.PAUSED, None
    source.save(update_fields=["state", "next_poll"])


def resume(source: Source) -> None:
    """Ask a source again, at once."""
    source.state, source.next_poll, source.failures = Source.State.FOLLOWED, timezone.now(), 0
    source.save(update_fields=["state", "next_poll", "failures"])
