"""The worker links waiting articles one after the other; a failure does not stop it."""

import logging
import threading
from collections.abc import Sequence
from datetime import timedelta

import pytest
from django.db import OperationalError, connections

from articles.models import Article, Lineage, Match, Printing, Quote
from articles.services import worker as worker_module
from articles.services.leases import claim
from articles.services.linking import incremental
from articles.services.worker import LinkAttempt, link_next, link_with_lease, work
from tests.support.makers import SANA, TASS, make_article, make_quote

pytestmark = pytest.mark.django_db


def make_waiting_article(*texts: str, outlet: str = "SANA") -> Article:
    """Make a waiting article with these quotations."""
    article = make_article(" ".join(f"\u201c{text}\u201d" for text in texts), outlet=outlet, waiting=True)
    for text in texts:
        make_quote(text, article=article)
    return article


def test_work_links_articles_in_the_order_they_came() -> None:
    make_waiting_article(TASS, outlet="OffGuardian")
    make_waiting_article(SANA, "It is a colossal mistake to think so of all people", outlet="SANA")
    assert work(stop=threading.Event(), once=True) == 2
    assert sorted(Lineage.objects.values_list("printing_count", flat=True)) == [1, 2]
    assert set(Article.objects.values_list("link_state", "lease_until", "lease_owner")) == {("linked", None, "")}


def test_link_next_completes_an_article_without_quotations() -> None:
    article = make_article(waiting=True)
    assert link_next() == LinkAttempt(article.pk)
    assert link_next() is None


def test_work_logs_the_outcome_of_each_article(caplog: pytest.LogCaptureFixture) -> None:
    make_waiting_article(TASS, outlet="OffGuardian")
    article = make_waiting_article(SANA)
    with caplog.at_level(logging.INFO, "articles"):
        work(stop=threading.Event(), once=True)
    assert f"Article {article.pk}: 1 quotations, 1 of them also published elsewhere" in caplog.text


def test_work_releases_an_article_that_fails_and_links_the_others(monkeypatch: pytest.MonkeyPatch) -> None:
    bad, good = make_waiting_article(TASS, outlet="OffGuardian"), make_waiting_article(SANA)
    link_quotes = incremental.link_quotes

    def fail_on_bad(quotes: Sequence[Quote]) -> int:
        joined = link_quotes(quotes)
        if quotes[0].article_id == bad.pk:
            raise ValueError("a word that is none")
        return joined

    monkeypatch.setattr(incremental, "link_quotes", fail_on_bad)
    assert work(stop=threading.Event(), once=True) == 1
    bad.refresh_from_db()
    assert (bad.link_state, bad.last_error) == ("waiting", "ValueError: a word that is none")
    assert Lineage.objects.get().first == good.quotes.get()


def test_link_with_lease_writes_nothing_when_the_lease_is_lost() -> None:
    make_waiting_article(TASS)
    expired = claim()
    assert expired is not None
    Article.objects.update(lease_until="2015-11-17T00:00Z")  # a long time passes
    current = claim()
    assert current is not None
    assert link_with_lease(expired).error
    assert not Lineage.objects.exists()
    assert link_with_lease(current).quotes == 1
    assert link_with_lease(expired).error
    assert Lineage.objects.count() == Printing.objects.count() == 1


def test_work_stops_between_two_articles(monkeypatch: pytest.MonkeyPatch) -> None:
    make_waiting_article(TASS)
    make_waiting_article(SANA)
    stop = threading.Event()
    link_quotes = incremental.link_quotes

    def stop_and_link(quotes: Sequence[Quote]) -> int:
        stop.set()
        return link_quotes(quotes)

    monkeypatch.setattr(incremental, "link_quotes", stop_and_link)
    assert work(stop=stop) == 1
    assert sorted(Article.objects.values_list("link_state", flat=True)) == ["linked", "waiting"]


def test_work_tries_again_when_the_database_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    make_waiting_article(TASS)
    stop, failures = threading.Event(), iter([OperationalError("database is locked"), None])

    def fail_once(duration: timedelta) -> LinkAttempt | None:
        problem = next(failures)
        if problem:
            raise problem
        stop.set()
        return link_next(duration)

    monkeypatch.setattr(worker_module, "link_next", fail_once)
    monkeypatch.setattr("articles.services.worker.connection.close", lambda: None)  # the test's own transaction goes on
    assert work(stop=stop) == 1


@pytest.mark.django_db(transaction=True)
def test_concurrent_workers_link_each_article_once() -> None:
    for number in range(12):
        make_waiting_article(f"{TASS} {number // 6}", outlet=f"Outlet {number}")

    def run_worker() -> None:
        try:
            work(stop=threading.Event(), once=True)
        finally:
            connections.close_all()

    threads = [threading.Thread(target=run_worker) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert Lineage.objects.get().printing_count == 12
    assert Printing.objects.count() == 12
    assert Match.objects.values("a", "b").distinct().count() == Match.objects.count()
    assert set(Article.objects.values_list("attempts", flat=True)) == {1}
