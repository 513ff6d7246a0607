"""Articles that a curator withdrew are gone for readers, everywhere, until that is undone."""

import re

import pytest
from django.contrib.auth.models import User
from django.test import Client

from articles.models import Article, Lineage, Quote
from articles.services.corrections import withdraw
from articles.services.curation import undo
from articles.services.revisions import record_pending_revisions
from articles.services.search_index import index_quotes
from tests.support.makers import index_words, make_article, make_indirect_quote, make_lineage, make_quote

pytestmark = pytest.mark.django_db

WORDS = "The harbour will never be closed to the fishermen of this island"
OTHER = "The harbour will be closed to the fishermen of this island"
ALONE = "Nobody outside the ministry has seen the list of closed harbours"
TOLD = "the ministry keeps the list under lock and key"
REASON = "Its outlet took the report back."


@pytest.fixture
def curator() -> User:
    return User.objects.create_superuser("curator")


@pytest.fixture
def article() -> Article:
    """Make an article with words of its own, words that Harbour Post prints too, and a paraphrase."""
    text = f"\u201c{WORDS}\u201d, said Ida Solberg. \u201c{ALONE}\u201d, she said. She said that {TOLD}."
    article = make_article(text, outlet="Island Times", title="A list of harbours", credit="Coast Agency")
    kept = make_quote(OTHER, outlet="Harbour Post", speaker="Ida Solberg")
    own = make_quote(WORDS, article=article, speaker="Ida Solberg", occasion="at the quay")
    alone = make_quote(ALONE, article=article, speaker="Ida Solberg")
    make_indirect_quote(TOLD, article=article, speaker="Ida Solberg")
    index_words(kept, own, alone)
    index_quotes([kept, own, alone])
    make_lineage(kept, own, code="7KQ2M9X4V1")
    make_lineage(alone, code="7KQ2M9X4V2")
    record_pending_revisions()
    return article


def read(client: Client, address: str) -> str:
    answer = client.get(address, follow=True)
    assert answer.status_code == 200, address
    return str(answer.content.decode())


READERS_PAGES = {
    "home": "/",
    "search": "/search?q=ministry",
    "search feed": "/search.atom?q=harbour",
    "speaker": "/s/ida-solberg",
    "speaker's table": "/s/ida-solberg.csv",
    "speaker's feed": "/s/ida-solberg.atom",
    "paraphrases": "/s/ida-solberg/in-other-words",
    "outlet": "/o/island-times",
    "outlet's table": "/o/island-times.json",
    "outlet's feed": "/o/island-times.atom",
    "day": "/d/2015-11-17",
    "sitemap": "/sitemap-articles-1.xml",
    "API articles": "/api/v1/articles",
    "API quotes": "/api/v1/quotes",
    "lineage": "/q/7KQ2M9X4V1",
    "JSON": "/q/7KQ2M9X4V1.json",
    "TEI": "/q/7KQ2M9X4V1.tei.xml",
    "CSV": "/q/7KQ2M9X4V1.csv",
    "lineage's feed": "/q/7KQ2M9X4V1.atom",
    "embed": "/embed/7KQ2M9X4V1",
}


def find_traces(page: str, article: Article) -> list[str]:
    """Return what of the article a page has: its words, headline or address."""
    traces = (WORDS, ALONE, TOLD, article.title, article.get_absolute_url(), f"/articles/{article.pk}")
    shown = page + re.sub(r"</?mark[^>]*>", "", page)
    return [trace for trace in traces if trace in shown]


@pytest.mark.parametrize("name", READERS_PAGES)
def test_withdrawn_article_is_on_no_page_of_readers_until_undo(
    client: Client, article: Article, curator: User, name: str
) -> None:
    address = READERS_PAGES[name]
    before = read(client, address)
    decision = withdraw(article, REASON, by=curator)
    assert find_traces(before, article), "the page shows the article first"
    assert not find_traces(read(client, address), article)
    undo(decision, by=curator)
    record_pending_revisions()
    assert find_traces(read(client, address), article) == find_traces(before, article)


