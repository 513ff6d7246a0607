"""A curator decides card by card, with or without script; sees what came of it; and takes any of it back."""

import re
from datetime import UTC, datetime, timedelta

import pytest
from django.contrib.auth.models import Group, User
from django.test import Client
from django.urls import reverse

from articles.curation import rule, split_off
from articles.models import Batch, Lineage, Match, Preference, Quote, Ruling, Suggestion
from articles.reviewing import LANES, Share, counts, kappa, next_question
from articles.roles import CURATORS, SENIOR
from tests.makers import SANA, TASS, make_lineage, make_quote

pytestmark = pytest.mark.django_db

REVIEW = "/admin/articles/ruling/review/"


def user(name: str, *groups: str) -> User:
    made = User.objects.create_user(name, is_staff=True)
    made.groups.set(Group.objects.filter(name__in=groups))
    return made


@pytest.fixture
def curator() -> User:
    return user("curator", CURATORS)


@pytest.fixture
def desk(client: Client, curator: User) -> Client:
    client.force_login(curator)
    return client


def uncertain(a: str = TASS, b: str = SANA, score: float = 0.6) -> tuple[Quote, Quote]:
    """Two printings in lineages of their own, and a match between them of which the matcher is not sure."""
    one, other = make_quote(a), make_quote(b, outlet="SANA", published=datetime(2015, 11, 18, tzinfo=UTC))
    make_lineage(one)
    make_lineage(other)
    Match.objects.create(
        a=one, b=other, score=score, a_start=0, a_end=len(a), b_start=0, b_end=len(b), whole_a=1, whole_b=1
    )
    return one, other


