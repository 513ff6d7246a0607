"""The verdict on a lineage: one sentence, the credited sources, the speakers."""

from datetime import UTC, datetime

import pytest

from articles.engine.text.aliases import STANDARD_ALIASES
from articles.models import Outlet, Speaker
from articles.presentation.lineage_verdict import build_verdict, describe_credits, list_speakers
from articles.queries.lineage_snapshot import LineageSnapshot, PrintingSnapshot, build_snapshot, load_printings
from tests.support.makers import SANA, TASS
from tests.support.snapshots import collate_printings, number_texts
from tests.support.stories import EIGHT_OUTLETS, FORTY_FIVE_OUTLETS, ingest_story

ASIDE = "(life has proved they never went back from their words)"
DROPPED = TASS.replace("pledged not to", "pledged to")
NOT, HIS_WORDS = "\u201cnot\u201d", "Sergey Lavrov\u2019s words"
EARLIEST = "the earliest version found (Outlet 1, 1 November 2015)"
IS_FROM = "the earliest version found is from Outlet 1, 1 November 2015"


def rows(*texts: str, speaker: str = "Sergey Lavrov") -> list[PrintingSnapshot]:
    """Return versions of `texts`, published on one day after the other."""
    found = number_texts(*texts)
    for day, row in enumerate(found, start=1):
        row.article.published, row.article.precision = datetime(2015, 11, day, tzinfo=UTC), "day"
        row.quote.speaker = Speaker(name=speaker, slug="x")
        row.article.outlet = Outlet(pk=day, name=f"Outlet {day}", slug=str(day))
    return found


def say(*texts: str) -> str:
    return str(build_verdict(collate_printings(rows(*texts))))


@pytest.mark.parametrize(
    ("texts", "sentence"),
    [
        pytest.param(
            (TASS, DROPPED, DROPPED),
            f"Two of three outlets dropped {NOT} from {HIS_WORDS}; {EARLIEST} has it.",
            id="negation dropped",
        ),
        pytest.param(
            (DROPPED, TASS),
            f"Outlet 2 added {NOT} to {HIS_WORDS}; {EARLIEST} does not have it.",
            id="negation added",
        ),
        pytest.param(
            (TASS, SANA),
            f"Outlet 2 left out \u201c{ASIDE}\u201d from {HIS_WORDS}; {EARLIEST} has it.",
            id="aside cut",
        ),
        pytest.param(
            (TASS, TASS.replace(ASIDE, "......")),
            f"Outlet 2 put dots for \u201c{ASIDE}\u201d; {EARLIEST} has the passage.",
            id="cut marked",
        ),
        pytest.param(
            (TASS, TASS.replace("Islamic State", "ISIS")),
            f"Outlet 2 published \u201cISIS\u201d where {EARLIEST} has \u201cIslamic State\u201d.",
            id="name swapped",
        ),
        pytest.param(
            (TASS[:60], TASS, DROPPED),
            f"Outlet 3 dropped {NOT} from {HIS_WORDS}; the earliest complete version found (Outlet 2, 2 November 2015) "
            "has it.",
            id="an earlier part",
        ),
        pytest.param(
            (TASS, TASS, TASS),
            f"All three outlets published the same words; {IS_FROM}.",
            id="the same words",
        ),
        pytest.param(
            (TASS, TASS[: TASS.index(", spared")]),
            f"One of two outlets published only a part, and no outlet changed the words; {IS_FROM}.",
            id="only a part",
        ),
        pytest.param(
            (TASS, "blows fell with care upon whoever could not push at an army"),
            f"The versions are different translations or paraphrases of one statement; {IS_FROM}.",
            id="translations",
        ),
        pytest.param((TASS,), "Found in one article so far: Outlet 1, 1 November 2015.", id="one article"),
    ],
)
def test_verdict_says_who_departs_from_the_earliest_version(texts: tuple[str, ...], sentence: str) -> None:
    assert say(*texts) == sentence


