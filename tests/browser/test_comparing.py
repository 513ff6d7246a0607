"""A reader goes from the home page to a quotation and chooses which two printings to see, with JavaScript or not."""

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Open, Site

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser

SAME_DOCUMENT = "window.sameDocument === true"


def choose(page: "Page", left: str, right: str) -> None:
    """Choose two printings in the form and compare them."""
    for label, outlet in (("First", left), ("Second", right)):
        option = page.get_by_label(label, exact=True).locator("option", has_text=outlet)
        page.get_by_label(label, exact=True).select_option(value=option.get_attribute("value"))
    page.get_by_role("button", name="Compare").click()


@pytest.mark.parametrize("scripted", [True, False])
def test_from_the_home_page_to_another_pair_and_back(open_page: Open, site: Site, scripted: bool) -> None:
    page = open_page("/", java_script_enabled=scripted)
    page.locator(f'.said a[href="{site.lavrov.get_absolute_url()}"]').first.click(position={"x": 200, "y": 12})
    expect(page).to_have_url(site.url + site.lavrov.get_absolute_url())
    expect(page.locator(".side h3")).to_have_text(["OffGuardian", "SANA"])
    expect(page.locator("#comparison del").first).to_contain_text("the Islamic State")
    expect(page.locator("#comparison ins").first).to_contain_text("ISIS")

    page.get_by_role("link", name="Every change between the two").click()
    expect(page).to_have_url(site.url + site.pair)
    heading = page.locator("#comparison-heading")
    choose(page, "OffGuardian", "Russia Insider")
    expect(page.locator(".side h3")).to_have_text(["OffGuardian", "Russia Insider"])
    expect(page).to_have_url(re.compile(rf"/q/{site.lavrov.code}/\d+\.\.\d+(#comparison)?$"))

    page.get_by_role("link", name="Swap sides").click()
    expect(page.locator(".side h3")).to_have_text(["Russia Insider", "OffGuardian"])
    expect(heading).to_be_visible()

    page.go_back()
    expect(page.locator(".side h3")).to_have_text(["OffGuardian", "Russia Insider"])
    page.go_back()
    expect(page.locator(".side h3")).to_have_text(["OffGuardian", "SANA"])
    page.go_back()
    expect(page.locator(".printings > li")).to_have_count(3)
    expect(page.locator("header.masthead")).to_have_count(1)


def test_with_javascript_only_the_comparison_is_swapped(open_page: Open, site: Site) -> None:
    page = open_page(site.pair)
    page.evaluate("window.sameDocument = true")
    choose(page, "OffGuardian", "Russia Insider")
    sides, heading = page.locator(".side h3"), page.locator("#comparison-heading")
    expect(sides).to_have_text(["OffGuardian", "Russia Insider"])
    expect(heading).to_be_focused()
    expect(heading).to_be_in_viewport()
    expect(page.locator("#announcement")).to_contain_text("Now comparing OffGuardian with Russia Insider: 1 change")
    assert page.evaluate(SAME_DOCUMENT)
    address = page.url
    page.go_back()
    expect(sides).to_have_text(["OffGuardian", "SANA"])
    page.go_forward()
    expect(sides).to_have_text(["OffGuardian", "Russia Insider"])
    assert page.evaluate(SAME_DOCUMENT)
    page.goto(address)
    expect(sides).to_have_text(["OffGuardian", "Russia Insider"])


@pytest.mark.parametrize("scripted", [True, False])
def test_another_printing_is_made_the_base(open_page: Open, site: Site, scripted: bool) -> None:
    page = open_page(site.lavrov.get_absolute_url(), java_script_enabled=scripted)
    words = page.locator("#words")
    expect(words.locator("blockquote")).to_contain_text("exclusively the Islamic State")
    if scripted:
        page.evaluate("window.sameDocument = true")
    words.locator(".bases summary").click()
    words.locator(".bases").get_by_role("link", name="SANA").click()
    expect(words.locator("blockquote")).to_contain_text("exclusively ISIS")
    expect(words.locator(".bases [aria-current]")).to_contain_text("SANA")
    expect(page).to_have_url(re.compile(r"\?base=\d+"))
    if scripted:
        expect(page.locator("#words-heading")).to_be_focused()
        expect(page.locator("#announcement")).to_have_text("All versions are now compared with SANA.")
        assert page.evaluate(SAME_DOCUMENT)


@pytest.mark.parametrize("scripted", [True, False])
def test_a_difference_opens_in_place_and_has_an_address(open_page: Open, site: Site, scripted: bool) -> None:
    page = open_page(site.lavrov.get_absolute_url(), java_script_enabled=scripted)
    difference, key = page.locator("#readings-2"), page.locator("#place-2 + button.key")
    expect(difference).to_be_hidden()
    key.click()
    expect(difference).to_be_in_viewport()
    expect(difference).to_contain_text("left out")
    page.keyboard.press("Escape")
    expect(difference).to_be_hidden()
    key.focus()
    page.keyboard.press("Enter")
    expect(difference).to_be_visible()
    difference.get_by_role("link", name="Link to this difference").press("Enter")
    expect(page).to_have_url(re.compile("#readings-2$"))
    page.reload()
    expect(difference).to_be_visible()


@pytest.mark.parametrize("scripted", [True, False])
def test_versions_are_chosen_for_the_columns(open_page: Open, site: Site, scripted: bool) -> None:
    page = open_page(site.many.get_absolute_url(), java_script_enabled=scripted)
    page.get_by_text("Compare any versions").click()
    for box in page.locator(".pick input").all():
        box.uncheck()
    for letter in ("B", "C"):
        page.locator(f'.pick input[value="{letter}"]').check()
    page.get_by_role("button", name="Show").click()
    expect(page).to_have_url(re.compile(r"\?versions=B&versions=C#versions$"))
    headings = page.locator(".columns thead th")
    expect(headings).to_have_count(4)
    expect(headings.last).to_be_visible()


