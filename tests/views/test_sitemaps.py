"""Sitemap and robots.txt."""

import pytest
from django.test import Client
from lxml import etree
from pytest_django import DjangoAssertNumQueries

from articles.models import Lineage
from tests.support.makers import make_lineage

pytestmark = pytest.mark.django_db

QUERIES, QUERIES_OF_A_PART = 4, 1  # the last number of each kind; the rows


def listed(client: Client, path: str) -> list[str]:
    response = client.get(path)
    assert response["Content-Type"] == "application/xml"
    return [str(each.text) for each in etree.fromstring(response.content).iter("{*}loc")]


def test_sitemap_has_every_page(client: Client) -> None:
    lineage = make_lineage()
    article = lineage.printings.get().quote.article
    parts = listed(client, "/sitemap.xml")
    assert parts == [f"http://testserver/sitemap-{kind}-1.xml" for kind in "lineages articles outlets speakers".split()]
    pages = [page for part in parts for page in listed(client, part)]
    assert len(pages) == 4
    assert f"http://testserver{article.get_absolute_url()}" in pages
    for page in pages:
        assert client.get(page).status_code == 200


def test_sitemap_is_empty_for_an_empty_site(client: Client) -> None:
    assert listed(client, "/sitemap.xml") == []
    assert listed(client, "/sitemap-lineages-7.xml") == []


def test_sitemap_leaves_out_a_lineage_without_printings(client: Client) -> None:
    Lineage.objects.bulk_create_with_codes([None])[0]
    assert listed(client, "/sitemap-lineages-1.xml") == []


@pytest.mark.parametrize(
    "path", ["/sitemap-rulings-1.xml", "/sitemap-lineages-0.xml", f"/sitemap-lineages-{10**18}.xml"]
)
def test_sitemap_answers_404_for_unknown_parts(client: Client, path: str) -> None:
    assert client.get(path).status_code == 404


def test_robots_txt_names_the_sitemap(client: Client) -> None:
    assert "Sitemap: http://testserver/sitemap.xml" in client.get("/robots.txt").content.decode()


@pytest.mark.parametrize("rows", [1, 3])
def test_sitemap_takes_a_constant_number_of_queries(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries, rows: int
) -> None:
    for _ in range(rows):
        make_lineage()
    with django_assert_num_queries(QUERIES):
        client.get("/sitemap.xml")
    for kind in ("lineages", "articles", "outlets", "speakers"):
        with django_assert_num_queries(QUERIES_OF_A_PART):
            client.get(f"/sitemap-{kind}-1.xml")
