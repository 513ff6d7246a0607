"""Which paragraphs of this page are the article?

A page saved as plain text brings its menus, cookie notices, captions, "Check Also" lists, comments and registration
forms along. OffGuardian's copy of the TASS dispatch opens with "Comments 4" and ends with readers' remarks (" 1.
Guest says"); SANA's ends with ``Check Also`` and the headline of another story, quotation marks and all.
`label_paragraphs` gives every paragraph a label and the name of the rule that chose it. Nothing is cut: the stored text
is evidence, and a reader of the page can unfold what was labelled away.

Two kinds of rule decide. A *line rule* knows a paragraph by its own words ("READ MORE:", "(c) AP Photo", "10 Sep,
2015 14:50"). A *section rule* knows what a heading opens: after "Leave a Reply" nothing is article any more, after
"Related stories" only a real paragraph is.

Left to others: the words that give furniture away (`furniture`), HTML (`readers` know the body of a page by its
markup), and which words of the body are quoted and by whom (`extraction`).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from articles.engine.cleaning.boilerplate_rules import (
    MAX_HEADING_WORDS,
    Label,
    LabelAndRule,
    match_line_rule,
    match_section_heading,
)

__all__ = ["Label", "Paragraph", "label_paragraphs"]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A labelled stretch of the original text: offsets in code points, without the blanks around it."""

    start: int
    end: int
    label: Label
    rule: str


#: A headline is short: the longest of the 929 headlines measured (training and development articles, seeds) has 27
#: words.
MAX_HEADLINE_WORDS = 30
#: A paragraph this long after a list of links is the article going on, not the teaser of another story.
MIN_RESUMING_WORDS = 20
#: The same of a shorter one, where another sentence of this length follows; and of any that is too long for a teaser.
MIN_SENTENCE_WORDS, MIN_NON_TEASER_WORDS = 12, 150
#: Paragraphs this long, with a full stop, begin the article; shorter ones are menus, unless they quote.
MIN_LEAD_WORDS = 8
#: "3 comments" above fewer words of article than this is a counter near the headline, not the heading of the comments.
MIN_WORDS_BEFORE_COMMENTS = 40
#: Line rules look at the beginning of a paragraph only, so that a line of a megabyte costs no more than a short one.
RULE_PREFIX_LENGTH = 400
#: Share of capitalised words from which a line reads as a headline in title case.
TITLE_CASE_SHARE = 0.6
#: A text is hard-wrapped when this share of its lines that are followed directly by another are this many characters
#: wide.
WRAPPED_SHARE, WRAPPED_WIDTH = 0.8, (50, 90)


def label_paragraphs(text: str, *, title: str | None = None) -> tuple[Paragraph, ...]:
    """Label the paragraphs of an article saved as plain text.

    `title`, where known, marks the headline; otherwise the last headline-like line before the article is taken for it.

    >>> text = "Menu\\n\\nUS spares IS\\n\\nIt is so, the minister said in Moscow on Tuesday.\\n"
    >>> [(p.label.value, text[p.start : p.end][:12]) for p in label_paragraphs(text)]
    [('chrome', 'Menu'), ('title', 'US spares IS'), ('body', 'It is so, th')]
    """
    blocks = list(_split_paragraphs(text))
    known = _apply_line_rules(blocks)
    lead = _find_lead(blocks, known)
    found = _label_before_article(blocks[:lead], known[:lead]) + _label_article_and_after(blocks[lead:], known[lead:])
    found = _label_title(blocks, found, lead, title)
    return tuple(Paragraph(b.start, b.end, label, rule) for b, (label, rule) in zip(blocks, found, strict=True))


# --- Blocks ----------------------------------------------------------------------------------------------------------


class _RawParagraph(NamedTuple):
    """A paragraph before it has a label: its place, the beginning of its words, and what stands above it."""

    start: int
    end: int
    prefix: str
    word_count: int
    last_characters: str
    follows_directly: bool
    has_quotes: bool

    @property
    def ends_sentence(self) -> bool:
        """Does it end as a sentence does? A single closing mark alone does not: "Leaving out Syria army 'absurd'"."""
        return self.last_characters[-1] in _SENTENCE_ENDINGS and not (
            self.last_characters[-1] in _SINGLE_MARKS and self.last_characters[0].isalnum()
        )


