"""What does each variable of the environment come to?"""

import re
import runpy
from pathlib import Path
from typing import Any

import pytest
from django.core.exceptions import ImproperlyConfigured

from tests.support.environment import SETTINGS_VARIABLES
from tests.support.installations import ROOT

KEY = "only for these tests, and long enough for all that"


@pytest.fixture(autouse=True)
def clean_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in SETTINGS_VARIABLES:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("SECRET_KEY", KEY)


def settings_with(monkeypatch: pytest.MonkeyPatch, **variables: str) -> dict[str, Any]:
    """The settings of an installation with these variables."""
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    return runpy.run_path(str(ROOT / "provenance" / "settings.py"))


def database_with(monkeypatch: pytest.MonkeyPatch, **variables: str) -> dict[str, Any]:
    described: dict[str, Any] = settings_with(monkeypatch, **variables)["DATABASES"]["default"]
    return described


def test_with_nothing_set_it_runs_here_on_a_sqlite_file(monkeypatch: pytest.MonkeyPatch) -> None:
    settings = settings_with(monkeypatch)
    database = settings["DATABASES"]["default"]
    assert database["ENGINE"] == "django.db.backends.sqlite3"
    assert database["NAME"] == ROOT / "db.sqlite3"
    assert database["OPTIONS"]["transaction_mode"] == "IMMEDIATE"
    assert settings["DEBUG"] is False
    assert settings["SECURE_SSL_REDIRECT"] is False
    assert "localhost" in settings["ALLOWED_HOSTS"]


def test_production_has_the_headers_and_cookies_of_a_public_site(monkeypatch: pytest.MonkeyPatch) -> None:
    settings = settings_with(monkeypatch, ENVIRONMENT="production", ALLOWED_HOSTS="quotes.example, www.quotes.example")
    assert settings["ALLOWED_HOSTS"] == ["quotes.example", "www.quotes.example"]
    assert settings["SECURE_SSL_REDIRECT"]
    assert settings["SESSION_COOKIE_SECURE"]
    assert settings["CSRF_COOKIE_SECURE"]
    assert settings["SECURE_HSTS_SECONDS"] >= 31_536_000
    assert settings["SECURE_PROXY_SSL_HEADER"] is None


def test_the_production_shape_can_be_tried_on_plain_http(monkeypatch: pytest.MonkeyPatch) -> None:
    settings = settings_with(monkeypatch, ENVIRONMENT="production", INSECURE_HTTP="1")
    assert not settings["SECURE_SSL_REDIRECT"]
    assert not settings["SESSION_COOKIE_SECURE"]
    assert settings["SECURE_HSTS_SECONDS"] == 0


def test_a_proxy_is_believed_only_when_asked_to(monkeypatch: pytest.MonkeyPatch) -> None:
    settings = settings_with(monkeypatch, TRUST_PROXY="1")
    assert settings["SECURE_PROXY_SSL_HEADER"] == ("HTTP_X_FORWARDED_PROTO", "https")


def test_the_pages_may_run_nothing_inline_and_nobody_elses(monkeypatch: pytest.MonkeyPatch) -> None:
    policy = settings_with(monkeypatch)["CONTENT_SECURITY_POLICY"]
    assert policy["default-src"] == policy["frame-ancestors"] == policy["base-uri"] == "'none'"
    assert not [sources for sources in policy.values() if "unsafe" in sources or "*" in sources]


@pytest.mark.parametrize(
    ("url", "name", "host"),
    [
        ("postgresql://user:p%40ss@db.example:5433/quotes", "quotes", "db.example"),
        ("postgres://user@%2Frun%2Fpostgresql/quotes?sslmode=disable", "quotes", "/run/postgresql"),
    ],
)
def test_an_address_of_a_server_means_postgresql_through_a_pool(
    monkeypatch: pytest.MonkeyPatch, url: str, name: str, host: str
) -> None:
    database = database_with(monkeypatch, DATABASE_URL=url)
    assert database["ENGINE"] == "django.db.backends.postgresql"
    assert (database["NAME"], database["HOST"]) == (name, host)
    assert database["OPTIONS"]["pool"]["max_size"] == 4
    assert database["CONN_MAX_AGE"] == 0
    assert database["CONN_HEALTH_CHECKS"]


def test_what_the_address_asks_of_the_connection_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    database = database_with(monkeypatch, DATABASE_URL="postgresql://host/name?sslmode=require")
    assert database["OPTIONS"]["sslmode"] == "require"


@pytest.mark.parametrize(
    ("url", "path"), [("sqlite:////srv/quotes.sqlite3", "/srv/quotes.sqlite3"), ("sqlite:///x.db", str(ROOT / "x.db"))]
)
def test_a_sqlite_file_may_lie_elsewhere(monkeypatch: pytest.MonkeyPatch, url: str, path: str) -> None:
    assert database_with(monkeypatch, DATABASE_URL=url)["NAME"] == Path(path)


@pytest.mark.parametrize(
    ("variable", "value", "sentence"),
    [
        ("DATABASE_URL", "mysql://host/name", "DATABASE_URL must begin with"),
        ("DATABASE_URL", "db.sqlite3", "DATABASE_URL must begin with"),
        ("DATABASE_URL", "sqlite://", "DATABASE_URL names no database"),
        ("DATABASE_URL", "postgresql://host", "DATABASE_URL names no database"),
        ("DATABASE_URL", "postgresql://user:pass:word@host:port/name", "DATABASE_URL cannot be read"),
        ("DEBUG", "true", "DEBUG must be 1 or 0, not 'true'."),
        ("TRUST_PROXY", "on", "TRUST_PROXY must be 1 or 0"),
        ("PORT", "65536", "PORT must be a whole number from 1 to 65535"),
        ("PORT", "-1", "PORT must be a whole number"),
        ("WEB_WORKERS", "0", "WEB_WORKERS must be a whole number from 1"),
        ("ENVIRONMENT", "staging", "ENVIRONMENT must be local or production, not 'staging'."),
    ],
)
def test_a_value_that_makes_no_sense_is_refused_by_name(
    monkeypatch: pytest.MonkeyPatch, variable: str, value: str, sentence: str
) -> None:
    with pytest.raises(ImproperlyConfigured) as refused:
        settings_with(monkeypatch, **{variable: value})
    assert str(refused.value).startswith(sentence)


def test_a_password_is_not_shown_when_its_address_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(ImproperlyConfigured) as refused:
        settings_with(monkeypatch, DATABASE_URL="postgresql://user:hunter2@host:port/name")
    assert "hunter2" not in str(refused.value)


def test_an_empty_variable_counts_as_not_set(monkeypatch: pytest.MonkeyPatch) -> None:
    assert settings_with(monkeypatch, PORT=" ", DEBUG="")["PORT"] == 8000


def test_every_variable_that_settings_read_is_kept_from_the_tests_and_explained() -> None:
    source = (ROOT / "provenance" / "settings.py").read_text()
    example = (ROOT / ".env.example").read_text()
    assert set(re.findall(r'\b(?:text|flag|number|words|choice)\("(\w+)"', source)) == set(SETTINGS_VARIABLES)
    assert [name for name in SETTINGS_VARIABLES if f"{name}=" not in example] == []
