"""Which part of an HTML page is the article?

RT's page of 10 September 2015 begins with 90 names of icons; the article stands after them, from "Russian Foreign
Minister Sergey Lavrov says Washington is making a grave mistake" on. trafilatura finds it (its mode for precision,
comments left out). Where readability finds much more, trafilatura has stopped half way, and readability's text is
taken. A paragraph is a line.

The printed text is evidence: trafilatura drops or evens out no-break spaces, soft hyphens, joiners and marks of
direction, so they go through it in disguise and are put back.

This module runs in a child process that can be killed (`isolation`); nothing else imports it.

Left to others: what the page says of itself (`masthead`), the bytes and their encoding (`decoding`), refusing and
merging (`html`).
"""

import html
import json
import logging
import re
import unicodedata
from collections.abc import Iterator
from copy import deepcopy
from typing import Any

import trafilatura
from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring
from readability import Document as ReadabilityDocument

from articles.importers.html_metadata import read_page_metadata
from articles.importers.sandbox import serve

READABILITY_MIN_RATIO = 1.6
"""How many times trafilatura's text readability's must be to be believed instead. On the 181 pages of
scrapinghub/article-extraction-benchmark 6 exceed it, 5 of which trafilatura had cut short (wired.com, nytimes.com,
gizmodo.com, barrons.com): recall of 4-word runs rises from .964 to .982, F1 from .956 to .968, and 25 lost quotations
come back. At 1.5 F1 is .967, at 2.2 .966."""

MIN_ARTICLE_LENGTH = 200
"""Characters of a text that only readability found: below it they are a menu or a notice."""

# HTML's blocks, and the names that trafilatura gives them in its result.
_BLOCK_TAGS = frozenset(
    "address article aside blockquote body br dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4"
    " h5 h6 header hr html li main nav ol p pre section summary table tbody td tfoot th thead tr ul"
    " ab cell doc head item lb list quote row".split()
)
_DOUBLE_MARKS = ("\N{LEFT DOUBLE QUOTATION MARK}", "\N{RIGHT DOUBLE QUOTATION MARK}")
_SINGLE_MARKS = ("\N{LEFT SINGLE QUOTATION MARK}", "\N{RIGHT SINGLE QUOTATION MARK}")
_WHITESPACE = re.compile(r"[ \t\n\r\f]+")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]{2,31});")
_PLACEHOLDER_CODES = range(0x14400, 0x14647)  # Anatolian hieroglyphs: letters to every library, and in no news page


class PageRejectedError(Exception):
    """The page gives no article; the message says why."""


def handle_request(question: bytes) -> bytes:
    """One page, UTF-8, to the JSON of what is in it: ``{"refused": why}``, or its text and facts."""
    try:
        found = parse_page(question.decode("utf-8"))
    except PageRejectedError as refused:
        found = {"refused": str(refused)}
    return json.dumps(found).encode("ascii")


def parse_page(page: str) -> dict[str, str | None]:
    """The article's text and what the page says of it: title, byline, outlet, url, published, precision, language."""
    disguised, disguises = mask_invisible_characters(page)
    tree = _parse_tree(disguised)
    _insert_quotation_marks(tree)
    document = trafilatura.bare_extraction(
        deepcopy(tree),
        favor_precision=True,
        include_comments=False,
        with_metadata=True,
        date_extraction_params={"original_date": True, "extensive_search": False},
    )
    text = _extract_text(tree, document)
    if text is None:
        raise PageRejectedError("no article was found in the page")
    found = {"text": text, **read_page_metadata(tree, document)}
    return {name: value and value.translate(disguises) for name, value in found.items()}


