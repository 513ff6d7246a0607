"""French attributions, a table of cases: the sentences are made up, their forms those of papers and agencies."""

import pytest

from articles.engine.extraction import find_quotations

DUMONT, GARNIER, RENARD = "Claire Dumont", "Paul Garnier", "Hélène Renard"
WORDS = "le bac reste où il est"

SPOKEN: list[tuple[str, list[str | None]]] = [
    (f"« {WORDS} », a déclaré Claire Dumont.", [DUMONT]),
    (f"« {WORDS} », a déclaré mardi la maire Claire Dumont devant le conseil.", [DUMONT]),
    (f"« {WORDS} », déclare la maire de Brackmere, Claire Dumont.", [DUMONT]),
    (f"« {WORDS} », explique Claire Dumont, maire de Brackmere.", [DUMONT]),
    (f"« {WORDS} », s’est réjouie la ministre des Transports Hélène Renard.", [RENARD]),
    (f"« {WORDS} », assure le directeur du port, Paul Garnier.", [GARNIER]),
    (f"« {WORDS} », a de son côté affirmé Paul Garnier.", [GARNIER]),
    (f"« {WORDS} », martèle encore Paul Garnier.", [GARNIER]),
    (f"« {WORDS} », selon Paul Garnier.", [GARNIER]),
    (f"Selon Paul Garnier, « {WORDS} ».", [GARNIER]),
    (f"D’après la maire Claire Dumont, « {WORDS} ».", [DUMONT]),
    (f"Pour Claire Dumont, « {WORDS} ».", [DUMONT]),
    (f"« {WORDS} », pour Bruxelles.", [None]),
    (f"Claire Dumont a prévenu : « {WORDS}. »", [DUMONT]),
    (f"La maire de Brackmere, Claire Dumont, a prévenu : « {WORDS}. »", [DUMONT]),
    (f"Le directeur du port Paul Garnier l’assure : « {WORDS}. »", [GARNIER]),
    (f"Paul Garnier en est certain : « {WORDS}. »", [GARNIER]),
    (f"Claire Dumont estime que « {WORDS} ».", [DUMONT]),
    (f"Claire Dumont, qui dirige la ville depuis 2014, estime que « {WORDS} ».", [DUMONT]),
    (f"Comme l’a rappelé Claire Dumont, « {WORDS} ».", [DUMONT]),
    (f"« {WORDS} », comme le souligne Paul Garnier.", [GARNIER]),
    (f"« {WORDS} », ainsi que l’a rappelé Claire Dumont.", [DUMONT]),
    (f"Claire Dumont a tranché mardi. « {WORDS} », a-t-elle dit.", [DUMONT]),
    (f"Paul Garnier a tranché mardi. « {WORDS} », a-t-il ajouté.", [GARNIER]),
    (f"Paul Garnier a tranché mardi. « {WORDS} », explique-t-il.", [GARNIER]),
    (f"Claire Dumont a tranché mardi. Elle ajoute : « {WORDS}. »", [DUMONT]),
    (f"Paul Garnier et Claire Dumont se sont vus mardi. « {WORDS} », a-t-elle dit.", [DUMONT]),
    (f"La maire Claire Dumont a tranché mardi. « {WORDS} », a répété la maire.", [DUMONT]),
    (f"Claire Dumont a reçu la presse. « {WORDS} », a lancé Dumont.", [DUMONT]),
    (f"« {WORDS} », a dit Claire Dumont. « Nous n’y reviendrons pas cet hiver. »", [DUMONT, DUMONT]),
    (f"« {WORDS} », a dit Claire Dumont, avant d’ajouter : « Nous n’y reviendrons pas cet hiver. »", [DUMONT, DUMONT]),
    ("« Le bac reste où il est, a déclaré la maire Claire Dumont, et nous n’y reviendrons pas. »", [DUMONT, DUMONT]),
    ("« Le bac reste où il est, explique Paul Garnier. Nous n’y reviendrons pas cet hiver. »", [GARNIER, GARNIER]),
    (f"« {WORDS} », a écrit Paul Garnier sur son compte.", [GARNIER]),
    (f"« {WORDS} », a répondu Claire Dumont à Paul Garnier.", [DUMONT]),
    (f"Interrogé par Hélène Renard, Paul Garnier a répondu : « {WORDS}. »", [GARNIER]),
    (f"« {WORDS} », a indiqué un porte-parole.", [None]),
    (f"« {WORDS} », regrette une habitante du quartier.", [None]),
    (f"« {WORDS} », peut-on lire dans le communiqué.", [None]),
    (f"Hier, la décision est tombée à Lyon : « {WORDS}. »", [None]),
    (f"La grève continue à Marseille. « {WORDS} », ont expliqué des salariés.", [None]),
    (f"« {WORDS} », a fait savoir le ministère des Transports.", ["ministère des Transports"]),
    (f"« {WORDS} », dénonce la CGT.", ["CGT"]),
    (f"L’avocate de Paul Garnier a déclaré : « {WORDS}. »", [None]),
    (f"Paul Garnier a été accusé par Claire Dumont : « {WORDS}. »", [None]),
    (f"Interrogée par Paul Garnier, la ministre a répondu : « {WORDS}. »", [None]),
    (f"« {WORDS} », a lancé à Paul Garnier la maire Claire Dumont.", [DUMONT]),
]


@pytest.mark.parametrize(("text", "speakers"), SPOKEN, ids=[text[:60] for text, _ in SPOKEN])
def test_find_quotations_finds_french_speaker(text: str, speakers: list[str | None]) -> None:
    assert [quotation.speaker_name for quotation in find_quotations(text, language="fr").quotations] == speakers


@pytest.mark.parametrize(
    "text",
    [
        "La commission a rejeté le plan dit « de la dernière chance ».",
        "Le film « Le Bac de Brackmere » sort mercredi dans toutes les salles.",
    ],
)
def test_french_titles_and_terms_are_set_aside(text: str) -> None:
    assert not find_quotations(text, language="fr").quotations
