"""Main text extraction from HTML pages.

RT's page of 10 September 2015 begins with 90 names of icons; the article follows, from "Russian Foreign Minister Sergey
Lavrov says Washington is making a grave mistake" on. trafilatura finds it (in its mode for precision, without
comments). Where readability finds much more, trafilatura has stopped half way, and readability's text is taken. Each
paragraph is a line.

The printed text is evidence: trafilatura drops or normalizes no-break spaces, soft hyphens, joiners and direction
marks, so these characters are masked by unused letters on the way through and restored afterwards.

This module runs in a child process that can be killed (`sandbox`); no other module imports it.
"""

import html
import json
import logging
import re
import unicodedata
from copy import deepcopy
from typing import Any

import trafilatura
from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring
from readability import Document as ReadabilityDocument
from trafilatura.external import try_readability

from articles.importers.draft import AUTHOR_SEPARATOR
from articles.importers.headlines import find_heading
from articles.importers.html_blocks import classify_block_quotation, render_paragraphs
from articles.importers.html_completeness import find_warnings, use_article_body
from articles.importers.html_metadata import read_page_metadata
from articles.importers.html_scope import measure_paragraphs, prune_to_article
from articles.importers.html_selection import select_blocks
from articles.importers.sandbox import serve
from articles.importers.text_warnings import TextWarning

READABILITY_MIN_RATIO = 1.6
"""Length of readability's text over trafilatura's above which readability is believed. Of the 181 pages of
scrapinghub/article-extraction-benchmark 6 exceed the ratio, and trafilatura had cut 5 of these short (wired.com,
nytimes.com, gizmodo.com, barrons.com): recall of 4-word runs rises from .964 to .982, F1 from .956 to .968, and 25 lost
quotations come back. With a ratio of 1.5 F1 is .967, with 2.2 .966."""

MIN_ARTICLE_LENGTH = 200
"""Least characters of a text that only readability found; shorter ones are menus or notices."""

_CONTROL_CHARACTERS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_DOUBLE_MARKS = ("\N{LEFT DOUBLE QUOTATION MARK}", "\N{RIGHT DOUBLE QUOTATION MARK}")
_SINGLE_MARKS = ("\N{LEFT SINGLE QUOTATION MARK}", "\N{RIGHT SINGLE QUOTATION MARK}")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]{2,31});")
_PLACEHOLDER_CODES = range(0x14400, 0x14647)  # Anatolian hieroglyphs: letters for every library, on no news page


class PageRejectedError(Exception):
    """No article can be taken from the page; the message says why."""


def handle_request(request: bytes) -> bytes:
    """Answer a page in UTF-8 with JSON: its text and metadata, or ``{"refused": reason}``."""
    try:
        answer = parse_page(request.decode("utf-8"))
    except PageRejectedError as refused:
        answer = {"refused": str(refused)}
    return json.dumps(answer).encode("ascii")


def parse_page(page: str) -> dict[str, Any]:
    """Parse a page into its text, its metadata by name, the codes of warnings and the rules of lines set apart."""
    metadata = read_page_metadata(_parse_tree(page))
    masked, unmask = mask_invisible_characters(page)
    mask = {ord(character): chr(letter) for letter, character in unmask.items()}
    tree = _parse_tree(masked)
    _insert_quotation_marks(tree)
    headline = (metadata.values["title"] or "").translate(mask)
    prune_to_article(tree, headline)
    selection = select_blocks(
        body if (body := tree.find("body")) is not None else tree,
        _extract_text(tree),
        find_heading(tree, headline),
        [title.translate(mask) for title in metadata.titles],
        metadata.description.translate(mask),
        [author.translate(mask) for author in (metadata.values["byline"] or "").split(AUTHOR_SEPARATOR)],
    )
    text = "\n".join(block.text for block in selection.blocks).translate(unmask)
    rules = [classify_block_quotation(block.element) or "" for block in selection.blocks]
    warnings = find_warnings(tree, selection, text, metadata.article)
    if body := use_article_body(text, metadata.article):
        text, warnings, rules = body, [TextWarning.DATA], []
    if not text:
        raise PageRejectedError(_explain_empty_page(tree))
    codes = [warning.value for warning in warnings]
    return {"text": text, **metadata.values, "warnings": codes, "line_rules": rules if any(rules) else []}


def _explain_empty_page(tree: HtmlElement) -> str:
    """Return why a page gives no article: mostly because a script would have to write it first."""
    has_mount = tree.xpath('//*[@id="__next" or @id="__nuxt" or @id="root" or @id="app"]')
    if has_mount and not measure_paragraphs(tree):
        return "the page has no article text without JavaScript"
    return "the page has no recognizable article"


