"""Labels of the paragraphs of a page saved as plain text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.engine.cleaning.paragraphs import Label, Paragraph, label_paragraphs
from articles.engine.cleaning.raw_paragraphs import COLUMN_LINES

LEAD = "Russian Foreign Minister Sergey Lavrov said on Tuesday that the strikes had been selective."
MORE = (
    "He added that Moscow would go on helping the Syrian army, "
    "whatever its partners in the West thought of it at the time."
)
TALK = "\u201cWe noted tactical successes when a couple of cities were recaptured in Iraq,\u201d he said."


def labels(text: str, title: str | None = None) -> list[tuple[str, str]]:
    return [(text[p.start : p.end], p.label.value) for p in label_paragraphs(text, title=title)]


def label_of(line: str, *, before: bool = False) -> str:
    """Return the label of a line that stands after the article's first two paragraphs, or before them."""
    text = (
        f"{line}\n\n{LEAD}\n\n{TALK}" if before else f"Lavrov speaks in Moscow\n\n{LEAD}\n\n{MORE}\n\n{line}\n\n{TALK}"
    )
    return dict(labels(text))[line]


@pytest.mark.parametrize(
    "line",
    [
        "We use cookies to improve your experience on our website.",
        "By clicking Accept you consent to our use of cookies and to our partners processing your data.",
        "This website uses cookies. By continuing to browse you agree to our cookie policy.",
        "Accept all cookies",
        "We and our partners use cookies and similar technologies to personalise ads and to measure our audience.",
        "Manage cookies",
        "We have updated our privacy policy. Please read it before you go on.",
        "We and our 763 partners store and access information on your device and process your personal data.",
    ],
)
def test_cookie_notices_are_chrome(line: str) -> None:
    assert label_of(line) == label_of(line, before=True) == "chrome"


@pytest.mark.parametrize(
    "line",
    [
        "READ MORE: Russian military advisers work in Syria",
        "Read also: What the Kremlin wants",
        "RELATED: Why Lavrov went to Lisbon",
        "Watch the full interview here.",
        "Listen to the interview on Press TV.",
        "See also: Who fights whom in Syria",
        "More on this story",
        "Don't miss: ten pictures of the week",
        "Continue reading below",
        "Click here for the full transcript",
        "Next article: Assad in Moscow",
        "\u00ab Previous Post",
        "Kerry in Vienna for talks on Syria (185)",
        'The Times, "Who pays for the war in Syria," Aug. 22, 2015',
    ],
)
def test_read_more_lines_are_links(line: str) -> None:
    assert label_of(line) == "link"


@pytest.mark.parametrize(
    "line",
    [
        "Share on Facebook",
        "Facebook Twitter WhatsApp Email Print",
        "Get short URL",
        "Share this:",
        "Share this article",
        "Tweet this",
        "Share it with friends",
        "Facebook | Twitter | Telegram | VK",
        "Copy link",
        "Print this article",
        "Follow us on Telegram",
        "Share via e-mail",
    ],
)
def test_share_bars_are_chrome(line: str) -> None:
    assert label_of(line) == "chrome"


@pytest.mark.parametrize(
    "line",
    [
        "Sign up for our daily newsletter and get the best stories in your inbox.",
        "Subscribe to our newsletter",
        "Get the latest news and analysis from our reporters, every morning.",
        "Get breaking news on Syria and Iraq delivered straight to your phone",
        "Enter your e-mail address to receive our daily briefing",
        "No spam, we promise. You can unsubscribe at any time and we'll never share your details.",
        "You have been successfully subscribed!",
        "Join our channel on Telegram for free",
        "Thank you for signing up!",
        "Stay up to date with the Middle East. Subscribe to our newsletter.",
        "Need more history? Subscribe to our sister title, the quarterly magazine",
        "Please consider making a donation to keep our journalism free.",
        "Do you rely on our reporting? Click here to support it.",
        "You have 2 free articles left this month.",
        "To continue reading, subscribe now.",
    ],
)
def test_newsletters_and_paywalls_are_chrome(line: str) -> None:
    assert label_of(line) == "chrome"


