"""Tests of the tags that pages share."""

import re

import pytest

from articles.templatetags.page_parts import ICONS, icon


@pytest.mark.parametrize("name", ICONS)
def test_icon_is_hidden_from_screen_readers(name: str) -> None:
    drawn = icon(name)
    assert 'aria-hidden="true"' in drawn
    assert re.search(r'<path d="[MmLlHhVvAaZz0-9. -]+"/></svg>$', drawn)


def test_icon_raises_for_an_unknown_name() -> None:
    with pytest.raises(KeyError):
        icon("rocket")
