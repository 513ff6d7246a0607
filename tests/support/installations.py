"""An installation of the product for tests that run its commands.

`Installation` is a database of its own with settings of its own; its commands are real processes, such as ``start`` or
gunicorn, that answer on a free port and are ended with the signal that an operator would send.
"""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from email.message import Message
from pathlib import Path

import pytest

from tests.support.environment import clean_environment

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 60  # seconds for a process to be ready or gone on a machine that is busy with other tests


@dataclass(frozen=True, slots=True)
class Answer:
    status: int
    headers: Message
    text: str


@dataclass(frozen=True, slots=True)
class Process:
    """A running server, with what it has written so far in a file."""

    popen: subprocess.Popen[bytes]
    log: Path

    @property
    def output(self) -> str:
        return self.log.read_text(encoding="utf-8")

    def wait_for(self, words: str) -> None:
        """Return when the process has written `words`; fail when it ends or takes too long before."""
        until = time.monotonic() + PATIENCE
        while words not in self.output:
            assert self.popen.poll() is None, f"it ended with {self.popen.returncode}:\n{self.output}"
            assert time.monotonic() < until, f"{words!r} did not come:\n{self.output}"
            time.sleep(0.02)

    def end(self, number: signal.Signals) -> int:
        """Return the exit code after this signal."""
        self.popen.send_signal(number)
        return self.popen.wait(PATIENCE)

    def press_ctrl_c(self) -> int:
        """Return the exit code after the interrupt that a terminal sends to the whole group of processes."""
        os.killpg(self.popen.pid, signal.SIGINT)
        return self.popen.wait(PATIENCE)


@dataclass(frozen=True, slots=True)
class Installation:
    """The product with an empty database, `port` to answer on, and a folder to write to."""

    folder: Path
    port: int
    variables: dict[str, str]

    def with_settings(self, **variables: str) -> "Installation":
        return Installation(self.folder, self.port, self.variables | variables)

    def manage(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Return what one of the commands does; it must end by itself."""
        return subprocess.run(
            [sys.executable, "manage.py", *arguments],
            cwd=ROOT,
            env=self._environment(),
            capture_output=True,
            text=True,
            timeout=PATIENCE,
            check=False,
        )

    @contextmanager
    def running(self, *command: str | Path) -> Iterator[Process]:
        """Return a process that goes on until the block ends it, or is killed at its end."""
        log = self.folder / "log.txt"
        with log.open("wb") as file:
            popen = subprocess.Popen(
                list(map(str, command)),
                cwd=ROOT,
                env=self._environment(),
                stdout=file,
                stderr=subprocess.STDOUT,
                process_group=0,
            )
        try:
            yield Process(popen, log)
        finally:
            if popen.poll() is None:
                popen.kill()
                popen.wait()

    def get(self, path: str, **headers: str) -> Answer:
        """Return what the site answers, redirects not followed; a header's name is written with _ for -."""
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        request = urllib.request.Request(f"http://127.0.0.1:{self.port}{path}", headers=named)
        opener = urllib.request.build_opener(_NoRedirect)
        try:
            with opener.open(request, timeout=PATIENCE) as response:
                return Answer(response.status, response.headers, response.read().decode())
        except urllib.error.HTTPError as error:
            with error:
                return Answer(error.code, error.headers, error.read().decode())

    def _environment(self) -> dict[str, str]:
        return clean_environment() | {"PYTHONUNBUFFERED": "1", "PORT": str(self.port)} | self.variables


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *arguments: object, **named: object) -> None:
        """Leave the redirect to the test."""


def server_url() -> str | None:
    """Return the PostgreSQL server that this run of the tests uses, if it uses one."""
    return os.environ.get("TEST_DATABASE_URL") or None


# A test that starts processes is slow: what no database has a say in is tried once.
on_postgresql = pytest.mark.only_on("postgresql")
on_sqlite = pytest.mark.only_on("sqlite")


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
