"""Speaker pages."""

from datetime import UTC, datetime

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from articles.engine.text.aliases import STANDARD_ALIASES
from articles.models import Article, Speaker
from articles.views.http.keyset_pagination import ROWS_A_PAGE
from tests.support.makers import (
    SANA,
    TASS,
    make_article,
    make_indirect_quote,
    make_lineage,
    make_quote,
    record_lineage_variants,
)

pytestmark = pytest.mark.django_db

LATER = datetime(2015, 11, 19, tzinfo=UTC)

LIST_QUERIES = 3  # whether anything changed; the page; what is counted of its rows
# Whether anything changed; the speaker; names; lineages; how many paraphrases, and how many quotations that are only
# probable; four for the profile: months, occasions, outlets and their names.
QUERIES = 10


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


def test_speaker_page_lists_a_lineage_once_with_what_changed(client: Client) -> None:
    lineage = make_lineage(
        make_quote(TASS),
        make_quote(SANA, outlet="SANA", published=LATER),
        make_quote(SANA, outlet="RT", published=LATER),
    )
    record_lineage_variants([lineage], STANDARD_ALIASES)
    page = client.get("/s/sergey-lavrov").content.decode()
    assert page.count(f'href="{lineage.get_absolute_url()}"') == 1
    assert "dropped by <bdi>SANA</bdi> and 1 other</a>" in page
    assert "severity 4 of 5" in page


def test_speaker_page_lists_the_most_serious_change_first(client: Client) -> None:
    altered = make_lineage(make_quote(TASS), make_quote(SANA, outlet="SANA", published=LATER))
    plain = make_lineage(make_quote("Published in one way"), make_quote("Published in one way", outlet="RT"))
    record_lineage_variants([altered, plain], STANDARD_ALIASES)
    page = client.get("/s/sergey-lavrov").content.decode()
    assert page.index(altered.code) < page.index(plain.code)
    newest = client.get("/s/sergey-lavrov?sort=newest").content.decode()
    assert "Quotations, newest first" in newest
    printed = client.get("/s/sergey-lavrov?sort=printed").content.decode()
    assert "Quotations, most outlets first" in printed


def test_speaker_page_shows_a_month_by_severity_at_one_address(client: Client) -> None:
    november = make_lineage(make_quote(TASS), make_quote(SANA, outlet="SANA", published=LATER))
    plain = make_lineage(make_quote("Said on the last day", published=datetime(2015, 11, 30, 23, 59, tzinfo=UTC)))
    december = make_lineage(make_quote("Said in December", published=datetime(2015, 12, 1, tzinfo=UTC)))
    record_lineage_variants([november, plain, december], STANDARD_ALIASES)
    page = client.get("/s/sergey-lavrov?since=2015-11&until=2015-11&sort=altered").content.decode()
    assert page.index(november.code) < page.index(plain.code)
    assert december.code not in page
    assert "<details open" in page
    assert 'value="2015-11"' in page
    assert 'content="noindex"' in page
    assert len(client.get("/s/sergey-lavrov.json?since=2015-12&until=2015-12").json()["rows"]) == 1


@pytest.mark.parametrize("path", ["/s/sergey-lavrov", "/o/offguardian", "/search"])
def test_pages_say_beside_the_field_that_a_date_is_none(client: Client, path: str) -> None:
    make_lineage(make_quote(TASS))
    page = client.get(f"{path}?since=notadate").content.decode()
    assert 'value="notadate"' in page
    assert 'aria-describedby="since-problem"' in page
    assert "This is not a date, so the list is not limited by it." in page
    assert "<details open" in page
    page = client.get(f"{path}?since=2015-11&until=2014").content.decode()
    assert "This is before the first date, so the list is not limited by it." in page
    assert "problem" not in client.get(f"{path}?since=2015-11&until=2015").content.decode()


def test_speaker_page_says_when_nothing_was_said_on_these_dates(client: Client) -> None:
    make_lineage(make_quote(TASS))
    assert "was found on these dates" in client.get("/s/sergey-lavrov?since=1999&until=2000").content.decode()


def test_speaker_page_leads_on_from_addresses_of_its_former_pages(client: Client) -> None:
    make_lineage(make_quote(TASS))
    response = client.get("/s/sergey-lavrov?after=123")
    assert (response.status_code, response["Location"]) == (301, "/s/sergey-lavrov")


