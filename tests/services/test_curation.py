"""Rulings move printings at once, hold through relinking, and can be taken back in any order to the letter."""

from datetime import UTC, datetime

import pytest
from django.contrib.auth.models import User
from django.db import transaction

from articles.engine.linking.pairwise import MATCHER_VERSION
from articles.models import BaselineMembership, Decision, Lineage, LineageCode, Match, Printing, Quote, Revision, Ruling
from articles.models.append_only import AppendOnlyError
from articles.models.decision import DecisionRemark
from articles.services.corrections import CurationError, StaleVersionError, mark_boilerplate, withdraw
from articles.services.curation import detach, get_lineages_version, get_pair_version, merge, rule, split_off, undo
from articles.services.linking.incremental import link_quotes
from articles.services.linking.matching import rematch
from articles.services.linking.relink import relink
from tests.support.makers import make_article, make_lineage, make_quote

pytestmark = pytest.mark.django_db

CAT = "It looks like a cat that wants to eat a fish but doesn\u2019t want to wet its feet."
CATS = (
    CAT,
    CAT.replace("It looks", "This looks"),
    CAT.replace("doesn\u2019t", "does not"),
    CAT.replace("wet its feet", "wet its paws"),
)
TASS_4 = "We noted tactical successes when a couple of cities were recaptured in Iraq."
SAME, DIFFERENT, UNSURE = Ruling.Verdict.SAME, Ruling.Verdict.DIFFERENT, Ruling.Verdict.UNSURE


@pytest.fixture
def curator() -> User:
    return User.objects.create_superuser("curator")


def link(*texts: str, outlets: str = "ABCDEFGH") -> list[Quote]:
    quotes = [
        make_quote(text, outlet=outlet, published=datetime(2015, 11, 1 + day, tzinfo=UTC))
        for day, (text, outlet) in enumerate(zip(texts, outlets, strict=False))
    ]
    for quote in quotes:
        with transaction.atomic():
            link_quotes([quote])
    return quotes


def state() -> dict[str, set[tuple[int, int, int]]]:
    """Every lineage by its code, with its printings."""
    return {
        lineage.code: set(lineage.printings.values_list("quote", "start", "end")) for lineage in Lineage.objects.all()
    }


def together() -> list[list[int]]:
    return sorted(sorted(quote for quote, _, _ in printings) for printings in state().values())


def home(quote: Quote) -> Lineage:
    return Lineage.objects.get(printings__quote=quote)


def test_what_is_ruled_the_same_joins_and_says_what_came_of_it(curator: User) -> None:
    a, b, other, more = link(*CATS[:2], TASS_4, TASS_4 + " Now")
    before = state()
    batch = rule(a, other, SAME, by=curator, remark=DecisionRemark("retold", "the same interview", 4.5, blind=True))
    assert together() == [[a.pk, b.pk, other.pk, more.pk]]
    assert str(batch) == "Joined 2 and 2 printings; first printed is now A, 1 November 2015."
    ruling = Ruling.objects.get()
    assert (ruling.verdict, ruling.score, ruling.batch.note) == (SAME, None, "the same interview")
    assert ruling.matcher == MATCHER_VERSION
    undo(batch, by=curator)
    assert state() == before


def test_the_code_issued_first_goes_on_and_the_other_leads_there_in_one_step(curator: User) -> None:
    a, other = link(CAT, TASS_4)
    older, younger = home(a), home(other)
    rule(a, other, SAME, by=curator)
    assert Lineage.objects.get() == older
    entry = LineageCode.objects.get(pk=younger.code)
    assert (entry.lineage, entry.state, entry.gave_way_to_id) == (older, "merged", older.code)


def test_what_is_ruled_different_parts(curator: User) -> None:
    a, b = link(*CATS[:2])
    batch = rule(a, b, DIFFERENT, by=curator)
    assert together() == [[a.pk], [b.pk]]
    assert Ruling.objects.get().score is not None
    assert str(batch) == "Parted into 1 and 1 printings; first printed is now A, 1 November 2015."


