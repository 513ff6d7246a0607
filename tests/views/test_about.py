"""About page."""

from django.test import Client

from articles.engine.comparison.change_kinds import CHANGE_KINDS
from articles.queries.lineage_snapshot import CERTAINTY_TEXTS


def test_about_page_explains_every_kind_of_change_once(client: Client) -> None:
    page = client.get("/about/").content.decode()
    for kind in CHANGE_KINDS.values():
        assert page.count(f"<dt>{kind.label}</dt>") == 1
    assert 'href="/api/v1/openapi.json"' in page


def test_about_page_explains_every_certainty(client: Client) -> None:
    page = client.get("/about/").content.decode().lower()
    for said in CERTAINTY_TEXTS.values():
        assert f"<dt>{said.format(count='several')}" in page


def test_about_page_redirects_to_its_canonical_address(client: Client) -> None:
    response = client.get("/about?x=1")
    assert (response.status_code, response["Location"]) == (301, "/about/?x=1")
