"""Quotation types: tell speech from scare quotes, titles, nicknames and transcripts.

"what they call "moderate" Syrian rebel forces" puts a word at arm's length; on ABC's "This Week" names a programme;
Carlos "El Chapo" Guzman a man. A logit with learnt weights (`learnt_weights.SPEECH_WEIGHTS`) tells speech from other
words between marks, which are set aside with their type.
"""

import math
import re
from collections import Counter
from collections.abc import Sequence
from enum import StrEnum

from articles.engine.extraction.languages.english import lexicon, title_words
from articles.engine.extraction.languages.english.learnt_weights import SPEECH_BIAS, SPEECH_WEIGHTS
from articles.engine.extraction.languages.english.reporting_verbs import BASE_FORMS, VERB_FORMS
from articles.engine.extraction.noun_phrases import is_name
from articles.engine.extraction.quotation_marks import QuotedSpan
from articles.engine.extraction.sentences import LOWER, NAME, POINT, QUOTE, Sentence, Token
from articles.engine.extraction.speaker_candidates import SpeakerCandidate


class QuotationType(StrEnum):
    """The types of quoted words. `DIRECT`, `MIXED` and `BLOCK` are somebody's words, the others are set aside.

    `PLAIN` is text in a block of its own that nobody is said to say: no quoted words at all.
    """

    DIRECT = "direct"
    MIXED = "mixed"
    BLOCK = "block"
    PLAIN = "plain"
    SCARE = "scare"
    TITLE = "title"
    NICKNAME = "nickname"
    TRANSCRIPT = "transcript"


#: The types of somebody's words.
SPEECH_TYPES = frozenset({QuotationType.DIRECT, QuotationType.MIXED, QuotationType.BLOCK})
#: The least probability of speech. In a twofold cross-validation on the 840 training articles the F1 of the spans is
#: nearly the same from 0.4 to 0.5 (97.4 to 97.5); on the development articles it is 97.5 at 0.5 and best at 0.56
#: (97.7), which sets aside more words that nobody said.
MIN_SPEECH_PROBABILITY = 0.56

#: The longest name of a work, or term that an article quotes again and again, in characters.
MAX_TITLE_LENGTH = 60
#: The longest nickname, in characters.
MAX_NICKNAME_LENGTH = 20
_TURN_LABEL = re.compile(r"(?P<name>[A-Z][A-Z.'\u2019-]+(?: [A-Z][A-Z.'\u2019-]+){0,3}|[QA]): ")
_WORD = re.compile(r"[\w\u2019'&-]+")


def estimate_speech_probability(
    text: str,
    sentence: Sentence,
    place: int,
    span: QuotedSpan,
    candidate: SpeakerCandidate | None,
    confidence: float,
    repetitions: int,
) -> float:
    """Estimate how likely the span, which the article quotes so many times, is somebody's words (0 to 1)."""
    if find_turn_label(text, span) is not None or _is_distanced_word(sentence, place, candidate):
        return 0.0
    if _is_nickname(text, sentence, place, span) or is_known_work(text[span.start : span.end]):
        return 0.0
    if _is_named_work(text, sentence, place, span, candidate):
        return 0.0
    if _is_credited_line(text, sentence, place, span, candidate):
        return CREDITED_LINE_PROBABILITY
    features = extract_speech_features(text, sentence, place, span, candidate, confidence, repetitions)
    return 1.0 / (1.0 + math.exp(-SPEECH_BIAS - sum([SPEECH_WEIGHTS.get(feature, 0.0) for feature in features])))


def classify_quotation(text: str, sentence: Sentence, place: int, span: QuotedSpan, is_speech: bool) -> QuotationType:
    """Classify speech as direct or mixed, and anything else by what it is."""
    if is_speech:
        return QuotationType.DIRECT if _is_whole_sentence(text, sentence, place, span) else QuotationType.MIXED
    if find_turn_label(text, span) is not None:
        return QuotationType.TRANSCRIPT
    tokens = sentence.tokens
    if 0 < place < len(tokens) - 1 and is_name(tokens[place - 1]) and is_name(tokens[place + 1]):
        return QuotationType.NICKNAME
    return QuotationType.TITLE if _is_title_case(_WORD.findall(text[span.start : span.end])) else QuotationType.SCARE


def find_turn_label(text: str, span: QuotedSpan) -> str | None:
    """Find the turn label of a conversation printed between marks: "PENCE: Well, look ..."."""
    match = _TURN_LABEL.match(text, span.start, span.end)
    return match["name"] if match is not None else None


