"""Typographic variants: rules for the same words printed in another way.

RT's "It's" and the Financial Tribune's "It\u2019s", "U.S.-led" and "US-led", "[anti-ISIS]" and "anti-ISIS", "arms and
money" and "money and arms": these rules classify what differs when the words do not, from the shape of a quotation mark
to the brackets that separated an editor's words from the speaker's::

    >>> from articles.engine.comparison.compare import compare
    >>> [change.kind for change in compare("the U.S.-led coalition", "the US-led coalition").changes]
    ['typography.abbreviation']

Each rule takes a `DifferenceFeatures` and returns a `Classification` or None.
"""

import re

from rapidfuzz.distance import OSA

from articles.engine.comparison.difference_features import Classification, DifferenceFeatures, SideFeatures
from articles.engine.text import vocabulary
from articles.engine.text.normalization import INVISIBLE, fold, replace_lookalikes
from articles.engine.text.tokenization import is_word

MIN_MISPRINT_LENGTH = 5  # letters; shorter words that differ in a letter are mostly other words ("note", "vote")
_INVISIBLE = re.compile(f"[{INVISIBLE}]")


def detect_reprinted_token(features: DifferenceFeatures) -> Classification:
    """Detect one token printed in another way."""
    a, b = features.sides
    if len(a.keys) != 1 or a.keys != b.keys:
        return None
    if not is_word(a.keys[0]):
        return detect_mark_change(features)
    if _INVISIBLE.search(a.text + b.text) and _INVISIBLE.sub("", a.text) == _INVISIBLE.sub("", b.text):
        return "typography.invisible", "a character that prints nothing"
    if a.text.casefold() == b.text.casefold():
        return "typography.case", "only capitals differ"
    if replace_lookalikes(a.text).casefold() == replace_lookalikes(b.text).casefold():
        return "typography.lookalike", "a letter of another alphabet"
    if a.text.replace(".", "").casefold() == b.text.replace(".", "").casefold():
        return "typography.abbreviation", "only dots differ"
    if "&" in (a.text, b.text):
        return "typography.abbreviation", "“&” for “and”"
    folded = [re.sub(r"\W", "", fold(side.text)) for side in features.sides]
    casefolded = [re.sub(r"\W", "", side.text.casefold()) for side in features.sides]
    if casefolded[0] == casefolded[1] and folded[0] == folded[1]:
        return "typography.quotes", "only marks inside the word differ"
    kind = "spelling.transliteration" if a.begins_with_capital else "spelling.regional"
    return kind, "only accents differ"


def detect_lookalikes(features: DifferenceFeatures) -> Classification:
    """Detect one word printed in letters of another alphabet that look the same."""
    a, b = features.sides
    if (
        len(a.keys) == len(b.keys) == 1
        and fold(replace_lookalikes(a.text)) == fold(replace_lookalikes(b.text))
        and a.keys != b.keys
    ):
        return "typography.lookalike", "letters of another alphabet"
    return None


def detect_mark_change(features: DifferenceFeatures) -> Classification:
    """Detect a change of marks only, with no words on either side."""
    a, b = features.sides
    if a.words or b.words:
        return None
    if a.has_omission_mark != b.has_omission_mark:
        return ("omission_mark_dropped", "dots gone") if a.has_omission_mark else ("omission_mark_added", "dots added")
    marks = {*a.keys, *b.keys}
    if classification := _detect_square_bracket(features):
        return classification
    if marks & {"(", ")", "[", "]", "{", "}"}:
        return "typography.brackets", "only brackets differ"
    if marks & {"'", '"'}:
        return "typography.quotes", "only quotation marks differ"
    if marks & (vocabulary.PERCENT | vocabulary.CURRENCIES):
        return "number", "the unit of a number differs"
    return "typography.punctuation", "only punctuation differs"


def _detect_square_bracket(features: DifferenceFeatures) -> Classification:
    """Detect one bracket of a gloss too long to be shown as one change."""
    a, b = features.sides
    if {"[", "]"} & {*a.keys} and not {"[", "]", "(", ")"} & {*b.keys}:
        return "gloss.absorbed", "a square bracket is gone, the words beside it stay"
    if {"[", "]"} & {*b.keys} and not {"[", "]", "(", ")"} & {*a.keys}:
        return "gloss.marked", "a square bracket is new beside the same words"
    return None


