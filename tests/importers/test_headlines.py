"""Tests of choosing the headline of a page."""

import pytest

from articles.importers.headlines import choose_headline

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
    ],
)
def test_choose_headline_takes_what_is_printed(stated: str, printed: list[str], social: list[str], chosen: str) -> None:
    assert choose_headline([stated], printed, social, ["Courier"]) == chosen
