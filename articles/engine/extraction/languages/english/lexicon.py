"""English lexicon: closed classes of words.

The words are in ``data/lexicon_en.toml``, with what they are for; titles and forenames are in `text.person_names`.
"""

from articles.engine.text.word_lists import load_word_lists

_LISTS = load_word_lists("lexicon_en")

MASCULINE_PRONOUNS = _LISTS.get_words("masculine_pronouns")
FEMININE_PRONOUNS = _LISTS.get_words("feminine_pronouns")
SUBJECT_PRONOUNS = _LISTS.get_words("subject_pronouns")
RELATIVE_PRONOUNS = _LISTS.get_words("relative_pronouns")
DETERMINERS = _LISTS.get_words("determiners")
ARTICLES = _LISTS.get_words("articles")
POSSESSIVES = _LISTS.get_words("possessives")
PREPOSITIONS = _LISTS.get_words("prepositions")
NOUN_LINKING_PREPOSITIONS = _LISTS.get_words("noun_linking_prepositions")
CONJUNCTIONS = _LISTS.get_words("conjunctions")
CLAUSE_OPENERS = _LISTS.get_words("clause_openers")
AUXILIARIES = _LISTS.get_words("auxiliaries")
FORMS_OF_BE = _LISTS.get_words("forms_of_be")
ADVERBS = _LISTS.get_words("adverbs")
TEMPORAL_WORDS = _LISTS.get_words("temporal_words")
CAPITALIZED_NON_NAMES = _LISTS.get_words("capitalized_non_names")
NAME_PARTICLES = _LISTS.get_words("name_particles")
ORGANIZATION_WORDS = _LISTS.get_words("organization_words")
PLACES = _LISTS.get_words("places")
NATIONALITIES = _LISTS.get_words("nationalities")
ROLES = _LISTS.get_words("roles")
ROLE_KINDS = {role: frozenset(kinds.split()) for role, kinds in _LISTS.get_mapping("role_kinds").items()}
OUTLETS = _LISTS.get_words("outlets")
QUOTING_VERBS = _LISTS.get_words("quoting_verbs")
ABBREVIATIONS = _LISTS.get_words("abbreviations")
CLAUSE_BOUNDARIES = _LISTS.get_words("clause_boundaries")
CONTRACTIONS = _LISTS.get_phrases("contractions")
APPOSITION_OPENERS = ARTICLES | PREPOSITIONS | POSSESSIVES | RELATIVE_PRONOUNS | _LISTS.get_words("apposition_openers")
FINITE_AUXILIARIES = AUXILIARIES - {"not", "never", "n't"}
CLAUSE_CONNECTORS = _LISTS.get_words("clause_connectors")
OFFICES = ROLES | {"fm", "pm", "lady"}
ADVERBIAL_OPENERS = _LISTS.get_words("adverbial_openers")
PARTY_PREFIXES = _LISTS.get_phrases("party_prefixes")
QUESTION_WORDS = _LISTS.get_words("question_words")
#: Words that bring somebody to mind without a name.
ANAPHORIC_WORDS = (
    MASCULINE_PRONOUNS
    | FEMININE_PRONOUNS
    | {"the", "it"}
    | {f"{p}'{end}" for p in ("he", "she", "it") for end in ("s", "d", "ll", "ve")}
)
TRAILING_ATTRIBUTION_WORDS = _LISTS.get_words("trailing_attribution_words")
SAYING_NOUNS = _LISTS.get_words("saying_nouns")
SHORT_FORENAMES = _LISTS.get_mapping("short_forenames")
INDEFINITE_PRONOUNS = _LISTS.get_words("indefinite_pronouns")
CONVERSATIONAL_WORDS = _LISTS.get_words("conversational_words")
SUBORDINATORS = _LISTS.get_words("subordinators")
ADDRESSING_VERBS = _LISTS.get_words("addressing_verbs")
INANIMATE_NOUNS = _LISTS.get_words("inanimate_nouns")
NOUN_HOMOGRAPHS = _LISTS.get_words("noun_homographs")
BODY_NOUNS = _LISTS.get_words("body_nouns")
UNSPECIFIC_BODY_NOUNS = _LISTS.get_words("unspecific_body_nouns")
PERSON_NOUNS = _LISTS.get_words("person_nouns")
POSSIBLE_SURNAMES = _LISTS.get_words("possible_surnames")
DOCUMENT_NOUNS = _LISTS.get_words("document_nouns")
SENDING_VERBS = _LISTS.get_words("sending_verbs")
WRITING_VERBS = _LISTS.get_words("writing_verbs")
MESSAGE_NOUNS = _LISTS.get_words("message_nouns")
RECORD_NOUNS = _LISTS.get_words("record_nouns")
UNSPEAKING_NAMES = _LISTS.get_words("unspeaking_names")
UNSPEAKING_ENDINGS = _LISTS.get_words("unspeaking_endings")
TIME_NOUNS = _LISTS.get_words("time_nouns")
CATENATIVE_WORDS = _LISTS.get_words("catenative_words")
