"""Select the blocks of a page that are the article, from what an extractor found.

An extractor loses text: an empty ``<strong></strong>`` makes trafilatura drop the rest of a paragraph, and a quotation
that is one link, or a lead above the picture, drops out. Each paragraph that it found is looked up in the page, and is
taken as the page prints it; a block among these, of the same kind as they, is taken too.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice

from lxml.html import HtmlElement

from articles.engine.cleaning.boilerplate import match_line_rule
from articles.engine.cleaning.labels import Label
from articles.engine.cleaning.raw_paragraphs import RULE_PREFIX_LENGTH
from articles.engine.text.word_counts import count_words
from articles.importers.html_blocks import Block, Kind, get_key, get_kind, list_blocks
from articles.importers.html_trailers import find_trailers

MIN_KEY_LENGTH = 30  # letters by which a block is looked up in the middle of the extracted text
MIN_REPEATED_BYTES = 40  # of a line that is printed once only; a short answer of an interview may recur
MIN_TEXT_LENGTH = 20  # characters of a paragraph; a shorter one is taken among several of its kind
MIN_KIND_COUNT = 3
MIN_SENTENCE_LENGTH = 12  # of a line that ends like one, with which the text may begin
MIN_PROSE_LENGTH = 60
MAX_LEVELS = 2  # from prose up to the element that holds the paragraphs
MIN_LEAD_LENGTH = 40
MAX_DESCRIPTION_KEY = 400
MAX_BOX_SHARE = 0.3  # of the text in one box, and in all; where more stands there, the names mean something else
MAX_BOXES_SHARE = 0.5

_DROPPED_LABELS = (Label.LINK, Label.CHROME, Label.CAPTION)  # credits and bylines are evidence of provenance

_DOUBLE_MARKS = '"\N{LEFT DOUBLE QUOTATION MARK}\N{RIGHT DOUBLE QUOTATION MARK}\N{DOUBLE LOW-9 QUOTATION MARK}'

_SENTENCE_ENDINGS = (
    ".!?:\"')\N{RIGHT DOUBLE QUOTATION MARK}\N{LEFT DOUBLE QUOTATION MARK}\N{HORIZONTAL ELLIPSIS}"
    "\N{RIGHT-POINTING DOUBLE ANGLE QUOTATION MARK}"
)
_WIDE_ENDINGS = (
    "\N{IDEOGRAPHIC FULL STOP}\N{FULLWIDTH EXCLAMATION MARK}\N{FULLWIDTH QUESTION MARK}\N{RIGHT CORNER BRACKET}"
)
_LEAD_NAMES = re.compile(
    r"(?:^|[\s_-])(?:lead|lede|intro|introduction|teaser-?text|summary|stand-?first|dek|deck|sub-?(?:title|head(?:line|ing)?|heading)|"
    r"vorspann|excerpt|description|chapo|chapeau|ingress|sommario|entradilla|bajada|anrei[sß]er|abstract|synopsis|preamble|"
    r"article-?(?:lead|intro|summary|description))(?:$|[\s_-])",
    re.IGNORECASE,
)
_OUTSIDE_TAGS = frozenset({"nav", "footer", "form", "figure", "figcaption", "aside", "button", "dialog", "address"})
_OUTSIDE_NAMES = re.compile(
    r"(?:^|[\s_-])(?:related|recommend\w*|newsletter|promo\w*|share|sharing|social|comments?(?!-(?:enabled|open))|cookies?|consent|"
    r"trending|most-?read|sidebar|advert\w*|ads?|outbrain|taboola|breadcrumbs?|tags?|captions?|credits?|"
    r"author-?(?:box|info)|bio|biograph\w*|footer|more-?(?:on|from|stories)|subscri\w*|donat\w*|read-?more|see-?also|popular|"
    r"copyright|toolbar|hidden)(?:$|[\s_-])",
    re.IGNORECASE,
)


_WALL = re.compile(
    r"subscribe (?:now|today|to)\b.{0,40}(?:read|continue|unlock|access)|subscribe now|already a subscriber|"
    r"(?:log|sign) in to (?:continue|read|keep)|to (?:continue|keep) reading|this (?:article|content|story) is for "
    r"(?:subscribers|members)|(?:subscriber|member)s? only|for subscribers|unlock (?:this|the) (?:article|story)|"
    r"jetzt (?:weiterlesen|abonnieren|freischalten)|weiterlesen mit|mit .{0,20}(?:plus|\+|abo) weiterlesen|"
    r"nur für abonnenten|article (?:est )?réservé aux abonnés|il vous reste .{0,12}% de cet article|pour lire la suite|"
    r"para seguir leyendo|suscríbete para|contenido exclusivo para suscriptores|abbonati per|contenuto riservato|"
    r"logg inn for å lese|for å lese videre|läs vidare|bli prenumerant|lees verder met|только для подписчиков",
    re.IGNORECASE,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Selection:
    """The blocks of the article, and those below it on the page."""

    blocks: list[Block]
    below: list[Block]


def select_blocks(
    tree: HtmlElement,
    extracted: str,
    heading: HtmlElement | None,
    titles: Iterable[str],
    description: str,
    authors: Iterable[str] = (),
) -> Selection:
    """Select the blocks of the page that print the extracted text, with what was lost before and between them.

    Lines that repeat one of `titles` are dropped, and so are boxes, captions, other stories and what the page says of
    its `authors`. The lead of an article
    may stand apart from its text, under the `heading`; `description` is what the page says of itself, often its lead.
    """
    blocks = list_blocks(tree)
    chosen = _match_blocks(blocks, extracted)
    if not chosen:
        return Selection([], blocks)
    kinds = Counter(get_kind(blocks[k]) for k in chosen if not blocks[k].is_link)
    containers = Counter(blocks[k].element.getparent() for k in chosen)
    for k in range(min(chosen), max(chosen) + 1):
        if k not in chosen and _is_lost(blocks[k], kinds, containers):
            chosen.add(k)
    chosen -= _find_boxes(blocks, chosen, kinds)
    chosen -= find_trailers(blocks, chosen, authors)
    start = _find_first_paragraph(blocks, chosen)
    chosen = {k for k in chosen if k >= start} | _find_lead(blocks, start, heading, kinds, description)
    repeated = {key for title in titles if (key := get_key(title))}
    selected = []
    for k in sorted(chosen):
        key = blocks[k].key
        if key not in repeated and not is_wall(blocks[k].text) and not _is_boilerplate(blocks[k]):
            selected.append(blocks[k])
        if len(key.encode()) >= MIN_REPEATED_BYTES:
            repeated.add(key)
    return Selection(selected, [block for block in blocks[max(chosen, default=0) + 1 :] if not block.is_link])


def _is_boilerplate(block: Block) -> bool:
    """Return whether a line is no running text ("Read more: ...", "Menu", a caption) by the engine's rules."""
    has_quotes = any(mark in block.text for mark in _DOUBLE_MARKS)
    match = match_line_rule(block.text[:RULE_PREFIX_LENGTH], count_words(block.text), has_quotes)
    return match is not None and match[0] in _DROPPED_LABELS


