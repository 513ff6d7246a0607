"""Which address shows which page?

``/q/7KQ2M9X4VD/the-problem-around-the-us-led-coalition`` is a lineage and ``/a/12/us-led-strikes-selective`` an
article: the code or number finds the page, the words after it are for people, and the view leads every other spelling
to the one canonical address. An address with and without a closing slash is routed here, not by ``APPEND_SLASH``, so
that a misspelt address is corrected in one hop.

Left to others: which spelling is canonical (`models`), the curators' desk and the health answer (`provenance.urls`).
"""

from django.urls import path

from articles.views.articles import article
from articles.views.home import home
from articles.views.lineages import lineage
from articles.views.outlets import outlet, outlets
from articles.views.speakers import speaker, speakers

urlpatterns = [
    path("", home, name="home"),
    path("q/<str:code>/<str:slug>", lineage, name="lineage"),
    path("q/<str:code>", lineage),
    path("q/<str:code>/", lineage),
    path("q/<str:code>/<str:slug>/", lineage),
    path("a/<int:number>/<str:slug>", article, name="article"),
    path("a/<int:number>", article),
    path("a/<int:number>/", article),
    path("a/<int:number>/<str:slug>/", article),
    path("o/", outlets, name="outlets"),
    path("o/<str:slug>", outlet, name="outlet"),
    path("o/<str:slug>/", outlet),
    path("s/", speakers, name="speakers"),
    path("s/<str:slug>", speaker, name="speaker"),
    path("s/<str:slug>/", speaker),
]
