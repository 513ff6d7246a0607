"""Quote check page: verdicts in words, nothing stored, refusals with a reason."""

import re
from contextlib import ExitStack
from html import unescape

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils.html import strip_tags

from articles.models import Article, Quote
from articles.services.linking.incremental import link_quotes
from articles.views import check
from articles.views.check import (
    ADDRESS_LIMIT,
    CHECKS_A_MINUTE,
    FILE_LIMIT,
    FILES_AT_ONCE,
    PASSAGE_LIMIT,
    QUOTATIONS_CHECKED,
    TEXT_LIMIT,
)
from articles.views.http.rate_limit import hold_slot
from provenance import gunicorn
from tests.support.makers import SANA, TASS, make_quote

pytestmark = pytest.mark.django_db


@pytest.fixture
def lavrov(db: None) -> None:
    for text, outlet in ((TASS, "OffGuardian"), (SANA, "SANA"), (SANA, "Syria Times")):
        link_quotes([make_quote(text, outlet=outlet)])


def said(client: Client, text: str, **more: str) -> str:
    return " ".join(unescape(strip_tags(client.post("/check", {"q": text} | more).content.decode())).split())


EARLIEST = "OffGuardian, 17 November 2015"
VERDICTS = [
    (TASS, f"Matches the earliest version found: {EARLIEST}."),
    (TASS.upper(), f"Matches the earliest version found, apart from punctuation: {EARLIEST}."),
    (
        "pledged not to take any action against the Syrian army",
        f"Part of a longer quotation; these words match the earliest version found: {EARLIEST}.",
    ),
    (SANA, f"Published this way by SANA and Syria Times; but the earliest found ({EARLIEST}) has \u201c"),
    (
        "pledged to take any action against the Syrian army",
        f"No version found has these words: the earliest ({EARLIEST}) has \u201cpledged not to\u201d.",
    ),
    ("The price of bread will be frozen until the harvest is in", "Not found in 3 articles of 3 outlets"),
]


@pytest.mark.parametrize(("pasted", "verdict"), VERDICTS)
def test_check_says_the_verdict_in_words(client: Client, lavrov: None, pasted: str, verdict: str) -> None:
    assert verdict in said(client, pasted)


def test_check_tells_words_that_are_joined_from_two_quotations(client: Client) -> None:
    one, other = "We will not raise taxes on working families this year", "The ferry to the islands stays where it is"
    for text in (one, other):
        link_quotes([make_quote(text)])
    assert "Joined from 2 separate quotations: no version found has all of these words" in said(
        client, f"{one}. {other}."
    )


def test_check_gives_no_tick_to_words_that_differ_from_the_earliest_version(client: Client, lavrov: None) -> None:
    page = client.post("/check", {"q": SANA}).content.decode()
    assert "outcome-altered" in page
    assert "outcome-matches" not in page


ATTRIBUTED = [
    ("pledged not to take any action against the Syrian army", {"speaker": "John Kerry"}),
    ("pledged not to take any action against the Syrian army, John Kerry said", {}),
    ("John Kerry said: They pledged not to take any action against the Syrian army", {}),
    ("\u201cThey pledged not to take any action against the Syrian army,\u201d John Kerry said.", {}),
]


@pytest.mark.parametrize(("pasted", "more"), ATTRIBUTED)
def test_check_tells_words_that_are_published_as_somebody_elses(
    client: Client, pasted: str, more: dict[str, str]
) -> None:
    link_quotes([make_quote(f"They {TASS}")])
    assert "These words are published once, as Sergey Lavrov\u2019s; not as John Kerry\u2019s." in said(
        client, pasted, **more
    )


def test_check_shows_the_form_without_a_text(client: Client) -> None:
    page = client.get("/check").content.decode()
    assert "<textarea" in page
    assert "Not found" not in page


def test_check_keeps_the_words_out_of_the_address_unless_they_are_shared(client: Client, lavrov: None) -> None:
    response = client.post("/check", {"q": TASS, "speaker": "Lavrov"})
    assert response.status_code == 200
    link = re.search(r'href="(/check\?[^"]+)"', response.content.decode())
    assert link
    assert "Matches the earliest version" in unescape(client.get(unescape(link[1])).content.decode())


def test_check_sends_no_referrer(client: Client) -> None:
    assert client.get("/check")["Referrer-Policy"] == "no-referrer"


def test_access_log_has_neither_query_strings_nor_referrers() -> None:
    fields = set(re.findall(r"%\((\w+)\)s", gunicorn.access_log_format))
    assert "U" in fields  # the path alone
    assert not fields & {"r", "q", "f"}  # request line, query string, referrer


def test_check_sends_one_or_two_words_on_to_the_search(client: Client, lavrov: None) -> None:
    response = client.post("/check", {"q": "Syrian army"})
    assert (response.status_code, response["Location"]) == (303, "/search?q=Syrian+army")