def test_not_sure_moves_nothing(curator: User) -> None:
    a, b = link(*CATS[:2])
    rule(a, b, UNSURE, by=curator)
    assert together() == [[a.pk, b.pk]]
    assert not BaselineMembership.objects.exists()


def test_the_part_with_the_earliest_printing_keeps_the_code_and_the_other_names_it(curator: User) -> None:
    quotes = link(*CATS)
    lineage = home(quotes[0])
    split_off(lineage, [quotes[1].pk, quotes[3].pk], by=curator)
    assert together() == [[quotes[0].pk, quotes[2].pk], [quotes[1].pk, quotes[3].pk]]
    assert home(quotes[0]) == lineage
    assert LineageCode.objects.get(pk=home(quotes[1]).code).split_from_id == lineage.code


def test_the_first_printing_split_off_takes_the_code_along(curator: User) -> None:
    quotes = link(*CATS)
    lineage = home(quotes[0])
    split_off(lineage, [quotes[0].pk], by=curator)
    assert together() == [[quotes[0].pk], [quote.pk for quote in quotes[1:]]]
    assert home(quotes[0]).code == lineage.code


def test_a_split_taken_back_restores_the_code_and_one_put_back_revives_the_other(curator: User) -> None:
    quotes = link(*CATS)
    before = state()
    batch = split_off(home(quotes[0]), [quotes[2].pk, quotes[3].pk], by=curator)
    after = state()
    back = undo(batch, by=curator)
    assert state() == before
    assert {code.state for code in LineageCode.objects.all()} == {"current", "merged"}
    undo(back, by=curator)
    assert state() == after


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 1, 0), (1, 0, 2), (1, 2, 0)])
def test_any_order_of_taking_back_ends_where_it_began(order: tuple[int, ...], curator: User) -> None:
    quotes = link(*CATS, TASS_4, TASS_4 + " Now")
    before = state()
    batches = [
        rule(quotes[0], quotes[4], SAME, by=curator),
        split_off(home(quotes[0]), [quotes[1].pk, quotes[5].pk], by=curator),
        rule(quotes[2], quotes[3], DIFFERENT, by=curator),
    ]
    assert state() != before
    for place in order:
        undo(batches[place], by=curator)
    assert state() == before
    assert not BaselineMembership.objects.exists()


def test_copies_word_for_word_can_be_told_apart(curator: User) -> None:
    quotes = link(CAT, CAT, CAT)
    before = state(), set(Quote.objects.values_list("pk", "copy_of"))
    batch = split_off(home(quotes[0]), [quotes[2].pk], by=curator)
    assert together() == [[quotes[0].pk, quotes[1].pk], [quotes[2].pk]]
    assert relink().changed == 0
    assert together() == [[quotes[0].pk, quotes[1].pk], [quotes[2].pk]]
    undo(batch, by=curator)
    assert (state(), set(Quote.objects.values_list("pk", "copy_of"))) == before


def test_the_first_of_several_copies_can_be_taken_out(curator: User) -> None:
    quotes = link(CAT, CAT, CAT)
    split_off(home(quotes[0]), [quotes[0].pk], by=curator)
    assert together() == [[quotes[0].pk], [quotes[1].pk, quotes[2].pk]]
    relink()
    assert together() == [[quotes[0].pk], [quotes[1].pk, quotes[2].pk]]


def test_linking_everything_anew_loses_no_ruling_and_twice_changes_nothing(curator: User) -> None:
    quotes = link(*CATS, TASS_4)
    batches = [
        split_off(home(quotes[0]), [quotes[1].pk, quotes[3].pk], by=curator),
        rule(quotes[2], quotes[4], SAME, by=curator),
    ]
    ruled = state()
    for _ in range(2):
        change = relink()
        assert (change.changed, change.begun, change.ended) == (0, 0, 0)
        assert state() == ruled
    BaselineMembership.objects.all().delete()  # as after linking that did change something
    for batch in batches:
        undo(batch, by=curator)
    assert together() == [[quote.pk for quote in quotes[:4]], [quotes[4].pk]]


