"""A Django process whose clock, random numbers and environment are the same each time."""

import os
import random
import secrets
import sqlite3
import time
from collections.abc import Iterator
from datetime import datetime
from itertools import repeat
from pathlib import Path

KEPT = ("PATH", "HOME", "LANG", "LC_ALL", "TMPDIR", "VIRTUAL_ENV")  # of the shell's environment


def environment_for(database: Path) -> dict[str, str]:
    """Return the environment of a local installation on `database`, whatever this shell has set."""
    return {name: os.environ[name] for name in KEPT if name in os.environ} | {
        "DATABASE_URL": f"sqlite:///{database.resolve()}",
        "DJANGO_SETTINGS_MODULE": "provenance.settings",
        "SECRET_KEY": "a key for recordings alone, which guards nothing at all",
        "API_REQUESTS_A_MINUTE": str(2**31 - 1),
        "COLUMNS": "120",
        "PYTHONHASHSEED": "0",
    }


def start_django(database: Path) -> None:
    """Start Django on `database`, with its tables as the source wants them."""
    os.environ.clear()
    os.environ.update(environment_for(database))
    import django

    django.setup()
    from django.core.management import call_command

    call_command("migrate", verbosity=0)


def set_clock(moments: Iterator[datetime]) -> None:
    """Let Django's clock tell these moments one after the other, also to the defaults that hold the function itself."""
    from django.utils import timezone

    def now(moments: Iterator[datetime] = moments) -> datetime:
        return next(moments)

    timezone.now.__code__, timezone.now.__defaults__ = now.__code__, now.__defaults__


def stop_clock(moment: datetime) -> None:
    """Let every clock that Django looks at for an answer stand at `moment`."""
    from django.utils.feedgenerator import SyndicationFeed

    set_clock(repeat(moment))
    time.time = moment.timestamp  # of headers that say until when an answer holds
    dated = SyndicationFeed.latest_post_date

    def latest_post_date(feed: SyndicationFeed) -> datetime:
        return dated(feed) if feed.items else moment

    SyndicationFeed.latest_post_date = latest_post_date  # type: ignore[method-assign,assignment]  # of a class that is not ours


def set_seed(seed: str) -> None:
    """Let `secrets` draw codes and keys from a seed."""
    dice = random.Random(seed)
    secrets.choice = dice.choice
    secrets.token_hex = lambda nbytes=None: f"{dice.getrandbits(8 * (nbytes or 32)):0{2 * (nbytes or 32)}x}"


def copy_database(database: Path, to: Path) -> None:
    """Copy a SQLite file with what still stands in its log."""
    if not database.exists():
        raise SystemExit(f"There is no {database}.")
    with sqlite3.connect(database) as source, sqlite3.connect(to) as target:
        source.backup(target)
    target.close()
    source.close()
