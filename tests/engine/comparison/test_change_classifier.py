"""Change classifier: a case for every kind, and cases that look like one and are another."""

import pytest

from articles.engine.comparison.change_kinds import CHANGE_KINDS
from articles.engine.comparison.compare import compare
from articles.engine.text.normalization import fold
from articles.engine.text.word_lists import load_word_lists

# (kind, one printing, another). Each pair differs in one place.
CASES = [
    ("negation.dropped", "and pledged not to take any action", "and pledged to take any action"),
    ("negation.dropped", "they don\u2019t want to see", "they do want to see"),
    ("negation.dropped", "we see no results here", "we see results here"),
    ("negation.added", "and pledged to take any action", "and pledged not to take any action"),
    ("negation.scope", "they are not completely defeated in Syria", "they are not beaten yet in Syria"),
    ("negation.form", "it is regime change, not defeating Daesh", "it is regime change rather than defeating Daesh"),
    ("number", "with a radius of 55 km", "with a radius of 50 km"),
    ("number", "over the past year drives us", "over the past two years drives us"),
    ("number", "some $5bn in aid", "some \u20ac5bn in aid"),
    ("number", "the first strike came", "the second strike came"),
    ("typography.abbreviation", "about 5,000 people died", "about five thousand people died"),
    ("typography.abbreviation", "some 1.5 million people", "some 1,500,000 people"),
    ("number", "some 1.5 million people", "some 1.5 billion people"),
    ("negation.dropped", "no concrete results came", "concrete results came"),
    ("deletion.silent.hedge", "I believe they are guilty", "they are guilty"),
    ("substitution.antonym", "they never wanted peace", "they always wanted peace"),
    ("typography.abbreviation", "with one aim", "with 1 aim"),
    ("deletion.silent", "they took 24 hours, and left", "they took and left"),
    ("deletion.silent", "it has sometimes only semi-independent units here", "it has units here"),
    ("deletion.silent", "planes that could reach the city and left", "planes and left"),
    ("typography.abbreviation", "twenty cities fell", "20 cities fell"),
    ("typography.abbreviation", "about 50% of them", "about 50 percent of them"),
    ("disfluency", "we, uh, think the ferry stays", "we think the ferry stays"),
    ("disfluency", "it is, you know, a game of cats", "it is a game of cats"),
    ("disfluency", "the army, you know, analysis", "the army\u2026\u2026, analysis"),
    ("disfluency", "the the army is the only force", "the army is the only force"),
    ("disfluency", "we wi- we will stay on the island", "we will stay on the island"),
    ("disfluency", "I will not, I will not leave the island", "I will not leave the island"),
    ("disfluency", "Well, I will stay there tonight", "I will stay there tonight"),
    ("deletion.silent", "I think you know the answer to it", "I think the answer to it"),
    ("number", "five five million people left it", "five million people left it"),
    ("gloss.absorbed", "the US-led [anti-ISIS] coalition", "the US-led anti-ISIS coalition"),
    ("gloss.marked", "the US-led anti-ISIS coalition", "the US-led [anti-ISIS] coalition"),
    ("gloss.removed", "the US-led [anti-ISIS] coalition", "the US-led coalition"),
    ("gloss.added", "the US-led coalition", "the US-led [anti-ISIS] coalition"),
    ("substitution.antonym", "only strengthens the positions of ISIS", "only weakens the positions of ISIS"),
    ("substitution.antonym", "it is legal under the law", "it is illegal under the law"),
    ("quantifier", "and in the majority of cases spared", "and in all cases spared"),
    ("quantifier", "saying that some of our colleagues say", "saying that our colleagues say"),
    ("deletion.silent.hedge", "were selective, I would say sparing, strikes", "were selective, sparing, strikes"),
    ("insertion.hedge", "they are sparing those groups", "they are perhaps sparing those groups"),
    ("deletion.silent.parenthetical", "the army (life has proved it), analysis", "the army, analysis"),
    ("deletion.silent.splice", "We came. They had asked us to come then. We left.", "We came. We left."),
    ("deletion.silent", "capable of pressing the Syrian army", "capable of pressing the army"),
    ("deletion.marked", "the army (life has proved it), analysis", "the army\u2026\u2026, analysis"),
    ("deletion.marked", "dividing terrorists into useful ones but striking", "dividing terrorists [...] but striking"),
    ("omission_filled", "the army\u2026\u2026, analysis", "the army (life has proved it), analysis"),
    ("omission_mark_dropped", "the army\u2026\u2026, analysis", "the army, analysis"),
    ("omission_mark_added", "the army, analysis", "the army\u2026\u2026, analysis"),
    ("name_swap", "exclusively the Islamic State and", "exclusively ISIS and"),
    ("name_swap", "the sponsors of ISIS would", "the sponsors of Daesh would"),
    ("name_swap", "want to see Islamic State strong", "want to see ISISI strong"),
    ("name_swap", "the anti-Daesh coalition", "the anti-ISIL coalition"),
    ("name_swap", "the United States wants it", "Washington wants it"),
    ("name_swap", "talks with Germany began", "talks with Berlin began"),
    ("name_swap", "the United States\u2019s plan", "America\u2019s plan"),
    ("gloss.replaced", "that he must go", "that [Assad] must go"),
    ("gloss.replaced", "that [Assad] must go", "that he must go"),
    ("gloss.replaced", "taxes on working families", "taxes on [ordinary] families"),
    ("gloss.replaced", "продолжит операцию там", "продолжит [войну] там"),
    ("spelling.typo", "we won\u2019t raise it", "we wont raise it"),
    ("spelling.typo", "they dont want it here", "they don\u2019t want it here"),
    ("spelling.typo", "it isn\u2019t so today", "it isnt so today"),
    ("spelling.contraction", "they do not want it", "they dont want it"),
    ("negation.dropped", "they dont want it here", "they want it here"),
    ("negation.dropped", "wir werden die Steuern nicht erhöhen", "wir werden die Steuern erhöhen"),
    ("negation.dropped", "wir werden sie in diesem Jahr nicht erhöhen", "wir werden sie erhöhen"),
    ("negation.dropped", "wir erhöhen die Steuern in diesem Jahr nicht", "wir erhöhen die Steuern"),
    ("negation.dropped", "wir haben kein Geld dafür", "wir haben Geld dafür"),
    ("negation.dropped", "мы не будем повышать", "мы будем повышать"),
    ("negation.dropped", "nous n\u2019augmenterons pas les impôts", "nous augmenterons les impôts"),
    ("deletion.silent", "je ne sais pas cela", "je sais pas cela"),
    ("substitution", "in all such cases", "in every such cases"),
    ("substitution", "the strikes spared those groups", "the attacks spared those groups"),
    ("substitution", "they may take part", "they must take part"),
    ("insertion", "spared those groups", "spared those armed groups"),
    ("truncation.start", "In other words, the main task now is regime change", "the main task now is regime change"),
    ("truncation.end", "the task now is regime change, not defeating Daesh,", "the task now is regime change,"),
    ("insertion", "the task now is regime change", "As we have often said, the task now is regime change"),
    ("insertion", "the task now is regime change", "the task now is regime change and little else besides"),
    ("indirect.person", "and I cannot comprehend this logic", "and he could not comprehend this logic"),
    ("indirect.person", "and we support Syria", "and they support Syria"),
    ("indirect", "but they want the army to go", "but the coalition wants the army to go"),
    ("tense", "the coalition wants it", "the coalition wanted it"),
    ("tense", "the army has taken it", "the army took it"),
    ("negation.scope", "it is not meant to go on", "it is meant not to go on"),
    ("negation.form", "it is not impossible that", "it is possible that"),
    ("negation.form", "since no one believes it", "since nobody believes it"),
    ("number", "cost 5 million dollars in all", "cost 5 million euros in all"),
    ("number", "it fell 10 percent then", "it fell 10 percentage points then"),
    ("quantifier", "and at least 50 people", "and 50 people"),
    ("quantifier", "only the army did it", "the army only did it"),
    ("deletion.silent.hedge", "of the so-called moderate groups", "of the moderate groups"),
    ("gloss.absorbed", "support [of course, from the US and all of its allies] goes on",
     "support of course, from the US and all of its allies goes on"),
    ("gloss.marked", "support of course, from the US and all of its allies goes on",
     "support [of course, from the US and all of its allies] goes on"),
    ("spelling.typo", "a meeting was running late", "a meeting was runnning late"),
    ("spelling.regional", "we fulfil it", "we fulfill it"),
    ("tense", "he goes there", "he went there"),
    ("reorder", "even more arms and money into it", "even more money and arms into it"),
    ("spelling.typo", "for various reasons here", "for varrious reasons here"),
    ("spelling.typo", "without results", "withoutt results"),
    ("spelling.typo", "a clear conclusion", "a claer conclusion"),
    ("spelling.regional", "with the Vesti.doc programme on", "with the Vesti.doc program on"),
    ("spelling.regional", "our co-operation with them", "our cooperation with them"),
    ("spelling.transliteration", "Foreign Minister Sergey Lavrov", "Foreign Minister Sergei Lavrov"),
    ("spelling.transliteration", "President Erdo\u011fan said", "President Erdogan said"),
    ("spelling.contraction", "they don\u2019t want it", "they do not want it"),
    ("typography.lookalike", "the war in Syria now", "the war in S\u0443ria now"),
    ("typography.lookalike", "fighting ISIS in", "fighting \u0406\u0405\u0406\u0405 in"),
    ("typography.invisible", "the war in Syria now", "the war in Sy\u200bria now"),
    ("typography.brackets", "the Islamic State (Daesh) troops", "the Islamic State [Daesh] troops"),
    ("typography.quotes", "It's a mistake", "It\u2019s a mistake"),
    ("typography.quotes", "the \u201cmoderate\" ones", "the \u201cmoderate\u201d ones"),
    ("typography.case", "The problem is", "the problem is"),
    ("typography.case", "IS it over", "Is it over"),
    ("typography.abbreviation", "the U.S.-led coalition", "the US-led coalition"),
    ("typography.abbreviation", "the U.S. wants it", "the US wants it"),
    ("typography.abbreviation", "arms & money", "arms and money"),
    ("typography.abbreviation", "said Sen. Sanders", "said Senator Sanders"),
    ("typography.punctuation", "the Syrian army,", "the Syrian army."),
    ("typography.punctuation", "the strikes; they", "the strikes - they"),
]  # fmt: skip

