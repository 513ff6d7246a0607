"""A curator decides with the keyboard alone, in a real browser; the desk's pages, and doubts, work for everybody."""

import re
from typing import TYPE_CHECKING

import pytest
from django.contrib.auth.models import Group, User
from playwright.sync_api import expect
from pytest_django import Settings

from articles.models import Decision, Lineage, Match, Quote, RelinkRequest
from articles.roles import CURATORS, SENIOR_CURATORS, sync_roles
from articles.services.curation import rule
from articles.services.incoming import receive_file
from tests.browser.conftest import CUT, WHOLE, Open, Site
from tests.browser.test_everybody import AXE, SEEN, sideways
from tests.services.test_incoming import FERRY, QUOTE
from tests.support.makers import make_article, make_lineage, make_quote
from tests.support.web_server import Page as WebPage
from tests.support.web_server import serve_pages

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser

REVIEW = "/admin/articles/ruling/review/"


@pytest.fixture
def desk(open_page: Open, site: Site) -> "Page":
    """Provide the desk with two questions, a curator logged in."""
    from django.apps import apps

    sync_roles(apps.get_app_config("articles"))
    curator = User.objects.create_user("curator", password="a password of some length", is_staff=True)
    curator.groups.set(Group.objects.filter(name=CURATORS))
    for number in range(2):
        one, other = make_quote(f"{WHOLE} {number}", outlet="TASS"), make_quote(f"{CUT} {number}", outlet="SANA")
        make_lineage(one)
        make_lineage(other)
        Match.objects.create(
            a=one, b=other, score=0.6 + number / 10, a_start=0, a_end=9, b_start=0, b_end=9, whole_a=1, whole_b=1
        )
    page = open_page(f"/admin/login/?next={REVIEW}")
    page.get_by_label("Username").fill("curator")
    page.get_by_label("Password").fill("a password of some length")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Is this the same quote?")).to_be_visible()
    page.wait_for_load_state("load")  # keys answer from here on
    return page


SPOKEN = ("it was a colossal mistake to wait so long", "nobody asked us before the strikes began")


@pytest.fixture
def doubtful(site: Site) -> list[Quote]:
    """Provide two quotations that are probably Lavrov's, each in an article that names others too."""
    quotes = []
    for words in SPOKEN:
        text = f"Sergey Lavrov met John Kerry in Vienna. Walid Muallem came later.\n\n\u201c{words},\u201d he said."
        article = make_article(text, paragraphs=[[0, len(text), "body", ""]])
        quotes.append(make_quote(words, article=article, certainty="probable", printed="he", rule="verb-before"))
        make_lineage(quotes[-1])
    return quotes


def decisions() -> list[str]:
    return list(Decision.objects.order_by("pk").values_list("verb", flat=True))


def test_a_curator_decides_and_takes_back_with_the_keyboard_alone(desk: "Page") -> None:
    desk.keyboard.press("a")
    expect(desk.get_by_role("status").first).to_contain_text("Joined lineages of 1 and 1 versions")
    expect(desk.get_by_role("heading", name="Is this the same quote?")).to_be_focused()
    desk.keyboard.press("x")
    expect(desk.get_by_role("heading", name="This queue is empty")).to_be_focused()
    desk.keyboard.press("Backspace")
    expect(desk.get_by_role("heading", name="Is this the same quote?")).to_be_focused()
    desk.keyboard.press("Space")
    expect(desk.get_by_role("heading", name="This queue is empty")).to_be_focused()
    assert decisions() == ["confirm", "reject", "undo"]


def test_a_held_key_answers_one_card(desk: "Page") -> None:
    desk.keyboard.down("x")
    expect(desk.get_by_role("status").first).to_be_visible()
    for _ in range(5):
        desk.keyboard.down("x")  # a key that is already down repeats
    desk.keyboard.up("x")
    expect(desk.get_by_role("heading", name="Is this the same quote?")).to_be_focused()
    assert decisions() == ["reject"]


def test_enter_in_the_note_decides_nothing(desk: "Page") -> None:
    desk.get_by_label("Note").fill("said in 2011")
    desk.get_by_label("Note").press("Enter")
    expect(desk.get_by_label("Note")).to_have_value("said in 2011")
    assert decisions() == []


