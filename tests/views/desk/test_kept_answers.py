"""Answers that were sent when the session had ended."""

from urllib.parse import parse_qs, urlsplit

import pytest
from django.contrib.auth.models import User
from django.test import Client

from articles.models import Decision, Lineage
from tests.support.cards import REVIEW, make_uncertain_pair, read_hidden_fields

pytestmark = pytest.mark.django_db


def test_answer_comes_back_after_the_login(client: Client, desk: Client, curator: User) -> None:
    make_uncertain_pair()
    answer = read_hidden_fields(desk.get(REVIEW).content.decode()) | {
        "verdict": "different",
        "note": "said in 2011",
        "reason": "occasion",
    }
    desk.logout()
    sent = client.post(f"{REVIEW}decide/", answer)
    login = urlsplit(sent["Location"])
    assert login.path == "/admin/login/"
    client.force_login(curator)
    page = client.get(parse_qs(login.query)["next"][0]).content.decode()
    assert "You answered: different." in page
    assert 'value="said in 2011"' in page
    assert 'value="occasion" checked' in page
    assert not Decision.objects.exists()


def test_htmx_is_sent_to_the_login_as_a_whole_page(client: Client) -> None:
    a, b = make_uncertain_pair()
    sent = client.post(f"{REVIEW}decide/", {"a": a.pk, "b": b.pk, "verdict": "same"}, headers={"HX-Request": "true"})
    assert sent.status_code == 200
    assert sent["HX-Redirect"].startswith("/admin/login/?next=")
    assert not sent.content


def test_choice_of_versions_comes_back_after_the_login(client: Client, curator: User) -> None:
    make_uncertain_pair()
    lineage = Lineage.objects.all()[0]
    quote = lineage.printings.get().quote_id
    sent = client.post(
        f"{REVIEW}lineage/{lineage.code}/change/", {"quote": [quote], "other": "V3W19CBRA7", "deed": "merge"}
    )
    client.force_login(curator)
    page = client.get(parse_qs(urlsplit(sent["Location"]).query)["next"][0]).content.decode()
    assert f'value="{quote}" checked' in page
    assert 'value="V3W19CBRA7"' in page
    assert "Your session had ended" in page


def test_what_no_address_can_carry_is_shown_to_be_copied(client: Client) -> None:
    a, _ = make_uncertain_pair()
    sent = client.post(f"{REVIEW}quote/{a.pk}/change/", {"deed": "words", "words": "a word " * 1000})
    assert sent.status_code == 403
    assert "a word " * 999 in sent.content.decode()


@pytest.mark.parametrize("address", ["undo/1/", "agree/1/", "preferences/"])
def test_other_forms_lead_back_to_the_desk(client: Client, address: str) -> None:
    sent = client.post(f"{REVIEW}{address}")
    assert urlsplit(parse_qs(urlsplit(sent["Location"]).query)["next"][0]).path == REVIEW
