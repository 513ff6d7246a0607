"""Find the lead: the paragraph with which the article begins."""

import re
from collections.abc import Sequence

from articles.engine.cleaning.labels import LabelAndRule
from articles.engine.cleaning.raw_paragraphs import MAX_HEADLINE_WORDS, RawParagraph
from articles.engine.cleaning.section_headings import match_section_heading

#: Paragraphs this long, with a full stop, begin the article; shorter ones are menus, unless they quote.
MIN_LEAD_WORDS = 8
#: A paragraph this long is certainly the article's, not the teaser of another story.
MIN_RESUMING_WORDS = 20
#: A shorter paragraph is the article's where another sentence of this length follows.
MIN_SENTENCE_WORDS = 12
#: A short lead is followed by a sentence within so many paragraphs that match no rule ...
LEAD_LOOKAHEAD = 4
#: ... or directly by a sentence of so many words.
MIN_STATEMENT_WORDS = 5
#: "MOSCOW, November 17. /TASS/.", "MOSCOW (Reuters) -"
_DATELINE = re.compile(r"[A-Z][A-Z .'-]{2,30}(?:,.{0,40})?(?:/[A-Z ]{2,15}/|\([A-Z]\w{1,15}\))")
_LONG_WORD = re.compile(r"[^\W\d_][\w\N{RIGHT SINGLE QUOTATION MARK}'-]{4,}")


def find_lead(paragraphs: Sequence[RawParagraph], matches: Sequence[LabelAndRule | None]) -> int:
    """Return the index of the first paragraph that is a sentence of the article and no boilerplate.

    `matches` are the line rules that the paragraphs match. A short sentence, perhaps a question, is the headline of
    another story unless it quotes or sentences follow it.
    """
    first_candidate: int | None = None
    for index, paragraph in enumerate(paragraphs):
        if matches[index] is not None or match_section_heading(paragraph) is not None:
            continue
        if not _is_article_like(paragraph, index):
            continue
        if (
            _introduces_quote(paragraphs, matches, index)
            or paragraph.word_count >= MIN_RESUMING_WORDS
            or has_sentence_ahead(paragraphs, matches, index, LEAD_LOOKAHEAD)
        ):
            return index
        first_candidate = index if first_candidate is None else first_candidate
    if first_candidate is not None:
        return first_candidate
    return next(
        (i for i, match in enumerate(matches) if match is None and paragraphs[i].ends_sentence), len(paragraphs)
    )


def has_sentence_ahead(
    paragraphs: Sequence[RawParagraph], matches: Sequence[LabelAndRule | None], index: int, limit: int
) -> bool:
    """Return whether a sentence is among the next `limit` paragraphs that match no rule."""
    window = range(index + 1, min(len(paragraphs), index + 3 * limit))
    ahead = [paragraphs[k] for k in window if matches[k] is None][:limit]
    return any(paragraph.ends_sentence and paragraph.word_count >= MIN_SENTENCE_WORDS for paragraph in ahead)


def _introduces_quote(paragraphs: Sequence[RawParagraph], matches: Sequence[LabelAndRule | None], index: int) -> bool:
    """Return whether the paragraph quotes, or introduces a quotation or statement that follows."""
    paragraph = paragraphs[index]
    if paragraph.last_characters[-1:] == ":" and index + 1 < len(paragraphs) and paragraphs[index + 1].has_quotes:
        return True
    return "." in paragraph.last_characters and (
        paragraph.has_quotes or _is_followed_by_statement(paragraphs, matches, index)
    )


def _is_followed_by_statement(
    paragraphs: Sequence[RawParagraph], matches: Sequence[LabelAndRule | None], index: int
) -> bool:
    """Return whether a short sentence with a full stop follows directly, or one of the next two paragraphs quotes."""
    following = [
        paragraph
        for paragraph, match in zip(paragraphs[index + 1 : index + 3], matches[index + 1 : index + 3], strict=True)
        if match is None
    ]
    if any(paragraph.has_quotes and "." in paragraph.last_characters for paragraph in following):
        return True
    if not following:
        return False
    return following[0].last_characters[-1] == "." and following[0].word_count >= MIN_STATEMENT_WORDS


def _is_article_like(paragraph: RawParagraph, index: int) -> bool:
    if not paragraph.ends_sentence:
        return paragraph.word_count > MAX_HEADLINE_WORDS
    if index == 0 and paragraph.word_count <= MAX_HEADLINE_WORDS and _is_headline_capitalized(paragraph.prefix):
        return False
    return (
        paragraph.word_count >= MIN_LEAD_WORDS or paragraph.has_quotes or _DATELINE.match(paragraph.prefix) is not None
    )


def _is_headline_capitalized(line: str) -> bool:
    """Return whether every longer word is capitalised, as in a headline with a full stop."""
    words = _LONG_WORD.findall(line)
    return len(words) >= 3 and all(word[0].isupper() for word in words)
