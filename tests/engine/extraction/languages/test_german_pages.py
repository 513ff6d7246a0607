"""German attributions as news pages print them: the sentences are made up, their forms those of 54 pages."""

import pytest

from articles.engine.extraction import find_quotations

IDA, JON, PIA = "Ida Solberg", "Jonas Klapp", "Pia Lenz"
WORDS = "Das Boot bleibt, wo es ist"

SPOKEN: list[tuple[str, list[str | None]]] = [
    # a colon behind a clause, whatever its verb
    (f"Bürgermeisterin Ida Solberg widersprach: „{WORDS}.“", [IDA]),
    (f"Ida Solberg ist überzeugt: „{WORDS}.“", [IDA]),
    (f"Ida Solberg (48) wundert das nicht: „{WORDS}.“", [IDA]),
    (f"Ida Solberg: „{WORDS}“", [IDA]),
    (f"Trainer Jonas Klapp war bester Laune. Der Trainer freut sich: „{WORDS}.“", [JON]),
    (f"Ida Solberg hat ihr Urteil gefällt. Ihr Rat: „{WORDS}.“", [IDA]),
    (f"Für Trainer Jonas Klapp ist das kein Thema: „{WORDS}.“", [JON]),
    (f"Zunächst war alles offen: „{WORDS}.“", [None]),
    (f"Kritik am Rat: „{WORDS}.“", [None]),
    # any verb behind a whole sentence
    (f"„{WORDS}“, schmunzelte Ida Solberg.", [IDA]),
    (f"„{WORDS}“, prognostizierte Kapitän Jonas Klapp am Montag.", [JON]),
    (f"„{WORDS}“, hat Ida Solberg dem Blatt erzählt.", [IDA]),
    (f"„{WORDS}“, so Ida Solberg weiter.", [IDA]),
    (f"„{WORDS}“, wie Ida Solberg betonte.", [IDA]),
    (f"„{WORDS}“, seufzt ein Anwohner.", [None]),
    (f"„{WORDS}“, sodass alle nach Hause gingen.", [None]),
    # appositions
    (f"Der Leiter der Werft Brackmere, Jonas Klapp, bestätigte: „{WORDS}.“", [JON]),
    (f"Ida Solberg, Leiterin der Werft Brackmere, sagte: „{WORDS}.“", [IDA]),
    (f"Ida Solberg, die von einem ruhigen Vormittag berichtete: „{WORDS}.“", [IDA]),
    (f"„{WORDS}“, sagte der Gesundheits-, Sozial- und Verkehrsdirektor Jonas Klapp.", [JON]),
    (f"„{WORDS}“, sagte Vorstand und Trainer Jonas Klapp.", [JON]),
    # pronouns and descriptions: who spoke last, then subjects, never somebody without a name
    (f"Ida Solberg traf Jonas Klapp. „{WORDS}“, sagte sie.", [IDA]),
    (f"Jonas Klapp traf Ida Solberg. „{WORDS}“, sagte der 48-Jährige.", [JON]),
    (f"Jonas Klapp war da. „{WORDS}“, sagte der 35 Jahre alte Kapitän von Brackmere.", [JON]),
    (f"Jonas Klapp war da. Ein Nutzer lachte. „{WORDS}“, notierte er.", [None]),
    (f"Jonas Klapp war da. Über die Lage sagte er: „{WORDS}.“", [JON]),
    (f"Zugleich verteidigte Ida Solberg den Plan und betonte, „{WORDS}“.", [IDA]),
    (f"Auf die Frage, ob er gehen würde, antwortete Jonas Klapp: „{WORDS}.“", [JON]),
    # not those whose lawyer speaks, or of whom and to whom it is said
    (f"Die Anwältin von Jonas Klapp sagte: „{WORDS}.“", [None]),
    (f"„{WORDS}“, sagte eine Sprecherin von Ida Solberg.", [None]),
    (f"Jonas Klapp wurde von Ida Solberg gelobt: „{WORDS}.“", [None]),
    (f"Jonas Klapp wird gefragt: „{WORDS}?“", [None]),
    (f"Der Sohn von Ida Solberg, Jonas Klapp, sagte: „{WORDS}.“", [JON]),
    # a verb at the end
    (f"Am Montag hatte Ida Solberg mit Blick auf die Fähre noch betont: „{WORDS}.“", [IDA]),
    (f"Wie Ida Solberg vor dem Rat sagte: „{WORDS}.“", [IDA]),
    # indirect speech goes on with the last speaker
    (f"„{WORDS}“, sagte Ida Solberg. Der Rat sei „nicht mehr zu retten als Gremium“.", [IDA, IDA]),
    (f"„{WORDS}“, sagte Ida Solberg. Sie beobachte, dass „alles noch viel schlimmer wird“.", [IDA, IDA]),
    (f"„{WORDS}“, sagte Ida Solberg. Und weiter: „Wir haben lange beraten.“", [IDA, IDA]),
    (f"„{WORDS}“, sagte Ida Solberg. Dann kam Jonas Klapp. „Wir haben lange beraten.“", [IDA, JON]),
    # a heading quotes from the text below
    (f"Streit um die Fähre: „{WORDS}“\n„{WORDS}, und zwar den Winter über“, sagte Ida Solberg.", [IDA, IDA]),
    # names: never a noun beside another, never an adverb, known bodies only
    (f"Dennoch sagte sie: „{WORDS}.“", [None]),
    (f"„{WORDS}“, sagte Rom Braslak. Braslak sagte es zweimal.", ["Rom Braslak"]),
    (f"Agit Kabeck, Leiter der Werft, sagte: „{WORDS}.“", ["Agit Kabeck"]),
    (f"Agit Kabecks Rede war kurz. „{WORDS}“, sagte Agit Kabeck.", ["Agit Kabeck"]),
    (f"„{WORDS}“, erklärte die IGGB am Montag.", ["IGGB"]),
    (f"Ein Milligramm Blausäure reicht. Blausäure wirkt. „{WORDS}“, sagte er.", [None]),
    (f"„{WORDS}“, teilte das Bundesverkehrsministerium mit.", ["Bundesverkehrsministerium"]),
    (f"„{WORDS}“, erklärte das Gericht.", [None]),
    (f"„{WORDS}“, sagten Experten.", [None]),
    (f"„{WORDS}“, heißt es in dem Schreiben.", [None]),
    (f"Weil so viele Menschen kamen, hieß es: „{WORDS}.“", [None]),
]


@pytest.mark.parametrize(("text", "speakers"), SPOKEN, ids=[text[:70] for text, _ in SPOKEN])
def test_find_quotations_finds_speaker_of_german_page(text: str, speakers: list[str | None]) -> None:
    assert [quotation.speaker_name for quotation in find_quotations(text, language="de").quotations] == speakers


@pytest.mark.parametrize(
    ("text", "sure"),
    [
        (f"„{WORDS}“, sagte Ida Solberg.", True),
        (f"Ida Solberg traf Jonas Klapp. „{WORDS}“, sagte sie.", False),
        (f"„{WORDS}“, sagte ein Sprecher.", False),
        (f"Der Streit geht weiter: „{WORDS}“", False),
    ],
)
def test_find_quotations_is_sure_of_printed_name_only(text: str, sure: bool) -> None:
    (quotation,) = find_quotations(text, language="de").quotations
    assert (quotation.sure, quotation.speaker_name is not None and quotation.confidence >= 0.97) == (sure, sure)
