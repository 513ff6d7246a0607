"""Leases: one worker at a time holds an article, and a worker without a lease commits nothing."""

import threading
import time
from collections import Counter
from datetime import timedelta

import pytest
from django.db import IntegrityError, connection, connections, transaction

from articles.models import Article
from articles.services.leases import (
    MAX_ATTEMPTS,
    Lease,
    LeaseLostError,
    claim,
    complete,
    heartbeat,
    mark_linked,
    release,
    release_failed,
    renew,
    retry_failed,
)
from tests.support.makers import make_article

pytestmark = pytest.mark.django_db

EXPIRED = timedelta(seconds=-1)
PATIENCE = 30  # seconds for something that happens at once on an idle machine


def make_waiting() -> Article:
    return make_article(waiting=True)


def claim_next(duration: timedelta = timedelta(minutes=1)) -> Lease:
    lease = claim(duration)
    assert lease is not None
    return lease


def state(article: Article) -> tuple[str, int, str]:
    article.refresh_from_db()
    return article.link_state, article.attempts, article.last_error


def test_claim_takes_articles_in_order_each_once() -> None:
    first, second = make_waiting(), make_waiting()
    make_article()
    leases = [claim_next(), claim_next()]
    assert [lease.article for lease in leases] == [first.pk, second.pk]
    assert leases[0].owner != leases[1].owner
    assert claim() is None
    assert state(first) == ("linking", 1, "")


def test_complete_raises_lease_lost_error_when_the_expired_lease_was_claimed() -> None:
    article = make_waiting()
    expired, current = claim_next(EXPIRED), claim_next()
    assert (current.article, current.attempt) == (article.pk, 2)
    assert not renew(expired)
    with pytest.raises(LeaseLostError):
        complete(expired)
    complete(current)
    assert state(article) == ("linked", 2, "")


def test_complete_works_when_the_expired_lease_was_not_claimed() -> None:
    article = make_waiting()
    complete(claim_next(EXPIRED))
    assert state(article)[0] == "linked"


def test_complete_raises_lease_lost_error_the_second_time() -> None:
    make_waiting()
    lease = claim_next()
    complete(lease)
    with pytest.raises(LeaseLostError):
        complete(lease)


def test_release_failed_gives_up_after_max_attempts_until_retry_failed() -> None:
    article = make_waiting()
    for attempt in range(1, MAX_ATTEMPTS + 1):
        lease = claim_next()
        assert lease.attempt == attempt
        assert release_failed(lease, "no words\0 \ud800") == (attempt == MAX_ATTEMPTS)
        assert claim() is None
        Article.objects.exclude(lease_until=None).update(lease_until="2015-11-17T00:00Z")  # a long time passes
    assert state(article) == ("failed", MAX_ATTEMPTS, "no words ?")
    assert retry_failed([article.pk]) == 1
    assert retry_failed([article.pk]) == 0
    assert claim_next().attempt == 1


def test_release_failed_doubles_the_delay_each_time() -> None:
    article = make_waiting()
    delays = []
    for attempt in (1, 2, 3):
        Article.objects.update(lease_until="2015-11-17T00:00Z")
        began = claim_next()
        article.refresh_from_db()
        release_failed(began, "no")
        before = article.lease_until
        article.refresh_from_db()
        assert before is not None
        assert article.lease_until is not None
        delays.append(article.lease_until - before + timedelta(minutes=1))
        assert began.attempt == attempt
    assert [round(delay.total_seconds(), -1) for delay in delays] == [10, 20, 40]


def test_claim_gives_up_an_article_whose_workers_were_all_killed() -> None:
    article = make_waiting()
    for _ in range(MAX_ATTEMPTS):
        claim_next(EXPIRED)
    assert claim() is None
    assert state(article) == (
        "failed", MAX_ATTEMPTS, "5 workers started on it, and none of them finished.",
    )  # fmt: skip


def test_release_does_not_count_the_attempt() -> None:
    article = make_waiting()
    release(claim_next())
    assert state(article) == ("waiting", 0, "")
    assert claim_next().attempt == 1


def test_mark_linked_ends_leases_whoever_holds_them() -> None:
    held, due, other = make_waiting(), make_waiting(), make_waiting()
    lease = claim_next()
    assert mark_linked([held.pk, due.pk, make_article().pk]) == 2
    with pytest.raises(LeaseLostError):
        complete(lease)
    assert claim_next().article == other.pk


@pytest.mark.parametrize(
    "row",
    [
        pytest.param({"link_state": "waiting", "lease_until": None}, id="waiting for ever"),
        pytest.param({"link_state": "linking"}, id="held by nobody"),
        pytest.param({"link_state": "linked"}, id="linked and still due"),
        pytest.param({"link_state": "failed", "lease_until": None, "lease_owner": "a"}, id="given up and held"),
    ],
)
def test_database_refuses_inconsistent_leases(row: dict[str, object]) -> None:
    article = make_waiting()
    with pytest.raises(IntegrityError), transaction.atomic():
        Article.objects.filter(pk=article.pk).update(**row)


def test_due_articles_are_read_from_an_index() -> None:
    for _ in range(50):
        make_article()
    make_waiting()
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":  # with so few rows it would not use the index
            cursor.execute("SET LOCAL enable_seqscan = off")
            cursor.execute("SET LOCAL enable_bitmapscan = off")
    plan = Article.objects.due().values_list("pk", "attempts")[:1].explain()
    assert "article_due" in plan
    assert "Sort" not in plan
    assert "TEMP B-TREE" not in plan


@pytest.mark.django_db(transaction=True)
def test_claim_gives_each_article_to_one_of_concurrent_workers() -> None:
    articles = {make_waiting().pk for _ in range(40)}
    claims: list[int] = []
    start = threading.Barrier(4)

    def work() -> None:
        try:
            start.wait()
            while lease := claim():
                claims.append(lease.article)
        finally:
            connections.close_all()

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert Counter(claims) == Counter(articles)


@pytest.mark.django_db(transaction=True)
def test_heartbeat_renews_the_lease_while_the_work_takes() -> None:
    article = make_waiting()
    lease = claim_next(timedelta(seconds=0.3))
    article.refresh_from_db()
    first = article.lease_until
    until = time.monotonic() + PATIENCE
    with heartbeat(lease):
        while article.lease_until == first:
            assert time.monotonic() < until, "nobody prolonged it"
            article.refresh_from_db()
    complete(lease)
    assert not [thread for thread in threading.enumerate() if thread.name.startswith("lease of")]


def test_saving_an_article_read_before_does_not_restore_its_lease() -> None:
    article = make_waiting()
    opened = Article.objects.defer("original").get(pk=article.pk)
    complete(claim_next())
    opened.title = "US-led strikes selective"
    opened.save()
    assert state(article) == ("linked", 1, "")
    assert article.title == "US-led strikes selective"
