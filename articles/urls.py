"""Addresses of the application.

``/q/7KQ2M9X4VD/the-problem-around-the-us-led-coalition`` is a lineage, ``/q/7KQ2M9X4VD/12..31`` two of its printings
side by side, ``/q/7KQ2M9X4VD/r12`` a revision and ``/a/12/us-led-strikes-selective`` an article: the code or number
finds the page, the words after it are for people, and the view redirects every other spelling to the canonical address.
An address with and without a closing slash is routed here, not by ``APPEND_SLASH``, so that a misspelt address is
corrected in one hop.
"""

import re

from django.urls import path, register_converter
from django.urls.converters import StringConverter

from articles.views.about import about_page
from articles.views.api.endpoints import api, docs_page
from articles.views.articles import article_detail, article_indirect_quotes
from articles.views.check import check_page
from articles.views.comparison import comparison_detail
from articles.views.days import day_detail, day_list
from articles.views.directories import directory_list
from articles.views.downloads import DOWNLOAD_FORMATS, lineage_download
from articles.views.feeds import lineage_feed, outlet_feed, search_feed, site_feed, speaker_feed
from articles.views.home import home
from articles.views.lineage import lineage_detail
from articles.views.outlets import (
    outlet_changes,
    outlet_compare,
    outlet_credited_quotes,
    outlet_detail,
    outlet_first_printings,
)
from articles.views.revisions import (
    revision_changes_since,
    revision_detail,
    revision_diff,
    revision_history,
    revision_json,
)
from articles.views.search import search_page
from articles.views.share import embed, oembed, share_page
from articles.views.share_images import lineage_image, pair_image
from articles.views.sitemaps import robots_txt, sitemap_index, sitemap_part
from articles.views.speakers import speaker_detail, speaker_indirect_quotes
from articles.views.suggestions import suggest


class PrintableConverter(StringConverter):
    """A part of an address without NUL, which no database takes."""

    regex = r"[^/\x00]+"


class DigitsConverter(StringConverter):
    """A number as it was typed: also one that is too long for a database, or has leading zeros."""

    regex = r"[0-9]{1,40}"


class DotlessConverter(StringConverter):
    """A code before a dot, behind which a format is named."""

    regex = r"[^/.\x00]+"


class ExportFormatConverter(StringConverter):
    """A format in which a lineage is downloaded."""

    regex = "|".join(re.escape(name) for name in DOWNLOAD_FORMATS)


class TableFormatConverter(StringConverter):
    """A format in which a list is downloaded."""

    regex = "csv|json"


register_converter(PrintableConverter, "text")
register_converter(TableFormatConverter, "table")
register_converter(DotlessConverter, "bare")
register_converter(ExportFormatConverter, "form")
register_converter(DigitsConverter, "digits")

urlpatterns = [
    path("", home, name="home"),
    path("altered", home, {"name": "altered"}, name="altered"),
    path("newest", home, {"name": "newest"}, name="newest"),
    path("quotations.<table:form>", home, name="home_table"),
    path("altered.<table:form>", home, {"name": "altered"}, name="altered_table"),
    path("newest.<table:form>", home, {"name": "newest"}, name="newest_table"),
    path("d/", day_list, name="days"),
    path("d.<table:form>", day_list, name="days_table"),
    path("d/<bare:written>", day_detail, name="day"),
    path("d/<bare:written>.<table:form>", day_detail, name="day_table"),
    path("q/<text:code>/<digits:left>..<digits:right>", comparison_detail, name="comparison"),
    path("q/<text:code>/<digits:left>..<digits:right>/", comparison_detail),
    path("q/<text:code>/<digits:left>..<digits:right>.png", pair_image, name="pair_picture"),
    path("q/<bare:code>.png", lineage_image, name="picture"),
    path("q/<bare:code>.atom", lineage_feed, name="lineage_feed"),
    path("q/<bare:code>.<form:form>", lineage_download, name="sibling"),
    path("q/<text:code>/share", share_page, name="share"),
    path("embed/<text:code>", embed, name="embed"),
    path("oembed", oembed, name="oembed"),
    path("api/v1/docs", docs_page, name="api_docs"),
    path("api/v1/", api.urls),
    path("sitemap.xml", sitemap_index, name="sitemap"),
    path("sitemap-<text:kind>-<int:number>.xml", sitemap_part, name="sitemap_part"),
    path("robots.txt", robots_txt, name="robots"),
    path("about/", about_page, name="about"),
    path("about", about_page),
    path("feed.atom", site_feed, name="site_feed"),
    path("search.atom", search_feed, name="search_feed"),
    path("o/<bare:slug>.atom", outlet_feed, name="outlet_feed"),
    path("s/<bare:slug>.atom", speaker_feed, name="speaker_feed"),
    path("check", check_page, name="check"),
    path("search", search_page, name="search"),
    path("search.<table:form>", search_page, name="search_table"),
    path("q/<text:code>/r<digits:number>", revision_detail, name="revision"),
    path("q/<text:code>/r<digits:number>/", revision_detail),
    path("q/<text:code>/r<digits:number>.json", revision_json, name="revision_json"),
    path("q/<text:code>/since/<digits:number>", revision_changes_since, name="since"),
    path("q/<text:code>/suggest", suggest, name="suggest"),
    path("q/<text:code>/history", revision_history, name="history"),
    path("q/<text:code>/history/", revision_history),
    path("q/<text:code>/history/<digits:older>..<digits:newer>", revision_diff, name="two_revisions"),
    path("q/<text:code>/<text:slug>", lineage_detail, name="lineage"),
    path("q/<text:code>", lineage_detail, name="lineage_of_code"),
    path("q/<text:code>/", lineage_detail),
    path("q/<text:code>/<text:slug>/", lineage_detail),
    path("a/<int:number>/<text:slug>", article_detail, name="article"),
    path("a/<int:number>", article_detail),
    path("a/<int:number>/", article_detail),
    path("a/<int:number>/<text:slug>/", article_detail),
    path("a/<int:number>/<text:slug>/in-other-words", article_indirect_quotes, name="retellings"),
    path("o/", directory_list, {"kind": "outlets"}, name="outlets"),
    path("o.<table:form>", directory_list, {"kind": "outlets"}, name="outlets_table"),
    path("o/<bare:slug>.<table:form>", outlet_detail, name="outlet_table"),
    path("o/<text:slug>..<text:other>", outlet_compare, name="two_outlets"),
    path("o/<text:slug>", outlet_detail, name="outlet"),
    path("o/<text:slug>/", outlet_detail),
    path("o/<text:slug>/changes/<text:kind>", outlet_changes, name="changes"),
    path("o/<text:slug>/first", outlet_first_printings, name="first"),
    path("o/<text:slug>/crediting", outlet_credited_quotes, name="crediting"),
    path("s/", directory_list, {"kind": "speakers"}, name="speakers"),
    path("s.<table:form>", directory_list, {"kind": "speakers"}, name="speakers_table"),
    path("s/<bare:slug>.<table:form>", speaker_detail, name="speaker_table"),
    path("s/<text:slug>", speaker_detail, name="speaker"),
    path("s/<text:slug>/", speaker_detail),
    path("s/<text:slug>/in-other-words", speaker_indirect_quotes, name="in_other_words"),
]
