"""Speaker attribution for a language that has a table.

``„Das ist so“, sagte Außenminister Frank-Walter Steinmeier am Dienstag``: behind the closing mark a verb of saying,
then the speaker as far as the preposition. ``Лавров заявил: «...»`` has both before the opening mark. Where a sentence
names nobody, whoever was speaking speaks on. Results and names of rules are those of English attributions.
`table_speakers` resolves the speakers.
"""

from collections.abc import Sequence
from dataclasses import replace

from articles.engine.extraction.attribution import Attribution
from articles.engine.extraction.languages.language_table import Language
from articles.engine.extraction.languages.table_speakers import PersonRegister, begins_proper_name, has_particle_surname
from articles.engine.extraction.noun_phrases import NounPhrase
from articles.engine.extraction.quotation_marks import QuotedSpan
from articles.engine.extraction.quotation_types import QuotationType
from articles.engine.extraction.sentences import LOWER, NAME, POINT, QUOTE, Sentence, Token, is_dash
from articles.engine.extraction.speaker_candidates import SpeakerCandidate
from articles.engine.extraction.speaker_resolution import ResolvedSpeaker

#: The confidence by rule: estimates, in the order of the shares of right attributions in English.
RULE_CONFIDENCE = {
    "verb-speaker": 0.9,
    "speaker-verb": 0.9,
    "according-to": 0.85,
    "speaker-colon": 0.8,
    "verb-before": 0.8,
}
RULE_CONFIDENCE |= {"continuation": 0.8, "same-paragraph": 0.7, "paragraph-above": 0.5}
#: The probability of speech where the sentence names a speaker, and where it does not.
SPEECH_PROBABILITY_WITH_SOURCE, SPEECH_PROBABILITY_WITHOUT_SOURCE = 0.9, 0.6
#: The longest phrase that names a speaker, in tokens.
MAX_SOURCE_TOKENS = 14
#: The farthest that a verb of saying stands before the opening mark, in tokens.
MAX_CUE_DISTANCE = 30
#: The fewest words of speech that no verb introduces; the most words of a title behind "Zeitung" or "партия".
MIN_SPEECH_WORDS, MAX_TITLE_WORDS = 5, 6


def attribute_with_table(
    text: str, sentences: Sequence[Sentence], stretches: Sequence[QuotedSpan], language: Language
) -> tuple[list[Attribution], list[ResolvedSpeaker | None], list[str | None]]:
    """Attribute each span with the words of a language: return attributions, speakers and occasions."""
    won = _attribute_spans(text, sentences, stretches, language)
    claims = [attribution.candidate for attribution in won]
    return (
        won,
        PersonRegister(sentences, language).resolve(claims),
        [_find_table_occasion(text, claim, language) for claim in claims],
    )


def split_inline_attributions(text: str, stretches: Sequence[QuotedSpan], language: Language) -> tuple[QuotedSpan, ...]:
    """Split a span whose marks enclose its attribution too: «Видим, — сказал Лавров. — Мы это знаем»."""
    if language.inline_attribution is None:
        return tuple(stretches)
    found: list[QuotedSpan] = []
    for stretch in stretches:
        rest = stretch
        for match in language.inline_attribution.finditer(text, stretch.start, stretch.end):
            opening = match["attribution"].lower().split()[:4]
            if not any(word.strip(",") in language.verbs for word in opening) or match.end() >= rest.end:
                continue
            stop = match.end("end")
            found.append(replace(rest, end=stop, outer_end=stop, closed=True))
            rest = replace(rest, start=match.end(), outer_start=match.end(), continues=False)
        found.append(rest)
    return tuple(found)


def _attribute_spans(
    text: str, sentences: Sequence[Sentence], stretches: Sequence[QuotedSpan], language: Language
) -> list[Attribution]:
    won: list[Attribution] = [Attribution(None, 0.0)] * len(stretches)
    speaking: SpeakerCandidate | None = None
    paragraph = -1
    for sentence in sentences:
        new = sentence.paragraph != paragraph
        paragraph = sentence.paragraph
        here: SpeakerCandidate | None = None if new else speaking
        for place, number in sentence.quotes.items():
            own = _find_candidate(sentence, place, language)
            if own is None:
                own = _carry_over_speaker(sentence, stretches[number], here, speaking)
            won[number] = _classify_span(text, sentence, place, stretches[number], own, language)
            if own is not None and won[number].quotation_type in (QuotationType.DIRECT, QuotationType.MIXED):
                here = speaking = own
        if not sentence.quotes and new:
            speaking = _find_narrative_candidate(sentence, language) or speaking
    return won