def test_what_comes_in_later_joins_what_was_ruled_and_does_not_undo_it(curator: User) -> None:
    quotes = link(*CATS[:2])
    batch = rule(quotes[0], quotes[1], DIFFERENT, by=curator)
    new = link(CATS[1] + " Indeed", outlets="X")[0]
    assert home(quotes[0]) != home(quotes[1])
    assert home(new) in (home(quotes[0]), home(quotes[1]))
    undo(batch, by=curator)
    assert together() == [[quotes[0].pk, quotes[1].pk, new.pk]]


def test_of_rulings_that_contradict_each_other_the_newer_holds(curator: User) -> None:
    a, b = link(*CATS[:2])
    rule(a, b, DIFFERENT, by=curator)
    again = rule(a, b, SAME, by=curator)
    assert home(a) == home(b)
    undo(again, by=curator)
    assert home(a) != home(b)


def test_merging_overrules_what_was_ruled_different_between_them(curator: User) -> None:
    quotes = link(*CATS)
    split_off(home(quotes[0]), [quotes[1].pk, quotes[3].pk], by=curator)
    merge([home(quotes[0]), home(quotes[1])], by=curator)
    assert together() == [[quote.pk for quote in quotes]]


def test_nobody_decides_on_what_has_changed_under_their_eyes(curator: User) -> None:
    a, b = link(*CATS[:2])
    seen = get_pair_version(a.pk, b.pk)
    rule(a, b, DIFFERENT, by=curator, seen_version=seen)
    with pytest.raises(StaleVersionError, match="Somebody has changed this"):
        rule(a, b, SAME, by=curator, seen_version=seen)
    assert Ruling.objects.count() == 1


def test_a_ruling_that_moved_nothing_is_seen_too(curator: User) -> None:
    a, b = link(CATS[0], TASS_4)
    seen = get_pair_version(a.pk, b.pk)
    rule(a, b, DIFFERENT, by=curator, seen_version=seen)
    with pytest.raises(StaleVersionError):
        rule(a, b, SAME, by=curator, seen_version=seen)


def test_only_what_was_seen_is_split_merged_or_detached(curator: User) -> None:
    quotes = link(*CATS)
    [other] = link(TASS_4, outlets="Z")
    lineage, seen = home(quotes[0]), get_lineages_version([home(quotes[0])])
    rule(quotes[0], quotes[3], DIFFERENT, by=curator)
    for verb in (split_off, detach):
        with pytest.raises(StaleVersionError):
            verb(lineage, [quotes[1].pk], by=curator, seen_version=seen)
    with pytest.raises(StaleVersionError):
        merge([lineage, home(other)], by=curator, seen_version=seen)
    merge([lineage, home(other)], by=curator, seen_version=get_lineages_version([lineage]))
    with pytest.raises(StaleVersionError, match="stands no more"):
        merge([Lineage(pk=lineage.pk), Lineage(pk=99999)], by=curator)


def test_printings_are_taken_out_each_by_itself_and_come_back_in_one(curator: User) -> None:
    quotes = link(*CATS, CATS[0])
    before = state()
    batch = detach(home(quotes[0]), [quotes[1].pk, quotes[2].pk, quotes[4].pk], by=curator)
    assert together() == sorted([[quotes[0].pk, quotes[3].pk], *([quotes[at].pk] for at in (1, 2, 4))])
    relink()
    assert len(together()) == 4
    undo(batch, by=curator)
    assert state() == before


def test_a_withdrawn_article_leaves_its_lineages_and_comes_back(curator: User) -> None:
    quotes = link(CAT, CAT, CATS[1], TASS_4)
    before = state(), set(Quote.objects.values_list("pk", "copy_of"))
    batch = withdraw(quotes[0].article, "Its outlet took it back.", by=curator)
    assert together() == [[quotes[1].pk, quotes[2].pk], [quotes[3].pk]]
    assert relink().changed == 0
    again = link(CAT, outlets="Y")[0]
    assert home(again) == home(quotes[1])
    undo(batch, by=curator)
    assert together() == [[quotes[0].pk, quotes[1].pk, quotes[2].pk, again.pk], [quotes[3].pk]]
    assert before[0].keys() == state().keys()


