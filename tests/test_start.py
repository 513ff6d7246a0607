"""Does one command show the product, and say in one sentence what stands in its way?"""

import ast
import http.cookiejar
import os
import re
import signal
import socket
import subprocess
import sys
import urllib.parse
import urllib.request
from pathlib import Path

import pytest

from tests.run import environment
from tests.support.installations import ROOT, Installation, Process, on_sqlite

START = (sys.executable, "manage.py", "start")
READY = "(stop with Ctrl-C)"


def log_in(installation: Installation, password: str) -> str:
    """Where the admin leads after a log-in as the curator."""
    address = f"http://127.0.0.1:{installation.port}/admin/login/?next=/admin/"
    cookies = http.cookiejar.CookieJar()
    visitor = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(cookies))
    visitor.open(address).close()
    token = next(cookie.value for cookie in cookies if cookie.name == "csrftoken") or ""
    form = {"username": "curator", "password": password, "csrfmiddlewaretoken": token}
    with visitor.open(address, urllib.parse.urlencode(form).encode()) as response:
        address_after: str = response.url
        return urllib.parse.urlsplit(address_after).path


def password_in(process: Process) -> str:
    found = re.search(r"as curator with the password (\S+)", process.output)
    assert found, process.output
    return found[1]


def test_the_first_start_shows_articles_and_a_login_and_the_second_only_the_site(installation: Installation) -> None:
    with installation.running(*START) as process:
        process.wait_for(READY)
        assert f"http://127.0.0.1:{installation.port}/" in process.output
        assert installation.get("/").status == 200
        assert installation.get("/healthz").text == '{"status": "ok"}'
        assert installation.get("/static/admin/css/base.css").status == 200
        assert log_in(installation, password_in(process)) == "/admin/"
        assert process.end(signal.SIGTERM) == 0
        assert process.output.endswith("Stopped.\n")

    with installation.running(*START) as process:
        process.wait_for(READY)
        assert "password" not in process.output
        assert "demo" not in process.output
        assert process.end(signal.SIGINT) == 0
        assert "Traceback" not in process.output


def test_ctrl_c_ends_it_where_the_shell_had_switched_that_off(installation: Installation) -> None:
    """As in a script's background job, or a run of all the tests with an ampersand behind it."""
    ignored = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        with installation.running(*START) as process:
            process.wait_for(READY)
            assert process.end(signal.SIGINT) == 0
    finally:
        signal.signal(signal.SIGINT, ignored)


def test_a_port_in_use_is_one_sentence_and_nothing_else_is_done(installation: Installation) -> None:
    with socket.create_server(("127.0.0.1", installation.port)):
        refused = installation.manage("start")
    assert refused.returncode == 1
    assert "is in use" in refused.stderr
    assert "Traceback" not in refused.stderr
    assert not refused.stdout


@on_sqlite
@pytest.mark.parametrize(
    ("variables", "sentence"),
    [
        ({"HOST": "192.0.2.1"}, "HOST must be an address of this machine, not '192.0.2.1'."),
        ({"PORT": "http"}, "PORT must be a whole number from 1 to 65535, not 'http'."),
        ({"DEBUG": "yes"}, "DEBUG must be 1 or 0, not 'yes'."),
        ({"DATABASE_URL": "mysql://user@host/name"}, "DATABASE_URL must begin with postgresql:// or sqlite:///."),
        ({"DATABASE_URL": "postgresql://127.0.0.1:1/name"}, "port 1 failed: Connection refused."),
        ({"DATABASE_URL": "sqlite:////proc/nowhere/db.sqlite3"}, "(unable to open database file): this user must"),
        ({"DATABASE_URL": "sqlite:////proc/nowhere/db", "SECRET_KEY": ""}, "allow it, or set SECRET_KEY."),
        ({"ENVIRONMENT": "production", "SECRET_KEY": ""}, "SECRET_KEY is not set."),
    ],
)
def test_what_stands_in_the_way_is_a_sentence(
    installation: Installation, variables: dict[str, str], sentence: str
) -> None:
    refused = installation.with_settings(**variables).manage("start")
    assert refused.returncode == 1
    assert sentence in refused.stderr
    assert "Traceback" not in refused.stderr


@on_sqlite
def test_a_key_of_its_own_is_made_once_beside_the_database_for_its_owner_alone(installation: Installation) -> None:
    keyless = installation.with_settings(SECRET_KEY="")
    assert keyless.manage("check").returncode == 0
    file = installation.folder / ".secret-key"
    key = file.read_text()
    assert len(key) >= 64
    assert file.stat().st_mode & 0o777 == 0o600
    assert keyless.manage("check").returncode == 0
    assert file.read_text() == key


