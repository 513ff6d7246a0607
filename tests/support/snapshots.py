"""Snapshots of lineages that are in no database: Lavrov's words in three outlets, and texts of a test's own."""

from collections.abc import Sequence
from datetime import UTC, date, datetime

from articles.engine.comparison.change_kinds import Change
from articles.engine.comparison.collation import Collation, Place, Reading, Wording, collate
from articles.engine.descent.origins import Descent, Origin, Source
from articles.engine.text.spans import Span
from articles.models import Article, Lineage, Outlet, Printing, Quote, Revision, Speaker
from articles.queries.lineage_snapshot import LineageSnapshot, PrintingSnapshot, group_by_wording, number_printings

SITE = "https://quotes.example/"
CODE = "7KQ2M9X4VD"
BASE = "the army (life has proved it), spared those Islamic State groups"
DAY = datetime(2015, 11, 17, tzinfo=UTC)


def make_printing(
    key: int = 12,
    number: int = 1,
    wording: str = "A",
    text: str = BASE,
    *,
    outlet: str = "OffGuardian",
    headline: str = "US deliberately sparing Islamic State",
    byline: str = "",
    url: str = "https://off-guardian.org/x",
    published: datetime | None = DAY,
    precision: str = "day",
    language: str = "en",
    speaker: str = "Sergey Lavrov",
    said_on: date | None = date(2015, 11, 17),
    credit: str = "TASS",
) -> PrintingSnapshot:
    """Return OffGuardian's printing, with what a test changes of it."""
    article = Article(
        pk=key,
        outlet=Outlet(name=outlet, slug=outlet.lower()) if outlet else None,
        title=headline,
        byline=byline,
        url=url,
        published=published,
        precision=precision,
        language=language,
    )
    quote = Quote(
        pk=key,
        article=article,
        start=1,
        end=1 + len(text),
        text=text,
        speaker=Speaker(name=speaker, slug=speaker.lower().replace(" ", "-")) if speaker else None,
        occasion="in an interview with the Vesti.doc programme",
        said_on=said_on,
        credit=credit,
    )
    return PrintingSnapshot(number, wording, Printing(quote=quote, start=0, end=len(text)))


SANA_PRINTING = make_printing(
    31, 2, "B", "the army, spared those ISIS groups", outlet="SANA", url="", precision="about", credit=""
)
INSIDER_PRINTING = make_printing(40, 3, "C", "spared those Islamic State groups", outlet="", speaker="")


def make_reading(text: str, *wordings: int, kind: str = "", severity: int = 0) -> Reading:
    """Return a reading of some wordings; `kind` names the change from the base."""
    change = Change(Span(0, 0), Span(0, 0), kind, severity, "") if kind else None
    return Reading(text, wordings, change)


def make_place(
    number: int, span: Span, *readings: Reading, absent: tuple[int, ...] = (), enclosing: int | None = None
) -> Place:
    """Return a place of the base with its readings, the base's own first."""
    return Place(number, span, readings, absent, enclosing)


ASIDE_PLACE = make_place(
    1,
    Span(8, 29),
    make_reading(" (life has proved it)", 0),
    make_reading("", 1, kind="deletion.silent", severity=4),
    absent=(2,),
)
NAME_PLACE = make_place(
    2,
    Span(BASE.index("Islamic State"), BASE.index(" groups")),
    make_reading("Islamic State", 0, 2),
    make_reading("ISIS", 1, kind="name_swap", severity=2),
)
ORIGINS = (
    Origin(0, "shown", (Source(None, 1.0, "TASS", ("credits TASS",)),)),
    Origin(1, "one", (Source(0, 1.0, reasons=("the aside is gone",)),)),
    Origin(2, "several", (Source(0, 0.5), Source(1, 0.5))),
)


def make_snapshot(
    *printings: PrintingSnapshot,
    places: tuple[Place, ...] = (ASIDE_PLACE, NAME_PLACE),
    origins: tuple[Origin, ...] = ORIGINS,
    families: tuple[tuple[int, ...], ...] = (),
    has_revision: bool = True,
) -> LineageSnapshot:
    """Return the three printings, with two places and the origins of all; with what a test changes of them."""
    printings = printings or (make_printing(), SANA_PRINTING, INSIDER_PRINTING)
    wordings = tuple(
        Wording(group.first.text, tuple(each.number - 1 for each in group.printings))
        for group in group_by_wording(printings)
    )
    snapshot = LineageSnapshot(
        Lineage(code=CODE, first=printings[0].quote),
        printings,
        Collation(wordings, 0, places, {}, families, ()),
        Revision(code_id=CODE, number=12, made=datetime(2026, 11, 1, tzinfo=UTC)) if has_revision else None,
        absolute=lambda path: SITE.rstrip("/") + path,
    )
    vars(snapshot)["descent"] = Descent(origins, independent_count=1, outlet_count=2)  # kept as if it were inferred
    return snapshot


def number_texts(*texts: str) -> list[PrintingSnapshot]:
    """Return printings of `texts`, each of an outlet of its own."""
    printings = []
    for number, text in enumerate(texts, start=1):
        article = Article(pk=number, outlet=Outlet(name=f"Outlet {number}"), title="Headline")
        printings.append(Printing(quote=Quote(pk=number, text=text, article=article), start=0, end=len(text)))
    return number_printings(printings)


def collate_printings(printings: Sequence[PrintingSnapshot], base: int | None = None) -> LineageSnapshot:
    """Return the snapshot of `printings`, whose articles have no part in other lineages."""
    collation = collate([printing.text for printing in printings], base=base)
    return LineageSnapshot(Lineage(code=CODE), tuple(printings), collation, companions={})


def collate_texts(*texts: str, base: int | None = None) -> LineageSnapshot:
    """Return the snapshot of printings of `texts`."""
    return collate_printings(number_texts(*texts), base)
