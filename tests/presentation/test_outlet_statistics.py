"""Outlet statistics compare printings with the earliest ones seen, no surer than the numbers allow."""

from datetime import UTC, datetime, timedelta
from html import unescape

import pytest
from django.test import Client
from django.utils.html import strip_tags
from pytest_django import DjangoAssertNumQueries

from articles.engine.text.aliases import STANDARD_ALIASES
from articles.models import Article, Lineage, Outlet
from articles.presentation.outlet_statistics import compute_outlet_statistics, pair_change_rates
from tests.support.makers import SANA, TASS, make_article, make_lineage, make_quote, record_lineage_variants

pytestmark = pytest.mark.django_db

DAY = datetime(2015, 11, 17, tzinfo=UTC)
QUERIES_OF_TWO = 19  # whether anything changed; the outlets; the figures of each; the lineages; their printings


def printed(*texts: tuple[str, str]) -> Lineage:
    """Return a lineage of printings in this order: outlet and words."""
    quotes = [
        make_quote(text, outlet=outlet, published=DAY + timedelta(days=n)) for n, (outlet, text) in enumerate(texts)
    ]
    lineage = make_lineage(*quotes)
    record_lineage_variants([lineage], STANDARD_ALIASES)
    return lineage


def text_of(client: Client, path: str) -> str:
    response = client.get(path)
    assert response.status_code == 200
    return " ".join(unescape(strip_tags(response.content.decode().replace("<t", " <t"))).split())


def test_outlet_page_shows_only_counts_when_printings_are_few(client: Client) -> None:
    printed(("OffGuardian", TASS), ("SANA", SANA))
    page = text_of(client, "/o/sana")
    assert "1 of its versions can be compared with an earlier one." in page
    assert "Name swapped severity 3 of 5 1" in page
    assert "Percentages need at least 20 versions" in page
    assert "\u201cISIS\u201d for \u201cIslamic State\u201d".replace("\u201c", "").replace("\u201d", "") in page
    assert "%" not in page


def test_outlet_page_shows_shares_beside_those_of_all_when_printings_are_many(client: Client) -> None:
    for n in range(30):
        printed(("OffGuardian", f"{TASS} {n}"), ("SANA", f"{SANA} {n}"), ("RT", f"{TASS} {n}"), ("TASS", f"{TASS} {n}"))
    page = text_of(client, "/o/sana")
    assert "100 % (89 to 100 %) more than usual 33 %" in page
    assert "Same words, as far as both go 0 0 % (0 to 11 %) less than usual 67 %" in page


def test_each_figure_links_to_the_printings_behind_it(client: Client) -> None:
    lineage = printed(("OffGuardian", TASS), ("SANA", SANA), ("RT", TASS))
    assert 'href="/o/sana/changes/name_swap"' in client.get("/o/sana").content.decode()
    page = client.get("/o/sana/changes/name_swap").content.decode()
    first, sana, _ = (printing.quote_id for printing in lineage.printings.order_by("pk"))
    assert f'href="/q/{lineage.code}/{first}..{sana}"' in page
    assert "Same words, as far as both go" in text_of(client, "/o/rt/changes/unchanged")


NOWHERE = ["/o/sana/changes/nonsense", "/o/nobody/changes/number", "/o/sana..sana", "/o/sana..x"]


@pytest.mark.parametrize("path", NOWHERE)
def test_unknown_addresses_are_not_found(client: Client, path: str) -> None:
    printed(("OffGuardian", TASS), ("SANA", SANA))
    assert client.get(path).status_code == 404


def test_outlet_page_shows_first_printings_and_credits(client: Client) -> None:
    printed(("OffGuardian", TASS), ("SANA", SANA))
    printed(("SANA", "a colossal mistake to demand"), ("RT", "a colossal mistake to demand"))
    make_article(outlet="SANA", credit="TASS")
    habits = compute_outlet_statistics(Outlet.objects.get(slug="sana"))
    assert (habits.first, habits.shared) == (1, 2)
    assert habits.credits == (("TASS", 1),)


def test_outlet_comparison_shows_two_outlets(client: Client) -> None:
    lineage = printed(("OffGuardian", TASS), ("SANA", SANA))
    same = printed(("RT", "a colossal mistake"), ("SANA", "a colossal mistake"), ("OffGuardian", "a colossal mistake"))
    page = text_of(client, "/o/offguardian..sana")
    assert "Published first 1 of 2 0 of 2" in page
    assert "the words differ" in page
    assert "the same words in both" in page
    html = client.get("/o/offguardian..sana").content.decode()
    assert lineage.code in html
    assert same.code in html


def test_pair_change_rates_gives_zero_for_kinds_of_one_outlet() -> None:
    printed(("OffGuardian", TASS), ("SANA", SANA), ("RT", TASS))
    sana, rt = (compute_outlet_statistics(Outlet.objects.get(slug=slug)) for slug in ("sana", "rt"))
    assert [(a.kind, a.share.count, b.share.count) for a, b in pair_change_rates(sana, rt)] == [
        ("deletion.silent.parenthetical", 1, 0),
        ("name_swap", 1, 0),
    ]


def test_outlet_comparison_says_when_nothing_is_shared(client: Client) -> None:
    make_quote(TASS)
    make_quote(SANA, outlet="SANA")
    assert "No quotation was found in both." in text_of(client, "/o/offguardian..sana")


@pytest.mark.parametrize("count", [1, 3])
def test_the_number_of_queries_does_not_grow(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries, count: int
) -> None:
    for n in range(count):
        printed(("OffGuardian", f"{TASS} {n}"), ("SANA", f"{SANA} {n}"))
    with django_assert_num_queries(QUERIES_OF_TWO):
        client.get("/o/offguardian..sana")


def test_first_printings_and_credits_link_to_the_quotations(client: Client) -> None:
    lineage = printed(("SANA", SANA), ("RT", SANA))
    alone = printed(("SANA", "nobody else prints these words of his"))
    Article.objects.filter(outlet__slug="sana").update(credit="TASS & others")
    page = client.get("/o/sana").content.decode()
    assert 'href="/o/sana/first">1</a>' in page
    assert 'href="/o/sana/crediting?whom=TASS%20%26%20others"' in page
    first = client.get("/o/sana/first").content.decode()
    assert (lineage.code in first, alone.code in first) == (True, False)
    credited = client.get("/o/sana/crediting?whom=TASS%20%26%20others").content.decode()
    assert (lineage.code in credited, alone.code in credited) == (True, True)
    assert "earliest version of no quotation" in text_of(client, "/o/rt/first")
    assert "names them" in text_of(client, "/o/rt/crediting?whom=TASS")
    assert [client.get(f"/o/sana/crediting{asked}").status_code for asked in ("", "?whom=%00")] == [404, 404]
