"""What goes wrong is said in words, on a page of the site's own."""

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
def test_a_fault_of_ours_is_told_without_its_cause() -> None:
    response = Client(raise_request_exception=False).get("/broken")
    assert response.status_code == 500
    assert "This page could not be made" in response.content.decode()
    assert "cause" not in response.content.decode()


@pytest.mark.parametrize("name", ["500.html", "400.html"])
def test_the_page_for_a_fault_needs_nothing(name: str) -> None:
    page = engines["django"].get_template(name).render({})
    assert "{" not in page
    assert "<script" not in page


def test_each_error_has_a_page() -> None:
    request = RequestFactory().get("/x")
    assert "Nothing stands at this address" in page_not_found(request, Exception()).content.decode()
    assert "This page is not open to you" in permission_denied(request, Exception()).content.decode()
    assert "could not be understood" in bad_request(request, Exception()).content.decode()
    assert "could not be made" in server_error(request).content.decode()


def test_an_expired_form_has_a_page() -> None:
    response = Client(enforce_csrf_checks=True).post("/admin/login/")
    assert response.status_code == 403
    assert "This form was open too long" in response.content.decode()
