"""Word replacements: rules for words replaced by other words or other forms.

Each rule takes a `DifferenceFeatures` and returns a `Classification` or None.
"""

from collections.abc import Callable, Sequence

from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from articles.engine.comparison.change_kinds import CHANGE_KINDS
from articles.engine.comparison.difference_features import MIN_PARAPHRASE_WORDS, Classification, DifferenceFeatures
from articles.engine.text import vocabulary

# Of both sides together: "I cannot" -> "he could not", "they don't" -> "at the same time it does not".
MAX_PERSON_SHIFT_WORDS = 8
MIN_TYPO_RATIO = 80  # rapidfuzz ratio: "varrious"/"various" 93, "programme"/"program" 87
# rapidfuzz ratio: "Sergey"/"Sergei" 83, "Kyiv"/"Kiev" 75 (listed), "al-Assad"/"Assad" 77 (not alike).
MIN_NAME_RATIO = 70
_WordRule = tuple[Callable[[str, str], bool], Classification]


def detect_antonym(features: DifferenceFeatures) -> Classification:
    """Detect a word replaced by its opposite."""
    words = _get_single_words(features)
    if words and vocabulary.are_antonyms(*words):
        return "substitution.antonym", "“{}” and “{}” are opposites".format(*words)
    return None


def _are_other_dates(a: str, b: str) -> bool:
    return a != b and {a, b} <= vocabulary.DATE_WORDS and not vocabulary.is_abbreviation(a, b)


def _are_other_modals(a: str, b: str) -> bool:
    return {a, b} <= vocabulary.MODALS and not vocabulary.are_inflections(a, b)


def _is_letter_misprint(a: str, b: str) -> bool:
    return min(len(a), len(b)) > 3 and Levenshtein.distance(a, b) <= 2 and fuzz.ratio(a, b) >= MIN_TYPO_RATIO


_WORD_CLASS_RULES: tuple[_WordRule, ...] = (
    (_are_other_dates, ("substitution", "another day or month", 4)),
    (vocabulary.is_abbreviation, ("typography.abbreviation", "the usual abbreviation")),
    (vocabulary.are_regional_spellings, ("spelling.regional", "British and American spelling")),
    (lambda a, b: {a, b} <= vocabulary.PERSONAL_PRONOUNS, ("indirect.person", "another person")),
    (_are_other_modals, ("substitution", "another degree of certainty or duty", 4)),
    (lambda a, b: {a, b} <= vocabulary.PROPER_NAMES, ("substitution", "another country or people", 4)),
)

_WORD_FORM_RULES: tuple[_WordRule, ...] = (
    (vocabulary.are_inflections, ("tense", "two forms of one word")),
    (_is_letter_misprint, ("spelling.typo", "a letter or two differ")),
)


def detect_word_class_change(features: DifferenceFeatures) -> Classification:
    """Detect one word replaced by another of the same class: dates, pronouns, modal verbs, country names."""
    return _apply_word_rules(features, _WORD_CLASS_RULES)


def detect_name_spelling(features: DifferenceFeatures) -> Classification:
    """Detect two spellings of one capitalised word."""
    words = _get_single_words(features)
    a, b = features.sides
    are_capitalized = a.begins_with_capital and b.begins_with_capital and not (a.at_start and b.at_start)
    if words and are_capitalized and fuzz.ratio(*words) >= MIN_NAME_RATIO:
        return "spelling.transliteration", "two spellings of a name"
    return None


def detect_word_form(features: DifferenceFeatures) -> Classification:
    """Detect another form, or a misprint, of one word."""
    return _apply_word_rules(features, _WORD_FORM_RULES)


def _apply_word_rules(features: DifferenceFeatures, rules: Sequence[_WordRule]) -> Classification:
    """Return the classification of the first rule that applies to the only word of each side."""
    words = _get_single_words(features)
    return next((classification for applies, classification in rules if applies(*words)), None) if words else None


def _get_single_words(features: DifferenceFeatures) -> tuple[str, str] | None:
    """Return the only word of each side, articles aside, or None."""
    words = [[word for word in side.words if word not in vocabulary.ARTICLES] or side.words for side in features.sides]
    return (words[0][0], words[1][0]) if len(words[0]) == len(words[1]) == 1 else None


def detect_person_or_tense(features: DifferenceFeatures) -> Classification:
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
    resolves_pronoun = is_short and bool(pronouns[0]) != bool(pronouns[1])
    begins_with_pronoun = {a.expanded_words[0], b.expanded_words[0]} & vocabulary.PERSONAL_PRONOUNS
    if (
        resolves_pronoun
        and begins_with_pronoun
        and any(vocabulary.are_inflections(x, y) for x in bases[0] for y in bases[1])
    ):
        return "indirect", "a pronoun resolved and its verb with it"
    return None


def detect_substitution(features: DifferenceFeatures) -> Classification:
    """Classify any other difference: other words."""
    a, b = features.sides
    if len(a.words) + len(b.words) >= MIN_PARAPHRASE_WORDS:
        severity = 4 if a.negation_count != b.negation_count else CHANGE_KINDS["paraphrase"].severity
        return "paraphrase", "a longer passage in other words", severity
    if set(a.expanded_words) | set(b.expanded_words) <= vocabulary.FUNCTION_WORDS:
        return "substitution", "only connecting words", 1
    return "substitution", "other words"