def test_backspace_walks_back_through_the_decisions_one_by_one(desk: "Page") -> None:
    for answered in (1, 2):
        desk.keyboard.press("x")
        expect(desk.locator(".decisions .undo")).to_have_count(answered)
    for undone in (1, 2):
        desk.keyboard.press("Backspace")
        expect(desk.locator(".decisions .undone")).to_have_count(undone)
    assert decisions() == ["reject", "reject", "undo", "undo"]
    assert not Decision.objects.filter(verb="reject", in_force=True).exists()


def test_keys_answer_only_where_the_switch_is_on_and_nobody_writes(desk: "Page") -> None:
    desk.get_by_label("Note").press_sequentially("a uxa")
    desk.get_by_label("Use keyboard shortcuts").uncheck()
    desk.get_by_role("button", name="Save settings").click()
    expect(desk.get_by_label("Use keyboard shortcuts")).not_to_be_checked()
    desk.get_by_role("heading", name="Is this the same quote?").focus()
    desk.keyboard.press("a")
    desk.get_by_role("button", name="Different").press("Enter")
    expect(desk.get_by_role("status").first).to_contain_text("Nothing changed")
    assert decisions() == ["reject"]


def test_k_leads_back_to_the_card_before_and_the_score_is_told_after(desk: "Page") -> None:
    desk.keyboard.press("u")
    expect(desk.get_by_role("status").first).to_contain_text("The program’s score was 0.60.")
    second = desk.locator("input[name=b]").input_value()
    desk.keyboard.press("k")
    expect(desk.get_by_text("ruled “not sure” by curator")).to_be_visible()
    desk.wait_for_load_state("load")
    expect(desk.locator("input[name=b]")).not_to_have_value(second)
    desk.keyboard.press("x")
    expect(desk.locator("input[name=b]")).to_have_value(second)
    assert decisions() == ["unsure", "reject"]


def test_a_reason_is_chosen_with_the_arrow_keys(desk: "Page") -> None:
    desk.get_by_role("radio", name="no reason given").focus()
    desk.keyboard.press("ArrowRight")
    desk.keyboard.press("ArrowRight")
    expect(desk.get_by_role("radio", name="another translation")).to_be_checked()
    desk.keyboard.press("a")
    expect(desk.get_by_role("status").first).to_contain_text("Joined lineages of 1 and 1 versions")
    assert Decision.objects.get().reason == "translation"


def test_names_are_corrected_with_one_key_each(doubtful: list[Quote], desk: "Page", site: Site) -> None:
    desk.goto(f"{site.url}{REVIEW}?lane=names")
    expect(desk.get_by_role("heading", name="Who said this?")).to_be_focused()
    desk.wait_for_load_state("load")
    second = desk.locator('[data-key="2"]').get_attribute("value")
    desk.keyboard.press("2")
    expect(desk.get_by_role("status").first).to_contain_text(f"1 quotation is now attributed to {second}.")
    expect(desk.get_by_role("heading", name="Who said this?")).to_be_focused()
    desk.keyboard.press("n")
    expect(desk.get_by_role("heading", name="This queue is empty")).to_be_focused()
    desk.keyboard.press("Backspace")
    expect(desk.get_by_role("heading", name="Who said this?")).to_be_focused()
    desk.keyboard.press("o")
    desk.keyboard.type("Ida Solberg 1n")
    desk.keyboard.press("Enter")
    expect(desk.get_by_role("status").first).to_contain_text("now attributed to Ida Solberg 1n.")
    assert decisions() == ["speaker", "speaker", "undo", "speaker"]


def test_boxes_are_counted_and_split_off(desk: "Page", site: Site) -> None:
    desk.goto(f"{site.url}{REVIEW}lineage/{site.lavrov.code}/")
    desk.get_by_role("checkbox", name=re.compile("SANA")).press("Space")
    expect(desk.locator("#chosen")).to_have_text(re.compile("1 of 3 selected"))
    desk.get_by_role("button", name="Split off the selected versions as one lineage").press("Enter")
    expect(desk.get_by_role("status").first).to_contain_text("Split into lineages of 2 and 1 versions")


