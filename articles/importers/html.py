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

from articles.importers.decoding import storable
from articles.importers.draft import Incoming, Unreadable, incoming
from articles.importers.metadata import Facts, fits, is_language, is_web_address
from articles.importers.sandbox import Child, Stopped

PARSER = "articles.importers.html_body"

ADVICE = "save the article as plain text"


def read_html(source: str, page: str, original: bytes, facts: Facts, *, parser: Child) -> Incoming:
    """The article in a page. Raises `Unreadable` when there is none, or when the page cannot be parsed in bounds."""
    found = _ask(source, page, parser)
    text = found["text"]
    if not any(map(str.isalpha, text)) or not storable(text):
        raise Unreadable(source, f"no article was found in the page; {ADVICE}")
    return incoming(source, text, original, "text/html", facts.or_else(_facts(found)), body_known=True)


def _ask(source: str, page: str, parser: Child) -> dict[str, Any]:
    try:
        found: dict[str, Any] = json.loads(parser.ask(page.encode("utf-8")))
    except Stopped as stopped:
        raise Unreadable(source, f"the page cannot be parsed safely ({stopped}); {ADVICE}") from None
    if refusal := found.get("refused"):
        raise Unreadable(source, f"{refusal}; {ADVICE}")
    return found


def _facts(found: dict[str, Any]) -> Facts:
    """What the page says of itself, less what cannot be true or kept."""
    url, language, published = (_kept(found, name) for name in ("url", "language", "published"))
    return Facts(
        outlet=_kept(found, "outlet"),
        url=url if url and is_web_address(url) else None,
        title=_kept(found, "title"),
        byline=_kept(found, "byline"),
        published=datetime.fromisoformat(published) if published else None,
        precision=found["precision"] if published else "unknown",
        language=language if language and is_language(language) else None,
    )


def _kept(found: dict[str, Any], name: str) -> str | None:
    """A value in one line, None where it is blank, too long or holds what no column keeps."""
    value = " ".join((found.get(name) or "").split(" ")).strip()
    return value if value and fits(name, value) and storable(value) else None
