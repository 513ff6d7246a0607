"""Speaker attribution: a table of the ways in which news articles name a speaker, with the expected results."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.engine.cleaning.paragraphs import Label, Paragraph
from articles.engine.extraction import Extraction, Quotation, find_quotations

LEAD = "Russian Foreign Minister Sergey Lavrov met reporters in Moscow."


def extract(*paragraphs: str) -> Extraction:
    return find_quotations("\n\n".join(paragraphs))


def extract_one(*paragraphs: str) -> Quotation:
    (quotation,) = extract(*paragraphs).quotations
    return quotation


def extract_speakers(*paragraphs: str) -> list[str | None]:
    return [q.speaker_name for q in extract(*paragraphs).quotations]


@pytest.mark.parametrize(
    ("sentence", "printed", "rule"),
    [
        ("\u201cIt is a colossal mistake,\u201d Lavrov said.", "Lavrov", "speaker-verb"),
        ("\u201cIt is a colossal mistake,\u201d said Lavrov.", "Lavrov", "verb-speaker"),
        (
            "\u201cIt is a colossal mistake,\u201d Lavrov, the foreign minister of Russia, said on Tuesday.",
            "Lavrov",
            "speaker-verb",
        ),
        ("\u201cIs it a mistake?\u201d Lavrov asked.", "Lavrov", "speaker-verb"),
        ("\u201cIt is a mistake.\u201d Lavrov said.", "Lavrov", "speaker-verb"),
        ("\u201cIt is a colossal mistake,\u201d according to Lavrov.", "Lavrov", "according-to"),
        ("According to Lavrov, it was \u201ca colossal mistake\u201d to go there.", "Lavrov", "according-to"),
        ("Lavrov said, \u201cIt is a colossal mistake.\u201d", "Lavrov", "verb-before"),
        ("Lavrov said that it was \u201ca colossal mistake\u201d to go there.", "Lavrov", "verb-before"),
        ("Lavrov called it \u201ca colossal mistake\u201d to go there.", "Lavrov", "verb-before"),
        ("Lavrov took the floor again, saying it was \u201ca colossal mistake\u201d to go.", "Lavrov", "participle"),
        ("LAVROV: \u201cIt is a colossal mistake.\u201d", "LAVROV", "speaker-colon"),
        ("The plan is \u201ca colossal mistake\u201d for the region, Lavrov said on Tuesday.", "Lavrov", "trailing"),
        ("But, said Lavrov, \u201cit is a colossal mistake.\u201d", "Lavrov", "inverted-before"),
        ("Kerry rejected the statement by Lavrov that it was \u201ca colossal mistake.\u201d", "Lavrov", "noun-by"),
        ("\u201cIt is a colossal mistake,\u201d beamed Sergey Lavrov.", "Sergey Lavrov", "verb-speaker"),
        ("\u201cIt is a colossal mistake\u201d \u2014 Sergey Lavrov", "Sergey Lavrov", "dash"),
    ],
)
def test_find_quotations_finds_printed_speaker_and_rule(sentence: str, printed: str, rule: str) -> None:
    quotation = extract_one(LEAD, sentence)
    assert quotation.speaker is not None
    assert (quotation.speaker.text, quotation.rule) == (printed, rule)
    assert quotation.speaker_name in ("Sergey Lavrov", "LAVROV")


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("\u201cIt is so,\u201d he said.", "Sergey Lavrov"),
        ("\u201cIt is so,\u201d the Russian FM said.", "Sergey Lavrov"),
        ("\u201cIt is so,\u201d the minister added.", "Sergey Lavrov"),
        ("\u201cIt is so,\u201d The diplomat said.", "Sergey Lavrov"),
        ("\u201cIt is so,\u201d Lavrov\u2019s spokeswoman said.", None),
        ("\u201cIt is so,\u201d Secretary of State John Kerry said.", "John Kerry"),
        ("\u201cIt is so,\u201d said UK Chief of General Staff Mark Carleton-Smith.", "Mark Carleton-Smith"),
        ("\u201cIt is so,\u201d US special representative for Syria engagement James Jeffrey said.", "James Jeffrey"),
        ("\u201cIt is so,\u201d the State Department said.", "State Department"),
        ("\u201cIt is so,\u201d a spokesman for the ministry said.", None),
        ("\u201cIt is so,\u201d said Terry \u201cTex\u201d Strada.", "Strada"),
        ("\u201cIt is so,\u201d said 9/11 widow Terry Strada.", "Terry Strada"),
        ("The Post asked. \u201cIt is so\u201d \u2015 Julie A. Diaz Martinez.", "Julie A. Diaz Martinez"),
        ("\u201cIt is so,\u201d former President Bill Clinton said.", "Bill Clinton"),
    ],
)
def test_speaker_resolves_to_name(sentence: str, name: str | None) -> None:
    assert extract_one(LEAD, sentence).speaker_name == name


def test_speaker_is_not_a_word_capitalised_only_as_first_word() -> None:
    assert (
        extract_one(LEAD, "Hours later, he called it \u201ca colossal mistake\u201d to go.").speaker_name
        == "Sergey Lavrov"
    )
    assert (
        extract_one("Secretary of State John Kerry said it was \u201ca mistake\u201d to go.").speaker_name
        == "John Kerry"
    )


def test_pronoun_resolves_to_last_mentioned_person_of_its_gender() -> None:
    spokeswoman = "The ministry\u2019s spokesperson, Maria Zakharova, spoke after him."
    assert extract_speakers(LEAD, spokeswoman, "\u201cYes,\u201d she said.", "\u201cNo,\u201d he replied.") == [
        "Maria Zakharova",
        "Sergey Lavrov",
    ]


def test_title_distinguishes_two_people_of_one_surname() -> None:
    couple = "Bill Clinton and Hillary Clinton came to Iowa on Monday."
    assert extract_speakers(
        couple, "\u201cWe will win,\u201d Mrs. Clinton said.", "\u201cShe will,\u201d Mr. Clinton said."
    ) == ["Hillary Clinton", "Bill Clinton"]


def test_forename_names_a_person_when_it_is_also_an_organization_word() -> None:
    mayor = "An explosion in Chelsea was intentional, Mayor Bill de Blasio said."
    assert extract_speakers(mayor, "\u201cWe see no link,\u201d the mayor said.", "\u201cNone,\u201d he said.") == [
        "Bill de Blasio",
        "Bill de Blasio",
    ]
    farm = "The Farm Bill passed in May, Senator Jane Doe said."
    assert extract_speakers(farm, "\u201cWe won,\u201d she said.") == ["Jane Doe"]


def test_speaker_may_be_a_noun_that_looks_like_a_verb() -> None:
    found = extract_one(LEAD, "\u201cA state cannot avoid it,\u201d said the ruling.")
    assert found.speaker is not None
    assert found.speaker.text == "the ruling"


def test_split_quotation_links_its_halves() -> None:
    first, second = extract(
        LEAD, "\u201cWe noted successes,\u201d Lavrov said. \u201cThey were tactical.\u201d"
    ).quotations
    assert (first.other_half, second.other_half) == (1, 0)
    assert first.speaker_name == second.speaker_name == "Sergey Lavrov"
    alone = extract_one(LEAD, "\u201cWe noted successes,\u201d Lavrov said.")
    assert alone.other_half is None


def test_speech_over_several_paragraphs_keeps_its_speaker() -> None:
    speech = (
        "Lavrov said: \u201cFirst of all, we help Iraq.",
        "\u201cSecondly, we help Syria.",
        "\u201cThirdly, we help others.\u201d",
    )
    assert extract_speakers(LEAD, *speech) == ["Sergey Lavrov"] * 3


def test_paragraph_announces_speaker_of_next_when_it_ends_in_saying_or_colon() -> None:
    text = "\n\n".join(
        (
            LEAD,
            "He stressed that Russia responded to the request of the Syrian government, saying",
            "\u201cWe are doing this consistently.\u201d",
        )
    )
    starts = [0, *(k + 2 for k in range(len(text)) if text.startswith("\n\n", k))]
    ends = [*(start - 2 for start in starts[1:]), len(text)]
    body = tuple(Paragraph(start, end, Label.BODY, "given") for start, end in zip(starts, ends, strict=True))
    assert [q.speaker_name for q in find_quotations(text, paragraphs=body).quotations] == ["Sergey Lavrov"]
    assert extract_speakers(
        LEAD, "Then John Kerry put it like this:", "\u201cWe are not at war with anybody.\u201d"
    ) == ["John Kerry"]


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("He appeared on ABC\u2019s \u201cThis Week With George Stephanopoulos\u201d on Sunday.", "title"),
        ("The Arab states back what they call \u201cmoderate\u201d rebel forces in the country.", "scare"),
        ("Joaquin \u201cEl Chapo\u201d Guzman was caught on Friday.", "nickname"),
        ("\u201cWALLACE: Let\u2019s start with breaking news on the debate story.\u201d", "transcript"),
    ],
)
def test_words_of_nobody_are_set_aside_with_their_type(sentence: str, kind: str) -> None:
    found = extract(LEAD, sentence)
    assert [q.type for q in found.set_aside] == [kind]
    assert found.quotations == ()


def test_whole_sentences_are_direct_and_parts_of_a_sentence_mixed() -> None:
    assert extract_one(LEAD, "\u201cIt is a colossal mistake,\u201d Lavrov said.").type == "direct"
    assert extract_one(LEAD, "Lavrov said Moscow couldn\u2019t \u201cforbid anyone\u201d to speak.").type == "mixed"


def test_find_quotations_takes_given_paragraphs_and_reads_only_the_body() -> None:
    text = "1. Guest says\n\n\u201cHypocrites,\u201d Bill said."
    body = (Paragraph(0, len(text), Label.BODY, "given"),)
    assert find_quotations(text, paragraphs=body).paragraphs == body
    chrome = (Paragraph(0, len(text), Label.CHROME, "given"),)
    assert find_quotations(text, paragraphs=chrome) == Extraction(chrome, "en", (), ())


WORDS = [
    *"Lavrov said he she , . minister told Mr. - : who in interview ' ( ) according to saying U.S. 5 by with".split(),
    *["\u201c", "\u201d", '"', "\n", "\n\n", "\x00", "\u200b", "\u202e", "\u0130", "\u2019s"],
]
TEXTS = st.lists(st.sampled_from(WORDS), max_size=80).map(" ".join)


@settings(max_examples=300)
@given(TEXTS | st.text(max_size=200))
def test_find_quotations_is_deterministic_and_offsets_hold_for_any_text(text: str) -> None:
    found = find_quotations(text)
    assert found == find_quotations(text)
    at = 0
    for quotation in found.quotations:
        assert at <= quotation.start < quotation.end <= len(text)
        at = quotation.end
        assert 0.0 <= quotation.confidence <= 1.0
        for mention in (quotation.speaker, quotation.cue):
            assert mention is None or text[mention.start : mention.end] == mention.text
        if quotation.other_half is not None:
            assert found.quotations[quotation.other_half].other_half == found.quotations.index(quotation)
    assert all(q.type in {"scare", "title", "nickname", "transcript"} for q in found.set_aside)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("\u201cThe boat stays where it is,\u201d said Ida Sol\u00adberg.", "en"),
        ("\u201cThe boat stays where it is,\u200b\u201d said\u00a0Ida\u200b Solberg\ufeff.", "en"),
        ("\u201eDas Boot bleibt, wo es ist\u201c, sag\u00adte Ida\u00a0Sol\u00adberg.", "de"),
        ("\u201eDas Boot bleibt, wo es ist\u201c, erza\u0308hlt Ida Solberg.", "de"),
    ],
)
def test_find_quotations_reads_over_unseen_characters(text: str, language: str) -> None:
    assert [q.speaker_name for q in find_quotations(text, language=language).quotations] == ["Ida Solberg"]
