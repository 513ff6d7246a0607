"""Review cards."""

import re
from datetime import UTC, datetime, timedelta

import pytest
from django.contrib.auth.models import User
from django.core.cache import cache
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from articles.models import Decision, DeskPreference, Lineage, Match, Ruling, Suggestion
from articles.queries import review_queue
from articles.queries.review_queue import ReviewQuestion, count_questions, find_gold_ruling, find_next_question
from articles.roles import CURATORS, SENIOR_CURATORS
from articles.services.curation import answer_gold_question, merge, rule, split_off, undo
from tests.support.cards import REVIEW, make_match, make_uncertain_pair, make_user, read_hidden_fields
from tests.support.makers import SANA, TASS, make_lineage, make_quote

pytestmark = pytest.mark.django_db

QUERIES = 30  # who looks; the question, both sides and what was ruled; the lanes' counts; what was decided last


def test_review_card_shows_both_quotes_in_context_without_the_score(desk: Client) -> None:
    one, _ = make_uncertain_pair()
    page = desk.get(REVIEW).content.decode()
    assert "Is this the same quote?" in page
    assert "was said, note" in page
    assert "SANA" in page
    assert "0.60" not in page
    assert re.search(r"<del [^>]*>.*?Islamic State</del>", page)
    assert read_hidden_fields(page)["a"] == str(one.pk)
    desk.post(f"{REVIEW}preferences/", {"score": "on"})
    assert "score 0.60" in desk.get(REVIEW).content.decode()
    assert not DeskPreference.objects.get().keys


@pytest.mark.parametrize("headers", [pytest.param({}, id="without script"), {"HX-Request": "true"}])
def test_decide_records_a_ruling_and_shows_the_next_card(desk: Client, headers: dict[str, str]) -> None:
    make_uncertain_pair()
    answer = read_hidden_fields(desk.get(REVIEW).content.decode()) | {
        "verdict": "same",
        "reason": "words",
        "note": "a note",
    }
    went = desk.post(f"{REVIEW}decide/", answer, headers=headers)
    assert went.status_code == 303
    page = desk.get(went["Location"], headers=headers).content.decode()
    assert "Joined lineages of 1 and 1 versions; the earliest is now OffGuardian, 17 November 2015." in page
    assert "This queue is empty" in page
    assert ("<html" in page) != bool(headers)
    batch = Decision.objects.get()
    assert (batch.reason, batch.note, batch.blind, batch.seconds is not None) == ("words", "a note", True, True)
    assert Lineage.objects.count() == 1


@pytest.mark.parametrize("began", ["\u00b2", "\u0663", "-1", "9" * 30, ""])
def test_decide_accepts_any_value_for_the_time_taken(desk: Client, began: str) -> None:
    make_uncertain_pair()
    sent = read_hidden_fields(desk.get(REVIEW).content.decode()) | {"verdict": "same", "began": began}
    assert desk.post(f"{REVIEW}decide/", sent).status_code == 303
    assert Decision.objects.get().seconds is None


def test_undo_takes_back_any_recent_decision(desk: Client) -> None:
    make_uncertain_pair()
    desk.post(f"{REVIEW}decide/", read_hidden_fields(desk.get(REVIEW).content.decode()) | {"verdict": "same"})
    batch = Decision.objects.get()
    assert f'action="{REVIEW}undo/{batch.pk}/"' in desk.get(REVIEW).content.decode()
    assert desk.post(f"{REVIEW}undo/{batch.pk}/").status_code == 303
    assert Lineage.objects.count() == 2
    assert "is already undone" in desk.post(f"{REVIEW}undo/{batch.pk}/", follow=True).content.decode()


