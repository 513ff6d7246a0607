"""Sentence splitting and tokenization of paragraphs that contain quotations.

The words are cut into tokens with each quotation as a single token. A quotation that ends in a full stop ends the
sentence ("We won." Lavrov then left.) unless the words after it carry on ("We won," he said.).
"""

import re
import sys
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import NamedTuple

from articles.engine.cleaning.paragraphs import Label, Paragraph
from articles.engine.extraction.languages.english import lexicon
from articles.engine.extraction.languages.english.reporting_verbs import FINITE_SAYING_FORMS, VERB_FORMS
from articles.engine.extraction.quotation_marks import QuotedSpan
from articles.engine.text.person_names import TITLES, is_forename

#: The text of a quotation token.
QUOTATION_PLACEHOLDER = "\N{LEFT DOUBLE QUOTATION MARK}\N{RIGHT DOUBLE QUOTATION MARK}"
LOWER, NAME, NUMBER, POINT, QUOTE = "lower", "name", "number", "point", "quote"


class Token(NamedTuple):
    """A word, a number, punctuation, or a whole quotation. `low` is lower case with straight apostrophes."""

    text: str
    low: str
    start: int
    end: int
    kind: str


@dataclass(slots=True)
class Sentence:
    """The tokens of a sentence, its quotations ({place in tokens: index of the span}), and whether it has no others."""

    tokens: list[Token]
    quotes: dict[int, int]
    paragraph: int
    only_quotes: bool = field(init=False)

    def __post_init__(self) -> None:
        self.only_quotes = bool(self.quotes) and all(t.kind in (QUOTE, POINT) for t in self.tokens)


#: A blank before a token, and a plain word before a blank or comma come first: together nine matches in ten.
_TOKEN_PATTERN = re.compile(
    r" ?([a-zA-Z]++(?=[ ,])"
    r"|[^\W\d_][\w\u00ad\u0300-\u036f\u200b-\u200d\u2060\ufeff]*+(?:['\u2018\u2019.&/-]\w++)*(?:['\u2019](?=[\s,]))?"
    r"|[$\u20ac\u00a3#@]?\d[\w.,:%-]*\w|[@#]?\w++"
    r"|[.!?\u2026]++|-{2,3}|\S)"
)
#: The longest sentence, cut by force: the longest of 20,000 in the training articles has 139 tokens.
MAX_SENTENCE_TOKENS = 160
#: A shorter sentence takes as long to parse as one of so many tokens; on average an article's have seven or more.
MIN_SENTENCE_COST = 10
#: How many tokens behind a quotation that ends in "?" or "!" may hold its attribution.
_SPEAKER_WINDOW = 8
_SENTENCE_ENDINGS = frozenset(".!?\u2026")
DASHES = frozenset({"-", "--", "---", "\N{EN DASH}", "\N{EM DASH}", "\N{HORIZONTAL BAR}"})


def split_sentences(
    text: str, paragraph: Paragraph, index: int, spans: Sequence[tuple[int, QuotedSpan]], max_tokens: int = sys.maxsize
) -> list[Sentence]:
    """Split a paragraph, up to `max_tokens`, into sentences; `spans` are its quoted spans, each with its index."""
    tokens, quotes, possible_ends = _tokenize_paragraph(text, paragraph, spans, max_tokens)
    cuts = _find_sentence_breaks(text, tokens, possible_ends)
    result: list[Sentence] = []
    pending = list(quotes.items())[::-1]
    for begin, stop in zip([0, *cuts], [*cuts, len(tokens)], strict=True):
        quotes_inside: dict[int, int] = {}
        while pending and pending[-1][0] < stop:
            place, number = pending.pop()
            quotes_inside[place - begin] = number
        result.append(Sentence(tokens[begin:stop], quotes_inside, index))
    return result


def _find_sentence_breaks(text: str, tokens: list[Token], possible_ends: list[int]) -> list[int]:
    """Find the tokens behind which a sentence ends."""
    cuts: list[int] = []
    last, final = 0, len(tokens) - 1
    for k in possible_ends:
        while min(k, final) >= last + MAX_SENTENCE_TOKENS:
            last += MAX_SENTENCE_TOKENS
            cuts.append(last)
        if k < final and _ends_sentence(text, tokens, k):
            last = k + 1
            cuts.append(last)
    cuts.extend(range(last + MAX_SENTENCE_TOKENS, final + 1, MAX_SENTENCE_TOKENS))
    return cuts


