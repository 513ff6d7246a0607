"""Render the markup of an agency's or a program's text as plain paragraphs, a line each."""

import re
from typing import Any

from lxml import etree
from lxml.html import HTMLParser, document_fromstring

from articles.importers.formats.record import FormatError

_BLOCKS = frozenset(
    """p div br li ul ol h1 h2 h3 h4 h5 h6 tr table blockquote section article header footer pre hr body
    block hl1 hl2 note dl dt dd fn""".split()
)
_LEFT_OUT = frozenset("script style noscript template head figure figcaption media svg iframe nav form button".split())
_MARKUP = re.compile(r"<(?:p|div|br|span|a|strong|em|b|i|h[1-6]|ul|blockquote|article|section|html)\b[^<>]*>", re.I)
_CLOSED = re.compile(
    r"</(?:p|div|span|a|strong|em|b|i|h[1-6]|ul|blockquote|article|section|html)\s*>|<br\s*/?>|<p>", re.I
)


def has_markup(text: str) -> bool:
    """Return whether a text is HTML rather than words."""
    return bool(_MARKUP.search(text)) and bool(_CLOSED.search(text))


def render_markup(markup: str) -> str:
    """Return the words of a piece of HTML, a paragraph a line."""
    try:
        tree = document_fromstring(f"<div>{markup}</div>", parser=HTMLParser(no_network=True, huge_tree=False))
    except (etree.LxmlError, ValueError):
        raise FormatError("its markup cannot be read; save the article as plain text") from None
    return render_element(tree)


def render_element(element: Any) -> str:
    """Return the words of an element, a paragraph a line; the depth of the tree does not matter."""
    parts: list[str] = []
    skipped = 0
    for event, each in etree.iterwalk(element, events=("start", "end", "comment", "pi")):
        name = etree.QName(each).localname.lower() if isinstance(each.tag, str) else ""
        if event in ("comment", "pi"):
            parts.append("" if skipped else each.tail or "")
            continue
        is_left_out = name in _LEFT_OUT
        if event == "start":
            skipped += is_left_out
            if not skipped:
                parts.append(("\n" if name in _BLOCKS else "") + (each.text or ""))
        else:
            skipped -= is_left_out
            if not skipped:
                tail = (each.tail or "") if each is not element else ""
                parts.append(("\n" if name in _BLOCKS else "") + tail)
    return join_paragraphs(_mark_breaks(parts))


_BREAK = "\x00"


def _mark_breaks(parts: list[str]) -> str:
    """Join the parts: a line break that a block sets is kept, one within the markup is a space."""
    joined = []
    for part in parts:
        is_break = part.startswith("\n")
        joined.append((_BREAK if is_break else "") + re.sub(r"[ \t\r\n]+", " ", part[1:] if is_break else part))
    return "".join(joined).replace(_BREAK, "\n")


def join_paragraphs(text: str) -> str:
    """Return the lines that have words, without spaces at their ends."""
    return "\n".join(line.strip() for line in text.split("\n") if line.strip())