def test_undo_of_an_answer_leads_back_to_its_card_with_the_note(desk: Client) -> None:
    one, other = make_uncertain_pair()
    answer = read_hidden_fields(desk.get(REVIEW).content.decode()) | {"verdict": "same", "note": "my note"}
    desk.post(f"{REVIEW}decide/", answer)
    went = desk.post(f"{REVIEW}undo/{Decision.objects.get().pk}/")
    assert went["Location"].startswith(f"{REVIEW}{one.pk}..{other.pk}/?")
    assert 'value="my note"' in desk.get(went["Location"]).content.decode()


def test_last_decisions_tell_the_words_and_offer_to_redo_what_was_undone(desk: Client) -> None:
    make_uncertain_pair()
    desk.post(f"{REVIEW}decide/", read_hidden_fields(desk.get(REVIEW).content.decode()) | {"verdict": "same"})
    decision = Decision.objects.get()
    desk.post(f"{REVIEW}undo/{decision.pk}/")
    undone = Decision.objects.get(verb="undo")
    page = desk.get(REVIEW)
    assert [record.decision for record in page.context["last"]] == [decision]
    assert [quote.article.outlet_name for quote in page.context["last"][0].quotes] == ["OffGuardian", "SANA"]
    assert f'action="{REVIEW}undo/{undone.pk}/"' in page.content.decode()
    desk.post(f"{REVIEW}undo/{undone.pk}/")
    assert Lineage.objects.count() == 1
    assert f'action="{REVIEW}undo/{decision.pk}/"' in desk.get(REVIEW).content.decode()


def test_same_answer_sent_twice_by_one_curator_is_one_decision(desk: Client) -> None:
    make_uncertain_pair()
    answer = read_hidden_fields(desk.get(REVIEW).content.decode()) | {"verdict": "same"}
    assert [desk.post(f"{REVIEW}decide/", answer).status_code for _ in range(2)] == [303, 303]
    assert Decision.objects.count() == 1


def test_decision_page_shows_words_revisions_and_comments(desk: Client) -> None:
    make_uncertain_pair()
    desk.post(f"{REVIEW}decide/", read_hidden_fields(desk.get(REVIEW).content.decode()) | {"verdict": "same"})
    address = f"{REVIEW}decision/{Decision.objects.get().pk}/"
    desk.post(f"{address}comment/", {"note": "looks right to me"})
    page = desk.get(address).content.decode()
    assert "looks right to me" in page
    assert re.search(r"<del [^>]*>.*?Islamic State</del>", page)
    assert "/history/" in page or "/r1" in page
    assert f'action="{REVIEW}undo/' in page


def test_enter_in_a_text_field_decides_nothing(desk: Client) -> None:
    """A browser presses the first submit button of a form; one that is disabled does nothing."""
    make_uncertain_pair()
    form = desk.get(REVIEW).content.decode().partition('class="answer"')[2]
    first = re.search(r"<button[^>]*>", form)
    assert first is not None
    assert "disabled" in first[0]


def test_decide_skips_and_flags(desk: Client) -> None:
    make_uncertain_pair()
    make_uncertain_pair("one thing that he said at length", "one thing that he said, at length", 0.7)
    for verdict in ("skip", "flag"):
        desk.post(f"{REVIEW}decide/", read_hidden_fields(desk.get(REVIEW).content.decode()) | {"verdict": verdict})
    assert "This queue is empty" in desk.get(REVIEW).content.decode()
    assert not Ruling.objects.exists()
    assert "flagged by a curator" in desk.get(REVIEW, {"lane": "suggestions"}).content.decode()
    desk.post(f"{REVIEW}suggestions/{Suggestion.objects.get().pk}/", {"answer": "looked at"})
    assert Suggestion.objects.get().answer == "looked at"


