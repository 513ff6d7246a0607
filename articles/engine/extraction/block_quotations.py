"""Block quotations and embedded posts: somebody's words that the page sets apart, without quotation marks.

A paragraph of a ``<blockquote>``, or an indented one, is a quotation only where the article says whose: in the words
above ("Ida Solberg wrote to the council:"), or in a credit below ("-- Ida Solberg, mayor"). A post ends in the name of
its account ("-- Ida Solberg (@idasolberg) November 3, 2026"); its date is the occasion. What repeats words of the text
is a pull quote, and a paragraph that itself quotes somebody at length is left to the quotation marks.
"""

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, replace
from itertools import islice

from articles.engine.cleaning.paragraphs import BLOCK_QUOTATION, EMBEDDED_POST, Paragraph
from articles.engine.extraction.languages.english.reporting_verbs import FINITE_SAYING_FORMS
from articles.engine.extraction.quotation_marks import QuotedSpan
from articles.engine.extraction.results import TextSpan
from articles.engine.text.person_names import is_forename, strip_titles

#: The most words of a credit, and of a quotation within a block that is still the block's.
MAX_CREDIT_WORDS, MAX_INNER_WORDS = 12, 4
#: The share of a paragraph between quotation marks from which the marks, not the block, make the quotation.
MARKED_SHARE = 0.8
#: The most words of the sentence above a block that introduces it without a colon.
MAX_INTRODUCTION_WORDS = 25
#: The most blocks of an article that are read, as each is compared with the whole text; real pages have ten at most.
MAX_BLOCKS = 40
_DASH = "[-\u2013\u2014\u2015]+"
_CREDIT = re.compile(rf"{_DASH}\s*(?P<name>[^\n]{{2,100}}?)\s*$")
_CREDIT_AT_END = re.compile(rf"(?<=[.!?\u2026\"'\u201d\u2019])\s*{_DASH}\s*(?P<name>[A-Z][^\n.!?]{{2,80}})$")
_POST_CREDIT = re.compile(
    rf"(?:{_DASH}|A post shared by|Post by)\s*(?P<name>[^\n()]{{1,80}}?)\s*\(@(?P<handle>[\w.@-]{{1,60}})\)"
    r"(?:\s*(?:on\s+)?(?P<date>[^\n]{3,60}))?$"
)
_POST_LINKS = re.compile(r"(?:\s*(?:https?://\S+|pic\.twitter\.com/\w+|t\.co/\w+|\u2026))+\s*$")
_WORD = re.compile(r"[^\W\d_](?:[\w'\u2019.-]*[\w.])?")
_NAME_WORD = re.compile(r"[A-Z][\w'\u2019.-]*|(?:al|bin|da|de|del|den|der|di|dos|du|el|la|le|van|von|zu)")
_ABBREVIATED_OFFICE = re.compile(r"[A-Z]{2,4}")


@dataclass(frozen=True, slots=True)
class BlockSource:
    """Whose a block is by its credit: as printed, the name if it is one, and the occasion of a post."""

    printed: TextSpan
    name: str | None
    occasion: str | None
    rule: str


@dataclass(frozen=True, slots=True)
class Block:
    """Paragraphs set apart, by index; the credit below them, and whether the paragraph above introduces them."""

    paragraphs: tuple[int, ...]
    source: BlockSource | None
    is_introduced: bool


def find_blocks(text: str, body: Sequence[Paragraph], spans: Sequence[QuotedSpan], excluded: Set[int]) -> list[Block]:
    """Find the blocks of the body whose speaker the article names; `excluded` are the indexes of other kinds."""
    groups = [group for group in islice(_iter_groups(text, body), MAX_BLOCKS) if excluded.isdisjoint(group)]
    if not groups:
        return []
    squashed = _squash(text)
    quoted = _group_by_paragraph(spans)
    blocks = []
    for group in groups:
        source, rest = _find_source(text, body, group)
        words = tuple(
            k
            for k in rest
            if _is_set_apart(text, body[k], quoted.get(k, ())) and squashed.count(_squash(text, body[k])) == 1
        )
        is_post = source is not None and source.rule == EMBEDDED_POST
        above = group[0] - 1
        is_introduced = source is None and above >= 0 and above not in excluded and _introduces(text, body[above])
        if words and (is_introduced or (source is not None and not (is_post and source.name is None))):
            blocks.append(Block(words, source, is_introduced and words[0] == group[0]))
    return blocks


