"""Pages, exports and the API say "probably" before a speaker who is no fact."""

import json
from xml.etree import ElementTree

import pytest
from django.test import Client

from articles.models import Lineage, SpeakerCertainty
from articles.services.revisions import record_pending_revisions
from articles.services.search_index import index_quotes
from tests.support.makers import SANA, TASS, index_words, make_article, make_indirect_quote, make_lineage, make_quote

pytestmark = pytest.mark.django_db

PROBABLE = SpeakerCertainty.PROBABLE
WHY = "The article says only “he”. Most likely Sergey Lavrov is meant."
DOUBT = f'<span class="probably" title="{WHY}">probably '


@pytest.fixture
def doubtful() -> Lineage:
    """Provide a lineage of two printings, neither of which names the speaker surely."""
    first = make_quote(TASS, certainty=PROBABLE, printed="he", rule="verb-before")
    article = make_article(f"“{SANA},” he said. He added that the strikes were selective.", outlet="SANA")
    other = make_quote(SANA, article=article, certainty=PROBABLE, printed="he", rule="verb-before")
    told = make_indirect_quote("that the strikes were selective", article=article)
    told.speaker_certainty, told.speaker_text = PROBABLE, "He"
    told.save()
    index_quotes([first, other])
    index_words(first)
    lineage = make_lineage(first, other, code="7KQ2M9X4VD")
    record_pending_revisions()
    return lineage


def pages(lineage: Lineage) -> list[str]:
    first, other = (printing.quote for printing in lineage.printings.earliest_first())
    return [
        lineage.get_absolute_url(),
        lineage.get_comparison_url(first.pk, other.pk),
        first.article.get_absolute_url(),
        other.article.get_absolute_url(),
        f"{other.article.get_absolute_url()}/in-other-words",
        "/",
        "/altered",
        "/search?q=army",
        "/o/sana",
        "/s/sergey-lavrov",
        "/d/2015-11-17",
        f"/check?q={TASS.replace(' ', '+')}",
    ]


def test_every_page_says_probably_with_the_reason(client: Client, doubtful: Lineage) -> None:
    for path in pages(doubtful):
        page = client.get(path, follow=True).content.decode()
        assert DOUBT in page, path


@pytest.mark.parametrize("at", [0, 1, 2, 11])
def test_pages_about_the_quotation_say_why_in_their_text(client: Client, doubtful: Lineage, at: int) -> None:
    page = client.get(pages(doubtful)[at], follow=True).content.decode()
    assert f"<summary>Why “probably”?</summary><p>{WHY}</p>" in page


def test_a_lineage_names_the_speaker_where_one_version_is_sure(client: Client, doubtful: Lineage) -> None:
    doubtful.printings.latest("pk").quote.__class__.objects.filter(text=SANA).update(speaker_certainty="sure")
    for path in (doubtful.get_absolute_url(), "/"):
        page = client.get(path, follow=True).content.decode()
        assert "probably" not in page, path


def test_titles_pictures_and_feeds_say_probably(client: Client, doubtful: Lineage) -> None:
    page = client.get(doubtful.get_absolute_url()).content.decode()
    assert "– probably Sergey Lavrov</title>" in page
    assert 'name="author" content="Sergey Lavrov"' not in page
    assert "probably Sergey Lavrov" in client.get(f"/embed/{doubtful.code}").content.decode()
    assert "OffGuardian: probably Sergey Lavrov," in client.get(f"/q/{doubtful.code}.atom").content.decode()


@pytest.mark.parametrize("form", ["bib", "ris", "csl.json"])
def test_citations_state_no_doubtful_name_as_a_fact(client: Client, doubtful: Lineage, form: str) -> None:
    cited = client.get(f"/q/{doubtful.code}.{form}").content.decode()
    assert "words probably of Sergey Lavrov" in cited


def test_finding_of_two_versions_says_whose_the_words_probably_are(client: Client, doubtful: Lineage) -> None:
    page = client.get(pages(doubtful)[1]).content.decode()
    assert "words that are probably Sergey Lavrov’s" in page
    assert "in Sergey Lavrov’s words" not in page


def test_exports_say_how_sure_the_speaker_is(client: Client, doubtful: Lineage) -> None:
    exported = json.loads(client.get(f"/q/{doubtful.code}.json").content)
    assert (exported["speaker_sure"], exported["printings"][0]["speaker_sure"]) == (False, False)
    table = client.get(f"/q/{doubtful.code}.csv").content.decode().splitlines()
    assert ",speaker,speaker_sure," in table[0]
    assert ",Sergey Lavrov,False," in table[1]
    author = ElementTree.fromstring(client.get(f"/q/{doubtful.code}.tei.xml").content).find(".//{*}titleStmt/{*}author")
    assert author is not None
    assert author.get("cert") == "medium"
    linked = client.get(f"/q/{doubtful.code}.jsonld").content.decode()
    assert '"creator"' not in linked
    assert '"prov:qualifiedAttribution"' in linked
    rows = json.loads(client.get("/quotations.json").content)["rows"]
    assert [row["speaker_sure"] for row in rows] == [False]


def test_api_says_how_sure_the_speaker_is(client: Client, doubtful: Lineage) -> None:
    quote = doubtful.printings.earliest_first()[0].quote
    assert client.get(f"/api/v1/quotes/{quote.pk}").json()["speaker_sure"] is False
    assert client.get(f"/api/v1/lineages/{doubtful.code}").json()["speaker_sure"] is False
    assert client.get("/api/v1/lineages").json()["items"][0]["speaker_sure"] is False
    assert client.get("/api/v1/check", {"q": TASS}).json()["speakers"] == [
        {"name": "Sergey Lavrov", "sure": False, "printings": 2}
    ]


def test_check_accuses_nobody_on_the_strength_of_doubtful_names(client: Client, doubtful: Lineage) -> None:
    found = client.get("/api/v1/check", {"q": TASS, "speaker": "John Kerry"}).json()
    assert found["verdict"] == "matches"
    page = client.get("/check", {"q": TASS, "speaker": "John Kerry"}).content.decode()
    assert "probably mean Sergey Lavrov as the speaker, not John Kerry. None of them says so clearly." in page


def test_revision_records_a_doubt_and_older_revisions_have_none(client: Client, doubtful: Lineage) -> None:
    assert "probably " in client.get(f"/q/{doubtful.code}/r1").content.decode()
    quotes = [printing.quote for printing in doubtful.printings.all()]
    for quote in quotes:
        quote.speaker_certainty = SpeakerCertainty.SURE
        quote.save()
    doubtful.refresh_summary()
    record_pending_revisions()
    assert "speaker_sure" not in client.get(f"/q/{doubtful.code}/r2.json").content.decode()
    assert "probably" not in client.get(f"/q/{doubtful.code}/r2").content.decode()
    assert "(speaker)" in client.get(f"/q/{doubtful.code}/since/1").content.decode()


def test_speaker_page_counts_what_is_only_probable(client: Client, doubtful: Lineage) -> None:
    assert (
        "In 2 of these, the speaker is only probably <bdi>Sergey Lavrov</bdi>." in client.get("/s/sergey-lavrov").text
    )
    assert DOUBT in client.get("/s/sergey-lavrov/in-other-words").text
