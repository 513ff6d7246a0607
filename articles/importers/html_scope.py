"""Scope of a page: cut away what belongs to other articles before the text is extracted.

Dagbladet's page prints a second, longer article below the first; other pages append stories, cards with headlines, and
menus. The article is the one under the page's headline: other ``<article>`` elements with headings of their own are
dropped, and so are parts of the page that another ``<h1>`` opens.
"""

import re

from lxml import etree
from lxml.html import HtmlElement

from articles.importers.headlines import find_heading, fold_headline

MIN_ARTICLE_LENGTH = 400
"""Characters of paragraphs beside which other articles can be dropped; with fewer the text may be in one of these."""

MIN_STUB_LENGTH = 150  # the same, where the article holds the headline
MAX_TEASER_LENGTH = 400  # characters of an article within the article; a longer one is a post of a live blog

MAX_HIDDEN_SHARE = 0.3  # of the paragraphs of a page; a wall hides more, until a script opens it

_HIDING = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_SILENT = ("script", "style", "noscript", "template", "svg", "iframe", "object", "button", "select", "textarea", "nav")
_INLINE = ("strong", "b", "em", "i", "span", "u", "a", "font", "small", "mark", "sup", "sub")
_UNSEEN = re.compile(r"visually-?hidden|sr-only|screen-?reader|off-?screen|assistive", re.IGNORECASE)
_ARCHIVE_TOOLBAR = re.compile(r"^(?:wm-ipp|donato)")


def prune_to_article(tree: HtmlElement, headline: str) -> None:
    """Drop from a page what is no part of the article with this headline."""
    _drop_silent_elements(tree)
    _drop_hidden_elements(tree)
    heading = find_heading(tree, headline)
    if heading is None:
        return
    _drop_other_articles(tree, heading)
    _drop_other_stories(tree, heading, headline)


def _drop_silent_elements(tree: HtmlElement) -> None:
    """Drop what prints nothing or is no text, the toolbar of an archive, and inline elements without content."""
    for element in list(tree.iter(*_SILENT)):
        _drop(element)
    for element in list(tree.iter("div")):
        if _ARCHIVE_TOOLBAR.match(element.get("id") or ""):
            _drop(element)
    for element in reversed(list(tree.iter(*_INLINE))):
        if not len(element) and not (element.text or "").strip():
            element.drop_tag()
        elif _UNSEEN.search(element.get("class") or ""):
            _drop(element)


def _drop_hidden_elements(tree: HtmlElement) -> None:
    """Drop what a browser does not show, unless a script would show most of the text there."""
    hidden = [element for element in tree.xpath("//body//*[@hidden or @style]") if _is_hidden(element)]
    if sum(map(measure_paragraphs, hidden)) <= MAX_HIDDEN_SHARE * measure_paragraphs(tree):
        for element in hidden:
            _drop(element)


def _is_hidden(element: HtmlElement) -> bool:
    return element.get("hidden") not in (None, "until-found") or _HIDING.search(element.get("style") or "") is not None


def _drop_other_articles(tree: HtmlElement, heading: HtmlElement) -> None:
    """Drop the ``<article>`` elements that open with another heading, where the article has text without them."""
    own = _find_own_article(tree, heading)
    if own is None or measure_paragraphs(own) < MIN_STUB_LENGTH:
        return
    title = fold_headline(heading.text_content())
    for other in [each for each in tree.iter("article") if each is not own and own not in each.iterdescendants()]:
        inner = next((each for each in other.iter("h1", "h2", "h3", "h4", "h5") if each.text_content().strip()), None)
        if inner is None or fold_headline(inner.text_content()) == title or not _opens(other, inner):
            continue
        if own not in other.iterancestors() or measure_paragraphs(other) <= MAX_TEASER_LENGTH:
            _drop(other)


def _find_own_article(tree: HtmlElement, heading: HtmlElement) -> HtmlElement | None:
    """Find the ``<article>`` around the heading, else the first with text that follows it."""
    if (around := next(heading.iterancestors("article"), None)) is not None:
        return around
    following = heading.xpath("following::article")
    return next((article for article in following if measure_paragraphs(article) >= MIN_ARTICLE_LENGTH), None)


def _drop_other_stories(tree: HtmlElement, heading: HtmlElement, headline: str) -> None:
    """Drop the parts that another ``<h1>`` opens, where the article has text of its own."""
    around = {heading, *heading.iterancestors()}
    titles = {fold_headline(headline), fold_headline(heading.text_content())}
    for other in list(tree.iter("h1")):
        if other in around or fold_headline(other.text_content()) in titles or not other.text_content().strip():
            continue
        part = other
        while (parent := part.getparent()) is not None and parent not in around and _opens(parent, other):
            part = parent
        if part is not other and measure_paragraphs(tree) - measure_paragraphs(part) >= MIN_ARTICLE_LENGTH:
            _drop(part)


def _opens(part: HtmlElement, heading: HtmlElement) -> bool:
    """Return whether no paragraph stands before the heading in this part of the page."""
    for element in part.iter(etree.Element):
        if element is heading:
            return True
        if element.tag == "p" and len(element.text_content()) > 100:
            return False
    return True


def measure_paragraphs(root: HtmlElement) -> int:
    """Count the characters of the paragraphs below `root`."""
    return sum(len(" ".join(paragraph.text_content().split())) for paragraph in root.iter("p"))


def _drop(element: HtmlElement) -> None:
    if element.getparent() is not None:
        element.drop_tree()
