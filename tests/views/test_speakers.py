"""Speakers are listed with the names they are printed under and the words attributed to them."""

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


def test_an_empty_list_says_so(client: Client) -> None:
    assert "Nobody is quoted yet" in client.get("/s/").content.decode()


def test_the_list_counts_quotations_and_outlets(client: Client) -> None:
    make_quote(TASS)
    make_quote(SANA, outlet="SANA")
    page = client.get("/s/").content.decode()
    assert '<a href="/s/sergey-lavrov"><bdi>Sergey Lavrov</bdi></a>' in page
    assert page.count("<b>2</b>") == 2


def test_a_speakers_page_names_every_spelling(client: Client) -> None:
    lineage = make_lineage(make_quote(TASS), make_quote(SANA, outlet="SANA", speaker="Sergei Lavrov"))
    page = client.get("/s/sergey-lavrov").content.decode()
    assert "<bdi>Sergei Lavrov</bdi>, <bdi>Sergey Lavrov</bdi>" in page
    assert f'href="{lineage.get_absolute_url()}"' in page


def test_a_speaker_without_words_says_so(client: Client) -> None:
    Speaker.objects.get_or_create_by_name("Sergey Lavrov")
    assert "No quotation is attributed to this speaker" in client.get("/s/sergey-lavrov").content.decode()


def test_a_closing_slash_leads_to_the_address(client: Client) -> None:
    Speaker.objects.get_or_create_by_name("Sergey Lavrov")
    response = client.get("/s/sergey-lavrov/")
    assert (response.status_code, response["Location"]) == (301, "/s/sergey-lavrov")


def test_an_unknown_speaker_is_not_found(client: Client) -> None:
    assert client.get("/s/nobody").status_code == 404


@pytest.mark.parametrize("rows", [1, 3])
def test_the_number_of_queries_does_not_grow(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries, rows: int
) -> None:
    for n in range(rows):
        make_lineage(make_quote(f"{TASS} {n}"), make_quote(f"{SANA} {n}", outlet="SANA", speaker="Sergei Lavrov"))
    with django_assert_num_queries(LIST_QUERIES):
        client.get("/s/")
    with django_assert_num_queries(QUERIES):
        client.get("/s/sergey-lavrov")


def test_each_article_is_named_once_with_its_outlet(client: Client) -> None:
    article = make_article("“One thing” “Another thing”", outlet="SANA", title="Two things")
    for words in ("One thing", "Another thing"):
        make_lineage(make_quote(words, article=article))
    page = client.get("/s/sergey-lavrov").content.decode()
    assert page.count(">Two things</a>") == 1
    assert page.count("<b><bdi>SANA</bdi></b>") == 1


def test_what_is_told_of_a_speaker_has_a_page_of_its_own(client: Client) -> None:
    article = make_article("Lavrov said that it failed.", title="It failed")
    told = make_indirect_quote("that it failed", article=article)
    page = client.get("/s/sergey-lavrov").content.decode()
    assert "0 quotations" in page
    assert '<a href="/s/sergey-lavrov/in-other-words">1 passage tells in other words' in page
    page = client.get("/s/sergey-lavrov/in-other-words").content.decode()
    assert f'<a href="{told.get_absolute_url()}" dir="auto" lang="en">that it failed</a>' in page
    assert page.count(">It failed</a>") == 1


def test_a_speaker_of_whom_nothing_is_told_has_no_link_to_it(client: Client) -> None:
    make_quote(TASS)
    assert "in-other-words" not in client.get("/s/sergey-lavrov").content.decode()
    assert "No passage without quotation marks" in client.get("/s/sergey-lavrov/in-other-words").content.decode()


def test_the_passages_of_a_merged_speaker_are_those_of_the_other(client: Client) -> None:
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
