"""No hostile address leads to a connection.

The written forms follow public advisories (changedetection.io GHSA-rph4-96w6-q594 and GHSA-gwph-fp79-379w, miniflux
GHSA-xwh2-742g-w3wp), the ranges the IANA registries of special-purpose addresses. The network is replaced by a
recorder: a look-up gives what the case says, and each attempt to connect is counted.
"""

import socket
from collections.abc import Callable
from ipaddress import IPv6Address, ip_address
from itertools import count
from typing import Any

import pytest
from pytest_django import Settings

from articles.importers.fetching import FetchError, fetch

# Addresses that no outlet has, one or two of each special range.
SPECIAL = (
    "0.0.0.0 0.1.2.3 10.0.0.1 10.255.255.254 100.64.0.1 100.127.255.254 127.0.0.1 127.1.2.3 127.255.255.254 "
    "169.254.0.1 169.254.169.254 169.254.170.2 172.16.0.1 172.31.255.254 192.0.0.1 192.0.0.170 192.0.2.1 192.88.99.1 "
    "192.168.0.1 192.168.255.254 198.18.0.1 198.19.255.254 198.51.100.1 203.0.113.1 224.0.0.1 239.255.255.250 "
    "240.0.0.1 255.255.255.255 168.63.129.16 "
    ":: ::1 ::7f00:1 ::a00:1 ::ffff:127.0.0.1 ::ffff:10.0.0.1 ::ffff:169.254.169.254 ::ffff:0:7f00:1 "
    "::ffff:0:a00:1 64:ff9b::7f00:1 64:ff9b::a9fe:a9fe 64:ff9b:1::1 100::1 2001::1 2001:0:7f00:1::1 2001:2::1 "
    "2001:10::1 2001:db8::1 2002:7f00:1:: 2002:a00:1:: 2002:a9fe:a9fe:: 3fff::1 5f00::1 fc00::1 fd00::1 "
    "fd00:ec2::254 fe80::1 fec0::1 ff02::1 ff0e::1"
).split()  # fmt: skip

# Written forms: of loopback and metadata addresses, odd schemes and ports, userinfo, what parsers read in two ways.
FORMS = """
http://127.0.0.1/|http://127.1/|http://127.0.1/|http://2130706433/|http://0x7f000001/|http://0x7f.0.0.1/
http://0177.0.0.1/|http://017700000001/|http://0x7f.1/|http://127.0.0.1./|http://0/|http://0.0.0.0/
http://①②⑦.⓪.⓪.①/|http://\uff11\uff12\uff17.\uff10.\uff10.\uff11/|http://127。0。0。1/|http://localhost/|http://LOCALHOST/|http://localhost./
http://ⓛⓞⓒⓐⓛⓗⓞⓢⓣ/|http://[::1]/|http://[::]/|http://[0:0:0:0:0:0:0:1]/|http://[::ffff:127.0.0.1]/
http://[::ffff:7f00:1]/|http://[::127.0.0.1]/|http://[fe80::1%25eth0]/|http://[fe80::1%eth0]/|http://[::1%lo]/
http://169.254.169.254/latest/meta-data/|http://2852039166/|http://0xa9fea9fe/|http://0251.0376.0251.0376/
http://169.254.43518/|http://[fd00:ec2::254]/|http://metadata/|http://[::ffff:169.254.169.254]/
http://user@example.com/|http://user:word@example.com/|http://example.com@127.0.0.1/|http://127.0.0.1@example.com/
http://example.com:80@127.0.0.1/|http://127.0.0.1:80\\@example.com/|http://example.com\\@127.0.0.1/
http://example.com\\.127.0.0.1/|http:\\\\127.0.0.1/|http:/127.0.0.1/|http:127.0.0.1|http:///127.0.0.1/|//127.0.0.1/
http://127.0.0.1#@example.com/|http://127.0.0.1?@example.com/
http://127.0.0.1%00.example.com/|http://127.0.0.1%2f.example.com/|http://127.0.0.1%09/|http://%31%32%37.0.0.1/
http://exa mple.com/|http://example.com\t/|http://example.com/a b|http://exam\0ple.com/
http://example.com:22/|http://example.com:25/|http://example.com:6379/|http://example.com:8080/|http://example.com:0/
http://example.com:65536/|http://example.com:-1/|http://example.com:8e1/|https://example.com:5432/|https://example.com:80x/
http://example.com:11211/|http://example.com:9200/|http://example.com:2375/|http://example.com:10250/
ftp://example.com/|file:///etc/passwd|file://localhost/etc/passwd|gopher://127.0.0.1:6379/_INFO|dict://127.0.0.1:11211/
ldap://127.0.0.1/|sftp://127.0.0.1/|tftp://127.0.0.1/|jar:http://127.0.0.1!/|data:text/html,x|javascript:alert(1)
ws://127.0.0.1/|view-source:http://127.0.0.1/|http+unix://%2Fvar%2Frun%2Fdocker.sock/|unix:/var/run/docker.sock
netdoc:///etc/passwd|about:blank|blob:http://127.0.0.1/|urn:isbn:1|mailto:a@example.com|HTTP:///etc/passwd
http://|http:|https://|:|/|?|#|.|..|a|example.com|www.example.com/ferry|http://.|http://..|http://...|http://-.com/
http://a..com/|http://.example.com/|http://example..com/|http://[/|http://]/|http://[]/|http://[::1/|http://::1/
http://[127.0.0.1]/|http://[v1.a]/|http://1.2.3.4.5/|http://256.256.256.256/|http://1.2.3/|http://08.8.8.8/
http://*.example.com/|http://exam_ple?/|http://example.com,127.0.0.1/|http://example.com;127.0.0.1/
http://<127.0.0.1>/|http://"127.0.0.1"/|http://{127.0.0.1}/|http://127.0.0.1^/
""".strip("\n")


