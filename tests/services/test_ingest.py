"""An article goes in whole or not at all, once, with its quotations linked to what is there."""

import threading
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

import pytest
from django.db import connection, connections
from django.test.utils import CaptureQueriesContext

from articles.importers import ArticleDraft, ArticleMetadata
from articles.importers.draft import build_draft
from articles.models import Article, IndirectQuote, Lineage, Match, Outlet, Quote, Speaker, WordPair
from articles.services import leases
from articles.services.ingest import IngestOutcome, NoArticleBodyError, ingest_article, load_demo, store_article
from articles.services.leases import Lease
from articles.services.linking import incremental
from articles.services.worker import LinkAttempt, link_next, work

HEADLINE = "US-led strikes selective, Lavrov asserts"
WORDS = "We noted tactical successes when a couple of cities were recaptured in Iraq,"
BODY = (
    "Moscow, SANA- The strikes were selective, Russian Foreign Minister Sergey Lavrov said on Tuesday.\n\n"
    f"\u201c{WORDS}\u201d Lavrov said.\n"
)
TEXT = f"{HEADLINE}\n\n{BODY}"
ADDRESS = "https://www.sana.sy/en/?p=61729"


def article(text: str = TEXT, *, body_known: bool = False, **facts: Any) -> ArticleDraft:
    return build_draft("a.txt", text, text.encode(), "text/plain", ArticleMetadata(**facts), body_known=body_known)


def counts() -> dict[str, int]:
    return {model.__name__: model.objects.count() for model in (Article, Quote, Lineage, Outlet, Speaker, WordPair)}


@pytest.mark.django_db
def test_a_new_article_is_stored_as_it_was_read_with_its_quotations() -> None:
    result = ingest_article(article(outlet="SANA", url=ADDRESS, title=HEADLINE, language="en"))
    stored = Article.objects.get()
    assert result.is_new
    assert result.article == stored
    assert (stored.text, bytes(stored.original)) == (TEXT, TEXT.encode())
    assert stored.outlet is not None
    assert stored.outlet.name == "SANA"
    quote = Quote.objects.get()
    assert quote.text == WORDS == stored.text[quote.start : quote.end]
    assert quote.speaker is not None
    assert quote.speaker.name == "Sergey Lavrov"
    assert quote.speaker_text == "Lavrov"
    assert Lineage.objects.get().first == quote
    assert [label for _, _, label, _ in stored.paragraphs] == ["title", "body", "body"]


@pytest.mark.django_db
def test_what_is_told_without_quotation_marks_is_stored_apart_from_quotations() -> None:
    stored = ingest_article(article(outlet="SANA", published=datetime(2015, 11, 17, tzinfo=UTC))).article
    (told,) = IndirectQuote.objects.all()
    assert told.text == "The strikes were selective" == stored.text[told.start : told.end]
    assert told.spans == [[told.start, told.end]]
    assert (str(told.speaker), told.cue, told.rule) == ("Sergey Lavrov", "said", "reported-before")
    assert 0 < told.confidence < 1
    assert [quote.text for quote in Quote.objects.all()] == [WORDS]
    assert Lineage.objects.count() == 1
    assert {pair.quote_id for pair in WordPair.objects.all()} == {Quote.objects.get().pk}


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("again", "outcome"),
    [
        pytest.param({"outlet": "SANA", "url": ADDRESS}, IngestOutcome.SAME_ADDRESS, id="the very same"),
        pytest.param(
            {"outlet": "Sana", "url": f"{ADDRESS}&utm_source=x"}, IngestOutcome.SAME_ADDRESS, id="same address"
        ),
        pytest.param({"outlet": "sana"}, IngestOutcome.SAME_TEXT, id="same outlet and text"),
        pytest.param({}, IngestOutcome.SAME_TEXT, id="same text, nothing else known"),
    ],
)
def test_the_same_article_twice_is_one_article(again: dict[str, Any], outcome: IngestOutcome) -> None:
    first = ingest_article(article(outlet="SANA", url=ADDRESS))
    before = counts()
    second = ingest_article(article(**again))
    assert (second.outcome, second.article, second.is_new) == (outcome, first.article, False)
    assert counts() == before


