"""Occasions and source credits: the phrases as they are printed."""

import pytest

from articles.engine.extraction import Quotation, find_quotations

LEAD = "Russian Foreign Minister Sergey Lavrov met his colleagues.\n\n"
SAID = "\N{LEFT DOUBLE QUOTATION MARK}We agreed on it,\N{RIGHT DOUBLE QUOTATION MARK} Lavrov said"
ON_CNN = "Tuesday on CNN\N{RIGHT SINGLE QUOTATION MARK}s \N{LEFT DOUBLE QUOTATION MARK}State of the Union\
\N{RIGHT DOUBLE QUOTATION MARK}"
THEN = ". \N{LEFT DOUBLE QUOTATION MARK}We agreed on it,\N{RIGHT DOUBLE QUOTATION MARK} he said."
BEFORE = " Lavrov said: \N{LEFT DOUBLE QUOTATION MARK}We agreed on it.\N{RIGHT DOUBLE QUOTATION MARK}"
QUOTED = BEFORE.removeprefix(" Lavrov said: ")


def extract_one(text: str) -> Quotation:
    (found,) = find_quotations(LEAD + text).quotations
    return found


@pytest.mark.parametrize(
    ("text", "occasion"),
    [
        (
            f"{SAID} in an interview with the Vesti.doc programme on Rossiya-1 television on Tuesday.",
            "in an interview with the Vesti.doc programme on Rossiya-1 television on Tuesday",
        ),
        (f"{SAID} at a press briefing.", "at a press briefing"),
        (
            f"{SAID}, speaking in Lisbon after meeting with his counterpart Augusto Santos Silva.",
            "speaking in Lisbon after meeting with his counterpart Augusto Santos Silva",
        ),
        (SAID.replace("said", "wrote on Twitter."), "on Twitter"),
        (f"{SAID} at a briefing Monday before Kerry arrived.", "at a briefing Monday"),
        (
            f"{SAID} during a joint news conference with Steinmeier in Berlin.",
            "during a joint news conference with Steinmeier in Berlin",
        ),
        (f"{SAID} in a statement on Friday to calm the markets.", "in a statement on Friday"),
        (
            f"{SAID} on the sidelines of the UN General Assembly in New York on September 27.",
            "on the sidelines of the UN General Assembly in New York on September 27",
        ),
        (f"{SAID} {ON_CNN}.", ON_CNN),
        (f"{SAID} Tuesday.", "Tuesday"),
        (f"{SAID} on Tuesday.", "on Tuesday"),
        (f"{SAID} in a phone call with Kerry on Wednesday.", "in a phone call with Kerry on Wednesday"),
        (SAID.replace("said", "told journalists on Thursday."), "told journalists on Thursday"),
        (
            SAID.replace("said", "testified before the Senate Foreign Relations Committee Tuesday."),
            "before the Senate Foreign Relations Committee Tuesday",
        ),
        (
            f"Speaking in Lisbon after meeting with his Portuguese counterpart,{BEFORE}",
            "Speaking in Lisbon after meeting with his Portuguese counterpart",
        ),
        (
            f"Addressing students at MGIMO on September 1,{BEFORE}",
            "Addressing students at MGIMO on September 1",
        ),
        (f"After talks with Kerry in Geneva on Friday,{BEFORE}", "After talks with Kerry in Geneva on Friday"),
        (
            f"Lavrov, who spoke on the phone with John Kerry on Wednesday, said: {QUOTED}",
            "on the phone with John Kerry on Wednesday",
        ),
        (f"Lavrov spoke on the phone with John Kerry on Wednesday{THEN}", "on the phone with John Kerry on Wednesday"),
        (
            f"Lavrov discussed Syria by telephone with John Kerry on Wednesday{THEN}",
            "by telephone with John Kerry on Wednesday",
        ),
    ],
)
def test_occasion_is_the_printed_phrase(text: str, occasion: str) -> None:
    assert extract_one(text).occasion == occasion


@pytest.mark.parametrize(
    "text",
    [
        f"{SAID}.",
        f"{SAID}, though he was under pressure to call the vote.",
        f"{SAID}, and the case went to the Supreme Court.",
        f"{SAID} of the panel.",
    ],
)
def test_occasion_is_none_when_the_sentence_names_none(text: str) -> None:
    assert extract_one(text).occasion is None


def test_occasion_ends_before_a_purpose_and_the_next_clause() -> None:
    assert extract_one(f"{SAID} at a hearing to assert his rights.").occasion == "at a hearing"
    assert (
        extract_one(f"{SAID} at the convention in Cleveland his party held.").occasion
        == "at the convention in Cleveland"
    )


@pytest.mark.parametrize(
    ("text", "credit"),
    [
        (SAID.replace("said", "told Sputnik."), "Sputnik"),
        (f"{SAID}, as cited by Interfax.", "Interfax"),
        (f"{SAID}, TASS reports.", "TASS"),
        (f"{SAID}, according to RIA Novosti.", "RIA Novosti"),
        (SAID.replace("said", "was quoted as saying by RIA Novosti."), "RIA Novosti"),
        (SAID.replace("Lavrov said", "TASS quoted Lavrov as saying."), "TASS"),
        (SAID.replace("Lavrov said", "the TASS news agency quoted Lavrov as saying on Tuesday."), "TASS"),
        (f"TASS reports that{BEFORE}", "TASS"),
        (f"The New York Times reported on Tuesday that{BEFORE}", "New York Times"),
        (f"{SAID}.", None),
    ],
)
def test_relaying_outlet_is_credited_and_is_not_the_speaker(text: str, credit: str | None) -> None:
    found = extract_one(text)
    assert (found.speaker_name, found.credit) == ("Sergey Lavrov", credit)


def test_agency_of_the_dateline_is_credited_with_all_quotations() -> None:
    text = f"MOSCOW, November 17. /TASS/. Russian Foreign Minister Sergey Lavrov spoke.\n\n{SAID}."
    assert [found.credit for found in find_quotations(text).quotations] == ["TASS"]


def test_announced_occasion_holds_for_later_quotations_until_elsewhere() -> None:
    paragraphs = (
        "In an interview with Channel One on Sunday, Lavrov said that Moscow had been informed.",
        "\u201cSome say so,\u201d he said.",
        "Elsewhere, Lavrov said it was \u201cabsurd.\u201d",
    )
    found = find_quotations("\n\n".join(paragraphs)).quotations
    assert [q.occasion for q in found] == ["In an interview with Channel One on Sunday", None]


@pytest.mark.parametrize(
    ("paragraphs", "credit"),
    [
        (("Lavrov speaks in Moscow", "TASS reports:", LEAD.strip(), f"{SAID}."), "TASS"),
        (("MOSCOW (Reuters) - Sergey Lavrov spoke on Friday.", f"{SAID}."), "Reuters"),
        ((f"{SAID}, according to the Post.",), "Post"),
    ],
)
def test_credit_is_the_source_that_the_article_names(paragraphs: tuple[str, ...], credit: str | None) -> None:
    assert find_quotations("\n\n".join(paragraphs)).quotations[0].credit == credit


def test_given_credit_holds_when_the_sentence_names_none() -> None:
    text = f"{LEAD}{SAID}.\n\n" + SAID.replace("said", "told Sputnik.")
    assert [q.credit for q in find_quotations(text, credit="TASS").quotations] == ["TASS", "Sputnik"]
