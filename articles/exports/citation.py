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

from articles.engine.text.phrases import counted
from articles.exports.snapshot import Attestation, Standing

# What ends or parts a template's parameters, and how it is written inside one.
_WIKI = {"|": "{{!}}", "\n": " ", "[": "&#91;", "]": "&#93;", "{": "&#123;", "}": "&#125;", "<": "&lt;", ">": "&gt;"}
_TEX = {
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{mark: f"\\{mark}" for mark in "{}$&#%_"},
}
QUOTED_WORDS = 60  # of a printing that a reference repeats


def title(standing: Standing) -> str:
    """What the page is called in a list of references."""
    whose = f", words of {standing.speaker}," if standing.speaker else ""
    return f"{standing.title}{whose} in {counted(len(standing.attestations), 'printing')}"


def csl(standing: Standing, on: date) -> list[dict[str, Any]]:
    """For citeproc, Zotero, Pandoc; looked at `on` that day."""
    found: dict[str, Any] = {
        "id": _key(standing),
        "type": "webpage",
        "title": title(standing),
        "container-title": standing.site,
        "URL": standing.cited,
        "accessed": {"date-parts": [[on.year, on.month, on.day]]},
    }
    if standing.pin:
        made = standing.pin.made
        found |= {"version": f"r{standing.pin.number}", "issued": {"date-parts": [[made.year, made.month, made.day]]}}
    if standing.first.language:
        found["language"] = standing.first.language
    return [found]


def csl_text(standing: Standing, on: date) -> str:
    """The same as it is kept in a file."""
    return json.dumps(csl(standing, on), ensure_ascii=False)


def bibtex(standing: Standing, on: date) -> str:
    """For biblatex; looked at `on` that day."""
    fields = {
        "title": "{" + _escaped(title(standing), _TEX) + "}",
        "organization": _escaped(standing.site, _TEX),
        "url": standing.cited,
        "urldate": on.isoformat(),
    }
    if standing.pin:
        fields |= {"date": standing.pin.made.date().isoformat(), "version": f"r{standing.pin.number}"}
    inside = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items())
    return f"@online{{{_key(standing)},\n{inside}}}\n"


def ris(standing: Standing, on: date) -> str:
    """For everything else that keeps references; looked at `on` that day."""
    return "".join(f"{tag}  - {value}\r\n" for tag, value in _ris(standing, on)) + "ER  - \r\n"


def _ris(standing: Standing, on: date) -> Iterator[tuple[str, str]]:
    yield "TY", "ELEC"
    yield "ID", _key(standing)
    yield "TI", _one_line(title(standing))
    yield "T2", standing.site
    if standing.pin:
        yield "PY", str(standing.pin.made.year)
        yield "DA", standing.pin.made.strftime("%Y/%m/%d")
        yield "ET", f"r{standing.pin.number}"
    yield "UR", standing.cited
    yield "Y2", on.strftime("%Y/%m/%d")


def wikipedia(standing: Standing, on: date) -> str:
    """The page that compares the printings, as Wikipedia's template; looked at `on` that day."""
    made = standing.pin.made.date().isoformat() if standing.pin else ""
    return _template(
        "cite web",
        url=standing.cited,
        title=title(standing),
        website=standing.site,
        date=made,
        access_date=on.isoformat(),
    )


def wikipedia_of(each: Attestation, on: date) -> str:
    """One printing as Wikipedia's template; empty where the outlet's page is not known."""
    if not each.url:
        return ""
    return _template(
        "cite news",
        url=each.url,
        title=each.headline,
        work=each.outlet,
        date=each.printed.surely,
        author=each.byline,
        language=each.language,
        access_date=on.isoformat(),
        quote=_shortened(each.text),
    )


def _template(name: str, **parameters: str) -> str:
    found = (f"|{key.replace('_', '-')}={_value(key, value)}" for key, value in parameters.items() if value)
    return "{{" + " ".join((name, *found)) + "}}"


def _value(key: str, value: str) -> str:
    """An address is not to be changed in its meaning, so what would end the template is percent-encoded in it."""
    if key == "url":
        return "".join(percent_encoded(letter, safe="") if letter in _WIKI else letter for letter in value)
    return _escaped(_one_line(value), _WIKI)


def _shortened(text: str) -> str:
    words = text.split()
    return " ".join(words[:QUOTED_WORDS]) + (" ..." if len(words) > QUOTED_WORDS else "")


def _escaped(text: str, table: dict[str, str]) -> str:
    return "".join(table.get(letter, letter) for letter in text)


def _one_line(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()


def _key(standing: Standing) -> str:
    """What a list of references calls it.

    The code begins with a digit as often as not, which some programs do not take; so it is named by the site's noun.
    """
    return f"quotation-{standing.code}" + (f"-r{standing.pin.number}" if standing.pin else "")
