"""ETags of pages."""

from collections.abc import Callable

import pytest
from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.auth.models import User
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from articles.models import Lineage, Outlet
from articles.services.revisions import record_revisions
from tests.support.makers import SANA, TASS, make_lineage, make_quote

pytestmark = pytest.mark.django_db

QUERIES = 1  # whatever is asked for


@pytest.fixture
def lavrov() -> Lineage:
    lineage = make_lineage(make_quote(TASS), make_quote(SANA, outlet="SANA"), code="7KQ2M9X4VD")
    record_revisions([lineage])
    return lineage


def seen(client: Client, path: str) -> str:
    """Return the mark of a page that was seen."""
    return str(client.get(path).headers["ETag"])


def again(client: Client, path: str, mark: str, **headers: str) -> int:
    return client.get(path, headers={"If-None-Match": mark, **headers}).status_code


def addresses(lineage: Lineage) -> list[str]:
    keys = [printing.quote_id for printing in lineage.printings.earliest_first()]
    return [
        lineage.get_absolute_url(),
        lineage.get_comparison_url(*keys),
        *(f"/q/7KQ2M9X4VD.{form}" for form in ("json", "csv", "tei.xml", "png", "atom")),
        *("/q/7KQ2M9X4VD/share", "/embed/7KQ2M9X4VD"),
    ]


def test_page_answers_304_when_unchanged(
    client: Client, lavrov: Lineage, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for path in addresses(lavrov):
        mark = seen(client, path)
        with django_assert_num_queries(QUERIES):
            assert again(client, path, mark) == 304


def _printing_comes_in(lineage: Lineage) -> None:
    lineage.set_printings(
        {each.quote_id: (each.start, each.end) for each in lineage.printings.all()} | {make_quote().pk: (0, 9)}
    )
    lineage.refresh_summary()


def _settled(lineage: Lineage) -> None:
    _printing_comes_in(lineage)
    record_revisions([lineage])


def _outlet_is_renamed(lineage: Lineage) -> None:
    user = User.objects.create_user("curator")
    outlets = Outlet.objects.filter(slug="sana")
    outlets.update(name="Syrian Arab News Agency")
    LogEntry.objects.log_actions(user.pk, outlets, CHANGE, change_message="renamed", single_object=True)


@pytest.mark.parametrize("change", [_printing_comes_in, _settled, _outlet_is_renamed])
def test_page_is_sent_when_anything_on_it_changed(
    client: Client, lavrov: Lineage, change: Callable[[Lineage], None]
) -> None:
    marks = {path: seen(client, path) for path in addresses(lavrov)[:2]}
    change(lavrov)
    assert [again(client, path, mark) for path, mark in marks.items()] == [200, 200]


def test_etag_of_a_fragment_differs_from_the_page(client: Client, lavrov: Lineage) -> None:
    path = lavrov.get_absolute_url()
    assert again(client, path, seen(client, path), **{"HX-Request": "true"}) == 200
    assert again(client, f"{path}?wording=B", seen(client, path)) == 200


def test_page_has_no_etag_when_logged_in(client: Client, lavrov: Lineage) -> None:
    path = lavrov.get_absolute_url()
    mark = seen(client, path)
    client.force_login(User.objects.create_user("curator"))
    assert again(client, path, mark) == 200


@pytest.mark.parametrize("path", ["/", "/o/", "/o/sana", "/s/sergey-lavrov", "/feed.atom", "/sitemap.xml", "/about/"])
def test_other_pages_answer_304_when_unchanged(client: Client, lavrov: Lineage, path: str) -> None:
    assert again(client, path, seen(client, path)) == 304