@pytest.mark.parametrize(
    ("line", "label"),
    [
        ("\u00a9 AP Photo / Dusan Vranic", "credit"),
        ("Photo: Reuters/Maxim Shemetov", "credit"),
        ("Image credit: Wikimedia Commons", "credit"),
        ("(Image credit: NASA)", "credit"),
        ("(Reed Saxon / Associated Press)", "credit"),
        ("(Jacquelyn Martin / Los Angeles Times)", "credit"),
        ("Sanjeev Verma/Hindustan Times/Getty Images", "credit"),
        ("Maxim Shemetov/Reuters", "credit"),
        ("Photograph: Yuri Kadobnov/AFP/Getty Images", "credit"),
        ("Getty Images", "credit"),
        ("In this file photo, militants hold up their flag in Fallujah, Iraq", "caption"),
        ("FILE PHOTO: A man walks past a poster in Damascus, Syria, May 4, 2014.", "caption"),
        ("The handout picture released by SANA shows President Assad greeting soldiers on August 1, 2013.", "caption"),
        ("Yersinia pestis causes the plague (Image: GETTY)", "caption"),
        ("Smoke rises over the old town of Aleppo on Monday. (AP Photo/Hassan Ammar)", "caption"),
        ("The minister leaves the hall after the talks in Lisbon (Anna Petrova/Reuters)", "caption"),
        ("Christoph Blocher reacts during an electoral meeting (FABRICE COFFRINI/AFP/Getty Images)", "caption"),
        ("Sergey Lavrov, left, shakes hands with John Kerry in Vienna, Saturday, Nov. 14, 2015.", "caption"),
        ("Pictured: the Russian Foreign Ministry in Moscow", "caption"),
    ],
)
def test_picture_captions_and_credits_are_recognised(line: str, label: str) -> None:
    assert label_of(line) == label


@pytest.mark.parametrize(
    ("line", "label"),
    [
        ("Advertisement", "chrome"),
        ("Story continues below advertisement", "chrome"),
        ("\u00a9 2018 Sputnik. All rights reserved.", "chrome"),
        ("\u00a9 Future US, Inc. 11 West 42nd Street, New York", "chrome"),
        ("This document is subject to copyright. Apart from any fair dealing, no part may be reproduced.", "chrome"),
        ("Quotes delayed at least 15 minutes. Market data provided by others.", "chrome"),
        ("2173", "chrome"),
        ("*Terrorist groups outlawed in Russia and many other countries.", "chrome"),
        ("15:45 GMT", "date"),
        ("Published: 17 November 2015, 10:30", "date"),
        ("2018-11-24", "date"),
        ("2 days ago at 07:52 am", "date"),
        ("Updated 15 minutes ago", "date"),
        ("By Jane Doe", "byline"),
        ("Posted by Jane Doe on November 19, 2015, 6:21 AM EST", "byline"),
        ("By Jane Doe Updated Nov 13, 2015, 10:28am EST", "byline"),
        ("Reem/Hazem Sabbagh", "byline"),
        ("(Reporting by Andrew Osborn; Editing by Christian Lowe)", "byline"),
        ("Reporting by Andrew Osborn, editing by Christian Lowe", "byline"),
        ("Follow Jane Doe on Twitter @janedoe.", "byline"),
        ("TASS reports:", "credit"),
        ("Leaving out Syria army \u2018absurd\u2019", "subheading"),
        ("What the coalition wants", "subheading"),
        ("3. Roger says", "comment"),
        ("jane_doe November 17, 2015 at 3:14 pm", "comment"),
        ("Rating: 36 Votes", "comment"),
    ],
)
def test_other_boilerplate_is_recognised(line: str, label: str) -> None:
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
        "The site that uses cookies without asking was fined in Paris, the regulator\u2019s lawyer said on Friday.",
        "Read in this light, the minister\u2019s words are a warning to Ankara, diplomats in Moscow say.",
        "Facebook and Twitter were asked to take the pictures down, a spokesman for the ministry said.",
        "Share prices fell in Moscow after the minister had spoken, and the rouble lost two per cent.",
        "Subscribers of the paper had been told a day before, its editor said, and nobody had complained.",
        "Get out of Syria, the crowd shouted when the minister left the building by the back door.",
        "Two hours ago the minister had still been in Vienna, where talks on Syria ended without a result.",
        "By Friday, Nov. 20, 2015, all sides had agreed to meet again in Vienna, the minister said.",
        "The talks held in Vienna on Saturday, Nov. 14, 2015, brought no result, the minister said.",
        "He had served in the army (1972-1974) and then in the embassy in Sri Lanka (until 1976).",
        "Quotes by the minister were taken out of context, his spokeswoman complained after the broadcast.",
    ],
)
def test_article_sentences_are_not_boilerplate(line: str) -> None:
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
        "[ 167 comments ]",
        "Top Rated Comments",
        "Have your say",
        "34 responses to \u201cThe minister speaks in Moscow of what the coalition wants\u201d",
        "6 thoughts on \u201cUS spares IS to weaken Assad\u201d",
    ],
)
def test_comments_heading_ends_the_article(heading: str) -> None:
    comment = (
        "Lavrov is politely saying that the campaign of the coalition in Syria is a fake, and I agree with every word."
    )
    article = f"Lavrov speaks in Moscow\n\n{LEAD}\n\n{MORE}\n\n{MORE}"
    text = f"{article}\n\n{heading}\n\n{comment}\n\n\u201cHypocrites,\u201d says Bill."
    assert [label for _, label in labels(text)[4:]] == ["comment"] * 3