def insert_blocks(
    body: Sequence[Paragraph], spans: Sequence[QuotedSpan], blocks: Sequence[Block], text: str
) -> tuple[list[Paragraph], tuple[QuotedSpan, ...], dict[int, Block]]:
    """Insert the blocks among the quoted spans, each joined to the paragraph that introduces it.

    Return the body and the spans, and the blocks by the numbers of their spans.
    """
    taken = {k: block for block in blocks for k in block.paragraphs}
    joined: list[Paragraph] = []
    inserted: list[tuple[QuotedSpan, Block | None]] = []
    own = _group_by_paragraph(spans)
    for k, paragraph in enumerate(body):
        block = taken.get(k)
        first = block is not None and k == block.paragraphs[0]
        if block is not None and first and block.is_introduced and joined:
            joined[-1] = replace(joined[-1], end=paragraph.end)
        else:
            joined.append(paragraph)
        index = len(joined) - 1
        if block is None:
            inserted += [(replace(span, paragraph=index), None) for span in own.get(k, ())]
            continue
        start, end = _trim(text, paragraph)
        inserted.append((QuotedSpan(start, end, start, end, True, index, continues=not first), block))
    numbered = {number: block for number, (_, block) in enumerate(inserted) if block is not None}
    return joined, tuple(span for span, _ in inserted), numbered


def find_credit_of_post(text: str, start: int, end: int) -> BlockSource | None:
    """Find whose post a line credits: "-- Ida Solberg (@idasolberg) November 3, 2026"."""
    match = _POST_CREDIT.match(text, start, end)
    if match is None:
        return None
    printed = TextSpan(match["name"], match.start("name"), match.end("name"))
    date = (match["date"] or "").strip()
    occasion = f"in a post on {date}" if re.search(r"\d", date) else "in a post"
    return BlockSource(printed, find_personal_name(text, printed), occasion, EMBEDDED_POST)


def find_credit_behind(text: str, paragraph: Paragraph, span: QuotedSpan) -> BlockSource | None:
    """Find whose post the words between marks are, by the credit behind them."""
    at = span.outer_end
    while at < paragraph.end and text[at].isspace():
        at += 1
    return find_credit_of_post(text, at, paragraph.end)


def find_personal_name(text: str, printed: TextSpan) -> str | None:
    """Find the personal name in a credit, without offices: one with a forename, or one that the article prints too.

    >>> line = "Advocate Ida Solberg MP, of Brackmere"
    >>> find_personal_name(line, TextSpan(line, 0, len(line)))
    'Ida Solberg'
    """
    words = strip_titles(_WORD.findall(re.split(r"[,(|]", printed.text, maxsplit=1)[0]))
    while len(words) > 2 and _ABBREVIATED_OFFICE.fullmatch(words[-1]):
        words.pop()
    if not words or not all(map(_NAME_WORD.fullmatch, words)):
        return None
    elsewhere = text[: printed.start] + "\n" + text[printed.end :]
    for k in range(len(words) - 1):
        name = words[k:]
        if len(name) <= 4 and (is_forename(name[0]) or _prints(elsewhere, name)):
            return " ".join(name)
    if len(words) > 1 or words[0] not in elsewhere:
        return None
    full = re.search(rf"\b([A-Z][\w'\u2019-]+) {re.escape(words[0])}\b", elsewhere)
    return full[0] if full is not None and is_forename(full[1]) else None


def _prints(text: str, words: Sequence[str]) -> bool:
    """Return whether the article prints these words, and not as a part of longer ones."""
    name = " ".join(words)
    at = text.find(name)
    while at >= 0 and text[at + len(name) : at + len(name) + 1].isalnum():
        at = text.find(name, at + len(name))
    return at >= 0


