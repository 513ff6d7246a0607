"""The curators' page of scores can be read by everybody, in both schemes and on a phone."""

from typing import TYPE_CHECKING

import pytest
from django.conf import settings
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

from articles.services.curation import rule
from articles.services.linking.incremental import link_quotes
from tests.browser.conftest import CUT, WHOLE, Open, Site
from tests.browser.test_everybody import AXE, SEEN
from tests.support.makers import make_quote

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser


@pytest.fixture
def page(open_page: Open, site: Site, client: Client) -> "Page":
    """Provide the page of scores, as a curator sees it, with a match and a ruling on it."""
    curator = User.objects.create_superuser("curator")
    a, b = make_quote(f"{WHOLE} indeed"), make_quote(f"{CUT} indeed", outlet="Press TV")
    link_quotes([a, b])
    rule(a, b, "same", by=curator)
    client.force_login(curator)
    session = client.cookies[settings.SESSION_COOKIE_NAME].value
    opened = open_page("/")
    opened.context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": session, "url": site.url}])
    opened.goto(reverse("admin:articles_match_calibration"))
    return opened


def test_axe_finds_nothing_on_the_page_of_scores(page: "Page") -> None:
    from axe_playwright_python.sync_playwright import Axe

    for viewport, scheme in SEEN:
        page.set_viewport_size(viewport)
        page.emulate_media(color_scheme=scheme)
        found = Axe().run(page, context="#content", options=AXE)
        assert found.violations_count == 0, f"{viewport} {scheme}: {found.generate_report()}"