def test_comment_counter_above_the_article_opens_no_section() -> None:
    assert labels(f"Comments 4\n\nLavrov speaks in Moscow\n\n{LEAD}\n\n{TALK}")[1:] == [
        ("Lavrov speaks in Moscow", "title"),
        (LEAD, "body"),
        (TALK, "body"),
    ]


def test_article_resumes_after_related_stories() -> None:
    links = "Related stories\n\nPutin Meets Assad in Sochi\n\nWhat Next for Syria?"
    text = f"Lavrov speaks in Moscow\n\n{LEAD}\n\n{links}\n\n{MORE}\n\n{TALK}"
    assert [label for _, label in labels(text)] == ["title", "body", "link", "link", "link", "body", "body"]


def test_article_does_not_resume_at_teasers() -> None:
    article = f"Lavrov speaks in Moscow\n\n{LEAD}\n\n{MORE}"
    story = f"Syria\n\nWhat the Kremlin wants in Damascus\n\n{MORE}"
    for heading in (
        "More from the world desk",
        "Related coverage",
        "Also check out:",
        "Most read",
        "You may also like",
    ):
        text = f"{article}\n\n{heading}\n\n{story}\n\n{story}\n\nAbout this paper\n\nEvents"
        assert [label for _, label in labels(text)[3:10]] == ["link"] * 7, heading


def test_article_resumes_at_short_sentences_after_links() -> None:
    text = f"Lavrov speaks in Moscow\n\n{LEAD}\n\nRelated articles\n\nPutin Meets Assad\n\n{TALK}\n\n{LEAD}\n\n{MORE}"
    assert [label for _, label in labels(text)[2:]] == ["link", "link", "body", "body", "body"]


def test_dated_list_of_stories_is_links() -> None:
    article = f"Lavrov speaks in Moscow\n\n17 Nov, 2015 14:50\n\n{LEAD}\n\n{MORE}"
    items = "\n\n".join(
        f"What the minister said, part {k}\n\nJane Doe\n\nWednesday November {k}, 2015\n\n{MORE}" for k in range(15, 20)
    )
    found = labels(f"{article}\n\n{items}\n\nAbout us")
    assert [label for _, label in found[:4]] == ["title", "date", "body", "body"]
    assert {label for _, label in found[4:24]} == {"link", "date"}


def test_hourly_reports_are_body() -> None:
    reports = "\n\n".join(f"{hour}:15 p.m.\n\n{MORE}\n\n{TALK}" for hour in range(1, 9))
    found = labels(f"Lavrov speaks in Moscow\n\n{LEAD}\n\n{reports}")
    assert [label for _, label in found[2:]] == ["date", "body", "body"] * 8


def test_comments_are_recognised_by_author_and_date() -> None:
    comments = "\n\n".join(
        f"{name} says:\n\nNovember 19, 2015 at 6:3{k} am\n\nIt is time for both sides to come to grips with what is so."
        for k, name in enumerate(("margoadams", "C. M.", "Bob. Just Bob.", "6rings"))
    )
    found = labels(f"Lavrov speaks in Moscow\n\n{LEAD}\n\n{MORE}\n\n{comments}")
    assert {label for _, label in found[3:]} == {"comment", "date"}


