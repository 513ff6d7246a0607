"""Which paragraphs of this page are the article?

A page saved as plain text brings its menus, cookie notices, captions, "Check Also" lists, comments and registration
forms along. OffGuardian's copy of the TASS dispatch opens with "Comments 4" and ends with readers' remarks (" 1.
Guest says"); SANA's ends with ``Check Also`` and the headline of another story, quotation marks and all. `clean`
gives every paragraph a label and the name of the rule that chose it. Nothing is cut: the stored text is evidence,
and a reader of the page can unfold what was labelled away.

Two kinds of rule decide. A *line rule* knows a paragraph by its own words ("READ MORE:", "(c) AP Photo", "10 Sep,
2015 14:50"). A *section rule* knows what a heading opens: after "Leave a Reply" nothing is article any more, after
"Related stories" only a real paragraph is.

Left to others: HTML (`readers` know the body of a page by its markup), and which words of the body are quoted and
by whom (`extraction`).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from itertools import pairwise


class Label(StrEnum):
    """What a paragraph is. Only `BODY` yields quotations."""

    TITLE = "title"
    SUBHEADING = "subheading"
    BYLINE = "byline"
    DATE = "date"
    CREDIT = "credit"
    BODY = "body"
    CAPTION = "caption"
    LINK = "link"
    COMMENT = "comment"
    CHROME = "chrome"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A labelled stretch of the original text: offsets in code points, without the blanks around it."""

    start: int
    end: int
    label: Label
    rule: str


#: A headline is short: the longest of the 929 headlines measured (training and development articles, seeds) has 27
#: words.
HEADLINE_WORDS = 30
#: Furniture ("Get short URL", "Log in") is short too; a longer paragraph must be known by its own words.
FURNITURE_WORDS = 40
#: A paragraph this long after a list of links is the article going on, not the teaser of another story.
RESUMING_WORDS = 20
#: Paragraphs this long, with a full stop, begin the article; shorter ones are menus, unless they quote.
LEAD_WORDS = 8
#: "3 comments" above fewer words of article than this is a counter near the headline, not the heading of the comments.
COMMENTED_WORDS = 40
#: Line rules look at the beginning of a paragraph only, so that a line of a megabyte costs no more than a short one.
LOOKED_AT = 400
#: Share of capitalised words from which a line reads as a headline in title case.
TITLE_CASE = 0.6
#: A text is hard-wrapped when this share of its lines that are followed directly by another are this many characters
#: wide.
WRAPPED_SHARE, WRAPPED_WIDTH = 0.8, (50, 90)


def clean(text: str, *, title: str | None = None) -> tuple[Paragraph, ...]:
    """Label the paragraphs of an article saved as plain text.

    `title`, where known, marks the headline; otherwise the last headline-like line before the article is taken for it.

    >>> text = "Menu\\n\\nUS spares IS\\n\\nIt is so, the minister said in Moscow on Tuesday.\\n"
    >>> [(p.label.value, text[p.start : p.end][:12]) for p in clean(text)]
    [('chrome', 'Menu'), ('title', 'US spares IS'), ('body', 'It is so, th')]
    """
    blocks = list(_blocks(text))
    known = _line_rules(blocks)
    lead = _lead(blocks, known)
    found = _before_the_article(blocks[:lead], known[:lead]) + _article_and_after(blocks[lead:], known[lead:])
    found = _with_title(blocks, found, lead, title)
    return tuple(Paragraph(b.start, b.end, label, rule) for b, (label, rule) in zip(blocks, found, strict=True))


# --- Blocks ----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Block:
    """A paragraph before it has a label: its place, the beginning of its words, and what stands above it."""

    start: int
    end: int
    head: str
    words: int
    last: str
    touches: bool
    quotes: bool

    @property
    def finished(self) -> bool:
        """Does it end as a sentence does? A single closing mark alone does not: "Leaving out Syria army 'absurd'"."""
        return self.last[-1] in _ENDS_A_SENTENCE and not (self.last[-1] in _SINGLE_MARKS and self.last[0].isalnum())


Finding = tuple[Label, str]

