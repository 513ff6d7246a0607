"""Rulings of curators: they move printings at once, survive a relink, and can be undone in any order."""

from datetime import UTC, datetime

import pytest
from django.contrib.auth.models import User
from django.db import transaction

from articles.engine.linking.pairwise import MATCHER_VERSION
from articles.models import BaselineMembership, Decision, Lineage, LineageCode, Match, Printing, Quote, Revision, Ruling
from articles.models.append_only import AppendOnlyError
from articles.models.decision import DecisionRemark
from articles.models.revision import digest
from articles.services import reclustering
from articles.services.corrections import mark_boilerplate, withdraw
from articles.services.curation import (
    PairVerdict,
    detach,
    get_lineages_version,
    get_pair_version,
    import_verdicts,
    merge,
    rule,
    split_off,
    undo,
)
from articles.services.exceptions import CurationError, StaleVersionError
from articles.services.linking.candidates import rematch
from articles.services.linking.incremental import link_quotes
from articles.services.linking.relink import relink
from articles.services.revisions import record_pending_revisions
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


def link_texts(*texts: str, outlets: str = "ABCDEFGH") -> list[Quote]:
    quotes = [
        make_quote(text, outlet=outlet, published=datetime(2015, 11, 1 + day, tzinfo=UTC))
        for day, (text, outlet) in enumerate(zip(texts, outlets, strict=False))
    ]
    for quote in quotes:
        with transaction.atomic():
            link_quotes([quote])
    return quotes


def state() -> dict[str, set[tuple[int, int, int]]]:
    """Return the printings of every lineage by its code."""
    return {
        lineage.code: set(lineage.printings.values_list("quote", "start", "end")) for lineage in Lineage.objects.all()
    }


def list_families() -> list[list[int]]:
    return sorted(sorted(quote for quote, _, _ in printings) for printings in state().values())


def get_lineage(quote: Quote) -> Lineage:
    return Lineage.objects.get(printings__quote=quote)


def test_rule_same_joins_lineages_and_describes_the_consequence(curator: User) -> None:
    a, b, other, more = link_texts(*CATS[:2], TASS_4, TASS_4 + " Now")
    before = state()
    decision = rule(a, other, SAME, by=curator, remark=DecisionRemark("retold", "the same interview", 4.5, blind=True))
    assert list_families() == [[a.pk, b.pk, other.pk, more.pk]]
    assert str(decision) == "Joined lineages of 2 and 2 versions; the earliest is now A, 1 November 2015."
    ruling = Ruling.objects.get()
    assert (ruling.verdict, ruling.score, ruling.batch.note) == (SAME, None, "the same interview")
    assert ruling.matcher == MATCHER_VERSION
    undo(decision, by=curator)
    assert state() == before


def test_rule_same_keeps_the_older_code_and_redirects_the_other(curator: User) -> None:
    a, other = link_texts(CAT, TASS_4)
    older, younger = get_lineage(a), get_lineage(other)
    rule(a, other, SAME, by=curator)
    assert Lineage.objects.get() == older
    entry = LineageCode.objects.get(pk=younger.code)
    assert (entry.lineage, entry.state, entry.gave_way_to_id) == (older, "merged", older.code)


def test_rule_different_parts_a_lineage(curator: User) -> None:
    a, b = link_texts(*CATS[:2])
    decision = rule(a, b, DIFFERENT, by=curator)
    assert list_families() == [[a.pk], [b.pk]]
    assert Ruling.objects.get().score is not None
    assert str(decision) == "Split into lineages of 1 and 1 versions; the earliest is now A, 1 November 2015."


def test_rule_unsure_moves_nothing(curator: User) -> None:
    a, b = link_texts(*CATS[:2])
    rule(a, b, UNSURE, by=curator)
    assert list_families() == [[a.pk, b.pk]]
    assert not BaselineMembership.objects.exists()


def test_split_off_keeps_the_code_with_the_earliest_printing(curator: User) -> None:
    quotes = link_texts(*CATS)
    lineage = get_lineage(quotes[0])
    split_off(lineage, [quotes[1].pk, quotes[3].pk], by=curator)
    assert list_families() == [[quotes[0].pk, quotes[2].pk], [quotes[1].pk, quotes[3].pk]]
    assert get_lineage(quotes[0]) == lineage
    assert LineageCode.objects.get(pk=get_lineage(quotes[1]).code).split_from_id == lineage.code


