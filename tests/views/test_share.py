"""Share page, embedded frame and oEmbed."""

import re
from html import unescape

import pytest
from django.test import Client

from articles.models import Lineage, LineageCode
from articles.services.revisions import record_revisions
from tests.support.makers import SANA, TASS, make_lineage, make_quote

pytestmark = pytest.mark.django_db


@pytest.fixture
def lavrov() -> Lineage:
    lineage = make_lineage(make_quote(TASS, credit="TASS"), make_quote(SANA, outlet="SANA"), code="7KQ2M9X4VD")
    record_revisions([lineage])
    return lineage


def boxes(page: str) -> dict[str, str]:
    found = re.findall(r'<textarea id="copy-(.+?)".*?>(.*?)</textarea>', page, re.S)
    return {name: unescape(text) for name, text in found}


def test_share_page_names_the_revision_everywhere(client: Client, lavrov: Lineage) -> None:
    found = boxes(client.get("/q/7KQ2M9X4VD/share").content.decode())
    assert found["pinned"] == "http://testserver/q/7KQ2M9X4VD/r1"
    assert found["latest"] == f"http://testserver{lavrov.get_absolute_url()}"
    for name in ("wiki", "bibtex", "ris", "csl", "text"):
        assert "/q/7KQ2M9X4VD/r1" in found[name]
    assert "[-Islamic State-]{+ISIS+}" in found["text"]


def test_share_page_sends_htmx_the_panel_alone(client: Client, lavrov: Lineage) -> None:
    assert 'href="/q/7KQ2M9X4VD/share"' in client.get(lavrov.get_absolute_url()).content.decode()
    part = client.get("/q/7KQ2M9X4VD/share", headers={"HX-Request": "true"}).content.decode()
    assert "<html" not in part
    assert 'id="share-heading" tabindex="-1" autofocus' in part
    assert client.get("/q/7kq2m9x4vd/share")["Location"] == "/q/7KQ2M9X4VD/share"


def test_embed_runs_nothing_and_may_be_framed(client: Client, lavrov: Lineage) -> None:
    response = client.get("/embed/7KQ2M9X4VD")
    page = response.content.decode()
    assert "<script" not in page
    assert not response.cookies
    assert "X-Frame-Options" not in response
    policy = dict(part.split(" ", 1) for part in response["Content-Security-Policy"].split("; "))
    assert (policy["frame-ancestors"], policy["script-src"]) == ("*", "'none'")
    assert "<del>(life has proved" in page
    assert f'href="http://testserver{lavrov.get_absolute_url()}"' in page


def test_other_pages_may_not_be_framed(client: Client, lavrov: Lineage) -> None:
    for path in ("/", lavrov.get_absolute_url(), "/q/7KQ2M9X4VD/share", "/q/7KQ2M9X4VD.json"):
        response = client.get(path)
        assert response["X-Frame-Options"] == "DENY"
        assert "frame-ancestors 'none'" in response["Content-Security-Policy"]


def test_embed_answers_410_when_withdrawn(client: Client, lavrov: Lineage) -> None:
    LineageCode.objects.filter(pk="7KQ2M9X4VD").update(lineage=None, gone_because="It was no quotation.")
    response = client.get("/embed/7KQ2M9X4VD")
    assert response.status_code == 410
    assert "It was no quotation." in response.content.decode()


@pytest.mark.parametrize(
    "path", ["{page}", "/q/7kq2m9x4vd", "/q/7KQ2M9X4VD/r1", "/embed/7KQ2M9X4VD", "/q/7KQ2M9X4VD.csv"]
)
def test_oembed_answers_for_every_page_of_a_lineage(client: Client, lavrov: Lineage, path: str) -> None:
    url = "http://testserver" + path.format(page=lavrov.get_absolute_url())
    response = client.get("/oembed", {"url": url, "format": "json"})
    found = response.json()
    assert (found["version"], found["type"], found["width"], found["height"]) == ("1.0", "rich", 600, 360)
    assert found["html"].startswith('<iframe src="http://testserver/embed/7KQ2M9X4VD" width="600" height="360"')
    assert found["thumbnail_url"] == "http://testserver/q/7KQ2M9X4VD.png"
    assert response["Access-Control-Allow-Origin"] == "*"


def test_oembed_keeps_to_the_maximum_size(client: Client, lavrov: Lineage) -> None:
    url = f"http://testserver{lavrov.get_absolute_url()}"
    found = client.get("/oembed", {"url": url, "maxwidth": "320", "maxheight": "200"}).json()
    assert (found["width"], found["height"]) == (320, 200)
    assert "thumbnail_url" not in found
    assert client.get("/oembed", {"url": url, "maxwidth": "-3", "maxheight": "x" * 9}).json()["width"] == 600


@pytest.mark.parametrize(
    "url",
    [
        *("", "http://testserver/", "http://testserver/o/sana", "http://elsewhere.example/q/7KQ2M9X4VD"),
        *("ftp://testserver/q/7KQ2M9X4VD", "http://testserver/q/0000000000", "http://[", "http://testserver/q/%00"),
    ],
)
def test_oembed_answers_404_for_other_addresses(client: Client, lavrov: Lineage, url: str) -> None:
    assert client.get("/oembed", {"url": url}).status_code == 404


def test_oembed_answers_501_for_other_formats(client: Client, lavrov: Lineage) -> None:
    url = f"http://testserver{lavrov.get_absolute_url()}"
    assert client.get("/oembed", {"url": url, "format": "xml"}).status_code == 501
