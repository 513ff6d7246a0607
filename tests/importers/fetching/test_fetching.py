"""What fetching gives and refuses, asked of a web server on this machine."""

import gzip
import hashlib
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler

import pytest
from pytest_django import Settings

from articles import __version__
from articles.importers import fetching
from articles.importers.fetching import FetchError, Redirect, fetch
from tests.support.web_server import Page, WebServer, serve_pages

FERRY = "<html><p>“The boat stays,” said Ida Solberg.</p></html>".encode()


@pytest.fixture
def server(settings: Settings) -> Iterator[WebServer]:
    """Provide a web server that may be fetched from."""
    settings.FETCH_LOOPBACK = True
    with serve_pages({"/ferry": Page(FERRY, headers={"ETag": '"7"', "Set-Cookie": "a=b", "X-Power": "on"})}) as running:
        yield running


def test_a_page_comes_with_its_bytes_status_and_headers_that_matter(server: WebServer) -> None:
    page = fetch(server.address("/ferry"))
    assert (page.status, page.body, page.media_type, page.charset) == (200, FERRY, "text/html", "utf-8")
    assert page.headers["etag"] == '"7"'
    assert not {"set-cookie", "x-power"} & set(page.headers)
    assert page.sha256 == hashlib.sha256(FERRY).hexdigest()


def test_a_server_is_told_who_asks(server: WebServer) -> None:
    fetch(server.address("/ferry"))
    _, headers = server.requests[0]
    assert headers["User-Agent"].startswith(f"QuoteProvenance/{__version__}")
    assert headers["Accept-Encoding"] == "gzip"
    assert headers["Host"] == f"127.0.0.1:{server.port}"
    assert "Cookie" not in headers


def test_a_missing_page_is_an_answer(server: WebServer) -> None:
    assert fetch(server.address("/elsewhere")).status == 404


def test_redirects_are_followed_and_told(server: WebServer) -> None:
    server.pages["/old"] = Page(status=301, headers={"Location": "/middle?x=1"})
    server.pages["/middle?x=1"] = Page(status=302, headers={"Location": server.address("/ferry") + "#top"})
    page = fetch(server.address("/old"))
    assert page.final_address == server.address("/ferry")
    assert page.redirects == (
        Redirect(301, server.address("/old")),
        Redirect(302, server.address("/middle?x=1")),
    )


def test_a_redirect_to_an_address_with_accents_is_followed(server: WebServer) -> None:
    def lead_on(handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write("HTTP/1.1 302 Found\r\nLocation: /fähre\r\nContent-Length: 0\r\n\r\n".encode())

    server.pages["/old"] = lead_on
    server.pages["/f%C3%A4hre"] = Page(FERRY)
    assert fetch(server.address("/old")).body == FERRY


@pytest.mark.parametrize(
    "location", ["http://10.0.0.1/", "http://169.254.169.254/latest", "file:///etc/passwd", "http://[::ffff:10.0.0.1]/"]
)
def test_a_redirect_to_a_private_host_is_refused(location: str, server: WebServer) -> None:
    server.pages["/trap"] = Page(status=302, headers={"Location": location})
    with pytest.raises(FetchError):
        fetch(server.address("/trap"))


def test_a_circle_of_redirects_ends(server: WebServer) -> None:
    server.pages["/round"] = Page(status=302, headers={"Location": "/round"})
    with pytest.raises(FetchError, match="leads on more than 5 times"):
        fetch(server.address("/round"))
    assert len(server.paths) == 6


def test_a_compressed_page_is_decompressed(server: WebServer) -> None:
    server.pages["/packed"] = Page(gzip.compress(FERRY), headers={"Content-Encoding": "gzip"})
    server.pages["/wrongly"] = Page(FERRY, headers={"Content-Encoding": "gzip"})
    assert fetch(server.address("/packed")).body == FERRY
    assert fetch(server.address("/wrongly")).body == FERRY


def test_a_bomb_is_refused_before_it_bursts(server: WebServer) -> None:
    server.pages["/bomb"] = Page(gzip.compress(bytes(300_000_000), 9), headers={"Content-Encoding": "gzip"})
    with pytest.raises(FetchError, match="larger than 10 MB"):
        fetch(server.address("/bomb"))


def test_a_page_over_10_megabytes_is_refused(server: WebServer) -> None:
    server.pages["/long"] = Page(bytes(10_000_001))
    with pytest.raises(FetchError, match="larger than 10 MB"):
        fetch(server.address("/long"))


def test_a_compression_that_was_not_asked_for_is_refused(server: WebServer) -> None:
    server.pages["/brotli"] = Page(b"\x0b\x02\x80", headers={"Content-Encoding": "br"})
    with pytest.raises(FetchError, match="not asked for"):
        fetch(server.address("/brotli"))


@pytest.mark.parametrize("part", ["head", "body"])
def test_a_server_that_sends_a_byte_now_and_then_is_given_up(
    part: str, server: WebServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    def drip(handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write(b"HTTP/1.1 200 OK\r\n" + (b"\r\n" if part == "body" else b"X: "))
        for _ in range(100):
            handler.wfile.write(b"a")
            time.sleep(0.05)

    monkeypatch.setattr(fetching, "MAX_SECONDS", 0.4)
    server.pages["/drip"] = drip
    began = time.monotonic()
    with pytest.raises(FetchError, match="did not come within"):
        fetch(server.address("/drip"))
    assert time.monotonic() - began < 3


@pytest.mark.parametrize(
    "answer", [b"", b"SSH-2.0-OpenSSH_9.2\r\n", b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nabc"]
)
def test_what_is_no_whole_answer_reads_like_a_closed_port(answer: bytes, server: WebServer) -> None:
    def send(handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write(answer)

    server.pages["/odd"] = send
    with pytest.raises(FetchError) as odd:
        fetch(server.address("/odd"))
    with pytest.raises(FetchError) as closed:
        fetch("http://127.0.0.1:1/")
    assert str(odd.value) == str(closed.value)


def test_a_certificate_that_nobody_signed_is_refused(settings: Settings) -> None:
    settings.FETCH_LOOPBACK = True
    with serve_pages({"/ferry": Page(FERRY)}, secure=True) as secure:
        with pytest.raises(FetchError, match="certificate is not valid"):
            fetch(secure.address("/ferry", host="localhost"))
        assert secure.paths == []


def test_this_machine_is_not_fetched_from_unless_allowed(server: WebServer, settings: Settings) -> None:
    settings.FETCH_LOOPBACK = False
    with pytest.raises(FetchError):
        fetch(server.address("/ferry"))
    assert server.paths == []


def test_an_unchanged_page_is_not_sent_again(server: WebServer) -> None:
    server.pages["/feed"] = lambda handler: (
        Page(status=304) if handler.headers["If-None-Match"] == '"7"' else Page(FERRY, headers={"ETag": '"7"'})
    )
    first = fetch(server.address("/feed"))
    again = fetch(server.address("/feed"), headers={"If-None-Match": first.headers["etag"]})
    assert (again.status, again.body) == (304, b"")
