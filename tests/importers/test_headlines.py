"""Tests of choosing the headline of a page."""

import pytest
from lxml.html import fragment_fromstring

from articles.importers.headlines import choose_headline, get_visible_text

KICKED = "US-Dream-Team wird besser Deutscher Aggressor beeindruckt, Frankreich hadert"
PLAIN = "Deutscher Aggressor beeindruckt, Frankreich hadert"


@pytest.mark.parametrize(
    ("stated", "printed", "social", "chosen"),
    [
        ("Ferry stays in Vik", ["Ferry stays in Vik"], ["You will not believe this ferry"], "Ferry stays in Vik"),
        ("Old headline of it", ["Ferry stays in Vik"], ["Ferry stays in Vik | Courier"], "Ferry stays in Vik"),
        ("Basketball: Aggressor, Dream-Team", [KICKED], [PLAIN], PLAIN),
        (PLAIN, [KICKED], ["Basketball: Aggressor"], PLAIN),
        ("Ferry stays in Vik", ["Courier", "Ferry stays in Vik"], [], "Ferry stays in Vik"),
        ("", ["Ferry stays in Vik"], ["Vik ferry news 2026 - Courier"], "Ferry stays in Vik"),
        ("", [], ["Ferry stays in Vik | Courier"], "Ferry stays in Vik"),
        ("", [], ["Courier | Ferry stays in Vik"], "Ferry stays in Vik"),
        ("", [], ["Ferry stays in Vik / Courier"], "Ferry stays in Vik"),
        ("Courier: we err", ["Courier: we err"], ["Courier: we err"], "Courier: we err"),
    ],
)
def test_choose_headline_takes_what_is_printed(stated: str, printed: list[str], social: list[str], chosen: str) -> None:
    assert choose_headline([stated], printed, social, ["Courier"]) == chosen


@pytest.mark.parametrize(
    ("heading", "text"),
    [
        ("<h1><div>Council</div><div>Ferry stays</div></h1>", "Council Ferry stays"),
        ("<h1><span>Council</span><span>Ferry stays</span></h1>", "Council Ferry stays"),
        ("<h1>Council<br>Ferry stays</h1>", "Council Ferry stays"),
        ("<h1>Mc<b>Donald</b> stays</h1>", "McDonald stays"),
        ("<h1>Ferry <i>st</i>ays<style>b {}</style></h1>", "Ferry stays"),
    ],
)
def test_get_visible_text_parts_what_stands_on_lines_of_its_own(heading: str, text: str) -> None:
    assert get_visible_text(fragment_fromstring(heading)) == text
