"""The two child processes that parse what comes from outside, each started when it is first needed.

For one document, an upload or a page that a curator looks at, `borrow_parsers` lends those of the document before.
"""

import atexit
import os
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock, Timer
from typing import Self

from articles.importers.html import PARSER_MODULE
from articles.importers.sandbox import SandboxProcess

FORMATS_MODULE = "articles.importers.formats.child"


class Parsers:
    """The parser of HTML pages and the one of every other format."""

    def __init__(self) -> None:
        self.html = SandboxProcess(PARSER_MODULE)
        self.formats = SandboxProcess(FORMATS_MODULE)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.html.close()
        self.formats.close()


KEPT_SECONDS = 300.0  # that parsers stay after their last use, with some 100 MB


class _SpareParsers:
    """The parsers of this process that run already: to start them takes longer than to parse a page."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._parsers: Parsers | None = None
        self._timer: Timer | None = None

    def take(self) -> Parsers:
        """Return the spare parsers, or new ones."""
        with self._lock:
            parsers, self._parsers = self._parsers, None
            self._stop_timer()
        return parsers or Parsers()

    def give_back(self, parsers: Parsers) -> None:
        """Keep parsers for the next document, unless others are kept already."""
        with self._lock:
            if self._parsers is None:
                self._parsers, self._timer = parsers, Timer(KEPT_SECONDS, self.close)
                self._timer.daemon = True
                self._timer.start()
                return
        parsers.__exit__()

    def close(self) -> None:
        """End the spare parsers."""
        with self._lock:
            parsers, self._parsers = self._parsers, None
            self._stop_timer()
        if parsers:
            parsers.__exit__()

    def forget(self) -> None:
        """Leave the parsers to the parent of this process, which was forked."""
        self._lock, self._parsers, self._timer = Lock(), None, None

    def _stop_timer(self) -> None:
        if self._timer:
            self._timer.cancel()
        self._timer = None


_spare = _SpareParsers()
atexit.register(_spare.close)
if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_spare.forget)


@contextmanager
def borrow_parsers() -> Iterator[Parsers]:
    """Lend the parsers that run in this process already, or new ones, to one document."""
    parsers = _spare.take()
    try:
        yield parsers
    finally:
        _spare.give_back(parsers)
