"""Readers' suggestions."""

import pytest
from django.test import Client
from django.urls import reverse

from articles.models import Article, Suggestion
from articles.models.addresses import hash_url
from articles.views.suggestions import ARTICLES_AN_HOUR, PER_SENDER_AN_HOUR
from tests.support.makers import make_article, make_lineage

pytestmark = pytest.mark.django_db


def test_suggest_takes_a_limited_number_without_login(client: Client) -> None:
    lineage = make_lineage()
    address = reverse("suggest", args=[lineage.code])
    assert f'href="{address}"' in client.get(lineage.get_absolute_url()).content.decode()
    assert client.get(address).status_code == 200
    sent = {"kind": "earlier", "text": "RIA printed it the day before.", "url": "https://ria.ru/1"}
    thanked = client.post(address, sent, follow=True)
    assert "A curator will look at your report." in thanked.content.decode()
    client.post(address, sent | {"website": "https://spam.example"})
    assert Suggestion.objects.count() == 1
    assert client.post(address, {"kind": "flag", "text": ""}).status_code == 400
    for _ in range(PER_SENDER_AN_HOUR - 2):
        client.post(address, sent)
    assert client.post(address, sent).status_code == 429
    assert Suggestion.objects.count() == PER_SENDER_AN_HOUR - 1
    assert client.post(address, sent, REMOTE_ADDR="192.0.2.7").status_code == 303


def test_suggest_does_not_count_what_curators_flag(client: Client) -> None:
    lineage = make_lineage()
    Suggestion.objects.bulk_create(Suggestion(code=lineage.code, kind="flag", text="one / other") for _ in range(60))
    sent = {"kind": "earlier", "text": "RIA printed it the day before."}
    assert client.post(reverse("suggest", args=[lineage.code]), sent).status_code == 303


SENT = {"url": "https://ria.ru/2", "text": "It quotes Lavrov on the coalition."}


def test_suggest_article_waits_in_the_lane_of_the_curators_with_its_address(desk: Client) -> None:
    client = Client()
    assert client.get("/suggest").status_code == 200
    response = client.post("/suggest", SENT)
    assert (response.status_code, response["Location"]) == (303, "/suggest?thanks=1")
    assert "A curator will look at the article." in client.get("/suggest?thanks=1").content.decode()
    lane = desk.get(reverse("admin:review"), {"lane": "suggestions"}).content.decode()
    assert "It quotes Lavrov on the coalition." in lane
    assert '<a href="https://ria.ru/2" rel="noopener noreferrer nofollow">' in lane
    assert "an article is missing" in lane


@pytest.mark.parametrize(
    "sent",
    [
        {"url": "javascript:alert(1)", "text": "x"},
        {"url": "ftp://example.org/a", "text": "x"},
        {"url": "not an address", "text": "x"},
        {"url": "https://ria.ru/2", "text": ""},
        {"url": "", "text": "x"},
        {"url": f"https://ria.ru/{'a' * 2000}", "text": "x"},
        {"url": "https://ria.ru/2", "text": "x" * 2001},
        {"url": "https://ria.ru/2", "text": "a\0b"},
    ],
)
def test_suggest_article_refuses_what_is_no_address_or_reason(client: Client, sent: dict[str, str]) -> None:
    assert client.post("/suggest", sent).status_code == 400
    assert not Suggestion.objects.exists()


def test_suggest_article_escapes_what_was_sent(client: Client, desk: Client) -> None:
    client.post("/suggest", {"url": "https://ria.ru/?<b>", "text": "<script>alert(1)</script>"})
    assert b"<script>alert(1)" not in desk.get(reverse("admin:review"), {"lane": "suggestions"}).content
    assert b"<script>alert(1)" not in client.post("/suggest", {"url": "", "text": "<script>alert(1)</script>"}).content


def test_suggest_article_accepts_few_in_an_hour_each_once_and_none_of_machines(client: Client) -> None:
    for _ in range(3):
        assert client.post("/suggest", SENT).status_code == 303
    client.post("/suggest", SENT | {"url": "https://ria.ru/3", "website": "https://spam.example"})
    assert Suggestion.objects.count() == 1
    Suggestion.objects.bulk_create(
        Suggestion(kind="article", url=f"https://ria.ru/a{n}", text="x") for n in range(ARTICLES_AN_HOUR)
    )
    response = client.post("/suggest", SENT | {"url": "https://ria.ru/4"})
    assert response.status_code == 429
    assert "try again later" in response.content.decode()
    lineage = make_lineage()
    sent = {"kind": "earlier", "text": "RIA printed it the day before."}
    assert client.post(reverse("suggest", args=[lineage.code]), sent).status_code == 303


def test_suggest_article_links_an_article_that_is_in_the_collection(client: Client) -> None:
    article = make_article(url="https://ria.ru/2")
    Article.objects.update(url_key=hash_url("https://ria.ru/2"))
    page = client.post("/suggest", SENT).content.decode()
    assert "This article is in the collection" in page
    assert f'href="{article.get_absolute_url()}"' in page
    assert not Suggestion.objects.exists()


@pytest.mark.parametrize("path", ["/check?q=nobody+ever+said+these+words+anywhere", "/search?q=cheese", "/o/x", "/a/"])
def test_dead_ends_lead_to_the_form_for_an_article(client: Client, path: str) -> None:
    assert 'href="/suggest"' in client.get(path).content.decode()
