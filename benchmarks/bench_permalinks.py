"""Stress test of permanent codes and rulings: random steps at the desk, all taken back.

``python -m benchmarks.bench_permalinks [STEPS] [SEED]`` lets articles come in, merges, splits, detaches, rulings,
withdrawals, takings back and relinkings follow each other at random, a hundred in each of many fresh databases' lives,
on a SQLite file and then on a PostgreSQL server of its own. After every step each code ever issued must lead to a page
in one hop or say why not, every quotation must stand where it should and the record of rulings must agree with what
holds; at the end of each life everything is taken back, and the pages themselves are asked for. It prints how many
steps were taken, what was done how often, and how many lives ended exactly where they began; how long rulings took.
"""

import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from tests.support import postgres
from tests.support.environment import clean_environment
from tests.support.installations import ROOT

STEPS, SEED = 10_000, 1
A_LIFE = 100  # steps in a fresh database
AT_FIRST = 12  # articles
# How often each is done, of all together.
DEEDS = {
    "link_quote": 12, "confirm": 12, "reject": 12, "merge": 10, "split": 12, "detach": 10, "withdraw": 6,
    "mark_boilerplate": 4, "undo": 20, "relink": 2,
}  # fmt: skip


def main() -> int:
    steps = int(sys.argv[1]) if len(sys.argv) > 1 else STEPS
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else SEED
    with tempfile.TemporaryDirectory() as folder:
        failed = on(f"sqlite:///{Path(folder) / 'db.sqlite3'}", steps, seed)
    programs = postgres.server_programs()
    if not programs:
        print(f"no PostgreSQL server: {postgres.HOW_TO_GET_IT}")
        return 1
    with postgres.temporary_server(programs) as url:
        failed |= on(url, steps, seed)
    return int(failed)


def on(url: str, steps: int, seed: int) -> bool:
    """Run it on one database, in a process that is set up for it."""
    variables = clean_environment() | {"DATABASE_URL": url, "DJANGO_SETTINGS_MODULE": "provenance.settings"}
    command = [sys.executable, "-m", "benchmarks.bench_permalinks", "here", str(steps), str(seed)]
    return bool(subprocess.run(command, cwd=ROOT, env=variables, check=False).returncode)


def here(steps: int, seed: int) -> int:
    """All lives on the database that the settings name."""
    import django

    django.setup()
    from django.core.management import call_command
    from django.db import connection
    from django.test.utils import setup_test_environment

    setup_test_environment()
    call_command("migrate", verbosity=0)
    began, done, took = time.monotonic(), Counter[str](), list[float]()
    lives = -(-steps // A_LIFE)
    for number in range(lives):
        live(random.Random(f"{seed} {number}"), min(A_LIFE, steps - number * A_LIFE), done, took)
    seconds = time.monotonic() - began
    print(f"{connection.vendor}: {sum(done.values())} steps in {lives} lives, {seconds:.0f} s, 0 failures")
    print("  " + ", ".join(f"{deed} {count}" for deed, count in done.most_common()))
    print(f"  a ruling: median {1000 * statistics.median(took):.0f} ms, slowest {1000 * max(took):.0f} ms")
    return 0


def live(chance: random.Random, steps: int, done: Counter[str], took: list[float]) -> None:
    """One life of a database; nothing of it is kept."""
    from django.db import transaction

    from tests.support.desk_machine import Desk

    with transaction.atomic():
        desk = Desk()
        for _ in range(AT_FIRST):
            desk.link_quote(chance.randrange(99), chance.randrange(6), chance.randrange(10))
        for _ in range(steps):
            deed = chance.choices(list(DEEDS), list(DEEDS.values()))[0]
            began = time.perf_counter()
            act(desk, deed, chance)
            if deed not in ("link_quote", "relink"):
                took.append(time.perf_counter() - began)
            done[deed] += 1
            desk.check()
        desk.check_pages()
        desk.undo_everything(chance.randrange)
        desk.check_pages()
        transaction.set_rollback(True)


def act(desk: "object", deed: str, chance: random.Random) -> None:
    arguments = {"link_quote": (99, 6, 10), "split": (99, 2**16), "detach": (99, 2**16), "relink": ()}
    two = ("confirm", "reject", "merge")
    most = arguments.get(deed, (99, 99) if deed in two else (99,))
    getattr(desk, deed)(*(chance.randrange(each) for each in most))


if __name__ == "__main__":
    if sys.argv[1:2] == ["here"]:
        sys.exit(here(int(sys.argv[2]), int(sys.argv[3])))
    sys.exit(main())
