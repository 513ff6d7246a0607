"""Sandbox: run a parser in a child process that can be killed.

No HTML parser is safe alone: half a megabyte with 50,000 attributes on one element keeps lxml busy for 24 seconds, and
no signal interrupts it. A `SandboxProcess` handles many documents, one after the other; where a document takes longer
than the limit, or more memory, the child is killed and the next document gets a new child.

The parent calls `SandboxProcess.request`, the child runs `serve`. They exchange byte strings, each after its length,
over the child's standard input and output. Nothing that the child sends is executed or unpickled.
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
"""Processor time for a document. The slowest of the 181 pages of the benchmark named in `html_body` takes 0.4 s."""

WALL_CLOCK_FACTOR = 3.0
"""Wall-clock time over processor time. On a busy machine the 181 pages took seven times their processor time, which
still leaves the slowest of them room. Where the system cannot limit processor time, this limit is the only one."""

RETRY_FACTOR = 12.0  # the same for the second attempt, where the system limits processor time

STARTUP_SECONDS = 60.0  # until a child has imported its libraries: 0.6 s measured, more on a busy machine

MEMORY_BYTES = 1 << 30
"""Address space of a child, where the system can limit it. Hostile pages of the longest size read, 5 MB, take up to
0.35 GB."""

MAX_MESSAGE_BYTES = 50_000_000  # in either direction; ten times the longest file read

_HEADER_BYTES = 8
_CPU_LIMIT_RETURN_CODE = -getattr(signal, "SIGXCPU", 0) or None  # of a child that exceeded its processor time
_CLOCK_FACTORS = (WALL_CLOCK_FACTOR,) if resource is None else (WALL_CLOCK_FACTOR, RETRY_FACTOR)
_ENVIRONMENT = {"PATH", "PYTHONPATH", "PYTHONDONTWRITEBYTECODE", "PYTHONWARNINGS", "LANG", "LC_ALL", "TZ"}
_ENVIRONMENT |= {"HOME", "TMPDIR", "VIRTUAL_ENV", "SYSTEMROOT", "LD_LIBRARY_PATH"}
_PROJECT_DIR = Path(__file__).resolve().parents[2]


class SandboxError(Exception):
    """The child gave no answer; the message says why in a few words."""


class SandboxProcess:
    """A child process that runs ``python -m module`` and answers requests; started when first needed.

    `seconds` is the limit of processor time for each answer; the wall-clock limit is `WALL_CLOCK_FACTOR` times that.
    """

    def __init__(self, module: str, *, seconds: float = CPU_SECONDS) -> None:
        self.module = module
        self.seconds = seconds
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def request(self, message: bytes) -> bytes:
        """Send a message to the child and return its answer.

        Where time ran out on the clock but not on the processor, the machine was busy, and the message is tried once
        more with more time. Raises `SandboxError` where the child takes too long or dies; the next request then gets a
        new child.
        """
        for factor in _CLOCK_FACTORS:
            process = self._ensure_running()
            answer, late = _exchange(process, message, factor * self.seconds)
            if answer is not None and not late:
                return answer
            self.close()
            if not late:
                break
        late = late or process.returncode == _CPU_LIMIT_RETURN_CODE
        raise SandboxError(f"it took longer than {self.seconds:g} seconds" if late else "the parser crashed")

    def close(self) -> None:
        """Kill the child, if there is one."""
        process, self._process = self._process, None
        if process is None:
            return
        process.kill()
        process.wait()
        for pipe in (process.stdin, process.stdout):
            if pipe is not None:
                with contextlib.suppress(OSError):  # unread input cannot be flushed any more
                    pipe.close()

    def _ensure_running(self) -> subprocess.Popen[bytes]:
        """Return the child, started anew where there is none or where it has died."""
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
        return subprocess.Popen(
            command, cwd=_PROJECT_DIR, env=_build_environment(), stdin=pipe, stdout=pipe, stderr=subprocess.DEVNULL
        )
    except OSError as problem:
        raise SandboxError(f"the parser could not be started: {problem.strerror}") from None


def _build_environment() -> dict[str, str]:
    """Return what a child needs of the environment: no key, no address of a database, nothing to steal."""
    return {name: value for name, value in os.environ.items() if name in _ENVIRONMENT}


def _exchange(process: subprocess.Popen[bytes], message: bytes | None, seconds: float) -> tuple[bytes | None, bool]:
    """Return the answer to the message, None where the child died, and whether the time ran out.

    A timer kills the child, which ends writing and reading wherever they stand.
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
        if message is not None:
            _write_message(process.stdin, message)
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
    """Read the next message; None at the end of the pipe, or where the message is longer than allowed."""
    header = pipe.read(_HEADER_BYTES)
    length = int.from_bytes(header, "big")
    if len(header) < _HEADER_BYTES or length > MAX_MESSAGE_BYTES:
        return None
    message = pipe.read(length)
    return message if len(message) == length else None


def serve(answer: Callable[[bytes], bytes]) -> None:
    """Answer requests in the child until the parent closes the pipe.

    Output of libraries is discarded, so that it cannot be taken for an answer. The child limits its own processor time:
    it ends by itself even where its parent was killed meanwhile.
    """
    seconds = float(sys.argv[1])
    with os.fdopen(os.dup(1), "wb") as answers, open(os.devnull, "wb") as null:
        os.dup2(null.fileno(), 1)
        _limit_memory()
        _write_message(answers, b"ready")
        while (message := _read_message(sys.stdin.buffer)) is not None:
            _limit_processor(seconds)
            _write_message(answers, answer(message))


def _limit_memory() -> None:
    if resource is not None:
        _set_limit(resource.RLIMIT_AS, MEMORY_BYTES)
        _set_limit(resource.RLIMIT_CORE, 0)
        _set_limit(resource.RLIMIT_FSIZE, 0)  # it writes no file


def _limit_processor(seconds: float) -> None:
    if resource is not None:
        used = resource.getrusage(resource.RUSAGE_SELF)
        _set_limit(resource.RLIMIT_CPU, math.ceil(used.ru_utime + used.ru_stime + seconds))


def _set_limit(limit: int, amount: int) -> None:
    assert resource is not None
    _, hard = resource.getrlimit(limit)
    allowed = amount if hard == resource.RLIM_INFINITY else min(amount, hard)
    with contextlib.suppress(OSError, ValueError):  # macOS knows RLIMIT_AS but does not set it
        resource.setrlimit(limit, (allowed, hard))
