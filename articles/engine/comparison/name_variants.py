"""Is this the same person, country or body under another name?

TASS's "the Islamic State", SANA's "ISIS" and once "ISISI", Sputnik's "anti-Daesh": the table of names tells most; a
capital may stand for its country; a letter may be wrong; a name may sit inside a hyphenated word::

    >>> from articles.engine.comparison.compare import compare
    >>> [change.reason for change in compare("the anti-Daesh coalition", "the anti-ISIS coalition").changes]
    ['both stand for Islamic State']

Left to others: the table (`aliases`), finding names in a text (`wording`), other words (`naming`).
"""

import re
from bisect import bisect_left
from collections.abc import Sequence

from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from articles.engine.comparison.difference_features import Classification, DifferenceFeatures, SideFeatures
from articles.engine.text import vocabulary as say
from articles.engine.text.aliases import Aliases
from articles.engine.text.normalization import fold
from articles.engine.text.tokenization import TokenColumns, tokenize_columns

MIN_SPELLING_RATIO = (
    80  # rapidfuzz ratio: "Sergey"/"Sergei" 83, "al-Qaeda"/"al-Qaida" 88; "al-Assad"/"Assad" 77 is another form
)
MIN_NEAR_FORM_LENGTH = 4  # letters: "ISISI" is a misprint of "ISIS", but "ISA" and "IS" are two names

# What stands for a country or its government is another way to name it.
_METONYMS = {
    place: country
    for country, places in {
        "United States": "america washington", "Russia": "moscow kremlin", "China": "beijing", "Iran": "tehran",
        "Syria": "damascus", "Turkey": "ankara", "United Kingdom": "london britain", "European Union": "brussels",
        "North Korea": "pyongyang", "South Korea": "seoul", "Saudi Arabia": "riyadh", "Ukraine": "kyiv kiev",
        "France": "paris", "Germany": "berlin", "Israel": "jerusalem", "Japan": "tokyo", "Italy": "rome",
        "Spain": "madrid", "Poland": "warsaw", "Canada": "ottawa", "Australia": "canberra", "Pakistan": "islamabad",
        "Afghanistan": "kabul", "Iraq": "baghdad", "Egypt": "cairo", "Libya": "tripoli", "Cuba": "havana",
        "Venezuela": "caracas", "Greece": "athens", "Taiwan": "taipei", "Belarus": "minsk", "Qatar": "doha",
        "Jordan": "amman", "Lebanon": "beirut", "India": "delhi",
    }.items()
    for place in places.split()
}  # fmt: skip


def detect_name_variant(case: DifferenceFeatures) -> Classification:
    """The same person, country or body under another name."""
    a, b = case.sides
    if case.difference.name:
        one, other = a.text.casefold(), b.text.casefold()
        if len(a.keys) == len(b.keys) == 1 and fuzz.ratio(one, other) >= MIN_SPELLING_RATIO:
            return "spelling.transliteration", f"{case.difference.name}, spelt otherwise"
        return "name_swap", f"both stand for {case.difference.name}"
    if not a.words or not b.words or a.words == b.words:
        return None
    names = _find_name_groups(case.pair.a_with_names, a), _find_name_groups(case.pair.b_with_names, b)
    for group in names[0] & names[1]:
        return "name_swap", f"both stand for {group}"
    if names[0] and names[1] and all(_is_known_name(group, case.pair.aliases) for group in names[0] | names[1]):
        return "substitution", "another person, country or body", 4
    for group in names[0]:
        if _is_misprinted_name(b, case.pair.aliases.get_forms(group)):
            return "name_swap", f"a near form of {group}"
    if len(a.words) == len(b.words) == 1 and (inside := _find_compound_name(a.text, b.text, case.pair.aliases)):
        return "name_swap", f"both stand for {inside}"
    for group in names[1]:
        if _is_misprinted_name(a, case.pair.aliases.get_forms(group)):
            return "name_swap", f"a near form of {group}"
    return None


def _find_name_groups(named: TokenColumns, side: SideFeatures) -> set[str]:
    """The groups of names this side may be a form of, if it is nothing but a name from the table or a capital."""
    words = [word.removesuffix("'s") for word in side.words if word not in say.ARTICLES]
    if len(words) == 1 and words[0] in _METONYMS:
        return {_METONYMS[words[0]]}
    first, last = side.tokens.starts[side.start], side.tokens.ends[side.end - 1]
    places = range(bisect_left(named.starts, first), bisect_left(named.starts, last))
    found = [at for at in places if at in named.names and named.ends[at] <= last]
    if not found and words and side.begins_with_capital:
        return {" ".join(words).title()}
    if len(found) != 1 or named.ends[found[0]] - named.starts[found[0]] + len("the ") < last - first:
        return set()
    return {named.names[found[0]]}


def _is_known_name(group: str, aliases: Aliases) -> bool:
    """Is this a name of the table or of a list, so that another one is surely another?"""
    return bool(aliases.get_forms(group)) or fold(group) in say.PROPER_NAMES


def _find_compound_name(one: str, other: str, aliases: Aliases) -> str | None:
    """The group of the only name that differs in two hyphenated words: "anti-Daesh" and "anti-ISIS"."""
    parts = [re.split(r"[-\u2010\u2011]", text) for text in (one, other)]
    if len(parts[0]) != len(parts[1]) or len(parts[0]) == 1:
        return None
    differing = [(x, y) for x, y in zip(*parts, strict=True) if fold(x) != fold(y)]
    if len(differing) != 1:
        return None
    names = [tokenize_columns(part, aliases).names.get(0) for part in differing[0]]
    return names[0] if names[0] == names[1] else None


def _is_misprinted_name(side: SideFeatures, forms: Sequence[str]) -> bool:
    """Is this side one capitalised word, a letter away from one of these forms ("ISISI")?"""
    words = [word for word in side.words if word not in say.ARTICLES]
    if len(words) != 1 or not any(map(str.isupper, side.text)):
        return False
    return any(len(form) >= MIN_NEAR_FORM_LENGTH and Levenshtein.distance(fold(form), words[0]) == 1 for form in forms)
