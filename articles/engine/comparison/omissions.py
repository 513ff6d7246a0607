"""Omissions and additions: rules for words on one side only, brackets and dots.

Each rule takes a `DifferenceFeatures` and returns a `Classification` or None.
"""

from articles.engine.comparison.change_kinds import CHANGE_KINDS
from articles.engine.comparison.difference_features import Classification, DifferenceFeatures, SideFeatures
from articles.engine.comparison.quantities import is_quantity_bound
from articles.engine.text import vocabulary

MAX_HEDGE_WORDS = 6  # "I would say", "as far as I can tell"; a longer cut is a cut that also contains a doubt
# One to three more words at an end are an addition; more is a longer quotation, which does no harm.
MIN_EXTENSION_WORDS = 4
EXTENSION_SEVERITY = 1
MAX_END_REMAINDER = 0.15  # "On behalf of everyone at the DNC, we want to offer a" -> "Our": one word for ten is a cut
PRONOUN_RESOLVED_SEVERITY = 2  # an editor says in brackets whom "he" means
MIN_SPLICE_WORDS = 5  # a shorter sentence ("That is clear.") is an aside, not a passage


def detect_bracket(features: DifferenceFeatures) -> Classification:
    """Detect a whole bracket on one side with nothing, or other words, on the other."""
    a, b = features.sides
    if a.is_enclosed("[", "]") and not b.keys:
        return "gloss.removed", "a whole [...] is gone"
    if b.is_enclosed("[", "]") and not a.keys:
        return "gloss.added", "a whole [...] is new"
    if b.is_enclosed("[", "]") and a.words and a.words != b.words:
        return "gloss.replaced", "a [...] in place of words", _rate_replacement(a)
    if a.is_enclosed("[", "]") and b.words and a.words != b.words:
        return "gloss.replaced", "words in place of a [...]", _rate_replacement(b)
    if a.is_enclosed("(", ")") and not b.keys:
        return "deletion.silent.parenthetical", "a whole (...) was cut without a mark"
    return None


def _rate_replacement(bare: SideFeatures) -> int:
    """Return the severity of a bracket for the words `bare`: "[Assad]" for "he" only says who is meant."""
    is_pronoun = set(bare.expanded_words) <= vocabulary.PERSONAL_PRONOUNS | vocabulary.ARTICLES
    return PRONOUN_RESOLVED_SEVERITY if is_pronoun else CHANGE_KINDS["gloss.replaced"].severity


def detect_marked_omission(features: DifferenceFeatures) -> Classification:
    """Detect dots where the other side has words."""
    a, b = features.sides
    if a.words and not b.words and b.has_omission_mark:
        severity = 4 if a.negation_count else CHANGE_KINDS["deletion.marked"].severity
        return "deletion.marked", "dots where words were" + _describe_aggravation(a), severity
    if b.words and not a.words and a.has_omission_mark:
        return "omission_filled", "words where dots were"
    return None


def detect_truncation(features: DifferenceFeatures) -> Classification:
    """Detect words gone or new at the beginning or the end of the text: one printing quotes less."""
    a, b = features.sides
    (longer, shorter), cut = ((a, b), True) if len(a.words) >= len(b.words) else ((b, a), False)
    if not longer.words or len(shorter.words) > len(longer.words) * MAX_END_REMAINDER:
        return None
    at_start, at_end = a.at_start and b.at_start, a.at_end and b.at_end
    if not (at_start or at_end) or _is_only_hedge_or_negation(longer):
        return None
    end = "start" if at_start else "end"
    if cut:
        is_grave = a.negation_count > b.negation_count or set(a.expanded_words) & vocabulary.CONDITIONS
        severity = 4 if is_grave else CHANGE_KINDS[f"truncation.{end}"].severity
        return f"truncation.{end}", f"words gone at the {end}" + _describe_aggravation(a), severity
    if len(b.words) >= MIN_EXTENSION_WORDS or b.negation_count:
        return "insertion", f"more of the statement at the {end}", EXTENSION_SEVERITY
    return None


def detect_deletion_or_insertion(features: DifferenceFeatures) -> Classification:
    """Detect words on one side only."""
    a, b = features.sides
    if a.words and b.words:
        return None
    side, cut = (a, True) if a.words else (b, False)
    if _is_hedge(side):
        return ("deletion.silent.hedge", "words of doubt cut") if cut else ("insertion.hedge", "words of doubt added")
    kind = "deletion.silent" if cut else "insertion"
    what = "words cut without a mark" if cut else "more words"
    if set(side.expanded_words) <= vocabulary.FUNCTION_WORDS | vocabulary.HONORIFICS:
        return kind, "only a connecting word or form of address", 1
    if cut and _is_splice(side):
        what = "passages joined; the words between them were cut"
        return "deletion.silent.splice", what + _describe_aggravation(side)
    if side.negation_count:
        return kind, f"{'cut' if cut else 'added'} passage containing a negation", 4
    return kind, what + _describe_aggravation(side)


def _is_only_hedge_or_negation(side: SideFeatures) -> bool:
    """Return whether these words are a mere "no" or "I believe", whose loss changes what is left."""
    content = set(side.expanded_words) - vocabulary.STOP_WORDS - vocabulary.HEDGES - vocabulary.NEGATIONS
    is_bare = not content and (side.negation_count > 0 or _is_hedge(side))
    return is_bare or is_quantity_bound(side) or _is_hedge_phrase(side) or _denies_clause(side)


def _denies_clause(side: SideFeatures) -> bool:
    """Return whether the side ends a clause with its "nicht", which denies what stands before."""
    return bool(side.words) and side.words[-1] in vocabulary.POSTPOSED_NEGATIONS and not side.at_start


def _is_hedge(side: SideFeatures) -> bool:
    """Return whether these are words of doubt with hardly any other content."""
    rest = set(side.expanded_words) - vocabulary.HEDGES - vocabulary.STOP_WORDS
    is_doubt = not vocabulary.HEDGES.isdisjoint(side.expanded_words) and len(rest) <= 1
    return len(side.words) <= MAX_HEDGE_WORDS and (is_doubt or _is_hedge_phrase(side))


def _is_hedge_phrase(side: SideFeatures) -> bool:
    """Return whether the side is "I would say" or "in our view" with few words around it."""
    return len(side.words) <= MAX_HEDGE_WORDS and any(
        f" {phrase} " in side.phrase for phrase in vocabulary.HEDGE_PHRASES
    )


def _is_splice(side: SideFeatures) -> bool:
    """Return whether whole sentences are gone from the middle, so that two passages read as one."""
    ends = (*side.tokens.keys[: side.start][-1:], side.keys[-1])
    return len(side.words) >= MIN_SPLICE_WORDS and len(ends) == 2 and set(ends) <= {".", "!", "?"}


def _describe_aggravation(side: SideFeatures) -> str:
    """Return the part of the reason that says what makes a cut worse."""
    if side.negation_count:
        return ", a negation among them"
    if set(side.expanded_words) & vocabulary.CONDITIONS:
        return ", a condition among them"
    return ", a number among them" if side.numbers else ""