def fields(page: str) -> dict[str, str]:
    """The hidden fields of the card."""
    form = page.partition('class="answer"')[2].partition("</form>")[0]
    return dict(re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', form))


def test_a_card_shows_both_within_their_articles_and_hides_the_score(desk: Client) -> None:
    one, _ = uncertain()
    page = desk.get(REVIEW).content.decode()
    assert "Is this the same quote?" in page
    assert "was said, note" in page
    assert "SANA" in page
    assert "0.60" not in page
    assert re.search(r"<del [^>]*>.*?Islamic State</del>", page)
    assert fields(page)["a"] == str(one.pk)
    desk.post(f"{REVIEW}preferences/", {"score": "on"})
    assert "the matcher says 0.60" in desk.get(REVIEW).content.decode()
    assert not Preference.objects.get().keys


@pytest.mark.parametrize("headers", [pytest.param({}, id="without script"), {"HX-Request": "true"}])
def test_an_answer_rules_says_what_came_of_it_and_goes_on(desk: Client, headers: dict[str, str]) -> None:
    uncertain()
    answer = fields(desk.get(REVIEW).content.decode()) | {"verdict": "same", "reason": "words", "note": "a note"}
    went = desk.post(f"{REVIEW}decide/", answer, headers=headers)
    assert went.status_code == 303
    page = desk.get(went["Location"], headers=headers).content.decode()
    assert "Joined 1 and 1 printings; first printed is now OffGuardian, 17 November 2015." in page
    assert "Nothing left in this lane" in page
    assert ("<html" in page) != bool(headers)
    batch = Batch.objects.get()
    assert (batch.reason, batch.note, batch.blind, batch.seconds is not None) == ("words", "a note", True, True)
    assert Lineage.objects.count() == 1


def test_any_of_the_last_decisions_is_taken_back(desk: Client) -> None:
    uncertain()
    desk.post(f"{REVIEW}decide/", fields(desk.get(REVIEW).content.decode()) | {"verdict": "same"})
    batch = Batch.objects.get()
    assert f'action="{REVIEW}undo/{batch.pk}/"' in desk.get(REVIEW).content.decode()
    assert desk.post(f"{REVIEW}undo/{batch.pk}/").status_code == 303
    assert Lineage.objects.count() == 2
    assert "was taken back already" in desk.post(f"{REVIEW}undo/{batch.pk}/", follow=True).content.decode()


def test_what_is_skipped_comes_not_again_and_what_is_flagged_is_listed(desk: Client) -> None:
    uncertain()
    uncertain("one thing that he said at length", "one thing that he said, at length", 0.7)
    for verdict in ("skip", "flag"):
        desk.post(f"{REVIEW}decide/", fields(desk.get(REVIEW).content.decode()) | {"verdict": verdict})
    assert "Nothing left" in desk.get(REVIEW).content.decode()
    assert not Ruling.objects.exists()
    assert "flagged by a curator" in desk.get(REVIEW, {"lane": "suggestions"}).content.decode()
    desk.post(f"{REVIEW}suggestions/{Suggestion.objects.get().pk}/", {"answer": "looked at"})
    assert Suggestion.objects.get().answer == "looked at"


def test_the_second_of_two_curators_sees_both_and_loses_nothing(desk: Client) -> None:
    one, other = uncertain()
    answer = fields(desk.get(REVIEW).content.decode()) | {"verdict": "different", "note": "said in 2011"}
    rule(one, other, "same", by=user("faster", CURATORS))
    late = desk.post(f"{REVIEW}decide/", answer)
    page = late.content.decode()
    assert late.status_code == 409
    assert "You said: different (“said in 2011”)" in page
    assert "faster" in page
    assert 'value="said in 2011"' in page
    assert Ruling.objects.count() == 1
    desk.post(f"{REVIEW}decide/", fields(page) | {"verdict": "different"})
    assert Lineage.objects.count() == 2


def test_a_pair_has_an_address_of_its_own(desk: Client) -> None:
    one, other = uncertain()
    assert fields(desk.get(f"{REVIEW}{one.pk}..{other.pk}/").content.decode())["b"] == str(other.pk)
    for address in (f"{REVIEW}{one.pk}..{one.pk}/", f"{REVIEW}{one.pk}..9999/", f"{REVIEW}x..y/"):
        assert desk.get(address).status_code == 404


def test_printings_are_split_off_with_boxes_and_joined_by_code(desk: Client) -> None:
    lineage = make_lineage(make_quote(TASS), make_quote(SANA, outlet="SANA"), make_quote(TASS, outlet="RT"))
    address = f"{REVIEW}lineage/{lineage.code}/"
    page = desk.get(address).content.decode()
    sana = Quote.objects.get(article__outlet__name="SANA")
    version = re.search(r'name="version" value="([^"]*)"', page)
    assert version
    sent = {"deed": "split", "quote": sana.pk, "version": version.group(1), "reason": "occasion"}
    assert "Parted into 2 and 1 printings" in desk.post(f"{address}change/", sent, follow=True).content.decode()
    assert "Nothing was changed" in desk.post(f"{address}change/", sent, follow=True).content.decode()
    other = Lineage.objects.get(printings__quote=sana)
    joined = desk.post(f"{address}change/", {"deed": "merge", "other": other.code.lower()}, follow=True)
    assert "Joined 2 and 1 printings" in joined.content.decode()
    unknown = desk.post(f"{address}change/", {"deed": "merge", "other": "nothing"}, follow=True)
    assert "is the code of no lineage" in unknown.content.decode()


def test_lanes_count_what_they_ask(curator: User) -> None:
    one, other = uncertain()
    assert counts(curator.pk)["uncertain"] == 1
    assert counts(curator.pk)["origin"] == 0
    quotes = [make_quote(TASS + word, outlet=word, published=datetime(2015, 11, 20, tzinfo=UTC)) for word in "AB"]
    large = make_lineage(*quotes)
    early = make_quote(SANA + " indeed", outlet="RT", published=datetime(2015, 11, 1, tzinfo=UTC))
    make_lineage(early)
    Match.objects.create(a=quotes[0], b=early, score=0.6, a_start=0, a_end=9, b_start=0, b_end=9, whole_a=1, whole_b=1)
    question = next_question("origin", by=curator.pk)
    assert question is not None
    assert (question.a, question.b) == (quotes[0].pk, early.pk)
    rule(one, other, "unsure", by=curator)
    assert counts(curator.pk)["uncertain"] == 1
    assert large.printing_count == 2


def test_a_conflict_proposes_the_weakest_link(curator: User) -> None:
    a, b = uncertain()
    c = make_quote(SANA + " too", outlet="RT")
    lineage = Lineage.objects.get(printings__quote=b)
    lineage.hold({b.pk: (0, len(b.text)), c.pk: (0, len(c.text))})
    Match.objects.create(a=a, b=c, score=0.95, a_start=0, a_end=9, b_start=0, b_end=9, whole_a=1, whole_b=1)
    rule(a, b, "different", by=curator)
    question = next_question("conflicts", by=curator.pk)
    assert question is not None
    assert (question.a, question.b) == (a.pk, c.pk)


def test_what_moved_much_wants_somebody_elses_opinion(client: Client, desk: Client, curator: User) -> None:
    quotes = [make_quote(f"{TASS} {n}", outlet=f"Outlet {n}") for n in range(12)]
    batch = split_off(make_lineage(*quotes), [quote.pk for quote in quotes[1:]], by=curator)
    assert batch.data["moved"] == 11
    assert counts(curator.pk)["second"] == 0
    senior = user("senior", SENIOR)
    assert counts(senior.pk)["second"] == 1
    assert desk.post(f"{REVIEW}agree/{batch.pk}/").status_code == 403
    client.force_login(senior)
    assert batch.said in client.get(REVIEW, {"lane": "second"}).content.decode()
    client.post(f"{REVIEW}agree/{batch.pk}/")
    assert counts(senior.pk)["second"] == 0
    Batch.objects.filter(verb=Batch.Verb.SECOND).update(in_force=False)
    Batch.objects.filter(pk=batch.pk).update(made=batch.made - timedelta(hours=49))
    assert counts(senior.pk)["second"] == 0


def test_statistics_are_drawn(desk: Client, curator: User) -> None:
    one, other = uncertain()
    assert "None yet." in desk.get(f"{REVIEW}statistics/").content.decode()
    rule(one, other, "same", by=curator)
    rule(one, other, "same", by=user("another", CURATORS))
    page = desk.get(f"{REVIEW}statistics/").content.decode()
    assert "<dd>2</dd><dt>decisions" in page
    assert "Decisions a day: 2 on" in page
    assert kappa() == (1.0, 1)


def test_wilsons_interval_is_never_surer_than_few_cases_allow() -> None:
    interval = Share(5, 5).interval
    assert interval is not None
    assert interval[0] == pytest.approx(0.566, abs=0.001)
    assert interval[1] == pytest.approx(1.0)
    assert Share(0, 0).interval is None


def test_a_reader_suggests_without_login_and_not_without_end(client: Client) -> None:
    lineage = make_lineage()
    address = reverse("suggest", args=[lineage.code])
    assert f'href="{address}"' in client.get(lineage.get_absolute_url()).content.decode()
    assert client.get(address).status_code == 200
    sent = {"kind": "earlier", "text": "RIA printed it the day before.", "url": "https://ria.ru/1"}
    thanked = client.post(address, sent, follow=True)
    assert "A curator will look at it." in thanked.content.decode()
    client.post(address, sent | {"website": "https://spam.example"})
    assert Suggestion.objects.count() == 1
    assert client.post(address, {"kind": "flag", "text": ""}).status_code == 400
    for _ in range(4):
        client.post(address, sent)
    assert client.post(address, sent).status_code == 429
    assert Suggestion.objects.count() == 5


def test_the_next_card_costs_the_same_however_many_there_are(
    desk: Client, django_assert_max_num_queries: "pytest.FixtureRequest"
) -> None:
    for number in range(3):
        uncertain(f"{TASS} {number}", f"{SANA} {number}")
    with django_assert_max_num_queries(32):  # type: ignore[operator]
        desk.get(REVIEW)


def test_a_quotation_is_put_right_on_the_desk(desk: Client) -> None:
    quote = make_quote(TASS)
    make_lineage(quote)
    address = f"{REVIEW}quote/{quote.pk}/"

    def send(**sent: str) -> str:
        seen = re.search(r'name="seen" value="([^"]*)"', desk.get(address).content.decode())
        assert seen
        return desk.post(f"{address}change/", {"seen": seen.group(1)} | sent, follow=True).content.decode()

    assert "now attributed to John Kerry" in send(deed="speaker", speaker="John Kerry")
    assert "The quotation is put right." in send(deed="words", words=TASS[8:])
    quote.refresh_from_db()
    assert quote.text == TASS[8:]
    assert "do not stand so in the article" in send(deed="words", words="words of our own")
    assert "Somebody has put it right since" in send(deed="speaker", speaker="", seen="0-1-1-")
    assert "in no lineage any more" in send(deed="boilerplate")
    assert "left out: boilerplate" in desk.get(address).content.decode()


def test_the_help_names_every_lane(desk: Client) -> None:
    page = desk.get(f"{REVIEW}help/").content.decode()
    assert all(lane.name in page for lane in LANES)
