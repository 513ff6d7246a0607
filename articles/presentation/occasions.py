"""Where words were said, as sentences.

An article says it in a phrase of its own: "in an interview with Press TV", "told reporters in Stockholm", "speaking in
Lisbon". A phrase of place or time continues a sentence; a verb is turned first::

    >>> str(describe_occasion("told reporters in Stockholm", "Klausen", "TASS"))
    'Klausen said this to reporters in Stockholm, according to TASS.'
    >>> str(describe_occasion("Speaking in Lisbon on Friday", "", "RT"))
    'This was said while speaking in Lisbon on Friday, according to RT.'

Whatever else a phrase is, in another language or cut in the middle, is quoted as printed::

    >>> str(describe_occasion("told Rest of World the demand for launches", "Klausen", "Rest of World"))
    'Where it was said, according to Rest of World: \u201ctold Rest of World the demand for launches\u201d.'
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.dateformat import format as format_date

from articles.engine.extraction.languages import detect_language
from articles.engine.extraction.languages.english import lexicon, occasion_words
from articles.models.quote import AttributedText
from articles.queries.lineage_snapshot import LineageSnapshot

UNKNOWN_OUTLET = "an unknown outlet"
ENGLISH = "en"
_VERBS_OF_TELLING = ("told", "tells")
_TIME_WORDS = frozenset("last next this every earlier later yesterday today tomorrow afterwards".split())
# Articles of other languages, which may stand behind an "in" that is no English one: "in einer Rede".
_FOREIGN_ARTICLES = frozenset("einem einer eines dem den der dessen seiner ihrer una uno el los las het een en".split())
_CONNECTORS = lexicon.PREPOSITIONS | lexicon.CONJUNCTIONS | {"&", "/"}
_WORDS_AND_MARKS = re.compile(r"[\w’'.&/@#-]+|[^\w\s]")


@dataclass(frozen=True, slots=True)
class OccasionStatement:
    """A sentence on where words were said: `before`, the `words` of the article or words near them, and `after`.

    `is_quoted` says that the words are as printed, in quotation marks, because they fit into no sentence. `language` is
    theirs, "" if it is not known.
    """

    before: str
    words: str
    after: str
    is_quoted: bool
    language: str = ""

    def __str__(self) -> str:
        return f"{self.before}{self.words}{self.after}"

    @property
    def quoted_words(self) -> str:
        """The words, in quotation marks where they are as printed."""
        return f"\u201c{self.words}\u201d" if self.is_quoted else self.words

    @property
    def fact(self) -> str:
        """The same as an item of a list: "said to reporters in Stockholm"."""
        return f"{self.fact_lead}{self.quoted_words}"

    @property
    def fact_lead(self) -> str:
        """What stands before the words in an item of a list."""
        return "where it was said: " if self.is_quoted else "said "


def describe_lineage_occasion(snapshot: LineageSnapshot) -> OccasionStatement | None:
    """Describe where the words of a lineage were said, by an article with the base, else by the earliest."""
    rows = (*snapshot.base.printings, *snapshot.printings)
    found = (describe_quote_occasion(printing.quote) for printing in rows)
    return next(filter(None, found), None)


def describe_quote_occasion(quote: AttributedText) -> OccasionStatement | None:
    """Describe where a quotation or paraphrase was said, without a speaker who is no fact; None where nothing says."""
    if not quote.occasion:
        return None
    article = quote.article
    language = article.language or detect_language(f"{quote.occasion} {quote.text}")
    return describe_occasion(
        quote.occasion,
        "" if quote.is_speaker_probable else quote.attribution,
        article.outlet.name if article.outlet else UNKNOWN_OUTLET,
        language=language,
        day=quote.said_on,
    )


def describe_recorded_occasion(facts: Mapping[str, Any]) -> OccasionStatement | None:
    """Describe the same for a printing as a revision records it."""
    printed, outlet = facts["occasion"], facts["outlet"] or UNKNOWN_OUTLET
    if not printed:
        return None
    language = facts["language"] or detect_language(f"{printed} {facts['text']}")
    speaker = facts["speaker"] if facts.get("speaker_sure", True) else ""
    return describe_occasion(printed, speaker, outlet, language=language)


def describe_occasion(
    printed: str, speaker: str, outlet: str, *, language: str = ENGLISH, day: date | None = None
) -> OccasionStatement:
    """Describe in a sentence where `outlet` says that `speaker`, or somebody not named, said the words."""
    when = f" ({format_date(day, 'j F Y')})" if day else ""
    phrase = build_occasion_phrase(printed) if language.partition("-")[0] == ENGLISH else ""
    if phrase:
        subject = f"{speaker[0].upper()}{speaker[1:]} said this " if speaker else "This was said "
        return OccasionStatement(subject, phrase, f"{when}, according to {outlet}.", is_quoted=False, language=language)
    before = f"Where it was said, according to {outlet}: \u201c"
    return OccasionStatement(before, printed, f"\u201d{when}.", is_quoted=True, language=language)


def build_occasion_phrase(printed: str) -> str:
    """Return an English phrase that continues "said this"; "" where the printed words make none.

    >>> [build_occasion_phrase(each) for each in ("At a briefing", "told CNN", "Wednesday", "the other day")]
    ['at a briefing', 'to CNN', 'on Wednesday', '']
    """
    first, _, rest = printed.partition(" ")
    low = first.lower()
    if low in occasion_words.DAYS:
        opening, rest = "on", printed
    elif low in _VERBS_OF_TELLING:
        opening = "to"
    elif low in occasion_words.OPENING_PARTICIPLES:
        opening = f"while {low}"
    elif low in occasion_words.OCCASION_PREPOSITIONS:
        opening = low
    else:
        return ""
    return f"{opening} {rest}" if _is_chain_of_phrases(rest) else ""


def _is_chain_of_phrases(text: str) -> bool:
    """Return whether noun phrases follow each other with a preposition, a conjunction or a time between them.

    "in an email the cost associated" has run into the next clause: "the" follows a noun.
    """
    if not text or text.split()[0] in _FOREIGN_ARTICLES or not _has_paired_marks(text):
        return False
    has_noun = False
    for word in _WORDS_AND_MARKS.findall(text):
        low = word.lower().strip(".")
        if low in _CONNECTORS or not word[0].isalnum():
            has_noun = False
        elif word in lexicon.DETERMINERS and low not in _TIME_WORDS:
            if has_noun:
                return False
        else:
            has_noun = True
    return True


def _has_paired_marks(text: str) -> bool:
    counts = [text.count(mark) for mark in "()[]\u201c\u201d"]
    return counts[0] == counts[1] and counts[2] == counts[3] and counts[4] == counts[5] and text.count('"') % 2 == 0
