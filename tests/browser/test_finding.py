"""A reader who comes with words finds them: by typing, with the keyboard alone, and without script."""

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Open, Site

if TYPE_CHECKING:
    from playwright.sync_api import FilePayload

pytestmark = pytest.mark.browser

MISQUOTE = "they declared its goal in fighting exclusively the Islamic State and pledged to take any action"


def test_a_slash_goes_to_the_box(open_page: Open) -> None:
    page = open_page("/")
    page.keyboard.press("/")
    expect(page.get_by_role("searchbox")).to_be_focused()
    page.keyboard.type("and/or")
    expect(page.get_by_role("searchbox")).to_have_value("and/or")


@pytest.mark.parametrize("script", [True, False])
def test_a_misquote_leads_to_its_lineage(open_page: Open, site: Site, script: bool) -> None:
    page = open_page("/", java_script_enabled=script)
    page.get_by_role("searchbox").fill(MISQUOTE)
    page.get_by_role("button", name="Find").click()
    expect(page.locator("#answer-heading")).to_contain_text(
        "No version found has these words: the earliest (OffGuardian"
    )
    page.get_by_role("link", name="All versions, and what changed").click()
    assert page.url == site.url + site.lavrov.get_absolute_url()


def test_what_is_typed_is_searched_for_as_it_is_typed(open_page: Open) -> None:
    page = open_page("/search")
    page.get_by_role("searchbox").press_sequentially("syrian")
    expect(page.locator("#found-heading")).to_have_text("1 quotation")
    expect(page.get_by_role("searchbox")).to_be_focused()
    expect(page).to_have_url(re.compile("q=syrian"))


def test_without_script_the_form_searches(open_page: Open) -> None:
    page = open_page("/search", java_script_enabled=False)
    page.get_by_role("searchbox").fill("syrian")
    page.get_by_role("button", name="Search").click()
    expect(page.locator("#found-heading")).to_have_text("1 quotation")


@pytest.mark.parametrize("script", [True, False])
def test_an_article_in_a_file_is_checked(open_page: Open, script: bool) -> None:
    page = open_page("/check", java_script_enabled=script)
    text = (
        f"He spoke to reporters in Moscow on Tuesday, and \u201c{MISQUOTE},\u201d Lavrov said, the ministry reported."
    )
    file: FilePayload = {"name": "article.txt", "mimeType": "text/plain", "buffer": text.encode()}
    page.get_by_label("or upload a file").set_input_files(files=file)
    page.get_by_role("button", name="Check").click()
    expect(page.locator("#answer-heading")).to_have_text("1 of 1 quotation found; 1 altered")


@pytest.mark.parametrize("script", [True, False])
def test_a_figure_of_an_outlet_leads_to_the_printings_behind_it(open_page: Open, site: Site, script: bool) -> None:
    page = open_page("/o/sana", java_script_enabled=script)
    page.get_by_role("link", name="Name swapped").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Name swapped")
    page.locator(".entries a").first.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text("The problem around the U.S.-led coalition")
    assert f"/q/{site.lavrov.code}/" in page.url


def test_two_outlets_are_set_side_by_side(open_page: Open) -> None:
    page = open_page("/o/sana")
    page.get_by_role("link", name="OffGuardian", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("SANA and OffGuardian")
    page.get_by_role("link", name="Swap sides").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("OffGuardian and SANA")


@pytest.mark.parametrize("script", [True, False])
def test_a_month_of_a_speaker_by_severity_is_one_view(open_page: Open, site: Site, script: bool) -> None:
    page = open_page("/s/", java_script_enabled=script)
    page.get_by_label("Name").fill("lavrov")
    page.get_by_role("button", name="Filter").click()
    page.get_by_role("link", name="Sergey Lavrov").click()
    page.get_by_text("Filter by date").click()
    page.get_by_label("Published from").fill("2015-11")
    page.get_by_label("to", exact=True).fill("2015-11")
    page.get_by_role("button", name="Show").click()
    expect(page).to_have_url(f"{site.url}/s/sergey-lavrov?since=2015-11&until=2015-11")
    expect(page.locator("#list-heading")).to_have_text("Quotations, most serious changes first")
    severities = page.locator(".entries .finding .danger").all_inner_texts()
    assert severities[0] == "severity 5 of 5"
    assert severities == sorted(severities, reverse=True)
    page.get_by_role("link", name="newest first").click()
    expect(page).to_have_url(f"{site.url}/s/sergey-lavrov?since=2015-11&until=2015-11&sort=newest")
    page.get_by_label("Published from").fill("November")
    page.get_by_role("button", name="Show").click()
    expect(page.get_by_role("alert")).to_contain_text("This is not a date")
    expect(page.get_by_label("Published from")).to_have_value("November")


@pytest.mark.parametrize("width", [390, 1440])
def test_the_example_of_home_is_whole_on_the_first_screen(open_page: Open, width: int) -> None:
    page = open_page("/", viewport={"width": width, "height": 844})
    example = page.locator(".example").bounding_box()
    assert example is not None
    assert example["y"] + example["height"] <= 844
    assert page.evaluate("document.documentElement.scrollWidth") == width
    wider = (
        "[...document.querySelectorAll('main *')].filter(e => e.scrollWidth > e.clientWidth + 1 && e.clientWidth > 1)"
    )
    assert page.evaluate(f"{wider}.map(e => e.outerHTML.slice(0, 80))") == []


def test_the_navigation_of_a_phone_is_one_line(open_page: Open) -> None:
    page = open_page("/", viewport={"width": 390, "height": 844})
    tops = page.evaluate("[...document.querySelectorAll('.masthead nav li')].map(e => e.getBoundingClientRect().top)")
    assert len(set(tops)) == 1
