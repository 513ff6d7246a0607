"""``worker`` links what waits, ends between two articles when told to, and loses nothing when it is killed."""

import random
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import closing

import psycopg
import pytest

from tests.support.environment import clean_environment
from tests.support.installations import PATIENCE, ROOT, Installation, on_sqlite

WORKER = (sys.executable, "manage.py", "worker")
START = (sys.executable, "manage.py", "start")
AT_WORK = "Worker started."
KILLS = 5
ARTICLES = 30


def asked(installation: Installation, query: str) -> list[tuple[object, ...]]:
    """Return what the installation's database answers, whatever processes are at it."""
    url = installation.variables["DATABASE_URL"]
    if url.startswith("sqlite"):
        with closing(sqlite3.connect(url.removeprefix("sqlite:///"), timeout=PATIENCE)) as file, file:
            return file.execute(query).fetchall()
    with psycopg.connect(url) as server:
        answer = server.execute(query)
        return answer.fetchall() if answer.description else []


def count(installation: Installation, state: str) -> int:
    return int(str(asked(installation, f"SELECT count(*) FROM articles_article WHERE link_state = '{state}'")[0][0]))


def wait_until(true: Callable[[], bool]) -> None:
    until = time.monotonic() + PATIENCE
    while not true():
        assert time.monotonic() < until
        time.sleep(0.05)


def filling(articles: int) -> str:
    """Return a program that stores so many articles."""
    return f"""
from tests.support.makers import make_article, make_quote
for number in range({articles}):
    words = f"the coalition has carried out {{number % 10}} strikes on {{'abcdefghij'[number % 10] * 7}} this year"
    text = f"\\u201c{{words}}\\u201d he said to outlet {{number}}."
    make_quote(words, article=make_article(text, outlet=f"Outlet {{number // 3}}", waiting=True))
"""


@pytest.fixture
def waiting(installation: Installation) -> Installation:
    """Provide an installation in which articles wait, with three printings each of ten quotations."""
    assert installation.manage("migrate", "--verbosity", "0").returncode == 0
    filled = installation.manage("shell", "--no-imports", "--command", filling(ARTICLES))
    assert filled.returncode == 0, filled.stderr
    return installation


def all_is_well(installation: Installation) -> None:
    """Every article is linked once, its quotation is in one lineage, and three printings share each."""
    assert count(installation, "linked") == ARTICLES
    assert asked(installation, "SELECT count(*), count(DISTINCT quote_id) FROM articles_printing") == [
        (ARTICLES, ARTICLES)
    ]
    assert asked(installation, "SELECT DISTINCT printing_count FROM articles_lineage") == [(3,)]
    assert asked(installation, "SELECT a_id FROM articles_match GROUP BY a_id, b_id HAVING count(*) > 1") == []


def test_it_links_all_that_waits_and_says_so(waiting: Installation) -> None:
    done = waiting.manage("worker", "--once")
    assert done.returncode == 0
    assert f"Stopped after {ARTICLES} articles." in done.stderr
    assert "Article 30: 1 quotations, 1 of them also published elsewhere" in done.stderr
    all_is_well(waiting)


def test_workers_that_are_killed_lose_nothing_and_link_nothing_twice(waiting: Installation) -> None:
    chance = random.Random(5)
    for _ in range(KILLS):
        with waiting.running(*WORKER, "--lease", "0.5") as process:
            process.wait_for(AT_WORK)
            time.sleep(chance.random() * 0.05)
            process.popen.kill()
    wait_until(lambda: waiting.manage("worker", "--once").returncode == 0 and count(waiting, "linked") == ARTICLES)
    all_is_well(waiting)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_worker_that_is_told_to_stop_finishes_the_article_at_hand(waiting: Installation, number: int) -> None:
    with waiting.running(*WORKER) as process:
        process.wait_for("Article 1:")
        assert process.end(signal.Signals(number)) == 0
        assert "Traceback" not in process.output
        assert "Stopped after" in process.output
    assert count(waiting, "linking") == 0


@on_sqlite
def test_a_worker_goes_when_the_process_that_holds_its_input_has_gone(waiting: Installation) -> None:
    environment = clean_environment() | waiting.variables
    with subprocess.Popen(
        [*WORKER, "--until-stdin-closes"], cwd=ROOT, env=environment, stdin=subprocess.PIPE, stderr=subprocess.PIPE
    ) as worker:
        assert worker.stdin is not None
        worker.stdin.close()
        assert worker.wait(PATIENCE) == 0


def test_what_comes_in_while_the_site_is_served_is_linked_by_the_worker_beside_it(installation: Installation) -> None:
    with installation.running(*START) as process:
        process.wait_for(AT_WORK)
        before = count(installation, "linked")
        stored = installation.manage("shell", "--no-imports", "--command", filling(6))
        assert stored.returncode == 0, stored.stderr
        wait_until(lambda: count(installation, "linked") == before + 6)
        assert process.end(signal.SIGTERM) == 0
        assert "Stopped after 6 articles." in process.output
        assert process.output.endswith("Stopped.\n")


def test_linking_everything_anew_can_be_killed_at_any_moment_and_begun_again(waiting: Installation) -> None:
    chance = random.Random(7)
    for _ in range(KILLS):
        with waiting.running(sys.executable, "manage.py", "relink", "--workers", "1") as process:
            time.sleep(chance.uniform(0.3, 1.5))  # while it starts, compares, writes, or after it
            process.popen.kill()
            process.popen.wait()
        assert count(waiting, "linked") in {0, ARTICLES}
    assert waiting.manage("relink").returncode == 0
    all_is_well(waiting)


ASK_FOR_RELINK = """
from django.contrib.auth.models import User
from articles.models import Lineage
from articles.services.relink_requests import request_relink
Lineage.objects.update(matcher="2020.01")
request_relink(by=User.objects.create_superuser("senior"))
"""


def test_relink_that_was_asked_for_survives_workers_that_are_killed(waiting: Installation) -> None:
    assert waiting.manage("worker", "--once").returncode == 0
    asked_for = waiting.manage("shell", "--no-imports", "--command", ASK_FOR_RELINK)
    assert asked_for.returncode == 0, asked_for.stderr
    chance = random.Random(11)
    for _ in range(2):
        with waiting.running(*WORKER, "--lease", "2") as process:
            process.wait_for(AT_WORK)
            time.sleep(chance.uniform(0.5, 2.5))
            process.popen.kill()
    with waiting.running(*WORKER, "--lease", "2"):
        wait_until(lambda: asked(waiting, "SELECT state FROM articles_relinkrequest") == [("done",)])
    all_is_well(waiting)
    assert asked(waiting, "SELECT count(*) FROM articles_lineage WHERE matcher = '2020.01'") == [(0,)]


@on_sqlite
@pytest.mark.parametrize("command", ["worker", "relink"])
def test_a_database_without_tables_is_one_sentence(installation: Installation, command: str) -> None:
    refused = installation.manage(command)
    assert refused.returncode == 1
    assert refused.stderr == "CommandError: the database is not ready: run `python manage.py migrate` first.\n"