def test_split_off_of_the_first_printing_takes_the_code_along(curator: User) -> None:
    quotes = link_texts(*CATS)
    lineage = get_lineage(quotes[0])
    split_off(lineage, [quotes[0].pk], by=curator)
    assert list_families() == [[quotes[0].pk], [quote.pk for quote in quotes[1:]]]
    assert get_lineage(quotes[0]).code == lineage.code


def test_undo_of_split_off_restores_the_code_and_redo_revives_the_other(curator: User) -> None:
    quotes = link_texts(*CATS)
    before = state()
    decision = split_off(get_lineage(quotes[0]), [quotes[2].pk, quotes[3].pk], by=curator)
    after = state()
    back = undo(decision, by=curator)
    assert state() == before
    assert {code.state for code in LineageCode.objects.all()} == {"current", "merged"}
    undo(back, by=curator)
    assert state() == after


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 1, 0), (1, 0, 2), (1, 2, 0)])
def test_undo_in_any_order_restores_the_lineages(order: tuple[int, ...], curator: User) -> None:
    quotes = link_texts(*CATS, TASS_4, TASS_4 + " Now")
    before = state()
    decisions = [
        rule(quotes[0], quotes[4], SAME, by=curator),
        split_off(get_lineage(quotes[0]), [quotes[1].pk, quotes[5].pk], by=curator),
        rule(quotes[2], quotes[3], DIFFERENT, by=curator),
    ]
    assert state() != before
    for place in order:
        undo(decisions[place], by=curator)
    assert state() == before
    assert not BaselineMembership.objects.exists()


def test_split_off_separates_verbatim_copies(curator: User) -> None:
    quotes = link_texts(CAT, CAT, CAT)
    before = state(), set(Quote.objects.values_list("pk", "copy_of"))
    decision = split_off(get_lineage(quotes[0]), [quotes[2].pk], by=curator)
    assert list_families() == [[quotes[0].pk, quotes[1].pk], [quotes[2].pk]]
    assert relink().changed == 0
    assert list_families() == [[quotes[0].pk, quotes[1].pk], [quotes[2].pk]]
    undo(decision, by=curator)
    assert (state(), set(Quote.objects.values_list("pk", "copy_of"))) == before


def test_split_off_separates_the_first_of_several_copies(curator: User) -> None:
    quotes = link_texts(CAT, CAT, CAT)
    split_off(get_lineage(quotes[0]), [quotes[0].pk], by=curator)
    assert list_families() == [[quotes[0].pk], [quotes[1].pk, quotes[2].pk]]
    relink()
    assert list_families() == [[quotes[0].pk], [quotes[1].pk, quotes[2].pk]]


def test_relink_keeps_every_ruling_and_is_idempotent(curator: User) -> None:
    quotes = link_texts(*CATS, TASS_4)
    decisions = [
        split_off(get_lineage(quotes[0]), [quotes[1].pk, quotes[3].pk], by=curator),
        rule(quotes[2], quotes[4], SAME, by=curator),
    ]
    ruled = state()
    for _ in range(2):
        change = relink()
        assert (change.changed, change.begun, change.ended) == (0, 0, 0)
        assert state() == ruled
    BaselineMembership.objects.all().delete()  # as after a relink that changed lineages
    for decision in decisions:
        undo(decision, by=curator)
    assert list_families() == [[quote.pk for quote in quotes[:4]], [quotes[4].pk]]


def test_link_quotes_respects_rulings(curator: User) -> None:
    quotes = link_texts(*CATS[:2])
    decision = rule(quotes[0], quotes[1], DIFFERENT, by=curator)
    new = link_texts(CATS[1] + " Indeed", outlets="X")[0]
    assert get_lineage(quotes[0]) != get_lineage(quotes[1])
    assert get_lineage(new) in (get_lineage(quotes[0]), get_lineage(quotes[1]))
    undo(decision, by=curator)
    assert list_families() == [[quotes[0].pk, quotes[1].pk, new.pk]]


def test_newer_of_contradictory_rulings_is_applied(curator: User) -> None:
    a, b = link_texts(*CATS[:2])
    rule(a, b, DIFFERENT, by=curator)
    again = rule(a, b, SAME, by=curator)
    assert get_lineage(a) == get_lineage(b)
    undo(again, by=curator)
    assert get_lineage(a) != get_lineage(b)


def test_merge_overrules_different_rulings_between_the_lineages(curator: User) -> None:
    quotes = link_texts(*CATS)
    split_off(get_lineage(quotes[0]), [quotes[1].pk, quotes[3].pk], by=curator)
    merge([get_lineage(quotes[0]), get_lineage(quotes[1])], by=curator)
    assert list_families() == [[quote.pk for quote in quotes]]


