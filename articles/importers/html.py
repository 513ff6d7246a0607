"""What is the article of an HTML file?

The article's text without the page around it, and what the page says of it: RT's page names its title, its date to
the minute, the outlet and its own address. What the manifest says goes before what the page says. The bytes are kept as
they were read.

Pages are parsed in a child process (`isolation`), so that one made to choke a parser costs a few seconds and a line
that says so.

Left to others: finding the article (`page`, in the child), the characters (`decoding`).
"""

import json
from datetime import datetime
from typing import Any

from articles.importers.decoding import is_storable
from articles.importers.draft import ArticleDraft, UnreadableError, build_draft
from articles.importers.metadata import ArticleMetadata, is_language_code, is_length_allowed, is_web_address
from articles.importers.sandbox import SandboxError, SandboxProcess

PARSER_MODULE = "articles.importers.html_body"

ADVICE = "save the article as plain text"


def read_html(
    source: str, page: str, original: bytes, facts: ArticleMetadata, *, parser: SandboxProcess
) -> ArticleDraft:
    """The article in a page. Raises `UnreadableError` when there is none, or when the page cannot be parsed in bounds."""
    found = _parse_in_sandbox(source, page, parser)
    text = found["text"]
    if not any(map(str.isalpha, text)) or not is_storable(text):
        raise UnreadableError(source, f"no article was found in the page; {ADVICE}")
    return build_draft(
        source, text, original, "text/html", facts.fill_gaps_from(_build_metadata(found)), body_known=True
    )


def _parse_in_sandbox(source: str, page: str, parser: SandboxProcess) -> dict[str, Any]:
    try:
        found: dict[str, Any] = json.loads(parser.request(page.encode("utf-8")))
    except SandboxError as stopped:
        raise UnreadableError(source, f"the page cannot be parsed safely ({stopped}); {ADVICE}") from None
    if refusal := found.get("refused"):
        raise UnreadableError(source, f"{refusal}; {ADVICE}")
    return found


def _build_metadata(found: dict[str, Any]) -> ArticleMetadata:
    """What the page says of itself, less what cannot be true or kept."""
    url, language, published = (_clean_value(found, name) for name in ("url", "language", "published"))
    return ArticleMetadata(
        outlet=_clean_value(found, "outlet"),
        url=url if url and is_web_address(url) else None,
        title=_clean_value(found, "title"),
        byline=_clean_value(found, "byline"),
        published=datetime.fromisoformat(published) if published else None,
        precision=found["precision"] if published else "unknown",
        language=language if language and is_language_code(language) else None,
    )


def _clean_value(found: dict[str, Any], name: str) -> str | None:
    """A value in one line, None where it is blank, too long or holds what no column keeps."""
    value = " ".join((found.get(name) or "").split(" ")).strip()
    return value if value and is_length_allowed(name, value) and is_storable(value) else None
