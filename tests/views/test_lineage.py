"""Lineage page."""

import re
from datetime import date

import pytest
from django.test import Client
from django.utils.html import strip_tags
from pytest_django import DjangoAssertNumQueries

from articles.models import Lineage, LineageCode
from tests.support.makers import SANA, TASS, make_article, make_lineage, make_quote

pytestmark = pytest.mark.django_db

HTMX = {"HX-Request": "true"}
QUERIES = 6  # its mark; the code; what was split off; the printings; the aliases; what else their articles share
QUERIES_OF_A_PART = 4  # its mark; the code with its lineage; the printings; the names that mean the same


@pytest.fixture
def lavrov() -> Lineage:
    return make_lineage(
        make_quote(TASS, occasion="in an interview with the Vesti.doc programme", credit="TASS"),
        make_quote(SANA, outlet="SANA"),
        code="7KQ2M9X4VD",
    )


def test_lineage_page_begins_with_the_verdict(client: Client, lavrov: Lineage) -> None:
    page = client.get(lavrov.get_absolute_url()).content.decode()
    lead = strip_tags(page.partition("<h1>")[2].partition("</header>")[0])
    assert "SANA published Sergey Lavrov\u2019s words without (life has proved they never went back" in lead
    assert "; the earliest version found (OffGuardian, 17 November 2015) has it." in lead
    assert "severity 4 of 5" in lead
    assert f'<link rel="canonical" href="http://testserver{lavrov.get_absolute_url()}">' in page
    assert TASS in text_of(page)


def test_lineage_page_counts_who_names_a_source_and_claims_no_independence(client: Client, lavrov: Lineage) -> None:
    lead = client.get(lavrov.get_absolute_url()).content.decode().partition("</header>")[2]
    credits = strip_tags(lead.partition('class="sources"')[2].partition("</p>")[0])
    assert "1 of 2 outlets names a source, TASS; 1 names none." in credits
    assert credits.endswith("Identical wording alone does not show copying.")
    assert "independent source" not in lead


def test_lineage_page_says_that_articles_credit_different_speakers(client: Client) -> None:
    lineage = make_lineage(
        make_quote(TASS), make_quote(TASS, outlet="RT"), make_quote(SANA, outlet="SANA", speaker="John Kerry")
    )
    page = strip_tags(client.get(lineage.get_absolute_url()).content.decode())
    assert "Credited to different speakers. Sergey Lavrov in 2 versions, John Kerry in 1 version (SANA)." in page
    assert "Credited to different speakers" not in client.get(make_lineage().get_absolute_url()).content.decode()


def text_of(page: str) -> str:
    """Return what is left to read of the words with their places: without the numbers."""
    words = page.partition('<blockquote class="words')[2].partition("</blockquote>")[0].partition("<p>")[2]
    return strip_tags(re.sub(r'<button type="button" class="key".*?</button>', "", words))


def test_lineage_page_tells_the_story(client: Client, lavrov: Lineage) -> None:
    page = client.get(lavrov.get_absolute_url()).content.decode()
    story = strip_tags(page.partition('class="told"')[2])
    assert "SANA published ISIS where OffGuardian has Islamic State." in story
    assert "never went back" not in story.partition("Who published")[0]  # the verdict says that


def test_lineage_page_opens_each_difference_in_place(client: Client, lavrov: Lineage) -> None:
    page = client.get(lavrov.get_absolute_url()).content.decode()
    for number, words in ((1, "left out"), (2, "ISIS")):
        assert f'popovertarget="readings-{number}"' in page
        difference = page.partition(f'<section popover class="difference" id="readings-{number}"')[2]
        assert words in difference.partition("</section>")[0]


def test_lineage_page_sets_the_chosen_versions_in_columns(client: Client, lavrov: Lineage) -> None:
    folded = client.get(lavrov.get_absolute_url()).content.decode()
    assert '<details class="fold" id="versions">' in folded
    page = client.get(lavrov.get_absolute_url(), {"versions": ["B"]}).content.decode()
    assert '<details class="fold" id="versions" open>' in page
    assert '<input type="checkbox" name="versions" value="B" checked>' in page
    table = page.partition('<table class="columns">')[2].partition("</table>")[0]
    assert "(left out)" in table
    assert ">ISIS<" in table


def test_lineage_page_takes_the_base_from_the_address(client: Client, lavrov: Lineage) -> None:
    first, second = (printing.quote_id for printing in lavrov.printings.earliest_first())
    page = client.get(lavrov.get_absolute_url(), {"base": str(second)}).content.decode()
    assert SANA in text_of(page)
    assert f'href="{lavrov.get_absolute_url()}?base={first}#words"' in page


