"""Speaker attribution for a language that has a table.

``„Das ist so“, sagte Außenminister Frank-Walter Steinmeier am Dienstag``: behind the closing mark a verb of saying,
then the speaker as far as the preposition. ``Лавров заявил: «...»`` has both before the opening mark. Where a sentence
names nobody, the last speaker continues. Results and names of rules are those of English attributions.
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
from articles.engine.extraction.results import ResolvedSpeaker
from articles.engine.extraction.sentences import LOWER, NAME, POINT, QUOTE, Sentence, Token, is_dash
from articles.engine.extraction.speaker_candidates import SpeakerCandidate

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
    text: str, sentences: Sequence[Sentence], spans: Sequence[QuotedSpan], language: Language
) -> tuple[list[Attribution], list[ResolvedSpeaker | None], list[str | None]]:
    """Attribute each span with the words of a language: return attributions, speakers and occasions."""
    attributions = _attribute_spans(text, sentences, spans, language)
    candidates = [attribution.candidate for attribution in attributions]
    return (
        attributions,
        PersonRegister(sentences, language).resolve(candidates),
        [_find_table_occasion(text, candidate, language) for candidate in candidates],
    )


def split_inline_attributions(text: str, spans: Sequence[QuotedSpan], language: Language) -> tuple[QuotedSpan, ...]:
    """Split a span whose marks enclose its attribution too: «Видим, — сказал Лавров. — Мы это знаем»."""
    if language.inline_attribution is None:
        return tuple(spans)
    parts: list[QuotedSpan] = []
    for span in spans:
        remaining = span
        for match in language.inline_attribution.finditer(text, span.start, span.end):
            opening = match["attribution"].lower().split()[:4]
            if not any(word.strip(",") in language.verbs for word in opening) or match.end() >= remaining.end:
                continue
            stop = match.end("end")
            parts.append(replace(remaining, end=stop, outer_end=stop, closed=True))
            remaining = replace(remaining, start=match.end(), outer_start=match.end(), continues=False)
        parts.append(remaining)
    return tuple(parts)


def _attribute_spans(
    text: str, sentences: Sequence[Sentence], spans: Sequence[QuotedSpan], language: Language
) -> list[Attribution]:
    attributions: list[Attribution] = [Attribution(None, 0.0)] * len(spans)
    last_speaker: SpeakerCandidate | None = None
    paragraph = -1
    for sentence in sentences:
        opens_paragraph = sentence.paragraph != paragraph
        paragraph = sentence.paragraph
        paragraph_speaker: SpeakerCandidate | None = None if opens_paragraph else last_speaker
        for place, number in sentence.quotes.items():
            candidate = _find_candidate(sentence, place, language)
            if candidate is None:
                candidate = _carry_over_speaker(sentence, spans[number], paragraph_speaker, last_speaker)
            attributions[number] = _classify_span(text, sentence, place, spans[number], candidate, language)
            if candidate is not None and attributions[number].quotation_type in (
                QuotationType.DIRECT,
                QuotationType.MIXED,
            ):
                paragraph_speaker = last_speaker = candidate
        if not sentence.quotes and opens_paragraph:
            last_speaker = _find_narrative_candidate(sentence, language) or last_speaker
    return attributions


def _carry_over_speaker(
    sentence: Sentence,
    span: QuotedSpan,
    paragraph_speaker: SpeakerCandidate | None,
    last_speaker: SpeakerCandidate | None,
) -> SpeakerCandidate | None:
    """Carry over the last speaker, if the sentence is nothing but quoted words."""
    if not sentence.only_quotes:
        return None
    if paragraph_speaker is not None:
        return replace(paragraph_speaker, rule="same-paragraph")
    if last_speaker is None:
        return None
    return replace(last_speaker, rule="continuation" if span.continues else "paragraph-above")


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
    introduced = _match_source_introduction(tokens, at, language)
    if introduced:
        subject = _find_source_after(tokens, at + introduced, stop, language)
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
    postposed = end < stop and tokens[end].low in language.source_postpositions
    return SpeakerCandidate(sentence, subject, end, "according-to") if postposed else None


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
        introduced = _match_source_introduction(tokens, at, language) if tokens[at].kind in (LOWER, NAME) else 0
        if introduced:
            subject = _find_source_after(tokens, at + introduced, place, language)
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
        if token.low in language.phrase_boundaries and not _is_tied_to_role(tokens, begin - 1, language):
            if token.low not in language.conjunctions:
                return None
            break
        if token.low in language.time_words:
            return None
        begin -= 1
    while begin < end and tokens[begin].low in language.skipped_words | language.quotative_conjunctions:
        begin += 1
    return NounPhrase(begin, end) if begin < end and _has_nameable_token(tokens, begin, end, language) else None


def _is_tied_to_role(tokens: list[Token], at: int, language: Language) -> bool:
    return at > 0 and tokens[at].low in language.role_prepositions and language.is_role(tokens[at - 1].low)


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
    text: str, sentence: Sentence, place: int, span: QuotedSpan, candidate: SpeakerCandidate | None, language: Language
) -> Attribution:
    quoted = text[span.start : span.end]
    count = len(quoted.split())
    has_source = candidate is not None
    other_type = _classify_non_speech(sentence, place, quoted, count, has_source, language)
    if other_type is not None:
        return Attribution(candidate, 0.0, other_type, 1.0 - SPEECH_PROBABILITY_WITH_SOURCE)
    quotation_type = _classify_speech(sentence, place, quoted)
    confidence = RULE_CONFIDENCE[candidate.rule] if candidate is not None else 1.0
    return Attribution(
        candidate,
        confidence,
        quotation_type,
        SPEECH_PROBABILITY_WITH_SOURCE if has_source else SPEECH_PROBABILITY_WITHOUT_SOURCE,
    )


def _classify_non_speech(
    sentence: Sentence, place: int, quoted: str, count: int, has_source: bool, language: Language
) -> QuotationType | None:
    """Recognise the name of a paper or a party, and a few words that no verb introduces."""
    before = sentence.tokens[place - 1] if place else None
    after = sentence.tokens[place + 1] if place + 1 < len(sentence.tokens) else None
    follows_noun = before is not None and (before.low in language.work_nouns or before.low in language.addressees)
    if count <= MAX_TITLE_WORDS and (follows_noun or (after is not None and after.text == "-")):
        return QuotationType.TITLE
    leads = before is None or before.text == ":" or sentence.only_quotes
    capitalised = all(word[:1].isupper() or word[:1].isdigit() for word in quoted.split())
    if not leads and capitalised and count < MIN_SPEECH_WORDS and quoted[-1].isalnum() and not _is_comma(after):
        return QuotationType.TITLE
    if not has_source and count < MIN_SPEECH_WORDS:
        return QuotationType.SCARE
    return None


def _is_comma(after: Token | None) -> bool:
    return after is not None and after.text == ","


def _classify_speech(sentence: Sentence, place: int, quoted: str) -> QuotationType:
    before = sentence.tokens[place - 1] if place else None
    opens = before is None or before.kind in (POINT, QUOTE)
    return QuotationType.DIRECT if opens and not quoted[:1].islower() else QuotationType.MIXED


def _find_table_occasion(text: str, candidate: SpeakerCandidate | None, language: Language) -> str | None:
    """Find the occasion as printed in the sentence that names the speaker, outside the quoted words."""
    if candidate is None or not candidate.sentence.tokens:
        return None
    tokens = candidate.sentence.tokens
    quoted = [(t.start, t.end) for t in tokens if t.kind == QUOTE]
    for pattern in (language.occasion_pattern, language.day_pattern):
        for match in pattern.finditer(text, tokens[0].start, tokens[-1].end):
            if not any(start <= match.start() < end for start, end in quoted):
                return " ".join(match.group().split()).rstrip(" -")
    return None
