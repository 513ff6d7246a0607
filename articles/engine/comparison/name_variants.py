"""Name variants: rules that recognise the same person, country or body under another name.

TASS's "the Islamic State", SANA's "ISIS" and once "ISISI", Sputnik's "anti-Daesh": the alias table decides most cases.
A capital city may stand for its country, a letter may be wrong, a name may sit inside a hyphenated word::

    >>> from articles.engine.comparison.compare import compare
    >>> [change.reason for change in compare("the anti-Daesh coalition", "the anti-ISIS coalition").changes]
    ['both stand for Islamic State']
"""

import re
from bisect import bisect_left
from collections.abc import Sequence

from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from articles.engine.comparison.difference_features import Classification, DifferenceFeatures, SideFeatures
from articles.engine.text import vocabulary
from articles.engine.text.aliases import Aliases
from articles.engine.text.normalization import fold
from articles.engine.text.tokenization import TokenColumns, tokenize_columns

# rapidfuzz ratio: "Sergey"/"Sergei" 83, "al-Qaeda"/"al-Qaida" 88; "al-Assad"/"Assad" 77 is another form.
MIN_SPELLING_RATIO = 80
MIN_NEAR_FORM_LENGTH = 4  # letters: "ISISI" is a misprint of "ISIS", but "ISA" and "IS" are two names


def detect_name_variant(features: DifferenceFeatures) -> Classification:
    """Detect the same person, country or body under another name."""
    a, b = features.sides
    if features.difference.name:
        return _classify_name_forms(features.difference.name, a, b)
    if not a.words or not b.words or a.words == b.words:
        return None
    aliases = features.pair.aliases
    groups_a = _find_name_groups(features.pair.a_with_names, a)
    groups_b = _find_name_groups(features.pair.b_with_names, b)
    for shared in groups_a & groups_b:
        return "name_swap", f"both stand for {shared}"
    # Of names in the alias table or a word list it is known that another name means another thing.
    known = [bool(aliases.get_forms(group)) or fold(group) in vocabulary.PROPER_NAMES for group in groups_a | groups_b]
    if groups_a and groups_b and all(known):
        return "substitution", "another person, country or body", 4
    if group := _find_misprinted_group(b, groups_a, aliases):
        return "name_swap", f"a near form of {group}"
    if len(a.words) == len(b.words) == 1 and (group := _find_compound_name(a.text, b.text, aliases)):
        return "name_swap", f"both stand for {group}"
    if group := _find_misprinted_group(a, groups_b, aliases):
        return "name_swap", f"a near form of {group}"
    return None


def _classify_name_forms(name: str, a: SideFeatures, b: SideFeatures) -> Classification:
    """Classify two forms of one known name: another spelling, or another name."""
    is_single = len(a.keys) == len(b.keys) == 1
    if is_single and fuzz.ratio(a.text.casefold(), b.text.casefold()) >= MIN_SPELLING_RATIO:
        return "spelling.transliteration", f"{name}, spelled differently"
    return "name_swap", f"both stand for {name}"


def _find_misprinted_group(side: SideFeatures, groups: set[str], aliases: Aliases) -> str | None:
    """Return the group of which this side is a misprinted form, if any."""
    return next((group for group in groups if _is_misprinted_name(side, aliases.get_forms(group))), None)


def _find_name_groups(tokens: TokenColumns, side: SideFeatures) -> set[str]:
    """Return the alias groups that this side may be a form of, if it is nothing but a known name or a capital city."""
    words = [word.removesuffix("'s") for word in side.words if word not in vocabulary.ARTICLES]
    if len(words) == 1 and words[0] in vocabulary.METONYMS:
        return {vocabulary.METONYMS[words[0]]}
    first, last = side.tokens.starts[side.start], side.tokens.ends[side.end - 1]
    indices = range(bisect_left(tokens.starts, first), bisect_left(tokens.starts, last))
    name_indices = [index for index in indices if index in tokens.names and tokens.ends[index] <= last]
    if not name_indices and words and side.begins_with_capital:
        return {" ".join(words).title()}
    if len(name_indices) != 1:
        return set()
    [index] = name_indices
    fills_side = tokens.ends[index] - tokens.starts[index] + len("the ") >= last - first
    return {tokens.names[index]} if fills_side else set()


def _find_compound_name(text_a: str, text_b: str, aliases: Aliases) -> str | None:
    """Return the group of the only name that differs in two hyphenated words: "anti-Daesh" and "anti-ISIS"."""
    parts = [re.split(r"[-\u2010\u2011]", text) for text in (text_a, text_b)]
    if len(parts[0]) != len(parts[1]) or len(parts[0]) == 1:
        return None
    differing = [(x, y) for x, y in zip(*parts, strict=True) if fold(x) != fold(y)]
    if len(differing) != 1:
        return None
    names = [tokenize_columns(part, aliases).names.get(0) for part in differing[0]]
    return names[0] if names[0] == names[1] else None


def _is_misprinted_name(side: SideFeatures, forms: Sequence[str]) -> bool:
    """Return whether this side is one capitalised word, a letter away from one of these forms ("ISISI")."""
    words = [word for word in side.words if word not in vocabulary.ARTICLES]
    if len(words) != 1 or not any(map(str.isupper, side.text)):
        return False
    return any(len(form) >= MIN_NEAR_FORM_LENGTH and Levenshtein.distance(fold(form), words[0]) == 1 for form in forms)
