"""Fixtures of all tests: the database, an installation of the product, a browser.

Tests run on the PostgreSQL server that ``TEST_DATABASE_URL`` names, or on a SQLite file: a file and not memory, because
the product runs on a file, with its write-ahead log and its locks. With ``--reuse-db``, each run begins with a copy of
what the migrations made once, for as long as they are the same: that saves two to four seconds.
"""

import hashlib
import os
import secrets
import shutil
from collections.abc import Callable, Generator, Iterator
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import psycopg
import pytest
import pytest_django
from django.core.cache import caches
from django.db import connection
from django.test import Client
from hypothesis import HealthCheck
from hypothesis import settings as hypothesis_settings

from tests.support import chromium, fonts
from tests.support.installations import ROOT, Installation, free_port, server_url
from tests.support.pages import PageClient
from tests.support.skipping import fail_where_strict

if TYPE_CHECKING:
    from playwright.sync_api import Browser

# The machines that run these tests share their cores: a slow example says nothing about the code. What a change is
# judged by must come out the same twice; everywhere else each run tries new examples.
hypothesis_settings.register_profile(
    "shared", deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=bool(os.environ.get("CI"))
)
hypothesis_settings.load_profile("shared")


MIGRATIONS = ROOT / "articles" / "migrations"
DATABASE_FIXTURES = frozenset({"db", "transactional_db", "live_server", "installation"})


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave each test that belongs to one database to the run on that database.

    A test that opens no database belongs to the run on SQLite: it would do the same a second time.
    """
    database = "postgresql" if server_url() else "sqlite"
    elsewhere = {item for item in items if not runs_on(item, database)}
    config.hook.pytest_deselected(items=list(elsewhere))
    items[:] = [item for item in items if item not in elsewhere]


def runs_on(item: pytest.Item, database: str) -> bool:
    """Return whether a test has its place in the run on `database`."""
    if marks := list(item.iter_markers("only_on")):
        return all(mark.args == (database,) for mark in marks)
    return database == "sqlite" or opens_database(item)


def opens_database(item: pytest.Item) -> bool:
    """Return whether a test may open the database: by its marks, by its fixtures, or in processes of its own."""
    return bool(
        item.get_closest_marker("django_db") or DATABASE_FIXTURES.intersection(getattr(item, "fixturenames", ()))
    )


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Report a test that this machine cannot run."""
    return fail_where_strict((yield))


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    """Report a module that this machine cannot run."""
    return fail_where_strict((yield))


@pytest.fixture(scope="session")
def django_db_keepdb(django_db_keepdb: bool) -> bool:
    """Return whether ``--reuse-db`` holds: on a server, it would hand on what transactional tests have emptied."""
    return django_db_keepdb and server_url() is None


@pytest.fixture(scope="session")
def kept_database() -> Path:
    """Return where the SQLite database that these migrations make is kept."""
    digest = hashlib.sha256(b"".join(path.read_bytes() for path in sorted(MIGRATIONS.glob("*.py")))).hexdigest()
    return ROOT / ".pytest_cache" / "databases" / f"{digest[:16]}.sqlite3"


@pytest.fixture(scope="session")
def django_db_modify_db_settings(
    django_db_modify_db_settings_parallel_suffix: None,
    django_db_keepdb: bool,
    django_db_createdb: bool,
    kept_database: Path,
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    """Put a SQLite test database into a file of this worker's own: a copy of the kept one, where there is one."""
    if server_url() is None:
        file = tmp_path_factory.mktemp("database") / "test.sqlite3"
        connection.settings_dict["TEST"]["NAME"] = str(file)
        if django_db_keepdb and not django_db_createdb:
            with suppress(FileNotFoundError):
                shutil.copy(kept_database, file)


@pytest.fixture(scope="session")
def django_db_setup(
    django_db_setup: None,
    django_db_keepdb: bool,
    django_db_createdb: bool,
    django_db_blocker: pytest_django.DjangoDbBlocker,
    kept_database: Path,
) -> None:
    """Keep a copy of a new SQLite database, as it is before any test."""
    if not django_db_keepdb or (kept_database.exists() and not django_db_createdb):
        return
    kept_database.parent.mkdir(parents=True, exist_ok=True)
    copy = kept_database.with_name(f"copy-{os.getpid()}")
    copy.unlink(missing_ok=True)
    with django_db_blocker.unblock(), connection.cursor() as cursor:
        cursor.execute("VACUUM INTO %s", [str(copy)])
    copy.replace(kept_database)
    for outdated in set(kept_database.parent.glob("*.sqlite3")) - {kept_database}:
        outdated.unlink(missing_ok=True)


@pytest.fixture(autouse=True)
def _nothing_remembered() -> Iterator[None]:
    """Provide what one test's pages keep for an hour is not shown to the next."""
    yield
    for cache in caches.all(initialized_only=True):
        cache.clear()


@pytest.fixture
def client() -> Client:
    """Provide a reader whose pages have single spaces where the templates break lines, as browsers lay them out."""
    return PageClient()


@pytest.fixture
def installation(tmp_path: Path) -> Iterator[Installation]:
    """Provide the product with an empty database of its own, of the kind that this run of the tests is about."""
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
    """Provide a function that returns the running Chromium that sees one font alone."""
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
    """Provide a running Chromium; a test opens a context of its own in it."""
    return browsers(fonts.NARROW)
