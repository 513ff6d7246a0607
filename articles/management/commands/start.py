"""Prepare and serve the product on this machine with one command.

``python manage.py start`` also makes a curator's login the first time. A worker runs beside the site and ends with it.
Whatever prevents the start - the port in use, no right to write, a database that does not answer - is one sentence and
exit code 1. In production gunicorn serves.
"""

import errno
import secrets
import signal
import socket
from contextlib import suppress
from typing import TYPE_CHECKING, Any, NoReturn

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.core.servers.basehttp import get_internal_wsgi_application
from django.db import DatabaseError, connection

from articles.management.worker_supervisor import supervise_worker
from articles.models import Article
from articles.services.ingest import load_demo

if TYPE_CHECKING:
    from waitress.server import BaseWSGIServer, MultiSocketServer

CURATOR = "curator"
PASSWORD_BYTES = 12  # 96 bits, 16 characters to copy from the screen
CONNECT_TIMEOUT = 5  # seconds for a PostgreSQL server to answer at all
THREADS = 4
WILDCARD_ADDRESSES = {"0.0.0.0", "::", ""}


class Command(BaseCommand):
    help = "Migrate, load the demo articles into an empty database, and serve the site at HOST:PORT until Ctrl-C."

    def handle(self, *args: Any, **options: Any) -> None:
        for number in (signal.SIGTERM, signal.SIGINT):  # a shell's background job is started with Ctrl-C switched off
            signal.signal(number, _interrupt)
        with suppress(KeyboardInterrupt):
            server = self.listen()  # first: nothing is done, and no password shown, where the port is taken
            self.prepare()
            with supervise_worker():
                self.announce()
                server.run()
        self.stdout.write("Stopped.")

    def listen(self) -> "BaseWSGIServer | MultiSocketServer":
        """Bind the port; visitors who come before everything is ready wait."""
        from waitress import create_server

        try:
            site = get_internal_wsgi_application()
            return create_server(site, host=settings.HOST, port=settings.PORT, threads=THREADS, ident=None)
        except (OSError, ValueError) as error:
            raise CommandError(explain_listen_error(error)) from error

    def prepare(self) -> None:
        """Migrate the database and fill it if it is empty."""
        try:
            reach_database()
            call_command("migrate", verbosity=0)
            self.stdout.write("The database is up to date.")
            if not settings.PRODUCTION:
                if not Article.objects.exists():
                    self.stdout.write(f"{len(load_demo())} demo articles are in the database.")
                self.make_first_curator()
        except DatabaseError as error:
            raise CommandError(explain_database_error(error)) from error

    def make_first_curator(self) -> None:
        """Make a login for the admin where nobody has one; show its password once and store it as a hash."""
        users = get_user_model()._default_manager
        if users.exists():
            return
        password = secrets.token_urlsafe(PASSWORD_BYTES)
        users.create_superuser(username=CURATOR, email="", password=password)
        self.stdout.write(f"To curate, log in at /admin/ as {CURATOR} with the password {password} (shown only once).")

    def announce(self) -> None:
        host = "127.0.0.1" if settings.HOST in WILDCARD_ADDRESSES else settings.HOST
        shown = f"[{host}]" if ":" in host else host
        self.stdout.write(f"Quote provenance is at http://{shown}:{settings.PORT}/ (stop with Ctrl-C).")
        self.stdout.flush()


def reach_database() -> None:
    """Raise a DatabaseError with the reason if the database does not answer.

    A connection pool would retry and then say only that it took too long, so a PostgreSQL server is asked directly.
    """
    if connection.vendor != "postgresql":
        connection.ensure_connection()
        return
    import psycopg

    parameters = {"connect_timeout": CONNECT_TIMEOUT} | connection.get_connection_params()
    with connection.wrap_database_errors:
        psycopg.connect(**parameters).close()


def explain_listen_error(error: OSError | ValueError) -> str:
    """Say what keeps the server from its address, and what to do about it."""
    host, port = settings.HOST, settings.PORT
    if isinstance(error, socket.gaierror | ValueError):
        return f"HOST must be an address of this machine, not {host!r}."
    match error.errno:
        case errno.EADDRINUSE:
            return f"Port {port} is in use. Stop the program that uses it, or choose another port with PORT={port + 1}."
        case errno.EACCES:
            return f"This user may not serve on port {port}: choose one from 1024 on, as in PORT=8000."
        case errno.EADDRNOTAVAIL:
            return f"HOST must be an address of this machine, not {host!r}."
    return f"The server cannot listen on {host}:{port}: {error.strerror}."


def explain_database_error(error: DatabaseError) -> str:
    """Say what is wrong with the database, in the server's own words where it has some."""
    words = str(error).strip().partition("\n")[0].rstrip(".")
    if connection.vendor == "postgresql":
        return f"The database that DATABASE_URL names cannot be used: {words}."
    file = connection.settings_dict["NAME"]
    return f"The database {file} cannot be used ({words}): this user must be able to write it and its folder."


def _interrupt(*signal_and_frame: object) -> NoReturn:
    raise KeyboardInterrupt
