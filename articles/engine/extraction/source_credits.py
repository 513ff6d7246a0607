"""Source credits: through whom the article has the quoted words.

"TASS reports:" above the text and "/TASS/" in the dateline credit TASS with every quotation; "told Sputnik" and "as
cited by Interfax" credit an outlet with one, "according to a transcript" a record of the words.
"""

import re
from collections.abc import Sequence

from articles.engine.cleaning.paragraphs import Label, Paragraph
from articles.engine.extraction.languages.english import lexicon
from articles.engine.extraction.noun_phrases import is_name
from articles.engine.extraction.sentences import LOWER, QUOTE, Token
from articles.engine.extraction.speaker_candidates import SpeakerCandidate

#: How many characters of the article's first paragraph may hold the dateline with the agency.
MAX_DATELINE_LENGTH = 120

_AGENCY_LINE = re.compile(r"(?:source: ?|via )?(?P<name>[\w .'&-]{2,40}?)(?: reports?)?:?$", re.IGNORECASE)
_SLASHED_AGENCY = re.compile(r"/(?P<name>[A-Z][A-Z ]{1,14}[A-Z])/")
_BRACKETED_AGENCY = re.compile(
    r"\((?P<name>Reuters|AP|The Associated Press|Associated Press|AFP|UPI|TASS|Interfax|RIA Novosti|Xinhua|dpa"
    r"|Bloomberg|ANSA|PTI|Sputnik|SANA|IRNA)\)"
)


_CREDITING_WORDS = {
    "by": ("cited", "quoted", "reported", "published", "obtained", "saying"),
    "to": ("according",),
}
_RELAYING_VERBS = lexicon.QUOTING_VERBS | {"reports", "reported", "writes", "wrote", "says", "said"}


def find_article_credit(text: str, paragraphs: Sequence[Paragraph]) -> str | None:
    """Find the source that the article as a whole names, above the text or in its dateline."""
    for paragraph in paragraphs:
        if paragraph.label is Label.CREDIT and paragraph.rule == "agency-line":
            match = _AGENCY_LINE.match(text[paragraph.start : paragraph.end])
            if match is not None:
                return match["name"].strip()
        if paragraph.label is Label.BODY:
            opening = text[paragraph.start : min(paragraph.end, paragraph.start + MAX_DATELINE_LENGTH)]
            match = _SLASHED_AGENCY.search(opening) or _BRACKETED_AGENCY.search(opening)
            return match["name"] if match is not None else None
    return None


def find_quotation_credit(candidate: SpeakerCandidate | None) -> str | None:
    """Find the outlet that the sentence names as having the words from the speaker."""
    if candidate is None:
        return None
    tokens = candidate.sentence.tokens
    inside = range(candidate.subject.begin, candidate.subject.end)
    record: str | None = None
    for at in range(len(tokens) - 1):
        low = tokens[at].low
        name: str | None = None
        if low in ("told", "tells") and tokens[at].kind == LOWER:
            name = _find_outlet_after(tokens, at + 1)
        elif at and tokens[at - 1].low in _CREDITING_WORDS.get(low, ()):
            name = _find_outlet_after(tokens, at + 1) if at + 1 not in inside else None
            if low == "to" and record is None and at + 1 not in inside:
                record = _find_record(tokens, at + 1)
        elif low in _RELAYING_VERBS and at and at - 1 not in inside and tokens[at].kind == LOWER:
            quoting = candidate.cue != at or candidate.rule == "as-saying"
            name = _find_outlet_before(tokens, at) if quoting else None
        if name is not None:
            return name
    return record


#: The most words between "according to a" and the record: "a transcript", "a leaked audio recording".
MAX_RECORD_MODIFIERS = 3


def _find_record(tokens: list[Token], at: int) -> str | None:
    """Return the record of the words that is named here: "..., Solberg said, according to *a transcript*"."""
    if tokens[at].low not in lexicon.DETERMINERS and tokens[at].low not in lexicon.ARTICLES:
        return None
    limit = min(len(tokens), at + 2 + MAX_RECORD_MODIFIERS)
    end = next((k + 1 for k in range(limit - 1, at, -1) if tokens[k].low in lexicon.RECORD_NOUNS), None)
    is_plain = end is not None and all(token.kind == LOWER for token in tokens[at:end])
    return " ".join(token.text for token in tokens[at:end]) if is_plain else None


def _find_outlet_after(tokens: list[Token], at: int) -> str | None:
    """Return the outlet whose name begins here."""
    if at < len(tokens) and tokens[at].low in lexicon.ARTICLES:
        at += 1
    end = at
    while end < len(tokens) and is_name(tokens[end]):
        end += 1
    return _get_outlet_name(tokens, at, end)


def _find_outlet_before(tokens: list[Token], end: int) -> str | None:
    """Return the outlet whose name ends here, also with its kind: "the TASS news agency"."""
    while end > 1 and tokens[end - 1].low in ("agency", "news", "newspaper", "daily", "channel"):
        end -= 1
    begin = end
    while begin and is_name(tokens[begin - 1]) and tokens[begin - 1].kind != QUOTE:
        begin -= 1
    return _get_outlet_name(tokens, begin, end)


def _get_outlet_name(tokens: list[Token], begin: int, end: int) -> str | None:
    words = [t.text.removesuffix("'s").removesuffix("\N{RIGHT SINGLE QUOTATION MARK}s") for t in tokens[begin:end]]
    if not words or not any(word.lower() in lexicon.OUTLETS for word in words):
        return None
    cut = next((k + 1 for k, t in enumerate(tokens[begin:end]) if t.low.endswith("'s")), len(words))
    return " ".join(words[:cut])
