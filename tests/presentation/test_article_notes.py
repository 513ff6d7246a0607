"""Margin notes show what other printings have instead, the most severe change first."""

from html import unescape

import pytest
from django.test import Client
from django.utils.html import strip_tags

from articles.models import Lineage
from articles.presentation import article_notes
from tests.presentation.test_outlet_statistics import printed
from tests.support.makers import SANA, TASS

pytestmark = pytest.mark.django_db


def margin_of(client: Client, lineage: Lineage, outlet: str) -> str:
    """Return what stands in the margin of the article of `outlet`."""
    article = lineage.printings.get(quote__article__outlet__name=outlet).quote.article
    page = client.get(article.get_absolute_url()).content.decode()
    words = strip_tags(page.partition('id="notes"')[2].partition("</ol>")[0].partition(">")[2])
    return " ".join(unescape(words).split())


def test_notes_compare_a_later_printing_with_the_earliest(client: Client) -> None:
    lineage = printed(("OffGuardian", TASS), ("SANA", SANA))
    margin = margin_of(client, lineage, "SANA")
    assert "Aside cut silently severity 4 of 5 left out here; (life has proved" in margin
    assert (
        "in OffGuardian, the earliest version found Name swapped severity 3 of 5 "
        "here: ISIS; Islamic State in OffGuardian" in margin
    )


def test_notes_show_the_others_beside_the_earliest_printing(client: Client) -> None:
    lineage = printed(("OffGuardian", TASS), ("SANA", SANA), ("Press TV", SANA))
    margin = margin_of(client, lineage, "OffGuardian")
    assert "here: (life has proved they never went back from their words); not in SANA and 1 other Name" in margin
    assert "here: Islamic State; ISIS in SANA and 1 other" in margin


def test_notes_are_empty_when_all_print_the_same(client: Client) -> None:
    lineage = printed(("OffGuardian", TASS), ("RT", TASS))
    assert "severity" not in margin_of(client, lineage, "RT")
    assert "severity" not in margin_of(client, lineage, "OffGuardian")


def test_notes_list_the_most_severe_changes_and_count_the_rest(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(article_notes, "NOTES_LISTED", 1)
    margin = margin_of(client, printed(("OffGuardian", TASS), ("SANA", SANA)), "SANA")
    assert "Aside cut silently" in margin
    assert "Name swapped" not in margin
    assert margin.endswith("1 more change")
