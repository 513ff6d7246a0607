"""Occasions: find where and when the words were said.

"in an interview with the Vesti.doc programme on Rossiya-1 television on Tuesday", "speaking in Lisbon after meeting
with his Portuguese counterpart", "told journalists on Thursday", "at a press briefing": the phrase as printed, from
the sentence that names the speaker, or from an earlier one that announced the speech: what follows "In an interview
with Russia's Channel One TV on Sunday, Lavrov said" was said there too. `text.relative_dates` turns a weekday into a
date.
"""

from collections.abc import Callable, Mapping, Sequence
from itertools import islice

from articles.engine.extraction.clause_subjects import find_subject_before
from articles.engine.extraction.languages.english import lexicon, occasion_words
from articles.engine.extraction.languages.english.reporting_verbs import AMBIGUOUS_FORMS, VERB_FORMS
from articles.engine.extraction.noun_phrases import PERSONAL_SUBJECTS, is_name, strip_contraction
from articles.engine.extraction.results import ResolvedSpeaker
from articles.engine.extraction.sentences import LOWER, NAME, NUMBER, POINT, QUOTE, Sentence, Token
from articles.engine.extraction.speaker_candidates import SpeakerCandidate, get_cue_verb

#: The longest occasion, in tokens; a longer one has run into the next clause.
MAX_OCCASION_TOKENS = 26
#: How many paragraphs behind the sentence that names the occasion "he added" may still belong to it.
MAX_CARRIED_PARAGRAPHS = 1


def find_occasions(
    text: str,
    sentences: Sequence[Sentence],
    candidates: Sequence[SpeakerCandidate | None],
    speakers: Sequence[ResolvedSpeaker | None],
) -> list[str | None]:
    """Find for each quotation the phrase that says where or when it was said."""
    index_of = {id(s): k for k, s in enumerate(sentences)}
    announced = _AnnouncedOccasion(text, sentences)
    current: tuple[str, str, int] | None = None
    occasions: list[str | None] = []
    for candidate, speaker in zip(candidates, speakers, strict=True):
        if candidate is None or speaker is None:
            occasions.append(None)
            continue
        announced.advance_to(index_of[id(candidate.sentence)])
        name = speaker.name or ""
        occasion = find_occasion_in_sentence(text, candidate.sentence, candidate)
        if occasion is not None:
            current = (name, occasion, candidate.sentence.paragraph)
        elif current is not None and current[0] == name and _shares_occasion(candidate, current[2]):
            occasion = current[1]
            current = (name, occasion, candidate.sentence.paragraph)
        elif name:
            occasion = announced.get_occasion_for(name)
        occasions.append(occasion)
    return occasions


def find_occasion_in_sentence(text: str, sentence: Sentence, candidate: SpeakerCandidate | None = None) -> str | None:
    """Find the occasion that this sentence names, as printed."""
    tokens = sentence.tokens
    stop_at = candidate.subject.begin if candidate is not None and candidate.sentence is sentence else -1
    best: tuple[int, int, int] | None = None
    for at, token in enumerate(tokens):
        if token.low not in _OCCASION_OPENERS or token.kind not in (LOWER, NAME):
            continue
        rank = _rank_occasion_start(tokens, at)
        if rank is None or (best is not None and rank >= best[0]):
            continue
        end = _find_occasion_end(tokens, at, stop_at)
        if end - at > 1 or rank == BARE_DAY_RANK:
            best = (rank, _include_preceding_day(tokens, at), end)
    return _get_printed_phrase(text, tokens, best[1], best[2]) if best is not None else None


#: "Lavrov said Tuesday": the least that can be said of when.
BARE_DAY_RANK = 5


#: The words that can begin a phrase of place or time.
_OCCASION_OPENERS = (
    occasion_words.DAYS
    | occasion_words.OCCASION_PREPOSITIONS
    | occasion_words.OPENING_PARTICIPLES.keys()
    | {"told", "tells"}
)


def _rank_occasion_start(tokens: list[Token], at: int) -> int | None:
    """Rank a phrase of place or time that begins here: the lower the number, the more it says; None if none begins."""
    low = tokens[at].low
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    if low in occasion_words.DAYS and tokens[at].kind == NAME:
        follows_name = at and (get_cue_verb(tokens, at - 1) is not None or is_name(tokens[at - 1]))
        return BARE_DAY_RANK if follows_name and tokens[at - 1].low not in occasion_words.DAYS else None
    if following is None:
        return None
    if low in occasion_words.OCCASION_PREPOSITIONS:
        return _rank_preposition(tokens, at)
    if low in occasion_words.OPENING_PARTICIPLES and following.low in occasion_words.OPENING_PARTICIPLES[low]:
        return 0
    if low in ("told", "tells") and _names_audience(tokens, at + 1):
        return 3
    return None


