"""A temporary PostgreSQL server for the tests.

`temporary_server` makes a cluster of its own from whatever server is installed, for as long as the tests run: reachable
through a socket in a private folder alone, without the safety of writing through to disk. As root, the server runs as
the user `postgres` or `nobody`, because it refuses to run as root. Made, started and stopped in about a second.

A server that is running already is named by ``TEST_DATABASE_URL`` instead (`tests.settings`).
"""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

if TYPE_CHECKING:
    import pwd

HOW_TO_GET_IT = "install it (Debian, Ubuntu: apt install postgresql), or set TEST_DATABASE_URL"
PLACES = (
    "/usr/lib/postgresql/*/bin",
    "/usr/pgsql-*/bin",
    "/opt/homebrew/opt/postgresql*/bin",
    "/usr/local/opt/postgresql*/bin",
)
# Durability is for data that somebody wants back.
SPEED = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off", "autovacuum": "off"}
SOCKET_ROOT = (
    "/tmp"  # a socket's path may have 107 characters at most, and macOS's own temporary folder takes 60 of them
)


def server_programs() -> Path | None:
    """Return the folder with `initdb` and `pg_ctl` of the newest PostgreSQL that is installed."""
    on_path = shutil.which("initdb")
    if on_path:
        return Path(on_path).resolve().parent
    found = [folder for place in PLACES for folder in Path("/").glob(place[1:]) if (folder / "initdb").exists()]
    return max(found, key=_version, default=None)


def _version(programs: Path) -> list[int]:
    digits = "".join(letter if letter.isdigit() else " " for letter in str(programs))
    return [int(number) for number in digits.split()]


@contextmanager
def temporary_server(programs: Path) -> Iterator[str]:
    """Return the address of an empty database on a server that lives as long as the block."""
    home = Path(tempfile.mkdtemp(prefix="qp-", dir=SOCKET_ROOT))
    user = _owner()
    if user:
        os.chown(home, user.pw_uid, user.pw_gid)
    try:
        _make(programs, home, user)
        yield f"postgresql://postgres@{quote(str(home), safe='')}/postgres"
    finally:
        _run(
            user, programs / "pg_ctl", "stop", "--pgdata", home / "data", "--mode", "immediate", "--silent", check=False
        )
        shutil.rmtree(home, ignore_errors=True)


def _owner() -> "pwd.struct_passwd | None":
    """Whom the server runs as, where that is not the one who runs the tests."""
    if os.name == "nt" or os.getuid() != 0:
        return None
    import pwd

    names = {entry.pw_name: entry for entry in pwd.getpwall()}
    return names.get("postgres") or names["nobody"]


def _make(programs: Path, home: Path, user: "pwd.struct_passwd | None") -> None:
    data = home / "data"
    locale = "C.UTF-8" if os.uname().sysname == "Linux" else "en_US.UTF-8"
    access = ("--username", "postgres", "--auth", "trust")
    _run(user, programs / "initdb", "--pgdata", data, "--no-sync", "--encoding", "UTF8", "--locale", locale, *access)
    with (data / "postgresql.conf").open("a") as settings:
        settings.write(f"listen_addresses = ''\nunix_socket_directories = '{home}'\n")
        settings.writelines(f"{name} = {value}\n" for name, value in SPEED.items())
    _run(user, programs / "pg_ctl", "start", "--pgdata", data, "--log", home / "log", "--wait", "--silent")


def _run(user: "pwd.struct_passwd | None", *command: str | Path, check: bool = True) -> None:
    """Run a program of the server's; what it prints is shown only when it fails."""
    as_user = {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []} if user else {}
    done = subprocess.run(
        list(map(str, command)),
        cwd="/",
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
        **as_user,  # type: ignore[call-overload]
    )
    if check and done.returncode:
        raise RuntimeError(f"{Path(command[0]).name} failed:\n{done.stdout}")
