"""The desk's page of relinks works for those who may, without JavaScript, and tells how far it is."""

import pytest
from django.apps import apps
from django.contrib.auth.models import Group, User
from django.core.cache import cache
from django.test import Client

from articles.models import Lineage, RelinkRequest
from articles.roles import CURATORS, SENIOR_CURATORS, sync_roles
from articles.services.relink_requests import request_relink, run_next
from tests.support.makers import make_lineage

pytestmark = pytest.mark.django_db

PAGE = "/admin/articles/ruling/review/relink/"


@pytest.fixture
def senior() -> User:
    return make_user("senior", CURATORS, SENIOR_CURATORS)


def make_user(name: str, *groups: str) -> User:
    sync_roles(apps.get_app_config("articles"))
    user = User.objects.create_user(name, is_staff=True)
    user.groups.set(Group.objects.filter(name__in=groups))
    return user


def log_in(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def test_desk_says_that_a_relink_is_due(senior: User) -> None:
    make_lineage()
    Lineage.objects.update(matcher="2020.01")
    cache.clear()
    client = log_in(senior)
    assert "Relink <b>due</b>" in client.get("/admin/articles/ruling/review/").text
    page = client.get(PAGE).text
    assert "A relink is due" in page
    assert "compared 1 of 1\n      lineage." in page


def test_request_runs_and_its_result_is_shown(senior: User) -> None:
    make_lineage()
    client = log_in(senior)
    answer = client.post(PAGE + "start/", {"deed": "dry-run"})
    assert (answer.status_code, answer["Location"]) == (303, PAGE)
    page = client.get(PAGE).text
    assert "A dry run is waiting" in " ".join(page.split())
    assert "Start a dry run" not in page
    run_next()
    page = " ".join(client.get(PAGE).text.split())
    assert "Dry run by senior: done." in page
    assert "1 quotations. Lineages: 1 unchanged" in page
    assert "0 versions would move." in page
    assert "Start a dry run" in page


def test_second_request_is_told_that_one_is_running(senior: User) -> None:
    client = log_in(senior)
    request_relink(by=senior)
    answer = client.post(PAGE + "start/", {"deed": "relink"}, follow=True)
    assert "Nothing was changed. One is already running." in answer.text
    assert RelinkRequest.objects.count() == 1


def test_request_is_cancelled(senior: User) -> None:
    client, request = log_in(senior), request_relink(by=senior)
    client.post(f"{PAGE}{request.pk}/cancel/")
    request.refresh_from_db()
    assert request.state == "cancelled"
    assert "cancelled by senior" in " ".join(client.get(PAGE).text.split())
    answer = client.post(f"{PAGE}{request.pk}/cancel/", follow=True)
    assert "can no longer be cancelled" in answer.text


def test_htmx_polls_the_progress_and_stops_when_it_has_ended(senior: User) -> None:
    client = log_in(senior)
    request_relink(by=senior)
    RelinkRequest.objects.update(state="running", step="comparing", done=1, total=4)
    part = client.get(PAGE, headers={"HX-Request": "true"}).text
    assert 'hx-trigger="every 2s"' in part
    assert "25 per cent" in part
    assert "<html" not in part
    RelinkRequest.objects.update(state="done", open=None)
    part = client.get(PAGE, headers={"HX-Request": "true"}).text
    assert "hx-get" not in part
    assert "It has ended." in part


def test_curators_see_the_page_but_cannot_start_or_cancel(senior: User) -> None:
    client, request = log_in(make_user("curator", CURATORS)), request_relink(by=senior)
    page = client.get(PAGE).text
    assert "Senior curators can start both." in page
    assert "Cancel" not in page
    assert client.post(PAGE + "start/", {"deed": "relink"}).status_code == 403
    assert client.post(f"{PAGE}{request.pk}/cancel/").status_code == 403
    request.refresh_from_db()
    assert request.state == "waiting"