def split_body_sentences(
    text: str, body: Sequence[Paragraph], spans: Sequence[QuotedSpan], max_tokens: int = sys.maxsize
) -> list[Sentence]:
    """Split all paragraphs into sentences, up to `max_tokens`; a sentence counts for `MIN_SENTENCE_COST` at least."""
    spans_of: list[list[tuple[int, QuotedSpan]]] = [[] for _ in body]
    for number, span in enumerate(spans):
        spans_of[span.paragraph].append((number, span))
    result: list[Sentence] = []
    for index, paragraph in enumerate(body):
        for sentence in split_sentences(text, paragraph, index, spans_of[index], max_tokens):
            result.append(sentence)
            max_tokens -= max(len(sentence.tokens), MIN_SENTENCE_COST)
            if max_tokens <= 0:
                return result
    return result


#: The longest headline, in characters.
MAX_HEADLINE_LENGTH = 400


def tokenize_headline(text: str, labelled: Sequence[Paragraph]) -> list[Token]:
    """Tokenize the headline, which may be the only place that prints a full name."""
    title = next((p for p in labelled if p.label is Label.TITLE), None)
    if title is None or title.end - title.start > MAX_HEADLINE_LENGTH:
        return []
    return [token for sentence in split_sentences(text, title, 0, ()) for token in sentence.tokens]


def lowercase_sentence_starts(sentences: Sequence[Sentence]) -> None:
    """Mark as lower case the words that are capitalised only as first words: "Using", "Hours", "Generous".

    A known forename keeps its capital, and a word before a name, punctuation or its verb ("Lavrov said").
    """
    capitalised = {t.low for s in sentences for t in s.tokens[1:] if t.kind == NAME}
    for sentence in sentences:
        tokens = sentence.tokens
        first = tokens[0]
        if first.kind != NAME or len(tokens) < 2 or first.low in capitalised or first.low in _CAPITAL_EXCEPTIONS:
            continue
        low = tokens[1].low
        subject = low in VERB_FORMS or low in lexicon.AUXILIARIES or low in lexicon.ADVERBS or low.endswith("ed")
        subject = subject or (low in lexicon.SENDING_VERBS and not first.low.endswith("s"))
        if tokens[1].kind == LOWER and not subject and not is_forename(first.text) and "'" not in first.low:
            tokens[0] = first._replace(kind=LOWER)


#: Offices begin a name ("Secretary of State John Kerry"); function words are recognised in spite of their capital.
_CAPITAL_EXCEPTIONS = lexicon.CAPITALIZED_NON_NAMES | TITLES | lexicon.ROLES


def _tokenize_paragraph(
    text: str, paragraph: Paragraph, spans: Sequence[tuple[int, QuotedSpan]], max_tokens: int
) -> tuple[list[Token], dict[int, int], list[int]]:
    """Return the first tokens, the spans by their places among them, and the places where a sentence may end."""
    tokens: list[Token] = []
    quotes: dict[int, int] = {}
    possible_ends: list[int] = []
    at = paragraph.start
    for number, span in spans:
        _append_tokens(tokens, possible_ends, text, at, span.outer_start, max_tokens)
        if len(tokens) >= max_tokens:
            return tokens, quotes, possible_ends
        quotes[len(tokens)] = number
        possible_ends.append(len(tokens))
        tokens.append(Token(QUOTATION_PLACEHOLDER, QUOTATION_PLACEHOLDER, span.outer_start, span.outer_end, QUOTE))
        at = span.outer_end
    _append_tokens(tokens, possible_ends, text, at, paragraph.end, max_tokens)
    return tokens, quotes, possible_ends


def _append_tokens(
    tokens: list[Token], possible_ends: list[int], text: str, start: int, end: int, max_tokens: int
) -> None:
    """Cut one stretch of running words into tokens: the hottest loop of the extraction, hence the plain tuples."""
    new, append, forms = tuple.__new__, tokens.append, _FORM_CACHE
    done, unseen = start, _INVISIBLE_PATTERN.search(text, start, end) is not None
    for match in islice(_TOKEN_PATTERN.finditer(text, start, end), max(0, max_tokens - len(tokens))):
        at, stop = match.span(1)
        if at < done:
            continue  # the full stop of an abbreviation, part of the token before
        word = text[at:stop]
        low, kind, ends, shortened = forms[word]
        if unseen and not (word := _compose(word)):
            continue
        if shortened and stop < end and text[stop] == ".":
            stop += 1
            word += "."
            ends = True
        if ends:
            possible_ends.append(len(tokens))
        done = stop
        append(new(Token, (word, low, at, stop, kind)))


