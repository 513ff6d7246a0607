"""References to a lineage: CSL-JSON, BibTeX (biblatex's ``@online``), RIS and Wikipedia's templates.

All give the address of a revision, which never changes, where one was made. What is cited is the page that compares the
printings: it has no author, its container is this site, and the speaker stands in the title. For Wikipedia there is
also the earliest printing itself, ``{{cite news |work=OffGuardian |quote=...}}``, because an encyclopaedia cites the
press. `on` is the day of access.
"""

import json
import re
from datetime import date
from typing import Any
from urllib.parse import quote as percent_encode

from articles.engine.text.fragments import is_fragment
from articles.engine.text.phrases import count_phrase
from articles.exports import SITE_NAME
from articles.queries.lineage_snapshot import LineageSnapshot, PrintingSnapshot

# Characters that end or separate a template's parameters, and how they are written inside one.
_WIKI_ESCAPES = str.maketrans(
    {"|": "{{!}}", "\n": " ", "<": "&lt;", ">": "&gt;"} | {mark: f"&#{ord(mark)};" for mark in "[]{}"}
)
_TEX_ESCAPES = str.maketrans(
    {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}
    | {mark: f"\\{mark}" for mark in "{}$&#%_"}
)
MAX_QUOTED_WORDS = 60  # words of a printing in a reference


def format_title(snapshot: LineageSnapshot) -> str:
    """Return the title of the page in a list of references."""
    probably = "" if snapshot.sure_speaker else "probably "
    speaker = f", words {probably}of {snapshot.speaker}," if snapshot.speaker else ""
    return f"{snapshot.title}{speaker} in {count_phrase(len(snapshot.wordings), 'version')}"


def build_csl(snapshot: LineageSnapshot, on: date) -> list[dict[str, Any]]:
    """Return the reference for citeproc, Zotero and Pandoc."""
    reference: dict[str, Any] = {
        "id": _build_citation_key(snapshot),
        "type": "webpage",
        "title": format_title(snapshot),
        "container-title": SITE_NAME,
        "URL": snapshot.citation_address,
        "accessed": {"date-parts": [[on.year, on.month, on.day]]},
    }
    if revision := snapshot.pinned_revision:
        reference["version"] = f"r{revision.number}"
        reference["issued"] = {"date-parts": [[revision.made.year, revision.made.month, revision.made.day]]}
    if snapshot.first.article.language:
        reference["language"] = snapshot.first.article.language
    return [reference]


def render_csl_json(snapshot: LineageSnapshot, on: date) -> str:
    """Render CSL-JSON as the content of a file."""
    return json.dumps(build_csl(snapshot, on), ensure_ascii=False)


def render_bibtex(snapshot: LineageSnapshot, on: date) -> str:
    """Render an entry for biblatex."""
    fields = {
        "title": "{" + format_title(snapshot).translate(_TEX_ESCAPES) + "}",
        "organization": SITE_NAME.translate(_TEX_ESCAPES),
        "url": snapshot.citation_address,
        "urldate": on.isoformat(),
    }
    if revision := snapshot.pinned_revision:
        fields |= {"date": revision.made.date().isoformat(), "version": f"r{revision.number}"}
    inside = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items())
    return f"@online{{{_build_citation_key(snapshot)},\n{inside}}}\n"


def render_ris(snapshot: LineageSnapshot, on: date) -> str:
    """Render RIS, which most reference managers read."""
    fields = {
        "TY": "ELEC",
        "ID": _build_citation_key(snapshot),
        "TI": _collapse_whitespace(format_title(snapshot)),
        "T2": SITE_NAME,
    }
    if revision := snapshot.pinned_revision:
        fields |= {"PY": str(revision.made.year), "DA": f"{revision.made:%Y/%m/%d}", "ET": f"r{revision.number}"}
    fields |= {"UR": snapshot.citation_address, "Y2": f"{on:%Y/%m/%d}", "ER": ""}
    return "".join(f"{tag}  - {value}\r\n" for tag, value in fields.items())


def render_cite_web(snapshot: LineageSnapshot, on: date) -> str:
    """Render Wikipedia's template for the page that compares the printings."""
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
    """Render Wikipedia's template for one printing; empty where the outlet's page is not known.

    A fragment is no quotation to cite: it would stand for words that the outlet does not have.
    """
    article, words = printing.article, [] if is_fragment(printing.text) else printing.text.split()
    if not article.url:
        return ""
    if printing.is_spoken:
        return _render_template(
            "cite AV media" if article.is_verbatim else "cite web",
            people=printing.quote.attribution if article.is_verbatim else "",
            url=printing.recording_address or article.url,
            title=article.title,
            publisher=str(printing.outlet or ""),
            date=article.said_on.isoformat() if article.said_on else article.printed_date.certain_day,
            type="" if article.is_verbatim else "Transcript",
            time=printing.recording_time if article.is_verbatim else "",
            language=article.language,
            access_date=on.isoformat(),
            quote=" ".join(words[:MAX_QUOTED_WORDS]).rstrip(" ,;") + (" ..." if len(words) > MAX_QUOTED_WORDS else ""),
        )
    return _render_template(
        "cite news",
        url=article.url,
        title=article.title,
        work=str(printing.outlet or ""),
        date=article.printed_date.certain_day,
        author=article.byline,
        language=article.language,
        access_date=on.isoformat(),
        archive_url=article.archive_url,
        archive_date=_read_archive_date(article.archive_url),
        quote=" ".join(words[:MAX_QUOTED_WORDS]).rstrip(" ,;") + (" ..." if len(words) > MAX_QUOTED_WORDS else ""),
    )


def _read_archive_date(address: str) -> str:
    """Return the day of a copy in the Wayback Machine, which its address holds; Wikipedia asks for both."""
    found = re.search(r"/web/(\d{4})(\d{2})(\d{2})\d*", address)
    return "-".join(found.groups()) if found else ""


def _render_template(name: str, **parameters: str) -> str:
    given = (f"|{key.replace('_', '-')}={_escape_parameter(key, value)}" for key, value in parameters.items() if value)
    return "{{" + " ".join((name, *given)) + "}}"


def _escape_parameter(key: str, value: str) -> str:
    if key in ("url", "archive_url"):
        return re.sub(r"[|\n\[\]{}<>]", lambda match: percent_encode(match[0], safe=""), value)
    return _collapse_whitespace(value).translate(_WIKI_ESCAPES)


def _collapse_whitespace(text: str) -> str:
    return " ".join(text.split())


def _build_citation_key(snapshot: LineageSnapshot) -> str:
    """Return the key of the entry, which begins with a letter: some programs refuse a digit, as many codes have."""
    return f"quotation-{snapshot.code}" + (f"-r{snapshot.pinned_revision.number}" if snapshot.pinned_revision else "")