_SENTENCE_ENDINGS = frozenset(
    ".!?:;\"'\N{RIGHT DOUBLE QUOTATION MARK}\N{RIGHT SINGLE QUOTATION MARK})]\N{HORIZONTAL ELLIPSIS}"
    "\N{RIGHT-POINTING DOUBLE ANGLE QUOTATION MARK}\N{LEFT DOUBLE QUOTATION MARK}"
)
_SINGLE_MARKS = "'\N{RIGHT SINGLE QUOTATION MARK}"
_DOUBLE_MARKS = re.compile(
    '["\N{LEFT DOUBLE QUOTATION MARK}\N{RIGHT DOUBLE QUOTATION MARK}\N{DOUBLE LOW-9 QUOTATION MARK}'
    "\N{LEFT-POINTING DOUBLE ANGLE QUOTATION MARK}]"
)
_LINE = re.compile(r"[^\n]+")
#: A text of very many lines that have so few characters on average is a list or a column of figures and no article: its
#: short lines are read as paragraphs of some hundred lines. The seed with most lines has 300, of 60 on average.
COLUMN_LINES, COLUMN_WIDTH = 10_000, 40
_COLUMN_LINES = re.compile(  # a single character first: empty lines are passed over as fast as can be
    rf"[^\n](?:[^\n]{{0,{COLUMN_WIDTH - 1}}}\n++(?:[^\n]{{1,{COLUMN_WIDTH}}}\n++){{1,399}}+|[^\n]*+)"
)


def _split_paragraphs(text: str) -> Iterator[_RawParagraph]:
    """The paragraphs of the text: its lines, or, where lines were wrapped at a fixed width, runs of lines."""
    count = text.count("\n")
    column = count > COLUMN_LINES and len(text) < COLUMN_WIDTH * count
    lines = [(m.start(), m.end()) for m in (_COLUMN_LINES if column else _LINE).finditer(text)]
    lines = [(start, end) for start, end in lines if not text[start:end].isspace()]
    if _is_hard_wrapped(text, lines):
        lines = _join_wrapped_lines(text, lines)
    previous_end = -2
    for start, end in lines:
        content = text[start:end].strip()
        first = start + text[start:end].index(content[0])
        yield _RawParagraph(
            start=first,
            end=first + len(content),
            prefix=content[:RULE_PREFIX_LENGTH],
            word_count=len(content.split()),
            last_characters=content[-2:],
            follows_directly=start - previous_end <= 1,
            has_quotes=_DOUBLE_MARKS.search(content) is not None,
        )
        previous_end = end


def _is_hard_wrapped(text: str, lines: list[tuple[int, int]]) -> bool:
    """Were the lines broken at a fixed width (as mail and wire copy is), so that a paragraph is a run of lines?"""
    followed = [(a, b) for (a, b), (c, _) in pairwise(lines) if c == b + 1]
    if len(followed) < 4:
        return False
    low, high = WRAPPED_WIDTH
    wide = sum(low <= b - a <= high and text[b - 1] not in ".:" for a, b in followed)
    return wide >= WRAPPED_SHARE * len(followed)


def _join_wrapped_lines(text: str, lines: list[tuple[int, int]]) -> list[tuple[int, int]]:
    joined: list[tuple[int, int]] = []
    for start, end in lines:
        if joined and start == joined[-1][1] + 1 and not text[start].isspace():
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined


# --- Line rules: a paragraph known by its own words ------------------------------------------------------------------


def _apply_line_rules(blocks: list[_RawParagraph]) -> list[LabelAndRule | None]:
    """The line rule of each paragraph; what is printed again and again (menus, buttons) is looked at once."""
    seen: dict[tuple[str, int, bool], LabelAndRule | None] = {}
    known: list[LabelAndRule | None] = []
    for block in blocks:
        key = (block.prefix, block.word_count, block.has_quotes)
        if key not in seen:
            seen[key] = match_line_rule(*key)
        known.append(seen[key])
    return known


# --- Section rules: what a heading opens -----------------------------------------------------------------------------

_ADDRESSES_THE_READER = re.compile(r"\b(?:you|your)\b", re.IGNORECASE)


def _match_section(block: _RawParagraph) -> LabelAndRule | None:
    return match_section_heading(block.prefix, block.word_count, block.last_characters[-1])