# The bootstrap: what manage.py does before there is a Django. These run under the Python that .venv was made with.

SYSTEM_PYTHON = getattr(sys, "_base_executable", sys.executable)
PROBE = "import manage, sys; manage.enter_environment('requirements.txt'); print(sys.prefix, *sys.argv[1:])"
NEWER_THAN_OLD_PYTHONS = (
    *(ast.JoinedStr, ast.NamedExpr, ast.AnnAssign, ast.Match, ast.AsyncFunctionDef, ast.Nonlocal, ast.YieldFrom),
)


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A fresh checkout as far as the bootstrap looks at it, that needs no packages."""
    folder = tmp_path / "a checkout"
    folder.mkdir()
    (folder / "manage.py").write_bytes((ROOT / "manage.py").read_bytes())
    (folder / "requirements.txt").write_text("# none\n")
    (folder / "probe.py").write_text(PROBE)
    return folder


def bootstrap(checkout: Path, python: str = SYSTEM_PYTHON, **variables: str) -> subprocess.CompletedProcess[str]:
    command = [python, "probe.py", "an argument"]
    return subprocess.run(
        command, cwd=checkout, env=environment() | variables, capture_output=True, text=True, check=False
    )


def one_sentence(refused: subprocess.CompletedProcess[str]) -> str:
    assert refused.returncode == 1
    assert "Traceback" not in refused.stderr
    return refused.stderr.splitlines()[-1]


@on_sqlite
def test_the_first_command_makes_an_environment_and_the_second_only_enters_it(checkout: Path) -> None:
    first = bootstrap(checkout)
    assert first.stdout == f"{checkout / '.venv'} an argument\n"
    assert "Making the virtual environment .venv" in first.stderr
    assert "Installing the packages of requirements.txt" in first.stderr

    again = bootstrap(checkout)
    assert (again.stdout, again.stderr) == (first.stdout, "")

    (checkout / "requirements.txt").write_text("no-such-package==1\n")
    refused = bootstrap(checkout, PIP_NO_INDEX="1")
    assert one_sentence(refused) == "The packages could not be installed; check the network and start again."


@on_sqlite
def test_a_python_without_venv_is_told_how_to_get_it(checkout: Path, tmp_path: Path) -> None:
    (tmp_path / "ensurepip.py").write_text("raise ImportError")
    refused = bootstrap(checkout, PYTHONPATH=str(tmp_path))
    assert "no venv module" in one_sentence(refused)
    assert "apt install python3-venv" in refused.stderr


@on_sqlite
def test_an_environment_of_the_users_own_is_used_and_left_as_it_is(checkout: Path) -> None:
    (checkout / "requirements.txt").write_text(
        "Django[argon2]==5.2.19\nnot-for-this-system==1 ; sys_platform == 'none'\n"
    )
    assert bootstrap(checkout, sys.executable).stdout.startswith(sys.prefix)

    (checkout / "requirements.txt").write_text("no-such-package==1\n")
    refused = bootstrap(checkout, sys.executable)
    assert "lacks no-such-package: run 'pip install -r requirements.txt'" in one_sentence(refused)
    assert not (checkout / ".venv").exists()


@on_sqlite
def test_a_python_that_is_too_old_is_replaced_or_refused(checkout: Path, tmp_path: Path) -> None:
    probe = checkout / "probe.py"
    probe.write_text("import manage\nmanage.OLDEST = (3, 99)\n" + PROBE)
    refused = bootstrap(checkout, PATH="/nonexistent")
    assert one_sentence(refused).startswith("Python 3.99 or newer is needed, and this is 3.")

    newer = tmp_path / "python3.13"
    newer.write_text('#!/bin/sh\n[ "$1" = -c ] || echo "instead: $@"\n')
    newer.chmod(0o755)
    assert bootstrap(checkout, PATH=f"{tmp_path}{os.pathsep}{os.environ['PATH']}").stdout == (
        f"instead: {probe} an argument\n"
    )


@pytest.mark.parametrize("name", ["manage.py", "tests/__init__.py", "tests/__main__.py"])
def test_the_bootstrap_can_be_read_by_an_old_python(name: str) -> None:
    tree = ast.parse((ROOT / name).read_text(encoding="utf-8"), feature_version=(3, 4))
    nodes = list(ast.walk(tree))
    assert not [node for node in nodes if isinstance(node, NEWER_THAN_OLD_PYTHONS)]
    arguments = [node for node in nodes if isinstance(node, ast.arguments)]
    assert not [node for node in arguments if node.kwonlyargs or node.posonlyargs]
    assert not [node for node in nodes if isinstance(node, ast.arg) and node.annotation]
