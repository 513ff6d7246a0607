"""The page about the site knows every kind of change, and the address has one spelling."""

from django.test import Client

from articles.engine.comparison.change_kinds import KINDS
from articles.presentation.descent_tree import CERTAINTIES
from articles.views.about import dangers


def test_every_kind_of_change_is_explained_once(client: Client) -> None:
    page = client.get("/about/").content.decode()
    assert sorted(kind for danger in dangers() for kind in danger.kinds) == sorted(KINDS.values())
    for kind in KINDS.values():
        assert kind.label in page
    assert 'href="/api/v1/openapi.json"' in page


def test_every_certainty_is_explained(client: Client) -> None:
    page = client.get("/about/").content.decode().lower()
    for said in CERTAINTIES.values():
        assert f"<dt>{said.format(count='several')}" in page


def test_the_address_has_one_spelling(client: Client) -> None:
    response = client.get("/about?x=1")
    assert (response.status_code, response["Location"]) == (301, "/about/?x=1")
