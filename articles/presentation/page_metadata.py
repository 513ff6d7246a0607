"""What does a page say of itself to those who never look at it?

The head of the page of Lavrov's words tells a chat its title, a sentence and a picture; a feed reader that
``/q/7KQ2M9X4VD.atom`` tells of new printings; Zotero and Wikipedia's Citoid that it is a web page about words of
Lavrov, and an article's page that it is a newspaper's; a search engine, in schema.org's words, that it is a quotation.

Left to others: how that is written (``shared/_metadata.html``), the forms themselves (`articles.views.downloads`).
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import HttpRequest
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe

from articles.engine.comparison.collation import Collation
from articles.engine.text.phrases import beginning
from articles.exports import json_ld as linked
from articles.exports.snapshot import Standing, summed_up
from articles.models import Article, Code, Lineage, Outlet, Speaker
from articles.presentation.lineage_snapshot import SITE, attestation_of
from articles.presentation.printings import Row
from articles.queries.permalinks import newest_of

# In a script element nothing but its end is special; and these three cannot make one.
_IN_SCRIPT = str.maketrans({"<": "\\u003c", ">": "\\u003e", "&": "\\u0026"})
# Zotero takes a page whose og:type is an article for one of a journal, unless it is told the type.
WEB_PAGE, NEWS = "webpage", "newspaperArticle"


@dataclass(frozen=True, slots=True)
class Also:
    """The same, or what is new of it, in another form."""

    media_type: str
    title: str
    address: str


@dataclass(frozen=True, slots=True)
class Head:
    """What a page says of itself; addresses are whole."""

    title: str
    description: str
    address: str
    kind: str = "website"
    site: str = SITE
    picture: str = ""
    picture_words: str = ""
    also: tuple[Also, ...] = ()
    item_type: str = WEB_PAGE
    creator: str = ""
    published: str = ""
    language: str = ""
    linked: SafeString | None = None


def head_of_lineage(
    request: HttpRequest, entry: Code, lineage: Lineage, rows: Sequence[Row], collation: Collation
) -> Head:
    """The head of a lineage's page."""
    whole = request.build_absolute_uri
    short = _in_short(request, lineage, rows, collation)
    code = lineage.code
    outlets = len({row.article.outlet_id or -row.article.pk for row in rows})
    whose = f" \N{EN DASH} {short.speaker}" if short.speaker else ""
    forms = [
        ("application/json", "Data", "json"),
        ("application/ld+json", "Linked data", "jsonld"),
        ("application/tei+xml", "Critical apparatus", "tei.xml"),
        ("application/x-bibtex", "Reference", "bib"),
    ]
    picture = whole(reverse("picture", args=[code]))
    return Head(
        title=f"{short.title}{whose}",
        description=summed_up(outlets, len({row.wording for row in rows}), short.first),
        address=short.address,
        picture=f"{picture}?r={newest_of(entry)}" if newest_of(entry) else picture,
        picture_words=f"{short.title}{whose}",
        also=(
            _feed("New printings of these words", whole(reverse("lineage_feed", args=[code]))),
            *(Also(kind, title, whole(reverse("sibling", args=[code, form]))) for kind, title, form in forms),
            oembed_of(request, short.address),
        ),
        creator=short.speaker,
        published=short.first.printed.surely,
        language=short.first.language,
        linked=in_script(linked.opening(short)),
    )


def head_of_pair(request: HttpRequest, lineage: Lineage, left: Row, right: Row, name: str) -> Head:
    """The head of the page of two printings."""
    keys = [lineage.code, left.key, right.key]
    address = request.build_absolute_uri(lineage.pair_address(left.key, right.key))
    return Head(
        title=f"{left.article.outlet_name} and {right.article.outlet_name}, side by side",
        description=name,
        address=address,
        picture=request.build_absolute_uri(reverse("pair_picture", args=keys)),
        picture_words=name,
        also=(oembed_of(request, address),),
    )


def head_of_article(request: HttpRequest, article: Article) -> Head:
    """The head of an article's page: it is cited as what the outlet printed."""
    day = article.printed_day
    return Head(
        title=str(article),
        description=f"Every quotation in it, with the other printings of the same words. {article.outlet_name}.",
        address=request.build_absolute_uri(article.get_absolute_url()),
        kind="article",
        site=article.outlet_name,
        item_type=NEWS,
        creator=article.byline,
        published=day.isoformat() if day else "",
        language=article.language,
    )


def head_of_list(request: HttpRequest, title: str, description: str, path: str, feed: str = "") -> Head:
    """The head of a page that lists quotations; `feed` is the path of what tells of new ones."""
    whole = request.build_absolute_uri
    return Head(title, description, whole(path), also=(_feed(title, whole(feed)),) if feed else ())


def head_of_speaker(request: HttpRequest, speaker: Speaker) -> Head:
    """The head of a speaker's page."""
    told = f"Quotations of {speaker}, each with every printing of the same words."
    feed = reverse("speaker_feed", args=[speaker.slug])
    return head_of_list(request, f"{speaker}: quotations", told, speaker.get_absolute_url(), feed)


def head_of_outlet(request: HttpRequest, outlet: Outlet) -> Head:
    """The head of an outlet's page."""
    told = f"The quotations {outlet} printed, each with the other printings of the same words."
    feed = reverse("outlet_feed", args=[outlet.slug])
    return head_of_list(request, f"{outlet}: quotations", told, outlet.get_absolute_url(), feed)


def head_of_search(request: HttpRequest, asked: str) -> Head:
    """The head of what a question found; its feed asks the same."""
    question = request.META.get("QUERY_STRING", "")
    path, feed = (f"{reverse(name)}?{question}" for name in ("search", "search_feed"))
    told = "Quotations that have these words, each with every printing of them."
    return head_of_list(request, f"Search: {asked or 'quotations'}", told, path, feed)


def oembed_of(request: HttpRequest, address: str) -> Also:
    """Where a page that is to show this one inside itself asks how."""
    asked = urlencode({"url": address, "format": "json"})
    return Also("application/json+oembed", "To embed", f"{request.build_absolute_uri(reverse('oembed'))}?{asked}")


def in_script(content: object) -> SafeString:
    """`content` as JSON that may stand in a script element."""
    return mark_safe(json.dumps(content, ensure_ascii=False).translate(_IN_SCRIPT))


def _feed(title: str, address: str) -> Also:
    return Also("application/atom+xml", title, address)


def _in_short(request: HttpRequest, lineage: Lineage, rows: Sequence[Row], collation: Collation) -> Standing:
    """The lineage with its first printing alone: the head of a page must not weigh more than the page."""
    whole = request.build_absolute_uri
    return Standing(
        code=lineage.code,
        address=whole(lineage.get_absolute_url()),
        site=SITE,
        site_address=whole("/"),
        attestations=(attestation_of(rows[0], whole),),
        base="",
        base_text=beginning(collation.wordings[collation.base].text, words=120),
        places=(),
        apart=(),
        origins=(),
        outlets=0,
        independent=0,
    )
