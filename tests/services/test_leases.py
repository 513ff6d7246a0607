"""One worker at a time holds an article; who was killed loses it, who slept too long commits nothing."""

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

RUN_OUT = timedelta(seconds=-1)
PATIENCE = 30  # seconds for something that happens at once on a machine with nothing else to do


def waiting() -> Article:
    return make_article(waiting=True)


def claimed(length: timedelta = timedelta(minutes=1)) -> Lease:
    lease = claim(length)
    assert lease is not None
    return lease


def state(article: Article) -> tuple[str, int, str]:
    article.refresh_from_db()
    return article.link_state, article.attempts, article.last_error


def test_articles_are_claimed_in_the_order_they_came_each_by_one() -> None:
    first, second = waiting(), waiting()
    make_article()
    leases = [claimed(), claimed()]
    assert [lease.article for lease in leases] == [first.pk, second.pk]
    assert leases[0].owner != leases[1].owner
    assert claim() is None
    assert state(first) == ("linking", 1, "")


def test_a_lease_that_ran_out_is_claimed_by_the_next_and_the_first_can_commit_nothing() -> None:
    article = waiting()
    slept, woken = claimed(RUN_OUT), claimed()
    assert (woken.article, woken.attempt) == (article.pk, 2)
    assert not renew(slept)
    with pytest.raises(LeaseLostError):
        complete(slept)
    complete(woken)
    assert state(article) == ("linked", 2, "")


def test_a_lease_that_nobody_else_has_claimed_still_ends_well() -> None:
    article = waiting()
    complete(claimed(RUN_OUT))
    assert state(article)[0] == "linked"


def test_a_lease_ends_once() -> None:
    waiting()
    lease = claimed()
    complete(lease)
    with pytest.raises(LeaseLostError):
        complete(lease)


def test_an_article_that_failed_rests_and_at_last_is_given_up_until_a_curator_asks_again() -> None:
    article = waiting()
    for attempt in range(1, MAX_ATTEMPTS + 1):
        lease = claimed()
        assert lease.attempt == attempt
        assert release_failed(lease, "no words\0 \ud800") == (attempt == MAX_ATTEMPTS)
        assert claim() is None
        Article.objects.exclude(lease_until=None).update(lease_until="2015-11-17T00:00Z")  # a long time passes
    assert state(article) == ("failed", MAX_ATTEMPTS, "no words ?")
    assert retry_failed([article.pk]) == 1
    assert retry_failed([article.pk]) == 0
    assert claimed().attempt == 1


def test_each_failure_rests_longer_than_the_one_before() -> None:
    article = waiting()
    rests = []
    for attempt in (1, 2, 3):
        Article.objects.update(lease_until="2015-11-17T00:00Z")
        began = claimed()
        article.refresh_from_db()
        release_failed(began, "no")
        before = article.lease_until
        article.refresh_from_db()
        assert before is not None
        assert article.lease_until is not None
        rests.append(article.lease_until - before + timedelta(minutes=1))
        assert began.attempt == attempt
    assert [round(rest.total_seconds(), -1) for rest in rests] == [10, 20, 40]


def test_an_article_that_is_every_workers_undoing_is_given_up() -> None:
    article = waiting()
    for _ in range(MAX_ATTEMPTS):
        claimed(RUN_OUT)
    assert claim() is None
    assert state(article) == (
        "failed", MAX_ATTEMPTS, "5 workers took it up, and none of them was heard of again.",
    )  # fmt: skip


def test_who_is_told_to_stop_lays_it_down_as_it_was() -> None:
    article = waiting()
    release(claimed())
    assert state(article) == ("waiting", 0, "")
    assert claimed().attempt == 1


def test_what_was_linked_otherwise_is_called_off_whoever_holds_it() -> None:
    held, due, other = waiting(), waiting(), waiting()
    lease = claimed()
    assert mark_linked([held.pk, due.pk, make_article().pk]) == 2
    with pytest.raises(LeaseLostError):
        complete(lease)
    assert claimed().article == other.pk


@pytest.mark.parametrize(
    "row",
    [
        pytest.param({"link_state": "waiting", "lease_until": None}, id="waiting for ever"),
        pytest.param({"link_state": "linking"}, id="held by nobody"),
        pytest.param({"link_state": "linked"}, id="linked and still due"),
        pytest.param({"link_state": "failed", "lease_until": None, "lease_owner": "a"}, id="given up and held"),
    ],
)
def test_the_database_takes_no_lease_that_makes_no_sense(row: dict[str, object]) -> None:
    article = waiting()
    with pytest.raises(IntegrityError), transaction.atomic():
        Article.objects.filter(pk=article.pk).update(**row)


def test_looking_for_what_is_due_reads_the_first_row_of_an_index() -> None:
    for _ in range(50):
        make_article()
    waiting()
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":  # it has too few rows here to bother
            cursor.execute("SET LOCAL enable_seqscan = off")
            cursor.execute("SET LOCAL enable_bitmapscan = off")
    plan = Article.objects.due().values_list("pk", "attempts")[:1].explain()
    assert "article_due" in plan
    assert "Sort" not in plan
    assert "TEMP B-TREE" not in plan


@pytest.mark.django_db(transaction=True)
def test_workers_that_look_at_the_same_moment_claim_each_article_once() -> None:
    articles = {waiting().pk for _ in range(40)}
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
def test_a_lease_is_prolonged_for_as_long_as_the_work_takes() -> None:
    article = waiting()
    lease = claimed(timedelta(seconds=0.3))
    article.refresh_from_db()
    first = article.lease_until
    until = time.monotonic() + PATIENCE
    with heartbeat(lease):
        while article.lease_until == first:
            assert time.monotonic() < until, "nobody prolonged it"
            article.refresh_from_db()
    complete(lease)
    assert not [thread for thread in threading.enumerate() if thread.name.startswith("lease of")]


def test_a_form_that_was_opened_before_does_not_bring_the_lease_back() -> None:
    article = waiting()
    opened = Article.objects.defer("original").get(pk=article.pk)
    complete(claimed())
    opened.title = "US-led strikes selective"
    opened.save()
    assert state(article) == ("linked", 1, "")
    assert article.title == "US-led strikes selective"
