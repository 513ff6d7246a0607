"""Authors of a page: the people of its byline, never the outlet, a publisher, a place or an address.

The authors are those of the article's own JSON-LD, else those of its ``<meta>`` elements, else those that a byline
beside the headline prints ("By Mara Voss and Tom Elling").
"""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from lxml import etree
from lxml.html import HtmlElement
from trafilatura.metadata import extract_author

from articles.importers.headlines import fold_headline
from articles.importers.json_ld import Node, PageNodes, get_text

MAX_AUTHORS = 20
MAX_NAME_WORDS = 6

_META_NAME = re.compile(
    r"(?:^|[.:_-]|article)author(?:[_-]?names?)?$|^byl(?:ine)?$|^dc(?:terms)?\.creator$", re.IGNORECASE
)
_AUTHOR_PAGE = re.compile(
    r"/(?:au?th?ors?|autor(?:en|es)?|auteurs?|people|profiles?|staff|journalists?|redaktion|by|reporters?)/",
    re.IGNORECASE,
)
_BY = re.compile(
    r"^(?:(?i:(?:written|text|story|reported|words|posted)\s+)?(?i:by|von|par|por|przez|autor(?:in)?|author|quelle|source)"
    r"|di|door|av|af|texto|text)\b:?\s+"
)
_NOT_A_NAME = re.compile(r"@|https?:|www\.|//|\.(?:com|net|org|co|de|html?)\b|\d{3,}|[<>{}=|]", re.IGNORECASE)
_NOBODY = frozenset(
    "admin administrator author by contributor contributors correspondent editor editorial editors guest news none null"
    " redacción redaction redaktion redazione red reporter staff team undefined unknown user username web webmaster"
    " agency agencies agentur agenturen online desk nachrichten quelle source".split()
)
_MONTHS_AND_DAYS = frozenset(
    "january february march april may june july august september october november december januar februar märz mai juni"
    " juli oktober dezember monday tuesday wednesday thursday friday saturday sunday".split()
)
_SECTION_BEFORE = re.compile(r"^[a-z]+ (?:von|by|par|por) (?=[A-Z])")  # "capital von Jemima Kelly"
_SHORT_SIGN = re.compile(r"\s*\((?!.*\s.*\s)[^()]{1,12}\)$")  # "Elena Oberholzer (obe)"
_ROLE = re.compile(
    r"\b(?:reporter|editor|correspondent|writer|journalist|redakteur(?:in)?|korrespondent(?:in)?|professor|director"
    r"|columnist|chief|senior|freelance|contributor|producer|twitter|facebook|follow|updated|published)\b",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"\s*(?:;|\s[|/\N{BULLET}\N{MIDDLE DOT}]\s|\n)\s*")
_AND = re.compile(r"\s+(?:and|und|et|y|og|och|en|with|e|ja|&)\s+|\s*&\s*", re.IGNORECASE)
_PRINTED_BY = re.compile(r"(?:By|BY|by|Von|VON|Por|Par) [^\W\d_]")
_AFTER_NAMES = re.compile(r"\s*(?:\||\N{BULLET}|\b(?:published|updated|posted|twitter|today)\b|\d).*", re.IGNORECASE)
_SILENT_TAGS = ("script", "style", "img", "svg", "button")
MAX_BYLINE_LENGTH = 120
MAX_LEVELS_ABOVE_HEADLINE = 5
_BYLINE_CLASS = re.compile(
    r"(?:^|[\s_-])(?:by-?lines?|authors?|autor(?:en|es)?|article-?author|c-?author|author-?name|signature)(?:$|[\s_-])",
    re.IGNORECASE,
)


def find_authors(
    tree: HtmlElement, page: PageNodes, article: Node | None, heading: HtmlElement | None, sites: Iterable[str]
) -> list[str]:
    """Find the authors of a page; `sites` are the names of the outlet and its publisher."""
    outlets = {folded for name in sites if (folded := fold_headline(name))}
    own = list(_iter_stated(page, article)) if article else []
    printed = clean_authors(_iter_byline(heading), outlets)
    if stated := clean_authors(own, outlets):
        return printed if {*map(fold_headline, stated)} < {*map(fold_headline, printed)} else stated
    names = clean_authors(_iter_meta(tree), outlets) or printed or clean_authors([extract_author(tree) or ""], outlets)
    return names or clean_authors(own[:1] if len(own) == 1 else [], set())


def clean_authors(stated: Iterable[str], outlets: set[str]) -> list[str]:
    """Return the people among the stated names, each once.

    >>> clean_authors(["BY MARA VOSS AND TOM ELLING", "Courier", "Voss, Mara", "d.k@courier.example"], {"courier"})
    ['Mara Voss', 'Tom Elling']
    """
    names: dict[str, str] = {}
    for text in stated:
        for name in split_names(text):
            folded = fold_headline(name)
            if _is_person(name, folded, outlets) and not any(folded in known or known in folded for known in names):
                names[folded] = name
    return list(names.values())[:MAX_AUTHORS]


