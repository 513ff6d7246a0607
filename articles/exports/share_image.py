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

from articles.engine.text.phrases import ELLIPSIS, beginning, counted
from articles.exports.snapshot import Attestation, Reading, Standing

WIDTH, HEIGHT, EDGE = 1200, 630, 64
INSIDE = WIDTH - 2 * EDGE
# The colours of the site in the light, as in its style sheet.
PAPER, INK, SOFT, LINE = "#fffefa", "#1c1b19", "#5a554c", "#dcd7ca"
CUT, CUT_GROUND, ADD, ADD_GROUND = "#8f3606", "#fdebdd", "#0b4a91", "#e4eefa"
SIZES = (60, 52, 46, 40, 35)  # of the words, in points; the first at which they fit
WORDS_TOP, WORDS_BOTTOM, WORDS_BOTTOM_ALONE = 128, 352, 470
LEADING = 1.24  # of a line, in sizes
SMALL, SMALLER = 30, 25
STRIP = 412  # where the change begins
WORDS, CHANGED_WORDS = 60, 12  # of a printing that are drawn, for no more fit; and of a change
MISSING = "\uffff"  # no letter: how a font draws what it does not have
UNREADABLE = 0.1  # share of letters the font does not have from which the words are not drawn

Font = ImageFont.FreeTypeFont


@dataclass(frozen=True, slots=True)
class Side:
    """What one side of a change has: who prints it, and the words, which may be none."""

    who: str
    text: str


@dataclass(frozen=True, slots=True)
class Card:
    """What is drawn."""

    words: str
    speaker: str
    day: str
    counts: str
    code: str
    site: str
    sides: tuple[Side, Side] | None = None


def card_of(standing: Standing) -> Card:
    """The card of a lineage."""
    counts = [counted(standing.outlets, "outlet"), counted(len(standing.wordings), "wording")]
    return Card(
        words=beginning(standing.base_text, WORDS),
        speaker=standing.speaker or "Speaker not named",
        day=_day(standing.first),
        counts=" \N{MIDDLE DOT} ".join(counts),
        code=standing.code,
        site=standing.site,
        sides=_gravest(standing),
    )


def _day(first: Attestation) -> str:
    if first.said_on:
        return f"said on {first.said_on.day} {first.said_on:%B %Y}"
    return f"printed {first.printed.in_words}" if first.printed.in_words else ""


def _gravest(standing: Standing) -> tuple[Side, Side] | None:
    """The change most dangerous to the sense, the earliest of equals."""
    changed = [(reading, place) for place in standing.places for reading in place.readings[1:]]
    if not changed:
        return None
    reading, place = max(changed, key=lambda found: found[0].danger)
    return _side(standing, place.readings[0]), _side(standing, reading)


def _side(standing: Standing, reading: Reading) -> Side:
    first = standing.wordings[reading.wordings[0]]
    return Side(first.outlet or "Outlet not known", beginning(reading.text.strip(), CHANGED_WORDS))


def png(card: Card) -> bytes:
    """The card as a picture."""
    image = Image.new("RGB", (WIDTH, HEIGHT), PAPER)
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, 0, WIDTH, 12), fill=INK)
    _line(draw, EDGE, 48, card.site, _font("Semibold", SMALL), SOFT)
    _line_to(draw, WIDTH - EDGE, 51, card.code, _font("Regular", SMALLER), SOFT)
    _words(draw, card)
    if card.sides:
        _change(draw, card.sides)
    draw.line((EDGE, 536, WIDTH - EDGE, 536), fill=LINE, width=2)
    counts = _font("Semibold", SMALL)
    _line_to(draw, WIDTH - EDGE, 556, card.counts, counts, INK)
    who = ", ".join(filter(None, (card.speaker, card.day)))
    room = INSIDE - counts.getlength(card.counts) - 40
    _line(draw, EDGE, 556, _fitting(_readable(who), _font("Semibold", SMALL), room), _font("Semibold", SMALL), INK)
    written = BytesIO()
    # 64 colours found by octree: 25 KB instead of 80, and no slower, because there is less to compress.
    image.quantize(64, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE).save(written, "PNG")
    return written.getvalue()


