"""Kinds of change between two printings, each with its severity, label and meaning.

TASS's speaker calls strikes "selective, I would say sparing"; printed without "I would say", he is surer than he was:
`deletion.silent.hedge`, severity 4. RT's "it's" with another apostrophe is `typography.quotes`, severity 0. The
severity (5 reverses the sense, 0 cannot touch it) decides the order in which a page lists changes::

    >>> CHANGE_KINDS["deletion.silent.hedge"].severity, CHANGE_KINDS["deletion.silent.hedge"].label
    (4, 'Hedge removed')

The table is in ``data/change_kinds.toml``. `comparison.change_classifier` decides which kind a difference is.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from articles.engine.text.spans import Span
from articles.engine.text.word_lists import load_word_lists


@dataclass(frozen=True, slots=True)
class Change:
    """A classified difference: the words at `a` in one text and at `b` in the other (one may be empty).

    `kind` is a key of `CHANGE_KINDS`. `severity` is the kind's own unless the words call for another: a long cut with a
    "not" in it is worse than a long cut. `reason` says in plain words why this kind was chosen.
    """

    a: Span
    b: Span
    kind: str
    severity: int
    reason: str

    @property
    def is_truncation(self) -> bool:
        """Whether it only says that the second text begins later or ends earlier: a choice, no change of words."""
        return self.kind.startswith("truncation.")

    @property
    def is_disfluency(self) -> bool:
        """Whether only fillers, repetitions or false starts of free speech differ."""
        return self.kind == "disfluency"

    @property
    def severity_reason(self) -> str:
        """Why the change is more serious than others of its kind; empty where it is not."""
        return self.reason if self.severity > CHANGE_KINDS[self.kind].severity else ""


class ChangeKind(NamedTuple):
    """Severity from 0 to 5, label, and what the kind of change means for a reader."""

    severity: int
    label: str
    meaning: str


CHANGE_KINDS: Mapping[str, ChangeKind] = {
    kind: ChangeKind(*entry) for kind, entry in load_word_lists("change_kinds").lists.items()
}
