"""The index packs the numbers of quotes in blocks and gives them back as they were noted."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from articles.models import Posting
from articles.models.search_posting import BLOCK, key_of

KEY, OTHER = key_of("coalition"), key_of("strike")


@pytest.mark.django_db
def test_a_word_nobody_used_has_no_quotes() -> None:
    assert list(Posting.objects.quotes(KEY)) == []
    assert Posting.objects.counts({KEY}) == {}


@pytest.mark.django_db
def test_blocks_are_filled_one_after_the_other() -> None:
    for start in range(0, 2 * BLOCK + 10, 100):
        Posting.objects.add({KEY: range(start, min(start + 100, 2 * BLOCK + 10)), OTHER: [start]})
    assert list(Posting.objects.quotes(KEY)) == list(range(2 * BLOCK + 10))
    assert Posting.objects.filter(key=KEY).count() == 3
    assert Posting.objects.counts({KEY, OTHER}) == {KEY: 3 * BLOCK, OTHER: BLOCK}


@pytest.mark.django_db
def test_the_newest_are_read_without_the_others() -> None:
    Posting.objects.add({KEY: range(10 * BLOCK)})
    assert list(Posting.objects.quotes(KEY, newest=BLOCK)) == list(range(7 * BLOCK, 10 * BLOCK))


class Batches(TestCase):
    @settings(max_examples=30)
    @given(st.lists(st.integers(1, 3 * BLOCK), max_size=6))
    def test_however_they_come_in_they_come_out_in_order(self, sizes: list[int]) -> None:
        at = 0
        for size in sizes:
            Posting.objects.add({KEY: range(at, at + size)})
            at += size
        assert list(Posting.objects.quotes(KEY)) == list(range(at))
        assert all(len(bytes(row.quotes)) <= 4 * BLOCK for row in Posting.objects.all())
