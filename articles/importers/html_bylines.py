"""Bylines that a page prints: "By Mara Voss" beside the headline, "IN-Redaktion" or "(dpa)" below the text.

A byline is told by its class (``class="byline"``), by links to pages of authors, or by its first word ("By", "Von",
"Par", "Автор"). Other stories have bylines too, on cards beside the article: cards, menus and captions are passed over.
"""

import re
from collections.abc import Iterator
from itertools import islice

from lxml import etree
from lxml.html import HtmlElement

from articles.importers.html_blocks import list_blocks

MAX_BYLINE_LENGTH = 120
MAX_BYLINE_MARKUP = 1000  # the same with the white space of the source
MAX_LEVELS_ABOVE_HEADLINE = 5
MAX_ELEMENTS_BELOW_HEADLINE = 250
MAX_ELEMENTS_OF_ARTICLE = 5000
MIN_PROSE_LENGTH = 100
MAX_PROSE_ABOVE_BYLINE = 2  # paragraphs: the standfirst, the caption of the picture
MIN_PROSE_ABOVE_SIGN_OFF = 3
MAX_SIGN_OFF_LENGTH = 60
MAX_NAME_LEVELS = 3  # from the link to one author up to the list of all

#: The words with which a byline begins.
BY = re.compile(
    r"^(?:(?i:(?:written|text|story|reported|reporting|words|posted|article|analysis|opinion)\s+)?"
    r"(?i:by|von|par|por|przez|autor(?:in|zy|ka|es)?|auteurs?|authors?|автор(?:ы)?|текст|yazan|yazar|بقلم|كتب|كتبت"
    r"|scritto da|a cura di|escrito por|publicado por|geschrieben von|redactado por|napsala?|skrevet av|skriven av)"
    r"|[Dd]i|[Dd]oor|[Aa]v|[Aa]f|[Tt]ekst|texto|text|testo)(?:\s*[:/]\s*|\s+)"
)
_SOURCE = re.compile(r"(?:quelle|source|fuente|fonte|kaynak|bron|kilde|källa|źródło|источник)\s*:", re.IGNORECASE)
#: Agencies, as they sign what they send.
AGENCIES = frozenset(
    "aap,afp,agerpres,ani,anp,ansa,ap,apa,belga,bta,dha,dpa,efe,epd,hina,ians,interfax,jiji,kna,kyodo,lusa,mti,ntb,pap"
    ",pti,reuters,ritzau,sda,sid,tanjug,tasr,tass,upi,xinhua,yonhap,čtk,agence france-presse,associated press"
    ",deutsche presse-agentur,europa press,press association,the associated press".split(",")
)

_SILENT_TAGS = frozenset({"script", "style", "img", "svg", "button", "noscript", "template", "meta", "link"})
_OUTSIDE_TAGS = frozenset({"nav", "footer", "aside", "figure", "figcaption", "dialog", "form", "blockquote", "article"})
_OUTSIDE_NAME = re.compile(
    r"(?:^|[\s_-])(?:menu|captions?|credits?|related|teasers?|recommend\w*|most-?read|popular|trending|comments?|gallery"
    r"|breadcrumbs?|sidebar|newsletter|copyright|(?:block|pull)?-?quotes?|zitat)(?:$|[\s_-])",
    re.IGNORECASE,
)
_AUTHOR_PAGE = re.compile(
    r"/(?:au?th?ors?|autor(?:en|es|zy)?|auteurs?|contributors?|people|profiles?|staff|journalist[es]?|redaktion"
    r"|redakteure?|by|reporters?|writers?|columnists?|firmas?|autori|yazar(?:lar)?)/",
    re.IGNORECASE,
)
_BYLINE_NAME = re.compile(
    r"(?:^|[\s_-])(?:by-?lines?|authors?|autor(?:en|es|i)?|auteurs?|c-?author|author-?names?|signature|firma|penulis"
    r"|yazar)(?:$|[\s_-])",
    re.IGNORECASE,
)
_CAMEL_CASE = re.compile(r"(?<=[a-z])(?=[A-Z])")  # "articleAuthor"
_AFTER_NAMES = re.compile(
    r"\s*(?:\||\N{BULLET}|\S+@|@|\b[^\W\d_]{3,9}\.?\s\d{1,2},?\s\d{4}|\d|\b(?:published|updated|posted|modified|created|twitter|follow|today|yesterday"
    r"|publié|mis à jour|le \d|publicado|actualizado|veröffentlicht|aktualisiert|erstellt|stand|pubblicato|aggiornato"
    r"|publicerad|uppdaterad|publisert|oppdatert|opublikowan\w+|опубликован\w+|monday|tuesday|wednesday|thursday|friday|saturday|sunday"
    r"|lesezeit)\b).*",
    re.IGNORECASE,
)
_PARTICLES = frozenset(
    "af al and av bin d da dal de del della den der des di do dos du e el en et i ibn la le mit og och ould ten ter"
    " und van ve vom von with y zu zur и".split()
)
_SIGN_OFF_PARTS = re.compile(r"\s*(?:/|,|\+|&)\s*")
_SIGNS = re.compile(r"[a-zäöü]{2,4}(?:\s*[/,]\s*[a-zäöü]{2,4})+")  # "ssi, dan"
_DESK = re.compile(r"[\w-]*redaktion|redacción|rédaction|redazione|newsroom", re.IGNORECASE)


