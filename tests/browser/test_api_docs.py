"""The page that shows the API to people works under the site's strict content security policy."""

import pytest
from django.urls import reverse

from tests.browser.conftest import Open

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("width", [390, 1200])
def test_api_docs_list_every_operation_and_try_one(open_page: Open, width: int) -> None:
    """`open_page` fails where the policy refuses anything."""
    page = open_page(reverse("api_docs"), viewport={"width": width, "height": 900})
    page.wait_for_selector(".opblock")
    assert page.locator(".opblock").count() == 12
    page.locator(".opblock-summary-control").first.click()
    page.get_by_role("button", name="Try it out").click()
    page.get_by_role("button", name="Execute").click()
    page.wait_for_selector(".live-responses-table")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