def test_lineage_page_sends_htmx_the_words_alone(client: Client, lavrov: Lineage) -> None:
    second = lavrov.printings.earliest_first()[1].quote_id
    response = client.get(lavrov.get_absolute_url(), {"base": str(second)}, headers=HTMX)
    fragment = response.content.decode()
    assert "<html" not in fragment
    assert 'id="words-heading" tabindex="-1" autofocus' in fragment
    assert "All versions are now compared with SANA." in fragment
    assert "comparison-heading" not in fragment
    assert "HX-Request" in response["Vary"]


def test_lineage_page_lists_the_descent_in_words(client: Client, lavrov: Lineage) -> None:
    tree = strip_tags(client.get(lavrov.get_absolute_url()).content.decode().partition('class="tree"')[2])
    words = " ".join(tree.split())
    assert "TASS not in this collection; credited as the source OffGuardian version A from TASS: credited" in words
    assert "SANA version B from this text or a copy of it: only this source fits" in words
    assert "copied from" not in words


def test_lineage_page_links_a_printing_to_its_words(client: Client) -> None:
    article = make_article(f"\u201c{TASS}\u201d he said", url="https://off-guardian.org/x")
    page = client.get(make_lineage(make_quote(TASS, article=article)).get_absolute_url()).content.decode()
    assert 'href="https://off-guardian.org/x#:~:text=pledged%20not%20to%20take%20any,' in page


def test_lineage_page_calls_no_archive_search_a_copy(client: Client) -> None:
    texts = {"": "Find an archived copy", "https://archive.example/1": ">Archived copy</a>"}
    for number, (archive, words) in enumerate(texts.items()):
        url = f"https://off-guardian.org/{number}"
        article = make_article(f"\u201c{TASS}\u201d he said, {number}", url=url, archive=archive)
        page = client.get(make_lineage(make_quote(TASS, article=article)).get_absolute_url()).content.decode()
        assert words in page
        assert (">Archived copy</a>" in page) == bool(archive)
        assert f'href="{archive}#:~:text=pledged' in page if archive else f"/web/20151117/{url}" in page


def test_lineage_page_lists_many_printings_by_wording(client: Client) -> None:
    same = [make_quote(TASS, outlet=f"Outlet {n}") for n in range(14)]
    others = [make_quote(f"{TASS} {word}", outlet=word) for word in "ab cd ef gh ij kl mn op qr st uv wx yz".split()]
    address = make_lineage(*same, *others).get_absolute_url()
    page = client.get(address).content.decode()
    assert "<summary>14 articles: " in page
    assert page.count('id="printing-') == 12 + 11
    assert '<a href="?wording=A#wording-A">All 14 articles with version A</a>' in page
    assert '<a href="?wording=all#printings">All 14 versions</a>' in page
    assert client.get(address, {"wording": "A"}).content.decode().count('id="printing-') == 14 + 11
    assert "All 14 versions" not in client.get(address, {"wording": "all"}).content.decode()


def test_lineage_page_pages_hundreds_of_printings(client: Client) -> None:
    same = [make_quote(TASS, outlet=f"Outlet {n}") for n in range(130)]
    address = make_lineage(*same, make_quote(SANA, outlet="SANA")).get_absolute_url()
    first = client.get(address, {"wording": "A"}).content.decode()
    assert first.count('id="printing-') == 100 + 1
    assert '<a href="?wording=A&amp;from=100#wording-A">Articles 101 and on</a>' in first
    rest = client.get(address, {"wording": "A", "from": "100"}).content.decode()
    assert rest.count('id="printing-') == 30 + 1
    assert "and on</a>" not in rest


@pytest.mark.parametrize("start", ["x", "-1", "9" * 30, ""])
def test_lineage_page_begins_at_the_first_printing_when_the_start_is_invalid(
    client: Client, lavrov: Lineage, start: str
) -> None:
    assert client.get(lavrov.get_absolute_url(), {"wording": "A", "from": start}).status_code == 200


def test_lineage_page_shows_hundreds_of_printings(client: Client) -> None:
    quotes = [make_quote(f"{TASS} {n // 2}", outlet=f"Outlet {n}") for n in range(240)]
    page = client.get(make_lineage(*quotes).get_absolute_url()).content.decode()
    assert "70 more versions, each published by few outlets, are not compared." in page
    assert len(page) < 400_000


def test_lineage_page_begins_with_speaker_occasion_and_day(client: Client) -> None:
    quote = make_quote(TASS, occasion="on Tuesday")
    quote.said_on = date(2015, 11, 17)
    quote.save()
    page = client.get(make_lineage(quote).get_absolute_url()).content.decode()
    assert "Sergey Lavrov said this <bdi>on Tuesday</bdi> (17 November 2015), according to OffGuardian." in page