def test_check_checks_every_quotation_of_an_article_and_stores_nothing(client: Client, lavrov: None) -> None:
    before = Article.objects.count(), Quote.objects.count()
    text = (
        f"He said on Tuesday that the coalition \u201c{SANA}.\u201d\n\n"
        "\u201cThe price of bread will be frozen until the harvest is in,\u201d the minister added. " + "Filling. " * 90
    )
    page = unescape(strip_tags(client.post("/check", {"q": text}).content.decode()))
    assert "1 of 2 quotations found; 1 altered" in page
    assert "Published this way by SANA and Syria Times; but the earliest found (OffGuardian" in page
    assert "Not found" in page
    assert (Article.objects.count(), Quote.objects.count()) == before


@pytest.mark.parametrize("markup", [False, True])
def test_check_reads_a_file_and_stores_nothing(client: Client, lavrov: None, markup: bool) -> None:
    text = f"Lavrov said the coalition \u201c{SANA}.\u201d He spoke to reporters on Tuesday, the ministry said."
    body = f"<html><body><article><h1>Strikes</h1><p>{text}</p></article></body></html>" if markup else text
    file = SimpleUploadedFile("article.html" if markup else "article.txt", body.encode())
    page = unescape(strip_tags(client.post("/check", {"file": file}).content.decode()))
    assert "1 of 1 quotation found" in page
    assert Article.objects.count() == 3


def test_check_limits_the_number_of_quotations(client: Client, lavrov: None) -> None:
    many = QUOTATIONS_CHECKED + 5
    text = "\n\n".join(f"\u201cThe budget of year {n} will be larger than before,\u201d he said." for n in range(many))
    page = client.post("/check", {"q": text}).content.decode()
    assert page.count('id="passage-') == QUOTATIONS_CHECKED
    assert "5 more are not checked" in " ".join(unescape(page).split())


REFUSED = [
    ({"q": "x" * (TEXT_LIMIT + 1)}, "can be checked at a time"),
    ({"q": "x " * ADDRESS_LIMIT + "\0"}, "characters that cannot be read"),
    ({"file": SimpleUploadedFile("big.txt", b"x" * (FILE_LIMIT + 1))}, "big.txt is larger than 2 MB"),
    ({"file": SimpleUploadedFile("none.txt", b" ")}, "none.txt"),
    ({"file": SimpleUploadedFile("noise.txt", bytes(range(256)) * 9)}, "noise.txt"),
    ({"file": SimpleUploadedFile("menu.txt", b"Home | World | Sport")}, "it has no article"),
]


@pytest.mark.parametrize(("sent", "why"), REFUSED)
def test_check_refuses_unreadable_texts_with_a_reason(client: Client, sent: dict[str, object], why: str) -> None:
    for file in sent.values():
        if isinstance(file, SimpleUploadedFile):
            file.seek(0)
    response = client.post("/check", sent)
    assert response.status_code == 400
    assert why in unescape(response.content.decode())


def test_check_refuses_a_long_text_in_the_address(client: Client) -> None:
    assert client.get("/check", {"q": "word " * PASSAGE_LIMIT}).status_code == 400


def test_check_escapes_hostile_text(client: Client, lavrov: None) -> None:
    page = client.get("/check", {"q": f"<script>alert(1)</script></textarea> {SANA}"}).content.decode()
    assert "<script>alert" not in page
    assert page.count("</textarea>") == 1


def test_check_works_without_cookies() -> None:
    client = Client(enforce_csrf_checks=True)
    response = client.post("/check", {"q": SANA + " " * 3 + "and more words than an address takes " * 30})
    assert response.status_code == 200
    assert not response.cookies


def test_check_box_is_on_other_pages(client: Client, lavrov: None) -> None:
    for path in ("/", "/o/", "/s/", "/nowhere"):
        assert 'role="search" method="post" action="/check"' in client.get(path).content.decode()


def test_check_of_many_texts_in_a_minute_waits(client: Client) -> None:
    answers = [client.post("/check", {"q": "a"}) for _ in range(CHECKS_A_MINUTE + 1)]
    assert [answer.status_code for answer in answers[-2:]] == [303, 429]
    assert 0 < int(answers[-1]["Retry-After"]) <= 60
    assert client.post("/check", {"q": "a"}, REMOTE_ADDR="192.0.2.9").status_code == 303


def test_check_refuses_a_form_that_is_too_large_before_it_is_parsed(client: Client) -> None:
    answer = client.post("/check", {"file": SimpleUploadedFile("huge.txt", b"x" * (FILE_LIMIT + 400_000))})
    assert answer.status_code == 413
    assert "larger than 2 MB" in answer.content.decode()


def test_check_reads_no_more_files_at_once_than_it_has_slots(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("articles.views.check.SECONDS_FOR_A_SLOT", 0.01)
    sent = {"file": SimpleUploadedFile("page.txt", f"He said: “{TASS}”".encode())}
    with ExitStack() as others:
        for _ in range(FILES_AT_ONCE):
            others.enter_context(hold_slot(check._FILE_SLOTS, 1))
        busy = client.post("/check", sent)
    assert (busy.status_code, busy["Retry-After"]) == (503, "5")
