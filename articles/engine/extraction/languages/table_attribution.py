"""Speaker attribution for a language that has a table.

`source_finder` finds the words for the speaker in the quotation's own sentence, `table_speakers` resolves them. Quoted
words alone, or in a sentence of indirect speech (``Drogenkonsum sei „...“``), continue the last speaker; words that are
printed twice, as in a heading, have the same speaker both times.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from articles.engine.extraction.attribution import Attribution
from articles.engine.extraction.languages.language_table import Language
from articles.engine.extraction.languages.phrases import PhraseKind
from articles.engine.extraction.languages.source_finder import Source, SourceFinder
from articles.engine.extraction.languages.table_speakers import SpeakerResolver
from articles.engine.extraction.noun_phrases import NounPhrase
from articles.engine.extraction.quotation_marks import QuotedSpan
from articles.engine.extraction.quotation_types import SPEECH_TYPES, QuotationType
from articles.engine.extraction.results import ResolvedSpeaker
from articles.engine.extraction.sentences import POINT, QUOTE, Sentence
from articles.engine.extraction.speaker_candidates import SpeakerCandidate
from articles.engine.text.normalization import fold

#: The confidence by rule: estimates, in the order of the shares of right attributions in English.
RULE_CONFIDENCE = dict.fromkeys(("verb-speaker", "speaker-verb"), 0.9)
RULE_CONFIDENCE |= dict.fromkeys(("verb-before", "speaker-colon", "continuation", "repeated"), 0.8)
RULE_CONFIDENCE |= {"according-to": 0.85, "same-paragraph": 0.7}
#: The shares of right names on 75 labelled pages in other languages than English: of 262 persons and offices printed
#: beside the words or in their paragraph, and of 84 pronouns, bodies and others.
SURE_SHARE, DOUBTFUL_SHARE = 0.98, 0.95
#: The probability of speech where the sentence names a speaker, and where it does not.
SPEECH_PROBABILITY_WITH_SOURCE, SPEECH_PROBABILITY_WITHOUT_SOURCE = 0.9, 0.6
#: The fewest words of speech that no verb introduces; the most words of a title behind "Zeitung" or "партия".
MIN_SPEECH_WORDS, MAX_TITLE_WORDS = 5, 6
#: The fewest words, printed twice, that have the same speaker both times; and the most quotations of an article that
#: are searched for them, as time grows with the square. The articles measured have 80 at most.
MIN_REPEATED_WORDS, MAX_REPEATED_SPANS = 3, 300


def attribute_with_table(
    text: str, sentences: Sequence[Sentence], spans: Sequence[QuotedSpan], language: Language
) -> tuple[list[Attribution], list[ResolvedSpeaker | None], list[str | None]]:
    """Attribute each span with the words of a language: return attributions, speakers and occasions."""
    resolver = SpeakerResolver(sentences, language)
    attributions, speakers = _attribute_spans(text, sentences, spans, resolver)
    if len(spans) <= MAX_REPEATED_SPANS:
        words = [re.sub(r"\W+", " ", f" {fold(text[span.start : span.end])} ") for span in spans]
        _copy_repeated(words, attributions, speakers)
    occasions = [_find_table_occasion(text, attribution.candidate, language) for attribution in attributions]
    return attributions, speakers, occasions


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
    text: str, sentences: Sequence[Sentence], spans: Sequence[QuotedSpan], resolver: SpeakerResolver
) -> tuple[list[Attribution], list[ResolvedSpeaker | None]]:
    attributions = [Attribution(None, 0.0)] * len(spans)
    speakers: list[ResolvedSpeaker | None] = [None] * len(spans)
    last: Source | None = None
    in_paragraph: Source | None = None
    topic: Source | None = None
    paragraph = -1
    for number, sentence in enumerate(sentences):
        if sentence.paragraph != paragraph:
            paragraph, in_paragraph, topic = sentence.paragraph, None, None
        finder = SourceFinder(number, sentence, resolver)
        for place, index in sentence.quotes.items():
            span = spans[index]
            source = finder.find(place, text[span.start : span.end])
            alone = source is None and finder.stands_alone(place)
            if source is None and (alone or finder.is_indirect_speech()):
                above = last if span.continues and not resolver.language.subjects_touch_verbs else None
                carried = in_paragraph or (topic if alone else None) or above
                rule = "continuation" if span.continues else "same-paragraph"
                source = replace(carried, rule=rule) if carried is not None else None
            attributions[index] = _classify_span(text, sentence, place, span, source, resolver.language)
            if source is not None:
                speakers[index] = _resolve(source, resolver)
                if attributions[index].quotation_type in SPEECH_TYPES:
                    last = in_paragraph = source
        narrative = finder.find_before(len(sentence.tokens)) if not sentence.quotes else None
        if narrative is not None:
            _resolve(narrative, resolver)
            last = in_paragraph = narrative
        elif not sentence.quotes and in_paragraph is not None and finder.names_another(in_paragraph):
            in_paragraph = None
        topic = finder.find_topic() or topic
    return attributions, speakers


def _resolve(source: Source, resolver: SpeakerResolver) -> ResolvedSpeaker:
    tokens, phrase = source.sentence.tokens, source.phrase
    name = resolver.resolve(source.number, phrase, source.cue)
    far = source.rule == "continuation" or (source.rule == "same-paragraph" and resolver.language.drops_subjects)
    joint = source.cue is not None and resolver.language.plural_verb_pattern.fullmatch(tokens[source.cue].low)
    sure = name is not None and not far and not joint and phrase.kind in (PhraseKind.PERSON, PhraseKind.OFFICE)
    share = SURE_SHARE if sure else DOUBTFUL_SHARE if name is not None else None
    return ResolvedSpeaker(tokens[phrase.begin].start, tokens[phrase.end - 1].end, name, (), share, sure)


def _copy_repeated(
    quoted: Sequence[str], attributions: list[Attribution], speakers: list[ResolvedSpeaker | None]
) -> None:
    """Give words without a speaker the speaker of the same words elsewhere, as a heading quotes from its text."""
    candidates = [attribution.candidate for attribution in attributions]
    for k, words in enumerate(quoted):
        if candidates[k] is not None or len(words.split()) < MIN_REPEATED_WORDS:
            continue
        for other, candidate in enumerate(candidates):
            if candidate is not None and words in quoted[other]:
                copied = replace(candidate, rule="repeated")
                attributions[k] = replace(attributions[k], candidate=copied, confidence=RULE_CONFIDENCE["repeated"])
                speakers[k] = speakers[other]
                break


def _classify_span(
    text: str, sentence: Sentence, place: int, span: QuotedSpan, source: Source | None, language: Language
) -> Attribution:
    quoted = text[span.start : span.end]
    candidate = None
    if source is not None:
        subject = NounPhrase(source.phrase.begin, source.phrase.end)
        candidate = SpeakerCandidate(source.sentence, subject, source.cue, source.rule)
    quotation_type = _classify_words(sentence, place, quoted, source is not None, language)
    if quotation_type not in SPEECH_TYPES:
        return Attribution(candidate, 0.0, quotation_type, 1.0 - SPEECH_PROBABILITY_WITH_SOURCE)
    if source is None:
        return Attribution(None, 1.0, quotation_type, SPEECH_PROBABILITY_WITHOUT_SOURCE)
    return Attribution(candidate, RULE_CONFIDENCE[source.rule], quotation_type, SPEECH_PROBABILITY_WITH_SOURCE)


def _classify_words(sentence: Sentence, place: int, quoted: str, has_source: bool, language: Language) -> QuotationType:
    """Tell speech from the name of a paper or a party, and from a few words that no verb introduces."""
    count = max(len(quoted.split()), len(_IDEOGRAPHS.findall(quoted)) // 2)
    before = sentence.tokens[place - 1] if place else None
    after = sentence.tokens[place + 1].text if place + 1 < len(sentence.tokens) else ""
    follows_noun = before is not None and (before.low in language.work_nouns or before.low in language.addressees)
    if count <= MAX_TITLE_WORDS and (follows_noun or after == "-"):
        return QuotationType.TITLE
    leads = before is None or before.text == ":" or sentence.only_quotes
    capitalised = all(word[:1].isupper() or word[:1].isdigit() for word in quoted.split())
    if not leads and capitalised and count < MIN_SPEECH_WORDS and quoted[-1].isalnum() and after != ",":
        return QuotationType.TITLE
    if not has_source and count < MIN_SPEECH_WORDS:
        return QuotationType.SCARE
    opens = before is None or before.kind in (POINT, QUOTE)
    return QuotationType.DIRECT if opens and not quoted[:1].islower() else QuotationType.MIXED


#: Characters of Chinese and Japanese, which have no blanks between words; a word has two of them on average.
_IDEOGRAPHS = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")


def _find_table_occasion(text: str, candidate: SpeakerCandidate | None, language: Language) -> str | None:
    """Find the occasion as printed in the sentence that names the speaker, outside the quoted words."""
    if candidate is None or not candidate.sentence.tokens:
        return None
    tokens = candidate.sentence.tokens
    quoted = [(t.start, t.end) for t in tokens if t.kind == QUOTE]
    for pattern in filter(None, (language.occasion, language.day)):
        for match in pattern.finditer(text, tokens[0].start, tokens[-1].end):
            if not any(start <= match.start() < end for start, end in quoted):
                return " ".join(match.group().split()).rstrip(" -")
    return None
