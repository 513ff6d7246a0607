"""Fixtures of the browser tests: a site with lineages, and pages that report errors.

A site with Lavrov's words as three outlets printed them (all of it, the aside as dots, the aside gone), one quotation
that nobody else printed, two translations, one printed twenty times, and an article with chrome around it; and a page
in a fresh Chromium context that fails the test if anything is written to its console.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from articles.engine.text.aliases import STANDARD_ALIASES
from articles.models import Alias, Article, Lineage, LineageCode
from articles.services.search_index import index_quotes
from tests.support.fonts import NARROW
from tests.support.makers import (
    index_words,
    make_article,
    make_indirect_quote,
    make_lineage,
    make_quote,
    record_lineage_variants,
)

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page
    from pytest_django.live_server_helper import LiveServer

ASIDE = "(life has proved they never went back from their words)"
WHOLE = (
    "The problem around the U.S.-led coalition is that they declared its goal in fighting exclusively the Islamic "
    f"State and pledged not to take any action against the Syrian army {ASIDE}, analysis of the strikes drives us to "
    "a conclusion that these were selective"
)
DOTS = WHOLE.replace(ASIDE, "......")
CUT = WHOLE.replace(f" {ASIDE}", "").replace("the Islamic State", "ISIS")


@dataclass(frozen=True, slots=True)
class Site:
    """A served site and what stands on it."""

    url: str
    lavrov: Lineage
    alone: Lineage
    translated: Lineage
    many: Lineage
    article: Article
    waiting: Article
    withdrawn: LineageCode

    @property
    def pair(self) -> str:
        """The address of the first two printings of Lavrov's words, side by side."""
        first, second, *_ = (printing.quote_id for printing in self.lavrov.printings.earliest_first())
        return self.lavrov.get_comparison_url(first, second)

    def pages(self) -> dict[str, str]:
        """Return the address of one page of each type."""
        return {
            "home": "/",
            "lineage": self.lavrov.get_absolute_url(),
            "two printings": self.pair,
            "two printings in one": f"{self.pair}?view=one",
            "lineage of one printing": self.alone.get_absolute_url(),
            "lineage of translations": self.translated.get_absolute_url(),
            "lineage of many printings": self.many.get_absolute_url(),
            "article": self.article.get_absolute_url(),
            "article that waits": self.waiting.get_absolute_url(),
            "outlets": "/o/",
            "outlet": "/o/sana",
            "speakers": "/s/",
            "speaker": "/s/sergey-lavrov",
            "speaker in a month": "/s/sergey-lavrov?since=2015-11&until=2015-11&sort=altered",
            "outlet by severity": "/o/sana?sort=altered",
            "no date": "/o/sana?since=notadate",
            "articles": "/a/",
            "to suggest an article": "/suggest",
            "no outlet": "/o/nobody",
            "quotations in another order": "/altered",
            "days": "/d/",
            "day": "/d/2015-11-17",
            "two outlets": "/o/offguardian..sana",
            "proof": "/proof/",
            "bookmarklets": "/bookmarklets",
            "printings behind a figure": "/o/sana/changes/name_swap",
            "first to print": "/o/offguardian/first",
            "crediting": "/o/sana/crediting?whom=TASS",
            "search": "/search",
            "found": "/search?q=army",
            "narrowed": "/search?q=army&outlet=sana&least=2",
            "check": "/check",
            "checked": "/check?q=they+declared+its+goal+in+fighting+exclusively+ISIS+and+pledged+to+take+any+action",
            "checked and not found": "/check?q=the+price+of+bread+will+be+frozen+until+the+harvest",
            "in other words": "/s/sergey-lavrov/in-other-words",
            "retellings": f"{self.article.get_absolute_url()}/in-other-words",
            "to cite and share": f"/q/{self.lavrov.code}/share",
            "embedded": f"/embed/{self.lavrov.code}",
            "about": "/about/",
            "not found": "/nowhere",
            "withdrawn": f"/q/{self.withdrawn.code}",
        }