def test_rule_raises_stale_version_error_when_the_pair_has_changed(curator: User) -> None:
    a, b = link_texts(*CATS[:2])
    seen = get_pair_version(a.pk, b.pk)
    rule(a, b, DIFFERENT, by=curator, seen_version=seen)
    with pytest.raises(StaleVersionError, match="Somebody has changed this"):
        rule(a, b, SAME, by=curator, seen_version=seen)
    assert Ruling.objects.count() == 1


def test_pair_version_changes_with_a_ruling_that_moved_nothing(curator: User) -> None:
    a, b = link_texts(CATS[0], TASS_4)
    seen = get_pair_version(a.pk, b.pk)
    rule(a, b, DIFFERENT, by=curator, seen_version=seen)
    with pytest.raises(StaleVersionError):
        rule(a, b, SAME, by=curator, seen_version=seen)


def test_split_off_merge_and_detach_refuse_a_stale_version(curator: User) -> None:
    quotes = link_texts(*CATS)
    [other] = link_texts(TASS_4, outlets="Z")
    lineage, seen = get_lineage(quotes[0]), get_lineages_version([get_lineage(quotes[0])])
    rule(quotes[0], quotes[3], DIFFERENT, by=curator)
    for verb in (split_off, detach):
        with pytest.raises(StaleVersionError):
            verb(lineage, [quotes[1].pk], by=curator, seen_version=seen)
    with pytest.raises(StaleVersionError):
        merge([lineage, get_lineage(other)], by=curator, seen_version=seen)
    merge([lineage, get_lineage(other)], by=curator, seen_version=get_lineages_version([lineage]))
    with pytest.raises(StaleVersionError, match="no longer exists"):
        merge([Lineage(pk=lineage.pk), Lineage(pk=99999)], by=curator)


def test_detach_takes_printings_out_one_by_one_and_undo_returns_them(curator: User) -> None:
    quotes = link_texts(*CATS, CATS[0])
    before = state()
    decision = detach(get_lineage(quotes[0]), [quotes[1].pk, quotes[2].pk, quotes[4].pk], by=curator)
    assert list_families() == sorted([[quotes[0].pk, quotes[3].pk], *([quotes[at].pk] for at in (1, 2, 4))])
    relink()
    assert len(list_families()) == 4
    undo(decision, by=curator)
    assert state() == before