@pytest.mark.django_db
def test_spaces_and_marks_make_no_other_text_of_it() -> None:
    ingest_article(article(outlet="SANA"))
    assert ingest_article(article(TEXT.replace("\n\n", "\r\n \r\n").replace("\u201c", '"'), outlet="SANA")).outcome == (
        IngestOutcome.SAME_TEXT
    )


@pytest.mark.django_db
def test_a_changed_text_under_the_same_address_is_known_and_the_first_stays() -> None:
    ingest_article(article(outlet="SANA", url=ADDRESS))
    assert (
        ingest_article(article(TEXT + "\nUpdated.", outlet="SANA", url=ADDRESS)).outcome == IngestOutcome.SAME_ADDRESS
    )
    assert Article.objects.get().text == TEXT


@pytest.mark.django_db
def test_a_reprint_in_another_outlet_is_another_article_of_the_same_lineage() -> None:
    ingest_article(article(outlet="SANA"))
    result = ingest_article(article(outlet="Syria Times"))
    assert (result.outcome, result.linked) == (IngestOutcome.NEW, 1)
    lineage = Lineage.objects.get()
    assert (lineage.printing_count, lineage.outlet_count) == (2, 2)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("printed", "stored", "offset"),
    [
        pytest.param(datetime(2015, 9, 10, 14, 50), datetime(2015, 9, 10, 14, 50, tzinfo=UTC), None, id="no zone"),
        pytest.param(
            datetime(2018, 11, 24, 15, 45, tzinfo=timezone(timedelta(hours=3))),
            datetime(2018, 11, 24, 12, 45, tzinfo=UTC),
            180,
            id="Moscow time",
        ),
    ],
)
def test_a_time_is_kept_with_the_zone_it_was_printed_in(
    printed: datetime, stored: datetime, offset: int | None
) -> None:
    ingest_article(article(published=printed, precision="minute"))
    kept = Article.objects.get()
    assert (kept.published, kept.published_offset, kept.precision) == (stored, offset, "minute")


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("precision", "day"),
    [("day", date(2015, 11, 17)), ("minute", date(2015, 11, 17)), ("about", None), ("month", None)],
)
def test_on_tuesday_is_a_date_where_the_articles_own_date_is_certain(precision: str, day: date | None) -> None:
    text = f"{HEADLINE}\n\n\u201c{WORDS}\u201d Sergey Lavrov said in an interview with Vesti.doc on Tuesday.\n"
    ingest_article(article(text, published=datetime(2015, 11, 18), precision=precision))
    assert Quote.objects.get().said_on == day


@pytest.mark.django_db
def test_where_the_reader_knows_the_body_no_paragraph_is_called_a_menu() -> None:
    ingest_article(article(f"Log in\n\n{BODY}", body_known=True))
    assert {label for _, _, label, _ in Article.objects.get().paragraphs} == {"body"}


@pytest.mark.django_db
def test_the_headline_that_stands_first_in_a_page_gives_no_quotation() -> None:
    headline = "\u201cOdd logic\u201d: Lavrov speaks"
    ingest_article(article(f"{headline}\n{BODY}", title=headline, body_known=True))
    assert [label for _, _, label, _ in Article.objects.get().paragraphs] == ["title", "body", "body"]
    assert not Quote.objects.filter(text="Odd logic").exists()


@pytest.mark.django_db
def test_a_text_without_a_body_is_no_article_and_leaves_nothing_behind() -> None:
    before = counts()
    with pytest.raises(NoArticleBodyError, match="there is no article in it"):
        ingest_article(article("Home\n\nLog in\n\nComments 4\n", outlet="SANA"))
    assert counts() == before


@pytest.mark.django_db
def test_halves_of_a_split_quotation_know_each_other() -> None:
    text = (
        f"The minister spoke on Tuesday.\n\n\u201cIt is an odd logic,\u201d Sergey Lavrov said. \u201c{WORDS}\u201d\n"
    )
    ingest_article(article(text))
    first, second = Quote.objects.order_by("start")
    assert (first.other_half, second.other_half) == (second, first)