def _is_nickname(text: str, sentence: Sentence, place: int, span: QuotedSpan) -> bool:
    """Recognise a capitalised word or two between the parts of a name: Joaquin "El Chapo" Guzman."""
    tokens = sentence.tokens
    if not 0 < place < len(tokens) - 1 or span.end - span.start > MAX_NICKNAME_LENGTH:
        return False
    quoted = text[span.start : span.end]
    return quoted[0].isupper() and quoted[-1].isalnum() and is_name(tokens[place - 1]) and is_name(tokens[place + 1])


#: The fewest words of a line that a dash credits, and the probability that it is speech.
MIN_CREDITED_WORDS, CREDITED_LINE_PROBABILITY = 3, 0.9


def _is_credited_line(
    text: str, sentence: Sentence, place: int, span: QuotedSpan, candidate: SpeakerCandidate | None
) -> bool:
    """Recognise a line of quoted words with their speaker behind a dash, as in lists: "- "..." - Ida Solberg"."""
    if candidate is None or candidate.rule != "dash" or any(token.kind != POINT for token in sentence.tokens[:place]):
        return False
    quoted = text[span.start : span.end]
    is_sentence = quoted[-1] in ",.!?\u2026" or not _is_title_case(_WORD.findall(quoted))
    return quoted[0].isupper() and is_sentence and len(quoted.split()) >= MIN_CREDITED_WORDS


#: Nouns behind which words are a slogan, whatever their case.
_SLOGAN_NOUNS = frozenset({"slogan", "motto", "tagline", "catchphrase"})
#: The most words of the name of a work or a product.
MAX_NAME_WORDS = 8


def _is_named_work(
    text: str, sentence: Sentence, place: int, span: QuotedSpan, candidate: SpeakerCandidate | None
) -> bool:
    """Recognise a work, a product or a slogan by the noun before it: "the novel "...", "a phone called "..."."""
    tokens = sentence.tokens
    at = place - 1
    if at >= 0 and tokens[at].text in (",", ":"):
        at -= 1
    if at < 0 or tokens[at].kind != LOWER:
        return False
    words = _WORD.findall(text[span.start : span.end])
    if tokens[at].low in _SLOGAN_NOUNS:
        cue = (
            candidate.sentence.tokens[candidate.cue].low if candidate is not None and candidate.cue is not None else ""
        )
        return len(words) <= MAX_NAME_WORDS and cue not in _SAYING_FORMS
    if not 1 < len(words) <= MAX_NAME_WORDS or not _is_title_case(words) or text[span.end - 1] in "!?":
        return False
    return tokens[at].low in title_words.WORK_NOUNS or _classify_named_thing(tokens, place) == "noun"


def _is_distanced_word(sentence: Sentence, place: int, candidate: SpeakerCandidate | None) -> bool:
    """Recognise a word at arm's length, by nobody in particular: "what they call "moderate" Syrian rebel forces"."""
    tokens = sentence.tokens
    if candidate is None or place < 3 or place + 1 >= len(tokens):
        return False
    generic = tokens[place - 2].low in ("they", "some", "many", "others") and tokens[place - 3].low == "what"
    return generic and tokens[place - 1].low in BASE_FORMS and tokens[place + 1].kind in (LOWER, NAME)


def _is_whole_sentence(text: str, sentence: Sentence, place: int, span: QuotedSpan) -> bool:
    """Return whether the words are whole sentences (direct speech), not built into the reporter's (mixed)."""
    first = text[span.start]
    if first.islower() and place and sentence.tokens[place - 1].kind == LOWER:
        return False
    ends = text[span.end - 1] in ",.!?\u2026\u2014-"
    if place == 0 or sentence.tokens[place - 1].text in (",", ":"):
        return ends or (first.isupper() and span.end - span.start > 30)
    return first.isupper() and ends and len(text[span.start : span.end].split()) > 4


def is_known_work(quoted: str) -> bool:
    """Return whether the words name a well-known programme, film, book or song.

    >>> is_known_work("Meet the Press,"), is_known_work("meet the press")
    (True, False)
    """
    if len(quoted) > MAX_TITLE_LENGTH or not (quoted[:1].isupper() or quoted[:1].isdigit()):
        return False
    return quoted.lower().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'").rstrip(" ,.;:?") in title_words.KNOWN_WORKS


def count_repetitions(text: str, spans: Sequence[QuotedSpan]) -> list[int]:
    """Count how often the article quotes the same few words, for each span; 1 for longer ones."""
    short = [text[s.start : s.end].lower() if s.end - s.start <= MAX_TITLE_LENGTH else "" for s in spans]
    keys = [tuple(_WORD.findall(quoted)) for quoted in short]
    counts = Counter(keys)
    return [counts[words] if words else 1 for words in keys]


