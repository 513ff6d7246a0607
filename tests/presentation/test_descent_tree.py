"""The descent tree and its drawing: parents, unseen sources, and dates as exact as known."""

import math
from datetime import UTC, datetime

import pytest

from articles.models import Article
from articles.presentation.descent_diagram import layout_diagram
from articles.presentation.descent_tree import DescentNode, DescentTree, build_descent_tree
from articles.queries.lineage_snapshot import PrintingSnapshot
from tests.presentation.test_apparatus import DOTS
from tests.support.makers import SANA, TASS
from tests.support.snapshots import collate_printings, number_texts

DAY = datetime(2015, 11, 17, tzinfo=UTC)


def build_tree(printings: list[PrintingSnapshot]) -> DescentTree:
    return build_descent_tree(collate_printings(printings))


def outline(nodes: tuple[DescentNode, ...]) -> list[object]:
    """Each node's name and certainty, with those under it."""
    return [(node.name.visible[0], node.certainty, outline(node.children)) for node in nodes]


def dated(printings: list[PrintingSnapshot], *days: int | None) -> list[PrintingSnapshot]:
    for row, day in zip(printings, days, strict=True):
        if day is not None:
            row.article.published, row.article.precision = DAY.replace(day=day), "day"
    return printings


def test_tree_stands_under_an_unseen_credited_source() -> None:
    printings = dated(number_texts(TASS, DOTS, SANA), 17, 18, 18)
    printings[0].article.credit = "TASS"
    found = build_tree(printings)
    assert outline(found.roots)[0] == (
        "TASS",
        "",
        [("Outlet 1", "shown", [("Outlet 2", "one", [("Outlet 3", "several", [])])])],
    )
    assert not found.roots[0].is_extant
    sana = found.roots[0].children[0].children[0].children[0]
    assert sana.certainty_text == "one of 2 fits"
    assert [source.visible for source in sana.sources] == [("Outlet 2",), ("Outlet 1",)]


def test_tree_sets_other_translations_apart() -> None:
    found = build_tree(number_texts(TASS, SANA, "blows fell with care upon whoever could not push at an army"))
    assert [node.is_other_translation for node in found.roots] == [False, True]


def test_diagram_has_a_lane_for_each_node_and_an_edge_to_each_child() -> None:
    printings = dated(number_texts(TASS, DOTS, SANA), 17, 18, None)
    printings[0].article.credit = "TASS"
    drawing = layout_diagram(build_tree(printings))
    assert drawing
    assert [lane.node.name.visible[0] for lane in drawing.lanes] == ["TASS", "Outlet 1", "Outlet 2", "Outlet 3"]
    assert [bool(lane.width) for lane in drawing.lanes] == [False, True, True, False]
    assert [line.certainty for line in drawing.edges] == ["shown", "one", "several", "also"]
    assert drawing.caption == "2015"
    starts = [float(lane.start.rstrip("%")) for lane in drawing.lanes if lane.start]
    assert starts == sorted(starts)


def said(row: PrintingSnapshot, occasion: str, day: int | None = None) -> None:
    row.quote.occasion = occasion
    row.quote.said_on = DAY.date().replace(day=day) if day else None


def test_tree_groups_printings_under_the_occasion_that_they_name() -> None:
    printings = dated(
        number_texts(TASS, DOTS, "blows fell with care upon whoever could not push at an army"), 17, 18, 18
    )
    said(printings[0], "in an interview on Tuesday", 17)
    said(printings[2], "on air on 17 November", 17)
    occasion = build_tree(printings).roots[0]
    assert (occasion.is_extant, occasion.occasion_row) == (False, printings[0])
    assert outline((occasion,)) == [
        (
            "in an interview on Tuesday",
            "",
            [("Outlet 1", "first", [("Outlet 2", "one", [])]), ("Outlet 3", "", [])],
        )
    ]


def test_tree_groups_an_unseen_source_under_the_occasion_that_its_copies_name() -> None:
    printings = dated(number_texts(TASS, DOTS), 17, 18)
    printings[0].article.credit = "TASS"
    said(printings[0], "in an interview")
    assert outline(build_tree(printings).roots) == [
        ("in an interview", "", [("TASS", "", [("Outlet 1", "shown", [("Outlet 2", "one", [])])])])
    ]


@pytest.mark.parametrize(
    ("occasion", "day"),
    [
        pytest.param("", None, id="none is named"),
        pytest.param("at a briefing", 12, id="another day"),
        pytest.param("at a briefing", None, id="other words, and no day"),
    ],
)
def test_tree_sets_apart_printings_with_no_occasion_or_another_one(occasion: str, day: int | None) -> None:
    printings = dated(number_texts(TASS, "blows fell with care upon whoever could not push at an army"), 17, 18)
    said(printings[0], "in an interview on Tuesday", 17)
    said(printings[1], occasion, day)
    assert [node.name.visible[0] for node in build_tree(printings).roots] == ["in an interview on Tuesday", "Outlet 2"]


