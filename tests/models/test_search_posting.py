"""Tests of the posting lists of the search index."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from articles.models import SearchPosting
from articles.models.search_posting import BLOCK_SIZE, hash_term

KEY, OTHER = hash_term("coalition"), hash_term("strike")


@pytest.mark.django_db
def test_load_quote_ids_is_empty_for_an_unknown_term() -> None:
    assert list(SearchPosting.objects.load_quote_ids(KEY)) == []
    assert SearchPosting.objects.estimate_counts({KEY}) == {}


@pytest.mark.django_db
def test_add_quotes_fills_blocks_in_order() -> None:
    for start in range(0, 2 * BLOCK_SIZE + 10, 100):
        SearchPosting.objects.add_quotes({KEY: range(start, min(start + 100, 2 * BLOCK_SIZE + 10)), OTHER: [start]})
    assert list(SearchPosting.objects.load_quote_ids(KEY)) == list(range(2 * BLOCK_SIZE + 10))
    assert SearchPosting.objects.filter(key=KEY).count() == 3
    assert SearchPosting.objects.estimate_counts({KEY, OTHER}) == {KEY: 3 * BLOCK_SIZE, OTHER: BLOCK_SIZE}


@pytest.mark.django_db
def test_load_quote_ids_reads_only_the_newest_blocks_when_asked() -> None:
    SearchPosting.objects.add_quotes({KEY: range(10 * BLOCK_SIZE)})
    assert list(SearchPosting.objects.load_quote_ids(KEY, newest=BLOCK_SIZE)) == list(
        range(7 * BLOCK_SIZE, 10 * BLOCK_SIZE)
    )


class Batches(TestCase):
    @settings(max_examples=30)
    @given(st.lists(st.integers(1, 3 * BLOCK_SIZE), max_size=6))
    def test_however_they_come_in_they_come_out_in_order(self, sizes: list[int]) -> None:
        at = 0
        for size in sizes:
            SearchPosting.objects.add_quotes({KEY: range(at, at + size)})
            at += size
        assert list(SearchPosting.objects.load_quote_ids(KEY)) == list(range(at))
        assert all(len(bytes(row.quotes)) <= 4 * BLOCK_SIZE for row in SearchPosting.objects.all())

    @settings(max_examples=30)
    @given(st.sets(st.integers(1, 4 * BLOCK_SIZE)), st.lists(st.sets(st.integers(1, 4 * BLOCK_SIZE)), max_size=3))
    def test_inserted_quotes_come_out_once_and_in_order(self, before: set[int], batches: list[set[int]]) -> None:
        SearchPosting.objects.add_quotes({KEY: sorted(before)})
        for batch in batches:
            SearchPosting.objects.insert_quotes({KEY: batch})
        assert list(SearchPosting.objects.load_quote_ids(KEY)) == sorted(before.union(*batches))
