"""Ingest stores an article once, whole or not at all, and links its quotations."""

import threading
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

import pytest
from django.db import connection, connections
from django.test.utils import CaptureQueriesContext

from articles.importers import ArticleDraft, ArticleMetadata
from articles.importers.draft import build_draft
from articles.importers.text_warnings import TextWarning
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


def make_draft(text: str = TEXT, *, body_known: bool = False, **facts: Any) -> ArticleDraft:
    return build_draft("a.txt", text, text.encode(), "text/plain", ArticleMetadata(**facts), body_known=body_known)


def count_rows() -> dict[str, int]:
    return {model.__name__: model.objects.count() for model in (Article, Quote, Lineage, Outlet, Speaker, WordPair)}


@pytest.mark.django_db
def test_ingest_article_stores_the_text_unchanged_with_its_quotations() -> None:
    result = ingest_article(make_draft(outlet="SANA", url=ADDRESS, title=HEADLINE, language="en"))
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
def test_ingest_article_stores_how_sure_each_speaker_is() -> None:
    text = (
        f"{TEXT}\nThen Walid Muallem spoke, \u201ca colossal mistake\u201d by their own admission.\n\n"
        "John Kerry met Staffan de Mistura in Vienna. He said that he was ready to talk.\n"
    )
    ingest_article(make_draft(text, outlet="SANA", title=HEADLINE, language="en"))
    stored = {quote.text: quote.speaker_certainty for quote in Quote.objects.all()}
    assert stored == {WORDS: "sure", "a colossal mistake": "probable"}
    told = {quote.speaker_text: quote.speaker_certainty for quote in IndirectQuote.objects.all()}
    assert (told["He"], told["Russian Foreign Minister Sergey Lavrov"]) == ("probable", "sure")


@pytest.mark.django_db
def test_ingest_article_stores_indirect_speech_apart_from_quotations() -> None:
    stored = ingest_article(make_draft(outlet="SANA", published=datetime(2015, 11, 17, tzinfo=UTC))).article
    (indirect,) = IndirectQuote.objects.all()
    assert indirect.text == "The strikes were selective" == stored.text[indirect.start : indirect.end]
    assert indirect.spans == [[indirect.start, indirect.end]]
    assert (str(indirect.speaker), indirect.cue, indirect.rule) == ("Sergey Lavrov", "said", "reported-before")
    assert 0 < indirect.confidence < 1
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
def test_ingest_article_recognizes_a_stored_article(again: dict[str, Any], outcome: IngestOutcome) -> None:
    first = ingest_article(make_draft(outlet="SANA", url=ADDRESS))
    before = count_rows()
    second = ingest_article(make_draft(**again))
    assert (second.outcome, second.article, second.is_new) == (outcome, first.article, False)
    assert count_rows() == before


@pytest.mark.django_db
def test_ingest_article_ignores_spaces_and_marks() -> None:
    ingest_article(make_draft(outlet="SANA"))
    assert ingest_article(
        make_draft(TEXT.replace("\n\n", "\r\n \r\n").replace("\u201c", '"'), outlet="SANA")
    ).outcome == (IngestOutcome.SAME_TEXT)


@pytest.mark.django_db
def test_ingest_article_keeps_the_first_text_of_an_address() -> None:
    ingest_article(make_draft(outlet="SANA", url=ADDRESS))
    assert (
        ingest_article(make_draft(TEXT + "\nUpdated.", outlet="SANA", url=ADDRESS)).outcome
        == IngestOutcome.SAME_ADDRESS
    )
    assert Article.objects.get().text == TEXT