def _rank_preposition(tokens: list[Token], at: int) -> int | None:
    """Rank the place or at least the time that the preposition here leads to."""
    low, following = tokens[at].low, tokens[at + 1]
    head = _find_head_noun(tokens, at + 1)
    if head is not None and (
        (low in ("in", "with") and head in occasion_words.SPEECH_FORMATS)
        or (low in ("by", "over") and head in occasion_words.CHANNELS)
        or (low in ("before", "to") and head in occasion_words.ASSEMBLIES and not _is_destination(tokens, at))
        or (low not in ("with", "by", "over", "to") and head in occasion_words.EVENTS)
        or (low == "on" and head in occasion_words.PLATFORMS | occasion_words.CHANNELS)
    ):
        return 0 if low in ("in", "during", "at") else 1
    if low == "to" and _names_audience(tokens, at + 1) and not _is_destination(tokens, at):
        return 2
    dated = following.kind == NAME and (following.low in occasion_words.DAYS or following.low in occasion_words.MONTHS)
    return 4 if low == "on" and dated else None


def _include_preceding_day(tokens: list[Token], at: int) -> int:
    """Extend the phrase to a day before it: "*on Tuesday* at a briefing", "*Tuesday* on CNN"."""
    if not at or tokens[at].low in occasion_words.DAYS or tokens[at - 1].low not in occasion_words.DAYS:
        return at
    return at - 2 if at > 1 and tokens[at - 2].low == "on" else at - 1


def _find_head_noun(tokens: list[Token], begin: int) -> str | None:
    """Find the noun of the phrase that begins here: "a lengthy television *interview*"."""
    head: str | None = None
    for k in range(begin, min(len(tokens), begin + 7)):
        token = tokens[k]
        low = token.low.removesuffix("'s")
        if token.kind in (POINT, QUOTE) or low in _NOUN_PHRASE_BOUNDARIES:
            break
        if low in occasion_words.OCCASION_NOUNS:
            head = low
    return head


_NOUN_PHRASE_BOUNDARIES = lexicon.PREPOSITIONS | lexicon.CONJUNCTIONS | lexicon.AUXILIARIES


def _is_destination(tokens: list[Token], at: int) -> bool:
    """Recognise that something is brought, not said: "brought the case to the court"."""
    return tokens[at].low == "to" and not (at and get_cue_verb(tokens, at - 1) is not None)


def _names_audience(tokens: list[Token], at: int) -> bool:
    token = tokens[at]
    if token.low in lexicon.ARTICLES and at + 1 < len(tokens):
        return tokens[at + 1].low in occasion_words.AUDIENCES or is_name(tokens[at + 1])
    return token.low in occasion_words.AUDIENCES or is_name(token)


def _find_occasion_end(tokens: list[Token], begin: int, stop_at: int) -> int:
    """Extend the phrase over prepositions, names and nouns; not into the next clause or the speaker's name."""
    end, limit = begin + 1, min(len(tokens), begin + MAX_OCCASION_TOKENS)
    while end < limit and end != stop_at and not _breaks_occasion(tokens, end):
        end += 1
        title = tokens[end - 1].kind == QUOTE  # "on MSNBC's "Morning Joe" *on Friday*"
        if title and not (end < len(tokens) and tokens[end].low in ("on", "in", "at")):
            break
    while end > begin + 1 and tokens[end - 1].low in _CONTINUATION_WORDS:
        end -= 1
    return end


_CONTINUATION_WORDS = lexicon.PREPOSITIONS | lexicon.ARTICLES | {"and"}


def _breaks_occasion(tokens: list[Token], at: int) -> bool:
    """Return whether the token here ends the phrase."""
    token, low, previous = tokens[at], tokens[at].low, tokens[at - 1]
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    if token.kind == QUOTE:
        return not _is_programme_title(tokens, at)
    if token.kind == POINT:
        return token.text not in ("&", "/")
    if low == "and":
        return following is None or not is_name(following)
    if low in _CLAUSE_WORDS or token.kind != LOWER:
        return low in _CLAUSE_WORDS
    if low in _BREAKING_PREPOSITIONS:
        return following is not None and _BREAKING_PREPOSITIONS[low](tokens, at + 1)
    if strip_contraction(token) in PERSONAL_SUBJECTS or (low in lexicon.POSSESSIVES and previous.kind == NAME):
        return True
    return _is_clause_verb(token, previous)


_CLAUSE_WORDS = lexicon.CLAUSE_OPENERS | lexicon.RELATIVE_PRONOUNS | lexicon.AUXILIARIES


def _is_infinitive(tokens: list[Token], at: int) -> bool:
    """Recognise a purpose: "to assert their rights"; "to a veterans' group" is an audience."""
    low = tokens[at].low
    return tokens[at].kind == LOWER and low not in _AUDIENCE_PHRASE_WORDS and not low.endswith("s")


_AUDIENCE_PHRASE_WORDS = (
    lexicon.DETERMINERS | lexicon.POSSESSIVES | lexicon.ARTICLES | occasion_words.AUDIENCES | occasion_words.ASSEMBLIES
)


def _is_no_event(tokens: list[Token], at: int) -> bool:
    return not (tokens[at].low.endswith("ing") or _find_head_noun(tokens, at))


