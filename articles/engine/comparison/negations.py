"""Negations: rules for words that deny.

Each rule takes a `DifferenceFeatures` and returns a `Classification` or None.
"""

from articles.engine.comparison.difference_features import (
    MAX_SHORT_CUT_WORDS,
    MIN_PARAPHRASE_WORDS,
    Classification,
    DifferenceFeatures,
    SideFeatures,
)
from articles.engine.text import vocabulary


def detect_negation(features: DifferenceFeatures) -> Classification:
    """Detect a negation on one side only, or the same negation before other words."""
    a, b = features.sides
    are_indefinites = {a.phrase.strip(), b.phrase.strip()} <= vocabulary.NEGATIVE_INDEFINITES
    if are_indefinites or _is_double_negation(a, b) or _is_double_negation(b, a):
        return "negation.form", "the negation takes another form"
    if a.negation_count == b.negation_count:
        limiting = (set(a.expanded_words) ^ set(b.expanded_words)) & vocabulary.NEGATION_SCOPE_WORDS
        if limiting and not vocabulary.NEGATIONS.isdisjoint(a.preceding_words) and a.words and b.words:
            return "negation.scope", "other words after “not”"
        return None
    longer = max(a.words, b.words, key=len)
    is_long_cut = len(longer) > MAX_SHORT_CUT_WORDS and min(len(a.words), len(b.words)) == 0
    if is_long_cut and not vocabulary.is_negation(longer[-1]):  # a last "nicht" denies what follows and was kept
        return None
    if len(a.words) + len(b.words) >= MIN_PARAPHRASE_WORDS:
        return None
    negated, other = (a, b) if a.negation_count > b.negation_count else (b, a)
    if any(f" {form} " in other.phrase for form in vocabulary.NEGATION_PHRASES):
        return "negation.form", "the negation takes another form"
    if negated is a:
        return "negation.dropped", "a negation was dropped"
    return "negation.added", "a negation was added"


def _is_double_negation(negated: SideFeatures, other: SideFeatures) -> bool:
    """Return whether "not impossible" on one side is "possible" on the other."""
    rest = [word for word in negated.expanded_words if not vocabulary.is_negation(word)]
    is_single = negated.negation_count == len(rest) == len(other.expanded_words) == 1
    return is_single and vocabulary.are_antonyms(rest[0], other.expanded_words[0])
