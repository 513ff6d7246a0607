"""Block quotations, embedded posts and proverbs: words set apart are somebody's only if the article says whose."""

import pytest

from articles.engine.cleaning.paragraphs import BLOCK_QUOTATION, EMBEDDED_POST, Label, Paragraph
from articles.engine.extraction import Extraction, find_quotations

LEAD = "The council of Brackmere voted on Tuesday to keep the old ferry running for one more winter."
END = "The ferry has crossed the sound four times a day since 1951, and the council pays half of it."
BOAT = "The boat stays where it is, and I shall not sign anything that says otherwise."
NEXT = "Nobody will take it from us while I sit in this chair."


def read_page(*lines: str, rule: str = BLOCK_QUOTATION) -> tuple[str, Extraction]:
    """Find the quotations of a page; a line that begins with "| " stands in a block."""
    paragraphs, text = [], ""
    for line in (LEAD, *lines, END):
        words = line.removeprefix("| ")
        paragraphs.append(Paragraph(len(text), len(text) + len(words), Label.BODY, rule if words != line else ""))
        text += words + "\n"
    return text, find_quotations(text, paragraphs=tuple(paragraphs))


def find_pairs(*lines: str, rule: str = BLOCK_QUOTATION) -> list[tuple[str | None, str]]:
    text, found = read_page(*lines, rule=rule)
    return [(q.speaker_name, text[q.start : q.end]) for q in found.quotations]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        # introduced by the words above
        (("Ida Solberg, the mayor, wrote to the council:", f"| {BOAT}"), [("Ida Solberg", BOAT)]),
        (
            ("Ida Solberg, the mayor, wrote to the council:", f"| {BOAT}", f"| {NEXT}"),
            [("Ida Solberg", BOAT), ("Ida Solberg", NEXT)],
        ),
        (("Ida Solberg:", f"| {BOAT}"), [("Ida Solberg", BOAT)]),
        (("Mayor Ida Solberg wrote on her website on Monday.", f"| {BOAT}"), [("Ida Solberg", BOAT)]),
        (("The letter of the council said:", f"| {BOAT}"), [(None, BOAT)]),
        # credited below, or at the end
        ((f"| {BOAT}", "| \u2014 Ida Solberg, mayor of Brackmere"), [("Ida Solberg", BOAT)]),
        ((f"| {BOAT}", f"| {NEXT}", "| Mayor Ida Solberg"), [("Ida Solberg", BOAT), ("Ida Solberg", NEXT)]),
        ((f"| {BOAT} \u2013 Ida Solberg",), [("Ida Solberg", BOAT)]),
        ((f"| {BOAT}", "| \u2014 a resident of Brackmere"), [(None, BOAT)]),
        # nobody says so: a note, a box, what the page likes to print large
        ((f"| {BOAT}",), []),
        (("The ferry is old and blue, and it leaks.", f"| {BOAT}"), []),
        (("What you need to know:", "| The ferry runs four times a day until the ice comes."), []),
        # a pull quote repeats the text
        ((f"\u201c{BOAT}\u201d Ida Solberg said.", f"| {BOAT}", "| \u2014 Ida Solberg"), [("Ida Solberg", BOAT)]),
        # a block with quotation marks is left to them
        (
            ("The Courier reported:", f"| \u201c{BOAT}\u201d said Olaf Brenn, the harbour master."),
            [("Olaf Brenn", BOAT)],
        ),
    ],
)
def test_block_is_a_quotation_where_the_article_says_whose(
    lines: tuple[str, ...], expected: list[tuple[str | None, str]]
) -> None:
    assert find_pairs(*lines) == expected


