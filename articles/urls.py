"""Which address shows which page?

``/q/7KQ2M9X4VD/the-problem-around-the-us-led-coalition`` is a lineage, ``/q/7KQ2M9X4VD/12..31`` two of its printings
side by side, ``/q/7KQ2M9X4VD/r12`` how it once stood and ``/a/12/us-led-strikes-selective`` an article: the code or
number finds the page, the words after it are for people, and the view leads every other spelling to the one canonical
address. An address with and without a closing slash is routed here, not by ``APPEND_SLASH``, so that a misspelt address
is corrected in one hop.

Left to others: which spelling is canonical (`models`), the curators' desk and the health answer (`provenance.urls`).
"""

import re

from django.urls import include, path, register_converter
from django.urls.converters import StringConverter

from articles.views.about import about
from articles.views.api import endpoints as ask
from articles.views.articles import article
from articles.views.check import check_page
from articles.views.comparison import comparison
from articles.views.days import day, days
from articles.views.downloads import FORMS, sibling
from articles.views.feeds import lineage_feed, outlet_feed, search_feed, site_feed, speaker_feed
from articles.views.home import home
from articles.views.indirect_quotes import retellings
from articles.views.lineage import lineage
from articles.views.outlets import changes, crediting, first, outlet, outlets, two_outlets
from articles.views.revisions import history, revision, revision_json, since, two_revisions
from articles.views.search import search_page
from articles.views.share import embed, oembed, share
from articles.views.share_images import lineage_picture, pair_picture
from articles.views.sitemaps import robots, sitemap, sitemap_part
from articles.views.speakers import in_other_words, speaker, speakers
from articles.views.suggestions import suggest


class Printable(StringConverter):
    """A part of an address without the one character that no database takes."""

    regex = r"[^/\x00]+"


class Digits(StringConverter):
    """A number as it was typed: longer ones than a database takes, and zeros in front."""

    regex = r"[0-9]{1,40}"


class Bare(StringConverter):
    """A code before a dot, behind which its form is named."""

    regex = r"[^/.\x00]+"


class FormName(StringConverter):
    """A form in which a lineage can be had."""

    regex = "|".join(re.escape(name) for name in FORMS)


class Table(StringConverter):
    """A form in which a list can be had."""

    regex = "csv|json"


register_converter(Printable, "text")
register_converter(Table, "table")
register_converter(Bare, "bare")
register_converter(FormName, "form")
register_converter(Digits, "digits")

api = [
    path("", ask.start, name="start"),
    path("openapi.json", ask.openapi, name="openapi"),
    path("lineages", ask.lineages, name="lineages"),
    path("lineages/<text:code>", ask.lineage, name="lineage"),
    path("quotes", ask.quotes, name="quotes"),
    path("quotes/<int:number>", ask.quote, name="quote"),
    path("articles", ask.articles, name="articles"),
    path("articles/<int:number>", ask.article, name="article"),
    path("outlets", ask.outlets, name="outlets"),
    path("outlets/<text:slug>", ask.outlet, name="outlet"),
    path("speakers", ask.speakers, name="speakers"),
    path("speakers/<text:slug>", ask.speaker, name="speaker"),
    path("search", ask.search_words, name="search"),
    path("check", ask.check_words, name="check"),
]
urlpatterns = [
    path("", home, name="home"),
    path("altered", home, {"name": "altered"}, name="altered"),
    path("newest", home, {"name": "newest"}, name="newest"),
    path("quotations.<table:form>", home, name="home_table"),
    path("altered.<table:form>", home, {"name": "altered"}, name="altered_table"),
    path("newest.<table:form>", home, {"name": "newest"}, name="newest_table"),
    path("d/", days, name="days"),
    path("d.<table:form>", days, name="days_table"),
    path("d/<bare:written>", day, name="day"),
    path("d/<bare:written>.<table:form>", day, name="day_table"),
    path("q/<text:code>/<digits:left>..<digits:right>", comparison, name="comparison"),
    path("q/<text:code>/<digits:left>..<digits:right>/", comparison),
    path("q/<text:code>/<digits:left>..<digits:right>.png", pair_picture, name="pair_picture"),
    path("q/<bare:code>.png", lineage_picture, name="picture"),
    path("q/<bare:code>.atom", lineage_feed, name="lineage_feed"),
    path("q/<bare:code>.<form:form>", sibling, name="sibling"),
    path("q/<text:code>/share", share, name="share"),
    path("embed/<text:code>", embed, name="embed"),
    path("oembed", oembed, name="oembed"),
    path("api/v1/", include((api, "api"))),
    path("sitemap.xml", sitemap, name="sitemap"),
    path("sitemap-<text:kind>-<int:number>.xml", sitemap_part, name="sitemap_part"),
    path("robots.txt", robots, name="robots"),
    path("about/", about, name="about"),
    path("about", about),
    path("feed.atom", site_feed, name="site_feed"),
    path("search.atom", search_feed, name="search_feed"),
    path("o/<bare:slug>.atom", outlet_feed, name="outlet_feed"),
    path("s/<bare:slug>.atom", speaker_feed, name="speaker_feed"),
    path("check", check_page, name="check"),
    path("search", search_page, name="search"),
    path("search.<table:form>", search_page, name="search_table"),
    path("q/<text:code>/r<digits:number>", revision, name="revision"),
    path("q/<text:code>/r<digits:number>/", revision),
    path("q/<text:code>/r<digits:number>.json", revision_json, name="revision_json"),
    path("q/<text:code>/since/<digits:number>", since, name="since"),
    path("q/<text:code>/suggest", suggest, name="suggest"),
    path("q/<text:code>/history", history, name="history"),
    path("q/<text:code>/history/", history),
    path("q/<text:code>/history/<digits:older>..<digits:newer>", two_revisions, name="two_revisions"),
    path("q/<text:code>/<text:slug>", lineage, name="lineage"),
    path("q/<text:code>", lineage, name="lineage_of_code"),
    path("q/<text:code>/", lineage),
    path("q/<text:code>/<text:slug>/", lineage),
    path("a/<int:number>/<text:slug>", article, name="article"),
    path("a/<int:number>", article),
    path("a/<int:number>/", article),
    path("a/<int:number>/<text:slug>/", article),
    path("a/<int:number>/<text:slug>/in-other-words", retellings, name="retellings"),
    path("o/", outlets, name="outlets"),
    path("o.<table:form>", outlets, name="outlets_table"),
    path("o/<bare:slug>.<table:form>", outlet, name="outlet_table"),
    path("o/<text:slug>..<text:other>", two_outlets, name="two_outlets"),
    path("o/<text:slug>", outlet, name="outlet"),
    path("o/<text:slug>/", outlet),
    path("o/<text:slug>/changes/<text:kind>", changes, name="changes"),
    path("o/<text:slug>/first", first, name="first"),
    path("o/<text:slug>/crediting", crediting, name="crediting"),
    path("s/", speakers, name="speakers"),
    path("s.<table:form>", speakers, name="speakers_table"),
    path("s/<bare:slug>.<table:form>", speaker, name="speaker_table"),
    path("s/<text:slug>", speaker, name="speaker"),
    path("s/<text:slug>/", speaker),
    path("s/<text:slug>/in-other-words", in_other_words, name="in_other_words"),
]