def test_withdrawing_that_is_done_again_takes_out_all_that_the_article_prints(curator: User) -> None:
    article = make_article(f"\u201c{CAT}\u201d he said. \u201c{TASS_4}\u201d he added.")
    own = [make_quote(text, article=article) for text in (CAT, TASS_4)]
    with transaction.atomic():
        link_quotes(own)
    other = link(CATS[1])[0]
    rule(own[0], other, DIFFERENT, by=curator)  # so that of the one, not of the other, it is kept where it stood
    undone = undo(withdraw(article, "Its outlet took it back.", by=curator), by=curator)
    assert len(together()) == 3
    undo(undone, by=curator)
    assert together() == [[other.pk]]


def test_a_code_under_which_nothing_is_left_says_why_and_comes_back(curator: User) -> None:
    quote, other = link(CAT, TASS_4)
    code = home(quote).code
    batch = withdraw(quote.article, "Its outlet took it back.", by=curator)
    entry = LineageCode.objects.get(pk=code)
    assert (entry.lineage, entry.state, entry.gone_because) == (None, "withdrawn", "Its outlet took it back.")
    assert entry.title.startswith("\u201cIt looks like a cat")
    assert entry.gone is not None
    undo(batch, by=curator)
    assert home(quote).code == code
    assert LineageCode.objects.get(pk=code).gone is None
    with pytest.raises(CurationError, match="Say why"):
        withdraw(other.article, " ", by=curator)


def test_boilerplate_stands_in_no_lineage(curator: User) -> None:
    quotes = link(*CATS[:2])
    batch = mark_boilerplate(quotes[0], by=curator)
    assert together() == [[quotes[1].pk]]
    with pytest.raises(CurationError, match="already"):
        mark_boilerplate(quotes[0], by=curator)
    undo(batch, by=curator)
    assert together() == [[quote.pk for quote in quotes]]


@pytest.mark.parametrize("first", ["boilerplate", "withdrawal"])
def test_a_quotation_stands_again_only_when_nothing_keeps_it_out_any_more(curator: User, first: str) -> None:
    quotes = link(*CATS[:2])
    batches = {"boilerplate": mark_boilerplate(quotes[0], by=curator)}
    batches["withdrawal"] = withdraw(quotes[0].article, "Its outlet took it back.", by=curator)
    one, other = batches.pop(first), *batches.values()
    undone = undo(one, by=curator)
    assert together() == [[quotes[1].pk]]
    undo(other, by=curator)
    assert together() == [[quote.pk for quote in quotes]]
    undo(undone, by=curator)
    assert together() == [[quotes[1].pk]]
    undo(one, by=curator)
    assert together() == [[quote.pk for quote in quotes]]


def test_an_article_that_was_withdrawn_twice_stands_again_when_both_are_taken_back(curator: User) -> None:
    quotes = link(*CATS[:2])
    article = quotes[0].article
    one = withdraw(article, "Its outlet took it back.", by=curator)
    undone = undo(one, by=curator)
    other = withdraw(article, "It was a hoax.", by=curator)
    undo(undone, by=curator)
    undo(other, by=curator)
    article.refresh_from_db()
    assert (article.withdrawn is None, article.withdrawn_because) == (False, "Its outlet took it back.")
    assert together() == [[quotes[1].pk]]
    undo(one, by=curator)
    article.refresh_from_db()
    assert (article.withdrawn, article.withdrawn_because) == (None, "")
    assert together() == [[quote.pk for quote in quotes]]


def test_what_is_on_record_is_neither_changed_nor_deleted(curator: User) -> None:
    a, b = link(*CATS[:2])
    batch = rule(a, b, DIFFERENT, by=curator)
    ruling = Ruling.objects.get()
    for deed in (ruling.delete, ruling.save, Ruling.objects.all().delete, batch.delete, Revision.objects.all().delete):
        with pytest.raises(AppendOnlyError):
            deed()
    with pytest.raises(AppendOnlyError):
        Ruling.objects.update(verdict=SAME)
    back = undo(batch, by=curator)
    assert set(Ruling.objects.values_list("batch", "undoes")) == {(batch.pk, None), (back.pk, ruling.pk)}
    with pytest.raises(CurationError, match="taken back already"):
        undo(batch, by=curator)


