"""How can a parser that may never come back be stopped?

By running it in a child process. No HTML parser is safe alone: half a megabyte with 50,000 attributes on one element
keeps lxml busy for 24 seconds, and no signal interrupts it meanwhile. A `SandboxProcess` answers many documents, one
after the other; when one takes longer than the limit, or more memory, the child is killed and the next document gets a
new one.

The parent's side is `Child.ask`, the child's side is `serve`; between them go byte strings, each after its length, over
the child's standard input and output. Nothing that the child sends is executed or unpickled.

Left to others: what is asked and answered (`page` and `html`).
"""

import contextlib
import math
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from threading import Event, Timer
from typing import IO, Self

try:
    import resource
except ImportError:  # Windows: a wall-clock limit only
    resource = None  # type: ignore[assignment]

CPU_SECONDS = 5.0
"""Processor time for one document. The slowest of the 181 news pages of the benchmark named in `page` takes 0.4 s."""

WALL_CLOCK_FACTOR = 3.0
"""How many times that by the clock. On a machine with much else to do the 181 pages took seven times their time, which
still leaves the slowest of them room; where the system cannot limit processor time, this limit is the only one."""

STARTUP_SECONDS = (
    60.0  # until a child has imported its libraries: 0.6 s measured, on a machine with much else to do more
)

MEMORY_BYTES = 1 << 30
"""Address space of a child, where the system can limit it. Pages of 5 MB, the longest read, made to be hard, take up to
0.35 GB."""

MAX_MESSAGE_BYTES = 50_000_000  # bytes, either way; ten times the longest file read

_HEADER_BYTES = 8
_CPU_LIMIT_RETURN_CODE = -getattr(signal, "SIGXCPU", 0) or None  # what a child's return code says of its processor time
_PROJECT_DIR = Path(__file__).resolve().parents[2]


class SandboxError(Exception):
    """The child gave no answer: its message says in a few words what became of it."""


class SandboxProcess:
    """A process that runs ``python -m module`` and answers what it is asked; started when first needed.

    `seconds` is the processor time that each answer may take; by the clock it may be `WALL_CLOCK_FACTOR` times as long.
    """

    def __init__(self, module: str, *, seconds: float = CPU_SECONDS) -> None:
        self.module = module
        self.seconds = seconds
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def request(self, question: bytes) -> bytes:
        """The child's answer.

        Raises `SandboxError` when it takes too long or dies on the question; the next question then gets a new child.
        """
        process = self._ensure_running()
        answer, late = _exchange(process, question, WALL_CLOCK_FACTOR * self.seconds)
        if answer is None or late:
            self.close()
            late = late or process.returncode == _CPU_LIMIT_RETURN_CODE
            raise SandboxError(f"it took longer than {self.seconds:g} seconds" if late else "the parser broke down")
        return answer

    def close(self) -> None:
        """End the child, if there is one."""
        process, self._process = self._process, None
        if process is None:
            return
        process.kill()
        process.wait()
        for pipe in (process.stdin, process.stdout):
            if pipe is not None:
                with contextlib.suppress(OSError):  # what was never read cannot be flushed any more
                    pipe.close()

    def _ensure_running(self) -> subprocess.Popen[bytes]:
        """The child, started anew where there is none or where it has gone."""
        if self._process is None or self._process.poll() is not None:
            self.close()
            self._process = _start_process(self.module, self.seconds)
            greeting, _ = _exchange(self._process, None, STARTUP_SECONDS)
            if greeting is None:
                self.close()
                raise SandboxError("the parser did not start")
        return self._process


def _start_process(module: str, seconds: float) -> subprocess.Popen[bytes]:
    pipe = subprocess.PIPE
    command = [sys.executable, "-m", module, str(seconds)]
    try:
        return subprocess.Popen(command, cwd=_PROJECT_DIR, stdin=pipe, stdout=pipe, stderr=subprocess.DEVNULL)
    except OSError as problem:
        raise SandboxError(f"no parser could be started: {problem.strerror}") from None


def _exchange(process: subprocess.Popen[bytes], question: bytes | None, seconds: float) -> tuple[bytes | None, bool]:
    """The answer to the question, None where the child is gone; and whether the clock ran out.

    A timer kills the child, which ends the sending and the reading wherever they stand.
    """
    assert process.stdin is not None
    assert process.stdout is not None
    late = Event()

    def stop() -> None:
        late.set()
        process.kill()

    timer = Timer(seconds, stop)
    timer.daemon = True
    timer.start()
    try:
        if question is not None:
            _write_message(process.stdin, question)
        answer = _read_message(process.stdout)
    except OSError:  # the pipe broke: the child is gone
        answer = None
    finally:
        timer.cancel()
        timer.join()
    return answer, late.is_set()


def _write_message(pipe: IO[bytes], message: bytes) -> None:
    pipe.write(len(message).to_bytes(_HEADER_BYTES, "big") + message)
    pipe.flush()


def _read_message(pipe: IO[bytes]) -> bytes | None:
    """The next message; None at the end of the pipe, or where it is longer than any honest one."""
    header = pipe.read(_HEADER_BYTES)
    length = int.from_bytes(header, "big")
    if len(header) < _HEADER_BYTES or length > MAX_MESSAGE_BYTES:
        return None
    message = pipe.read(length)
    return message if len(message) == length else None


def serve(answer: Callable[[bytes], bytes]) -> None:
    """The child's side: answer questions until the parent closes the pipe.

    What libraries print goes nowhere, so that it cannot be taken for an answer. The limit of processor time is the
    child's own: it ends by itself even when its parent was killed meanwhile.
    """
    seconds = float(sys.argv[1])
    with os.fdopen(os.dup(1), "wb") as answers, open(os.devnull, "wb") as nowhere:
        os.dup2(nowhere.fileno(), 1)
        _limit_memory()
        _write_message(answers, b"ready")
        while (question := _read_message(sys.stdin.buffer)) is not None:
            _limit_processor(seconds)
            _write_message(answers, answer(question))


def _limit_memory() -> None:
    if resource is not None:
        _set_limit(resource.RLIMIT_AS, MEMORY_BYTES)
        _set_limit(resource.RLIMIT_CORE, 0)


def _limit_processor(seconds: float) -> None:
    if resource is not None:
        used = resource.getrusage(resource.RUSAGE_SELF)
        _set_limit(resource.RLIMIT_CPU, math.ceil(used.ru_utime + used.ru_stime + seconds))


def _set_limit(what: int, amount: int) -> None:
    assert resource is not None
    _, hard = resource.getrlimit(what)
    allowed = amount if hard == resource.RLIM_INFINITY else min(amount, hard)
    with contextlib.suppress(OSError, ValueError):  # macOS knows RLIMIT_AS but does not set it
        resource.setrlimit(what, (allowed, hard))
