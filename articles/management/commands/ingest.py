"""Store and link articles from files.

``python manage.py ingest seeds/manifest.json pages/ one.html``: each file becomes an article with its quotations,
linked with the articles already stored. If the command is interrupted before an article is linked, a worker links it. A
progress bar runs on standard error; then a table says what was found in each file, or why it was refused. ``--dry-run``
reads and reports without storing, ``--json`` prints one object a file for other programs. The exit code is 0 only if
every file was stored or was there before.
"""

import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from tqdm import tqdm

from articles import importers
from articles.importers import ArticleDraft, ArticleMetadata, UnreadableError
from articles.importers.registry import join_suffixes
from articles.management.require_migrations import require_migrations
from articles.services.ingest import (
    IngestOutcome,
    IngestResult,
    NoArticleBodyError,
    extract_quotations,
    find_stored_article,
    ingest_article,
)
from articles.services.revisions import record_pending_revisions

NOT_INGESTED = "not taken in"


@dataclass(frozen=True, slots=True)
class FileReport:
    """The outcome of one file."""

    source: str
    outcome: str
    outlet: str = ""
    title: str = ""
    quotes: int = 0
    speakers: int = 0
    set_aside: int = 0
    linked: int = 0
    address: str = ""
    reason: str = ""


class Command(BaseCommand):
    help = f"Take in articles: {join_suffixes('and')} files, folders of them, or a manifest (JSON)."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="a file, a folder or a manifest")
        parser.add_argument("--outlet", help="who printed them, unless a manifest says")
        parser.add_argument("--language", help="their language, as in en or pt-BR, unless a manifest says")
        parser.add_argument("--dry-run", action="store_true", help="read and report; store nothing")
        parser.add_argument("--json", action="store_true", help="report one JSON object a file instead of a table")

    def handle(self, *args: Any, **options: Any) -> None:
        require_migrations()
        known = ArticleMetadata(outlet=options["outlet"], language=options["language"])
        lines = []
        for line in self.ingest_files(options["paths"], known, dry_run=options["dry_run"]):
            lines.append(line)
            if options["json"]:
                self.stdout.write(json.dumps(asdict(line), ensure_ascii=False))
        if not options["dry_run"]:
            record_pending_revisions()
        if not lines:
            raise CommandError(f"there is no {join_suffixes()} or manifest file at these paths.")
        if not options["json"]:
            self.stdout.write(render_table(lines))
            self.stdout.write(render_summary(lines, dry_run=options["dry_run"]))
        failed = sum(line.outcome == NOT_INGESTED for line in lines)
        if failed:
            raise CommandError(f"{failed} of {len(lines)} not taken in, named above; everything else went in.")

    def ingest_files(self, paths: Sequence[Path], known: ArticleMetadata, *, dry_run: bool) -> Iterator[FileReport]:
        """Yield the outcome of each file as it happens."""
        take_in = report_dry_run if dry_run else report_ingested
        found = importers.read_articles(paths, defaults=known)
        bar = tqdm(
            found, total=importers.count_articles(paths), unit="article", file=sys.stderr, disable=None, leave=False
        )
        for item in bar:
            if isinstance(item, UnreadableError):
                yield report_refused(item.source, item.reason)
                continue
            try:
                yield take_in(item)
            except NoArticleBodyError as problem:
                yield report_refused(item.source, str(problem))


def report_ingested(incoming: ArticleDraft) -> FileReport:
    """Store the article, and report."""
    result = ingest_article(incoming)
    if not result.is_new:
        return report_stored_before(incoming, result)
    return FileReport(
        source=incoming.source,
        outcome=result.outcome,
        outlet=result.article.outlet_name,
        title=result.article.title,
        quotes=len(result.quotes),
        speakers=len({quote.speaker_id for quote in result.quotes if quote.speaker_id}),
        set_aside=result.set_aside,
        linked=result.linked,
        address=result.article.get_absolute_url(),
        reason=f"stored, but not linked yet ({result.link_error}): a worker tries again" if result.link_error else "",
    )


def report_dry_run(incoming: ArticleDraft) -> FileReport:
    """Report what storing the article would give."""
    known = find_stored_article(incoming)
    if known:
        return report_stored_before(incoming, known)
    found = extract_quotations(incoming)
    return FileReport(
        source=incoming.source,
        outcome=IngestOutcome.NEW,
        outlet=incoming.outlet or "outlet not known",
        title=incoming.title or "",
        quotes=len(found.quotations),
        speakers=len({quotation.speaker_name for quotation in found.quotations if quotation.speaker_name}),
        set_aside=len(found.set_aside),
    )


def report_stored_before(incoming: ArticleDraft, result: IngestResult) -> FileReport:
    article = result.article
    which = "address" if result.outcome is IngestOutcome.SAME_ADDRESS else "text"
    return FileReport(
        source=incoming.source,
        outcome="known",
        outlet=article.outlet_name,
        title=article.title,
        address=article.get_absolute_url(),
        reason=f"the same article is there already: the {which} is the same",
    )


def report_refused(source: str, reason: str) -> FileReport:
    return FileReport(source=source, outcome=NOT_INGESTED, reason=reason)


HEADINGS = ("", "quotes", "speakers", "linked", "set aside", "outlet", "file")


def render_table(lines: Sequence[FileReport]) -> str:
    """Return one row a file, numbers to the right; a file that was refused has its reason below."""
    rows = [HEADINGS, *(render_cells(line) for line in lines)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(HEADINGS))]
    drawn = []
    for row, line in zip(rows, [None, *lines], strict=True):
        aligned = (
            cell.rjust(width) if 1 <= i <= 4 else cell.ljust(width)
            for i, (cell, width) in enumerate(zip(row, widths, strict=True))
        )
        drawn.append("  ".join(aligned).rstrip())
        if line and line.reason:
            drawn.append(f"    {line.reason}")
    return "\n".join(drawn)


def render_cells(line: FileReport) -> tuple[str, ...]:
    if line.outcome != IngestOutcome.NEW:
        return (line.outcome, "", "", "", "", line.outlet, line.source)
    numbers = (line.quotes, line.speakers, line.linked, line.set_aside)
    return (line.outcome, *map(str, numbers), line.outlet, line.source)


def render_summary(lines: Iterable[FileReport], *, dry_run: bool) -> str:
    """Return the counts of all files in one sentence."""
    lines = list(lines)
    count = Counter(line.outcome for line in lines)
    quotes = sum(line.quotes for line in lines)
    new, known, refused = count[IngestOutcome.NEW], count["known"], count[NOT_INGESTED]
    said = f"{new} new with {quotes} quotations, {known} known, {refused} {NOT_INGESTED}."
    return f"Dry run, nothing stored: {said}" if dry_run else said