def test_speaker_page_is_paged_in_its_order(client: Client) -> None:
    lineages = [make_lineage(make_quote(f"Quotation number {n}.")) for n in range(ROWS_A_PAGE + 1)]
    page = client.get("/s/sergey-lavrov?sort=newest").content.decode()
    assert f'href="/s/sergey-lavrov?sort=newest&amp;after={lineages[1].code}"' in page
    assert lineages[0].code in client.get(f"/s/sergey-lavrov?sort=newest&after={lineages[1].code}").content.decode()
    assert 'href="/s/sergey-lavrov.csv?sort=newest"' in page


def test_speaker_page_links_its_feed_in_sight(client: Client) -> None:
    make_lineage(make_quote(TASS))
    assert '<a class="follow" href="/s/sergey-lavrov.atom"' in client.get("/s/sergey-lavrov").content.decode()
    assert '<a class="follow" href="/o/offguardian.atom"' in client.get("/o/offguardian").content.decode()


def test_speaker_list_leaves_out_who_is_not_quoted_and_begins_with_the_most_quoted(client: Client) -> None:
    for n in range(2):
        make_quote(f"{TASS} {n}")
    make_quote("It is so", speaker="Anna Bergqvist")
    Speaker.objects.get_or_create_by_name("Islamic State")
    page = client.get("/s/").content.decode()
    assert "Islamic State" not in page
    assert page.index("Sergey Lavrov") < page.index("Anna Bergqvist")
    by_name = client.get("/s/?sort=name").content.decode()
    assert by_name.index("Anna Bergqvist") < by_name.index("Sergey Lavrov")


def test_speaker_list_leaves_out_who_is_quoted_in_withdrawn_articles_alone(client: Client) -> None:
    make_quote(TASS)
    withdrawn = make_quote("It is so", speaker="Anna Bergqvist").article
    Article.objects.filter(pk=withdrawn.pk).update(withdrawn=LATER)
    page = client.get("/s/").content.decode()
    assert "Sergey Lavrov" in page
    assert "Bergqvist" not in page


@pytest.mark.parametrize("asked", ["lavrov", "Lawrow", "SERGEY", "Lavrov&sort=name"])
def test_speaker_list_is_filtered_by_name_in_any_spelling(client: Client, asked: str) -> None:
    make_quote(TASS)
    make_quote("It is so", speaker="Anna Bergqvist")
    page = client.get(f"/s/?q={asked}").content.decode()
    assert "Sergey Lavrov" in page
    assert "Bergqvist" not in page


@pytest.mark.parametrize("asked", ["nobody", "%00", "%25", "<b>"])
def test_speaker_list_takes_any_text_in_its_box(client: Client, asked: str) -> None:
    make_quote(TASS)
    response = client.get("/s/", {"q": asked})
    assert response.status_code == 200
    assert b"<b>&" not in response.content


def test_speaker_list_is_paged_by_count(client: Client) -> None:
    for n in range(ROWS_A_PAGE + 4):
        make_quote(f"It is {n}", speaker=f"Anna Number{chr(97 + n)}")  # v and w are one letter in a name
    page = client.get("/s/").content.decode()
    after = page.partition("?after=")[2].partition('"')[0]
    further = client.get(f"/s/?after={after}").content.decode()
    assert further.count('href="/s/anna-') == Speaker.objects.count() - ROWS_A_PAGE


def test_indirect_quotes_of_a_speaker_have_a_page(client: Client) -> None:
    article = make_article("Lavrov said that it failed.", title="It failed")
    told = make_indirect_quote("that it failed", article=article)
    page = client.get("/s/sergey-lavrov").content.decode()
    assert "Quoted 0 times" in page
    assert '<a href="/s/sergey-lavrov/in-other-words">1 paraphrase of' in page
    page = client.get("/s/sergey-lavrov/in-other-words").content.decode()
    assert f'<a href="{told.get_absolute_url()}" dir="auto" lang="en">that it failed</a>' in page
    assert page.count(">It failed</a>") == 1


def test_speaker_page_has_no_link_without_indirect_quotes(client: Client) -> None:
    make_quote(TASS)
    assert "in-other-words" not in client.get("/s/sergey-lavrov").content.decode()
    assert "No paraphrase of this speaker" in client.get("/s/sergey-lavrov/in-other-words").content.decode()


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