def mask_invisible_characters(page: str) -> tuple[str, dict[int, str]]:
    """Replace every invisible character by a letter that the page does not use; return the table that restores them.

    >>> masked, unmask = mask_invisible_characters("by&nbsp;the United\\u00a0States")
    >>> masked == "by\\U00014400the United\\U00014400States", masked.translate(unmask)
    (True, 'by\\xa0the United\\xa0States')
    """
    plain = page
    for entity in set(_ENTITY.findall(page)):
        if character := _only_invisible(html.unescape(entity)):
            plain = plain.replace(entity, character)
    used = set(plain)
    free = (chr(code) for code in _PLACEHOLDER_CODES if chr(code) not in used)
    masks = dict(zip(sorted(filter(_only_invisible, used)), free, strict=False))
    for character, letter in masks.items():  # str.translate takes ten times as long
        plain = plain.replace(character, letter)
    return plain, {ord(letter): character for character, letter in masks.items()}


def _only_invisible(character: str) -> str:
    """Return the character if it is a format mark or a space other than the ordinary one, else nothing."""
    invisible = len(character) == 1 and character != " " and unicodedata.category(character) in ("Cf", "Zs")
    return character if invisible else ""


def _parse_tree(page: str) -> HtmlElement:
    """Parse the page into a tree; refuse a page of which libxml2 drops a part.

    libxml2 silently drops what is nested too deeply: 255 elements without `huge_tree`, 2,047 with it. Only its error
    log says so.
    """
    parser = HTMLParser(huge_tree=True, remove_comments=True, remove_pis=True, encoding="utf-8")
    try:
        tree = document_fromstring(page.encode("utf-8"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError, AssertionError):
        raise PageRejectedError("the page has no recognizable article") from None
    if any(entry.type == etree.ErrorTypes.ERR_RESOURCE_LIMIT for entry in parser.error_log):
        raise PageRejectedError("its elements are nested too deeply")
    return tree


def _insert_quotation_marks(tree: HtmlElement) -> None:
    """Insert the quotation marks that a browser prints around ``<q>``, innermost first."""
    for element in reversed(list(tree.iter("q"))):
        nested = next(element.iterancestors("q"), None) is not None
        opening, closing = _SINGLE_MARKS if nested else _DOUBLE_MARKS
        element.text = opening + _drop_controls(element.text)
        if len(element):
            element[-1].tail = _drop_controls(element[-1].tail) + closing
        else:
            element.text += closing
        element.drop_tag()


def _drop_controls(text: str | None) -> str:
    """Drop the control characters that lxml reads from a page but does not let anybody set again."""
    return _CONTROL_CHARACTERS.sub("", text or "")


def _extract_text(tree: HtmlElement) -> str:
    """Extract the text of the article with trafilatura, or with readability where that finds much more.

    readability takes a third of all the time. So it is left out where neither the paragraphs of the page are so much
    longer nor what trafilatura's own copy finds, an older version that takes a seventh of the time: of 152 pages
    measured the text of none changes.
    """
    document = trafilatura.bare_extraction(
        deepcopy(tree), favor_precision=True, include_comments=False, with_metadata=False
    )
    text = render_paragraphs(getattr(document, "body", None))
    is_long = measure_paragraphs(tree) > READABILITY_MIN_RATIO * len(text)
    if not is_long and not _is_cut(text, render_paragraphs(try_readability(deepcopy(tree)))):
        return text
    alternative = render_paragraphs(_extract_with_readability(tree))
    return alternative if _is_cut(text, alternative) else text


def _is_cut(text: str, alternative: str) -> bool:
    """Return whether another algorithm found so much more that the text must be cut short."""
    return len(alternative) > READABILITY_MIN_RATIO * len(text) and len(alternative) >= MIN_ARTICLE_LENGTH


def _extract_with_readability(tree: HtmlElement) -> HtmlElement | None:
    """Extract the article with readability; None where it finds none or fails, as it does on odd pages."""
    try:
        summary = ReadabilityDocument(deepcopy(tree)).summary()
        return document_fromstring(summary, parser=HTMLParser(huge_tree=True)) if summary else None
    except Exception:  # readability raises errors of any kind, and it is only the second opinion
        return None


if __name__ == "__main__":
    logging.disable()  # trafilatura logs every odd page
    serve(handle_request)
