"""An edited article tells what changed, in a real browser, with and without JavaScript."""

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from django.db.models import QuerySet
from playwright.sync_api import expect

from articles.models import Article, ArticleVersion, Quote
from articles.services.revisions import record_pending_revisions
from tests.browser.conftest import Open, Site
from tests.browser.test_everybody import AXE, SEEN, sideways
from tests.services.test_article_versions import ALTERED, NOTICE, WORDS, fetch, write

if TYPE_CHECKING:
    pass

pytestmark = pytest.mark.browser

SEEN_BEFORE, EDIT_SEEN = datetime(2026, 11, 3, 9, 10, tzinfo=UTC), datetime(2026, 11, 3, 11, 40, tzinfo=UTC)


@pytest.fixture
def edited(site: Site) -> Article:
    """Provide an article whose quotation lost its "not" between 09:10 and 11:40."""
    article = fetch(write(WORDS)).article
    fetch(write(ALTERED))
    QuerySet(ArticleVersion).filter(number=2).update(seen_before=SEEN_BEFORE, seen=EDIT_SEEN)
    Quote.objects.filter(version=2, seen__isnull=False).update(absent=SEEN_BEFORE, seen=EDIT_SEEN)
    record_pending_revisions()
    return article


@pytest.mark.parametrize("scripted", [True, False])
def test_an_edited_article_shows_what_changed(open_page: Open, edited: Article, scripted: bool) -> None:
    page = open_page(edited.get_absolute_url(), java_script_enabled=scripted)
    expect(page.get_by_text("Altered between 09:10 and 11:40 UTC on 3 November 2026")).to_be_visible()
    expect(page.get_by_text("without a notice that we found").first).to_be_visible()
    page.goto(f"{edited.get_absolute_url()}/versions/1")
    expect(page.get_by_text(WORDS).first).to_be_visible()
    assert edited.outlet is not None
    page.goto(f"{edited.outlet.get_absolute_url()}/edits")
    page.get_by_role("link", name=edited.title).first.click()
    expect(page.get_by_role("heading", name=edited.title)).to_be_visible()


def test_axe_finds_nothing_on_the_pages_of_versions(open_page: Open, edited: Article) -> None:
    from axe_playwright_python.sync_playwright import Axe

    fetch(write(WORDS, end=NOTICE))  # with a notice, and a third version
    record_pending_revisions()
    page = open_page(edited.get_absolute_url())
    for path in list_pages(edited):
        page.goto(path)
        for viewport, scheme in SEEN:
            page.set_viewport_size(viewport)
            page.emulate_media(color_scheme=scheme)
            found = Axe().run(page, options=AXE)
            assert found.violations_count == 0, f"{path} {viewport} {scheme}: {found.generate_report()}"
    assert sideways(open_page, *list_pages(edited)) == []


def list_pages(article: Article) -> list[str]:
    """Return the address of one page of each type that shows versions of an article."""
    assert article.outlet is not None
    address = article.get_absolute_url()
    lineages = [quote.printings.all()[0].lineage for quote in Quote.objects.filter(article=article)[:1]]
    return [
        address,
        f"{address}/versions/1",
        f"{address}/versions/2",
        f"{article.outlet.get_absolute_url()}/edits",
        f"{article.outlet.get_absolute_url()}/edits?notice=without",
        *(lineage.get_absolute_url() for lineage in lineages),
    ]
