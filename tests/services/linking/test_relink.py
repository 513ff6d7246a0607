"""Linking everything anew: what was linked one by one stays, what has changed is put right, every code leads on."""

from datetime import date
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from articles.engine.linking import batch
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


def standing() -> set[tuple[str, frozenset[tuple[int, int, int]]]]:
    return {
        (lineage.code, frozenset(lineage.printings.values_list("quote", "start", "end")))
        for lineage in Lineage.objects.all()
    }


def linked_corpus() -> None:
    for outlet in "ABCD":
        link(make_quote(CAT, outlet=outlet), make_quote(TASS_4 + outlet, outlet=outlet))
    link(make_quote(TASS_1), make_quote(TASS_1.replace("I would say sparing, ", ""), outlet="SANA"))
    link(make_quote(f"{CAT} {TASS_4}", outlet="Block"), make_quote("absurd"))


def test_what_was_linked_one_by_one_comes_out_the_same_together() -> None:
    linked_corpus()
    lineages, index = standing(), set(WordPair.objects.values_list("place", "rank", "quote"))
    matches, printings = set(Match.objects.values_list("pk", "a", "b")), set(Printing.objects.values_list("pk"))
    assert relink() == RelinkReport(quotes=12, unchanged=4)
    assert standing() == lineages
    assert set(WordPair.objects.values_list("place", "rank", "quote")) == index
    assert set(Match.objects.values_list("pk", "a", "b")) == matches
    assert set(Printing.objects.values_list("pk")) == printings


def edit_names() -> tuple[str, str]:
    """Two lineages that turn out to be one when a curator says that two names mean the same."""
    link(make_quote(RED, outlet="A", speaker=""), make_quote(TASS_4, outlet="A"))
    link(make_quote("the Social Front has pledged", outlet="B", speaker=""))
    older, younger = (
        Quote.objects.get(text__startswith=text).printings.get().lineage.code for text in ("the R", "the S")
    )
    for form in ("Red Party", "Social Front"):
        Alias.objects.create(name="Red Party", form=form)
    return older, younger


def test_an_edited_table_of_names_joins_what_means_the_same_and_both_codes_lead_on() -> None:
    older, younger = edit_names()
    change = relink()
    assert (change.changed, change.ended) == (1, 1)
    lineage = Lineage.objects.get(code=older)
    assert lineage.printing_count == 2
    assert LineageCode.objects.get(code=younger).lineage == lineage


def test_a_dry_run_tells_the_same_and_changes_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    edit_names()
    before = standing()
    call_command("relink", "--dry-run", "--workers", "1")
    assert standing() == before
    assert "1 would have other printings, 0 would begin, 1 would become part of another" in capsys.readouterr().out
    call_command("relink", "--workers", "1")
    assert "1 have other printings, 0 begin, 1 become part of another" in capsys.readouterr().out


def test_articles_that_wait_are_linked_with_the_others_and_leave_the_worker_nothing_to_do() -> None:
    link(make_quote(TASS_1))
    article = make_article(f"\u201c{TASS_1}\u201d he said.", outlet="SANA", waiting=True)
    make_quote(TASS_1, article=article)
    lease = claim()
    assert lease is not None
    relink()
    assert link_with_lease(lease).error
    assert Lineage.objects.get().printing_count == 2
    assert link_next() is None


def test_since_a_day_comes_out_the_same_as_all_when_all_came_since() -> None:
    linked_corpus()
    lineages, index = standing(), set(WordPair.objects.values_list("place", "rank", "quote"))
    matches = set(Match.objects.values_list("pk", "a", "b"))
    assert relink(since=date(2015, 11, 17)) == RelinkReport(quotes=12, unchanged=4)
    assert standing() == lineages
    assert set(WordPair.objects.values_list("place", "rank", "quote")) == index
    assert set(Match.objects.values_list("pk", "a", "b")) == matches


def test_since_a_day_only_what_came_since_is_linked_anew_and_what_it_concerns() -> None:
    link(make_quote(TASS_1), make_quote(CAT, outlet="C"), make_quote(TASS_4, outlet="C"))
    Article.objects.update(taken_in="2015-11-17T00:00Z")
    younger = make_lineage(make_quote(TASS_1.replace("Islamic State", "ISIS"), outlet="SANA"))  # as if never compared
    older = Quote.objects.get(text=TASS_1).printings.get().lineage
    assert relink(since=date(2100, 1, 1)) == RelinkReport(quotes=0)
    change = relink(since=date(2020, 1, 1))
    assert (change.quotes, change.changed, change.ended) == (2, 1, 1)
    assert LineageCode.objects.get(code=younger.code).lineage == older
    assert sorted(Lineage.objects.values_list("printing_count", flat=True)) == [1, 1, 2]


