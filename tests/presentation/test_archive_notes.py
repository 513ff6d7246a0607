"""What archives prove of a date is said on the pages of the article and of its quotations, and no more than that."""

from datetime import UTC, datetime

import pytest
from django.test import Client

from articles.models import Article, Lineage
from articles.presentation.archive_notes import describe_archives, describe_contradiction
from tests.support.makers import SANA, TASS, make_article, make_lineage, make_quote

pytestmark = pytest.mark.django_db

PUBLISHED = datetime(2015, 11, 17, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("precision", "offset", "captured", "ending"),
    [
        ("day", 0, "2015-11-16T12:04", "16 November 2015, 12:04 UTC, a day before the date"),
        ("day", None, "2015-11-10T12:04", "10 November 2015, 12:04 UTC, 7 days before the date"),
        ("minute", 0, "2015-11-17T09:10", "17 November 2015, 09:10 UTC, 3 hours before the time"),
        ("minute", 0, "2015-11-10T12:00", "10 November 2015, 12:00 UTC, 7 days before the date"),
        ("month", None, "2015-10-10T12:00", "10 October 2015, 12:00 UTC, before the date"),
    ],
)  # fmt: skip
def test_a_capture_before_the_printed_date_is_said_with_both_moments(
    precision: str, offset: int | None, captured: str, ending: str
) -> None:
    article = Article(published=PUBLISHED, published_offset=offset, precision=precision)
    article.existed_by = datetime.fromisoformat(captured).replace(tzinfo=UTC)
    said = describe_contradiction(article)
    assert said == f"The Internet Archive kept a page at this address on {ending} that the article prints."


def test_a_capture_after_the_printed_date_contradicts_nothing() -> None:
    article = Article(published=PUBLISHED, precision="day", url="https://sana.sy/1")
    article.existed_by = datetime(2015, 11, 18, tzinfo=UTC)
    notes = describe_archives(article)
    assert (notes.contradiction, notes.existed_by) == ("", "18 November 2015, 00:00 UTC")
    assert notes.first_copy == "https://web.archive.org/web/20151118000000/https://sana.sy/1"


def test_the_article_s_page_says_since_when_the_page_was_kept(client: Client) -> None:
    article = make_article(
        url="https://sana.sy/1", archive="https://web.archive.org/web/20151118000000/https://sana.sy/1"
    )
    before = client.get(article.get_absolute_url())
    assert "existed by" not in before.content.decode()
    saved = datetime(2015, 11, 19, 8, tzinfo=UTC)
    Article.objects.update(existed_by=datetime(2015, 11, 18, tzinfo=UTC), saved_at=saved)
    page = client.get(article.get_absolute_url(), headers={"If-None-Match": before["ETag"]}).content.decode()
    assert "18 November 2015, 00:00 UTC</a>" in page
    assert "seen 19 November 2015, 08:00 UTC in a saved copy" in page
    assert "Dates disagree" not in page
    Article.objects.update(existed_by=datetime(2015, 11, 12, tzinfo=UTC))
    page = client.get(article.get_absolute_url()).content.decode()
    assert "kept a page at this address on 12 November 2015, 00:00 UTC, 5 days before the date" in page


def test_the_quotation_s_page_says_whose_date_is_in_doubt(client: Client) -> None:
    lineage = make_lineage(make_quote(TASS), make_quote(SANA, outlet="SANA"))
    path = lineage.get_absolute_url()
    assert "A date is in doubt" not in client.get(path).content.decode()
    Article.objects.filter(outlet__name="SANA").update(existed_by=datetime(2015, 11, 12, tzinfo=UTC))
    Lineage.objects.update(stale=True)
    page = client.get(path).content.decode()
    assert page.count("A date is in doubt") == 1
    assert page.count("kept a page at this address on 12 November 2015") == 2


def test_an_undated_version_says_by_when_it_existed(client: Client) -> None:
    lineage = make_lineage(make_quote(TASS), make_quote(SANA, outlet="SANA", published=None))
    Article.objects.filter(outlet__name="SANA").update(existed_by=datetime(2015, 11, 12, tzinfo=UTC))
    Lineage.objects.update(stale=True)
    assert "existed by 12 November 2015, 00:00 UTC" in client.get(lineage.get_absolute_url()).content.decode()
