"""Tests of pages in the ways publishers build them: AMP, Ghost, WordPress, tables, microdata, and many languages."""

import json
from typing import Any

import pytest

from articles.importers.html_body import parse_page
from tests.importers.pages import BODY, FIRST, LAST, SAID, TITLE, build_page

LINES = ["The council of Brackmere", "“The boat stays", "The ferry has crossed"]
MINUTE = "2026-11-03T18:05:00+00:00"
LOCAL = "2026-11-03T18:05:00"
JS = "</script>"


def meta(name: str, content: str) -> str:
    return f'<meta name="{name}" content="{content}">'


def ld(**fields: Any) -> str:
    return f'<script type="application/ld+json">{json.dumps({"@type": "NewsArticle", **fields})}{JS}'


def document(body: str, head: str = "", title: str = TITLE) -> str:
    return f'<!doctype html><html lang="en"><head><title>{title}</title>{head}</head><body>{body}</body></html>'


STATED = ld(headline=TITLE, datePublished="2026-11-03T18:05:00Z", author={"@type": "Person", "name": "Mara Voss"})
TIME = '<meta property="article:published_time" content="2026-11-03T18:05:00Z">'
SENT = '<div class="kg-signup-card"><p>Email sent! Check your inbox to complete your signup.</p></div>'
THANKS = "<p>Thanks for reading Sound Letters! Subscribe for free to receive new posts.</p>"
LINK = "<a href='/author/mv/'>Mara Voss</a>"
WORDPRESS = (
    f"<header><h1>{TITLE}</h1><span>Posted on <time class='entry-date published' datetime='2026-11-03T18:05:00+00:00'>"
    f"November 3, 2026</time></span><span class=byline> by <span class='author vcard'>{LINK}</span></span></header>"
)
COMMENT = (
    "<div id=comments><h2>2 thoughts</h2><p>“I never liked that boat, and I never will,” my father said.</p></div>"
)
HNEWS = (
    f"<h2 class=entry-title>{TITLE}</h2><p class='byline author vcard'>By <span class=fn>Mara Voss</span></p>"
    "<abbr class=published title='2026-11-03T18:05:00+00:00'>Nov 3</abbr>"
)
MICRODATA = (
    f"<h1 itemprop=headline>{TITLE}</h1><span itemprop=author><span itemprop=name>Mara Voss</span></span>"
    "<meta itemprop=datePublished content='2026-11-03T18:05:00Z'>"
)
CELL = f"<font size=5><b>{TITLE}</b></font><br><font>By Mara Voss<br>November 3, 2026, 6:05 pm</font>{BODY}"  # no <h1>
PAGES = {
    "amp": document(
        f"<amp-sidebar><ul><li>Home</li></ul></amp-sidebar><article><h1>{TITLE}</h1><amp-img src=a></amp-img>"
        f"<div class='amp-wp-article-content'>{BODY}<amp-ad></amp-ad></div></article>",
        STATED,
    ),
    "ghost": document(
        f"<article class='gh-article'><h1>{TITLE}</h1><h4 class='gh-article-author-name'>{LINK}</h4>"
        f"<section class='gh-content'>{BODY}{SENT}</section></article>",
        TIME,
    ),
    "substack": document(
        f"<article><h1 class='post-title'>{TITLE}</h1><div class='body markup'>{BODY}{THANKS}</div></article>{COMMENT}",
        STATED,
        f"{TITLE} - by Mara Voss - Sound Letters",
    ),
    "wordpress": document(
        f"<main><article class=hentry>{WORDPRESS}<div class='entry-content'>{BODY}</div></article>{COMMENT}</main>",
        title=f"{TITLE} &#8211; The Sound Courier",
    ),
    "drupal": document(
        f"<h1>{TITLE}</h1><article><footer>Submitted by <a href='/user/1'>Mara Voss</a></footer>{BODY}</article>",
        meta("dcterms.creator", "Voss, Mara") + meta("dcterms.date", "2026-11-03T18:05:00Z"),
    ),
    "tables": document(
        f"<table><tr><td>Home | News</td></tr><tr><td><a href=a>News</a></td><td>{CELL}</td></tr></table>",
        title=f"The Sound Courier: {TITLE}",
    ),
    "microdata": document(f"<div itemscope>{MICRODATA}<div itemprop=articleBody>{BODY}</div></div>"),
    "hnews": document(f"<div class=hentry>{HNEWS}<div>{BODY}</div></div>"),
    "parsely": document(
        f"<h1>{TITLE}</h1><div>{BODY}</div>",
        meta("parsely-author", "Mara Voss") + meta("parsely-pub-date", "2026-11-03T18:05:00Z"),
    ),
    "sailthru": document(
        f"<h1>{TITLE}</h1><div>{BODY}</div>",
        meta("sailthru.author", "Mara Voss") + meta("sailthru.date", "2026-11-03 18:05:00 +0000"),
    ),
    "dublin core": document(
        f"<h1>{TITLE}</h1><div>{BODY}</div>",
        meta("DC.creator", "Voss, Mara") + meta("DC.date.issued", "2026-11-03T18:05:00Z"),
    ),
    "data alone": document(
        "<div id=root></div>",
        ld(
            headline=TITLE,
            datePublished="2026-11-03T18:05:00Z",
            author=["Mara Voss"],
            articleBody="\n".join(part.removeprefix("<p>").removesuffix("</p>") for part in (FIRST, SAID, LAST)),
        ),
    ),
    "roles and values": document(
        f"<article><h1>{TITLE}</h1>{BODY}</article>",
        ld(headline={"@value": TITLE}, datePublished=1793729100, author={"author": {"name": "Mara Voss"}}),
    ),
    "nested authors": document(
        f"<article><h1>{TITLE}</h1>{BODY}</article>",
        ld(headline=TITLE, datePublished="2026-11-03T18:05:00Z", author=[["Mara Voss"]]),
    ),
    "author box": document(
        f"<article><h1>{TITLE}</h1><div class='author-bio'><div>Mara Voss</div><div>Political editor</div></div>"
        f"{BODY}</article>",
        TIME,
    ),
    "small line in the headline": document(
        f"<h1><span>{TITLE}</span><small>The vote was close</small></h1>{BODY}", STATED, f"{TITLE} - The Sound Courier"
    ),
}


