"""Search page."""

from datetime import UTC, date, datetime
from html import unescape

import pytest
from django.http import QueryDict
from django.test import Client
from django.utils.html import strip_tags
from pytest_django import DjangoAssertNumQueries

from articles.engine.text.aliases import STANDARD_ALIASES
from articles.models import Lineage
from articles.presentation.search_results import build_excerpt
from articles.services.search_index import index_quotes
from articles.views.http.forms import parse_day
from articles.views.http.keyset_pagination import ROWS_A_PAGE
from articles.views.http.search_params import parse_search_query, replace_param
from tests.support.makers import SANA, TASS, make_article, make_lineage, make_quote, record_lineage_variants

pytestmark = pytest.mark.django_db

LATER = datetime(2015, 11, 19, tzinfo=UTC)
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
    assert "Enter words of a quotation" in text_of(client, "/search")


def test_search_page_marks_the_terms(client: Client, lavrov: None) -> None:
    page = client.get("/search?q=armies").content.decode()
    assert "<mark>army</mark>" in page
    assert "2 quotations" in page
    assert "3 versions" in page


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
        ("/search?q=cheese", "No results for all of these words."),
        ("/search?q=army&outlet=sana&speaker=vladimir-putin", "A filter may be too narrow"),
        ("/search?q=the+of", "These words are in too many texts"),
        ("/search?q=%22", "Please enter a word"),
        ("/search?q=%22%22+%E2%80%9C", "Please enter a word"),
        ("/search?q=%00", "Enter words of a quotation"),
        ("/search?since=yesterday", "Enter words of a quotation"),
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


def test_search_page_shows_the_headline_where_it_has_the_words(client: Client) -> None:
    article = make_article("“We pay” he said", title="Minister defends new taxes")
    quote = make_quote("We pay", article=article)
    spoken = make_quote("These taxes are ours", article=make_article("“These taxes are ours”", title="On taxes"))
    index_quotes([quote, spoken])
    make_lineage(quote)
    make_lineage(spoken)
    page = client.get("/search?q=taxes").content.decode()
    assert 'Headline: <span dir="auto">Minister defends new <mark>taxes</mark></span>' in page
    assert page.count("Headline:") == 1


def test_search_page_sorts_by_severity_and_says_what_changed(client: Client, lavrov: None) -> None:
    dropped, kept = (
        make_quote("the army will attack", outlet="SANA", published=LATER),
        make_quote("the army will not attack"),
    )
    index_quotes([kept, dropped])
    lineage = make_lineage(kept, dropped)
    record_lineage_variants(Lineage.objects.all(), STANDARD_ALIASES)
    page = client.get("/search?q=army&sort=altered").content.decode()
    first = page[page.index('class="entries"') :]
    other = Lineage.objects.filter(severity=4).get()
    assert first.index(lineage.code) < first.index(other.code)
    assert '<q dir="auto">not</q> dropped by <bdi>SANA</bdi></a>' in page
    assert 'sort=altered"' in client.get("/search?q=army").content.decode()
    facets = page[page.index("What changed") :]
    assert facets.index("severity 5") < facets.index("severity 3")


def test_search_page_replaces_the_address_while_somebody_types(client: Client, lavrov: None) -> None:
    page = client.get("/search").content.decode()
    assert 'hx-replace-url="true"' in page
    assert "hx-push-url" not in page
    assert 'class="follow" href="/search.atom?q=army"' in client.get("/search?q=army").content.decode()


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