_ENDS_A_SENTENCE = frozenset(
    ".!?:;\"'\N{RIGHT DOUBLE QUOTATION MARK}\N{RIGHT SINGLE QUOTATION MARK})]\N{HORIZONTAL ELLIPSIS}"
    "\N{RIGHT-POINTING DOUBLE ANGLE QUOTATION MARK}\N{LEFT DOUBLE QUOTATION MARK}"
)
_SINGLE_MARKS = "'\N{RIGHT SINGLE QUOTATION MARK}"
_DOUBLE_MARKS = re.compile(
    '["\N{LEFT DOUBLE QUOTATION MARK}\N{RIGHT DOUBLE QUOTATION MARK}\N{DOUBLE LOW-9 QUOTATION MARK}'
    "\N{LEFT-POINTING DOUBLE ANGLE QUOTATION MARK}]"
)
_LINE = re.compile(r"[^\n]+")
#: A text of very many lines that have so few characters on average is a column of figures or words and no article:
#: its tiny lines are read as paragraphs of some hundred lines. The seed with most lines has 300, of 60 on average.
COLUMN_LINES, COLUMN_WIDTH = 20_000, 20
_LINES_OF_A_COLUMN = re.compile(r"(?:[^\n]{1,16}\n++){2,400}+|[^\n]++")


def _blocks(text: str) -> Iterator[_Block]:
    """The paragraphs of the text: its lines, or, where lines were wrapped at a fixed width, runs of lines."""
    count = text.count("\n")
    column = count > COLUMN_LINES and len(text) < COLUMN_WIDTH * count
    lines = [(m.start(), m.end()) for m in (_LINES_OF_A_COLUMN if column else _LINE).finditer(text)]
    lines = [(start, end) for start, end in lines if not text[start:end].isspace()]
    if _hard_wrapped(text, lines):
        lines = _joined(text, lines)
    previous_end = -2
    for start, end in lines:
        content = text[start:end].strip()
        first = start + text[start:end].index(content[0])
        yield _Block(
            start=first,
            end=first + len(content),
            head=content[:LOOKED_AT],
            words=len(content.split()),
            last=content[-2:],
            touches=start - previous_end <= 1,
            quotes=_DOUBLE_MARKS.search(content) is not None,
        )
        previous_end = end


def _hard_wrapped(text: str, lines: list[tuple[int, int]]) -> bool:
    """Were the lines broken at a fixed width (as mail and wire copy is), so that a paragraph is a run of lines?"""
    followed = [(a, b) for (a, b), (c, _) in pairwise(lines) if c == b + 1]
    if len(followed) < 4:
        return False
    low, high = WRAPPED_WIDTH
    wide = sum(low <= b - a <= high and text[b - 1] not in ".:" for a, b in followed)
    return wide >= WRAPPED_SHARE * len(followed)


def _joined(text: str, lines: list[tuple[int, int]]) -> list[tuple[int, int]]:
    joined: list[tuple[int, int]] = []
    for start, end in lines:
        if joined and start == joined[-1][1] + 1 and not text[start].isspace():
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined


# --- Line rules: a paragraph known by its own words ------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _LineRule:
    label: Label
    name: str
    pattern: re.Pattern[str]
    words: int
    needs: tuple[str, ...]


def _rule(
    label: Label, name: str, pattern: str, words: int = FURNITURE_WORDS, needs: tuple[str, ...] = ()
) -> _LineRule:
    """`needs`: the pattern, dear to try, fits no line without one of these (in lower case)."""
    return _LineRule(label, name, re.compile(pattern, re.IGNORECASE), words, needs)


_MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?"
_DAY_NAME = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?"
_DATE = (
    rf"(?:{_DAY_NAME},? ?)?(?:\d{{1,2}}(?:st|nd|rd|th)? {_MONTH},? \d{{4}}|{_MONTH} \d{{1,2}}(?:st|nd|rd"
    rf"|th)?,? \d{{4}}"
)
_DATE += r"|\d{4}-\d\d-\d\d|\d{1,2}[./]\d{1,2}[./]\d{2,4})"
_TIME = r"\d{1,2}[:.]\d\d(?::\d\d)? ?(?:[ap]\.?m\.?)?(?: ?\(?(?:gmt|utc|est|edt|et|cet|msk|bst)\)?)?"
_AGENCY = (
    r"(?:ap(?: photo)?|afp(?: photo)?|reuters|getty(?: images)?|epa(?:-efe)?|tass|sputnik|ria novosti|sana|xinhua"
    r"|upi|"
    r"shutterstock|flickr|wikimedia(?: commons)?|anadolu|bloomberg|pool|dpa|pa|istock|alamy|rt|youtube|twitter"
    r"|facebook)"
)
#: In order: the first that fits decides. `words` is how long such a paragraph may be at most.
_LINE_RULES = (
    _rule(
        Label.DATE,
        "date-line",
        rf"(?:(?:posted|published|updated|last (?:updated|modified)|date)(?: on| at)?:? ?)?"
        rf"(?:{_TIME},? ?(?:on )?)?{_DATE},?(?: (?:at |- |\| )?{_TIME})?(?: register| \|.*)?$",
        14,
    ),
    _rule(
        Label.CHROME,
        "share-bar",
        r"(?:share(?: this| on| via|$)|tweet(?: this)?$|facebook|twitter|pinterest|whatsapp|linkedin|reddit"
        r"|e-?mail(?: this)?|print(?: this)?"
        r"|copy link|flipboard|telegram)(?:[ |/,\u00b7]*(?:share|tweet|this|on|via|article|story|page|facebook"
        r"|twitter|x|pinterest|whatsapp|linkedin|reddit"
        r"|e-?mail|print|copy|link|url|flipboard|telegram|vk|comments?|\d+))*$",
        20,
    ),
    _rule(
        Label.CHROME,
        "share-bar",
        r"(?:get short url|short url|save (?:for later|article)|bookmark|(?:text|font) size|a[+-]"
        r"|follow us\b.{0,60}|like us on\b.{0,40})$",
        12,
    ),
    _rule(Label.DATE, "time-line", rf"(?:updated |published )?{_TIME} ?(?:[+-]\d+ ?)?(?:{_DATE})?$", 8),
    _rule(
        Label.CREDIT,
        "picture-credit",
        r"(?:\N{COPYRIGHT SIGN}|\(c\)) ?.{0,80}(?:/|photo|getty|images|press|reuters)",
        20,
    ),
    _rule(
        Label.CREDIT,
        "picture-credit",
        r"(?:photo(?:graph)?s?|image|picture|credit|illustration|video|graphic)"
        r"(?: credit| by| courtesy(?: of)?)* ?[:/\N{COPYRIGHT SIGN}].{0,100}$",
        16,
    ),
    _rule(
        Label.CREDIT,
        "picture-credit",
        rf"\(?(?:(?:photo|image|picture)s? )?(?:by )?(?:[\w.'-]+ ){{0,4}}?[/|,]? ?(?:via )?"
        rf"{_AGENCY}(?: ?[/|] ?.{{1,40}})?\)?$",
        9,
    ),
    _rule(Label.CREDIT, "agency-line", r"(?:source: ?|via ?)?[\w .'&-]{2,40} reports?:$", 8),
    _rule(
        Label.CREDIT,
        "agency-line",
        r"(?:source|originally (?:published|appeared) (?:at|in|on|by)|first published|via)\b ?:? .{0,100}$",
        16,
    ),
    _rule(
        Label.CAPTION,
        "caption-words",
        r"(?:in this (?:\w+ ){0,3}(?:photo|image|picture|frame|screen ?grab|photograph|still)\b"
        r"|file(?: photo)?(?:: | ?[-\N{EN DASH}\N{EM DASH}] )|file photo\b|pictured(?: here)?[:,]? |photo shows\b"
        r"|(?:the|an?|this) (?:handout |file |undated |combination |screen ?grab |satellite |video )*"
        r"(?:photo|picture|image|photograph|grab|frame)(?: \w+)? (?:released|taken|provided|shows?|made|grabbed"
        r"|captured|posted))",
        120,
    ),
    _rule(
        Label.BYLINE,
        "byline",
        r"(?:by|from|story by|written by|text by|author:|reported by) "
        r"(?-i:(?:[A-Z][\w.'\N{RIGHT SINGLE QUOTATION MARK}-]+,? ?(?:and |& )?){2,8})(?:,.{0,60}|\|.{0,60})?$",
        16,
    ),
    _rule(Label.BYLINE, "desk-names", r"(?-i:[A-Z]\w+(?: [A-Z][\w.]*)?/[A-Z]\w+ ?[A-Z]?\w*(?: [A-Z]\w+)?)$", 5),
    _rule(
        Label.BYLINE, "desk-names", r"\((?:reporting|additional reporting|writing|editing|compiled) by .{0,300}$", 60
    ),
    _rule(
        Label.BYLINE,
        "about-the-author",
        r"(?:follow|contact|e-?mail|reach)\b.{0,80}(?:@| on (?:twitter|facebook)\b)",
        40,
    ),
    _rule(
        Label.LINK,
        "read-more",
        r"(?:read|see|watch|listen|view|more|related|also)(?: ?(?:more|also|next|read|on this|here|"
        r"stor(?:y|ies)|articles?|news|coverage|links?|topics?|video))*:(?: |$)",
        40,
    ),
    _rule(
        Label.LINK,
        "read-more",
        r"(?:read (?:more|also|next|the (?:rest|full))|see also|also read|more on this|continue reading"
        r"|keep reading|click (?:here|to)|don'?t miss|tap here)\b(?!.*\bsaid\b)",
        24,
    ),
    _rule(
        Label.LINK,
        "media-link",
        r"(?:listen(?: to)?|watch|view|see|download)\b (?:live$|now$|the |this |our |it |more ).{0,80}"
        r"(?:interview|video|audio|clip|podcast|gallery|photos?|below|above|here|slideshow|full)\b.{0,40}$",
        14,
    ),
    _rule(Label.LINK, "trail", r"(?:home|news|world|main)(?: ?[/>\u00bb] ?[\w &'-]{2,40})+$", 14),
    _rule(Label.COMMENT, "comment-head", r"\d{1,4}[.)] ?(?:[\w.'@-]+ ){1,4}says:?$", 6),
    _rule(
        Label.COMMENT,
        "comment-head",
        r"(?:\d{1,4}[.)] ?)?(?:[\w.'@-]+ ){1,4}(?:says|wrote|said|commented|replied)"
        rf":? (?:on )?(?:{_DATE}|\d+ (?:minute|hour|day|week|month|year)s? ago).{{0,30}}$",
        16,
    ),
    _rule(
        Label.COMMENT,
        "comment-head",
        rf"(?:[\w.'@-]+ ){{1,4}}(?:on |\|? ?[-\N{{EN DASH}}] )?{_DATE}(?: at)? {_TIME}"
        r"(?: ?(?:reply|permalink).*)?$",
        14,
    ),
    _rule(
        Label.COMMENT,
        "comment-tools",
        r"(?:like ?(?:\u00b7|\|) ?reply|reply(?: ?(?:\u00b7|\||to this).{0,40})?$|\d+ likes?$|report (?:abuse"
        r"|comment)"
        r"|flag(?: ?as inappropriate|sharelikereply)|permalink|view (?:all )?(?:\d+ )?(?:comments|replies))",
        12,
    ),
    _rule(
        Label.CHROME,
        "cookie-notice",
        r".{0,200}(?:\b(?:we|site|website|partners)\b.{0,40} uses? cookies|(?:accept|reject|manage) (?:all )?cookies"
        r"|cookie (?:policy|settings|preferences|notice)|consent to (?:the|our) use of cookies)",
        120,
        needs=("cookie",),
    ),
    _rule(
        Label.CHROME,
        "privacy-notice",
        r"(?:privacy (?:policy|notice|settings)|terms (?:of (?:use|service)|and conditions)"
        r"|.{0,120}updated our privacy policy|.{0,160}(?:processing|process) your (?:personal )?data"
        r"|.{0,60}general data protection regulation)",
        90,
        needs=("privacy", "terms", "data"),
    ),
    _rule(
        Label.CHROME,
        "newsletter",
        r"(?:sign ?up|subscribe|get|receive|join|enter your e-?mail)\b.{0,120}"
        r"(?:newsletters?|inbox|mailing list|e-?mail (?:address|alerts?|updates?)|daily briefing|for free"
        r"|our channel|telegram|push notifications)",
        50,
    ),
    _rule(
        Label.CHROME,
        "newsletter",
        r"(?:thank you for (?:subscribing|signing up)|you have successfully subscribed"
        r"|please enter a valid e-?mail|newsletter$"
        r"|(?:subscribe|sign up)(?: now| today| here)?[.!]?$)",
        20,
    ),
    _rule(
        Label.CHROME,
        "account",
        r"(?:log ?in|sign ?in|log ?out|register|registration|forgot (?:your )?password|password recovery"
        r"|create (?:an )?account"
        r"|my account|delete account|already (?:a )?(?:subscribe[rd]|have an account))\b.{0,60}$",
        14,
    ),
    _rule(
        Label.CHROME,
        "advertisement",
        r"(?:advertisements?|sponsored(?: content)?|promoted(?: content)?|ads? by .{0,30}"
        r"|story continues below.{0,30}|article continues.{0,40}|(?:scroll|skip) .{0,40})$",
        10,
    ),
    _rule(
        Label.CHROME,
        "copyright",
        r"(?:.{0,100}all rights reserved|copyright (?:\N{COPYRIGHT SIGN}|\(c\)|\d{4})|(?:\N{COPYRIGHT SIGN}"
        r"|\(c\)) ?\d{4}"
        r"|.{0,60}may not be (?:published|reproduced|reprinted))",
        60,
        needs=("rights reserved", "copyright", "\N{COPYRIGHT SIGN}", "(c)", "may not be"),
    ),
    _rule(
        Label.CHROME,
        "registration-wall",
        r"(?:you have (?:\d+|reached).{0,60}(?:articles?|stories|limit)|this (?:article"
        r"|content) is (?:only )?(?:available )?(?:for|to) "
        r"(?:subscribers|members)|to (?:continue|keep) reading\b|support (?:our|independent) journalism"
        r"|please (?:enable|turn on|disable) (?:javascript|your ad))",
        40,
    ),
    _rule(
        Label.CHROME,
        "menu",
        r"(?:menu|search|close|home|back to top|skip to (?:main )?content|navigation|listen live|live"
        r"|toggle .{0,20}|captcha|avatar|ok|yes ?no|accept ?refuse"
        r"|next|previous|page \d+ of \d+|tags?:? ?.{0,80}|topics?: .{0,80}|filed under.{0,80}|categor(?:y"
        r"|ies):? ?.{0,60}|breaking(?: news)?|world|politics|opinion|sports?)$",
        14,
    ),
    _rule(Label.CHROME, "numbers", r"[\d\s.,:/|+-]+$", 8),
    _rule(
        Label.CHROME,
        "style-sheet",
        r"(?:[.#@][\w-]+[\w\s.,#:>-]*\{|\}$|(?:var|function)\b.{0,80}[;{]$|[\w-]+ ?: ?[^;]{1,60};$)",
        30,
    ),
    _rule(Label.CHROME, "icons", r"(?:\w*icon\b.{0,40}){3}", 200),
    _rule(
        Label.CHROME,
        "footnote",
        r"\*+ ?(?-i:[A-Z]).{0,200}(?:outlawed|banned|designated|recogni[sz]ed as|extremist|terrorist)",
        40,
    ),
    _rule(
        Label.CHROME,
        "disclaimer",
        r"(?:the (?:views|opinions) expressed|views expressed|please note the opinions|the statements, views)\b",
        80,
    ),
)


