"""Authors of a page: the people of its byline, never the outlet, a publisher, a place or an address.

The authors are those of the article's own JSON-LD, else those of its ``<meta>`` elements; a byline printed between
headline and text that names other people goes before both, for the data may name an editor. Where the data names
nobody, the authors are those that the page prints anywhere beside the headline, who signs below the text, or an agency.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from lxml.html import HtmlElement

from articles.importers.headlines import fold_headline
from articles.importers.html_bylines import (
    AGENCIES,
    BY,
    count_capitals,
    find_agency,
    find_byline_below,
    find_bylines_around,
    find_sign_off,
    is_name_shaped,
)
from articles.importers.json_ld import Node, PageNodes, get_text

MAX_AUTHORS = 20
MAX_NAME_WORDS = 6
MAX_DEPTH = 3  # of lists and roles in the author of a node

_META_NAME = re.compile(
    r"(?:^|[.:_-]|article)author(?:[_-]?names?)?$|^byl(?:ine)?$|^dc(?:terms)?\.creator$", re.IGNORECASE
)
_NOT_A_NAME = re.compile(r"@|https?:|www\.|//|\.(?:com|net|org|co|de|html?)\b|\d{3,}|[<>{}=|]", re.IGNORECASE)
_NOBODY = frozenset(
    "admin administrator author by contributor contributors correspondent editor editorial editors guest news none null"
    " redacción redaction redaktion redazione red reporter staff team undefined unknown user username web webmaster"
    " agency agencies agentur agenturen online desk nachrichten quelle source wire wires reports services getty images"
    " shutterstock imago istock alamy".split()
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
_PLACE_AFTER = re.compile(r"\s+(?:in|from|for|aus|à|reports|at)\s+(?-i:[^\W\d_a-z]).*$", re.IGNORECASE)
_BETWEEN = re.compile(r"\s*(?:;|\s[|/\N{BULLET}\N{MIDDLE DOT}]\s|\n)\s*")
_AND = re.compile(r"\s+(?:and|und|et|y|og|och|en|with|mit|avec|e|ja|&)\s+|\s*&\s*", re.IGNORECASE)


def find_authors(
    tree: HtmlElement, page: PageNodes, article: Node | None, heading: HtmlElement | None, sites: Iterable[str]
) -> list[str]:
    """Find the authors of a page; `sites` are the names of the outlet and its publisher."""
    outlets = {folded for name in sites if (folded := fold_headline(name))}
    own = list(_iter_stated(page, article)) if article else []
    below = _clean_first(find_byline_below(heading), outlets)
    stated = clean_authors(own, outlets) or clean_authors(_iter_meta(tree), outlets)
    if stated:
        return below if below and _corrects(below, stated) else stated
    sections = {fold_headline(name) for name in _iter_sections(tree, article)}
    printed = below or _clean_first(find_bylines_around(heading), outlets)
    names = [name for name in printed if fold_headline(name) not in sections]
    names = names or find_sign_off(heading, outlets) or find_agency(heading)
    if not names and len(own) == 1 and fold_headline(own[0]) in outlets:
        return own
    return names or clean_authors(own[:1], set())


def _clean_first(bylines: Iterable[list[str]], outlets: set[str]) -> list[str]:
    """Return the people of the first byline that names any."""
    return next((names for byline in bylines if (names := clean_authors(byline, outlets))), [])


def _corrects(printed: list[str], stated: list[str]) -> bool:
    """Return whether a printed byline names other people than the data, or more: the data may name an editor."""
    said, data = {fold_headline(name) for name in printed} - AGENCIES, set(map(fold_headline, stated))
    words = {word for name in said for word in name.split()}
    are_full = all(is_name_shaped(name) and count_capitals(name) > 1 for name in printed)  # no initials
    return data < said or (are_full and words.isdisjoint(word for name in data for word in name.split()))


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
    for part in _BETWEEN.split(BY.sub("", " ".join(text.split()))):
        pieces = [piece.strip() for piece in part.split(",") if piece.strip()]
        if len(pieces) == 2 and all(len(piece.split()) == 1 for piece in pieces):
            names.append(f"{pieces[1]} {pieces[0]}")
            continue
        if any(" " in piece for piece in pieces):  # "Ida Solberg, Lille": a place, unless it is the sign of an agency
            pieces = [
                piece
                for piece in pieces
                if " " in piece or piece == piece.upper() or piece.islower() or piece.casefold() in AGENCIES
            ]
        names += [name for piece in pieces for name in _AND.split(piece)]
    return [name for piece in names if (name := _tidy(piece))]


def _tidy(name: str) -> str:
    name = _PLACE_AFTER.sub("", name)  # "Mara Voss in Vik"
    name = _SHORT_SIGN.sub("", BY.sub("", name.strip(" .,:;-*\N{EN DASH}"))).strip()
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
        yield from _iter_names(page, article.get(field))


def _iter_names(page: PageNodes, author: Any, depth: int = 0) -> Iterator[str]:
    """Yield the names in an author: a text, a person, a list of these, or a role that somebody has."""
    author = page.resolve(author)
    if isinstance(author, str):
        yield author
    elif isinstance(author, list) and depth < MAX_DEPTH:
        for item in author:
            yield from _iter_names(page, item, depth + 1)
    elif isinstance(author, dict):
        name = author.get("name")
        names = name if isinstance(name, list) else [get_text(author, "name") or get_text(author, "byline")]
        if not any(names) and author.get("familyName"):
            names = [f"{get_text(author, 'givenName')} {get_text(author, 'familyName')}"]
        if not any(names) and depth < MAX_DEPTH:  # {"@type": "Role", "author": {"name": ...}}
            yield from _iter_names(page, author.get("author"), depth + 1)
        yield from (one for one in names if isinstance(one, str) and one)


def _iter_meta(tree: HtmlElement) -> Iterator[str]:
    """Yield the contents of the ``<meta>`` elements that name authors."""
    for meta in tree.iter("meta"):
        if _META_NAME.search(meta.get("name") or meta.get("property") or ""):
            yield meta.get("content") or ""


def _iter_sections(tree: HtmlElement, article: Node | None) -> Iterator[str]:
    """Yield the names of the sections in which the article stands."""
    section = (article or {}).get("articleSection")
    yield from (name for name in (section if isinstance(section, list) else [section]) if isinstance(name, str))
    yield from tree.xpath('//meta[@property="article:section"]/@content')
    yield from (each.text_content() for each in tree.xpath('//*[@itemprop="articleSection"]'))
