"""Quantities: rules for numbers, units and words of amount.

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


def detect_unit(features: DifferenceFeatures) -> Classification:
    """Detect the same number of another unit: "5 million dollars", "5 million euros"."""
    units = [side.words[0] if side.words else "" for side in features.sides]
    preceding = features.a.preceding_words
    if not preceding or not vocabulary.is_number(preceding[-1]) or not set(units) <= vocabulary.UNITS:
        return None
    same = vocabulary.are_inflections, vocabulary.are_regional_spellings, vocabulary.is_abbreviation
    if any(is_same(*units) for is_same in same) or set(units) <= {"percent", "%", "pct"}:
        return None
    return "number", "counted in another unit"


def detect_number(features: DifferenceFeatures) -> Classification:
    """Detect other figures, unless a passage was cut or added as a whole."""
    a, b = features.sides
    if a.numbers == b.numbers or vocabulary.parse_numbers(a.keys) == vocabulary.parse_numbers(b.keys):
        return _detect_same_number(features)
    if not a.words or not b.words:
        words = a.expanded_words or b.expanded_words
        if not all(vocabulary.is_number(word) or word in vocabulary.FUNCTION_WORDS for word in words):
            return None
    if len(a.words) + len(b.words) >= MIN_PARAPHRASE_WORDS and not (a.numbers and b.numbers):
        return None
    return "number", "figures differ"


def _detect_same_number(features: DifferenceFeatures) -> Classification:
    """Detect the same amount written in words, in figures, with "%" or "percent"."""
    a, b = features.sides
    units = vocabulary.PERCENT | {"per", "cent"}
    rest = [
        [key for key in side.expanded_words if vocabulary.parse_multilingual_number(key) is None and key not in units]
        for side in features.sides
    ]
    if vocabulary.parse_numbers(a.keys) and rest[0] == rest[1]:
        return "typography.abbreviation", "the same number written in another way"
    if a.keys and b.keys and {*a.keys, *b.keys} <= units:
        return "typography.abbreviation", "percent written in another way"
    return None


def detect_quantifier(features: DifferenceFeatures) -> Classification:
    """Detect another amount claimed (all, most, some) with little else changed."""
    a, b = features.sides
    if (is_quantity_bound(a) or not a.words) and (is_quantity_bound(b) or not b.words):
        return "quantifier", "what bounds an amount is not the same"
    removed, added = (set(a.expanded_words) - set(b.expanded_words)), (set(b.expanded_words) - set(a.expanded_words))
    quantifiers = (removed | added) & vocabulary.QUANTIFIERS
    if not quantifiers or max(len(a.words), len(b.words)) > MAX_SHORT_CUT_WORDS + 1:
        return None
    changed = removed ^ added
    inflected = {x for x in changed if any(x != y and vocabulary.are_inflections(x, y) for y in changed)}
    rest = changed - inflected - vocabulary.QUANTIFIERS - vocabulary.STOP_WORDS - vocabulary.FUNCTION_WORDS
    if len(rest) > (1 if a.words and b.words else 0):
        return None
    if vocabulary.is_same_amount(removed, added):
        return "substitution", "the same amount in another word", 1
    return "quantifier", "words of amount differ: " + ", ".join(sorted(quantifiers))


def is_quantity_bound(side: SideFeatures) -> bool:
    """Return whether the side is "at least", "up to" or another bound and nothing else."""
    return side.phrase.strip() in vocabulary.QUANTITY_BOUNDS
