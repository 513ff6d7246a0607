"""What does a lineage look like where a link to it is shown?

A picture of 1200 by 630 points, as chats and social media show beside a link: the words of Lavrov as large as they fit,
who spoke and when, and under them the gravest change - "the Islamic State" struck through, as OffGuardian has it, and
"ISIS" underlined, as SANA prints - with how many outlets print the words in how many wordings.

The letters are those of Source Serif Pro (SIL Open Font Licence), which has Latin, Greek and Cyrillic. Words in a
script it has no letters for are not drawn as boxes: the picture then says who spoke, and how many printed it.

Left to others: which words and changes (`articles.views.share_images`), keeping what was drawn (there too).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from io import BytesIO

from PIL import Image, ImageDraw, ImageFont

from articles.engine.text.phrases import ELLIPSIS, count_phrase, first_words
from articles.exports.snapshot import LineageSnapshot, PrintingSnapshot, ReadingSnapshot

WIDTH, HEIGHT, MARGIN = 1200, 630, 64
INNER_WIDTH = WIDTH - 2 * MARGIN
# The colours of the site in the light, as in its style sheet.
PAPER, INK, SOFT, LINE = "#fffefa", "#1c1b19", "#5a554c", "#dcd7ca"
CUT, CUT_GROUND, ADD, ADD_GROUND = "#8f3606", "#fdebdd", "#0b4a91", "#e4eefa"
FONT_SIZES = (60, 52, 46, 40, 35)  # of the words, in points; the first at which they fit
WORDS_TOP, WORDS_BOTTOM, WORDS_BOTTOM_ALONE = 128, 352, 470
LEADING = 1.24  # of a line, in sizes
TEXT_SIZE, LABEL_SIZE = 30, 25
CHANGE_TOP = 412  # where the change begins
MAX_WORDS, MAX_CHANGED_WORDS = 60, 12  # of a printing that are drawn, for no more fit; and of a change
MISSING_GLYPH = "\uffff"  # no letter: how a font draws what it does not have
MAX_MISSING_SHARE = 0.1  # share of letters the font does not have from which the words are not drawn

Font = ImageFont.FreeTypeFont


@dataclass(frozen=True, slots=True)
class CardSide:
    """What one side of a change has: who prints it, and the words, which may be none."""

    outlet_name: str
    text: str


@dataclass(frozen=True, slots=True)
class ShareCard:
    """What is drawn."""

    words: str
    speaker: str
    day: str
    counts: str
    code: str
    site: str
    sides: tuple[CardSide, CardSide] | None = None


def build_card(standing: LineageSnapshot) -> ShareCard:
    """The card of a lineage."""
    counts = [count_phrase(standing.outlet_count, "outlet"), count_phrase(len(standing.wordings), "wording")]
    return ShareCard(
        words=first_words(standing.base_text, MAX_WORDS),
        speaker=standing.speaker or "Speaker not named",
        day=_format_day(standing.first),
        counts=" \N{MIDDLE DOT} ".join(counts),
        code=standing.code,
        site=standing.site,
        sides=_find_most_severe_change(standing),
    )


def _format_day(first: PrintingSnapshot) -> str:
    if first.said_on:
        return f"said on {first.said_on.day} {first.said_on:%B %Y}"
    return f"printed {first.published.in_words}" if first.published.in_words else ""


def _find_most_severe_change(standing: LineageSnapshot) -> tuple[CardSide, CardSide] | None:
    """The change most dangerous to the sense, the earliest of equals."""
    changed = [(reading, place) for place in standing.places for reading in place.readings[1:]]
    if not changed:
        return None
    reading, place = max(changed, key=lambda found: found[0].severity)
    return _build_side(standing, place.readings[0]), _build_side(standing, reading)


def _build_side(standing: LineageSnapshot, reading: ReadingSnapshot) -> CardSide:
    first = standing.wordings[reading.wordings[0]]
    return CardSide(first.outlet or "Outlet not known", first_words(reading.text.strip(), MAX_CHANGED_WORDS))


def render_png(card: ShareCard) -> bytes:
    """The card as a picture."""
    image = Image.new("RGB", (WIDTH, HEIGHT), PAPER)
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, 0, WIDTH, 12), fill=INK)
    _draw_text(draw, MARGIN, 48, card.site, _load_font("Semibold", TEXT_SIZE), SOFT)
    _draw_text_right_aligned(draw, WIDTH - MARGIN, 51, card.code, _load_font("Regular", LABEL_SIZE), SOFT)
    _draw_words(draw, card)
    if card.sides:
        _draw_change(draw, card.sides)
    draw.line((MARGIN, 536, WIDTH - MARGIN, 536), fill=LINE, width=2)
    counts = _load_font("Semibold", TEXT_SIZE)
    _draw_text_right_aligned(draw, WIDTH - MARGIN, 556, card.counts, counts, INK)
    who = ", ".join(filter(None, (card.speaker, card.day)))
    room = INNER_WIDTH - counts.getlength(card.counts) - 40
    _draw_text(
        draw,
        MARGIN,
        556,
        _truncate_to_width(_drop_missing_glyphs(who), _load_font("Semibold", TEXT_SIZE), room),
        _load_font("Semibold", TEXT_SIZE),
        INK,
    )
    written = BytesIO()
    # 64 colours found by octree: 25 KB instead of 80, and no slower, because there is less to compress.
    image.quantize(64, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE).save(written, "PNG")
    return written.getvalue()


def _draw_words(draw: ImageDraw.ImageDraw, card: ShareCard) -> None:
    """The quotation, in the largest letters in which it fits; cut where it does not fit in the smallest."""
    bottom = WORDS_BOTTOM if card.sides else WORDS_BOTTOM_ALONE
    text = _drop_missing_glyphs(card.words)
    words = (
        f"\N{LEFT DOUBLE QUOTATION MARK}{text}\N{RIGHT DOUBLE QUOTATION MARK}" if text else f"Words of {card.speaker}"
    )
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
        _draw_text(draw, MARGIN, round(top + at * size * LEADING), line, font, INK)


def _draw_change(draw: ImageDraw.ImageDraw, sides: tuple[CardSide, CardSide]) -> None:
    """Both sides of a change next to each other, told apart by more than colour."""
    wide = (INNER_WIDTH - 24) // 2
    for at, (side, ink, ground) in enumerate(zip(sides, (CUT, ADD), (CUT_GROUND, ADD_GROUND), strict=True)):
        left = MARGIN + at * (wide + 24)
        draw.rounded_rectangle((left, CHANGE_TOP, left + wide, CHANGE_TOP + 104), radius=6, fill=ground)
        font, label = _load_font("Semibold", TEXT_SIZE), _load_font("Regular", LABEL_SIZE)
        _draw_text(
            draw,
            left + 20,
            CHANGE_TOP + 12,
            _truncate_to_width(_drop_missing_glyphs(side.outlet_name), label, wide - 40),
            label,
            SOFT,
        )
        text = _truncate_to_width(_drop_missing_glyphs(side.text), font, wide - 40)
        if not text:
            _draw_text(draw, left + 20, CHANGE_TOP + 52, "leaves it out" if at else "does not have it", font, ink)
            continue
        _draw_text(draw, left + 20, CHANGE_TOP + 52, text, font, ink)
        height = CHANGE_TOP + (92 if at else 74)
        draw.line((left + 20, height, left + 20 + font.getlength(text), height), fill=ink, width=3)


def _draw_text(draw: ImageDraw.ImageDraw, x: float, y: float, text: str, font: Font, ink: str) -> None:
    draw.text((x, y), text, font=font, fill=ink)


def _draw_text_right_aligned(draw: ImageDraw.ImageDraw, x: float, y: float, text: str, font: Font, ink: str) -> None:
    """A line that ends at `x`."""
    draw.text((x - font.getlength(text), y), text, font=font, fill=ink)


def _wrap_text(text: str, font: Font) -> Iterator[str]:
    """`text` in lines no wider than the picture has room for; a word wider than that is cut."""
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
    """As many whole letters of `text` as there is room for; an ellipsis says that there are more."""
    if font.getlength(text) <= room:
        return text
    first, last = 0, len(text)
    while first < last:
        middle = (first + last + 1) // 2
        if font.getlength(text[:middle] + ELLIPSIS) <= room:
            first = middle
        else:
            last = middle - 1
    return text[:first].rstrip() + ELLIPSIS


def _drop_missing_glyphs(text: str) -> str:
    """`text` in one line; nothing where too many of its letters cannot be drawn."""
    line = " ".join(text.split())
    letters = [letter for letter in line if letter.isalpha()]
    missing = sum(not _has_glyph(letter) for letter in letters)
    if missing > MAX_MISSING_SHARE * len(letters):
        return ""
    return "".join(letter for letter in line if letter == " " or _has_glyph(letter))


@cache
def _has_glyph(letter: str) -> bool:
    """Has the font this letter?"""
    font = _load_font("Regular", LABEL_SIZE)
    return bytes(font.getmask(letter)) != bytes(font.getmask(MISSING_GLYPH))


@cache
def _load_font(weight: str, size: int) -> Font:
    file = files("font_source_serif_pro") / "files" / f"SourceSerifPro-{weight}.ttf"
    return ImageFont.truetype(BytesIO(file.read_bytes()), size)