def _words(draw: ImageDraw.ImageDraw, card: Card) -> None:
    """The quotation, in the largest letters in which it fits; cut where it does not fit in the smallest."""
    bottom = WORDS_BOTTOM if card.sides else WORDS_BOTTOM_ALONE
    text = _readable(card.words)
    words = (
        f"\N{LEFT DOUBLE QUOTATION MARK}{text}\N{RIGHT DOUBLE QUOTATION MARK}" if text else f"Words of {card.speaker}"
    )
    for size in SIZES:
        font = _font("Regular", size)
        lines = list(_broken(words, font))
        most = int((bottom - WORDS_TOP) // (size * LEADING))
        if len(lines) <= most:
            break
    else:
        lines = [*lines[: most - 1], _fitting(lines[most - 1] + " " + lines[most], font, INSIDE)]
    top = WORDS_TOP + max(0, (bottom - WORDS_TOP - len(lines) * size * LEADING) / 2)
    for at, line in enumerate(lines):
        _line(draw, EDGE, round(top + at * size * LEADING), line, font, INK)


def _change(draw: ImageDraw.ImageDraw, sides: tuple[Side, Side]) -> None:
    """Both sides of a change next to each other, told apart by more than colour."""
    wide = (INSIDE - 24) // 2
    for at, (side, ink, ground) in enumerate(zip(sides, (CUT, ADD), (CUT_GROUND, ADD_GROUND), strict=True)):
        left = EDGE + at * (wide + 24)
        draw.rounded_rectangle((left, STRIP, left + wide, STRIP + 104), radius=6, fill=ground)
        font, label = _font("Semibold", SMALL), _font("Regular", SMALLER)
        _line(draw, left + 20, STRIP + 12, _fitting(_readable(side.who), label, wide - 40), label, SOFT)
        text = _fitting(_readable(side.text), font, wide - 40)
        if not text:
            _line(draw, left + 20, STRIP + 52, "leaves it out" if at else "does not have it", font, ink)
            continue
        _line(draw, left + 20, STRIP + 52, text, font, ink)
        height = STRIP + (92 if at else 74)
        draw.line((left + 20, height, left + 20 + font.getlength(text), height), fill=ink, width=3)


def _line(draw: ImageDraw.ImageDraw, x: float, y: float, text: str, font: Font, ink: str) -> None:
    draw.text((x, y), text, font=font, fill=ink)


def _line_to(draw: ImageDraw.ImageDraw, x: float, y: float, text: str, font: Font, ink: str) -> None:
    """A line that ends at `x`."""
    draw.text((x - font.getlength(text), y), text, font=font, fill=ink)


def _broken(text: str, font: Font) -> Iterator[str]:
    """`text` in lines no wider than the picture has room for; a word wider than that is cut."""
    line = ""
    for word in text.split():
        longer = f"{line} {word}" if line else word
        if font.getlength(longer) <= INSIDE:
            line = longer
            continue
        if line:
            yield line
        line = _fitting(word, font, INSIDE)
    yield line


def _fitting(text: str, font: Font, room: float) -> str:
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


def _readable(text: str) -> str:
    """`text` in one line; nothing where too many of its letters cannot be drawn."""
    line = " ".join(text.split())
    letters = [letter for letter in line if letter.isalpha()]
    missing = sum(not _has(letter) for letter in letters)
    if missing > UNREADABLE * len(letters):
        return ""
    return "".join(letter for letter in line if letter == " " or _has(letter))


@cache
def _has(letter: str) -> bool:
    """Has the font this letter?"""
    font = _font("Regular", SMALLER)
    return bytes(font.getmask(letter)) != bytes(font.getmask(MISSING))


@cache
def _font(weight: str, size: int) -> Font:
    file = files("font_source_serif_pro") / "files" / f"SourceSerifPro-{weight}.ttf"
    return ImageFont.truetype(BytesIO(file.read_bytes()), size)
