"""Fetching: the only code of the product that opens a connection to another machine.

`fetch` asks for one address and follows its redirects. Each address on the way passes the same gate: its form is
checked, its host is resolved once, all answers are checked, and the connection goes to a checked answer
(`addresses`). Five seconds to connect, `MAX_SECONDS` in all, `MAX_BYTES` after decompression. No proxy variables, no
cookies, certificates always verified.

``fetch("https://www.theprovince.example/ferry")`` gives status 200 and the final address
``https://www.theprovince.example/news/ferry``, with the redirect that led there.

A status such as 404 or 451 is an answer, which the caller judges; `FetchError` says that there was none.
"""

import hashlib
import re
import ssl
import time
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from urllib.parse import urlencode, urljoin

import httpcore
import httpx
from django.conf import settings
from django.utils import timezone
from ssrfguard import Policy, SSRFGuardError

from articles.importers.fetching.addresses import AddressError, build_policy, parse_address
from articles.importers.fetching.connections import DeadlineBackend, TooSlowError

CONNECT_SECONDS = 5.0
MAX_SECONDS = 20.0  # from the first look-up to the last byte, redirects included
MAX_BYTES = 10_000_000  # of the body, decompressed; the longest page that is read has 5 MB
MAX_REDIRECTS = 5
ACCEPT_PAGES = "text/html,application/xhtml+xml;q=0.9,*/*;q=0.1"

# One sentence for a closed port, a silent one and one where something else answers: else it would be a port scanner.
NO_ANSWER = "no web page could be got from this address; check it, or save the page and upload the file"

_KEPT_HEADERS = frozenset(
    {"cache-control", "content-language", "content-type", "date", "etag", "expires", "last-modified", "link"}
    | {"memento-datetime", "retry-after", "x-robots-tag"}
)  # fmt: skip
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_CHUNK = 65_536


class FetchError(Exception):
    """An address gave nothing; the message says why in a clause, and what to do."""


@dataclass(frozen=True, slots=True)
class Redirect:
    """A step on the way: the status by which `address` sent the request on."""

    status: int
    address: str


@dataclass(frozen=True, slots=True)
class FetchedPage:
    """What an address answered: the body as sent, decompressed; headers with names in lower case."""

    address: str
    final_address: str
    redirects: tuple[Redirect, ...]
    status: int
    headers: Mapping[str, str]
    body: bytes
    fetched: datetime

    @property
    def sha256(self) -> str:
        """Hexadecimal digest of the body."""
        return hashlib.sha256(self.body).hexdigest()

    @property
    def media_type(self) -> str:
        """The type that the server names, without parameters, in lower case."""
        return self.headers.get("content-type", "").partition(";")[0].strip().lower()

    @property
    def charset(self) -> str | None:
        """The encoding that the server names."""
        named = re.search(r"charset\s*=\s*[\"']?([\w.:-]+)", self.headers.get("content-type", ""), re.I)
        return named[1] if named else None


def fetch(address: str, *, accept: str = ACCEPT_PAGES, headers: Mapping[str, str] | None = None) -> FetchedPage:
    """Fetch an address, following its redirects, and return the last answer.

    `headers` go to every host on the way: only such as ``If-None-Match`` belong there. Raises FetchError.
    """
    deadline = time.monotonic() + MAX_SECONDS
    sent = {"Accept": accept, "Accept-Encoding": "gzip", "User-Agent": settings.FETCH_USER_AGENT, **(headers or {})}
    current, redirects = address.strip(), list[Redirect]()
    while True:
        status, received, body = _request(current, sent, deadline)
        location = received.get("location", "")
        if status not in _REDIRECTS or not location:
            kept = {name: value for name, value in received.items() if name in _KEPT_HEADERS}
            return FetchedPage(address, current, tuple(redirects), status, kept, body, timezone.now())
        if len(redirects) == MAX_REDIRECTS:
            raise FetchError(f"this address leads on more than {MAX_REDIRECTS} times; give the address of the article")
        redirects.append(Redirect(status, current))
        following = urljoin(current, location)
        if current.lower().startswith("https:") and not following.lower().startswith("https:"):
            raise FetchError("this address leads from a secure page to one that is not; save the page and upload it")
        current = following.partition("#")[0]


def ask_once(
    address: str, *, headers: Mapping[str, str] | None = None, form: Mapping[str, str] | None = None
) -> FetchedPage:
    """Ask an address and return its answer, a redirect too: the headers may have keys that no other host may see.

    With `form` its fields are posted. Raises FetchError.
    """
    sent = {"Accept": "*/*", "Accept-Encoding": "gzip", "User-Agent": settings.FETCH_USER_AGENT, **(headers or {})}
    content = None if form is None else urlencode(form).encode()
    status, received, body = _request(address, sent, time.monotonic() + MAX_SECONDS, content)
    kept = {name: value for name, value in received.items() if name in _KEPT_HEADERS}
    return FetchedPage(address, address, (), status, kept, body, timezone.now())


