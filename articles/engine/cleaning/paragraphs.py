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

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from articles.engine.cleaning.article_lead import find_lead
from articles.engine.cleaning.boilerplate import match_line_rule
from articles.engine.cleaning.labels import Label, LabelAndRule
from articles.engine.cleaning.paragraph_labels import label_before_article, label_from_lead
from articles.engine.cleaning.raw_paragraphs import RawParagraph, split_paragraphs
from articles.engine.cleaning.title import label_title

__all__ = ["BLOCK_QUOTATION", "EMBEDDED_POST", "Label", "Paragraph", "label_paragraphs"]

#: Rules of paragraphs of the body that a page sets apart as somebody's words, without quotation marks.
BLOCK_QUOTATION, EMBEDDED_POST = "block-quotation", "embedded-post"


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
    paragraphs = [Paragraph(p.start, p.end, *label) for p, label in zip(raw, labels, strict=True)]
    paragraphs = _label_post_credits(text, paragraphs)
    indented = _keep_running_text(set(_find_indented(text, raw)), raw, paragraphs)
    if not 0 < len(indented) <= MAX_INDENTED_SHARE * sum(p.label is Label.BODY for p in paragraphs):
        return tuple(paragraphs)
    return tuple(_mark_blocks(raw, paragraphs, indented))


#: The largest share of the body's paragraphs that is set apart by being indented; where more are, it is the layout.
MAX_INDENTED_SHARE = 0.4
#: The least blanks before an indented paragraph.
MIN_INDENTATION = 2
_BULLETS = frozenset("-*+\u2022\u2013\u2014\u00b7\u00bb")


def _find_indented(text: str, raw: Sequence[RawParagraph]) -> Iterator[int]:
    """Yield the paragraphs that are indented, or marked by ">" as in mail; items of a list are neither."""
    for k, paragraph in enumerate(raw):
        before = text[max(0, paragraph.start - 40) : paragraph.start].rpartition("\n")[2]
        is_indented = "\t" in before or len(before) >= MIN_INDENTATION
        if (is_indented and paragraph.prefix[0] not in _BULLETS) or paragraph.prefix.startswith("> "):
            yield k


def _keep_running_text(indented: set[int], raw: Sequence[RawParagraph], paragraphs: Sequence[Paragraph]) -> set[int]:
    """Keep indented paragraphs of the body, with lines above them that run on into them."""
    kept: set[int] = set()
    for k in sorted(indented, reverse=True):
        runs_on = k + 1 in kept and raw[k + 1].follows_directly and not raw[k].ends_sentence
        if paragraphs[k].label is Label.BODY or (runs_on and paragraphs[k].label is Label.SUBHEADING):
            kept.add(k)
    return kept


#: The line that credits a post that is set in the text: "-- Ida Solberg (@idasolberg) November 3, 2026".
_POST_CREDIT = re.compile(r"[-\u2013\u2014\u2015]\s*[^\n()]{1,80}\(@[\w.@-]{1,60}\)")


def _label_post_credits(text: str, paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """Label the credit of a post as body, where it stands below a paragraph of the body."""
    labelled: list[Paragraph] = []
    for paragraph in paragraphs:
        below_body = bool(labelled) and labelled[-1].label is Label.BODY
        is_credit = below_body and _POST_CREDIT.match(text, paragraph.start, paragraph.end) is not None
        labelled.append(replace(paragraph, label=Label.BODY, rule=EMBEDDED_POST) if is_credit else paragraph)
    return labelled


def _mark_blocks(
    raw: Sequence[RawParagraph], paragraphs: Sequence[Paragraph], indented: set[int]
) -> Iterator[Paragraph]:
    """Give indented paragraphs the rule of block quotations, and join the lines of one."""
    pending: Paragraph | None = None
    for k, paragraph in enumerate(paragraphs):
        if k not in indented:
            if pending is not None:
                yield pending
            yield paragraph
            pending = None
        elif pending is not None and raw[k].follows_directly and not raw[k - 1].ends_sentence:
            pending = replace(pending, end=paragraph.end)
        else:
            if pending is not None:
                yield pending
            pending = replace(paragraph, label=Label.BODY, rule=BLOCK_QUOTATION)
    if pending is not None:
        yield pending


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