#: A longer paragraph with a quotation in it is no menu, form or share bar.
_QUOTING_RULES = tuple(rule for rule in _LINE_RULES if rule.label not in (Label.CHROME, Label.DATE, Label.COMMENT))
_QUOTING_WORDS = 12
#: A stray opening mark hides no furniture.
_LEADING_MARKS = '"\N{LEFT DOUBLE QUOTATION MARK}'


def _line_rules(blocks: list[_Block]) -> list[Finding | None]:
    """The line rule of each paragraph; what is printed again and again (menus, buttons) is looked at once."""
    seen: dict[tuple[str, int, bool], Finding | None] = {}
    known: list[Finding | None] = []
    for block in blocks:
        key = (block.head, block.words, block.quotes)
        if key not in seen:
            seen[key] = _line_rule(block)
        known.append(seen[key])
    return known


def _line_rule(block: _Block) -> Finding | None:
    head = block.head.lstrip(_LEADING_MARKS)
    low = head.lower()
    for rule in _QUOTING_RULES if block.quotes and block.words > _QUOTING_WORDS else _LINE_RULES:
        if block.words > rule.words or (rule.needs and not any(needed in low for needed in rule.needs)):
            continue
        if rule.pattern.match(head):
            return rule.label, rule.name
    return None


# --- Section rules: what a heading opens -----------------------------------------------------------------------------