def _request(
    address: str, headers: Mapping[str, str], deadline: float, form: bytes | None = None
) -> tuple[int, dict[str, str], bytes]:
    """Ask one address, and return status, headers and body; a redirect's body is not read."""
    method = "GET" if form is None else "POST"
    if form is not None:
        headers = {**headers, "Content-Type": "application/x-www-form-urlencoded", "Content-Length": str(len(form))}
    try:
        policy = build_policy(address)
        url = parse_address(address, policy)
        sent = _encode(url, headers)
        with _connect(policy, deadline) as pool, pool.stream(method, url, headers=sent, content=form) as response:
            received = {_decode(name).lower(): _decode(value).strip() for name, value in response.headers}
            body = b"" if response.status in _REDIRECTS else _read_body(response, received, deadline)
            return response.status, received, body
    except AddressError as problem:
        raise FetchError(str(problem)) from None
    except TooSlowError:
        raise FetchError(
            f"the page did not come within {MAX_SECONDS:.0f} seconds; try again later, or save the page and upload it"
        ) from None
    except ssl.SSLCertVerificationError:
        raise _certificate_error() from None
    except httpcore.ConnectError as problem:
        if isinstance(problem.__cause__, ssl.SSLCertVerificationError) or "CERTIFICATE_VERIFY_FAILED" in str(problem):
            raise _certificate_error() from None
        raise FetchError(NO_ANSWER) from None
    except (SSRFGuardError, OSError, httpcore.NetworkError, httpcore.TimeoutException, httpcore.ProtocolError):
        raise FetchError(NO_ANSWER) from None


def _decode(value: bytes) -> str:
    """Decode a header: UTF-8, as servers write addresses, else the encoding that the standard once had."""
    try:
        return value.decode()
    except UnicodeDecodeError:
        return value.decode("latin-1")


def _certificate_error() -> FetchError:
    return FetchError("the site's certificate is not valid, so the page may be another's; save the page and upload it")


def _connect(policy: Policy, deadline: float) -> httpcore.ConnectionPool:
    """Return a pool for one request: a connection kept for the next would outlive what was checked."""
    return httpcore.ConnectionPool(
        ssl_context=_ssl_context(),
        max_connections=1,
        max_keepalive_connections=0,
        network_backend=DeadlineBackend(policy, deadline, connect_seconds=CONNECT_SECONDS),
    )


@cache
def _ssl_context() -> ssl.SSLContext:
    return httpx.create_ssl_context(trust_env=False)


def _encode(url: httpcore.URL, headers: Mapping[str, str]) -> list[tuple[bytes, bytes]]:
    host = url.host.decode()
    named = f"[{host}]" if ":" in host else host
    if url.port not in (None, {b"http": 80, b"https": 443}[url.scheme]):
        named = f"{named}:{url.port}"
    return [(name.encode(), value.encode("latin-1")) for name, value in {"Host": named, **headers}.items()]


def _read_body(response: httpcore.Response, headers: Mapping[str, str], deadline: float) -> bytes:
    """Read the body up to `MAX_BYTES`, decompressed as it comes: a bomb of gzip is seen before it bursts.

    A body that says it is compressed and is not is taken as it is.
    """
    encoding = headers.get("content-encoding", "identity").strip().lower()
    if encoding not in {"", "identity", "gzip", "x-gzip", "deflate"}:
        raise FetchError("the page is compressed in a way that was not asked for; save the page and upload it")
    packed = encoding not in {"", "identity"}
    body, unpacker = bytearray(), None
    for chunk in response.iter_stream():
        if time.monotonic() > deadline:
            raise TooSlowError
        if packed and unpacker is None and not body:
            if chunk[:2] != b"\x1f\x8b" and encoding != "deflate":
                packed = False
            else:
                unpacker = zlib.decompressobj(wbits=47)
        body += _unpack(unpacker, chunk, MAX_BYTES + 1 - len(body)) if unpacker else chunk
        if len(body) > MAX_BYTES:
            raise FetchError(
                f"the page is larger than {MAX_BYTES // 1_000_000} MB; save the article alone and upload it"
            )
    return bytes(body)


def _unpack(unpacker: "zlib._Decompress", chunk: bytes, room: int) -> bytes:
    try:
        return unpacker.decompress(chunk, room)
    except zlib.error:
        raise FetchError("the page came damaged; try again later, or save the page and upload it") from None