def _carry_over_speaker(
    sentence: Sentence, stretch: QuotedSpan, here: SpeakerCandidate | None, above: SpeakerCandidate | None
) -> SpeakerCandidate | None:
    """Take whoever was speaking, if the sentence is nothing but quoted words."""
    if not sentence.only_quotes:
        return None
    if here is not None:
        return replace(here, rule="same-paragraph")
    if above is None:
        return None
    return replace(above, rule="continuation" if stretch.continues else "paragraph-above")


def _find_narrative_candidate(sentence: Sentence, language: Language) -> SpeakerCandidate | None:
    """Find who speaks in a sentence without quotation."""
    return _find_candidate_before(sentence, len(sentence.tokens), language)


def _find_candidate(sentence: Sentence, place: int, language: Language) -> SpeakerCandidate | None:
    return _find_candidate_after(sentence, place, language) or _find_candidate_before(sentence, place, language)


def _find_candidate_after(sentence: Sentence, place: int, language: Language) -> SpeakerCandidate | None:
    """Find the speaker behind the mark: ", sagte Maas"; "— заявил Лавров"; ", so Maas"; ", wie Maas betonte"."""
    tokens = sentence.tokens
    at = place + 1
    while at < len(tokens) and tokens[at].kind == POINT and (tokens[at].text in ",)" or is_dash(tokens[at])):
        at += 1
    stop = next((k for k in range(at, min(len(tokens), at + MAX_CUE_DISTANCE)) if tokens[k].kind == QUOTE), len(tokens))
    if at >= stop or tokens[at].kind == POINT:
        return None
    opened = _match_source_introduction(tokens, at, language)
    if opened:
        subject = _find_source_after(tokens, at + opened, stop, language)
        return SpeakerCandidate(sentence, subject, at, "according-to") if subject is not None else None
    if tokens[at].low in language.quotative_conjunctions:
        at += 1
    if at < stop and tokens[at].low in language.verbs:
        subject = _find_source_after(tokens, at + 1, stop, language)
        return SpeakerCandidate(sentence, subject, at, "verb-speaker") if subject is not None else None
    subject = _find_source_after(tokens, at, stop, language)
    if subject is None:
        return None
    end = _skip_modifiers(tokens, subject.end, stop, language)
    if end < stop and tokens[end].low in language.verbs:
        return SpeakerCandidate(sentence, subject, end, "speaker-verb")
    behind = end < stop and tokens[end].low in language.source_postpositions
    return SpeakerCandidate(sentence, subject, end, "according-to") if behind else None


def _find_candidate_before(sentence: Sentence, place: int, language: Language) -> SpeakerCandidate | None:
    """Find the speaker before the mark: "Лавров заявил, что «...»"; "Laut Steinmeier ist das „...“"."""
    tokens = sentence.tokens
    for at in range(place - 1, max(-1, place - MAX_CUE_DISTANCE), -1):
        low = tokens[at].low
        if low in language.verbs and tokens[at].kind in (LOWER, NAME):
            subject = _find_source_before(tokens, at, language) or _find_source_after(tokens, at + 1, place, language)
            if subject is not None:
                return SpeakerCandidate(sentence, subject, at, "verb-before")
        if low in language.source_postpositions:
            subject = _find_source_before(tokens, at, language)
            if subject is not None:
                return SpeakerCandidate(sentence, subject, at, "according-to")
        opened = _match_source_introduction(tokens, at, language) if tokens[at].kind in (LOWER, NAME) else 0
        if opened:
            subject = _find_source_after(tokens, at + opened, place, language)
            if subject is not None and (subject.end < place or low not in ("so",)):
                return SpeakerCandidate(sentence, subject, at, "according-to")
    if place >= 2 and tokens[place - 1].text == ":":
        subject = _find_source_before(tokens, place - 1, language)
        if subject is not None and (subject.begin == 0 or tokens[subject.begin - 1].kind in (POINT, QUOTE)):
            return SpeakerCandidate(sentence, subject, None, "speaker-colon")
    return None


