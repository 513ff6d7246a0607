"""System checks of production settings.

In production (``ENVIRONMENT=production``) each problem stops every command and the web server, with a sentence that
says what to set: debug pages; a missing, short or example key; no host names or any host name; SQLite without
``ALLOW_SQLITE=1`` (on a host whose disk is wiped at each release, a SQLite file is lost). `provenance.wsgi` also runs
Django's own deployment checks.
"""

from collections.abc import Sequence
from typing import Any

from django.apps import AppConfig
from django.conf import settings
from django.core.checks import CheckMessage, Error, register
from django.core.exceptions import ImproperlyConfigured
from django.db import connection

# Django's deployment check demands the same length; a key of `secrets.token_urlsafe(64)` has 86.
MIN_KEY_LENGTH = 50
MIN_DISTINCT_CHARACTERS = 5
# Prefixes of example keys, in Django or in .env.example.
EXAMPLE_KEY_PREFIXES = ("django-insecure-", "change-me", "changeme", "secret")


@register
def check_production_settings(app_configs: Sequence[AppConfig] | None, **kwargs: Any) -> list[CheckMessage]:
    """Return every reason why this production installation may not run; none outside production."""
    if not settings.PRODUCTION:
        return []
    return [*check_debug(), *check_secret_key(), *check_allowed_hosts(), *check_database()]


def check_debug() -> list[CheckMessage]:
    """Refuse debug pages."""
    if not settings.DEBUG:
        return []
    problem = "DEBUG is on in production: its pages show settings and source."
    return [Error(problem, hint="Unset DEBUG.", id="articles.E001")]


def check_secret_key() -> list[CheckMessage]:
    """Refuse a missing, short or example secret key."""
    key = get_secret_key()
    if not key:
        problem = "SECRET_KEY is not set."
    elif key.lower().startswith(EXAMPLE_KEY_PREFIXES):
        problem = "SECRET_KEY is an example that everybody knows."
    elif len(key) < MIN_KEY_LENGTH or len(set(key)) < MIN_DISTINCT_CHARACTERS:
        problem = f"SECRET_KEY is too easy to guess: it needs {MIN_KEY_LENGTH} characters, well mixed."
    else:
        return []
    hint = "Make one with: python3 -c 'import secrets; print(secrets.token_urlsafe(64))'"
    return [Error(problem, hint=hint, id="articles.E002")]


def get_secret_key() -> str:
    """Return the secret key, empty where none is set."""
    try:
        return str(settings.SECRET_KEY)
    except ImproperlyConfigured:  # what Django makes of an empty one
        return ""


def check_allowed_hosts() -> list[CheckMessage]:
    """Refuse to serve no host name, or any."""
    hosts: list[str] = settings.ALLOWED_HOSTS
    if not hosts:
        problem = "ALLOWED_HOSTS is not set."
    elif "*" in hosts:
        problem = "ALLOWED_HOSTS allows every name: anybody could have pages made with links to a host of theirs."
    else:
        return []
    return [Error(problem, hint="Name the hosts of the site: ALLOWED_HOSTS=quotes.example", id="articles.E003")]


def check_database() -> list[CheckMessage]:
    """Refuse SQLite unless it is allowed."""
    if connection.vendor != "sqlite" or settings.ALLOW_SQLITE:
        return []
    hint = (
        "Set DATABASE_URL=postgresql://..., or ALLOW_SQLITE=1 where the file lies on a disk that is kept and backed up."
    )
    return [Error("The production database is a SQLite file.", hint=hint, id="articles.E004")]
