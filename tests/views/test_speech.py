"""Pages of a speech: its lineage, the transcript, and adding one at the desk."""

import pytest
from django.test import Client
from django.urls import reverse

from articles.models import Article
from articles.services.incoming import receive_text
from tests.support.speeches import ingest_harbour_speech

pytestmark = pytest.mark.django_db

TURNS = "MAYOR SOLBERG: The ferry stays where it is, all winter.\n\nREPORTER: For how long will it stay there?\n"


def test_page_of_a_lineage_shows_what_was_said_first(client: Client) -> None:
    page = client.get(ingest_harbour_speech().get_absolute_url()).content.decode()
    assert "the words as spoken (subtitles of Vik Harbour Television, 3 November 2026" in page
    assert page.count("https://www.youtube.com/watch?v=vikferry01&amp;t=724") >= 2
    assert "Subtitles may be shortened: what counts is the recording" in page
    assert "Only fillers, repeated words or false starts of speech differ in" in page


def test_page_of_a_transcript_lists_what_outlets_printed_of_it(client: Client) -> None:
    ingest_harbour_speech()
    transcript = Article.objects.get(kind=Article.Kind.RECORDING)
    response = client.get(transcript.get_absolute_url())
    assert "What was said on 3 November 2026." in response.content.decode()
    assert {each.other_count > 0 for each, _ in response.context["margins"]} == {True}
    assert len(response.context["quotes"]) == 5


def test_curator_says_that_a_text_is_a_transcript(desk: Client) -> None:
    incoming = receive_text(TURNS * 2, by=None)
    address = reverse("admin:review_incoming", args=[incoming.pk])
    form = {"outlet": "Vik Council", "title": "Hearing", "published": "2026-11-03", "kind": "transcript"}
    assert desk.get(address).context["form"].initial["kind"] == "article"
    assert desk.post(address, form | {"said_on": "2026-11-02"}).status_code == 303
    article = Article.objects.get(title="Hearing")
    assert (article.kind, str(article.said_on)) == ("transcript", "2026-11-02")
    assert set(article.quotes.values_list("type", flat=True)) == {"spoken"}


def test_api_names_the_kind_of_an_article(client: Client) -> None:
    ingest_harbour_speech()
    transcript = Article.objects.get(kind=Article.Kind.RECORDING)
    found = client.get(f"/api/v1/articles/{transcript.pk}").json()
    assert (found["kind"], found["said_on"]) == ("recording", "2026-11-03")
