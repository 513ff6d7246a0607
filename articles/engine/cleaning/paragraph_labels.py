"""Label the paragraphs before the lead, and from the lead on by the sections that headings open."""

import re
from collections.abc import Sequence
from itertools import pairwise

from articles.engine.cleaning.article_lead import (
    MIN_LEAD_WORDS,
    MIN_RESUMING_WORDS,
    MIN_SENTENCE_WORDS,
    has_sentence_ahead,
)
from articles.engine.cleaning.dated_lists import COMMENT_AUTHOR, find_dated_lists
from articles.engine.cleaning.labels import Label, LabelAndRule
from articles.engine.cleaning.raw_paragraphs import MAX_HEADLINE_WORDS, RawParagraph
from articles.engine.cleaning.section_headings import MAX_HEADING_WORDS, match_section_heading

#: A paragraph this long is no teaser of another story.
MIN_NON_TEASER_WORDS = 150
#: "3 comments" above fewer words of article than this is a counter near the headline, not the heading of the comments.
MIN_WORDS_BEFORE_COMMENTS = 40
#: Share of capitalised words from which a line reads as a headline in title case.
TITLE_CASE_SHARE = 0.6
_COMMENT_HEADING: LabelAndRule = (Label.COMMENT, "comment-head")
_COMMENTS_SECTION: LabelAndRule = (Label.COMMENT, "comments-section")
_ADDRESSES_THE_READER = re.compile(r"\b(?:you|your)\b", re.IGNORECASE)
#: "Comments", "12 Comments": also on a button within the article that leads down to the comments.
_COMMENTS_BUTTON = re.compile(r"(?:\d+ )?comments?(?: ?\(?\d+\)?)?:?$", re.IGNORECASE)
_TITLE_WORD = re.compile(r"[^\W\d_][\w\N{RIGHT SINGLE QUOTATION MARK}'-]{3,}")


def label_before_article(
    paragraphs: Sequence[RawParagraph], matches: Sequence[LabelAndRule | None]
) -> list[LabelAndRule]:
    """Label the paragraphs before the lead, by the line rules they match or as the heading of a section."""
    labels: list[LabelAndRule] = []
    for paragraph, match in zip(paragraphs, matches, strict=True):
        heading = match_section_heading(paragraph) if match is None else None
        if heading is not None:
            match = (heading[0], f"{heading[1]}-link")
        labels.append(match or (Label.CHROME, "before-the-article"))
    return labels


def label_from_lead(paragraphs: Sequence[RawParagraph], matches: Sequence[LabelAndRule | None]) -> list[LabelAndRule]:
    """Label the paragraphs from the lead on, by the section that the last heading opened."""
    labels: list[LabelAndRule] = []
    section: LabelAndRule | None = None
    word_count, has_ended = 0, False
    dated_lists = find_dated_lists(paragraphs, matches)
    jump_links = _find_jump_links(paragraphs)
    for index, (paragraph, match) in enumerate(zip(paragraphs, matches, strict=True)):
        heading = match_section_heading(paragraph) if index else None
        if heading is not None:
            labels.append((heading[0], f"{heading[1]}-heading"))
            is_comments = heading[0] is Label.COMMENT
            if index not in jump_links and (not is_comments or word_count >= MIN_WORDS_BEFORE_COMMENTS):
                section = (heading[0], f"{heading[1]}-section")
                has_ended = has_ended or is_comments
            continue
        if match is None and _is_comment_heading(paragraph, matches[index + 1 : index + 2]):
            match = _COMMENT_HEADING
        if match == _COMMENT_HEADING:
            section, has_ended = _COMMENTS_SECTION, True
        elif section and not has_ended and match is None and _is_article_resuming(section, paragraphs, matches, index):
            section = None
        word_count += paragraph.word_count
        in_list = (Label.LINK, "dated-list") if index in dated_lists else None
        labels.append(match or section or in_list or _label_in_article(paragraphs, labels, index))
    return _label_captions(paragraphs, labels)


