"""Plain text shows other readings in print marks."""

from articles.exports.plain_text import render_plain_text
from tests.support.snapshots import NAME_PLACE, make_place, make_reading, make_snapshot


def test_plain_text_marks_readings_in_the_words() -> None:
    text = render_plain_text(make_snapshot())
    assert text.splitlines()[:3] == [
        "Sergey Lavrov",
        "Sergey Lavrov said this in an interview with the Vesti.doc programme (17 November 2015), "
        "according to OffGuardian.",
        "3 outlets, 3 versions. 2 of 3 outlets name a source, TASS; 1 names none.",
    ]
    assert "the army[- (life has proved it)-], spared those [-Islamic State-]{+ISIS+} groups" in text
    assert "B  SANA, about 17 November 2015, https://quotes.example/a/31/" in text
    assert text.endswith("\n\nhttps://quotes.example/q/7KQ2M9X4VD/r12\n")


def test_plain_text_names_each_reading_when_several_differ() -> None:
    third = make_reading("", 2, kind="deletion.silent")
    several = make_place(1, NAME_PLACE.span, *NAME_PLACE.readings, third)
    assert "[-Islamic State-]{+B: ISIS+} {+C: nothing+} groups" in render_plain_text(make_snapshot(places=(several,)))