_OPENS = (
    (
        Label.COMMENT,
        "comments",
        re.compile(
            r"(?:\d+ (?:comments?|repl(?:y|ies)|responses?|thoughts on)\b|comments?(?: ?\(?\d+\)?)?:?$"
            r"|leave a (?:reply|comment)|post a comment"
            r"|add (?:a |your )?comment|join the (?:conversation|discussion)|community standards\s?discussion"
            r"|discussion$|comment via"
            r"|show comments|view comments|what do you think\?|your comment|\d{1,4}[.)] (?:[\w'.-]+ ){1,3}says:?$)",
            re.IGNORECASE,
        ),
    ),
    (
        Label.LINK,
        "related",
        re.compile(
            r"(?:check also|related(?: (?:stories|articles|news|posts|content|topics|links|coverage|reading))?:?$"
            r"|recommended(?: .{0,20})?:?$|you (?:may|might) (?:also )?(?:like|be interested).{0,30}$"
            r"|more (?:from|in|on|stories|news|articles|headlines)\b.{0,40}$|most (?:read|popular|viewed|shared"
            r"|commented)|trending(?: .{0,20})?:?$|latest (?:news|stories|headlines)|all news"
            r"|top stories|editor'?s'? picks|also (?:in|on) .{0,30}$|read (?:next|also)$|see also$|multimedia$"
            r"|news$|popular(?: .{0,20})?$|around the web|from (?:the|around) the web"
            r"|sponsored stories|similar (?:stories|posts|articles)|(?:next|previous) (?:article|post|story)"
            r"|other (?:news|stories)|in other news|don'?t miss$|this week in pictures\b)",
            re.IGNORECASE,
        ),
    ),
    (
        Label.CHROME,
        "form",
        re.compile(
            r"(?:community standards$|commenting (?:rules|policy|guidelines)|comment policy|register$"
            r"|registration$|log ?in$|log in\s?privacy policy|password recovery|sign in$|sign up$"
            r"|push notifications|about us$|contact us$|captcha$|.{0,40}push notifications$"
            r"|about the author|delete account$|download (?:our|the) app)",
            re.IGNORECASE,
        ),
    ),
)
#: A heading of a section has few words and no full stop.
_HEADING_WORDS = 8
_ADDRESSES_THE_READER = re.compile(r"\b(?:you|your)\b", re.IGNORECASE)