def test_tree_sets_apart_printings_from_before_the_occasion() -> None:
    printings = dated(number_texts(TASS, DOTS), 17, 18)
    said(printings[0], "in an interview on Wednesday", 18)
    assert [node.name.visible[0] for node in build_tree(printings).roots] == ["Outlet 1"]


def test_diagram_is_none_for_one_printing_with_an_occasion() -> None:
    printings = number_texts(TASS)
    said(printings[0], "in an interview on Tuesday", 17)
    assert layout_diagram(build_tree(printings)) is None


def test_diagram_has_a_lane_for_the_occasion_on_its_day() -> None:
    printings = dated(number_texts(TASS, DOTS), 18, 19)
    said(printings[0], "in an interview on Tuesday", 17)
    drawing = layout_diagram(build_tree(printings))
    assert drawing
    assert drawing.has_occasion
    occasion, first, _ = drawing.lanes
    assert occasion.label == "Where it was said"
    assert float(occasion.start.rstrip("%")) < float(first.start.rstrip("%"))
    assert [line.certainty for line in drawing.edges] == ["said", "one"]


def test_diagram_cuts_the_day_of_the_occasion_to_the_axis() -> None:
    printings = dated(number_texts(TASS, DOTS), 17, 17)
    for hour, row in zip((10, 13), printings, strict=True):
        row.article.published, row.article.precision = DAY.replace(hour=hour), "minute"
        row.article.published_offset = 0
    said(printings[0], "in an interview on Tuesday", 17)
    drawing = layout_diagram(build_tree(printings))
    assert drawing
    assert [tick.label for tick in drawing.ticks] == ["10:00", "11:00", "12:00", "13:00"]
    assert drawing.caption == "17 Nov 2015, UTC"
    occasion = drawing.lanes[0]
    assert float(occasion.start.rstrip("%")) >= 2
    assert float(occasion.width.rstrip("%")) <= 96


def test_diagram_has_each_bar_in_the_lane_of_its_dot() -> None:
    drawing = layout_diagram(build_tree(dated(number_texts(TASS, DOTS), 17, 18)))
    assert drawing
    for lane in drawing.lanes:
        assert lane.top < lane.bar_top < lane.y < lane.bar_top + 10 < lane.top + 34


def test_diagram_names_only_the_credited_outlet_of_a_shared_wording() -> None:
    printings = dated(number_texts(TASS, TASS, DOTS), 16, 17, 18)
    printings[2].article.credit = "Outlet 2"
    (child,) = build_tree(printings).roots[0].children
    assert [source.visible for source in child.sources] == [("Outlet 2",)]


def test_diagram_truncates_a_long_name() -> None:
    printings = number_texts(TASS, DOTS)
    assert printings[0].outlet
    printings[0].outlet.name = "A Newspaper with a Name that is Longer than Others"
    drawing = layout_diagram(build_tree(printings))
    assert drawing
    assert drawing.lanes[0].label == "A Newspaper with a Nam\N{HORIZONTAL ELLIPSIS}"


def test_diagram_joins_several_children_by_a_trunk() -> None:
    drawing = layout_diagram(build_tree(dated(number_texts(TASS, DOTS, TASS.replace("capable", "able")), 17, 18, 18)))
    assert drawing
    assert [line.certainty for line in drawing.edges] == ["trunk", "one", "one"]


def test_diagram_is_none_for_one_printing() -> None:
    assert layout_diagram(build_tree(number_texts(TASS))) is None


def test_diagram_has_no_axis_when_no_date_is_known() -> None:
    drawing = layout_diagram(build_tree(number_texts(TASS, DOTS)))
    assert drawing
    assert (drawing.ticks, drawing.caption) == ((), "")


@pytest.mark.parametrize(
    ("precision", "offset", "first", "last"),
    [
        pytest.param("day", None, "2015-11-17T00:00", "2015-11-17T23:59", id="a day"),
        pytest.param("about", None, "2015-11-15T00:00", "2015-11-19T23:59", id="about a day"),
        pytest.param("month", None, "2015-11-01T00:00", "2015-11-30T23:59", id="a month"),
        pytest.param("year", None, "2015-01-01T00:00", "2015-12-31T23:59", id="a year"),
        pytest.param("minute", None, "2015-11-17T00:00", "2015-11-17T23:59", id="a time without its zone is a day"),
        pytest.param("minute", 180, "2015-11-17T12:30", "2015-11-17T12:30", id="a minute"),
    ],
)
def test_printed_interval_is_as_wide_as_the_date_is_uncertain(
    precision: str, offset: int | None, first: str, last: str
) -> None:
    moment = datetime(2015, 11, 17, 12, 30, tzinfo=UTC)
    found = Article(published=moment, precision=precision, published_offset=offset).printed_interval
    assert [datetime.fromtimestamp(each, UTC).strftime("%Y-%m-%dT%H:%M") for each in found] == [first, last]


def test_printed_interval_is_unbounded_when_the_date_is_unknown() -> None:
    assert Article(precision="unknown").printed_interval == (-math.inf, math.inf)
