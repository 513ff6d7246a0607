"""Forms of the desk: what makes no sense is ignored, except the number of a row."""

import pytest
from django.http import Http404, QueryDict
from django.utils import timezone

from articles.views.desk.forms import (
    MAX_NOTE_LENGTH,
    MAX_SECONDS,
    ConsequenceForm,
    LaneForm,
    LineageForm,
    QuoteForm,
    RemarkForm,
    VerdictForm,
)


@pytest.mark.parametrize(
    ("sent", "lane"), [("lane=gold", "gold"), ("lane=none", "uncertain"), ("", "uncertain"), ("lane=a%00", "uncertain")]
)
def test_lane_is_the_first_where_none_is_named(sent: str, lane: str) -> None:
    assert LaneForm(QueryDict(sent)).read() == {"lane": lane}


@pytest.mark.parametrize(
    ("sent", "done", "before"),
    [("", None, None), ("done=&before=", None, None), ("done=0&before=3..12", 0, [3, 12]), ("before=3", None, None)],
)
def test_consequence_may_be_missing(sent: str, done: int | None, before: list[int] | None) -> None:
    assert ConsequenceForm(QueryDict(sent)).read() == {"done": done, "before": before, "before_name": None}


@pytest.mark.parametrize("number", ["x", "-1", "1.5", "\u0663", "9" * 30, " 1"])
def test_number_of_no_row_is_not_found(number: str) -> None:
    query = QueryDict(mutable=True)
    query.update({"done": number, "before": f"{number}..1", "a": number, "b": "1", "quote": number})
    for form in (ConsequenceForm, VerdictForm, LineageForm):
        with pytest.raises(Http404):
            form(query).read()


def test_card_without_its_quotations_is_not_found() -> None:
    with pytest.raises(Http404):
        VerdictForm(QueryDict("verdict=same")).read()


def test_remark_keeps_what_makes_sense() -> None:
    sent = QueryDict(mutable=True)
    sent.update({"reason": "no reason of ours", "note": "a\0b" + "c" * MAX_NOTE_LENGTH, "blind": "on"})
    remark = RemarkForm(sent).build_remark()
    assert (remark.reason, remark.note[:3], len(remark.note), remark.blind) == ("", "abc", MAX_NOTE_LENGTH - 1, True)
    assert remark.seconds is None


@pytest.mark.parametrize(("ago", "is_known"), [(5, True), (MAX_SECONDS + 60, False), (-60, False)])
def test_remark_has_seconds_where_they_are_plausible(ago: float, is_known: bool) -> None:
    began = int(timezone.now().timestamp() - ago)
    assert (RemarkForm(QueryDict(f"began={began}")).build_remark().seconds is not None) == is_known


def test_correction_without_a_version_has_seen_nothing() -> None:
    assert QuoteForm(QueryDict("")).read()["seen"] == "nothing"
    assert QuoteForm(QueryDict("seen=")).read()["seen"] == ""


def test_deed_has_a_default() -> None:
    lineage = LineageForm(QueryDict("deed=other&quote=1&quote=2")).read()
    assert (lineage["deed"], lineage["quote"]) == ("split", [1, 2])
    assert QuoteForm(QueryDict("deed=other")).read()["deed"] == "boilerplate"