def _iter_groups(text: str, body: Sequence[Paragraph]) -> Iterator[tuple[int, ...]]:
    """Yield the paragraphs that stand together in a block; a post ends with its credit."""
    group: list[int] = []
    for k, paragraph in enumerate(body):
        in_block = paragraph.rule in (BLOCK_QUOTATION, EMBEDDED_POST)
        if group and (not in_block or paragraph.rule != body[group[-1]].rule):
            yield tuple(group)
            group = []
        is_credit = _POST_CREDIT.match(text, paragraph.start, paragraph.end) is not None
        if in_block:
            group.append(k)
        if is_credit and k and group in ([], [k]) and body[k - 1].rule not in (BLOCK_QUOTATION, EMBEDDED_POST):
            group = [k - 1, k]  # in a plain text the credit alone shows the post above it
        if group and is_credit:
            yield tuple(group)
            group = []
    if group:
        yield tuple(group)


def _find_source(
    text: str, body: Sequence[Paragraph], group: tuple[int, ...]
) -> tuple[BlockSource | None, tuple[int, ...]]:
    """Find the credit of a block: its last paragraph, or the end of it. Return it with the paragraphs of the words."""
    last = body[group[-1]]
    post = find_credit_of_post(text, last.start, last.end)
    if post is not None:
        return post, group[:-1]
    line = text[last.start : last.end]
    match = _CREDIT.match(line) if len(line.split()) <= MAX_CREDIT_WORDS else None
    if match is not None and len(group) > 1:
        return _build_source(text, last.start, match), group[:-1]
    if len(group) > 1 and len(line.split()) <= MAX_CREDIT_WORDS and line[-1] not in ".!?:\u2026":
        printed = TextSpan(line, last.start, last.end)
        name = find_personal_name(text, printed)
        if name is not None:
            return BlockSource(printed, name, None, BLOCK_QUOTATION), group[:-1]
    match = _CREDIT_AT_END.search(line)
    if match is not None and len(match["name"].split()) <= MAX_CREDIT_WORDS:
        return _build_source(text, last.start, match), group
    return None, group


def _build_source(text: str, start: int, match: re.Match[str]) -> BlockSource:
    printed = TextSpan(match["name"], start + match.start("name"), start + match.end("name"))
    return BlockSource(printed, find_personal_name(text, printed), None, BLOCK_QUOTATION)


def _trim(text: str, paragraph: Paragraph) -> tuple[int, int]:
    """Return the bounds of the words of a paragraph, without "> ", a credit, and links at the end."""
    start, end = paragraph.start, paragraph.end
    while start < end and text[start] in "> \t":
        start += 1
    credit = _CREDIT_AT_END.search(text, start, end)
    if credit is not None and len(credit["name"].split()) <= MAX_CREDIT_WORDS:
        end = credit.start()
    links = _POST_LINKS.search(text, start, end)
    if links is not None and links.start() > start:
        end = links.start()
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _is_set_apart(text: str, paragraph: Paragraph, spans: Sequence[QuotedSpan]) -> bool:
    """Return whether the block, and no quotation marks in it, makes the quotation."""
    start, end = _trim(text, paragraph)
    if end - start < 2 or not any(map(str.isalpha, text[start:end])) or text[start:end].startswith(("http", "pic.")):
        return False
    marked = sum(span.outer_end - span.outer_start for span in spans)
    longest = max((len(text[span.start : span.end].split()) for span in spans), default=0)
    return marked < MARKED_SHARE * (end - start) and longest <= MAX_INNER_WORDS


def _introduces(text: str, paragraph: Paragraph) -> bool:
    """Return whether a paragraph announces the words below it: by a colon, or by a verb of saying at its end."""
    line = text[paragraph.start : paragraph.end]
    if line.endswith((":", "\N{FULLWIDTH COLON}")):
        return True
    words = [word.lower() for word in re.split(r"(?<=[.!?]) ", line)[-1].split()]
    return len(words) <= MAX_INTRODUCTION_WORDS and not FINITE_SAYING_FORMS.isdisjoint(words)


def _group_by_paragraph(spans: Sequence[QuotedSpan]) -> dict[int, list[QuotedSpan]]:
    grouped: dict[int, list[QuotedSpan]] = {}
    for span in spans:
        grouped.setdefault(span.paragraph, []).append(span)
    return grouped


def _squash(text: str, paragraph: Paragraph | None = None) -> str:
    """Return the letters and digits of a text or a paragraph of it."""
    part = text if paragraph is None else text[slice(*_trim(text, paragraph))]
    return re.sub(r"[\W_]+", "", part).casefold()
