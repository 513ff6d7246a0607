"""The middleware: health before all else, and the content security policy."""

from types import SimpleNamespace

import pytest
from django.db import OperationalError
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory

from articles.middleware import DatabaseAwayMiddleware, SecurityHeadersMiddleware
from tests.support.makers import make_lineage, make_quote


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/", "/admin/login/", "/no-such-page", "/q/0000000000/"])
def test_policy_is_on_every_response(client: Client, path: str) -> None:
    policy = client.get(path).headers["Content-Security-Policy"]
    assert policy.startswith("default-src 'none'; script-src 'self'; style-src 'self'")
    assert "frame-ancestors 'none'" in policy


def test_policy_of_a_page_is_kept(rf: RequestFactory) -> None:
    def page(request: HttpRequest) -> HttpResponse:
        return HttpResponse(headers={"Content-Security-Policy": "frame-ancestors *"})

    answer = SecurityHeadersMiddleware(page)(rf.get("/"))
    assert answer.headers["Content-Security-Policy"] == "frame-ancestors *"


@pytest.mark.django_db
def test_other_sites_may_show_pictures_and_embedded_pages_alone(client: Client) -> None:
    code = make_lineage(make_quote()).code
    paths = ("/", f"/q/{code}.png", f"/embed/{code}")
    fences = [client.get(path)["Cross-Origin-Resource-Policy"] for path in paths]
    assert fences == ["same-origin", "cross-origin", "cross-origin"]


class Unreachable:
    """An application whose database is away for the first `failures` requests."""

    def __init__(self, failures: int) -> None:
        self.failures, self.asked = failures, 0

    def __call__(self, request: HttpRequest) -> HttpResponse:
        self.asked += 1
        if self.asked <= self.failures:
            raise OperationalError("connection refused")
        return HttpResponse("a page")


@pytest.mark.parametrize(
    ("path", "media_type"), [("/o/", "text/html; charset=utf-8"), ("/api/v1/search", "application/problem+json")]
)
def test_database_that_is_away_is_a_503_in_the_media_type_of_the_caller(
    path: str, media_type: str, rf: RequestFactory
) -> None:
    answer = DatabaseAwayMiddleware(Unreachable(1))(rf.get(path))
    assert (answer.status_code, answer.headers["Content-Type"]) == (503, media_type)
    assert int(answer.headers["Retry-After"]) > 0


def test_requests_are_answered_at_once_after_one_found_no_database(
    rf: RequestFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = iter([0.0, 0.0, 1.0, 3.0])
    monkeypatch.setattr("articles.middleware.time.monotonic", lambda: next(clock))
    monkeypatch.setattr("articles.middleware.connection", SimpleNamespace(connection=None))
    application = Unreachable(1)
    site = DatabaseAwayMiddleware(application)
    assert [site(rf.get("/")).status_code for _ in range(3)] == [503, 503, 200]
    assert application.asked == 2


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/api/v1/nothing", "/api/v1/articles/-1"])
def test_programs_get_problems_in_json_for_addresses_without_anything(client: Client, path: str) -> None:
    answer = client.get(path)
    assert (answer.status_code, answer["Content-Type"]) == (404, "application/problem+json")
    assert answer.json()["detail"]