def test_split_off_and_detach_store_at_most_one_ruling_a_printing(curator: User) -> None:
    texts = [CATS[number % 4] + f" {number // 4}" * (number > 3) for number in range(24)]
    quotes = link_texts(*texts, outlets="ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    lineage, before = get_lineage(quotes[0]), state()
    assert lineage.printings.count() == 24
    for verb, count, parts in ((split_off, 12, 2), (detach, 12, 13)):
        decision = verb(lineage, [quote.pk for quote in quotes[1::2]], by=curator)
        assert decision.rulings.count() < 24
        assert Lineage.objects.count() == parts
        assert get_lineage(quotes[0]).printings.count() == count
        apart = state()
        change = relink()
        assert (change.changed, change.begun, change.ended) == (0, 0, 0)
        assert state() == apart
        undo(decision, by=curator)
        assert list_families() == [[quote.pk for quote in quotes]]
        assert state() == before


def test_new_printings_do_not_join_what_was_detached(curator: User) -> None:
    quotes = link_texts(*CATS)
    detach(get_lineage(quotes[0]), [quotes[1].pk, quotes[3].pk], by=curator)
    later = link_texts(CATS[1] + " Indeed", CATS[3] + " Indeed", CATS[0] + " Indeed", CATS[1], outlets="WXYZ")
    homes = [get_lineage(quotes[place]) for place in (0, 1, 3)]
    assert len({lineage.pk for lineage in homes}) == 3
    assert {get_lineage(quote).pk for quote in later} <= {lineage.pk for lineage in homes}
    assert get_lineage(quotes[2]) == homes[0]
    relink()
    assert len({get_lineage(quotes[place]).pk for place in (0, 1, 3)}) == 3


def test_rule_same_brings_one_detached_printing_back_and_moves_no_other(curator: User) -> None:
    quotes = link_texts(*CATS, CAT + " Indeed", CATS[2] + " Indeed")
    detach(get_lineage(quotes[0]), [quotes[1].pk, quotes[3].pk], by=curator)
    decision = rule(quotes[1], quotes[2], SAME, by=curator)
    rest = [quotes[place].pk for place in (0, 1, 2, 4, 5)]
    assert list_families() == [rest, [quotes[3].pk]]
    assert str(decision) == "Joined lineages of 4 and 1 versions; the earliest is now A, 1 November 2015."
    assert relink().changed == 0
    undo(decision, by=curator)
    assert list_families() == [[quotes[0].pk, *rest[2:]], [quotes[1].pk], [quotes[3].pk]]


def test_rule_same_joins_the_parts_of_a_split_again(curator: User) -> None:
    quotes = link_texts(*CATS)
    split_off(get_lineage(quotes[0]), [quotes[1].pk, quotes[3].pk], by=curator)
    rule(quotes[2], quotes[3], SAME, by=curator)
    assert list_families() == [[quote.pk for quote in quotes]]


def test_rule_same_moves_only_the_printing_ruled_on_where_an_earlier_ruling_stands(curator: User) -> None:
    cats = link_texts(*CATS[:2], outlets="AB")
    fours = link_texts(TASS_4, TASS_4 + " Now", TASS_4.replace("noted", "have noted"), outlets="CDE")
    other = User.objects.create_superuser("kim")
    rule(cats[1], fours[0], DIFFERENT, by=other)
    before, code, cat_code = state(), get_lineage(fours[0]).code, get_lineage(cats[0]).code
    decision = rule(cats[1], fours[1], SAME, by=curator)
    assert list_families() == [[cats[0].pk, cats[1].pk, fours[1].pk], [fours[0].pk, fours[2].pk]]
    today = f"{decision.made:%-d %B %Y}"
    assert str(decision) == (
        f"Moved from {code} to {cat_code}: D, 2 November 2015. 2 other versions of {code} did not move, because kim "
        f"decided on {today} that these are different: B, 2 November 2015, and C, 1 November 2015."
    )
    assert relink().changed == 0
    undo(decision, by=curator)
    assert state() == before


def test_rule_same_takes_both_out_where_earlier_rulings_concern_both(curator: User) -> None:
    cats = link_texts(*CATS[:2], outlets="AB")
    fours = link_texts(TASS_4, TASS_4 + " Now", outlets="CD")
    rule(cats[0], fours[1], DIFFERENT, by=curator)
    rule(cats[1], fours[0], DIFFERENT, by=curator)
    decision = rule(cats[0], fours[0], SAME, by=curator)
    assert list_families() == [[cats[0].pk, fours[0].pk], [cats[1].pk], [fours[1].pk]]
    assert str(decision).count("Moved from") == 2
    undo(decision, by=curator)
    assert list_families() == [[cats[0].pk, cats[1].pk], [fours[0].pk, fours[1].pk]]


def test_rulings_on_single_pairs_of_a_former_split_keep_their_meaning(curator: User) -> None:
    quotes = link_texts(*CATS)
    numbers = [quote.pk for quote in quotes]
    pairs = [PairVerdict(numbers[3], other, DIFFERENT) for other in numbers[:3]]
    pairs += [PairVerdict(numbers[1], other, DIFFERENT) for other in (numbers[0], numbers[2])]
    decision = import_verdicts(pairs, by=curator)
    assert list_families() == [[numbers[0], numbers[2]], [numbers[1]], [numbers[3]]]
    assert relink().changed == 0
    undo(decision, by=curator)
    assert list_families() == [numbers]


def test_revision_of_a_large_lineage_waits_for_the_worker_and_names_the_decision(
    curator: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    quotes = link_texts(*CATS)
    record_pending_revisions()
    lineage = get_lineage(quotes[0])
    monkeypatch.setattr(reclustering, "MAX_PRINTINGS_RECORDED", 3)
    decision = split_off(lineage, [quotes[1].pk], by=curator)
    assert Revision.objects.count() == 1
    assert Lineage.objects.filter(stale=True, changed_by=decision).count() == 2
    record_pending_revisions()
    assert [each.batch for each in Revision.objects.order_by("pk")] == [None, decision, decision]
    assert Lineage.objects.filter(stale=False, changed_by=None).count() == 2


def test_withdraw_takes_quotes_out_of_lineages_and_undo_returns_them(curator: User) -> None:
    quotes = link_texts(CAT, CAT, CATS[1], TASS_4)
    before = state(), set(Quote.objects.values_list("pk", "copy_of"))
    decision = withdraw(quotes[0].article, "Its outlet took it back.", by=curator)
    assert list_families() == [[quotes[1].pk, quotes[2].pk], [quotes[3].pk]]
    assert relink().changed == 0
    again = link_texts(CAT, outlets="Y")[0]
    assert get_lineage(again) == get_lineage(quotes[1])
    undo(decision, by=curator)
    assert list_families() == [[quotes[0].pk, quotes[1].pk, quotes[2].pk, again.pk], [quotes[3].pk]]
    assert before[0].keys() == state().keys()


def test_redo_of_withdraw_takes_out_every_quote_of_the_article(curator: User) -> None:
    article = make_article(f"\u201c{CAT}\u201d he said. \u201c{TASS_4}\u201d he added.")
    own = [make_quote(text, article=article) for text in (CAT, TASS_4)]
    with transaction.atomic():
        link_quotes(own)
    other = link_texts(CATS[1])[0]
    rule(own[0], other, DIFFERENT, by=curator)  # so that one of the two has a stored baseline
    undone = undo(withdraw(article, "Its outlet took it back.", by=curator), by=curator)
    assert len(list_families()) == 3
    undo(undone, by=curator)
    assert list_families() == [[other.pk]]


def test_withdrawn_code_tells_the_reason_and_undo_revives_it(curator: User) -> None:
    quote, other = link_texts(CAT, TASS_4)
    code = get_lineage(quote).code
    decision = withdraw(quote.article, "Its outlet took it back.", by=curator)
    entry = LineageCode.objects.get(pk=code)
    assert (entry.lineage, entry.state, entry.gone_because) == (None, "withdrawn", "Its outlet took it back.")
    assert entry.title.startswith("\u201cIt looks like a cat")
    assert entry.gone is not None
    undo(decision, by=curator)
    assert get_lineage(quote).code == code
    assert LineageCode.objects.get(pk=code).gone is None
    with pytest.raises(CurationError, match="Give a reason"):
        withdraw(other.article, " ", by=curator)


def test_mark_boilerplate_takes_a_quote_out_of_lineages(curator: User) -> None:
    quotes = link_texts(*CATS[:2])
    decision = mark_boilerplate(quotes[0], by=curator)
    assert list_families() == [[quotes[1].pk]]
    with pytest.raises(CurationError, match="already"):
        mark_boilerplate(quotes[0], by=curator)
    undo(decision, by=curator)
    assert list_families() == [[quote.pk for quote in quotes]]


@pytest.mark.parametrize("first", ["boilerplate", "withdrawal"])
def test_excluded_quote_returns_only_when_no_exclusion_is_left(curator: User, first: str) -> None:
    quotes = link_texts(*CATS[:2])
    decisions = {"boilerplate": mark_boilerplate(quotes[0], by=curator)}
    decisions["withdrawal"] = withdraw(quotes[0].article, "Its outlet took it back.", by=curator)
    one, other = decisions.pop(first), *decisions.values()
    undone = undo(one, by=curator)
    assert list_families() == [[quotes[1].pk]]
    undo(other, by=curator)
    assert list_families() == [[quote.pk for quote in quotes]]
    undo(undone, by=curator)
    assert list_families() == [[quotes[1].pk]]
    undo(one, by=curator)
    assert list_families() == [[quote.pk for quote in quotes]]


def test_article_withdrawn_twice_returns_when_both_are_undone(curator: User) -> None:
    quotes = link_texts(*CATS[:2])
    article = quotes[0].article
    one = withdraw(article, "Its outlet took it back.", by=curator)
    undone = undo(one, by=curator)
    other = withdraw(article, "It was a hoax.", by=curator)
    undo(undone, by=curator)
    undo(other, by=curator)
    article.refresh_from_db()
    assert (article.withdrawn is None, article.withdrawn_because) == (False, "Its outlet took it back.")
    assert list_families() == [[quotes[1].pk]]
    undo(one, by=curator)
    article.refresh_from_db()
    assert (article.withdrawn, article.withdrawn_because) == (None, "")
    assert list_families() == [[quote.pk for quote in quotes]]


def test_rulings_decisions_and_revisions_are_append_only(curator: User) -> None:
    a, b = link_texts(*CATS[:2])
    decision = rule(a, b, DIFFERENT, by=curator)
    ruling = Ruling.objects.get()
    for deed in (
        ruling.delete,
        ruling.save,
        Ruling.objects.all().delete,
        decision.delete,
        Revision.objects.all().delete,
    ):
        with pytest.raises(AppendOnlyError):
            deed()
    with pytest.raises(AppendOnlyError):
        Ruling.objects.update(verdict=SAME)
    back = undo(decision, by=curator)
    assert set(Ruling.objects.values_list("batch", "undoes")) == {(decision.pk, None), (back.pk, ruling.pk)}
    with pytest.raises(CurationError, match="already undone"):
        undo(decision, by=curator)


def test_rule_split_off_and_merge_refuse_wrong_choices(curator: User) -> None:
    a, b = link_texts(*CATS[:2])
    with pytest.raises(CurationError, match="Choose two different versions"):
        rule(a, a, SAME, by=curator)
    with pytest.raises(CurationError, match="at least one version, but not all"):
        split_off(get_lineage(a), [a.pk, b.pk], by=curator)
    with pytest.raises(CurationError, match="at least two lineages"):
        merge([get_lineage(a)], by=curator)
    assert not Decision.objects.exists()


def test_split_off_records_a_revision_before_and_after(curator: User) -> None:
    quotes = link_texts(*CATS)
    lineage = get_lineage(quotes[0])
    decision = split_off(lineage, [quotes[1].pk], by=curator)
    first, second = Revision.objects.filter(code=lineage.code).order_by("number")
    assert [len(each.data["printings"]) for each in (first, second)] == [4, 3]
    assert (first.batch, second.batch) == (None, decision)
    assert digest(first.content) == first.sha256
    assert Revision.objects.filter(code=get_lineage(quotes[1]).code).count() == 1
    assert not Lineage.objects.filter(stale=True).exists()


def test_rule_different_keeps_a_block_in_its_other_lineages(curator: User) -> None:
    cats = link_texts(*[CAT] * 3, outlets="ABC")
    fours = link_texts(*[TASS_4] * 3, outlets="DEF")
    block = link_texts(f"{CAT} {TASS_4}", outlets="G")[0]
    assert Printing.objects.filter(quote=block).count() == 2
    before = state()
    decision = rule(cats[0], block, DIFFERENT, by=curator)
    assert Printing.objects.get(quote=block).lineage == get_lineage(fours[0])
    undo(decision, by=curator)
    assert state() == before


def test_block_that_stays_in_several_lineages_is_not_counted_as_moved(curator: User) -> None:
    cats = link_texts(*[CAT] * 3, outlets="ABC")
    fours = link_texts(*[TASS_4] * 3, outlets="DEF")
    block = link_texts(f"{CAT} {TASS_4}", outlets="G")[0]
    assert Printing.objects.filter(quote=block).count() == 2
    decision = rule(cats[0], fours[0], DIFFERENT, by=curator)
    assert (decision.said, decision.data["moved"]) == (
        "Nothing changed: the versions were already grouped this way.",
        0,
    )


def test_older_code_is_kept_when_printings_are_equal(curator: User) -> None:
    one, other = (make_quote(text, outlet=text[-9:]) for text in CATS[:2])
    make_lineage(one, code="ZZZZZZZZZZ")
    make_lineage(other, code="0000000000")
    decision = rule(one, other, DIFFERENT, by=curator)
    BaselineMembership.objects.all().delete()  # as a relink does: then the matches decide
    Match.objects.bulk_insert(rematch(other, [one]))
    undo(decision, by=curator)
    assert get_lineage(one).code == get_lineage(other).code == "ZZZZZZZZZZ"


def test_merge_works_when_the_first_printing_is_a_block_of_both_lineages(curator: User) -> None:
    block = make_quote(f"{CAT} {TASS_4}", outlet="Block", published=datetime(2015, 10, 1, tzinfo=UTC))
    cat, gains = make_quote(CAT, outlet="A"), make_quote(TASS_4, outlet="B")
    lineages = [make_lineage(cat), make_lineage(gains)]
    for lineage, text in zip(lineages, (CAT, TASS_4), strict=True):
        start = block.text.index(text)
        quotes = lineage.printings.values_list("quote", "end")
        lineage.set_printings({block.pk: (start, start + len(text)), **{quote: (0, end) for quote, end in quotes}})
        lineage.refresh_summary()
    assert {lineage.first for lineage in lineages} == {block}
    decision = merge(lineages, by=curator)
    assert list_families() == [[block.pk, cat.pk, gains.pk]]
    undo(decision, by=curator)
    assert list_families() == [[block.pk, cat.pk], [block.pk, gains.pk]]
