"""Speaker pages."""

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from articles.models import Speaker
from tests.support.makers import SANA, TASS, make_article, make_indirect_quote, make_lineage, make_quote

pytestmark = pytest.mark.django_db

LIST_QUERIES = 3  # whether anything changed; the page; what is counted of its rows
# Whether anything changed; the speaker; names; quotes; their printings, lineages and these' first quotes; how much is
# told; five for the profile: months, occasions, outlets and their names, what was altered.
QUERIES = 13


def test_speaker_list_says_when_it_is_empty(client: Client) -> None:
    assert "Nobody is quoted yet" in client.get("/s/").content.decode()


def test_speaker_list_counts_quotations_and_outlets(client: Client) -> None:
    make_quote(TASS)
    make_quote(SANA, outlet="SANA")
    page = client.get("/s/").content.decode()
    assert '<a href="/s/sergey-lavrov"><bdi>Sergey Lavrov</bdi></a>' in page
    assert page.count("<b>2</b>") == 2


def test_speaker_page_names_every_spelling(client: Client) -> None:
    lineage = make_lineage(make_quote(TASS), make_quote(SANA, outlet="SANA", speaker="Sergei Lavrov"))
    page = client.get("/s/sergey-lavrov").content.decode()
    assert "<bdi>Sergei Lavrov</bdi>, <bdi>Sergey Lavrov</bdi>" in page
    assert f'href="{lineage.get_absolute_url()}"' in page


def test_speaker_page_says_when_there_are_no_quotations(client: Client) -> None:
    Speaker.objects.get_or_create_by_name("Sergey Lavrov")
    assert "No quotation is attributed to this speaker" in client.get("/s/sergey-lavrov").content.decode()


def test_speaker_page_redirects_a_closing_slash(client: Client) -> None:
    Speaker.objects.get_or_create_by_name("Sergey Lavrov")
    response = client.get("/s/sergey-lavrov/")
    assert (response.status_code, response["Location"]) == (301, "/s/sergey-lavrov")


def test_speaker_page_answers_404_for_unknown_speakers(client: Client) -> None:
    assert client.get("/s/nobody").status_code == 404


@pytest.mark.parametrize("rows", [1, 3])
def test_speaker_page_takes_a_constant_number_of_queries(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries, rows: int
) -> None:
    for n in range(rows):
        make_lineage(make_quote(f"{TASS} {n}"), make_quote(f"{SANA} {n}", outlet="SANA", speaker="Sergei Lavrov"))
    with django_assert_num_queries(LIST_QUERIES):
        client.get("/s/")
    with django_assert_num_queries(QUERIES):
        client.get("/s/sergey-lavrov")


def test_speaker_page_names_each_article_once_with_its_outlet(client: Client) -> None:
    article = make_article("“One thing” “Another thing”", outlet="SANA", title="Two things")
    for words in ("One thing", "Another thing"):
        make_lineage(make_quote(words, article=article))
    page = client.get("/s/sergey-lavrov").content.decode()
    assert page.count(">Two things</a>") == 1
    assert page.count("<b><bdi>SANA</bdi></b>") == 1


def test_indirect_quotes_of_a_speaker_have_a_page(client: Client) -> None:
    article = make_article("Lavrov said that it failed.", title="It failed")
    told = make_indirect_quote("that it failed", article=article)
    page = client.get("/s/sergey-lavrov").content.decode()
    assert "0 quotations" in page
    assert '<a href="/s/sergey-lavrov/in-other-words">1 passage tells in other words' in page
    page = client.get("/s/sergey-lavrov/in-other-words").content.decode()
    assert f'<a href="{told.get_absolute_url()}" dir="auto" lang="en">that it failed</a>' in page
    assert page.count(">It failed</a>") == 1


def test_speaker_page_has_no_link_without_indirect_quotes(client: Client) -> None:
    make_quote(TASS)
    assert "in-other-words" not in client.get("/s/sergey-lavrov").content.decode()
    assert "No passage without quotation marks" in client.get("/s/sergey-lavrov/in-other-words").content.decode()


def test_indirect_quotes_page_redirects_when_merged(client: Client) -> None:
    kept, absorbed = (
        Speaker.objects.get_or_create_by_name("Sergey Lavrov"),
        Speaker.objects.get_or_create_by_name("Russian MFA"),
    )
    assert kept is not None
    assert absorbed is not None
    absorbed.merged_into = kept
    absorbed.save()
    response = client.get("/s/russian-mfa/in-other-words")
    assert (response.status_code, response["Location"]) == (301, "/s/sergey-lavrov/in-other-words")
