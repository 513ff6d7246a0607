"""English words that tell names of works and shows from speech.

``the film "Spotlight"``, ``an account called "Hypo-Cruz"``, ``a shirt that reads "..."``: what stands beside the marks
says what is between them. `quotation_types` and `speaker_candidates` use the words of ``data/title_words_en.toml``.
"""

from articles.engine.extraction.languages.english import lexicon
from articles.engine.text.word_lists import load_word_lists

_LISTS = load_word_lists("title_words_en")

BROADCASTERS = lexicon.OUTLETS | _LISTS.get_words("broadcasters")
TEXT_BEARERS = _LISTS.get_words("text_bearers")
NAMING_PARTICIPLES = _LISTS.get_words("naming_participles")
TITLE_MINOR_WORDS = _LISTS.get_words("title_minor_words")
DISTANCING_WORDS = _LISTS.get_words("distancing_words")
WORK_NOUNS = _LISTS.get_words("work_nouns")
NAMING_VERBS = _LISTS.get_words("naming_verbs")
KNOWN_AS_PARTICIPLES = _LISTS.get_words("known_as_participles")
KNOWN_WORKS = frozenset(_LISTS.get_phrases("known_works"))
