"""Tests of looking speakers up by name."""

import pytest

from articles.models import Speaker

pytestmark = pytest.mark.django_db


def test_get_or_create_by_name_finds_every_spelling_and_stores_it() -> None:
    found = {
        Speaker.objects.get_or_create_by_name(name)
        for name in ("Sergey Lavrov", "Sergei Lavrov", "Foreign Minister Sergej Lawrow")
    }
    assert len(found) == 1
    (speaker,) = found
    assert speaker is not None
    assert speaker.name == "Sergey Lavrov"
    assert {name.name for name in speaker.names.all()} == {
        "Sergey Lavrov", "Sergei Lavrov", "Foreign Minister Sergej Lawrow",
    }  # fmt: skip


def test_get_or_create_by_name_returns_none_without_a_name() -> None:
    assert Speaker.objects.get_or_create_by_name("  ") is None
    assert Speaker.objects.get_or_create_by_name("\u2014") is None


@pytest.mark.parametrize(
    ("known", "alone", "same"),
    [
        pytest.param(["Sergey Lavrov"], "Lavrov", True, id="the one Lavrov"),
        pytest.param(["Bill Clinton", "Hillary Clinton"], "Clinton", False, id="two Clintons"),
        pytest.param(["Thomson Reuters"], "Reuters", False, id="no forename before it"),
        pytest.param([], "Lavrov", False, id="nobody yet"),
    ],
)
def test_get_or_create_by_name_matches_a_surname_only_when_unambiguous(
    known: list[str], alone: str, same: bool
) -> None:
    speakers = [Speaker.objects.get_or_create_by_name(name) for name in known]
    assert (Speaker.objects.get_or_create_by_name(alone) in speakers) is same


def test_speakers_with_equal_slugs_get_numbered_ones() -> None:
    first, second = (
        Speaker.objects.get_or_create_by_name("Anne Smith"),
        Speaker.objects.get_or_create_by_name("Anne-Smith"),
    )
    assert first is not None
    assert second is not None
    assert (first == second) or first.slug != second.slug
