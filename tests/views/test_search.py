"""Search page."""

from datetime import date
from html import unescape

import pytest
from django.http import QueryDict
from django.test import Client
from django.utils.html import strip_tags
from pytest_django import DjangoAssertNumQueries

from articles.presentation.search_results import build_excerpt
from articles.services.search_index import index_quotes
from articles.views.http.forms import parse_day
from articles.views.http.keyset_pagination import ROWS_A_PAGE
from articles.views.http.search_params import parse_search_query, replace_param
from tests.support.makers import SANA, TASS, make_lineage, make_quote

pytestmark = pytest.mark.django_db

QUERIES = 8  # whether anything changed; five to find; the lineages and the quotes of the page


@pytest.fixture
def lavrov(db: None) -> None:
    tass, sana = make_quote(TASS), make_quote(SANA, outlet="SANA")
    mistake = make_quote("It is a colossal mistake to press the army", outlet="RT", speaker="Vladimir Putin")
    index_quotes([tass, sana, mistake])
    make_lineage(tass, sana)
    make_lineage(mistake)


def text_of(client: Client, path: str) -> str:
    return " ".join(unescape(strip_tags(client.get(path).content.decode())).split())


def test_search_page_says_what_can_be_searched(client: Client) -> None:
    assert "What was said, who said it" in text_of(client, "/search")


def test_search_page_marks_the_terms(client: Client, lavrov: None) -> None:
    page = client.get("/search?q=armies").content.decode()
    assert "<mark>army</mark>" in page
    assert "2 quotations" in page
    assert "3 printings have what you asked for" in page


def test_search_page_narrows_and_widens_the_answer(client: Client, lavrov: None) -> None:
    page = client.get("/search?q=army").content.decode()
    assert 'href="/search?q=army&amp;outlet=rt"' in page
    assert 'href="/search?q=army&amp;speaker=vladimir-putin"' in page
    narrowed = client.get("/search?q=army&outlet=rt").content.decode()
    assert "1 quotation<" in narrowed
    assert 'href="/search?q=army">remove' in narrowed
    assert '<input type="hidden" name="outlet" value="rt">' in narrowed


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("/search?q=cheese", "Nothing has all of that."),
        ("/search?q=army&outlet=sana&speaker=vladimir-putin", "A filter may be too narrow"),
        ("/search?q=the+of", "Every text has these words."),
        ("/search?q=%00", "What was said"),
        ("/search?since=yesterday", "What was said"),
        ("/search?q=army&since=2015-11&until=2015&least=2", "1 quotation"),
        ("/search?q=army&kind=name_swap", "Change: Name swapped"),
        ("/search?q=army&kind=nonsense", "2 quotations"),
        ("/search?q=army&least=-4&sort=best&language=%00", "2 quotations"),
    ],
)
def test_search_page_answers_every_query_in_words(client: Client, lavrov: None, path: str, said: str) -> None:
    assert said in text_of(client, path)


@pytest.mark.parametrize("path", ["/search?outlet=nobody", "/search?speaker=nobody", "/search?q=army&after=ZZZZZZZZZZ"])
def test_search_page_answers_404_for_unknown_speakers_and_outlets(client: Client, lavrov: None, path: str) -> None:
    assert client.get(path).status_code == 404


def test_search_page_sends_htmx_the_answer_alone(client: Client, lavrov: None) -> None:
    response = client.get("/search?q=army", headers={"HX-Request": "true"})
    assert b"<html" not in response.content
    assert b"2 quotations" in response.content
    assert "HX-Request" in response["Vary"]


def test_search_page_is_paged_by_code(client: Client) -> None:
    quotes = [make_quote(f"army number {n}") for n in range(ROWS_A_PAGE + 1)]
    index_quotes(quotes)
    homes = [make_lineage(quote) for quote in quotes]
    page = client.get("/search?q=army").content.decode()
    assert f'href="/search?q=army&amp;after={homes[1].code}"' in page
    further = client.get(f"/search?q=army&after={homes[1].code}").content.decode()
    assert homes[0].code in further
    assert "Back to the first page" in further


def test_search_page_escapes_hostile_text(client: Client) -> None:
    quote = make_quote("<script>army</script>", speaker="<b>x</b>")
    index_quotes([quote])
    make_lineage(quote)
    page = client.get("/search", {"q": '"><script>army'}).content.decode()
    assert "<script>army" not in page


def test_check_box_searches_for_a_few_words(client: Client) -> None:
    response = client.get("/check", {"q": "Syrian army"})
    assert (response.status_code, response["Location"]) == (303, "/search?q=Syrian+army")


@pytest.mark.parametrize(
    ("text", "last", "day"),
    [
        ("2015-11-17", True, date(2015, 11, 17)),
        ("2015-2", True, date(2015, 2, 28)),
        ("2015", False, date(2015, 1, 1)),
        ("2015-02-30", True, None),
        ("0000", True, None),
        ("\u0662\u0660\u0661\u0665", True, None),
        ("17.11.2015", True, None),
    ],
)
def test_parse_day_takes_months_and_years(text: str, last: bool, day: date | None) -> None:
    assert parse_day(text, last=last) == day


def test_parse_search_query_knows_phrases_by_any_quotation_marks() -> None:
    question = parse_search_query(QueryDict("q=assad+\u201cIslamic State\u201d+\u00abcolossal mistake\u00bb+\u0022"))
    assert question.words == ("assad",)
    assert question.phrases == (("islamic", "state"), ("colossal", "mistake"))


def test_replace_param_begins_at_the_first_page() -> None:
    asked = QueryDict("q=army&after=7KQ2M9X4VD&nonsense=1&sort=newest")
    assert replace_param(asked, "outlet", "rt") == "q=army&outlet=rt&sort=newest"
    assert replace_param(asked, "since until", "2015", "2015") == "q=army&since=2015&until=2015&sort=newest"


def test_build_excerpt_cuts_around_the_first_term() -> None:
    text = " ".join(f"word{n}" for n in range(100))
    pieces = build_excerpt(text, frozenset({"word50"}))
    assert ("word50", True) in pieces
    assert "".join(words for words, _ in pieces).startswith("\u2026word42 ")
    assert len("".join(words for words, _ in pieces).split()) == 36


@pytest.mark.parametrize("count", [1, 3])
def test_search_page_takes_a_constant_number_of_queries(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries, count: int
) -> None:
    for n in range(count):
        quote = make_quote(f"army number {n}")
        index_quotes([quote])
        make_lineage(quote)
    with django_assert_num_queries(QUERIES):
        client.get("/search?q=army")
