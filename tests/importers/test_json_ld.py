"""Tests of reading JSON-LD and choosing the page's own article."""

import time

import pytest
from lxml.html import document_fromstring

from articles.importers.json_ld import Node, choose_article, get_text, parse_script, read_nodes

OWN = '{"@type": "NewsArticle", "headline": "Ferry stays", "author": {"@id": "#p"}}'
OTHER = '{"@type": "NewsArticle", "headline": "Storm in Vik", "url": "https://courier.example/vik"}'


def read(*scripts: str) -> Node | None:
    body = "".join(f'<script type="application/ld+json">{script}</script>' for script in scripts)
    return choose_article(
        read_nodes(document_fromstring(f"<html><head>{body}</head><body></body></html>")),
        ["Ferry stays | Courier"],
        ["https://www.courier.example/ferry/"],
    )


@pytest.mark.parametrize(
    ("scripts", "headline"),
    [
        ((OTHER, OWN), "Ferry stays"),
        ((f"[{OTHER}, {OWN}]",), "Ferry stays"),
        ((f'{{"@graph": [{OTHER}, {{"@type": "WebPage", "mainEntity": {OWN}}}]}}',), "Ferry stays"),
        ((OTHER, '{"@type": "Report", "headline": "Boat", "url": "https://courier.example/ferry"}'), "Boat"),
        (('{"@type": "LiveBlogPosting", "headline": "Changed since"}',), "Changed since"),
        ((OTHER, '{"@type": "Person", "name": "Ferry stays"}'), None),
        (("{broken", "null", "5", '{"@type": 5}'), None),
    ],
)
def test_choose_article_takes_the_node_of_the_page(scripts: tuple[str, ...], headline: str | None) -> None:
    node = read(*scripts)
    assert (get_text(node, "headline") if node else None) == headline


@pytest.mark.parametrize(
    "script",
    [
        '<!-- {"headline": "Ferry stays"} -->',
        '//<![CDATA[\n{"headline": "Ferry stays"};\n//]]>',
        '{"headline": "Ferry stays", "keywords": ["a", "b",],}',
        '{"headline": "Ferry stays", "path": "C:\\Users"}',
        '{"headline": "Ferry stays", "text": "one\ntwo"}',
        '{"headline": "Ferry stays", "text": "she said "no" to it"}',
    ],
)
def test_parse_script_reads_damaged_json(script: str) -> None:
    assert parse_script(script)["headline"] == "Ferry stays"


def test_parse_script_is_quick_with_a_megabyte_that_does_not_parse() -> None:
    script = '{"headline": "Ferry stays", "posts": [' + '{"text": "she said "no" to it"},' * 40_000
    began = time.process_time()
    assert parse_script(script)["headline"] == "Ferry stays"
    assert time.process_time() - began < 1