GERMAN_AND_RUSSIAN = [
    ("negation.dropped", "мы не будем вести переговоры", "мы будем вести переговоры"),
    ("negation.dropped", "не представил доказательств обратного", "представил доказательства обратного"),
    ("negation.added", "Wir werden verhandeln", "Wir werden nicht verhandeln"),
    ("negation.dropped", "Das ist keine Lösung", "Das ist eine Lösung"),
    ("number", "погибли двадцать человек", "погибли тридцать человек"),
    ("number", "es fehlen 5 Millionen Euro", "es fehlen fünf Milliarden Euro"),
    ("typography.abbreviation", "погибли двадцать человек", "погибли 20 человек"),
    ("deletion.silent.hedge", "удары были, на мой взгляд, выборочными", "удары были выборочными"),
    ("deletion.silent.hedge", "Das ist vielleicht eine Lösung", "Das ist eine Lösung"),
    ("deletion.silent.hedge", "In our view, the strikes were selective", "the strikes were selective"),
    ("quantifier", "и в большинстве случаев щадили", "и во всех случаях щадили"),
    ("quantifier", "eine Lösung für alle Syrer", "eine Lösung für viele Syrer"),
    ("substitution.antonym", "удары усиливают позиции", "удары ослабляют позиции"),
    ("substitution.antonym", "эти удары незаконны по праву", "эти удары законны по праву"),
    ("substitution.antonym", "das stärkt die Armee", "das schwächt die Armee"),
    ("indirect.person", "и я не мог", "и он не мог"),
    ("substitution", "am Montag getroffen", "am Dienstag getroffen"),
    ("tense", "удары по террористам там", "удары по террористов там"),
    ("substitution", "все удары по террористам", "все удары по группировкам"),
]


