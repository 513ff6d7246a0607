"""Speech before print: what was said, and what outlets printed of it."""

from dataclasses import replace
from datetime import timedelta

import pytest

from articles.importers import ArticleDraft
from articles.models import Lineage, LineageCode, Printing
from articles.presentation.change_story import build_story
from articles.presentation.dates import describe_source
from articles.presentation.descent_diagram import layout_diagram
from articles.presentation.descent_tree import build_descent_tree
from articles.presentation.lineage_findings import build_finding
from articles.presentation.lineage_verdict import build_verdict, describe_credits
from articles.queries.lineage_snapshot import LineageSnapshot, take_snapshot
from tests.support.speeches import (
    ALTERED,
    CLEAN,
    SAID,
    build_recording,
    build_report,
    ingest_harbour_speech,
    ingest_speech,
)

pytestmark = pytest.mark.django_db

TIMES, POST = build_report("The Vik Times", CLEAN), build_report("The Harbour Post", ALTERED, hours=14)


def snapshot_of(lineage: Lineage) -> LineageSnapshot:
    snapshot = take_snapshot(LineageCode.objects.get(pk=lineage.code))
    assert snapshot
    return snapshot


def ingest_and_judge(*drafts: ArticleDraft) -> str:
    return str(build_verdict(snapshot_of(ingest_speech(*drafts))))


def test_speech_is_first_though_its_recording_was_published_after_the_prints() -> None:
    snapshot = snapshot_of(ingest_harbour_speech())
    assert [each.article.outlet_name for each in snapshot.printings] == [
        "Vik Harbour Television",
        "The Vik Times",
        "The Harbour Post",
        "Island Radio",
    ]
    assert str(build_verdict(snapshot)) == (
        "The Harbour Post dropped “not” from Ida Solberg’s words; the words as spoken (subtitles of Vik Harbour "
        "Television, 3 November 2026, published 4 November 2026, 12:04 into the recording) have it."
    )
    assert describe_credits(snapshot) == "None of the 3 outlets names a source."


def test_speech_reaches_as_far_as_outlets_print_of_it_with_what_they_left_out() -> None:
    snapshot = snapshot_of(ingest_harbour_speech())
    assert snapshot.first.text.startswith("We, uh, we will not sell")
    assert snapshot.first.text.endswith("ask every one of them first.")
    story = build_story(snapshot)
    told = [" ".join(map(str, sentence.parts)) for sentence in story.sentences]
    assert any(line.startswith("Island Radio left out “The islanders paid for that boat") for line in told)
    assert (story.disfluency_count, story.sentences[0].kind_label) == (3, "“Not” dropped")
    stored = Printing.objects.filter(lineage=snapshot.lineage).values_list("quote__text", flat=True)
    assert "The islanders paid for that boat" not in " ".join(stored)


def test_filled_ring_stands_for_the_words_as_spoken() -> None:
    tree = build_descent_tree(snapshot_of(ingest_harbour_speech()))
    (root,) = tree.roots
    assert root.is_extant
    assert root.speech_in_words.startswith("as spoken (subtitles of Vik Harbour Television, 3 November 2026")
    assert {child.certainty_text for child in root.children} == {"goes back to what was said"}
    drawing = layout_diagram(tree)
    assert drawing
    assert drawing.has_speech
    assert drawing.lanes[0].label == "As spoken"
    assert {edge.certainty for edge in drawing.edges} == {"trunk", "said"}


def test_list_names_who_dropped_a_word_of_the_speech() -> None:
    lineage = Lineage.objects.with_finding().get(pk=ingest_harbour_speech().pk)
    finding = build_finding(lineage)
    assert finding
    assert finding.text == "“not” dropped by The Harbour Post"


def test_transcript_is_not_called_as_spoken() -> None:
    verdict = ingest_and_judge(build_recording(kind="transcript"), POST)
    assert "; the subtitles of Vik Harbour Television, 3 November 2026" in verdict
    assert "as spoken" not in verdict


def test_outlet_that_prints_the_speech_without_its_fillers_prints_it_as_spoken() -> None:
    verdict = ingest_and_judge(TIMES, build_recording())
    assert verdict.startswith("The outlet published the words as spoken (subtitles of Vik Harbour Television")


def test_speech_found_nowhere_in_print_says_so() -> None:
    assert ingest_and_judge(build_recording()).startswith(
        "Found only where it was said, in no article so far: subtitles"
    )


@pytest.mark.parametrize(("days_later", "is_first"), [(0, True), (3, True), (30, False)])
def test_undated_speech_is_first_only_if_its_transcript_came_soon(days_later: int, is_first: bool) -> None:
    snapshot = snapshot_of(ingest_speech(TIMES, POST, build_recording(said=None, days_later=days_later)))
    assert snapshot.first.is_spoken is is_first
    assert ("as spoken" in str(build_verdict(snapshot))) is is_first


def test_speech_without_any_date_is_not_placed_before_print() -> None:
    undated = replace(build_recording(said=None), published=None, precision="unknown")
    snapshot = snapshot_of(ingest_speech(undated, TIMES, POST))
    assert snapshot.printings[-1].is_spoken
    assert "as spoken" not in str(build_verdict(snapshot))


def test_speech_of_a_later_year_is_not_the_origin_of_earlier_prints() -> None:
    later = build_recording(said=SAID + timedelta(days=366), days_later=367)
    snapshot = snapshot_of(ingest_speech(later, TIMES, POST))
    assert not snapshot.first.is_spoken
    assert snapshot.speech is None
    assert "as spoken" not in str(build_verdict(snapshot))


def test_outlet_that_names_another_day_is_not_measured_by_the_speech() -> None:
    other = build_report("The Harbour Post", ALTERED, hours=24 * 20, occasion=" on Friday")
    snapshot = snapshot_of(ingest_speech(build_recording(), TIMES, other))
    named = [each.quote.said_on for each in snapshot.printings if each.article.outlet_name == "The Harbour Post"]
    assert [str(day) for day in named] == ["2026-11-20"]
    verdict = str(build_verdict(snapshot))
    assert "as spoken" not in verdict
    assert "dropped" not in verdict


def test_order_of_taking_in_changes_nothing() -> None:
    first = str(build_verdict(snapshot_of(ingest_speech(build_recording(), TIMES, POST))))
    assert first.endswith("12:04 into the recording) have it.")


def test_source_of_a_transcript_says_when_it_was_published() -> None:
    lineage = ingest_speech(build_recording(kind="transcript", said=None, days_later=0))
    assert lineage.first
    assert describe_source(lineage.first.article) == ("subtitles of Vik Harbour Television, published 3 November 2026")
