"""Tests of the keys of web addresses."""

import pytest

from articles.models.addresses import hash_url

TRACKED = "https://www.rt.com/news/314945-syria-help-isis-lavrov/?utm_source=twitter&utm_medium=social#comments"


@pytest.mark.parametrize(
    ("a", "b"),
    [
        pytest.param(TRACKED, "https://www.rt.com/news/314945-syria-help-isis-lavrov/", id="trackers and fragment"),
        pytest.param("http://sott.net/article/301488", "https://www.sott.net/article/301488/", id="scheme, www, slash"),
        pytest.param("https://SANA.sy/en/?p=61729", "https://sana.sy/en/?p=61729", id="case of the host"),
        pytest.param("https://a.org/?b=2&a=1", "https://a.org/?a=1&b=2", id="order of the query"),
        pytest.param(" https://a.org/x ", "https://a.org/x", id="spaces around"),
    ],
)
def test_hash_url_is_equal_for_addresses_of_one_page(a: str, b: str) -> None:
    assert hash_url(a) == hash_url(b)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        pytest.param("https://sana.sy/en/?p=61729", "https://sana.sy/en/?p=61730", id="another number in the query"),
        pytest.param("https://a.org/Case", "https://a.org/case", id="case of the path"),
        pytest.param("https://a.org/x", "https://b.org/x", id="another host"),
    ],
)
def test_hash_url_differs_for_two_pages(a: str, b: str) -> None:
    assert hash_url(a) != hash_url(b)


@pytest.mark.parametrize("nothing", ["", "   "])
def test_hash_url_is_none_without_an_address(nothing: str) -> None:
    assert hash_url(nothing) is None


@pytest.mark.parametrize("odd", ["not an address", "http://[::1", "https://a.org/\ud800", "https://" + "a" * 10_000])
def test_hash_url_hashes_strings_that_are_no_addresses(odd: str) -> None:
    assert hash_url(odd) is None or len(hash_url(odd) or "") == 64
