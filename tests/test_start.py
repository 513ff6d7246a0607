"""``manage.py start`` shows the product, or says in one sentence what stands in its way."""

import http.cookiejar
import re
import signal
import socket
import sys
import urllib.parse
import urllib.request

import pytest

from tests.support.installations import Installation, Process, on_sqlite

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
        assert process.press_ctrl_c() == 0
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


def test_ctrl_c_in_a_terminal_ends_the_worker_too_without_a_word_of_pythons(installation: Installation) -> None:
    with installation.running(*START) as process:
        process.wait_for("articles.worker: Worker started.")
        assert process.press_ctrl_c() == 0
        assert "Stopped after 0 articles." in process.output
        assert process.output.endswith("Stopped.\n")
        assert "rror" not in process.output


@on_sqlite
def test_ctrl_c_ends_any_command_with_a_word(installation: Installation) -> None:
    code = "import time; print('ready', flush=True); time.sleep(60)"
    with installation.running(sys.executable, "manage.py", "shell", "--no-imports", "--command", code) as process:
        process.wait_for("ready")
        assert process.press_ctrl_c() == 1
        assert process.output == "ready\nStopped.\n"


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
@pytest.mark.parametrize("command", ["check", "migrate", "help", "ingest"])
def test_every_command_answers_a_wrong_setting_with_a_sentence(installation: Installation, command: str) -> None:
    refused = installation.with_settings(DEBUG="yes").manage(command)
    assert "DEBUG must be 1 or 0, not 'yes'." in refused.stdout + refused.stderr
    assert "Traceback" not in refused.stderr


@on_sqlite
def test_a_wrong_setting_is_shown_with_its_traceback_when_asked_for(installation: Installation) -> None:
    refused = installation.with_settings(DEBUG="yes").manage("check", "--traceback")
    assert "Traceback" in refused.stderr


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
