"""What may happen at a desk, and what must hold afterwards?

Articles come in; a curator confirms, rejects, merges, splits, detaches, marks as boilerplate, withdraws, takes any of
it back and links everything anew. `Desk` does each of these by numbers that say which of what is there is meant, so
that hypothesis can shrink them and a benchmark can draw them; `check` looks at what must hold after every step: each
code ever issued leads to a page in one step or says why not, each quotation stands where it should, no ruling is lost.

Left to others: hypothesis (`tests.test_permalinks`), ten thousand steps (`benchmarks.bench_permalinks`).
"""

import hashlib
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from typing import TypeVar

from django.contrib.auth.models import User
from django.test import Client

from articles.models import Decision, Lineage, LineageCode, Printing, Quote, Revision, Ruling
from articles.services.corrections import CurationError, mark_boilerplate, withdraw
from articles.services.curation import merge, rule, split_off, undo
from articles.services.linking.incremental import link_quotes
from articles.services.linking.relink import relink
from tests.support.makers import make_quote

CAT = "It looks like a cat that wants to eat a fish but doesn\u2019t want to wet its feet."
STRIKES = (
    "analysis of the strikes delivered by the United States and its coalition drives us to a conclusion that these "
    "were selective, I would say sparing, strikes"
)
GAINS = "We noted tactical successes when a couple of cities were recaptured in Iraq last autumn."
PLEDGE = "pledged not to take any action against the Syrian army and never went back from their words"
# What is printed: each statement as it is, with words changed, cut, added, and two of them run together.
TEXTS = (
    CAT, CAT.replace("doesn\u2019t", "does not"), CAT.replace("It looks", "This looks"), f"{CAT} Indeed.", CAT[9:],
    STRIKES, STRIKES.replace("United States", "US"), STRIKES.replace(", I would say sparing,", ""), STRIKES[12:],
    GAINS, GAINS.replace("a couple of", "several"), GAINS[:-12], GAINS.replace("noted", "have noted"),
    PLEDGE, PLEDGE.replace("the Syrian army", "Syria\u2019s army"), f"{CAT} {GAINS}", f"{STRIKES}. {PLEDGE}", "absurd",
)  # fmt: skip
FIRST_DAY = datetime(2015, 11, 17, tzinfo=UTC)

Row = TypeVar("Row")


