"""Tests of outlets: one name is one outlet, and so is one host."""

import pytest

from articles.models import Outlet, OutletHost

pytestmark = pytest.mark.django_db


def test_get_or_create_at_host_joins_the_names_of_a_host() -> None:
    first = Outlet.objects.get_or_create_at_host("apnews.com", "AP News")
    assert Outlet.objects.get_or_create_at_host("apnews.com", "Associated Press") == first
    assert (first.name, first.domain, list(first.hosts.values_list("host", flat=True))) == (
        "AP News",
        "apnews.com",
        ["apnews.com"],
    )


@pytest.mark.parametrize(
    ("other_host", "name"),
    [("zdfheute.de", "ZDF"), ("dailynews.co.zw", "ZDF (dailynews.co.zw)")],
    ids=["alike", "another's"],
)
def test_get_or_create_at_host_joins_one_name_only_where_hosts_are_alike(other_host: str, name: str) -> None:
    Outlet.objects.get_or_create_at_host("zdf.de", "ZDF")
    assert Outlet.objects.get_or_create_at_host(other_host, "ZDF").name == name


def test_get_or_create_at_host_takes_an_outlet_that_is_at_no_host_yet() -> None:
    named = Outlet.objects.get_or_create_by_name("SANA")
    assert Outlet.objects.get_or_create_at_host("sana.sy", "Sana") == named
    assert Outlet.objects.get_or_create_at_host("sana.sy", "Syrian Arab News Agency") == named


def test_get_or_create_at_host_follows_the_curators_table_and_merges() -> None:
    rt, ruptly = (Outlet.objects.get_or_create_by_name(name) for name in ("RT", "Ruptly"))
    OutletHost.objects.create(host="WWW.Ruptly.TV", outlet=rt)
    assert Outlet.objects.get_or_create_at_host("ruptly.tv", "Ruptly") == rt
    Outlet.objects.filter(pk=rt.pk).update(merged_into=ruptly)
    assert Outlet.objects.get_or_create_at_host("ruptly.tv", "RT") == ruptly