def test_what_cannot_be_done_is_said_and_changes_nothing(curator: User) -> None:
    a, b = link(*CATS[:2])
    with pytest.raises(CurationError, match="the same as itself"):
        rule(a, a, SAME, by=curator)
    with pytest.raises(CurationError, match="not all and not none"):
        split_off(home(a), [a.pk, b.pk], by=curator)
    with pytest.raises(CurationError, match="two lineages or more"):
        merge([home(a)], by=curator)
    assert not Decision.objects.exists()


def test_a_revision_is_kept_before_and_after(curator: User) -> None:
    quotes = link(*CATS)
    lineage = home(quotes[0])
    batch = split_off(lineage, [quotes[1].pk], by=curator)
    first, second = Revision.objects.filter(code=lineage.code).order_by("number")
    assert [len(each.data["printings"]) for each in (first, second)] == [4, 3]
    assert (first.batch, second.batch) == (None, batch)
    assert first.is_intact
    assert Revision.objects.filter(code=home(quotes[1]).code).count() == 1
    assert not Lineage.objects.filter(stale=True).exists()


def test_a_block_keeps_its_place_in_other_lineages(curator: User) -> None:
    cats = link(*[CAT] * 3, outlets="ABC")
    fours = link(*[TASS_4] * 3, outlets="DEF")
    block = link(f"{CAT} {TASS_4}", outlets="G")[0]
    assert Printing.objects.filter(quote=block).count() == 2
    before = state()
    batch = rule(cats[0], block, DIFFERENT, by=curator)
    assert Printing.objects.get(quote=block).lineage == home(fours[0])
    undo(batch, by=curator)
    assert state() == before


def test_a_block_that_stays_in_several_lineages_is_not_counted_as_moved(curator: User) -> None:
    cats = link(*[CAT] * 3, outlets="ABC")
    fours = link(*[TASS_4] * 3, outlets="DEF")
    block = link(f"{CAT} {TASS_4}", outlets="G")[0]
    assert Printing.objects.filter(quote=block).count() == 2
    batch = rule(cats[0], fours[0], DIFFERENT, by=curator)
    assert (batch.said, batch.data["moved"]) == ("Nothing moved: they stood so already.", 0)


def test_of_two_codes_with_as_many_printings_the_older_goes_on_whatever_its_letters(curator: User) -> None:
    one, other = (make_quote(text, outlet=text[-9:]) for text in CATS[:2])
    make_lineage(one, code="ZZZZZZZZZZ")
    make_lineage(other, code="0000000000")
    batch = rule(one, other, DIFFERENT, by=curator)
    BaselineMembership.objects.all().delete()  # as linking everything anew does: then the matches tell
    Match.objects.bulk_insert(rematch(other, [one]))
    undo(batch, by=curator)
    assert home(one).code == home(other).code == "ZZZZZZZZZZ"


def test_lineages_merge_though_a_block_that_stands_in_both_was_printed_first(curator: User) -> None:
    block = make_quote(f"{CAT} {TASS_4}", outlet="Block", published=datetime(2015, 10, 1, tzinfo=UTC))
    cat, gains = make_quote(CAT, outlet="A"), make_quote(TASS_4, outlet="B")
    lineages = [make_lineage(cat), make_lineage(gains)]
    for lineage, text in zip(lineages, (CAT, TASS_4), strict=True):
        start = block.text.index(text)
        quotes = lineage.printings.values_list("quote", "end")
        lineage.set_printings({block.pk: (start, start + len(text)), **{quote: (0, end) for quote, end in quotes}})
        lineage.refresh_summary()
    assert {lineage.first for lineage in lineages} == {block}
    batch = merge(lineages, by=curator)
    assert together() == [[block.pk, cat.pk, gains.pk]]
    undo(batch, by=curator)
    assert together() == [[block.pk, cat.pk], [block.pk, gains.pk]]
