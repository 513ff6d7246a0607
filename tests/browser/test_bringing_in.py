"""What readers and curators bring: words of another page, shared text, a file to verify, a feed; without script too."""

from datetime import timedelta
from threading import Event
from typing import TYPE_CHECKING

import pytest
from django.core.cache import cache
from playwright.sync_api import expect
from pytest_django import Settings

from articles.importers import read_upload
from articles.models import Article
from articles.services import fetching, sources
from articles.services.ingest import ingest_article
from articles.services.worker import link_next
from tests.browser.conftest import WHOLE, Open, Site
from tests.browser.test_desk import REVIEW
from tests.browser.test_desk import desk as desk
from tests.services.test_incoming import FERRY, QUOTE
from tests.services.test_sources import render_feed
from tests.support.web_server import Page as WebPage
from tests.support.web_server import serve_pages

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser

PAGE = "https://paper.example/1"
STORY = f"<html><title>A story</title><body><p id='said'>{WHOLE}</p></body></html>".encode()


def test_the_bookmarklet_checks_what_is_selected_on_another_page(open_page: Open, site: Site) -> None:
    page = open_page("/bookmarklets")
    code = page.get_by_role("link", name="Check these words").get_attribute("href") or ""
    with serve_pages({"/story": WebPage(STORY)}) as server:
        page.goto(server.address("/story"))
        page.evaluate("getSelection().selectAllChildren(document.querySelector('#said'))")
        with page.context.expect_page() as opened:
            page.evaluate(code.removeprefix("javascript:"))
        check = opened.value
        expect(check.get_by_role("heading", name="Check another")).to_be_visible()
        expect(check.locator("#q")).to_have_value(WHOLE)
        assert check.url == f"{site.url}/check"
        assert all("declared" not in path for path in server.paths)


@pytest.mark.parametrize("scripted", [True, False])
def test_what_a_telephone_shares_is_checked_and_suggested(open_page: Open, site: Site, scripted: bool) -> None:
    page = open_page("about:blank", java_script_enabled=scripted)
    text = f"<textarea name=text>{WHOLE} {PAGE}</textarea>"
    for button in ("Check these words", "Suggest this page"):
        page.goto("about:blank")
        page.set_content(f"<form method=post action={site.url}/shared>{text}<button>Go</button></form>")
        page.get_by_role("button", name="Go").click()
        expect(page.get_by_role("heading", name="What you shared")).to_be_visible()
        page.get_by_role("button", name=button).click()
        answer = page.get_by_role("heading", name="Check another").or_(page.get_by_label("Address of the article"))
        expect(answer).to_be_visible()
    expect(page.get_by_label("Address of the article")).to_have_value(PAGE)


@pytest.mark.parametrize("scripted", [True, False])
def test_a_file_is_verified(open_page: Open, site: Site, scripted: bool) -> None:
    ingest_article(read_upload("ferry.html", FERRY))
    page = open_page("/proof/", java_script_enabled=scripted)
    for content, heading in ((FERRY, "We hold exactly this file"), (FERRY + b" ", "We do not hold this file")):
        page.set_input_files("input[type=file]", {"name": "ferry.html", "mimeType": "text/html", "buffer": content})
        page.get_by_role("button", name="Verify").click()
        expect(page.get_by_role("heading", name=heading)).to_be_visible()
    expect(page.get_by_text("sha256sum page.html")).to_be_visible()


@pytest.mark.parametrize("scripted", [True, False])
def test_a_feed_becomes_articles_with_their_quotations(
    desk: "Page", open_page: Open, site: Site, settings: Settings, monkeypatch: pytest.MonkeyPatch, scripted: bool
) -> None:
    settings.FETCH_LOOPBACK = True
    monkeypatch.setattr(fetching, "HOST_PAUSE", timedelta(0))
    cache.clear()
    storage = desk.context.storage_state()
    page = desk if scripted else open_page("about:blank", java_script_enabled=False, storage_state=storage)
    feed = WebPage(render_feed("/ferry"), media_type="application/rss+xml")
    with serve_pages({"/feed": feed, "/ferry": WebPage(FERRY)}) as server:
        page.goto(f"{site.url}{REVIEW}new/")
        page.get_by_label("Address of a feed, a news sitemap or a site").fill(server.address("/feed"))
        page.get_by_role("button", name="Follow").click()
        expect(page.get_by_text("is followed.")).to_be_visible()
        assert sources.follow(stop=Event(), once=True) == 1
    while link_next():
        pass
    page.goto(f"{site.url}/a/")
    page.get_by_role("link", name=Article.objects.latest("pk").title).click()
    expect(page.get_by_text(QUOTE).first).to_be_visible()
