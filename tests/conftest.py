"""What does every test run on?

On the database that `DATABASE_URL` names, or on a SQLite file in a temporary folder: a file and not memory, because the
product runs on a file, with its write-ahead log and its locks. Left to others: the labelled data
(`tests.support.shared`), what the browser is asked to do (`tests.browser`), the run as a whole (`tests.run`).
"""

import os
import secrets
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import psycopg
import pytest
from django.core.cache import caches
from django.db import connections
from hypothesis import HealthCheck
from hypothesis import settings as hypothesis_settings

from tests.support import chromium
from tests.support.installations import Installation, free_port, server_url

if TYPE_CHECKING:
    from playwright.sync_api import Browser

# The machines that run these tests share their cores: a slow example says nothing about the code. What a change is
# judged by must come out the same twice; everywhere else each run tries new examples.
hypothesis_settings.register_profile(
    "shared", deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=bool(os.environ.get("CI"))
)
hypothesis_settings.load_profile("shared")


@pytest.fixture(scope="session")
def django_db_modify_db_settings(
    django_db_modify_db_settings_parallel_suffix: None,
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    """Put a SQLite test database into a file of this worker's own."""
    described = connections.databases["default"]
    if described["ENGINE"] == "django.db.backends.sqlite3":
        described["TEST"]["NAME"] = str(tmp_path_factory.mktemp("database") / "test.sqlite3")


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
def browser() -> "Iterator[Browser]":
    """A running Chromium; a test opens a context of its own in it."""
    program = chromium.program()
    if program is None:
        missing = f"no Chromium: {chromium.HOW_TO_GET_IT}"
        pytest.fail(missing) if os.environ.get("CI") else pytest.skip(missing)
    from playwright.sync_api import sync_playwright

    # Playwright keeps an event loop in this thread, and Django would take the tests' queries for asynchronous ones.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        yield running
        running.close()
