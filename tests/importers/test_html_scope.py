"""Tests of the right article and the whole of it: what of a page is taken as text."""

import json

import pytest

from articles.importers.html_body import parse_page
from tests.importers.pages import BODY, FIRST, LAST, SAID, TITLE, build_page

STORM = (
    "The harbour of Vik was closed on Monday after the storm that sank two boats at their moorings and broke a pier. "
)
OTHER = (
    f"<h1>Storm closes the harbour of Vik</h1><p>{STORM * 3}</p><p>“Never,” said Jon Bell.</p>" + f"<p>{STORM * 4}</p>"
)
WHOLE = ["The council of Brackmere", "“The boat stays", "The ferry has crossed"]


def read_lines(page: str) -> list[str]:
    lines: list[str] = parse_page(page)["text"].split("\n")
    return lines


@pytest.mark.parametrize(
    "page",
    [
        build_page().replace("</body>", f"<article>{OTHER}</article></body>"),
        build_page().replace("<body>", f"<body><article>{OTHER}</article>"),
        build_page().replace("</body>", f"<div><div>{OTHER}</div></div></body>"),
        build_page(body=f"{FIRST}<article class='card'><h3>Storm in Vik</h3><p>It blew.</p></article>{SAID}{LAST}"),
        build_page(body=f"{FIRST}<aside class='related'><p>{STORM}</p></aside>{SAID}{LAST}"),
        build_page(
            body=f"{FIRST}<p><a href='/vik'>Storm closes the harbour of Vik and sinks two boats</a></p>{SAID}{LAST}"
        ),
        build_page(body=f"{FIRST}<figure><img><figcaption>{STORM}</figcaption></figure>{SAID}{LAST}"),
        build_page(body=f"<nav><p>{STORM}</p></nav>{FIRST}{SAID}{LAST}<form><p>{STORM}</p></form>"),
        build_page(body=f"{FIRST}{SAID}{LAST}<p>Subscribe now to read on.</p>"),
        build_page(body=f"{FIRST}{SAID}<p>READ MORE: Storm closes the harbour of Vik</p>{LAST}"),
        build_page(body=BODY, before=f"<div>{TITLE}</div><p>By Mara Voss</p><p>3 November 2026</p>"),
        build_page(
            body=f"{FIRST}{SAID}<p>Les også: Stormen stenger havnen</p><p>Lesen Sie auch: Sturm in Vik</p>{LAST}"
        ),
        build_page(body=f"{FIRST}{SAID}<p>“It blew all night,” he said of it in Vik. 21.04.2024 | 3:18 min</p>{LAST}"),
        build_page(body=f"{FIRST}{SAID}{LAST}<h3>Vik :<a href='/vik'>“Nobody is left in it”</a></h3>"),
        build_page(
            body=f"{FIRST}{SAID}{LAST}<h2>More stories</h2>"
            + "<div class=item><p>“Never,” said Jon Bell.</p></div>" * 3
        ),
        build_page(
            body=f"{BODY}<h3>Leserkommentare</h3><div><p>„So einen Rat habe ich noch nie gesehen“, sagte sie.</p></div>"
        ),
        build_page(
            '<meta name="author" content="Mara Voss">',
            f"{BODY}<p>Mara Voss is the political editor of the Courier. “I love boats,” she says.</p>",
        ),
        build_page(
            body=f"{FIRST}<blockquote>“The boat stays where it is, and that is the end”</blockquote>{SAID}{LAST}"
        ),
        build_page(
            body=f"<div style='display: none'><p>“It blew,” he said.</p></div><p hidden>“Never,” he said.</p>{BODY}"
        ),
        build_page(body=f"{FIRST}{SAID}{LAST}<p>記事に『リアクション』ができます。ご利用には会員登録が必要です。</p>"),
    ],
    ids=[
        "second",
        "first",
        "appended",
        "card",
        "aside",
        "link",
        "caption",
        "menu",
        "wall",
        "read more",
        "headline again",
        "read more in other languages",
        "video caption",
        "card with a kicker",
        "teasers in the article",
        "readers' comments",
        "biography",
        "pull quote",
        "hidden",
        "notice for members",
    ],
)
def test_parse_page_takes_the_article_under_the_headline_alone(page: str) -> None:
    lines = read_lines(page)
    assert [line.startswith(begin) for line, begin in zip(lines, WHOLE, strict=True)] == [True] * 3


