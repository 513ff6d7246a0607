"""Access by role: every address, every role; reading never changes anything."""

import hashlib
from collections.abc import Iterator

import pytest
from django.apps import apps
from django.contrib.auth.models import Group, User
from django.core import serializers
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

from articles.models import Lineage, Suggestion
from articles.roles import CURATORS, SENIOR_CURATORS
from articles.services.curation import split_off
from articles.views.desk.urls import DESK_PAGES
from tests.support.makers import SANA, TASS, make_article, make_indirect_quote, make_lineage, make_quote

pytestmark = pytest.mark.django_db

# What each role may open of the admin, by the name of the address; readers open everything outside it.
ROLES = {"reader": (), "staff": (), "curator": (CURATORS,), "senior": (CURATORS, SENIOR_CURATORS), "admin": ()}
DESK = {name for _, _, name in DESK_PAGES}
OF_ALL_STAFF = {"index", "logout", "password_change", "password_change_done", "jsi18n", "view_on_site", "app_list"}
OPEN_TO_ALL = {"login", "logout"}
SUCCESS = range(200, 300)


def addresses(patterns: list[URLPattern | URLResolver], before: str = "") -> Iterator[tuple[str, str]]:
    """Every address of the site with its name, with values that lead to rows where there are any."""
    for pattern in patterns:
        path = before + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from addresses(pattern.url_patterns, path)
        else:
            yield path, pattern.name or ""


def filled(path: str, values: dict[str, str]) -> str:
    for name, value in values.items():
        path = path.replace(name, value)
    return "/" + path.lstrip("^").rstrip("$")


@pytest.fixture
def values() -> dict[str, str]:
    """Provide a value for each part of an address that stands for a row."""
    quotes = [make_quote(TASS), make_quote(SANA, outlet="SANA"), make_quote(TASS, outlet="RT")]
    lineage = make_lineage(*quotes)
    make_indirect_quote("that it failed", article=make_article("Lavrov said that it failed."))
    batch = split_off(lineage, [quotes[1].pk], by=User.objects.create_superuser("who split"))
    Suggestion.objects.create(code=lineage.code, kind="other", text="a word")
    pair = {"left": str(quotes[0].pk), "right": str(quotes[2].pk), "number": "1", "older": "1", "newer": "2"}
    kinds = ("text", "digits", "int", "str", "path", "slug")
    return {
        **{f"<{kind}:{name}>": value for kind in kinds for name, value in pair.items()},
        **{f"<{kind}:code>": lineage.code for kind in kinds},
        **{f"<{kind}:object_id>": str(batch.pk) for kind in kinds},
        **{f"<{kind}:slug>": "sana" for kind in kinds},
    }


def everything() -> str:
    """Return a hash of every row of the application."""
    rows = [
        row for model in apps.get_app_config("articles").get_models() for row in model._default_manager.order_by("pk")
    ]
    return hashlib.sha256(serializers.serialize("json", rows).encode()).hexdigest()


def logged_in(role: str) -> Client:
    client = Client(raise_request_exception=False)
    if role != "reader":
        user = User.objects.create_user(role, is_staff=True, is_superuser=role == "admin")
        user.groups.set(Group.objects.filter(name__in=ROLES[role]))
        client.force_login(user)
    return client


@pytest.mark.parametrize("role", ROLES)
def test_addresses_open_by_role_and_reading_changes_nothing(role: str, values: dict[str, str]) -> None:
    client, before = logged_in(role), everything()
    opened = set()
    for path, name in addresses(get_resolver().url_patterns):
        address = filled(path, values)
        if "<" in address or "(?P" in address:
            continue
        answer = client.get(address)
        assert answer.status_code < 500, address
        if address.startswith("/admin/") and answer.status_code in SUCCESS and name not in OPEN_TO_ALL:
            opened.add(name)
    assert everything() == before
    if role == "reader":
        assert not opened
    elif role == "staff":
        assert opened <= OF_ALL_STAFF
    else:
        assert {"review", "review_pair", "review_lineage", "review_statistics"} <= opened
    if role in ("curator", "senior"):
        assert not {name for name in opened if name.endswith("_add") and name != "articles_alias_add"}
        assert not {name for name in opened if name.startswith(("auth_", "sessions_"))}


@pytest.mark.parametrize(
    ("role", "allowed"),
    [
        ("reader", set[str]()),
        ("staff", set[str]()),
        ("curator", DESK - {"review_agree", "review_relink_start", "review_relink_cancel"}),
        ("senior", DESK),
        ("admin", DESK),
    ],
)
def test_desk_forms_are_taken_by_role(role: str, allowed: set[str], values: dict[str, str]) -> None:
    client = logged_in(role)
    for path, _, name in DESK_PAGES:
        answer = client.post(filled(f"admin/articles/ruling/{path}", values), {"a": "1", "b": "2", "verdict": "unsure"})
        refused = answer.status_code == 403 or (answer.status_code == 302 and "/login/" in answer["Location"])
        assert refused == (name not in allowed), f"{name}: {answer.status_code}"


@pytest.mark.parametrize("role", ["reader", "staff"])
def test_admin_forms_are_refused_without_rights(role: str, values: dict[str, str]) -> None:
    client, before = logged_in(role), everything()
    for path, name in addresses(get_resolver().url_patterns):
        address = filled(path, values)
        if address.startswith("/admin/") and name not in OPEN_TO_ALL and "<" not in address and "(?P" not in address:
            answer = client.post(address, {"post": "yes", "_selected_action": "1", "action": "delete_selected"})
            assert answer.status_code not in SUCCESS or name in OF_ALL_STAFF, address
    assert everything() == before


def test_withdrawing_takes_a_senior_curator(values: dict[str, str]) -> None:
    article = Lineage.objects.all()[0].printings.all()[0].quote.article
    form = {"action": "withdraw", "_selected_action": [article.pk], "because": "taken back"}
    for role, done in (("curator", False), ("senior", True)):
        logged_in(role).post("/admin/articles/article/", form)
        article.refresh_from_db()
        assert (article.withdrawn is not None) == done