@pytest.mark.parametrize(
    ("kind", "a", "b"), GERMAN_AND_RUSSIAN, ids=[f"{case[0]}: {case[2]}" for case in GERMAN_AND_RUSSIAN]
)
def test_classifier_knows_german_and_russian_words(kind: str, a: str, b: str) -> None:
    found = [change.kind for change in compare(a, b).changes]
    assert kind in found
    assert set(found) <= {kind, "tense", "typography.punctuation"}


@pytest.mark.parametrize(
    "text", ["they die in the war", "the falls were fast", "he ran to Manfred", "so man was so", "er the Dem on Mir"]
)
def test_german_and_russian_lists_contain_no_english_words(text: str) -> None:
    lists = [words.split() for words in load_word_lists("vocabulary_de_ru").lists.values() if isinstance(words, str)]
    assert frozenset(map(fold, text.split())).isdisjoint(fold(word) for words in lists for word in words)


def test_classifier_takes_no_party_for_a_german_article() -> None:
    [cut] = compare("the Dem senator said so", "the senator said so").changes
    assert (cut.kind, cut.severity) == ("deletion.silent", 3)


@pytest.mark.parametrize(("kind", "a", "b"), CASES, ids=[f"{case[0]}: {case[2][:40]}" for case in CASES])
def test_classifier_assigns_each_kind(kind: str, a: str, b: str) -> None:
    changes = compare(a, b).changes
    assert kind in [change.kind for change in changes]
    assert {change.kind for change in changes} <= {kind, "typography.punctuation"}


