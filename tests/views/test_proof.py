"""The hashes of a day's originals, and whether a file is one of them."""

import hashlib

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone

from articles.importers import read_upload
from articles.models import Article
from articles.services.corrections import withdraw
from articles.services.ingest import ingest_article
from tests.services.test_incoming import FERRY
from tests.support.cards import make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def article() -> Article:
    """Provide a stored article."""
    return ingest_article(read_upload("ferry.html", FERRY)).article


def read(client: Client, path: str) -> str:
    return b"".join(client.get(path).streaming_content).decode()  # type: ignore[attr-defined]


def test_a_day_lists_hash_moment_and_address_of_each_original(client: Client, article: Article) -> None:
    today = timezone.now().date().isoformat()
    assert f"/proof/{today}.txt" in client.get("/proof/").content.decode()
    [line] = read(client, f"/proof/{today}.txt").splitlines()
    digest, moment, address = line.split()
    assert digest == hashlib.sha256(FERRY).hexdigest()
    assert moment.startswith(today)
    assert address.endswith(f"/a/{article.pk}")


def test_a_file_is_found_by_its_bytes_alone(client: Client, article: Article) -> None:
    found = client.post("/proof/", {"file": SimpleUploadedFile("other.html", FERRY)}).content.decode()
    assert "We hold exactly this file" in found
    assert article.get_absolute_url() in found
    changed = client.post("/proof/", {"file": SimpleUploadedFile("ferry.html", FERRY + b" ")}).content.decode()
    assert "We do not hold this file" in changed
    assert article.get_absolute_url() not in changed


def test_a_withdrawn_article_stays_listed_and_is_not_shown(client: Client, article: Article) -> None:
    withdraw(article, reason="asked by the outlet", by=make_user("senior"))
    today = timezone.now().date().isoformat()
    assert len(read(client, f"/proof/{today}.txt").splitlines()) == 1
    found = client.post("/proof/", {"file": SimpleUploadedFile("ferry.html", FERRY)}).content.decode()
    assert "We do not hold this file" in found


def test_no_file_is_told(client: Client) -> None:
    answer = client.post("/proof/")
    assert (answer.status_code, "Choose a file" in answer.content.decode()) == (400, True)


@pytest.mark.parametrize("day", ["2999-01-01", "2026-13-01", "2026-1-1", "yesterday"])
def test_a_day_that_cannot_be_is_not_found(client: Client, day: str) -> None:
    assert client.get(f"/proof/{day}.txt").status_code == 404


def test_an_empty_day_is_an_empty_list(client: Client) -> None:
    assert read(client, "/proof/2020-01-01.txt") == ""
