"""Backup of everything that an installation holds, in one file that either database can restore.

The file is gzipped JSON Lines: a header, for each table a line with its columns and a line for each row, and at the end
the number of rows and the SHA-256 of all that stands before. Rows keep their keys, so every code, revision and ruling
is the same after a restore, on SQLite or PostgreSQL. Sessions and counts of wrong passwords are left out.

A backup reads one state of the database while others go on writing. A restore is one transaction.
"""

import gzip
import hashlib
import json
import os
from base64 import b64encode
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from django.apps import apps
from django.core.management.color import no_style
from django.db import connection, models, transaction
from django.db.migrations.recorder import MigrationRecorder

from articles import __version__
from articles.models import Article, Decision

FORMAT = "quote-provenance backup"
FORMAT_VERSION = 1
ROWS_AT_ONCE = 500
COMPRESSION_LEVEL = 6
_LEFT_OUT_APPS = {"sessions", "axes"}

Progress = Callable[[int], object]


class BackupError(ValueError):
    """A backup that cannot be read or restored here; the message says what to do."""


@dataclass(frozen=True, slots=True)
class BackupResult:
    """How many rows of how many tables were written or read."""

    tables: int
    rows: int


def write_backup(path: Path, progress: Progress = lambda rows: None) -> BackupResult:
    """Write a backup to `path`, which must not exist; it appears there when it is whole.

    Raises FileExistsError and other errors of the file system.
    """
    if path.exists():
        raise FileExistsError(f"{path} exists already")
    part = path.with_name(f".{path.name}.part")
    try:
        with gzip.open(part, "wb", compresslevel=COMPRESSION_LEVEL) as file, _one_state():
            result = _write_tables(file, progress)
        with part.open("rb+") as written:
            os.fsync(written.fileno())
        part.rename(path)
    finally:
        with suppress(FileNotFoundError):
            part.unlink()
    return result


def read_backup(path: Path, progress: Progress = lambda rows: None) -> BackupResult:
    """Restore a backup into a database without articles and decisions, or raise BackupError and change nothing."""
    if Article.objects.exists() or Decision.objects.exists():
        raise BackupError("The database holds articles already. Restore into an empty one: make it, run migrate.")
    try:
        with gzip.open(path, "rb") as file, transaction.atomic():
            return _read_tables(_iter_checked_lines(file), progress)
    except (EOFError, gzip.BadGzipFile, UnicodeDecodeError, json.JSONDecodeError) as error:
        raise BackupError(f"{path} is damaged or no backup ({error}). Nothing was restored.") from error


def _list_models() -> list[type[models.Model]]:
    """List the models whose rows are backed up, the tables between two others included."""
    every = apps.get_models(include_auto_created=True)
    kept = [model for model in every if model._meta.managed and model._meta.app_label not in _LEFT_OUT_APPS]
    return sorted(kept, key=lambda model: model._meta.db_table)


def _list_migrations() -> list[list[str]]:
    """List the migrations that are applied, without those of the apps that are left out."""
    applied = MigrationRecorder(connection).applied_migrations()
    return sorted([app, name] for app, name in applied if app not in _LEFT_OUT_APPS)


@contextmanager
def _one_state() -> Iterator[None]:
    """Read one state of the database meanwhile, without holding up who writes."""
    if connection.in_atomic_block:
        yield
    elif connection.vendor == "postgresql":
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
            yield
    else:
        with connection.cursor() as cursor:
            cursor.execute("BEGIN DEFERRED")
            try:
                yield
            finally:
                cursor.execute("ROLLBACK")


