"""Pages of an article's versions: what changed, when it was seen, and whether a notice says so."""

from datetime import UTC, datetime

import pytest
from django.db.models import QuerySet
from django.test import Client

from articles.models import Article, ArticleVersion, Fetch, Lineage, Quote
from articles.queries.originals import find_articles, list_days
from articles.services.ingest import ingest_article
from articles.services.revisions import record_pending_revisions
from tests.services.test_article_versions import ALTERED, NOTICE, OTHER, WORDS, draft, write

pytestmark = pytest.mark.django_db

SEEN_BEFORE, SEEN = datetime(2026, 11, 3, 9, 10, tzinfo=UTC), datetime(2026, 11, 3, 11, 40, tzinfo=UTC)


def take_in(*texts: str, title: str = "") -> Article:
    """Take in the texts of one address as if fetched one after the other, the second seen from 09:10 to 11:40."""
    for position, text in enumerate(texts):
        request = Fetch.objects.create(address="https://x.example/", host="x", status=200)
        facts = {"title": title} if title and position else {}
        result = ingest_article(draft(text, **facts), fetch=request)
    QuerySet(ArticleVersion).filter(number=2).update(seen_before=SEEN_BEFORE, seen=SEEN)
    Quote.objects.filter(version=2, seen__isnull=False).update(absent=SEEN_BEFORE, seen=SEEN)
    record_pending_revisions()
    return result.article


