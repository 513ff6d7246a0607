"""What a recording sends: texts to check, suggestions, and what curators and admins decide; each is taken back."""

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from typing import Any

from django.core.cache import caches
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection, transaction
from django.test import Client

from tests.support.recording.commands import PAGE, TEXT
from tests.support.recording.pages import DESK, column, rows
from tests.support.recording.recorder import Answer, Form, Recorder, in_order

Fields = dict[str, str | list[str]]
FAMILY = "submissions"
AFTER = ("/admin/articles/batch/", "/api/v1/lineages?limit=5")


def record_submissions(recorder: Recorder) -> None:
    """Record what comes of forms; every one is sent to the database as it was."""
    for text in ("", "convoy", "It is a colossal mistake to say that", TEXT, "x" * 60_001, "bad \0 text of some words"):
        recorder.ask("/check", form=[("q", text)], family=FAMILY)
    for name, content in (("page.html", PAGE), ("dam.txt", TEXT), ("empty.txt", ""), ("picture.png", "\x89PNG\r\n")):
        files = {"file": SimpleUploadedFile(name, content.encode("utf-8"))}
        recorder.ask("/check", files=files, family=FAMILY, note=name)
    visits = Visits(recorder)
    for visit in (visits.suggest, visits.answer_cards, visits.change_lineages, visits.change_quotes, visits.use_lists):
        visit()
    visits.change_rows()
    visits.wait()


