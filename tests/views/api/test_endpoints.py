"""A program gets what is described, page by page, and is told in one shape what is wrong."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client, override_settings
from pytest_django import DjangoAssertNumQueries

from articles.models import Lineage, LineageCode, Speaker
from articles.services.revisions import record_revisions
from articles.services.search_index import index_quotes
from articles.urls import api_urlpatterns
from articles.views.api.openapi import PATHS, fields_of
from tests.support.makers import SANA, TASS, index_words, make_lineage, make_quote

pytestmark = pytest.mark.django_db

QUERIES = {"lineages": 1, "quotes": 4, "articles": 1, "outlets": 1, "speakers": 1}
PLAIN = {"string": str, "integer": int, "number": float, "boolean": bool}


@pytest.fixture(autouse=True)
def forgotten() -> None:
    """What was asked in the tests before."""
    cache.clear()


@pytest.fixture
def lavrov() -> Lineage:
    first, second = make_quote(TASS, credit="TASS"), make_quote(SANA, outlet="SANA")
    index_words(first, second)
    index_quotes([first, second])
    lineage = make_lineage(first, second, code="7KQ2M9X4VD")
    record_revisions([lineage])
    return lineage


def fits(content: Any, short: str) -> Iterator[str]:
    """What in `content` is not as described."""
    if short.endswith("?"):
        if content is not None:
            yield from fits(content, short[:-1])
    elif short.startswith("["):
        for each in content:
            yield from fits(each, short[1:-1])
    elif short in PLAIN:
        if not isinstance(content, PLAIN[short]):
            yield f"{content!r} is no {short}"
    else:
        fields = fields_of(short)
        if set(content) != set(fields):
            yield f"{short} has {sorted(set(content) ^ set(fields))} or has not"
        for name, each in fields.items():
            yield from fits(content[name], each)


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.path)
def test_what_is_given_is_what_is_described(client: Client, lavrov: Lineage, path: Any) -> None:
    quote = lavrov.printings.earliest_first()[1].quote
    number = quote.pk if path.path.startswith("quotes") else quote.article_id
    slug = "sana" if path.path.startswith("outlets") else "sergey-lavrov"
    address = "/api/v1/" + path.path.format(code="7KQ2M9X4VD", number=number, slug=slug)
    asked = {"q": "spared those ISIS groups that were capable"} if "q" in path.asked else {}
    content = client.get(address, asked).json()
    found = content["items"] if path.listed else content
    assert found
    assert list(fits(found, path.gives)) == []


def test_everything_that_answers_is_described(client: Client) -> None:
    described = {path.path.replace("{code}", "<text:code>") for path in PATHS}
    described = {path.replace("{number}", "<int:number>").replace("{slug}", "<text:slug>") for path in described}
    assert described == {str(each.pattern) for each in api_urlpatterns} - {"", "openapi.json"}
    content = client.get("/api/v1/openapi.json").json()
    assert content["openapi"] == "3.1.0"
    assert content["servers"] == [{"url": "http://testserver/api/v1"}]


def test_the_start_says_where_everything_is(client: Client, lavrov: Lineage) -> None:
    for name, address in client.get("/api/v1/").json().items():
        assert client.get(address).status_code == (400 if name == "check" else 200)


def test_a_merged_code_answers_with_the_one_that_stands(client: Client, lavrov: Lineage) -> None:
    other = make_lineage(make_quote("Something else"))
    code = other.code
    other.merge_into(lavrov)
    content = client.get(f"/api/v1/lineages/{code.lower()}").json()
    assert (content["code"], content["requested_code"]) == ("7KQ2M9X4VD", code)


def test_a_withdrawn_code_says_why(client: Client, lavrov: Lineage) -> None:
    LineageCode.objects.filter(pk="7KQ2M9X4VD").update(lineage=None, gone_because="It was no quotation.")
    response = client.get("/api/v1/lineages/7KQ2M9X4VD")
    assert response.status_code == 404
    assert response.json()["detail"] == "This quotation was withdrawn. It was no quotation."


def test_a_list_goes_on_by_key(client: Client) -> None:
    for n in range(5):
        make_lineage(make_quote(f"{TASS} {n}", outlet=f"Outlet {n}"))
    for kind, key in (("lineages", "code"), ("quotes", "id"), ("articles", "id"), ("outlets", "slug")):
        seen: list[Any] = []
        address = f"/api/v1/{kind}?limit=2"
        while address:
            response = client.get(address)
            content = response.json()
            seen += [each[key] for each in content["items"]]
            address = content["next"]
            assert response.headers.get("Link") == (f'<{address}>; rel="next"' if address else None)
        assert len(seen) == len(set(seen)) == 5


def test_the_answer_to_a_search_goes_on_in_pages_as_long_as_asked_for(client: Client) -> None:
    quotes = [make_quote(f"{TASS} {n}", outlet=f"Outlet {n}") for n in range(3)]
    index_quotes(quotes)
    codes = {make_lineage(quote).code for quote in quotes}
    content = client.get("/api/v1/search?q=army&limit=2").json()
    further = client.get(content["next"]).json()
    assert [len(page["items"]) for page in (content, further)] == [2, 1]
    assert {each["code"] for page in (content, further) for each in page["items"]} == codes
    assert client.get("/api/v1/search?q=army&limit=0").status_code == 400
    assert client.get("/api/v1/search?q=army&kind=name_swap").json()["items"] == []


def test_quotes_are_asked_for_by_speaker_and_outlet(client: Client, lavrov: Lineage) -> None:
    make_lineage(make_quote("Something else", outlet="SANA", speaker="Bashar al-Assad"))
    assert len(client.get("/api/v1/quotes?speaker=sergey-lavrov").json()["items"]) == 2
    assert len(client.get("/api/v1/quotes?speaker=sergey-lavrov&outlet=sana").json()["items"]) == 1
    assert len(client.get("/api/v1/articles?outlet=sana").json()["items"]) == 2


def test_a_merged_speaker_is_the_other(client: Client, lavrov: Lineage) -> None:
    other = Speaker.objects.create_with_slug("S. Lavrov", "s lavrov")
    other.merged_into = Speaker.objects.get(slug="sergey-lavrov")
    other.save()
    assert client.get(f"/api/v1/speakers/{other.slug}").json()["slug"] == "sergey-lavrov"


def test_words_are_checked(client: Client, lavrov: Lineage) -> None:
    content = client.get("/api/v1/check", {"q": SANA}).json()
    assert content["known"]
    assert content["findings"][0]["verdict"] == "As printed by SANA."
    assert content["findings"][0]["code"] == "7KQ2M9X4VD"


@pytest.mark.parametrize(
    ("path", "status"),
    [
        *((f"/api/v1/{kind}/0", 404) for kind in ("lineages", "quotes", "articles", "outlets", "speakers")),
        *((f"/api/v1/{kind}/{10**30}", 404) for kind in ("lineages", "quotes", "articles", "outlets", "speakers")),
        *((f"/api/v1/lineages?limit={limit}", 400) for limit in ("0", "101", "-1", "x", "9" * 40, "\u0661")),
        *((f"/api/v1/{kind}?after=nobody", 404) for kind in ("lineages", "quotes", "outlets", "search")),
        *((f"/api/v1/check{asked}", 400) for asked in ("", "?q=", "?q=%00", f"?q={'x' * 4001}")),
        *((f"/api/v1/quotes?{name}=nobody%00", 404) for name in ("speaker", "outlet")),
        ("/api/v1/search?outlet=nobody", 404),
    ],
)
def test_what_is_wrong_is_said_in_one_shape(client: Client, path: str, status: int) -> None:
    response = client.get(path)
    assert (response.status_code, response["Content-Type"]) == (status, "application/problem+json")
    content = response.json()
    assert list(fits(content, "Error")) == []
    assert content["status"] == status
    assert response["Access-Control-Allow-Origin"] == "*"


def test_what_has_not_changed_is_not_sent_again(client: Client, lavrov: Lineage) -> None:
    first = client.get("/api/v1/lineages/7KQ2M9X4VD")
    again = client.get("/api/v1/lineages/7KQ2M9X4VD", headers={"If-None-Match": first["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert again["Access-Control-Allow-Origin"] == "*"
    other = client.get("/api/v1/lineages/7KQ2M9X4VD", headers={"If-None-Match": '"something else"'})
    assert other.status_code == 200


def test_that_a_lineage_has_not_changed_is_told_without_reading_it(
    client: Client, lavrov: Lineage, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    first = client.get("/api/v1/lineages/7KQ2M9X4VD")
    with django_assert_num_queries(1):
        again = client.get("/api/v1/lineages/7KQ2M9X4VD", headers={"If-None-Match": first["ETag"]})
    assert again.status_code == 304


def test_nothing_but_reading_is_offered(client: Client) -> None:
    response = client.post("/api/v1/lineages")
    assert (response.status_code, response["Allow"]) == (405, "GET, HEAD, OPTIONS")
    before = client.options("/api/v1/lineages")
    assert (before.status_code, before["Access-Control-Allow-Methods"]) == (204, "GET, HEAD, OPTIONS")


@override_settings(API_REQUESTS_A_MINUTE=3)
def test_who_asks_too_often_is_told_to_wait(client: Client) -> None:
    answers = [client.get("/api/v1/outlets") for _ in range(5)]
    assert [each.status_code for each in answers][:3] == [200, 200, 200]
    if answers[-1].status_code == 200:  # a minute began in between
        answers += [client.get("/api/v1/outlets") for _ in range(4)]
    assert answers[-1].status_code == 429
    assert 0 < int(answers[-1]["Retry-After"]) <= 60
    assert answers[-1].json()["detail"].startswith("More than 3 questions in a minute. Ask again in ")
    assert client.get("/api/v1/outlets", REMOTE_ADDR="10.0.0.9").status_code == 200


@override_settings(API_REQUESTS_A_MINUTE=1, TRUST_PROXY=True)
def test_behind_a_proxy_the_address_is_the_one_it_saw(client: Client) -> None:
    for n in range(3):
        seen = {"X-Forwarded-For": f"made up, 10.0.0.{n}"}
        assert client.get("/api/v1/outlets", headers=seen).status_code == 200


@pytest.mark.parametrize("kind", QUERIES)
@pytest.mark.parametrize("rows", [1, 3])
def test_the_number_of_queries_does_not_grow(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries, kind: str, rows: int
) -> None:
    for n in range(rows):
        make_lineage(make_quote(f"{TASS} {n}", outlet=f"Outlet {n}"))
    with django_assert_num_queries(QUERIES[kind]):
        client.get(f"/api/v1/{kind}")
