"""Scoring of found changes against the edits that were made.

A change counts as found where both its spans are exact but for white space; a mere cut or addition may slide along
equal words, as "that" may be either of two in a row. It is well named by one of the names its edit lists, or by a
graver one where what was cut or put in carries more than its edit knew of: a "not", a number, a word of doubt.
"""

import re
from collections import Counter
from dataclasses import dataclass, field

from articles.engine.comparison.change_kinds import CHANGE_KINDS
from articles.engine.comparison.compare import Comparison, compare
from articles.engine.text.spans import Span
from tests.quality.edits import Edited

_TOKEN = re.compile(r"\w+(?:[.'\u2019-]\w+)*|[^\w\s]")
_PLAIN = ("deletion.silent", "insertion", "substitution", "paraphrase", "truncation.start", "truncation.end", "move")
Spans = tuple[tuple[int, int] | None, tuple[int, int] | None]


@dataclass(slots=True)
class Judged:
    """How many edits were made, how many changes told, found where they were made, and well named; what was wrong."""

    made: int = 0
    told: int = 0
    found: int = 0
    named: int = 0
    wrong: Counter[str] = field(default_factory=Counter)
    examples: list[tuple[Edited, str]] = field(default_factory=list)

    @property
    def f1(self) -> float:
        return 2 * self.found / (self.made + self.told) if self.made + self.told else 1.0

    @property
    def rightly_named(self) -> float:
        """The share of those found."""
        return self.named / self.found if self.found else 1.0

    def add(self, edited: Edited, comparison: Comparison | None = None) -> None:
        """Count what a comparison of the two texts of `edited`, ours where none is given, makes of them."""
        comparison = comparison or compare(edited.a, edited.b)
        changes = {_canonical(edited, change.a, change.b): change for change in comparison.changes}
        made = {_canonical(edited, hunk.a, hunk.b): hunk for hunk in edited.hunks}
        self.made, self.told = self.made + len(made), self.told + len(changes)
        for spans, hunk in made.items():
            change = changes.get(spans)
            if change is None:
                self._note(edited, f"not found: {'; '.join(_in_words(edited, each) for each in changes)}")
                continue
            self.found += 1
            if change.kind.startswith(hunk.kinds) or _is_graver(hunk.kinds, change.severity):
                self.named += 1
            else:
                self._note(edited, f"named {change.kind}: {_in_words(edited, spans)}")
        if not made and changes:
            self._note(edited, f"told: {'; '.join(_in_words(edited, each) for each in changes)}")

    def _note(self, edited: Edited, what: str) -> None:
        self.wrong[what.partition(":")[0]] += 1
        self.examples.append((edited, what))


def _is_graver(kinds: tuple[str, ...], danger: int) -> bool:
    return kinds[0] in _PLAIN and danger >= CHANGE_KINDS[kinds[0]].severity


def _canonical(edited: Edited, a: Span | tuple[int, int], b: Span | tuple[int, int]) -> Spans:
    """Return the spans without white space at their ends; a mere cut or addition slides to the left."""
    left, right = _trimmed(edited.a, *_ends(a)), _trimmed(edited.b, *_ends(b))
    if left and not right:
        return _leftmost(edited.a, left), None
    if right and not left:
        return None, _leftmost(edited.b, right)
    return left, right


def _ends(span: Span | tuple[int, int]) -> tuple[int, int]:
    return (span.start, span.end) if isinstance(span, Span) else span


def _trimmed(text: str, start: int, end: int) -> tuple[int, int] | None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return (start, end) if start < end else None


def _leftmost(text: str, span: tuple[int, int]) -> tuple[int, int]:
    tokens = [(match[0], match.start(), match.end()) for match in _TOKEN.finditer(text)]
    first = next((at for at, token in enumerate(tokens) if token[1] == span[0]), None)
    last = next((at for at, token in enumerate(tokens) if token[2] == span[1]), None)
    if first is None or last is None:
        return span
    while first > 0 and tokens[first - 1][0] == tokens[last][0]:
        first, last = first - 1, last - 1
    return tokens[first][1], tokens[last][2]


def _in_words(edited: Edited, spans: Spans) -> str:
    texts = (
        edited.a[slice(*spans[0])] if spans[0] else "",
        edited.b[slice(*spans[1])] if spans[1] else "",
    )
    return f"[{texts[0]}] -> [{texts[1]}]"
