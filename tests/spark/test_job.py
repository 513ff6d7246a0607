"""Linking as a Spark job gives the lineages that one machine gives."""

import json
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from tests.support import makers
from tests.support.installations import on_sqlite

pytestmark = on_sqlite  # it asks no database
# A Java that compiles little and starts fast: these tests take half the time with it.
QUICK_JAVA = "--driver-java-options '-XX:TieredStopAtLevel=1 -XX:+UseSerialGC' pyspark-shell"
# Of Lavrov's words as TASS, SANA and Press TV printed them (17 November 2015); the rest is ours.
CAT = "It looks like a cat that wants to eat a fish but doesn't want to wet its feet"
TASS = "We noted tactical successes when a couple of cities were recaptured in Iraq."
BLOCK = f"{CAT}. And in Berlin the talks on grain went on until dawn without a word about prices. {TASS}"
ROWS: list[dict[str, object]] = [
    {"id": "late", "text": CAT.upper(), "date": "2015-11-19"},
    {"id": "first", "text": CAT, "speaker": "Sergey Lavrov", "date": "2015-11-17"},
    {"id": 7, "text": TASS, "speaker": "Lavrov", "date": "2015-11-17"},
    {"id": "7", "text": TASS.replace("a couple of cities", "several towns"), "date": "2015-11-18"},
    {"id": "formula", "text": "thank you very much"},
    {"id": "formula 2", "text": "thank you very much"},
    {"id": "empty", "text": ""},
    {"id": "block", "text": BLOCK, "date": "2015-11-20"},
]
ROWS += [{"id": f"cat {n}", "text": CAT, "date": "2015-11-18"} for n in range(3)]
ROWS += [{"id": f"towns {n}", "text": TASS, "date": "2015-11-18"} for n in range(3)]
SUREST: list[dict[str, object]] = [  # a chance of 0.9996
    {"id": "strikes", "text": makers.TASS, "date": "2015-11-17"},
    {"id": "strikes, cut", "text": makers.SANA, "date": "2015-11-18"},
]


@pytest.fixture(scope="module")
def spark() -> Iterator[Any]:
    from articles.spark.session import SparkUnavailableError, open_session

    with pytest.MonkeyPatch.context() as patch, ExitStack() as stack:
        patch.setenv("PYSPARK_SUBMIT_ARGS", QUICK_JAVA)
        try:
            session = stack.enter_context(open_session("local[1]"))
        except SparkUnavailableError as missing:
            pytest.skip(str(missing))
        session.conf.set("spark.sql.shuffle.partitions", "3")
        session.conf.set("spark.sql.execution.arrow.maxRecordsPerBatch", "5")  # so that groups cross batches
        yield session


def lines(path: Path) -> list[str]:
    files = sorted(path.glob("part-*")) if path.is_dir() else [path]
    return [line for file in files for line in file.read_text(encoding="utf-8").splitlines()]


@pytest.mark.filterwarnings("ignore")  # of pyspark's own
def test_a_spark_job_gives_line_for_line_the_lineages_that_one_machine_gives(spark: Any, tmp_path: Path) -> None:
    from articles.spark.job import link

    given, here, there = tmp_path / "in.jsonl", tmp_path / "here.jsonl", tmp_path / "there"
    given.write_text("".join(json.dumps(row) + "\n" for row in ROWS), encoding="utf-8")
    call_command("link", given, here)
    outcome = link(spark, str(given), str(there), report_step=lambda step: None)
    assert lines(there) == [line.rpartition(', "parent": ')[0] + "}" for line in lines(here)]
    assert '"also": [' in "".join(lines(here))
    assert outcome.refused == 0


@pytest.mark.filterwarnings("ignore")
def test_parquet_goes_in_and_out_and_what_cannot_be_used_is_named(spark: Any, tmp_path: Path) -> None:
    from articles.spark.job import link

    given, out = tmp_path / "in.parquet", tmp_path / "out.parquet"
    rows = [("a", TASS), ("b", TASS), ("c", None), ("a", CAT)]
    spark.createDataFrame(rows, "id string, text string").coalesce(1).write.parquet(str(given))
    outcome = link(spark, str(given), str(out), report_step=lambda step: None)
    found = {row["id"]: (row["lineage_id"], row["also"]) for row in spark.read.parquet(str(out)).collect()}
    assert found == {"a": ("a", []), "b": ("a", [])}
    assert outcome.refused == 2
    assert outcome.problems == (
        '"text" is missing: "id" \'c\'',
        '"id" "a" came more than once; each must be used once',
    )


@pytest.mark.filterwarnings("ignore")
def test_whatever_links_connect_is_labelled_with_its_first(spark: Any) -> None:
    from articles.spark.job import label_components

    chain = spark.createDataFrame([(n + 1, n) for n in range(20)] + [(101, 100)], "a bigint, b bigint")
    found = {row["number"]: row["label"] for row in label_components(chain).collect()}
    assert found == dict.fromkeys(range(1, 21), 0) | {101: 100}


@pytest.mark.filterwarnings("ignore")
def test_a_component_too_large_for_one_place_is_taken_apart_and_then_taken_as_it_is(spark: Any, tmp_path: Path) -> None:
    from articles.spark.job import link

    given, here, there = tmp_path / "in.jsonl", tmp_path / "here.jsonl", tmp_path / "there"
    rows = [row for row in ROWS if row["id"] != "block"] + SUREST
    given.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    call_command("link", given, here)
    told: list[str] = []
    link(spark, str(given), str(there), largest=0, report_step=told.append)
    assert [step for step in told if step.startswith("components")] == [
        "components, from chance 0.8",
        "components, from chance 0.99",
        "components, from chance 0.999",
    ]
    parts = {answer["id"]: answer["lineage_id"] for answer in map(json.loads, lines(there))}
    wholes = {answer["id"]: answer["lineage_id"] for answer in map(json.loads, lines(here))}
    assert parts["cat 0"] == parts["late"] == "first"
    assert all(wholes[quotation] == wholes[home] for quotation, home in parts.items())


@pytest.mark.filterwarnings("ignore")
def test_a_wrong_path_is_said_before_anything_is_done(spark: Any, tmp_path: Path) -> None:
    from articles.spark.job import InvalidPathError, link

    with pytest.raises(InvalidPathError, match="nothing is there"):
        link(spark, str(tmp_path / "nowhere"), str(tmp_path / "out"))
    (tmp_path / "in.jsonl").touch()
    with pytest.raises(InvalidPathError, match="is there already"):
        link(spark, str(tmp_path / "in.jsonl"), str(tmp_path / "in.jsonl"))


def test_without_the_extra_one_sentence_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyspark", None)
    with pytest.raises(CommandError, match=r"^--spark needs pyspark: pip install -r articles/spark/requirements\.txt$"):
        call_command("link", tmp_path / "in.jsonl", tmp_path / "out", "--spark")


def test_a_pipe_is_nothing_that_many_machines_can_read() -> None:
    with pytest.raises(CommandError, match="needs a path to read"):
        call_command("link", "--spark")
