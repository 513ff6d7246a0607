"""A reader who goes back finds the page as they left it; one whose server is gone keeps the page."""

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Open, Site

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser


def count_history(page: "Page") -> int:
    return int(page.evaluate("history.length"))


def test_typing_adds_nothing_to_the_history(open_page: Open, site: Site) -> None:
    page = open_page("/")
    page.get_by_role("link", name="Search", exact=True).click()
    before = count_history(page)
    page.get_by_role("searchbox").press_sequentially("syrian army", delay=300)
    expect(page).to_have_url(re.compile(r"/search\?q=syrian(\+|%20)army$"))
    assert count_history(page) == before
    page.go_back()
    assert page.url == f"{site.url}/"


def test_a_submitted_search_is_in_the_history(open_page: Open, site: Site) -> None:
    page = open_page("/search?q=colossal")
    page.get_by_role("searchbox").fill("syrian")
    page.keyboard.press("Enter")
    expect(page.locator("#found-heading")).to_have_text("1 quotation")
    page.go_back()
    expect(page.get_by_role("searchbox")).to_have_value("colossal")


def test_back_returns_to_the_pair_and_the_place_that_one_left(open_page: Open, site: Site) -> None:
    page = open_page(site.pair, viewport={"width": 800, "height": 300})
    names = page.locator("#comparison .side h3")
    expect(names).to_have_text(["OffGuardian", "SANA"])
    page.evaluate("window.marker = 1")
    page.get_by_role("link", name="Swap sides").scroll_into_view_if_needed()
    place = page.evaluate("scrollY")
    page.get_by_role("link", name="Swap sides").click()
    expect(names).to_have_text(["SANA", "OffGuardian"])
    page.go_back()
    expect(names).to_have_text(["OffGuardian", "SANA"])
    page.wait_for_function("place => Math.abs(scrollY - place) < 60", arg=place)
    assert page.evaluate("window.marker") == 1


def test_a_page_restored_has_buttons_that_copy(open_page: Open, site: Site) -> None:
    page = open_page(site.pair, permissions=["clipboard-read", "clipboard-write"])
    page.get_by_role("link", name="Swap sides").click()
    expect(page.locator("#comparison .side h3").first).to_have_text("SANA")
    page.go_back()
    expect(page.locator("#comparison .side h3").first).to_have_text("OffGuardian")
    button = page.locator("#comparison button.copy").first
    button.click()
    expect(button).to_have_text("Copied")


def test_a_server_that_is_gone_leaves_the_page_and_says_so(open_page: Open) -> None:
    page = open_page("/search?q=syrian")
    page.route("**/search?**", lambda route: route.abort("connectionrefused"))
    page.get_by_role("searchbox").press("End")
    page.get_by_role("searchbox").press_sequentially(" army")
    note = page.get_by_role("alert")
    expect(note).to_have_text("Could not load. Try again.")
    assert "/search?q=syrian" in str(note.get_by_role("link", name="Try again").get_attribute("href"))
    expect(page.locator("#found-heading")).to_have_text("1 quotation")
    page.unroute("**/search?**")
    page.get_by_role("searchbox").press_sequentially(" x")
    expect(note).to_have_count(0)
