"""Importer of HTML files: the article's text without the page around it, and the metadata of the page.

RT's page states its title, its date to the minute, the outlet and its own address. A manifest takes precedence over
the page. The original bytes are stored unchanged.

Pages are parsed by `html_body` in a child process (`sandbox`), so that a page made to choke a parser costs a few
seconds and gives an error that says so.
"""

import json
import re
from dataclasses import replace
from datetime import datetime
from typing import Any

from articles.engine.cleaning.paragraphs import BLOCK_QUOTATION, EMBEDDED_POST
from articles.importers.draft import ArticleDraft, UnreadableError, build_draft
from articles.importers.hosts import choose_address
from articles.importers.metadata import ArticleMetadata, is_web_address
from articles.importers.sandbox import SandboxError, SandboxProcess
from articles.importers.stated_metadata import build_metadata
from articles.importers.storable import is_storable
from articles.importers.text_warnings import list_warnings

MEDIA_TYPE = "text/html"
PARSER_MODULE = "articles.importers.html_body"

_LINE_RULES = (BLOCK_QUOTATION, EMBEDDED_POST)

ADVICE = "save the article as plain text"

_SAVED_COPY = re.compile(
    r"<!--\s*(?:Page saved with|Archive processed by) SingleFile\b(?P<said>.{0,4000}?)-->", re.S | re.I
)
_HTML_START = re.compile(r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)?<(?:!doctype\s+html|html|head)\b", re.I | re.S)


def looks_like_html(text: str) -> bool:
    """Return whether the text begins as an HTML page does, whatever its file is called."""
    return bool(_HTML_START.match(text[:5000]))


def mentions_html(original: bytes) -> bool:
    """Return whether an ``<html`` tag stands near the beginning of the bytes."""
    return b"<html" in original[:2000].lower()


def read_html(
    source: str, text: str, original: bytes, metadata: ArticleMetadata, *, parser: SandboxProcess
) -> ArticleDraft:
    """Read the article in a page; `text` is the page's source.

    Raises `UnreadableError` where the page holds no article or cannot be parsed within the limits of time and memory.
    """
    page = _parse_in_sandbox(source, text, parser)
    body = page["text"]
    if not any(map(str.isalpha, body)) or not is_storable(body):
        raise UnreadableError(source, f"the page has no recognizable article; {ADVICE}")
    known = metadata.fill_gaps_from(build_metadata(page))
    saved_from, seen = _find_saved_copy(text)
    if saved_from:
        known = replace(known, url=metadata.url or choose_address(saved_from, known.url))
    warnings = tuple(list_warnings(page["warnings"]))
    given = metadata.outlet is not None
    draft = build_draft(
        source,
        body,
        original,
        MEDIA_TYPE,
        known,
        body_known=True,
        warnings=warnings,
        outlet_given=given,
        line_rules=tuple(rule if rule in _LINE_RULES else "" for rule in page["line_rules"]),
    )
    return replace(draft, seen=seen)


def _find_saved_copy(text: str) -> tuple[str | None, datetime | None]:
    """Return the address and the time that SingleFile wrote at the top of a page when it saved it."""
    found = _SAVED_COPY.search(text[:20_000])
    if found is None:
        return None, None
    said = dict(re.findall(r"^\s*(url|saved date): *(\S.*?)\s*$", found["said"], re.M))
    address = said.get("url", "")
    words = re.sub(r"\s*\(.*\)$", "", said.get("saved date", ""))
    try:
        seen = datetime.strptime(words, "%a %b %d %Y %H:%M:%S GMT%z") if words else None
    except ValueError:
        seen = None
    return (address if is_web_address(address) else None), seen


def _parse_in_sandbox(source: str, text: str, parser: SandboxProcess) -> dict[str, Any]:
    try:
        page: dict[str, Any] = json.loads(parser.request(text.encode("utf-8")))
    except SandboxError as stopped:
        raise UnreadableError(source, f"the page could not be parsed safely ({stopped}); {ADVICE}") from None
    if refusal := page.get("refused"):
        raise UnreadableError(source, f"{refusal}; {ADVICE}")
    return page