def test_lineage_page_has_its_parts_in_the_order_of_their_weight(client: Client, lavrov: Lineage) -> None:
    page = client.get(lavrov.get_absolute_url()).content.decode()
    anchors = ["comparison", "words", "published", "versions", "descent", "sharing"]
    places = [page.index(f'id="{anchor}"') for anchor in anchors]
    assert places == sorted(places)


def test_lineage_page_compares_two_printings(client: Client, lavrov: Lineage) -> None:
    page = client.get(lavrov.get_absolute_url()).content.decode()
    assert re.search(r"<del [^>]*>.*?Islamic State</del>", page)
    assert re.search(r"<ins [^>]*>.*?ISIS</ins>", page)


@pytest.mark.parametrize(
    "path",
    [
        pytest.param("/q/7KQ2M9X4VD", id="no slug"),
        pytest.param("/q/7KQ2M9X4VD/", id="a slash"),
        pytest.param("/q/7KQ2M9X4VD/another-slug", id="another slug"),
        pytest.param("/q/7KQ2M9X4VD/another-slug/", id="another slug and a slash"),
        pytest.param("/q/7kq2m9x4vd/", id="lower case"),
        pytest.param("/q/7KQ2M-9X4VD", id="a hyphen"),
    ],
)
def test_lineage_page_redirects_other_spellings_in_one_hop(client: Client, lavrov: Lineage, path: str) -> None:
    response = client.get(f"{path}?base=1")
    assert response.status_code == 301
    assert response["Location"] == f"{lavrov.get_absolute_url()}?base=1"


def test_lineage_page_corrects_misread_letters(client: Client) -> None:
    lineage = make_lineage(code="0011223344")
    response = client.get("/q/OoIl-22-3344")
    assert (response.status_code, response["Location"]) == (301, lineage.get_absolute_url())


def test_lineage_page_redirects_in_one_hop_when_merged(client: Client, lavrov: Lineage) -> None:
    LineageCode.objects.create(code="0000000001", lineage=lavrov)
    response = client.get("/q/o00000000l/old-slug")
    assert (response.status_code, response["Location"]) == (301, lavrov.get_absolute_url())


def test_lineage_page_says_why_when_withdrawn(client: Client) -> None:
    LineageCode.objects.create(code="0000000001", lineage=None, gone_because="The outlet <b>retracted</b> its article.")
    response = client.get("/q/0000000001/some-words")
    assert response.status_code == 410
    assert "The outlet &lt;b&gt;retracted&lt;/b&gt; its article." in response.content.decode()


def test_lineage_page_answers_410_without_printings(client: Client, lavrov: Lineage) -> None:
    lavrov.printings.all().delete()
    assert client.get(lavrov.get_absolute_url()).status_code == 410


@pytest.mark.parametrize(
    "path", ["/q/ZZZZZZZZZZ", "/q/ZZZZZZZZZZ/words", "/q/x", "/q/%00", "/q/\u0421\u0418\u0420\u0418\u042f"]
)
def test_lineage_page_answers_404_for_unknown_codes(client: Client, path: str) -> None:
    response = client.get(path)
    assert response.status_code == 404
    assert "<h1>Page not found</h1>" in response.content.decode()


def test_lineage_page_takes_slugs_in_any_script(client: Client) -> None:
    lineage = make_lineage(make_quote("Сирийская армия не отступит"))
    assert client.get(lineage.get_absolute_url()).status_code == 200


def pair_in(page: str) -> list[str]:
    """Who stands left and right."""
    return re.findall(r'<div class="side">\s*<h3>.*?<bdi>(.*?)</bdi>', page)


def test_lineage_page_opens_with_the_earliest_version_and_the_most_serious_change(client: Client) -> None:
    dropped = TASS.replace("pledged not to", "pledged to")
    lineage = make_lineage(
        make_quote(TASS),
        make_quote(SANA, outlet="SANA"),
        make_quote(dropped, outlet="RT"),
        make_quote(TASS.replace("capable", "fully capable"), outlet="Press TV"),
    )
    first, _, third, _ = (printing.quote_id for printing in lineage.printings.earliest_first())
    page = client.get(lineage.get_absolute_url()).content.decode()
    assert pair_in(page) == ["OffGuardian", "RT"]
    assert f'<a class="key" href="/q/{lineage.code}/{first}..{third}#change-' in page
    assert f'<a href="/q/{lineage.code}/{first}..{third}">Every change between the two' in page