def test_since_a_day_links_what_waits_and_lets_the_index_know_it() -> None:
    link(make_quote(TASS_1))
    article = make_article(f"\u201c{TASS_1}\u201d he said. \u201c{CAT}\u201d", outlet="SANA", waiting=True)
    for words in (TASS_1, CAT):
        make_quote(words, article=article)
    relink(since=date(2020, 1, 1))
    assert not Article.objects.exclude(link_state="linked").exists()
    link(make_quote(f"{CAT} he added", outlet="RT"))
    assert sorted(Lineage.objects.values_list("printing_count", flat=True)) == [2, 2]


def test_what_would_change_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    older, younger = edit_names()
    call_command("relink", "--dry-run", "--workers", "1", "--since", "2015-11-17")
    said = capsys.readouterr().out
    assert f"{older} " in said
    assert ": 2 printings instead of 1" in said
    assert f"{younger} " in said
    assert ": part of another" in said


def test_what_comes_in_while_all_is_compared_is_linked_too(monkeypatch: pytest.MonkeyPatch) -> None:
    link(make_quote(TASS_1))
    find_links = batch.find_links
    came: list[Quote] = []

    def meanwhile(*arguments: Any, **named: Any) -> batch.Links:
        if not came:
            came.append(make_quote(TASS_1.replace("Islamic State", "ISIS"), outlet="SANA"))
        return find_links(*arguments, **named)

    monkeypatch.setattr(batch, "find_links", meanwhile)
    assert relink().quotes == 2
    assert Lineage.objects.get().printing_count == 2


def test_a_dry_run_waits_for_nobody_and_keeps_nobody_waiting() -> None:
    linked_corpus()
    with CaptureQueriesContext(connection) as captured:
        relink(dry_run=True)
    asked = {query["sql"].split()[0] for query in captured}
    assert not asked & {"INSERT", "UPDATE", "DELETE", "BEGIN", "SAVEPOINT"}
    assert not [query for query in captured if "advisory" in query["sql"]]


def test_an_empty_database_has_nothing_to_relink() -> None:
    assert relink() == RelinkReport(quotes=0)


def test_explain_says_why_two_quotes_match(capsys: pytest.CaptureFixture[str]) -> None:
    a, b = make_quote(TASS_1, outlet="TASS"), make_quote(TASS_1.replace("Islamic State", "ISIS"), outlet="SANA")
    link(a, b)
    call_command("explain", a.pk, b.pk)
    said = capsys.readouterr().out
    assert "They match, with a chance of 100.0%" in said
    assert "That is 100% of the words of the shorter one." in said
    assert f"They stand in one lineage, {Lineage.objects.get().code}." in said


@pytest.mark.parametrize(
    ("words", "why"),
    [
        pytest.param(TASS_4, "of the shorter one's words are found in the other", id="other words"),
        pytest.param("absurd", "says too little", id="a word"),
    ],
)
def test_explain_says_why_two_quotes_do_not_match(words: str, why: str, capsys: pytest.CaptureFixture[str]) -> None:
    a, b = make_quote(TASS_1, outlet="TASS"), make_quote(words, outlet="SANA")
    link(a, b)
    call_command("explain", a.pk, b.pk)
    said = capsys.readouterr().out
    assert why in said
    assert "They stand in different lineages." in said


def test_explain_names_a_quote_that_is_not_there() -> None:
    with pytest.raises(CommandError, match="There is no quote 99"):
        call_command("explain", 99, 98)


def lineages_of_the_same_words() -> tuple[str, str]:
    """The codes of two lineages that print one thing, as when the dates that kept them apart were put right."""
    first, copy = make_lineage(make_quote(CAT)), make_lineage(make_quote(CAT, outlet="RT"))
    return first.code, copy.code


def test_a_lineage_of_nothing_but_copies_goes_on_where_the_first_with_their_words_stands() -> None:
    make_lineage(make_quote(TASS_4))  # the first of all families, which has nothing to do with them
    first, copy = lineages_of_the_same_words()
    change = relink()
    assert (change.changed, change.begun, change.ended) == (1, 0, 1)
    assert {code.lineage and code.lineage.code for code in LineageCode.objects.filter(pk__in=(first, copy))} == {first}


def test_no_code_is_issued_for_nothing_and_linking_anew_again_changes_nothing() -> None:
    make_quote(TASS_4)  # stands nowhere yet
    lineages_of_the_same_words()
    assert relink().begun == 1
    assert Lineage.objects.filter(printing_count=0).count() == 0
    again = relink()
    assert (again.changed, again.begun, again.ended) == (0, 0, 0)


def test_a_stretch_that_moves_is_written_though_it_is_as_long_as_before() -> None:
    linked_corpus()
    lineages = standing()
    part = Printing.objects.filter(quote__text__startswith=CAT + " ", start__gt=0).get()
    Printing.objects.filter(pk=part.pk).update(start=part.start - 2, end=part.end - 2)
    assert relink().changed == 1
    assert standing() == lineages