def _find_lead(blocks: list[_RawParagraph], known: list[LabelAndRule | None]) -> int:
    """Where the article begins: its first paragraph that is a sentence and not furniture.

    A short one, a question perhaps, is the headline of another story, unless it quotes or sentences follow it.
    """
    first: int | None = None
    for index, (block, finding) in enumerate(zip(blocks, known, strict=True)):
        if finding is None and _match_section(block) is None and _is_article_like(block, index):
            told = block.last_characters[-1:] == ":" and _is_followed_by_quote(blocks, index)
            told = told or (
                "." in block.last_characters and (block.has_quotes or _is_followed_by_statement(blocks, known, index))
            )
            if (
                told
                or block.word_count >= MIN_RESUMING_WORDS
                or _has_sentence_ahead(blocks, known, index, LEAD_LOOKAHEAD)
            ):
                return index
            first = index if first is None else first
    if first is not None:
        return first
    return next((i for i, finding in enumerate(known) if finding is None and blocks[i].ends_sentence), len(blocks))


#: A short first paragraph is followed by a sentence within so many paragraphs that are no furniture, or directly by one
#: of so many words.
LEAD_LOOKAHEAD, MIN_STATEMENT_WORDS = 4, 5


def _is_followed_by_quote(blocks: list[_RawParagraph], at: int) -> bool:
    return at + 1 < len(blocks) and blocks[at + 1].has_quotes


def _is_followed_by_statement(blocks: list[_RawParagraph], known: list[LabelAndRule | None], at: int) -> bool:
    """Does another short sentence with a full stop follow directly, or one of the next two paragraphs quote?"""
    beneath = [
        block for block, finding in zip(blocks[at + 1 : at + 3], known[at + 1 : at + 3], strict=True) if finding is None
    ]
    if any(block.has_quotes and "." in block.last_characters for block in beneath):
        return True
    return bool(beneath) and beneath[0].last_characters[-1] == "." and beneath[0].word_count >= MIN_STATEMENT_WORDS


def _has_sentence_ahead(blocks: list[_RawParagraph], known: list[LabelAndRule | None], at: int, most: int) -> bool:
    """Is there a sentence among the next few paragraphs that are no furniture?"""
    window = range(at + 1, min(len(blocks), at + 3 * most))
    ahead = [blocks[k] for k in window if known[k] is None][:most]
    return any(block.ends_sentence and block.word_count >= MIN_SENTENCE_WORDS for block in ahead)


def _is_article_like(block: _RawParagraph, index: int) -> bool:
    if not block.ends_sentence:
        return block.word_count > MAX_HEADLINE_WORDS
    if index == 0 and block.word_count <= MAX_HEADLINE_WORDS and _is_capitalized(block.prefix):
        return False
    return block.word_count >= MIN_LEAD_WORDS or block.has_quotes or _DATELINE.match(block.prefix) is not None


#: "MOSCOW, November 17. /TASS/.", "MOSCOW (Reuters) -"
_DATELINE = re.compile(r"[A-Z][A-Z .'-]{2,30}(?:,.{0,40})?(?:/[A-Z ]{2,15}/|\([A-Z]\w{1,15}\))")

_WORD = re.compile(r"[^\W\d_][\w\N{RIGHT SINGLE QUOTATION MARK}'-]*")


def _is_capitalized(head: str) -> bool:
    """Is every longer word capitalised, as in a headline that was given a full stop?"""
    words = [w for w in _WORD.findall(head) if len(w) > 4]
    return len(words) >= 3 and all(w[0].isupper() for w in words)


def _is_title_case(head: str) -> bool:
    words = [w for w in _WORD.findall(head) if len(w) > 3]
    return len(words) >= 3 and sum(w[0].isupper() for w in words) > TITLE_CASE_SHARE * len(words)


def _label_before_article(blocks: list[_RawParagraph], known: list[LabelAndRule | None]) -> list[LabelAndRule]:
    found: list[LabelAndRule] = []
    for block, finding in zip(blocks, known, strict=True):
        opened = _match_section(block)
        if finding is None and opened is not None:
            finding = (opened[0], f"{opened[1]}-link")
        found.append(finding or (Label.CHROME, "before-the-article"))
    return found


