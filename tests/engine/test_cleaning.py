"""Every paragraph of a page saved as plain text is labelled; only the article's own paragraphs are body."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.engine.cleaning import Label, Paragraph, clean

LEAD = "Russian Foreign Minister Sergey Lavrov said on Tuesday that the strikes had been selective."
MORE = (
    "He added that Moscow would go on helping the Syrian army, "
    "whatever its partners in the West thought of it at the time."
)
TALK = "\u201cWe noted tactical successes when a couple of cities were recaptured in Iraq,\u201d he said."


def labels(text: str, title: str | None = None) -> list[tuple[str, str]]:
    return [(text[p.start : p.end], p.label.value) for p in clean(text, title=title)]


def label_of(line: str, *, before: bool = False) -> str:
    """The label of a line that stands after the article's first two paragraphs, or before them."""
    text = (
        f"{line}\n\n{LEAD}\n\n{TALK}" if before else f"Lavrov speaks in Moscow\n\n{LEAD}\n\n{MORE}\n\n{line}\n\n{TALK}"
    )
    return dict(labels(text))[line]


@pytest.mark.parametrize(
    ("line", "label"),
    [
        ("READ MORE: Russian military advisers work in Syria", "link"),
        ("Read also: What the Kremlin wants", "link"),
        ("RELATED: Why Lavrov went to Lisbon", "link"),
        ("Watch the full interview here.", "link"),
        ("Listen to the interview on Press TV.", "link"),
        ("\u00a9 AP Photo / Dusan Vranic", "credit"),
        ("Photo: Reuters/Maxim Shemetov", "credit"),
        ("Image credit: Wikimedia Commons", "credit"),
        ("In this file photo, militants hold up their flag in Fallujah, Iraq", "caption"),
        ("FILE PHOTO: A man walks past a poster in Damascus, Syria, May 4, 2014.", "caption"),
        ("The handout picture released by SANA shows President Assad greeting soldiers on August 1, 2013.", "caption"),
        ("We use cookies to improve your experience on our website.", "chrome"),
        ("By clicking Accept you consent to our use of cookies and to our partners processing your data.", "chrome"),
        ("Sign up for our daily newsletter and get the best stories in your inbox.", "chrome"),
        ("Subscribe to our newsletter", "chrome"),
        ("Share on Facebook", "chrome"),
        ("Facebook Twitter WhatsApp Email Print", "chrome"),
        ("Get short URL", "chrome"),
        ("Advertisement", "chrome"),
        ("Story continues below advertisement", "chrome"),
        ("\u00a9 2018 Sputnik. All rights reserved.", "chrome"),
        ("You have 2 free articles left this month.", "chrome"),
        ("To continue reading, subscribe now.", "chrome"),
        ("2173", "chrome"),
        ("*Terrorist groups outlawed in Russia and many other countries.", "chrome"),
        ("15:45 GMT", "date"),
        ("Published: 17 November 2015, 10:30", "date"),
        ("2018-11-24", "date"),
        ("By Jane Doe", "byline"),
        ("Reem/Hazem Sabbagh", "byline"),
        ("(Reporting by Andrew Osborn; Editing by Christian Lowe)", "byline"),
        ("Follow Jane Doe on Twitter @janedoe.", "byline"),
        ("TASS reports:", "credit"),
        ("Leaving out Syria army \u2018absurd\u2019", "subheading"),
        ("What the coalition wants", "subheading"),
        ("3. Roger says", "comment"),
        ("jane_doe November 17, 2015 at 3:14 pm", "comment"),
    ],
)
def test_furniture_is_known_by_its_own_words(line: str, label: str) -> None:
    assert label_of(line) == label


@pytest.mark.parametrize(
    "line",
    [
        "\u201cRead my lips,\u201d he told the crowd.",
        "Trump says:",
        "\u201cCookies are bad for you,\u201d the doctor said.",
        "The newspaper reported on Tuesday that the ministry had shared the pictures of the strike.",
        "By 2015 the coalition had flown thousands of sorties over Syria and Iraq, the minister said.",
        "Photo journalists were not allowed into the hall, the ministry\u2019s spokeswoman said.",
        "He said:",
        "More than a million people have left the city since the war began, according to the United Nations.",
        "Comments like these were unhelpful, she said in a statement.",
    ],
)
def test_sentences_of_the_article_are_left_alone(line: str) -> None:
    assert label_of(line) in ("body", "subheading")
    if line.endswith((".", "\u201d")):
        assert label_of(line) == "body"