@pytest.mark.parametrize("name", PAGES)
def test_page_is_read_as_its_publisher_builds_it(name: str) -> None:
    found = parse_page(PAGES[name])
    assert (found["title"], found["byline"]) == (TITLE, "Mara Voss")
    assert found["published"] == (LOCAL if name == "tables" else MINUTE)
    lines = found["text"].split("\n")
    assert [line.startswith(begin) for line, begin in zip(lines, LINES, strict=True)] == [True] * 3


@pytest.mark.parametrize(
    ("language", "byline", "date", "author"),
    [
        ("en", "By Mara Voss", "3 November 2026 18:05", "Mara Voss"),
        ("en", "By Mara Voss", "Published 6:05 p.m. ET Nov. 3, 2026 | Updated 9:40 p.m. ET Nov. 3, 2026", "Mara Voss"),
        ("en", "By Mara Voss", "18:05, 3 NOV 2026", "Mara Voss"),
        ("en-GB", "By Mara Voss", "03/11/2026 18:05", "Mara Voss"),
        ("de", "Von Mara Voss", "03.11.2026, 18:05 Uhr", "Mara Voss"),
        (
            "de",
            "Von Mara Voss",
            "Aktualisiert am 4. November 2026, erstellt am 3. November 2026 um 18:05 Uhr",
            "Mara Voss",
        ),
        ("fr", "Par Jeanne Vidal", "Publié le 3 novembre 2026 à 18h05", "Jeanne Vidal"),
        ("es", "Por Luisa Otero", "3 de noviembre de 2026 18:05", "Luisa Otero"),
        ("pt", "Por João da Silva", "03/11/2026 18h05", "João da Silva"),
        ("it", "di Maria Conti", "3 novembre 2026 alle 18:05", "Maria Conti"),
        ("nl", "Door Jan de Vries", "3 november 2026 om 18:05", "Jan de Vries"),
        ("sv", "Av Karin Ek", "3 november 2026 kl. 18.05", "Karin Ek"),
        ("pl", "Autor: Jan Wilk", "3 listopada 2026, 18:05", "Jan Wilk"),
        ("ru", "Автор: Анна Петрова", "3 ноября 2026, 18:05", "Анна Петрова"),
        ("tr", "Yazan: Ali Demir", "3 Kas\u0131m 2026 18:05", "Ali Demir"),
        ("ar", "بقلم: ليلى حداد", "3 نوفمبر 2026 18:05", "ليلى حداد"),
        ("ja", "", "2026年11月3日 18時05分", None),
        ("ko", "", "2026.11.03 18:05", None),
        ("hu", "", "2026. november 3. 18:05", None),
    ],
)
def test_byline_and_date_are_read_in_the_language_of_the_page(
    language: str, byline: str, date: str, author: str | None
) -> None:
    found = parse_page(build_page(before=f"<div><span>{byline}</span> <p>{date}</p></div>", language=language))
    assert (found["published"], found["precision"], found["byline"]) == (LOCAL, "minute", author)


@pytest.mark.parametrize(
    "line",
    [
        "03/11/2026",
        "3 boats 2026",
        "31 February 2026",
        "Tel. 03.11.20261",
        f"{FIRST} It had voted so on 3 November 2025.",
    ],
)
def test_what_is_no_date_of_publication_is_not_taken_for_one(line: str) -> None:
    assert parse_page(build_page(before=f"<p>{line}</p>"))["precision"] != "minute"
    assert "2025" not in str(parse_page(build_page(before=f"<p>{line}</p>"))["published"])
