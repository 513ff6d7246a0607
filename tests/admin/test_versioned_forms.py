"""Tests of optimistic locking in admin forms."""

import re
from html import unescape

import pytest
from django.contrib import admin
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

from articles.admin.versioned_forms import VersionedForm
from articles.models import Alias, Article, Outlet, Speaker
from tests.support.makers import make_article, make_quote

pytestmark = pytest.mark.django_db


@pytest.fixture
def curator(client: Client) -> Client:
    client.force_login(User.objects.create_superuser("curator"))
    return client


def shown(page: str) -> dict[str, str]:
    """Return what a form of the admin holds, apart from selections."""
    fields = re.findall(r"<input[^>]*>", page)
    found = {}
    for field in fields:
        name, value = (re.search(rf'{part}="([^"]*)"', field) for part in ("name", "value"))
        if name and not re.search('type="(submit|checkbox|radio)"', field):
            found[name.group(1)] = unescape(value.group(1)) if value else ""
    for name, options in re.findall(r'<select name="([^"]*)".*?>(.*?)</select>', page, re.DOTALL):
        chosen = re.search(r'value="([^"]*)" selected', options)
        found[name] = chosen.group(1) if chosen else ""
    return found


def test_every_admin_form_is_versioned() -> None:
    for table in (Outlet, Article, Speaker, Alias):
        registered = admin.site.get_model_admin(table)
        assert issubclass(registered.form, VersionedForm)
        assert not registered.list_editable
        assert all(
            issubclass(inline.form, VersionedForm) for inline in registered.inlines if not inline.readonly_fields
        )


def test_versioned_form_reports_a_conflict_once(curator: Client) -> None:
    outlet = make_article(outlet="Sputnik").outlet
    assert outlet is not None
    address = reverse("admin:articles_outlet_change", args=[outlet.pk])
    form = shown(curator.get(address).content.decode())
    assert curator.post(address, form | {"name": "Sputnik International"}).status_code == 302
    late = curator.post(address, form | {"name": "Sputnik News", "country": "RU"})
    page = unescape(late.content.decode())
    assert "Somebody has changed this since you opened the page: Name is now “Sputnik International”." in page
    assert 'value="Sputnik News"' in page
    outlet.refresh_from_db()
    assert outlet.name == "Sputnik International"
    assert curator.post(address, shown(late.content.decode())).status_code == 302
    outlet.refresh_from_db()
    assert (outlet.name, outlet.country) == ("Sputnik News", "RU")


def test_versioned_form_protects_dates_and_speaker_names(curator: Client) -> None:
    quote = make_quote()
    assert quote.speaker is not None
    article = reverse("admin:articles_article_change", args=[quote.article.pk])
    form = shown(curator.get(article).content.decode())
    Article.objects.update(precision="about")
    assert "Somebody has changed this" in curator.post(article, form | {"published_0": "2015-11-16"}).content.decode()
    speaker = reverse("admin:articles_speaker_change", args=[quote.speaker.pk])
    form = shown(curator.get(speaker).content.decode())
    name = quote.speaker.names.get()
    quote.speaker.names.update(name="Sergej Lavrov")
    answer = curator.post(speaker, form | {"names-0-name": "Sergey V. Lavrov"})
    assert "Somebody has changed this" in answer.content.decode()
    name.refresh_from_db()
    assert name.name == "Sergej Lavrov"


@pytest.mark.parametrize("seen", ["", "[]", "not JSON", "{}"])
def test_versioned_form_accepts_missing_versions(curator: Client, seen: str) -> None:
    alias = Alias.objects.create(form="Daesch", name="Islamic State")
    address = reverse("admin:articles_alias_change", args=[alias.pk])
    assert curator.post(address, {"form": "Daesch", "name": "ISIS", "seen": seen}).status_code == 302