@pytest.mark.django_db(transaction=True)
def test_a_failure_while_it_is_stored_leaves_nothing_behind(monkeypatch: pytest.MonkeyPatch) -> None:
    before = counts()

    def power_cut(stored: Article) -> Lease:
        raise KeyboardInterrupt

    monkeypatch.setattr(leases, "take", power_cut)
    with pytest.raises(KeyboardInterrupt):
        ingest_article(article(outlet="SANA"))
    assert counts() == before


@pytest.mark.django_db(transaction=True)
def test_an_article_whose_linking_is_broken_off_is_there_whole_and_due(monkeypatch: pytest.MonkeyPatch) -> None:
    link_quotes = incremental.link_quotes

    def power_cut(quotes: Sequence[Quote]) -> int:
        link_quotes(quotes)
        raise KeyboardInterrupt

    with monkeypatch.context() as broken:
        broken.setattr(incremental, "link_quotes", power_cut)
        with pytest.raises(KeyboardInterrupt):
            ingest_article(article(outlet="SANA"))
    assert (Quote.objects.count(), Lineage.objects.count()) == (1, 0)
    assert Article.objects.due().get().attempts == 0
    assert work(stop=threading.Event(), once=True) == 1
    assert Lineage.objects.get().first == Quote.objects.get()


@pytest.mark.django_db
def test_an_article_that_is_only_stored_waits_for_a_worker() -> None:
    stored = store_article(article(outlet="SANA"))
    assert stored.article.is_waiting
    assert not Lineage.objects.exists()
    assert link_next() == LinkAttempt(stored.article.pk, quotes=1)
    assert Lineage.objects.get().printing_count == 1


@pytest.mark.django_db
def test_an_article_that_is_taken_in_again_is_linked_where_that_is_still_to_be_done() -> None:
    first = store_article(article(outlet="SANA"))
    again = ingest_article(article(outlet="SANA"))
    assert (again.outcome, again.article) == (IngestOutcome.SAME_TEXT, first.article)
    assert Lineage.objects.get().printing_count == 1
    assert link_next() is None


@pytest.mark.django_db
def test_an_article_that_cannot_be_linked_is_kept_and_the_reason_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def stumble(quotes: Sequence[Quote]) -> int:
        raise ZeroDivisionError("no rare word in it")

    monkeypatch.setattr(incremental, "link_quotes", stumble)
    result = ingest_article(article(outlet="SANA"))
    assert result.link_error == "ZeroDivisionError: no rare word in it"
    kept = Article.objects.get()
    assert (kept.link_state, kept.last_error) == ("waiting", result.link_error)


@pytest.mark.django_db(transaction=True)
def test_articles_that_come_in_at_the_same_moment_still_find_each_other() -> None:
    def take_in(outlet: str) -> Callable[[], None]:
        def run() -> None:
            try:
                ingest_article(article(outlet=outlet))
            finally:
                connections.close_all()

        return run

    threads = [threading.Thread(target=take_in(f"Outlet {number}")) for number in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert Article.objects.count() == 6
    assert Lineage.objects.get().printing_count == 6
    assert Match.objects.count() == 5  # each that repeats the words with the one before it


@pytest.mark.django_db
def test_the_demo_corpus_goes_in_once_and_shows_what_became_of_lavrovs_words() -> None:
    assert all(result.is_new for result in load_demo())
    before = counts()
    assert not any(result.is_new for result in load_demo())
    assert counts() == before
    lineage = Lineage.objects.most_printed_first()[0]
    assert [p.quote.article.outlet_name for p in lineage.printings.in_context().earliest_first()] == [
        "OffGuardian", "SANA", "Russia Insider",
    ]  # fmt: skip
    assert Outlet.objects.get(name="SANA").country == "SY"
    assert all(article.excerpt for article in Article.objects.all())


@pytest.mark.django_db
def test_an_article_costs_a_dozen_queries_a_quotation_however_many_are_stored() -> None:
    def cost(outlet: str) -> int:
        said = "".join(
            f"\u201cOf matter {n} and matter {n}{n} we spoke often and at length,\u201d he said.\n\n" for n in range(8)
        )
        with CaptureQueriesContext(connection) as captured:
            ingest_article(article(f"Sergey Lavrov spoke on Tuesday.\n\n{said}", outlet=outlet))
        return len(captured)

    costs = [cost(outlet) for outlet in "ABCDE"]
    assert max(costs) <= 8 * 12
