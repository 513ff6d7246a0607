"""Revision pages."""

import hashlib

import pytest
from django.contrib.auth.models import User
from django.test import Client

from articles.models import Decision, Lineage, LineageCode, Printing, Quote, Revision
from articles.services.corrections import withdraw
from articles.services.curation import merge, split_off, undo
from articles.services.revisions import is_same_content, record_pending_revisions
from tests.support.makers import SANA, TASS, make_article, make_lineage, make_quote

pytestmark = pytest.mark.django_db


@pytest.fixture
def curator() -> User:
    return User.objects.create_superuser("curator")


@pytest.fixture
def lavrov() -> Lineage:
    lineage = make_lineage(
        make_quote(TASS, occasion="in an interview", credit="TASS"),
        make_quote(SANA, outlet="SANA"),
        make_quote(TASS, outlet="RT"),
        code="7KQ2M9X4VD",
    )
    record_pending_revisions()
    return lineage


@pytest.fixture
def split(lavrov: Lineage, curator: User) -> Decision:
    return split_off(lavrov, [lavrov.printings.get(quote__article__outlet__name="SANA").quote_id], by=curator)


def test_revision_page_never_changes(client: Client, split: Decision) -> None:
    page = client.get("/q/7KQ2M9X4VD/r1")
    said = page.content.decode()
    assert page.status_code == 200
    assert "3 articles, earliest first" in said
    assert "ISIS" in said
    assert "in an interview" in said
    assert "Name swapped" in said
    assert "credited, from TASS or a copy of it" in said
    assert '<meta name="robots" content="noindex">' in said
    assert '<link rel="canonical" href="http://testserver/q/7KQ2M9X4VD">' in said
    assert page["Cache-Control"] == "public, max-age=31536000, immutable"
    assert "Cookie" not in page.get("Vary", "")
    assert page["Memento-Datetime"].endswith("GMT")
    assert "2 articles, earliest first" in client.get("/q/7KQ2M9X4VD/r2").content.decode()


def test_revision_json_has_the_hash_that_the_page_names(client: Client, lavrov: Lineage) -> None:
    data = client.get("/q/7KQ2M9X4VD/r1.json")
    sha256 = hashlib.sha256(data.content).hexdigest()
    assert data["Content-Type"] == "application/json; charset=utf-8"
    assert data["ETag"] == f'"{sha256}"'
    assert sha256 in client.get("/q/7KQ2M9X4VD/r1").content.decode()


def test_revision_page_fetches_what_changed_since(client: Client, split: Decision) -> None:
    page = client.get("/q/7KQ2M9X4VD/since/1").content.decode()
    assert "revision 1 of 2" in page
    assert "Removed: <bdi>SANA</bdi>" in page
    part = client.get("/q/7KQ2M9X4VD/since/1", headers={"HX-Request": "true"}).content.decode()
    assert "<html" not in part
    assert "Removed: <bdi>SANA</bdi>" in part
    assert "It is the newest." in client.get("/q/7KQ2M9X4VD/since/2").content.decode()


def test_history_page_says_who_and_why(client: Client, split: Decision) -> None:
    page = client.get("/q/7KQ2M9X4VD/history").content.decode()
    assert "First revision" in page
    assert "Split into lineages of 2 and 1 versions" in page
    assert "versions removed by curator" in page
    other = LineageCode.objects.get(split_from="7KQ2M9X4VD")
    assert f"{other.pk}</a> was split off from it" in page
    assert "It was split off" in client.get(f"/q/{other.pk}/history").content.decode()


def test_revision_diff_compares_any_two_revisions(client: Client, split: Decision, curator: User) -> None:
    undo(split, by=curator)
    page = client.get("/q/7KQ2M9X4VD/history/2..3").content.decode()
    assert "Added: <bdi>SANA</bdi>" in page
    assert "There are no differences." in client.get("/q/7KQ2M9X4VD/history/1..3").content.decode()
    asked = client.get("/q/7KQ2M9X4VD/history", {"from": "1", "to": "3"})
    assert (asked.status_code, asked["Location"]) == (302, "/q/7KQ2M9X4VD/history/1..3")


def test_lineage_page_links_the_revision_and_split_off_codes(client: Client, split: Decision) -> None:
    lineage = Lineage.objects.get(code="7KQ2M9X4VD")
    page = client.get(lineage.get_absolute_url()).content.decode()
    assert 'href="/q/7KQ2M9X4VD/r2"' in page
    other = Lineage.objects.exclude(pk=lineage.pk).get()
    assert f'Other versions are in a lineage of their own: <a href="{other.get_absolute_url()}">' in page
    assert f'<a href="{lineage.get_absolute_url()}">' in client.get(other.get_absolute_url()).content.decode()


def test_lineage_page_links_no_outdated_revision(client: Client, lavrov: Lineage) -> None:
    lavrov.refresh_summary()
    assert "/q/7KQ2M9X4VD/r1" not in client.get(lavrov.get_absolute_url()).content.decode()


def test_recording_twice_keeps_one_revision(lavrov: Lineage) -> None:
    assert record_pending_revisions() == 0
    lavrov.refresh_summary()
    assert record_pending_revisions() == 1
    assert Revision.objects.filter(code=lavrov.code).count() == 1


