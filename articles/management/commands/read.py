"""Read articles and print what the importers make of them; nothing is stored.

``python manage.py read page.html folder/ --json``: one JSON object a line for each article, ``{path, outlet,
outlet_host, url, archive_url, title, headline_quotes, authors, published, modified, precision, language, text,
paragraphs, quotes, set_aside, warnings}``, or ``{path, refused}`` with the reason. Paragraphs are ``{start, end, label,
rule}``, quotations ``{start, end, text, type, speaker, sure, cue, occasion, credit, rule, confidence}``; offsets are
code points into `text`. `sure` says whether the speaker is shown as a fact. `headline_quotes` are the words that the
headline quotes, ``{start, end, text, speaker, quote, same}`` with offsets into `title`: `quote` is the index of the
quotation they are from, null if they are from none, and `same` whether it has the very words. `seen` is there where
an archive or a browser told when it saved the page. Without ``--json`` a few lines for each article. The exit code is 0
only if every file gave an article. No database is used.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from articles import importers
from articles.engine.extraction import Extraction, Quotation
from articles.engine.extraction.headline_quotations import find_headline_quotations
from articles.importers import ArticleDraft, UnreadableError
from articles.importers.registry import join_suffixes
from articles.services.ingest import NoArticleBodyError, extract_quotations

MAX_QUOTE_WIDTH = 100  # characters of a quotation that the printed report shows


class Command(BaseCommand):
    help = f"Read {join_suffixes('and')} files, folders of them or a manifest, and print the articles; store nothing."
    requires_system_checks = []  # noqa: RUF012 - Django declares it so; nothing here needs a database

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "paths", nargs="+", type=Path, metavar="PATH", help="file, folder, manifest, or - for stdin"
        )
        parser.add_argument("--json", action="store_true", help="print one JSON object an article, a line each")

    def handle(self, *args: Any, **options: Any) -> None:
        refused = count = 0
        for row in read_rows(options["paths"]):
            count += 1
            refused += "refused" in row
            self.stdout.write(json.dumps(row, ensure_ascii=False) if options["json"] else render_row(row))
        if not count:
            raise CommandError(f"there is no {join_suffixes()} or manifest file at these paths.")
        if refused:
            raise CommandError(f"{refused} of {count} could not be read, named above.")


def read_rows(paths: list[Path]) -> Iterator[dict[str, Any]]:
    """Yield the JSON object of each article at `paths`, in order."""
    for item in importers.read_articles(paths):
        if isinstance(item, UnreadableError):
            yield {"path": item.source, "refused": item.reason}
            continue
        try:
            yield serialize_draft(item, extract_quotations(item))
        except NoArticleBodyError as problem:
            yield {"path": item.source, "refused": str(problem)}


def serialize_draft(draft: ArticleDraft, extraction: Extraction) -> dict[str, Any]:
    """Return an article with its quotations as a JSON object."""
    return {
        "path": draft.source,
        "outlet": draft.outlet,
        "outlet_host": draft.outlet_host,
        "url": draft.url,
        "archive_url": draft.archive,
        "title": draft.title,
        "headline_quotes": serialize_headline(draft.title or "", draft.text, extraction.quotations),
        "authors": draft.authors,
        "published": draft.published.isoformat() if draft.published else None,
        "modified": draft.modified.isoformat() if draft.modified else None,
        "precision": draft.precision,
        "language": draft.language,
        "text": draft.text,
        "paragraphs": [asdict(paragraph) for paragraph in extraction.paragraphs],
        "quotes": [serialize_quote(draft.text, quotation) for quotation in extraction.quotations],
        "set_aside": [serialize_quote(draft.text, quotation) for quotation in extraction.set_aside],
        "warnings": [str(warning) for warning in draft.warnings],
        **({"seen": draft.seen.isoformat()} if draft.seen else {}),
    }


def serialize_headline(headline: str, text: str, quotations: Sequence[Quotation]) -> list[dict[str, Any]]:
    """Return the quotations of a headline as JSON objects."""
    known = [(text[each.start : each.end], each.speaker_name) for each in quotations]
    return [
        {
            "start": each.start,
            "end": each.end,
            "text": each.text,
            "speaker": each.speaker_name,
            "quote": each.source,
            "same": each.is_exact,
        }
        for each in find_headline_quotations(headline, known)
    ]


def serialize_quote(text: str, quotation: Quotation) -> dict[str, Any]:
    """Return a quotation as a JSON object."""
    return {
        "start": quotation.start,
        "end": quotation.end,
        "text": text[quotation.start : quotation.end],
        "type": quotation.type,
        "speaker": quotation.speaker_name,
        "sure": quotation.sure,
        "cue": quotation.cue.text if quotation.cue else None,
        "occasion": quotation.occasion,
        "credit": quotation.credit,
        "rule": quotation.rule,
        "confidence": quotation.confidence,
    }


def render_row(row: dict[str, Any]) -> str:
    """Return an article as lines for people: what is known of it, its warnings, its quotations."""
    if "refused" in row:
        return f"{row['path']}\n    not read: {row['refused']}\n"
    published = row["published"] and f"{row['published']} ({row['precision']})"
    facts = (row["outlet"], row["outlet_host"], ", ".join(row["authors"]), published, row["language"], row["url"])
    lines = [row["path"], f"    {row['title'] or 'no headline'}", f"    {' | '.join(filter(None, facts))}"]
    lines += [f"    ! {warning}" for warning in row["warnings"]]
    for quote in row["quotes"]:
        words = quote["text"] if len(quote["text"]) <= MAX_QUOTE_WIDTH else f"{quote['text'][:MAX_QUOTE_WIDTH]}..."
        lines.append(f"    {quote['speaker'] or 'speaker not named'}: {words}")
    return "\n".join(lines) + "\n"
