"""Compare an extracted text with what the page says of its own length, and look for walls.

A page may show two sentences of an article and a box that asks to subscribe, and hold the whole of it in the
``articleBody`` of its JSON-LD. Where the page shows only a stub, that is the text; where not even the data has the
rest, the article carries a warning.
"""

import re
from html import unescape

from lxml.html import HtmlElement, document_fromstring

from articles.importers.html_blocks import get_key, render_paragraphs
from articles.importers.html_scope import measure_paragraphs
from articles.importers.html_selection import Selection, is_wall
from articles.importers.json_ld import Node, get_types
from articles.importers.text_warnings import TextWarning

STUB_RATIO = 1.5
"""Length of ``articleBody`` over the text's above which the page shows a stub. On 15 of 66 measured pages that have
both, it is between 0.1 and 1.01."""

LONG_STUB_RATIO = 3.0  # the same for a longer text, which is a stub less often
MIN_STUB_LOSS = 150  # characters by which the data is longer
WORD_SHARE = 0.6  # of ``wordCount``; on 19 measured pages the text has 0.91 to 1.11 of it
MAX_WORD_RATIO = 3.5  # a larger ``wordCount`` counts something else, characters perhaps
PARAGRAPH_RATIO = 2.5  # of the page's paragraphs; 1.8 is the most of 61 measured pages whose text is whole
SHORT_TEXT = 1500  # characters; a wall below a longer text asks for something else, mostly
BLOCKS_BELOW = 15

_MARKUP = re.compile(r"</?(?:p|br|div|h\d)\b", re.IGNORECASE)


def use_article_body(text: str, article: Node | None) -> str | None:
    """Return the ``articleBody`` of the page's data where the text is a stub beside it; else None."""
    stated = (article or {}).get("articleBody")
    body = _render_body(stated) if isinstance(stated, str) else ""
    gain = len(get_key(body)) - len(get_key(text))
    ratio = STUB_RATIO if len(text) < SHORT_TEXT else LONG_STUB_RATIO
    is_stub = gain >= MIN_STUB_LOSS and len(get_key(body)) > ratio * len(get_key(text))
    return body if is_stub else None


def _render_body(stated: str) -> str:
    """Return an ``articleBody`` as lines, without markup."""
    if _MARKUP.search(stated):
        return render_paragraphs(document_fromstring(f"<div>{stated}</div>"))
    return "\n".join(line for part in unescape(stated).splitlines() if (line := " ".join(part.split())))


def find_warnings(tree: HtmlElement, selection: Selection, text: str, article: Node | None) -> list[TextWarning]:
    """Find what may be missing from the text that was selected on a page."""
    node = article or {}
    warnings = []
    locked = str(node.get("isAccessibleForFree", "")).casefold() == "false"
    walled = any(is_wall(block.text) for block in selection.below[:BLOCKS_BELOW])
    if (walled and (locked or len(text) < SHORT_TEXT)) or (locked and len(text) < SHORT_TEXT / 2):
        warnings.append(TextWarning.WALL)
    if _is_cut(tree, text, node, walled=walled):
        warnings.append(TextWarning.CUT)
    if "LiveBlogPosting" in get_types(node):
        warnings.append(TextWarning.LIVE)
    return warnings


def _is_cut(tree: HtmlElement, text: str, article: Node, *, walled: bool) -> bool:
    words, stated = len(text.split()), _read_number(article.get("wordCount"))
    if stated * WORD_SHARE > words and (walled or stated <= MAX_WORD_RATIO * words):
        return True
    return text.endswith(("...", "\N{HORIZONTAL ELLIPSIS}")) and measure_paragraphs(tree) > PARAGRAPH_RATIO * len(text)


def _read_number(value: object) -> int:
    digits = re.sub(r"[.,\s]", "", str(value))
    return int(digits[:9]) if digits.isdecimal() else 0