def test_recording_makes_no_revision_for_another_matcher_version_alone(
    lavrov: Lineage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("articles.services.revisions.MATCHER_VERSION", "2031.01")
    lavrov.refresh_summary()
    assert record_pending_revisions() == 1
    assert Revision.objects.get(code=lavrov.code).data["matcher"] != "2031.01"
    Quote.objects.filter(article__outlet__name="RT").update(occasion="on Tuesday")
    lavrov.refresh_summary()
    assert record_pending_revisions() == 1
    assert Revision.objects.filter(code=lavrov.code).first().data["matcher"] == "2031.01"  # type: ignore[union-attr]


def test_recording_makes_no_revision_for_another_wording_of_a_label_alone(lavrov: Lineage) -> None:
    revision = Revision.objects.get(code=lavrov.code)
    data = revision.data | {"changes": [change | {"label": "Called otherwise"} for change in revision.data["changes"]]}
    assert revision.data["changes"]
    assert is_same_content(revision.data, data)
    assert not is_same_content(revision.data, data | {"changes": []})


def test_revisions_of_a_merged_code_stay(client: Client, lavrov: Lineage, curator: User) -> None:
    other = make_lineage(make_quote("We noted tactical successes.", outlet="Sputnik"), code="7KQ2M9X4V1")
    third = make_lineage(make_quote("I would say sparing strikes.", outlet="Press TV"), code="7KQ2M9X4V2")
    record_pending_revisions()
    merge([other, third], by=curator)
    merge([lavrov, Lineage.objects.get(code="7KQ2M9X4V1")], by=curator)
    target = Lineage.objects.get().get_absolute_url()
    for code in ("7KQ2M9X4V1", "7KQ2M9X4V2"):
        answer = client.get(f"/q/{code}/old-slug?base=1")
        assert (answer.status_code, answer["Location"]) == (301, f"{target}?base=1")
        assert client.get(f"/q/{code}/r1").status_code == 200
    assert "Since then it was joined with" in client.get("/q/7KQ2M9X4V2/since/1").content.decode()


def test_withdrawn_code_says_what_it_was_when_and_why(client: Client, curator: User) -> None:
    quote = make_quote(TASS)
    make_lineage(quote, code="7KQ2M9X4V1")
    record_pending_revisions()
    batch = withdraw(quote.article, "Its outlet took the article back.", by=curator)
    for address in ("/q/7KQ2M9X4V1", "/q/7kq2m-9x4v1/slug", "/q/7KQ2M9X4V1/r1", "/q/7KQ2M9X4V1/history"):
        gone = client.get(address)
        assert gone.status_code == 410
        said = gone.content.decode()
        assert "Its outlet took the article back." in said
        assert "pledged not to take any action" in said
        assert "That was on <time" in said
    undo(batch, by=curator)
    assert client.get("/q/7KQ2M9X4V1", follow=True).status_code == 200
    assert client.get("/q/7KQ2M9X4V1/r1").status_code == 200


@pytest.mark.parametrize(
    ("asked", "address"),
    [
        pytest.param("/q/7kq2m-9x4vd/r1", "/q/7KQ2M9X4VD/r1", id="small letters and a hyphen"),
        pytest.param("/q/7KQ2M9X4VD/r01/", "/q/7KQ2M9X4VD/r1", id="a zero and a slash"),
        pytest.param("/q/7kq2m9x4vd/r1.json", "/q/7KQ2M9X4VD/r1.json", id="its data"),
        pytest.param("/q/7kq2m9x4vd/history/", "/q/7KQ2M9X4VD/history", id="the history"),
        pytest.param("/q/7kq2m9x4vd/since/01", "/q/7KQ2M9X4VD/since/1", id="since"),
    ],
)
def test_revision_pages_redirect_other_spellings_in_one_hop(
    client: Client, lavrov: Lineage, asked: str, address: str
) -> None:
    answer = client.get(asked)
    assert (answer.status_code, answer["Location"]) == (301, address)


@pytest.mark.parametrize("address", ["r0", "r9", f"r{'9' * 30}", "since/9", "history/1..9"])
def test_revision_pages_answer_404_for_unknown_revisions(client: Client, lavrov: Lineage, address: str) -> None:
    assert client.get(f"/q/7KQ2M9X4VD/{address}").status_code == 404


def test_slug_never_looks_like_a_revision(client: Client) -> None:
    article = make_article("\u201cHistory\u201d, he said. \u201cR2\u201d")
    for text, slug in (("History", "history-quotation"), ("R2", "r2-quotation")):
        lineage = make_lineage(make_quote(text, article=article))
        assert lineage.slug == slug
        assert client.get(lineage.get_absolute_url()).status_code == 200


def test_revision_diff_names_corrected_words(client: Client, lavrov: Lineage) -> None:
    printing = Printing.objects.filter(lineage=lavrov).latest("pk")
    printing.end -= 5
    printing.save()
    lavrov.refresh_summary()
    record_pending_revisions()
    assert "Corrected: <bdi>RT</bdi>" in client.get("/q/7KQ2M9X4VD/history/1..2").content.decode()