def test_classifier_detects_moved_words() -> None:
    a = "strikes and in the majority of cases spared those groups that were capable of pressing the Syrian army"
    b = "strikes and spared those groups that were capable of pressing the Syrian army in the majority of cases"
    assert [change.kind for change in compare(a, b).changes] == ["move", "move"]


@pytest.mark.parametrize("denial", ["not", "never"])
def test_classifier_detects_a_moved_negation(denial: str) -> None:
    a = f"the strikes were {denial} meant for those groups in the majority of cases that were seen to press the army"
    b = f"the strikes were meant for those groups in the majority of cases that were {denial} seen to press the army"
    assert [(change.kind, change.severity) for change in compare(a, b).changes] == [("negation.scope", 5)] * 2


@pytest.mark.parametrize(
    ("a", "b", "kind", "danger"),
    [
        pytest.param(
            "we came and we do not want to hear of it and we left", "we came and we left", "deletion.silent", 4,
            id="a long cut with a not in it loses a passage, not a not",
        ),
        pytest.param(
            "regime change is the task, not defeating Daesh", "regime change is the task", "truncation.end", 4,
            id="a denial at the end that is left out",
        ),
        pytest.param(
            "we go in if they ask us to", "we go in", "truncation.end", 4, id="a condition that is left out",
        ),
        pytest.param(
            "regime change is the task", "regime change is the task and not much else besides", "insertion", 1,
            id="a longer quotation",
        ),
        pytest.param(
            "We came. They had asked us to come then. We left.", "We came. We left.", "deletion.silent.splice", 4,
            id="passages run together",
        ),
        pytest.param(
            "We came. This went well. We left.", "We came. We left.", "deletion.silent", 3, id="a short sentence",
        ),
        pytest.param("the war in Iraq goes on", "the war in Iran goes on", "substitution", 4, id="another country"),
        pytest.param("said Kerry on it", "said Obama on it", "substitution", 4, id="another person"),
        pytest.param("met on Tuesday in", "met on Thursday in", "substitution", 4, id="another day"),
        pytest.param("he said that they went", "he said they went", "deletion.silent", 1, id="a connecting word"),
        pytest.param("they may take part", "they must take part", "substitution", 4, id="another duty"),
    ],
)  # fmt: skip
def test_classifier_adjusts_severity_to_the_words(a: str, b: str, kind: str, danger: int) -> None:
    [change] = compare(a, b).changes
    assert (change.kind, change.severity) == (kind, danger)


@pytest.mark.parametrize(
    ("a", "b", "not_kind"),
    [
        pytest.param("the note is here", "the word is here", "negation.dropped", id="a word that begins with not"),
        pytest.param("there is one of them", "there is a man of them", "number", id="one as a pronoun"),
        pytest.param("the states say", "the nations say", "name_swap", id="half a name in small letters"),
        pytest.param("it is over there", "it US over there", "name_swap", id="is and US"),
        pytest.param("the hidden hand", "the seen hand", "spelling.typo", id="short other words"),
    ],
)
def test_classifier_rejects_similar_kinds(a: str, b: str, not_kind: str) -> None:
    assert not_kind not in [change.kind for change in compare(a, b).changes]


def test_classifier_cases_cover_every_kind() -> None:
    # A passage put in other words needs a long text, a move two changes, a translation is told of whole texts.
    elsewhere = {"paraphrase", "translation", "move"}
    assert {case[0] for case in CASES} == CHANGE_KINDS.keys() - elsewhere
