"""One version number for the package, the API and the footer of every page."""

import tomllib

import pytest
from django.test import Client

import articles
from tests.support.installations import ROOT


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/", "/about/", "/no-such-page"])
def test_footer_shows_the_version(client: Client, address: str) -> None:
    page = client.get(address).content.decode()
    assert f"<p>Quote provenance {articles.__version__}</p>" in page


@pytest.mark.django_db
def test_api_description_has_the_version(client: Client) -> None:
    assert client.get("/api/v1/openapi.json").json()["info"]["version"] == articles.__version__


def test_package_takes_its_version_from_the_application() -> None:
    described = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert described["project"]["dynamic"] == ["version"]
    assert described["tool"]["setuptools"]["dynamic"]["version"] == {"attr": "articles.__version__"}
