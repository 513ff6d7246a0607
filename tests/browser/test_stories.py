"""The page of a story of eight and of forty-five outlets: the finding first, short on a phone, whole without script."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Open
from tests.browser.test_everybody import DESK, PHONE, SCHEMES
from tests.support.fonts import FONTS
from tests.support.stories import EIGHT_OUTLETS, FORTY_FIVE_OUTLETS, ingest_story

pytestmark = pytest.mark.browser

# What a phone's reader scrolls: pixels of the whole page, and to the end of the first side by side, two screens.
LONGEST = {EIGHT_OUTLETS: 5_000, FORTY_FIVE_OUTLETS: 7_500}
TWO_SCREENS = 2 * 844
BOTTOM = "document.querySelector('.sides').getBoundingClientRect().bottom + window.scrollY"


@pytest.mark.parametrize("story", LONGEST)
def test_the_page_of_a_story_is_short_on_a_phone(open_page: Open, story: str) -> None:
    address = ingest_story(story).get_absolute_url()
    for font in FONTS:
        page = open_page(address, font=font, viewport=PHONE)
        assert page.evaluate(BOTTOM) <= TWO_SCREENS
        assert page.evaluate("document.documentElement.scrollHeight") <= LONGEST[story]
        assert page.evaluate("document.documentElement.scrollWidth") == PHONE["width"]


def test_a_difference_stays_inside_the_window(open_page: Open) -> None:
    address = ingest_story(EIGHT_OUTLETS).get_absolute_url()
    for viewport in (PHONE, DESK):
        page = open_page(address, viewport=viewport)
        for key in page.locator("button.key").all():
            key.click()
            box = page.locator(".difference:popover-open").bounding_box()
            assert box
            assert box["x"] >= 0
            assert box["x"] + box["width"] <= viewport["width"]
            page.keyboard.press("Escape")


def test_axe_finds_nothing_on_a_story_unfolded(open_page: Open) -> None:
    from axe_playwright_python.sync_playwright import Axe

    page = open_page(ingest_story(EIGHT_OUTLETS).get_absolute_url(), viewport=PHONE)
    page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
    for scheme in SCHEMES:
        page.emulate_media(color_scheme=scheme)
        for number in (0, 1):
            page.locator("button.key").nth(number).click()
            found = Axe().run(page, options={"resultTypes": ["violations"]})
            assert found.violations_count == 0, found.generate_report()
            page.keyboard.press("Escape")


def test_what_is_serious_is_said_in_words_weight_and_colour(open_page: Open) -> None:
    page = open_page(ingest_story(EIGHT_OUTLETS).get_absolute_url())
    serious, slight = page.locator(".danger-5").first, page.locator("#published .danger-1").first
    look = "el => [getComputedStyle(el).fontWeight, getComputedStyle(el).color]"
    expect(serious).to_have_text("severity 5 of 5")
    assert serious.evaluate(look)[0] == "700"
    assert int(slight.evaluate(look)[0]) < 700
    assert serious.evaluate(look)[1] != slight.evaluate(look)[1]


def test_paper_has_every_difference_and_no_controls(open_page: Open) -> None:
    page = open_page(ingest_story(EIGHT_OUTLETS).get_absolute_url())
    page.emulate_media(media="print")
    for difference in page.locator(".difference").all():
        expect(difference).to_be_visible()
    expect(page.locator(".actions")).to_be_hidden()


@pytest.mark.parametrize("scripted", [True, False])
def test_a_reader_reaches_the_articles_of_both_sides_and_a_citation(open_page: Open, scripted: bool) -> None:
    lineage = ingest_story(EIGHT_OUTLETS)
    page = open_page(lineage.get_absolute_url(), java_script_enabled=scripted)
    expect(page.locator(".verdict")).to_contain_text("Three of eight outlets dropped")
    page.locator("#published").get_by_role("link", name="Minister comes for the families").click()
    expect(page).to_have_url(re.compile(r"/a/\d+/minister-comes-for-the-families#quote-\d+$"))
    page.go_back()
    page.get_by_role("link", name="Cite or share").first.click()
    expect(page).to_have_url(re.compile(f"/q/{lineage.code}/share$"))


def test_paper_has_the_bare_addresses_of_the_articles(open_page: Open) -> None:
    page = open_page(ingest_story(EIGHT_OUTLETS).get_absolute_url())
    page.emulate_media(media="print")
    links = page.locator("#published .outside:not(.search)")
    printed = [link.evaluate("el => getComputedStyle(el, '::after').content") for link in links.all()]
    assert "https://nordicwire.example/2026/eight-1" in printed[0]
    assert not any(":~:text" in each for each in printed)
    expect(page.locator("#published .outside.search").first).to_be_hidden()
