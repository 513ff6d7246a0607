"""Label the paragraphs of a page saved as plain text: title, body, caption, link, comment ...

A page saved as plain text contains its menus, cookie notices, captions, "Check Also" lists, comments and registration
forms. OffGuardian's copy of the TASS dispatch opens with "Comments 4" and ends with readers' remarks (" 1. Guest
says"); SANA's ends with ``Check Also`` and the headline of another story, quotation marks and all. `label_paragraphs`
gives every paragraph a label and the name of the rule that chose it. Nothing is cut: the stored text is evidence, and a
reader of the page can unfold what is not body.

There are two kinds of rule. A *line rule* recognises a paragraph by its own words ("READ MORE:", "(c) AP Photo", "10
Sep, 2015 14:50"). A *section rule* recognises what a heading opens: after "Leave a Reply" the article has ended, after
"Related stories" only a real paragraph belongs to it.

HTML needs none of this: `articles.importers` finds the body of a page by its markup.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from articles.engine.cleaning.article_lead import find_lead
from articles.engine.cleaning.boilerplate import match_line_rule
from articles.engine.cleaning.labels import Label, LabelAndRule
from articles.engine.cleaning.paragraph_labels import label_before_article, label_from_lead
from articles.engine.cleaning.raw_paragraphs import RawParagraph, split_paragraphs
from articles.engine.cleaning.title import label_title

__all__ = ["Label", "Paragraph", "label_paragraphs"]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A labelled range of the original text: offsets in code points, without surrounding white space."""

    start: int
    end: int
    label: Label
    rule: str


def label_paragraphs(text: str, *, title: str | None = None) -> tuple[Paragraph, ...]:
    """Label the paragraphs of an article saved as plain text.

    `title`, where known, identifies the headline; otherwise the last headline-like line before the lead is taken.

    >>> text = "Menu\\n\\nUS spares IS\\n\\nIt is so, the minister said in Moscow on Tuesday.\\n"
    >>> [(p.label.value, text[p.start : p.end][:12]) for p in label_paragraphs(text)]
    [('chrome', 'Menu'), ('title', 'US spares IS'), ('body', 'It is so, th')]
    """
    raw = list(split_paragraphs(text))
    matches = _match_line_rules(raw)
    lead = find_lead(raw, matches)
    labels = label_before_article(raw[:lead], matches[:lead]) + label_from_lead(raw[lead:], matches[lead:])
    labels = label_title(raw, labels, lead, title)
    return tuple(
        Paragraph(paragraph.start, paragraph.end, label, rule)
        for paragraph, (label, rule) in zip(raw, labels, strict=True)
    )


def _match_line_rules(paragraphs: Sequence[RawParagraph]) -> list[LabelAndRule | None]:
    """Return the line rule that each paragraph matches; repeated lines (menus, buttons) are matched once."""
    known: dict[tuple[str, int, bool], LabelAndRule | None] = {}
    matches: list[LabelAndRule | None] = []
    for paragraph in paragraphs:
        key = (paragraph.prefix, paragraph.word_count, paragraph.has_quotes)
        if key not in known:
            known[key] = match_line_rule(*key)
        matches.append(known[key])
    return matches
