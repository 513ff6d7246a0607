"""``ingest`` of web archives: an archive that was read in part is read on, and what it saw again is a sighting."""

import os
import signal
import sys
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command

from articles.models import ArchivePosition, Article, Sighting
from articles.services.archive_files import StoredProgress
from tests.importers import files
from tests.management.test_worker import asked, wait_until
from tests.support.installations import Installation

pytestmark = pytest.mark.django_db


def build_page(number: int) -> str:
    """Return a page of its own text, longer than a third of a part."""
    words = files.PAGE.replace("the old ferry", f"the old ferry number {number}")
    return words.replace("</html>", "<!--" + "x" * 1_500_000 + "--></html>")


def build_archive(folder: Path, count: int) -> Path:
    path = folder / "a.warc.gz"
    address = files.ADDRESS
    parts = [files.build_warc([f"{address}/{each}"], packed=True, page=build_page(each)) for each in range(count)]
    path.write_bytes(b"".join(parts))
    return path


def ingest(*arguments: object) -> str:
    out = StringIO()
    call_command("ingest", *arguments, stdout=out)
    return out.getvalue()


class BrokenOffError(Exception):
    """The test breaks off reading."""


def test_archive_that_was_broken_off_is_read_on_at_the_part_at_hand(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = build_archive(tmp_path, 7)
    save, parts = StoredProgress.save_position, []

    def save_and_break_off(self: StoredProgress, path: Path, position: dict[str, int] | None) -> None:
        save(self, path, position)
        parts.append(position)
        if len(parts) == 1:
            raise BrokenOffError

    monkeypatch.setattr(StoredProgress, "save_position", save_and_break_off)
    with pytest.raises(BrokenOffError):
        ingest(path)
    stored = Article.objects.count()
    assert 0 < stored < 7
    report = ingest(path)
    assert f"{7 - stored} new" in report
    assert "0 known" in report
    assert Article.objects.count() == 7
    assert ArchivePosition.objects.get().finished is not None


def test_archive_that_was_read_to_its_end_is_read_again_only_on_demand(tmp_path: Path) -> None:
    path = build_archive(tmp_path, 2)
    ingest(path)
    assert "0 new with 0 quotations, 0 known" in ingest(path)
    assert "2 known" in ingest(path, "--again")
    assert "2 new" in ingest(build_archive(tmp_path, 4))  # more of it is another file


def test_archive_is_read_for_other_hosts_from_its_beginning(tmp_path: Path) -> None:
    path = build_archive(tmp_path, 2)
    assert "0 new" in ingest(path, "--hosts", "other.example")
    (tmp_path / "hosts.txt").write_text("# ours\ncourier.example\n")
    assert "2 new" in ingest(path, "--hosts", str(tmp_path / "hosts.txt"))


def test_dry_run_of_an_archive_keeps_no_position(tmp_path: Path) -> None:
    ingest(build_archive(tmp_path, 2), "--dry-run")
    assert not ArchivePosition.objects.exists()


def test_page_that_an_archive_saw_again_is_a_sighting_and_no_article(tmp_path: Path) -> None:
    path = tmp_path / "a.warc"
    again = files.build_warc_record("revisit", files.ADDRESS, b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n")
    path.write_bytes(files.build_warc() + again.replace(b"2026-11-04T07", b"2026-11-05T09"))
    ingest(path)
    assert [each.seen.isoformat() for each in Sighting.objects.filter(article=Article.objects.get())] == [
        "2026-11-04T07:00:00+00:00",
        "2026-11-05T09:00:00+00:00",
    ]
    ingest(path, "--again")
    assert Sighting.objects.count() == 2


def test_archive_loses_and_doubles_nothing_when_the_command_is_killed(installation: Installation) -> None:
    assert installation.manage("migrate", "--verbosity", "0").returncode == 0
    path = build_archive(installation.folder, 9)
    for expected in (2, 5):
        with installation.running(sys.executable, "manage.py", "ingest", str(path)) as process:
            wait_until(lambda least=expected: count_articles(installation) >= least)  # type: ignore[misc]
            os.kill(process.popen.pid, signal.SIGKILL)
    assert installation.manage("ingest", str(path)).returncode == 0
    found = asked(installation, "SELECT url FROM articles_article ORDER BY url")
    assert found == [(f"{files.ADDRESS}/{number}",) for number in range(9)]


def count_articles(installation: Installation) -> int:
    return int(str(asked(installation, "SELECT count(*) FROM articles_article")[0][0]))
