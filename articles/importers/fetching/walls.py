"""Walls: answers that stand in place of the article, and what to do about each.

A page that asks to subscribe, to consent or to prove that one is no robot holds no article, and stored as one it would
be a stub under a true headline.
"""

import re
from urllib.parse import urlsplit

from articles.importers.fetching import FetchedPage

SAVE_IT = "open it in your browser and upload the saved page"

_BY_STATUS = {
    401: f"the site asks for a login (401); {SAVE_IT}",
    402: f"the site asks for payment (402); {SAVE_IT}",
    403: f"the site refuses programs (403); {SAVE_IT}",
    404: "the site has no page at this address (404); check it, or look for an archived copy",
    410: "the site has removed the page (410); look for an archived copy",
    429: "the site asks to come back later (429); try again in an hour",
    451: "the site may not show the page here for legal reasons (451); look for an archived copy",
}
_CONSENT_HOST = re.compile(r"(?:^|\.)(?:consent|guce|login|accounts?|auth|signin|id|sso)\.")
_TITLE = re.compile(rb"<title[^>]*>(.{0,300}?)</title>", re.I | re.S)
_WALL_TITLE = re.compile(
    r"\s*(?:just a moment|attention required|access (?:to this page has been )?denied|are you a robot|"
    r"are you human|before you continue|verify(?:ing)? you are human|pardon our interruption|"
    r"subscribe to (?:read|continue)|security check|please enable (?:javascript|cookies)|robot check)\b",
    re.I,
)


def describe_wall(page: FetchedPage) -> str:
    """Say in a clause what stands in place of the article, and what to do; empty where nothing does."""
    if page.status != 200:
        return _BY_STATUS.get(page.status) or (
            f"the site's server fails at the moment ({page.status}); try again later"
            if page.status >= 500
            else f"the site answered with status {page.status} and no page; check the address"
        )
    if not page.body.strip():
        return f"the site sent an empty page; {SAVE_IT}"
    host, asked = (urlsplit(address).hostname or "" for address in (page.final_address, page.address))
    if host != asked and _CONSENT_HOST.search(host):
        return f"the site leads to a page of consent or login at {host}; {SAVE_IT}"
    title = _TITLE.search(page.body[:200_000])
    if title and _WALL_TITLE.match(title[1].decode("utf-8", errors="replace")):
        return f"the site asks for a proof that you are no robot, or for consent; {SAVE_IT}"
    return ""
