"""Every page works for a phone, a keyboard, a screen reader, in the dark and on paper."""

import sys
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Literal

import pytest
from django.contrib.auth.models import User
from playwright.sync_api import expect

from articles.services.curation import split_off
from articles.services.revisions import record_pending_revisions
from tests.browser.conftest import PAGES, Open, Site
from tests.support.fonts import FONTS
from tests.support.makers import make_lineage, make_quote

if TYPE_CHECKING:
    from playwright.sync_api import Page, ViewportSize

pytestmark = pytest.mark.browser

PHONE: "ViewportSize" = {"width": 390, "height": 844}
DESK: "ViewportSize" = {"width": 1440, "height": 900}
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
# What a finger hits, 24 pixels (WCAG 2.2, 2.5.8), is switched off in axe unless it is asked for.
AXE = {"resultTypes": ["violations"], "rules": {"target-size": {"enabled": True}}}
LONGEST_DAY = datetime(2015, 9, 30, tzinfo=UTC)  # Wednesday, 30 September 2015
WIDTHS = (320, 390, 820, 1440)
SEEN = [(viewport, scheme) for viewport in (PHONE, DESK) for scheme in SCHEMES]


@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing(open_page: Open, site: Site, name: str) -> None:
    from axe_playwright_python.sync_playwright import Axe

    page = open_page(site.pages()[name])
    page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
    for viewport, scheme in SEEN:
        page.set_viewport_size(viewport)
        page.emulate_media(color_scheme=scheme)
        found = Axe().run(page, options=AXE)
        assert found.violations_count == 0, f"{viewport} {scheme}: {found.generate_report()}"


def sideways(open_page: Open, *paths: str, **options: object) -> list[tuple[str, str, int, int]]:
    """Return the font, address and width at which an unfolded page is wider than its window, and by how many pixels."""
    found = []
    for font in FONTS:
        page = open_page("about:blank", font=font, **options)
        for path in paths:
            page.goto(path)
            page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
            for width in WIDTHS:
                page.set_viewport_size({"width": width, "height": 844})
                by = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
                found += [(font, path, width, int(by))] if by else []
    return found


TEXT_WIDTH = """() => {
    const canvas = document.createElement("canvas").getContext("2d");
    canvas.font = "100px serif";
    return canvas.measureText("Check a quote").width;
}"""


@pytest.mark.skipif(sys.platform != "linux", reason="the browser sees the fonts of the machine")
def test_the_browser_sees_the_font_that_is_named(open_page: Open) -> None:
    narrow, wide = (open_page("/", font=font).evaluate(TEXT_WIDTH) for font in FONTS)
    assert wide > 1.5 * narrow


@pytest.mark.parametrize("name", PAGES)
def test_nothing_scrolls_sideways(open_page: Open, site: Site, name: str) -> None:
    assert sideways(open_page, site.pages()[name]) == []


def test_no_kept_revision_scrolls_sideways(open_page: Open, site: Site) -> None:
    curator = User.objects.create_superuser("curator")
    record_pending_revisions()
    for _ in range(2):
        split_off(site.many, [site.many.printings.earliest_first()[1].quote_id], by=curator)
        site.many.refresh_from_db()
    paths = ("r1", "history", "since/1", "history/1..2", "suggest")
    assert sideways(open_page, *(f"/q/{site.many.code}/{path}" for path in paths)) == []


def test_words_without_a_break_stay_on_a_phone(open_page: Open, site: Site) -> None:
    endless = "Donaudampfschifffahrt" * 20
    lineage = make_lineage(
        make_quote(f"said {endless}", outlet=endless[:190], speaker=endless[:200], published=LONGEST_DAY),
        make_quote(f"said not {endless}", outlet="SANA", occasion=endless),
    )
    assert sideways(open_page, lineage.get_absolute_url(), "/", "/o/", "/s/", "/d/") == []


FOCUSABLE = 'a[href], button, input, select, textarea, summary, [tabindex="0"]'
DESCRIBE_FOCUS = """(focusable) => {
    const style = getComputedStyle(document.activeElement);
    const all = [...document.querySelectorAll(focusable)];
    return [all.indexOf(document.activeElement), style.outlineStyle, parseFloat(style.outlineWidth)];
}"""


@pytest.mark.parametrize("name", PAGES)
def test_the_keyboard_reaches_everything_and_shows_where_it_is(open_page: Open, site: Site, name: str) -> None:
    page = open_page(site.pages()[name], viewport=DESK)
    hidden = "el => !el.checkVisibility({visibilityProperty: true})"
    count = page.locator(FOCUSABLE).count()
    unseen = {n for n in range(count) if page.locator(FOCUSABLE).nth(n).evaluate(hidden)}
    reached = []
    for _ in range(count - len(unseen)):
        page.keyboard.press("Tab")
        index, style, width = page.evaluate(DESCRIBE_FOCUS, FOCUSABLE)
        assert (style, width >= 2) == ("solid", True), f"no outline on number {index}"
        reached.append(index)
    assert reached == [n for n in range(count) if n not in unseen]


def test_the_first_stop_skips_to_the_page(open_page: Open) -> None:
    page = open_page("/", viewport=DESK)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")


def test_a_pair_is_chosen_with_the_keyboard_alone(open_page: Open, site: Site) -> None:
    page = open_page(site.pair, viewport=DESK)
    page.get_by_label("Second", exact=True).focus()
    page.keyboard.press("End")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator(".side h3")).to_have_text(["OffGuardian", "Russia Insider"])
    expect(page.locator("#comparison-heading")).to_be_focused()


def pseudo(page: "Page", selector: str, which: str) -> str:
    """Return the text that the style sheet puts before or after an element."""
    return str(page.locator(selector).first.evaluate(f"el => getComputedStyle(el, '::{which}').content"))


def test_paper_marks_changes_with_signs(open_page: Open, site: Site) -> None:
    page = open_page(site.lavrov.get_absolute_url())
    page.emulate_media(media="print")
    assert (pseudo(page, "del", "before"), pseudo(page, "del", "after")) == ('"[-"', '"-]"')
    assert (pseudo(page, "ins", "before"), pseudo(page, "ins", "after")) == ('"{+"', '"+}"')
    assert not page.get_by_role("navigation", name="Site").is_visible()


def test_marks_survive_forced_colours(open_page: Open, site: Site) -> None:
    page = open_page(site.lavrov.get_absolute_url(), forced_colors="active")
    assert page.locator("del").first.evaluate("el => getComputedStyle(el).borderStyle") == "solid"
    assert "line-through" in page.locator("del").first.evaluate("el => getComputedStyle(el).textDecorationLine")


def test_nothing_comes_from_elsewhere_and_the_first_page_is_light(open_page: Open, site: Site) -> None:
    page = open_page("/nowhere")
    sizes: dict[str, int] = {}
    page.on("response", lambda response: sizes.update({response.url: len(response.body())}))
    page.goto("/", wait_until="networkidle")
    assert all(url.startswith(site.url) for url in sizes)
    assert {url.rpartition(".")[2] for url in sizes if "/static/" in url} <= {"css", "js", "svg"}
