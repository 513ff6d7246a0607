"""Share image: the picture that chats and social media show beside a link.

1200 by 630 pixels: the words of Lavrov as large as they fit, the speaker and the day, and under them the most severe
change, with the numbers of outlets and wordings. The font is Source Serif Pro (SIL Open Font Licence), which covers
Latin, Greek and Cyrillic. Words in another script are not drawn as boxes: the picture then names the speaker.
"""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from io import BytesIO

from PIL import Image, ImageDraw, ImageFont

from articles.engine.comparison.collation import Reading
from articles.engine.text.phrases import ELLIPSIS, count_phrase, first_words
from articles.exports import SITE_NAME
from articles.queries.lineage_snapshot import LineageSnapshot, PrintingSnapshot

WIDTH, HEIGHT, MARGIN = 1200, 630, 64
INNER_WIDTH = WIDTH - 2 * MARGIN
# The colours of the site's light theme, as in its style sheet.
PAPER, INK, SOFT, LINE = "#fffefa", "#1c1b19", "#5a554c", "#dcd7ca"
CUT, CUT_GROUND, ADD, ADD_GROUND = "#8f3606", "#fdebdd", "#0b4a91", "#e4eefa"
FONT_SIZES = (60, 52, 46, 40, 35)  # pixels of the words; the first size at which they fit is used
WORDS_TOP, WORDS_BOTTOM, WORDS_BOTTOM_ALONE = 128, 352, 470
LEADING = 1.24  # height of a line, in font sizes
TEXT_SIZE, LABEL_SIZE = 30, 25
CHANGE_TOP = 412  # pixels from the top to the change
MAX_WORDS, MAX_CHANGED_WORDS = 60, 12  # words drawn of a printing, of which no more fit, and of a change
MISSING_GLYPH = "\uffff"  # not a character: fonts draw it as they draw every character that they lack
MAX_MISSING_SHARE = 0.1  # the words are not drawn if the font lacks more than this share of their letters

Font = ImageFont.FreeTypeFont


@dataclass(frozen=True, slots=True)
class CardSide:
    """One side of a change: the outlet that prints it, and its words, which may be none."""

    outlet_name: str
    text: str


@dataclass(frozen=True, slots=True)
class ShareCard:
    """Everything that the picture shows."""

    words: str
    speaker: str
    day: str
    counts: str
    code: str
    site: str
    sides: tuple[CardSide, CardSide] | None = None


def build_card(snapshot: LineageSnapshot) -> ShareCard:
    """Build the card of a lineage."""
    counts = [count_phrase(snapshot.descent.outlet_count, "outlet"), count_phrase(len(snapshot.wordings), "wording")]
    return ShareCard(
        words=first_words(snapshot.base_text, MAX_WORDS),
        speaker=snapshot.speaker_in_words or "Speaker not named",
        day=_format_day(snapshot.first),
        counts=" \N{MIDDLE DOT} ".join(counts),
        code=snapshot.code,
        site=SITE_NAME,
        sides=_find_most_severe_change(snapshot),
    )


def _format_day(first: PrintingSnapshot) -> str:
    said_on, printed = first.quote.said_on, first.article.printed_date.in_words
    if said_on:
        return f"said on {said_on.day} {said_on:%B %Y}"
    return f"published {printed}" if printed else ""


def _find_most_severe_change(snapshot: LineageSnapshot) -> tuple[CardSide, CardSide] | None:
    """Return both sides of the change with the highest severity, the earliest of equals."""
    changes = [(reading, place.readings[0]) for place in snapshot.collation.places for reading in place.readings[1:]]
    if not changes:
        return None
    reading, base = max(changes, key=lambda pair: pair[0].change.severity if pair[0].change else 0)
    return _build_side(snapshot, base), _build_side(snapshot, reading)


def _build_side(snapshot: LineageSnapshot, reading: Reading) -> CardSide:
    outlet = snapshot.wordings[reading.wordings[0]].first.outlet
    return CardSide(str(outlet or "Unknown outlet"), first_words(reading.text.strip(), MAX_CHANGED_WORDS))


def render_png(card: ShareCard) -> bytes:
    """Draw the card as a PNG."""
    image = Image.new("RGB", (WIDTH, HEIGHT), PAPER)
    draw = ImageDraw.Draw(image)
    bold, label = _load_font("Semibold", TEXT_SIZE), _load_font("Regular", LABEL_SIZE)
    draw.rectangle((0, 0, WIDTH, 12), fill=INK)
    draw.text((MARGIN, 48), card.site, SOFT, bold)
    draw.text((WIDTH - MARGIN - label.getlength(card.code), 51), card.code, SOFT, label)
    _draw_words(draw, card)
    if card.sides:
        _draw_change(draw, card.sides)
    draw.line((MARGIN, 536, WIDTH - MARGIN, 536), fill=LINE, width=2)
    counts_width = bold.getlength(card.counts)
    draw.text((WIDTH - MARGIN - counts_width, 556), card.counts, INK, bold)
    who = _drop_missing_glyphs(", ".join(filter(None, (card.speaker, card.day))))
    draw.text((MARGIN, 556), _truncate_to_width(who, bold, INNER_WIDTH - counts_width - 40), INK, bold)
    output = BytesIO()
    # A palette of 64 colours, found by octree: 25 KB instead of 80, and no slower, because less is compressed.
    image.quantize(64, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE).save(output, "PNG")
    return output.getvalue()


