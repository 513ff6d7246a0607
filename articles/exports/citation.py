"""References to a lineage: CSL-JSON, BibTeX, RIS and Wikipedia's templates.

The BibTeX entry is biblatex's ``@online``. All references give the address of a revision, which never changes, where
one was made. What is cited is the page that compares the printings: it has no author, its container is this site, and
the speaker stands in the title. For Wikipedia there is also the earliest printing itself, ``{{cite news
|work=OffGuardian |quote=...}}``, because an encyclopaedia cites the press.
"""

import json
import re
from collections.abc import Iterator
from datetime import date
from typing import Any
from urllib.parse import quote as percent_encoded

from articles.engine.text.phrases import count_phrase
from articles.exports.site import SITE_NAME
from articles.queries.lineage_snapshot import LineageSnapshot, PrintingSnapshot

# Characters that end or separate a template's parameters, and how they are written inside one.
_WIKI_ESCAPES = {
    "|": "{{!}}",
    "\n": " ",
    "[": "&#91;",
    "]": "&#93;",
    "{": "&#123;",
    "}": "&#125;",
    "<": "&lt;",
    ">": "&gt;",
}
_TEX_ESCAPES = {
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{mark: f"\\{mark}" for mark in "{}$&#%_"},
}
MAX_QUOTED_WORDS = 60  # words of a printing in a reference


def format_title(snapshot: LineageSnapshot) -> str:
    """Return the title of the page in a list of references."""
    speaker = f", words of {snapshot.speaker}," if snapshot.speaker else ""
    return f"{snapshot.title}{speaker} in {count_phrase(len(snapshot.printings), 'printing')}"


def build_csl(snapshot: LineageSnapshot, on: date) -> list[dict[str, Any]]:
    """Return the reference for citeproc, Zotero and Pandoc; `on` is the day of access."""
    reference: dict[str, Any] = {
        "id": _build_citation_key(snapshot),
        "type": "webpage",
        "title": format_title(snapshot),
        "container-title": SITE_NAME,
        "URL": snapshot.citation_address,
        "accessed": {"date-parts": [[on.year, on.month, on.day]]},
    }
    if snapshot.pinned_revision:
        made = snapshot.pinned_revision.made
        reference |= {
            "version": f"r{snapshot.pinned_revision.number}",
            "issued": {"date-parts": [[made.year, made.month, made.day]]},
        }
    if snapshot.first.article.language:
        reference["language"] = snapshot.first.article.language
    return [reference]


def render_csl_json(snapshot: LineageSnapshot, on: date) -> str:
    """Render CSL-JSON as the content of a file."""
    return json.dumps(build_csl(snapshot, on), ensure_ascii=False)


def render_bibtex(snapshot: LineageSnapshot, on: date) -> str:
    """Render an entry for biblatex; `on` is the day of access."""
    fields = {
        "title": "{" + _escape(format_title(snapshot), _TEX_ESCAPES) + "}",
        "organization": _escape(SITE_NAME, _TEX_ESCAPES),
        "url": snapshot.citation_address,
        "urldate": on.isoformat(),
    }
    if snapshot.pinned_revision:
        fields |= {
            "date": snapshot.pinned_revision.made.date().isoformat(),
            "version": f"r{snapshot.pinned_revision.number}",
        }
    inside = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items())
    return f"@online{{{_build_citation_key(snapshot)},\n{inside}}}\n"


def render_ris(snapshot: LineageSnapshot, on: date) -> str:
    """Render RIS, which most reference managers read; `on` is the day of access."""
    return "".join(f"{tag}  - {value}\r\n" for tag, value in _iter_ris_fields(snapshot, on)) + "ER  - \r\n"


def _iter_ris_fields(snapshot: LineageSnapshot, on: date) -> Iterator[tuple[str, str]]:
    yield "TY", "ELEC"
    yield "ID", _build_citation_key(snapshot)
    yield "TI", _collapse_whitespace(format_title(snapshot))
    yield "T2", SITE_NAME
    if snapshot.pinned_revision:
        yield "PY", str(snapshot.pinned_revision.made.year)
        yield "DA", snapshot.pinned_revision.made.strftime("%Y/%m/%d")
        yield "ET", f"r{snapshot.pinned_revision.number}"
    yield "UR", snapshot.citation_address
    yield "Y2", on.strftime("%Y/%m/%d")


def render_cite_web(snapshot: LineageSnapshot, on: date) -> str:
    """Render Wikipedia's template for the page that compares the printings; `on` is the day of access."""
    made = snapshot.pinned_revision.made.date().isoformat() if snapshot.pinned_revision else ""
    return _render_template(
        "cite web",
        url=snapshot.citation_address,
        title=format_title(snapshot),
        website=SITE_NAME,
        date=made,
        access_date=on.isoformat(),
    )


def render_cite_news(printing: PrintingSnapshot, on: date) -> str:
    """Render Wikipedia's template for one printing; empty where the outlet's page is not known."""
    article = printing.article
    if not article.url:
        return ""
    return _render_template(
        "cite news",
        url=article.url,
        title=article.title,
        work=str(printing.outlet or ""),
        date=article.printed_date.certain_day,
        author=article.byline,
        language=article.language,
        access_date=on.isoformat(),
        quote=_shorten(printing.text),
    )


def _render_template(name: str, **parameters: str) -> str:
    found = (f"|{key.replace('_', '-')}={_escape_parameter(key, value)}" for key, value in parameters.items() if value)
    return "{{" + " ".join((name, *found)) + "}}"


def _escape_parameter(key: str, value: str) -> str:
    """Percent-encode what would end the template in an address, whose meaning must not change; escape other values."""
    if key == "url":
        return "".join(percent_encoded(letter, safe="") if letter in _WIKI_ESCAPES else letter for letter in value)
    return _escape(_collapse_whitespace(value), _WIKI_ESCAPES)


def _shorten(text: str) -> str:
    words = text.split()
    return " ".join(words[:MAX_QUOTED_WORDS]) + (" ..." if len(words) > MAX_QUOTED_WORDS else "")


def _escape(text: str, table: dict[str, str]) -> str:
    return "".join(table.get(letter, letter) for letter in text)


def _collapse_whitespace(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()


def _build_citation_key(snapshot: LineageSnapshot) -> str:
    """Return the key of the entry, which begins with a letter: some programs refuse a digit, as many codes have."""
    return f"quotation-{snapshot.code}" + (f"-r{snapshot.pinned_revision.number}" if snapshot.pinned_revision else "")
