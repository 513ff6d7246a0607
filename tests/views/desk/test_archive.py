"""An article's archived copies at the desk: what is known, the buttons, and who may press them."""

import pytest
from django.test import Client
from pytest_django import Settings

from articles.models import ArchiveJob
from tests.support.cards import REVIEW
from tests.support.makers import make_article

pytestmark = pytest.mark.django_db


def test_a_curator_asks_and_saves(desk: Client, settings: Settings) -> None:
    settings.ARCHIVE_LOOKUPS, settings.ARCHIVE_ACCESS_KEY, settings.ARCHIVE_SECRET_KEY = True, "a", "b"
    article = make_article(url="https://sana.sy/1")
    assert "Archived copies at the desk" in desk.get(article.get_absolute_url()).content.decode()
    path = f"{REVIEW}article/{article.pk}/archive/"
    assert "Save the page now" in desk.get(path).content.decode()
    for button in ("look-up", "save", "save"):
        page = desk.post(f"{path}{button}/", follow=True).content.decode()
        assert "The worker will" in page
    assert sorted(ArchiveJob.objects.values_list("task", flat=True)) == ["first", "save"]
    assert "asked by" in page


def test_without_keys_no_page_is_saved(desk: Client, settings: Settings) -> None:
    settings.ARCHIVE_LOOKUPS, settings.ARCHIVE_ACCESS_KEY = True, ""
    path = f"{REVIEW}article/{make_article(url='https://sana.sy/1').pk}/archive/"
    assert "Save the page now" not in desk.get(path).content.decode()
    assert "keys of an account" in desk.post(f"{path}save/", follow=True).content.decode()
    assert not ArchiveJob.objects.exists()


@pytest.mark.parametrize(
    ("is_on", "url", "said"),
    [
        (False, "https://sana.sy/1", "ARCHIVE_LOOKUPS"),
        (True, "", "no address"),
        (True, "http://wiki.intranet/1", "no address"),
    ],
)
def test_why_the_archive_cannot_be_asked_is_said(
    desk: Client, settings: Settings, is_on: bool, url: str, said: str
) -> None:
    settings.ARCHIVE_LOOKUPS = is_on
    path = f"{REVIEW}article/{make_article(url=url).pk}/archive/"
    assert said in desk.get(path).content.decode()
    assert said in desk.post(f"{path}look-up/", follow=True).content.decode()
    assert not ArchiveJob.objects.exists()


def test_readers_see_no_button_and_may_press_none(client: Client) -> None:
    article = make_article(url="https://sana.sy/1")
    assert "at the desk" not in client.get(article.get_absolute_url()).content.decode()
    for button in ("", "look-up/", "save/"):
        path = f"{REVIEW}article/{article.pk}/archive/{button}"
        assert "/login/" in client.post(path)["Location"]
