"""Outlet pages."""

from datetime import UTC, datetime

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from articles.engine.text.aliases import STANDARD_ALIASES
from articles.models import Article, Outlet
from tests.support.makers import SANA, TASS, make_article, make_lineage, make_quote, record_lineage_variants

pytestmark = pytest.mark.django_db

LATER = datetime(2015, 11, 19, tzinfo=UTC)

LIST_QUERIES = 3  # whether anything changed; the page; what is counted of its rows
QUERIES = 14  # whether anything changed; the outlet; its quotes; their printings; the lineages; nine for its habits


def test_outlet_list_says_when_it_is_empty(client: Client) -> None:
    assert "No article has been collected yet" in client.get("/o/").content.decode()


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


def test_outlet_page_says_what_changed_in_each_quotation(client: Client) -> None:
    lineage = make_lineage(make_quote(TASS), make_quote(SANA, outlet="SANA", published=LATER))
    record_lineage_variants([lineage], STANDARD_ALIASES)
    for path in ("/o/sana", "/o/sana?sort=altered", "/d/2015-11-17"):
        page = client.get(path).content.decode()
        assert "dropped by <bdi>SANA</bdi></a>" in page
        assert "severity 4 of 5" in page


def test_outlet_page_sorts_by_severity_and_limits_the_days(client: Client) -> None:
    altered = make_lineage(make_quote(TASS), make_quote(SANA, outlet="SANA", published=LATER))
    plain = make_lineage(make_quote("Said a month later", outlet="SANA", published=datetime(2015, 12, 19, tzinfo=UTC)))
    record_lineage_variants([altered, plain], STANDARD_ALIASES)
    newest, sorted_page = (client.get(path).content.decode() for path in ("/o/sana", "/o/sana?sort=altered"))
    assert newest.index(plain.code) < newest.index(altered.code)
    assert sorted_page.index(altered.code) < sorted_page.index(plain.code)
    for asked in ("until=2015-11", "until=2015-11&sort=altered"):
        page = client.get(f"/o/sana?{asked}").content.decode()
        assert (altered.code in page, plain.code in page) == (True, False)


def test_outlet_page_does_not_contradict_the_lineage_of_a_version_that_stops_half_way(client: Client) -> None:
    lineage = make_lineage(make_quote(TASS), make_quote(TASS[:60], outlet="RT", published=LATER))
    record_lineage_variants([lineage], STANDARD_ALIASES)
    assert "Same words, as far as both go" in client.get("/o/rt").content.decode()
    assert (
        "no word differs from the earliest version found, as far as both go"
        in client.get("/o/rt/changes/unchanged").content.decode()
    )


def test_article_list_has_every_article_newest_first(client: Client) -> None:
    old = make_article(outlet="RT", title="An old article", published=datetime(2014, 1, 1, tzinfo=UTC))
    make_article("“One thing” and “another”", outlet="SANA", title="A new article")
    make_article(outlet="SANA", title="An undated article", published=None)
    make_quote("One thing", article=Article.objects.get(title="A new article"))
    page = client.get("/a/").content.decode()
    assert page.index("A new article") < page.index("An old article") < page.index("An undated article")
    assert f'href="{old.get_absolute_url()}"' in page
    assert "<b>1</b> quotation<" in page
    assert 'href="/suggest"' in page
    rows = client.get("/a.json").json()["rows"]
    assert (rows[0]["headline"], rows[0]["outlet"], rows[0]["quotations"]) == ("A new article", "SANA", 1)
    assert "No article has been collected yet" not in page


@pytest.mark.parametrize("rows", [1, 3])
def test_article_list_takes_a_constant_number_of_queries(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries, rows: int
) -> None:
    for n in range(rows):
        make_article(outlet=f"Outlet {n}")
    with django_assert_num_queries(LIST_QUERIES):
        client.get("/a/")


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
