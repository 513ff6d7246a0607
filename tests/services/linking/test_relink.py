"""Relink: what was linked one by one stays, changes are applied, and every code keeps leading somewhere."""

from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from articles.engine.linking import batch
from articles.engine.linking.batch.scoring import Links
from articles.models import Alias, Article, Lineage, LineageCode, Match, Printing, Quote, WordPair
from articles.services.leases import claim
from articles.services.linking.incremental import link_quotes
from articles.services.linking.relink import RelinkReport, relink
from articles.services.worker import link_next, link_with_lease
from tests.support.makers import make_article, make_lineage, make_quote

pytestmark = pytest.mark.django_db

TASS_1 = (
    "analysis of the strikes delivered by the United States and its coalition drives us to a conclusion that these "
    "were selective, I would say sparing, strikes and in the majority of cases spared those Islamic State groups"
)
TASS_4 = "We noted tactical successes when a couple of cities were recaptured in Iraq."
CAT = "It looks like a cat that wants to eat a fish but doesn\u2019t want to wet its feet."
RED = "the Red Party has pledged to close every coal mine of the north"


def link(*quotes: Quote) -> None:
    with transaction.atomic():
        link_quotes(quotes)


def list_lineages() -> set[tuple[str, frozenset[tuple[int, int, int]]]]:
    return {
        (lineage.code, frozenset(lineage.printings.values_list("quote", "start", "end")))
        for lineage in Lineage.objects.all()
    }


def link_corpus() -> None:
    for outlet in "ABCD":
        link(make_quote(CAT, outlet=outlet), make_quote(TASS_4 + outlet, outlet=outlet))
    link(make_quote(TASS_1), make_quote(TASS_1.replace("I would say sparing, ", ""), outlet="SANA"))
    link(make_quote(f"{CAT} {TASS_4}", outlet="Block"), make_quote("absurd"))


def test_relink_scores_known_matches_that_another_matcher_stored() -> None:
    link_corpus()
    pairs, scores = dict(Match.objects.values_list("a", "b")), dict(Match.objects.values_list("a", "score"))
    Match.objects.update(score=0.55)
    relink()
    assert dict(Match.objects.values_list("a", "b")) == pairs
    assert dict(Match.objects.values_list("a", "score")) == scores


def test_relink_changes_nothing_after_incremental_linking() -> None:
    link_corpus()
    lineages, index = list_lineages(), set(WordPair.objects.values_list("place", "rank", "quote"))
    matches, printings = set(Match.objects.values_list("pk", "a", "b")), set(Printing.objects.values_list("pk"))
    assert relink() == RelinkReport(quotes=12, unchanged=4)
    assert list_lineages() == lineages
    assert set(WordPair.objects.values_list("place", "rank", "quote")) == index
    assert set(Match.objects.values_list("pk", "a", "b")) == matches
    assert set(Printing.objects.values_list("pk")) == printings


def add_aliases() -> tuple[str, str]:
    """Make two lineages that are one for the aliases added; return their codes, the older first."""
    link(make_quote(RED, outlet="A", speaker=""), make_quote(TASS_4, outlet="A"))
    link(make_quote("the Social Front has pledged", outlet="B", speaker=""))
    older, younger = (
        Quote.objects.get(text__startswith=text).printings.get().lineage.code for text in ("the R", "the S")
    )
    for form in ("Red Party", "Social Front"):
        Alias.objects.create(name="Red Party", form=form)
    return older, younger


def test_relink_joins_lineages_after_aliases_were_edited() -> None:
    older, younger = add_aliases()
    report = relink()
    assert (report.changed, report.ended) == (1, 1)
    lineage = Lineage.objects.get(code=older)
    assert lineage.printing_count == 2
    assert LineageCode.objects.get(code=younger).lineage == lineage


