"""Forenames by gender, in lower case.

A unisex forename fits both "he" and "she".
"""

from articles.engine.text.word_lists import load_word_lists

_LISTS = load_word_lists("forenames")

FEMALE_FORENAMES = _LISTS.get_words("female_forenames")
MALE_FORENAMES = _LISTS.get_words("male_forenames")
UNISEX_FORENAMES = _LISTS.get_words("unisex_forenames")
