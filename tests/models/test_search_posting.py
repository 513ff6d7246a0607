"""The index packs the numbers of quotes in blocks and gives them back as they were noted."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from articles.models import SearchPosting
from articles.models.search_posting import BLOCK_SIZE, hash_term

KEY, OTHER = hash_term("coalition"), hash_term("strike")


@pytest.mark.django_db
def test_a_word_nobody_used_has_no_quotes() -> None:
    assert list(SearchPosting.objects.load_quote_ids(KEY)) == []
    assert SearchPosting.objects.estimate_counts({KEY}) == {}


@pytest.mark.django_db
def test_blocks_are_filled_one_after_the_other() -> None:
    for start in range(0, 2 * BLOCK_SIZE + 10, 100):
        SearchPosting.objects.add_quotes({KEY: range(start, min(start + 100, 2 * BLOCK_SIZE + 10)), OTHER: [start]})
    assert list(SearchPosting.objects.load_quote_ids(KEY)) == list(range(2 * BLOCK_SIZE + 10))
    assert SearchPosting.objects.filter(key=KEY).count() == 3
    assert SearchPosting.objects.estimate_counts({KEY, OTHER}) == {KEY: 3 * BLOCK_SIZE, OTHER: BLOCK_SIZE}


@pytest.mark.django_db
def test_the_newest_are_read_without_the_others() -> None:
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
