"""The table of change kinds: complete, plainly worded, with the labelled severities."""

import pytest

from articles.engine.comparison.change_kinds import CHANGE_KINDS

# The classes and dangers of the labelled comparisons, which everybody measures by.
PROMISED = {
    5: ["negation.dropped", "negation.added", "negation.scope", "number", "gloss.absorbed", "substitution.antonym"],
    4: ["quantifier", "deletion.silent.hedge", "insertion.hedge", "deletion.silent.parenthetical"],
    3: ["deletion.silent", "omission_mark_dropped", "name_swap", "substitution", "insertion", "paraphrase", "indirect"],
    2: ["indirect.person", "truncation.start", "truncation.end", "deletion.marked", "gloss.added", "gloss.removed"],
    1: ["reorder", "translation", "negation.form", "spelling.typo", "spelling.regional", "spelling.contraction"],
    0: ["typography.brackets", "typography.quotes", "typography.case", "typography.abbreviation"],
}


@pytest.mark.parametrize(("danger", "kinds"), PROMISED.items())
def test_change_kinds_have_the_labelled_severities(danger: int, kinds: list[str]) -> None:
    assert {kind: CHANGE_KINDS[kind].severity for kind in kinds} == dict.fromkeys(kinds, danger)


def test_change_kinds_have_unique_labels_and_one_sentence() -> None:
    labels = [kind.label for kind in CHANGE_KINDS.values()]
    assert len(set(labels)) == len(labels)
    for _, label, meaning in CHANGE_KINDS.values():
        assert label[0].isupper() or label[0] == "\u201c"
        assert not label.endswith(".")
        assert meaning.endswith(".")
        assert "'" not in label + meaning
