"""Batches of long lists."""

from articles.models.db.batched import batched


def test_batched_yields_all_rows_in_order() -> None:
    assert list(batched(range(5), 2)) == [[0, 1], [2, 3], [4]]
    assert list(batched(iter("abcd"), 2)) == [["a", "b"], ["c", "d"]]
    assert list(batched([], 2)) == []
