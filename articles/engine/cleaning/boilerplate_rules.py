"""Boilerplate rules: patterns of lines that do not belong to the article.

``READ MORE: Another story``, ``(c) AP Photo / Dusan Vranic``, ``We use cookies``, ``10 Sep, 2015 14:50``: each pattern
has the label it gives, a name, and the greatest length of such a line. Only general rules are listed: what one site
prints, others print in another way. SANA's page ends with ``Check Also``, OffGuardian's with ``1. Guest says``.

See also: `cleaning.boilerplate_matching` (applies the rules), `cleaning.section_headings` ("Leave a Reply", "Related
stories").
"""

import re
from dataclasses import dataclass
from string import digits, whitespace

from articles.engine.cleaning.labels import Label

#: Boilerplate ("Get short URL", "Log in") is short; a longer paragraph needs a rule with a limit of its own.
MAX_BOILERPLATE_WORDS = 40


@dataclass(frozen=True, slots=True)
class LineRule:
    """A pattern for the beginning of a paragraph of at most `max_words` words.

    The other fields let matching skip the pattern quickly. It can match only lines that begin with one of
    `first_characters` (in lower case; empty: any), contain one of `required_words` (if any) and, with `needs_digit`, a
    digit.
    """

    label: Label
    name: str
    pattern: re.Pattern[str]
    max_words: int
    first_characters: str
    required_words: tuple[str, ...]
    needs_digit: bool


def _build_rule(
    label: Label,
    name: str,
    pattern: str,
    max_words: int = MAX_BOILERPLATE_WORDS,
    first_characters: str = "",
    required_words: tuple[str, ...] = (),
    needs_digit: bool = False,
) -> LineRule:
    return LineRule(
        label, name, re.compile(pattern, re.IGNORECASE), max_words, first_characters, required_words, needs_digit
    )


_MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?"
_DAY_NAME = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?"
_DATE = (
    rf"(?:{_DAY_NAME},? ?)?(?:\d{{1,2}}(?:st|nd|rd|th)? {_MONTH},? \d{{4}}|{_MONTH} \d{{1,2}}(?:st|nd|rd"
    rf"|th)?,? \d{{4}}"
)
_DATE += r"|\d{4}-\d\d-\d\d|\d{1,2}[./]\d{1,2}[./]\d{2,4})"
_TIME = r"\d{1,2}[:.]\d\d(?::\d\d)? ?(?:[ap]\.?m\.?)?(?: ?\(?(?:gmt|utc|est|edt|et|cet|msk|bst)\)?)?"
_AGENCY = (
    r"(?:ap(?: photo)?|(?:the )?associated press|afp(?: photo)?|agence france-presse"
    r"|press association|reuters|getty(?: images)?|epa(?:-efe)?|tass|sputnik|ria novosti|sana|xinhua"
    r"|upi|"
    r"shutterstock|flickr|wikimedia(?: commons)?|anadolu|bloomberg|pool|dpa|pa|istock|alamy|rt|youtube|twitter"
    r"|facebook)"
)
#: In order: the first rule that matches decides.
LINE_RULES = (
    _build_rule(
        Label.DATE,
        "date-line",
        rf"(?:(?:posted|published|updated|last (?:updated|modified)|date)(?: on| at)?:? ?)?"
        rf"(?:{_TIME},? ?(?:on )?)?{_DATE},?(?: (?:at |- |\| )?{_TIME})?(?: register| \|.*)?$",
        14,
        first_characters=digits + "adfjlmnopstuw",
        needs_digit=True,
    ),
    _build_rule(
        Label.CHROME,
        "share-bar",
        r"(?:share(?: this| it| on| via|:|$)|tweet(?: this)?$|facebook|twitter|pinterest|whatsapp|linkedin|reddit"
        r"|e-?mail(?: this)?|print(?: this)?"
        r"|copy link|flipboard|telegram)(?:[ |/,:\u00b7\u2022]*(?:share|tweet|this|it|on|via|with"
        r"|friends|the|article|story|post|page|facebook"
        r"|twitter|x|pinterest|whatsapp|linkedin|reddit"
        r"|e-?mail|print|copy|link|url|flipboard|telegram|vk|comments?|\d+))*:?$",
        20,
        first_characters="ceflprstw",
    ),
    _build_rule(
        Label.CHROME,
        "share-bar",
        r"(?:get short url|short url|save (?:for later|article)|bookmark|(?:text|font) size|a[+-]"
        r"|follow us\b.{0,60}|like us on\b.{0,40})$",
        12,
        first_characters="abfglst",
    ),
    _build_rule(
        Label.DATE,
        "time-ago",
        r"(?:posted |published |updated )?\d{1,3} ?(?:s(?:ec(?:ond)?s?)?|m(?:in(?:ute)?s?)?"
        r"|h(?:(?:ou)?rs?)?|d(?:ays?)?"
        r"|w(?:eeks?)?|months?|years?) ago(?: at)?[ \d:.apm]{0,12}$",
        7,
        first_characters=digits + "pu",
        needs_digit=True,
    ),
    _build_rule(
        Label.DATE,
        "time-line",
        rf"(?:updated |published )?{_TIME} ?(?:[+-]\d+ ?)?(?:{_DATE})?$",
        8,
        first_characters=digits + "pu",
        needs_digit=True,
    ),
    _build_rule(
        Label.CREDIT,
        "picture-credit",
        r"(?:\N{COPYRIGHT SIGN}|\(c\)) ?.{0,80}(?:/|photo|getty|images|press|reuters)",
        20,
        first_characters="(",
    ),
    _build_rule(
        Label.CREDIT,
        "picture-credit",
        r"\(?(?:photo(?:graph)?s?|images?|picture|credit|illustration|video|graphic)"
        r"(?: credit| by| courtesy(?: of)?)* ?[:/\N{COPYRIGHT SIGN}].{0,100}$",
        16,
        first_characters="(cgipv",
    ),
    _build_rule(
        Label.CREDIT,
        "picture-credit",
        rf"\(?(?:(?:photo|image|picture)s? )?(?:by )?(?:[\w.'-]+ ){{0,4}}?[/|,]? ?(?:via )?"
        rf"{_AGENCY}(?: ?[/|] ?.{{1,40}})?\)?$",
        9,
    ),
    _build_rule(
        Label.CREDIT,
        "picture-credit",
        rf"\(?[\w.'\N{{RIGHT SINGLE QUOTATION MARK}} -]{{2,60}}(?:/[\w.'& -]{{1,40}}){{0,2}} ?/ ?{_AGENCY}\)?$",
        10,
        required_words=("/",),
    ),
    _build_rule(
        Label.CREDIT,
        "picture-credit",
        r"\((?-i:[A-Z][\w.'-]+(?: [A-Z][\w.'-]+){0,3}) ?/ ?(?-i:[A-Z][\w.'-]+(?: [A-Z][\w.'-]+){0,4})\)$",
        10,
        first_characters="(",
        required_words=("/",),
    ),
    _build_rule(
        Label.CREDIT, "agency-line", r"(?:source: ?|via ?)?[\w .'&-]{2,40} reports?:$", 8, required_words=("report",)
    ),
    _build_rule(
        Label.CREDIT,
        "agency-line",
        r"(?:source|originally (?:published|appeared) (?:at|in|on|by)|first published|via)\b ?:? .{0,100}$",
        16,
        first_characters="fosv",
    ),
    _build_rule(
        Label.CAPTION,
        "caption-words",
        r"(?:in this (?:\w+ ){0,3}(?:photo|image|picture|frame|screen ?grab|photograph|still)\b"
        r"|file(?: photo)?(?:: | ?[-\N{EN DASH}\N{EM DASH}] )|file photo\b|pictured(?: here)?[:,]? |photo shows\b"
        r"|(?:the|an?|this) (?:handout |file |undated |combination |screen ?grab |satellite |video )*"
        r"(?:photo|picture|image|photograph|grab|frame)(?: \w+)? (?:released|taken|provided|shows?|made|grabbed"
        r"|captured|posted))",
        120,
        first_characters="afipt",
    ),
    _build_rule(
        Label.CAPTION,
        "credit-at-the-end",
        r"[^\"\N{LEFT DOUBLE QUOTATION MARK}]{15,380}\((?:(?:image|photo|picture|credit"
        r"|source)s?(?: credit| by)?: ?.{2,60}"
        r"|(?-i:[A-Z][\w.'-]+(?: [A-Z][\w.'-]+){0,3}) ?/ ?(?-i:[A-Z][\w.'-]+(?: [A-Z][\w.'-]+){0,4})"
        r"|ap photo.{0,40}|.{0,30}(?:getty|afp|reuters) ?/.{2,30}|(?:.{2,30}[/ ])?getty images)\)$",
        70,
        required_words=(")",),
    ),
    _build_rule(
        Label.CAPTION,  # agencies' captions name both the day and the year, their texts never do
        "dated-caption",
        rf"(?!.*\b(?:said|says|told|according|passed away)\b)[^\"\N{{LEFT DOUBLE QUOTATION MARK}}]{{15,380}}?"
        rf"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day,? {_MONTH} \d{{1,2}}, (?:19|20)\d\d\b"
        rf"[^\"\N{{LEFT DOUBLE QUOTATION MARK}}]*$",
        80,
        required_words=("day, ", "day "),
        needs_digit=True,
    ),
    _build_rule(
        Label.BYLINE,
        "byline",
        rf"(?:(?:posted|published|words|written|reported|updated) )?by (?-i:[A-Z][\w.'-]+).{{0,60}}?"
        rf"\b{_DATE}.{{0,40}}(?<!\.)$",
        16,
        first_characters="bpruw",
        required_words=("by ",),
        needs_digit=True,
    ),
    _build_rule(
        Label.BYLINE,
        "byline",
        r"(?:by|from|story by|written by|text by|author:|reported by) "
        r"(?-i:(?:[A-Z][\w.'\N{RIGHT SINGLE QUOTATION MARK}-]+,? ?(?:and |& )?){2,8})(?:,.{0,60}|\|.{0,60})?$",
        16,
        first_characters="abfrstw",
    ),
    _build_rule(
        Label.BYLINE,
        "desk-names",
        r"(?-i:[A-Z]\w+(?: [A-Z][\w.]*)?/[A-Z]\w+ ?[A-Z]?\w*(?: [A-Z]\w+)?)$",
        5,
        required_words=("/",),
    ),
    _build_rule(
        Label.BYLINE,
        "desk-names",
        r"\(?(?:reporting|additional reporting|writing|editing|compiled) by .{0,300}$",
        60,
        first_characters="(acerw",
    ),
    _build_rule(
        Label.BYLINE,
        "about-the-author",
        r"(?:follow|contact|e-?mail|reach)\b.{0,80}(?:@| on (?:twitter|facebook)\b)",
        40,
        first_characters="cefr",
    ),
    _build_rule(
        Label.LINK,
        "read-more",
        r"(?:read|see|watch|listen|view|more|related|also)(?: ?(?:more|also|next|read|on this|here|"
        r"stor(?:y|ies)|articles?|news|coverage|links?|topics?|video))*:(?: |$)",
        40,
        first_characters="almrsvw",
        required_words=(":",),
    ),
    _build_rule(
        Label.LINK,
        "read-more",
        r"(?:read (?:more|also|next|the (?:rest|full))|see also|also read|more on this|continue reading"
        r"|keep reading|click (?:here|to)|don'?t miss|tap here)\b(?!.*\bsaid\b)",
        24,
        first_characters="acdkmrst",
    ),
    _build_rule(
        Label.LINK,
        "media-link",
        r"(?:listen(?: to)?|watch|view|see|download)\b (?:live$|now$|the |this |our |it |more ).{0,80}"
        r"(?:interview|video|audio|clip|podcast|gallery|photos?|below|above|here|slideshow|full)\b.{0,40}$",
        14,
        first_characters="dlsvw",
    ),
    _build_rule(
        Label.LINK, "counted-link", r"(?!.*[.!?;] ).{3,160} \(\d{1,3}\)$", 25, required_words=(")",), needs_digit=True
    ),
    _build_rule(
        Label.LINK,
        "source-list",
        rf"(?-i:[A-Z]).{{2,120}}, [\"\N{{LEFT DOUBLE QUOTATION MARK}}].{{5,240}}"
        rf"(?:,[\"\N{{RIGHT DOUBLE QUOTATION MARK}}]|[\"\N{{RIGHT DOUBLE QUOTATION MARK}}],)"
        rf" (?:on |accessed )*(?:{_DATE}|{_MONTH}? ?\d{{4}})\.?$",
        60,
        required_words=('", ', "\N{RIGHT DOUBLE QUOTATION MARK}, ", '," ', ",\N{RIGHT DOUBLE QUOTATION MARK} "),
    ),
    _build_rule(
        Label.LINK,
        "next-story",
        r"(?:[\u00ab\u2039\u2190<]+ ?)?(?:previous|next|older|newer) (?:posts?|articles?|stor(?:y"
        r"|ies)|entr(?:y|ies))\b.{0,80}$",
        20,
        first_characters="<nop",
    ),
    _build_rule(Label.LINK, "trail", r"(?:home|news|world|main)(?: ?[/>\u00bb] ?[\w &'-]{2,40})+$", 14, "hmnw"),
    _build_rule(Label.COMMENT, "comment-head", r"\d{1,4}[.)] ?(?:[\w.'@-]+ ){1,4}says:?$", 6, digits, needs_digit=True),
    _build_rule(
        Label.COMMENT,
        "comment-head",
        r"(?:\d{1,4}[.)] ?)?(?:[\w.'@-]+ ){1,4}(?:says|wrote|said|commented|replied)"
        rf":? (?:on )?(?:{_DATE}|\d+ (?:minute|hour|day|week|month|year)s? ago).{{0,30}}$",
        16,
        needs_digit=True,
    ),
    _build_rule(
        Label.COMMENT,
        "comment-head",
        rf"(?:[\w.'@-]+ ){{1,4}}(?:on |\|? ?[-\N{{EN DASH}}] )?{_DATE}(?: at)? {_TIME}"
        r"(?: ?(?:reply|permalink).*)?$",
        14,
        needs_digit=True,
    ),
    _build_rule(
        Label.COMMENT,
        "comment-tools",
        r"(?:like ?(?:\u00b7|\|) ?reply|rating: \d+ votes?|(?:up|down)vote\b.{0,20}$"
        r"|sort by:? (?:newest|oldest|best|top)"
        r"|no comments yet|reply(?: ?(?:\u00b7|\||to this).{0,40})?$|\d+ likes?$|report (?:abuse"
        r"|comment)"
        r"|flag(?: ?as inappropriate|sharelikereply)|permalink|view (?:all )?(?:\d+ )?(?:comments|replies))",
        12,
        first_characters=digits + "dflnprsuv",
    ),
    _build_rule(
        Label.CHROME,
        "cookie-notice",
        r"(?!.*\bsaid\b).{0,200}(?:\b(?:we|site|website|partners)\b.{0,40} uses? cookies|(?:accept"
        r"|reject|manage) (?:all )?cookies"
        r"|cookie (?:policy|settings|preferences|notice)|consent to (?:the|our) use of cookies)",
        120,
        required_words=("cookie",),
    ),
    _build_rule(
        Label.CHROME,
        "privacy-notice",
        r"(?:privacy (?:policy|notice|settings)|terms (?:of (?:use|service)|and conditions)"
        r"|.{0,120}updated our privacy policy|.{0,160}(?:processing|process) your (?:personal )?data"
        r"|.{0,60}general data protection regulation)",
        90,
        required_words=("privacy", "terms", "data"),
    ),
    _build_rule(
        Label.CHROME,
        "newsletter",
        r"(?:sign ?up|subscribe|get|receive|join|enter your e-?mail)\b.{0,120}"
        r"(?:newsletters?|inbox|mailing list|e-?mail (?:address|alerts?|updates?)|daily briefing|for free"
        r"|our channel|telegram|push notifications)",
        50,
        first_characters="egjrs",
    ),
    _build_rule(
        Label.CHROME,
        "newsletter",
        r"(?:thank you for (?:subscribing|signing up)|you have (?:been )?success?fully subscribed"
        r"|please enter a valid e-?mail|newsletter$"
        r"|(?:subscribe|sign up)(?: now| today| here)?[.!]?$)",
        20,
        first_characters="npsty",
    ),
    _build_rule(
        Label.CHROME,
        "newsletter",
        r"(?:no spam\b|.{0,120}unsubscribe at any ?time|get (?:breaking|the latest|the best|the day's|daily|weekly)"
        r" .{0,100}(?:news|stories|updates|headlines|delivered)|(?:.{0,60}[.?!] )?subscribe to (?:our|the) .{0,80}"
        r"(?:magazine|channel|podcast|service|print edition)|stay (?:up to date|informed|connected|in the know)\b"
        r"|.{0,80}activation link has|your e-?mail address (?:is used|will not be))",
        60,
        required_words=("spam", "unsubscribe", "get ", "subscribe to", "stay ", "activation link", "your e"),
    ),
    _build_rule(
        Label.CHROME,
        "account",
        r"(?:log ?in|sign ?in|log ?out|register|registration|forgot (?:your )?password|password recovery"
        r"|create (?:an )?account"
        r"|my account|delete account|already (?:a )?(?:subscribe[rd]|have an account))\b.{0,60}$",
        14,
        first_characters="acdflmprs",
    ),
    _build_rule(
        Label.CHROME,
        "advertisement",
        r"(?:advertisements?|sponsored(?: content)?|promoted(?: content)?|ads? by .{0,30}"
        r"|story continues below.{0,30}|article continues.{0,40}|(?:scroll|skip) .{0,40})$",
        10,
        first_characters="aps",
    ),
    _build_rule(
        Label.CHROME,
        "copyright",
        r"(?:.{0,100}all rights reserved|copyright (?:\N{COPYRIGHT SIGN}|\(c\)|\d{4})|(?:\N{COPYRIGHT SIGN}"
        r"|\(c\)) ?\d{4}"
        r"|.{0,60}may not be (?:published|reproduced|reprinted)|this (?:document|material"
        r"|article) is subject to copyright"
        r"|(?:\N{COPYRIGHT SIGN}|\(c\)) ?.{2,80}\b(?:inc|ltd|llc|gmbh|corp(?:oration)?|limited|company)\b)",
        60,
        required_words=("rights reserved", "copyright", "\N{COPYRIGHT SIGN}", "(c)", "may not be"),
    ),
    _build_rule(
        Label.CHROME,
        "registration-wall",
        r"(?:you have (?:\d+|reached).{0,60}(?:articles?|stories|limit)|this (?:article"
        r"|content) is (?:only )?(?:available )?(?:for|to) "
        r"(?:subscribers|members)|to (?:continue|keep) reading\b|support (?:our|independent) journalism"
        r"|please (?:enable|turn on|disable) (?:javascript|your ad)|(?:please )?consider (?:making a "
        r"|becoming a |a )?(?:donation"
        r"|donating|contribution|supporter|subscrib))",
        40,
        first_characters="cpsty",
    ),
    _build_rule(
        Label.CHROME,
        "registration-wall",
        r".{0,80}click here to (?:support|donate|subscribe)\b",
        40,
        required_words=("click here to",),
    ),
    _build_rule(
        Label.CHROME,
        "market-data",
        r"(?:(?:real-time )?quotes (?:are )?(?:delayed|displayed|provided)|(?:market|fund"
        r"|etf) data (?:provided|is provided)"
        r"|powered and implemented by|data (?:is|are) delayed)\b",
        80,
        first_characters="defmpqr",
    ),
    _build_rule(
        Label.CHROME,
        "menu",
        r"(?:menu|search|close|home|back to top|skip to (?:main )?content|navigation|listen live|live"
        r"|toggle .{0,20}|captcha|avatar|ok|yes ?no|accept ?refuse"
        r"|next|previous|page \d+ of \d+|tags?:? ?.{0,80}|topics?: .{0,80}|filed under.{0,80}|categor(?:y"
        r"|ies):? ?.{0,60}|breaking(?: news)?|world|politics|opinion|sports?)$",
        14,
        first_characters="abcfhlmnopstwy",
    ),
    _build_rule(Label.CHROME, "numbers", r"[\d\s.,:/|+-]+$", 8, digits + whitespace + "\x1c\x1d\x1e\x1f.,:/|+-"),
    _build_rule(
        Label.CHROME,
        "style-sheet",
        r"(?:[.#@][\w-]+[\w\s.,#:>-]*\{|\}$|(?:var|function)\b.{0,80}[;{]$|[\w-]+ ?: ?[^;]{1,60};$)",
        30,
        required_words=("{", "}", ";"),
    ),
    _build_rule(Label.CHROME, "icons", r"(?:\w*icon\b.{0,40}){3}", 200, required_words=("icon",)),
    _build_rule(
        Label.CHROME,
        "footnote",
        r"\*+ ?(?-i:[A-Z]).{0,200}(?:outlawed|banned|designated|recogni[sz]ed as|extremist|terrorist)",
        40,
        first_characters="*",
    ),
    _build_rule(
        Label.CHROME,
        "disclaimer",
        r"(?:the (?:views|opinions) expressed|views expressed|please note the opinions|the statements, views)\b",
        80,
        first_characters="ptv",
    ),
)
