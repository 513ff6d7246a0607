"""Share images: the pictures of a lineage, or of two printings, that link previews show.

The address in a page's metadata names the revision as well, ``?r=12``, so that whoever fetches the picture can keep it;
the site keeps pictures too, by everything that is drawn in them.
"""

import hashlib

from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from articles.engine.comparison.collation import TYPOGRAPHIC_SEVERITY
from articles.engine.comparison.compare import compare
from articles.engine.text.phrases import count_phrase, first_words
from articles.engine.text.spans import Span
from articles.exports import SITE_NAME
from articles.exports.share_image import MAX_CHANGED_WORDS, MAX_WORDS, CardSide, ShareCard, build_card, render_png
from articles.models import Alias, Lineage, LineageCode
from articles.queries.lineage_snapshot import PrintingSnapshot, load_printings, take_snapshot
from articles.views.comparison import get_row_or_404
from articles.views.http.page_cache import cached_lineage_page
from articles.views.permalinks import redirect_unless_at, render_withdrawn, with_lineage

BROWSER_CACHE_SECONDS = 24 * 60 * 60  # by whoever fetches a picture whose address names no revision
SERVER_CACHE_SECONDS = 60 * 60


@require_safe
@cached_lineage_page
@with_lineage("picture")
def lineage_image(request: HttpRequest, entry: LineageCode, lineage: Lineage) -> HttpResponse:
    """Return the picture of a lineage."""
    snapshot = take_snapshot(entry, request.build_absolute_uri)
    return _render_card(build_card(snapshot)) if snapshot else render_withdrawn(request, entry)


@require_safe
@with_lineage()
def pair_image(request: HttpRequest, entry: LineageCode, lineage: Lineage, left: str, right: str) -> HttpResponse:
    """Return the picture of two printings. Raises Http404 where one of them is not in the lineage (any more)."""
    printings = load_printings(lineage)
    one, other = get_row_or_404(printings, left), get_row_or_404(printings, right)
    moved = redirect_unless_at(request, reverse("pair_picture", args=[lineage.code, one.key, other.key]))
    return moved or _render_card(_build_pair_card(lineage, one, other))


def _build_pair_card(lineage: Lineage, left: PrintingSnapshot, right: PrintingSnapshot) -> ShareCard:
    comparison = compare(left.text, right.text, Alias.objects.load_table())
    changes = [change for change in comparison.changes if change.severity > TYPOGRAPHIC_SEVERITY]
    gravest = max(changes, key=lambda change: change.severity, default=None)
    return ShareCard(
        words=first_words(left.text, MAX_WORDS),
        speaker=left.quote.attribution_in_words or "Speaker not named",
        day="",
        counts=count_phrase(len(changes), "change"),
        code=lineage.code,
        site=SITE_NAME,
        sides=(_build_card_side(left, gravest.a), _build_card_side(right, gravest.b)) if gravest else None,
    )


def _build_card_side(printing: PrintingSnapshot, span: Span) -> CardSide:
    changed_words = first_words(span.extract(printing.text).strip(), MAX_CHANGED_WORDS)
    return CardSide(printing.article.outlet_name, changed_words)


def _render_card(card: ShareCard) -> HttpResponse:
    key = f"picture-{hashlib.sha256(repr(card).encode()).hexdigest()}"
    content = cache.get_or_set(key, lambda: render_png(card), SERVER_CACHE_SECONDS)
    shown_anywhere = {"Access-Control-Allow-Origin": "*", "Cross-Origin-Resource-Policy": "cross-origin"}
    headers = shown_anywhere | {"Cache-Control": f"public, max-age={BROWSER_CACHE_SECONDS}"}
    return HttpResponse(content, content_type="image/png", headers=headers)
