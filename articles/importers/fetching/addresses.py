"""Which addresses may be fetched: those of public web servers, and of hosts that the installation allows by name.

An address that a reader or a feed gives may point at this machine, at the database beside it or at the host's own
metadata service. ssrfguard holds the special ranges of the IANA registries and checks every answer of a look-up; this
module adds the ranges that it lets through, and what `FETCH_ALLOWED_HOSTS` and `FETCH_LOOPBACK` permit.
"""

import re
from dataclasses import replace
from functools import lru_cache
from ipaddress import IPv4Network, IPv6Network, ip_address, ip_network
from urllib.parse import urlsplit

import httpcore
import httpx
from django.conf import settings
from ssrfguard import DEFAULT_DENIED, AddressTable, Block, Policy, Reach, SSRFGuardError

Network = IPv4Network | IPv6Network

MAX_LENGTH = 2_000  # characters of an address, as long as courlan and browsers take them

# Ranges that ssrfguard 0.4.1 permits: Azure's wire server, and IPv4 addresses written for translation (RFC 7915).
_ALSO_DENIED = {"168.63.129.16/32": "cloud metadata", "::ffff:0:0:0/96": "IPv4 for stateless translation"}

# What an allowed name may lead to, besides public addresses: private networks, and those of transparent proxies.
_PRIVATE = ("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10", "198.18.0.0/15", "fc00::/7")
_LOOPBACK = ("127.0.0.0/8", "::1/128")

# Names at the end of a host that the public web does not have (RFC 6761, RFC 6762, RFC 9476 and habit).
_PRIVATE_NAMES = ("alt", "arpa", "corp", "home", "internal", "intranet", "invalid", "lan", "local", "localhost", "test")

_UNSAFE_CHARACTERS = re.compile(r"[\x00-\x20\x7f-\xa0\\\u2028\u2029]")
NOT_PUBLIC = "this is not the address of a public web page; it begins with https:// and the name of a site"


class AddressError(ValueError):
    """An address that may not be fetched; the message says what is wrong in a clause."""


def build_policy(address: str) -> Policy:
    """Build the policy by which `address` may be fetched."""
    try:
        host = urlsplit(address).hostname or ""
    except ValueError:
        raise AddressError(NOT_PUBLIC) from None
    return _build_policy(host.rstrip(".").lower(), tuple(settings.FETCH_ALLOWED_HOSTS), settings.FETCH_LOOPBACK)


@lru_cache(64)
def _build_policy(host: str, allowed: tuple[str, ...], loopback: bool) -> Policy:
    networks, names = split_allowed_hosts(allowed)
    if host in names or any(name.startswith("*.") and host.endswith(name[1:]) for name in names):
        networks += [ip_network(network) for network in _PRIVATE]
    policy = replace(_PUBLIC, allowed_networks=tuple(networks))
    if not loopback or not _is_loopback(host):
        return policy
    here = tuple(ip_network(network) for network in _LOOPBACK)
    return replace(policy, allowed_networks=here, allowed_ports=frozenset(range(1, 65_536)))


def _is_loopback(host: str) -> bool:
    try:
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False


def split_allowed_hosts(allowed: tuple[str, ...]) -> tuple[list[Network], set[str]]:
    """Split a list of host names and networks, as in "wiki.intranet,10.1.0.0/16", into networks and names.

    Raises ValueError where an entry is neither.
    """
    networks, names = list[Network](), set[str]()
    for entry in allowed:
        if re.fullmatch(r"(?:\*\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)*", entry, re.I) and not re.fullmatch(r"[\d.]+", entry):
            names.add(entry.lower())
        else:
            networks.append(ip_network(entry))
    return networks, names


def has_public_host(address: str) -> bool:
    """Return whether an address has a name on the public web: no number, none that this installation alone knows.

    >>> has_public_host("https://www.sana.sy/en/?p=61729"), has_public_host("http://wiki.intranet/1")
    (True, False)
    """
    try:
        host = (urlsplit(address).hostname or "").rstrip(".").lower()
    except ValueError:
        return False
    _, names = split_allowed_hosts(tuple(settings.FETCH_ALLOWED_HOSTS))
    own = host in names or any(name.startswith("*.") and host.endswith(name[1:]) for name in names)
    name = host.rpartition(".")[2]
    return "." in host and ":" not in host and not name.isdigit() and name not in _PRIVATE_NAMES and not own


def _build_table() -> AddressTable:
    more = [Block(ip_network(network), name, "", Reach.DENIED) for network, name in _ALSO_DENIED.items()]
    return AddressTable((*DEFAULT_DENIED.blocks, *more))


_PUBLIC = Policy(denied_networks=_build_table(), max_url_length=MAX_LENGTH, max_connection_attempts=3)


def parse_address(address: str, policy: Policy) -> httpcore.URL:
    """Return an address in the form that is sent, after all checks that need no network.

    Raises AddressError. What names and numbers the host may lead to is checked when it is connected to.
    """
    if len(address) > MAX_LENGTH:
        raise AddressError(f"this address is longer than {MAX_LENGTH:,} characters; give the address of the article")
    if _UNSAFE_CHARACTERS.search(address):
        raise AddressError("this address has blanks or characters that no address has; copy it again")
    try:
        target = policy.check_url(address)
        url = httpx.URL(address)
        if url.raw_host.decode().strip("[]").lower() != target.host.strip("[]").lower().rstrip("."):
            raise AddressError(NOT_PUBLIC)  # two parsers read two hosts
    except (SSRFGuardError, httpx.InvalidURL, UnicodeError, ValueError) as problem:
        raise problem if isinstance(problem, AddressError) else AddressError(NOT_PUBLIC) from None
    return httpcore.URL(scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path)