@pytest.mark.django_db
def test_ingest_article_stores_a_reprint_as_another_article_of_the_lineage() -> None:
    ingest_article(make_draft(outlet="SANA"))
    result = ingest_article(make_draft(outlet="Syria Times"))
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
def test_ingest_article_stores_a_time_with_its_printed_zone(
    printed: datetime, stored: datetime, offset: int | None
) -> None:
    ingest_article(make_draft(published=printed, precision="minute"))
    stored_article = Article.objects.get()
    assert (stored_article.published, stored_article.published_offset, stored_article.precision) == (
        stored,
        offset,
        "minute",
    )


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("precision", "day"),
    [("day", date(2015, 11, 17)), ("minute", date(2015, 11, 17)), ("about", None), ("month", None)],
)
def test_ingest_article_resolves_on_tuesday_when_the_date_is_certain(precision: str, day: date | None) -> None:
    text = f"{HEADLINE}\n\n\u201c{WORDS}\u201d Sergey Lavrov said in an interview with Vesti.doc on Tuesday.\n"
    ingest_article(make_draft(text, published=datetime(2015, 11, 18), precision=precision))
    assert Quote.objects.get().said_on == day


@pytest.mark.django_db
def test_ingest_article_labels_every_paragraph_as_body_when_the_body_is_known() -> None:
    ingest_article(make_draft(f"Log in\n\n{BODY}", body_known=True))
    assert {label for _, _, label, _ in Article.objects.get().paragraphs} == {"body"}


@pytest.mark.django_db
def test_ingest_article_finds_no_quotation_in_the_headline() -> None:
    headline = "\u201cOdd logic\u201d: Lavrov speaks"
    ingest_article(make_draft(f"{headline}\n{BODY}", title=headline, body_known=True))
    assert [label for _, _, label, _ in Article.objects.get().paragraphs] == ["title", "body", "body"]
    assert not Quote.objects.filter(text="Odd logic").exists()


@pytest.mark.django_db
def test_ingest_article_raises_and_stores_nothing_without_a_body() -> None:
    before = count_rows()
    with pytest.raises(NoArticleBodyError, match="it has no article"):
        ingest_article(make_draft("Home\n\nLog in\n\nComments 4\n", outlet="SANA"))
    assert count_rows() == before


@pytest.mark.django_db
def test_ingest_article_connects_the_halves_of_a_split_quotation() -> None:
    text = (
        f"The minister spoke on Tuesday.\n\n\u201cIt is an odd logic,\u201d Sergey Lavrov said. \u201c{WORDS}\u201d\n"
    )
    ingest_article(make_draft(text))
    first, second = Quote.objects.order_by("start")
    assert (first.other_half, second.other_half) == (second, first)


@pytest.mark.django_db(transaction=True)
def test_ingest_article_stores_nothing_when_it_is_interrupted(monkeypatch: pytest.MonkeyPatch) -> None:
    before = count_rows()

    def interrupt(stored: Article) -> Lease:
        raise KeyboardInterrupt

    monkeypatch.setattr(leases, "take", interrupt)
    with pytest.raises(KeyboardInterrupt):
        ingest_article(make_draft(outlet="SANA"))
    assert count_rows() == before


@pytest.mark.django_db(transaction=True)
def test_ingest_article_leaves_a_whole_article_due_when_linking_is_interrupted(monkeypatch: pytest.MonkeyPatch) -> None:
    link_quotes = incremental.link_quotes

    def interrupt(quotes: Sequence[Quote]) -> int:
        link_quotes(quotes)
        raise KeyboardInterrupt

    with monkeypatch.context() as broken:
        broken.setattr(incremental, "link_quotes", interrupt)
        with pytest.raises(KeyboardInterrupt):
            ingest_article(make_draft(outlet="SANA"))
    assert (Quote.objects.count(), Lineage.objects.count()) == (1, 0)
    assert Article.objects.due().get().attempts == 0
    assert work(stop=threading.Event(), once=True) == 1
    assert Lineage.objects.get().first == Quote.objects.get()


@pytest.mark.django_db
def test_store_article_leaves_linking_to_a_worker() -> None:
    stored = store_article(make_draft(outlet="SANA"))
    assert stored.article.is_waiting
    assert not Lineage.objects.exists()
    assert link_next() == LinkAttempt(stored.article.pk, quotes=1)
    assert Lineage.objects.get().printing_count == 1