def _label_article_and_after(blocks: list[_RawParagraph], known: list[LabelAndRule | None]) -> list[LabelAndRule]:
    """Walk down from the first paragraph, remembering which section the last heading opened."""
    found: list[LabelAndRule] = []
    section: LabelAndRule | None = None
    words, ended = 0, False
    dated = _find_dated_lists(blocks, known)
    jumps = _find_jump_links(blocks)
    for index, (block, finding) in enumerate(zip(blocks, known, strict=True)):
        opened = _match_section(block) if index else None
        if opened is not None:
            found.append((opened[0], f"{opened[1]}-heading"))
            if index not in jumps and (opened[0] is not Label.COMMENT or words >= MIN_WORDS_BEFORE_COMMENTS):
                section = (opened[0], f"{opened[1]}-section")
                ended = ended or opened[0] is Label.COMMENT
            continue
        if finding is None and _is_comment_heading(block, known[index + 1 : index + 2]):
            finding = (Label.COMMENT, "comment-head")
        if (
            section is not None
            and not ended
            and finding is None
            and _is_article_resuming(section, blocks, known, index)
        ):
            section = None
        if finding == (Label.COMMENT, "comment-head"):
            section, ended = (Label.COMMENT, "comments-section"), True
        words += block.word_count
        following = blocks[index + 1] if index + 1 < len(blocks) else None
        above = found[-1] if found else None
        in_list = (Label.LINK, "dated-list") if index in dated else None
        found.append(finding or section or in_list or _label_in_article(block, above, following))
    return _label_captions(blocks, found)


#: "margoadams says:", with the date beneath.
_COMMENT_AUTHOR = re.compile(r"(?:\S+ ){1,5}(?:says|wrote|said|commented|replied):?$", re.IGNORECASE)


def _is_comment_heading(block: _RawParagraph, beneath: list[LabelAndRule | None]) -> bool:
    dated = bool(beneath) and beneath[0] is not None and beneath[0][0] is Label.DATE
    return dated and block.word_count <= MAX_HEADING_WORDS and _COMMENT_AUTHOR.match(block.prefix) is not None


#: So many dates, one soon after the other and each beneath a headline or a name, are a list of stories or comments.
MIN_DATED_ITEMS, MAX_DATED_ITEM_GAP = 3, 8


def _find_dated_lists(blocks: list[_RawParagraph], known: list[LabelAndRule | None]) -> frozenset[int]:
    """The paragraphs of such lists, from the line above the first date to the paragraph beneath the last."""
    dates = [k for k in range(1, len(blocks)) if _is_item_date(blocks, known, k)]
    inside: set[int] = set()
    chain: list[int] = []
    for at in [*dates, len(blocks) + MAX_DATED_ITEM_GAP + 1]:
        if chain and at - chain[-1] > MAX_DATED_ITEM_GAP:
            if len(chain) >= MIN_DATED_ITEMS:
                inside.update(range(_find_item_start(blocks, known, chain[0]), chain[-1] + 2))
            chain = []
        chain.append(at)
    return frozenset(inside)


def _is_item_date(blocks: list[_RawParagraph], known: list[LabelAndRule | None], at: int) -> bool:
    """Does a headline or a name stand above this date, be it with a teaser between?"""
    finding = known[at]
    if finding is None or finding[0] is not Label.DATE:
        return False
    return _is_item_heading(blocks, known, at - 1) or (
        at > 1 and known[at - 1] is None and _is_item_heading(blocks, known, at - 2)
    )


def _is_item_heading(blocks: list[_RawParagraph], known: list[LabelAndRule | None], at: int) -> bool:
    block = blocks[at]
    if known[at] is not None or block.word_count > MAX_HEADLINE_WORDS:
        return False
    return not block.ends_sentence or _COMMENT_AUTHOR.match(block.prefix) is not None


def _find_item_start(blocks: list[_RawParagraph], known: list[LabelAndRule | None], at: int) -> int:
    """Where the headline or name above the first date begins; it is two lines at most."""
    begin = at - 1 if _is_item_heading(blocks, known, at - 1) else at - 2
    return begin - 1 if begin and _is_item_heading(blocks, known, begin - 1) else begin


#: "Comments", "12 Comments": on a button within the article, too, that leads down to them.
_COMMENTS_BUTTON = re.compile(r"(?:\d+ )?comments?(?: ?\(?\d+\)?)?:?$", re.IGNORECASE)


def _find_jump_links(blocks: list[_RawParagraph]) -> frozenset[int]:
    """The places of such words where a paragraph of the article follows, and then the same words again."""
    places = [
        k
        for k, block in enumerate(blocks)
        if block.word_count <= 2 and _COMMENTS_BUTTON.match(block.prefix) is not None
    ]
    return frozenset(
        at
        for at, following in pairwise(places)
        if any(_is_long_sentence(block) for block in blocks[at + 1 : min(following, at + 3)])
    )