def test_lineage_page_redirects_former_addresses_of_pairs_permanently(client: Client, lavrov: Lineage) -> None:
    first, second = (printing.quote_id for printing in lavrov.printings.earliest_first())
    query = {"a": str(second), "b": str(first), "base": str(first), "view": "one"}
    response = client.get(lavrov.get_absolute_url(), query)
    assert (response.status_code, response["Location"]) == (301, f"/q/7KQ2M9X4VD/{second}..{first}?view=one")


@pytest.mark.parametrize(
    ("chosen", "pair", "status"),
    [
        pytest.param({"a": 2}, (2, 1), 302, id="left alone"),
        pytest.param({"b": 2}, (1, 2), 302, id="right alone"),
        pytest.param({"b": 1}, (2, 1), 302, id="the first, on the right"),
        pytest.param({"a": 1, "b": 1}, (1, 1), 301, id="one on both sides"),
    ],
)
def test_lineage_page_completes_half_a_pair(
    client: Client, lavrov: Lineage, chosen: dict[str, int], pair: tuple[int, int], status: int
) -> None:
    keys = [printing.quote_id for printing in lavrov.printings.earliest_first()]
    query = {side: str(keys[number - 1]) for side, number in chosen.items()}
    response = client.get(lavrov.get_absolute_url(), query)
    left, right = (keys[number - 1] for number in pair)
    assert (response.status_code, response["Location"]) == (status, f"/q/7KQ2M9X4VD/{left}..{right}")


@pytest.mark.parametrize("bad", ["0", "999999", "x", "-1", "9" * 40, "%00", "1 OR 1=1"])
@pytest.mark.parametrize("side", ["a", "b", "base"])
def test_lineage_page_answers_404_with_a_way_back_for_unknown_printings(
    client: Client, lavrov: Lineage, side: str, bad: str
) -> None:
    response = client.get(lavrov.get_absolute_url(), {side: bad})
    assert response.status_code == 404
    page = response.content.decode()
    assert "This quotation has no such version" in page
    assert f'<a href="{lavrov.get_absolute_url()}">' in page


def test_lineage_page_is_sent_whole_when_going_back(client: Client, lavrov: Lineage) -> None:
    response = client.get(lavrov.get_absolute_url(), headers=HTMX | {"HX-History-Restore-Request": "true"})
    page = response.content.decode()
    assert "<html" in page
    assert "autofocus" not in page
    assert "HX-Request" in response["Vary"]


def test_lineage_page_says_when_there_is_one_printing(client: Client) -> None:
    page = client.get(make_lineage().get_absolute_url()).content.decode()
    assert "Only one version of these words has been found so far" in page
    assert ">Published by</h2>" in page
    assert "<del" not in page


def test_lineage_page_sets_translations_side_by_side_with_a_reason(client: Client) -> None:
    lineage = make_lineage(
        make_quote("the strikes were selective, I would say sparing, and in most cases spared those groups"),
        make_quote("blows fell with care upon whoever could not push at an army", outlet="SANA"),
    )
    page = client.get(lineage.get_absolute_url()).content.decode()
    assert "They may be two translations," in page
    assert '<p class="mode apart">' in page
    assert "<del" not in page


@pytest.mark.parametrize("printings", [1, 3])
@pytest.mark.parametrize(("headers", "queries"), [({}, QUERIES), (HTMX, QUERIES_OF_A_PART)])
def test_lineage_page_takes_a_constant_number_of_queries(
    client: Client,
    django_assert_num_queries: DjangoAssertNumQueries,
    printings: int,
    headers: dict[str, str],
    queries: int,
) -> None:
    lineage = make_lineage(*(make_quote(f"{TASS} {n}", outlet=f"Outlet {n}") for n in range(printings)))
    address = lineage.get_absolute_url()
    with django_assert_num_queries(queries):
        client.get(address, headers=headers)


def test_lineage_page_escapes_hostile_text(client: Client) -> None:
    hostile = '<script>alert("x")</script> </blockquote> & {{ secret }}'
    lineage = make_lineage(
        make_quote(f"{TASS} {hostile}", occasion=hostile, credit=hostile, speaker=""),
        make_quote(f"{SANA} {hostile}", outlet=hostile),
    )
    page = client.get(lineage.get_absolute_url()).content.decode()
    assert "<script>" not in page
    assert page.count("<script") == page.count("</script>") == 3
    assert "&lt;script&gt;" in page


def test_lineage_page_refuses_post(client: Client, lavrov: Lineage) -> None:
    assert client.post(lavrov.get_absolute_url()).status_code == 405
    assert client.head(lavrov.get_absolute_url()).status_code == 200