def _is_date_or_byline(block: Block) -> bool:
    match = match_line_rule(block.text[:RULE_PREFIX_LENGTH], count_words(block.text), has_quotes=False)
    return match is not None and match[0] in (Label.DATE, Label.BYLINE)


def _is_lost(block: Block, kinds: Counter[Kind], containers: Counter[HtmlElement]) -> bool:
    """Return whether a block between chosen ones belongs to them: one of their kind, or prose in their container."""
    count = kinds[get_kind(block)]
    if is_outside(block.element):
        return False
    if block.is_link:  # a paragraph that quotes may be a link as a whole
        has_quotes = any(mark in block.text for mark in _DOUBLE_MARKS)
        return has_quotes and block.text[-1] in _SENTENCE_ENDINGS and count >= MIN_KIND_COUNT
    if count > 0 and (len(block.text) >= MIN_TEXT_LENGTH or count >= MIN_KIND_COUNT):
        return True
    around = islice(block.element.iterancestors(), MAX_LEVELS)
    is_prose = len(block.text) >= MIN_PROSE_LENGTH and block.text[-1] in _SENTENCE_ENDINGS
    return is_prose and any(containers[each] >= MIN_KIND_COUNT for each in around)


def _find_boxes(blocks: Sequence[Block], chosen: set[int], kinds: Counter[Kind]) -> set[int]:
    """Find the chosen blocks in boxes and captions, and those that are one link, unless most of the text is there."""
    total = sum(len(blocks[k].text) for k in chosen)
    around = {k: box for k in chosen if (box := find_box(blocks[k].element)) is not None}
    sizes: Counter[HtmlElement] = Counter()
    for k, box in around.items():
        sizes[box] += len(blocks[k].text)
    boxes = {k for k, box in around.items() if sizes[box] <= MAX_BOX_SHARE * total}
    if sum(len(blocks[k].text) for k in boxes) > MAX_BOXES_SHARE * total:
        boxes = set()
    links = {k for k in chosen if blocks[k].is_link and kinds[get_kind(blocks[k])] < MIN_KIND_COUNT}
    return boxes | links