def read(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return " ".join(answer.content.decode().split())


def test_the_article_says_first_which_words_were_altered_and_between_which_sightings(client: Client) -> None:
    page = read(client, take_in(write(WORDS), write(ALTERED)).get_absolute_url())
    assert "Altered between 09:10 and 11:40 UTC on 3 November 2026: “not” dropped" in page
    assert "without a notice that we found" in page
    assert "In the text: 1 word removed" in page


def test_the_margin_names_no_outlet_for_words_of_the_same_article(client: Client) -> None:
    article = take_in(write(WORDS), write(ALTERED))
    page = read(client, article.get_absolute_url())
    margin = page[page.rindex("quotation in this article") :]
    assert "<bdi>another version of this article</bdi>, the earliest version found" in margin
    assert "<bdi>The Sound Courier</bdi>" not in margin


def test_a_change_with_a_notice_shows_the_notice_beside_it(client: Client) -> None:
    page = read(client, take_in(write(WORDS), write(ALTERED, end=NOTICE)).get_absolute_url())
    assert "with a correction notice" in page
    assert f"</b> {NOTICE}" in page
    assert "The notice above speaks of this change." in page
    assert "without a notice" not in page


@pytest.mark.parametrize(("number", "words"), [(1, WORDS), (2, ALTERED)])
def test_each_version_has_an_address_with_its_whole_text(client: Client, number: int, words: str) -> None:
    article = take_in(write(WORDS), write(ALTERED))
    page = read(client, f"{article.get_absolute_url()}/versions/{number}")
    assert words in page
    assert f"Version {number} of 2." in page


def test_another_spelling_of_a_versions_address_leads_to_it(client: Client) -> None:
    article = take_in(write(WORDS), write(ALTERED))
    answer = client.get(f"/a/{article.pk}/x/versions/02/")
    assert (answer.status_code, answer["Location"]) == (301, f"{article.get_absolute_url()}/versions/2")


@pytest.mark.parametrize("number", ["0", "3", "99999"])
def test_a_version_that_there_is_not_answers_404(client: Client, number: str) -> None:
    article = take_in(write(WORDS), write(ALTERED))
    assert client.get(f"{article.get_absolute_url()}/versions/{number}", follow=True).status_code == 404


def test_versions_of_a_withdrawn_article_are_gone(client: Client) -> None:
    article = take_in(write(WORDS), write(ALTERED))
    Article.objects.filter(pk=article.pk).update(withdrawn=SEEN, withdrawn_because="x")
    assert client.get(f"{article.get_absolute_url()}/versions/1").status_code == 410


def test_an_article_with_one_version_says_nothing_of_versions(client: Client) -> None:
    assert "versions-heading" not in read(client, take_in(write(WORDS)).get_absolute_url())


def test_words_that_an_edit_took_away_lead_to_the_version_that_has_them(client: Client) -> None:
    take_in(write(WORDS), write(ALTERED))
    address, anchor = Quote.objects.select_related("article").get(text=WORDS).get_absolute_url().split("#")
    assert address.endswith("/versions/1")
    assert f'id="{anchor}"' in read(client, address)


def test_a_changed_headline_is_said(client: Client) -> None:
    page = read(client, take_in(write(WORDS), write(WORDS), title="Brackmere sells its ferry").get_absolute_url())
    assert "The headline was" in page
    assert "Brackmere sells its ferry</h1>" in page
    assert "No quotation changed." in page


def test_the_lineage_says_that_a_printing_was_altered(client: Client) -> None:
    take_in(write(WORDS, OTHER), write(ALTERED, OTHER))
    lineage = Lineage.objects.get(printings__quote__text=WORDS)
    page = read(client, lineage.get_absolute_url())
    assert "In this article altered between 09:10 and 11:40 UTC on 3 November 2026: “not” dropped" in page
    assert "edited between 09:10 and 11:40 UTC on 3 November 2026" in page


def test_both_wordings_of_an_edit_are_compared_as_two_versions(client: Client) -> None:
    take_in(write(WORDS), write(ALTERED))
    before, after = Quote.objects.order_by("version")
    page = read(client, Lineage.objects.get().get_comparison_url(before.pk, after.pk))
    assert "The Sound Courier (edited) omitted “not” from Ida Solberg’s words" in page


def test_the_whole_text_in_place_of_a_part_is_called_no_edit(client: Client) -> None:
    from articles.importers.text_warnings import TextWarning

    ingest_article(draft(write("We will not sell the ferry"), warnings=(TextWarning.WALL,)))
    article = ingest_article(draft(write(WORDS, OTHER))).article
    page = read(client, article.get_absolute_url())
    assert "The whole text, where only a part was stored before" in page
    assert "notice" not in page.split("versions-heading")[1].split("</section>")[0]


def test_an_outlets_edits_are_listed_with_and_without_notice(client: Client) -> None:
    article = take_in(write(WORDS), write(ALTERED))
    assert article.outlet is not None
    address = f"{article.outlet.get_absolute_url()}/edits"
    page = read(client, address)
    assert "edited between 09:10 and 11:40 UTC on 3 November 2026" in page
    assert "1 quotation changed; 1 word removed" in page
    assert article.title in read(client, f"{address}?notice=without")
    assert "No article of this outlet" in read(client, f"{address}?notice=with")


def test_the_feed_of_an_outlets_edits_says_what_changed(client: Client) -> None:
    article = take_in(write(WORDS), write(ALTERED))
    assert article.outlet is not None
    feed = read(client, f"{article.outlet.get_absolute_url()}/edits.atom")
    assert "Edited between 09:10 and 11:40 UTC on 3 November 2026, without a notice that we found" in feed
    assert f"{article.get_absolute_url()}/versions/2" in feed


def test_only_curators_have_the_button_that_checks_for_changes(client: Client, desk: Client) -> None:
    article = take_in(write(WORDS))
    assert "Check for changes now" in read(desk, article.get_absolute_url())
    assert "Check for changes now" not in read(Client(), article.get_absolute_url())
    answer = Client().post(f"/admin/articles/ruling/review/article/{article.pk}/recheck/")
    assert answer.status_code in (302, 403, 404)


def test_the_original_of_a_version_is_in_the_list_of_its_day(client: Client) -> None:
    article = take_in(write(WORDS), write(ALTERED))
    version = ArticleVersion.objects.get()
    listed = client.get(f"/proof/{version.stored.date().isoformat()}.txt")
    assert version.original_sha256 in b"".join(listed).decode()
    assert [each.originals for each in list_days()] == [2]
    assert find_articles(write(ALTERED).encode()) == [article]


def test_a_change_by_an_edit_is_never_told_as_if_the_outlet_still_published_it(client: Client) -> None:
    article = take_in(write(WORDS), write(ALTERED), write(WORDS, end=NOTICE))
    lineage = Lineage.objects.get(printings__quote__article=article, printings__quote__version=2)
    page = read(client, lineage.get_absolute_url())
    verdict = page[page.index('class="verdict') :].partition("</p>")[0]
    assert "The Sound Courier (in an edited version)</bdi></b> dropped" in verdict
    listed = read(client, "/altered")
    assert "<bdi>The Sound Courier</bdi> (in an edited version)" in listed


def test_words_that_an_outlet_has_corrected_since_are_told_as_before_the_edit(client: Client) -> None:
    earlier = datetime(2026, 11, 2, tzinfo=UTC)
    ingest_article(draft(write(WORDS), url="https://northern.example/1", outlet="The Northern", published=earlier))
    article = take_in(write(ALTERED), write(WORDS, end=NOTICE))
    lineage = Lineage.objects.get(printings__quote__article=article, printings__quote__version=1)
    verdict = read(client, lineage.get_absolute_url()).partition('class="verdict')[2].partition("</p>")[0]
    assert "The Sound Courier (before an edit)</bdi></b> dropped" in verdict
