"""Tests of the sandbox process."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from articles.importers import read_upload
from articles.importers.parsers import borrow_parsers
from articles.importers.sandbox import SandboxError, SandboxProcess
from tests.services.test_incoming import FERRY

ECHO = "tests.importers.echo"
PAGE = "articles.importers.html_body"
ROOT = Path(__file__).parents[2]


def test_request_answers_one_message_after_the_other() -> None:
    with SandboxProcess(ECHO) as child:
        assert [child.request(b"one"), child.request(b""), child.request(b"x" * 3_000_000)] == [
            b"one",
            b"",
            b"x" * 3_000_000,
        ]


def test_request_reuses_the_child() -> None:
    with SandboxProcess(ECHO) as child:
        assert child.request(b"pid") == child.request(b"pid")


@pytest.mark.parametrize("question", [b"hang", b"spin"])
def test_request_stops_a_slow_answer_and_answers_the_next_message(question: bytes) -> None:
    with SandboxProcess(ECHO, seconds=0.2) as child:
        first = child.request(b"pid")
        with pytest.raises(SandboxError, match=r"it took longer than 0\.2 seconds"):
            child.request(question)
        assert child.request(b"pid") != first


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no other limit than the clock")
def test_request_tries_once_more_where_only_the_clock_ran_out(tmp_path: Path) -> None:
    message = b"hang once " + bytes(tmp_path / "seen")
    with SandboxProcess(ECHO, seconds=0.2) as child:
        assert child.request(message) == message


@pytest.mark.parametrize("question", [b"exit", b"crash", b"babble", b"memory"])
def test_request_replaces_a_child_that_crashed(question: bytes) -> None:
    if question == b"memory" and sys.platform != "linux":
        pytest.skip("only Linux limits a process's address space")
    with SandboxProcess(ECHO) as child:
        with pytest.raises(SandboxError, match="the parser crashed"):
            child.request(question)
        assert child.request(b"still here") == b"still here"


def test_request_ignores_what_libraries_print() -> None:
    with SandboxProcess(ECHO) as child:
        assert child.request(b"print") == b"print"


def test_request_replaces_a_child_that_was_killed() -> None:
    with SandboxProcess(ECHO) as child:
        os.kill(int(child.request(b"pid")), signal.SIGKILL if hasattr(signal, "SIGKILL") else signal.SIGTERM)
        time.sleep(0.2)
        assert child.request(b"still here") == b"still here"


def test_request_raises_when_the_module_does_not_start() -> None:
    with (
        SandboxProcess("tests.readers.no_such_module") as child,
        pytest.raises(SandboxError, match="the parser did not start"),
    ):
        child.request(b"one")


@pytest.mark.skipif(not Path("/proc").exists(), reason="there is no /proc to look for the process in")
def test_close_leaves_no_child_behind() -> None:
    with SandboxProcess(ECHO) as child:
        pid = child.request(b"pid").decode()
        assert Path("/proc", pid).exists()
    assert not Path("/proc", pid).exists()


@pytest.mark.skipif(not Path("/proc").exists(), reason="there is no /proc to look for the process in")
def test_busy_child_ends_when_its_parent_is_killed() -> None:
    program = (
        f"from articles.importers.sandbox import SandboxProcess; child = SandboxProcess({ECHO!r}, seconds=1);"
        "print(child.request(b'pid').decode(), flush=True); child.request(b'spin')"
    )
    parent = subprocess.Popen([sys.executable, "-c", program], cwd=ROOT, stdout=subprocess.PIPE, text=True)
    assert parent.stdout is not None
    pid = int(parent.stdout.readline())
    parent.stdout.close()
    time.sleep(0.2)
    parent.kill()
    parent.wait()
    waited_until = time.monotonic() + 60
    while busy(pid) and time.monotonic() < waited_until:
        time.sleep(0.1)
    assert not busy(pid)


def busy(pid: int) -> bool:
    """Return whether the process runs: it exists and is no zombie of its dead parent."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


HOSTILE = {
    "50,000 attributes": "<div " + " ".join(f'a{number}="x"' for number in range(50_000)) + ">",
    "an unclosed paragraph 200,000 times": "<p>word " * 200_000,
    "200,000 line breaks": "<p>" + "<br>" * 200_000,
}


@pytest.mark.parametrize("html", HOSTILE.values(), ids=HOSTILE)
def test_hostile_page_costs_seconds_at_most(html: str) -> None:
    with SandboxProcess(PAGE, seconds=1) as child:
        with pytest.raises(SandboxError, match="it took longer than 1 seconds"):
            child.request(f"<html><body>{html}".encode())
        assert b"Lavrov" in child.request(b"<html><body><p>'No,' Lavrov said in Moscow on Tuesday.</p></body></html>")


def test_child_gets_no_secret_of_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SECRET_KEY", "a secret")
    monkeypatch.setenv("DATABASE_URL", "postgresql://user:password@host/name")
    with SandboxProcess(ECHO) as child:
        child.request(b"a message")
        assert child._process is not None
        environment = Path(f"/proc/{child._process.pid}/environ")
        if environment.exists():
            assert b"secret" not in environment.read_bytes()
            assert b"password" not in environment.read_bytes()


def test_one_child_reads_what_comes_one_after_the_other() -> None:
    with borrow_parsers() as parsers:
        first = parsers
    with borrow_parsers() as parsers, borrow_parsers() as others:
        assert parsers is first
        assert others is not first


def test_a_child_that_died_meanwhile_is_replaced() -> None:
    for _ in range(2):
        with borrow_parsers() as parsers:
            child = parsers.html._ensure_running()
            child.kill()
            child.wait()
        assert read_upload("ferry.html", FERRY).title == "Brackmere keeps its ferry"