class _WordFormCache(dict[str, tuple[str, str, bool, bool]]):
    """For each word its lower case, its kind, whether it may end a sentence, and whether a full stop belongs to it."""

    def __missing__(self, word: str) -> tuple[str, str, bool, bool]:
        first = word[0]
        low, may_end, abbreviated = word, False, False
        if first.isalpha():
            printed = _compose(word)
            low = printed.lower()
            kind = LOWER if printed[0] == low[0] else NAME
            low = low.replace("\u2019", "'").replace("\u2018", "'")
            abbreviated = low in lexicon.ABBREVIATIONS or (not low[1:2].isalpha() and _is_abbreviation(low, kind))
        elif first.isdigit() or (first in _NUMBER_PREFIXES and len(word) > 1):
            kind = NUMBER
        else:
            kind, may_end = POINT, first in _SENTENCE_ENDINGS
        if len(self) >= MAX_CACHED_FORMS:
            self.clear()
        if len(word) <= MAX_CACHED_FORM_LENGTH:
            self[word] = (low, kind, may_end, abbreviated)
        return low, kind, may_end, abbreviated


def _compose(word: str) -> str:
    """Return a word as readers see it: accents on their letters, and nothing invisible."""
    return unicodedata.normalize("NFC", word.translate(_INVISIBLE))


#: The most words cached with their forms, and the longest, in characters: some megabytes.
MAX_CACHED_FORMS, MAX_CACHED_FORM_LENGTH = 20_000, 40
_FORM_CACHE = _WordFormCache()


def _is_abbreviation(low: str, kind: str) -> bool:
    """Recognise an initial, letters with full stops, or a politician's party and state: "J.", "U.S.", "R-Ky."."""
    if low[1:2] == "." and len(low) % 2 and set(low[1::2]) == {"."}:
        return True
    return kind == NAME and (len(low) == 1 or (low[1:2] == "-" and low[0] in "rdi" and len(low) < 8))


#: Characters that a reader does not see, within a word: soft hyphen, zero width, word joiner, byte order mark.
_INVISIBLE_PATTERN = re.compile("[\u00ad\u0300-\u036f\u200b-\u200d\u2060\ufeff]")
_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))
_NUMBER_PREFIXES = frozenset("$\u20ac\u00a3#@")


def _ends_sentence(text: str, tokens: list[Token], k: int) -> bool:
    token, following = tokens[k], tokens[k + 1]
    if token.kind == QUOTE:
        return _quote_ends_sentence(text, tokens, k)
    if token.kind == POINT and token.text[0] in _SENTENCE_ENDINGS:
        return following.kind != LOWER and following.text not in (",", ";", ":", ")")
    if token.text.endswith(".") and following.kind == NAME and "." in token.text[:-1]:
        return following.low in lexicon.CAPITALIZED_NON_NAMES  # "in the U.S. He said"
    return False


def _quote_ends_sentence(text: str, tokens: list[Token], k: int) -> bool:
    end, following = tokens[k].end, tokens[k + 1]
    if following.kind in (LOWER, POINT, NUMBER):
        return False
    last = _get_last_quoted_character(text, tokens[k].start, end)
    if last not in _SENTENCE_ENDINGS:
        return False
    if following.kind == QUOTE:
        return True
    if _is_complete_attribution(tokens, k + 1):
        return False
    return last == "." or not _opens_with_attribution(tokens, k + 1)


def _get_last_quoted_character(text: str, start: int, end: int) -> str:
    """Return the last character within the quotation's marks."""
    marks = "\"'\u201c\u201d\u2019\u00bb\u201e`"
    places = range(end - 1, start, -1)
    return text[next((at for at in places if text[at] not in marks and not text[at].isspace()), start)]


def _opens_with_attribution(tokens: list[Token], begin: int) -> bool:
    """Return whether the words after "?" or "!" say who asked: Lavrov asked, the minister exclaimed."""
    for k, token in enumerate(tokens[begin : begin + 2 * _SPEAKER_WINDOW]):
        if token.kind == QUOTE or (token.kind == POINT and token.text not in (",", "(", ")")):
            return False
        if token.low in FINITE_SAYING_FORMS and token.kind == LOWER:
            following = tokens[begin + k + 1].low if begin + k + 1 < len(tokens) else ""
            return following != "that" and (k < _SPEAKER_WINDOW or tokens[begin + k - 1].text == ",")
        if token.low in lexicon.FORMS_OF_BE and k >= 2:
            return False
    return False


def _is_complete_attribution(tokens: list[Token], begin: int) -> bool:
    """Recognise "Trump said." by itself, though the quotation before it ended in a full stop."""
    for at in range(begin + 1, min(len(tokens), begin + _SPEAKER_WINDOW)):
        token = tokens[at]
        if token.kind == LOWER and (token.low in VERB_FORMS or token.low.endswith("ed")):
            ends = at + 1 == len(tokens) or tokens[at + 1].kind == QUOTE or tokens[at + 1].text[0] in _SENTENCE_ENDINGS
            return ends and not token.low.endswith("ing")
        if token.kind in (QUOTE, POINT) or token.low in lexicon.PREPOSITIONS or token.low in lexicon.AUXILIARIES:
            return False
    return False


def is_dash(token: Token) -> bool:
    """Return whether the token is a dash."""
    return token.text in DASHES