@pytest.mark.parametrize(
    ("language", "lead", "introduction", "words", "name"),
    [
        (
            "de",
            "Der Rat von Brackmere hat am Dienstag beschlossen, die alte F\u00e4hre fahren zu lassen.",
            "B\u00fcrgermeisterin Ida Solberg schrieb an den Rat:",
            "Das Boot bleibt, wo es ist, und ich unterschreibe nichts anderes.",
            "Ida Solberg",
        ),
        (
            "fr",
            "La commune de Brackmere a d\u00e9cid\u00e9 mardi de garder le vieux bac un hiver de plus.",
            "La maire Ida Solberg a \u00e9crit au conseil :",
            "Le bateau reste o\u00f9 il est, et je ne signerai rien.",
            "Ida Solberg",
        ),
        (
            "es",
            "El consejo de Brackmere decidi\u00f3 el martes mantener el viejo ferry un invierno m\u00e1s.",
            "La alcaldesa Ida Solberg escribi\u00f3:",
            "El barco se queda donde est\u00e1, y no firmar\u00e9 nada.",
            "Ida Solberg",
        ),
        (
            "sv",
            "Kommunen Brackmere beslutade p\u00e5 tisdagen att den gamla f\u00e4rjan ska g\u00e5 en vinter till.",
            "Borgm\u00e4staren Ida Solberg skrev:",
            "B\u00e5ten blir kvar d\u00e4r den \u00e4r hela vintern.",
            "Ida Solberg",
        ),
    ],
)
def test_block_is_introduced_in_other_languages(
    language: str, lead: str, introduction: str, words: str, name: str
) -> None:
    text, paragraphs = "", []
    for line in (lead, introduction, words):
        rule = BLOCK_QUOTATION if line == words else ""
        paragraphs.append(Paragraph(len(text), len(text) + len(line), Label.BODY, rule))
        text += line + "\n"
    (found,) = find_quotations(text, paragraphs=tuple(paragraphs), language=language).quotations
    assert (found.type, found.speaker_name, text[found.start : found.end]) == ("block", name, words)


def test_block_has_a_type_of_its_own() -> None:
    _, found = read_page("Ida Solberg wrote:", f"| {BOAT}")
    assert [(q.type, q.closed) for q in found.quotations] == [("block", True)]
    assert found.set_aside == ()


def test_block_that_is_nobodys_changes_nothing_around_it() -> None:
    said = "\u201cThat is all,\u201d Olaf Brenn said. \u201cFor now, at least, it is all there is.\u201d"
    plain = [q.speaker_name for q in read_page(said)[1].quotations]
    assert [q.speaker_name for q in read_page(said, f"| {BOAT}")[1].quotations] == plain == ["Olaf Brenn"] * 2


@pytest.mark.parametrize("marker", ["    ", "\t", "> "])
def test_indented_paragraph_of_a_plain_text_is_a_block(marker: str) -> None:
    indented = "\n".join(marker + line for line in (BOAT, NEXT))
    text = "\n\n".join((LEAD, "Ida Solberg wrote to the council:", indented, END, END.replace("ferry", "boat"), LEAD))
    found = find_quotations(text).quotations
    assert [(q.type, q.speaker_name, text[q.start : q.end]) for q in found] == [
        ("block", "Ida Solberg", BOAT),
        ("block", "Ida Solberg", NEXT),
    ]


def test_indentation_of_all_paragraphs_sets_nothing_apart() -> None:
    text = "\n".join("    " + line for line in (LEAD, "Ida Solberg wrote to the council:", BOAT, END))
    assert find_quotations(text).quotations == ()


