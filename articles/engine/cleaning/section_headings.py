"""Match headings of sections that do not belong to the article: comments, related stories, forms."""

import re
from functools import lru_cache

from articles.engine.cleaning.boilerplate import load_rules
from articles.engine.cleaning.labels import Label, LabelAndRule
from articles.engine.cleaning.raw_paragraphs import RawParagraph

#: A heading of a section has few words and no full stop.
MAX_HEADING_WORDS = 8
#: 34 responses to "Anthony Lynn: We needed to win this game": a heading of any length.
_COMMENTS_HEADING = re.compile(r"\d{1,4} (?:responses?|comments?|thoughts?|repl(?:y|ies)) (?:to|on)\b", re.IGNORECASE)
_SECTION_HEADINGS = tuple(load_rules("section_headings"))


def match_section_heading(paragraph: RawParagraph) -> LabelAndRule | None:
    """Return the label and name of the section that a paragraph opens, if it is the heading of one."""
    if _COMMENTS_HEADING.match(paragraph.prefix) is not None:
        return Label.COMMENT, "comments"
    if paragraph.word_count > MAX_HEADING_WORDS or paragraph.last_characters[-1] in ".,;":
        return None
    return match_heading_line(paragraph.prefix)


@lru_cache(maxsize=1024)
def match_heading_line(line: str) -> LabelAndRule | None:
    """Return the label and name of the section that a line of few words opens.

    >>> match_heading_line("More stories")
    (<Label.LINK: 'link'>, 'related')
    """
    return next(((rule.label, rule.name) for rule in _SECTION_HEADINGS if rule.pattern.match(line)), None)
