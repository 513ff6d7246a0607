"""The line that a list has under each quotation."""

from datetime import UTC, datetime

import pytest

from articles.engine.text.aliases import STANDARD_ALIASES
from articles.models import Lineage, Variant
from articles.presentation.lineage_findings import LineageFinding, build_finding
from tests.support.makers import make_lineage, make_quote, record_lineage_variants

pytestmark = pytest.mark.django_db

TAX = "We will not raise taxes on working families this year"


def find(*texts: tuple[str, str], same_day: bool = False) -> LineageFinding | None:
    """Return the line of a lineage of these outlets and texts, published on one day after the other or on one day."""
    quotes = [
        make_quote(text, outlet=name, published=datetime(2026, 3, 3 if same_day else 3 + number, tzinfo=UTC))
        for number, (name, text) in enumerate(texts)
    ]
    lineage = make_lineage(*quotes)
    record_lineage_variants([lineage], STANDARD_ALIASES)
    Lineage.objects.update(stale=False)
    return build_finding(Lineage.objects.with_finding().get(pk=lineage.pk))


@pytest.mark.parametrize(
    ("later", "line", "severity", "weight"),
    [
        (TAX.replace("not ", ""), "“not” dropped by Fox News", 5, "serious"),
        (TAX.replace("working", "wealthy"), "“working” became “wealthy” in Fox News", 3, "middle"),
        (
            TAX.replace("this year", "[before the summer] this year"),
            "“[before the summer]” added by Fox News",
            2,
            "middle",
        ),
        (TAX.replace("will not", "won’t"), "“will not” became “won’t” in Fox News", 1, "quiet"),
        (f"{TAX}.", "Same words in every version, as far as each goes", 0, "quiet"),
        (TAX.removesuffix(" this year"), "Same words in every version, as far as each goes", 0, "quiet"),
    ],
)
def test_build_finding_says_what_the_later_version_changed(later: str, line: str, severity: int, weight: str) -> None:
    found = find(("Reuters", TAX), ("Fox News", later))
    assert found is not None
    assert (found.text, found.severity, found.weight) == (line, severity, weight)
    assert bool(found.address) == bool(severity)


def test_build_finding_counts_the_outlets_with_the_same_change_in_any_wording() -> None:
    dropped = TAX.replace("not ", "")
    found = find(
        ("Reuters", TAX),
        ("Fox News", dropped),
        ("AP", TAX),
        ("ZeroHedge", dropped.replace("working", "wealthy")),
        ("Daily Mail", dropped),
        ("Daily Mail", dropped),
    )
    assert found is not None
    assert found.text == "“not” dropped by Fox News and 2 others"


def test_build_finding_accuses_nobody_where_the_dates_do_not_tell() -> None:
    dropped = find(("Reuters", TAX), ("Fox News", TAX.replace("not ", "")), same_day=True)
    added = find(("Fox News", TAX.replace("not ", "")), ("Reuters", TAX), same_day=True)
    changed = find(("Reuters", TAX), ("Fox News", TAX.replace("working", "wealthy")), same_day=True)
    assert dropped is not None
    assert added is not None
    assert changed is not None
    assert dropped.text == "“not” in Reuters, not in Fox News"
    assert added.text == "“not” in Reuters, not in Fox News"
    assert changed.text == "“working” in Reuters, “wealthy” in Fox News"


def test_build_finding_says_nothing_of_a_single_version() -> None:
    assert find(("Reuters", TAX)) is None


def test_build_finding_names_a_paraphrase_by_its_kind() -> None:
    found = find(
        ("Reuters", "the strikes were selective, I would say sparing, and in most cases spared those groups"),
        ("RT", "blows fell with care upon whoever could not push at an army"),
    )
    assert found is not None
    assert found.text.endswith(": RT")


def test_build_finding_shortens_a_long_passage() -> None:
    found = find(
        ("Reuters", f"{TAX} (and it is a promise that we have made to all of you)"), ("RT", f"{TAX} and so on")
    )
    assert found is not None
    assert len(found.text) < 80


def test_build_finding_does_not_say_that_words_are_the_same_before_they_are_compared() -> None:
    lineage = make_lineage(make_quote(TAX), make_quote(TAX.replace("not ", ""), outlet="RT"))
    assert build_finding(Lineage.objects.with_finding().get(pk=lineage.pk)) is None
    record_lineage_variants([lineage], STANDARD_ALIASES)
    Lineage.objects.update(stale=False)
    Variant.objects.all().delete()
    assert build_finding(Lineage.objects.with_finding().get(pk=lineage.pk)) is None