@pytest.mark.parametrize(
    ("paragraph", "line"),
    [
        ("<p>“I <strong></strong>went to the boat house,” he said.</p>", "“I went to the boat house,” he said."),
        ("<p>“I <em> </em><b></b>went,” he said to the council.</p>", "“I went,” he said to the council."),
        ('<p><a href="/x">“Nobody will take it,” she said to us.</a></p>', "“Nobody will take it,” she said to us."),
        ("<p>“The boat<span class='visually-hidden'>opens in a new tab</span> stays,” he said.</p>",
         "“The boat stays,” he said."),
        ("<div><section>“We go on as before, and we go on together, whatever they say,” Brenn said.</section></div>",
         "“We go on as before, and we go on together, whatever they say,” Brenn said."),
    ],
)  # fmt: skip
def test_parse_page_keeps_paragraphs_whole(paragraph: str, line: str) -> None:
    assert line in read_lines(build_page(body=f"{FIRST}{paragraph}{SAID}{LAST}"))


def test_parse_page_keeps_the_lead_above_the_picture() -> None:
    lead = "The boat will cross the sound for one more winter, and the town will pay."
    head = f'<meta name="description" content="{lead}">'
    page = build_page(head, before=f"<h2>{lead}</h2><figure><img></figure>")
    assert read_lines(page)[0] == lead


def test_parse_page_joins_containers_of_one_kind() -> None:
    part = "<div class='grid'><div class='text'>{}</div></div>"
    page = build_page(body=part.format(FIRST + SAID) + "<div class='promo'><p>Also today</p></div>" + part.format(LAST))
    assert len(read_lines(page)) == 3


LONG = "".join(f"<p>{STORM} It was storm {number} of the winter.</p>" for number in range(12))
STATED = "The council voted. " * 5 + "“The boat stays,” said Ida Solberg. " * 4


@pytest.mark.parametrize(
    ("data", "body", "warnings"),
    [
        ({"articleBody": STATED}, "<p>The council voted on Tuesday.</p>", ["data"]),
        (
            {"isAccessibleForFree": False},
            f"{FIRST}<div>Already a subscriber? Log in to continue reading.</div>",
            ["wall"],
        ),
        ({"isAccessibleForFree": False}, LONG, []),
        ({"wordCount": 160}, BODY, ["cut"]),
        ({"wordCount": "85"}, BODY, []),
        ({"wordCount": 4000}, BODY, []),
        ({"@type": "LiveBlogPosting"}, BODY, ["live"]),
    ],
)
def test_parse_page_warns_where_text_may_be_missing(data: dict[str, object], body: str, warnings: list[str]) -> None:
    node = json.dumps({"@type": "NewsArticle", "headline": TITLE, **data})
    page = parse_page(build_page(f'<script type="application/ld+json">{node}</script>', body))
    assert page["warnings"] == warnings


def test_parse_page_says_that_a_page_builds_itself_by_script() -> None:
    with pytest.raises(Exception, match="no article text without JavaScript"):
        parse_page("<html><body><div id='__next'></div><script>var a</script></body></html>")


def test_parse_page_keeps_the_article_below_a_heading_of_other_stories() -> None:
    page = build_page(
        body=f"{FIRST}{SAID}<h3>Related</h3><p><a href='/vik'>Storm closes the harbour of Vik</a></p>{LAST}"
    )
    assert [line[:20] for line in read_lines(page)] == [line[:20] for line in WHOLE[:1]] + [
        "“The boat stays wher",
        LAST[3:23],
    ]


def test_parse_page_keeps_an_article_that_a_wall_hides_from_readers() -> None:
    assert len(read_lines(build_page(body=f"<div style='display:none'>{BODY}</div>"))) == 3