def test_decide_shows_both_answers_when_stale(desk: Client) -> None:
    one, other = make_uncertain_pair()
    answer = read_hidden_fields(desk.get(REVIEW).content.decode()) | {"verdict": "different", "note": "said in 2011"}
    rule(one, other, "same", by=make_user("faster", CURATORS))
    late = desk.post(f"{REVIEW}decide/", answer)
    page = late.content.decode()
    assert late.status_code == 409
    assert "You said: different (“said in 2011”)" in page
    assert "faster" in page
    assert 'value="said in 2011"' in page
    assert Ruling.objects.count() == 1
    desk.post(f"{REVIEW}decide/", read_hidden_fields(page) | {"verdict": "different"})
    assert Lineage.objects.count() == 2


def test_close_suggestion_shows_both_answers_when_closed_before(desk: Client) -> None:
    suggestion = Suggestion.objects.create(code="V3W19CBRA7", kind="other", text="a word")
    desk.post(f"{REVIEW}suggestions/{suggestion.pk}/", {"answer": "put right"})
    late = desk.post(f"{REVIEW}suggestions/{suggestion.pk}/", {"answer": "nothing wrong"}, follow=True)
    assert (
        "curator has already closed this report with the note: put right. You wrote: nothing wrong."
        in late.content.decode()
    )
    suggestion.refresh_from_db()
    assert suggestion.answer == "put right"


def test_desk_shows_the_score_after_the_decision_with_a_link_back(desk: Client) -> None:
    one, other = make_uncertain_pair()
    answer = read_hidden_fields(desk.get(REVIEW).content.decode()) | {"verdict": "unsure"}
    page = desk.post(f"{REVIEW}decide/", answer, follow=True).content.decode()
    assert "The program’s score was 0.60." in page
    make_uncertain_pair("one thing that he said at length", "one thing that he said, at length", 0.7)
    skipped = desk.post(f"{REVIEW}decide/", answer | {"verdict": "skip"}, follow=True).content.decode()
    assert f'class="back" href="{REVIEW}{one.pk}..{other.pk}/?lane=uncertain"' in skipped


def test_review_pair_shows_the_card_of_two_quotes(desk: Client) -> None:
    one, other = make_uncertain_pair()
    assert read_hidden_fields(desk.get(f"{REVIEW}{one.pk}..{other.pk}/").content.decode())["b"] == str(other.pk)
    for address in (f"{REVIEW}{one.pk}..{one.pk}/", f"{REVIEW}{one.pk}..9999/", f"{REVIEW}x..y/"):
        assert desk.get(address).status_code == 404


def test_lanes_count_their_questions(curator: User) -> None:
    one, other = make_uncertain_pair()
    assert count_questions(curator.pk)["uncertain"] == 1
    assert count_questions(curator.pk)["origin"] == 0
    quotes = [make_quote(TASS + word, outlet=word, published=datetime(2015, 11, 20, tzinfo=UTC)) for word in "AB"]
    large = make_lineage(*quotes)
    early = make_quote(SANA + " indeed", outlet="RT", published=datetime(2015, 11, 1, tzinfo=UTC))
    make_lineage(early)
    Match.objects.create(a=quotes[0], b=early, score=0.6, a_start=0, a_end=9, b_start=0, b_end=9, whole_a=1, whole_b=1)
    question = find_next_question("origin", by=curator.pk)
    assert question is not None
    assert (question.a, question.b) == (quotes[0].pk, early.pk)
    rule(one, other, "unsure", by=curator)
    assert count_questions(curator.pk)["uncertain"] == 1
    assert large.printing_count == 2


def test_conflict_lane_proposes_the_weakest_link(curator: User) -> None:
    a, b = make_uncertain_pair()
    c = make_quote(SANA + " too", outlet="RT")
    lineage = Lineage.objects.get(printings__quote=b)
    lineage.set_printings({b.pk: (0, len(b.text)), c.pk: (0, len(c.text))})
    Match.objects.create(a=a, b=c, score=0.95, a_start=0, a_end=9, b_start=0, b_end=9, whole_a=1, whole_b=1)
    rule(a, b, "different", by=curator)
    question = find_next_question("conflicts", by=curator.pk)
    assert question is not None
    assert (question.a, question.b) == (a.pk, c.pk)
    assert count_questions(curator.pk)["conflicts"] == 1


