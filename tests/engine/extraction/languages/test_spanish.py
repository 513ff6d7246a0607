"""Spanish attributions, a table of cases: the sentences are made up, their forms those of papers and agencies."""

import pytest

from articles.engine.extraction import find_quotations

SOLER, VEGA, PRIETO = "Carmen Soler", "Andrés Vega", "Lucía Prieto"
WORDS = "el barco se queda donde está"

SPOKEN: list[tuple[str, list[str | None]]] = [
    (f"“{WORDS}”, dijo Carmen Soler.", [SOLER]),
    (f"“{WORDS}”, ha dicho este martes la alcaldesa Carmen Soler.", [SOLER]),
    (f"«{WORDS}», afirmó la alcaldesa de Brackmere, Carmen Soler.", [SOLER]),
    (f"“{WORDS}”, explicaba Carmen Soler, alcaldesa de Brackmere.", [SOLER]),
    (f"“{WORDS}”, aseguró el ministro de Transportes Andrés Vega.", [VEGA]),
    (f"“{WORDS}”, ha asegurado el director del puerto, Andrés Vega.", [VEGA]),
    (f"“{WORDS}”, añadió por su parte Andrés Vega.", [VEGA]),
    (f"“{WORDS}”, según Andrés Vega.", [VEGA]),
    (f"Según Andrés Vega, “{WORDS}”.", [VEGA]),
    (f"Según el ministro Andrés Vega, “{WORDS}”.", [VEGA]),
    (f"A juicio de Carmen Soler, “{WORDS}”.", [SOLER]),
    (f"Carmen Soler advirtió: “{WORDS}”.", [SOLER]),
    (f"La alcaldesa de Brackmere, Carmen Soler, advirtió: “{WORDS}”.", [SOLER]),
    (f"El director del puerto, Andrés Vega, lo tiene claro: “{WORDS}”.", [VEGA]),
    (f"Carmen Soler considera que “{WORDS}”.", [SOLER]),
    (f"Carmen Soler, que gobierna desde 2014, considera que “{WORDS}”.", [SOLER]),
    (f"Como recordó Carmen Soler, “{WORDS}”.", [SOLER]),
    (f"“{WORDS}”, como ha recordado Andrés Vega.", [VEGA]),
    (f"Carmen Soler habló el martes. “{WORDS}”, dijo ella.", [SOLER]),
    (f"Carmen Soler compareció el martes. “{WORDS}”, señaló.", [SOLER]),
    (f"Andrés Vega compareció el martes. Además, insistió en que “{WORDS}”.", [VEGA]),
    (f"Carmen Soler dijo que no cede y pidió que “{WORDS}”.", [SOLER]),
    (f"La alcaldesa Carmen Soler compareció el martes. “{WORDS}”, repitió la alcaldesa.", [SOLER]),
    (f"Carmen Soler recibió a la prensa. “{WORDS}”, subrayó Soler.", [SOLER]),
    (f"“{WORDS}”, dijo Carmen Soler. “No volveremos sobre ello este invierno”.", [SOLER, SOLER]),
    (f"“{WORDS}”, dijo Carmen Soler, y añadió: “No volveremos sobre ello este invierno”.", [SOLER, SOLER]),
    (f"“{WORDS}”, escribió Andrés Vega en su cuenta.", [VEGA]),
    (f"“{WORDS}”, respondió Carmen Soler a Andrés Vega.", [SOLER]),
    (f"Preguntada por Andrés Vega, Carmen Soler respondió: “{WORDS}”.", [SOLER]),
    (f"Lucía Prieto calificó la decisión de “{WORDS}”.", [PRIETO]),
    (f"El ministro de Transportes, Andrés Vega, describió el plan como “{WORDS}”.", [VEGA]),
    (f"“{WORDS}”, indicó un portavoz.", [None]),
    (f"“{WORDS}”, lamenta una vecina del barrio.", [None]),
    (f"“{WORDS}”, se lee en el comunicado.", [None]),
    (f"“{WORDS}”, explicaron fuentes del puerto.", [None]),
    (f"Ahora la decisión está tomada en Madrid: “{WORDS}”.", [None]),
    (f"Además, en Sevilla se oyó “{WORDS}”.", [None]),
    (f"“{WORDS}”, informó el Ministerio de Transportes.", ["Ministerio de Transportes"]),
    (f"“{WORDS}”, denuncia la ONG Marlimpio.", ["ONG Marlimpio"]),
    (f"Carmen Soler: “{WORDS}”.", [SOLER]),
    (f"“{WORDS}”, informó la Policía.", [None]),
    (f"La abogada de Andrés Vega dijo: “{WORDS}”.", [None]),
    (f"Andrés Vega fue acusado por Carmen Soler: “{WORDS}”.", [None]),
    (f"El hijo de Carmen Soler, Andrés Vega, dijo: “{WORDS}”.", [VEGA]),
    (f"“{WORDS}”, denuncia la ONG.", [None]),
    (f"Carmen Soler y Andrés Vega se vieron el martes. “{WORDS}”, dijo Vega.", [VEGA]),
]


@pytest.mark.parametrize(("text", "speakers"), SPOKEN, ids=[text[:60] for text, _ in SPOKEN])
def test_find_quotations_finds_spanish_speaker(text: str, speakers: list[str | None]) -> None:
    assert [quotation.speaker_name for quotation in find_quotations(text, language="es").quotations] == speakers


@pytest.mark.parametrize(
    "text",
    [
        "La comisión rechazó el plan llamado “Última Oportunidad”.",
        "La película “El barco de Brackmere” se estrena el miércoles en todas las salas.",
    ],
)
def test_spanish_titles_and_terms_are_set_aside(text: str) -> None:
    assert not find_quotations(text, language="es").quotations
