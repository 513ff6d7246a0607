"""Answers that stand in place of an article are recognized, and articles are not taken for them."""

import pytest
from django.utils import timezone

from articles.importers.fetching import FetchedPage
from articles.importers.fetching.walls import describe_wall

ARTICLE = "<title>Brackmere keeps its ferry</title><p>“The boat stays,” said Ida Solberg.</p>"


def build_page(body: str = ARTICLE, status: int = 200, final: str = "https://courier.example/ferry") -> FetchedPage:
    return FetchedPage("https://courier.example/ferry", final, (), status, {}, body.encode(), timezone.now())


@pytest.mark.parametrize("status", [401, 402, 403, 404, 410, 418, 429, 451, 500, 503])
def test_a_status_without_a_page_is_told(status: int) -> None:
    assert f"({status})" in describe_wall(build_page(status=status)) or f"status {status}" in describe_wall(
        build_page(status=status)
    )


@pytest.mark.parametrize("host", ["consent.yahoo.example", "guce.aol.example", "login.times.example", "sso.a.example"])
def test_a_page_of_consent_or_login_is_told(host: str) -> None:
    assert host in describe_wall(build_page(final=f"https://{host}/?next=ferry"))


@pytest.mark.parametrize(
    "title",
    [
        *("Just a moment...", "Attention Required! | Cloudflare", "Access Denied", "Are you a robot?"),
        *("Pardon Our Interruption", "Before you continue to Google", "Subscribe to read | Financial Courier"),
    ],
)
def test_a_challenge_is_told_by_its_title(title: str) -> None:
    assert "no robot" in describe_wall(build_page(f"<html><TITLE>\n{title}</TITLE><p>Please wait"))


def test_an_empty_page_is_told() -> None:
    assert "empty page" in describe_wall(build_page("  \n"))


@pytest.mark.parametrize(
    "page",
    [
        build_page(),
        build_page("<title>Access denied to ferry: islanders protest</title>".replace("Access denied", "Ferry access")),
        build_page(final="https://www.courier.example/ferry"),
        build_page(final="https://idaho.example/ferry"),
    ],
)
def test_an_article_is_no_wall(page: FetchedPage) -> None:
    assert describe_wall(page) == ""
