import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from articles.importers.sandbox import Child, Stopped

ECHO = "tests.importers.echo"
PAGE = "articles.importers.html_body"
ROOT = Path(__file__).parents[2]


def test_a_child_answers_one_question_after_the_other() -> None:
    with Child(ECHO) as child:
        assert [child.ask(b"one"), child.ask(b""), child.ask(b"x" * 3_000_000)] == [b"one", b"", b"x" * 3_000_000]


def test_a_child_is_started_once() -> None:
    with Child(ECHO) as child:
        assert child.ask(b"pid") == child.ask(b"pid")


@pytest.mark.parametrize("question", [b"hang", b"spin"])
def test_what_takes_too_long_is_stopped_and_the_next_question_answered(question: bytes) -> None:
    with Child(ECHO, seconds=1) as child:
        first = child.ask(b"pid")
        with pytest.raises(Stopped, match="it took longer than 1 seconds"):
            child.ask(question)
        assert child.ask(b"pid") != first


@pytest.mark.parametrize("question", [b"exit", b"crash", b"babble", b"memory"])
def test_a_child_that_breaks_down_is_replaced(question: bytes) -> None:
    if question == b"memory" and sys.platform != "linux":
        pytest.skip("only Linux limits a process's address space")
    with Child(ECHO) as child:
        with pytest.raises(Stopped, match="the parser broke down"):
            child.ask(question)
        assert child.ask(b"still here") == b"still here"


def test_what_a_library_prints_is_no_answer() -> None:
    with Child(ECHO) as child:
        assert child.ask(b"print") == b"print"


def test_a_child_that_was_killed_between_questions_is_replaced() -> None:
    with Child(ECHO) as child:
        os.kill(int(child.ask(b"pid")), signal.SIGKILL if hasattr(signal, "SIGKILL") else signal.SIGTERM)
        time.sleep(0.2)
        assert child.ask(b"still here") == b"still here"


def test_a_module_that_does_not_start_is_said_so() -> None:
    with Child("tests.readers.no_such_module") as child, pytest.raises(Stopped, match="the parser did not start"):
        child.ask(b"one")


@pytest.mark.skipif(not Path("/proc").exists(), reason="there is no /proc to look for the process in")
def test_no_child_is_left_behind() -> None:
    with Child(ECHO) as child:
        pid = child.ask(b"pid").decode()
        assert Path("/proc", pid).exists()
    assert not Path("/proc", pid).exists()


@pytest.mark.skipif(not Path("/proc").exists(), reason="there is no /proc to look for the process in")
def test_a_busy_child_whose_parent_is_killed_ends_by_itself() -> None:
    program = (
        f"from articles.importers.sandbox import Child; child = Child({ECHO!r}, seconds=1);"
        "print(child.ask(b'pid').decode(), flush=True); child.ask(b'spin')"
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
    """Is the process there, and not only its entry in the table of its dead parent?"""
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
def test_a_page_made_to_choke_the_parser_costs_seconds_and_no_more(html: str) -> None:
    with Child(PAGE, seconds=1) as child:
        with pytest.raises(Stopped, match="it took longer than 1 seconds"):
            child.ask(f"<html><body>{html}".encode())
        assert b"Lavrov" in child.ask(b"<html><body><p>'No,' Lavrov said in Moscow on Tuesday.</p></body></html>")
