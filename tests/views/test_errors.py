"""Error pages."""

import pytest
from django.http import HttpRequest, HttpResponse
from django.template import engines
from django.test import Client, RequestFactory, override_settings
from django.urls import path
from django.views.defaults import bad_request, page_not_found, permission_denied, server_error


def broken(request: HttpRequest) -> HttpResponse:
    """Return a view that fails."""
    raise RuntimeError("the cause, which no reader may see")


urlpatterns = [path("broken", broken)]


@override_settings(ROOT_URLCONF=__name__)
def test_error_page_500_hides_the_cause() -> None:
    response = Client(raise_request_exception=False).get("/broken")
    assert response.status_code == 500
    assert "Something went wrong on our side" in response.content.decode()
    assert "cause" not in response.content.decode()


@pytest.mark.parametrize("name", ["500.html", "400.html"])
def test_error_page_500_needs_no_context(name: str) -> None:
    page = engines["django"].get_template(name).render({})
    assert "{" not in page
    assert "<script" not in page


def test_error_pages_exist_for_each_status() -> None:
    request = RequestFactory().get("/x")
    assert "<h1>Page not found</h1>" in page_not_found(request, Exception()).content.decode()
    assert "You do not have access to this page" in permission_denied(request, Exception()).content.decode()
    assert "could not read this request" in bad_request(request, Exception()).content.decode()
    assert "went wrong on our side" in server_error(request).content.decode()


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("path", "said", "link"),
    [
        ("/o/x", "No outlet has this address", "/o/"),
        ("/s/x", "No speaker has this address", "/s/"),
        ("/a/999", "No article has this number", "/a/"),
        ("/a/999/some-words", "No article has this number", "/a/"),
        ("/d/2015-13-01", "There is no such day", "/d/"),
        ("/q/ZZZZZZZZZZ", "a code of ten letters and digits", "/"),
        ("/nothing", "Page not found", "/"),
    ],
)
def test_error_page_404_speaks_of_what_was_asked_for(client: Client, path: str, said: str, link: str) -> None:
    response = client.get(path)
    page = response.content.decode()
    assert response.status_code == 404
    assert said in page
    assert f'<a href="{link}">All ' in page
    assert '<a href="/suggest">Suggest an article</a>' in page
    assert ("ten letters and digits" in page) == (link == "/")


def test_error_page_exists_for_an_expired_form() -> None:
    response = Client(enforce_csrf_checks=True).post("/admin/login/")
    assert response.status_code == 403
    assert "This form has expired" in response.content.decode()