def test_comments_jump_link_opens_no_section() -> None:
    text = (
        f"Lavrov speaks in Moscow\n\n{LEAD}\n\n{MORE}\n\n{MORE}\n\nComments\n\n{MORE}\n\n{TALK}\n\nComments\n\n{TALK}"
    )
    assert [label for _, label in labels(text)[4:]] == ["comment", "body", "body", "comment", "comment"]


@pytest.mark.parametrize(
    "line", ["\u201cIt is so,\u201d Lavrov said.", "He came to Moscow on Tuesday.", "Nobody knew why."]
)
def test_article_of_short_paragraphs_is_body_from_the_first(line: str) -> None:
    assert {label for _, label in labels(f"{line}\n\n" * 40)} == {"body"}


def test_headline_with_a_question_mark_does_not_begin_the_article() -> None:
    menu = (
        "Teams\n\nIs his time with the team over after this?\n\nBreaking down the playoffs\n\nScores\n\nVideo\n\nMore"
    )
    text = f"{menu}\n\nLavrov speaks in Moscow\n\n{MORE}\n\n{TALK}"
    assert [label for _, label in labels(text)] == ["chrome"] * 6 + ["title", "body", "body"]


def test_article_does_not_resume_at_a_single_teaser() -> None:
    teaser = "Damascus, SANA- Activities of the \u201cLatest Results of Research\u201d began on Sunday at \u2026"
    article = f"Lavrov speaks in Moscow\n\n{LEAD}\n\n{TALK}"
    text = f"{article}\n\nCheck Also\n\nActivities of the Conference kick off\n\n{teaser}"
    assert [label for _, label in labels(text)[3:]] == ["link", "link", "link"]


def test_picture_credit_makes_captions_and_links() -> None:
    picture = "People walk through Damascus, Syria, May 4, 2014\n\u00a9 AP Photo / Dusan Vranic"
    text = f"{LEAD}\n\n{picture}\nUS Not Seeking Regime Change\n{MORE}"
    assert [label for _, label in labels(text)] == ["body", "caption", "credit", "link", "body"]


def test_title_is_the_given_one_or_the_last_headline_before_the_article() -> None:
    assert labels(f"World news today\n\nLavrov speaks in Moscow\n\n{LEAD}")[:2] == [
        ("World news today", "chrome"),
        ("Lavrov speaks in Moscow", "title"),
    ]
    assert labels(f"Lavrov speaks in Moscow\n\nWhat he wants is clear\n\n{LEAD}", "Lavrov speaks in Moscow")[:2] == [
        ("Lavrov speaks in Moscow", "title"),
        ("What he wants is clear", "subheading"),
    ]


def test_hard_wrapped_text_is_split_at_blank_lines() -> None:
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


def test_shortest_texts_are_body() -> None:
    assert labels("\u201cIt is so,\u201d he said.") == [("\u201cIt is so,\u201d he said.", "body")]
    assert labels("He won.") == [("He won.", "body")]
    assert label_paragraphs("") == label_paragraphs(" \n\t\n ") == ()


@given(st.text(alphabet=st.sampled_from('aB .\n"\u201c\u201d\u2019:,\u00a91/-@\x00\u200b\u202e'), max_size=300))
def test_paragraphs_cover_all_text_in_order(text: str) -> None:
    found = label_paragraphs(text)
    at = 0
    for paragraph in found:
        assert isinstance(paragraph, Paragraph)
        assert at <= paragraph.start < paragraph.end
        assert text[at : paragraph.start].strip() == ""
        at = paragraph.end
    assert text[at:].strip() == ""


def test_label_values_are_lower_case_words() -> None:
    assert {label.value for label in Label} == {
        "title", "subheading", "byline", "date", "credit", "body", "caption", "link", "comment", "chrome",
    }  # fmt: skip


def test_column_of_short_lines_is_split_into_few_paragraphs() -> None:
    column = "He won 3 of 4.\n" * COLUMN_LINES
    text = f"{LEAD}\n{column}{TALK}\n{column}"
    found = label_paragraphs(text)
    assert len(found) < 2 * COLUMN_LINES / 100
    assert TALK in [text[p.start : p.end] for p in found]
    assert len(label_paragraphs(f"{LEAD}\n{column[: len(column) // 2]}")) > COLUMN_LINES / 2