def test_lines_of_an_indented_paragraph_are_one_quotation() -> None:
    indented = "    The boat stays where it is, and I shall not\n    sign anything that says otherwise."
    text = f"{LEAD}\nIda Solberg wrote to the council:\n{indented}\n{END}\nThe boat is blue.\nIt is old, too."
    (found,) = find_quotations(text).quotations
    assert text[found.start : found.end] == indented.strip()


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (
            ("| It is decided, and it stays.", "| \u2014 Ida Solberg (@idasolberg) November 3, 2026"),
            [("Ida Solberg", "It is decided, and it stays.", "in a post on November 3, 2026")],
        ),
        (
            (
                "| It is decided. pic.twitter.com/aB3dE https://t.co/xYz",
                "| \u2014 Ida Solberg MP (@idasolberg) November 3, 2026",
            ),
            [("Ida Solberg", "It is decided.", "in a post on November 3, 2026")],
        ),
        (
            ("| It is decided.", "| It stays for good.", "| \u2014 Ida Solberg (@ida.example) 3 November 2026"),
            [
                ("Ida Solberg", "It is decided.", "in a post on 3 November 2026"),
                ("Ida Solberg", "It stays for good.", "in a post on 3 November 2026"),
            ],
        ),
        (
            ("| It is decided, and it stays.", "| A post shared by Ida Solberg (@idasolberg)"),
            [("Ida Solberg", "It is decided, and it stays.", "in a post")],
        ),
        # an account that bears no name of a person or of anybody the article names
        (("| It is decided!!", "| \u2014 Boat Lover 77 \u2693 (@boatlover77) November 3, 2026"), []),
        (("| It is decided, and it stays.", "| \u2014 BRKNG (@brkng) November 3, 2026"), []),
        # a post without its credit, and one of links alone
        (("| It is decided, and it stays.",), []),
        (("| https://t.co/xYz", "| \u2014 Ida Solberg (@idasolberg) November 3, 2026"), []),
        # an account that the article names
        (
            (
                "Harbour Lines Brackmere runs the boat.",
                "| The boat is late today.",
                "| \u2014 Harbour Lines Brackmere (@hlb) November 3, 2026",
            ),
            [("Harbour Lines Brackmere", "The boat is late today.", "in a post on November 3, 2026")],
        ),
    ],
)
def test_post_is_its_authors(lines: tuple[str, ...], expected: list[tuple[str, str, str]]) -> None:
    text, found = read_page(*lines, rule=EMBEDDED_POST)
    assert [(q.speaker_name, text[q.start : q.end], q.occasion) for q in found.quotations] == expected


def test_post_in_a_plain_text_is_known_by_its_credit() -> None:
    post = "It is decided, and it stays.\n\u2014 Ida Solberg (@idasolberg) November 3, 2026"
    (found,) = find_quotations("\n\n".join((LEAD, post, END))).quotations
    assert (found.type, found.speaker_name, found.rule) == ("block", "Ida Solberg", "embedded-post")


@pytest.mark.parametrize(
    ("lines", "names"),
    [
        (("As the old proverb goes, \u201cstill waters run deep and clear.\u201d",), []),
        (("\u201cStill waters run deep,\u201d as the saying goes.",), []),
        (("There is an adage: \u201cWho waits for the ferry waits for the spring.\u201d",), []),
        (
            ("Viele Bauernregeln gibt es.", "\u201eWer auf die F\u00e4hre wartet, wartet auf das Fr\u00fchjahr.\u201c"),
            [],
        ),
        (
            (
                "There are many sayings about the ferry.",
                "\u201cWho waits for the ferry waits for the spring.\u201d",
                "\u201cNo ice without a boat in it.\u201d",
                "The boat is blue.",
            ),
            [],
        ),
        # who quotes a proverb says it
        (("Ida Solberg quoted a proverb: \u201cStill waters run deep and clear.\u201d",), ["Ida Solberg"]),
        (("\u201cI keep saying it stays where it is,\u201d Ida Solberg said.",), ["Ida Solberg"]),
        # the list has ended
        (
            (
                "There are many sayings about the ferry.",
                "\u201cNo ice without a boat in it.\u201d",
                "Then the hall fell silent.",
                "\u201cI would have sold it ten years ago,\u201d said Gerrit Stolk.",
            ),
            ["Gerrit Stolk"],
        ),
    ],
)
def test_proverb_is_nobodys_quotation(lines: tuple[str, ...], names: list[str]) -> None:
    assert [q.speaker_name for q in read_page(*lines)[1].quotations] == names
