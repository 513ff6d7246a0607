"""A worker process that runs beside the web server of ``start`` and ends with it.

``start`` serves in one process and links in another, so that no page waits for linking. The worker reads from a pipe
that closes when ``start`` stops or is killed. At the end of that input it finishes the article at hand and goes. A
worker that crashes is started again. In production the worker is a service of its own.
"""

import logging
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event, Thread

from django.conf import settings

logger = logging.getLogger(__name__)

WORKER_COMMAND = ("worker", "--until-stdin-closes")
STOP_TIMEOUT = 30  # seconds for the article at hand
RESTART_DELAY = 5  # seconds before a worker that fell over is started again


@contextmanager
def supervise_worker() -> Iterator[None]:
    """Run a worker for as long as the block runs."""
    over = Event()
    watching = Thread(target=_keep_worker_running, args=(over,), name="worker beside", daemon=True)
    watching.start()
    try:
        yield
    finally:
        over.set()
        watching.join()


def _keep_worker_running(over: Event) -> None:
    """Start a worker, and another one whenever it ends, until `over` is set."""
    while not over.is_set():
        with subprocess.Popen(
            [sys.executable, str(settings.BASE_DIR / "manage.py"), *WORKER_COMMAND],
            stdin=subprocess.PIPE,
            start_new_session=True,  # Ctrl-C in a terminal reaches `start` alone, however far the worker has come
        ) as worker:
            while worker.poll() is None and not over.wait(0.5):
                pass
            if over.is_set():
                _stop_worker(worker)
                return
        logger.error("The worker ended with %s and is started again.", worker.returncode)
        over.wait(RESTART_DELAY)


def _stop_worker(worker: "subprocess.Popen[bytes]") -> None:
    assert worker.stdin is not None
    worker.stdin.close()
    try:
        worker.wait(STOP_TIMEOUT)
    except subprocess.TimeoutExpired:  # what it was doing is rolled back, and due again in a minute
        worker.kill()
