"""Outlet pages."""

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from articles.models import Outlet
from tests.support.makers import SANA, TASS, make_article, make_lineage, make_quote

pytestmark = pytest.mark.django_db

LIST_QUERIES = 3  # whether anything changed; the page; what is counted of its rows
# Whether anything changed; the outlet; its quotes; their printings, the lineages of those, the first quotes of these;
# nine for its habits.
QUERIES = 15


def test_outlet_list_says_when_it_is_empty(client: Client) -> None:
    assert "No article has been taken in yet" in client.get("/o/").content.decode()


def test_outlet_list_counts_articles_and_quotations(client: Client) -> None:
    article = make_article("\u201cOne\u201d \u201cTwo\u201d", outlet="SANA")
    make_quote("One", article=article)
    make_quote("Two", article=article)
    page = client.get("/o/").content.decode()
    assert '<a href="/o/sana"><bdi>SANA</bdi></a>' in page
    assert "<b>2</b> quotations" in page
    assert "<b>1</b> article<" in page


def test_outlet_list_is_paged(client: Client) -> None:
    for n in range(21):
        Outlet.objects.get_or_create_by_name(f"Outlet {n:02}")
    page = client.get("/o/").content.decode()
    assert 'href="/o/?after=outlet-19"' in page
    assert "Outlet 20" in client.get("/o/?after=outlet-19").content.decode()


def test_outlet_page_links_to_the_other_printings(client: Client) -> None:
    lineage = make_lineage(make_quote(TASS), make_quote(SANA, outlet="SANA"))
    page = client.get("/o/sana").content.decode()
    assert f'href="{lineage.get_absolute_url()}"' in page
    assert "<b>2</b> outlets" in page
    assert "ISIS groups" in page


def test_outlet_page_says_when_there_are_no_quotations(client: Client) -> None:
    make_article(outlet="SANA")
    assert "No quotation was found" in client.get("/o/sana").content.decode()


def test_outlet_page_redirects_a_closing_slash(client: Client) -> None:
    Outlet.objects.get_or_create_by_name("SANA")
    response = client.get("/o/sana/?after=3")
    assert (response.status_code, response["Location"]) == (301, "/o/sana?after=3")


@pytest.mark.parametrize("path", ["/o/nobody", "/o/%00", "/o/nobody/"])
def test_outlet_pages_answer_404_for_unknown_outlets(client: Client, path: str) -> None:
    assert client.get(path).status_code == 404


def test_outlet_page_answers_404_behind_an_unknown_quote(client: Client) -> None:
    Outlet.objects.get_or_create_by_name("SANA")
    assert client.get("/o/sana?after=999").status_code == 404
    assert client.get("/o/?after=%00").status_code == 404


@pytest.mark.parametrize("rows", [1, 3])
def test_outlet_page_takes_a_constant_number_of_queries(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries, rows: int
) -> None:
    for n in range(rows):
        make_lineage(make_quote(f"{TASS} {n}", outlet=f"Outlet {n}"), make_quote(f"{SANA} {n}", outlet="SANA"))
    with django_assert_num_queries(LIST_QUERIES):
        client.get("/o/")
    with django_assert_num_queries(QUERIES):
        client.get("/o/sana")


def test_outlet_page_names_an_article_once(client: Client) -> None:
    article = make_article("“One thing” “Another thing”", outlet="SANA", title="Two things", credit="TASS")
    for words in ("One thing", "Another thing"):
        make_lineage(make_quote(words, article=article))
    make_lineage(make_quote("A third", outlet="SANA"))
    page = client.get("/o/sana").content.decode()
    assert page.count(">Two things</a>") == 1
    assert page.count("credits <bdi>TASS</bdi>") == 1
    assert page.count('<div class="of-article"') == 2
    assert page.index("Two things") < page.index("One thing") < page.index("Another thing")


def test_outlet_page_continues_an_article_on_the_next_page(client: Client) -> None:
    words = [f"Thing {n:02}" for n in range(22)]
    article = make_article(" ".join(f"“{each}”" for each in words), outlet="SANA", title="Many things")
    for each in words:
        make_quote(each, article=article)
    first = client.get("/o/sana").content.decode()
    after = first.partition("?after=")[2].partition('"')[0]
    assert ("Thing 19" in first, "Thing 20" in first) == (True, False)
    second = client.get(f"/o/sana?after={after}").content.decode()
    assert ("Thing 19" in second, "Thing 20" in second, "Many things" in second) == (False, True, True)


@pytest.mark.parametrize(
    ("path", "leads_to"),
    [
        ("/o/{}.csv?after=3", "/o/sana.csv?after=3"),
        ("/o/{}.atom", "/o/sana.atom"),
        ("/o/{}/changes/name_swap", "/o/sana/changes/name_swap"),
        ("/o/{}/first", "/o/sana/first"),
        ("/o/{}/crediting?whom=TASS", "/o/sana/crediting?whom=TASS"),
        ("/o/{}..rt", "/o/sana..rt"),
        ("/o/rt..{}", "/o/rt..sana"),
    ],
)
def test_outlet_pages_redirect_when_merged(client: Client, path: str, leads_to: str) -> None:
    kept, merged, _ = (Outlet.objects.get_or_create_by_name(name) for name in ("SANA", "Syrian Arab News Agency", "RT"))
    Outlet.objects.filter(pk=merged.pk).update(merged_into=kept)
    response = client.get(path.format(merged.slug))
    assert (response.status_code, response["Location"]) == (301, leads_to)
    assert client.get(f"/o/{merged.slug}..{kept.slug}").status_code == 404


def test_search_takes_a_merged_outlet_for_the_other(client: Client) -> None:
    kept, merged = (Outlet.objects.get_or_create_by_name(name) for name in ("SANA", "Syrian Arab News Agency"))
    Outlet.objects.filter(pk=merged.pk).update(merged_into=kept)
    make_quote(SANA, outlet="SANA")
    found = client.get(f"/search?outlet={merged.slug}")
    assert found.context["query"].outlet == kept
    told = client.get(f"/api/v1/outlets/{merged.slug}").json()
    assert (told["slug"], told["quotes"]) == ("sana", 1)
    assert [each["slug"] for each in client.get("/api/v1/outlets").json()["items"]] == ["sana"]
    assert len(client.get(f"/api/v1/quotes?outlet={merged.slug}").json()["items"]) == 1
