"""Tests of the settings: what each variable of the environment sets."""

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


def load_settings(monkeypatch: pytest.MonkeyPatch, **variables: str) -> dict[str, Any]:
    """Load the settings of an installation with these variables."""
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    return runpy.run_path(str(ROOT / "provenance" / "settings.py"))


def load_database(monkeypatch: pytest.MonkeyPatch, **variables: str) -> dict[str, Any]:
    database: dict[str, Any] = load_settings(monkeypatch, **variables)["DATABASES"]["default"]
    return database


def test_settings_default_to_a_local_sqlite_file(monkeypatch: pytest.MonkeyPatch) -> None:
    settings = load_settings(monkeypatch)
    database = settings["DATABASES"]["default"]
    assert database["ENGINE"] == "django.db.backends.sqlite3"
    assert database["NAME"] == ROOT / "db.sqlite3"
    assert database["OPTIONS"]["transaction_mode"] == "IMMEDIATE"
    assert settings["DEBUG"] is False
    assert settings["SECURE_SSL_REDIRECT"] is False
    assert "localhost" in settings["ALLOWED_HOSTS"]


def test_production_sets_secure_headers_and_cookies(monkeypatch: pytest.MonkeyPatch) -> None:
    settings = load_settings(monkeypatch, ENVIRONMENT="production", ALLOWED_HOSTS="quotes.example, www.quotes.example")
    assert settings["ALLOWED_HOSTS"] == ["quotes.example", "www.quotes.example"]
    assert settings["SECURE_SSL_REDIRECT"]
    assert settings["SESSION_COOKIE_SECURE"]
    assert settings["CSRF_COOKIE_SECURE"]
    assert settings["SECURE_HSTS_SECONDS"] >= 31_536_000
    assert settings["SECURE_PROXY_SSL_HEADER"] is None


def test_insecure_http_turns_https_off_in_production(monkeypatch: pytest.MonkeyPatch) -> None:
    settings = load_settings(monkeypatch, ENVIRONMENT="production", INSECURE_HTTP="1")
    assert not settings["SECURE_SSL_REDIRECT"]
    assert not settings["SESSION_COOKIE_SECURE"]
    assert settings["SECURE_HSTS_SECONDS"] == 0


def test_trust_proxy_sets_the_forwarded_header(monkeypatch: pytest.MonkeyPatch) -> None:
    settings = load_settings(monkeypatch, TRUST_PROXY="1")
    assert settings["SECURE_PROXY_SSL_HEADER"] == ("HTTP_X_FORWARDED_PROTO", "https")


def test_content_security_policy_allows_nothing_inline_or_foreign(monkeypatch: pytest.MonkeyPatch) -> None:
    policy = load_settings(monkeypatch)["CONTENT_SECURITY_POLICY"]
    assert policy["default-src"] == policy["frame-ancestors"] == policy["base-uri"] == "'none'"
    assert not [sources for sources in policy.values() if "unsafe" in sources or "*" in sources]


@pytest.mark.parametrize(
    ("url", "name", "host"),
    [
        ("postgresql://user:p%40ss@db.example:5433/quotes", "quotes", "db.example"),
        ("postgres://user@%2Frun%2Fpostgresql/quotes?sslmode=disable", "quotes", "/run/postgresql"),
    ],
)
def test_database_url_of_a_server_means_postgresql_with_a_pool(
    monkeypatch: pytest.MonkeyPatch, url: str, name: str, host: str
) -> None:
    database = load_database(monkeypatch, DATABASE_URL=url)
    assert database["ENGINE"] == "django.db.backends.postgresql"
    assert (database["NAME"], database["HOST"]) == (name, host)
    assert database["OPTIONS"]["pool"]["max_size"] == 4
    assert database["CONN_MAX_AGE"] == 0
    assert database["CONN_HEALTH_CHECKS"]


def test_database_url_keeps_connection_options(monkeypatch: pytest.MonkeyPatch) -> None:
    database = load_database(monkeypatch, DATABASE_URL="postgresql://host/name?sslmode=require")
    assert database["OPTIONS"]["sslmode"] == "require"


@pytest.mark.parametrize(
    ("url", "path"), [("sqlite:////srv/quotes.sqlite3", "/srv/quotes.sqlite3"), ("sqlite:///x.db", str(ROOT / "x.db"))]
)
def test_database_url_may_name_a_sqlite_file(monkeypatch: pytest.MonkeyPatch, url: str, path: str) -> None:
    assert load_database(monkeypatch, DATABASE_URL=url)["NAME"] == Path(path)


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
        ("RECHECK_HOURS", "1,soon", "RECHECK_HOURS must be hours with commas between them"),
        ("ENVIRONMENT", "staging", "ENVIRONMENT must be local or production, not 'staging'."),
    ],
)
def test_invalid_variable_is_refused_by_name(
    monkeypatch: pytest.MonkeyPatch, variable: str, value: str, sentence: str
) -> None:
    with pytest.raises(ImproperlyConfigured) as refused:
        load_settings(monkeypatch, **{variable: value})
    assert str(refused.value).startswith(sentence)


def test_refused_database_url_does_not_show_its_password(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(ImproperlyConfigured) as refused:
        load_settings(monkeypatch, DATABASE_URL="postgresql://user:hunter2@host:port/name")
    assert "hunter2" not in str(refused.value)


def test_empty_variable_counts_as_not_set(monkeypatch: pytest.MonkeyPatch) -> None:
    assert load_settings(monkeypatch, PORT=" ", DEBUG="")["PORT"] == 8000


def test_every_variable_is_cleared_for_tests_and_explained_in_the_example() -> None:
    source = (ROOT / "provenance" / "settings.py").read_text()
    example = (ROOT / ".env.example").read_text()
    assert set(re.findall(r'\benv_(?:text|flag|int|list|choice)\("(\w+)"', source)) == set(SETTINGS_VARIABLES)
    assert [name for name in SETTINGS_VARIABLES if f"{name}=" not in example] == []