def extract_speech_features(
    text: str,
    sentence: Sentence,
    place: int,
    span: QuotedSpan,
    candidate: SpeakerCandidate | None,
    confidence: float,
    repetitions: int,
) -> list[str]:
    """Extract the features for and against speech."""
    quoted = _WORD.findall(text, span.start, min(span.end, span.start + 400))
    count = len(quoted)
    tokens = sentence.tokens
    length = "8+" if count >= 8 else "5-7" if count >= 5 else str(count)
    short = "short" if count < 5 else "long"
    few = "1" if count == 1 else "2-4" if count < 5 else "long"
    titled = _is_title_case(quoted)
    features = [f"words:{length}", f"ends:{_classify_final_character(text[span.end - 1])}"]
    features.append(f"rule:{candidate.rule if candidate else 'none'}")
    features.append(f"sure:{short}:{int(confidence * 4) if candidate else 'none'}")
    features += _extract_inner_features(quoted, short)
    features.append(f"times:{min(repetitions, 3)}:{few}")
    if titled:
        features.append(f"titled-ends:{text[span.end - 1] in ',.?!'}:{few}")
    if sentence.only_quotes:
        features.append(f"alone:{short}")
    else:
        features += _extract_context_features(tokens, place, short, titled and len(quoted) > 1)
        features += _extract_naming_features(tokens, place, few, "titled" if titled else "plain")
        if few != "long":
            features += _extract_sentence_features(sentence, place, few)
    if not span.closed:
        features.append("unclosed")
    if place and tokens[place - 1].low.endswith("'s") and tokens[place - 1].low[:-2] in title_words.BROADCASTERS:
        features.append(f"show-of-an-outlet:{short}")
    if candidate is not None and candidate.cue is not None:
        cue = candidate.sentence.tokens[candidate.cue].low
        if (verb := VERB_FORMS.get(cue)) is not None:
            features.append(f"verb:{verb.kind}:{short}")
            if candidate.sentence is sentence and candidate.cue < place:
                gap = place - candidate.cue - 1
                near = "0" if not gap else "1-2" if gap < 3 else "3-6" if gap < 7 else "7+"
                features.append(f"verb-gap:{verb.kind}:{near}:{short}")
        if cue in ("call", "calls", "calling", "dub", "label"):
            features.append(f"calls:{cue}")
    return features


def _classify_final_character(character: str) -> str:
    if character in ",.?!":
        return character
    return "dash" if character in "-\u2014\u2013\u2026" else "none" if character.isalnum() else "other"


def _extract_inner_features(quoted: list[str], short: str) -> list[str]:
    if not quoted:
        return ["no-words"]
    first = quoted[0][0]
    features = [f"capital:{short}" if first.isupper() else f"lower:{short}" if first.islower() else "number"]
    if _is_title_case(quoted):
        features = [f"title-case:{min(len(quoted), 4)}"]
    if not lexicon.CONVERSATIONAL_WORDS.isdisjoint([w.lower().replace("\u2019", "'") for w in quoted]):
        features.append(f"speaks:{short}")
    return features


def _extract_context_features(tokens: list[Token], place: int, short: str, titled: bool) -> list[str]:
    before = tokens[place - 1] if place else None
    after = tokens[place + 1] if place + 1 < len(tokens) else None
    left, right = _classify_preceding_token(before), _classify_following_token(after)
    features = [f"after-word:{left}:{short}", f"before-word:{right}:{short}", f"{left}+{right}:{short}"]
    if titled:
        features += [f"title-after:{left}", f"title-before:{right}"]
    near = {t.low for t in tokens[max(0, place - 3) : place]}
    if before is not None and before.low in title_words.WORK_NOUNS:
        features.append(f"work-just-before:{short}")
    elif near & title_words.WORK_NOUNS:
        features.append("work-named")
    if any(t.low in title_words.WORK_NOUNS for t in tokens[place + 1 : place + 3]):
        features.append(f"work-behind:{short}")
    if any(t.low == "known" for t in tokens[max(0, place - 4) : place]):
        features.append("known-as")
    if before is not None and before.low in title_words.DISTANCING_WORDS:
        features.append("so-called")
    if near & {"on", "of", "in"} and any(t.low.endswith("'s") for t in tokens[max(0, place - 2) : place]):
        features.append("somebodys-work")
    if before is not None and after is not None and is_name(before) and is_name(after):
        features.append("between-names")
    return features