def _find_first_paragraph(blocks: Sequence[Block], chosen: set[int]) -> int:
    """Find where the text begins: at the first sentence, after kickers, bylines and dates."""
    return next((k for k in sorted(chosen) if _is_sentence(blocks[k].text)), min(chosen, default=0))


def _is_sentence(text: str) -> bool:
    return (
        len(text) >= 100
        or (len(text) >= MIN_SENTENCE_LENGTH and text[-1] in _SENTENCE_ENDINGS)
        or (len(text) >= 8 and text[-1] in _WIDE_ENDINGS)
    )


def _find_lead(
    blocks: Sequence[Block], start: int, heading: HtmlElement | None, kinds: Counter[Kind], description: str
) -> set[int]:
    """Find the lead between the heading and the first paragraph."""
    above = next(
        (
            k
            for k in range(len(blocks))
            if heading is not None and blocks[k].element in (heading, *heading.iterdescendants())
        ),
        None,
    )
    described = get_key(description)[:MAX_DESCRIPTION_KEY]
    lead = set()
    for k in range(0 if above is None else above + 1, start):
        block = blocks[k]
        names = " ".join(block.element.get(name) or "" for name in ("class", "itemprop", "id", "data-testid"))
        is_described = len(block.key) >= MIN_KEY_LENGTH and (
            block.key.startswith(described[:60]) if described else False
        )
        is_lead = is_described or (
            above is not None and (_LEAD_NAMES.search(names) is not None or kinds[get_kind(block)] > 0)
        )
        if (
            is_lead
            and len(block.text) >= MIN_LEAD_LENGTH
            and not block.is_link
            and not _is_date_or_byline(block)
            and (is_described or not is_outside(block.element))
        ):
            lead.add(k)
    return lead


def _match_blocks(blocks: Sequence[Block], extracted: str) -> set[int]:
    """Return the places of the blocks whose text the extractor found; each line of it is one block, mostly."""
    wanted = [key for line in extracted.split("\n") if (key := get_key(line))]
    whole = "".join(wanted)
    counts = Counter(wanted)
    beginnings = {key[:MIN_KEY_LENGTH] for key in wanted if len(key) >= MIN_KEY_LENGTH} - {
        block.key[:MIN_KEY_LENGTH] for block in blocks if counts[block.key]
    }
    chosen: set[int] = set()
    for k, block in enumerate(blocks):
        key = block.key
        if not key:
            continue
        if counts[key] > 0:
            counts[key] -= 1
            chosen.add(k)
        elif len(key) >= MIN_KEY_LENGTH and (key in whole or key[:MIN_KEY_LENGTH] in beginnings):
            chosen.add(k)
            beginnings.discard(key[:MIN_KEY_LENGTH])
    return chosen


def find_box(element: HtmlElement) -> HtmlElement | None:
    """Find the nearest part of the page around an element that is no running text, by tags and names."""
    for each in (element, *element.iterancestors()):
        if each.tag in ("body", "html", "article", "main"):
            return None
        names = f"{each.get('class') or ''} {each.get('id') or ''}"
        if each.tag in _OUTSIDE_TAGS or _OUTSIDE_NAMES.search(names):
            return each
    return None


def is_outside(element: HtmlElement) -> bool:
    """Return whether an element stands in a part of the page that is no running text."""
    return find_box(element) is not None


def is_wall(text: str) -> bool:
    """Return whether a line asks to subscribe or to log in before the rest is shown."""
    return len(text) <= 300 and _WALL.search(text) is not None
