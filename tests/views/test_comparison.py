"""Comparison page: two printings at a permanent address."""

import re

import pytest
from django.test import Client
from django.utils.html import strip_tags
from pytest_django import DjangoAssertNumQueries

from articles.models import Lineage, LineageCode
from tests.support.makers import SANA, TASS, make_lineage, make_quote

pytestmark = pytest.mark.django_db

HTMX = {"HX-Request": "true"}
QUERIES = 4  # its mark; the code with its lineage; the printings; the names that mean the same


@pytest.fixture
def lavrov() -> Lineage:
    return make_lineage(make_quote(TASS), make_quote(f"{SANA}.", outlet="SANA"), make_quote(TASS, outlet="RT"))


def keys(lineage: Lineage) -> list[int]:
    return [printing.quote_id for printing in lineage.printings.earliest_first()]


def page_of(client: Client, lineage: Lineage, **asked: str) -> str:
    first, second, *_ = keys(lineage)
    return client.get(lineage.get_comparison_url(first, second), asked).content.decode()


def test_comparison_page_shows_both_printings_with_every_change(client: Client, lavrov: Lineage) -> None:
    page = page_of(client, lavrov)
    assert re.findall(r'<div class="side">\s*<h3>.*?<bdi>(.*?)</bdi>', page) == ["OffGuardian", "SANA"]
    assert "2 changes of wording, and 1 difference of punctuation." in page
    assert re.search(r"<del [^>]*>.*?Islamic State</del>", page)
    assert re.search(r"<ins [^>]*>.*?ISIS</ins>", page)
    assert f'<a href="{lavrov.get_absolute_url()}">All versions of this quotation' in page


def test_comparison_page_is_titled_with_its_finding(client: Client, lavrov: Lineage) -> None:
    page = page_of(client, lavrov)
    finding = re.search(r"<title>(.*?) \u2013 Quote provenance</title>", page)
    assert finding
    assert finding[1] in page.partition("<main")[2]
    assert "Sergey Lavrov" in finding[1]


def test_comparison_page_leads_to_both_articles_and_can_be_cited(client: Client, lavrov: Lineage) -> None:
    page = page_of(client, lavrov)
    for printing in list(lavrov.printings.earliest_first())[:2]:
        assert f'href="{printing.quote.get_absolute_url()}"' in page
    assert "A sentence for your text" in page
    assert "Picture of this" in page
    assert '<a rel="next"' in page


def test_comparison_page_gives_no_severity_to_where_a_version_ends(client: Client) -> None:
    whole = "We will not raise taxes on working families this year, and I will not say it twice"
    lineage = make_lineage(make_quote(whole), make_quote(whole.partition(", and")[0], outlet="SANA"))
    page = page_of(client, lineage)
    assert "a choice of passage" in page
    assert "severity" not in page.partition("<main")[2]


def test_comparison_page_links_text_and_list_of_changes(client: Client, lavrov: Lineage) -> None:
    page = page_of(client, lavrov)
    for target in re.findall(r'href="#([^"]+)"', page):
        assert f'id="{target}"' in page


def test_comparison_page_gives_every_change_a_permalink(client: Client, lavrov: Lineage) -> None:
    first, second, _ = keys(lavrov)
    page = page_of(client, lavrov, view="one")
    links = re.findall(r'class="permalink" href="([^"#]+)#([^"]+)"', page)
    assert len(links) == 3
    assert {address for address, _ in links} == {f"/q/{lavrov.code}/{first}..{second}"}
    assert all(f'id="{anchor}"' in page for _, anchor in links)


def test_permalink_of_a_change_names_the_place(client: Client, lavrov: Lineage) -> None:
    anchors = re.findall(r'<li id="(change-\d+)">', page_of(client, lavrov))
    assert anchors[0] == f"change-{TASS.index('(life')}"
    assert anchors[1] == f"change-{TASS.index('Islamic State')}"


def test_comparison_page_merges_both_texts_on_request(client: Client, lavrov: Lineage) -> None:
    page = page_of(client, lavrov, view="one")
    words = page.partition('<blockquote class="as-printed"')[2].partition("</blockquote>")[0]
    assert '<div class="sides"' not in page
    assert re.search(r"<del [^>]*>.*?Islamic State</del><ins [^>]*>.*?ISIS</ins>", words)
    kept = re.sub(r'<ins.*?</ins>|<a class="key".*?</a>|<span class="vh">.*?</span>', "", words.partition("<p>")[2])
    assert strip_tags(kept) == TASS


def test_comparison_page_leaves_out_typography_on_request(client: Client, lavrov: Lineage) -> None:
    page = page_of(client, lavrov, typography="off")
    assert 'class="slight"' not in page
    assert "2 changes of wording; punctuation is ignored." in page
    assert ">With typography</a>" in page
    assert 'class="slight"' in page_of(client, lavrov)


def test_comparison_page_keeps_its_options_when_swapped(client: Client, lavrov: Lineage) -> None:
    first, second, _ = keys(lavrov)
    page = page_of(client, lavrov, view="one", typography="off")
    assert f'href="/q/{lavrov.code}/{second}..{first}?view=one&amp;typography=off#comparison"' in page
    assert '<input type="hidden" name="view" value="one">' in page
    assert f'<link rel="canonical" href="http://testserver/q/{lavrov.code}/{first}..{second}">' in page