class Visits:
    """Visits of readers and curators who send forms, each rolled back."""

    def __init__(self, recorder: Recorder) -> None:
        self.recorder = recorder
        questions = ("printing_count > 3", "printing_count <= 3")
        self.codes = [
            code for each in questions for code in in_order(column(f"SELECT code FROM articles_lineage WHERE {each}"))
        ]

    @contextmanager
    def visit(self, by: str, what: str) -> Iterator["Visit"]:
        """Open a visit, after which everything is as it was."""
        with transaction.atomic():
            yield Visit(self.recorder, by, what)
            transaction.set_rollback(True)
        for cache in caches.all(initialized_only=True):
            cache.clear()

    def suggest(self) -> None:
        code = self.codes[0]
        page = f"/q/{code}/suggest"
        cases: dict[str, Fields] = {
            "whole": {"kind": "earlier", "text": "It was in the paper.", "url": "https://older.example/2"},
            "nothing": {},
            "no kind": {"text": "Something."},
            "bad address": {"kind": "other", "text": "Something.", "url": "no address"},
            "a machine": {"kind": "other", "text": "Buy.", "website": "https://x.example/"},
        }
        for what, fields in cases.items():
            with self.visit("", f"suggestion: {what}") as visit:
                visit.send(page, "", fields)
                visit.ask(f"{DESK}?lane=suggestions", by="curator")
        with self.visit("", "suggestion: too many") as visit:
            for number in range(7):
                visit.send(page, "", {"kind": "other", "text": f"Number {number}."})

    def answer_cards(self) -> None:
        for lane in ("uncertain", "origin", "conflicts", "audit", "gold"):
            for verdict in ("same", "different", "unsure", "skip", "flag", "nonsense"):
                with self.visit("curator", f"{lane} {verdict}") as visit:
                    more: Fields = {"verdict": verdict, "note": "As the transcript has it.", "reason": "words"}
                    visit.send(f"{DESK}?lane={lane}", "decide/", more)
                    visit.look_around()
        with self.visit("curator", "outdated card") as visit:
            visit.send(f"{DESK}?lane=uncertain", "decide/", {"verdict": "same", "version": "x"})
        with self.visit("curator", "card in htmx") as visit:
            visit.send(f"{DESK}?lane=uncertain", "decide/", {"verdict": "same"}, htmx=True)
        with self.visit("curator", "preferences") as visit:
            visit.send(f"{DESK}?lane=uncertain", "preferences/", {"score": "on"})
        for number, verb in rows("SELECT max(id), verb FROM articles_batch WHERE in_force GROUP BY verb ORDER BY verb"):
            for by in ("curator", "senior"):
                with self.visit(by, f"undo {verb}") as visit:
                    visit.post(f"{DESK}undo/{number}/", {"lane": "uncertain"})
                    visit.look_around()
            with self.visit("senior", f"agree with {verb}") as visit:
                visit.post(f"{DESK}agree/{number}/", {})
        for by, number in (("curator", "2"), ("curator", "1"), ("curator", "999"), ("admin", "3")):
            with self.visit(by, f"suggestion {number} closed") as visit:
                visit.post(f"{DESK}suggestions/{number}/", {"answer": "Seen to."})

    def change_lineages(self) -> None:
        for place, code in enumerate(self.codes[1:4]):
            page = f"{DESK}lineage/{code}/"
            quotes = column(
                "SELECT quote_id FROM articles_printing p JOIN articles_lineage l ON l.id = p.lineage_id "
                "WHERE l.code = %s ORDER BY quote_id",
                code,
            )
            other = self.codes[place + 8]
            cases: dict[str, Fields] = {
                "split": {"deed": "split", "quote": quotes[:2], "note": "Two statements."},
                "detach": {"deed": "detach", "quote": quotes[1:3], "reason": "occasion"},
                "merge": {"deed": "merge", "other": other},
                "merge by address": {"deed": "merge", "other": f"http://localhost/q/{other}/slug"},
                "merge with nothing": {"deed": "merge", "other": "nothing"},
                "split nothing": {"deed": "split"},
                "split everything": {"deed": "split", "quote": quotes},
                "outdated": {"deed": "split", "quote": quotes[:1], "version": "x"},
            }
            for what, fields in cases.items():
                with self.visit("curator", f"{what} {code}") as visit:
                    visit.send(page, "/change/", fields)
                    visit.look_around(code, other)

    def change_quotes(self) -> None:
        for number in column("SELECT id FROM articles_quote WHERE left_out = '' AND id % 701 = 11"):
            text = column("SELECT text FROM articles_quote WHERE id = %s", number)[0]
            cases: dict[str, Fields] = {
                "speaker": {"deed": "speaker", "speaker": "Walid al-Muallem"},
                "no speaker": {"deed": "speaker", "speaker": ""},
                "words": {"deed": "words", "words": text[4:-4]},
                "other words": {"deed": "words", "words": "not in the article"},
                "boilerplate": {"deed": "boilerplate"},
                "outdated": {"deed": "speaker", "speaker": "Somebody Else", "seen": "x"},
            }
            for what, fields in cases.items():
                with self.visit("curator", f"quote {what}") as visit:
                    visit.send(f"{DESK}quote/{number}/", "/change/", fields)
                    visit.look_around(*visit.codes_of(number))

    def use_lists(self) -> None:
        """Run the actions of the admin: the question, and what comes of it."""
        actions: list[tuple[str, str, str, Fields]] = [
            ("outlet", "merge", "SELECT id FROM articles_outlet WHERE merged_into_id IS NULL", {"sure": "yes"}),
            ("speaker", "merge", "SELECT id FROM articles_speaker WHERE merged_into_id IS NULL", {"kept": ""}),
            ("speaker", "part", "SELECT id FROM articles_speaker WHERE merged_into_id IS NOT NULL", {"sure": "yes"}),
            (
                "article",
                "withdraw",
                "SELECT id FROM articles_article WHERE withdrawn IS NULL",
                {"because": "An error."},
            ),
            ("article", "withdraw", "SELECT id FROM articles_article", {"because": ""}),
            ("article", "try_again", "SELECT id FROM articles_article WHERE link_state = 'failed'", {"sure": "yes"}),
            ("quote", "leave_out", "SELECT id FROM articles_quote WHERE left_out = ''", {"sure": "yes"}),
            ("batch", "take_back", "SELECT id FROM articles_batch WHERE in_force", {"sure": "yes"}),
            ("alias", "delete_selected", "SELECT id FROM articles_alias", {"post": "yes"}),
            ("outlet", "delete_selected", "SELECT id FROM articles_outlet", {}),
        ]
        for table, action, question, fields in actions:
            numbers = column(f"{question} ORDER BY id LIMIT 2")
            given = {name: value or numbers[0] for name, value in fields.items()} if "kept" in fields else fields
            chosen: Fields = {"action": action, "_selected_action": numbers}
            for by in ("curator", "senior", "admin"):
                with self.visit(by, f"{table} {action}") as visit:
                    visit.post(f"/admin/articles/{table}/", chosen)
                    visit.post(f"/admin/articles/{table}/", chosen | given)
                    visit.look_around()

    def change_rows(self) -> None:
        """Send forms of the admin."""
        for table, fields in (
            ("outlet", {"name": "The Renamed Herald", "country": "FR"}),
            ("outlet", {"name": ""}),
            ("outlet", {"name": "Renamed unawares", "seen": '{"name": "What it was"}'}),
            ("article", {"published_0": "2016-05-05", "published_1": "12:00:00", "precision": "minute"}),
            ("article", {"title": "Another headline", "published_0": "no day"}),
            ("speaker", {"name": "Another Name"}),
            ("alias", {"form": "the club of nations"}),
        ):
            for number in column(f"SELECT id FROM articles_{table} ORDER BY id LIMIT 2"):
                with self.visit("admin", f"{table} {number}") as visit:
                    visit.send(f"/admin/articles/{table}/{number}/change/", "", dict(fields), number=-1)
                    visit.ask(f"/admin/articles/{table}/{number}/history/")
                    visit.look_around()
        with self.visit("admin", "alias added") as visit:
            visit.send("/admin/articles/alias/add/", "", {"name": "Russia", "form": "the Kremlin hill"}, number=-1)
        with self.visit("", "log in") as visit:
            visit.send("/admin/login/", "", {"username": "curator", "password": "wrong"}, number=-1)
            visit.send("/admin/login/", "", {"username": "curator", "password": "a password for recordings alone"})

    def wait(self) -> None:
        """Look at pages while an article waits, and while a lineage has changed and is not settled."""
        with self.visit("", "article waits") as visit:
            with connection.cursor() as cursor:
                due = "link_state = 'waiting', lease_until = '2026-03-03 11:00:00'"
                cursor.execute(f"UPDATE articles_article SET {due} WHERE id < 4")
            for address in column("SELECT '/a/' || id FROM articles_article WHERE id < 4"):
                location = visit.ask(address).location
                visit.ask(location, headers={"HX-Request": "true"})
            visit.look_around()
        with self.visit("", "lineage is not settled") as visit:
            with connection.cursor() as cursor:
                cursor.execute("UPDATE articles_lineage SET stale = true WHERE code = %s", [self.codes[0]])
            visit.look_around(self.codes[0])


