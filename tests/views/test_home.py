"""Home page."""

from datetime import UTC, datetime

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from articles.engine.text.aliases import STANDARD_ALIASES
from articles.models import Lineage
from articles.views.http.keyset_pagination import ROWS_A_PAGE
from tests.support.makers import SANA, TASS, make_lineage, make_quote, record_lineage_variants

pytestmark = pytest.mark.django_db

QUERIES = 4  # whether anything changed; the lineages; the most altered ones; the names that mean the same


def test_home_says_when_the_site_is_empty(client: Client) -> None:
    page = client.get("/").content.decode()
    assert "The same words, published differently" in page
    assert "No article has been collected yet" in page


def make_altered(*texts: tuple[str, str]) -> Lineage:
    """Return a lineage of these outlets and texts, published on one day after the other, with its variants."""
    days = (datetime(2015, 11, day, tzinfo=UTC) for day in range(17, 30))
    quotes = [make_quote(text, outlet=name, published=day) for (name, text), day in zip(texts, days, strict=False)]
    lineage = make_lineage(*quotes)
    record_lineage_variants([lineage], STANDARD_ALIASES)
    return lineage


def test_home_begins_with_the_most_serious_change_between_complete_versions(client: Client) -> None:
    make_altered(*((name, "It is a colossal mistake") for name in ("RT", "SANA", "TASS", "AP")))
    make_altered(("OffGuardian", TASS), ("SANA", SANA), ("RT", TASS))
    tax = "We will not raise taxes on working families this year, and I have said so many times before today"
    dropped = make_altered(("Reuters", tax), ("Fox News", tax.replace("not ", "")), ("AP", tax.replace("not ", "")))
    page = client.get("/").content.decode()
    example = page[page.index("example-heading") : page.index("list-heading")]
    first, fox = dropped.printings.order_by("pk").values_list("quote", flat=True)[:2]
    assert f'<a href="/q/{dropped.code}/{first}..{fox}"><q dir="auto">not</q> dropped by <bdi>Fox News</bdi>' in example
    assert " and 1 other</a>" in example
    assert "severity 5 of 5" in example
    assert '<del><span class="vh">changed from: </span>not</del>' in example
    assert f'<a href="{dropped.get_absolute_url()}">All 3 versions of this quotation</a>' in example


def test_home_takes_no_version_that_stops_half_way_as_example(client: Client) -> None:
    whole = (
        "If I did, you should not believe me. Nobody is going to pay more than they do, and that is a promise to all"
    )
    cut = make_altered(("Reuters", whole), ("Fox News", "If I do, you should not believe me."))
    assert cut.severity
    assert "example-heading" not in client.get("/").content.decode()


def test_home_cuts_the_example_around_the_change(client: Client) -> None:
    words = " ".join(f"word{n}" for n in range(40))
    make_altered(("Reuters", f"{words} we will not pay {words}"), ("Fox News", f"{words} we will pay {words}"))
    page = client.get("/").content.decode()
    example = page[page.index("example-heading") : page.index("list-heading")]
    assert "\u2026word33 word34" in example
    assert "word32" not in example


def test_home_has_no_example_without_two_wordings(client: Client) -> None:
    make_altered(("OffGuardian", TASS), ("SANA", TASS))
    assert "example-heading" not in client.get("/").content.decode()


def test_home_says_under_each_quotation_what_changed(client: Client) -> None:
    make_altered(("OffGuardian", TASS), ("SANA", SANA))
    make_altered(("RT", "It is a colossal mistake"), ("TASS", "It is a colossal mistake"))
    make_lineage(make_quote("Published once"))
    Lineage.objects.update(stale=False)
    page = client.get("/").content.decode()
    listing = page[page.index("list-heading") :]
    assert listing.count('<p class="finding') == 2
    assert "dropped by <bdi>SANA</bdi></a>" in listing
    assert "Same words in every version, as far as each goes" in listing


def test_home_lists_more_outlets_first(client: Client) -> None:
    make_lineage(make_quote("Printed once"))
    make_lineage(make_quote("Printed twice"), make_quote("Printed twice", outlet="SANA"))
    page = client.get("/").content.decode()
    assert page.index("Printed twice") < page.index("Printed once")


def test_home_lists_the_same_quotations_in_other_orders(client: Client) -> None:
    old = make_lineage(make_quote("Printed long ago", published=datetime(2014, 1, 1, tzinfo=UTC)))
    new = make_lineage(make_quote("Printed of late", published=datetime(2018, 1, 1, tzinfo=UTC)))
    undated = make_lineage(make_quote("Printed one day", published=None))
    Lineage.objects.filter(pk=new.pk).update(altered=9)
    Lineage.objects.filter(pk=old.pk).update(severity=4, altered=4)
    altered, newest = (client.get(path).content.decode() for path in ("/altered", "/newest"))
    assert altered.index(old.code) < altered.index(new.code)
    assert newest.index(new.code) < newest.index(old.code)
    assert undated.code in altered
    assert undated.code not in newest
    assert '<a href="/newest" aria-current="true">' in newest
    assert '<link rel="canonical" href="http://testserver/newest">' in newest


def test_home_is_paged_by_code(client: Client) -> None:
    lineages = [make_lineage(make_quote(f"Quotation number {n}.")) for n in range(ROWS_A_PAGE + 1)]
    last_shown, hidden = lineages[1], lineages[0]
    page = client.get("/").content.decode()
    assert f'href="/?after={last_shown.code}"' in page
    assert hidden.code not in page
    further = client.get("/", {"after": last_shown.code}).content.decode()
    assert hidden.code in further
    assert "Back to the first page" in further
    assert f'<link rel="canonical" href="http://testserver/?after={last_shown.code}">' in further


def test_home_answers_404_behind_an_unknown_code(client: Client) -> None:
    assert client.get("/?after=ZZZZZZZZZZ").status_code == 404


def test_home_lists_a_lineage_without_first_printing(client: Client) -> None:
    lineage = make_lineage()
    Lineage.objects.update(first=None)
    assert lineage.code in client.get("/").content.decode()


@pytest.mark.parametrize("lineages", [1, 3])
def test_home_takes_a_constant_number_of_queries(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries, lineages: int
) -> None:
    for n in range(lineages):
        make_lineage(make_quote(f"{TASS} {n}", outlet=f"Outlet {n}"), make_quote(f"{SANA} {n}", outlet="SANA"))
    with django_assert_num_queries(QUERIES):
        client.get("/")
