"""Bookmarklets, the manifest, and what the share menu sends: private, and without script."""

import html
import json
import re
from urllib.parse import urlencode

import pytest
from django.test import Client

from articles.views.bookmarklets import SharedContent, read_shared
from articles.views.check import TEXT_LIMIT
from tests.support.makers import TASS, index_words, make_lineage, make_quote

pytestmark = pytest.mark.django_db

PAGE = "https://paper.example/story"


def test_the_page_has_the_links_with_the_site_s_own_address(client: Client) -> None:
    page = client.get("/bookmarklets", headers={"Host": "localhost"}).content.decode()
    links = [html.unescape(link) for link in re.findall(r'href="(javascript:[^"]*)"', page)]
    assert len(links) == 3
    assert "'http://localhost/check'+'#words='" in links[0]
    assert "'http://localhost/suggest?url='" in links[1]
    assert "/review/new/?address='" in links[2]
    assert client.get("/bookmarklets/").status_code == 301


def test_the_manifest_shares_by_post(client: Client) -> None:
    response = client.get("/manifest.webmanifest")
    target = json.loads(response.content)["share_target"]
    assert response["Content-Type"] == "application/manifest+json"
    assert (target["method"], target["action"]) == ("POST", "/shared")
    assert "manifest-src 'self'" in response["Content-Security-Policy"]
    assert '<link rel="manifest" href="/manifest.webmanifest">' in client.get("/bookmarklets").content.decode()


@pytest.mark.parametrize(
    ("title", "text", "url", "found"),
    [
        ("", "We saw nothing", PAGE, SharedContent("We saw nothing", PAGE)),
        ("A story", f'"We saw nothing"\n {PAGE}#:~:text=We%20saw', "", SharedContent("We saw nothing", PAGE)),
        ("A story", PAGE, "", SharedContent("A story", PAGE)),
        ("A story", "", PAGE, SharedContent("A story", PAGE)),
        (f"A story {PAGE}", "", "", SharedContent("A story", PAGE)),
        ("", f"see https://other.example/1 and {PAGE}", "", SharedContent("see   and", PAGE)),
        ("", "", "javascript:alert(1)", SharedContent("", "")),
        ("", "“Мы ничего не видели”", "", SharedContent("Мы ничего не видели", "")),
        ("", "", f"{PAGE}?{'x' * 3000}", SharedContent("", "")),
        ("", "a" * (TEXT_LIMIT + 5), "", SharedContent("a" * TEXT_LIMIT, "", 5)),
        ("", "", "", SharedContent("", "")),
    ],
)
def test_words_and_address_are_told_apart(title: str, text: str, url: str, found: SharedContent) -> None:
    assert read_shared(title, text, url) == found


def test_shared_words_are_one_button_away_from_their_answer() -> None:
    client = Client(enforce_csrf_checks=True)
    quote = make_quote(TASS)
    index_words(quote)
    make_lineage(quote)
    page = client.post("/shared", {"text": f'"{TASS}" {PAGE}', "title": "", "url": ""})
    content = page.content.decode()
    assert page.headers.get("Set-Cookie") is None
    assert f'value="{PAGE}"' in content
    words = html.unescape(re.findall(r"<textarea[^>]*>(.*?)</textarea>", content, re.DOTALL)[0])
    assert client.post("/check", {"q": words}).status_code == 200
    suggested = client.get("/suggest", {"url": PAGE}).content.decode()
    assert f'value="{PAGE}"' in suggested


@pytest.mark.parametrize("text", ["\0", "\ud800", "<script>alert(1)</script>", " " * 99_999])
def test_hostile_shares_do_no_harm(client: Client, text: str) -> None:
    sent = urlencode({"text": text}, errors="surrogatepass")
    page = client.post("/shared", sent, content_type="application/x-www-form-urlencoded")
    assert page.status_code == 200
    assert "<script>alert" not in page.content.decode()


def test_opened_by_hand_the_share_address_explains_itself(client: Client) -> None:
    assert client.get("/shared")["Location"] == "/bookmarklets"
