"""Quotation extraction: find the quotations of an article, their speakers, occasions and credited sources.

``find_quotations`` takes an article as plain text through the stages::

    cleaning.paragraphs      label the paragraphs that are the article's body
    quotation_marks          find the spans between quotation marks
    block_quotations         add what is set apart without marks, and embedded posts
    capitals                 restore the case of paragraphs in capitals
    budget                   bound how much of an outsized text is parsed
    sentences                split the body into sentences and tokens
    quotation_types          tell speech from scare quotes, titles and nicknames
    attribution              choose the words that name the speaker, from speaker_candidates
    occasions                find where and when it was said
    source_credits           find through whom the article has the words
    turns                    find the turns of interviews, hearings and debates
    transcripts              find what is said in transcripts and subtitles, instead of all this
    interviews               find the answers of interviews without labels
    content_spans            whole contents, indirect speech included, on request (`find_attributions`)
    languages.english        resolve those words to a name; words and learnt weights
    languages                tables for other languages
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from articles.engine.cleaning.paragraphs import Label, Paragraph, label_paragraphs
from articles.engine.extraction.attribution import Attribution, attribute_quotations
from articles.engine.extraction.block_quotations import (
    Block,
    BlockSource,
    find_blocks,
    find_credit_behind,
    insert_blocks,
)
from articles.engine.extraction.budget import build_unparsed_quotation, parse_within_budget
from articles.engine.extraction.capitals import restore_case
from articles.engine.extraction.content_spans import AttributedContent, find_attributions, find_indirect_speech
from articles.engine.extraction.interviews import find_answers
from articles.engine.extraction.languages import get_language
from articles.engine.extraction.languages.english.confidence import judge_name
from articles.engine.extraction.languages.english.named_people import EntityRegister
from articles.engine.extraction.languages.english.speaker_resolution import resolve_speakers
from articles.engine.extraction.languages.table_attribution import attribute_with_table, split_inline_attributions
from articles.engine.extraction.occasions import find_occasions
from articles.engine.extraction.proverbs import find_proverbs
from articles.engine.extraction.quotation_marks import QuotedSpan, find_quoted_spans
from articles.engine.extraction.quotation_types import SPEECH_TYPES, QuotationType
from articles.engine.extraction.results import Extraction, Quotation, ResolvedSpeaker, TextSpan
from articles.engine.extraction.sentences import Sentence, lowercase_sentence_starts, tokenize_headline
from articles.engine.extraction.source_credits import find_article_credit, find_quotation_credit
from articles.engine.extraction.transcripts import CueTimes, find_spoken_passages
from articles.engine.extraction.turns import find_turns

__all__ = [
    "AttributedContent",
    "Extraction",
    "Quotation",
    "TextSpan",
    "find_attributions",
    "find_indirect_speech",
    "find_quotations",
]


def find_quotations(
    text: str,
    *,
    title: str | None = None,
    credit: str | None = None,
    paragraphs: tuple[Paragraph, ...] | None = None,
    language: str | None = None,
    is_spoken: bool = False,
    cue_times: CueTimes = (),
) -> Extraction:
    """Find the quotations of an article; in a transcript or subtitles (`is_spoken`) every sentence that is said.

    `title` marks the headline. `credit` names the article's source where the caller knows it. `paragraphs` come from an
    importer that knows the body (of HTML); cleaning is then skipped. `language` is the article's code ("de", "ru-RU");
    without a code the language is detected. Languages without a table (`languages`) share one. Of
    subtitles `cue_times` are the times in the recording at offsets of the text.

    >>> found = find_quotations("\\u201cIt is so,\\u201d Foreign Minister Sergey Lavrov said on Tuesday.")
    >>> [(q.type, q.speaker_name, q.rule) for q in found.quotations]
    [('direct', 'Sergey Lavrov', 'speaker-verb')]
    """
    labelled = label_paragraphs(text, title=title) if paragraphs is None else paragraphs
    if is_spoken:
        return extract_speech(text, labelled, title, credit, language, cue_times)
    body = [p for p in labelled if p.label is Label.BODY]
    article_credit = credit or find_article_credit(text, labelled)
    spans = find_quoted_spans(text, body)
    turns = find_turns(text, body, title or "", article_credit)
    turns = turns or find_answers(text, body, spans, title or "", article_credit)
    if turns:  # what is quoted within a turn is part of it
        spans = tuple(span for span in spans if span.paragraph not in turns)
    language_table = get_language(language, text)
    if language_table is not None:
        spans = split_inline_attributions(text, spans, language_table)
    blocks: dict[int, Block] = {}
    if found := find_blocks(text, body, spans, turns.keys()):
        body, spans, blocks = insert_blocks(body, spans, found, text)
    cased = text if language_table is not None else restore_case(text, body, spans)
    # without quotations there is nothing to parse
    sentences, parsed_spans = parse_within_budget(cased, body, spans) if spans else ([], spans)
    attributions, speakers, occasions = (
        attribute_with_table(cased, sentences, parsed_spans, language_table)
        if language_table
        else attribute_english(cased, labelled, sentences, parsed_spans)
    )
    for k, span in enumerate(parsed_spans):
        if _CORRECTION.match(text, body[span.paragraph].start):
            attributions[k] = replace(attributions[k], candidate=None, quotation_type=QuotationType.SCARE)
            speakers[k] = None
    for k in find_proverbs(text, body, parsed_spans):
        speaker = speakers[k]
        if speaker is None or speaker.name is None:
            attributions[k] = replace(attributions[k], quotation_type=QuotationType.SCARE)
    for k, block in blocks.items():
        if k < len(parsed_spans):
            attributions[k] = replace(attributions[k], quotation_type=classify_block(block, attributions[k]))
    quotations = [
        build_quotation(text, *parts, article_credit)
        for parts in zip(parsed_spans, attributions, speakers, occasions, strict=True)
    ]
    for k, block in blocks.items():
        if k < len(parsed_spans) and block.source is not None:
            quotations[k] = credit_block(quotations[k], block.source)
    if "(@" in text:
        for k, span in enumerate(parsed_spans):
            post = find_credit_behind(text, body[span.paragraph], span) if quotations[k].rule == "dash" else None
            if post is not None:
                quotations[k] = credit_block(quotations[k], post)
    speech = [k for k, attribution in enumerate(attributions) if attribution.quotation_type in SPEECH_TYPES]
    for k, half in pair_split_quotations(parsed_spans, attributions, speech).items():
        quotations[speech[k]] = replace(quotations[speech[k]], other_half=half)
    quotations += [build_unparsed_quotation(span, article_credit) for span in spans[len(parsed_spans) :]]
    return Extraction(
        labelled,
        language_table.code if language_table is not None else "en",
        insert_turns([q for q in quotations if q.type in SPEECH_TYPES], list(turns.values())),
        tuple(q for q in quotations if q.type not in SPEECH_TYPES | {QuotationType.PLAIN}),
    )


def extract_speech(
    text: str,
    labelled: tuple[Paragraph, ...],
    title: str | None,
    credit: str | None,
    language: str | None,
    cue_times: CueTimes,
) -> Extraction:
    """Extract what is said in a transcript; the paragraphs with spoken words are its body."""
    passages = find_spoken_passages(text, labelled, title or "", credit, cue_times)
    starts = [passage.start for passage in passages]
    paragraphs = tuple(
        replace(p, label=Label.BODY, rule="spoken") if bisect_left(starts, p.start) < bisect_left(starts, p.end) else p
        for p in labelled
    )
    table = get_language(language, text)
    return Extraction(paragraphs, table.code if table is not None else "en", passages, ())


#: A note that withdraws words: what it quotes is nobody's quotation.
_CORRECTION = re.compile(
    r"(?:corrections?|clarification|corrected|erratum|editor['\u2019]s note|an? (?:earlier|previous) version|"
    r"this (?:article|story|post|page) (?:was|has been) (?:amended|corrected|updated)|due to an editing error|"
    r"korrektur|berichtigung|richtigstellung|in einer fr\u00fcheren (?:version|fassung)|rectificatif|rettifica|"
    r"une version (?:pr\u00e9c\u00e9dente|ant\u00e9rieure)|correcci\u00f3n|fe de errores|rectificaci\u00f3n|"
    r"una versi\u00f3n anterior|errata corrige|\u043f\u043e\u043f\u0440\u0430\u0432\u043a\u0430)\b",
    re.IGNORECASE,
)


def classify_block(block: Block, attribution: Attribution) -> QuotationType:
    """Tell a block quotation from text that is only set apart: somebody is credited, or said to say it."""
    candidate = attribution.candidate
    said = candidate is not None and (candidate.cue is not None or candidate.rule == "speaker-colon")
    return QuotationType.BLOCK if said or block.source is not None else QuotationType.PLAIN


#: The confidence of a credit below a block, and of one that names nobody.
CREDIT_CONFIDENCE, UNNAMED_CREDIT_CONFIDENCE = 0.95, 0.6


def credit_block(quotation: Quotation, source: BlockSource) -> Quotation:
    """Give a block quotation to whom its credit names."""
    named = source.name is not None
    return replace(
        quotation,
        speaker=source.printed,
        speaker_name=source.name,
        cue=None,
        occasion=source.occasion,
        rule=source.rule,
        confidence=CREDIT_CONFIDENCE if named else UNNAMED_CREDIT_CONFIDENCE,
        sure=named,
    )


def insert_turns(quotations: Sequence[Quotation], turns: Sequence[Quotation]) -> tuple[Quotation, ...]:
    """Insert the turns among the quotations, in order; the halves of a quotation keep pointing at each other."""
    if not turns:
        return tuple(quotations)
    merged = sorted([*quotations, *turns], key=lambda quotation: quotation.start)
    place = {id(quotation): k for k, quotation in enumerate(merged)}
    moved = [place[id(quotation)] for quotation in quotations]
    return tuple(q if q.other_half is None else replace(q, other_half=moved[q.other_half]) for q in merged)


def attribute_english(
    text: str, labelled: Sequence[Paragraph], sentences: Sequence[Sentence], spans: Sequence[QuotedSpan]
) -> tuple[list[Attribution], list[ResolvedSpeaker | None], list[str | None]]:
    """Attribute English quotations: return for each span the winning candidate, the speaker and the occasion."""
    lowercase_sentence_starts(sentences)
    attributions = attribute_quotations(text, sentences, spans)
    candidates = [attribution.candidate for attribution in attributions]
    speakers = resolve_speakers(sentences, candidates, EntityRegister(sentences, tokenize_headline(text, labelled)))
    occasions = find_occasions(text, sentences, candidates, speakers)
    judged = [
        judge_name(attribution, speaker, text[span.start : span.end])
        for attribution, speaker, span in zip(attributions, speakers, spans, strict=True)
    ]
    return attributions, judged, occasions


def pair_split_quotations(
    spans: Sequence[QuotedSpan], attributions: Sequence[Attribution], speech: Sequence[int]
) -> dict[int, int]:
    """Pair the quotations that only their attribution separates: "..., " Lavrov said. "..."."""
    halves: dict[int, int] = {}
    for place, (k, following) in enumerate(pairwise(speech)):
        first, second = attributions[k].candidate, attributions[following].candidate
        if first is None or second is None or place in halves or spans[k].paragraph != spans[following].paragraph:
            continue
        split = first.rule in _SPLITTING_RULES and first.cue is not None
        same = first.sentence is second.sentence and first.subject == second.subject
        if split and same and spans[following].outer_start - spans[k].outer_end <= MAX_ATTRIBUTION_LENGTH:
            halves[place], halves[place + 1] = place + 1, place
    return halves


#: Rules whose attribution stands behind the first half.
_SPLITTING_RULES = frozenset({"speaker-verb", "verb-speaker", "according-to"})
#: The most characters between two halves, enough for an attribution ("Jane Doe, a nurse from Flint, Mich., said").
MAX_ATTRIBUTION_LENGTH = 160


def build_quotation(
    text: str,
    span: QuotedSpan,
    attribution: Attribution,
    speaker: ResolvedSpeaker | None,
    occasion: str | None,
    article_credit: str | None,
) -> Quotation:
    """Build the result for one quoted span."""
    candidate = attribution.candidate
    confidence = attribution.confidence * attribution.speech_probability
    cue = None
    if candidate is not None and candidate.cue is not None:
        token = candidate.sentence.tokens[candidate.cue]
        cue = TextSpan(text[token.start : token.end], token.start, token.end)
    return Quotation(
        start=span.start,
        end=span.end,
        type=attribution.quotation_type.value,
        closed=span.closed,
        speaker=speaker.get_printed(text) if speaker is not None else None,
        speaker_name=speaker.name if speaker is not None else None,
        cue=cue,
        occasion=occasion,
        credit=find_quotation_credit(candidate) or article_credit,
        rule=candidate.rule if candidate is not None else "nobody-named",
        confidence=round(speaker.confidence if speaker and speaker.confidence is not None else confidence, 3),
        other_half=None,
        sure=speaker is not None and speaker.sure,
    )
