"""What became of these words on the way through print?

``/q/7KQ2M9X4VD/the-problem-around-the-us-led-coalition``: the story in plain sentences; the words with a number at each
place where printings differ; who prints what there; two printings side by side; who may have taken the words from whom.
``?a=12&b=31`` names the two printings by their quotes and ``?base=31`` the one that all are laid against; htmx gets
the part it swaps, the comparison or the words with their readings, from the same address. A code once shown answers for
ever: here, from the lineage it was merged into, or with the reason why not.

Left to others: the printings (`articles.views.printings`), each section (`story`, `readings`, `pairs`, `descents`).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import quote

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe
from django.views.decorators.vary import vary_on_headers

from articles.engine.aliases import Aliases
from articles.engine.collation import Collation, collate
from articles.http import HtmxRequest, wants_fragment
from articles.models import Alias, Code, Lineage
from articles.models.lineage import canonical_code

from .addresses import elsewhere
from .descents import origins_of, shared_lineages
from .drawing import drawing_of
from .pairs import Pair, most_telling, pair_of
from .printings import ROWS_SHOWN, Group, Row, earliest_complete, groups_of, rows_of
from .readings import readings_of
from .story import story_of

CHOICES = 40  # printings offered one by one for a comparison; of more, the first of each wording


@dataclass(frozen=True, slots=True)
class Asked:
    """What an address asks to see besides the lineage: the pair, the base, a wording whose printings are all listed."""

    a: str
    b: str
    base: str
    wording: str

    @classmethod
    def by(cls, request: HtmxRequest) -> "Asked":
        """What `request` asks for."""
        return cls(*(request.GET.get(name, "") for name in ("a", "b", "base", "wording")))

    @property
    def pair(self) -> str:
        """The pair, to go on behind another question in a link."""
        return "".join(f"&{name}={quote(key)}" for name, key in (("a", self.a), ("b", self.b)) if key)

    @property
    def with_base(self) -> str:
        """The base, likewise."""
        return f"&base={quote(self.base)}" if self.base else ""


@require_safe
@vary_on_headers("HX-Request", "HX-Target")
def lineage(request: HtmxRequest, code: str, slug: str = "") -> HttpResponse:
    """The lineage's page, or the part of it that htmx swaps."""
    entry = get_object_or_404(Code.objects.select_related("lineage__first"), pk=canonical_code(code))
    if entry.lineage is None:
        return _gone(request, entry)
    return elsewhere(request, entry.lineage) or _page(request, entry, entry.lineage)


def _gone(request: HtmxRequest, entry: Code) -> HttpResponse:
    return render(request, "410.html", {"entry": entry}, status=410)


def _page(request: HtmxRequest, entry: Code, found: Lineage) -> HttpResponse:
    rows = rows_of(found)
    if not rows:
        return _gone(request, entry)
    asked, aliases = Asked.by(request), Alias.objects.table()
    try:
        base = named(rows, asked.base) if asked.base else None
        pair = chosen(rows, asked.a, asked.b, aliases)
    except Http404:
        return render(request, "404.html", {"lineage": found}, status=404)
    context = {"lineage": found, "rows": rows, "pair": pair, "asked": asked, "choices": choices(rows)}
    if wants_fragment(request) and request.htmx.target != "words":
        return render(request, "articles/_comparison.html", context | {"fragment": True})
    groups = groups_of(rows)
    collation = collate([row.text for row in rows], base=base.number - 1 if base else None, aliases=aliases)
    listed = groups if asked.wording else groups[:ROWS_SHOWN]
    context |= {"groups": groups, "listed": listed, "readings": readings_of(collation, groups)}
    context["rows_shown"] = ROWS_SHOWN
    if wants_fragment(request):
        return render(request, "articles/_words.html", context | {"fragment": True})
    return render(request, "articles/lineage.html", context | about(rows) | told(collation, groups, rows))


def chosen(rows: Sequence[Row], a: str, b: str, aliases: Aliases) -> Pair | None:
    """The printings `a` and `b` compared; by default the earliest complete one and the one that differs most from it.

    None where a printing is alone. Raises Http404 where one of the two is not a printing of this lineage.
    """
    left = named(rows, a) if a else None
    right = named(rows, b) if b else None
    if left is None:
        whole = earliest_complete(rows)
        left = most_telling(rows, right, aliases) if right is whole else whole
    if right is None and left is not None:
        right = most_telling(rows, left, aliases)
    return pair_of(left, right, aliases) if left and right else None


def named(rows: Sequence[Row], key: str) -> Row:
    """The printing that an address calls `key`."""
    for row in rows:
        if str(row.key) == key:
            return row
    raise Http404("There is no such printing of this quotation.")


def choices(rows: Sequence[Row]) -> list[Row]:
    """The printings offered for a comparison."""
    return list(rows) if len(rows) <= CHOICES else [group.first for group in groups_of(rows)][:CHOICES]


def about(rows: Sequence[Row]) -> dict[str, object]:
    """What is said of all printings together."""
    return {
        "first": rows[0],
        "occasion": next((row for row in rows if row.quote.occasion), None),
        "wordings": len({row.wording for row in rows}),
        "outlets": len({row.article.outlet_id or -row.article.pk for row in rows}),
    }


def told(collation: Collation, groups: Sequence[Group], rows: Sequence[Row]) -> dict[str, object]:
    """The story, and who may have taken the words from whom."""
    origins = origins_of(collation, groups, rows, shared_lineages(row.printing for row in rows))
    return {"story": story_of(collation, groups), "origins": origins, "drawing": drawing_of(origins)}
