"""English words for where and when something was said.

``in an interview with Vesti.doc``, ``at a press briefing``, ``told journalists``, ``on Twitter``. `occasions` finds
where such a phrase begins and ends. The words are in ``data/occasion_words_en.toml``.
"""

from articles.engine.text.word_lists import load_word_lists

_LISTS = load_word_lists("occasion_words_en")

DAYS = _LISTS.get_words("days")
MONTHS = _LISTS.get_words("months")
OCCASION_PREPOSITIONS = _LISTS.get_words("occasion_prepositions")
OPENING_PARTICIPLES = {
    participle: frozenset(words.split()) for participle, words in _LISTS.get_mapping("opening_participles").items()
}
INTRANSITIVE_SPEECH_VERBS = _LISTS.get_words("intransitive_speech_verbs")
CHANNELS = _LISTS.get_words("channels")
ASSEMBLIES = _LISTS.get_words("assemblies")
AUDIENCES = _LISTS.get_words("audiences")
PLATFORMS = _LISTS.get_words("platforms")
EVENTS = _LISTS.get_words("events")
SPEECH_FORMATS = _LISTS.get_words("speech_formats")
PAST_FORMS = _LISTS.get_words("past_forms")
OCCASION_NOUNS = EVENTS | SPEECH_FORMATS | PLATFORMS | CHANNELS | ASSEMBLIES
SPEECH_SETTINGS = _LISTS.get_words("speech_settings")