class Desk:
    """A database in use. Make it in an empty one, inside a transaction that is rolled back."""

    def __init__(self) -> None:
        self.curator = User.objects.create_superuser("curator at the desk")
        self.codes: set[str] = set()
        self.first: tuple[str, dict[str, str | None]] | None = None
        self.client = Client()

    # --- what may happen -------------------------------------------------------------------------------------------

    def take_in(self, which: int, outlet: int, day: int) -> None:
        printed = FIRST_DAY + timedelta(days=day)
        link_quotes([make_quote(TEXTS[which % len(TEXTS)], outlet=f"Outlet {outlet}", published=printed)])
        self.first = None

    def confirm(self, one: int, other: int) -> None:
        self._rule(one, other, Ruling.Verdict.SAME)

    def reject(self, one: int, other: int) -> None:
        self._rule(one, other, Ruling.Verdict.DIFFERENT)

    def merge(self, one: int, other: int) -> None:
        lineages = list(Lineage.objects.order_by("pk"))
        if lineages:
            self._try(lambda: merge([_pick(lineages, one), _pick(lineages, other)], by=self.curator))

    def split(self, one: int, chosen: int) -> None:
        """Split off the printings whose bits are set in `chosen`."""
        lineages = list(Lineage.objects.filter(printing_count__gt=1).order_by("pk"))
        if lineages:
            lineage = _pick(lineages, one)
            quotes = list(lineage.printings.order_by("quote").values_list("quote", flat=True))
            those = [quote for place, quote in enumerate(quotes) if chosen >> (place % 16) & 1]
            self._try(lambda: split_off(lineage, those, by=self.curator))

    def detach(self, one: int) -> None:
        printings = list(Printing.objects.filter(lineage__printing_count__gt=1).order_by("lineage", "quote"))
        if printings:
            printing = _pick(printings, one)
            self._try(lambda: split_off(printing.lineage, [printing.quote_id], by=self.curator))

    def withdraw(self, one: int) -> None:
        quotes = list(Quote.objects.order_by("pk"))
        if quotes:
            self._try(lambda: withdraw(_pick(quotes, one).article, "It was taken back.", by=self.curator))

    def leave_out(self, one: int) -> None:
        quotes = list(Quote.objects.order_by("pk"))
        if quotes:
            self._try(lambda: mark_boilerplate(_pick(quotes, one), by=self.curator))

    def take_back(self, one: int) -> None:
        batches = list(Decision.objects.filter(in_force=True).order_by("pk"))
        if batches:
            self._try(lambda: undo(_pick(batches, one), by=self.curator))

    def link_anew(self) -> None:
        relink()
        again = relink()
        assert (again.changed, again.begun, again.ended) == (0, 0, 0)
        self.first = None

    def take_everything_back(self, chance: Callable[[int], int]) -> None:
        """Take every batch back that is no taking back itself, in an order that `chance` says."""
        while batches := list(Decision.objects.filter(in_force=True).exclude(verb=Decision.Verb.UNDO).order_by("pk")):
            undo(_pick(batches, chance(len(batches))), by=self.curator)
            self.check()

    def _rule(self, one: int, other: int, verdict: str) -> None:
        quotes = list(Quote.objects.filter(left_out="").order_by("pk"))
        if quotes:
            self._try(lambda: rule(_pick(quotes, one), _pick(quotes, other), verdict, by=self.curator))

    def _try(self, deed: Callable[[], Decision]) -> None:
        """What cannot be done changes nothing; before the first ruling it is kept how everything stands."""
        if self.first is None and not in_force():
            self.first = fingerprint(), destinations()
        try:
            deed()
        except CurationError:
            return

    # --- what must hold --------------------------------------------------------------------------------------------

    def check(self) -> None:
        """Everything that must hold after every step."""
        self.check_codes()
        check_places()
        check_log()
        if self.first is not None and not in_force():
            hashed, leading = self.first
            assert fingerprint() == hashed
            assert destinations().items() >= leading.items()

    def check_codes(self) -> None:
        """Each code ever issued leads to a page in one step, or says why not."""
        entries = list(LineageCode.objects.select_related("lineage"))
        known = {entry.pk for entry in entries}
        assert known >= self.codes
        self.codes = known
        current = {entry.pk for entry in entries if entry.state == "current"}
        assert current == set(Lineage.objects.values_list("code", flat=True))
        for entry in entries:
            if entry.lineage is None:
                assert entry.gone
                assert entry.gone_because
            else:
                assert entry.lineage.code in current

    def check_pages(self) -> None:
        """The same, asked of the site: 200, 301 in one hop, or 410."""
        for code in sorted(self.codes):
            answer = self.client.get(f"/q/{code}")
            if answer.status_code == 301:
                answer = self.client.get(answer["Location"])
                assert answer.status_code == 200
            assert answer.status_code in (200, 410)
        for revision in Revision.objects.select_related("code"):
            assert revision.is_intact
            gone = LineageCode.objects.get(pk=revision.code_id).lineage is None
            assert self.client.get(revision.get_absolute_url()).status_code == (410 if gone else 200)


def check_places() -> None:
    """Every quotation that is not left out stands somewhere, the others nowhere, and none of what was withdrawn;
    lineages know what they hold."""
    standing = set(Printing.objects.values_list("quote", flat=True))
    assert standing == set(Quote.objects.filter(left_out="").values_list("pk", flat=True))
    assert not Quote.objects.filter(left_out="", article__withdrawn__isnull=False).exists()
    for lineage in Lineage.objects.prefetch_related("printings"):
        assert lineage.printing_count == len(lineage.printings.all()) > 0
        assert lineage.first_id in {printing.quote_id for printing in lineage.printings.all()}


def check_log() -> None:
    """What is in force can be told from the record of rulings alone."""
    undone: set[int] = set()
    for pk, undoes in Ruling.objects.order_by("-pk").values_list("pk", "undoes"):
        if undoes is not None and pk not in undone:
            undone.add(undoes)
    for pk, in_force in Ruling.objects.values_list("pk", "batch__in_force"):
        assert in_force == (pk not in undone)


def in_force() -> bool:
    """Does anything hold that a curator did?"""
    return Decision.objects.filter(in_force=True).exclude(verb=Decision.Verb.UNDO).exists()


def fingerprint() -> str:
    """A hash of every lineage with its code and printings."""
    rows = Printing.objects.order_by("lineage__code", "quote").values_list("lineage__code", "quote", "start", "end")
    return hashlib.sha256(repr(list(rows)).encode()).hexdigest()


def destinations() -> dict[str, str | None]:
    """Where each code leads."""
    return dict(LineageCode.objects.values_list("pk", "lineage__code"))


def _pick(rows: Sequence[Row], number: int) -> Row:
    return rows[number % len(rows)]
