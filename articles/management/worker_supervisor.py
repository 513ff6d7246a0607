"""A worker process that runs beside the web server of ``start`` and ends with it.

No page waits for linking, because another process links. The worker reads from a pipe that closes when ``start`` stops
or is killed; then it finishes the article at hand and goes. A worker that crashes is started again.
"""

import logging
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event, Thread

from django.conf import settings

logger = logging.getLogger(__name__)

STOP_TIMEOUT = 30  # seconds for the article at hand
RESTART_DELAY = 5  # seconds before a worker that fell over is started again


@contextmanager
def supervise_worker() -> Iterator[None]:
    """Run a worker for as long as the block runs."""
    over = Event()
    supervisor = Thread(target=_keep_worker_running, args=(over,), name="worker beside", daemon=True)
    supervisor.start()
    try:
        yield
    finally:
        over.set()
        supervisor.join()


def _keep_worker_running(over: Event) -> None:
    """Start a worker, and another one whenever it ends, until `over` is set."""
    while not over.is_set():
        with subprocess.Popen(
            [sys.executable, str(settings.BASE_DIR / "manage.py"), "worker", "--until-stdin-closes"],
            stdin=subprocess.PIPE,
            start_new_session=True,  # Ctrl-C in a terminal reaches `start` alone, however far the worker has come
        ) as worker:
            while worker.poll() is None and not over.wait(0.5):
                pass
            if over.is_set():
                _stop_worker(worker)
                return
        logger.error("The worker ended with %s and is being restarted.", worker.returncode)
        over.wait(RESTART_DELAY)


def _stop_worker(worker: "subprocess.Popen[bytes]") -> None:
    assert worker.stdin is not None
    worker.stdin.close()
    try:
        worker.wait(STOP_TIMEOUT)
    except subprocess.TimeoutExpired:  # what it was doing is rolled back, and due again in a minute
        worker.kill()