def _is_long_sentence(block: _RawParagraph) -> bool:
    return block.ends_sentence and block.word_count >= MIN_RESUMING_WORDS


def _is_article_resuming(
    section: LabelAndRule, blocks: list[_RawParagraph], known: list[LabelAndRule | None], at: int
) -> bool:
    """Is this the article going on after a list of links or a form? From comments it does not come back.

    The teaser of a story stands between two headlines; the article goes on for more than a paragraph.
    """
    block = blocks[at]
    if not block.ends_sentence or block.prefix.endswith(("...", "\N{HORIZONTAL ELLIPSIS}")):
        return False
    last = at + 1 == len(blocks)
    if block.word_count >= MIN_NON_TEASER_WORDS:
        return True
    if block.word_count < MIN_RESUMING_WORDS:
        enough = block.word_count >= MIN_SENTENCE_WORDS and _has_sentence_ahead(blocks, known, at, 1)
    else:
        enough = last or _has_sentence_ahead(blocks, known, at, 2)
    if not enough:
        return False
    return section[0] is Label.LINK or _ADDRESSES_THE_READER.search(block.prefix) is None


def _label_in_article(
    block: _RawParagraph, above: LabelAndRule | None, following: _RawParagraph | None
) -> LabelAndRule:
    headline_like = not block.ends_sentence and block.word_count <= MAX_HEADLINE_WORDS
    under_credit = above is not None and above[0] is Label.CREDIT and block.follows_directly
    if under_credit and headline_like and _is_title_case(block.prefix):
        return Label.LINK, "headline-under-picture"
    if not headline_like:
        return Label.BODY, "sentence"
    if block.prefix[0].islower() or (
        following is not None and following.follows_directly and _starts_with_quotation_mark(following)
    ):
        return Label.BODY, "runs-on"
    if block.has_quotes:
        return Label.BODY, "quotes"
    if following is None and block.word_count <= MIN_LEAD_WORDS:
        return Label.CHROME, "last-line"
    return Label.SUBHEADING, "no-full-stop"


def _starts_with_quotation_mark(block: _RawParagraph) -> bool:
    return _DOUBLE_MARKS.match(block.prefix) is not None


def _label_captions(blocks: list[_RawParagraph], found: list[LabelAndRule]) -> list[LabelAndRule]:
    """A paragraph with a picture credit directly beneath it describes the picture."""
    result = list(found)
    for index in range(1, len(blocks)):
        beneath = result[index] == (Label.CREDIT, "picture-credit") and blocks[index].follows_directly
        above = result[index - 1][0] in (Label.BODY, Label.SUBHEADING) and not blocks[index - 1].has_quotes
        if beneath and above:
            result[index - 1] = (Label.CAPTION, "above-picture-credit")
    return result


# --- The headline ----------------------------------------------------------------------------------------------------


def _label_title(
    blocks: list[_RawParagraph], found: list[LabelAndRule], lead: int, title: str | None
) -> list[LabelAndRule]:
    result = list(found)
    place = _find_given_title(blocks, title) if title else None
    if place is not None:
        result[place] = (Label.TITLE, "given")
    elif (guess := _guess_title(blocks, found, lead)) is not None:
        place = guess
        result[place] = (Label.TITLE, "last-headline-before-the-article")
    if place is not None:
        for index in range(place + 1, min(lead, len(blocks))):
            if result[index][1] == "before-the-article" and blocks[index].word_count >= 5:
                result[index] = (Label.SUBHEADING, "under-the-headline")
    return result


def _find_given_title(blocks: list[_RawParagraph], title: str) -> int | None:
    wanted = _extract_alphanumerics(title)
    for index, block in enumerate(blocks):
        if block.word_count > 2 * MAX_HEADLINE_WORDS:
            continue
        here = _extract_alphanumerics(block.prefix)
        if here and (here == wanted or (len(here) > 20 and wanted.startswith(here))):
            return index
    return None


def _extract_alphanumerics(line: str) -> str:
    return "".join(c for c in line.casefold() if c.isalnum())


def _guess_title(blocks: list[_RawParagraph], found: list[LabelAndRule], lead: int) -> int | None:
    for index in range(lead - 1, -1, -1):
        if found[index][1] == "before-the-article" and 3 <= blocks[index].word_count <= MAX_HEADLINE_WORDS:
            return index
    return None