def _draw_words(draw: ImageDraw.ImageDraw, card: ShareCard) -> None:
    """Draw the quotation in the largest size in which it fits; truncate it where it does not fit in the smallest."""
    bottom = WORDS_BOTTOM if card.sides else WORDS_BOTTOM_ALONE
    text = _drop_missing_glyphs(card.words)
    words = f"\u201c{text}\u201d" if text else f"Words of {card.speaker}"
    for size in FONT_SIZES:
        font = _load_font("Regular", size)
        lines = list(_wrap_text(words, font))
        most = int((bottom - WORDS_TOP) // (size * LEADING))
        if len(lines) <= most:
            break
    else:
        lines = [*lines[: most - 1], _truncate_to_width(lines[most - 1] + " " + lines[most], font, INNER_WIDTH)]
    top = WORDS_TOP + max(0, (bottom - WORDS_TOP - len(lines) * size * LEADING) / 2)
    for at, line in enumerate(lines):
        draw.text((MARGIN, round(top + at * size * LEADING)), line, INK, font)


def _draw_change(draw: ImageDraw.ImageDraw, sides: tuple[CardSide, CardSide]) -> None:
    """Draw both sides of a change next to each other, distinguished by more than colour."""
    font, label = _load_font("Semibold", TEXT_SIZE), _load_font("Regular", LABEL_SIZE)
    width = (INNER_WIDTH - 24) // 2
    for at, (side, ink, ground) in enumerate(zip(sides, (CUT, ADD), (CUT_GROUND, ADD_GROUND), strict=True)):
        left = MARGIN + at * (width + 24)
        draw.rounded_rectangle((left, CHANGE_TOP, left + width, CHANGE_TOP + 104), radius=6, fill=ground)
        outlet = _truncate_to_width(_drop_missing_glyphs(side.outlet_name), label, width - 40)
        draw.text((left + 20, CHANGE_TOP + 12), outlet, SOFT, label)
        text = _truncate_to_width(_drop_missing_glyphs(side.text), font, width - 40)
        nothing = "leaves it out" if at else "does not have it"
        draw.text((left + 20, CHANGE_TOP + 52), text or nothing, ink, font)
        if text:
            height = CHANGE_TOP + (92 if at else 74)
            draw.line((left + 20, height, left + 20 + font.getlength(text), height), fill=ink, width=3)


def _wrap_text(text: str, font: Font) -> Iterator[str]:
    """Yield lines no wider than the picture; truncate a word that is wider."""
    line = ""
    for word in text.split():
        longer = f"{line} {word}" if line else word
        if font.getlength(longer) <= INNER_WIDTH:
            line = longer
            continue
        if line:
            yield line
        line = _truncate_to_width(word, font, INNER_WIDTH)
    yield line


def _truncate_to_width(text: str, font: Font, room: float) -> str:
    """Return `text` cut to the width `room` in pixels, with an ellipsis where something was cut."""
    if font.getlength(text) <= room:
        return text
    lengths = range(1, len(text) + 1)
    fitting = bisect_right(lengths, room, key=lambda length: font.getlength(text[:length] + ELLIPSIS))
    return text[:fitting].rstrip() + ELLIPSIS


def _drop_missing_glyphs(text: str) -> str:
    """Return `text` on one line without letters that the font lacks; nothing where too many are lacking."""
    line = " ".join(text.split())
    letters = [letter for letter in line if letter.isalpha()]
    missing = sum(not _has_glyph(letter) for letter in letters)
    if missing > MAX_MISSING_SHARE * len(letters):
        return ""
    return "".join(letter for letter in line if letter == " " or _has_glyph(letter))


@cache
def _has_glyph(letter: str) -> bool:
    font = _load_font("Regular", LABEL_SIZE)
    return bytes(font.getmask(letter)) != bytes(font.getmask(MISSING_GLYPH))


@cache
def _load_font(weight: str, size: int) -> Font:
    file = files("font_source_serif_pro") / "files" / f"SourceSerifPro-{weight}.ttf"
    return ImageFont.truetype(BytesIO(file.read_bytes()), size)
