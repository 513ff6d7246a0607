"""Stress test of several curators who decide on the same things at once.

``python -m benchmarks.bench_curators [EDITS] [SEED]`` lets four curators, a process each, send forms of the desk
and the admin as fast as they can, all about the same few printings and outlets: rulings, splits, detachments, merges,
takings back, speakers, names of outlets. Each form carries what its page showed when it was opened, and is sent a
little later, often too late; each has a note of its own. On a SQLite file and then on a PostgreSQL server of its own.

At the end what each curator was told is held against what is on record. Counted as lost: an edit that was taken and is
not on record, with each of its rulings; one that was refused and is on record all the same, or whose page does not give
the words back; two that were taken though both were made of the same sight of a thing; an answer that is an error. And
everything must hold that must hold after any step at the desk (`tests.support.desk_machine`).
"""

import json
import random
import re
import subprocess
import sys
import tempfile
import time
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

from tests.support import postgres
from tests.support.environment import clean_environment
from tests.support.installations import ROOT

EDITS, SEED = 10_000, 1
CURATORS = 4
A_GROUP = 200  # edits before they go on to other printings
PRINTINGS = 20  # in a group
OUTLETS = 6
HESITATION = 0.03  # seconds at most between opening a form and sending it
DEEDS = {"decide": 45, "split": 10, "detach": 8, "merge": 8, "undo": 9, "speaker": 12, "outlet": 8}
REVIEW = "/admin/articles/ruling/review/"


def main() -> int:
    edits = int(sys.argv[1]) if len(sys.argv) > 1 else EDITS
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else SEED
    with tempfile.TemporaryDirectory() as folder:
        lost = on(f"sqlite:///{Path(folder) / 'db.sqlite3'}", edits, seed, folder)
        programs = postgres.server_programs()
        if not programs:
            print(f"no PostgreSQL server: {postgres.HOW_TO_GET_IT}")
            return 1
        with postgres.temporary_server(programs) as url:
            lost += on(url, edits, seed, folder)
    return 1 if lost else 0


