"""Finding of a pair: the most serious change from the earlier version, in one sentence that accuses nobody wrongly."""

from datetime import UTC, datetime

import pytest

from articles.engine.text.aliases import STANDARD_ALIASES
from articles.presentation.pair_finding import write_attribution, write_finding
from articles.presentation.side_by_side import PairView, build_pair_view
from articles.queries.lineage_snapshot import load_printings
from tests.support.makers import make_lineage, make_quote

pytestmark = pytest.mark.django_db

KEPT = "We will not raise taxes on working families this year"
DROPPED = "We will raise taxes on working families this year"


def build_pair(earlier: str, later: str, *, swapped: bool = False, same_day: bool = False) -> PairView:
    dates = [datetime(2026, 3, 3, tzinfo=UTC), datetime(2026, 3, 3 if same_day else 4, tzinfo=UTC)]
    quotes = [
        make_quote(text, outlet=outlet, speaker="Anna Bergqvist", published=date)
        for text, outlet, date in zip((earlier, later), ("Reuters", "Fox News"), dates, strict=True)
    ]
    first, second = load_printings(make_lineage(*quotes))
    return build_pair_view(*((second, first) if swapped else (first, second)), STANDARD_ALIASES)


FINDINGS = [
    (KEPT, DROPPED, "Fox News omitted \u201cnot\u201d from Anna Bergqvist\u2019s words"),
    (DROPPED, KEPT, "Fox News added \u201cnot\u201d to Anna Bergqvist\u2019s words"),
    (
        KEPT,
        KEPT.replace("year", "month"),
        "Fox News has \u201cmonth\u201d for \u201cyear\u201d in Anna Bergqvist\u2019s words",
    ),
    (KEPT, KEPT, "Reuters and Fox News publish the same version of Anna Bergqvist\u2019s words"),
    (
        f"{KEPT}, and I mean every word of it",
        KEPT,
        "Reuters and Fox News publish a shorter and a longer part of Anna Bergqvist\u2019s words",
    ),
]


@pytest.mark.parametrize("swapped", [False, True])
@pytest.mark.parametrize(("earlier", "later", "finding"), FINDINGS)
def test_finding_is_about_the_later_version_whichever_side_it_is_on(
    earlier: str, later: str, finding: str, swapped: bool
) -> None:
    assert write_finding(build_pair(earlier, later, swapped=swapped)) == finding


def test_finding_accuses_neither_when_the_order_is_unknown() -> None:
    finding = write_finding(build_pair(KEPT, DROPPED, same_day=True))
    assert finding == "Reuters has \u201cnot\u201d, Fox News does not, in Anna Bergqvist\u2019s words"


def test_attribution_names_the_earlier_version_with_its_date() -> None:
    assert write_attribution(build_pair(KEPT, DROPPED)) == (
        "Fox News omitted \u201cnot\u201d from Anna Bergqvist\u2019s words, as Reuters published them on 3 March 2026."
    )
