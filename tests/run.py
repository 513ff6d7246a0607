"""Is everything in order?

``python3 -m tests`` answers with one line for each step: the source is checked, then every test runs on SQLite and
again on PostgreSQL. What this machine lacks is left out, with a line that says how to get it; where ``CI`` is set that
is a failure.

    python3 -m tests                     everything
    python3 -m tests --quick             the source and SQLite, without the browser and the measurements
    python3 -m tests tests/views -x      these arguments go to pytest, and the source is not checked
    python3 -m tests --quick -k lineage  the same on SQLite alone

Left to others: what a test runs on (`tests.conftest`), the temporary server (`tests.support.postgres`).
"""

import os
import signal
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path

from tests.support import chromium, postgres

ROOT = Path(__file__).resolve().parent.parent
PYTHON = [sys.executable, "-m"]
PROGRAMS = Path(sys.executable).parent
# What an operator's shell may hold must not reach the tests.
SETTINGS = (
    *("ALLOWED_HOSTS", "ALLOW_SQLITE", "CSRF_TRUSTED_ORIGINS", "DATABASE_URL", "DEBUG", "ENVIRONMENT", "HOST"),
    *("HSTS_SECONDS", "INSECURE_HTTP", "PORT", "SECRET_KEY", "STATIC_ROOT", "TRUST_PROXY", "WEB_WORKERS"),
    *("API_REQUESTS_A_MINUTE", "DJANGO_SETTINGS_MODULE"),
)
OF_BROWSER_TESTS = "DJANGO_ALLOW_ASYNC_UNSAFE"  # set in their process, and refused by a production site
PROCESSES = 2


@dataclass(slots=True)
class Report:
    """What the steps came to, in the order they were taken."""

    lines: list[str] = field(default_factory=list)
    failed: bool = False

    def add(self, name: str, outcome: str, seconds: float | None = None, *, failed: bool = False) -> None:
        took = "" if seconds is None else f"{seconds:6.1f} s"
        self.lines.append(f"{name:<28}{took:>9}  {outcome}")
        self.failed |= failed

    def __str__(self) -> str:
        return "\n".join(["", *self.lines, "NOT in order" if self.failed else "All in order"])


def main(arguments: list[str]) -> int:
    """Take every step that the arguments ask for; 0 when all is in order."""
    signal.signal(signal.SIGTERM, lambda number, frame: sys.exit(128 + number))  # so that the server is stopped too
    quick = "--quick" in arguments
    for_pytest = [argument for argument in arguments if argument != "--quick"]
    report = Report()
    if not for_pytest:
        check_source(report)
    markers = wanted_markers(report, quick=quick)
    run_pytest(report, "pytest on SQLite", for_pytest, markers, {})
    if not quick:
        run_on_postgres(report, for_pytest, markers)
    print(report)
    return 1 if report.failed else 0


def check_source(report: Report) -> None:
    """Everything that can be said without running the product."""
    templates = sorted(map(str, (ROOT / "templates").rglob("*.html")))
    step(report, "packages fit together", [*PYTHON, "pip", "check"])
    step(report, "ruff check", [*PYTHON, "ruff", "check", "--quiet", "."])
    step(report, "ruff format", [*PYTHON, "ruff", "format", "--quiet", "--check", "."])
    step(report, "djade", [PROGRAMS / "djade", "--check", "--target-version", "5.2", *templates])
    step(
        report,
        "mypy",
        [*PYTHON, "mypy", "--no-error-summary", "articles", "benchmarks", "provenance", "tests", "manage.py"],
    )
    step(report, "migrations are made", [sys.executable, "manage.py", "makemigrations", "--check", "--dry-run"])


def wanted_markers(report: Report, *, quick: bool) -> list[str]:
    """The marks of the tests to leave out: by wish when quick, otherwise for want of a browser."""
    if quick:
        return ["browser", "quality"]
    if chromium.program():
        return []
    leave_out(report, "browser tests", f"no Chromium: {chromium.HOW_TO_GET_IT}")
    return ["browser"]


def run_on_postgres(report: Report, for_pytest: list[str], without: list[str]) -> None:
    """The same tests on PostgreSQL."""
    name = "pytest on PostgreSQL"
    url = os.environ.get("TEST_DATABASE_URL")
    programs = postgres.server_programs()
    if url:
        run_pytest(report, name, for_pytest, without, {"DATABASE_URL": url})
    elif programs:
        with postgres.temporary_server(programs) as url:
            run_pytest(report, name, for_pytest, without, {"DATABASE_URL": url})
    else:
        leave_out(report, name, f"no PostgreSQL server: {postgres.HOW_TO_GET_IT}")


def run_pytest(report: Report, name: str, arguments: list[str], without: list[str], extra: dict[str, str]) -> None:
    command: list[str | Path] = [*PYTHON, "pytest", "--numprocesses", str(PROCESSES), "--quiet"]
    marks = " and ".join(f"not {mark}" for mark in dict.fromkeys(without))
    step(report, name, [*command, *(["-m", marks] if marks else []), *arguments], extra)


def step(report: Report, name: str, command: list[str | Path], extra: dict[str, str] | None = None) -> None:
    """Run one command, with its output as it comes."""
    print(f"\n== {name}", flush=True)
    began = time.monotonic()
    code = subprocess.run(command, cwd=ROOT, env=environment() | (extra or {}), check=False).returncode
    report.add(name, "failed" if code else "ok", time.monotonic() - began, failed=bool(code))


def leave_out(report: Report, name: str, why: str) -> None:
    """Note a part that this machine cannot run: a failure where nothing may be left out."""
    strict = bool(os.environ.get("CI"))
    report.add(name, f"{'missing' if strict else 'left out'}: {why}", failed=strict)


def environment() -> dict[str, str]:
    """The environment of every step: this one, without the settings of an installation."""
    kept = {name: value for name, value in os.environ.items() if name not in (*SETTINGS, OF_BROWSER_TESTS)}
    return kept | {"SECRET_KEY": "a key for the tests alone, so that they write none into the project"}
