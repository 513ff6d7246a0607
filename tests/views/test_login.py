"""The login of curators: five wrong passwords, then a pause."""

import pytest
from django.contrib.auth.models import User
from django.test import Client

pytestmark = pytest.mark.django_db

LOGIN = "/admin/login/"
PASSWORD = "a password of some length"


@pytest.fixture
def curator() -> User:
    return User.objects.create_user("curator", password=PASSWORD, is_staff=True)


def log_in(client: Client, password: str, *, user: str = "curator", address: str = "192.0.2.1") -> int:
    answer = client.post(LOGIN, {"username": user, "password": password}, REMOTE_ADDR=address)
    return answer.status_code


def test_after_five_wrong_passwords_not_even_the_right_one_is_checked(client: Client, curator: User) -> None:
    assert [log_in(client, f"wrong {number}") for number in range(7)] == [200, 200, 200, 200, 429, 429, 429]
    assert log_in(client, PASSWORD) == 429
    locked = client.post(LOGIN, {"username": "curator", "password": PASSWORD}, REMOTE_ADDR="192.0.2.1")
    assert "Too many wrong passwords" in locked.content.decode()


def test_others_log_in_while_one_is_locked_out(client: Client, curator: User) -> None:
    User.objects.create_user("other", password=PASSWORD, is_staff=True)
    for number in range(6):
        log_in(client, f"wrong {number}")
    assert log_in(Client(), PASSWORD, user="other") == 302
    assert log_in(Client(), PASSWORD, address="192.0.2.2") == 302


def test_right_password_forgets_the_wrong_ones(client: Client, curator: User) -> None:
    for _ in range(3):
        assert [log_in(Client(), f"wrong {number}") for number in range(4)] == [200, 200, 200, 200]
        assert log_in(Client(), PASSWORD) == 302


@pytest.mark.parametrize("next_page", ["https://example.org/", "//example.org", "javascript:alert(1)", ""])
def test_login_without_a_page_of_ours_to_go_to_leads_to_the_desk(next_page: str, client: Client, curator: User) -> None:
    answer = client.post(f"{LOGIN}?next={next_page}", {"username": "curator", "password": PASSWORD, "next": next_page})
    assert answer["Location"] == "/admin/articles/ruling/review/"
