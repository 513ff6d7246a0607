"""Readers' suggestions."""

import pytest
from django.test import Client
from django.urls import reverse

from articles.models import Suggestion
from tests.support.makers import make_lineage

pytestmark = pytest.mark.django_db


def test_suggest_takes_a_limited_number_without_login(client: Client) -> None:
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


def test_suggest_does_not_count_what_curators_flag(client: Client) -> None:
    lineage = make_lineage()
    Suggestion.objects.bulk_create(Suggestion(code=lineage.code, kind="flag", text="one / other") for _ in range(60))
    sent = {"kind": "earlier", "text": "RIA printed it the day before."}
    assert client.post(reverse("suggest", args=[lineage.code]), sent).status_code == 303
