"""Name cards: who said a quotation whose speaker is only probable."""

import re

import pytest
from django.contrib.auth.models import User
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from articles.models import Decision, Quote, Revision, SpeakerCertainty
from articles.queries.review_queue import count_questions, find_next_probable_speaker
from articles.services.corrections import change_speaker
from articles.services.revisions import record_pending_revisions
from tests.support.cards import REVIEW, make_user, read_hidden_fields
from tests.support.makers import SANA, TASS, make_article, make_lineage, make_quote

pytestmark = pytest.mark.django_db

PROBABLE = SpeakerCertainty.PROBABLE
LANE = f"{REVIEW}?lane=names"
QUERIES = 20  # who looks; the next name, its quotation, speakers and lineage; the counts of lanes; the last decisions
TEXT = (
    "Sergey Lavrov met John Kerry in Vienna on Monday. The foreign minister of Syria, Walid Muallem, came later.\n\n"
    f"\u201c{TASS},\u201d he said.\n\nNobody answered. Angela Merkel left early.\n"
)


def make_doubtful(text: str = TASS) -> Quote:
    """Make a quotation within an article, alone in its lineage, that is probably Lavrov's."""
    paragraphs: list[list[object]] = [[0, len(TEXT), "body", ""]]
    article = make_article(TEXT.replace(TASS, text), paragraphs=paragraphs)
    quote = make_quote(text, article=article, certainty=PROBABLE, printed="he", rule="verb-before")
    make_lineage(quote)
    return quote


def read_card(desk: Client, address: str = LANE) -> tuple[str, dict[str, str]]:
    page = desk.get(address).content.decode()
    return page, read_hidden_fields(page)


def decide(desk: Client, quote: Quote, **answer: str) -> str:
    """Answer the card as it is now; return the page that follows."""
    _, fields = read_card(desk, f"{REVIEW}name/{quote.pk}/")
    return desk.post(f"{REVIEW}name/{quote.pk}/decide/", fields | answer, follow=True).content.decode()


def test_name_card_shows_the_reason_the_context_and_the_persons_to_choose(desk: Client) -> None:
    make_doubtful()
    page, _ = read_card(desk)
    assert "Who said this?" in page
    assert "The article says only “he”. Most likely Sergey Lavrov is meant." in page
    assert '<mark class="name">Sergey Lavrov</mark> met John Kerry' in page
    assert '<mark class="printed">he</mark> said' in page
    choices = re.findall(r'name="speaker" value="([^"]+)"\s+data-key="(\d)"', page)
    assert choices[0] == ("Sergey Lavrov", "1")
    assert {name for name, _ in choices} == {"Sergey Lavrov", "John Kerry", "Walid Muallem", "Angela Merkel"}
    assert [key for _, key in choices] == ["1", "2", "3", "4"]


def test_person_spelt_in_two_ways_is_one_choice(desk: Client) -> None:
    quote = make_doubtful()
    make_quote("John", article=quote.article, speaker="Sergei Lavrov")
    page, _ = read_card(desk, f"{REVIEW}name/{quote.pk}/")
    names = re.findall(r'name="speaker" value="([^"]+)"\s+data-key', page)
    assert "Sergey Lavrov" in names
    assert "Sergei Lavrov" not in names


@pytest.mark.parametrize("headers", [pytest.param({}, id="without script"), {"HX-Request": "true"}])
@pytest.mark.parametrize(
    ("answer", "name"),
    [
        ({"speaker": "Sergey Lavrov"}, "Sergey Lavrov"),
        ({"speaker": "Walid Muallem"}, "Walid Muallem"),
        ({"speaker": " Ida Solberg "}, "Ida Solberg"),
        ({"answer": "nobody"}, ""),
    ],
)
def test_decide_name_settles_the_speaker_and_shows_the_next_card(
    desk: Client, headers: dict[str, str], answer: dict[str, str], name: str
) -> None:
    quote = make_doubtful()
    following = make_doubtful("one thing that he said at length")
    _, fields = read_card(desk, f"{REVIEW}name/{quote.pk}/")
    went = desk.post(f"{REVIEW}name/{quote.pk}/decide/", fields | answer, headers=headers)
    assert went.status_code == 303
    page = desk.get(went["Location"], headers=headers).content.decode()
    assert f"1 quotation is now attributed to {name or 'no speaker'}." in page
    assert following.text in page
    quote.refresh_from_db()
    assert (quote.attribution, quote.speaker_certainty) == (name, "settled")
    decision = Decision.objects.get()
    assert (decision.verb, decision.seconds is not None) == ("speaker", True)