def test_relink_dry_run_reports_the_same_and_changes_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    add_aliases()
    before = list_lineages()
    call_command("relink", "--dry-run", "--workers", "1")
    assert list_lineages() == before
    assert "Dry run, nothing stored: " in capsys.readouterr().out
    call_command("relink", "--workers", "1")
    assert "1 changed, 0 new, 1 joined with another." in capsys.readouterr().out


def test_relink_links_waiting_articles_and_ends_their_leases() -> None:
    link(make_quote(TASS_1))
    article = make_article(f"\u201c{TASS_1}\u201d he said.", outlet="SANA", waiting=True)
    make_quote(TASS_1, article=article)
    lease = claim()
    assert lease is not None
    relink()
    assert link_with_lease(lease).error
    assert Lineage.objects.get().printing_count == 2
    assert link_next() is None


def test_relink_since_equals_a_full_relink_when_everything_came_since() -> None:
    link_corpus()
    lineages, index = list_lineages(), set(WordPair.objects.values_list("place", "rank", "quote"))
    matches = set(Match.objects.values_list("pk", "a", "b"))
    assert relink(since=date(2015, 11, 17)) == RelinkReport(quotes=12, unchanged=4)
    assert list_lineages() == lineages
    assert set(WordPair.objects.values_list("place", "rank", "quote")) == index
    assert set(Match.objects.values_list("pk", "a", "b")) == matches


def test_relink_since_relinks_only_affected_quotes() -> None:
    link(make_quote(TASS_1), make_quote(CAT, outlet="C"), make_quote(TASS_4, outlet="C"))
    Article.objects.update(taken_in="2015-11-17T00:00Z")
    younger = make_lineage(make_quote(TASS_1.replace("Islamic State", "ISIS"), outlet="SANA"))  # as if never compared
    older = Quote.objects.get(text=TASS_1).printings.get().lineage
    assert relink(since=date(2100, 1, 1)) == RelinkReport(quotes=0)
    report = relink(since=date(2020, 1, 1))
    assert (report.quotes, report.changed, report.ended) == (2, 1, 1)
    assert LineageCode.objects.get(code=younger.code).lineage == older
    assert sorted(Lineage.objects.values_list("printing_count", flat=True)) == [1, 1, 2]


def test_relink_since_links_and_indexes_waiting_articles() -> None:
    link(make_quote(TASS_1))
    article = make_article(f"\u201c{TASS_1}\u201d he said. \u201c{CAT}\u201d", outlet="SANA", waiting=True)
    for words in (TASS_1, CAT):
        make_quote(words, article=article)
    relink(since=date(2020, 1, 1))
    assert not Article.objects.exclude(link_state="linked").exists()
    link(make_quote(f"{CAT} he added", outlet="RT"))
    assert sorted(Lineage.objects.values_list("printing_count", flat=True)) == [2, 2]


def test_relink_dry_run_names_the_lineages_that_would_change(capsys: pytest.CaptureFixture[str]) -> None:
    older, younger = add_aliases()
    call_command("relink", "--dry-run", "--workers", "1", "--since", "2015-11-17")
    output = capsys.readouterr().out
    assert f"{older} " in output
    assert ": 2 versions instead of 1" in output
    assert f"{younger} " in output
    assert ": part of another" in output


def test_relink_includes_articles_ingested_during_comparison(monkeypatch: pytest.MonkeyPatch) -> None:
    link(make_quote(TASS_1))
    find_links = batch.find_links
    ingested: list[Quote] = []

    def ingest_and_find(*arguments: Any, **named: Any) -> Links:
        if not ingested:
            ingested.append(make_quote(TASS_1.replace("Islamic State", "ISIS"), outlet="SANA"))
        return find_links(*arguments, **named)

    monkeypatch.setattr(batch, "find_links", ingest_and_find)
    assert relink().quotes == 2
    assert Lineage.objects.get().printing_count == 2


