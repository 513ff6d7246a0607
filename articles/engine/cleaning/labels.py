"""Labels of paragraphs."""

from enum import StrEnum


class Label(StrEnum):
    """What a paragraph is; only `BODY` yields quotations."""

    TITLE = "title"
    SUBHEADING = "subheading"
    BYLINE = "byline"
    DATE = "date"
    CREDIT = "credit"
    BODY = "body"
    CAPTION = "caption"
    LINK = "link"
    COMMENT = "comment"
    CHROME = "chrome"


#: A label with the name of the rule that chose it.
LabelAndRule = tuple[Label, str]