def test_decide_name_sent_twice_is_one_decision(desk: Client) -> None:
    quote = make_doubtful()
    _, fields = read_card(desk)
    for _ in range(2):
        answer = desk.post(f"{REVIEW}name/{quote.pk}/decide/", fields | {"speaker": "John Kerry"}, follow=True)
        assert answer.status_code == 200
        assert "This queue is empty" in answer.content.decode()
    assert Decision.objects.count() == 1


def test_decide_name_shows_both_answers_when_somebody_was_faster(desk: Client) -> None:
    quote = make_doubtful()
    _, fields = read_card(desk)
    change_speaker([quote], "Walid Muallem", by=make_user("faster"))
    late = desk.post(f"{REVIEW}name/{quote.pk}/decide/", fields | {"speaker": "John Kerry"})
    page = late.content.decode()
    assert late.status_code == 409
    assert "You answered: John Kerry." in page
    assert "faster" in page
    desk.post(f"{REVIEW}name/{quote.pk}/decide/", read_hidden_fields(page) | {"speaker": "John Kerry"})
    assert str(Quote.objects.get(pk=quote.pk).speaker) == "John Kerry"


@pytest.mark.parametrize("speaker", ["", "  ", "!"])
def test_decide_name_refuses_what_is_no_name(desk: Client, speaker: str) -> None:
    quote = make_doubtful()
    assert "Nothing was changed." in decide(desk, quote, speaker=speaker)
    assert not Decision.objects.exists()


def test_decide_name_is_undone_like_any_decision(desk: Client) -> None:
    quote = make_doubtful()
    decide(desk, quote, answer="nobody")
    desk.post(f"{REVIEW}undo/{Decision.objects.get().pk}/")
    quote.refresh_from_db()
    assert (quote.attribution, quote.speaker_certainty) == ("Sergey Lavrov", "probable")
    assert "Who said this?" in read_card(desk)[0]


def test_decide_name_skips(desk: Client) -> None:
    quote = make_doubtful()
    assert "This queue is empty" in decide(desk, quote, answer="skip")
    assert not Decision.objects.exists()


def test_decide_name_settles_both_halves_of_a_split_quotation(desk: Client) -> None:
    quote = make_doubtful()
    other = make_doubtful("one thing that he said at length")
    Quote.objects.filter(pk=quote.pk).update(other_half=other)
    assert "2 quotations are now attributed to John Kerry." in decide(desk, quote, speaker="John Kerry")


def test_decide_name_records_a_revision_of_the_lineage(desk: Client, client: Client) -> None:
    quote = make_doubtful()
    record_pending_revisions()
    decide(desk, quote, speaker="John Kerry")
    newest = Revision.objects.order_by("-number")[0]
    assert (newest.number, newest.data["printings"][0]["speaker"]) == (2, "John Kerry")
    assert "speaker_sure" not in newest.data["printings"][0]


def test_names_lane_asks_first_about_names_that_lists_show_of_the_most_printed() -> None:
    alone = make_doubtful("one thing that he said at length")
    shown = make_quote(TASS, certainty=PROBABLE, speaker="John Kerry")
    inside = make_quote(SANA, outlet="SANA", certainty=PROBABLE)
    make_lineage(shown, inside)
    backed = make_quote("a thing that two outlets print", certainty=PROBABLE)
    make_lineage(backed, make_quote("a thing that two outlets print, too", outlet="SANA"))
    asked: list[int] = []
    while (number := find_next_probable_speaker({f"name {each}" for each in asked})) is not None:
        asked.append(number)
    assert asked == [shown.pk, alone.pk, backed.pk, inside.pk]
    assert count_questions(0)["names"] == 4


def test_names_lane_costs_the_same_queries_whatever_waits(
    desk: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    make_doubtful()
    desk.get(LANE)
    with django_assert_num_queries(QUERIES):
        desk.get(LANE)
    for number in range(5):
        make_doubtful(f"one thing that he said at length, {number}")
    with django_assert_num_queries(QUERIES):
        desk.get(LANE)


def test_names_lane_is_for_curators_alone(client: Client) -> None:
    quote = make_doubtful()
    client.force_login(User.objects.create_user("reader", is_staff=True))
    for path in (LANE, f"{REVIEW}name/{quote.pk}/"):
        assert client.get(path).status_code == 403
    assert client.post(f"{REVIEW}name/{quote.pk}/decide/", {"speaker": "John Kerry"}).status_code == 403
    assert not Decision.objects.exists()


def test_name_card_of_no_quotation_is_not_found(desk: Client) -> None:
    assert desk.get(f"{REVIEW}name/999999/").status_code == 404
    assert desk.post(f"{REVIEW}name/999999/decide/", {"speaker": "John Kerry"}).status_code == 404
