"""Page cache."""

import gzip
from collections.abc import Callable

import pytest
from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.auth.models import User
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from articles.models import Article, Lineage, Outlet
from articles.services.revisions import record_revisions
from tests.support.makers import SANA, TASS, make_article, make_lineage, make_quote

pytestmark = pytest.mark.django_db

QUERIES = 1  # whether anything has changed
PATHS = [
    *("/", "/altered", "/newest", "/d/", "/o/", "/o/sana", "/o/sana.csv", "/o/sana..outlet", "/s/", "/search?q=state"),
    *("/feed.atom", "/o/sana.atom", "/d/2015-11-17"),
]


@pytest.fixture
def client() -> Client:
    """Provide a client that gets the very bytes of a page."""
    return Client()


@pytest.fixture
def lavrov() -> Lineage:
    """Two printings, compared and settled, and nothing that waits."""
    first, second = make_quote(TASS, outlet="Outlet"), make_quote(SANA, outlet="SANA")
    Article.objects.update(link_state=Article.LinkState.LINKED, lease_until=None)
    lineage = make_lineage(first, second, code="7KQ2M9X4VD")
    record_revisions([lineage])
    return lineage


@pytest.mark.parametrize("path", PATHS)
def test_cached_page_is_rendered_once(
    client: Client, lavrov: Lineage, path: str, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    made = client.get(path)
    assert made.status_code == 200
    with django_assert_num_queries(QUERIES):
        kept = client.get(path)
    assert kept.content == made.content
    assert kept.headers["ETag"] == made.headers["ETag"]
    assert dict(kept.headers) == dict(made.headers)
    with django_assert_num_queries(QUERIES):
        assert client.get(path, headers={"If-None-Match": made.headers["ETag"]}).status_code == 304


def test_cached_lineage_page_and_frame_are_rendered_once(
    client: Client, lavrov: Lineage, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for path in (lavrov.get_absolute_url(), "/embed/7KQ2M9X4VD"):
        made = client.get(path)
        with django_assert_num_queries(QUERIES):
            kept = client.get(path)
        assert kept.content == made.content
        assert dict(kept.headers) == dict(made.headers)


@pytest.mark.parametrize(
    ("accepted", "packed"),
    [
        ("gzip, deflate, br", True),
        ("br;q=1.0, gzip;q=0.8", True),
        ("gzip;q=0", False),
        ("br, gzip;q=0.0", False),
        ("", False),
        ("identity", False),
    ],
)
def test_cached_page_is_sent_compressed_when_accepted(
    client: Client, lavrov: Lineage, accepted: str, packed: bool
) -> None:
    plain = client.get("/o/sana")
    assert "Accept-Encoding" in plain.headers["Vary"]
    answer = client.get("/o/sana", headers={"Accept-Encoding": accepted})
    assert (answer.headers.get("Content-Encoding") == "gzip") == packed
    assert (gzip.decompress(answer.content) if packed else answer.content) == plain.content
    assert answer.headers["Content-Length"] == str(len(answer.content))
    again = {"If-None-Match": answer.headers["ETag"], "Accept-Encoding": accepted}
    assert client.get("/o/sana", headers=again).status_code == 304


def _article_comes_in() -> None:
    article = make_article("He said \u201cwe shall see\u201d.", outlet="SANA")
    Article.objects.filter(pk=article.pk).update(link_state=Article.LinkState.LINKED, lease_until=None)


def _article_waits() -> None:
    make_article("He said \u201cwe shall see\u201d.", outlet="SANA", waiting=True)


def _outlet_is_renamed() -> None:
    user = User.objects.create_user("curator")
    outlets = Outlet.objects.filter(slug="sana")
    outlets.update(name="Syrian Arab News Agency")
    LogEntry.objects.log_actions(user.pk, outlets, CHANGE, change_message="renamed", single_object=True)


def _lineage_grows() -> None:
    lineage = Lineage.objects.get()
    lineage.set_printings(
        {each.quote_id: (each.start, each.end) for each in lineage.printings.all()} | {make_quote().pk: (0, 9)}
    )
    lineage.refresh_summary()
    record_revisions([lineage])


@pytest.mark.parametrize("change", [_article_comes_in, _article_waits, _outlet_is_renamed, _lineage_grows])
def test_cached_page_is_rendered_anew_when_anything_changed(
    client: Client, lavrov: Lineage, change: Callable[[], None]
) -> None:
    mark = client.get("/o/sana").headers["ETag"]
    change()
    again = client.get("/o/sana", headers={"If-None-Match": mark})
    assert again.status_code == 200
    assert again.context is not None  # a template was rendered


def test_cached_page_is_not_shown_to_curators(client: Client, lavrov: Lineage) -> None:
    anonymous = client.get("/")
    client.force_login(User.objects.create_superuser("curator"))
    assert client.get("/").content != anonymous.content or client.get("/").context is not None


def test_cached_page_never_stores_checked_texts(client: Client, lavrov: Lineage) -> None:
    path = "/check?q=exclusively+ISIS+and+pledged+to+take+any+action+against+the+Syrian+army"
    assert client.get(path).context is not None
    again = client.get(path)
    assert again.context is not None
    assert client.get(path, headers={"If-None-Match": again.headers["ETag"]}).status_code == 304


def test_cached_page_stores_no_errors_and_redirects(client: Client, lavrov: Lineage) -> None:
    for path, status in (("/o/nobody", 404), ("/o/sana/", 301)):
        assert [client.get(path).status_code for _ in range(2)] == [status, status]


def test_cached_page_keeps_fragments_apart(client: Client, lavrov: Lineage) -> None:
    page = client.get("/search?q=state").content
    part = client.get("/search?q=state", headers={"HX-Request": "true"}).content
    assert (b"<html" in page, b"<html" in part) == (True, False)
    assert client.get("/search?q=state").content == page


def test_cached_page_is_sent_whole_when_going_back(client: Client, lavrov: Lineage) -> None:
    asked = {"HX-Request": "true"}
    part = client.get("/search?q=state", headers=asked)
    back = client.get("/search?q=state", headers=asked | {"HX-History-Restore-Request": "true"})
    assert (b"<html" in part.content, b"<html" in back.content) == (False, True)
    assert part.headers["ETag"] != back.headers["ETag"]
