"""Waiting articles are linked one after the other; what fails does not keep the others from it."""

import logging
import threading
from collections.abc import Sequence
from datetime import timedelta

import pytest
from django.db import OperationalError, connections

from articles.models import Article, Lineage, Match, Printing, Quote
from articles.services import worker as working
from articles.services.leases import claim
from articles.services.linking import incremental
from articles.services.worker import LinkAttempt, link_next, link_with_lease, work
from tests.support.makers import SANA, TASS, make_article, make_quote

pytestmark = pytest.mark.django_db


def printed(*texts: str, outlet: str = "SANA") -> Article:
    """A waiting article with these quotations."""
    article = make_article(" ".join(f"\u201c{text}\u201d" for text in texts), outlet=outlet, waiting=True)
    for text in texts:
        make_quote(text, article=article)
    return article


def test_what_waits_is_linked_in_the_order_it_came() -> None:
    printed(TASS, outlet="OffGuardian")
    printed(SANA, "It is a colossal mistake to think so of all people", outlet="SANA")
    assert work(stop=threading.Event(), once=True) == 2
    assert sorted(Lineage.objects.values_list("printing_count", flat=True)) == [1, 2]
    assert set(Article.objects.values_list("link_state", "lease_until", "lease_owner")) == {("linked", None, "")}


def test_an_article_without_quotations_is_soon_done() -> None:
    article = make_article(waiting=True)
    assert link_next() == LinkAttempt(article.pk)
    assert link_next() is None


def test_the_log_says_what_became_of_each(caplog: pytest.LogCaptureFixture) -> None:
    printed(TASS, outlet="OffGuardian")
    article = printed(SANA)
    with caplog.at_level(logging.INFO, "articles"):
        work(stop=threading.Event(), once=True)
    assert f"Article {article.pk}: 1 quotations, 1 of them printed elsewhere too" in caplog.text


def test_an_article_that_fails_is_given_back_and_the_others_are_linked(monkeypatch: pytest.MonkeyPatch) -> None:
    bad, good = printed(TASS, outlet="OffGuardian"), printed(SANA)
    link_quotes = incremental.link_quotes

    def stumbling(quotes: Sequence[Quote]) -> int:
        done = link_quotes(quotes)
        if quotes[0].article_id == bad.pk:
            raise ValueError("a word that is none")
        return done

    monkeypatch.setattr(incremental, "link_quotes", stumbling)
    assert work(stop=threading.Event(), once=True) == 1
    bad.refresh_from_db()
    assert (bad.link_state, bad.last_error) == ("waiting", "ValueError: a word that is none")
    assert Lineage.objects.get().first == good.quotes.get()


def test_a_worker_that_lost_its_lease_writes_no_links() -> None:
    printed(TASS)
    slept = claim()
    assert slept is not None
    Article.objects.update(lease_until="2015-11-17T00:00Z")  # a long time passes
    woken = claim()
    assert woken is not None
    assert link_with_lease(slept).error
    assert not Lineage.objects.exists()
    assert link_with_lease(woken).quotes == 1
    assert link_with_lease(slept).error
    assert Lineage.objects.count() == Printing.objects.count() == 1


def test_it_stops_between_two_articles_and_never_within_one(monkeypatch: pytest.MonkeyPatch) -> None:
    printed(TASS)
    printed(SANA)
    stop = threading.Event()
    link_quotes = incremental.link_quotes

    def told_to_stop(quotes: Sequence[Quote]) -> int:
        stop.set()
        return link_quotes(quotes)

    monkeypatch.setattr(incremental, "link_quotes", told_to_stop)
    assert work(stop=stop) == 1
    assert sorted(Article.objects.values_list("link_state", flat=True)) == ["linked", "waiting"]


def test_a_database_that_does_not_answer_for_a_while_is_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    printed(TASS)
    stop, answers = threading.Event(), iter([OperationalError("database is locked"), None])

    def claim_next(length: timedelta) -> LinkAttempt | None:
        problem = next(answers)
        if problem:
            raise problem
        stop.set()
        return link_next(length)

    monkeypatch.setattr(working, "link_next", claim_next)
    monkeypatch.setattr("articles.services.worker.connection.close", lambda: None)  # the test's own transaction goes on
    assert work(stop=stop) == 1


@pytest.mark.django_db(transaction=True)
def test_several_workers_link_each_article_once_and_all_relatives_meet() -> None:
    for number in range(12):
        printed(f"{TASS} {number // 6}", outlet=f"Outlet {number}")

    def worker() -> None:
        try:
            work(stop=threading.Event(), once=True)
        finally:
            connections.close_all()

    threads = [threading.Thread(target=worker) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert Lineage.objects.get().printing_count == 12
    assert Printing.objects.count() == 12
    assert Match.objects.values("a", "b").distinct().count() == Match.objects.count()
    assert set(Article.objects.values_list("attempts", flat=True)) == {1}
