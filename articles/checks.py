"""May this installation face the public?

In production (``ENVIRONMENT=production``) each of these is an error that stops every command and the web server, with a
sentence that says what to set: debug pages, a missing, short or example key, no host names or any host name, and SQLite
without ``ALLOW_SQLITE=1`` (on a host whose disk is wiped at each release, a SQLite file and everything in it is lost).

Left to others: Django's own deployment checks, which `provenance.wsgi` runs beside these.
"""

from collections.abc import Sequence
from typing import Any

from django.apps import AppConfig
from django.conf import settings
from django.core.checks import CheckMessage, Error, register
from django.core.exceptions import ImproperlyConfigured
from django.db import connection

# Django's deployment check asks for the same length; a key of `secrets.token_urlsafe(64)` has 86.
MIN_KEY_LENGTH = 50
MIN_DISTINCT_CHARACTERS = 5
# Beginnings of keys that were meant as examples, by Django or by .env.example.
EXAMPLE_KEY_PREFIXES = ("django-insecure-", "change-me", "changeme", "secret")


@register
def check_production_settings(app_configs: Sequence[AppConfig] | None, **kwargs: Any) -> list[CheckMessage]:
    """Every reason why this production installation may not run; none outside production."""
    if not settings.PRODUCTION:
        return []
    return [*check_debug(), *check_secret_key(), *check_allowed_hosts(), *check_database()]


def check_debug() -> list[CheckMessage]:
    if not settings.DEBUG:
        return []
    trouble = "DEBUG is on in production: its pages show settings and source."
    return [Error(trouble, hint="Unset DEBUG.", id="articles.E001")]


def check_secret_key() -> list[CheckMessage]:
    key = get_secret_key()
    if not key:
        trouble = "SECRET_KEY is not set."
    elif key.lower().startswith(EXAMPLE_KEY_PREFIXES):
        trouble = "SECRET_KEY is an example that everybody knows."
    elif len(key) < MIN_KEY_LENGTH or len(set(key)) < MIN_DISTINCT_CHARACTERS:
        trouble = f"SECRET_KEY is too easy to guess: it needs {MIN_KEY_LENGTH} characters, well mixed."
    else:
        return []
    hint = "Make one with: python3 -c 'import secrets; print(secrets.token_urlsafe(64))'"
    return [Error(trouble, hint=hint, id="articles.E002")]


def get_secret_key() -> str:
    try:
        return str(settings.SECRET_KEY)
    except ImproperlyConfigured:  # what Django makes of an empty one
        return ""


def check_allowed_hosts() -> list[CheckMessage]:
    hosts: list[str] = settings.ALLOWED_HOSTS
    if not hosts:
        trouble = "ALLOWED_HOSTS is not set."
    elif "*" in hosts:
        trouble = "ALLOWED_HOSTS allows every name: anybody could have pages made with links to a host of theirs."
    else:
        return []
    return [Error(trouble, hint="Name the hosts of the site: ALLOWED_HOSTS=quotes.example", id="articles.E003")]


def check_database() -> list[CheckMessage]:
    if connection.vendor != "sqlite" or settings.ALLOW_SQLITE:
        return []
    hint = (
        "Set DATABASE_URL=postgresql://..., or ALLOW_SQLITE=1 where the file lies on a disk that is kept and backed up."
    )
    return [Error("The production database is a SQLite file.", hint=hint, id="articles.E004")]