# As a look-up of 2130706433 gives 127.0.0.1, each address of four numbers is written as one number too.
AS_NUMBERS = [f"https://{int(ip_address(address))}/" for address in SPECIAL if "." in address and ":" not in address]


def write_host(address: str) -> str:
    return f"http://[{address}]/" if ":" in address else f"http://{address}/"


HOSTILE_FORMS = [form for line in FORMS.splitlines() for form in line.split("|") if form]
HOSTILE = [
    *HOSTILE_FORMS,
    *AS_NUMBERS,
    "http://example.com\r\nHost: a/",
    "http://example.com/\n127.0.0.1",
    *map(write_host, SPECIAL),
]
LOCAL_NAMES = {"localhost": "127.0.0.1", "metadata": "169.254.169.254"}
PUBLIC = "93.184.216.34"


class Network:
    """Stands for the network: answers look-ups with `answers`, in turns, and records attempts to connect."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.answers: Callable[[], list[str]] = lambda: [PUBLIC]
        self.lookups: list[str] = []
        self.connections: list[object] = []
        monkeypatch.setattr(socket, "getaddrinfo", self.look_up)
        monkeypatch.setattr(socket.socket, "connect", lambda _, address: self.connect(address))

    def look_up(self, host: str | bytes, port: int, *_: object, **__: object) -> list[tuple[Any, ...]]:
        name = host.decode() if isinstance(host, bytes) else host
        self.lookups.append(name)
        answers = find_written_address(name) or self.answers()
        return [
            (socket.AF_INET6 if ":" in answer else socket.AF_INET, socket.SOCK_STREAM, 6, "", build_pair(answer, port))
            for answer in answers
        ]

    def connect(self, address: object) -> None:
        self.connections.append(address)
        raise ConnectionRefusedError


def find_written_address(name: str) -> list[str]:
    """Return the address that a resolver reads out of a name without a look-up: ``0x7f.1`` is 127.0.0.1 too."""
    if name.rstrip(".").lower() in LOCAL_NAMES:
        return [LOCAL_NAMES[name.rstrip(".").lower()]]
    try:
        return [str(ip_address(name))] if ":" in name else [socket.inet_ntoa(socket.inet_aton(name))]
    except (ValueError, OSError):
        return []


def build_pair(answer: str, port: int) -> tuple[Any, ...]:
    return (answer, port, 0, 0) if ":" in answer else (answer, port)


@pytest.fixture
def network(monkeypatch: pytest.MonkeyPatch) -> Network:
    """Provide the recorder in place of the network."""
    return Network(monkeypatch)


def test_at_least_200_hostile_addresses_are_tried() -> None:
    assert len(set(HOSTILE)) >= 200


@pytest.mark.parametrize("address", HOSTILE)
def test_a_hostile_address_is_refused_without_a_connection(address: str, network: Network) -> None:
    with pytest.raises(FetchError):
        fetch(address)
    assert network.connections == []


@pytest.mark.parametrize("answer", SPECIAL)
def test_a_name_that_leads_to_a_special_address_is_refused(answer: str, network: Network) -> None:
    network.answers = lambda: [answer]
    with pytest.raises(FetchError):
        fetch("http://news.example.com/")
    assert network.connections == []


@pytest.mark.parametrize("answers", [[PUBLIC, "127.0.0.1"], ["10.0.0.1", PUBLIC], [PUBLIC, "::1"]])
def test_a_name_with_one_special_address_among_its_answers_is_refused(answers: list[str], network: Network) -> None:
    network.answers = lambda: answers
    with pytest.raises(FetchError):
        fetch("http://news.example.com/")
    assert network.connections == []


def test_a_name_is_looked_up_once_and_connected_to_at_that_answer(network: Network) -> None:
    turn = count()
    network.answers = lambda: [PUBLIC] if next(turn) == 0 else ["127.0.0.1"]
    with pytest.raises(FetchError):
        fetch("http://news.example.com/")
    assert network.lookups == ["news.example.com"]
    assert network.connections == [(PUBLIC, 80)]


@pytest.mark.parametrize("variable", ["http_proxy", "HTTP_PROXY", "all_proxy"])
def test_a_proxy_of_the_environment_is_not_used(
    variable: str, network: Network, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(variable, "http://127.0.0.1:3128")
    with pytest.raises(FetchError):
        fetch("http://news.example.com/")
    assert network.connections == [(PUBLIC, 80)]


def test_a_private_name_is_fetched_where_the_installation_allows_it(network: Network, settings: Settings) -> None:
    settings.FETCH_ALLOWED_HOSTS = ["wiki.intranet.example", "*.press.example"]
    network.answers = lambda: ["10.0.0.7"]
    for address in ("http://wiki.intranet.example/", "http://a.press.example/"):
        with pytest.raises(FetchError):
            fetch(address)
    with pytest.raises(FetchError):
        fetch("http://other.intranet.example/")
    assert network.connections == [("10.0.0.7", 80)] * 2


def test_a_private_network_is_fetched_where_the_installation_allows_it(network: Network, settings: Settings) -> None:
    settings.FETCH_ALLOWED_HOSTS = ["10.1.0.0/16"]
    network.answers = lambda: ["10.1.2.3"]
    with pytest.raises(FetchError):
        fetch("http://anything.example/")
    network.answers = lambda: ["10.2.2.3"]
    with pytest.raises(FetchError):
        fetch("http://anything.example/")
    assert network.connections == [("10.1.2.3", 80)]


def test_an_allowed_name_does_not_lead_to_this_machine(network: Network, settings: Settings) -> None:
    settings.FETCH_ALLOWED_HOSTS = ["wiki.intranet.example"]
    network.answers = lambda: ["127.0.0.1"]
    with pytest.raises(FetchError):
        fetch("http://wiki.intranet.example/")
    assert network.connections == []


def test_a_closed_port_and_a_private_host_give_the_same_message(network: Network) -> None:
    with pytest.raises(FetchError) as closed:
        fetch("http://news.example.com/")
    network.answers = lambda: [str(IPv6Address("fc00::1"))]
    with pytest.raises(FetchError) as private:
        fetch("http://news.example.com/")
    assert str(closed.value) == str(private.value)
