"""What did this outlet print?

``/a/2/us-led-strikes-on-isis-positions``: SANA's text paragraph by paragraph, exactly as it was taken in, with the
quotations marked and led to their lineages, what others print instead noted in the margin, and what it tells without
quotation marks underlined with dots. Menus, comments and "Check Also" are folded away with the rule that set them
aside, not left out.

While the quotations are being compared the page says so, and asks for that part of it again.

Left to others: how far the comparing is (`progress`), which paragraph is what (`engine.cleaning`), which words are
quotations (`engine.extraction`).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe
from django.views.decorators.vary import vary_on_headers

from articles.engine.cleaning.paragraphs import Label
from articles.models import Article, IndirectQuote
from articles.presentation.article_notes import margins_of
from articles.presentation.linking_progress import progress_of
from articles.presentation.page_metadata import head_of_article
from articles.presentation.quote_lists import Listed, listed, with_lineages
from articles.views.http.canonical import elsewhere
from articles.views.http.htmx import HtmxRequest, wants_fragment
from articles.views.http.page_cache import while_unchanged

CLOSING_MARKS = (
    '"\N{RIGHT DOUBLE QUOTATION MARK}\N{RIGHT-POINTING DOUBLE ANGLE QUOTATION MARK}\N{LEFT DOUBLE QUOTATION MARK}'
)
SET_ASIDE = frozenset({Label.CHROME, Label.COMMENT, Label.LINK})


@dataclass(frozen=True, slots=True)
class Passage:
    """Words of the text that are somebody's: quoted, or told without quotation marks."""

    start: int
    end: int
    quote: Listed | None = None
    told: IndirectQuote | None = None

    @property
    def opens(self) -> bool:
        """Is it the beginning of what is quoted or told, not a later piece?"""
        return self.told is None or self.start == self.told.start


@dataclass(frozen=True, slots=True)
class Stretch:
    """A piece of a paragraph, perhaps in `quote`, of which it `begins` the words; the number of `ended` is set next.

    Or in `told`, which no quotation marks vouch for.
    """

    text: str
    quote: Listed | None = None
    begins: bool = False
    ended: Listed | None = None
    told: IndirectQuote | None = None


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph as printed, with what it was taken for and why."""

    label: str
    rule: str
    stretches: tuple[Stretch, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """Paragraphs in a row that are shown, or that are set aside."""

    aside: bool
    blocks: tuple[Block, ...]


@require_safe
@vary_on_headers("HX-Request")
@while_unchanged
def article(request: HtmxRequest, number: int, slug: str = "") -> HttpResponse:
    """The article's page, or how far the comparing of its quotations is."""
    articles = Article.objects.select_related("outlet")
    fragment = wants_fragment(request)
    found = get_object_or_404(articles.light() if fragment else articles.defer("original"), pk=number)
    return elsewhere(request, found) or (_comparing(request, found) if fragment else _page(request, found))


def _comparing(request: HtmxRequest, found: Article) -> HttpResponse:
    """How far it is; in its place nothing when it is done, and the list of quotations anew."""
    progress = progress_of(found)
    if progress:
        return render(request, "article/_linking_progress.html", {"article": found, "progress": progress})
    context = _notes(found)
    joined = sum(each.others > 0 for each in context["quotes"])
    return render(request, "article/_linked.html", context | {"joined": joined})


def _page(request: HtmxRequest, found: Article) -> HttpResponse:
    context = _notes(found)
    told = list(IndirectQuote.objects.filter(article=found).select_related("speaker").order_by("start"))
    parts = parts_of(found, context["quotes"], told)
    context |= {"parts": parts, "told": told, "progress": progress_of(found)}
    return render(request, "article/detail.html", context | {"head": head_of_article(request, found)})


def _notes(found: Article) -> dict[str, Any]:
    """What the list of its quotations shows."""
    quotes = listed(list(with_lineages(found.quotes.select_related("speaker").order_by("start"))))
    halves = {each.quote.pk: each.number for each in quotes}
    return {"article": found, "quotes": quotes, "margins": margins_of(found, quotes), "halves": halves}


def parts_of(found: Article, quotes: Sequence[Listed], told: Sequence[IndirectQuote] = ()) -> list[Part]:
    """All paragraphs of `found` in order, those set aside together where they follow each other."""
    words = passages_of(quotes, told)
    groups = groupby(paragraphs_of(found), key=lambda paragraph: paragraph[2] in SET_ASIDE)
    return [
        Part(aside, tuple(Block(label, rule, stretches_of(found.text, a, b, words)) for a, b, label, rule in group))
        for aside, group in groups
    ]


def passages_of(quotes: Sequence[Listed], told: Sequence[IndirectQuote]) -> list[Passage]:
    """The quotations and the pieces of what is told, in the order of the text."""
    passages = [Passage(each.quote.start, each.quote.end, quote=each) for each in quotes]
    passages += [Passage(start, end, told=each) for each in told for start, end in each.spans]
    return sorted(passages, key=lambda passage: passage.start)


def paragraphs_of(found: Article) -> list[tuple[int, int, str, str]]:
    """Start, end, label and rule of each paragraph; the whole text as one where they are not known."""
    if not found.paragraphs:
        return [(0, len(found.text), Label.BODY, "")]
    return [(start, end, label, rule) for start, end, label, rule in found.paragraphs]


def stretches_of(text: str, start: int, end: int, passages: Sequence[Passage]) -> tuple[Stretch, ...]:
    """``text[start:end]`` cut where a passage begins or ends; the stretches together are exactly that."""
    stretches, at = [], start
    for each in passages:
        first, last = max(each.start, at), min(each.end, end)
        if first >= last:
            continue
        stretches.append(Stretch(text[at:first]))
        ended = each.quote if last == each.end else None
        marked = ended and last < end and text[last] in CLOSING_MARKS
        begins = first == each.start and each.opens
        stretches.append(Stretch(text[first:last], each.quote, begins, None if marked else ended, each.told))
        if marked:
            stretches.append(Stretch(text[last], ended=ended))
        at = last + 1 if marked else last
    stretches.append(Stretch(text[at:end]))
    return tuple(stretch for stretch in stretches if stretch.text)
