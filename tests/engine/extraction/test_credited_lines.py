"""Lines of quoted words with a dash and a name, as in lists of reactions."""

import pytest

from articles.engine.extraction import find_quotations

LEAD = "The council of Brackmere voted on Tuesday to keep the old ferry running for one more winter."
STAYS = "\u201cThe boat stays where it is.\u201d"


def find_pairs(*lines: str) -> list[tuple[str | None, str]]:
    text = f"{LEAD}\n\n" + "\n".join(lines)
    return [(q.speaker_name, text[q.start : q.end]) for q in find_quotations(text).quotations]


@pytest.mark.parametrize(
    ("line", "names"),
    [
        (f"- {STAYS} \u2014 Ida Solberg", ["Ida Solberg"]),
        (f"\u2022 {STAYS} \u2013 Ida Solberg, mayor of Brackmere", ["Ida Solberg"]),
        (f"* {STAYS} -- Ida Solberg", ["Ida Solberg"]),
        ('* "It is a shame" \u2013 John Keller, fan', ["John Keller"]),
        (f"{STAYS} \u2014 Ida Solberg (mayor)", ["Ida Solberg"]),
        (f"- Ida Solberg \u2014 {STAYS}", ["Ida Solberg"]),
        (f"\u2022 Ida Solberg \u2013 {STAYS}", ["Ida Solberg"]),
        (f"Ida Solberg \u2014 {STAYS}", ["Ida Solberg"]),
        # a dateline is no speaker, and the title of a book is nobody's quotation
        (f"MOSCOW \u2014 {STAYS}", [None]),
        ("MOSCOW \u2014 \u201cThe boat stays,\u201d said Ida Solberg.", ["Ida Solberg"]),
        ("- \u201cThe Old Boat and the Sea\u201d \u2014 Olaf Berg", []),
    ],
)
def test_line_is_whom_its_dash_names(line: str, names: list[str | None]) -> None:
    assert [name for name, _ in find_pairs(line)] == names


def test_every_line_of_a_list_is_somebodys() -> None:
    assert find_pairs(
        f"- {STAYS} \u2014 Ida Solberg",
        "- \u201cI would have sold it.\u201d \u2014 Gerrit Stolk",
        "- \u201cIt is what it is.\u201d \u2014 Olaf Brenn",
    ) == [
        ("Ida Solberg", "The boat stays where it is."),
        ("Gerrit Stolk", "I would have sold it."),
        ("Olaf Brenn", "It is what it is."),
    ]


def test_quoted_post_in_a_line_has_its_date_as_occasion() -> None:
    (found,) = find_quotations(f"{LEAD}\n\n{STAYS} \u2014 Ida Solberg (@idasolberg) November 3, 2026").quotations
    assert (found.speaker_name, found.occasion, found.sure) == ("Ida Solberg", "in a post on November 3, 2026", True)
