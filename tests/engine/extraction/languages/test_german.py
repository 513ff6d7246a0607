"""German attributions, a table of cases: the sentences are made up, their forms those of agency reports."""

import pytest

from articles.engine.extraction import find_quotations

STEINMEIER = "Frank-Walter Steinmeier"

SPOKEN: list[tuple[str, list[tuple[str, str | None]]]] = [
    (
        "\u201eDas ist so\u201c, sagte Außenminister Frank-Walter Steinmeier am Dienstag in Berlin.",
        [("Das ist so", STEINMEIER)],
    ),
    (
        "Steinmeier sagte: \u201eWir müssen mit Russland reden.\u201c",
        [("Wir müssen mit Russland reden.", "Steinmeier")],
    ),
    (
        "Frank-Walter Steinmeier reiste nach Wien. \u201eWir müssen reden\u201c, so Steinmeier.",
        [("Wir müssen reden", STEINMEIER)],
    ),
    (
        "Die Lage sei \u201esehr ernst und gefährlich\u201c, sagte Merkel am Montag.",
        [("sehr ernst und gefährlich", "Merkel")],
    ),
    (
        "Laut Bundeskanzlerin Angela Merkel ist das \u201ekein guter Weg\u201c.",
        [("kein guter Weg", "Angela Merkel")],
    ),
    (
        "\u201eEs war offen\u201c, erklärte die Regierungssprecherin Ulrike Demmer. \u201eWir setzen es fort.\u201c",
        [("Es war offen", "Ulrike Demmer"), ("Wir setzen es fort.", "Ulrike Demmer")],
    ),
    (
        "Wie Angela Merkel betonte, sei dies \u201eein erster Schritt\u201c.",
        [("ein erster Schritt", "Angela Merkel")],
    ),
    ("Wie der Minister betonte, sei dies \u201eein erster Schritt\u201c.", [("ein erster Schritt", None)]),
    (
        "Angela Merkel kam am Mittwoch nach Paris. \u201eIch bin froh\u201c, sagte sie.",
        [("Ich bin froh", "Angela Merkel")],
    ),
    (
        "Außenminister Heiko Maas traf seine Kollegin. \u201eDas war gut\u201c, sagte der Minister.",
        [("Das war gut", "Heiko Maas")],
    ),
    (
        "\u00bbSo geht das nicht\u00ab, kritisierte SPD-Chef Sigmar Gabriel im Interview mit dem ZDF am Sonntag.",
        [("So geht das nicht", "Sigmar Gabriel")],
    ),
    (
        "\u201eEr hat \u201aniemals\u2018 gesagt\u201c, zitierte Anna Müller den Kanzler.",
        [("Er hat \u201aniemals\u2018 gesagt", "Anna Müller")],
    ),
    ("Lawrow zufolge sei die Koalition \u201enicht bereit\u201c dazu.", [("nicht bereit", "Lawrow")]),
    (
        "\u201eWir prüfen das\u201c, sagte Peter Altmaier (CDU) der \u201eBild\u201c-Zeitung.",
        [("Wir prüfen das", "Peter Altmaier")],
    ),
    (
        "\u201eDas\u201c, so Verteidigungsministerin Ursula von der Leyen, \u201eist unsere Aufgabe.\u201c",
        [("Das", "Ursula von der Leyen"), ("ist unsere Aufgabe.", "Ursula von der Leyen")],
    ),
    (
        "Sergej Lawrow äußerte sich in Moskau. Er sagte: \u201eDas ist ein Katz-und-Maus-Spiel.\u201c",
        [("Das ist ein Katz-und-Maus-Spiel.", "Sergej Lawrow")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), SPOKEN, ids=[text[:50] for text, _ in SPOKEN])
def test_find_quotations_finds_german_speaker(text: str, expected: list[tuple[str, str | None]]) -> None:
    found = find_quotations(text, language="de").quotations
    assert [(text[q.start : q.end], q.speaker_name) for q in found] == expected


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Die sogenannte \u201eAchse der Willigen\u201c tagte in Wien.", "scare"),
        ("Die Zeitung \u201eDie Welt\u201c berichtete darüber.", "title"),
        ("Er las aus dem Roman \u201eDer Untertan\u201c vor.", "title"),
    ],
)
def test_german_titles_and_scare_quotes_are_set_aside(text: str, kind: str) -> None:
    found = find_quotations(text, language="de")
    assert (found.quotations, [q.type for q in found.set_aside]) == ((), [kind])


def test_german_occasion_is_the_printed_phrase() -> None:
    text = "\u00bbNein\u00ab, sagte Sigmar Gabriel im Interview mit dem ZDF am Sonntag."
    (quotation,) = find_quotations(text, language="de").quotations
    assert quotation.occasion == "im Interview mit dem ZDF am Sonntag"
