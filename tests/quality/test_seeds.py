"""The five real articles, with all their noise, take the whole road and come out as a reader would have them."""

import json

import pytest
from django.core.management import call_command

from articles.models import Article, Lineage, Quote
from tests.support.shared import SHARED, needs_shared

needs_shared()
pytestmark = [pytest.mark.quality, pytest.mark.django_db]

# Which quotations of OffGuardian (TASS) and SANA print the same words, counted from 1 in each article.
SAME_WORDS = [(1, 1), (3, 2), (4, 3)]


@pytest.fixture
def taken_in() -> None:
    call_command("ingest", SHARED / "seeds/manifest.json", "--json")


def spans_printed() -> dict[str, list[tuple[int, int]]]:
    """Return the labelled quotations of each article, by its text's first 200 characters."""
    lines = (SHARED / "data/extraction/seeds.jsonl").read_text(encoding="utf-8").splitlines()
    labelled = [json.loads(line) for line in lines]
    return {row["text"][:200]: [(quote["start"], quote["end"]) for quote in row["quotes"]] for row in labelled}


@pytest.mark.usefixtures("taken_in")
def test_every_quotation_is_found_to_the_letter_and_nothing_else_is_taken_for_one() -> None:
    printed = spans_printed()
    found = {
        article.text[:200]: list(article.quotes.order_by("start").values_list("start", "end"))
        for article in Article.objects.all()
    }
    assert found == printed
    assert Quote.objects.count() == 44


@pytest.mark.usefixtures("taken_in")
def test_lavrov_is_one_person_however_he_is_spelt() -> None:
    speakers = {quote.speaker for quote in Quote.objects.filter(speaker__name__endswith="Lavrov")}
    assert len(speakers) == 1
    names = {name.name for speaker in speakers if speaker for name in speaker.names.all()}
    assert {"Sergey Lavrov", "Sergei Lavrov"} <= names


@pytest.mark.usefixtures("taken_in")
def test_the_lineages_are_exactly_those_of_the_wire_report_and_its_reprint() -> None:
    expected = {frozenset({nth_quote("OffGuardian", tass), nth_quote("SANA", sana)}) for tass, sana in SAME_WORDS}
    found = {frozenset(lineage.printings.values_list("quote", flat=True)) for lineage in Lineage.objects.all()}
    assert {family for family in found if len(family) > 1} == expected
    assert len(found) == 44 - len(SAME_WORDS)


def nth_quote(outlet: str, number: int) -> int:
    return Quote.objects.filter(article__outlet__name=outlet).order_by("start")[number - 1].pk
