"""Requested relinks: one at a time, with progress, cancelled or killed without a trace, beside new articles."""

import threading
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db import transaction

from articles.engine.linking.pairwise import MATCHER_VERSION
from articles.models import Alias, Lineage, Match, Printing, Quote, RelinkRequest
from articles.queries.relink_status import count_outdated_lineages, estimate_changes, is_relink_due
from articles.services import relink_requests
from articles.services.curation import split_off
from articles.services.exceptions import CurationError
from articles.services.linking import relink as relink_package
from articles.services.linking.incremental import link_quotes
from articles.services.linking.relink import relink, relink_beside_linking
from articles.services.linking.relink.comparison import ComparisonResult, run_comparison
from articles.services.relink_requests import RelinkEndedError, cancel, request_relink, run_next
from articles.services.worker import work
from tests.support.makers import make_article, make_lineage, make_quote

pytestmark = pytest.mark.django_db

CAT = "It looks like a cat that wants to eat a fish but doesn\u2019t want to wet its feet."
GAINS = "We noted tactical successes when a couple of cities were recaptured in Iraq last autumn."


@pytest.fixture
def senior() -> User:
    return User.objects.create_superuser("senior")


def link(text: str, outlet: str) -> Quote:
    quote = make_quote(text, outlet=outlet)
    with transaction.atomic():
        link_quotes([quote])
    return quote


def store_outdated() -> list[Quote]:
    """Store two printings of one statement in two lineages that an older matcher left apart, and another one."""
    quotes = [link(CAT, "A"), make_quote(CAT.replace("It looks", "This looks"), outlet="B"), link(GAINS, "C")]
    make_lineage(quotes[1])
    Lineage.objects.update(matcher="2020.01")
    return quotes


def list_families() -> list[list[int]]:
    return sorted(sorted(lineage.printings.values_list("quote", flat=True)) for lineage in Lineage.objects.all())


def test_relink_is_due_after_an_update_of_the_matcher_until_it_has_run(senior: User) -> None:
    store_outdated()
    assert count_outdated_lineages() == (3, 3)
    assert is_relink_due()
    request_relink(by=senior)
    ended = run_next()
    assert ended is not None
    assert (ended.state, ended.open, ended.lease_until, ended.error) == ("done", None, None, "")
    assert ended.report["ended"] == ended.report["moved"] == 1
    assert count_outdated_lineages() == (0, 2)


def test_lineage_that_a_curator_splits_off_is_as_outdated_as_before(senior: User) -> None:
    lineage = make_lineage(make_quote(CAT, outlet="A"), make_quote(f"{CAT} Indeed", outlet="B"))
    Lineage.objects.update(matcher="2020.01")
    split_off(lineage, [lineage.printings.earliest("pk").quote_id], by=senior)
    assert list(Lineage.objects.values_list("matcher", flat=True)) == ["2020.01", "2020.01"]


def test_dry_run_reports_and_changes_nothing(senior: User) -> None:
    store_outdated()
    before, printings = list_families(), list(Printing.objects.values_list())
    request_relink(by=senior, dry_run=True)
    ended = run_next()
    assert ended is not None
    assert (ended.state, ended.report["ended"], ended.report["moved"], ended.report["split"]) == ("done", 1, 1, 0)
    assert (list_families(), list(Printing.objects.values_list())) == (before, printings)
    assert count_outdated_lineages() == (3, 3)


def test_report_counts_lineages_that_split_and_versions_that_move(senior: User) -> None:
    make_lineage(make_quote(CAT, outlet="A"), make_quote(GAINS, outlet="B"), make_quote(f"{GAINS} Now", outlet="C"))
    report = relink(dry_run=True)
    assert (report.changed, report.begun, report.split, report.moved) == (1, 1, 1, 1)


def test_second_request_is_refused_while_one_is_open(senior: User) -> None:
    first = request_relink(by=senior)
    with pytest.raises(CurationError, match="already running"):
        request_relink(by=senior, dry_run=True)
    cancel(first, by=senior)
    assert run_next() is None
    request_relink(by=senior, dry_run=True)
    first.refresh_from_db()
    assert (first.state, first.ended_by) == ("cancelled", senior)


