"""The story names outlets and words, the most severe change first, and claims nothing uncertain."""

from datetime import UTC, datetime

from articles.presentation.change_story import ChangeStory, SentencePart, build_story
from tests.presentation.test_apparatus import ASIDE, DOTS
from tests.support.makers import SANA, TASS
from tests.support.snapshots import collate_printings, collate_texts, number_texts


def story(*texts: str) -> ChangeStory:
    return build_story(collate_texts(*texts))


def told(found: ChangeStory) -> list[str]:
    """Return the sentences as a reader sees them."""
    return [" ".join(map(shown, line.parts)).replace(" ;", ";").replace(" ,", ",") for line in found.sentences]


def shown(part: SentencePart) -> str:
    if part.names:
        return "+".join(part.names.visible)
    return f"[{part.text}]" if part.is_quoted else part.text


def test_story_tells_three_treatments_of_one_aside() -> None:
    found = story(TASS, DOTS, SANA)
    assert told(found) == [
        f"Outlet 1 published [{ASIDE.strip()}]; Outlet 2 put dots in its place; "
        "Outlet 3 has nothing there, and no mark",
        "Outlet 3 published [ISIS] where Outlet 1 has [Islamic State]",
    ]


def test_story_tells_a_swap_in_two_places_once() -> None:
    text = "fighting the Islamic State and sparing those Islamic State groups that could press the army there"
    (line,) = story(text, text.replace("the Islamic State", "ISIS").replace("Islamic State", "ISIS")).sentences
    assert line.place_numbers == (1, 2)


def test_sentence_gives_the_reason_when_a_change_is_more_severe_than_its_kind() -> None:
    text = "we came and we do not want to hear of it and we left the town to the army and to those groups"
    (line,) = story(text, text.replace(" and we do not want to hear of it", "")).sentences
    assert (line.label, line.severity) == ("Words cut silently: cut passage containing a negation", 4)
    assert "containing" not in "".join(each.label for each in story(TASS, SANA).sentences)


def test_story_joins_several_words_for_the_same_in_one_sentence() -> None:
    others = [TASS.replace("Islamic State", name) for name in ("ISIS", "Daesh")]
    assert told(story(TASS, *others, others[0])) == [
        "Outlet 2+Outlet 4 published [ISIS], Outlet 3 [Daesh] where Outlet 1 has [Islamic State]"
    ]


def test_story_uses_the_plural_for_two_outlets() -> None:
    assert told(story(TASS, SANA, SANA))[0].startswith("Outlet 2+Outlet 3 do not have")


def test_story_says_left_out_or_added_only_of_later_printings() -> None:
    found = number_texts(TASS, SANA, TASS.replace("capable", "widely capable"))
    for day, row in enumerate(found, start=1):
        row.article.published, row.article.precision = datetime(2015, 11, day, tzinfo=UTC), "day"
    lines = told(build_story(collate_printings(found)))
    assert lines[0] == f"Outlet 2 left out [{ASIDE.strip()}]; nothing marks a cut"
    assert "Outlet 3 added [widely]" in lines


def test_story_quotes_the_context_of_a_word_that_reverses_the_sense() -> None:
    assert told(story(TASS, TASS.replace("pledged not to", "pledged to"))) == [
        "Outlet 2 published [pledged to take any] where Outlet 1 has [pledged not to take any]"
    ]


def test_story_names_outlets_that_may_print_another_translation() -> None:
    one = "They want the Islamic State to weaken Assad as soon as possible to force him to step down this or that way"
    other = (
        "the coalition hopes the Islamic State will weaken Assad as soon as it can and make him step down in the end"
    )
    found = story(one, other)
    assert found.doubtful
    assert found.doubtful.visible == ("Outlet 2",)


def test_story_calls_a_part_no_change() -> None:
    found = story(TASS, TASS[: TASS.index(", spared")])
    assert told(found) == []
    assert found.partial
    assert found.partial.visible == ("Outlet 2",)


def test_story_says_dots_only_of_versions_that_have_them() -> None:
    text = "we will not touch pensions (nobody here has asked for that), but the state must save before the summer"
    aside = " (nobody here has asked for that)"
    (line,) = told(story(text, text.replace(f"{aside},", " \u2026"), text.replace(aside, "")))
    assert "Outlet 2 put dots in its place" in line
    assert "Outlet 3 has nothing there, and no mark" in line


def test_story_folds_slight_changes_into_a_count() -> None:
    found = story(TASS, TASS.replace("capable", "capabel"), SANA)
    assert [line.severity for line in found.slight] == [1]
    assert all(line.severity > 1 for line in found.sentences)


def test_story_leaves_out_what_the_verdict_told() -> None:
    snapshot = collate_texts(TASS, SANA)
    place, label = 1, "Aside cut silently"
    assert [line.label for line in build_story(snapshot, told=(place, label)).sentences] == ["Name swapped"]


def test_story_tells_of_added_words_and_counts_typographic_changes() -> None:
    found = story(TASS, TASS.replace("capable", "widely capable").replace("pledged not", "pledged, not"))
    assert told(found) == ["Outlet 2 also published [widely]"]
    assert found.typographic_count == 1


def test_story_counts_the_rest_when_there_are_many_changes() -> None:
    words = "the army said it had spared some groups of men near towns while strikes went on by night".split()
    texts = [" ".join([*words[:at], f"word{at}", *words[at + 1 :]]) for at in range(2, 14)]
    found = story(" ".join(words), *texts)
    assert (len(found.sentences), len(found.further)) == (4, 8)


def test_story_is_empty_when_all_print_the_same() -> None:
    assert story(TASS, TASS).sentences == ()