PAGES = (
    "home",
    "lineage",
    "two printings",
    "two printings in one",
    "lineage of one printing",
    "lineage of translations",
    "lineage of many printings",
    "article",
    "article that waits",
    "outlets",
    "outlet",
    "speakers",
    "speaker",
    "speaker in a month",
    "outlet by severity",
    "no date",
    "articles",
    "to suggest an article",
    "no outlet",
    "quotations in another order",
    "days",
    "day",
    "two outlets",
    "proof",
    "bookmarklets",
    "printings behind a figure",
    "first to print",
    "crediting",
    "search",
    "found",
    "narrowed",
    "check",
    "checked",
    "checked and not found",
    "in other words",
    "retellings",
    "to cite and share",
    "embedded",
    "about",
    "not found",
    "withdrawn",
)


@pytest.fixture
def site(transactional_db: None, live_server: "LiveServer") -> Site:
    """Provide the site of these tests, being served."""
    Alias.objects.seed()
    told = "He added that the strikes were selective."
    text = f"Home | World\n\u201c{CUT},\u201d Lavrov said. {told}\nCheck Also"
    paragraphs: list[list[object]] = [[0, 12, "chrome", "a menu"], [13, len(text) - 11, "body", ""]]
    article = make_article(
        text,
        outlet="SANA",
        title="US-led strikes selective, Lavrov asserts",
        precision="about",
        credit="TASS",
        url="https://www.sana.sy/en/?p=61729",
        paragraphs=[*paragraphs, [len(text) - 10, len(text), "chrome", "links to other articles"]],
    )
    whole = make_quote(WHOLE, credit="TASS", occasion="in an interview with the Vesti.doc programme")
    index_words(whole)
    index_quotes([whole])
    make_indirect_quote("that the strikes were selective", article=article, occasion="in an interview on Tuesday")
    site = Site(
        url=live_server.url,
        lavrov=make_lineage(
            whole,
            make_quote(CUT, article=article),
            make_quote(DOTS, outlet="Russia Insider", published=None),
        ),
        alone=make_lineage(make_quote("It is a colossal mistake", outlet="RT")),
        translated=make_lineage(
            make_quote("the strikes were selective, I would say sparing, and in most cases spared those groups"),
            make_quote("blows fell with care upon whoever could not push at an army", outlet="Freenews"),
        ),
        many=make_lineage(
            *(make_quote(WHOLE, outlet=f"Outlet {n % 2}") for n in range(6)),
            *(make_quote(f"{text} {n}", outlet=f"Outlet {n % 2}") for n in range(7) for text in (CUT, DOTS)),
            *(make_quote(WHOLE.replace(f" {word} ", " other "), outlet="Outlet 1") for word in WHOLE.split()[8:20]),
        ),
        article=article,
        waiting=make_quote(WHOLE, article=make_article(f"\u201c{WHOLE}\u201d he said.", waiting=True)).article,
        withdrawn=LineageCode.objects.create(code="0000000001", gone_because="The outlet retracted its article."),
    )
    record_lineage_variants([site.lavrov, site.translated, site.many], STANDARD_ALIASES)
    return site


Open = Callable[..., "Page"]


@pytest.fixture
def open_page(browsers: "Callable[[str], Browser]", site: Site) -> Iterator[Open]:
    """Provide a function that opens a page of the site with these options; nothing may go wrong on it."""
    contexts: list[BrowserContext] = []
    complaints: list[str] = []

    def opened(path: str, *, font: str = NARROW, **options: object) -> "Page":
        context = browsers(font).new_context(base_url=site.url, **options)  # type: ignore[arg-type]
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("console", lambda said: complaints.append(said.text) if said.type in {"error", "warning"} else None)
        page.goto(path)
        return page

    yield opened
    for context in contexts:
        context.close()
    # That a page of an error has the status of an error is what it is for; a server that is gone refuses connections.
    expected = r"status of (404|410|500)|Error Code 500|ERR_CONNECTION_REFUSED|htmx:(sendError|afterRequest)"
    assert [text for text in complaints if not re.search(expected, text)] == []
