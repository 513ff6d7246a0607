"""Credits name the outlets of the collection, each by one name, and never the article's own outlet."""

import pytest
from django.test import Client

from articles.engine.text.outlet_names import is_same_outlet, resolve_credit
from articles.importers.draft import ArticleDraft, build_draft
from articles.importers.metadata import ArticleMetadata
from articles.models import Outlet
from articles.queries.lineage_snapshot import take_snapshot
from articles.queries.permalinks import get_code_or_404
from articles.services.ingest import ingest_article
from tests.support.makers import SANA, TASS, make_article, make_lineage, make_quote


@pytest.mark.parametrize(
    ("name", "other", "same"),
    [
        pytest.param("Fox", "Fox News", True, id="a kind left out"),
        pytest.param("BBC", "the BBC", True, id="an article"),
        pytest.param("TASS", "the TASS news agency", True, id="an agency"),
        pytest.param("AP", "The Associated Press", True, id="initials"),
        pytest.param("Sky News", "Sky Sports", False, id="two of one house"),
        pytest.param("Daily Mail", "Daily Mirror", False, id="two papers"),
        pytest.param("", "News", False, id="no name"),
    ],
)
def test_names_are_of_one_outlet_where_only_its_kind_differs(name: str, other: str, same: bool) -> None:
    assert is_same_outlet(name, other) == is_same_outlet(other, name) == same


def test_credit_that_fits_two_outlets_stays_as_printed() -> None:
    assert resolve_credit("BBC", "RT", ["BBC News", "BBC Sport"]) == "BBC"
    assert resolve_credit("BBC", "RT", ["BBC", "BBC Sport"]) == "BBC"


@pytest.mark.django_db
def test_lineage_credits_one_outlet_by_one_name() -> None:
    quotes = (
        make_quote(TASS, outlet="Fox News"),
        make_quote(SANA, outlet="ZeroHedge", credit="Fox"),
        make_quote(f"{SANA} now", outlet="Daily Mail", credit="Fox News"),
    )
    snapshot = take_snapshot(get_code_or_404(make_lineage(*quotes).code))
    assert snapshot
    assert {each.article.outlet_name: each.credit for each in snapshot.printings} == {
        "Fox News": "",
        "ZeroHedge": "Fox News",
        "Daily Mail": "Fox News",
    }
    origins = [origin for origin in snapshot.descent.origins if origin.wording in (1, 2)]
    assert [(origin.certainty, origin.sources[0].wording) for origin in origins] == [("shown", 0)] * 2
    assert not any(source.unseen_outlet for origin in origins for source in origin.sources)


@pytest.mark.django_db
def test_own_dateline_is_no_credit(client: Client) -> None:
    words = "We wanted to win this for everybody who came here"
    article = make_article(f"\u201c{words}\u201d, she told BBC Sport.", outlet="BBC Sport", credit="BBC Sport")
    lineage = make_lineage(make_quote(words, article=article, credit="BBC"))
    snapshot = take_snapshot(get_code_or_404(lineage.code))
    assert snapshot
    assert snapshot.first.credit == ""
    assert "credits" not in client.get(article.get_absolute_url()).content.decode().partition("</header>")[0]
    assert "credits" not in client.get(lineage.get_absolute_url()).content.decode()


def draft(text: str, outlet: str, credit: str) -> ArticleDraft:
    metadata = ArticleMetadata(outlet=outlet, credit=credit)
    return build_draft("a file", text, text.encode(), "text/plain", metadata)


@pytest.mark.django_db
def test_ingest_names_the_stored_outlet_that_a_credit_means() -> None:
    Outlet.objects.get_or_create_by_name("Fox News")
    text = (
        "\u201cWe will close the harbour before the summer ends,\u201d Ida Solberg told Fox News on Tuesday.\n\n"
        "The mayor spoke after a long meeting with the fishermen of the island, who had waited for an answer."
    )
    article = ingest_article(draft(text, outlet="Daily Mail", credit="Fox")).article
    article.refresh_from_db()
    assert article.credit == "Fox News"
    assert {quote.credit for quote in article.quotes.all()} == {"Fox News"}