def find_byline_below(heading: HtmlElement | None) -> list[list[str]]:
    """Find the bylines between the headline and the text, each as its names or its text, nearest first."""
    found: list[list[str]] = []
    prose = 0
    for element in islice(_iter_following(heading), MAX_ELEMENTS_BELOW_HEADLINE):
        prose += _is_prose(element)
        if prose > MAX_PROSE_ABOVE_BYLINE:
            break
        if (byline := _read_byline(element)) and not _is_elsewhere(element, heading):
            found.append(byline)
    return found


def find_bylines_around(heading: HtmlElement | None) -> Iterator[list[str]]:
    """Yield the bylines in ever larger parts of the page around the headline."""
    scope = heading
    for _ in range(MAX_LEVELS_ABOVE_HEADLINE):
        if scope is None or scope.tag in ("body", "html"):
            return
        for element in scope.iter(etree.Element):
            if (byline := _read_byline(element)) and not _is_elsewhere(element, heading):
                yield byline
        scope = scope.getparent()


def find_agency(heading: HtmlElement | None) -> list[str]:
    """Find the agency that signs an article below its headline: "AFP, MANILA"."""
    prose = 0
    for element in islice(_iter_following(heading), MAX_ELEMENTS_BELOW_HEADLINE):
        prose += _is_prose(element)
        text = " ".join((element.text or "").split())
        if prose > MAX_PROSE_ABOVE_BYLINE:
            break
        if len(element) or len(text) > MAX_SIGN_OFF_LENGTH or _is_elsewhere(element, heading):
            continue
        name = text.partition(",")[0].strip()
        if name and name.casefold() in AGENCIES and name != name.lower():
            return [name]
    return []


def find_sign_off(heading: HtmlElement | None, outlets: set[str]) -> list[str]:
    """Find who signs below the text: "IN-Redaktion", "(dpa)", "Wochenblatt / Última Hora", "ssi, dan".

    A line signs where each of its parts is an agency, a desk, the outlet or a sign of a few letters, or one other name
    stands beside these. The outlet itself is left out.
    """
    prose = 0
    for element in islice(_iter_following(heading), MAX_ELEMENTS_OF_ARTICLE):
        prose += _is_prose(element)
        if prose < MIN_PROSE_ABOVE_SIGN_OFF or len(element) or element.tag in _SILENT_TAGS or element.tag == "a":
            continue
        text = " ".join((element.text or "").split()).partition(";")[0].strip(" .")
        if 1 < len(text) <= MAX_SIGN_OFF_LENGTH and not _is_elsewhere(element, heading):
            names = _split_sign_off(text, outlets)
            if names:
                return names
    return []


def _split_sign_off(text: str, outlets: set[str]) -> list[str]:
    if _SIGNS.fullmatch(text):
        return _SIGN_OFF_PARTS.split(text)
    bare = text[1:-1] if text.startswith("(") and text.endswith(")") else text
    parts = _SIGN_OFF_PARTS.split(bare)
    others = [part for part in parts if part.casefold() not in outlets]
    known = [part for part in others if part.casefold() in AGENCIES or _DESK.fullmatch(part)]
    is_signed = known == others if len(others) == len(parts) else len(others) == 1 and is_name_shaped(others[0])
    return others if is_signed else []


