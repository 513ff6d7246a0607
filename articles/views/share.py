"""Share page, embedded frame and oEmbed: a lineage in somebody else's text or page.

``/q/7KQ2M9X4VD/share`` has everything to copy. ``/embed/7KQ2M9X4VD`` is the only page that other sites may frame: no
script, no cookie. ``/oembed?url=...`` tells programs how to embed a page, by the oEmbed specification 1.0.
"""

from urllib.parse import unquote, urlsplit

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import Resolver404, resolve, reverse
from django.utils import timezone
from django.utils.html import format_html
from django.views.decorators.clickjacking import xframe_options_exempt
from django.views.decorators.http import require_safe
from django.views.decorators.vary import vary_on_headers

from articles.exports import SITE_NAME, citation, plain_text
from articles.exports.share_image import HEIGHT, WIDTH, build_card
from articles.models import Lineage, LineageCode
from articles.presentation.page_metadata import summarize_printings
from articles.presentation.share_boxes import CopyBox
from articles.queries.lineage_snapshot import LineageSnapshot, take_snapshot
from articles.queries.permalinks import get_code_or_404
from articles.views.http.forms import NumberField, ParsedField, QueryForm
from articles.views.http.htmx import HtmxRequest, build_csp_header, wants_fragment
from articles.views.http.page_cache import cached_lineage_page
from articles.views.permalinks import redirect_unless_at, render_withdrawn, with_lineage

EMBED_WIDTH, EMBED_HEIGHT = 600, 360  # pixels, unless whoever embeds has less room
CACHE_SECONDS = 24 * 60 * 60  # seconds, by whoever embeds
# What may be embedded: the pages of a lineage, and of what is said of it.
EMBEDDABLE = {"lineage", "lineage_of_code", "revision", "comparison", "history", "share", "embed", "sibling", "picture"}
DOWNLOADS = (
    ("json", "JSON", "full data, for programs"),
    ("jsonl", "JSON Lines", "one version per line"),
    ("csv", "CSV", "for spreadsheets"),
    ("tei.xml", "TEI", "a critical apparatus"),
    ("jsonld", "JSON-LD", "linked data: schema.org and PROV-O"),
    ("annotations.jsonld", "Web Annotations", "the position of each version in its article"),
)


class OembedForm(QueryForm):
    """The query string of oEmbed: an address, and how many pixels there are, by default enough."""

    url = ParsedField(str)
    maxwidth = NumberField(1, 99_999, default=WIDTH)
    maxheight = NumberField(1, 99_999, default=WIDTH)


@require_safe
@vary_on_headers("HX-Request")
@cached_lineage_page
@with_lineage("share")
def share_page(request: HtmxRequest, entry: LineageCode, lineage: Lineage) -> HttpResponse:
    """Show everything to copy; for htmx without the page around it."""
    snapshot = take_snapshot(entry, request.build_absolute_uri)
    if snapshot is None:
        return render_withdrawn(request, entry)
    fragment = wants_fragment(request)
    context = {
        "entry": entry,
        "lineage": lineage,
        "snapshot": snapshot,
        "summary": summarize_printings(snapshot, snapshot.descent.outlet_count),
        "boxes": _build_copy_boxes(request, snapshot),
        "downloads": DOWNLOADS,
        "fragment": fragment,
    }
    return render(request, "share/_panel.html" if fragment else "share/page.html", context)


def _build_copy_boxes(request: HttpRequest, snapshot: LineageSnapshot) -> list[tuple[str, list[CopyBox]]]:
    """Return the boxes under their headings."""
    today = timezone.now().date()
    links = [CopyBox("latest", "Link to the latest version", snapshot.address)]
    if snapshot.pinned_revision:
        pinned = f"Link to revision {snapshot.pinned_revision.number}, which never changes"
        links.insert(0, CopyBox("pinned", pinned, snapshot.citation_address))
    earliest = citation.render_cite_news(snapshot.first, today)
    references = [
        CopyBox("wiki", "Wikipedia", citation.render_cite_web(snapshot, today)),
        *([CopyBox("wiki-first", "Wikipedia, citing the earliest version", earliest)] if earliest else []),
        CopyBox("bibtex", "BibTeX", citation.render_bibtex(snapshot, today), "bib"),
        CopyBox("ris", "RIS", citation.render_ris(snapshot, today), "ris"),
        CopyBox("csl", "CSL-JSON", citation.render_csl_json(snapshot, today), "csl.json"),
    ]
    text = CopyBox("text", "Quotation with variants marked", plain_text.render_plain_text(snapshot))
    html = CopyBox("html", "Embed code (no scripts)", _build_iframe(request, snapshot))
    return [("Copy link", links), ("Copy as text", [text]), ("Cite", references), ("Embed", [html])]


