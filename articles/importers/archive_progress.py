"""Progress in large files of many articles: what is wanted of them, how far they are read, what they saw again.

`ArchiveProgress` wants everything and keeps nothing. `articles.services.archive_files` keeps positions and
sightings in the database.
"""

from datetime import datetime
from pathlib import Path
from urllib.parse import urlsplit

Position = dict[str, int]
"""Where the next part of a file begins: the member of a package and the offset in it."""


class ArchiveProgress:
    """What is wanted of archives; `hosts` are the wanted hosts, all where there are none."""

    def __init__(self, hosts: frozenset[str] = frozenset()) -> None:
        self.hosts = hosts

    def is_finished(self, path: Path) -> bool:
        """Return whether the file was read to its end before, so that it need not be read again."""
        return False

    def find_position(self, path: Path) -> Position | None:
        """Return where reading of the file was broken off; None where it is to be read from its beginning."""
        return None

    def save_position(self, path: Path, position: Position | None) -> None:
        """Keep where the next part begins, after all before it is stored; None at the end of the file."""

    def note_sighting(self, address: str, seen: datetime) -> None:
        """Note that an archive saw a page again that it had before."""


def parse_hosts(text: str) -> frozenset[str]:
    """Return the hosts in a list with commas or lines between them; addresses count as their hosts.

    >>> sorted(parse_hosts("tass.com, https://www.rt.com/news\\n# agencies\\nsana.sy"))
    ['rt.com', 'sana.sy', 'tass.com']
    """
    lines = (line.partition("#")[0] for line in text.lower().splitlines())
    words = [word for line in lines for word in line.replace(",", " ").split()]
    hosts = (urlsplit(word).hostname if "://" in word else word.partition("/")[0] for word in words)
    return frozenset(host.removeprefix("www.") for host in hosts if host)


def is_wanted_host(address: str, hosts: frozenset[str]) -> bool:
    """Return whether an address lies at one of the hosts, or below it; without hosts every address does.

    >>> is_wanted_host("https://www.tass.com/world", frozenset({"tass.com"}))
    True
    >>> is_wanted_host("https://nottass.com/world", frozenset({"tass.com"}))
    False
    """
    if not hosts:
        return True
    try:
        host = (urlsplit(address).hostname or "").rstrip(".")
    except ValueError:
        return False
    parts = host.split(".")
    return any(".".join(parts[place:]) in hosts for place in range(len(parts)))
