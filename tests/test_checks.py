"""Tests of the system checks of production settings."""

import pytest
from django.core.checks import Error
from django.db import connection
from pytest_django import Settings

from articles.checks import check_archive_settings, check_fetch_settings, check_production_settings

GOOD_KEY = "fY3v_kYw0dT5m8QeJ1uZbR7xL2nC9sHaG4pVtKiW6oE-MqXzDr"


@pytest.fixture
def production(settings: Settings) -> Settings:
    """Return the settings of a valid production installation, whichever database the tests run on."""
    settings.PRODUCTION = True
    settings.DEBUG = False
    settings.SECRET_KEY = GOOD_KEY
    settings.ALLOWED_HOSTS = ["quotes.example"]
    settings.ALLOW_SQLITE = True
    return settings


def refusals() -> list[str]:
    found = check_production_settings(None)
    assert all(isinstance(message, Error) and message.hint for message in found)
    return [f"{message.id} {message.msg}" for message in found]


def test_valid_production_settings_pass(production: Settings) -> None:
    assert refusals() == []


def test_debug_is_refused_in_production(production: Settings) -> None:
    production.DEBUG = True
    assert refusals() == ["articles.E001 DEBUG is on in production. Its error pages show settings and source code."]


@pytest.mark.parametrize(
    ("key", "problem"),
    [
        ("", "is not set"),
        ("django-insecure-" + GOOD_KEY, "is a public example"),
        ("change-me-" + GOOD_KEY, "is a public example"),
        (GOOD_KEY[:49], "is too easy to guess"),
        ("abab" * 20, "is too easy to guess"),
    ],
)
def test_secret_key_is_refused_when_it_can_be_guessed(production: Settings, key: str, problem: str) -> None:
    production.SECRET_KEY = key
    [refusal] = refusals()
    assert refusal.startswith(f"articles.E002 SECRET_KEY {problem}")


@pytest.mark.parametrize(
    ("hosts", "problem"), [([], "ALLOWED_HOSTS is not set."), (["quotes.example", "*"], "ALLOWED_HOSTS allows every")]
)
def test_allowed_hosts_must_be_named(production: Settings, hosts: list[str], problem: str) -> None:
    production.ALLOWED_HOSTS = hosts
    [refusal] = refusals()
    assert refusal.startswith(f"articles.E003 {problem}")


def test_sqlite_is_refused_unless_allowed(production: Settings) -> None:
    production.ALLOW_SQLITE = False
    expected = ["articles.E004 The production database is a SQLite file."]
    assert refusals() == (expected if connection.vendor == "sqlite" else [])


def test_check_reports_every_problem_at_once(production: Settings) -> None:
    production.DEBUG, production.SECRET_KEY, production.ALLOWED_HOSTS = True, "", []
    assert [refusal.split()[0] for refusal in refusals()] == ["articles.E001", "articles.E002", "articles.E003"]


def test_nothing_is_refused_outside_production(settings: Settings) -> None:
    settings.PRODUCTION = False
    settings.DEBUG, settings.SECRET_KEY, settings.ALLOWED_HOSTS = True, "", ["*"]
    assert refusals() == []


@pytest.mark.parametrize(
    ("hosts", "loopback", "message"),
    [
        (["wiki.intranet", "*.press.example", "10.1.0.0/16", "fc00::/7"], False, ""),
        (["10.1.0.0/99"], False, "FETCH_ALLOWED_HOSTS cannot be read: '10.1.0.0/99'"),
        (["https://wiki.intranet/"], False, "FETCH_ALLOWED_HOSTS cannot be read"),
        (["127.0.0.0/8"], False, "FETCH_ALLOWED_HOSTS names this machine"),
        (["169.254.169.254"], False, "FETCH_ALLOWED_HOSTS names this machine or its metadata service"),
        ([], True, "FETCH_LOOPBACK is on in production"),
    ],
)
def test_hosts_to_fetch_from_are_checked(production: Settings, hosts: list[str], loopback: bool, message: str) -> None:
    production.FETCH_ALLOWED_HOSTS, production.FETCH_LOOPBACK = hosts, loopback
    found = [str(each.msg) for each in check_fetch_settings(None)]
    assert all(each.startswith(message) and message for each in found)
    assert len(found) == bool(message)


@pytest.mark.parametrize(
    ("name", "value", "problem"),
    [
        ("ARCHIVE_ADDRESS", "web.archive.org", "must begin with https://"),
        ("ARCHIVE_ADDRESS", "http://web.archive.org", "is not secure"),
        ("ARCHIVE_ACCESS_KEY", "a key", "one is missing"),
        ("ARCHIVE_ACCESS_KEY", "", ""),
    ],
)
def test_an_archive_that_cannot_be_trusted_is_refused(
    production: Settings, name: str, value: str, problem: str
) -> None:
    setattr(production, name, value)
    found = [str(message.msg) for message in check_archive_settings(None)]
    assert len(found) == bool(problem)
    assert all(problem in message for message in found)
