"""Headline of a page, as it is printed: without the site's name, not as written for search engines and social media.

iNews prints "US Open 2023 results: Andy Murray among six British players ..." and states it in its JSON-LD; its
``og:title`` says "16-0! All six British players win ...". TechCrunch's ``og:title`` ends in " | TechCrunch".
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from typing import Any

from lxml.html import HtmlElement

_SEPARATOR = re.compile(r"\s+[|\N{BULLET}\N{MIDDLE DOT}*\N{RIGHT-POINTING DOUBLE ANGLE QUOTATION MARK}]+\s+"
    r"|\s+[-/\N{EN DASH}\N{EM DASH}]\s+|\s*[\N{FULLWIDTH VERTICAL LINE}\N{FULLWIDTH COLON}]\s*|\s+:\s+")  # fmt: skip
_NO_HEADLINE = re.compile(r"(?:log ?in|sign ?in|menu|search|home|subscribe|newsletter|cookies?)\b.{0,15}", re.I)
_TITLE_PIECES = re.compile(_SEPARATOR.pattern + r"|:\s")
_LINE_TAGS = ("h3", "h4", "td", "center", "div", "p", "font", "big", "strong", "b", "span")
_LINE_ELEMENTS = frozenset({"div", "p", "span", "small"})
_OUTSIDE = "ancestor::nav or ancestor::footer or ancestor::aside or ancestor::dialog"
MIN_REST_SHARE = 0.5  # of a headline without its kicker
MIN_HEADLINE_LENGTH = 8  # letters; of an <h1> that is compared with nothing


def fold_headline(headline: str) -> str:
    """Return the words of a headline in lower case, without marks, for comparisons only."""
    plain = unicodedata.normalize("NFKC", headline).replace("\N{SOFT HYPHEN}", "").casefold()
    return " ".join(re.sub(r"[\W_]+", " ", plain).split())


def find_printed_headlines(tree: HtmlElement) -> list[str]:
    """Return the texts of the ``<h1>`` elements outside menus and footers, in document order; else of the ``<h2>``.

    A page without either, as those laid out in tables, may print its ``<title>`` or a piece of it in a line.
    """
    for tag in ("h1", "h2"):
        texts = (get_visible_text(heading) for heading in tree.xpath(f"//{tag}[not({_OUTSIDE})]"))
        if headlines := [text for text in texts if text and not _NO_HEADLINE.fullmatch(text)]:
            return headlines
    titles = [" ".join(title.text_content().split()) for title in tree.iterfind(".//head/title")]
    pieces = {fold_headline(piece) for title in titles for piece in [title, *_TITLE_PIECES.split(title)]}
    wanted = {piece for piece in pieces if len(piece) >= MIN_HEADLINE_LENGTH}
    return [get_visible_text(line) for line in _find_lines(tree, wanted)]


def _find_lines(tree: HtmlElement, wanted: set[str]) -> list[HtmlElement]:
    """Find the first innermost element that prints one of the wanted lines."""
    lines = (element for element in tree.iter(*_LINE_TAGS) if fold_headline(get_visible_text(element)) in wanted)
    if (line := next(lines, None) if wanted else None) is None:
        return []
    words = fold_headline(get_visible_text(line))
    *_, innermost = (inner for inner in line.iter(*_LINE_TAGS) if fold_headline(get_visible_text(inner)) == words)
    return [innermost]


def find_heading(tree: HtmlElement, headline: str) -> HtmlElement | None:
    """Find the heading that prints the headline, else the first ``<h1>`` that is not empty."""
    wanted = fold_headline(headline)
    for element in tree.iter("h1", "h2"):
        text = fold_headline(get_visible_text(element))
        is_part = text and (text in wanted or wanted in text) if element.tag == "h1" else text.endswith(f" {wanted}")
        if wanted and (text == wanted or is_part):
            return element
    first = next((element for element in tree.iter("h1") if get_visible_text(element).strip()), None)
    return first if first is not None else next(iter(_find_lines(tree, {wanted} - {""})), None)


def get_visible_text(element: HtmlElement) -> str:
    """Return the text of an element on one line, without style sheets and scripts inside."""
    text = ""
    for piece in element.xpath(".//text()[not(parent::style or parent::script)]"):
        is_glued = text[-1:].islower() and piece[:1].isupper()  # "<span>Council</span><span>Ferry stays</span>"
        text += f" {piece}" if is_glued and _begins_line(piece) else piece
    return " ".join(text.split())


def _begins_line(piece: Any) -> bool:
    """Return whether a text node begins or follows an element that may be shown on a line of its own."""
    around = piece.getparent()
    return around is not None and (around.tag in _LINE_ELEMENTS or (piece.is_tail and around.tag == "br"))


def find_social_headlines(tree: HtmlElement) -> list[str]:
    """Return the headlines written for social media and search engines, then ``<title>``."""
    stated = tree.xpath('//meta[@property="og:title" or @name="og:title" or @name="twitter:title"]/@content')
    titles = [title.text_content() for title in tree.iterfind(".//head/title")]
    return [text for value in [*stated, *titles] if (text := " ".join(value.split()))]


def choose_headline(
    stated: Sequence[str], printed: Sequence[str], social: Sequence[str], names: Iterable[str]
) -> str | None:
    """Choose the headline: `stated` in the JSON-LD of the article, else `printed`, else `social` without site name.

    Of several stated headlines the one that is printed is chosen. `names` are the names of the site. A kicker before
    the headline is dropped where a social title does without.

    >>> choose_headline([], ["Ferry stays"], ["Ferry stays | The Courier"], ["The Courier"])
    'Ferry stays'
    >>> choose_headline(["Vik: Ferry stays"], [], ["Ferry stays - Courier"], ["Courier"])
    'Ferry stays'
    """
    sites = {folded for name in names if (folded := fold_headline(name))}
    plain = [cut_site_name(title, sites) for title in social]
    shown = [text for text in printed if fold_headline(text) not in sites]
    own = [text for text in stated if text and fold_headline(text) not in sites]
    if not own:
        chosen = _choose_printed(shown, plain) or next(iter(plain), "")
    elif (printed_same := _find_ending(plain[:1], shown)) and not _find_same(own, shown):
        chosen = printed_same  # the headline was changed, or the JSON-LD has one for search engines
    else:
        chosen = _cut_after_printed(cut_site_name(_find_same(own, shown) or own[0], sites), shown)
    return _cut_kicker(chosen, plain) or None


def _find_same(titles: Sequence[str], printed: Sequence[str]) -> str:
    """Return the printed headline that is one of the titles; empty where none is."""
    wanted = {fold_headline(title) for title in titles}
    return next((text for text in printed if fold_headline(text) in wanted), "")


def _find_ending(titles: Sequence[str], printed: Sequence[str]) -> str:
    """Return the printed headline that is one of the titles, or the title that it ends in after a kicker."""
    for text in printed:
        for title in titles:
            if fold_headline(text) == fold_headline(title):
                return text
            if _is_rest(title, text):
                return title
    return ""


def _is_rest(title: str, headline: str) -> bool:
    """Return whether a title is a headline without the kicker before it, and most of it."""
    ends = f" {fold_headline(headline)}".endswith(f" {fold_headline(title)}")
    return bool(ends and title and len(headline) > len(title) > MIN_REST_SHARE * len(headline))


def _cut_after_printed(title: str, printed: Sequence[str]) -> str:
    """Cut what a title has behind the printed headline and a separator."""
    for text in printed:
        if len(text) >= MIN_HEADLINE_LENGTH and title.startswith(text) and _SEPARATOR.match(title, len(text)):
            return text
    return title


def _cut_kicker(headline: str, social: Sequence[str]) -> str:
    """Cut the words before the headline proper, where a social title is the rest and most of it."""
    return next((title for title in social if _is_rest(title, headline)), headline)


def _choose_printed(headlines: Sequence[str], social: Sequence[str]) -> str | None:
    """Choose the printed headline that shares most words with the social titles; else the first long enough."""
    wanted = {word for title in social for word in fold_headline(title).split()}
    shares = [
        len(wanted & set(fold_headline(text).split())) / len(fold_headline(text).split() or "x") for text in headlines
    ]
    best = max(range(len(headlines)), key=lambda k: (shares[k], -k), default=None)
    if best is not None and shares[best] >= 0.5:
        return headlines[best]
    return next((text for text in headlines if len(fold_headline(text)) >= MIN_HEADLINE_LENGTH), None)


def cut_site_name(title: str, sites: set[str]) -> str:
    """Cut the site's name, and what stands behind it, from the end of a title, or the name alone from its beginning.

    >>> cut_site_name("New Plot Twist | The Gateway Pundit | by Ida Solberg", {"the gateway pundit"})
    'New Plot Twist'
    """
    if (first := _SEPARATOR.search(title)) and _is_site_name(fold_headline(title[: first.start()]), sites):
        return title[first.end() :].strip() or title
    for separator in _SEPARATOR.finditer(title):
        behind = _SEPARATOR.split(title[separator.end() :], maxsplit=1)[0]
        if separator.start() and _is_site_name(fold_headline(behind), sites):
            return title[: separator.start()].strip()
    return title


def _is_site_name(words: str, sites: set[str]) -> bool:
    """Return whether words are a name of the site, perhaps with its address or section ("NTV Haber", "DW Sport")."""
    compact = words.replace(" ", "")
    return bool(words) and any(
        words == site
        or compact == site.replace(" ", "")
        or (f"{words} ".startswith(f"{site} ") and len(words.split()) <= len(site.split()) + 1)
        for site in sites
    )