def _match_source_introduction(tokens: list[Token], at: int, language: Language) -> int:
    """Return how many words that introduce a source stand here: "laut", "nach Angaben von", "по словам"."""
    for phrase in language.source_introductions:
        if tuple(t.low for t in tokens[at : at + len(phrase)]) == phrase:
            return len(phrase)
    return 0


def _skip_modifiers(tokens: list[Token], at: int, stop: int, language: Language) -> int:
    """Skip adverbs, days ("am Dienstag"), brackets ("(SPD)") and addressees ("журналистам")."""
    while at < stop:
        token = tokens[at]
        if token.low in language.skipped_words or token.low in language.addressees:
            at += 1
        elif token.low in language.phrase_boundaries and at + 1 < stop and tokens[at + 1].low in language.time_words:
            at += 2
        elif token.text == "(":
            closing = next((k for k in range(at, min(stop, at + MAX_SOURCE_TOKENS)) if tokens[k].text == ")"), None)
            if closing is None:
                return at
            at = closing + 1
        elif token.kind == QUOTE and tokens[at - 1].low in language.addressees:
            at += 1
        else:
            return at
    return at


def _find_source_after(tokens: list[Token], at: int, stop: int, language: Language) -> NounPhrase | None:
    """Find the speaker whose phrase begins here."""
    begin = _skip_modifiers(tokens, at, stop, language)
    if begin >= stop or tokens[begin].kind not in (LOWER, NAME):
        return None
    first = tokens[begin].low
    if first in language.pronouns:
        return NounPhrase(begin, begin + 1)
    if first in language.phrase_boundaries or first in language.verbs:
        return None
    end, named = begin, False
    while end < stop and end - begin < MAX_SOURCE_TOKENS and _extends_source(tokens, begin, end, named, language):
        named = named or begins_proper_name(tokens, begin, end, language)
        end += 1
    while (
        end > begin and tokens[end - 1].low in language.articles | language.phrase_boundaries | language.skipped_words
    ):
        end -= 1
    return NounPhrase(begin, end) if _has_nameable_token(tokens, begin, end, language) else None


def _extends_source(tokens: list[Token], begin: int, at: int, named: bool, language: Language) -> bool:
    token, low = tokens[at], tokens[at].low
    if token.kind not in (LOWER, NAME) or low in language.verbs or (low in language.pronouns and low != "sie"):
        return False
    if at > begin and has_particle_surname(tokens[at : at + 3], language):
        return True
    if named:
        return token.kind == NAME
    if low in language.phrase_boundaries or low in language.skipped_words:
        return low in language.role_prepositions and at > begin and language.is_role(tokens[at - 1].low)
    return True


def _has_nameable_token(tokens: list[Token], begin: int, end: int, language: Language) -> bool:
    return any(
        tokens[k].kind == NAME or language.is_role(tokens[k].low) or tokens[k].low in language.addressees
        for k in range(begin, end)
    )


def _find_source_before(tokens: list[Token], verb: int, language: Language) -> NounPhrase | None:
    """Find the speaker whose phrase ends before the verb; none if a preposition governs it: "In Berlin sagte"."""
    end = verb
    while end > 0 and tokens[end - 1].low in language.skipped_words:
        end -= 1
    end = _skip_insertion_left(tokens, end)
    if end == 0 or tokens[end - 1].kind not in (LOWER, NAME):
        return None
    if tokens[end - 1].low in language.pronouns:
        return NounPhrase(end - 1, end)
    begin = end
    while begin > 0 and end - begin < MAX_SOURCE_TOKENS:
        token = tokens[begin - 1]
        if token.kind not in (LOWER, NAME) or token.low in language.verbs or token.low in language.pronouns:
            break
        if token.low in language.phrase_boundaries:
            tied = token.low in language.role_prepositions and begin > 1 and language.is_role(tokens[begin - 2].low)
            if not tied and not _is_conjunction(token):
                return None
            if not tied:
                break
        if token.low in language.time_words:
            return None
        begin -= 1
    while begin < end and tokens[begin].low in language.skipped_words | language.quotative_conjunctions:
        begin += 1
    return NounPhrase(begin, end) if begin < end and _has_nameable_token(tokens, begin, end, language) else None