def _opened(block: _Block) -> Finding | None:
    """The section this paragraph opens, if it is the heading of one."""
    if block.words > _HEADING_WORDS or block.last[-1] in ".,;":
        return None
    return _heading(block.head)


@lru_cache(maxsize=1024)
def _heading(head: str) -> Finding | None:
    return next(((label, name) for label, name, pattern in _OPENS if pattern.match(head)), None)


def _lead(blocks: list[_Block], known: list[Finding | None]) -> int:
    """Where the article begins: its first paragraph that is a sentence and not furniture."""
    for index, (block, finding) in enumerate(zip(blocks, known, strict=True)):
        if finding is None and _opened(block) is None and _reads_as_article(block, index):
            return index
    return next((i for i, finding in enumerate(known) if finding is None and blocks[i].finished), len(blocks))


def _reads_as_article(block: _Block, index: int) -> bool:
    if not block.finished:
        return block.words > HEADLINE_WORDS
    if index == 0 and block.words <= HEADLINE_WORDS and _all_capitals(block.head):
        return False
    return block.words >= LEAD_WORDS or block.quotes or _DATELINE.match(block.head) is not None


#: "MOSCOW, November 17. /TASS/.", "MOSCOW (Reuters) -"
_DATELINE = re.compile(r"[A-Z][A-Z .'-]{2,30}(?:,.{0,40})?(?:/[A-Z ]{2,15}/|\([A-Z]\w{1,15}\))")

_WORD = re.compile(r"[^\W\d_][\w\N{RIGHT SINGLE QUOTATION MARK}'-]*")


def _all_capitals(head: str) -> bool:
    """Is every longer word capitalised, as in a headline that was given a full stop?"""
    words = [w for w in _WORD.findall(head) if len(w) > 4]
    return len(words) >= 3 and all(w[0].isupper() for w in words)


def _title_case(head: str) -> bool:
    words = [w for w in _WORD.findall(head) if len(w) > 3]
    return len(words) >= 3 and sum(w[0].isupper() for w in words) > TITLE_CASE * len(words)


def _before_the_article(blocks: list[_Block], known: list[Finding | None]) -> list[Finding]:
    found: list[Finding] = []
    for block, finding in zip(blocks, known, strict=True):
        opened = _opened(block)
        if finding is None and opened is not None:
            finding = (opened[0], f"{opened[1]}-link")
        found.append(finding or (Label.CHROME, "before-the-article"))
    return found


