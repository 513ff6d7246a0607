"""Fetch articles from the web, store and link them.

``python manage.py fetch https://www.theprovince.example/ferry``: each address is asked for its page through the one
guarded way out, and the article in it is stored with its quotations, as ``ingest`` does with a file. Where the article
is stored already, another text is kept as its next version. ``--file
LIST`` takes the addresses of a file: a line each, a bookmark, a table, references of Zotero. ``--dry-run`` shows what
was found and stores nothing but that the address was fetched. The exit code is 0 only if every address gave an article,
new or known.
"""

import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from articles.importers import UnreadableError
from articles.importers.address_lists import read_addresses
from articles.importers.files import read_file
from articles.management.commands.ingest import (
    NOT_INGESTED,
    FileReport,
    describe_article,
    render_summary,
    render_table,
    report_dry_run,
    report_ingested,
    report_version,
)
from articles.management.require_migrations import require_migrations
from articles.models import Article
from articles.services import incoming, rechecking
from articles.services.incoming import IncomingError
from articles.services.rechecking import RecheckError


class Command(BaseCommand):
    help = "Fetch articles from their addresses, store and link them."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("addresses", nargs="*", metavar="URL", help="address of an article")
        parser.add_argument(
            "--file", type=Path, action="append", default=[], metavar="LIST", help="fetch the addresses in this file"
        )
        parser.add_argument("--dry-run", action="store_true", help="fetch and report, but store no article")
        parser.add_argument("--json", action="store_true", help="print one JSON object per address instead of a table")

    def handle(self, *args: Any, **options: Any) -> None:
        require_migrations()
        listed = [address for path in options["file"] for address in read_list(path)]
        addresses = list(dict.fromkeys([*options["addresses"], *listed]))
        if not addresses:
            raise CommandError("Give an address, or --file with a list of addresses.")
        reports = []
        for address in addresses:
            report = fetch_one(address, dry_run=options["dry_run"])
            reports.append(report)
            if options["json"]:
                self.stdout.write(json.dumps(asdict(report), ensure_ascii=False))
        if not options["json"]:
            self.stdout.write(render_table(reports))
            self.stdout.write(render_summary(reports, dry_run=options["dry_run"]))
        failed = sum(report.outcome == NOT_INGESTED for report in reports)
        if failed:
            raise CommandError(f"{failed} of {len(reports)} gave no article (reasons above); all others are stored.")


def read_list(path: Path) -> list[str]:
    """Return the addresses in a file; raise CommandError where there is none."""
    try:
        return read_addresses(read_file(path))
    except UnreadableError as problem:
        raise CommandError(str(problem)) from None
    except ValueError as problem:
        raise CommandError(f"{path}: {problem}") from None


def fetch_one(address: str, *, dry_run: bool) -> FileReport:
    """Fetch one address, store its article unless `dry_run`, and report."""
    try:
        waiting = incoming.receive_address(address, by=None)
    except IncomingError as problem:
        if problem.article and not dry_run:
            return recheck_one(address, problem.article)
        if problem.article:
            return FileReport(address, "known", reason=str(problem), **describe_article(problem.article))
        return FileReport(address, NOT_INGESTED, reason=str(problem))
    try:
        draft = incoming.preview(waiting).draft
        if dry_run:
            return report_dry_run(draft)
        return report_ingested(draft, incoming.accept(waiting, by=None))
    except IncomingError as problem:
        return FileReport(address, NOT_INGESTED, reason=str(problem))
    finally:
        if waiting.closed is None:
            incoming.dismiss(waiting)


def recheck_one(address: str, article: Article) -> FileReport:
    """Fetch the address of a stored article again, and report whether its text has changed."""
    try:
        result = rechecking.check_now(article)
    except RecheckError as problem:
        return FileReport(address, "known", reason=str(problem), **describe_article(article))
    if result.version:
        return report_version(address, result.version)
    reason = f"nothing was compared: {result.problem}" if result.problem else "its text is the same as before"
    return FileReport(address, "known", reason=reason, **describe_article(article))