def split_names(text: str) -> list[str]:
    """Split a byline into names: "Voss, Mara" is one person, "Mara Voss, Tom Elling and Jon Bell" are three.

    >>> split_names("By Mara Voss, Tom Elling and Jon Bell"), split_names("Voss, Mara")
    (['Mara Voss', 'Tom Elling', 'Jon Bell'], ['Mara Voss'])
    """
    names: list[str] = []
    for part in _BETWEEN.split(_BY.sub("", " ".join(text.split()))):
        pieces = [piece.strip() for piece in part.split(",") if piece.strip()]
        if len(pieces) == 2 and all(len(piece.split()) == 1 for piece in pieces):
            names.append(f"{pieces[1]} {pieces[0]}")
            continue
        if any(" " in piece for piece in pieces):  # "Ida Solberg, Lille": a place, unless it is the sign of an agency
            pieces = [piece for piece in pieces if " " in piece or piece.isupper() or piece.islower()]
        names += [name for piece in pieces for name in _AND.split(piece)]
    return [name for piece in names if (name := _tidy(piece))]


def _tidy(name: str) -> str:
    name = _SHORT_SIGN.sub("", _BY.sub("", name.strip(" .,:;-*\N{EN DASH}"))).strip()
    name = _SECTION_BEFORE.sub("", name)
    if name.isupper() and " " in name:
        return " ".join(word.capitalize() if len(word) > 1 else word for word in name.lower().split())
    return name


def _is_person(name: str, folded: str, outlets: set[str]) -> bool:
    words = folded.split()
    if not words or len(words) > MAX_NAME_WORDS or _NOT_A_NAME.search(name) or _ROLE.search(name):
        return False
    if all(word in _NOBODY or word in _MONTHS_AND_DAYS for word in words) or not name[0].isalpha():
        return False
    outlet_words = {word for outlet in outlets for word in outlet.split()}
    if all(word in _NOBODY or word in outlet_words for word in words):  # "Israel news" of Israel Nachrichten
        return False
    compact = folded.replace(" ", "")
    return not any(
        folded == outlet
        or compact == outlet.replace(" ", "")
        or f" {outlet} " in f" {folded} "
        or (len(words) > 1 and folded in outlet)
        for outlet in outlets
    )


def _iter_stated(page: PageNodes, article: Node) -> Iterator[str]:
    """Yield the names of the authors of a node, then of its creators."""
    for field in ("author", "creator"):
        value = article.get(field)
        for item in value if isinstance(value, list) else [value]:
            yield from _iter_names(page.resolve(item))


def _iter_names(author: Any) -> Iterator[str]:
    if isinstance(author, str):
        yield author
    elif isinstance(author, dict):
        name = author.get("name")
        for one in name if isinstance(name, list) else [get_text(author, "name") or get_text(author, "byline")]:
            if isinstance(one, str) and one:
                yield one
        if not name and author.get("familyName"):
            yield f"{get_text(author, 'givenName')} {get_text(author, 'familyName')}"


def _iter_meta(tree: HtmlElement) -> Iterator[str]:
    """Yield the contents of the ``<meta>`` elements that name authors."""
    for meta in tree.iter("meta"):
        if _META_NAME.search(meta.get("name") or meta.get("property") or ""):
            yield meta.get("content") or ""


def _iter_byline(heading: HtmlElement | None) -> Iterator[str]:
    """Yield what the byline nearest to the headline prints."""
    scope = heading
    for _ in range(MAX_LEVELS_ABOVE_HEADLINE):
        if scope is None or scope.tag in ("body", "html"):
            return
        for element in scope.iter(etree.Element):
            text = " ".join(element.text_content().split()) if element.tag not in _SILENT_TAGS else ""
            if not text or len(text) > MAX_BYLINE_LENGTH:
                continue
            marks = " ".join(element.get(name) or "" for name in ("class", "itemprop", "id"))
            is_author_page = element.tag == "a" and _AUTHOR_PAGE.search(element.get("href") or "")
            if (
                element.get("rel") == "author"
                or is_author_page
                or _BYLINE_CLASS.search(marks)
                or _PRINTED_BY.match(text)
            ):
                yield from _list_linked_authors(element) or [_AFTER_NAMES.split(text)[0]]
                return
        scope = scope.getparent()


def _list_linked_authors(byline: HtmlElement) -> list[str]:
    """Return the texts of the links in a byline that lead to authors."""
    links = (
        link for link in byline.iter("a") if link.get("rel") == "author" or _AUTHOR_PAGE.search(link.get("href") or "")
    )
    return [text for link in links if (text := " ".join(link.text_content().split()))]