def _extract_naming_features(tokens: list[Token], place: int, few: str, titled: str) -> list[str]:
    """Extract whether a thing is called by these words ("an account called ..."), or a work stands near."""
    named = _classify_named_thing(tokens, place)
    features = [f"named:{named}:{titled}"] if named is not None else []
    if not title_words.WORK_NOUNS.isdisjoint([t.low for t in tokens[max(0, place - 5) : place]]):
        features.append(f"work-near:{titled}:{few}")
    return features


def _classify_named_thing(tokens: list[Token], place: int) -> str | None:
    """Classify what precedes "called", "titled", "known as" and the opening mark: a noun, "was", or other."""
    at = place - 1
    if at >= 0 and tokens[at].text in (",", ":"):
        at -= 1
    if at >= 0 and tokens[at].low in lexicon.ARTICLES:
        at -= 1
    if at < 1:
        return None
    if tokens[at].low == "as" and tokens[at - 1].low in title_words.KNOWN_AS_PARTICIPLES:
        at -= 1
    elif tokens[at].low not in title_words.NAMING_VERBS:
        return None
    before = tokens[at - 1] if at else None
    if before is None:
        return "other"
    if before.low in lexicon.AUXILIARIES:
        return "be"
    noun = before.kind == LOWER and before.low not in lexicon.ADVERBS | lexicon.SUBJECT_PRONOUNS
    return "noun" if noun else "other"


def _extract_sentence_features(sentence: Sentence, place: int, few: str) -> list[str]:
    """Extract whether anything is said in the sentence, by whom, and where in it the quoted words stand."""
    tokens = sentence.tokens
    left = [t.low for t in tokens[max(0, place - SAYING_VERB_WINDOW) : place]]
    right = [t.low for t in tokens[place + 1 : place + SAYING_VERB_WINDOW]]
    said = ("" if _SAYING_FORMS.isdisjoint(left) else "before") + ("" if _SAYING_FORMS.isdisjoint(right) else "after")
    where = "start" if place == 0 else "end" if place >= len(tokens) - 2 else "middle"
    pronoun = [] if _PERSONAL_PRONOUNS.isdisjoint(left[-8:]) else [f"pronoun-before:{few}"]
    return [f"said:{said}:{few}", f"place:{where}:{few}", *pronoun]


_SAYING_FORMS = frozenset(low for low, verb in VERB_FORMS.items() if verb.kind == "saying")


#: How many tokens around the quoted words are searched for a verb of saying.
SAYING_VERB_WINDOW = 40
_PERSONAL_PRONOUNS = frozenset({"he", "she", "they", "i", "we"})


def _classify_preceding_token(before: Token | None) -> str:
    if before is None:
        return "start"
    if before.kind == POINT:
        return {",": "comma", ":": "colon", "(": "bracket"}.get(before.text, "point")
    if before.kind == QUOTE:
        return "quote"
    low = before.low
    if low in ("the", "a", "an"):
        return low
    if low.endswith(("'s", "s'")) or low in lexicon.POSSESSIVES:
        return "owner"
    if low in ("that", "as", "and", "or", "of", "on", "in", "to", "for", "with", "from", "about", "by", "like"):
        return low
    if low in lexicon.FORMS_OF_BE:
        return "be"
    if low in VERB_FORMS:
        return VERB_FORMS[low].kind
    return "name" if before.kind == NAME else "word"


def _classify_following_token(after: Token | None) -> str:
    if after is None:
        return "end"
    if after.kind == POINT:
        return "stop" if after.text[0] in ".!?" else after.text if after.text in (",", ")") else "point"
    if after.kind == QUOTE:
        return "quote"
    low = after.low
    if low in VERB_FORMS or low in lexicon.AUXILIARIES:
        return "verb"
    if low in lexicon.PREPOSITIONS or low in lexicon.CONJUNCTIONS or low in lexicon.RELATIVE_PRONOUNS:
        return "small-word"
    return "name" if after.kind == NAME else "word"


def _is_title_case(quoted: list[str]) -> bool:
    """Recognise title case: every word but the small ones capitalised; also a single capitalised word."""
    if not quoted or len(quoted) > 10:
        return False
    begins = quoted[0][0].isupper() or (quoted[0][0].isdigit() and (len(quoted) > 1 or not quoted[0].isdigit()))
    return begins and all(w[0].isupper() or w[0].isdigit() or w in title_words.TITLE_MINOR_WORDS for w in quoted)
