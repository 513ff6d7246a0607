"""A web server of the test's own on the loopback address, which records what it was asked.

with serve_pages({"/ferry": Page(b"<html>...")}) as server:
    fetch(server.address("/ferry"))
"""

import ssl
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any
from urllib.parse import parse_qsl

CERTIFICATE = Path(__file__).with_name("localhost.pem")  # signed by nobody but itself


@dataclass(frozen=True, slots=True)
class Page:
    """An answer; headers of which one is "Content-Length: 0" by mistake are sent as they are."""

    body: bytes = b""
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    media_type: str = "text/html; charset=utf-8"


Answer = Page | Callable[[BaseHTTPRequestHandler], Page | None]  # a function may write its answer itself


@dataclass(slots=True)
class WebServer:
    """A running server; `requests` are the paths asked for, with their headers, in order; `forms` what was posted."""

    port: int
    pages: dict[str, Answer]
    scheme: str = "http"
    requests: list[tuple[str, Mapping[str, str]]] = field(default_factory=list)
    forms: list[dict[str, str]] = field(default_factory=list)

    def address(self, path: str, host: str = "127.0.0.1") -> str:
        """Return the address of a path."""
        return f"{self.scheme}://{host}:{self.port}{path}"

    @property
    def paths(self) -> list[str]:
        """The paths asked for, in order."""
        return [path for path, _ in self.requests]


@contextmanager
def serve_pages(pages: Mapping[str, Answer], *, secure: bool = False) -> Iterator[WebServer]:
    """Serve `pages` by their path until the block ends; any other path is 404."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            server.requests.append((self.path, dict(self.headers.items())))
            answer = server.pages.get(self.path, Page(b"not found", 404))
            page = answer if isinstance(answer, Page) else answer(self)
            self.close_connection = True
            if page is not None:
                send(self, page)

        def do_POST(self) -> None:
            sent = self.rfile.read(int(self.headers.get("Content-Length", 0)))
            server.forms.append(dict(parse_qsl(sent.decode())))
            self.do_GET()

        def log_message(self, format: str, *args: Any) -> None:
            pass

    def send(handler: BaseHTTPRequestHandler, page: Page) -> None:
        handler.send_response(page.status)
        headers = {"Content-Type": page.media_type, "Content-Length": str(len(page.body)), **page.headers}
        for name, value in headers.items():
            handler.send_header(name, value)
        handler.end_headers()
        handler.wfile.write(page.body)

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as listener:
        listener.daemon_threads = True
        if secure:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(CERTIFICATE)
            listener.socket = context.wrap_socket(listener.socket, server_side=True)
        server = WebServer(listener.server_port, dict(pages), "https" if secure else "http")
        thread = Thread(target=listener.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
        thread.start()
        try:
            yield server
        finally:
            listener.shutdown()
            thread.join()