@pytest.mark.django_db
def test_ingest_article_links_a_stored_article_that_waits() -> None:
    first = store_article(make_draft(outlet="SANA"))
    again = ingest_article(make_draft(outlet="SANA"))
    assert (again.outcome, again.article) == (IngestOutcome.SAME_TEXT, first.article)
    assert Lineage.objects.get().printing_count == 1
    assert link_next() is None


@pytest.mark.django_db
def test_ingest_article_returns_the_error_when_linking_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(quotes: Sequence[Quote]) -> int:
        raise ZeroDivisionError("no rare word in it")

    monkeypatch.setattr(incremental, "link_quotes", fail)
    result = ingest_article(make_draft(outlet="SANA"))
    assert result.link_error == "ZeroDivisionError: no rare word in it"
    stored_article = Article.objects.get()
    assert (stored_article.link_state, stored_article.last_error) == ("waiting", result.link_error)


@pytest.mark.django_db(transaction=True)
def test_ingest_article_links_articles_ingested_concurrently() -> None:
    def ingest_into(outlet: str) -> Callable[[], None]:
        def run() -> None:
            try:
                ingest_article(make_draft(outlet=outlet))
            finally:
                connections.close_all()

        return run

    threads = [threading.Thread(target=ingest_into(f"Outlet {number}")) for number in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert Article.objects.count() == 6
    assert Lineage.objects.get().printing_count == 6
    assert Match.objects.count() == 5  # each copy with the printing before it


@pytest.mark.django_db
def test_load_demo_is_idempotent_and_shows_lavrovs_lineage() -> None:
    assert all(result.is_new for result in load_demo())
    before = count_rows()
    assert not any(result.is_new for result in load_demo())
    assert count_rows() == before
    lineage = Lineage.objects.most_printed_first()[0]
    assert [p.quote.article.outlet_name for p in lineage.printings.in_context().earliest_first()] == [
        "OffGuardian", "SANA", "Russia Insider",
    ]  # fmt: skip
    assert Outlet.objects.get(name="SANA").country == "SY"
    assert all(article.excerpt for article in Article.objects.all())


@pytest.mark.django_db
def test_ingest_article_costs_a_dozen_queries_a_quotation_at_most() -> None:
    def count_queries(outlet: str) -> int:
        quotations = "".join(
            f"\u201cOf matter {n} and matter {n}{n} we spoke often and at length,\u201d he said.\n\n" for n in range(8)
        )
        with CaptureQueriesContext(connection) as captured:
            ingest_article(make_draft(f"Sergey Lavrov spoke on Tuesday.\n\n{quotations}", outlet=outlet))
        return len(captured)

    costs = [count_queries(outlet) for outlet in "ABCDE"]
    assert max(costs) <= 8 * 12


@pytest.mark.django_db
def test_ingest_article_knows_an_outlet_by_the_host_that_the_page_states() -> None:
    pages = (("AP News", "/a"), ("Associated Press", "/b"))
    drafts = [make_draft(BODY + path, outlet=name, url=f"https://apnews.com{path}") for name, path in pages]
    first, second = (ingest_article(replace(draft, outlet_given=False)).article for draft in drafts)
    named = ingest_article(make_draft(BODY + "c", outlet="Associated Press", url="https://apnews.com/c")).article
    assert (first.outlet_name, second.outlet_name, named.outlet_name) == ("AP News", "AP News", "Associated Press")


@pytest.mark.django_db
def test_ingest_article_keeps_the_warnings_about_its_text() -> None:
    draft = replace(make_draft(outlet="SANA"), warnings=(TextWarning.WALL, TextWarning.REPAIRED))
    assert ingest_article(draft).article.warnings == ["wall", "repaired"]


@pytest.mark.django_db
def test_ingest_article_counts_a_text_without_spaces_in_characters() -> None:
    text = "渡し船は一日四回海峡を渡っている。町は費用の半分を負担している。"
    assert ingest_article(make_draft(text, body_known=True)).is_new
