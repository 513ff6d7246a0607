"""Headings of sections that do not belong to the article: comments, related stories, forms."""

import re
from functools import lru_cache

from articles.engine.cleaning.labels import Label, LabelAndRule
from articles.engine.cleaning.raw_paragraphs import RawParagraph

#: A heading of a section has few words and no full stop.
MAX_HEADING_WORDS = 8
#: 34 responses to "Anthony Lynn: We needed to win this game": a heading of any length.
_COMMENTS_HEADING = re.compile(r"\d{1,4} (?:responses?|comments?|thoughts?|repl(?:y|ies)) (?:to|on)\b", re.IGNORECASE)
_SECTION_HEADINGS = (
    (
        Label.COMMENT,
        "comments",
        re.compile(
            r"(?:\[? ?\d+ (?:comments?|repl(?:y|ies)|responses?|thoughts on)\b|comments?(?: ?\(?\d+\)?)?:?$"
            r"|(?:top|top rated|most liked|best|all|reader|readers'?|user"
            r"|latest) comments?(?: ?\(?\d+\)?)?:?$|have your say"
            r"|be the first to comment|join the debate|comment from the forums"
            r"|leave a (?:reply|comment)|post a comment"
            r"|add (?:a |your )?comment|join the (?:conversation|discussion)|community standards\s?discussion"
            r"|discussion$|comment via"
            r"|show comments|view comments|what do you think\?|your comment|\d{1,4}[.)] (?:[\w'.-]+ ){1,3}says:?$)",
            re.IGNORECASE,
        ),
    ),
    (
        Label.LINK,
        "related",
        re.compile(
            r"(?:check also|also check out:?$|related coverage\b.{0,40}$|related(?: (?:stories"
            r"|articles|news|posts|content|topics|links|coverage|reading))?:?$"
            r"|recommended(?: .{0,20})?:?$|you (?:may|might) (?:also )?(?:like|be interested).{0,30}$"
            r"|more (?:from|in|on|stories|news|articles|headlines)\b.{0,40}$|most (?:read|popular|viewed|shared"
            r"|commented)|trending(?: .{0,20})?:?$|latest (?:news|stories|headlines)|all news"
            r"|top stories|editor'?s'? picks|also (?:in|on) .{0,30}$|read (?:next|also)$|see also$|multimedia$"
            r"|news$|popular(?: .{0,20})?$|around the web|from (?:the|around) the web"
            r"|sponsored stories|similar (?:stories|posts|articles)|(?:next|previous) (?:article|post|story)"
            r"|other (?:news|stories)|in other news|don'?t miss$|this week in pictures\b)",
            re.IGNORECASE,
        ),
    ),
    (
        Label.CHROME,
        "form",
        re.compile(
            r"(?:community standards$|commenting (?:rules|policy|guidelines)|comment policy|register$"
            r"|registration$|log ?in$|log in\s?privacy policy|password recovery|sign in$|sign up$"
            r"|push notifications|about us$|contact us$|captcha$|.{0,40}push notifications$"
            r"|about the author|delete account$|download (?:our|the) app)",
            re.IGNORECASE,
        ),
    ),
)


def match_section_heading(paragraph: RawParagraph) -> LabelAndRule | None:
    """Return the label and name of the section that a paragraph opens, if it is the heading of one."""
    if _COMMENTS_HEADING.match(paragraph.prefix) is not None:
        return Label.COMMENT, "comments"
    if paragraph.word_count > MAX_HEADING_WORDS or paragraph.last_characters[-1] in ".,;":
        return None
    return _match_heading_pattern(paragraph.prefix)


@lru_cache(maxsize=1024)
def _match_heading_pattern(line: str) -> LabelAndRule | None:
    return next(((label, name) for label, name, pattern in _SECTION_HEADINGS if pattern.match(line)), None)
