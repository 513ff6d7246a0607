"""A drawing before a word says nothing of its own."""

import re

import pytest

from articles.templatetags.icons import ICONS, icon


@pytest.mark.parametrize("name", ICONS)
def test_an_icon_is_drawn_and_not_read_out(name: str) -> None:
    drawn = icon(name)
    assert 'aria-hidden="true"' in drawn
    assert re.search(r'<path d="[MmLlHhVvAaZz0-9. -]+"/></svg>$', drawn)


def test_there_is_no_icon_of_another_name() -> None:
    with pytest.raises(KeyError):
        icon("rocket")