def pages(site: Site) -> list[str]:
    """Return the address of one page of each type on the desk, with something to show."""
    one, other = Quote.objects.filter(text__startswith=WHOLE)[:2]
    rule(one, other, "unsure", by=User.objects.get(username="curator"))
    code = Lineage.objects.order_by("-printing_count")[0].code
    doubtful = Quote.objects.get(text=SPOKEN[0])
    addresses = [
        "",
        "?lane=second",
        f"{one.pk}..{other.pk}/",
        f"lineage/{code}/",
        "statistics/",
        "help/",
        "relink/",
        "?lane=gold",
        f"quote/{one.pk}/",
        "new/",
        f"new/{receive_file('ferry.html', FERRY, by=None).pk}/",
        "?lane=names",
        f"quote/{doubtful.pk}/",
        f"article/{doubtful.article_id}/archive/",
        f"decision/{Decision.objects.order_by('pk')[0].pk}/",
    ]
    public = [f"/q/{site.lavrov.code}/suggest", doubtful.article.get_absolute_url()]
    public += [printing.lineage.get_absolute_url() for printing in doubtful.printings.all()]
    return [*(f"{site.url}{REVIEW}{address}" for address in addresses), *(f"{site.url}{path}" for path in public)]


def test_axe_finds_nothing_on_the_desk(doubtful: list[Quote], desk: "Page", site: Site) -> None:
    from axe_playwright_python.sync_playwright import Axe

    for path in pages(site):
        desk.goto(path)
        desk.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
        for viewport, scheme in SEEN:
            desk.set_viewport_size(viewport)
            desk.emulate_media(color_scheme=scheme)
            found = Axe().run(desk, options=AXE)
            assert found.violations_count == 0, f"{path} {viewport} {scheme}: {found.generate_report()}"


def test_axe_finds_nothing_on_the_page_of_relinks(desk: "Page", site: Site) -> None:
    """A relink is due, one is running and others have ended; the curator may start and cancel."""
    from axe_playwright_python.sync_playwright import Axe

    User.objects.get(username="curator").groups.add(Group.objects.get(name=SENIOR_CURATORS))
    Lineage.objects.update(matcher="2020.01")
    by = User.objects.get(username="curator")
    report = {
        "quotes": 12,
        "unchanged": 8,
        "changed": 2,
        "ended": 1,
        "split": 1,
        "moved": 3,
        "examples": ["7KQ2M9X4VD"],
    }
    RelinkRequest.objects.create(by=by, dry_run=True, open=None, state="done", report=report)
    RelinkRequest.objects.create(by=by, open=None, state="failed", error="The database did not answer.")
    RelinkRequest.objects.create(by=by, state="running", step="comparing", done=1, total=3)
    for viewport, scheme in SEEN:
        desk.set_viewport_size(viewport)
        desk.emulate_media(color_scheme=scheme)
        desk.goto(f"{site.url}{REVIEW}relink/")
        expect(desk.get_by_role("button", name="Cancel")).to_be_visible()
        found = Axe().run(desk, options=AXE)
        assert found.violations_count == 0, f"{viewport} {scheme}: {found.generate_report()}"
    RelinkRequest.objects.filter(open=True).update(open=None, state="done", report=report)
    expect(desk.get_by_role("link", name="Show the result")).to_be_visible()


def test_nothing_scrolls_sideways_on_the_desk(doubtful: list[Quote], desk: "Page", open_page: Open, site: Site) -> None:
    assert sideways(open_page, *pages(site), storage_state=desk.context.storage_state()) == []


def add_by_address(page: "Page", site: Site, address: str) -> None:
    """Paste an address, look at the preview, take the article in and follow its quotation to the lineage."""
    page.goto(f"{site.url}{REVIEW}new/")
    page.get_by_label("Address of an article").fill(address)
    page.get_by_role("button", name="Preview").click()
    expect(page.get_by_role("heading", name="1 quotation found")).to_be_visible()
    expect(page.get_by_label("Outlet")).to_have_value("The Sound Courier")
    page.get_by_role("button", name="Add to the collection").click()
    expect(page.get_by_role("heading", name="Brackmere keeps its ferry")).to_be_visible()
    page.get_by_role("link", name=re.compile(QUOTE[:20])).first.click()
    expect(page.get_by_text("The Sound Courier").first).to_be_visible()


def test_an_address_leads_to_its_lineage(desk: "Page", site: Site, settings: Settings) -> None:
    settings.FETCH_LOOPBACK = True
    with serve_pages({"/ferry": WebPage(FERRY)}) as server:
        add_by_address(desk, site, server.address("/ferry"))


def test_an_address_leads_to_its_lineage_without_script(
    desk: "Page", open_page: Open, site: Site, settings: Settings
) -> None:
    settings.FETCH_LOOPBACK = True
    page = open_page("about:blank", java_script_enabled=False, storage_state=desk.context.storage_state())
    with serve_pages({"/ferry": WebPage(FERRY)}) as server:
        add_by_address(page, site, server.address("/ferry"))