@pytest.mark.parametrize(
    "heading",
    [
        "4 Comments",
        "Comments (12)",
        "1 reply \u00bb",
        "Leave a Reply",
        "Discussion",
        "Join the conversation",
        "1. Guest says",
    ],
)
def test_after_the_heading_of_the_comments_nothing_is_article_any_more(heading: str) -> None:
    comment = (
        "Lavrov is politely saying that the campaign of the coalition in Syria is a fake, and I agree with every word."
    )
    article = f"Lavrov speaks in Moscow\n\n{LEAD}\n\n{MORE}\n\n{MORE}"
    text = f"{article}\n\n{heading}\n\n{comment}\n\n\u201cHypocrites,\u201d says Bill."
    assert [label for _, label in labels(text)[4:]] == ["comment"] * 3


def test_a_counter_above_the_article_opens_nothing() -> None:
    assert labels(f"Comments 4\n\nLavrov speaks in Moscow\n\n{LEAD}\n\n{TALK}")[1:] == [
        ("Lavrov speaks in Moscow", "title"),
        (LEAD, "body"),
        (TALK, "body"),
    ]


def test_a_list_of_related_stories_lets_the_article_go_on() -> None:
    links = "Related stories\n\nPutin Meets Assad in Sochi\n\nWhat Next for Syria?"
    text = f"Lavrov speaks in Moscow\n\n{LEAD}\n\n{links}\n\n{MORE}\n\n{TALK}"
    assert [label for _, label in labels(text)] == ["title", "body", "link", "link", "link", "body", "body"]


def test_a_teaser_under_related_stories_is_not_the_article_going_on() -> None:
    teaser = "Damascus, SANA- Activities of the \u201cLatest Results of Research\u201d began on Sunday at \u2026"
    article = f"Lavrov speaks in Moscow\n\n{LEAD}\n\n{TALK}"
    text = f"{article}\n\nCheck Also\n\nActivities of the Conference kick off\n\n{teaser}"
    assert [label for _, label in labels(text)[3:]] == ["link", "link", "link"]


def test_a_headline_under_a_picture_is_a_link_and_the_words_above_its_credit_a_caption() -> None:
    picture = "People walk through Damascus, Syria, May 4, 2014\n\u00a9 AP Photo / Dusan Vranic"
    text = f"{LEAD}\n\n{picture}\nUS Not Seeking Regime Change\n{MORE}"
    assert [label for _, label in labels(text)] == ["body", "caption", "credit", "link", "body"]


def test_the_headline_is_the_given_one_or_the_last_line_like_one_before_the_article() -> None:
    assert labels(f"World news today\n\nLavrov speaks in Moscow\n\n{LEAD}")[:2] == [
        ("World news today", "chrome"),
        ("Lavrov speaks in Moscow", "title"),
    ]
    assert labels(f"Lavrov speaks in Moscow\n\nWhat he wants is clear\n\n{LEAD}", "Lavrov speaks in Moscow")[:2] == [
        ("Lavrov speaks in Moscow", "title"),
        ("What he wants is clear", "subheading"),
    ]


def test_a_text_wrapped_at_a_fixed_width_is_read_by_its_blank_lines() -> None:
    wrapped = "\n".join(
        [
            "\u201cThe problem around the coalition is that despite the fact that they",
            "declared its goal in fighting exclusively the Islamic State and other",
            "terrorists and pledged not to take any action against the Syrian army,",
            "analysis of the strikes drives us to a conclusion that these were",
            "selective, I would say sparing, strikes,\u201d Lavrov said on Tuesday.",
        ]
    )
    assert labels(f"Lavrov speaks in Moscow\n\n{wrapped}\n\n{wrapped}")[1:] == [(wrapped, "body"), (wrapped, "body")]


def test_the_shortest_texts_are_body() -> None:
    assert labels("\u201cIt is so,\u201d he said.") == [("\u201cIt is so,\u201d he said.", "body")]
    assert labels("He won.") == [("He won.", "body")]
    assert clean("") == clean(" \n\t\n ") == ()


@given(st.text(alphabet=st.sampled_from('aB .\n"\u201c\u201d\u2019:,\u00a91/-@\x00\u200b\u202e'), max_size=300))
def test_paragraphs_cover_all_that_is_not_blank_in_order_and_apart(text: str) -> None:
    found = clean(text)
    at = 0
    for paragraph in found:
        assert isinstance(paragraph, Paragraph)
        assert at <= paragraph.start < paragraph.end
        assert text[at : paragraph.start].strip() == ""
        at = paragraph.end
    assert text[at:].strip() == ""


def test_labels_are_lower_case_words() -> None:
    assert {label.value for label in Label} == {
        "title", "subheading", "byline", "date", "credit", "body", "caption", "link", "comment", "chrome",
    }  # fmt: skip
