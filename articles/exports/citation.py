"""How is a lineage cited?

In the four forms that reference managers and Wikipedia read: CSL-JSON, BibTeX (biblatex's ``@online``), RIS and
Wikipedia's templates; by the address of a revision that does not change any more, where one was made. What is cited is
the page that compares the printings, so its author is nobody and its container this site; who spoke stands in the
title. For Wikipedia there is also the earliest printing itself, ``{{cite news |work=OffGuardian |quote=...}}``, because
an encyclopaedia cites the press and finds it here.

Left to others: the words and dates (`standing`), a list of all printings (`table`).
"""

import json
import re
from collections.abc import Iterator
from datetime import date
from typing import Any
from urllib.parse import quote as percent_encoded

from articles.engine.text.phrases import count_phrase
from articles.exports.snapshot import LineageSnapshot, PrintingSnapshot

# What ends or parts a template's parameters, and how it is written inside one.
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
MAX_QUOTED_WORDS = 60  # of a printing that a reference repeats


def format_title(standing: LineageSnapshot) -> str:
    """What the page is called in a list of references."""
    whose = f", words of {standing.speaker}," if standing.speaker else ""
    return f"{standing.title}{whose} in {count_phrase(len(standing.printings), 'printing')}"


def build_csl(standing: LineageSnapshot, on: date) -> list[dict[str, Any]]:
    """For citeproc, Zotero, Pandoc; looked at `on` that day."""
    found: dict[str, Any] = {
        "id": _build_citation_key(standing),
        "type": "webpage",
        "title": format_title(standing),
        "container-title": standing.site,
        "URL": standing.citation_address,
        "accessed": {"date-parts": [[on.year, on.month, on.day]]},
    }
    if standing.pinned_revision:
        made = standing.pinned_revision.made
        found |= {
            "version": f"r{standing.pinned_revision.number}",
            "issued": {"date-parts": [[made.year, made.month, made.day]]},
        }
    if standing.first.language:
        found["language"] = standing.first.language
    return [found]


def render_csl_json(standing: LineageSnapshot, on: date) -> str:
    """The same as it is kept in a file."""
    return json.dumps(build_csl(standing, on), ensure_ascii=False)


def render_bibtex(standing: LineageSnapshot, on: date) -> str:
    """For biblatex; looked at `on` that day."""
    fields = {
        "title": "{" + _escape(format_title(standing), _TEX_ESCAPES) + "}",
        "organization": _escape(standing.site, _TEX_ESCAPES),
        "url": standing.citation_address,
        "urldate": on.isoformat(),
    }
    if standing.pinned_revision:
        fields |= {
            "date": standing.pinned_revision.made.date().isoformat(),
            "version": f"r{standing.pinned_revision.number}",
        }
    inside = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items())
    return f"@online{{{_build_citation_key(standing)},\n{inside}}}\n"


def render_ris(standing: LineageSnapshot, on: date) -> str:
    """For everything else that keeps references; looked at `on` that day."""
    return "".join(f"{tag}  - {value}\r\n" for tag, value in _iter_ris_fields(standing, on)) + "ER  - \r\n"


def _iter_ris_fields(standing: LineageSnapshot, on: date) -> Iterator[tuple[str, str]]:
    yield "TY", "ELEC"
    yield "ID", _build_citation_key(standing)
    yield "TI", _collapse_whitespace(format_title(standing))
    yield "T2", standing.site
    if standing.pinned_revision:
        yield "PY", str(standing.pinned_revision.made.year)
        yield "DA", standing.pinned_revision.made.strftime("%Y/%m/%d")
        yield "ET", f"r{standing.pinned_revision.number}"
    yield "UR", standing.citation_address
    yield "Y2", on.strftime("%Y/%m/%d")


def render_cite_web(standing: LineageSnapshot, on: date) -> str:
    """The page that compares the printings, as Wikipedia's template; looked at `on` that day."""
    made = standing.pinned_revision.made.date().isoformat() if standing.pinned_revision else ""
    return _render_template(
        "cite web",
        url=standing.citation_address,
        title=format_title(standing),
        website=standing.site,
        date=made,
        access_date=on.isoformat(),
    )


def render_cite_news(each: PrintingSnapshot, on: date) -> str:
    """One printing as Wikipedia's template; empty where the outlet's page is not known."""
    if not each.url:
        return ""
    return _render_template(
        "cite news",
        url=each.url,
        title=each.headline,
        work=each.outlet,
        date=each.published.certain_day,
        author=each.byline,
        language=each.language,
        access_date=on.isoformat(),
        quote=_shorten(each.text),
    )


def _render_template(name: str, **parameters: str) -> str:
    found = (f"|{key.replace('_', '-')}={_escape_parameter(key, value)}" for key, value in parameters.items() if value)
    return "{{" + " ".join((name, *found)) + "}}"


def _escape_parameter(key: str, value: str) -> str:
    """An address is not to be changed in its meaning, so what would end the template is percent-encoded in it."""
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


def _build_citation_key(standing: LineageSnapshot) -> str:
    """What a list of references calls it.

    The code begins with a digit as often as not, which some programs do not take; so it is named by the site's noun.
    """
    return f"quotation-{standing.code}" + (f"-r{standing.pinned_revision.number}" if standing.pinned_revision else "")
