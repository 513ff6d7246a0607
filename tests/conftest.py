"""Fixtures of all tests: the database, an installation of the product, a browser.

Tests run on the PostgreSQL server that ``TEST_DATABASE_URL`` names, or on a SQLite file: a file and not memory, because
the product runs on a file, with its write-ahead log and its locks. With ``--reuse-db``, the file of a run that came to
its end serves the next one, as long as the migrations are the same: that saves two to four seconds.
"""

import hashlib
import os
import secrets
import shutil
from collections.abc import Callable, Generator, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import psycopg
import pytest
from django.core.cache import caches
from django.db import connections
from hypothesis import HealthCheck
from hypothesis import settings as hypothesis_settings

from tests.support import chromium, fonts
from tests.support.installations import ROOT, Installation, free_port, server_url
from tests.support.skipping import fail_where_strict

if TYPE_CHECKING:
    from playwright.sync_api import Browser

# The machines that run these tests share their cores: a slow example says nothing about the code. What a change is
# judged by must come out the same twice; everywhere else each run tries new examples.
hypothesis_settings.register_profile(
    "shared", deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=bool(os.environ.get("CI"))
)
hypothesis_settings.load_profile("shared")


KEPT_DATABASES = ROOT / ".pytest_cache" / "databases"
MIGRATIONS = ROOT / "articles" / "migrations"


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave each test that belongs to one database to the run on that database."""
    database = "postgresql" if server_url() else "sqlite"
    elsewhere = [item for item in items if any(mark.args != (database,) for mark in item.iter_markers("only_on"))]
    config.hook.pytest_deselected(items=elsewhere)
    items[:] = [item for item in items if item not in elsewhere]


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Report a test that this machine cannot run."""
    return fail_where_strict((yield))


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    """Report a module that this machine cannot run."""
    return fail_where_strict((yield))


@pytest.fixture(scope="session")
def django_db_modify_db_settings(
    django_db_modify_db_settings_parallel_suffix: None,
    django_db_keepdb: bool,
    django_db_createdb: bool,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[None]:
    """Put a SQLite test database into a file of this worker's own.

    A kept file is moved away while it is in use, and back at the end: of two runs at once only one gets it, and a run
    that was killed leaves none behind.
    """
    described = connections.databases["default"]
    if described["ENGINE"] != "django.db.backends.sqlite3":
        yield
        return
    file = tmp_path_factory.mktemp("database") / "test.sqlite3"
    described["TEST"]["NAME"] = str(file)
    if not django_db_keepdb:
        yield
        return
    worker = os.environ.get("PYTEST_XDIST_WORKER", "alone")
    digest = hashlib.sha256(b"".join(path.read_bytes() for path in sorted(MIGRATIONS.glob("*.py")))).hexdigest()
    kept = KEPT_DATABASES / f"{worker}-{digest[:16]}.sqlite3"
    if kept.exists() and not django_db_createdb:
        shutil.move(kept, file)
    yield
    connections.close_all()
    if file.exists():
        KEPT_DATABASES.mkdir(parents=True, exist_ok=True)
        for outdated in KEPT_DATABASES.glob(f"{worker}-*"):
            outdated.unlink(missing_ok=True)
        shutil.move(file, kept)


@pytest.fixture(autouse=True)
def _nothing_remembered() -> Iterator[None]:
    """What one test's pages keep for an hour is not shown to the next."""
    yield
    for cache in caches.all(initialized_only=True):
        cache.clear()


@pytest.fixture
def installation(tmp_path: Path) -> Iterator[Installation]:
    """The product with an empty database of its own, of the kind that this run of the tests is about."""
    server = server_url()
    if server is None:
        yield Installation(tmp_path, free_port(), {"DATABASE_URL": f"sqlite:///{tmp_path / 'db.sqlite3'}"})
        return
    name = f"installation_{secrets.token_hex(8)}"
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}"')
        try:
            yield Installation(tmp_path, free_port(), {"DATABASE_URL": f"{server.rpartition('/')[0]}/{name}"})
        finally:
            connection.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


@pytest.fixture(scope="session")
def browsers(tmp_path_factory: pytest.TempPathFactory) -> "Iterator[Callable[[str], Browser]]":
    """A function that returns the running Chromium that sees one font alone."""
    program = chromium.program()
    if program is None:
        pytest.skip(f"no Chromium: {chromium.HOW_TO_GET_IT}")
    from playwright.sync_api import sync_playwright

    # Playwright keeps an event loop in this thread, and Django would take the tests' queries for asynchronous ones.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with sync_playwright() as playwright:
        running: dict[str, Browser] = {}

        def launch(font: str) -> "Browser":
            if font not in running:
                configuration = fonts.write_configuration(font, tmp_path_factory.mktemp("fonts"))
                running[font] = playwright.chromium.launch(
                    executable_path=program,
                    args=["--no-sandbox"],
                    env={**os.environ, "FONTCONFIG_FILE": str(configuration)},
                )
            return running[font]

        yield launch
        for each in running.values():
            each.close()


@pytest.fixture
def browser(browsers: "Callable[[str], Browser]") -> "Browser":
    """A running Chromium; a test opens a context of its own in it."""
    return browsers(fonts.NARROW)
