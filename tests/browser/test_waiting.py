"""A reader who has come early sees how far the comparing is, and how it ends, with JavaScript or not."""

import pytest
from playwright.sync_api import expect

from articles.models import Article
from articles.services.worker import link_next
from tests.browser.conftest import Open, Site

pytestmark = pytest.mark.browser


def test_the_page_says_by_itself_when_its_quotations_are_compared(open_page: Open, site: Site) -> None:
    page = open_page(site.waiting.get_absolute_url())
    page.evaluate("window.sameDocument = true")
    expect(page.get_by_text("will be compared with")).to_be_visible()
    expect(page.locator("#notes").get_by_text("not compared yet")).to_be_visible()
    page.get_by_role("link", name="Check again").focus()
    Article.objects.filter(pk=site.waiting.pk).update(link_state="linking", lease_owner="somebody")
    expect(page.get_by_text("is being compared with")).to_be_visible()
    expect(page.get_by_role("link", name="Check again")).to_be_focused()

    Article.objects.filter(pk=site.waiting.pk).update(link_state="waiting", lease_owner="")
    assert link_next()
    expect(page.get_by_role("status")).to_have_text("Compared. 1 of 1 quotation has other versions.")
    expect(page.locator("#comparing")).to_have_count(0)
    expect(page.locator("#notes").get_by_text("3 other versions")).to_be_visible()
    assert page.evaluate("window.sameDocument === true")

    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.wait_for_timeout(1500)
    assert asked == []


def test_without_script_a_link_asks(open_page: Open, site: Site) -> None:
    page = open_page(site.waiting.get_absolute_url(), java_script_enabled=False)
    expect(page.locator("#notes").get_by_text("not compared yet")).to_be_visible()
    assert link_next()
    page.get_by_role("link", name="Check again").click()
    expect(page.locator("#notes").get_by_text("3 other versions")).to_be_visible()
    expect(page.get_by_text("Not compared yet.")).to_have_count(0)