def test_the_evidence_unfolds(open_page: Open, site: Site) -> None:
    page = open_page(site.lavrov.get_absolute_url(), java_script_enabled=False)
    page.get_by_text("Who may have copied whom").first.click()
    expect(page.get_by_text("OffGuardian credits TASS.")).to_be_hidden()
    page.locator("#origin-A summary").first.click()
    expect(page.get_by_text("OffGuardian credits TASS.")).to_be_visible()


def test_a_comparison_that_cannot_be_fetched_is_gone_to(open_page: Open, site: Site) -> None:
    page = open_page(site.pair)
    page.route(
        "**/*",
        lambda route: route.fulfill(status=500) if "hx-request" in route.request.headers else route.continue_(),
    )
    page.get_by_role("link", name="Swap sides").click()
    expect(page.locator(".side h3")).to_have_text(["SANA", "OffGuardian"])


def test_a_change_and_what_is_said_of_it_lead_to_each_other(open_page: Open, site: Site) -> None:
    page = open_page(site.pair, java_script_enabled=False)
    page.locator("#left-1 + a.key").click()
    expect(page).to_have_url(re.compile(r"#change-\d+$"))
    change = page.locator(".changes > li").first
    expect(change).to_be_in_viewport()
    change.locator(".evidence a").last.click()
    expect(page).to_have_url(re.compile("#right-1$"))


def test_keys_go_through_changes_and_versions(open_page: Open, site: Site) -> None:
    page = open_page(site.pair)
    page.get_by_role("link", name="Swap sides").focus()
    changes = page.locator(".changes > li[id]")
    page.keyboard.press("n")
    expect(changes.nth(0).locator("a").first).to_be_focused()
    page.keyboard.press("n")
    expect(changes.nth(1).locator("a").first).to_be_focused()
    page.keyboard.press("p")
    expect(changes.nth(0).locator("a").first).to_be_focused()
    page.keyboard.press("Shift+N")
    expect(page.locator(".side h3")).to_have_text(["OffGuardian", "Russia Insider"])


@pytest.mark.parametrize("scripted", [True, False])
def test_two_printings_are_laid_into_one_text_and_back(open_page: Open, site: Site, scripted: bool) -> None:
    page = open_page(site.pair, java_script_enabled=scripted)
    page.get_by_role("link", name="Merged into one text").click()
    expect(page.locator("#comparison .merged")).to_be_visible()
    expect(page.locator("#comparison .sides")).to_have_count(0)
    expect(page).to_have_url(re.compile(r"\?view=one"))
    page.get_by_role("link", name="Side by side", exact=True).click()
    expect(page.locator("#comparison .sides")).to_be_visible()


def test_a_permalink_leads_to_the_change(open_page: Open, site: Site) -> None:
    page = open_page(site.pair, java_script_enabled=False)
    page.get_by_role("link", name="Permalink of change 2").click()
    expect(page).to_have_url(re.compile(rf"/q/{site.lavrov.code}/\d+\.\.\d+#change-\d+$"))
    expect(page.locator(".changes > li").nth(1)).to_be_in_viewport()
    assert page.locator(":target").count() == 1


@pytest.mark.parametrize("swapped", [False, True])
def test_a_change_is_copied_in_words_with_its_permalink(open_page: Open, site: Site, swapped: bool) -> None:
    page = open_page(site.pair, permissions=["clipboard-read", "clipboard-write"])
    if swapped:
        page.get_by_role("link", name="Swap sides").click()
        expect(page.locator(".side h3")).to_have_text(["SANA", "OffGuardian"])
    button = page.get_by_role("button", name="change 2")
    button.click()
    expect(button).to_have_text("Copied")
    copied = str(page.evaluate("navigator.clipboard.readText()"))
    there = ("SANA", "ISIS", "OffGuardian", "the Islamic State")
    one, its, other, theirs = there if swapped else (*there[2:], *there[:2])
    said = f"Name swapped: {one} has \u201c{its}\u201d, {other} \u201c{theirs}\u201d. {site.url}/q/{site.lavrov.code}/"
    assert copied.startswith(said)
    assert re.search(r"\d+\.\.\d+#change-\d+$", copied)


def test_without_javascript_nothing_offers_to_copy(open_page: Open, site: Site) -> None:
    page = open_page(site.pair, java_script_enabled=False)
    expect(page.locator(".copy")).to_have_count(0)


def test_an_article_leads_to_the_lineage_and_back(open_page: Open, site: Site) -> None:
    page = open_page(site.lavrov.get_absolute_url())
    page.get_by_role("link", name="US-led strikes selective, Lavrov asserts").click()
    expect(page).to_have_url(re.compile(r"/a/\d+/us-led-strikes-selective-lavrov-asserts#quote-\d+$"))
    page.locator("q.quotation + a.key, a.key").first.click()
    expect(page).to_have_url(site.url + site.lavrov.get_absolute_url())


def test_what_was_set_aside_can_be_unfolded(open_page: Open, site: Site) -> None:
    page = open_page(site.article.get_absolute_url())
    expect(page.get_by_text("Home | World")).to_be_hidden()
    page.get_by_text("1 paragraph not part of the article").first.click()
    expect(page.get_by_text("Home | World")).to_be_visible()
    expect(page.get_by_text("chrome: a menu")).to_be_visible()
