"""Lists as CSV and JSON tables."""

import csv
import io
import json

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from articles.models import Speaker
from articles.services.search_index import index_quotes
from articles.views.http import tabular
from tests.support.makers import SANA, TASS, make_lineage, make_quote

pytestmark = pytest.mark.django_db

QUERIES = 2  # whether anything changed; the lineages with their first printings
LISTS = [
    "/quotations",
    "/altered",
    "/newest",
    "/o",
    "/o/sana",
    "/s",
    "/s/sergey-lavrov",
    "/d",
    "/d/2015-11-17",
    "/search",
]


@pytest.fixture
def lavrov(db: None) -> str:
    tass, sana = make_quote(TASS), make_quote(SANA, outlet="SANA")
    index_quotes([tass, sana])
    return make_lineage(tass, sana).code


def rows_of(client: Client, path: str) -> list[dict[str, str]]:
    response = client.get(path)
    assert response["Content-Type"] == "text/csv; charset=utf-8"
    return list(csv.DictReader(io.StringIO(response.content.decode().removeprefix("\ufeff"))))


@pytest.mark.parametrize("path", LISTS)
def test_tables_agree_in_csv_and_json(client: Client, lavrov: str, path: str) -> None:
    asked = "?q=army" if path == "/search" else ""
    table = rows_of(client, f"{path}.csv{asked}")
    found = json.loads(client.get(f"{path}.json{asked}").content)
    assert found["next"] is None
    assert table
    written = [{name: "" if value is None else str(value) for name, value in row.items()} for row in found["rows"]]
    assert table == written
    assert all(row["address"].startswith("http://testserver/") for row in table)


def test_table_row_agrees_with_the_page(client: Client, lavrov: str) -> None:
    [row] = rows_of(client, "/quotations.csv")
    assert (row["code"], row["speaker"], row["outlet"], row["outlets"]) == (lavrov, "Sergey Lavrov", "OffGuardian", "2")
    [quote] = rows_of(client, "/o/sana.csv")
    assert (quote["text"], quote["lineage"], quote["published"]) == (SANA, lavrov, "2015-11-17T00:00:00+00:00")
    assert [row["quotations"] for row in rows_of(client, "/o.csv")] == ["1", "1"]


def test_table_links_its_next_part(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tabular, "ROWS_A_TABLE", 2)
    lineages = [make_lineage(make_quote(f"Quotation number {n}.")) for n in range(3)]
    first = client.get("/quotations.json?x=1")
    onward = json.loads(first.content)["next"]
    assert onward == f"http://testserver/quotations.json?x=1&after={lineages[1].code}"
    assert first["Link"] == f'<{onward}>; rel="next"'
    assert [row["code"] for row in json.loads(client.get(onward).content)["rows"]] == [lineages[0].code]


def test_tables_are_open_to_any_site(client: Client, lavrov: str) -> None:
    assert client.get("/o.json")["Access-Control-Allow-Origin"] == "*"


def test_csv_cell_is_no_formula(client: Client) -> None:
    make_lineage(make_quote("=HYPERLINK(1)", speaker="+1"))
    [row] = rows_of(client, "/quotations.csv")
    assert row["text"] == "'=HYPERLINK(1)"


def test_table_redirects_when_merged(client: Client, lavrov: str) -> None:
    kept = Speaker.objects.get(slug="sergey-lavrov")
    Speaker.objects.create(name="Lavrof", slug="lavrof", key="lavrof", merged_into=kept)
    response = client.get("/s/lavrof.csv")
    assert (response.status_code, response["Location"]) == (301, "/s/sergey-lavrov.csv")


@pytest.mark.parametrize(
    "path", ["/o.xml", "/o/nobody.csv", "/s/nobody.json", "/d/2015-13-01.csv", "/o.csv?after=nobody"]
)
def test_table_answers_404_for_unknown_rows(client: Client, path: str) -> None:
    assert client.get(path).status_code == 404


@pytest.mark.parametrize("path", LISTS)
def test_page_links_its_tables(client: Client, lavrov: str, path: str) -> None:
    page = {"/quotations": "/", "/o": "/o/", "/s": "/s/", "/d": "/d/", "/search": "/search?q=army"}.get(path, path)
    asked = "?q=army" if path == "/search" else ""
    assert f'href="{path}.csv{asked}"' in client.get(page).content.decode()


@pytest.mark.parametrize("count", [1, 3])
def test_table_takes_a_constant_number_of_queries(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries, count: int
) -> None:
    for n in range(count):
        make_lineage(make_quote(f"Quotation number {n}."))
    with django_assert_num_queries(QUERIES):
        client.get("/quotations.csv")