def _is_comment_heading(paragraph: RawParagraph, next_match: Sequence[LabelAndRule | None]) -> bool:
    """Return whether this is the name of a commenter with a date below."""
    is_dated = bool(next_match) and next_match[0] is not None and next_match[0][0] is Label.DATE
    return is_dated and paragraph.word_count <= MAX_HEADING_WORDS and COMMENT_AUTHOR.match(paragraph.prefix) is not None


def _find_jump_links(paragraphs: Sequence[RawParagraph]) -> frozenset[int]:
    """Return where "Comments" is followed by a paragraph of the article and later by "Comments" again."""
    buttons = [
        index
        for index, paragraph in enumerate(paragraphs)
        if paragraph.word_count <= 2 and _COMMENTS_BUTTON.match(paragraph.prefix) is not None
    ]
    return frozenset(
        index
        for index, following in pairwise(buttons)
        if any(_is_long_sentence(paragraph) for paragraph in paragraphs[index + 1 : min(following, index + 3)])
    )


def _is_long_sentence(paragraph: RawParagraph) -> bool:
    return paragraph.ends_sentence and paragraph.word_count >= MIN_RESUMING_WORDS


def _is_article_resuming(
    section: LabelAndRule,
    paragraphs: Sequence[RawParagraph],
    matches: Sequence[LabelAndRule | None],
    index: int,
) -> bool:
    """Return whether the article resumes here after a list of links or a form; after comments it never does.

    The teaser of a story stands between two headlines; the article goes on for more than one paragraph.
    """
    paragraph = paragraphs[index]
    if not paragraph.ends_sentence or paragraph.prefix.endswith(("...", "\N{HORIZONTAL ELLIPSIS}")):
        return False
    if paragraph.word_count >= MIN_NON_TEASER_WORDS:
        return True
    if paragraph.word_count < MIN_RESUMING_WORDS:
        goes_on = paragraph.word_count >= MIN_SENTENCE_WORDS and has_sentence_ahead(paragraphs, matches, index, 1)
    else:
        goes_on = index + 1 == len(paragraphs) or has_sentence_ahead(paragraphs, matches, index, 2)
    if not goes_on:
        return False
    return section[0] is Label.LINK or _ADDRESSES_THE_READER.search(paragraph.prefix) is None


def _label_in_article(paragraphs: Sequence[RawParagraph], labels: Sequence[LabelAndRule], index: int) -> LabelAndRule:
    """Label a paragraph of the article by its form and its neighbours; `labels` are those of the paragraphs above."""
    paragraph = paragraphs[index]
    following = paragraphs[index + 1] if index + 1 < len(paragraphs) else None
    is_headline_like = not paragraph.ends_sentence and paragraph.word_count <= MAX_HEADLINE_WORDS
    is_under_credit = bool(labels) and labels[-1][0] is Label.CREDIT and paragraph.follows_directly
    if is_under_credit and is_headline_like and _is_title_case(paragraph.prefix):
        return Label.LINK, "headline-under-picture"
    if not is_headline_like:
        return Label.BODY, "sentence"
    if paragraph.prefix[0].islower():
        return Label.BODY, "runs-on"
    if following is not None and following.follows_directly and following.starts_with_quotation_mark:
        return Label.BODY, "runs-on"
    if paragraph.has_quotes:
        return Label.BODY, "quotes"
    if following is None and paragraph.word_count <= MIN_LEAD_WORDS:
        return Label.CHROME, "last-line"
    return Label.SUBHEADING, "no-full-stop"


def _is_title_case(line: str) -> bool:
    words = _TITLE_WORD.findall(line)
    return len(words) >= 3 and sum(word[0].isupper() for word in words) > TITLE_CASE_SHARE * len(words)


def _label_captions(paragraphs: Sequence[RawParagraph], labels: Sequence[LabelAndRule]) -> list[LabelAndRule]:
    """Label as captions the paragraphs with a picture credit directly below."""
    result = list(labels)
    for index in range(1, len(paragraphs)):
        is_credit_below = result[index] == (Label.CREDIT, "picture-credit") and paragraphs[index].follows_directly
        is_text_above = result[index - 1][0] in (Label.BODY, Label.SUBHEADING) and not paragraphs[index - 1].has_quotes
        if is_credit_below and is_text_above:
            result[index - 1] = (Label.CAPTION, "above-picture-credit")
    return result
