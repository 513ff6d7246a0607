"""Which picture stands beside a link to a lineage, or to two of its printings?

``/q/7KQ2M9X4VD.png`` has Lavrov's words and the gravest change in them, ``/q/7KQ2M9X4VD/12..31.png`` the gravest
between these two printings. The address in the head of a page names the revision as well, ``?r=12``, so that it can be
kept by whoever fetches it; what was drawn is kept here too, by everything that stands on it.

Left to others: drawing it (`articles.exports.share_image`).
"""

import hashlib

from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from articles.engine.comparison.compare import compare
from articles.engine.text.phrases import beginning, counted
from articles.engine.text.spans import Span
from articles.exports.share_image import CHANGED_WORDS, WORDS, Card, Side, card_of, png
from articles.models import Alias, Lineage
from articles.presentation.lineage_snapshot import SITE, standing_of
from articles.presentation.printings import Row, rows_of
from articles.presentation.side_by_side import SLIGHT
from articles.queries.permalinks import entry_of
from articles.views.comparison import named
from articles.views.http.canonical import unless_at
from articles.views.http.page_cache import unless_seen
from articles.views.permalinks import withdrawn

KEPT = 24 * 60 * 60  # seconds, by whoever fetches a picture whose address names no revision
KEPT_HERE = 60 * 60


@require_safe
@unless_seen
def lineage_picture(request: HttpRequest, code: str) -> HttpResponse:
    """The picture of a lineage."""
    entry = entry_of(code)
    if entry.lineage is None:
        return withdrawn(request, entry)
    moved = unless_at(request, reverse("picture", args=[entry.lineage.code]))
    if moved:
        return moved
    standing = standing_of(request, entry, entry.lineage)
    return _drawn(card_of(standing)) if standing else withdrawn(request, entry)


@require_safe
def pair_picture(request: HttpRequest, code: str, left: str, right: str) -> HttpResponse:
    """The picture of two printings. Raises Http404 where one of them is not in the lineage (any more)."""
    entry = entry_of(code)
    if entry.lineage is None:
        return withdrawn(request, entry)
    rows = rows_of(entry.lineage)
    one, other = named(rows, left), named(rows, right)
    moved = unless_at(request, reverse("pair_picture", args=[entry.lineage.code, one.key, other.key]))
    return moved or _drawn(_pair_card(entry.lineage, one, other))


def _pair_card(lineage: Lineage, left: Row, right: Row) -> Card:
    comparison = compare(left.text, right.text, Alias.objects.table())
    changes = [change for change in comparison.changes if change.danger > SLIGHT]
    gravest = max(changes, key=lambda change: change.danger, default=None)
    return Card(
        words=beginning(left.text, WORDS),
        speaker=left.quote.attribution or "Speaker not named",
        day="",
        counts=counted(len(changes), "change"),
        code=lineage.code,
        site=SITE,
        sides=(_side(left, gravest.a), _side(right, gravest.b)) if gravest else None,
    )


def _side(row: Row, span: Span) -> Side:
    return Side(row.article.outlet_name, beginning(span.of(row.text).strip(), CHANGED_WORDS))


def _drawn(card: Card) -> HttpResponse:
    """The picture, from what is kept where it was drawn before."""
    key = f"picture-{hashlib.sha256(repr(card).encode()).hexdigest()}"
    content = cache.get(key)
    if content is None:
        content = png(card)
        cache.set(key, content, KEPT_HERE)
    response = HttpResponse(content, content_type="image/png")
    response.headers["Cache-Control"] = f"public, max-age={KEPT}"
    response.headers["Access-Control-Allow-Origin"] = "*"
    return response
