"""A restore drill: ``restore`` gives back what ``backup`` wrote, row for row, on the same database or the other one."""

import gzip
import json
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db import connection

from articles.models import Alias, Article, Lineage, Revision
from articles.services import backup
from articles.services.backup import BackupError, read_backup, write_backup
from articles.services.curation import split_off
from articles.services.ingest import load_demo
from tests.support.installations import Installation

# What an installation has that was used: articles, a ruling, a split, revisions, a user.
USE = """
from django.contrib.auth.models import User
from articles.models import Lineage
from articles.services.curation import split_off
from articles.services.ingest import load_demo
load_demo()
lineage = Lineage.objects.order_by("-printing_count")[0]
split_off(lineage, [lineage.printings.all()[1].quote_id], by=User.objects.create_superuser("curator"))
"""


def read_rows(path: Path) -> list[Any]:
    """Return the lines between the header, which has the time, and the checksum of it all."""
    with gzip.open(path, "rt", encoding="utf-8") as file:
        return [json.loads(line) for line in file][1:-1]


def empty_database() -> None:
    with connection.cursor() as cursor:
        for model in backup._list_models():
            cursor.execute(f"DELETE FROM {connection.ops.quote_name(model._meta.db_table)}")


@pytest.fixture
def used(db: None) -> Lineage:
    load_demo()
    lineage = Lineage.objects.order_by("-printing_count")[0]
    split_off(lineage, [lineage.printings.all()[1].quote_id], by=User.objects.create_superuser("curator"))
    return lineage


def test_restore_gives_back_every_row(used: Lineage, tmp_path: Path) -> None:
    written = write_backup(tmp_path / "a.jsonl.gz")
    revisions = dict(Revision.objects.values_list("code", "sha256"))
    empty_database()
    assert read_backup(tmp_path / "a.jsonl.gz") == written
    write_backup(tmp_path / "b.jsonl.gz")
    assert read_rows(tmp_path / "a.jsonl.gz") == read_rows(tmp_path / "b.jsonl.gz")
    assert dict(Revision.objects.values_list("code", "sha256")) == revisions
    assert Lineage.objects.get(pk=used.pk).code == used.code
    User.objects.create_user("next")  # the numbers go on behind the restored ones


def test_restore_refuses_a_database_with_articles(used: Lineage, tmp_path: Path) -> None:
    write_backup(tmp_path / "a.jsonl.gz")
    before = Article.objects.count()
    with pytest.raises(BackupError, match="holds articles already"):
        read_backup(tmp_path / "a.jsonl.gz")
    assert Article.objects.count() == before


@pytest.mark.parametrize("damage", ["cut", "changed", "text"])
def test_damaged_backup_restores_nothing(damage: str, used: Lineage, tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl.gz"
    write_backup(path)
    if damage == "cut":
        path.write_bytes(path.read_bytes()[:-2000])
    elif damage == "changed":
        path.write_bytes(gzip.compress(gzip.decompress(path.read_bytes()).replace(b"coalition", b"kerfuffle", 1)))
    else:
        path.write_text("no backup at all")
    empty_database()
    Alias.objects.create(form="one", name="other")
    with pytest.raises(BackupError, match="Nothing was restored"):
        read_backup(path)
    assert (Article.objects.count(), Alias.objects.count()) == (0, 1)


@pytest.mark.parametrize(("change", "message"), [({"format": "?"}, "no backup"), ({"version": 9}, "does not know")])
def test_restore_says_why_it_cannot_read_another_format(
    change: dict[str, Any], message: str, db: None, tmp_path: Path
) -> None:
    write_backup(tmp_path / "a.jsonl.gz")
    header, *rest = gzip.decompress((tmp_path / "a.jsonl.gz").read_bytes()).splitlines(keepends=True)
    lines = [json.dumps(json.loads(header) | change).encode() + b"\n", *rest]
    (tmp_path / "b.jsonl.gz").write_bytes(gzip.compress(b"".join(lines)))
    with pytest.raises(BackupError, match=message):
        read_backup(tmp_path / "b.jsonl.gz")


def test_backup_of_other_migrations_is_refused(db: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_backup(tmp_path / "a.jsonl.gz")
    monkeypatch.setattr(backup, "_list_migrations", lambda: [["articles", "9999_a_later_one"]])
    with pytest.raises(BackupError, match="with other migrations"):
        read_backup(tmp_path / "a.jsonl.gz")


def test_backup_overwrites_no_file_and_leaves_no_part(db: None, tmp_path: Path) -> None:
    (tmp_path / "a.jsonl.gz").write_text("something else")
    with pytest.raises(FileExistsError):
        write_backup(tmp_path / "a.jsonl.gz")
    assert [path.name for path in tmp_path.iterdir()] == ["a.jsonl.gz"]


def test_backup_of_sqlite_moves_to_either_database(installation: Installation, tmp_path: Path) -> None:
    source = installation.with_settings(DATABASE_URL=f"sqlite:///{tmp_path / 'source.sqlite3'}")
    first, second = str(tmp_path / "first.jsonl.gz"), str(tmp_path / "second.jsonl.gz")
    for on, arguments in (
        (source, ("migrate",)),
        (source, ("shell", "-c", USE)),
        (source, ("backup", first)),
        (installation, ("migrate",)),
        (installation, ("restore", first)),
        (installation, ("backup", second)),
    ):
        done = on.manage(*arguments)
        assert done.returncode == 0, done.stderr
    assert read_rows(Path(first)) == read_rows(Path(second))
    assert "holds articles already" in installation.manage("restore", first).stderr
