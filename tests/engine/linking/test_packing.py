"""What is packed comes out as it was."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.engine.linking.batch.packing import PART_SIZE, PackedFingerprints, PackedTexts, pack_part
from articles.engine.linking.fingerprints import compute_fingerprint

TASS = "We noted tactical successes when a couple of cities were recaptured in Iraq."
any_texts = st.lists(st.text(st.characters(exclude_categories=()), max_size=5), max_size=6)


@given(any_texts)
@pytest.mark.parametrize("as_bytes", [False, True])
def test_packed_texts_come_out_as_they_were_whatever_characters_they_have(as_bytes: bool, texts: list[str]) -> None:
    packed = PackedTexts([pack_part(texts, as_bytes=as_bytes)] if texts else [])
    assert [packed[place] for place in range(len(texts))] == texts
    backwards = np.arange(len(texts))[::-1]
    assert packed.select(backwards) == texts[::-1]


@pytest.mark.parametrize("as_bytes", [False, True])
def test_packed_texts_are_found_in_every_part(as_bytes: bool) -> None:
    texts = [str(number) for number in range(2 * PART_SIZE + 3)]
    parts = [texts[start : start + PART_SIZE] for start in range(0, len(texts), PART_SIZE)]
    packed = PackedTexts([pack_part(part, as_bytes=as_bytes) for part in parts])
    places = np.array([0, PART_SIZE - 1, PART_SIZE, 2 * PART_SIZE + 2])
    assert (
        packed.select(places) == [packed[place] for place in places.tolist()] == [texts[at] for at in places.tolist()]
    )
    assert packed.measure_lengths(places).tolist() == [1, 4, 4, 5]


def test_packed_fingerprints_are_those_that_were_packed() -> None:
    fingerprints = [compute_fingerprint(text) for text in (TASS, "", "55 strikes")]
    columns = {
        form: PackedTexts([pack_part([getattr(each, form) for each in fingerprints])])
        for form in ("code", "content", "weighted", "figures", "letters", "names")
    }
    packed = PackedFingerprints(columns, np.array([2, 0, 0, 1], np.uint32))
    assert list(packed) == [fingerprints[place] for place in (2, 0, 0, 1)]
    assert list(packed[1:3]) == [fingerprints[0]] * 2
    assert packed.measure_lengths("code").tolist() == [len(fingerprints[place].code) for place in (2, 0, 0, 1)]
