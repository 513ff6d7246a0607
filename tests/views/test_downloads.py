"""Downloads of a lineage."""

import csv
import io
import json

import pytest
from django.test import Client
from lxml import etree
from pytest_django import DjangoAssertNumQueries
from rdflib import Graph

from articles.models import Lineage, LineageCode
from articles.services.revisions import record_revisions
from articles.views.downloads import DOWNLOAD_FORMATS
from tests.support.makers import SANA, TASS, make_article, make_lineage, make_quote

pytestmark = pytest.mark.django_db

QUERIES = 5  # its mark; the code; the printings; the aliases; what else their articles share


@pytest.fixture
def lavrov() -> Lineage:
    article = make_article(f"He spoke. \u201c{TASS}\u201d, Lavrov said.", url="https://off-guardian.org/x")
    return make_lineage(
        make_quote(TASS, article=article, credit="TASS"), make_quote(SANA, outlet="SANA"), code="7KQ2M9X4VD"
    )


@pytest.mark.parametrize("form", DOWNLOAD_FORMATS)
def test_download_answers_any_site_in_each_format(client: Client, lavrov: Lineage, form: str) -> None:
    response = client.get(f"/q/7KQ2M9X4VD.{form}")
    assert response.status_code == 200
    assert response["Content-Type"] == f"{DOWNLOAD_FORMATS[form].media_type}; charset=utf-8"
    assert response["Access-Control-Allow-Origin"] == "*"
    assert response["Link"] == f'<http://testserver{lavrov.get_absolute_url()}>; rel="canonical"'


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")  # rdflib's own parser of JSON-LD uses it
def test_downloads_agree_with_each_other(client: Client, lavrov: Lineage) -> None:
    found = {form: client.get(f"/q/7KQ2M9X4VD.{form}").content.decode() for form in DOWNLOAD_FORMATS}
    data = json.loads(found["json"])
    assert [each["text"] for each in data["printings"]] == [TASS, SANA]
    assert [place["readings"][1]["text"] for place in data["places"]] == ["", "ISIS"]
    rows = list(csv.DictReader(io.StringIO(found["csv"].removeprefix("\ufeff"))))
    assert [row["text"] for row in rows] == [TASS, SANA]
    assert len(Graph().parse(data=found["jsonld"], format="json-ld")) > 30
    assert len(etree.fromstring(found["tei.xml"].encode()).findall(".//{*}app")) == 2
    assert len(found["jsonl"].splitlines()) == 2


def test_annotations_select_the_words_by_their_context(client: Client, lavrov: Lineage) -> None:
    first, second = client.get("/q/7KQ2M9X4VD.annotations.jsonld").json()["items"]
    words, offsets = first["target"][1]["selector"]
    assert (words["prefix"], words["suffix"]) == ("He spoke. \u201c", "\u201d, Lavrov said.")
    article = lavrov.printings.earliest_first()[0].quote.article
    assert article.text[offsets["start"] : offsets["end"]] == words["exact"] == TASS
    assert second["target"][0]["selector"][0]["prefix"] == "\u201c"


def test_annotations_have_a_few_characters_of_context(client: Client) -> None:
    before, after = "before \U0001f600 " * 9, " after" * 9
    article = make_article(f"{before}{TASS}{after}")
    make_lineage(make_quote(TASS, article=article), code="7KQ2M9X4VD")
    (found,) = client.get("/q/7KQ2M9X4VD.annotations.jsonld").json()["items"]
    words = found["target"][0]["selector"][0]
    assert (words["prefix"], words["suffix"]) == (before[-32:], after[:32])


def test_downloads_cite_the_newest_revision(client: Client, lavrov: Lineage) -> None:
    assert client.get("/q/7KQ2M9X4VD.csl.json").json()[0]["URL"].endswith(lavrov.get_absolute_url())
    record_revisions([lavrov])
    assert client.get("/q/7KQ2M9X4VD.csl.json").json()[0]["URL"] == "http://testserver/q/7KQ2M9X4VD/r1"
    assert "|url=http://testserver/q/7KQ2M9X4VD/r1 " in client.get("/q/7KQ2M9X4VD.wiki").content.decode()


def test_download_redirects_a_misspelt_code_in_the_same_format(client: Client, lavrov: Lineage) -> None:
    response = client.get("/q/7kq2m-9x4vd.tei.xml?x=1")
    assert (response.status_code, response["Location"]) == (301, "/q/7KQ2M9X4VD.tei.xml?x=1")


def test_download_redirects_when_merged_and_answers_410_when_withdrawn(client: Client, lavrov: Lineage) -> None:
    other = make_lineage(make_quote("Something else altogether"))
    code = other.code
    other.merge_into(lavrov)
    assert client.get(f"/q/{code}.json")["Location"] == "/q/7KQ2M9X4VD.json"
    LineageCode.objects.filter(pk="7KQ2M9X4VD").update(lineage=None)
    assert client.get("/q/7KQ2M9X4VD.json").status_code == 410


@pytest.mark.parametrize("path", ["/q/7KQ2M9X4VD.exe", "/q/0000000000.json", "/q/.json", "/q/a%00b.json"])
def test_download_answers_404_for_unknown_codes_and_formats(client: Client, lavrov: Lineage, path: str) -> None:
    assert client.get(path).status_code == 404


def test_download_refuses_post(client: Client, lavrov: Lineage) -> None:
    assert client.post("/q/7KQ2M9X4VD.json").status_code == 405
    assert client.head("/q/7KQ2M9X4VD.json").status_code == 200


@pytest.mark.parametrize("printings", [1, 3])
def test_download_takes_a_constant_number_of_queries(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries, printings: int
) -> None:
    make_lineage(*(make_quote(f"{TASS} {n}", outlet=f"Outlet {n}") for n in range(printings)), code="7KQ2M9X4VD")
    with django_assert_num_queries(QUERIES):
        client.get("/q/7KQ2M9X4VD.json")
