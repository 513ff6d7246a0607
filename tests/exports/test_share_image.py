"""The share image is a small PNG of any words, without boxes for missing letters."""

from io import BytesIO

import pytest
from PIL import Image

from articles.exports.share_image import CardSide, ShareCard, build_card, render_png
from tests.support.snapshots import make_snapshot

CARD = ShareCard("It is a colossal mistake", "Sergey Lavrov", "", "2 outlets", "7KQ2M9X4VD", "Quote provenance")
LIGHT = 60_000  # bytes
ARABIC = "\u064a\u062c\u0628 \u0623\u0646 \u0646\u0648\u0642\u0641"
RUSSIAN = "\u041c\u044b \u0434\u043e\u043b\u0436\u043d\u044b"


def render(card: ShareCard) -> Image.Image:
    content = render_png(card)
    assert len(content) < LIGHT
    image = Image.open(BytesIO(content))
    image.load()
    return image.convert("RGB")


@pytest.mark.parametrize(
    "words",
    [
        *("", "no", "word " * 200, "Donaudampfschifffahrt" * 40, RUSSIAN * 30, ARABIC),
        *("\x00\n\u202e\U0001f600 x", "e\u0301" * 50),
    ],
)
def test_render_png_draws_any_words(words: str) -> None:
    card = ShareCard(
        words, words, words, "2 outlets", "7KQ2M9X4VD", "Quote provenance", (CardSide(words, words), CardSide("", ""))
    )
    assert render(card).size == (1200, 630)


def test_card_has_the_words_and_the_most_severe_change() -> None:
    card = build_card(make_snapshot())
    assert card.words.startswith("the army (life has proved it)")
    assert (card.speaker, card.day) == ("Sergey Lavrov", "said on 17 November 2015")
    assert card.sides == (CardSide("OffGuardian", "(life has proved it)"), CardSide("SANA", ""))
    colours = {colour for _, colour in render(card).getcolors(1 << 20) or []}
    assert len(colours) > 16


def test_render_png_leaves_out_words_when_the_font_lacks_their_script() -> None:
    without = render(ShareCard("", CARD.speaker, "", CARD.counts, CARD.code, CARD.site))
    assert render(ShareCard(ARABIC, CARD.speaker, "", CARD.counts, CARD.code, CARD.site)).tobytes() == without.tobytes()
    assert (
        render(ShareCard(RUSSIAN, CARD.speaker, "", CARD.counts, CARD.code, CARD.site)).tobytes() != without.tobytes()
    )
