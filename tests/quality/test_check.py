"""Stories in which outlets alter what was said: the check judges words by the earliest version, and no other."""

import json
import shutil
from pathlib import Path

import pytest
from django.core.management import call_command
from django.test import Client

from tests.support.shared import SHARED, needs_shared

needs_shared()
pytestmark = [pytest.mark.quality, pytest.mark.django_db]

STORIES = SHARED / "data" / "check"
APPROVALS = {"matches", "part"}


@pytest.fixture
def stories(tmp_path: Path) -> None:
    for path in [*STORIES.glob("*.txt"), STORIES / "manifest.json"]:
        shutil.copy(path, tmp_path)
    call_command("ingest", tmp_path)


@pytest.mark.usefixtures("stories")
def test_check_judges_every_query_of_the_stories_as_labelled(client: Client) -> None:
    queries = [json.loads(line) for line in (STORIES / "queries.jsonl").read_text(encoding="utf-8").splitlines()]
    wrong = []
    for query in queries:
        answer = client.get("/api/v1/check", {"q": query["q"], "speaker": query["speaker"] or ""}).json()
        outlet = (answer["earliest"] or {}).get("outlet")
        if (answer["verdict"], outlet) != (query["verdict"], query["earliest"]):
            wrong.append((query["q"], answer["verdict"], outlet))
        assert answer["severity"] >= query["least_severity"] or query["verdict"] not in ("altered", "differs"), query[
            "q"
        ]
        assert answer["verdict"] not in APPROVALS or query["verdict"] in APPROVALS, query["q"]
    assert wrong == []
