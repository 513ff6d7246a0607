"""Home page."""

from datetime import UTC, datetime

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from articles.models import Lineage
from articles.views.http.keyset_pagination import ROWS_A_PAGE
from tests.support.makers import SANA, TASS, make_lineage, make_quote

pytestmark = pytest.mark.django_db

QUERIES = 4  # whether anything changed; the lineages; the printings of those at the top; the names that mean the same


def test_home_says_when_the_site_is_empty(client: Client) -> None:
    page = client.get("/").content.decode()
    assert "The same words, printed differently" in page
    assert "No article has been taken in yet" in page


def test_home_shows_the_most_printed_quotation_that_differs_as_example(client: Client) -> None:
    make_lineage(*(make_quote("It is a colossal mistake", outlet=name) for name in ("RT", "SANA", "TASS")))
    differing = make_lineage(make_quote(TASS), make_quote(SANA, outlet="SANA"))
    page = client.get("/").content.decode()
    assert "as <bdi>OffGuardian</bdi> and <bdi>SANA</bdi> printed them" in page
    assert "Aside cut silently" in page
    assert f'<a href="{differing.get_absolute_url()}">All 2 printings of this quotation</a>' in page


def test_home_has_no_example_without_two_wordings(client: Client) -> None:
    make_lineage(make_quote(TASS), make_quote(TASS, outlet="SANA"))
    assert "example-heading" not in client.get("/").content.decode()


def test_home_lists_more_outlets_first(client: Client) -> None:
    make_lineage(make_quote("Printed once"))
    make_lineage(make_quote("Printed twice"), make_quote("Printed twice", outlet="SANA"))
    page = client.get("/").content.decode()
    assert page.index("Printed twice") < page.index("Printed once")


def test_home_lists_the_same_quotations_in_other_orders(client: Client) -> None:
    old = make_lineage(make_quote("Printed long ago", published=datetime(2014, 1, 1, tzinfo=UTC)))
    new = make_lineage(make_quote("Printed of late", published=datetime(2018, 1, 1, tzinfo=UTC)))
    undated = make_lineage(make_quote("Printed one day", published=None))
    Lineage.objects.filter(pk=old.pk).update(altered=9)
    altered, newest = (client.get(path).content.decode() for path in ("/altered", "/newest"))
    assert altered.index(old.code) < altered.index(new.code)
    assert newest.index(new.code) < newest.index(old.code)
    assert undated.code in altered
    assert undated.code not in newest
    assert '<a href="/newest" aria-current="true">' in newest
    assert '<link rel="canonical" href="http://testserver/newest">' in newest


def test_home_is_paged_by_code(client: Client) -> None:
    lineages = [make_lineage(make_quote(f"Quotation number {n}.")) for n in range(ROWS_A_PAGE + 1)]
    last_shown, hidden = lineages[1], lineages[0]
    page = client.get("/").content.decode()
    assert f'href="/?after={last_shown.code}"' in page
    assert hidden.code not in page
    further = client.get("/", {"after": last_shown.code}).content.decode()
    assert hidden.code in further
    assert "Back to the first page" in further
    assert f'<link rel="canonical" href="http://testserver/?after={last_shown.code}">' in further


def test_home_answers_404_behind_an_unknown_code(client: Client) -> None:
    assert client.get("/?after=ZZZZZZZZZZ").status_code == 404


def test_home_lists_a_lineage_without_first_printing(client: Client) -> None:
    lineage = make_lineage()
    Lineage.objects.update(first=None)
    assert lineage.code in client.get("/").content.decode()


@pytest.mark.parametrize("lineages", [1, 3])
def test_home_takes_a_constant_number_of_queries(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries, lineages: int
) -> None:
    for n in range(lineages):
        make_lineage(make_quote(f"{TASS} {n}", outlet=f"Outlet {n}"), make_quote(f"{SANA} {n}", outlet="SANA"))
    with django_assert_num_queries(QUERIES):
        client.get("/")