def _build_iframe(
    request: HttpRequest, snapshot: LineageSnapshot, width: int = EMBED_WIDTH, height: int = EMBED_HEIGHT
) -> str:
    return format_html(
        '<iframe src="{}" width="{}" height="{}" loading="lazy" title="{}" style="border:0"></iframe>',
        request.build_absolute_uri(reverse("embed", args=[snapshot.code])),
        width,
        height,
        citation.format_title(snapshot),
    )


@require_safe
@xframe_options_exempt
@cached_lineage_page
def embed(request: HttpRequest, code: str) -> HttpResponse:
    """Show the embedded page of a lineage."""
    entry = get_code_or_404(code)
    moved = entry.lineage and redirect_unless_at(request, reverse("embed", args=[entry.lineage.code]))
    if moved:
        return moved
    snapshot = take_snapshot(entry, request.build_absolute_uri)
    card = build_card(snapshot) if snapshot else None
    context = {"entry": entry, "snapshot": snapshot, "card": card, "site": SITE_NAME}
    response = render(request, "share/embed.html", context, status=200 if snapshot else 410)
    framed = {"frame-ancestors": "*", "script-src": "'none'", "connect-src": "'none'", "form-action": "'none'"}
    response.headers["Content-Security-Policy"] = build_csp_header(**framed)
    response.headers["X-Robots-Tag"] = "noindex"
    response.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
    return response


@require_safe
def oembed(request: HttpRequest) -> HttpResponse:
    """Return how to embed the page at ``url``. Raises Http404 where that is no page of a lineage."""
    if request.GET.get("format", "json") != "json":
        return HttpResponse("Only json is answered.\n", status=501, content_type="text/plain; charset=utf-8")
    options = OembedForm(request.GET).read()
    snapshot = take_snapshot(_resolve_code(request, options["url"]), request.build_absolute_uri)
    if snapshot is None:
        raise Http404("This quotation was withdrawn.")
    answer = _build_oembed(request, snapshot, options["maxwidth"], options["maxheight"])
    headers = {"Access-Control-Allow-Origin": "*"}
    return JsonResponse(answer, json_dumps_params={"ensure_ascii": False}, headers=headers)


def _resolve_code(request: HttpRequest, url: str) -> LineageCode:
    """Return the code in an address of this site. Raises Http404."""
    try:
        parts = urlsplit(url)
        match = resolve(unquote(parts.path))
    except (ValueError, Resolver404):
        raise Http404("There is no such page on this site.") from None
    if parts.scheme not in ("http", "https") or parts.netloc != request.get_host() or match.url_name not in EMBEDDABLE:
        raise Http404("There is no such page on this site.")
    return get_code_or_404(str(match.kwargs["code"]))


def _build_oembed(
    request: HttpRequest, snapshot: LineageSnapshot, max_width: int, max_height: int
) -> dict[str, object]:
    width, height = min(EMBED_WIDTH, max_width), min(EMBED_HEIGHT, max_height)
    answer: dict[str, object] = {
        "version": "1.0",
        "type": "rich",
        "title": citation.format_title(snapshot),
        "provider_name": SITE_NAME,
        "provider_url": snapshot.site_address,
        "cache_age": CACHE_SECONDS,
        "width": width,
        "height": height,
        "html": _build_iframe(request, snapshot, width, height),
    }
    if max_width >= WIDTH and max_height >= HEIGHT:
        picture = request.build_absolute_uri(reverse("picture", args=[snapshot.code]))
        answer |= {"thumbnail_url": picture, "thumbnail_width": WIDTH, "thumbnail_height": HEIGHT}
    return answer