def test_verdict_says_nothing_was_dropped_where_the_dates_do_not_tell() -> None:
    found = rows(TASS, DROPPED)
    found[1].article.published = found[0].article.published
    assert str(build_verdict(collate_printings(found))).startswith(
        f"Outlet 2 published {HIS_WORDS} without {NOT}; the earliest version found"
    )


def test_verdict_calls_no_undated_version_the_earliest() -> None:
    found = rows(TASS, DROPPED)
    for row in found:
        row.article.published, row.article.precision = None, "unknown"
    assert "; another version (Outlet 1, date unknown) has it." in str(build_verdict(collate_printings(found)))


def test_verdict_accuses_nobody_who_may_publish_another_translation() -> None:
    one = "They want the Islamic State to weaken Assad as soon as possible to force him to step down this or that way"
    other = (
        "the coalition hopes the Islamic State will weaken Assad as soon as it can and make him step down in the end"
    )
    verdict = build_verdict(collate_printings(rows(one, other)))
    assert verdict.severity == 0
    assert str(verdict).startswith("Whether the versions are one text or several translations, only a person can tell")


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("story", "beginning", "credits"),
    [
        (
            EIGHT_OUTLETS,
            f"Three of eight outlets dropped {NOT} from Anna Bergqvist\u2019s words; the earliest version found (Nordic"
            " Wire, 3 March 2026, 10:12 UTC) has it.",
            "4 of 8 outlets name a source: Fair Post 2, Svea Agency 1, Nordic Wire 1; 4 name none.",
        ),
        (
            FORTY_FIVE_OUTLETS,
            "Seven of 45 outlets dropped \u201cnot\u201d from Marta Lindqvist\u2019s words; the earliest ",
            "14 of 45 outlets name a source: Nordic Wire 3, Strait Herald 3, ",
        ),
    ],
)
def test_verdict_on_a_story(story: str, beginning: str, credits: str) -> None:
    snapshot = read_story(story)
    verdict = build_verdict(snapshot)
    assert str(verdict).startswith(beginning)
    assert (verdict.severity, verdict.label) == (5, "\u201cNot\u201d dropped")
    assert describe_credits(snapshot).startswith(credits)


def read_story(name: str) -> LineageSnapshot:
    lineage = ingest_story(name)
    return build_snapshot(lineage, load_printings(lineage), STANDARD_ALIASES)


def test_credits_leave_out_an_outlet_that_names_itself() -> None:
    found = rows(TASS, TASS, TASS)
    found[0].quote.credit, found[1].quote.credit = "Outlet 1", "TASS"
    assert describe_credits(collate_printings(found)) == "1 of 3 outlets names a source, TASS; 2 name none."


def test_credits_say_that_nobody_names_a_source() -> None:
    assert describe_credits(collate_printings(rows(TASS, TASS))) == "None of the 2 outlets names a source."


def test_speakers_are_listed_where_articles_disagree() -> None:
    found = rows(TASS, TASS, TASS, TASS)
    found[2].quote.speaker = Speaker(name="John Kerry", slug="john-kerry")
    assert [(each.name, each.count, each.outlet) for each in list_speakers(found)] == [
        ("Sergey Lavrov", 3, "Outlet 1"),
        ("John Kerry", 1, "Outlet 3"),
    ]
    snapshot = collate_printings([*found[:3], *rows(TASS, TASS, TASS, DROPPED)[3:]])
    assert " from the quotation; " in str(build_verdict(snapshot))


@pytest.mark.parametrize("name", ["Lavrov", "Foreign Minister Sergey Lavrov", "the foreign minister", "Outlet 1", ""])
def test_speakers_are_one_where_a_name_may_be_the_same_or_is_none(name: str) -> None:
    found = rows(TASS, TASS, TASS)
    found[1].quote.speaker = Speaker(name=name, slug="y") if name else None
    assert [each.name for each in list_speakers(found)] == ["Sergey Lavrov"]
