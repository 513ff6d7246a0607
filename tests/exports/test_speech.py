"""A speech in the exports: its kind, its time in the recording, and the event that it records."""

import csv
import json
from datetime import date

import pytest

from articles.exports.citation import render_cite_news
from articles.exports.csv_export import BYTE_ORDER_MARK, render_lineage_csv
from articles.exports.json_export import serialize_lineage
from articles.exports.json_ld import build_graph
from articles.exports.tei import render_tei
from articles.models import LineageCode
from articles.queries.lineage_snapshot import LineageSnapshot, add_media_time, take_snapshot
from tests.support.speeches import VIDEO, ingest_harbour_speech

pytestmark = pytest.mark.django_db
AT_TIME = f"{VIDEO}&t=724"


@pytest.fixture
def snapshot() -> LineageSnapshot:
    found = take_snapshot(LineageCode.objects.get(pk=ingest_harbour_speech().code))
    assert found
    return found


def test_json_names_kind_day_and_second_of_the_speech(snapshot: LineageSnapshot) -> None:
    first, second, *_ = serialize_lineage(snapshot)["printings"]
    assert (first["article"]["kind"], first["article"]["said_on"]) == ("recording", "2026-11-03")
    assert (first["seconds"], first["recording_url"]) == (724, AT_TIME)
    assert (second["article"]["kind"], second["seconds"], second["recording_url"]) == ("article", None, None)


def test_table_ends_with_kind_and_second(snapshot: LineageSnapshot) -> None:
    lines = "".join(render_lineage_csv(snapshot)).removeprefix(BYTE_ORDER_MARK).splitlines()
    rows = list(csv.DictReader(lines))
    assert [row["kind"] for row in rows] == ["recording", "article", "article", "article"]
    assert (rows[0]["seconds"], rows[0]["recording_url"]) == ("724", AT_TIME)


def test_tei_notes_kind_and_time(snapshot: LineageSnapshot) -> None:
    document = render_tei(snapshot)
    assert '<note type="kind">recording</note>' in document
    assert '<note type="time">12:04</note>' in document


def test_json_ld_has_the_event_and_the_clip_that_records_it(snapshot: LineageSnapshot) -> None:
    nodes = build_graph(snapshot)["@graph"]
    (event,) = (node for node in nodes if node["type"] == "Event")
    assert (event["recordedIn"], event["startDate"]) == (VIDEO, "2026-11-03")
    clip = next(node["isPartOf"] for node in nodes if node.get("isPartOf", {}).get("type") == "Clip")
    assert (clip["startOffset"], clip["url"]) == (724, AT_TIME)
    assert "null" not in json.dumps(nodes)


def test_wikipedia_cites_the_recording_at_its_time(snapshot: LineageSnapshot) -> None:
    reference = render_cite_news(snapshot.first, date(2026, 12, 1))
    assert reference.startswith(
        "{{cite AV media |people=Ida Solberg |url=https://www.youtube.com/watch?v=vikferry01&t=724"
    )
    assert "|date=2026-11-03" in reference
    assert "|time=12:04" in reference


@pytest.mark.parametrize(
    ("address", "seconds", "expected"),
    [
        ("https://youtu.be/abc?t=3", 724, "https://youtu.be/abc?t=724"),
        ("https://m.youtube.com/watch?v=abc#x", 5, "https://m.youtube.com/watch?v=abc&t=5"),
        ("https://vik.gov/speech.mp4", 724, "https://vik.gov/speech.mp4#t=724"),
        ("", 724, ""),
        ("https://vik.gov/speech.mp4", None, ""),
    ],
)
def test_address_leads_to_the_second(address: str, seconds: int | None, expected: str) -> None:
    assert add_media_time(address, seconds) == expected