def mask_invisible_characters(page: str) -> tuple[str, dict[int, str]]:
    """The page with every invisible character replaced by a letter that it does not use, and the way back.

    >>> disguised, back = mask_invisible_characters("by&nbsp;the United\\u00a0States")
    >>> disguised == "by\\U00014400the United\\U00014400States", disguised.translate(back)
    (True, 'by\\xa0the United\\xa0States')
    """
    plain = _ENTITY.sub(lambda found: _only_invisible(html.unescape(found[0])) or found[0], page)
    used = set(plain)
    free = (chr(code) for code in _PLACEHOLDER_CODES if chr(code) not in used)
    away = dict(zip(sorted(filter(_only_invisible, used)), free, strict=False))
    back = {ord(letter): character for character, letter in away.items()}
    return plain.translate({ord(character): letter for character, letter in away.items()}), back


def _only_invisible(character: str) -> str:
    """The character if it is a format mark or a space that is not the ordinary one, else nothing."""
    invisible = len(character) == 1 and character != " " and unicodedata.category(character) in ("Cf", "Zs")
    return character if invisible else ""


def _parse_tree(page: str) -> HtmlElement:
    """The page as a tree.

    libxml2 drops what is nested too deeply without a word to its caller: 255 elements without `huge_tree`, 2,047 with
    it. Its error log knows.
    """
    parser = HTMLParser(huge_tree=True, remove_comments=True, remove_pis=True, encoding="utf-8")
    try:
        tree = document_fromstring(page.encode("utf-8"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError, AssertionError):
        raise PageRejectedError("no article was found in the page") from None
    if any(entry.type == etree.ErrorTypes.ERR_RESOURCE_LIMIT for entry in parser.error_log):
        raise PageRejectedError("its elements are nested so deeply that text would be lost")
    return tree


def _insert_quotation_marks(tree: HtmlElement) -> None:
    """Put in the quotation marks that a browser prints around ``<q>``, from the innermost outwards."""
    for element in reversed(list(tree.iter("q"))):
        nested = next(element.iterancestors("q"), None) is not None
        opening, closing = _SINGLE_MARKS if nested else _DOUBLE_MARKS
        element.text = opening + (element.text or "")
        if len(element):
            element[-1].tail = (element[-1].tail or "") + closing
        else:
            element.text += closing
        element.drop_tag()


def _extract_text(tree: HtmlElement, document: Any) -> str | None:
    found = render_paragraphs(document.body) if document is not None else ""
    other = render_paragraphs(_extract_with_readability(tree))
    if len(other) > READABILITY_MIN_RATIO * len(found) and len(other) >= MIN_ARTICLE_LENGTH:
        return other
    return found or None


def _extract_with_readability(tree: HtmlElement) -> HtmlElement | None:
    """What readability takes for the article; None where it finds none or fails, as it does on odd pages."""
    try:
        summary = ReadabilityDocument(deepcopy(tree)).summary()
        return document_fromstring(summary, parser=HTMLParser(huge_tree=True)) if summary else None
    except Exception:  # its errors are of any kind, and it is only the second opinion
        return None


def render_paragraphs(root: Any) -> str:
    """The text below `root`, a line for each block, white space as a browser shows it.

    >>> render_paragraphs(document_fromstring("<div>He\\n<i>said</i>:<p>No.</p> And left.</div>"))
    'He said:\\nNo.\\nAnd left.'
    """
    if root is None:
        return ""
    lines, line = [], [""]
    for piece in _iter_text(root):
        if piece is None:
            lines.append("".join(line))
            line = []
        else:
            line.append(piece)
    tidy = (_WHITESPACE.sub(" ", each).strip() for each in [*lines, "".join(line)])
    return "\n".join(filter(None, tidy))


def _iter_text(root: Any) -> Iterator[str | None]:
    """The text below `root` in order, with None where a block begins or ends."""
    for event, element in etree.iterwalk(root, events=("start", "end", "comment", "pi")):
        if element.tag in _BLOCK_TAGS:
            yield None
        if event == "start":
            yield element.text or ""
        elif element is not root:
            yield element.tail or ""


if __name__ == "__main__":
    logging.disable()  # trafilatura tells its log about every odd page
    serve(handle_request)
