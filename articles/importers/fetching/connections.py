"""Connections that end at a deadline, whatever the other side does.

The time limits of an HTTP client count from byte to byte: a server that sends one byte every four seconds holds it for
hours. Here each step gets what is left until the deadline.
"""

import ssl
import time
from collections.abc import Iterable
from typing import Any

import httpcore
from ssrfguard import Policy
from ssrfguard.httpx import SafeBackend


class TooSlowError(Exception):
    """The deadline has passed."""


class DeadlineBackend(httpcore.NetworkBackend):
    """Network backend that connects only where `policy` permits, and not after `deadline` (of `time.monotonic`)."""

    def __init__(self, policy: Policy, deadline: float, *, connect_seconds: float) -> None:
        self._backend = SafeBackend(policy=policy)
        self._deadline = deadline
        self._connect_seconds = connect_seconds

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:
        """Resolve `host` once, check all answers and connect to one of them."""
        seconds = min(self._connect_seconds, _compute_rest(self._deadline))
        stream = self._backend.connect_tcp(host, port, seconds, local_address, socket_options)
        return DeadlineStream(stream, self._deadline)


class DeadlineStream(httpcore.NetworkStream):
    """Stream whose reads and writes fail with `TooSlowError` after the deadline."""

    def __init__(self, stream: httpcore.NetworkStream, deadline: float) -> None:
        self._stream = stream
        self._deadline = deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """Read up to `max_bytes`."""
        try:
            return self._stream.read(max_bytes, _compute_rest(self._deadline))
        except httpcore.ReadTimeout:
            raise TooSlowError from None

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """Write the whole buffer."""
        try:
            self._stream.write(buffer, _compute_rest(self._deadline))
        except httpcore.WriteTimeout:
            raise TooSlowError from None

    def close(self) -> None:
        """Close the connection."""
        self._stream.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        """Begin TLS; the certificate is verified against `server_hostname`."""
        secure = self._stream.start_tls(ssl_context, server_hostname, _compute_rest(self._deadline))
        return DeadlineStream(secure, self._deadline)

    def get_extra_info(self, info: str) -> Any:
        """Return what httpcore asks of the underlying stream."""
        return self._stream.get_extra_info(info)


def _compute_rest(deadline: float) -> float:
    """Return the seconds that are left; raise TooSlowError where none are."""
    rest = deadline - time.monotonic()
    if rest <= 0:
        raise TooSlowError
    return rest
