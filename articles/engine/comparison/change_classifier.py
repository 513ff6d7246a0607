"""Change classifier: assign each difference a kind, a severity and a reason.

From TASS's parenthesis to the dots in Russia Insider is a marked cut, from the same parenthesis to nothing in SANA a
silent one. Rules look at the words of a difference, the most significant first; the first that applies decides::

    >>> from articles.engine.text.aliases import STANDARD_ALIASES
    >>> from articles.engine.comparison.segmentation import find_differences
    >>> from articles.engine.comparison.segments import TokenizedPair
    >>> a, b = "and pledged not to take any action", "and pledged to take any action"
    >>> pair = TokenizedPair.from_texts(a, b, STANDARD_ALIASES)
    >>> [(change.kind, change.severity) for change in classify_changes(pair, find_differences(pair))]
    [('negation.dropped', 5)]

A rule is a function from `DifferenceFeatures` to a `Classification` or None. To add a kind of change: a line in
`change_kinds.CHANGE_KINDS`, a rule in the module of its subject (`negations`, `quantities`, `omissions`,
`disfluencies`, `word_replacements`, `name_variants`, `typographic_variants`), and its place in `_RULES`.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace

from articles.engine.comparison import (
    disfluencies,
    name_variants,
    negations,
    omissions,
    quantities,
    typographic_variants,
    word_replacements,
)
from articles.engine.comparison.change_kinds import CHANGE_KINDS, Change
from articles.engine.comparison.difference_features import Classification, DifferenceFeatures
from articles.engine.comparison.segmentation import Difference
from articles.engine.comparison.segments import TokenizedPair
from articles.engine.text import vocabulary

#: In order: the first rule that applies decides.
_RULES: tuple[Callable[[DifferenceFeatures], Classification], ...] = (
    typographic_variants.detect_reprinted_token,
    typographic_variants.detect_lookalikes,
    typographic_variants.detect_mark_change,
    omissions.detect_bracket,
    disfluencies.detect_filler,
    omissions.detect_marked_omission,
    typographic_variants.detect_misprint,
    name_variants.detect_name_variant,
    typographic_variants.detect_same_words,
    disfluencies.detect_disfluency,
    omissions.detect_truncation,
    word_replacements.detect_antonym,
    quantities.detect_unit,
    quantities.detect_number,
    negations.detect_negation,
    quantities.detect_quantifier,
    omissions.detect_deletion_or_insertion,
    word_replacements.detect_word_class_change,
    word_replacements.detect_name_spelling,
    word_replacements.detect_word_form,
    word_replacements.detect_person_or_tense,
    word_replacements.detect_substitution,
)


def classify_changes(pair: TokenizedPair, differences: Sequence[Difference]) -> tuple[Change, ...]:
    """Return the differences of `pair` as changes with their kinds, in order."""
    all_features = [DifferenceFeatures.extract(pair, difference) for difference in differences]
    changes = [_classify(features) for features in all_features]
    if len(changes) > 1:
        _mark_moves(changes, all_features)
    return tuple(changes)


def _classify(features: DifferenceFeatures) -> Change:
    for rule in _RULES:
        classification = rule(features)
        if classification:
            kind, reason, *severity = classification
            severity = severity or [CHANGE_KINDS[kind].severity]
            return Change(features.difference.a, features.difference.b, kind, severity[0], reason)
    raise AssertionError("the last rule applies to everything")


def _mark_moves(changes: list[Change], all_features: Sequence[DifferenceFeatures]) -> None:
    """Reclassify a cut and an addition of the same words as a move, or of a "not" as a change of its scope."""
    added_cases: dict[str, list[int]] = {}
    for index, features in enumerate(all_features):
        if not features.a.words and features.b.words:
            added_cases.setdefault(features.b.phrase, []).append(index)
    for index, features in enumerate(all_features):
        if features.b.words or not added_cases.get(features.a.phrase):
            continue
        if (
            len(features.a.expanded_words) > 1
            or features.a.negation_count
            or features.a.expanded_words[0] not in vocabulary.STOP_WORDS
        ):
            target = added_cases[features.a.phrase].pop(0)
            kind, reason = "move", "the same words elsewhere"
            if features.a.negated_words != all_features[target].b.negated_words:
                kind, reason = "negation.scope", "the same “not” before other words"
            for moved in (index, target):
                changes[moved] = replace(changes[moved], kind=kind, severity=CHANGE_KINDS[kind].severity, reason=reason)
