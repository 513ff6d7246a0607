"""Operations of the API: their content, pages, errors, ETags and limits."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client, override_settings
from pytest_django import DjangoAssertNumQueries

from articles.models import Lineage, LineageCode, Speaker
from articles.services.revisions import record_revisions
from articles.services.search_index import index_quotes
from articles.views.api.endpoints import api
from articles.views.api.responses import describe_api
from tests.support.makers import SANA, TASS, index_words, make_lineage, make_quote

pytestmark = pytest.mark.django_db

QUERIES = {"lineages": 1, "quotes": 3, "articles": 1, "outlets": 1, "speakers": 1}
TYPES: dict[str, Any] = {
    "string": str,
    "integer": int,
    "number": float,
    "boolean": bool,
    "null": type(None),
    "array": list,
    "object": dict,
}
DESCRIPTION = describe_api(api)
PATHS = DESCRIPTION["paths"]


@pytest.fixture(autouse=True)
def clear_cache() -> None:
    """Forget the requests of the tests before."""
    cache.clear()


@pytest.fixture
def lavrov() -> Lineage:
    first, second = make_quote(TASS, credit="TASS"), make_quote(SANA, outlet="SANA")
    index_words(first, second)
    index_quotes([first, second])
    lineage = make_lineage(first, second, code="7KQ2M9X4VD")
    record_revisions([lineage])
    return lineage


def find_misfits(content: Any, schema: dict[str, Any]) -> Iterator[str]:
    """Yield what in `content` is not as `schema`, a JSON Schema, describes it."""
    if "$ref" in schema:
        yield from find_misfits(content, DESCRIPTION["components"]["schemas"][schema["$ref"].rpartition("/")[2]])
    elif "anyOf" in schema:
        if all(list(find_misfits(content, option)) for option in schema["anyOf"]):
            yield f"{content!r} is none of {schema['anyOf']}"
    elif not isinstance(content, TYPES[schema["type"]]):
        yield f"{content!r} is no {schema['type']}"
    elif schema["type"] == "array":
        for item in content:
            yield from find_misfits(item, schema["items"])
    elif schema["type"] == "object":
        if not set(content) == set(schema["properties"]) == set(schema["required"]):
            yield f"{schema['title']} has {sorted(set(content) ^ set(schema['properties']))} or has not"
        for name, value in content.items():
            yield from find_misfits(value, schema["properties"].get(name, {"type": "null"}))


@pytest.mark.parametrize("path", PATHS)
def test_every_operation_answers_as_described(client: Client, lavrov: Lineage, path: str) -> None:
    quote = lavrov.printings.earliest_first()[1].quote
    number = quote.pk if path.startswith("/quotes") else quote.article_id
    slug = "sana" if path.startswith("/outlets") else "sergey-lavrov"
    address = "/api/v1" + path.format(code="7KQ2M9X4VD", number=number, slug=slug)
    operation = PATHS[path]["get"]
    params = {parameter["name"] for parameter in operation["parameters"]}
    asked = {"q": "spared those ISIS groups that were capable"} if "q" in params else {}
    content = client.get(address, asked).json()
    assert content.get("items", content)
    schema = operation["responses"][200]["content"]["application/json"]["schema"]
    assert list(find_misfits(content, schema)) == []


def test_description_has_every_address(client: Client) -> None:
    described = {re.sub(r"\{number\}", "<int:number>", path) for path in PATHS}
    described = {re.sub(r"\{(code|slug)\}", r"<text:\1>", path).lstrip("/") for path in described}
    patterns = {str(pattern.pattern) for pattern in api.urls[0]}
    assert described == patterns - {"", "openapi.json"}
    content = client.get("/api/v1/openapi.json").json()
    assert (content["openapi"], content["info"]["title"]) == ("3.1.0", "Quote provenance")
    assert content["servers"] == [{"url": "http://testserver/api/v1"}]


def test_description_names_parameters_and_errors() -> None:
    operation = PATHS["/quotes"]["get"]
    assert operation["operationId"] == "quotes"
    assert PATHS["/lineages/{code}"]["get"]["operationId"] == "lineages_by_code"
    described = {parameter["name"]: parameter["description"] for parameter in operation["parameters"]}
    assert set(described) == {"after", "limit", "outlet", "speaker"}
    assert described["limit"] == "number of items, at most 100"
    assert set(operation["responses"]) == {200, 304, 400, 404, 410, 429}
    assert list(operation["responses"][404]["content"]) == ["application/problem+json"]
    assert set(PATHS["/quotes"]) == {"get"}


def test_docs_page_shows_the_description_under_the_strict_policy(client: Client) -> None:
    response = client.get("/api/v1/docs")
    page = response.content.decode()
    assert 'data-url="/api/v1/openapi.json"' in page
    assert "unsafe" not in response["Content-Security-Policy"]
    assert "<style" not in page
    assert re.findall(r"<script(?![^>]* src=)", page) == []
    assert re.findall(r'(?:src|href)="(?:https?:)?//', page) == []


def test_start_lists_every_address(client: Client, lavrov: Lineage) -> None:
    for name, address in client.get("/api/v1/").json().items():
        assert client.get(address).status_code == (400 if name == "check" else 200)


def test_lineage_answers_with_the_current_code_when_merged(client: Client, lavrov: Lineage) -> None:
    other = make_lineage(make_quote("Something else"))
    code = other.code
    other.merge_into(lavrov)
    content = client.get(f"/api/v1/lineages/{code.lower()}").json()
    assert (content["code"], content["requested_code"]) == ("7KQ2M9X4VD", code)


def test_lineage_says_why_when_withdrawn(client: Client, lavrov: Lineage) -> None:
    LineageCode.objects.filter(pk="7KQ2M9X4VD").update(lineage=None, gone_because="It was no quotation.")
    response = client.get("/api/v1/lineages/7KQ2M9X4VD")
    assert response.status_code == 410
    assert response.json()["detail"] == "This quotation was withdrawn. It was no quotation."


def test_lists_are_paged_by_key(client: Client) -> None:
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


def test_search_is_paged_by_limit(client: Client) -> None:
    quotes = [make_quote(f"{TASS} {n}", outlet=f"Outlet {n}") for n in range(3)]
    index_quotes(quotes)
    codes = {make_lineage(quote).code for quote in quotes}
    content = client.get("/api/v1/search?q=army&limit=2").json()
    further = client.get(content["next"]).json()
    assert [len(page["items"]) for page in (content, further)] == [2, 1]
    assert {each["code"] for page in (content, further) for each in page["items"]} == codes
    assert client.get("/api/v1/search?q=army&limit=0").status_code == 400
    assert client.get("/api/v1/search?q=army&kind=name_swap").json()["items"] == []


def test_lists_are_filtered_by_speaker_and_outlet(client: Client, lavrov: Lineage) -> None:
    make_lineage(make_quote("Something else", outlet="SANA", speaker="Bashar al-Assad"))
    assert len(client.get("/api/v1/quotes?speaker=sergey-lavrov").json()["items"]) == 2
    assert len(client.get("/api/v1/quotes?speaker=sergey-lavrov&outlet=sana").json()["items"]) == 1
    assert len(client.get("/api/v1/articles?outlet=sana").json()["items"]) == 2


def test_speaker_answers_with_the_other_when_merged(client: Client, lavrov: Lineage) -> None:
    other = Speaker.objects.create_with_slug("S. Lavrov", "s lavrov")
    other.merged_into = Speaker.objects.get(slug="sergey-lavrov")
    other.save()
    assert client.get(f"/api/v1/speakers/{other.slug}").json()["slug"] == "sergey-lavrov"


def test_check_answers_in_its_format(client: Client, lavrov: Lineage) -> None:
    content = client.get("/api/v1/check", {"q": SANA, "speaker": "Lavrov"}).json()
    assert (content["verdict"], content["severity"], content["lineage"]) == ("altered", 4, "7KQ2M9X4VD")
    assert (content["earliest"]["outlet"], content["nearest"]["outlet"]) == ("OffGuardian", "SANA")
    assert content["speakers"] == [{"name": "Sergey Lavrov", "sure": True, "printings": 2}]


def test_check_answers_not_found_with_nulls(client: Client, lavrov: Lineage) -> None:
    content = client.get("/api/v1/check", {"q": "The price of bread will be frozen until the harvest is in"}).json()
    assert content["verdict"] == "not_found"
    assert (content["earliest"], content["nearest"], content["lineage"], content["changes"]) == (None, None, None, [])


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
def test_errors_are_problems(client: Client, path: str, status: int) -> None:
    response = client.get(path)
    assert (response.status_code, response["Content-Type"]) == (status, "application/problem+json")
    content = response.json()
    assert list(find_misfits(content, DESCRIPTION["components"]["schemas"]["ProblemSchema"])) == []
    assert content["status"] == status
    assert response["Access-Control-Allow-Origin"] == "*"


def test_lineage_is_not_sent_again_when_unchanged(client: Client, lavrov: Lineage) -> None:
    first = client.get("/api/v1/lineages/7KQ2M9X4VD")
    again = client.get("/api/v1/lineages/7KQ2M9X4VD", headers={"If-None-Match": first["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert again["Access-Control-Allow-Origin"] == "*"
    other = client.get("/api/v1/lineages/7KQ2M9X4VD", headers={"If-None-Match": '"something else"'})
    assert other.status_code == 200


def test_lineage_answers_304_in_one_query(
    client: Client, lavrov: Lineage, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    first = client.get("/api/v1/lineages/7KQ2M9X4VD")
    with django_assert_num_queries(1):
        again = client.get("/api/v1/lineages/7KQ2M9X4VD", headers={"If-None-Match": first["ETag"]})
    assert again.status_code == 304


def test_api_refuses_other_methods_than_reading(client: Client) -> None:
    response = client.post("/api/v1/lineages")
    assert (response.status_code, response["Allow"]) == (405, "GET, HEAD, OPTIONS")
    before = client.options("/api/v1/lineages")
    assert (before.status_code, before["Access-Control-Allow-Methods"]) == (204, "GET, HEAD, OPTIONS")


@override_settings(API_REQUESTS_A_MINUTE=3)
def test_rate_limit_says_how_long_to_wait(client: Client) -> None:
    answers = [client.get("/api/v1/outlets") for _ in range(5)]
    assert [each.status_code for each in answers][:3] == [200, 200, 200]
    if answers[-1].status_code == 200:  # a minute began in between
        answers += [client.get("/api/v1/outlets") for _ in range(4)]
    assert answers[-1].status_code == 429
    assert 0 < int(answers[-1]["Retry-After"]) <= 60
    assert answers[-1].json()["detail"].startswith("More than 3 questions in a minute. Try again in ")
    assert client.get("/api/v1/outlets", REMOTE_ADDR="10.0.0.9").status_code == 200


@override_settings(API_REQUESTS_A_MINUTE=1, TRUST_PROXY=True)
def test_rate_limit_counts_the_address_that_a_proxy_saw(client: Client) -> None:
    for n in range(3):
        seen = {"X-Forwarded-For": f"made up, 10.0.0.{n}"}
        assert client.get("/api/v1/outlets", headers=seen).status_code == 200


@pytest.mark.parametrize("kind", QUERIES)
@pytest.mark.parametrize("rows", [1, 3])
def test_lists_take_as_many_queries_for_one_row_as_for_three(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries, kind: str, rows: int
) -> None:
    for n in range(rows):
        make_lineage(make_quote(f"{TASS} {n}", outlet=f"Outlet {n}"))
    with django_assert_num_queries(QUERIES[kind]):
        client.get(f"/api/v1/{kind}")
