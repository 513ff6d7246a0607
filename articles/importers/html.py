"""Importer of HTML files: the article's text without the page around it, and the metadata of the page.

RT's page states its title, its date to the minute, the outlet and its own address. A manifest takes precedence over
the page. The original bytes are stored unchanged.

Pages are parsed by `html_body` in a child process (`sandbox`), so that a page made to choke a parser costs a few
seconds and gives an error that says so.
"""

import json
import re
from datetime import datetime
from typing import Any

from articles.engine.cleaning.paragraphs import BLOCK_QUOTATION, EMBEDDED_POST
from articles.importers.draft import ArticleDraft, UnreadableError, build_draft
from articles.importers.metadata import ArticleMetadata, is_language_code, is_length_allowed, is_web_address
from articles.importers.sandbox import SandboxError, SandboxProcess
from articles.importers.storable import is_storable
from articles.importers.text_warnings import list_warnings

MEDIA_TYPE = "text/html"
PARSER_MODULE = "articles.importers.html_body"

_LINE_RULES = (BLOCK_QUOTATION, EMBEDDED_POST)

ADVICE = "save the article as plain text"

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
    known = metadata.fill_gaps_from(_build_metadata(page))
    warnings = tuple(list_warnings(page["warnings"]))
    given = metadata.outlet is not None
    return build_draft(
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


def _parse_in_sandbox(source: str, text: str, parser: SandboxProcess) -> dict[str, Any]:
    try:
        page: dict[str, Any] = json.loads(parser.request(text.encode("utf-8")))
    except SandboxError as stopped:
        raise UnreadableError(source, f"the page could not be parsed safely ({stopped}); {ADVICE}") from None
    if refusal := page.get("refused"):
        raise UnreadableError(source, f"{refusal}; {ADVICE}")
    return page


def _build_metadata(page: dict[str, Any]) -> ArticleMetadata:
    """Build metadata from what the page states, without values that cannot be true or stored."""
    url, archive, language = (_clean_value(page, name) for name in ("url", "archive", "language"))
    published, modified = (_clean_value(page, name) for name in ("published", "modified"))
    return ArticleMetadata(
        outlet=_clean_value(page, "outlet"),
        url=url if url and is_web_address(url) else None,
        title=_clean_value(page, "title"),
        byline=_clean_value(page, "byline"),
        published=datetime.fromisoformat(published) if published else None,
        precision=page["precision"] if published else "unknown",
        modified=datetime.fromisoformat(modified) if modified else None,
        archive=archive if archive and is_web_address(archive) else None,
        language=language if language and is_language_code(language) else None,
    )


def _clean_value(page: dict[str, Any], name: str) -> str | None:
    """Return a value on one line; None where it is blank, too long or holds characters that no column stores."""
    value = " ".join((page.get(name) or "").split(" ")).strip()
    return value if value and is_length_allowed(name, value) and is_storable(value) else None
