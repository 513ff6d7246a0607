"""Packing of very many texts: few long ones instead of many short ones.

A million fingerprints of six forms each would be six million Python objects. They take more memory than their
characters, and a forked process that only looks at one of them gets a copy of its page, because looking counts
references. Packed, they are some hundred objects, and all processes share them.
"""

from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import overload

import numpy as np
from numpy.typing import NDArray

from articles.engine.linking.fingerprints import Fingerprint

PART_SIZE = 5_000  # texts packed together

FORMS = ("code", "content", "weighted", "figures", "letters", "names")  # of a fingerprint, in its own order
_UTF_8 = ("utf-8", "surrogatepass")  # a text of words: one odd character would make a million others as wide


@dataclass(frozen=True, slots=True)
class PackedPart:
    """At most `PART_SIZE` texts, one after the other, and where each ends."""

    joined: str | bytes
    ends: "array[int]"


def pack_part(texts: Sequence[str], *, as_bytes: bool = False) -> PackedPart:
    """Pack these texts; as bytes, most words of Latin letters take one byte a letter, whatever others have."""
    if as_bytes:
        encoded = [text.encode(*_UTF_8) for text in texts]
        return PackedPart(b"".join(encoded), _measure_ends(encoded))
    return PackedPart("".join(texts), _measure_ends(texts))


def _measure_ends(texts: Sequence[str] | Sequence[bytes]) -> "array[int]":
    return array("I", np.cumsum(np.fromiter(map(len, texts), np.uint32, len(texts)), dtype=np.uint32).tobytes())


class PackedTexts:
    """Very many texts, packed; all parts but the last hold `PART_SIZE`."""

    __slots__ = ("_bounds", "_joined")

    def __init__(self, parts: Sequence[PackedPart]) -> None:
        self._joined = [part.joined for part in parts]
        bounds = [np.append(np.uint32(0), np.frombuffer(part.ends, np.uint32)) for part in parts]
        self._bounds = np.concatenate([np.zeros(0, np.uint32), *bounds])  # of each part one more than it has texts

    def __getitem__(self, place: int) -> str:
        """Unpack the text at this place."""
        part = place // PART_SIZE
        start, end = self._bounds[place + part : place + part + 2].tolist()
        text = self._joined[part][start:end]
        return text if isinstance(text, str) else text.decode(*_UTF_8)

    def select(self, places: NDArray[np.integer]) -> list[str]:
        """Unpack the texts at these places."""
        parts = places // PART_SIZE
        starts, ends = self._bounds[places + parts], self._bounds[places + parts + 1]
        rows = zip(parts.tolist(), starts.tolist(), ends.tolist(), strict=True)
        joined = self._joined
        if joined and isinstance(joined[0], bytes):
            return [str(joined[part][start:end], *_UTF_8) for part, start, end in rows]
        return [joined[part][start:end] for part, start, end in rows]

    def measure_lengths(self, places: NDArray[np.integer]) -> NDArray[np.int64]:
        """Return the length of each text, or of its bytes."""
        firsts = places + places // PART_SIZE
        lengths: NDArray[np.int64] = self._bounds[firsts + 1].astype(np.int64) - self._bounds[firsts]
        return lengths


class PackedFingerprints(Sequence[Fingerprint]):
    """Very many fingerprints, packed; a text may be that of several wordings."""

    __slots__ = ("_forms", "_rows")

    def __init__(self, forms: dict[str, PackedTexts], rows: NDArray[np.uint32]) -> None:
        self._forms = forms
        self._rows = rows

    def __len__(self) -> int:
        return len(self._rows)

    @overload
    def __getitem__(self, place: int) -> Fingerprint: ...

    @overload
    def __getitem__(self, place: slice) -> Sequence[Fingerprint]: ...

    def __getitem__(self, place: int | slice) -> Fingerprint | Sequence[Fingerprint]:
        """Unpack one fingerprint, or choose several."""
        if isinstance(place, slice):
            return self.choose(self._rows[place])
        row = int(self._rows[place])
        return Fingerprint(*(self._forms[form][row] for form in FORMS))

    def choose(self, rows: NDArray[np.uint32]) -> "PackedFingerprints":
        """Return the fingerprints of these texts in place of all, without a copy."""
        return PackedFingerprints(self._forms, rows)

    def select(self, places: NDArray[np.integer], forms: Sequence[str] = FORMS) -> dict[str, list[str]]:
        """Unpack these forms of the fingerprints at these places."""
        rows = self._rows[places].astype(np.int64)
        return {form: self._forms[form].select(rows) for form in forms}

    def measure_lengths(self, form: str) -> NDArray[np.int64]:
        """Return the length of this form of each fingerprint."""
        return self._forms[form].measure_lengths(self._rows.astype(np.int64))

    def iter_codes(self) -> Iterator[str]:
        """Unpack the words of each fingerprint, one after the other."""
        for first in range(0, len(self), PART_SIZE):
            yield from self._forms["code"].select(self._rows[first : first + PART_SIZE].astype(np.int64))
