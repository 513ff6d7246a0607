"""Paragraphs printed in capitals: restore the case that tells names from other words.

Old wire copy and some headings print "SAID IDA SOLBERG, THE MAYOR OF BRACKMERE". Forenames, titles, places, the word
behind a forename and words that the article capitalizes elsewhere get a capital, everything else none. The result has
the length of the text, so that every offset stays true.
"""

import re
from collections.abc import Sequence
from itertools import groupby, islice

from articles.engine.cleaning.paragraphs import Paragraph
from articles.engine.extraction.languages.english import lexicon
from articles.engine.extraction.languages.english.reporting_verbs import FINITE_SAYING_FORMS, VERB_FORMS
from articles.engine.extraction.quotation_marks import QuotedSpan
from articles.engine.text.person_names import TITLES, is_forename

#: The least different words of the reporter in capitals: "SAID IDA SOLBERG".
MIN_WORDS = 3
#: The most paragraphs with quotations that are looked at: ten times as many as any article measured has.
MAX_PARAGRAPHS = 1_000
_WORD = re.compile(r"[^\W\d_]+(?:['\u2019-][^\W\d_]+)*")
_INNER_CAPITALIZED = re.compile(r"(?<=[\w,;] )[A-Z][a-z]\w*")
_LOWER_CASE = re.compile(r"\b[a-z]\w+")
_WORDS_OF_GRAMMAR = frozenset().union(
    lexicon.PREPOSITIONS,
    lexicon.CONJUNCTIONS,
    lexicon.AUXILIARIES,
    lexicon.ADVERBS,
    lexicon.DETERMINERS,
    lexicon.ARTICLES,
    lexicon.POSSESSIVES,
    lexicon.SUBJECT_PRONOUNS,
    lexicon.RELATIVE_PRONOUNS,
    lexicon.QUESTION_WORDS,
    lexicon.ROLES,
    VERB_FORMS.keys(),
)


def restore_case(text: str, body: Sequence[Paragraph], spans: Sequence[QuotedSpan]) -> str:
    """Return the text with the case restored in the paragraphs that are printed in capitals and quote somebody.

    >>> from articles.engine.cleaning.labels import Label
    >>> text = "\\u201cIT IS,\\u201d SAID IDA SOLBERG, THE MAYOR."
    >>> restore_case(text, [Paragraph(0, len(text), Label.BODY, "")], [QuotedSpan(1, 7, 0, 8, True, 0)])
    '\u201cit is,\u201d said Ida Solberg, the mayor.'
    """
    capital = []
    for number, own in islice(groupby(spans, key=lambda span: span.paragraph), MAX_PARAGRAPHS):
        words = _get_words_outside(text, body[number], list(own))
        if words.isupper() and _tells_of_speech(words):
            capital.append(body[number])
    if not capital:
        return text
    names = {word.lower() for word in _INNER_CAPITALIZED.findall(text)}
    known = {word.lower() for word in _LOWER_CASE.findall(text)} | _WORDS_OF_GRAMMAR
    pieces, end = [], 0
    for paragraph in capital:
        pieces += [text[end : paragraph.start], _restore(text[paragraph.start : paragraph.end], names - known, known)]
        end = paragraph.end
    return "".join([*pieces, text[end:]])


def _get_words_outside(text: str, paragraph: Paragraph, spans: Sequence[QuotedSpan]) -> str:
    """Return the reporter's words of a paragraph, without the quotations."""
    begins = [paragraph.start, *(span.outer_end for span in spans)]
    ends = [*(span.outer_start for span in spans), paragraph.end]
    return " ".join(text[begin:end] for begin, end in zip(begins, ends, strict=True))


def _tells_of_speech(words: str) -> bool:
    low = {word.lower() for word in _WORD.findall(words)}
    return len(low) >= MIN_WORDS and ("according" in low or not FINITE_SAYING_FORMS.isdisjoint(low))


def _restore(words: str, names: set[str], known: set[str] | frozenset[str]) -> str:
    pieces: list[str] = []
    end, follows_name = 0, False
    matches = list(_WORD.finditer(words))
    lows = [match[0].lower() for match in matches]
    for k, match in enumerate(matches):
        low = lows[k]
        beside_verb = any(other in FINITE_SAYING_FORMS for other in (*lows[max(0, k - 1) : k], *lows[k + 1 : k + 2]))
        said = beside_verb and low not in known
        begins_name = low in names or low in lexicon.PLACES or (low not in known and is_forename(low.partition("-")[0]))
        is_name = begins_name or said or (follows_name and low not in known and words[end : match.start()] == " ")
        follows_name = is_name or low.rstrip(".") in TITLES
        cased = "-".join(part.capitalize() for part in low.split("-")) if is_name else low
        restored = match[0].isupper() and len(cased) == len(match[0])
        pieces += [words[end : match.start()], cased if restored else match[0]]
        end = match.end()
    return "".join([*pieces, words[end:]])
