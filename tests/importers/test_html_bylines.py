"""Tests of bylines that a page prints."""

import pytest

from articles.importers.html_body import parse_page
from tests.importers.pages import BODY, FIRST, build_page

SITE = '<meta property="og:site_name" content="Courier">'
TEASER = '<a href="/storm"><h3>Storm in Vik</h3><div class="byline">By Jon Bell</div></a>'


def read_authors(before: str = "", after: str = "", head: str = SITE) -> list[str]:
    byline: str | None = parse_page(build_page(head, BODY + after, before=before))["byline"]
    return byline.split("; ") if byline else []


@pytest.mark.parametrize(
    ("printed", "authors"),
    [
        ("<p>By Mara Voss and Tom Elling, 3 November 2026</p>", ["Mara Voss", "Tom Elling"]),
        ("<div>Von: <span>Mara Voss</span>, <span>Tom Elling</span></div>", ["Mara Voss", "Tom Elling"]),
        ('<div class="article__author">Von Mara Voss, Lille</div>', ["Mara Voss"]),
        ('<div class="author-2">Mara Voss</div><span>20/1/2026</span>', ["Mara Voss"]),
        ('<div class="articleAuthor">Mara Voss</div>', ["Mara Voss"]),
        ("<p>By<br>Mara Voss<br>Political Editor</p>", ["Mara Voss"]),
        ('<p class="byline">By Mara Voss mara@courier.example</p>', ["Mara Voss"]),
        ('<p class="byline">By Mara Voss @maravoss</p>', ["Mara Voss"]),
        ("<p>By Mara Voss and Tom Elling November 3, 2026</p>", ["Mara Voss", "Tom Elling"]),
        ("<p>By Mara Voss, Reuters</p>", ["Mara Voss", "Reuters"]),
        ("<p>Par Jeanne de la Tour | Publié le 3 novembre</p>", ["Jeanne de la Tour"]),
        ("<p>Por Luisa Otero</p>", ["Luisa Otero"]),
        ("<p>Автор: Ида Сольберг</p>", ["Ида Сольберг"]),
        ("<p>Przez Jan Wilk</p>", ["Jan Wilk"]),
        ('<ul><li><a href="/author/mv">Mara Voss</a></li><li><a href="/author/te">Tom Elling</a></li></ul>',
         ["Mara Voss", "Tom Elling"]),
        ("<div>AFP, MANILA</div>", ["AFP"]),
        ("<div>By Tuesday the council had voted</div>", []),
        ('<div class="author_box"><a href="/sport">Sport</a></div><i itemprop="articleSection">Sport</i>', []),
        ('<figure><img src="a.png"><figcaption class="author">Jon Bell</figcaption></figure>', []),
        ('<div class="blockquote"><p class="blockquote__author">Jon Bell</p></div>', []),
        ('<nav><a href="/people/jon">Jon Bell</a></nav>', []),
        (TEASER, []),
        ("<div class='backlink__author'>Quelle: sid/dpa</div>", []),
    ],
)  # fmt: skip
def test_find_authors_reads_a_byline_below_the_headline(printed: str, authors: list[str]) -> None:
    assert read_authors(printed) == authors


@pytest.mark.parametrize(
    ("signed", "authors"),
    [
        ("<p><em>IN-Redaktion</em></p>", ["IN-Redaktion"]),
        ("<p>(dpa)</p>", ["dpa"]),
        ("<p>Courier / Última Hora</p>", ["Última Hora"]),
        ('<span style="font-size: x-small">ssi, dan; Foto: Vik</span>', ["ssi", "dan"]),
        ('<footer><div class="td-author-box author"><a href="/author/e1">Mara Voss</a></div></footer>', ["Mara Voss"]),
        ("<p>It goes on, they say.</p>", []),
        ("<p>Read more / Subscribe</p>", []),
    ],
)
def test_find_authors_reads_who_signs_below_the_text(signed: str, authors: list[str]) -> None:
    assert read_authors(after=FIRST.replace("Tuesday", "Friday") + signed) == authors


@pytest.mark.parametrize(
    ("printed", "authors"),
    [
        ('<div class="byline">Naufal Zuhdi</div>', ["Naufal Zuhdi"]),
        ('<div class="byline">By Mara Voss</div>', ["Mara Voss"]),
        ('<div class="author-avatar author">MV</div>', ["Mara Voss"]),
        (TEASER, ["Mara Voss"]),
        ("<p>Von der Leyen</p>", ["Mara Voss"]),
        ("<p>By Tuesday Morning</p>", ["Mara Voss"]),
        ("", ["Mara Voss"]),
    ],
)
def test_printed_byline_of_another_goes_before_the_author_of_the_data(printed: str, authors: list[str]) -> None:
    data = '<script type="application/ld+json">{"@type": "Article", "author": {"name": "Mara Voss"}}</script>'
    assert read_authors(printed, head=SITE + data) == authors


def test_outlet_is_the_author_where_its_data_alone_says_so() -> None:
    data = (
        '<script type="application/ld+json">{"@type": "Article", "author": {"name": "courier.de"},'
        ' "publisher": {"name": "courier.de"}}</script>'
    )
    assert read_authors("<div class='backlink__author'>Quelle: sid/dpa</div>", head=data) == ["courier.de"]
