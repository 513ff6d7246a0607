"""Actions at the curation desk and the invariants that hold after each, for random testing.

Articles come in; a curator confirms, rejects, merges, splits, detaches, marks as boilerplate, withdraws, undoes any of
that and relinks everything. `Desk` does each by numbers that select among the stored rows, so that hypothesis can
shrink them (`tests.test_permalinks`) and a benchmark can draw them (`benchmarks.bench_permalinks`, ten thousand steps).
`check` holds the invariants: each code ever issued leads to a page in one step or says why not, each quotation is in
the lineages it should be in, and no ruling is lost.
"""

import hashlib
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from typing import TypeVar

from django.contrib.auth.models import User
from django.test import Client

from articles.models import Decision, Lineage, LineageCode, Printing, Quote, Revision, Ruling
from articles.models.revision import digest
from articles.services.corrections import mark_boilerplate, withdraw
from articles.services.curation import detach, merge, rule, split_off, undo
from articles.services.exceptions import CurationError
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
# The texts of quotations: each statement unchanged, with words changed, cut or added, and two statements run together.
TEXTS = (
    CAT, CAT.replace("doesn\u2019t", "does not"), CAT.replace("It looks", "This looks"), f"{CAT} Indeed.", CAT[9:],
    STRIKES, STRIKES.replace("United States", "US"), STRIKES.replace(", I would say sparing,", ""), STRIKES[12:],
    GAINS, GAINS.replace("a couple of", "several"), GAINS[:-12], GAINS.replace("noted", "have noted"),
    PLEDGE, PLEDGE.replace("the Syrian army", "Syria\u2019s army"), f"{CAT} {GAINS}", f"{STRIKES}. {PLEDGE}", "absurd",
)  # fmt: skip
FIRST_DAY = datetime(2015, 11, 17, tzinfo=UTC)

Row = TypeVar("Row")


