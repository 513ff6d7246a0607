"""Change classifier: assign each difference a kind, a severity and a reason.

From TASS's parenthesis to the dots in Russia Insider is a marked cut, from the same parenthesis to nothing in SANA a
silent one. Rules look at the words of a difference, the most significant first; the first that applies decides::

    >>> from articles.engine.text.aliases import STANDARD_ALIASES
    >>> from articles.engine.comparison.segmentation import TokenizedPair, find_differences
    >>> a, b = "and pledged not to take any action", "and pledged to take any action"
    >>> pair = TokenizedPair.from_texts(a, b, STANDARD_ALIASES)
    >>> [(change.kind, change.severity) for change in classify_changes(pair, find_differences(pair))]
    [('negation.dropped', 5)]

A rule is a function from `DifferenceFeatures` to a `Classification` or None. To add a kind of change: a line in
`change_kinds.CHANGE_KINDS`, a rule here, and its place in `_RULES`. Rules for the same words printed in another way
are in `typographic_variants`, rules for names in `name_variants`.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace

from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from articles.engine.comparison.change_kinds import CHANGE_KINDS, Change
from articles.engine.comparison.difference_features import Classification, DifferenceFeatures, SideFeatures
from articles.engine.comparison.name_variants import detect_name_variant
from articles.engine.comparison.segmentation import Difference, TokenizedPair
from articles.engine.comparison.typographic_variants import (
    detect_lookalikes,
    detect_mark_change,
    detect_misprint,
    detect_reprinted_token,
    detect_same_words,
)
from articles.engine.text import vocabulary

# In a cut of up to so many words a "not" or a number is the point; in a longer one it is a part (labelled pairs).
MAX_SHORT_CUT_WORDS = 3
MAX_HEDGE_WORDS = 6  # "I would say", "as far as I can tell"; a longer cut is a cut that also contains a doubt
MIN_PARAPHRASE_WORDS = 10  # of both sides together; the labelled paraphrases have 18, the longest substitution 7
# Of both sides together: "I cannot" -> "he could not", "they don't" -> "at the same time it does not".
MAX_PERSON_SHIFT_WORDS = 8
# One to three more words at an end are an addition; more is a longer quotation, which does no harm.
MIN_EXTENSION_WORDS = 4
EXTENSION_SEVERITY = 1
MAX_END_REMAINDER = 0.15  # "On behalf of everyone at the DNC, we want to offer a" -> "Our": one word for ten is a cut
MIN_SPLICE_WORDS = 5  # a shorter sentence ("That is clear.") is an aside, not a passage
MIN_TYPO_RATIO = 80  # rapidfuzz ratio: "varrious"/"various" 93, "programme"/"program" 87
# rapidfuzz ratio: "Sergey"/"Sergei" 83, "Kyiv"/"Kiev" 75 (listed), "al-Assad"/"Assad" 77 (not alike).
MIN_NAME_RATIO = 70


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


def _detect_bracket(features: DifferenceFeatures) -> Classification:
    """Detect a whole bracket on one side with nothing, or other words, on the other."""
    a, b = features.sides
    if a.is_enclosed("[", "]") and not b.keys:
        return "gloss.removed", "a whole [...] is gone"
    if b.is_enclosed("[", "]") and not a.keys:
        return "gloss.added", "a whole [...] is new"
    if b.is_enclosed("[", "]") and a.words and a.words != b.words:
        return "gloss.added", "a [...] in place of words"
    if a.is_enclosed("[", "]") and b.words and a.words != b.words:
        return "gloss.removed", "words in place of a [...]"
    if a.is_enclosed("(", ")") and not b.keys:
        return "deletion.silent.parenthetical", "a whole (...) is gone and nothing marks it"
    return None


def _detect_marked_omission(features: DifferenceFeatures) -> Classification:
    """Detect dots where the other side has words."""
    a, b = features.sides
    if a.words and not b.words and b.has_omission_mark:
        severity = 4 if a.negation_count else CHANGE_KINDS["deletion.marked"].severity
        return "deletion.marked", "dots where words were" + _describe_aggravation(a), severity
    if b.words and not a.words and a.has_omission_mark:
        return "omission_filled", "words where dots were"
    return None


def _detect_truncation(features: DifferenceFeatures) -> Classification:
    """Detect words gone or new at the beginning or the end of the text: one printing quotes less."""
    a, b = features.sides
    (longer, shorter), cut = ((a, b), True) if len(a.words) >= len(b.words) else ((b, a), False)
    if not longer.words or len(shorter.words) > len(longer.words) * MAX_END_REMAINDER:
        return None
    at_start, at_end = a.at_start and b.at_start, a.at_end and b.at_end
    if not at_start and not at_end:
        return None
    if _is_only_hedge_or_negation(longer):
        return None
    end = "start" if at_start else "end"
    if cut:
        is_grave = a.negation_count > b.negation_count or set(a.expanded_words) & vocabulary.CONDITIONS
        severity = 4 if is_grave else CHANGE_KINDS[f"truncation.{end}"].severity
        return f"truncation.{end}", f"words gone at the {end}" + _describe_aggravation(a), severity
    if len(b.words) >= MIN_EXTENSION_WORDS or b.negation_count:
        return "insertion", f"more of the statement at the {end}", EXTENSION_SEVERITY
    return None


def _is_only_hedge_or_negation(side: SideFeatures) -> bool:
    """Return whether these words are a mere "no" or "I believe", whose loss changes what is left."""
    content = set(side.expanded_words) - vocabulary.STOP_WORDS - vocabulary.HEDGES - vocabulary.NEGATIONS
    return (
        (not content and (side.negation_count > 0 or _is_hedge(side)))
        or _is_quantity_bound(side)
        or _is_hedge_phrase(side)
    )


def _is_quantity_bound(side: SideFeatures) -> bool:
    """Return whether the side is "at least", "up to" or another bound and nothing else."""
    return side.phrase.strip() in vocabulary.QUANTITY_BOUNDS


def _describe_aggravation(side: SideFeatures) -> str:
    """Return the part of the reason that says what makes a cut worse."""
    if side.negation_count:
        return ", a negation among them"
    if set(side.expanded_words) & vocabulary.CONDITIONS:
        return ", a condition among them"
    return ", a number among them" if side.numbers else ""


def _detect_negation(features: DifferenceFeatures) -> Classification:
    """Detect a negation on one side only, or the same negation before other words."""
    a, b = features.sides
    if (
        {a.phrase.strip(), b.phrase.strip()} <= vocabulary.NEGATIVE_INDEFINITES
        or _is_double_negation(a, b)
        or _is_double_negation(b, a)
    ):
        return "negation.form", "denied in another form"
    if a.negation_count == b.negation_count:
        preceding = set(a.preceding_words)
        if (
            preceding & vocabulary.NEGATIONS
            and (set(a.expanded_words) ^ set(b.expanded_words)) & vocabulary.NEGATION_SCOPE_WORDS
            and a.words
            and b.words
        ):
            return "negation.scope", "other words after “not”"
        return None
    if max(len(a.words), len(b.words)) > MAX_SHORT_CUT_WORDS and min(len(a.words), len(b.words)) == 0:
        return None
    if len(a.words) + len(b.words) >= MIN_PARAPHRASE_WORDS:
        return None
    negated, other = (a, b) if a.negation_count > b.negation_count else (b, a)
    if any(f" {form} " in other.phrase for form in vocabulary.NEGATION_PHRASES):
        return "negation.form", "denied in another form"
    if negated is a:
        return "negation.dropped", "a word that denies is gone"
    return "negation.added", "a word that denies is new"


def _is_double_negation(negated: SideFeatures, other: SideFeatures) -> bool:
    """Return whether "not impossible" on one side is "possible" on the other."""
    rest = [word for word in negated.expanded_words if not vocabulary.is_negation(word)]
    return (
        negated.negation_count == 1
        and len(rest) == len(other.expanded_words) == 1
        and vocabulary.are_antonyms(rest[0], other.expanded_words[0])
    )


def _detect_number(features: DifferenceFeatures) -> Classification:
    """Detect other figures, unless a passage was cut or added as a whole."""
    a, b = features.sides
    if a.numbers == b.numbers or _parse_values_with_one(a) == _parse_values_with_one(b):
        return _detect_same_number(features)
    if not a.words or not b.words:
        words = a.expanded_words or b.expanded_words
        if not all(vocabulary.is_number(word) or word in vocabulary.FUNCTION_WORDS for word in words):
            return None
    if len(a.words) + len(b.words) >= MIN_PARAPHRASE_WORDS and not (a.numbers and b.numbers):
        return None
    return "number", "figures differ"


def _parse_values_with_one(side: SideFeatures) -> list[float | str]:
    """Return the numbers of the side, "one" counted as 1."""
    return vocabulary.parse_numbers(side.keys)


def _detect_unit(features: DifferenceFeatures) -> Classification:
    """Detect the same number of another unit: "5 million dollars", "5 million euros"."""
    words = [side.words[0] if side.words else "" for side in features.sides]
    if (
        not features.a.preceding_words
        or not vocabulary.is_number(features.a.preceding_words[-1])
        or not set(words) <= vocabulary.UNITS
    ):
        return None
    unit_a, unit_b = words
    if (
        vocabulary.are_inflections(unit_a, unit_b)
        or vocabulary.are_regional_spellings(unit_a, unit_b)
        or vocabulary.is_abbreviation(unit_a, unit_b)
    ):
        return None
    return None if {unit_a, unit_b} <= {"percent", "%", "pct"} else ("number", "counted in another unit")


def _detect_same_number(features: DifferenceFeatures) -> Classification:
    """Detect the same amount written in words, in figures, with "%" or "percent"."""
    a, b = features.sides
    units = vocabulary.PERCENT | {"per", "cent"}
    rest = [
        [key for key in side.expanded_words if vocabulary.parse_multilingual_number(key) is None and key not in units]
        for side in features.sides
    ]
    if _parse_values_with_one(a) and rest[0] == rest[1]:
        return "typography.abbreviation", "the same number written in another way"
    if a.keys and b.keys and {*a.keys, *b.keys} <= units:
        return "typography.abbreviation", "percent written in another way"
    return None


def _detect_quantifier(features: DifferenceFeatures) -> Classification:
    """Detect another amount claimed (all, most, some) with little else changed."""
    a, b = features.sides
    if (_is_quantity_bound(a) or not a.words) and (_is_quantity_bound(b) or not b.words):
        return "quantifier", "what bounds an amount is not the same"
    removed, added = (set(a.expanded_words) - set(b.expanded_words)), (set(b.expanded_words) - set(a.expanded_words))
    quantifiers = (removed | added) & vocabulary.QUANTIFIERS
    if not quantifiers or max(len(a.words), len(b.words)) > MAX_SHORT_CUT_WORDS + 1:
        return None
    rest = {
        word
        for word in removed ^ added
        if not any(vocabulary.are_inflections(word, other) for other in removed ^ added if other != word)
    }
    if len(rest - vocabulary.QUANTIFIERS - vocabulary.STOP_WORDS - vocabulary.FUNCTION_WORDS) > (
        1 if a.words and b.words else 0
    ):
        return None
    if vocabulary.is_same_amount(removed, added):
        return "substitution", "the same amount in another word", 1
    return "quantifier", "words of amount differ: " + ", ".join(sorted(quantifiers))


def _detect_deletion_or_insertion(features: DifferenceFeatures) -> Classification:
    """Detect words on one side only."""
    a, b = features.sides
    if a.words and b.words:
        return None
    side, cut = (a, True) if a.words else (b, False)
    if _is_hedge(side):
        return ("deletion.silent.hedge", "words of doubt gone") if cut else ("insertion.hedge", "words of doubt added")
    kind = "deletion.silent" if cut else "insertion"
    what = "words gone and nothing marks it" if cut else "more words"
    if set(side.expanded_words) <= vocabulary.FUNCTION_WORDS | vocabulary.HONORIFICS:
        return kind, "only a connecting word or form of address", 1
    if cut and _is_splice(side):
        return (
            "deletion.silent.splice",
            "passages run together; what stood between them is gone" + _describe_aggravation(side),
        )
    if side.negation_count:
        return kind, f"{'cut' if cut else 'added'} passage containing a negation", 4
    return kind, what + _describe_aggravation(side)


def _is_splice(side: SideFeatures) -> bool:
    """Return whether whole sentences are gone from the middle, so that two passages read as one."""
    preceding = side.tokens.keys[: side.start]
    return (
        len(side.words) >= MIN_SPLICE_WORDS
        and preceding[-1:] in (["."], ["!"], ["?"])
        and side.keys[-1] in (".", "!", "?")
    )


def _is_hedge(side: SideFeatures) -> bool:
    """Return whether these are words of doubt with hardly any other content."""
    if len(side.words) > MAX_HEDGE_WORDS:
        return False
    if _is_hedge_phrase(side):
        return True
    rest = set(side.expanded_words) - vocabulary.HEDGES - vocabulary.STOP_WORDS
    return not vocabulary.HEDGES.isdisjoint(side.expanded_words) and len(rest) <= 1


def _is_hedge_phrase(side: SideFeatures) -> bool:
    """Return whether the side is "I would say" or "in our view" with few words around it."""
    return len(side.words) <= MAX_HEDGE_WORDS and any(
        f" {phrase} " in side.phrase for phrase in vocabulary.HEDGE_PHRASES
    )


def _detect_antonym(features: DifferenceFeatures) -> Classification:
    """Detect a word replaced by its opposite."""
    words = _get_single_words(features)
    if words and vocabulary.are_antonyms(*words):
        return "substitution.antonym", "“{}” and “{}” are opposites".format(*words)
    return None


def _get_single_words(features: DifferenceFeatures) -> tuple[str, str] | None:
    """Return the only word of each side, articles aside, or None."""
    words = [[word for word in side.words if word not in vocabulary.ARTICLES] or side.words for side in features.sides]
    return (words[0][0], words[1][0]) if len(words[0]) == len(words[1]) == 1 else None


_WordRule = tuple[Callable[[str, str], bool], Classification]


def _are_other_dates(a: str, b: str) -> bool:
    return a != b and {a, b} <= vocabulary.DATE_WORDS and not vocabulary.is_abbreviation(a, b)


def _are_pronouns(a: str, b: str) -> bool:
    return {a, b} <= vocabulary.PERSONAL_PRONOUNS


def _are_other_modals(a: str, b: str) -> bool:
    return {a, b} <= vocabulary.MODALS and not vocabulary.are_inflections(a, b)


def _are_proper_names(a: str, b: str) -> bool:
    return {a, b} <= vocabulary.PROPER_NAMES


def _is_letter_misprint(a: str, b: str) -> bool:
    return min(len(a), len(b)) > 3 and Levenshtein.distance(a, b) <= 2 and fuzz.ratio(a, b) >= MIN_TYPO_RATIO


_WORD_CLASS_RULES: tuple[_WordRule, ...] = (
    (_are_other_dates, ("substitution", "another day or month", 4)),
    (vocabulary.is_abbreviation, ("typography.abbreviation", "the usual abbreviation")),
    (vocabulary.are_regional_spellings, ("spelling.regional", "British and American spelling")),
    (_are_pronouns, ("indirect.person", "another person")),
    (_are_other_modals, ("substitution", "another degree of certainty or duty", 4)),
    (_are_proper_names, ("substitution", "another country or people", 4)),
)
_WORD_FORM_RULES: tuple[_WordRule, ...] = (
    (vocabulary.are_inflections, ("tense", "two forms of one word")),
    (_is_letter_misprint, ("spelling.typo", "a letter or two differ")),
)


def _detect_word_class_change(features: DifferenceFeatures) -> Classification:
    """Detect one word replaced by another of the same class: dates, pronouns, modal verbs, country names."""
    return _apply_word_rules(features, _WORD_CLASS_RULES)


def _detect_name_spelling(features: DifferenceFeatures) -> Classification:
    """Detect two spellings of one capitalised word."""
    words = _get_single_words(features)
    a, b = features.sides
    are_capitalized = a.begins_with_capital and b.begins_with_capital and not (a.at_start and b.at_start)
    if words and are_capitalized and fuzz.ratio(*words) >= MIN_NAME_RATIO:
        return "spelling.transliteration", "two spellings of a name"
    return None


def _detect_word_form(features: DifferenceFeatures) -> Classification:
    """Detect another form, or a misprint, of one word."""
    return _apply_word_rules(features, _WORD_FORM_RULES)


def _apply_word_rules(features: DifferenceFeatures, rules: Sequence[_WordRule]) -> Classification:
    """Return the classification of the first rule that applies to the only word of each side."""
    words = _get_single_words(features)
    return next((classification for applies, classification in rules if applies(*words)), None) if words else None


def _detect_person_or_tense(features: DifferenceFeatures) -> Classification:
    """Detect retold words ("I cannot" -> "he could not") or another form of a verb ("has been" -> "was")."""
    a, b = features.sides
    content = [{word for word in side.expanded_words if word not in vocabulary.STOP_WORDS} for side in features.sides]
    pronouns = [set(side.expanded_words) & vocabulary.PERSONAL_PRONOUNS for side in features.sides]
    is_short = len(a.expanded_words) + len(b.expanded_words) <= MAX_PERSON_SHIFT_WORDS + 2
    if is_short and pronouns[0] != pronouns[1] and all(pronouns) and len(content[0] ^ content[1]) <= 1:
        return "indirect.person", "another person"
    bases = [sorted(content[0] - content[1]), sorted(content[1] - content[0])]
    if is_short and len(bases[0]) == len(bases[1]) <= 1 and all(map(vocabulary.are_inflections, *bases)):
        rest = (set(a.expanded_words) ^ set(b.expanded_words)) - {*bases[0], *bases[1]}
        if rest <= vocabulary.AUXILIARIES | {"to"}:
            return "tense", "forms of the same verb"
    resolves_pronoun = (
        is_short
        and bool(pronouns[0]) != bool(pronouns[1])
        and bool({a.expanded_words[0], b.expanded_words[0]} & vocabulary.PERSONAL_PRONOUNS)
    )
    if resolves_pronoun and any(vocabulary.are_inflections(x, y) for x in bases[0] for y in bases[1]):
        return "indirect", "a pronoun resolved and its verb with it"
    return None


def _detect_substitution(features: DifferenceFeatures) -> Classification:
    """Classify any other difference: other words."""
    a, b = features.sides
    if len(a.words) + len(b.words) >= MIN_PARAPHRASE_WORDS:
        severity = 4 if a.negation_count != b.negation_count else CHANGE_KINDS["paraphrase"].severity
        return "paraphrase", "a longer passage in other words", severity
    if set(a.expanded_words) | set(b.expanded_words) <= vocabulary.FUNCTION_WORDS:
        return "substitution", "only connecting words", 1
    return "substitution", "other words"


_RULES: tuple[Callable[[DifferenceFeatures], Classification], ...] = (
    detect_reprinted_token,
    detect_lookalikes,
    detect_mark_change,
    _detect_bracket,
    _detect_marked_omission,
    detect_misprint,
    detect_name_variant,
    detect_same_words,
    _detect_truncation,
    _detect_antonym,
    _detect_unit,
    _detect_number,
    _detect_negation,
    _detect_quantifier,
    _detect_deletion_or_insertion,
    _detect_word_class_change,
    _detect_name_spelling,
    _detect_word_form,
    _detect_person_or_tense,
    _detect_substitution,
)


def _mark_moves(changes: list[Change], all_features: Sequence[DifferenceFeatures]) -> None:
    """Reclassify a cut and an addition of the same words as a move.

    Where the words contain a negation that stands before other words in its new place, its scope changed.
    """
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