def test_cancelled_request_stops_at_the_next_step_and_changes_nothing(
    senior: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    store_outdated()
    before = list_families()
    request = request_relink(by=senior)

    def compare_and_cancel(*args: Any) -> ComparisonResult:
        result = run_comparison(*args)
        cancel(request, by=senior)
        return result

    monkeypatch.setattr(relink_package, "run_comparison", compare_and_cancel)
    ended = run_next()
    assert ended is not None
    assert ended.state == "cancelled"
    assert list_families() == before


def test_request_cannot_be_cancelled_while_its_result_is_stored(senior: User) -> None:
    request = request_relink(by=senior)
    RelinkRequest.objects.update(step=RelinkRequest.Step.WRITING, state="running")
    with pytest.raises(CurationError, match="no longer be cancelled"):
        cancel(request, by=senior)


def test_request_of_a_killed_worker_is_due_again_when_its_lease_expires(senior: User) -> None:
    store_outdated()
    request = request_relink(by=senior)
    RelinkRequest.objects.update(state="running", lease_owner="killed", lease_until=datetime(2100, 1, 1, tzinfo=UTC))
    assert run_next() is None
    RelinkRequest.objects.update(lease_until=datetime(2020, 1, 1, tzinfo=UTC), attempts=1)
    ended = run_next()
    assert ended is not None
    assert (ended.pk, ended.state, ended.attempts) == (request.pk, "done", 2)


def test_request_whose_workers_were_all_killed_is_given_up(senior: User) -> None:
    request = request_relink(by=senior)
    RelinkRequest.objects.update(attempts=3, state="running", lease_until=datetime(2020, 1, 1, tzinfo=UTC))
    assert run_next() is None
    request.refresh_from_db()
    assert (request.state, request.open) == ("failed", None)
    assert "none of them finished" in request.error


def test_worker_that_lost_its_lease_stores_nothing(senior: User, monkeypatch: pytest.MonkeyPatch) -> None:
    store_outdated()
    before = list_families()
    request_relink(by=senior)

    def compare_and_lose(*args: Any) -> ComparisonResult:
        result = run_comparison(*args)
        RelinkRequest.objects.update(lease_owner="another worker")
        return result

    monkeypatch.setattr(relink_package, "run_comparison", compare_and_lose)
    ended = run_next()
    assert ended is not None
    assert (ended.state, ended.lease_owner) == ("running", "another worker")
    assert list_families() == before


def test_failure_ends_the_request_with_the_reason(senior: User, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*args: Any) -> ComparisonResult:
        raise ValueError("no room left")

    request_relink(by=senior)
    monkeypatch.setattr(relink_package, "run_comparison", fail)
    ended = run_next()
    assert ended is not None
    assert (ended.state, ended.open, ended.error) == ("failed", None, "ValueError: no room left")


def test_worker_that_is_told_to_stop_releases_the_request(senior: User, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(*args: Any) -> ComparisonResult:
        raise KeyboardInterrupt

    request = request_relink(by=senior)
    monkeypatch.setattr(relink_package, "run_comparison", stop)
    with pytest.raises(KeyboardInterrupt):
        run_next()
    request.refresh_from_db()
    assert (request.state, request.lease_until, request.attempts) == ("waiting", None, 0)
    assert RelinkRequest.objects.due().exists()


def test_progress_is_stored_while_quotations_are_compared(senior: User) -> None:
    request = request_relink(by=senior)
    lease = relink_requests._claim(timedelta(seconds=60))
    assert lease is not None
    progress = relink_requests._Progress(lease)
    progress.add("wordings", 40)
    request.refresh_from_db()
    assert (request.step, request.percent) == ("comparing", 0)
    progress.stored = 0
    progress.add("comparing", 10)
    request.refresh_from_db()
    assert (request.done, request.total, request.percent) == (10, 40, 25)
    progress.set_writing(True)
    request.refresh_from_db()
    assert not request.is_cancellable
    RelinkRequest.objects.update(open=None, state="cancelled")
    with pytest.raises(RelinkEndedError):
        progress.set_writing(False)


def compare_and_then(act: Callable[[], object]) -> Callable[..., ComparisonResult]:
    """Return `run_comparison` with something that happens after the first comparison."""
    acts = iter([act])

    def compare(*args: Any) -> ComparisonResult:
        result = run_comparison(*args)
        next(acts, lambda: None)()
        return result

    return compare


def test_articles_linked_meanwhile_keep_their_places(monkeypatch: pytest.MonkeyPatch) -> None:
    quotes = store_outdated()
    later: list[Quote] = []

    def link_three() -> None:
        later.extend(
            [link(CAT + " Indeed", "X"), link(GAINS, "Y"), link("Nobody has said a word like this before.", "Z")]
        )

    monkeypatch.setattr(relink_package, "run_comparison", compare_and_then(link_three))
    report = relink_beside_linking()
    assert report.quotes == 3
    cats, gains = [quotes[0].pk, quotes[1].pk, later[0].pk], [quotes[2].pk, later[1].pk]
    assert list_families() == sorted([cats, gains, [later[2].pk]])
    assert set(Lineage.objects.values_list("matcher", flat=True)) == {MATCHER_VERSION}
    codes = set(Lineage.objects.values_list("code", flat=True))
    again = relink()
    assert (again.changed, again.begun, again.ended) == (0, 0, 0)
    assert set(Lineage.objects.values_list("code", flat=True)) == codes


def test_articles_that_wait_are_left_to_the_worker(senior: User) -> None:
    quotes = store_outdated()
    article = make_article(f"\u201c{CAT} Indeed\u201d", outlet="W", waiting=True)
    waiting = make_quote(f"{CAT} Indeed", article=article)
    request_relink(by=senior)
    assert run_next() is not None
    assert not Printing.objects.filter(quote=waiting).exists()
    work(stop=threading.Event(), once=True)
    assert list_families() == [[quotes[0].pk, quotes[1].pk, waiting.pk], [quotes[2].pk]]


def test_comparison_begins_again_when_names_are_edited_meanwhile(monkeypatch: pytest.MonkeyPatch) -> None:
    store_outdated()
    phases: list[bool] = []
    monkeypatch.setattr(
        relink_package,
        "run_comparison",
        compare_and_then(lambda: Alias.objects.create(name="cat", form="tiger")),
    )
    relink_beside_linking(on_writing=phases.append)
    assert phases == [True, False, True]


def test_worker_carries_out_a_request(senior: User) -> None:
    store_outdated()
    request_relink(by=senior)
    work(stop=threading.Event(), once=True)
    assert RelinkRequest.objects.get().state == "done"


def test_estimate_scores_known_matches_of_outdated_lineages_again() -> None:
    a, b = link(CAT, "A"), link(CAT.replace("It looks", "This looks"), "B")
    link(GAINS, "C")
    Lineage.objects.update(matcher="2020.01")
    Match.objects.filter(a=a, b=b).update(score=0.3)
    estimate = estimate_changes()
    assert (estimate.scored, estimate.parting, estimate.joining) == (1, 0, 1)
