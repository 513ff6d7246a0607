"""Blocks of a page: its lines of text, each with the element that prints it.

A block is the text that a browser prints on a line of its own: a paragraph, a heading, an item of a list, a cell.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from lxml import etree
from lxml.html import HtmlElement

from articles.engine.cleaning.paragraphs import BLOCK_QUOTATION, EMBEDDED_POST

# Block elements of HTML, and of the trees that trafilatura and readability return.
BLOCK_TAGS = frozenset(
    "address article aside blockquote body br dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4"
    " h5 h6 header hr html li main nav ol p pre section summary table tbody td tfoot th thead tr ul"
    " ab cell doc head item lb list quote row".split()
)
MAX_LINKED, MAX_LINKED_ITEM = 0.8, 0.5
"""Share of linked characters from which a block, or a heading or an item of a list, is a link."""

_ITEM_TAGS = frozenset({"li", "h2", "h3", "h4", "h5", "h6"})
Kind = tuple[object, ...]

_WHITESPACE = re.compile(r"[ \t\n\r\f]+")
_NOT_ALPHANUMERIC = re.compile(r"[\W_]+")


@dataclass(frozen=True)
class Block:
    """A line of text, and the innermost block element around it."""

    text: str
    element: HtmlElement
    linked_length: int  # characters of the text inside links

    @cached_property
    def key(self) -> str:
        """The letters and digits of the text, for comparisons."""
        return get_key(self.text)

    @property
    def is_link(self) -> bool:
        """Whether the block is hardly more than links; in a list or a heading, a link with a kicker is one."""
        share = MAX_LINKED_ITEM if self.element.tag in _ITEM_TAGS else MAX_LINKED
        return self.linked_length >= share * len(self.text)


_POSTS = re.compile(
    r"(?:^|[\s_-])(?:twitter-(?:tweet|video)|tweet|instagram-media|bluesky-embed|mastodon-embed|tiktok-embed|"
    r"threads|fb-post|text-post-media|truthsocial-embed|telegram-post)(?:$|[\s_-])",
    re.IGNORECASE,
)


def classify_block_quotation(element: HtmlElement) -> str | None:
    """Return whether an element stands in a ``<blockquote>``, by the rule of its paragraph: a quotation or a post.

    >>> from lxml.html import fragment_fromstring
    >>> post = fragment_fromstring('<blockquote class="twitter-tweet"><p>It stays.</p></blockquote>')
    >>> classify_block_quotation(post[0]), classify_block_quotation(fragment_fromstring("<p>It stays.</p>"))
    ('embedded-post', None)
    """
    for each in (element, *element.iterancestors()):
        if each.tag == "blockquote":
            return EMBEDDED_POST if _POSTS.search(each.get("class") or "") else BLOCK_QUOTATION
    return None


def get_key(text: str) -> str:
    """Return the letters and digits of a text, for comparisons."""
    return _NOT_ALPHANUMERIC.sub("", text).casefold()


def get_kind(block: Block) -> Kind:
    """Return what blocks of one kind have in common: tag and class, and those of the element around them."""
    element, parent = block.element, block.element.getparent()
    around = (parent.tag, parent.get("class")) if parent is not None else ()
    return (element.tag, element.get("class"), *around)


def list_blocks(root: HtmlElement) -> list[Block]:
    """List the blocks below `root` in document order."""
    return list(_iter_blocks(root))


def _iter_blocks(root: HtmlElement) -> Iterator[Block]:
    pieces: list[tuple[str, bool]] = []
    around = root
    links = 0
    for event, element in etree.iterwalk(root, events=("start", "end", "comment", "pi")):
        if element.tag in BLOCK_TAGS and event in ("start", "end"):
            if block := _build_block(pieces, around):
                yield block
            pieces = []
            around = element if event == "start" and element.tag not in ("br", "hr") else element.getparent()
            if around is None:
                around = root
        if event == "start":
            links += element.tag == "a"
            pieces.append((element.text or "", links > 0))
        else:
            links -= element.tag == "a" and event == "end"
            if element is not root:
                pieces.append((element.tail or "", links > 0))
    if block := _build_block(pieces, around):
        yield block


def _build_block(pieces: list[tuple[str, bool]], element: HtmlElement) -> Block | None:
    text = _WHITESPACE.sub(" ", "".join(text for text, _ in pieces)).strip()
    if not text:
        return None
    linked = sum(len(_WHITESPACE.sub(" ", text).strip()) for text, is_linked in pieces if is_linked)
    return Block(text, element, linked)


def render_paragraphs(root: HtmlElement | None) -> str:
    """Render the text below `root`: a line for each block, white space as a browser shows it.

    >>> from lxml.html import document_fromstring
    >>> render_paragraphs(document_fromstring("<div>He\\n<i>said</i>:<p>No.</p> And left.</div>"))
    'He said:\\nNo.\\nAnd left.'
    """
    return "" if root is None else "\n".join(block.text for block in list_blocks(root))
