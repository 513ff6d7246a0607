"""From a transcript to what outlets printed of it, with JavaScript and without."""

import pytest
from playwright.sync_api import expect

from articles.models import Article
from tests.browser.conftest import Open
from tests.browser.test_everybody import DESK, PHONE, SCHEMES
from tests.support.speeches import ingest_harbour_speech

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("scripted", [True, False])
def test_reader_goes_from_a_transcript_to_what_was_printed_of_it(open_page: Open, scripted: bool) -> None:
    ingest_harbour_speech()
    transcript = Article.objects.get(kind=Article.Kind.RECORDING)
    page = open_page(transcript.get_absolute_url(), viewport=DESK, java_script_enabled=scripted)
    expect(page.get_by_text("What was said on 3 November 2026.")).to_be_visible()
    note = page.locator("#notes > li").filter(has_text="night ferry").first
    expect(note.get_by_role("link", name="at 12:04")).to_have_attribute(
        "href", "https://www.youtube.com/watch?v=vikferry01&t=724"
    )
    note.locator(".said a").first.press("Enter")
    expect(page.locator(".verdict")).to_contain_text("from Ida Solberg’s words; the words as spoken (subtitles of")
    expect(page.locator(".verdict q")).to_have_text("not")
    expect(page.get_by_role("link", name="Listen at 12:04").first).to_be_visible()
    expect(page.locator("#published")).to_contain_text("As spoken")
    page.get_by_role("link", name="Every change between the two").press("Enter")
    expect(page.locator("body")).to_contain_text("“Not” dropped")
    expect(page.get_by_role("link", name="Listen at 12:04").first).to_be_visible()


def test_axe_finds_nothing_on_a_speech_unfolded(open_page: Open) -> None:
    from axe_playwright_python.sync_playwright import Axe

    lineage = ingest_harbour_speech()
    transcript = Article.objects.get(kind=Article.Kind.RECORDING)
    for path in (lineage.get_absolute_url(), transcript.get_absolute_url()):
        page = open_page(path, viewport=PHONE)
        page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
        assert page.evaluate("document.documentElement.scrollWidth") == PHONE["width"]
        for scheme in SCHEMES:
            page.emulate_media(color_scheme=scheme)
            found = Axe().run(page, options={"resultTypes": ["violations"]})
            assert found.violations_count == 0, found.generate_report()