def detect_same_words(features: DifferenceFeatures) -> Classification:
    """Detect the same words with other marks, capitals or dots, or in another order."""
    a, b = features.sides
    if not a.words or not b.words:
        return None
    if classification := _detect_gloss_brackets(a, b):
        return classification
    if a.words == b.words:
        return _classify_marks(features)
    if "".join(a.words) != "".join(b.words) and _strip_apostrophes(a) == _strip_apostrophes(b):
        return "spelling.typo", "an apostrophe is missing"
    if a.expanded_words == b.expanded_words:
        return "spelling.contraction", "the same words written out"
    if "".join(a.words).replace("-", "") == "".join(b.words).replace("-", ""):
        if len(a.words) == len(b.words) == 1:
            return "spelling.regional", "only a hyphen inside the word differs"
        return "typography.punctuation", "only hyphens or spaces between the words differ"
    if len(a.expanded_words) > 1 and sorted(a.expanded_words) == sorted(b.expanded_words):
        return _classify_reordering(a, b)
    return None


def _strip_apostrophes(side: SideFeatures) -> list[str]:
    return [word.replace("'", "") for word in side.words]


def _detect_gloss_brackets(a: SideFeatures, b: SideFeatures) -> Classification:
    """Detect square brackets lost or put around the same words."""
    if ("[" in a.keys) == ("[" in b.keys) or "(" in (*a.keys, *b.keys):
        return None
    marked, bare = (a, b) if "[" in a.keys else (b, a)
    if "]" not in marked.keys:
        return None
    between = marked.keys[marked.keys.index("[") + 1 : marked.keys.index("]")]
    bracketed = marked.words if marked.is_enclosed("[", "]") else list(filter(is_word, between))
    if not bracketed or not set(bracketed) <= set(bare.words):
        return None
    if marked is a:
        return "gloss.absorbed", "the words of a bracket, without the bracket"
    return "gloss.marked", "the same words in square brackets"


def _classify_reordering(a: SideFeatures, b: SideFeatures) -> Classification:
    """Classify the same words in another order: a negation or an "only" may stand before other words."""
    if a.negated_words != b.negated_words:
        return "negation.scope", "the same “not” before other words"
    if a.focused_words != b.focused_words:
        return "quantifier", "the same “only” before other words"
    return "reorder", "the same words in another order"


def _classify_marks(features: DifferenceFeatures) -> Classification:
    marks = {key for side in features.sides for key in side.keys if key not in side.words}
    if marks & {"(", ")", "[", "]"}:
        return "typography.brackets", "the same words, other brackets"
    if marks & {"'", '"'}:
        return "typography.quotes", "the same words, other quotation marks"
    return "typography.punctuation", "the same words, other punctuation"


def detect_misprint(features: DifferenceFeatures) -> Classification:
    """Detect one long word with one wrong letter.

    Words that rules below would recognise ("without", "million") are misprinted too.
    """
    a, b = features.sides
    if len(a.words) != 1 or len(b.words) != 1 or len(a.keys) + len(b.keys) > 2:
        return None
    word_a, word_b = a.words[0], b.words[0]
    if min(len(word_a), len(word_b)) < MIN_MISPRINT_LENGTH or not (word_a.isalpha() and word_b.isalpha()):
        return None
    if (
        OSA.distance(word_a, word_b) != 1
        or vocabulary.are_antonyms(word_a, word_b)
        or vocabulary.are_regional_spellings(word_a, word_b)
    ):
        return None
    if (vocabulary.are_inflections(word_a, word_b) and not vocabulary.have_same_ending(word_a, word_b)) or (
        vocabulary.parse_multilingual_number(word_a) and vocabulary.parse_multilingual_number(word_b)
    ):
        return None
    if (
        vocabulary.is_negation(word_a) != vocabulary.is_negation(word_b)
        and {word_a, word_b} & vocabulary.FUNCTION_WORDS
    ):  # "keine L\u00f6sung", "eine L\u00f6sung"
        return None
    if {word_a, word_b} <= vocabulary.PROPER_NAMES | vocabulary.DATE_WORDS:
        return None
    if a.begins_with_capital and b.begins_with_capital and not (a.at_start and b.at_start):
        return "spelling.transliteration", "two spellings of a name"
    return "spelling.typo", "a letter differs"