def _is_conjunction(token: Token) -> bool:
    """Return whether a word is a conjunction, which, unlike a preposition, does not govern the subject."""
    return token.low in _CONJUNCTIONS


_CONJUNCTIONS = frozenset(
    "und oder aber denn sondern dass daß weil wenn als nachdem ob \u0438 \u0430 \u043d\u043e \u0447\u0442\u043e".split()
)


def _skip_insertion_left(tokens: list[Token], end: int) -> int:
    """Skip "(SPD)" and ", der Sprecher des Ministeriums," to the left."""
    for _ in range(2):
        if end and tokens[end - 1].text in (")", ","):
            wanted = "(" if tokens[end - 1].text == ")" else ","
            floor = max(-1, end - 2 - MAX_SOURCE_TOKENS)
            opening = next((k for k in range(end - 2, floor, -1) if tokens[k].text == wanted), None)
            if opening is None or any(tokens[k].kind == QUOTE for k in range(opening, end)):
                return end
            end = opening
    return end


def _classify_span(
    text: str, sentence: Sentence, place: int, stretch: QuotedSpan, claim: SpeakerCandidate | None, language: Language
) -> Attribution:
    quoted = text[stretch.start : stretch.end]
    count = len(quoted.split())
    named = claim is not None
    aside = _classify_non_speech(sentence, place, quoted, count, named, language)
    if aside is not None:
        return Attribution(claim, 0.0, aside, 1.0 - SPEECH_PROBABILITY_WITH_SOURCE)
    kind = _classify_speech(sentence, place, quoted)
    sure = RULE_CONFIDENCE[claim.rule] if claim is not None else 1.0
    return Attribution(
        claim, sure, kind, SPEECH_PROBABILITY_WITH_SOURCE if named else SPEECH_PROBABILITY_WITHOUT_SOURCE
    )


def _classify_non_speech(
    sentence: Sentence, place: int, quoted: str, count: int, named: bool, language: Language
) -> QuotationType | None:
    """Recognise the name of a paper or a party, and a few words that no verb introduces."""
    before = sentence.tokens[place - 1] if place else None
    after = sentence.tokens[place + 1] if place + 1 < len(sentence.tokens) else None
    names_it = before is not None and (before.low in language.work_nouns or before.low in language.addressees)
    if count <= MAX_TITLE_WORDS and (names_it or (after is not None and after.text == "-")):
        return QuotationType.TITLE
    leads = before is None or before.text == ":" or sentence.only_quotes
    upper = all(word[:1].isupper() or word[:1].isdigit() for word in quoted.split())
    if not leads and upper and count < MIN_SPEECH_WORDS and quoted[-1].isalnum() and not _is_comma(after):
        return QuotationType.TITLE
    if not named and count < MIN_SPEECH_WORDS:
        return QuotationType.SCARE
    return None


def _is_comma(after: Token | None) -> bool:
    return after is not None and after.text == ","


def _classify_speech(sentence: Sentence, place: int, quoted: str) -> QuotationType:
    before = sentence.tokens[place - 1] if place else None
    opens = before is None or before.kind in (POINT, QUOTE)
    return QuotationType.DIRECT if opens and not quoted[:1].islower() else QuotationType.MIXED


def _find_table_occasion(text: str, claim: SpeakerCandidate | None, language: Language) -> str | None:
    """Find the occasion as printed in the sentence that names the speaker, outside the quoted words."""
    if claim is None or not claim.sentence.tokens:
        return None
    tokens = claim.sentence.tokens
    quoted = [(t.start, t.end) for t in tokens if t.kind == QUOTE]
    for pattern in (language.occasion_pattern, language.day_pattern):
        for match in pattern.finditer(text, tokens[0].start, tokens[-1].end):
            if not any(start <= match.start() < end for start, end in quoted):
                return " ".join(match.group().split()).rstrip(" -")
    return None
