"""The production shape: the compose file, the image, the settings of a public site.

There is no container engine in most places that run these tests, so the steps of ``Dockerfile`` and
``docker-compose.yml`` are taken here one by one: check, collect, migrate, gunicorn, health, SIGTERM.
"""

import re
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.environment import clean_environment
from tests.support.installations import ROOT, Installation, on_postgresql, on_sqlite
from tests.test_checks import GOOD_KEY

# The image's own command line, so that the two cannot drift apart.
COMMAND_LINE = (ROOT / "Dockerfile").read_text(encoding="utf-8").rpartition("\nCMD ")[2]
GUNICORN = [sys.executable, "-m", *re.findall(r'"([^"]+)"', COMMAND_LINE)]
READY = "Booting worker"
COMPOSE_SECRETS = {"SECRET_KEY": GOOD_KEY, "POSTGRES_PASSWORD": "abc123", "ALLOWED_HOSTS": "quotes.example"}


@pytest.fixture
def production(installation: Installation) -> Installation:
    """Provide a production site behind a proxy that speaks https, its static files collected."""
    site = installation.with_settings(
        ENVIRONMENT="production",
        SECRET_KEY=GOOD_KEY,
        ALLOWED_HOSTS="quotes.example",
        TRUST_PROXY="1",
        HOST="127.0.0.1",
        STATIC_ROOT=str(installation.folder / "static"),
    )
    collected = site.manage("collectstatic", "--noinput")
    assert collected.returncode == 0, collected.stderr
    return site


@on_postgresql
def test_django_has_no_warning_about_the_production_settings(production: Installation) -> None:
    checked = production.manage("check", "--deploy", "--fail-level", "WARNING")
    assert checked.returncode == 0, checked.stderr
    assert "no issues (0 silenced)" in checked.stdout


@on_postgresql
def test_the_site_serves_once_it_is_migrated_and_ends_at_a_signal(production: Installation) -> None:
    with production.running(*GUNICORN) as process:
        process.wait_for(READY)
        waiting = production.get("/healthz")
        assert waiting.status == 503
        assert re.fullmatch(r'\{"status": "unavailable", "reason": "\d+ migrations are not applied"\}', waiting.text)

        migrated = production.manage("migrate", "--noinput")
        assert migrated.returncode == 0, migrated.stderr
        assert production.get("/healthz").text == '{"status": "ok"}'
        check_public_answers(production)

        assert process.end(signal.SIGTERM) == 0
        assert "Traceback" not in process.output


def check_public_answers(site: Installation) -> None:
    """Ask as visitors do: the page by https with its headers, a redirect by http, nothing under a foreign name."""
    home = site.get("/", Host="quotes.example", X_Forwarded_Proto="https")
    assert home.status == 200
    assert home.headers["Strict-Transport-Security"] == "max-age=63072000; includeSubDomains; preload"
    assert "script-src 'self'" in home.headers["Content-Security-Policy"]
    assert home.headers["X-Frame-Options"] == "DENY"
    assert home.headers["X-Content-Type-Options"] == "nosniff"
    assert home.headers["Referrer-Policy"] == "same-origin"

    by_http = site.get("/q/?page=2", Host="quotes.example")
    assert (by_http.status, by_http.headers["Location"]) == (301, "https://quotes.example/q/?page=2")
    assert site.get("/", Host="elsewhere.example", X_Forwarded_Proto="https").status == 400

    login = site.get("/admin/login/", Host="quotes.example", X_Forwarded_Proto="https")
    assert "Secure" in login.headers["Set-Cookie"]
    style = re.search(r'href="(/static/admin/css/base\.[0-9a-f]{12}\.css)"', login.text)
    assert style, "static files carry no fingerprint"
    served = site.get(style[1], Host="quotes.example", X_Forwarded_Proto="https")
    assert served.status == 200
    assert "immutable" in served.headers["Cache-Control"]


@on_postgresql
@pytest.mark.parametrize(
    ("variables", "sentence"),
    [
        ({"DEBUG": "1"}, "DEBUG is on in production"),
        ({"SECRET_KEY": ""}, "SECRET_KEY is not set."),
        ({"ALLOWED_HOSTS": "*"}, "ALLOWED_HOSTS allows every host name"),
        ({"DATABASE_URL": ""}, "The production database is a SQLite file."),
        ({"PORT": "http"}, "PORT must be a whole number"),
    ],
)
def test_an_unsafe_site_does_not_come_up(installation: Installation, variables: dict[str, str], sentence: str) -> None:
    safe = {"ENVIRONMENT": "production", "SECRET_KEY": GOOD_KEY, "ALLOWED_HOSTS": "quotes.example", "HOST": "127.0.0.1"}
    site = installation.with_settings(**(safe | variables))
    with site.running(*GUNICORN) as process:
        assert process.popen.wait(60) != 0
        assert sentence in process.output


def compose() -> list[str]:
    """Return the command of this machine's Compose 2, alone or as a plugin of Docker."""
    for command in (["docker", "compose"], ["docker-compose"]):
        if shutil.which(command[0]):
            version = subprocess.run([*command, "version", "--short"], capture_output=True, text=True, check=False)
            if re.match(r"v?[2-9]", version.stdout):
                return command
    pytest.skip("no Docker Compose 2 (Debian 13: apt install docker-compose; Ubuntu: docker-compose-v2)")


@on_sqlite
def test_compose_takes_the_file_and_asks_for_each_secret(tmp_path: Path) -> None:
    command = [*compose(), "--file", str(ROOT / "docker-compose.yml"), "--project-directory", str(tmp_path), "config"]

    def config(variables: dict[str, str]) -> subprocess.CompletedProcess[str]:
        return subprocess.run(command, env=clean_environment() | variables, capture_output=True, text=True, check=False)

    complete = config(COMPOSE_SECRETS)
    assert complete.returncode == 0, complete.stderr
    assert "postgresql://provenance:abc123@db:5432/provenance" in complete.stdout
    assert "service_completed_successfully" in complete.stdout
    assert re.search(r"^  worker:$", complete.stdout, flags=re.MULTILINE)
    for name in COMPOSE_SECRETS:
        refused = config({key: value for key, value in COMPOSE_SECRETS.items() if key != name} | {name: ""})
        assert refused.returncode
        assert f"Set {name} in .env" in refused.stderr


@on_sqlite
def test_the_image_holds_no_secret_and_nothing_it_does_not_run() -> None:
    lines = (ROOT / ".dockerignore").read_text().splitlines()
    rules = [line for line in lines if line and not line.startswith("#")]
    assert rules[0] == "*"
    let_in = {rule.removeprefix("!") for rule in rules if rule.startswith("!")}
    assert let_in == {"manage.py", "requirements.txt", "provenance", "articles", "templates", "static"}
    assert "USER 10001" in (ROOT / "Dockerfile").read_text()
