"""Page of an article's indirect quotes."""

import pytest
from django.test import Client
from django.urls import reverse

from articles.importers import ArticleMetadata
from articles.importers.draft import build_draft
from articles.models import Article
from articles.services.ingest import ingest_article

pytestmark = pytest.mark.django_db

QUOTED = (
    "They want the Islamic State to weaken Assad as soon as possible to force him to step down this way, but at the "
    "same time they don\N{RIGHT SINGLE QUOTATION MARK}t want the Islamic State to get strong enough to take power"
)
TOLD = (
    "that the coalition wants to weaken the government of Assad as soon as possible, but at the same time does not "
    "want to see it strong enough to take power"
)
LEAD = "Russian Foreign Minister Sergey Lavrov gave an interview on Tuesday about the war in Syria."


def take_in(name: str, words: str) -> Article:
    text = f"{LEAD}\n\n{words}"
    return ingest_article(
        build_draft(name, text, text.encode(), "text/plain", ArticleMetadata(outlet=name, title=name))
    ).article


def page(client: Client, article: Article) -> str:
    return client.get(reverse("retellings", args=[article.pk, article.slug])).content.decode()


def test_indirect_quotes_page_pairs_them_with_quotations(client: Client) -> None:
    quoting = take_in("TASS", f"\N{LEFT DOUBLE QUOTATION MARK}{QUOTED},\N{RIGHT DOUBLE QUOTATION MARK} Lavrov said.")
    telling = take_in("SANA", f"Lavrov pointed out {TOLD}.")
    shown = page(client, telling)
    assert TOLD in shown
    assert "They want the Islamic State to weaken Assad" in shown
    assert quoting.quotes.get().printings.get().lineage.get_absolute_url() in shown
    assert (
        reverse("retellings", args=[telling.pk, telling.slug])
        in client.get(telling.get_absolute_url()).content.decode()
    )


def test_indirect_quotes_page_ignores_other_speakers(client: Client) -> None:
    take_in("TASS", f"\N{LEFT DOUBLE QUOTATION MARK}{QUOTED},\N{RIGHT DOUBLE QUOTATION MARK} John Kerry said.")
    shown = page(client, take_in("SANA", f"Lavrov pointed out {TOLD}."))
    assert "No similar quotation found" in shown
    assert "They want the Islamic State" not in shown


def test_indirect_quotes_page_says_when_there_are_none(client: Client) -> None:
    assert "No paraphrases were found in this article" in page(
        client, take_in("SANA", "It rained in Moscow all day long.")
    )


def test_indirect_quotes_page_redirects_a_wrong_slug(client: Client) -> None:
    article = take_in("SANA", "It rained in Moscow all day long.")
    response = client.get(f"/a/{article.pk}/wrong/in-other-words")
    assert (response.status_code, response["Location"]) == (301, f"/a/{article.pk}/sana/in-other-words")