def _article_and_after(blocks: list[_Block], known: list[Finding | None]) -> list[Finding]:
    """Walk down from the first paragraph, remembering which section the last heading opened."""
    found: list[Finding] = []
    section: Finding | None = None
    words, ended = 0, False
    for index, (block, finding) in enumerate(zip(blocks, known, strict=True)):
        opened = _opened(block) if index else None
        if opened is not None:
            found.append((opened[0], f"{opened[1]}-heading"))
            if opened[0] is not Label.COMMENT or words >= COMMENTED_WORDS:
                section = (opened[0], f"{opened[1]}-section")
                ended = ended or opened[0] is Label.COMMENT
            continue
        if section is not None and not ended and finding is None and _resumes(block, section):
            section = None
        if finding == (Label.COMMENT, "comment-head"):
            section, ended = (Label.COMMENT, "comments-section"), True
        words += block.words
        following = blocks[index + 1] if index + 1 < len(blocks) else None
        above = found[-1] if found else None
        found.append(finding or section or _in_the_article(block, above, following))
    return _captions(blocks, found)


def _resumes(block: _Block, section: Finding) -> bool:
    """Is this the article going on after a list of links or a form? From comments it does not come back."""
    if block.words < RESUMING_WORDS or not block.finished or block.head.endswith(("...", "\N{HORIZONTAL ELLIPSIS}")):
        return False
    return section[0] is Label.LINK or _ADDRESSES_THE_READER.search(block.head) is None


def _in_the_article(block: _Block, above: Finding | None, following: _Block | None) -> Finding:
    headline_like = not block.finished and block.words <= HEADLINE_WORDS
    under_credit = above is not None and above[0] is Label.CREDIT and block.touches
    if under_credit and headline_like and _title_case(block.head):
        return Label.LINK, "headline-under-picture"
    if not headline_like:
        return Label.BODY, "sentence"
    if block.head[0].islower() or (following is not None and following.touches and _opens_with_a_mark(following)):
        return Label.BODY, "runs-on"
    if block.quotes:
        return Label.BODY, "quotes"
    if following is None and block.words <= LEAD_WORDS:
        return Label.CHROME, "last-line"
    return Label.SUBHEADING, "no-full-stop"


def _opens_with_a_mark(block: _Block) -> bool:
    return _DOUBLE_MARKS.match(block.head) is not None


def _captions(blocks: list[_Block], found: list[Finding]) -> list[Finding]:
    """A paragraph with a picture credit directly beneath it describes the picture."""
    result = list(found)
    for index in range(1, len(blocks)):
        beneath = result[index] == (Label.CREDIT, "picture-credit") and blocks[index].touches
        above = result[index - 1][0] in (Label.BODY, Label.SUBHEADING) and not blocks[index - 1].quotes
        if beneath and above:
            result[index - 1] = (Label.CAPTION, "above-picture-credit")
    return result


# --- The headline ----------------------------------------------------------------------------------------------------


def _with_title(blocks: list[_Block], found: list[Finding], lead: int, title: str | None) -> list[Finding]:
    result = list(found)
    place = _given_title(blocks, title) if title else None
    if place is not None:
        result[place] = (Label.TITLE, "given")
    elif (guess := _guessed_title(blocks, found, lead)) is not None:
        place = guess
        result[place] = (Label.TITLE, "last-headline-before-the-article")
    if place is not None:
        for index in range(place + 1, min(lead, len(blocks))):
            if result[index][1] == "before-the-article" and blocks[index].words >= 5:
                result[index] = (Label.SUBHEADING, "under-the-headline")
    return result


def _given_title(blocks: list[_Block], title: str) -> int | None:
    wanted = _letters(title)
    for index, block in enumerate(blocks):
        if block.words > 2 * HEADLINE_WORDS:
            continue
        here = _letters(block.head)
        if here and (here == wanted or (len(here) > 20 and wanted.startswith(here))):
            return index
    return None


def _letters(line: str) -> str:
    return "".join(c for c in line.casefold() if c.isalnum())


def _guessed_title(blocks: list[_Block], found: list[Finding], lead: int) -> int | None:
    for index in range(lead - 1, -1, -1):
        if found[index][1] == "before-the-article" and 3 <= blocks[index].words <= HEADLINE_WORDS:
            return index
    return None