def on(url: str, edits: int, seed: int, folder: str) -> int:
    """Run it on one database; answers how many processes went wrong."""
    variables = clean_environment() | {"DATABASE_URL": url, "DJANGO_SETTINGS_MODULE": "provenance.settings"}
    command = [sys.executable, "-m", "benchmarks.bench_curators"]

    def start(*arguments: object) -> subprocess.Popen[bytes]:
        return subprocess.Popen([*command, *map(str, arguments)], cwd=ROOT, env=variables)

    began = time.monotonic()
    failed = start("prepare", edits).wait()
    curators = [start("curate", number, edits // CURATORS, seed, folder) for number in range(CURATORS)]
    failed += sum(bool(curator.wait()) for curator in curators)
    return failed + start("count", folder, round(time.monotonic() - began)).wait()


def step(name: str, *given: str) -> int:
    """Return what one of the processes does, on the database that the settings name; answers what it exits with."""
    import django

    django.setup()
    from django.test.utils import setup_test_environment

    setup_test_environment()
    match name, *given:
        case "prepare", edits:
            prepare(int(edits))
        case "curate", number, edits, seed, folder:
            curate(int(number), int(edits), int(seed), folder)
        case "count", folder, seconds:
            return int(count(folder, int(seconds)))
        case _:
            raise SystemExit(f"There is no step {name} with {len(given)} arguments.")
    return 0


# --- before -------------------------------------------------------------------------------------------------------


def prepare(edits: int) -> None:
    """Return an empty database with curators, outlets and all groups of printings."""
    from django.contrib.auth.models import User
    from django.core.management import call_command
    from django.db import transaction

    from articles.services.linking.incremental import link_quotes
    from tests.support.desk_machine import TEXTS
    from tests.support.makers import make_quote

    call_command("migrate", verbosity=0)
    for number in range(CURATORS):
        User.objects.create_superuser(f"curator {number}")
    for group in range(-(-edits // A_GROUP)):
        for place in range(PRINTINGS):
            with transaction.atomic():
                words = _of_group(TEXTS[place % len(TEXTS)], group)
                link_quotes([make_quote(words, outlet=f"Outlet {place % OUTLETS}")])


def _of_group(text: str, group: int) -> str:
    """Return the same sentence in words that no other group has: else all groups' printings would be of one lineage."""
    letters = "".join(chr(ord("a") + int(digit)) for digit in f"{group:02d}")
    return re.sub(r"\b(?=[a-zA-Z]{4})", letters, text)


def _letters(number: int) -> str:
    return " ".join(chr(ord("a") + int(digit)) * 5 for digit in f"{number:05d}")


# --- a curator ----------------------------------------------------------------------------------------------------


class Curator:
    """Opens forms, hesitates, sends them, and writes down what came of it."""

    def __init__(self, number: int, seed: int) -> None:
        from django.contrib.auth.models import User
        from django.test import Client

        self.number, self.dice = number, random.Random(f"{seed} {number}")
        self.user = User.objects.get(username=f"curator {number}")
        self.client = Client(raise_request_exception=False)
        self.client.force_login(self.user)
        self.quotes: list[int] = []
        self.count = 0
        self.note = self.words = ""

    def edit(self, count: int) -> dict[str, Any]:
        """One edit; what was sent and what was answered."""
        from articles.models import Quote

        self.count, group = count, count * CURATORS // A_GROUP
        first = group * PRINTINGS
        self.quotes = list(Quote.objects.order_by("pk").values_list("pk", flat=True)[first : first + PRINTINGS])
        self.note = self.words = f"edit {self.number}-{count}"
        deed = self.dice.choices(list(DEEDS), list(DEEDS.values()))[0]
        before, opened = self.newest(), newest_of_all()
        sent = getattr(self, deed)()
        if sent is None:
            return {"deed": deed, "outcome": "nothing to do"}
        address, form, sight = sent
        time.sleep(self.dice.random() * HESITATION)
        answer = self.client.post(address, form)
        return {"deed": deed, "note": self.note, "opened": opened, "sight": sight, **self.outcome(answer, before, deed)}

    def newest(self) -> int:
        from articles.models import Decision

        return Decision.objects.filter(by=self.user).order_by("-pk").values_list("pk", flat=True).first() or 0

    def outcome(self, answer: Any, before: int, deed: str) -> dict[str, Any]:
        """Was it taken, and as what; were the words given back where it was not?"""
        batch = self.newest()
        page = answer.content.decode() if answer.status_code != 303 else ""
        found = {"status": answer.status_code, "given back": self.words in page}
        if deed == "outlet":
            return found | {"outcome": "taken" if answer.status_code == 302 else "refused"}
        if batch == before:
            return found | {"outcome": "refused"}
        from articles.models import Decision, Ruling

        moved = Decision.objects.get(pk=batch).data.get("moved", 0)
        count = Ruling.objects.filter(batch=batch).count()
        return found | {"outcome": "taken", "batch": batch, "rulings": count, "moved": moved}

    def decide(self) -> tuple[str, dict[str, Any], str]:
        from articles.services.curation import get_pair_version

        a, b = sorted(self.dice.sample(self.quotes[:8], 2))
        version = get_pair_version(a, b)
        verdict = self.dice.choice(["same", "different", "different", "unsure"])
        form = {"a": a, "b": b, "verdict": verdict, "version": version, "note": self.note}
        return f"{REVIEW}decide/", form, f"{a}..{b} {version}"

    def split(self, deed: str = "split") -> tuple[str, dict[str, Any], str] | None:
        from articles.models import Lineage
        from articles.services.curation import get_lineages_version

        lineages = Lineage.objects.filter(printings__quote__in=self.quotes, printing_count__gt=1).distinct()
        lineage = self.one_of(lineages)
        if lineage is None:
            return None
        quotes = list(lineage.printings.values_list("quote", flat=True))
        if len(quotes) < 2:
            return None
        chosen = self.dice.sample(quotes, self.dice.randint(1, len(quotes) - 1))
        version = get_lineages_version([lineage])
        form = {"deed": deed, "quote": chosen, "version": version, "note": self.note}
        return f"{REVIEW}lineage/{lineage.code}/change/", form, version

    def detach(self) -> tuple[str, dict[str, Any], str] | None:
        return self.split("detach")

    def merge(self) -> tuple[str, dict[str, Any], str] | None:
        from articles.models import Lineage
        from articles.services.curation import get_lineages_version

        lineages = list(Lineage.objects.filter(printings__quote__in=self.quotes).distinct().order_by("pk"))
        if len(lineages) < 2:
            return None
        one, other = self.dice.sample(lineages, 2)
        form = {"deed": "merge", "other": other.code, "version": get_lineages_version([one]), "note": self.note}
        return f"{REVIEW}lineage/{one.code}/change/", form, form["version"]

    def undo(self) -> tuple[str, dict[str, Any], str] | None:
        """Take back any ruling of the last, whoever made it; what says who spoke is left, to be counted."""
        from articles.models import Decision

        batches = Decision.objects.filter(in_force=True).exclude(verb__in=("speaker", "undo")).order_by("-pk")[:12]
        batch = self.one_of(batches)
        return None if batch is None else (f"{REVIEW}undo/{batch.pk}/", {}, f"undo {batch.pk}")

    def speaker(self) -> tuple[str, dict[str, Any], str]:
        from articles.models import Quote
        from articles.services.corrections import get_quote_version

        quote = Quote.objects.get(pk=self.dice.choice(self.quotes[:3]))
        seen = get_quote_version(quote)
        self.words = f"Walid {_letters(self.number * EDITS + self.count).title()}"
        form = {"deed": "speaker", "speaker": self.words, "seen": seen, "note": self.note}
        return f"{REVIEW}quote/{quote.pk}/change/", form, f"quote {quote.pk} {seen}"

    def outlet(self) -> tuple[str, dict[str, Any], str]:
        from django.contrib.admin import site
        from django.forms import modelform_factory

        from articles.models import Outlet

        outlet = Outlet.objects.order_by("pk")[self.dice.randrange(OUTLETS)]
        fields = ["name", "slug", "domain", "kind", "country"]
        form = modelform_factory(Outlet, form=site.get_model_admin(Outlet).form, fields=fields)(instance=outlet)
        shown = {name: value for name in [*fields, "seen"] if (value := form.initial.get(name)) is not None}
        name = f"Outlet by {self.note}"
        address = f"/admin/articles/outlet/{outlet.pk}/change/"
        return address, shown | {"name": name}, f"outlet {outlet.pk} {outlet.name}"

    def one_of(self, rows: Any) -> Any:
        rows = list(rows.order_by("pk")) if not rows.query.is_sliced else list(rows)
        return self.dice.choice(rows) if rows else None


def newest_of_all() -> int:
    """Return the newest decision before a form is opened; what is newer came later."""
    from articles.models import Decision

    return Decision.objects.order_by("-pk").values_list("pk", flat=True).first() or 0


def curate(number: int, edits: int, seed: int, folder: str) -> None:
    """Return a curator's day, written down."""
    curator = Curator(number, seed)
    with (Path(folder) / f"{number}.jsonl").open("w", encoding="utf-8") as journal:
        for count in range(edits):
            journal.write(json.dumps(curator.edit(count)) + "\n")


# --- afterwards ---------------------------------------------------------------------------------------------------


def count(folder: str, seconds: int) -> bool:
    """Hold what curators were told against what is on record; prints a line and answers whether anything was lost."""
    from django.db import connection

    from articles.models import Decision, Ruling

    journal: list[dict[str, Any]] = []
    for path in sorted(Path(folder).glob("*.jsonl")):
        journal += [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        path.unlink()
    notes = Counter(Decision.objects.exclude(note="").values_list("note", flat=True))
    rulings = Counter(Ruling.objects.values_list("batch", flat=True))
    lost: Counter[str] = Counter()
    for edit in journal:
        lost.update(what_is_wrong(edit, notes, rulings))
    lost["decided on what was so no more"] = unawares([edit for edit in journal if edit["outcome"] == "taken"])
    lost["on record and nobody was told"] = sum(notes.values()) - sum(edit.get("note") in notes for edit in journal)
    everything_holds()
    outcomes = Counter(edit["outcome"] for edit in journal)
    found = ", ".join(f"{what}: {times}" for what, times in lost.items() if times)
    print(
        f"{connection.vendor}: {len(journal)} edits by {CURATORS} curators at once in {seconds} s: "
        f"{outcomes['taken']} taken, {outcomes['refused']} refused with both versions shown, "
        f"{outcomes['nothing to do']} had nothing to do; {sum(lost.values())} lost {found}",
        flush=True,
    )
    return bool(sum(lost.values()))


def what_is_wrong(edit: dict[str, Any], notes: Counter[str], rulings: Counter[int]) -> list[str]:
    """Return what was lost of one edit."""
    if edit["outcome"] == "nothing to do":
        return []
    wrong = []
    if edit["status"] >= 500:
        wrong.append(f"error {edit['status']} at {edit['deed']}")
    kept = edit["deed"] not in ("undo", "outlet")  # whose batches bear no note
    if edit["outcome"] == "taken":
        if kept and notes[edit["note"]] != 1:
            wrong.append(f"{edit['deed']} not on record")
        if "batch" in edit and rulings[edit["batch"]] != edit["rulings"]:
            wrong.append(f"rulings of {edit['deed']} not on record")
    elif notes[edit["note"]]:
        wrong.append(f"{edit['deed']} refused and on record")
    elif edit["deed"] != "undo" and not edit["given back"]:
        wrong.append(f"words of {edit['deed']} not given back")
    return wrong


def unawares(taken: list[dict[str, Any]]) -> int:
    """How many edits were taken though another, since their form was opened, was taken on the same sight, or moved it.

    What was taken back before stands as it was seen.
    """
    back = {edit["sight"]: edit["batch"] for edit in taken if edit["deed"] == "undo"}
    ended: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)  # by which batch, until it was taken back
    for edit in taken:
        span = edit.get("batch", 0), back.get(f"undo {edit.get('batch')}", EVER)
        ended[edit["sight"]].append(span)
        if edit.get("moved"):
            ended[_lineages(edit)].append(span)
    late = []
    for edit in taken:
        own = edit.get("batch", 0)
        same = ended[edit["sight"]] if _lineages(edit) != edit["sight"] else []
        if any(edit["opened"] < made < own < gone for made, gone in [*same, *ended[_lineages(edit)]]):
            late.append(edit)
    names = Counter(edit["sight"] for edit in taken if edit["deed"] == "outlet")  # which are no batches
    for edit in late:
        print(f"unawares: {edit}")
    return len(late) + sum(times - 1 for times in names.values())


def _lineages(edit: dict[str, Any]) -> str:
    """How the lineages stood that an edit saw; nothing for one that saw something else."""
    sight: str = edit["sight"]
    return sight.rpartition(" ")[2].partition("~")[0] if edit["deed"] in ("decide", "split", "detach", "merge") else "-"


EVER = 10**12


def everything_holds() -> None:
    """Return what must hold after any step at the desk, and that linking everything anew changes nothing."""
    from tests.support.desk_machine import Desk, check_log, check_printings

    desk = Desk()
    desk.check_codes()
    check_printings()
    check_log()


if __name__ == "__main__":
    sys.exit(step(*sys.argv[1:]) if sys.argv[1:2] and not sys.argv[1].isdigit() else main())
