"""Store and link articles from files.

``python manage.py ingest seeds/manifest.json pages/ one.html export.txt``: each file becomes an article with its
quotations, or several, linked with the articles already stored. ``-`` is standard input. If the command is interrupted
before an article is linked, a worker links it. Of a large archive, the same command goes on where it was broken off;
``--hosts`` takes only the articles of some hosts. A progress bar runs on standard error; then a table says what was
found in each file, or why it was refused. The exit code is 0 only if every file was stored or was there before.
"""

import json
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from tqdm import tqdm

from articles import importers
from articles.importers import ArticleDraft, ArticleMetadata, UnreadableError
from articles.importers.archive_progress import ArchiveProgress, parse_hosts
from articles.importers.registry import join_suffixes
from articles.management.require_migrations import require_migrations
from articles.models import Article, ArticleVersion
from articles.presentation.article_versions import describe_extent
from articles.services import ingest
from articles.services.archive_files import StoredProgress
from articles.services.ingest import IngestOutcome, IngestResult, NoArticleBodyError
from articles.services.revisions import record_pending_revisions

NOT_INGESTED = "not taken in"
HEADINGS = ("", "quotes", "speakers", "linked", "set aside", "outlet", "file")
NUMBERS = HEADINGS[1:5]


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
    help = f"Import articles: {join_suffixes('and')} files, folders of them, or a manifest (JSON)."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "paths", nargs="+", type=Path, metavar="PATH", help="file, folder, manifest, or - for stdin"
        )
        parser.add_argument("--outlet", help="the outlet, unless a manifest gives it")
        parser.add_argument("--language", help="the language, for example en or pt-BR, unless a manifest gives it")
        parser.add_argument(
            "--hosts", help="take only articles of these hosts: a list with commas, or a file with a host a line"
        )
        parser.add_argument(
            "--again", action="store_true", help="read archives from their beginning that were read before"
        )
        parser.add_argument("--dry-run", action="store_true", help="read and report, but store nothing")
        parser.add_argument("--json", action="store_true", help="print one JSON object per file instead of a table")

    def handle(self, *args: Any, **options: Any) -> None:
        require_migrations()
        known = ArticleMetadata(outlet=options["outlet"], language=options["language"])
        reports = []
        progress = build_progress(options["hosts"], again=options["again"], dry_run=options["dry_run"])
        for report in self.ingest_files(options["paths"], known, progress, dry_run=options["dry_run"]):
            reports.append(report)
            if options["json"]:
                self.stdout.write(json.dumps(asdict(report), ensure_ascii=False))
        if not options["dry_run"]:
            record_pending_revisions()
        for path in progress.finished_before if isinstance(progress, StoredProgress) else ():
            self.stderr.write(f"{path} was read to its end before; --again reads it from its beginning.")
        if not reports and not (isinstance(progress, StoredProgress) and progress.is_used):
            raise CommandError(f"There is no {join_suffixes()} or manifest file at these paths.")
        if not options["json"]:
            self.stdout.write(render_table(reports))
            self.stdout.write(render_summary(reports, dry_run=options["dry_run"]))
            if isinstance(progress, StoredProgress) and progress.sightings:
                self.stdout.write(f"Archives saw the pages of articles {progress.sightings} times.")
        failed = sum(report.outcome == NOT_INGESTED for report in reports)
        if failed:
            raise CommandError(f"{failed} of {len(reports)} could not be imported (reasons above); all others are.")

    def ingest_files(
        self, paths: Sequence[Path], known: ArticleMetadata, progress: ArchiveProgress, *, dry_run: bool
    ) -> Iterator[FileReport]:
        """Yield the outcome of each file as it happens."""
        drafts = importers.read_articles(paths, defaults=known, progress=progress)
        total = importers.count_files(paths)  # at least
        for draft in tqdm(drafts, total=total, unit="article", file=sys.stderr, disable=None, leave=False):
            try:
                if isinstance(draft, UnreadableError):
                    yield FileReport(draft.source, NOT_INGESTED, reason=draft.reason)
                elif dry_run:
                    yield report_dry_run(draft)
                else:
                    result = ingest.ingest_article(draft)
                    if isinstance(progress, StoredProgress):
                        progress.note_article(draft, result.article)
                    yield report_ingested(draft, result)
            except NoArticleBodyError as problem:
                yield FileReport(draft.source, NOT_INGESTED, reason=str(problem))