def test_comparison_page_sends_htmx_the_part_alone(client: Client, lavrov: Lineage) -> None:
    first, second, _ = keys(lavrov)
    response = client.get(lavrov.get_comparison_url(first, second), headers=HTMX)
    fragment = response.content.decode()
    assert "<html" not in fragment
    assert "<del " in fragment
    assert "autofocus" in fragment
    assert "hx-swap-oob" in fragment
    assert "HX-Request" in response["Vary"]


@pytest.mark.parametrize(
    "spelling", ["{code}/{a}..{b}/", "{lower}/{a}..{b}", "{code}/0{a}..{b}", "{lower}/{a}..00{b}/"]
)
def test_comparison_page_redirects_other_spellings_in_one_hop(client: Client, lavrov: Lineage, spelling: str) -> None:
    first, second, _ = keys(lavrov)
    path = spelling.format(code=lavrov.code, lower=lavrov.code.lower(), a=first, b=second)
    response = client.get(f"/q/{path}?view=one")
    assert (response.status_code, response["Location"]) == (301, f"/q/{lavrov.code}/{first}..{second}?view=one")


def test_comparison_page_redirects_to_the_same_pair_when_merged(client: Client, lavrov: Lineage) -> None:
    first, second, _ = keys(lavrov)
    LineageCode.objects.create(code="0000000001", lineage=lavrov)
    response = client.get(f"/q/0000000001/{first}..{second}")
    assert (response.status_code, response["Location"]) == (301, f"/q/{lavrov.code}/{first}..{second}")


def test_comparison_page_redirects_when_both_are_in_another_lineage(client: Client, lavrov: Lineage) -> None:
    first, second, third = keys(lavrov)
    lengths = {printing.quote_id: (0, len(printing.quote.text)) for printing in lavrov.printings.all()}
    lavrov.set_printings({third: lengths[third]})
    other = Lineage.objects.bulk_create_with_codes([None])[0]
    other.set_printings({first: lengths[first], second: lengths[second]})
    response = client.get(f"/q/{lavrov.code}/{first}..{second}")
    assert (response.status_code, response["Location"]) == (301, f"/q/{other.code}/{first}..{second}")


def test_comparison_page_answers_410_when_separated(client: Client, lavrov: Lineage) -> None:
    first, second, third = keys(lavrov)
    lengths = {printing.quote_id: (0, len(printing.quote.text)) for printing in lavrov.printings.all()}
    lavrov.set_printings({first: lengths[first], third: lengths[third]})
    response = client.get(f"/q/{lavrov.code}/{first}..{second}")
    assert response.status_code == 410
    page = response.content.decode()
    assert "no longer treated as the same quotation" in page
    assert page.count("#quote-") == 2


def test_comparison_page_answers_404_for_printings_of_other_lineages(client: Client, lavrov: Lineage) -> None:
    strangers = make_quote("It is a colossal mistake"), make_quote("We noted tactical successes")
    response = client.get(f"/q/{lavrov.code}/{strangers[0].pk}..{strangers[1].pk}")
    assert response.status_code == 404


@pytest.mark.parametrize("other", ["0", "999999", "9" * 40])
def test_comparison_page_answers_404_with_a_way_back(client: Client, lavrov: Lineage, other: str) -> None:
    response = client.get(f"/q/{lavrov.code}/{keys(lavrov)[0]}..{other}")
    assert response.status_code == 404
    assert f'<a href="{lavrov.get_absolute_url()}">' in response.content.decode()


def test_comparison_page_answers_410_when_withdrawn(client: Client) -> None:
    LineageCode.objects.create(code="0000000001", lineage=None, gone_because="The outlet retracted its article.")
    assert client.get("/q/0000000001/1..2").status_code == 410


def test_comparison_page_says_what_only_a_person_can_tell(client: Client) -> None:
    one = "They want the Islamic State to weaken Assad as soon as possible to force him to step down this or that way"
    other = (
        "the coalition hopes the Islamic State will weaken Assad as soon as it can and make him step down in the end"
    )
    lineage = make_lineage(make_quote(one), make_quote(other, outlet="SANA"))
    first, second = keys(lineage)
    page = client.get(lineage.get_comparison_url(first, second)).content.decode()
    assert '<p class="mode doubtful">' in page
    assert "judge for yourself" in page


@pytest.mark.parametrize("printings", [2, 4])
def test_comparison_page_takes_a_constant_number_of_queries(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries, printings: int
) -> None:
    lineage = make_lineage(*(make_quote(f"{TASS} {n}", outlet=f"Outlet {n}") for n in range(printings)))
    address = lineage.get_comparison_url(*keys(lineage)[:2])
    with django_assert_num_queries(QUERIES):
        client.get(address)


def test_comparison_page_escapes_hostile_text(client: Client) -> None:
    hostile = '<script>alert("x")</script> </blockquote> & {{ secret }}'
    lineage = make_lineage(make_quote(f"{TASS} {hostile}"), make_quote(f"{SANA} {hostile} more", outlet=hostile))
    for view in ("", "one"):
        page = client.get(lineage.get_comparison_url(*keys(lineage)), {"view": view}).content.decode()
        assert page.count("<script") == page.count("</script>") == 2


def test_comparison_page_refuses_post(client: Client, lavrov: Lineage) -> None:
    first, second, _ = keys(lavrov)
    assert client.post(lavrov.get_comparison_url(first, second)).status_code == 405