class Desk:
    """A curation desk on an empty database, inside a transaction that is rolled back.

    `initial` is the state before the first ruling in force: a fingerprint of the lineages, and where each code leads.
    """

    def __init__(self) -> None:
        self.curator = User.objects.create_superuser("curator at the desk")
        self.codes: set[str] = set()
        self.initial: tuple[str, dict[str, str | None]] | None = None
        self.client = Client()

    def link_quote(self, text: int, outlet: int, day: int) -> None:
        """Store and link a quotation that an outlet prints on a day."""
        published = FIRST_DAY + timedelta(days=day)
        link_quotes([make_quote(TEXTS[text % len(TEXTS)], outlet=f"Outlet {outlet}", published=published)])
        self.initial = None

    def confirm(self, a: int, b: int) -> None:
        """Rule that two quotations are the same."""
        self._rule(a, b, Ruling.Verdict.SAME)

    def reject(self, a: int, b: int) -> None:
        """Rule that two quotations are different."""
        self._rule(a, b, Ruling.Verdict.DIFFERENT)

    def merge(self, a: int, b: int) -> None:
        """Merge two lineages."""
        lineages = list(Lineage.objects.order_by("pk"))
        if lineages:
            self._try(lambda: merge([_pick(lineages, a), _pick(lineages, b)], by=self.curator))

    def split(self, number: int, chosen: int) -> None:
        """Split off the printings of a lineage whose bits are set in `chosen`."""
        self._take_out(split_off, number, chosen)

    def detach(self, number: int, chosen: int) -> None:
        """Take the printings of a lineage whose bits are set in `chosen` out of it, one by one."""
        self._take_out(detach, number, chosen)

    def _take_out(self, verb: Callable[..., Decision], number: int, chosen: int) -> None:
        lineages = list(Lineage.objects.filter(printing_count__gt=1).order_by("pk"))
        if lineages:
            lineage = _pick(lineages, number)
            quotes = list(lineage.printings.order_by("quote").values_list("quote", flat=True))
            selected = [quote for position, quote in enumerate(quotes) if chosen >> (position % 16) & 1]
            self._try(lambda: verb(lineage, selected, by=self.curator))

    def withdraw(self, number: int) -> None:
        """Withdraw the article of a quotation."""
        quotes = list(Quote.objects.order_by("pk"))
        if quotes:
            self._try(lambda: withdraw(_pick(quotes, number).article, "It was taken back.", by=self.curator))

    def mark_boilerplate(self, number: int) -> None:
        """Mark a quotation as boilerplate."""
        quotes = list(Quote.objects.order_by("pk"))
        if quotes:
            self._try(lambda: mark_boilerplate(_pick(quotes, number), by=self.curator))

    def undo(self, number: int) -> None:
        """Undo a decision in force."""
        decisions = list(Decision.objects.filter(in_force=True).order_by("pk"))
        if decisions:
            self._try(lambda: undo(_pick(decisions, number), by=self.curator))

    def relink(self) -> None:
        """Relink everything; a second relink changes nothing."""
        relink()
        again = relink()
        assert (again.changed, again.begun, again.ended) == (0, 0, 0)
        self.initial = None

    def undo_everything(self, draw: Callable[[int], int]) -> None:
        """Undo every decision that is no undo itself, in the order that `draw` gives."""
        while decisions := list(Decision.objects.filter(in_force=True).exclude(verb=Decision.Verb.UNDO).order_by("pk")):
            undo(_pick(decisions, draw(len(decisions))), by=self.curator)
            self.check()

    def _rule(self, a: int, b: int, verdict: str) -> None:
        quotes = list(Quote.objects.filter(left_out="").order_by("pk"))
        if quotes:
            self._try(lambda: rule(_pick(quotes, a), _pick(quotes, b), verdict, by=self.curator))

    def _try(self, action: Callable[[], Decision]) -> None:
        """Do what may be refused; save the initial state before the first ruling."""
        if self.initial is None and not has_decisions_in_force():
            self.initial = compute_fingerprint(), load_destinations()
        try:
            action()
        except CurationError:
            return

    def check(self) -> None:
        """Check every invariant; without any decision in force, the initial state is restored."""
        self.check_codes()
        check_printings()
        check_log()
        if self.initial is not None and not has_decisions_in_force():
            fingerprint, destinations = self.initial
            assert compute_fingerprint() == fingerprint
            assert load_destinations().items() >= destinations.items()

    def check_codes(self) -> None:
        """Check that each code ever issued leads to a page in one step, or says why not."""
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
        """Check the pages of codes and revisions: 200, 301 in one hop, or 410."""
        for code in sorted(self.codes):
            response = self.client.get(f"/q/{code}")
            if response.status_code == 301:
                response = self.client.get(response["Location"])
                assert response.status_code == 200
            assert response.status_code in (200, 410)
        for revision in Revision.objects.select_related("code"):
            assert digest(revision.content) == revision.sha256
            gone = LineageCode.objects.get(pk=revision.code_id).lineage is None
            assert self.client.get(revision.get_absolute_url()).status_code == (410 if gone else 200)


def check_printings() -> None:
    """Check that exactly the quotations that are not left out are printings, and that lineages count them right."""
    printed = set(Printing.objects.values_list("quote", flat=True))
    assert printed == set(Quote.objects.filter(left_out="").values_list("pk", flat=True))
    assert not Quote.objects.filter(left_out="", article__withdrawn__isnull=False).exists()
    for lineage in Lineage.objects.prefetch_related("printings__quote"):
        assert lineage.printing_count == len({printing.quote.article_id for printing in lineage.printings.all()}) > 0
        assert lineage.first_id in {printing.quote_id for printing in lineage.printings.all()}


def check_log() -> None:
    """Check that the log of rulings alone tells which rulings are in force."""
    undone: set[int] = set()
    for pk, undoes in Ruling.objects.order_by("-pk").values_list("pk", "undoes"):
        if undoes is not None and pk not in undone:
            undone.add(undoes)
    for pk, in_force in Ruling.objects.values_list("pk", "batch__in_force"):
        assert in_force == (pk not in undone)


def has_decisions_in_force() -> bool:
    """Return whether any decision but an undo is in force."""
    return Decision.objects.filter(in_force=True).exclude(verb=Decision.Verb.UNDO).exists()


def compute_fingerprint() -> str:
    """Hash every lineage with its code and printings."""
    rows = Printing.objects.order_by("lineage__code", "quote").values_list("lineage__code", "quote", "start", "end")
    return hashlib.sha256(repr(list(rows)).encode()).hexdigest()


def load_destinations() -> dict[str, str | None]:
    """Return the code of the lineage that each code leads to."""
    return dict(LineageCode.objects.values_list("pk", "lineage__code"))


def _pick(rows: Sequence[Row], number: int) -> Row:
    return rows[number % len(rows)]
