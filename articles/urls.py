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

from articles.views import (
    about,
    articles,
    bookmarklets,
    check,
    comparison,
    days,
    directories,
    downloads,
    feeds,
    home,
    lineage,
    outlets,
    proof,
    revisions,
    search,
    share,
    share_images,
    sitemaps,
    speakers,
    suggestions,
)
from articles.views.api.endpoints import api, docs_page

CONVERTERS = {
    "text": r"[^/\x00]+",  # without NUL, which no database takes
    "bare": r"[^/.\x00]+",  # a code before a dot, behind which a format is named
    "digits": r"[0-9]{1,40}",  # a number as it was typed: also one too long for a database, or with leading zeros
    "form": "|".join(map(re.escape, downloads.DOWNLOAD_FORMATS)),  # a format in which a lineage is downloaded
    "table": "csv|json",  # a format in which a list is downloaded
}
for name, regex in CONVERTERS.items():
    register_converter(type(name, (StringConverter,), {"regex": regex}), name)

urlpatterns = [
    path("", home.home, name="home"),
    path("altered", home.home, {"name": "altered"}, name="altered"),
    path("newest", home.home, {"name": "newest"}, name="newest"),
    path("quotations.<table:form>", home.home, name="home_table"),
    path("altered.<table:form>", home.home, {"name": "altered"}, name="altered_table"),
    path("newest.<table:form>", home.home, {"name": "newest"}, name="newest_table"),
    path("d/", days.day_list, name="days"),
    path("d.<table:form>", days.day_list, name="days_table"),
    path("d/<bare:written>", days.day_detail, name="day"),
    path("d/<bare:written>.<table:form>", days.day_detail, name="day_table"),
    path("q/<text:code>/<digits:left>..<digits:right>", comparison.comparison_detail, name="comparison"),
    path("q/<text:code>/<digits:left>..<digits:right>/", comparison.comparison_detail),
    path("q/<text:code>/<digits:left>..<digits:right>.png", share_images.pair_image, name="pair_picture"),
    path("q/<bare:code>.png", share_images.lineage_image, name="picture"),
    path("q/<bare:code>.atom", feeds.lineage_feed, name="lineage_feed"),
    path("q/<bare:code>.<form:form>", downloads.lineage_download, name="sibling"),
    path("q/<text:code>/share", share.share_page, name="share"),
    path("embed/<text:code>", share.embed, name="embed"),
    path("oembed", share.oembed, name="oembed"),
    path("api/v1/docs", docs_page, name="api_docs"),
    path("api/v1/", api.urls),
    path("sitemap.xml", sitemaps.sitemap_index, name="sitemap"),
    path("sitemap-<text:kind>-<int:number>.xml", sitemaps.sitemap_part, name="sitemap_part"),
    path("robots.txt", sitemaps.robots_txt, name="robots"),
    path("about/", about.about_page, name="about"),
    path("about", about.about_page),
    path("proof/", proof.proof_page, name="proof"),
    path("proof", proof.proof_page),
    path("proof/<bare:written>.txt", proof.proof_day, name="proof_day"),
    path("bookmarklets", bookmarklets.bookmarklets_page, name="bookmarklets"),
    path("bookmarklets/", bookmarklets.bookmarklets_page),
    path("shared", bookmarklets.shared_page, name="shared"),
    path("manifest.webmanifest", bookmarklets.manifest, name="manifest"),
    path("feed.atom", feeds.site_feed, name="site_feed"),
    path("search.atom", feeds.search_feed, name="search_feed"),
    path("o/<bare:slug>.atom", feeds.outlet_feed, name="outlet_feed"),
    path("s/<bare:slug>.atom", feeds.speaker_feed, name="speaker_feed"),
    path("check", check.check_page, name="check"),
    path("search", search.search_page, name="search"),
    path("search.<table:form>", search.search_page, name="search_table"),
    path("q/<text:code>/r<digits:number>", revisions.revision_detail, name="revision"),
    path("q/<text:code>/r<digits:number>/", revisions.revision_detail),
    path("q/<text:code>/r<digits:number>.json", revisions.revision_json, name="revision_json"),
    path("q/<text:code>/since/<digits:number>", revisions.revision_changes_since, name="since"),
    path("suggest", suggestions.suggest_article, name="suggest_article"),
    path("q/<text:code>/suggest", suggestions.suggest, name="suggest"),
    path("q/<text:code>/history", revisions.revision_history, name="history"),
    path("q/<text:code>/history/", revisions.revision_history),
    path("q/<text:code>/history/<digits:older>..<digits:newer>", revisions.revision_diff, name="two_revisions"),
    path("q/<text:code>/<text:slug>", lineage.lineage_detail, name="lineage"),
    path("q/<text:code>", lineage.lineage_detail, name="lineage_of_code"),
    path("q/<text:code>/", lineage.lineage_detail),
    path("q/<text:code>/<text:slug>/", lineage.lineage_detail),
    path("a/", directories.article_list, name="articles"),
    path("a.<table:form>", directories.article_list, name="articles_table"),
    path("a/<int:number>/<text:slug>", articles.article_detail, name="article"),
    path("a/<int:number>", articles.article_detail),
    path("a/<int:number>/", articles.article_detail),
    path("a/<int:number>/<text:slug>/", articles.article_detail),
    path("a/<int:number>/<text:slug>/versions/<digits:version>", articles.article_version, name="article_version"),
    path("a/<int:number>/<text:slug>/versions/<digits:version>/", articles.article_version),
    path("a/<int:number>/<text:slug>/in-other-words", articles.article_indirect_quotes, name="retellings"),
    path("o/", directories.outlet_list, name="outlets"),
    path("o.<table:form>", directories.outlet_list, name="outlets_table"),
    path("o/<bare:slug>.<table:form>", outlets.outlet_detail, name="outlet_table"),
    path("o/<text:slug>..<text:other>", outlets.outlet_compare, name="two_outlets"),
    path("o/<text:slug>", outlets.outlet_detail, name="outlet"),
    path("o/<text:slug>/", outlets.outlet_detail),
    path("o/<text:slug>/changes/<text:kind>", outlets.outlet_changes, name="changes"),
    path("o/<text:slug>/edits", outlets.outlet_edits, name="outlet_edits"),
    path("o/<text:slug>/edits.atom", feeds.outlet_edits_feed, name="outlet_edits_feed"),
    path("o/<text:slug>/first", outlets.outlet_first_printings, name="first"),
    path("o/<text:slug>/crediting", outlets.outlet_credited_quotes, name="crediting"),
    path("s/", directories.speaker_list, name="speakers"),
    path("s.<table:form>", directories.speaker_list, name="speakers_table"),
    path("s/<bare:slug>.<table:form>", speakers.speaker_detail, name="speaker_table"),
    path("s/<text:slug>", speakers.speaker_detail, name="speaker"),
    path("s/<text:slug>/", speakers.speaker_detail),
    path("s/<text:slug>/in-other-words", speakers.speaker_indirect_quotes, name="in_other_words"),
]
