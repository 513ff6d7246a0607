"""JSON-LD of a page: read it although it is damaged, and choose the node of the page's article.

A page may describe several articles, the related ones first. The node of the page's own article has the headline that
the page prints or the page's address::

    {"@type": "NewsArticle", "headline": "US backs those who want to use terrorists against Assad - Lavrov",
     "datePublished": "2015-09-10T14:50:00Z", "author": {"@type": "Person", "name": "..."}}

Reading is linear in the length of the script: a megabyte that does not parse costs no more than one that does.
"""

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from html import unescape
from typing import Any

from lxml.html import HtmlElement

from articles.importers.headlines import fold_headline

Node = dict[str, Any]

MAX_NODES = 20_000  # of one page; the pages measured have at most some hundred
MAX_DEPTH = 40

_ARTICLE_TYPES = frozenset({"BlogPosting", "LiveBlogPosting", "Report"})  # besides all that end in "Article"
_WRAPPING = re.compile(r"^\s*(?:<!--|//\s*<!\[CDATA\[|/\*\s*<!\[CDATA\[\s*\*/|<!\[CDATA\[)\s*|^\s+")
_TRAILING_COMMA = re.compile(r",(?=\s*[}\]])")
_LONE_BACKSLASH = re.compile(r'\\(?!["\\/bfnrtu])')
_SALVAGED_FIELDS = ("headline", "datePublished", "dateModified")


@dataclass(frozen=True, slots=True)
class PageNodes:
    """The nodes of a page's JSON-LD in document order, and those that have an ``@id``."""

    nodes: tuple[Node, ...] = ()
    by_id: dict[str, Node] = field(default_factory=dict)

    def resolve(self, value: Any) -> Any:
        """Return the node that a reference ``{"@id": ...}`` names, or the value itself."""
        if isinstance(value, dict) and isinstance(value.get("@id"), str) and "name" not in value:
            return self.by_id.get(value["@id"], value)
        return value


def read_nodes(tree: HtmlElement) -> PageNodes:
    """Read all nodes in the JSON-LD scripts of a page."""
    nodes: list[Node] = []
    for script in tree.iter("script"):
        if "ld+json" in (script.get("type") or "").lower():
            nodes.extend(_iter_nodes(parse_script(script.text or "")))
    by_id: dict[str, Node] = {}
    for node in nodes[:MAX_NODES]:
        name = node.get("@id")
        if isinstance(name, str) and len(node) > len(by_id.get(name, ())):
            by_id[name] = node
    return PageNodes(tuple(nodes[:MAX_NODES]), by_id)


def parse_script(text: str) -> Any:
    """Parse a JSON-LD script; where it is damaged, what can be read of it.

    >>> parse_script('<!-- {"headline": "Ferry\\nstays",} --> ;')
    {'headline': 'Ferry\\nstays'}
    """
    text = _WRAPPING.sub("", text, count=1)
    for candidate in (text, _LONE_BACKSLASH.sub(r"\\\\", _TRAILING_COMMA.sub("", text))):
        try:
            return json.JSONDecoder(strict=False).raw_decode(candidate)[0]
        except (ValueError, RecursionError):
            continue
    return _salvage(text)


def _salvage(text: str) -> Node:
    """Return the first value of each field that matters in a script that is no JSON."""
    found = {
        name: match[1] for name in _SALVAGED_FIELDS if (match := re.search(rf'"{name}"\s*:\s*"([^"]{{1,1000}})"', text))
    }
    author = re.search(r'"author"\s*:\s*[\[{][^\]}]{0,300}?"name"\s*:\s*"([^"]{1,200})"', text)
    return {"@type": "Article", **found, **({"author": author[1]} if author else {})} if found else {}


def _iter_nodes(value: Any, depth: int = 0) -> Iterator[Node]:
    if depth > MAX_DEPTH:
        return
    if isinstance(value, list):
        for item in value:
            yield from _iter_nodes(item, depth + 1)
    elif isinstance(value, dict):
        yield value
        for item in value.values():
            yield from _iter_nodes(item, depth + 1)


def get_types(node: Node) -> list[str]:
    """Return the types of a node without their namespace."""
    types = node.get("@type")
    return [str(name).rpartition("/")[2].rpartition(":")[2] for name in (types if isinstance(types, list) else [types])]


def is_article(node: Node) -> bool:
    """Return whether a node describes an article, a post, a report or a live blog.

    >>> is_article({"@type": ["WebPage", "ReportageNewsArticle"]}), is_article({"@type": "Person"})
    (True, False)
    """
    return any(name in _ARTICLE_TYPES or name.endswith("Article") for name in get_types(node))


def get_text(node: Node, name: str) -> str:
    """Return a text of a node on one line, its entities resolved; empty where there is none.

    >>> get_text({"name": {"@value": "Ferry &amp; boat"}}, "name"), get_text({"dateCreated": 1793729100}, "dateCreated")
    ('Ferry & boat', '1793729100')
    """
    value = node.get(name)
    if isinstance(value, list):
        value = next((item for item in value if isinstance(item, str | dict)), None)
    if isinstance(value, dict):
        value = value.get("@value")
    if isinstance(value, int):
        value = str(value)
    return " ".join(unescape(unescape(value)).split()) if isinstance(value, str) else ""


def choose_article(page: PageNodes, headlines: Sequence[str], addresses: Iterable[str]) -> Node | None:
    """Choose the node of the page's own article: by headline, then by address, then the first.

    A node with another headline and another address is a related story, and no such node is chosen.
    """
    printed = [folded for headline in headlines if (folded := fold_headline(headline))]
    keys = {_normalize_address(address) for address in addresses} - {""}
    scored = [
        (_score_headline(get_text(node, "headline") or get_text(node, "name"), printed), _has_address(node, keys), node)
        for node in page.nodes
        if is_article(node)
    ]
    best = max(scored, key=lambda item: (item[0] + 2 * item[1], bool(item[2].get("datePublished"))), default=None)
    if best is None or best[0] or best[1]:
        return best and best[2]
    return best[2] if len(scored) == 1 and not (keys and _list_addresses(best[2])) else None


def _score_headline(headline: str, printed: Sequence[str]) -> int:
    """Return 3 for a printed headline, 2 where one contains the other, 1 where they share most words, else 0."""
    folded = fold_headline(headline)
    if not folded:
        return 0
    if folded in printed:
        return 3
    if any(len(one) > 12 and (one in folded or folded in one) for one in printed if len(folded) > 12):
        return 2
    words = set(folded.split())
    return int(any(2 * len(words & set(one.split())) > max(len(words), len(one.split())) for one in printed))


def _has_address(node: Node, keys: set[str]) -> bool:
    return not keys.isdisjoint(_list_addresses(node))


def _list_addresses(node: Node) -> list[str]:
    """List the addresses that a node states for its article."""
    main = node.get("mainEntityOfPage")
    values = [node.get("url"), node.get("@id")]
    values += [main.get("@id"), main.get("url")] if isinstance(main, dict) else [main]
    return [address for value in values if isinstance(value, str) and (address := _normalize_address(value))]


def _normalize_address(address: str) -> str:
    """Return an address without scheme, "www.", fragment and trailing slash; empty where it is none."""
    scheme, _, rest = address.strip().partition("://")
    return rest.partition("#")[0].removeprefix("www.").rstrip("/") if scheme in ("http", "https") else ""
