"""Which lineages do the tests of exports write down? Lavrov's words as three outlets have them, and stranger ones."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

from articles.exports.snapshot import (
    LineageSnapshot,
    OriginSnapshot,
    PinnedRevision,
    PlaceSnapshot,
    PrintedDate,
    PrintingSnapshot,
    ReadingSnapshot,
    SourceSnapshot,
)

SITE = "https://quotes.example/"
BASE = "the army (life has proved it), spared those Islamic State groups"


def attestation(key: int = 12, number: int = 1, wording: str = "A", text: str = BASE, **other: Any) -> PrintingSnapshot:
    """OffGuardian's printing, but for what `other` says."""
    found = PrintingSnapshot(
        key=key,
        number=number,
        wording=wording,
        text=text,
        start=1,
        end=1 + len(text),
        outlet="OffGuardian",
        outlet_address=f"{SITE}o/offguardian",
        headline="US deliberately sparing Islamic State",
        byline="",
        address=f"{SITE}a/{key}/us-deliberately-sparing#quote-{key}",
        url="https://off-guardian.org/x",
        exact_url="https://off-guardian.org/x#:~:text=the%20army",
        published=PrintedDate(datetime(2015, 11, 17, tzinfo=UTC), "day"),
        language="en",
        speaker="Sergey Lavrov",
        speaker_address=f"{SITE}s/sergey-lavrov",
        occasion="in an interview with the Vesti.doc programme",
        said_on=date(2015, 11, 17),
        credit="TASS",
        excerpt=False,
        before="\u201c",
        after="\u201d he said",
    )
    return replace(found, **other)


SANA = attestation(
    31,
    2,
    "B",
    "the army, spared those ISIS groups",
    outlet="SANA",
    outlet_address=f"{SITE}o/sana",
    url="",
    exact_url="",
    published=PrintedDate(datetime(2015, 11, 17, tzinfo=UTC), "about"),
    credit="",
)
INSIDER = attestation(
    40, 3, "C", "spared those Islamic State groups", outlet="", outlet_address="", speaker="", speaker_address=""
)


def standing(*attestations: PrintingSnapshot, **other: Any) -> LineageSnapshot:
    """Return the three printings, their two places and where SANA's may come from; but for what is given."""
    found = LineageSnapshot(
        code="7KQ2M9X4VD",
        address=f"{SITE}q/7KQ2M9X4VD/the-army-life-has-proved-it",
        site="Quote provenance",
        site_address=SITE,
        printings=attestations or (attestation(), SANA, INSIDER),
        base_wording="A",
        base_text=BASE,
        places=(
            PlaceSnapshot(
                1,
                8,
                29,
                (
                    ReadingSnapshot(("A",), " (life has proved it)"),
                    ReadingSnapshot(("B",), "", "deletion.silent", "Cut", 4),
                ),
                ("C",),
            ),
            PlaceSnapshot(
                2,
                BASE.index("Islamic State"),
                BASE.index(" groups"),
                (
                    ReadingSnapshot(("A", "C"), "Islamic State"),
                    ReadingSnapshot(("B",), "ISIS", "substitution.name", "Name swapped", 2),
                ),
            ),
        ),
        other_translations=(),
        origins=(
            OriginSnapshot("A", "shown", "shown", (SourceSnapshot("", "TASS", ("credits TASS",)),)),
            OriginSnapshot("B", "one", "fits only this", (SourceSnapshot("A", "", ("the aside is gone",)),)),
            OriginSnapshot("C", "several", "fits one of 2", (SourceSnapshot("A", "", ()), SourceSnapshot("B", "", ()))),
        ),
        outlet_count=2,
        independent_sources=1,
        pinned_revision=PinnedRevision(12, f"{SITE}q/7KQ2M9X4VD/r12", datetime(2026, 11, 1, tzinfo=UTC)),
    )
    return replace(found, **other)