def _write_tables(file: gzip.GzipFile, progress: Progress) -> BackupResult:
    digest, tables, rows = hashlib.sha256(), 0, 0

    def write(line: object) -> None:
        text = json.dumps(line, ensure_ascii=False, separators=(",", ":"), default=_serialize).encode() + b"\n"
        digest.update(text)
        file.write(text)

    header = {"format": FORMAT, "version": FORMAT_VERSION, "product": __version__}
    write(header | {"made": datetime.now(UTC).isoformat(), "migrations": _list_migrations()})
    for model in _list_models():
        columns = [field.attname for field in model._meta.concrete_fields]
        write({"table": model._meta.db_table, "columns": columns})
        tables += 1
        stored = model._base_manager.order_by("pk").values_list(*columns)
        for number, row in enumerate(stored.iterator(chunk_size=ROWS_AT_ONCE), start=1):
            write(row)
            rows += 1
            if number % ROWS_AT_ONCE == 0:
                progress(ROWS_AT_ONCE)
    file.write(json.dumps({"rows": rows, "sha256": digest.hexdigest()}).encode() + b"\n")
    return BackupResult(tables, rows)


def _serialize(value: object) -> str:
    """Write what JSON does not know: moments as ISO 8601, bytes in base64."""
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, bytes | memoryview):
        return b64encode(bytes(value)).decode("ascii")
    raise TypeError(f"no form in a backup for {type(value)}")


def _iter_checked_lines(file: gzip.GzipFile) -> Iterator[Any]:
    """Yield the lines before the last one, parsed; raise BackupError where the last one does not fit them."""
    digest, held, rows = hashlib.sha256(), b"", 0
    for line in file:
        if held:
            digest.update(held)
            parsed = json.loads(held)
            rows += isinstance(parsed, list)
            yield parsed
        held = line
    end = json.loads(held or b"null")
    if not isinstance(end, dict) or end.get("sha256") != digest.hexdigest() or end.get("rows") != rows:
        raise BackupError("The backup is incomplete or was changed: its checksum does not fit. Nothing was restored.")


def _read_tables(lines: Iterator[Any], progress: Progress) -> BackupResult:
    _check_header(next(lines, None))
    known = {model._meta.db_table: model for model in _list_models()}
    with connection.cursor() as cursor:
        for table in known:
            cursor.execute(f"DELETE FROM {connection.ops.quote_name(table)}")  # what migrations put there
    tables = rows = 0
    batch: list[models.Model] = []
    model: type[models.Model] | None = None
    fields: list[Any] = []
    for line in lines:
        if isinstance(line, dict):
            _insert(model, fields, batch)
            model, batch = known[line["table"]], []
            by_name = {field.attname: field for field in model._meta.concrete_fields}
            fields = [by_name[name] for name in line["columns"]]
            tables += 1
        elif model is not None:
            batch.append(
                model(**{field.attname: _parse(field, value) for field, value in zip(fields, line, strict=True)})
            )
            rows += 1
            if len(batch) == ROWS_AT_ONCE:
                _insert(model, fields, batch)
                progress(ROWS_AT_ONCE)
                batch = []
    _insert(model, fields, batch)
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), list(known.values())):
            cursor.execute(statement)
    return BackupResult(tables, rows)


def _parse(field: Any, value: Any) -> Any:
    """Return a column's value as its field takes it; a key of another row is the key alone."""
    target = field.target_field if field.remote_field else field
    return value if value is None or isinstance(target, models.JSONField) else target.to_python(value)


def _check_header(header: Any) -> None:
    if not isinstance(header, dict) or header.get("format") != FORMAT:
        raise BackupError("This is no backup of quote provenance. Nothing was restored.")
    if header.get("version") != FORMAT_VERSION:
        raise BackupError("The backup has a format that this version does not know. Install the version that made it.")
    if header["migrations"] != _list_migrations():
        raise BackupError(
            f"The backup was made by version {header['product']} with other migrations. Install that version, run "
            "migrate, restore, then upgrade."
        )


def _insert(model: type[models.Model] | None, fields: list[Any], rows: list[models.Model]) -> None:
    """Insert rows as they stand, without the values that saving would set."""
    if model is not None and rows:
        size = max(1, connection.ops.bulk_batch_size(fields, rows))
        # Not `bulk_create`: it would set fields with `auto_now_add` anew. This is what it calls, with `raw`.
        for start in range(0, len(rows), size):
            query = model._base_manager.all()
            query._insert(rows[start : start + size], fields=fields, using=connection.alias, raw=True)  # type: ignore[attr-defined]
