"""Which quotations does an article tell again in its own words?

SANA writes that "the coalition wants ISIS' assistance to weaken the Syrian government", where OffGuardian (TASS) quotes
Lavrov: "They want the Islamic State to weaken Assad as soon as possible". ``/a/2/us-led-strikes/in-other-words`` sets
the two beside each other. Words are not marked in them: a retelling has words of its own by right.

Left to others: what is told (`engine.extraction`), which quotations come near (`articles.queries.quote_check`).
"""

from collections.abc import Sequence
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from articles.models import Article, IndirectQuote
from articles.queries.quote_check import Checked, Finding, check
from articles.views.http.canonical import elsewhere
from articles.views.http.page_cache import while_unchanged

PASSAGES_COMPARED = 40  # of one article; the 84 labelled articles of the development part have 8 in the median
LINEAGES_TRIED = 3  # of each passage: the nearest may be another speaker's


@dataclass(frozen=True, slots=True)
class Retelling:
    """A passage without quotation marks beside the quotation that it may retell, if one was found."""

    told: IndirectQuote
    near: Finding | None


@dataclass(frozen=True, slots=True)
class _Address:
    """The page of an article's retellings, for `elsewhere`."""

    article: Article

    def get_absolute_url(self) -> str:
        return reverse("retellings", args=[self.article.pk, self.article.slug])


@require_safe
@while_unchanged
def retellings(request: HttpRequest, number: int, slug: str) -> HttpResponse:
    """The page that sets what an article tells beside the quotations it may retell."""
    found = get_object_or_404(Article.objects.light().select_related("outlet"), pk=number)
    return elsewhere(request, _Address(found)) or _page(request, found)


def _page(request: HttpRequest, found: Article) -> HttpResponse:
    told = list(IndirectQuote.objects.filter(article=found).select_related("speaker").order_by("start"))
    compared = told[:PASSAGES_COMPARED]
    each = retold(compared, check([passage.text for passage in compared], most=LINEAGES_TRIED))
    context = {
        "article": found,
        "near": [one for one in each if one.near],
        "alone": [one for one in each if not one.near],
        "left_out": len(told) - len(compared),
    }
    return render(request, "article/indirect_quotes.html", context)


def retold(told: Sequence[IndirectQuote], checked: Sequence[Checked]) -> list[Retelling]:
    """Each passage with the nearest quotation of the same speaker that another article prints."""
    return [Retelling(passage, _nearest(passage, found)) for passage, found in zip(told, checked, strict=True)]


def _nearest(told: IndirectQuote, checked: Checked) -> Finding | None:
    for finding in checked.findings:
        quote = finding.printing.quote
        same = quote.speaker_id == told.speaker_id and told.speaker_id is not None
        if same and quote.article_id != told.article_id:
            return finding
    return None
