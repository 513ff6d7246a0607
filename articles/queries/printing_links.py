"""Links to a printing's words on the outlet's own page, and to copies of that page in web archives."""

import re
from urllib.parse import quote as percent_encode
from urllib.parse import urldefrag

from articles.models import Article

# How the Wayback Machine writes a date, by the precision to which it is known.
WAYBACK_DATE_FORMATS = {"minute": "%Y%m%d", "day": "%Y%m%d", "about": "%Y%m%d", "month": "%Y%m", "year": "%Y"}
WAYBACK_ANY_DATE = "https://web.archive.org/web/*/"
FRAGMENT_WORDS = 5  # at either end of a passage: enough to find it, few enough that a copy editor left them alone


def add_text_fragment(address: str, words: str) -> str:
    """Return `address` with a text fragment that leads to `words`; unchanged where there are no words.

    >>> add_text_fragment("https://sana.sy/en/?p=1", "the U.S.-led coalition")
    'https://sana.sy/en/?p=1#:~:text=the%20U.S.%2Dled%20coalition'
    """
    matches = list(re.finditer(r"\S+", words))
    if not address or not matches:
        return address
    if len(matches) <= 2 * FRAGMENT_WORDS:
        ends = [words[matches[0].start() : matches[-1].end()]]
    else:
        ends = [
            words[matches[0].start() : matches[FRAGMENT_WORDS - 1].end()],
            words[matches[-FRAGMENT_WORDS].start() : matches[-1].end()],
        ]
    page, anchor = urldefrag(address)
    anchor = anchor.partition(":~:")[0]  # the address may have been copied with a fragment for other words
    # A sentence around the quotation may add punctuation at the ends; a hyphen is a separator.
    encoded = (percent_encode(end.strip(" ,.;:"), safe="").replace("-", "%2D") for end in ends)
    return f"{page}#{anchor}:~:text={','.join(encoded)}"


def build_wayback_address(article: Article) -> str:
    """Return where the Wayback Machine shows copies of an article's page, near its date as far as that is known.

    >>> build_wayback_address(Article(url="https://sana.sy/en/?p=1")), build_wayback_address(Article())
    ('https://web.archive.org/web/*/https://sana.sy/en/?p=1', '')
    """
    if not article.url:
        return ""
    date_format = WAYBACK_DATE_FORMATS.get(article.precision) if article.published else None
    if date_format is None:
        return f"{WAYBACK_ANY_DATE}{article.url}"
    return f"https://web.archive.org/web/{article.published:{date_format}}/{article.url}"
