"""The middleware: health before all else, and the content security policy."""

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory

from articles.middleware import ContentSecurityPolicyMiddleware


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/", "/admin/login/", "/no-such-page", "/q/0000000000/"])
def test_policy_is_on_every_response(client: Client, path: str) -> None:
    policy = client.get(path).headers["Content-Security-Policy"]
    assert policy.startswith("default-src 'none'; script-src 'self'; style-src 'self'")
    assert "frame-ancestors 'none'" in policy


def test_policy_of_a_page_is_kept(rf: RequestFactory) -> None:
    def page(request: HttpRequest) -> HttpResponse:
        return HttpResponse(headers={"Content-Security-Policy": "frame-ancestors *"})

    answer = ContentSecurityPolicyMiddleware(page)(rf.get("/"))
    assert answer.headers["Content-Security-Policy"] == "frame-ancestors *"
