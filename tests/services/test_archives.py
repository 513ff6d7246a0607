"""The Internet Archive: when a page was first kept, at what pace it is asked, and what a curator has saved."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler
from threading import Event
from urllib.parse import parse_qs, urlsplit

import pytest
from django.contrib.auth.models import User
from django.utils import timezone
from pytest_django import Settings

from articles.importers import read_upload
from articles.models import ArchiveJob, Article, Fetch, Lineage
from articles.services import archives
from articles.services.archives import ask_next, queue_lookups, request_lookup, request_save
from articles.services.ingest import store_article
from tests.support.cards import make_user
from tests.support.makers import make_article, make_lineage, make_quote
from tests.support.web_server import Answer, Page, WebServer, serve_pages

pytestmark = pytest.mark.django_db

ADDRESS = "https://www.sana.sy/en/?p=61729"
NOW = datetime(2026, 11, 30, 12, tzinfo=UTC)
State, Task = ArchiveJob.State, ArchiveJob.Task
FIELDS = ["timestamp", "original", "digest"]


def answer(*moments: str) -> Page:
    rows = [FIELDS, *([moment, ADDRESS, "IUZ5"] for moment in moments)] if moments else []
    return Page(json.dumps(rows).encode(), media_type="application/json")


def archive_of(*moments: str) -> Answer:
    """Answer like the CDX server of an archive that captured the page at these moments."""

    def answer_question(handler: BaseHTTPRequestHandler) -> Page:
        since = parse_qs(urlsplit(handler.path).query).get("from", [""])[0]
        return answer(*sorted(moment for moment in moments if moment >= since)[:1])

    return answer_question


class AnyQuery(dict[str, Answer]):
    """Pages by path, whatever the query string."""

    def get(self, path: str, default: Answer | None = None) -> Answer | None:  # type: ignore[override]
        return super().get(urlsplit(path).path, default)


@pytest.fixture
def archive(settings: Settings) -> Iterator[WebServer]:
    """Provide an archive on this machine that has captured nothing."""
    with serve_pages({}) as server:
        server.pages = AnyQuery({"/cdx/search/cdx": archive_of()})
        settings.FETCH_LOOPBACK = settings.ARCHIVE_LOOKUPS = True
        settings.ARCHIVE_ADDRESS = server.address("")
        settings.ARCHIVE_ACCESS_KEY, settings.ARCHIVE_SECRET_KEY = "access", "secret"
        yield server


@pytest.fixture
def article() -> Article:
    """Provide an article of 17 November 2015."""
    return make_article(url=ADDRESS)


@pytest.fixture
def curator() -> User:
    """Provide a curator."""
    return make_user("ida")


def ask_all(now: datetime = NOW) -> int:
    """Ask all that is due, with the pace between two questions; return how many questions were asked."""
    queue_lookups()
    ArchiveJob.objects.filter(due__gt=now, attempts=0).update(due=now)
    asked = 0
    while ask_next(now + asked * archives.PACE):
        asked += 1
    return asked


def test_the_first_capture_is_asked_for_once(archive: WebServer, article: Article) -> None:
    archive.pages["/cdx/search/cdx"] = archive_of("20151117123456", "20200101000000")
    assert (ask_all(), ask_all(NOW + timedelta(days=400))) == (1, 0)
    article.refresh_from_db()
    assert article.existed_by == datetime(2015, 11, 17, 12, 34, 56, tzinfo=UTC)
    assert article.archive_url == f"{archive.address('')}/web/20151117123456/{ADDRESS}"
    assert not article.is_date_contradicted
    question = parse_qs(urlsplit(archive.paths[0]).query)
    assert question == {
        "url": [ADDRESS], "output": ["json"], "limit": ["1"], "fl": ["timestamp,original,digest"],
        "filter": ["statuscode:200", "mimetype:text/html"],
    }  # fmt: skip
    job, record = ArchiveJob.objects.get(), Fetch.objects.get()
    assert (job.state, job.digest, job.due) == (State.DONE, "IUZ5", None)
    assert (record.purpose, record.status, record.article) == ("archive", 200, article)


def test_nothing_is_asked_until_a_setting_turns_it_on(archive: WebServer, article: Article, settings: Settings) -> None:
    settings.ARCHIVE_LOOKUPS = False
    assert archives.follow(stop=Event(), once=True) == 0
    assert not ArchiveJob.objects.exists()
    assert archive.paths == []


def test_the_worker_s_loop_asks_at_the_pace_of_the_archive(
    archive: WebServer, article: Article, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(archives, "PACE", timedelta(seconds=0.2))
    for number in range(3):
        make_article(url=f"https://courier.example/{number}")
    began = timezone.now()
    assert archives.follow(stop=Event(), once=True) == 4
    assert timezone.now() - began > 3 * archives.PACE
    assert archives.follow(stop=Event(), once=True) == 0


def test_thirty_questions_a_minute_are_never_exceeded(archive: WebServer) -> None:
    for number in range(40):
        make_article(url=f"https://courier.example/{number}")
    queue_lookups()
    ArchiveJob.objects.update(due=NOW)
    asked = [ask_next(NOW + timedelta(seconds=second / 10)) for second in range(600)]
    assert sum(job is not None for job in asked) == 24


def test_after_429_the_archive_is_left_alone_as_long_as_it_asks(archive: WebServer, article: Article) -> None:
    make_article(url="https://courier.example/other")
    archive.pages["/cdx/search/cdx"] = Page(b"slow down", 429, {"Retry-After": "300"})
    assert ask_all() == 1
    archive.pages["/cdx/search/cdx"] = archive_of("20151117123456")
    assert ask_next(NOW + timedelta(seconds=299)) is None
    assert ask_all(NOW + timedelta(seconds=301)) == 2
    assert ArchiveJob.objects.filter(state=State.DONE).count() == 2


@pytest.mark.parametrize("moment", ["20151116080000", "20151110120000"])
def test_a_capture_before_the_printed_date_contradicts_it(archive: WebServer, article: Article, moment: str) -> None:
    article = make_quote(article=make_article("“It was selective, all of it” he said", url=f"{ADDRESS}1", offset=0),
                         text="It was selective, all of it").article  # fmt: skip
    lineage = make_lineage(article.quotes.get())
    Lineage.objects.update(stale=False)
    archive.pages["/cdx/search/cdx"] = archive_of(moment, "20151117150000")
    assert ask_all() == 4
    assert [parse_qs(urlsplit(path).query).get("from") for path in archive.paths[2:]] == [["20151117000000"]] * 2
    article.refresh_from_db()
    lineage.refresh_from_db()
    assert article.is_date_contradicted
    assert article.archive_url.endswith(f"/web/20151117150000/{ADDRESS}1")
    assert lineage.stale


def test_a_contradicted_date_shows_nothing_about_who_was_later(article: Article) -> None:
    earlier = make_article(published=datetime(2015, 11, 15, tzinfo=UTC))
    assert article.is_certainly_after(earlier)
    article.existed_by = datetime(2015, 11, 14, tzinfo=UTC)
    assert not article.is_certainly_after(earlier)


@pytest.mark.parametrize(
    ("precision", "offset", "captured", "contradicted"),
    [
        ("day", None, "2015-11-16T11:00", False),  # the day had begun in New Zealand
        ("day", None, "2015-11-16T09:59", True),
        ("day", 180, "2015-11-16T20:30", False),
        ("day", 180, "2015-11-16T19:30", True),
        ("minute", 0, "2015-11-17T11:30", False),  # clocks are set wrong
        ("minute", 0, "2015-11-17T10:59", True),
        ("minute", None, "2015-11-16T11:00", False),
        ("about", None, "2015-11-15T00:00", False),
        ("about", None, "2015-11-14T09:00", True),
        ("month", None, "2015-11-01T00:00", False),
        ("month", None, "2015-10-30T00:00", True),
        ("year", None, "2015-01-02T00:00", False),
        ("unknown", None, "1999-01-02T00:00", False),
    ],
)
def test_only_a_capture_surely_before_the_printed_date_contradicts_it(
    precision: str, offset: int | None, captured: str, contradicted: bool
) -> None:
    published = datetime(2015, 11, 17, 12, tzinfo=UTC)
    article = Article(published=published, published_offset=offset, precision=precision)
    article.existed_by = datetime.fromisoformat(captured).replace(tzinfo=UTC)
    assert article.is_date_contradicted is contradicted


def test_where_nothing_was_captured_it_is_asked_again_after_a_month(archive: WebServer, article: Article) -> None:
    assert (ask_all(), ask_all(NOW + timedelta(days=29))) == (1, 0)
    assert ArchiveJob.objects.get().state == State.NONE
    archive.pages["/cdx/search/cdx"] = archive_of("20261201000000")
    assert ask_all(NOW + timedelta(days=31)) == 1
    assert ArchiveJob.objects.get().state == State.DONE


@pytest.mark.parametrize(
    "body",
    [
        b"<html>down for maintenance</html>",
        b"[" * 100_000,
        b'{"a": 1}',
        b'[["timestamp","original","digest"],["yesterday","x","y"]]',
        b'[["timestamp","original","digest"],["19700101000000","x","y"]]',
        b'[["timestamp","original","digest"],["29990101000000","x","y"]]',
        b'[["timestamp","original","digest"],["20151117123456"]]',
        b"[]" + b" " * 300_000,
        b"\xff\xfe",
    ],
)
def test_an_answer_that_cannot_be_read_stores_no_date(archive: WebServer, article: Article, body: bytes) -> None:
    archive.pages["/cdx/search/cdx"] = Page(body, media_type="application/json")
    now = NOW
    for _ in range(archives.MAX_ATTEMPTS):
        assert ask_all(now) == 1
        now = ArchiveJob.objects.get().due or now
    job = ArchiveJob.objects.get()
    article.refresh_from_db()
    assert (job.state, job.due, article.existed_by) == (State.FAILED, None, None)
    assert job.problem


@pytest.mark.parametrize(("status", "state"), [(500, State.WAITING), (503, State.WAITING), (403, State.FAILED)])
def test_a_server_at_fault_is_asked_again_and_one_that_refuses_is_not(
    archive: WebServer, article: Article, status: int, state: str
) -> None:
    archive.pages["/cdx/search/cdx"] = Page(b"no", status)
    ask_all()
    assert ArchiveJob.objects.get().state == state


def test_a_redirect_of_the_archive_is_not_followed(archive: WebServer, article: Article) -> None:
    archive.pages["/cdx/search/cdx"] = Page(status=302, headers={"Location": archive.address("/elsewhere")})
    ask_all()
    assert (ArchiveJob.objects.get().state, len(archive.paths)) == (State.FAILED, 1)


@pytest.mark.parametrize("address", ["http://wiki.intranet/1", "http://10.1.2.3/1", "http://paper/1", "http://[::1]/"])
def test_the_archive_is_told_no_address_of_an_intranet(archive: WebServer, address: str) -> None:
    make_article(url=address)
    ask_all()
    assert (ArchiveJob.objects.get().state, archive.paths) == (State.FAILED, [])


def test_an_allowed_name_of_an_intranet_is_not_told_either(archive: WebServer, settings: Settings) -> None:
    settings.FETCH_ALLOWED_HOSTS = ["*.press.example"]
    make_article(url="https://archive.press.example/1")
    ask_all()
    assert archive.paths == []


def test_articles_without_address_and_withdrawn_ones_are_not_asked_about(archive: WebServer, article: Article) -> None:
    make_article()
    Article.objects.filter(pk=article.pk).update(withdrawn=NOW)
    assert queue_lookups() == 0


def test_what_a_killed_worker_held_is_asked_again(archive: WebServer, article: Article) -> None:
    queue_lookups()
    ArchiveJob.objects.update(due=NOW)
    assert archives._claim(NOW) is not None
    assert ask_next(NOW + timedelta(minutes=4)) is None
    assert ask_next(NOW + archives.CLAIM) is not None
    assert ArchiveJob.objects.get().state == State.NONE


def test_a_curator_s_question_comes_before_all_others(archive: WebServer, article: Article, curator: User) -> None:
    for number in range(3):
        make_article(url=f"https://courier.example/{number}")
    queue_lookups()
    last = Article.objects.latest("pk")
    request_lookup(last, by=curator)
    job = ask_next()
    assert job is not None
    assert (job.article, job.by) == (last, curator)


def test_a_page_is_saved_and_its_progress_is_asked_for(archive: WebServer, article: Article, curator: User) -> None:
    archive.pages |= {
        "/save": Page(b'{"url": "x", "job_id": "spn2-1"}', media_type="application/json"),
        "/save/status/spn2-1": Page(b'{"status": "pending"}', media_type="application/json"),
    }
    job = request_save(article, by=curator)
    assert request_save(article, by=curator) == job
    ask_next(NOW)
    job.refresh_from_db()
    assert (job.state, job.receipt) == (State.SAVING, "spn2-1")
    assert archive.forms == [{"url": ADDRESS, "skip_first_archive": "1", "if_not_archived_within": "1d"}]
    assert ask_next(NOW + timedelta(seconds=9)) is None
    ask_next(NOW + timedelta(seconds=10))
    done = b'{"status": "success", "timestamp": "20261130120015", "original_url": "x"}'
    archive.pages["/save/status/spn2-1"] = Page(done, media_type="application/json")
    ask_next(NOW + timedelta(seconds=20))
    job.refresh_from_db()
    article.refresh_from_db()
    assert job.state == State.DONE
    assert article.archive_url == job.copy == f"{archive.address('')}/web/20261130120015/{ADDRESS}"
    assert {headers["Authorization"] for _, headers in archive.requests} == {"LOW access:secret"}
    assert not any("secret" in str(row) for row in Fetch.objects.values_list())


@pytest.mark.parametrize(
    ("page", "problem"),
    [
        (Page(b'{"message": "You need to be logged in", "status": "error"}'), "You need to be logged in"),
        (Page(b"no", 401), "refuses the keys"),
        (Page(b'{"status": "error", "status_ext": "error:blocked-url"}'), "error:blocked-url"),
    ],
)
def test_a_refused_saving_says_why(
    archive: WebServer, article: Article, curator: User, page: Page, problem: str
) -> None:
    archive.pages["/save"] = page
    request_save(article, by=curator)
    job = ask_next(NOW)
    assert job is not None
    assert (job.state, problem in job.problem) == (State.FAILED, True)


def test_a_saving_that_never_ends_is_given_up(archive: WebServer, article: Article, curator: User) -> None:
    archive.pages |= {"/save": Page(b'{"job_id": "a"}'), "/save/status/a": Page(b'{"status": "pending"}')}
    request_save(article, by=curator)
    now, job = NOW, ask_next(NOW)
    while job and job.due:
        now = job.due
        job = ask_next(now)
    assert job is not None
    assert (job.state, now - NOW < timedelta(minutes=15)) == (State.FAILED, True)


def test_when_a_saved_copy_was_seen_is_stored_and_the_earliest_stays() -> None:
    page = "<!--\n Page saved with SingleFile \n url: https://courier.example/ferry \n saved date: {} \n-->"
    ferry = (
        "<html><title>Ferry</title><article><p>The council of Brackmere voted to keep the old ferry running.</p>"
        "<p>“The boat stays where it is for this winter,” mayor Ida Solberg said on Tuesday.</p></article></html>"
    )
    for date in (
        "Tue Nov 17 2015 12:04:00 GMT+0000",
        "Mon Nov 16 2015 08:00:00 GMT+0000",
        "Fri Nov 20 2015 08:00:00 GMT+0000",
    ):
        article = store_article(read_upload("ferry.html", (page.format(date) + ferry).encode())).article
    assert Article.objects.get().saved_at == article.saved_at == datetime(2015, 11, 16, 8, tzinfo=UTC)
