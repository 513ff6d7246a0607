"""System checks of production settings.

In production (``ENVIRONMENT=production``) each problem stops every command and the web server, with a sentence that
says what to set. SQLite needs ``ALLOW_SQLITE=1``, because on a host whose disk is wiped at each release the file is
lost. `provenance.wsgi` also runs Django's own deployment checks.
"""

from collections.abc import Sequence
from typing import Any

from django.apps import AppConfig
from django.conf import settings
from django.core.checks import CheckMessage, Error, register
from django.core.exceptions import ImproperlyConfigured
from django.db import connection

from articles.importers.fetching.addresses import split_allowed_hosts

MIN_KEY_LENGTH = 50  # as Django's deployment check demands; a key of `secrets.token_urlsafe(64)` has 86
MIN_DISTINCT_CHARACTERS = 5
EXAMPLE_KEY_PREFIXES = ("django-insecure-", "change-me", "changeme", "secret")  # of Django and .env.example
HINTS = {
    "articles.E001": "Unset DEBUG.",
    "articles.E002": "Make one with: python3 -c 'import secrets; print(secrets.token_urlsafe(64))'",
    "articles.E003": "List the host names of the site: ALLOWED_HOSTS=quotes.example",
    "articles.E004": (
        "Set DATABASE_URL=postgresql://..., or ALLOW_SQLITE=1 if the file is on a disk that is kept and backed up."
    ),
}


@register
def check_fetch_settings(app_configs: Sequence[AppConfig] | None, **kwargs: Any) -> list[CheckMessage]:
    """Return what is wrong with the hosts that may be fetched from."""
    return [
        Error(
            problem, hint="List names and networks: FETCH_ALLOWED_HOSTS=wiki.intranet,10.1.0.0/16", id="articles.E005"
        )
        for problem in [find_fetch_problem()]
        if problem
    ]


@register
def check_archive_settings(app_configs: Sequence[AppConfig] | None, **kwargs: Any) -> list[CheckMessage]:
    """Return what is wrong with the settings of the Internet Archive."""
    hint = "Set ARCHIVE_ADDRESS=https://web.archive.org, and both keys of an account or none."
    return [Error(problem, hint=hint, id="articles.E006") for problem in [find_archive_problem()] if problem]


def find_archive_problem() -> str:
    """Say what is wrong with the address and the keys of the Internet Archive; empty where nothing is."""
    address = settings.ARCHIVE_ADDRESS
    if not address.startswith(("https://", "http://")):
        return f"ARCHIVE_ADDRESS must begin with https://, not {address!r}."
    if settings.PRODUCTION and not address.startswith("https://"):
        return "ARCHIVE_ADDRESS is not secure: anybody on the way could read the keys and forge dates."
    if bool(settings.ARCHIVE_ACCESS_KEY) != bool(settings.ARCHIVE_SECRET_KEY):
        return "Of ARCHIVE_ACCESS_KEY and ARCHIVE_SECRET_KEY one is missing."
    return ""


def find_fetch_problem() -> str:
    """Say what is wrong with `FETCH_ALLOWED_HOSTS` or `FETCH_LOOPBACK`; empty where nothing is."""
    if settings.PRODUCTION and settings.FETCH_LOOPBACK:
        return "FETCH_LOOPBACK is on in production: anybody could have the site ask its own database."
    try:
        networks, _ = split_allowed_hosts(tuple(settings.FETCH_ALLOWED_HOSTS))
    except ValueError as problem:
        return f"FETCH_ALLOWED_HOSTS cannot be read: {problem}."
    if any(network.is_loopback or network.is_link_local for network in networks):
        return "FETCH_ALLOWED_HOSTS names this machine or its metadata service, which nobody may have it ask."
    return ""


@register
def check_production_settings(app_configs: Sequence[AppConfig] | None, **kwargs: Any) -> list[CheckMessage]:
    """Return every reason why this production installation may not run; none outside production."""
    if not settings.PRODUCTION:
        return []
    is_sqlite = connection.vendor == "sqlite" and not settings.ALLOW_SQLITE
    problems = {
        "articles.E001": "DEBUG is on in production. Its error pages show settings and source code."
        if settings.DEBUG
        else "",
        "articles.E002": find_key_problem(),
        "articles.E003": find_host_problem(),
        "articles.E004": "The production database is a SQLite file." if is_sqlite else "",
    }
    return [Error(problem, hint=HINTS[code], id=code) for code, problem in problems.items() if problem]


def find_key_problem() -> str:
    """Say what is wrong with the secret key; empty where nothing is."""
    try:
        key = str(settings.SECRET_KEY)
    except ImproperlyConfigured:  # what Django makes of an empty one
        key = ""
    if not key:
        return "SECRET_KEY is not set."
    if key.lower().startswith(EXAMPLE_KEY_PREFIXES):
        return "SECRET_KEY is a public example."
    if len(key) < MIN_KEY_LENGTH or len(set(key)) < MIN_DISTINCT_CHARACTERS:
        return f"SECRET_KEY is too easy to guess: it needs at least {MIN_KEY_LENGTH} random characters."
    return ""


def find_host_problem() -> str:
    """Say what is wrong with the host names; empty where nothing is."""
    if not settings.ALLOWED_HOSTS:
        return "ALLOWED_HOSTS is not set."
    if "*" in settings.ALLOWED_HOSTS:
        return "ALLOWED_HOSTS allows every host name, so anybody could make the site produce links to another host."
    return ""
