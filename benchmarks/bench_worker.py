"""Stress test of workers that are killed at random moments.

``python -m benchmarks.bench_worker [KILLS]`` runs two workers on a SQLite file and then on a PostgreSQL server of
its own, kills one of them with SIGKILL somewhere in its first quarter of a second at work, every fifth time the other
one instead, and starts another in its place, 200 times if not said otherwise. Meanwhile articles go on coming in and
pages are read. At the end the rest is linked in peace and everything is counted: articles that are not linked,
quotations in two places, matches that are there twice, lineages that are not what the articles print, refusals because
somebody else was writing.

``... bench_worker claims [ARTICLES]`` instead prints what a claim costs among so many articles, a million if not said
otherwise, of which a thousand wait.
"""

import os
import random
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from benchmarks.timing import p50_and_p95
from tests.support import postgres
from tests.support.environment import clean_environment
from tests.support.installations import ROOT

KILLS = 200
THE_OTHER = 5  # every fifth kill is of the worker that has been at it for longer
ARTICLES_A_KILL = 12
QUOTES = 5  # in an article
PRINTINGS = 4  # of each, in four outlets
LEASE = 2.0  # seconds
LIFE = 0.25  # seconds at most between a worker's first word and its end
COLUMNS = (
    "database", "kills", "while linking", "articles", "lost", "linked twice", "double matches", "wrong lineages",
    "refused", "given up", "seconds",
)  # fmt: skip
MANY = 1_000_000
WAITING = 1000
CLAIM_COLUMNS = ("database", "articles", "claim p50 ms", "p95", "end p50 ms", "p95")


def main() -> int:
    claims = sys.argv[1:2] == ["claims"]
    numbers = [int(argument) for argument in sys.argv[1 + claims :]]
    how_many = numbers[0] if numbers else MANY if claims else KILLS
    print("  ".join(CLAIM_COLUMNS if claims else COLUMNS), flush=True)
    with tempfile.TemporaryDirectory() as folder:
        failed = on(f"sqlite:///{Path(folder) / 'db.sqlite3'}", how_many, claims=claims)
    programs = postgres.server_programs()
    if not programs:
        print(f"no PostgreSQL server: {postgres.HOW_TO_GET_IT}")
        return 1
    with postgres.temporary_server(programs) as url:
        failed |= on(url, how_many, claims=claims)
    return int(failed)


def on(url: str, how_many: int, *, claims: bool) -> bool:
    """Run the trial on one database, in a process that is set up for it."""
    variables = clean_environment() | {"DATABASE_URL": url, "DJANGO_SETTINGS_MODULE": "provenance.settings"}
    what = ["claims here" if claims else "kills here", str(how_many)]
    command = [sys.executable, "-m", "benchmarks.bench_worker", *what]
    return bool(subprocess.run(command, cwd=ROOT, env=variables, check=False).returncode)


def here(what: str, how_many: int) -> int:
    """Return a trial on the database that the settings name."""
    import django

    django.setup()
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    return claiming(how_many) if what == "claims here" else killing(how_many)


