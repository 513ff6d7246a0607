"""What all pages have in common: metadata, nothing inline, little to load."""

import gzip
import re

import pytest
from django.contrib.staticfiles import finders
from django.test import Client

from tests.support.makers import SANA, TASS, make_lineage, make_quote

STYLE_SHEET_LIMIT = 15 * 1024  # bytes when compressed, as a server sends it


@pytest.fixture
def paths(db: None) -> list[str]:
    """One page of each type."""
    lineage = make_lineage(make_quote(TASS), make_quote(SANA, outlet="SANA"))
    article = lineage.printings.earliest_first()[0].quote.article
    return [
        "/",
        lineage.get_absolute_url(),
        article.get_absolute_url(),
        "/o/",
        "/o/sana",
        "/o/sana/crediting?whom=TASS",
        f"{article.get_absolute_url()}/in-other-words",
        "/s/",
        "/s/sergey-lavrov",
        "/about/",
    ]


def test_pages_have_a_title_and_a_description(client: Client, paths: list[str]) -> None:
    heads = [client.get(path).content.decode().partition("</head>")[0] for path in paths]
    for path, head in zip(paths, heads, strict=True):
        assert f'<link rel="canonical" href="http://testserver{path}">' in head
        assert re.search(r'<meta name="description" content="[^"]{40,}">', head)
    titles = {re.findall("<title>(.+?)</title>", head)[0] for head in heads}
    assert len(titles) == len(paths)


def test_pages_have_nothing_inline(client: Client, paths: list[str]) -> None:
    for path in [*paths, "/nowhere"]:
        page = client.get(path).content.decode()
        assert re.findall(r"<style|\sstyle=|\son\w+=|javascript:|<script>", page) == []


def test_pages_have_one_first_heading(client: Client, paths: list[str]) -> None:
    for path in [*paths, "/nowhere"]:
        assert client.get(path).content.decode().count("<h1") == 1


def test_pages_use_identifiers_once(client: Client, paths: list[str]) -> None:
    for path in paths:
        found = re.findall(r'\sid="([^"]+)"', client.get(path).content.decode())
        assert len(found) == len(set(found))


def test_pages_set_no_cookie(client: Client, paths: list[str]) -> None:
    for path in paths:
        assert not client.get(path).cookies


def test_style_sheet_is_small() -> None:
    path = finders.find("css/site.css")
    assert path is not None
    with open(path, "rb") as file:
        assert len(gzip.compress(file.read())) <= STYLE_SHEET_LIMIT
