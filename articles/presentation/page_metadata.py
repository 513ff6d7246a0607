"""Page metadata: title, description, Open Graph, JSON-LD and alternate links.

The head of the page of Lavrov's words gives a chat its title, a sentence and a picture, tells a feed reader where new
printings are announced, Zotero and Wikipedia's Citoid what kind of page it is, and a search engine that it is a
quotation.
"""

import json
from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import HttpRequest
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe

from articles.engine.text.phrases import count_phrase
from articles.exports import SITE_NAME, json_ld
from articles.models import Article, Lineage, LineageCode, Outlet, Speaker
from articles.presentation.dates import describe_source
from articles.presentation.lineage_verdict import build_verdict
from articles.queries.lineage_snapshot import LineageSnapshot, PrintingSnapshot
from articles.queries.permalinks import get_newest_revision_number

# In a script element nothing but its end is special; and these three cannot make one.
_SCRIPT_ESCAPES = str.maketrans({"<": "\\u003c", ">": "\\u003e", "&": "\\u0026"})
# Zotero takes a page whose og:type is an article for one of a journal, unless it is told the type.
WEB_PAGE, NEWS = "webpage", "newspaperArticle"
LINEAGE_FORMS = (
    ("application/json", "Data", "json"),
    ("application/ld+json", "Linked data", "jsonld"),
    ("application/tei+xml", "Critical apparatus", "tei.xml"),
    ("application/x-bibtex", "Reference", "bib"),
)


@dataclass(frozen=True, slots=True)
class AlternateLink:
    """The same page, or what is new of it, in another format."""

    media_type: str
    title: str
    address: str


@dataclass(frozen=True, slots=True)
class PageMetadata:
    """The metadata of a page; addresses are absolute."""

    title: str
    description: str
    address: str
    og_type: str = "website"
    site: str = SITE_NAME
    image: str = ""
    image_alt: str = ""
    alternates: tuple[AlternateLink, ...] = ()
    item_type: str = WEB_PAGE
    creator: str = ""
    published: str = ""
    language: str = ""
    json_ld: SafeString | None = None


def build_lineage_metadata(request: HttpRequest, entry: LineageCode, snapshot: LineageSnapshot) -> PageMetadata:
    """Return the head of a lineage's page."""
    newest, first = get_newest_revision_number(entry), snapshot.first.article
    title = snapshot.title + (f" \N{EN DASH} {snapshot.speaker_in_words}" if snapshot.speaker else "")
    picture = snapshot.absolute(reverse("picture", args=[snapshot.code]))
    feed = snapshot.absolute(reverse("lineage_feed", args=[snapshot.code]))
    downloads = [
        AlternateLink(media_type, label, snapshot.absolute(reverse("sibling", args=[snapshot.code, form])))
        for media_type, label, form in LINEAGE_FORMS
    ]
    return PageMetadata(
        title=title,
        description=str(build_verdict(snapshot)),
        address=snapshot.address,
        image=f"{picture}?r={newest}" if newest else picture,
        image_alt=title,
        alternates=(
            _build_feed_link("New versions of this quotation", feed),
            *downloads,
            build_oembed_link(request, snapshot.address),
        ),
        creator=snapshot.sure_speaker,
        published=first.printed_date.certain_day,
        language=first.language,
        json_ld=dump_script_json(json_ld.build_page_json_ld(snapshot)),
    )


def summarize_printings(snapshot: LineageSnapshot, outlet_count: int) -> str:
    """Return in one sentence how many outlets published the words, in how many versions, and which was the first."""
    article = snapshot.first.article
    earliest = ", ".join(filter(None, (article.outlet_name, article.printed_date.in_words)))
    if article.is_spoken:
        earliest = describe_source(article, snapshot.first.recording_time)
    versions = count_phrase(len(snapshot.wordings), "version")
    return f"{count_phrase(outlet_count, 'outlet')}, {versions}. Earliest version found: {earliest}."


def build_pair_metadata(
    request: HttpRequest, lineage: Lineage, left: PrintingSnapshot, right: PrintingSnapshot, finding: str
) -> PageMetadata:
    """Build the metadata of the page of two versions; `finding` says what differs."""
    keys = [lineage.code, left.key, right.key]
    address = request.build_absolute_uri(lineage.get_comparison_url(left.key, right.key))
    return PageMetadata(
        title=finding,
        description=f"{left.article.outlet_name} and {right.article.outlet_name} side by side, with their articles.",
        address=address,
        image=request.build_absolute_uri(reverse("pair_picture", args=keys)),
        image_alt=finding,
        alternates=(build_oembed_link(request, address),),
    )


def build_article_metadata(request: HttpRequest, article: Article) -> PageMetadata:
    """Build the metadata of an article's page: it is cited as what the outlet printed."""
    day = article.printed_day
    return PageMetadata(
        title=str(article),
        description=f"Every quotation in this article of {article.outlet_name}, with the other versions found.",
        address=request.build_absolute_uri(article.get_absolute_url()),
        og_type="article",
        site=article.outlet_name,
        item_type=NEWS,
        creator=article.byline,
        published=day.isoformat() if day else "",
        language=article.language,
    )


def build_list_metadata(request: HttpRequest, title: str, description: str, path: str, feed: str = "") -> PageMetadata:
    """Build the metadata of a page that lists quotations; `feed` is the path of its feed."""
    alternates = (_build_feed_link(title, request.build_absolute_uri(feed)),) if feed else ()
    return PageMetadata(title, description, request.build_absolute_uri(path), alternates=alternates)


def build_speaker_metadata(request: HttpRequest, speaker: Speaker) -> PageMetadata:
    """Build the metadata of a speaker's page."""
    description = f"Quotations of {speaker}, each with all versions found."
    feed = reverse("speaker_feed", args=[speaker.slug])
    return build_list_metadata(request, f"{speaker}: quotations", description, speaker.get_absolute_url(), feed)


def build_outlet_metadata(request: HttpRequest, outlet: Outlet) -> PageMetadata:
    """Build the metadata of an outlet's page."""
    description = f"Quotations published by {outlet}, each with the other versions found."
    feed = reverse("outlet_feed", args=[outlet.slug])
    return build_list_metadata(request, f"{outlet}: quotations", description, outlet.get_absolute_url(), feed)


def build_search_metadata(request: HttpRequest, asked: str) -> PageMetadata:
    """Build the metadata of a page of search results; its feed searches the same."""
    question = request.META.get("QUERY_STRING", "")
    path, feed = (f"{reverse(name)}?{question}" for name in ("search", "search_feed"))
    description = "Quotations with these words, each with all versions found."
    return build_list_metadata(request, f"Search: {asked or 'quotations'}", description, path, feed)


def build_oembed_link(request: HttpRequest, address: str) -> AlternateLink:
    """Return the address where a page that embeds this one asks how."""
    question = f"{reverse('oembed')}?{urlencode({'url': address, 'format': 'json'})}"
    return AlternateLink("application/json+oembed", "Embed", request.build_absolute_uri(question))


def dump_script_json(content: object) -> SafeString:
    """Serialize `content` as JSON that may stand in a script element."""
    return mark_safe(json.dumps(content, ensure_ascii=False).translate(_SCRIPT_ESCAPES))


def _build_feed_link(title: str, address: str) -> AlternateLink:
    return AlternateLink("application/atom+xml", title, address)
