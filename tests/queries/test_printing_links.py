"""Links to printings lead to the very words, and to archives near the day."""

from datetime import UTC, datetime

import pytest

from articles.models import Article
from articles.queries.printing_links import add_text_fragment, build_wayback_address


@pytest.mark.parametrize(
    ("address", "words", "found"),
    [
        pytest.param("", "any words", "", id="no address"),
        pytest.param(
            "https://sana.sy/?p=1", "the U.S.-led coalition,", "#:~:text=the%20U.S.%2Dled%20coalition", id="few words"
        ),
        pytest.param(
            "https://sana.sy/#top", "a, b & c", "#top:~:text=a%2C%20b%20%26%20c", id="an anchor, commas, ampersands"
        ),
        pytest.param(
            "https://sana.sy/",
            "one two three four five six seven eight nine ten eleven.",
            "#:~:text=one%20two%20three%20four%20five,seven%20eight%20nine%20ten%20eleven",
            id="a long passage by its ends",
        ),
        pytest.param("https://sana.sy/", "a\u00a0b", "#:~:text=a%C2%A0b", id="spaces as printed"),
        pytest.param(
            "https://sana.sy/#:~:text=other", "a b", "#:~:text=a%20b", id="an address copied with other words"
        ),
    ],
)
def test_text_fragment_leads_to_the_words(address: str, words: str, found: str) -> None:
    assert add_text_fragment(address, words) == address.partition("#")[0] + found


@pytest.mark.parametrize(
    ("precision", "date"),
    [("minute", "20151117"), ("day", "20151117"), ("about", "20151117"), ("month", "201511"), ("year", "2015")],
)
def test_wayback_address_is_near_the_day_as_far_as_it_is_known(precision: str, date: str) -> None:
    article = Article(url="https://sana.sy/?p=1", published=datetime(2015, 11, 17, tzinfo=UTC), precision=precision)
    assert build_wayback_address(article) == f"https://web.archive.org/web/{date}/https://sana.sy/?p=1"
