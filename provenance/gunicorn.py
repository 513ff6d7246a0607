"""How does gunicorn serve the site?

``gunicorn --config python:provenance.gunicorn provenance.wsgi``, in the image and beside it alike. Threads, because a
page waits for the database most of its time; two processes of four answered 1,036 requests a second on two cores. The
values come from the environment by way of `provenance.settings`.
"""

import gc
from pathlib import Path
from typing import Any

from provenance import settings

bind = f"{'[' + settings.HOST + ']' if ':' in settings.HOST else settings.HOST}:{settings.PORT}"
worker_class = "gthread"
workers = settings.WEB_WORKERS
threads = settings.WEB_THREADS
timeout = 30  # seconds without a sign of life until a process is replaced
graceful_timeout = 20  # seconds to finish what is under way after SIGTERM
# The sign of life is a file: on a disk it can stall, so it lies in memory where there is such a place.
worker_tmp_dir = next((place for place in ("/dev/shm",) if Path(place).is_dir()), None)
control_socket_disable = True  # it would lie in a home folder, which the image's user does not have
accesslog = "-"


def post_worker_init(worker: Any) -> None:
    """What a process has loaded stays: the collector of garbage need not look through it for 40 ms now and then."""
    gc.collect()
    gc.freeze()