class Visit:
    """One visit, with cookies."""

    def __init__(self, recorder: Recorder, by: str, what: str) -> None:
        self.recorder, self.by, self.what = recorder, by, what
        self.client: Client = recorder.client(by)

    def ask(self, address: str, by: str | None = None, **more: Any) -> Answer:
        """Look at a page, as whoever visits or as another user."""
        client = self.client if by is None else self.recorder.client(by)
        known: dict[str, Any] = {"by": self.by if by is None else by, "client": client, "family": FAMILY}
        answer = self.recorder.ask(address, note=f"({self.what})", **known, **more)
        if answer.status == 301 and address.startswith("/admin/"):  # a table that was named otherwise before
            return self.recorder.ask(answer.location, note=f"({self.what})", **known, **more)
        return answer

    def send(self, page: str, action: str, fields: Fields, *, htmx: bool = False, number: int = 0) -> None:
        """Fill in a form of a page, the one of that number whose action ends so, and send it; then see where it led."""
        found = self.ask(page)
        forms: list[Form] = [
            form
            for form in found.page.forms
            if form.method == "post" and form.action.partition("?")[0].endswith(action)
        ]
        forms = [form for form in forms if "/logout/" not in form.action and "toggle" not in form.action]
        if not forms:
            self.recorder.keep(f"{page} has no form for {action} ({self.what})", 0, {}, "", FAMILY)
            return
        form = forms[number]
        kept = [(name, value) for name, value in form.fields if name not in fields]
        self.post(found.here(form.action) or page, fields, kept, htmx=htmx)

    def post(self, address: str, fields: Fields, kept: Collection[tuple[str, str]] = (), *, htmx: bool = False) -> None:
        """Send these fields; then see where it led."""
        added = [
            (name, each) for name, value in fields.items() for each in (value if isinstance(value, list) else [value])
        ]
        headers = {"HX-Request": "true"} if htmx else None
        answer = self.ask(address, form=[*kept, *added], headers=headers)
        if answer.location:
            self.ask(answer.location, headers=headers)

    def codes_of(self, quote: str) -> list[str]:
        """Return the codes of the lineages in which a quotation stands."""
        return column(
            "SELECT l.code FROM articles_lineage l JOIN articles_printing p ON p.lineage_id = l.id "
            "WHERE p.quote_id = %s ORDER BY l.code",
            quote,
        )

    def look_around(self, *codes: str) -> None:
        """See what has become of lineages, of the newest codes and of some lists."""
        newest = column("SELECT code FROM articles_code ORDER BY issued DESC, code LIMIT 2")
        for code in dict.fromkeys([*codes, *newest]):
            self.ask(f"/q/{code}/history", by="")
        for address in AFTER:
            self.ask(address, by="admin" if address.startswith("/admin/") else "")
        for address in column("SELECT code_id || '/r' || number FROM articles_revision ORDER BY id DESC LIMIT 2"):
            self.ask(f"/q/{address}.json", by="")
