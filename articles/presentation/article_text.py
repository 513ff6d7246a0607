"""Text of an article, cut where paragraphs, quotations and indirect quotes begin and end.

Paragraphs that cleaning set aside - menus, comments, "Check Also" - are grouped, so that the page can fold them away
with the rule that set them aside.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from articles.engine.cleaning.paragraphs import Label
from articles.engine.extraction.headline_quotations import find_headline_quotations
from articles.models import Article, IndirectQuote
from articles.presentation.quote_lists import QuoteRow

CLOSING_MARKS = '"\u201d\u00bb\u201c'  # the last as German closes
SET_ASIDE = frozenset({Label.CHROME, Label.COMMENT, Label.LINK})


@dataclass(frozen=True, slots=True)
class AttributedSpan:
    """A span of the text that is attributed: a quotation, or a piece of indirect speech."""

    start: int
    end: int
    quote: QuoteRow | None = None
    indirect_quote: IndirectQuote | None = None

    @property
    def is_opening(self) -> bool:
        """Whether the quotation or indirect quote begins here, as it does not in its later pieces."""
        return self.indirect_quote is None or self.start == self.indirect_quote.start


@dataclass(frozen=True, slots=True)
class ParagraphSegment:
    """A segment of a paragraph: `is_opening` if a quote begins here, with the `ending_quote` to number behind it."""

    text: str
    quote: QuoteRow | None = None
    is_opening: bool = False
    ending_quote: QuoteRow | None = None
    indirect_quote: IndirectQuote | None = None


@dataclass(frozen=True, slots=True)
class ParagraphBlock:
    """A paragraph as printed, with its label and the rule that labelled it."""

    label: str
    rule: str
    segments: tuple[ParagraphSegment, ...]


@dataclass(frozen=True, slots=True)
class ParagraphGroup:
    """Consecutive paragraphs that are all shown, or all set aside."""

    is_aside: bool
    blocks: tuple[ParagraphBlock, ...]


@dataclass(frozen=True, slots=True)
class HeadlineNote:
    """Words that the headline quotes, with the quotation they are from, if any; `is_exact` if it has the very words."""

    text: str
    quote: QuoteRow | None
    is_exact: bool


def list_headline_notes(headline: str, quotes: Sequence[QuoteRow]) -> list[HeadlineNote]:
    """List what the headline quotes: never a version of its own, because headlines shorten."""
    known = [(each.quote.text, each.quote.speaker_name) for each in quotes]
    found = find_headline_quotations(headline, known)
    return [
        HeadlineNote(each.text, quotes[each.source] if each.source is not None else None, each.is_exact)
        for each in found
    ]


def group_paragraphs(
    article: Article, quotes: Sequence[QuoteRow], indirect_quotes: Sequence[IndirectQuote] = ()
) -> list[ParagraphGroup]:
    """Group the paragraphs of `article`: consecutive ones that are set aside form one group."""
    text, spans = article.text, collect_attributed_spans(quotes, indirect_quotes)
    blocks = (
        ParagraphBlock(label, rule, split_into_segments(text, start, end, spans))
        for start, end, label, rule in article.paragraphs or [(0, len(text), Label.BODY, "")]
    )
    return [
        ParagraphGroup(aside, tuple(group)) for aside, group in groupby(blocks, lambda block: block.label in SET_ASIDE)
    ]


def collect_attributed_spans(
    quotes: Sequence[QuoteRow], indirect_quotes: Sequence[IndirectQuote]
) -> list[AttributedSpan]:
    """Return quotations and the pieces of indirect speech in the order of the text."""
    spans = [AttributedSpan(each.quote.start, each.quote.end, quote=each) for each in quotes]
    spans += [AttributedSpan(start, end, indirect_quote=each) for each in indirect_quotes for start, end in each.spans]
    return sorted(spans, key=lambda span: span.start)


def split_into_segments(
    text: str, start: int, end: int, spans: Sequence[AttributedSpan]
) -> tuple[ParagraphSegment, ...]:
    """Cut ``text[start:end]`` wherever a span begins or ends; the segments together are exactly that text."""
    segments, at = [], start
    for each in spans:
        first, last = max(each.start, at), min(each.end, end)
        if first >= last:
            continue
        ending = each.quote if last == each.end else None
        marked = ending and last < end and text[last] in CLOSING_MARKS
        opening = first == each.start and each.is_opening
        words = ParagraphSegment(text[first:last], each.quote, opening, None if marked else ending, each.indirect_quote)
        segments += [ParagraphSegment(text[at:first]), words]
        at = last
        if marked:
            segments.append(ParagraphSegment(text[last], ending_quote=ending))
            at += 1
    segments.append(ParagraphSegment(text[at:end]))
    return tuple(segment for segment in segments if segment.text)