@pytest.mark.parametrize("alone_is", ["the earlier", "the later"])
def test_conflict_lane_finds_a_conflict_whichever_lineage_is_larger(curator: User, alone_is: str) -> None:
    quotes = [make_quote(f"{TASS} {number}", outlet=f"Outlet {number}") for number in range(5)]
    alone = quotes.pop(0) if alone_is == "the earlier" else quotes.pop()
    make_lineage(alone)
    make_lineage(*quotes)
    pairs = [(alone, quote) if alone.pk < quote.pk else (quote, alone) for quote in quotes]
    for (a, b), score in zip(pairs, (0.99, 0.93, 0.91, 0.97), strict=True):
        make_match(a, b, score)
    rule(*pairs[0], "different", by=curator)
    a, b = pairs[2]
    assert find_next_question("conflicts", by=curator.pk) == ReviewQuestion(a.pk, b.pk, 0.91)
    rule(a, b, "unsure", by=curator)
    a, b = pairs[1]
    assert find_next_question("conflicts", by=curator.pk) == ReviewQuestion(a.pk, b.pk, 0.93)


def test_lane_counts_stop_at_a_limit_and_are_cached(curator: User, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(review_queue, "MAX_COUNT", 2)
    make_uncertain_pair()
    assert count_questions(curator.pk)["uncertain"] == 1
    make_uncertain_pair(f"{TASS} too", f"{SANA} too")
    assert count_questions(curator.pk)["uncertain"] == 2
    Match.objects.all().delete()
    assert count_questions(curator.pk)["uncertain"] == 2
    cache.clear()
    assert count_questions(curator.pk)["uncertain"] == 0
    make_uncertain_pair(f"{TASS} as well", f"{SANA} as well")
    assert count_questions(curator.pk)["uncertain"] == 1


def test_conflict_lane_finds_a_conflict_behind_newer_rulings(curator: User, monkeypatch: pytest.MonkeyPatch) -> None:
    a, b = make_uncertain_pair(score=0.95)
    for other in (make_quote(f"{SANA} too"), make_quote(f"{SANA} as well")):
        Lineage.objects.get(printings__quote=b).set_printings({b.pk: (0, len(b.text)), other.pk: (0, len(other.text))})
        rule(a, other, "different", by=curator)
    for number in range(3):
        rule(*make_uncertain_pair(f"{TASS} {number}", f"{SANA} {number}"), "different", by=curator)
    monkeypatch.setattr(review_queue, "MATCHES_EXAMINED", 2)
    question = find_next_question("conflicts", by=curator.pk)
    assert question is not None
    assert (question.a, question.b) == (a.pk, b.pk)


def test_second_lane_has_decisions_that_moved_many_printings(client: Client, desk: Client, curator: User) -> None:
    quotes = [make_quote(f"{TASS} {n}", outlet=f"Outlet {n}") for n in range(12)]
    batch = split_off(make_lineage(*quotes), [quote.pk for quote in quotes[1:]], by=curator)
    assert batch.data["moved"] == 11
    assert count_questions(curator.pk)["second"] == 0
    senior = make_user("senior", SENIOR_CURATORS)
    assert count_questions(senior.pk)["second"] == 1
    assert desk.post(f"{REVIEW}agree/{batch.pk}/").status_code == 403
    client.force_login(senior)
    assert batch.said in client.get(REVIEW, {"lane": "second"}).content.decode()
    client.post(f"{REVIEW}agree/{batch.pk}/")
    assert count_questions(senior.pk)["second"] == 0
    undo(Decision.objects.get(verb=Decision.Verb.SECOND), by=senior)
    assert count_questions(senior.pk)["second"] == 1
    Decision.objects.filter(pk=batch.pk).update(made=batch.made - timedelta(hours=49))
    assert count_questions(senior.pk)["second"] == 0


def test_second_lane_has_decisions_that_changed_the_first_printing(curator: User) -> None:
    """On either database: figures within JSON are compared as what they are."""
    senior = make_user("senior", SENIOR_CURATORS)
    texts = (TASS, f"{TASS} too", f"{TASS} as well")
    quotes = [make_quote(text, published=datetime(2015, 11, 12 - n, tzinfo=UTC)) for n, text in enumerate(texts)]
    lineage, later, earlier = (make_lineage(quote) for quote in (quotes[1], quotes[0], quotes[2]))
    merge([lineage, later], by=curator)
    assert count_questions(senior.pk)["second"] == 0
    batch = merge([lineage, earlier], by=curator)
    assert (batch.data["moved"], batch.data["origin"]) == (1, True)
    assert count_questions(senior.pk)["second"] == 1


def test_review_lane_links_other_lanes_when_empty(desk: Client) -> None:
    Suggestion.objects.create(code="V3W19CBRA7", kind="other", text="a word")
    page = desk.get(REVIEW).content.decode()
    assert "This queue is empty" in page
    assert f'<p><a href="{REVIEW}?lane=suggestions">From readers: 1</a></p>' in page
    assert "Gold: 0" not in page


def test_gold_questions_are_asked_blind_and_change_nothing(client: Client, desk: Client, curator: User) -> None:
    one, other = make_uncertain_pair()
    rule(one, other, "same", by=make_user("senior", SENIOR_CURATORS))
    rule(
        *make_uncertain_pair("words of another day", "words of the other day"),
        "same",
        by=make_user("no senior", CURATORS),
    )
    assert count_questions(curator.pk)["gold"] == 1
    page = desk.get(REVIEW, {"lane": "gold"}).content.decode()
    assert not re.search("ruled .same quote|stand together|stands with", page)
    before = list(Ruling.objects.values_list("pk", flat=True)), Lineage.objects.count()
    went = desk.post(
        f"{REVIEW}decide/", read_hidden_fields(page) | {"verdict": "different"}, follow=True
    ).content.decode()
    assert "You answered “different”; senior answered “same quote”. No version moved." in went
    assert "This queue is empty" in went
    assert (list(Ruling.objects.values_list("pk", flat=True)), Lineage.objects.count()) == before
    again = desk.post(f"{REVIEW}decide/", read_hidden_fields(page) | {"verdict": "same"}, follow=True).content.decode()
    assert "you have already answered it" in again
    undo(Decision.objects.get(verb=Decision.Verb.GOLD), by=curator)
    assert count_questions(curator.pk)["gold"] == 1


def test_gold_questions_follow_rulings_in_force(curator: User) -> None:
    one, other = make_uncertain_pair()
    senior = make_user("senior", SENIOR_CURATORS)
    batch = rule(one, other, "same", by=senior)
    known = find_gold_ruling(one.pk, other.pk, by=curator.pk)
    assert known is not None
    assert find_gold_ruling(one.pk, other.pk, by=senior.pk) is None
    assert "You and senior agree: “same quote”." in str(answer_gold_question(known, "same", by=curator))
    third = make_user("third", CURATORS)
    undo(batch, by=senior)
    assert find_gold_ruling(one.pk, other.pk, by=third.pk) is None
    rule(one, other, "different", by=senior)
    assert count_questions(third.pk)["gold"] == 1
    rule(one, other, "same", by=curator)
    assert count_questions(third.pk)["gold"] == 0


@pytest.mark.parametrize("cards", [1, 3])
def test_review_lane_takes_a_constant_number_of_queries(
    desk: Client, django_assert_num_queries: DjangoAssertNumQueries, cards: int
) -> None:
    for number in range(cards):
        make_uncertain_pair(f"{TASS} {number}", f"{SANA} {number}")
    with django_assert_num_queries(QUERIES):
        desk.get(REVIEW)
