"""Interviews without labels: answers are the one person's whom the article says it interviewed, or nobody's."""

import pytest

from articles.engine.cleaning.paragraphs import Label, Paragraph
from articles.engine.extraction import find_quotations

SPOKE = "The old ferry runs for one more winter. We spoke to Ida Solberg, the mayor of Brackmere, in her office."
QUESTIONS = (
    "How long will your boat run?",
    "And what will you do when the ice comes?",
    "Do you not fear that it sinks one day?",
)
ANSWERS = (
    "I think it will run until the ice comes, and then we shall see.",
    "I shall row across myself, as my father did before me.",
    "No. We have two pumps aboard, and I have seen both of them at work.",
)
TURNS = tuple(line for pair in zip(QUESTIONS, ANSWERS, strict=True) for line in pair)


def find_turns(*lines: str, title: str = "Brackmere keeps its ferry") -> list[tuple[str | None, str]]:
    text, paragraphs = "\n".join(lines), []
    at = 0
    for line in lines:
        paragraphs.append(Paragraph(at, at + len(line), Label.BODY, ""))
        at += len(line) + 1
    found = find_quotations(text, title=title, paragraphs=tuple(paragraphs)).quotations
    return [(q.speaker_name, text[q.start : q.end]) for q in found if q.type == "turn"]


@pytest.mark.parametrize(
    "introduction",
    [
        SPOKE,
        "Brackmere's mayor has had a hard year. In an interview with Mayor Ida Solberg we asked about the boat.",
        "Ida Solberg, the mayor of Brackmere, spoke to the Courier about the boat and the ice.",
        "The Courier sat down with the mayor of Brackmere, Ida Solberg, on Monday.",
        "Wir haben mit der B\u00fcrgermeisterin von Brackmere, Ida Solberg, \u00fcber das Boot gesprochen.",
        "Un entretien avec la maire de Brackmere, Ida Solberg, sur le bateau et la glace.",
        "La entrevista con Ida Solberg, alcaldesa de Brackmere, fue el lunes.",
        "Das Boot bleibt. Ida Solberg im Gespr\u00e4ch \u00fcber die F\u00e4hre und das Eis.",
    ],
)
def test_answers_are_whom_the_introduction_interviews(introduction: str) -> None:
    assert find_turns(introduction, *TURNS) == [("Ida Solberg", answer) for answer in ANSWERS]


def test_interviewee_may_stand_in_the_headline_and_the_introduction() -> None:
    introduction = "Ida Solberg is the mayor of Brackmere, and its ferry runs for one more winter."
    title = "Interview with Ida Solberg: the boat stays"
    assert find_turns(introduction, *TURNS, title=title) == [("Ida Solberg", answer) for answer in ANSWERS]


@pytest.mark.parametrize(
    "lines",
    [
        # nobody is interviewed, or two people are
        ("The old ferry runs for one more winter, the council said.", *TURNS),
        (f"{SPOKE} We also spoke to Gerrit Stolk, who would sell it.", *TURNS),
        ("On Monday Ida Solberg spoke with Courier senior writer Jon Bell about the boat and the ice.", *TURNS),
        # a page that explains something asks and answers, too
        (
            SPOKE,
            "What is the ferry?",
            "The ferry is an old boat that crosses the sound four times a day.",
            "Who pays for the ferry?",
            "The council pays about half of what it costs to run it.",
            "When will it be sold?",
            "The council has not decided when the boat will be sold.",
        ),
        # the answers stand between marks
        (SPOKE, *(line if line.endswith("?") else f"\u201c{line}\u201d" for line in TURNS)),
        # too few questions
        (SPOKE, *TURNS[:4]),
    ],
)
def test_no_answers_are_taken_where_it_is_not_sure_who_gives_them(lines: tuple[str, ...]) -> None:
    assert find_turns(*lines) == []


def test_notes_and_captions_are_no_answers() -> None:
    lines = (SPOKE, *TURNS[:3], "Photo: Jon Bell", *TURNS[3:], "This interview has been shortened for clarity.")
    assert [words for _, words in find_turns(*lines)] == list(ANSWERS)


def test_answers_labelled_a_are_the_interviewees() -> None:
    labelled = (f"Q: {TURNS[0]}", f"A: {TURNS[1]}", f"Q: {TURNS[2]}", f"A: {TURNS[3]}")
    assert [name for name, _ in find_turns(SPOKE, *labelled)] == [None, "Ida Solberg", None, "Ida Solberg"]
    assert [name for name, _ in find_turns("The ferry runs on.", *labelled)] == [None] * 4


def test_list_about_people_is_no_conversation() -> None:
    lines = (
        "Ida Solberg and Gerrit Stolk differ about the ferry. Ida Solberg leads, and Gerrit Stolk follows.",
        "Ida Solberg: Mayor Ida Solberg wants to keep the boat for one more winter.",
        "Gerrit Stolk: On his website, Mr Stolk says that the boat is to be sold.",
    )
    assert find_turns(*lines) == []
