"""Link waiting articles, one after the other, follow the sources and ask the archive, until told to stop.

Ctrl-C or SIGTERM lets the worker finish the article at hand. If it is killed, nothing is lost: the article is due again
a minute later. Any number of workers may run, on any number of machines.
"""

import logging
import os
import signal
import sys
from contextlib import suppress
from datetime import timedelta
from threading import Event, Thread
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.db import DatabaseError

from articles.management.require_migrations import require_migrations
from articles.services import archives
from articles.services.leases import LEASE_DURATION
from articles.services.sources import follow
from articles.services.worker import work

FOLLOWER_PATIENCE = 25.0  # seconds for the request at hand; what is cut off is due again in minutes


class Command(BaseCommand):
    help = "Link waiting articles until Ctrl-C or SIGTERM. The current article is finished first."

    def add_arguments(self, parser: CommandParser) -> None:
        seconds = LEASE_DURATION.total_seconds()
        lease = "seconds until another worker may take the article of a killed worker (default: %(default)g)"
        stdin = "stop when standard input closes"
        parser.add_argument("--once", action="store_true", help="stop when no article is waiting")
        parser.add_argument("--lease", type=float, default=seconds, metavar="SECONDS", help=lease)
        parser.add_argument("--until-stdin-closes", action="store_true", help=stdin)

    def handle(self, *args: Any, **options: Any) -> None:
        with suppress(DatabaseError):  # one that does not answer yet is waited for
            require_migrations()
        stop = Event()
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: stop.set())
        if options["until_stdin_closes"]:
            Thread(target=_wait_for_end_of_input, args=(stop,), daemon=True).start()
        logging.getLogger("articles").setLevel(logging.INFO)
        logger = logging.getLogger("articles.worker")
        logger.info("Worker started.")
        if options["once"]:
            follow(stop=stop, once=True)
        else:
            follower = Thread(target=follow, kwargs={"stop": stop}, name="sources", daemon=True)
            follower.start()
            asker = Thread(target=archives.follow, kwargs={"stop": stop}, name="archives", daemon=True)
            asker.start()
        linked = work(stop=stop, lease_duration=timedelta(seconds=options["lease"]), once=options["once"])
        if options["once"]:
            archives.follow(stop=stop, once=True)
        else:
            follower.join(FOLLOWER_PATIENCE)
            asker.join(FOLLOWER_PATIENCE)
        logger.info("Stopped after %s articles.", linked)


def _wait_for_end_of_input(stop: Event) -> None:
    """Wait until the other end of the pipe closes, as it does when its process ends in whatever way.

    Read without Python's buffer: its lock, held by a waiting thread, makes an interpreter that ends fail.
    """
    while os.read(sys.stdin.fileno(), 1024):
        pass
    stop.set()
