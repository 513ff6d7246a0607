"""Accuracy of finding and naming edits made by program in real passages, beside difflib.

    python -m benchmarks.bench_edits [KIND]

Every kind of edit of `tests.quality.edits` is made in passages of real articles, 400 times alone, and then two and
three of any kinds in one passage, 2,000 times each. Prints for each the F1 of the changes found to the character and
the share of those found that are well named; and the F1 of difflib on the same words, for comparison. With a KIND it
prints what went wrong. The articles cannot be passed on: they are looked for in ``../shared`` or in `SHARED_DIR`.
"""

import difflib
import re
import sys
from collections.abc import Sequence

from articles.engine.comparison.change_kinds import Change
from articles.engine.comparison.compare import Comparison
from articles.engine.text.spans import Span
from tests.quality.edits import MAKERS, edited, passages
from tests.quality.judging import Judged

ALONE, TOGETHER, SEED = 400, 2000, 20151117
SHOWN = 25  # of what went wrong
_TOKEN = re.compile(r"\w+(?:[.'\u2019-]\w+)*|\.{2,}|[^\w\s]")


def main(arguments: Sequence[str]) -> None:
    """Measure and print a table, or what went wrong with one kind."""
    texts = passages()
    if arguments:
        explain(texts, arguments[0])
        return
    print(f"{len(texts)} passages\n{'edit':30} {'F1':>7} {'named':>7} {'difflib':>8}")
    for kind in MAKERS:
        show(kind, *judged(texts, ALONE, 1, kind))
    for edits in (1, 2, 3):
        show(f"any, {edits} in a passage", *judged(texts, TOGETHER, edits))


def judged(texts: Sequence[str], count: int, edits: int, kind: str = "") -> tuple[Judged, Judged]:
    """Ours, and difflib's, which names nothing."""
    ours, plain = Judged(), Judged()
    for each in edited(texts, count, SEED, edits=edits, kind=kind):
        ours.add(each)
        plain.add(each, by_difflib(each.a, each.b))
    return ours, plain


def by_difflib(a: str, b: str) -> Comparison:
    """Return the blocks of words that difflib finds changed."""
    words, others = list(_TOKEN.finditer(a)), list(_TOKEN.finditer(b))
    blocks = difflib.SequenceMatcher(None, [word[0] for word in words], [word[0] for word in others], autojunk=False)
    changes = tuple(
        Change(_span(words, i, j), _span(others, k, m), "substitution", 3, "")
        for tag, i, j, k, m in blocks.get_opcodes()
        if tag != "equal"
    )
    return Comparison("diff", changes, (), 1.0)


def _span(words: Sequence[re.Match[str]], start: int, end: int) -> Span:
    return Span(words[start].start(), words[end - 1].end()) if start < end else Span(0, 0)


def show(kind: str, ours: Judged, plain: Judged) -> None:
    wrong = ", ".join(f"{what} {count}" for what, count in ours.wrong.most_common(3))
    print(f"{kind:30} {ours.f1:7.3f} {ours.rightly_named:7.3f} {plain.f1:8.3f}  {wrong}")


def explain(texts: Sequence[str], kind: str) -> None:
    """Return what went wrong with one kind, or with several edits in a passage: "2" or "3"."""
    several = kind.isdecimal()
    ours, _ = judged(texts, TOGETHER if several else ALONE, int(kind) if several else 1, "" if several else kind)
    for each, what in ours.examples[:SHOWN]:
        print(f"{', '.join(each.made)}: {what}\n  {each.a}\n  {each.b}\n  {each.hunks}\n")


if __name__ == "__main__":
    main(sys.argv[1:])