def build_progress(hosts: str | None, *, again: bool, dry_run: bool) -> ArchiveProgress:
    """Return what is wanted of archives; a dry run reads them from their beginning and keeps nothing."""
    wanted = parse_hosts(read_hosts(hosts)) if hosts else frozenset()
    if hosts and not wanted:
        raise CommandError("--hosts names no host; give host names such as tass.com,sana.sy, or a file of them.")
    return ArchiveProgress(wanted) if dry_run else StoredProgress(wanted, again=again)


def read_hosts(hosts: str) -> str:
    """Return the text of the file that `hosts` names, or `hosts` itself where it names none."""
    try:
        return Path(hosts).read_text(encoding="utf-8") if Path(hosts).is_file() else hosts
    except (OSError, ValueError) as problem:
        raise CommandError(f"--hosts: {hosts} cannot be read: {problem}") from None


def report_ingested(draft: ArticleDraft, result: IngestResult) -> FileReport:
    """Report what storing the article has given."""
    if result.version:
        return report_version(draft.source, result.version)
    if not result.is_new:
        return report_stored_before(draft, result)
    return FileReport(
        source=draft.source,
        outcome=result.outcome,
        quotes=len(result.quotes),
        speakers=len({quote.speaker_id for quote in result.quotes if quote.speaker_id}),
        set_aside=result.set_aside,
        linked=result.linked,
        reason=f"stored, not linked yet ({result.link_error}); a worker will try again" if result.link_error else "",
        **describe_article(result.article),
    )


def report_version(source: str, version: ArticleVersion) -> FileReport:
    """Report a new version of a stored article."""
    facts = describe_article(version.article) | {"address": version.get_absolute_url()}
    reason = f"version {version.number} of an article in the collection: {describe_extent(version)}"
    return FileReport(source, IngestOutcome.NEW_VERSION, reason=reason, **facts)


def report_dry_run(draft: ArticleDraft) -> FileReport:
    """Report what storing the article would give."""
    known = ingest.find_stored_article(draft)
    if known:
        return report_stored_before(draft, known)
    extraction = ingest.extract_quotations(draft)
    return FileReport(
        source=draft.source,
        outcome=IngestOutcome.NEW,
        outlet=draft.outlet or "unknown outlet",
        title=draft.title or "",
        quotes=len(extraction.quotations),
        speakers=len({quotation.speaker_name for quotation in extraction.quotations if quotation.speaker_name}),
        set_aside=len(extraction.set_aside),
    )


def report_stored_before(draft: ArticleDraft, result: IngestResult) -> FileReport:
    if result.outcome is IngestOutcome.NEW_VERSION:
        reason = "another text of an article in the collection: it would be stored as its next version"
        return FileReport(draft.source, IngestOutcome.NEW_VERSION, reason=reason, **describe_article(result.article))
    same = "address" if result.outcome is IngestOutcome.SAME_ADDRESS else "text"
    reason = f"this article is already in the collection: it has the same {same}"
    return FileReport(draft.source, "known", reason=reason, **describe_article(result.article))


def describe_article(article: Article) -> dict[str, Any]:
    return {"outlet": article.outlet_name, "title": article.title, "address": article.get_absolute_url()}


def render_table(reports: Sequence[FileReport]) -> str:
    """Return one row a file, numbers to the right; a file that was refused has its reason below."""
    rows = [HEADINGS, *map(render_cells, reports)]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    lines = []
    for row, reason in zip(rows, ["", *(report.reason for report in reports)], strict=True):
        cells = (
            cell.rjust(width) if heading in NUMBERS else cell.ljust(width)
            for cell, width, heading in zip(row, widths, HEADINGS, strict=True)
        )
        lines.append("  ".join(cells).rstrip())
        if reason:
            lines.append(f"    {reason}")
    return "\n".join(lines)


def render_cells(report: FileReport) -> tuple[str, ...]:
    numbers = (report.quotes, report.speakers, report.linked, report.set_aside)
    shown = map(str, numbers) if report.outcome == IngestOutcome.NEW else [""] * len(numbers)
    return (report.outcome, *shown, report.outlet, report.source)


def render_summary(reports: Sequence[FileReport], *, dry_run: bool) -> str:
    """Return the counts of all files in one sentence."""
    count = Counter(report.outcome for report in reports)
    new = f"{count[IngestOutcome.NEW]} new with {sum(report.quotes for report in reports)} quotations"
    versions = f"{count[IngestOutcome.NEW_VERSION]} new versions, " if count[IngestOutcome.NEW_VERSION] else ""
    summary = f"{new}, {versions}{count['known']} known, {count[NOT_INGESTED]} {NOT_INGESTED}."
    return f"Dry run, nothing stored: {summary}" if dry_run else summary
