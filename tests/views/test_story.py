"""The story names who did what to which words, the gravest first, and nothing it cannot know."""

from articles.engine.collation import collate
from articles.views.printings import groups_of
from articles.views.story import Story, story_of
from tests.makers import SANA, TASS

from .test_readings import ASIDE, DOTS, rows


def story(*texts: str) -> Story:
    return story_of(collate(texts), groups_of(rows(*texts)))


def told(found: Story) -> list[str]:
    """The sentences as a reader sees them."""
    lines = []
    for line in found.lines:
        words = "the same words" if line.again else f"[{line.words}]"
        other = f" for [{line.other}]" if line.other else ""
        lines.append(f"{'+'.join(line.who.shown)} {line.verb} {words}{line.after}{other}")
    return lines


def test_the_three_ways_of_one_aside() -> None:
    found = story(TASS, DOTS, SANA)
    assert told(found) == [
        f"Outlet 3 leaves out [{ASIDE.strip()}]; nothing marks the cut",
        "Outlet 2 leaves out the same words; dots mark the cut",
        "Outlet 3 prints [ISIS] for [Islamic State]",
    ]


def test_the_same_swap_in_two_places_is_told_once() -> None:
    text = "fighting the Islamic State and sparing those Islamic State groups that could press the army there"
    (line,) = story(text, text.replace("the Islamic State", "ISIS").replace("Islamic State", "ISIS")).lines
    assert line.places == (1, 2)


def test_two_who_do_the_same_are_told_in_the_plural() -> None:
    assert told(story(TASS, SANA, SANA))[0].startswith("Outlet 2+Outlet 3 leave out")


def test_an_end_left_out_is_told() -> None:
    found = told(story(TASS, TASS[: TASS.index(", spared")]))
    assert found[0].startswith("Outlet 2 ends before [")


def test_words_added_and_typesetting() -> None:
    found = story(TASS, TASS.replace("capable", "fully capable").replace("pledged not", "pledged, not"))
    assert told(found) == ["Outlet 2 adds [fully]"]
    assert found.slight == 1


def test_after_some_sentences_the_rest_is_a_number() -> None:
    words = "the army said it had spared some groups of men near towns while strikes went on by night".split()
    texts = [" ".join([*words[:at], f"word{at}", *words[at + 1 :]]) for at in range(2, 14)]
    found = story(" ".join(words), *texts)
    assert (len(found.lines), found.more) == (7, 5)


def test_the_same_everywhere_is_no_story() -> None:
    assert story(TASS, TASS).lines == ()
