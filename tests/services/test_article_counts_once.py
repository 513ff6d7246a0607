"""An article counts once in a lineage, with its fullest quotation, and a fragment accuses nobody."""

from datetime import UTC, datetime

import pytest
from django.test import Client
from django.utils import timezone

from articles.engine.text.spans import Span
from articles.exports import citation, json_export
from articles.models import Lineage, LineageCode, Quote, Variant
from articles.queries.lineage_snapshot import LineageSnapshot, take_snapshot
from articles.queries.permalinks import get_code_or_404
from articles.queries.quote_check import check_quotes
from articles.services.linking.lineage_updates import add_printings
from articles.services.revisions import record_pending_revisions
from articles.services.search_index import index_quotes
from tests.support.makers import index_words, make_article, make_lineage, make_quote

pytestmark = pytest.mark.django_db

FULL = "The era of global warming has ended and the era of global boiling has arrived for all of us"
ALTERED = "The era of global warming has ended and the era of global melting has arrived for all of us"
FRAGMENT = "era of global boiling"


@pytest.fixture
def news() -> tuple[Quote, Quote]:
    """Make the fragment in an article's lead, and the sentence below it."""
    article = make_article(
        f"\u201c{FRAGMENT}\u201d it was. \u201c{FULL}\u201d, he said.",
        outlet="Harbour News",
        published=datetime(2026, 3, 3, 9, tzinfo=UTC),
        url="https://harbour.example/1",
    )
    return make_quote(FRAGMENT, article=article), make_quote(FULL, article=article)


@pytest.fixture
def lineage(news: tuple[Quote, Quote]) -> Lineage:
    fragment_alone = make_quote(
        "era of global boiling!", outlet="Early Bird", published=datetime(2026, 3, 2, 9, tzinfo=UTC)
    )
    later = make_quote(ALTERED, outlet="Island Times", published=datetime(2026, 3, 4, 9, tzinfo=UTC))
    quotes = (fragment_alone, *news, later)
    index_words(*quotes)
    index_quotes(quotes)
    made = make_lineage(*quotes, code="7KQ2M9X4V1")
    record_pending_revisions()
    made.refresh_from_db()
    return made


def snapshot(lineage: Lineage) -> LineageSnapshot:
    taken = take_snapshot(get_code_or_404(lineage.code))
    assert taken
    return taken


def test_summary_counts_articles_and_begins_with_the_earliest_full_version(
    lineage: Lineage, news: tuple[Quote, Quote]
) -> None:
    assert (lineage.printing_count, lineage.outlet_count) == (3, 3)
    assert lineage.first == news[1]
    lineage.refresh_summary()
    assert (lineage.printing_count, lineage.first_id) == (3, news[1].pk)


def test_snapshot_has_the_fullest_version_of_each_article_and_fragments_last(lineage: Lineage) -> None:
    taken = snapshot(lineage)
    assert [each.text for each in taken.printings] == [FULL, ALTERED, "era of global boiling!"]
    assert taken.base.first.text == FULL
    assert taken.title.startswith("\u201cThe era of global warming")


def test_what_a_fragment_leaves_out_is_no_change(lineage: Lineage) -> None:
    taken = snapshot(lineage)
    [place] = taken.collation.places
    assert place.span.extract(taken.base_text) == "boiling"
    kinds = Variant.objects.filter(printing__lineage=lineage).values_list("outlet__name", "kind")
    assert dict(kinds) == {"Island Times": "substitution", "Early Bird": ""}
    assert lineage.altered == 3


def test_exports_count_and_cite_full_versions(lineage: Lineage, client: Client) -> None:
    taken = snapshot(lineage)
    assert len(json_export.serialize_lineage(taken)["printings"]) == 3
    assert f"quote={FULL}" in citation.render_cite_news(taken.first, timezone.now().date())
    assert client.get(f"/q/{lineage.code}.csv").content.decode().count("Harbour News") == 1


def test_fragment_is_no_quote_of_a_citation() -> None:
    article = make_article(f"\u201c{FRAGMENT}\u201d", url="https://harbour.example/2")
    alone = make_lineage(make_quote(FRAGMENT, article=article))
    assert "quote=" not in citation.render_cite_news(snapshot(alone).first, timezone.now().date())


def test_check_names_the_full_version_as_earliest(lineage: Lineage) -> None:
    [finding] = check_quotes([FULL])[0].findings
    assert finding.earliest.printing.text == FULL


def test_addresses_of_a_fragment_lead_to_the_version_of_its_article(
    client: Client, lineage: Lineage, news: tuple[Quote, Quote]
) -> None:
    fragment, full = news
    other = Quote.objects.get(text=ALTERED)
    answer = client.get(f"/q/{lineage.code}/{fragment.pk}..{other.pk}")
    assert (answer.status_code, answer["Location"]) == (301, f"/q/{lineage.code}/{full.pk}..{other.pk}")
    answer = client.get(f"/q/{lineage.code}/{fragment.pk}..{full.pk}")
    assert (answer.status_code, answer["Location"]) == (301, lineage.get_absolute_url())


def test_printings_that_join_are_summed_up_as_all_together_are(news: tuple[Quote, Quote]) -> None:
    made = make_lineage(make_quote("era of global boiling now", outlet="Early Bird"))
    for joining in (news[:1], news[1:]):
        add_printings({made.pk: {quote: Span(0, len(quote.text)) for quote in joining}})
        made = Lineage.objects.get(pk=made.pk)
        summed = (made.first_id, made.printing_count, made.outlets, made.latest)
        made.refresh_summary()
        assert summed == (made.first_id, made.printing_count, made.outlets, made.latest)
    assert (made.first, made.printing_count) == (news[1], 2)


def test_lineage_of_fragments_alone_has_the_earliest_of_them() -> None:
    early, late = (
        make_quote(text, outlet=text, published=datetime(2026, 3, day, tzinfo=UTC))
        for text, day in (("era of global boiling", 1), ("the era of boiling", 2))
    )
    assert make_lineage(late, early).first == early
    assert LineageCode.objects.count() == 1