def is_name_shaped(text: str) -> bool:
    """Return whether every word has a capital, or is a particle or of a script without capitals.

    >>> is_name_shaped("Ludwig van Voss"), is_name_shaped("Tuesday the council voted"), is_name_shaped("渡辺洋介")
    (True, False, True)
    """
    words = text.replace("'", " ").replace("\N{RIGHT SINGLE QUOTATION MARK}", " ").split()
    return bool(words) and all(
        word in _PARTICLES or not word[0].isalpha() or word[0] != word[0].lower() or word == word.upper()
        for word in words
    )


def count_capitals(name: str) -> int:
    """Count the words of a name that are no particles; of a script without capitals, its characters."""
    words = [word for word in name.split() if word not in _PARTICLES]
    return len(words) if name.upper() != name.lower() else len(name)


def _iter_following(heading: HtmlElement | None) -> Iterator[HtmlElement]:
    """Yield the elements after the headline in document order."""
    node = heading
    while node is not None and node.tag not in ("body", "html"):
        for sibling in node.itersiblings():
            yield from sibling.iter(etree.Element)
        node = node.getparent()


def _is_prose(element: HtmlElement) -> bool:
    return element.tag == "p" and len(" ".join(element.text_content().split())) >= MIN_PROSE_LENGTH


def _read_byline(element: HtmlElement) -> list[str]:
    """Return the names or the text of an element that is a byline; nothing where it is none."""
    if element.tag in _SILENT_TAGS:
        return []
    if element.tag == "a" and (element.get("rel") == "author" or _AUTHOR_PAGE.search(element.get("href") or "")):
        return _list_linked_authors(element)
    marks = " ".join(element.get(name) or "" for name in ("class", "itemprop", "id"))
    is_byline = element.get("rel") == "author" or _BYLINE_NAME.search(_CAMEL_CASE.sub("-", marks)) is not None
    if not is_byline and not BY.match(_get_beginning(element)):
        return []
    if len(element.text_content()) > MAX_BYLINE_MARKUP:  # the box of the whole article
        return []
    lines = [block.text for block in list_blocks(element)]
    text = next((line for line in lines if BY.match(line)), "") or " | ".join(lines)
    if not text or len(text) > MAX_BYLINE_LENGTH or _SOURCE.match(text):
        return []
    if links := [link for link in element.iter("a") if _is_author_link(link)]:
        return [name for link in links if (name := " ".join(link.text_content().split()))]
    names = _AFTER_NAMES.split(BY.sub("", text).lstrip("| "))[0]
    return [names] if is_byline or is_name_shaped(BY.sub("", names).replace(",", "")) else []


def _get_beginning(element: HtmlElement) -> str:
    """Return the first words printed in an element and the text after these."""
    pieces = islice((piece.strip() for piece in element.itertext() if piece.strip()), 2)
    return " ".join(pieces)[:80]


def _is_author_link(link: HtmlElement) -> bool:
    return link.get("rel") == "author" or _AUTHOR_PAGE.search(link.get("href") or "") is not None


def _list_linked_authors(link: HtmlElement) -> list[str]:
    """Return the authors in the smallest part of the page around a link that has several, and is short."""
    links = [link]
    for around in islice(link.iterancestors(), MAX_NAME_LEVELS):
        if around.tag in ("body", "html", "article", "main") or len(around.text_content()) > 2 * MAX_BYLINE_LENGTH:
            break
        links = [each for each in around.iter("a") if _is_author_link(each)]
    return [name for each in links if (name := " ".join(each.text_content().split())) and len(name) <= 60]


def _is_elsewhere(element: HtmlElement, heading: HtmlElement | None) -> bool:
    """Return whether an element is in a menu, a caption, a card or a link, and not beside the headline."""
    above = set(heading.iterancestors()) if heading is not None else set()
    for each in (element, *element.iterancestors()):
        if each in above:
            return False
        is_article_footer = each.tag == "footer" and next(each.iterancestors("article"), None) in above
        is_card = each.tag == "a" and each is not element and not _is_author_link(each)
        if is_card or (each.tag in _OUTSIDE_TAGS and not is_article_footer):
            return True
        marks = _CAMEL_CASE.sub("-", f"{each.get('class') or ''} {each.get('id') or ''}")
        if _OUTSIDE_NAME.search(marks):
            return True
    return False
