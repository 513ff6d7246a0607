"""A reader takes a lineage along: copies what to cite, with JavaScript or not, and shows it in a page of their own."""

import re
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from articles.services.revisions import record_revisions
from tests.browser.conftest import Open, Site

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("scripted", [True, False])
def test_from_the_lineage_to_a_reference(open_page: Open, site: Site, scripted: bool) -> None:
    record_revisions([site.lavrov])
    page = open_page(site.lavrov.get_absolute_url(), java_script_enabled=scripted)
    page.get_by_role("link", name="Cite, copy, embed or save these words").click()
    pinned = page.get_by_label("Link to revision 1, which never changes", exact=True)
    expect(pinned).to_have_value(f"{site.url}/q/{site.lavrov.code}/r1")
    expect(page).to_have_url(
        site.url + (site.lavrov.get_absolute_url() if scripted else f"/q/{site.lavrov.code}/share")
    )
    if scripted:
        expect(page.locator("#share-heading")).to_be_focused()
    response = page.request.get(pinned.input_value())
    assert response.status == 200


@pytest.mark.parametrize("scripted", [True, False])
def test_from_a_misquote_to_the_change_and_a_reference_to_it(open_page: Open, site: Site, scripted: bool) -> None:
    record_revisions([site.lavrov])
    page = open_page("/", java_script_enabled=scripted)
    misquote = "they declared its goal in fighting exclusively ISIS and pledged to take any action"
    page.get_by_role("searchbox").fill(misquote)
    page.get_by_role("button", name="Find").click()
    expect(page.locator("#answer-heading")).to_contain_text("No version found has these words")
    page.get_by_role("link", name="All versions, and what changed").first.click()
    page.get_by_role("link", name="with their sources and a citation").click()
    change = page.locator("#comparison .changes > li").first
    expect(change).to_contain_text("Aside cut silently")
    address = change.get_by_role("link", name="Permalink of change 1").get_attribute("href")
    page.goto(f"{site.url}{site.lavrov.get_absolute_url()}")
    page.get_by_role("link", name="Cite or share").click()
    expect(page.get_by_label("Wikipedia", exact=True)).to_have_value(re.compile(rf"url={site.url}/q/\w+/r1 "))
    expect(page.get_by_label("BibTeX", exact=True)).to_have_value(re.compile("@online"))
    page.goto(f"{site.url}{address}")
    expect(page.locator(f"#{str(address).partition('#')[2]}")).to_contain_text("Aside cut silently")


def test_a_button_copies_what_stands_in_its_box(open_page: Open, site: Site) -> None:
    record_revisions([site.lavrov])
    page = open_page(f"/q/{site.lavrov.code}/share")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Copy: BibTeX").click()
    expect(page.get_by_role("button", name="Copy: BibTeX")).to_have_text("Copied")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == page.get_by_label("BibTeX", exact=True).input_value()
    assert copied.startswith("@online{quotation-")


@pytest.fixture
def another_site(site: Site, tmp_path: Path) -> Iterator[str]:
    """Provide the address of a page elsewhere that shows two pages of ours in frames."""
    addresses = f"{site.url}/embed/{site.lavrov.code}", site.url + site.lavrov.get_absolute_url()
    page = "".join(f'<iframe src="{address}"></iframe>' for address in addresses)
    (tmp_path / "index.html").write_text(f"<!doctype html><title>Elsewhere</title>{page}", encoding="utf-8")
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(SimpleHTTPRequestHandler, directory=str(tmp_path)))
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


def test_another_site_shows_it_in_a_frame_and_no_other_page(browser: "Browser", another_site: str) -> None:
    page = browser.new_page()
    page.goto(another_site)
    one, other = page.frame_locator("iframe >> nth=0"), page.frame_locator("iframe >> nth=1")
    expect(one.get_by_role("heading", level=1)).to_contain_text("The problem around the U.S.-led coalition")
    expect(other.locator("main")).to_have_count(0)
    page.close()
