"""One speaker for all spellings of a name; a surname alone only where it can mean just one."""

import pytest

from articles.models import Speaker

pytestmark = pytest.mark.django_db


def test_every_spelling_finds_the_speaker_and_is_kept() -> None:
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


def test_what_names_nobody_finds_nobody() -> None:
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
def test_a_surname_alone(known: list[str], alone: str, same: bool) -> None:
    speakers = [Speaker.objects.get_or_create_by_name(name) for name in known]
    assert (Speaker.objects.get_or_create_by_name(alone) in speakers) is same


def test_two_speakers_whose_names_look_alike_in_an_address_have_two() -> None:
    first, second = (
        Speaker.objects.get_or_create_by_name("Anne Smith"),
        Speaker.objects.get_or_create_by_name("Anne-Smith"),
    )
    assert first is not None
    assert second is not None
    assert (first == second) or first.slug != second.slug