def test_relink_dry_run_takes_no_lock_and_no_transaction() -> None:
    link_corpus()
    with CaptureQueriesContext(connection) as captured:
        relink(dry_run=True)
    statements = {query["sql"].split()[0] for query in captured}
    assert not statements & {"INSERT", "UPDATE", "DELETE", "BEGIN", "SAVEPOINT"}
    assert not [query for query in captured if "advisory" in query["sql"]]


def test_relink_of_an_empty_database_does_nothing() -> None:
    assert relink() == RelinkReport(quotes=0)


def test_explain_command_describes_a_match(capsys: pytest.CaptureFixture[str]) -> None:
    a, b = make_quote(TASS_1, outlet="TASS"), make_quote(TASS_1.replace("Islamic State", "ISIS"), outlet="SANA")
    link(a, b)
    call_command("explain", a.pk, b.pk)
    output = capsys.readouterr().out
    assert "They match, with a probability of 100.0%" in output
    assert "That is 100% of the shorter quotation." in output
    assert f"They are in one lineage, {Lineage.objects.get().code}." in output


def test_explain_command_says_that_a_pair_is_uncertain(capsys: pytest.CaptureFixture[str]) -> None:
    words = "Our {} destroyed 12 targets near {} in the past {}"
    a = make_quote(words.format("aircraft", "Homs", "day"), outlet="TASS", published=datetime(2015, 11, 17, tzinfo=UTC))
    b = make_quote(words.format("forces", "Hama", "night"), outlet="SANA", published=datetime(2016, 9, 12, tzinfo=UTC))
    link(a, b)
    call_command("explain", a.pk, b.pk)
    output = capsys.readouterr().out
    assert "It is uncertain whether they match: the probability is 4" in output
    assert "They are in different lineages." in output


@pytest.mark.parametrize(
    ("words", "why"),
    [
        pytest.param(TASS_4, "of the shorter one's words in the same order", id="other words"),
        pytest.param("absurd", "too few distinctive words", id="a word"),
    ],
)
def test_explain_command_describes_why_quotes_do_not_match(
    words: str, why: str, capsys: pytest.CaptureFixture[str]
) -> None:
    a, b = make_quote(TASS_1, outlet="TASS"), make_quote(words, outlet="SANA")
    link(a, b)
    call_command("explain", a.pk, b.pk)
    output = capsys.readouterr().out
    assert why in output
    assert "They are in different lineages." in output


def test_explain_command_names_a_missing_quote() -> None:
    with pytest.raises(CommandError, match="There is no quotation 99"):
        call_command("explain", 99, 98)


def make_lineages_of_the_same_words() -> tuple[str, str]:
    """Make two lineages of the same words, as when dates that kept them apart are corrected; return their codes."""
    first, copy = make_lineage(make_quote(CAT)), make_lineage(make_quote(CAT, outlet="RT"))
    return first.code, copy.code


def test_relink_merges_a_lineage_of_copies() -> None:
    make_lineage(make_quote(TASS_4))  # the first of all families, of other words
    first, copy = make_lineages_of_the_same_words()
    report = relink()
    assert (report.changed, report.begun, report.ended) == (1, 0, 1)
    assert {code.lineage and code.lineage.code for code in LineageCode.objects.filter(pk__in=(first, copy))} == {first}


def test_relink_issues_no_needless_code_and_is_idempotent() -> None:
    make_quote(TASS_4)  # in no lineage yet
    make_lineages_of_the_same_words()
    assert relink().begun == 1
    assert Lineage.objects.filter(printing_count=0).count() == 0
    again = relink()
    assert (again.changed, again.begun, again.ended) == (0, 0, 0)


def test_relink_writes_a_span_that_moved_without_changing_length() -> None:
    link_corpus()
    lineages = list_lineages()
    part = Printing.objects.filter(quote__text__startswith=CAT + " ", start__gt=0).get()
    Printing.objects.filter(pk=part.pk).update(start=part.start - 2, end=part.end - 2)
    assert relink().changed == 1
    assert list_lineages() == lineages
