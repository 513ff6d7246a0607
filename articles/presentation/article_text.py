"""Text of an article, cut where paragraphs, quotations and indirect quotes begin and end.

SANA's text is shown paragraph by paragraph, exactly as it was taken in. Paragraphs that cleaning set aside - menus,
comments, "Check Also" - are grouped, so that the page can fold them away with the rule that set them aside.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from articles.engine.cleaning.paragraphs import Label
from articles.models import Article, IndirectQuote
from articles.presentation.quote_lists import QuoteRow

CLOSING_MARKS = (
    '"\N{RIGHT DOUBLE QUOTATION MARK}\N{RIGHT-POINTING DOUBLE ANGLE QUOTATION MARK}\N{LEFT DOUBLE QUOTATION MARK}'
)
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
    """A piece of a paragraph, in a quote, in an indirect quote or in neither.

    `is_opening` says that the quote begins here; the number of `ending_quote` is set behind the piece.
    """

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


def group_paragraphs(
    found: Article, quotes: Sequence[QuoteRow], told: Sequence[IndirectQuote] = ()
) -> list[ParagraphGroup]:
    """Group the paragraphs of `found`: consecutive ones that are set aside form one group."""
    words = collect_attributed_spans(quotes, told)
    groups = groupby(get_paragraphs(found), key=lambda paragraph: paragraph[2] in SET_ASIDE)
    return [
        ParagraphGroup(
            aside,
            tuple(
                ParagraphBlock(label, rule, split_into_segments(found.text, a, b, words)) for a, b, label, rule in group
            ),
        )
        for aside, group in groups
    ]


def collect_attributed_spans(quotes: Sequence[QuoteRow], told: Sequence[IndirectQuote]) -> list[AttributedSpan]:
    """Return quotations and the pieces of indirect speech in the order of the text."""
    passages = [AttributedSpan(each.quote.start, each.quote.end, quote=each) for each in quotes]
    passages += [AttributedSpan(start, end, indirect_quote=each) for each in told for start, end in each.spans]
    return sorted(passages, key=lambda passage: passage.start)


def get_paragraphs(found: Article) -> list[tuple[int, int, str, str]]:
    """Return start, end, label and rule of each paragraph; the whole text as one where they are not known."""
    if not found.paragraphs:
        return [(0, len(found.text), Label.BODY, "")]
    return [(start, end, label, rule) for start, end, label, rule in found.paragraphs]


def split_into_segments(
    text: str, start: int, end: int, passages: Sequence[AttributedSpan]
) -> tuple[ParagraphSegment, ...]:
    """Cut ``text[start:end]`` wherever a passage begins or ends; the segments together are exactly that text."""
    stretches, at = [], start
    for each in passages:
        first, last = max(each.start, at), min(each.end, end)
        if first >= last:
            continue
        stretches.append(ParagraphSegment(text[at:first]))
        ended = each.quote if last == each.end else None
        marked = ended and last < end and text[last] in CLOSING_MARKS
        begins = first == each.start and each.is_opening
        stretches.append(
            ParagraphSegment(text[first:last], each.quote, begins, None if marked else ended, each.indirect_quote)
        )
        if marked:
            stretches.append(ParagraphSegment(text[last], ending_quote=ended))
        at = last + 1 if marked else last
    stretches.append(ParagraphSegment(text[at:end]))
    return tuple(stretch for stretch in stretches if stretch.text)
