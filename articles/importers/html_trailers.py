"""What a page prints below or within an article and is none of it: other stories, comments, who the author is.

"More stories" opens a list of teasers, "Leserkommentare" the remarks of readers; "Mara Voss is the political editor"
ends a page. Such a heading does not end the article: paragraphs of the kind of those above it belong to it.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from lxml.html import HtmlElement

from articles.engine.cleaning.section_headings import MAX_HEADING_WORDS, match_heading_line
from articles.importers.html_blocks import Block, Kind, get_kind

MAX_TRAILER_SHARE = 0.4  # of the text; where more follows such a heading, it means something else
BIOGRAPHY_BLOCKS = 2  # at the end of the text
MIN_REPEATED_KEY = 25  # letters of a pull quote

_IS = re.compile(
    r"\W{0,3}(?:\([^)]{1,40}\))?,? (?:is|was|has|are|writes|covers|reports|works|joined|ist|arbeitet|schreibt"
    r"|berichtet|est|es|è|er|är)\b"
)
_PULL_QUOTE = re.compile(
    r"(?:^|[\s_-])(?:pull-?quotes?|quotes?|block-?quotes?|zitat|citation|exergue)(?:$|[\s_-])", re.I
)


def find_trailers(blocks: Sequence[Block], chosen: set[int], authors: Iterable[str]) -> set[int]:
    """Find the chosen blocks that are other stories, comments, biographies of the authors or repeated pull quotes."""
    total = sum(len(blocks[k].text) for k in chosen)
    found = _find_sections(blocks, chosen)
    if sum(len(blocks[k].text) for k in found) > MAX_TRAILER_SHARE * total:
        found = set()
    names = [author for author in authors if " " in author]
    last = sorted(chosen - found)[-BIOGRAPHY_BLOCKS:]
    found |= {k for k in last if any(_is_biography(blocks[k].text, name) for name in names)}
    return found | _find_pull_quotes(blocks, chosen)


def _find_sections(blocks: Sequence[Block], chosen: set[int]) -> set[int]:
    """Find the blocks under headings of other sections that are not of the kind of the text above."""
    found: set[int] = set()
    above: Counter[Kind] = Counter()
    is_inside = False
    for k in sorted(chosen):
        kind = get_kind(blocks[k])
        if above and _is_section_heading(blocks[k].text):
            is_inside = True
            found.add(k)
        elif is_inside and above[kind] <= 1:
            found.add(k)
        else:
            is_inside = False
            above[kind] += 1
    return found


def _is_section_heading(text: str) -> bool:
    return len(text.split()) <= MAX_HEADING_WORDS and match_heading_line(text) is not None


def _is_biography(text: str, name: str) -> bool:
    return text.startswith(name) and _IS.match(text, len(name)) is not None


def _find_pull_quotes(blocks: Sequence[Block], chosen: set[int]) -> set[int]:
    """Find the pull quotes whose words another block of the article has."""
    found = set()
    for k in chosen:
        key = blocks[k].key
        if len(key) >= MIN_REPEATED_KEY and _is_set_off(blocks[k].element):
            found |= {
                k for other in chosen if other != k and len(blocks[other].key) > len(key) and key in blocks[other].key
            }
    return found


def _is_set_off(element: HtmlElement) -> bool:
    """Return whether an element is a quotation that stands apart, by its tag or class."""
    around = (element, *element.iterancestors())[:3]
    return any(each.tag in ("blockquote", "aside") or _PULL_QUOTE.search(each.get("class") or "") for each in around)
