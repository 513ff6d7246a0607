"""Indirect quotes of an article, each next to the quotation that it may paraphrase.

SANA writes that "the coalition wants ISIS' assistance to weaken the Syrian government", where OffGuardian (TASS) quotes
Lavrov: "They want the Islamic State to weaken Assad as soon as possible". ``/a/2/us-led-strikes/in-other-words`` sets
the two beside each other. No words are marked in them, as a paraphrase has its own words by right.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from articles.models import Article, IndirectQuote
from articles.queries.quote_check import CheckResult, LineageFinding, check_quotes
from articles.views.http.canonical import redirect_unless_canonical
from articles.views.http.page_cache import cached_site_page

PASSAGES_COMPARED = 40  # of one article; the 84 labelled articles of the development part have 8 in the median
LINEAGES_TRIED = 3  # of each passage: the nearest may be another speaker's


@dataclass(frozen=True, slots=True)
class IndirectQuoteMatch:
    """An indirect quote with the quotation that it may paraphrase, if one was found."""

    indirect_quote: IndirectQuote
    finding: LineageFinding | None


@dataclass(frozen=True, slots=True)
class _IndirectQuotesAddress:
    """The page of an article's indirect quotes, for `redirect_unless_canonical`."""

    article: Article

    def get_absolute_url(self) -> str:
        return reverse("retellings", args=[self.article.pk, self.article.slug])


@require_safe
@cached_site_page
def article_indirect_quotes(request: HttpRequest, number: int, slug: str) -> HttpResponse:
    """Show an article's indirect quotes next to the quotations that they may paraphrase."""
    found = get_object_or_404(Article.objects.defer_texts().select_related("outlet"), pk=number)
    return redirect_unless_canonical(request, _IndirectQuotesAddress(found)) or _render_indirect_quotes(request, found)


def _render_indirect_quotes(request: HttpRequest, found: Article) -> HttpResponse:
    told = list(IndirectQuote.objects.filter(article=found).select_related("speaker").order_by("start"))
    compared = told[:PASSAGES_COMPARED]
    each = match_indirect_quotes(compared, check_quotes([passage.text for passage in compared], limit=LINEAGES_TRIED))
    context = {
        "article": found,
        "near": [one for one in each if one.finding],
        "alone": [one for one in each if not one.finding],
        "left_out": len(told) - len(compared),
    }
    return render(request, "article/indirect_quotes.html", context)


def match_indirect_quotes(told: Sequence[IndirectQuote], checked: Sequence[CheckResult]) -> list[IndirectQuoteMatch]:
    """Pair each indirect quote with the nearest quotation of the same speaker in another article."""
    return [
        IndirectQuoteMatch(passage, _find_nearest(passage, found)) for passage, found in zip(told, checked, strict=True)
    ]


def _find_nearest(told: IndirectQuote, checked: CheckResult) -> LineageFinding | None:
    for finding in checked.findings:
        quote = finding.printing.quote
        same = quote.speaker_id == told.speaker_id and told.speaker_id is not None
        if same and quote.article_id != told.article_id:
            return finding
    return None
