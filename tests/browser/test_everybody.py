"""Every page works for a phone, a keyboard, a screen reader, in the dark and on paper."""

from typing import TYPE_CHECKING, Literal

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import PAGES, Open, Site
from tests.support.makers import make_lineage, make_quote

if TYPE_CHECKING:
    from playwright.sync_api import Page, ViewportSize

pytestmark = pytest.mark.browser

PHONE: "ViewportSize" = {"width": 390, "height": 844}
DESK: "ViewportSize" = {"width": 1440, "height": 900}
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
# What a finger hits, 24 pixels (WCAG 2.2, 2.5.8), is switched off in axe unless it is asked for.
AXE = {"resultTypes": ["violations"], "rules": {"target-size": {"enabled": True}}}
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


def overflow(page: "Page") -> int:
    """By how many pixels the page is wider than its window."""
    return int(page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("width", [320, 390, 820])
def test_nothing_scrolls_sideways(open_page: Open, site: Site, name: str, width: int) -> None:
    assert overflow(open_page(site.pages()[name], viewport={"width": width, "height": 844})) == 0


def test_words_without_a_break_stay_on_a_phone(open_page: Open, site: Site) -> None:
    endless = "Donaudampfschifffahrt" * 20
    lineage = make_lineage(
        make_quote(f"said {endless}", outlet=endless[:190], speaker=endless[:200]),
        make_quote(f"said not {endless}", outlet="SANA", occasion=endless),
    )
    for path in (lineage.get_absolute_url(), "/", "/o/", "/s/"):
        assert overflow(open_page(path, viewport=PHONE)) == 0


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
    page = open_page(site.lavrov.get_absolute_url(), viewport=DESK)
    page.get_by_label("Second", exact=True).focus()
    page.keyboard.press("End")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    heading = page.locator("#comparison-heading")
    expect(heading).to_have_text("OffGuardian and Russia Insider, side by side")
    expect(heading).to_be_focused()


def pseudo(page: "Page", selector: str, which: str) -> str:
    """The text that the style sheet puts before or after an element."""
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