def test_check_leaves_out_a_withdrawn_article_until_undo(client: Client, article: Article, curator: User) -> None:
    address = f"/check?q={WORDS.replace(' ', '+')}"
    assert "Island Times" in read(client, address)
    decision = withdraw(article, REASON, by=curator)
    assert "Island Times" not in read(client, address)
    undo(decision, by=curator)
    assert "Island Times" in read(client, address)


@pytest.mark.parametrize("tail", ["", "/a-list-of-harbours", "/another-headline", "/a-list-of-harbours/in-other-words"])
def test_withdrawn_article_answers_410_with_reason_and_day(
    client: Client, article: Article, curator: User, tail: str
) -> None:
    address = f"/a/{article.pk}{tail}"
    decision = withdraw(article, REASON, by=curator)
    article.refresh_from_db()
    gone = client.get(address)
    page = gone.content.decode()
    assert gone.status_code == 410
    assert REASON in page
    assert article.withdrawn
    assert f'<time datetime="{article.withdrawn:%Y-%m-%d}">' in page
    assert not {WORDS, ALONE, TOLD, article.title} & set(find_traces(page, article))
    undo(decision, by=curator)
    assert client.get(address, follow=True).status_code == 200


def test_api_answers_410_with_the_reason_for_a_withdrawn_article_and_its_quotes(
    client: Client, article: Article, curator: User
) -> None:
    quote = article.quotes.get(text=WORDS)
    addresses = [f"/api/v1/articles/{article.pk}", f"/api/v1/quotes/{quote.pk}", "/api/v1/lineages/7KQ2M9X4V2"]
    decision = withdraw(article, REASON, by=curator)
    for address in addresses:
        answer = client.get(address)
        assert answer.status_code == 410
        assert REASON in answer.json()["detail"]
    undo(decision, by=curator)
    assert [client.get(address).status_code for address in addresses] == [200, 200, 200]


def test_counts_leave_out_a_withdrawn_article(client: Client, article: Article, curator: User) -> None:
    withdraw(article, REASON, by=curator)
    outlet = client.get("/api/v1/outlets/island-times").json()
    speaker = client.get("/api/v1/speakers/ida-solberg").json()
    assert (outlet["articles"], outlet["quotes"]) == (0, 0)
    assert (speaker["quotes"], speaker["outlets"]) == (1, 1)
    assert "Coast Agency" not in read(client, "/o/island-times")
    assert "at the quay" not in read(client, "/s/ida-solberg")


def test_margin_of_another_article_has_nothing_of_a_withdrawn_one(
    client: Client, article: Article, curator: User
) -> None:
    other = Quote.objects.get(text=OTHER).article
    withdraw(article, REASON, by=curator)
    assert "Island Times" not in read(client, other.get_absolute_url())


def test_pair_with_a_withdrawn_article_says_why_and_lineage_leads_on(
    client: Client, article: Article, curator: User
) -> None:
    own, kept = article.quotes.get(text=WORDS), Quote.objects.get(text=OTHER)
    withdraw(article, REASON, by=curator)
    gone = client.get(f"/q/7KQ2M9X4V1/{kept.pk}..{own.pk}")
    assert gone.status_code == 410
    assert REASON in gone.content.decode()
    assert WORDS not in gone.content.decode()
    assert client.get("/q/7KQ2M9X4V1", follow=True).status_code == 200
    alone = client.get("/q/7KQ2M9X4V2")
    assert (alone.status_code, REASON in alone.content.decode()) == (410, True)
    assert Lineage.objects.count() == 1


def test_curators_still_see_a_withdrawn_article(client: Client, article: Article, curator: User) -> None:
    withdraw(article, REASON, by=curator)
    client.force_login(curator)
    page = read(client, f"/admin/articles/article/{article.pk}/change/")
    assert ALONE in page
    assert REASON in page
