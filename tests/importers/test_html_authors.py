"""Tests of finding the authors of a page."""

import pytest

from articles.importers.html_authors import clean_authors, split_names
from articles.importers.html_body import parse_page
from tests.importers.pages import build_page


def read_authors(head: str = "", before: str = "") -> str | None:
    byline: str | None = parse_page(build_page(head, before=before))["byline"]
    return byline


@pytest.mark.parametrize(
    ("printed", "names"),
    [
        ("By Mara Voss", ["Mara Voss"]),
        ("Von Mara Voss und Tom Elling", ["Mara Voss", "Tom Elling"]),
        ("Voss, Mara", ["Mara Voss"]),
        ("Voss, Mara; Elling, Tom", ["Mara Voss", "Tom Elling"]),
        ("Mara Voss, Tom Elling & Jon Bell", ["Mara Voss", "Tom Elling", "Jon Bell"]),
        ("Mara Voss, Lille", ["Mara Voss"]),
        ("Mara Voss, AP", ["Mara Voss", "AP"]),
        ("Elena Voss (obe)", ["Elena Voss"]),
        ("MARA VOSS", ["Mara Voss"]),
        ("By Mara Voss in Vik and Tom Elling for The Courier", ["Mara Voss", "Tom Elling"]),
        ("Von Mara Voss mit AP", ["Mara Voss", "AP"]),
        ("Ludwig van Voss", ["Ludwig van Voss"]),
        ("De Voss Mara", ["De Voss Mara"]),
    ],
)
def test_split_names_parts_people(printed: str, names: list[str]) -> None:
    assert split_names(printed) == names


@pytest.mark.parametrize(
    "name",
    [
        "@maravoss",
        "https://courier.example/mara",
        "m.voss@courier.example",
        "admin",
        "Redaktion",
        "The Sound Courier",
        "Courier",
        "November",
        "Senior Vice Editor of the Courier",
        "2026",
        "wire reports",
        "Getty Images",
    ],
)
def test_clean_authors_drops_what_is_nobody(name: str) -> None:
    assert clean_authors([name], {"the sound courier", "courier"}) == []


@pytest.mark.parametrize(
    ("head", "before", "authors"),
    [
        ('<meta name="author" content="Mara Voss"><meta property="og:site_name" content="Courier">', "", "Mara Voss"),
        ('<meta name="articleAuthor" content="Courier"><meta property="og:site_name" content="Courier">', "", None),
        ("", '<p class="byline">By <a href="/author/mv">Mara Voss</a> and <a href="/author/te">Tom Elling</a></p>',
         "Mara Voss; Tom Elling"),
        ("", "<div>By Mara Voss | Published: Tuesday</div>", "Mara Voss"),
        ('<script type="application/ld+json">{"@type": "Article", "author": {"name": "Mara Voss"}}</script>',
         '<div class="bylines"><a rel="author">Mara Voss</a> <a rel="author">Tom Elling</a></div>',
         "Mara Voss; Tom Elling"),
        ('<script type="application/ld+json">{"@type": "Article", "author": [{"name": "Courier"}, {"name": "M. Voss"}],'
         ' "publisher": {"name": "Courier"}}</script>', "", "M. Voss"),
    ],
)  # fmt: skip
def test_find_authors_reads_the_best_source(head: str, before: str, authors: str | None) -> None:
    assert read_authors(head, before) == authors
