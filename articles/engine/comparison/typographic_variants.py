"""Are these the same words, printed in another way?

RT's "It's" and the Financial Tribune's "It\u2019s", "U.S.-led" and "US-led", "[anti-ISIS]" and "anti-ISIS", "arms and
money" and "money and arms": the rules here find what differs when the words do not, from the shape of a quotation mark
to the brackets that told an editor's words from the speaker's::

    >>> from articles.engine.comparison.compare import compare
    >>> [change.kind for change in compare("the U.S.-led coalition", "the US-led coalition").changes]
    ['typography.abbreviation']

Each rule takes a `DifferenceFeatures` and gives its verdict or None. Left to others: other words (`naming`), names
(`renaming`).
"""

import re
from collections.abc import Sequence

from rapidfuzz.distance import OSA

from articles.engine.comparison.difference_features import Classification, DifferenceFeatures, is_word
from articles.engine.text import vocabulary as say
from articles.engine.text.normalization import INVISIBLE, fold, replace_lookalikes
from articles.engine.text.tokenization import classify_token

MIN_MISPRINT_LENGTH = 5  # letters: shorter words that differ in a letter are mostly other words ("note", "vote")
_INVISIBLE = re.compile(f"[{INVISIBLE}]")


def detect_reprinted_token(case: DifferenceFeatures) -> Classification:
    """One token, printed in another way."""
    a, b = case.sides
    if len(a.keys) != 1 or a.keys != b.keys:
        return None
    if classify_token(a.keys[0]) not in ("word", "number"):
        return detect_mark_change(case)
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
    letters = [re.sub(r"\W", "", fold(side.text)) for side in case.sides]
    plain = [re.sub(r"\W", "", side.text.casefold()) for side in case.sides]
    if plain[0] == plain[1] and letters[0] == letters[1]:
        return "typography.quotes", "only marks inside the word differ"
    kind = "spelling.transliteration" if a.begins_with_capital else "spelling.regional"
    return kind, "only accents differ"


def detect_lookalikes(case: DifferenceFeatures) -> Classification:
    """One word, printed in the letters of another alphabet that look the same."""
    a, b = case.sides
    if (
        len(a.keys) == len(b.keys) == 1
        and fold(replace_lookalikes(a.text)) == fold(replace_lookalikes(b.text))
        and a.keys != b.keys
    ):
        return "typography.lookalike", "letters of another alphabet"
    return None


def detect_mark_change(case: DifferenceFeatures) -> Classification:
    """No words on either side."""
    a, b = case.sides
    if a.words or b.words:
        return None
    if a.has_omission_mark != b.has_omission_mark:
        return ("omission_mark_dropped", "dots gone") if a.has_omission_mark else ("omission_mark_added", "dots added")
    marks = {*a.keys, *b.keys}
    if found := _detect_square_bracket(case):
        return found
    if marks & {"(", ")", "[", "]", "{", "}"}:
        return "typography.brackets", "only brackets differ"
    if marks & {"'", '"'}:
        return "typography.quotes", "only quotation marks differ"
    if marks & (say.PERCENT | say.CURRENCIES):
        return "number", "the unit of a number differs"
    return "typography.punctuation", "only punctuation differs"


def _detect_square_bracket(case: DifferenceFeatures) -> Classification:
    """Of an aside too long to be shown as one change: one of its brackets."""
    a, b = case.sides
    if {"[", "]"} & {*a.keys} and not {"[", "]", "(", ")"} & {*b.keys}:
        return "gloss.absorbed", "a square bracket is gone, the words beside it stay"
    if {"[", "]"} & {*b.keys} and not {"[", "]", "(", ")"} & {*a.keys}:
        return "gloss.marked", "a square bracket is new beside the same words"
    return None


def detect_same_words(case: DifferenceFeatures) -> Classification:
    """The same words with other marks, other capitals or other dots, or put in another order."""
    a, b = case.sides
    if not a.words or not b.words:
        return None
    if ("[" in a.keys) != ("[" in b.keys) and "(" not in (*a.keys, *b.keys):
        marked, bare = (a, b) if "[" in a.keys else (b, a)
        inside = marked.words[: len(marked.words)] if marked.is_enclosed("[", "]") else _extract_bracketed(marked.keys)
        if inside and set(inside) <= set(bare.words):
            if marked is a:
                return "gloss.absorbed", "the words of a bracket, without the bracket"
            return "gloss.marked", "the same words in square brackets"
    if a.words == b.words:
        return _classify_marks(case)
    if a.expanded_words == b.expanded_words:
        return "spelling.contraction", "the same words written out"
    if "".join(a.words).replace("-", "") == "".join(b.words).replace("-", ""):
        if len(a.words) == len(b.words) == 1:
            return "spelling.regional", "only a hyphen inside the word differs"
        return "typography.punctuation", "only hyphens or spaces between the words differ"
    if len(a.expanded_words) > 1 and sorted(a.expanded_words) == sorted(b.expanded_words):
        if a.negated_words != b.negated_words:
            return "negation.scope", "the same “not” before other words"
        if a.focused_words != b.focused_words:
            return "quantifier", "the same “only” before other words"
        return "reorder", "the same words in another order"
    return None


def _extract_bracketed(keys: Sequence[str]) -> list[str]:
    """The words between square brackets."""
    if "]" not in keys:
        return []
    between = keys[keys.index("[") + 1 : keys.index("]")]
    return list(filter(is_word, between))


def _classify_marks(case: DifferenceFeatures) -> Classification:
    marks = {key for side in case.sides for key in side.keys if key not in side.words}
    if marks & {"(", ")", "[", "]"}:
        return "typography.brackets", "the same words, other brackets"
    if marks & {"'", '"'}:
        return "typography.quotes", "the same words, other quotation marks"
    return "typography.punctuation", "the same words, other punctuation"


def detect_misprint(case: DifferenceFeatures) -> Classification:
    """One long word with one letter wrong; what else it might be - "without", "million" - is misprinted too."""
    a, b = case.sides
    if len(a.words) != 1 or len(b.words) != 1 or len(a.keys) + len(b.keys) > 2:
        return None
    one, other = a.words[0], b.words[0]
    if min(len(one), len(other)) < MIN_MISPRINT_LENGTH or not (one.isalpha() and other.isalpha()):
        return None
    if OSA.distance(one, other) != 1 or say.are_antonyms(one, other) or say.are_regional_spellings(one, other):
        return None
    if (say.are_inflections(one, other) and not say.have_same_ending(one, other)) or (
        say.parse_multilingual_number(one) and say.parse_multilingual_number(other)
    ):
        return None
    if (
        say.is_negation(one) != say.is_negation(other) and {one, other} & say.FUNCTION_WORDS
    ):  # "keine L\u00f6sung", "eine L\u00f6sung"
        return None
    if {one, other} <= say.PROPER_NAMES | say.DATE_WORDS:
        return None
    if a.begins_with_capital and b.begins_with_capital and not (a.at_start and b.at_start):
        return "spelling.transliteration", "two spellings of a name"
    return "spelling.typo", "a letter differs"