def claiming(articles: int) -> int:
    """How long claiming and ending take among so many articles."""
    from django.db import connection

    from articles.models import Article
    from articles.services import leases

    for start, end in [(0, WAITING), *((at, min(at + 50_000, articles)) for at in range(WAITING, articles, 50_000))]:
        linked = {"link_state": "linked", "lease_until": None} if start else {}
        rows = [Article(original=b"", text="", text_key=f"{number:064}", **linked) for number in range(start, end)]
        Article.objects.bulk_create(rows, batch_size=2000)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    took: list[list[float]] = [[], []]
    for _ in range(WAITING // 2):
        began = time.perf_counter()
        lease = leases.claim()
        claimed = time.perf_counter()
        assert lease is not None
        leases.complete(lease)
        took[0].append(claimed - began)
        took[1].append(time.perf_counter() - claimed)
    figures = [1000 * figure for times in took for figure in p50_and_p95(times)]
    row = [connection.vendor, str(Article.objects.count()), *(f"{figure:.2f}" for figure in figures)]
    print("  ".join(cell.rjust(len(name)) for cell, name in zip(row, CLAIM_COLUMNS, strict=True)), flush=True)
    return 0


def killing(kills: int) -> int:
    """Kill workers and count."""
    from django.db import connection

    from articles.models import Article
    from articles.services.leases import retry_failed

    began, chance = time.monotonic(), random.Random(kills)
    refused = struck = 0
    steady = started()
    for kill in range(kills):
        victim = started()
        refused += store(kill) + read_pages()
        until_at_work(victim)
        release()
        time.sleep(chance.random() * LIFE)
        if kill % THE_OTHER == 0:
            victim, steady = steady, victim
        victim.kill()
        victim.wait()
        struck += Article.objects.filter(lease_owner__contains=f":{victim.pid}:").count()
    steady.kill()
    steady.wait()
    given_up = retry_failed(Article.objects.failed().values_list("pk", flat=True))
    drained = finish()
    row = [connection.vendor, kills, struck, *counted(), refused, given_up, round(time.monotonic() - began)]
    print("  ".join(str(cell).rjust(len(name)) for cell, name in zip(row, COLUMNS, strict=True)), flush=True)
    return int(not drained or any(row[4:9]))


def started() -> "subprocess.Popen[bytes]":
    command = [sys.executable, "manage.py", "worker", "--lease", str(LEASE)]
    return subprocess.Popen(command, cwd=ROOT, stderr=subprocess.PIPE)


def release() -> None:
    """Let what was stored be due."""
    from articles.models import Article

    Article.objects.filter(link_state="linked", attempts=0).update(
        link_state="waiting", lease_until="2015-11-17T00:00Z"
    )


def until_at_work(worker: "subprocess.Popen[bytes]") -> None:
    """Wait for its first word; what it says later is read and dropped, lest it wait for a reader."""
    assert worker.stderr is not None
    while b"At work" not in (line := worker.stderr.readline()):
        assert line, f"the worker ended with {worker.wait()}"
    os.set_blocking(worker.stderr.fileno(), False)


def words(group: int, place: int) -> str:
    """Return a quotation that no other resembles."""
    chance = random.Random(f"{group} {place}")
    made = ["".join(chance.choice("bdfgklmnprstvz") + chance.choice("aeiou") for _ in range(3)) for _ in range(12)]
    return " ".join(made)


def store(group: int) -> int:
    """Store articles while the workers write; answers how many the database refused."""
    from django.db import OperationalError

    from tests.support.makers import make_article, make_quote

    refused = 0
    for number in range(ARTICLES_A_KILL):
        family, printing = divmod(group * ARTICLES_A_KILL + number, PRINTINGS)
        said = [f"{words(family, place)} {'and so on ' * printing}".strip() for place in range(QUOTES)]
        text = f"Outlet {printing}: " + " ".join(f"\u201c{each}\u201d" for each in said)
        try:
            article = make_article(text, outlet=f"Outlet {printing}")
            for each in said:
                make_quote(each, article=article)
        except OperationalError as error:
            print(error, file=sys.stderr)
            refused += 1
    return refused


def read_pages() -> int:
    """Look at a few articles' pages, those that are just linked among them; answers how many did not come."""
    from django.test import Client

    from articles.models import Article

    pages = [article.get_absolute_url() for article in Article.objects.defer_texts().order_by("-attempts", "-pk")[:3]]
    client = Client(raise_request_exception=False)
    return sum(client.get(page, headers={"host": "localhost"}).status_code != 200 for page in pages)


def finish() -> bool:
    """Let one worker link what is left; False where something stays."""
    from articles.models import Article

    until = time.monotonic() + 600
    while Article.objects.exclude(lease_until=None).exists() and time.monotonic() < until:
        subprocess.run(
            [sys.executable, "manage.py", "worker", "--once"], cwd=ROOT, stderr=subprocess.DEVNULL, check=True
        )
        time.sleep(LEASE / 4)
    return not Article.objects.exclude(link_state="linked").exists()


def counted() -> tuple[int, int, int, int, int]:
    """Articles, those not linked, quotations in two places, matches there twice, and lineages that are wrong."""
    from articles.models import Article, Match, Printing, Quote

    places = Counter(Printing.objects.values_list("quote", flat=True))
    pairs = Counter(tuple(sorted(pair)) for pair in Match.objects.values_list("a", "b"))
    unlinked = set(Quote.objects.exclude(pk__in=places).values_list("article", flat=True))
    unlinked |= set(Article.objects.exclude(link_state="linked").values_list("pk", flat=True))
    families: dict[int, set[str]] = {}
    for lineage, text in Printing.objects.values_list("lineage", "quote__text"):
        families.setdefault(lineage, set()).add(" ".join(text.split()[:12]))
    beginnings = Counter(beginning for family in families.values() for beginning in family)
    wrong = sum(len(family) > 1 for family in families.values()) + sum(n > 1 for n in beginnings.values())
    twice = sum(n > 1 for n in places.values())
    return Article.objects.count(), len(unlinked), twice, sum(n > 1 for n in pairs.values()), wrong


if __name__ == "__main__":
    sys.exit(here(sys.argv[1], int(sys.argv[2])) if sys.argv[1:2] in (["kills here"], ["claims here"]) else main())
