"""The checks of the project, a session each: `make test` runs them all and ends with a table of what each came to.

    nox                                         all of them
    nox --tags lint                             those of the source alone
    nox -s sqlite postgresql -- tests/views -x  pytest on both databases, with these arguments

A session whose program this machine lacks is left out with the reason; where ``CI`` is set, that is a failure. Sessions
run in the environment that nox itself is installed in.
"""

import os
import signal
import sys
from pathlib import Path

import nox

sys.path.insert(0, str(Path(__file__).parent))

from tests.support import postgres

PROCESSES = 2  # of pytest: the machines that run all tests have two cores
FRESH_SETTINGS = {"DJANGO_SETTINGS_MODULE": "tests.settings"}

nox.options.default_venv_backend = "none"
os.environ["PATH"] = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", os.defpath)])
signal.signal(signal.SIGINT, signal.default_int_handler)  # which a shell has ignored in the background; tests send it
signal.signal(signal.SIGTERM, signal.default_int_handler)  # so that the temporary server is stopped too


@nox.session(tags=["lint"])
def ruff(session: nox.Session) -> None:
    """Look for mistakes and outdated forms."""
    session.run("ruff", "check", "--quiet", ".")


@nox.session(name="ruff-format", tags=["lint"])
def ruff_format(session: nox.Session) -> None:
    """Hold the source to the formatter."""
    session.run("ruff", "format", "--quiet", "--check", ".")


@nox.session(tags=["lint"])
def djade(session: nox.Session) -> None:
    """Hold the templates to the formatter."""
    session.run("sh", "-c", "find templates -name '*.html' -exec djade --check --target-version 5.2 {} +")


@nox.session(tags=["lint"])
def mypy(session: nox.Session) -> None:
    """Check the types."""
    session.run("mypy", "--no-error-summary")


@nox.session(tags=["check"])
def packages(session: nox.Session) -> None:
    """Check that the installed packages fit together."""
    session.run("python", "-m", "pip", "check")


@nox.session(tags=["check"])
def settings(session: nox.Session) -> None:
    """Run Django's system checks."""
    session.run("python", "manage.py", "check", "--fail-level", "WARNING", env=FRESH_SETTINGS)


@nox.session(tags=["check"])
def migrations(session: nox.Session) -> None:
    """Check that no change of a model lacks its migration."""
    session.run("python", "manage.py", "makemigrations", "--check", "--dry-run", env=FRESH_SETTINGS)


@nox.session
def sqlite(session: nox.Session) -> None:
    """Run the tests on a SQLite file."""
    run_pytest(session, "")


@nox.session
def postgresql(session: nox.Session) -> None:
    """Run the tests on the server that TEST_DATABASE_URL names, or on a temporary one."""
    url = os.environ.get("TEST_DATABASE_URL")
    programs = postgres.server_programs()
    if url:
        run_pytest(session, url)
    elif programs:
        with postgres.temporary_server(programs) as url:
            run_pytest(session, url)
    else:
        leave_out(session, f"no PostgreSQL server: {postgres.HOW_TO_GET_IT}")


def run_pytest(session: nox.Session, url: str) -> None:
    """Run pytest on the database of this address, on a SQLite file where it is empty."""
    arguments = ("--quiet", "--create-db", "--numprocesses", str(PROCESSES), *session.posargs)
    session.run("pytest", *arguments, env={"TEST_DATABASE_URL": url})


def leave_out(session: nox.Session, reason: str) -> None:
    """End a session that this machine cannot run."""
    if os.environ.get("CI"):
        session.error(reason)
    session.skip(reason)