#: Prepositions that end the phrase where the words behind them do: "to assert", "for helping", "by the army", "in order
#: to", "before Kerry arrived".
_BREAKING_PREPOSITIONS: Mapping[str, Callable[[list[Token], int], bool]] = {
    "to": _is_infinitive,
    "for": lambda tokens, at: tokens[at].kind == LOWER and tokens[at].low.endswith("ing"),
    "by": lambda tokens, at: tokens[at].low not in occasion_words.CHANNELS,
    "in": lambda tokens, at: tokens[at].low == "order",
    "before": _is_no_event,
    "after": _is_no_event,
}


def _is_clause_verb(token: Token, previous: Token) -> bool:
    low = token.low
    past = low.endswith("ed") or low in occasion_words.PAST_FORMS
    return (low in VERB_FORMS and low not in _POSSIBLE_NOUNS) or (past and previous.kind in (NAME, NUMBER))


_POSSIBLE_NOUNS = AMBIGUOUS_FORMS | occasion_words.OCCASION_NOUNS | {"press", "release"}


def _is_programme_title(tokens: list[Token], at: int) -> bool:
    """Return whether the quoted words here name a programme: CNN's "State of the Union"."""
    owner = tokens[at - 1].low
    shows = at + 1 < len(tokens) or owner.removesuffix("'s") in occasion_words.PLATFORMS | lexicon.OUTLETS
    return shows and owner.endswith(("'s", "s'"))


def _get_printed_phrase(text: str, tokens: list[Token], begin: int, end: int) -> str:
    """Return the words from the text, with single blanks."""
    return " ".join(text[tokens[begin].start : tokens[end - 1].end].split())


#: How many sentences an announced occasion holds: more than any article measured has.
MAX_SENTENCES_BACK = 400
#: The most verbs of saying tried in one sentence; in the articles measured no later one announced an occasion.
MAX_NARRATIVE_VERBS = 6


class _AnnouncedOccasion:
    """The occasion last announced by a sentence without quotation; "elsewhere" ends it. No sentence is read twice."""

    def __init__(self, text: str, sentences: Sequence[Sentence]) -> None:
        self.text = text
        self.sentences = sentences
        self.reached = self.read = -1
        self.last: tuple[str, str] | None = None

    def advance_to(self, place: int) -> None:
        """Advance to this sentence."""
        self.reached = max(self.reached, place)

    def get_occasion_for(self, name: str) -> str | None:
        """Return the occasion, if it was announced for this speaker."""
        if self.reached - self.read > MAX_SENTENCES_BACK:
            self.read, self.last = self.reached - MAX_SENTENCES_BACK, None
        for place in range(self.reached, self.read, -1):
            sentence = self.sentences[place]
            scene_changed = bool(sentence.tokens) and sentence.tokens[0].low in _SCENE_CHANGE_WORDS
            announced = None if scene_changed or sentence.quotes else _find_announced_occasion(self.text, sentence)
            if scene_changed or announced is not None:
                self.last = announced
                break
        self.read = self.reached
        surname = name.rsplit(" ", 1)[-1].lower()
        return self.last[0] if self.last is not None and self.last[1].lower() == surname else None


_SCENE_CHANGE_WORDS = frozenset({"elsewhere", "earlier", "later", "separately", "meanwhile", "previously"})


def _find_announced_occasion(text: str, sentence: Sentence) -> tuple[str, str] | None:
    """Find the occasion that a sentence without quotation announces, and the surname of the speaker."""
    tokens = sentence.tokens
    verbs = (k for k, token in enumerate(tokens) if token.low in _NARRATIVE_SPEECH_VERBS and token.kind == LOWER)
    for at in islice(verbs, MAX_NARRATIVE_VERBS):
        subject = find_subject_before(tokens, at)
        if subject is None:
            continue
        phrase = find_occasion_in_sentence(text, sentence, SpeakerCandidate(sentence, subject, at, ""))
        if phrase is not None and not _is_bare_day(phrase):
            names = [t.low.removesuffix("'s") for t in tokens[subject.begin : subject.end] if t.kind == NAME]
            return (phrase, names[-1]) if names else None
    return None


#: Verbs that tell that somebody speaks.
_NARRATIVE_SPEECH_VERBS = occasion_words.INTRANSITIVE_SPEECH_VERBS | {
    low for low, verb in VERB_FORMS.items() if verb.kind == "saying" and not verb.is_participle
}


def _is_bare_day(phrase: str) -> bool:
    first, *_ = phrase.lower().removeprefix("on ").split()
    return first in occasion_words.DAYS | occasion_words.MONTHS


def _shares_occasion(candidate: SpeakerCandidate, paragraph: int) -> bool:
    """Return whether "she added" in the same paragraph or the next still belongs to the occasion."""
    if candidate.sentence.paragraph == paragraph:
        return True
    near = candidate.sentence.paragraph - paragraph <= MAX_CARRIED_PARAGRAPHS
    return near and strip_contraction(candidate.sentence.tokens[candidate.subject.begin]) in ("he", "she")
