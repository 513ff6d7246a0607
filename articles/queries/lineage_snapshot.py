"""Snapshot of a lineage: its printings, wordings, collation and descent.

The page, the exports, the content of a revision and the API's JSON all read the same `LineageSnapshot`. Differences of
typesetting alone, such as the shape of quotation marks, make no new wording. Engine results name a wording by its index
in `LineageSnapshot.wordings`; pages and exports by its letter.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from string import ascii_uppercase
from urllib.parse import parse_qsl, urldefrag, urlencode, urlsplit, urlunsplit
from urllib.parse import quote as percent_encode

from django.db.models import F, Value
from django.db.models.functions import Greatest, Least, Substr

from articles.engine.comparison.collation import COMPLETE_SHARE, Collation, build_wording_key
from articles.engine.descent.origins import Descent, infer_descent
from articles.engine.text.aliases import Aliases
from articles.engine.text.outlet_names import is_same_outlet, resolve_credit
from articles.engine.text.phrases import first_words
from articles.models import Alias, Article, Lineage, LineageCode, Outlet, Printing, Quote, Revision, VersionQuote
from articles.queries.collation import collate_printings
from articles.queries.permalinks import get_newest_revision_number
from articles.queries.spoken_versions import complete_spoken_versions

SOURCES_LISTED = 3  # sources of a wording that exports list and revisions keep, the likeliest first
# How sure the origin of a wording is, in words; `count` is the number of its possible sources.
CERTAINTY_TEXTS = {
    "shown": "credited",
    "one": "only this source fits",
    "several": "one of {count} fits",
    "unknown": "unknown",
    "first": "no earlier version found",
}
# How the Wayback Machine writes a date, by the precision to which it is known.
WAYBACK_DATE_FORMATS = {"minute": "%Y%m%d", "day": "%Y%m%d", "about": "%Y%m%d", "month": "%Y%m", "year": "%Y"}
WAYBACK_ANY_DATE = "https://web.archive.org/web/*/"
FRAGMENT_WORDS = 5  # at either end of a passage: enough to find it, few enough that a copy editor left them alone


@dataclass(frozen=True, slots=True)
class PrintingSnapshot:
    """A printing with its `number` in order of time and the letter of its `wording`."""

    number: int
    wording: str
    printing: Printing
    known_outlets: tuple[str, ...] = ()  # the names by which the lineage calls outlets
    alteration: VersionQuote | None = None  # what became of the words, where the newest version has them no more
    other_keys: frozenset[int] = frozenset()  # the quotes of further, shorter printings in the same article

    @property
    def key(self) -> int:
        """The number of the quote, which names the printing in addresses: it outlives any reclustering."""
        return self.printing.quote_id

    @property
    def quote(self) -> Quote:
        return self.printing.quote

    @property
    def article(self) -> Article:
        return self.printing.quote.article

    @property
    def outlet(self) -> Outlet | None:
        return self.article.outlet

    @property
    def text(self) -> str:
        return self.printing.text

    @property
    def is_spoken(self) -> bool:
        """Whether the words were said: they are a transcript's or a recording's."""
        return self.article.is_spoken

    @property
    def recording_time(self) -> str:
        """When the words begin in the recording, as "12:04"; empty where that is not known."""
        return self.quote.recording_time

    @property
    def recording_address(self) -> str:
        """Where they can be heard: the article's own address at that second."""
        return add_media_time(self.article.url, self.quote.seconds)

    def may_be_of(self, speech: "PrintingSnapshot") -> bool:
        """Return whether these words can be of that speech: this article does not name another day for them."""
        said, named = speech.article.said_on, self.quote.said_on
        return said is None or named is None or abs((said - named).days) <= 1

    @property
    def start(self) -> int:
        """Where the words begin in the article's text, in code points."""
        return self.quote.start + self.printing.start

    @property
    def end(self) -> int:
        return self.quote.start + self.printing.end

    @property
    def credits(self) -> tuple[str, ...]:
        """The outlets credited for these words and for all of the article."""
        own = self.article.outlet_name
        names = (resolve_credit(name, own, self.known_outlets) for name in self.printing.printed_credits)
        return tuple(dict.fromkeys(filter(None, names)))

    @property
    def credit(self) -> str:
        """The source that the article credits for these words, else for all of the article; never its own outlet."""
        return self.credits[0] if self.credits else ""

    @property
    def exact_address(self) -> str:
        """The outlet's own page, with a text fragment that leads to the words."""
        return add_text_fragment(self.article.url, self.text)

    @property
    def archived_address(self) -> str:
        """A known copy in an archive, with the same fragment."""
        return add_text_fragment(self.article.archive_url, self.text)

    @property
    def archive_search(self) -> str:
        """Where the Wayback Machine may have a copy, near the day of printing."""
        return build_wayback_address(self.article)


@dataclass(frozen=True, slots=True)
class WordingGroup:
    """All printings of one wording; `number` is the wording's index in the collation."""

    number: int
    printings: tuple[PrintingSnapshot, ...]

    @property
    def letter(self) -> str:
        return self.first.wording

    @property
    def first(self) -> PrintingSnapshot:
        return self.printings[0]

    @property
    def outlet_names(self) -> tuple[str, ...]:
        """The outlets that print the wording, each once, the earliest first."""
        return tuple(dict.fromkeys(each.article.outlet_name for each in self.printings))


@dataclass(frozen=True, eq=False)
class LineageSnapshot:
    """A lineage with its printings, earliest first, and what was found out about them.

    `absolute` turns a path of this site into a whole address. `companions` are the lineages that each article has a
    part in, where many lineages are read at once; otherwise they are read when the descent is first needed.
    """

    lineage: Lineage
    printings: tuple[PrintingSnapshot, ...]
    collation: Collation
    pinned_revision: Revision | None = None
    companions: Mapping[int, set[int]] | None = None
    absolute: Callable[[str], str] = str

    @cached_property
    def wordings(self) -> tuple[WordingGroup, ...]:
        """The wordings in the order of the collation: by their first printing."""
        return tuple(group_by_wording(self.printings))

    @cached_property
    def descent(self) -> Descent:
        """The possible sources of each wording."""
        companions = self.companions
        if companions is None:
            companions = Printing.objects.lineages_by_article(each.printing for each in self.printings)
        facts = [
            each.printing.get_descent_facts(companions.get(each.article.pk, set()), each.credits)
            for each in self.printings
        ]
        return infer_descent(self.collation, facts)

    @property
    def first(self) -> PrintingSnapshot:
        """The earliest printing seen."""
        return self.printings[0]

    @property
    def speech(self) -> PrintingSnapshot | None:
        """The transcript or recording that the other versions can go back to, if one was found."""
        return self.first if find_speech(self.printings) is not None else None

    @property
    def published(self) -> tuple[PrintingSnapshot, ...]:
        """The versions that outlets published of the speech, where that was found; otherwise all."""
        return tuple(each for each in self.printings if not each.is_spoken) if self.speech else self.printings

    @property
    def base(self) -> WordingGroup:
        """The wording that the others are collated with."""
        return self.wordings[self.collation.base]

    @property
    def base_text(self) -> str:
        return self.collation.wordings[self.collation.base].text

    @property
    def other_translations(self) -> tuple[WordingGroup, ...]:
        """The wordings that are other translations or retellings."""
        return tuple(self.wordings[index] for family in self.collation.families for index in family)

    @property
    def naming(self) -> PrintingSnapshot:
        """The version that names the speaker: the earliest, or the next one where subtitles name nobody."""
        if self.speech is None or self.first.quote.attribution:
            return self.first
        return next((each for each in self.printings if each.quote.attribution), self.first)

    @property
    def speaker(self) -> str:
        """The speaker whom the earliest version names."""
        return self.naming.quote.attribution

    @property
    def sure_speaker(self) -> str:
        """The same where any version names that person surely, else ""."""
        return "" if self.is_speaker_probable(self.naming) else self.speaker

    @property
    def speaker_in_words(self) -> str:
        """The same with "probably" before a name that is no fact."""
        return f"probably {self.speaker}" if self.is_speaker_probable(self.naming) else self.speaker

    @property
    def is_speaker_sure(self) -> bool | None:
        """Whether that speaker may be shown as a fact; None where the earliest version names nobody."""
        known = self.naming.quote.is_speaker_sure
        return known if known is None else not self.is_speaker_probable(self.naming)

    def is_speaker_probable(self, printing: PrintingSnapshot) -> bool:
        """Return whether the speaker whom `printing` names is named surely by no version."""
        return is_speaker_probable(printing, self.printings)

    @property
    def title(self) -> str:
        """The first words, in quotation marks."""
        return f"\N{LEFT DOUBLE QUOTATION MARK}{first_words(self.first.text)}\N{RIGHT DOUBLE QUOTATION MARK}"

    @property
    def code(self) -> str:
        return self.lineage.code

    @cached_property
    def site_address(self) -> str:
        return self.absolute("/")

    @cached_property
    def address(self) -> str:
        return self.absolute(self.lineage.get_absolute_url())

    @cached_property
    def citation_address(self) -> str:
        """The address to cite: of the pinned revision where there is one."""
        return self.absolute(self.pinned_revision.get_absolute_url()) if self.pinned_revision else self.address

    def get_printing_address(self, printing: PrintingSnapshot) -> str:
        """Return the address of the words on our page of the article."""
        return self.absolute(printing.quote.get_absolute_url())

    def get_letters(self, wordings: Iterable[int]) -> list[str]:
        """Return the letters of wordings that are named by their indexes."""
        return [self.wordings[index].letter for index in wordings]


def is_speaker_probable(printing: PrintingSnapshot, printings: Iterable[PrintingSnapshot]) -> bool:
    """Return whether the speaker whom `printing` names is named surely by none of these printings of the same words."""
    quote = printing.quote
    others = (each.quote for each in printings if each.quote.speaker_id == quote.speaker_id is not None)
    return quote.is_speaker_probable and not any(other.is_speaker_sure for other in others)


def take_snapshot(entry: LineageCode, absolute: Callable[[str], str] = str) -> LineageSnapshot | None:
    """Return the present state of the lineage that `entry` leads to; None where it has no printings or was withdrawn.

    `entry` comes from `get_code_or_404`, which finds its newest revision.
    """
    printings = load_printings(entry.lineage) if entry.lineage else []
    if entry.lineage is None or not printings:
        return None
    newest, revisions = get_newest_revision_number(entry), Revision.objects.only("code", "number", "made")
    pinned = None if newest is None else revisions.filter(code=entry, number=newest).first()
    aliases = Alias.objects.load_table()
    return build_snapshot(entry.lineage, printings, aliases, pinned_revision=pinned, absolute=absolute)


def build_snapshot(
    lineage: Lineage,
    printings: Sequence[PrintingSnapshot],
    aliases: Aliases,
    *,
    base: PrintingSnapshot | None = None,
    companions: Mapping[int, set[int]] | None = None,
    pinned_revision: Revision | None = None,
    absolute: Callable[[str], str] = str,
) -> LineageSnapshot:
    """Collate all `printings` of `lineage` with `base`, else with what was said, else with the fittest of them."""
    at = base.number - 1 if base else find_speech(printings)
    collation = collate_printings([each.printing for each in printings], aliases, base=at)
    return LineageSnapshot(lineage, tuple(printings), collation, pinned_revision, companions, absolute)


def find_speech(printings: Sequence[PrintingSnapshot]) -> int | None:
    """Return the index of the transcript or recording that the others can go back to; None where there is none.

    It has a date, nothing was printed before, and it is no mere part of what the others print.
    """
    if not printings or not printings[0].is_spoken or printings[0].article.spoken_from is None:
        return None
    longest = max(len(each.text.split()) for each in printings)
    return 0 if len(printings[0].text.split()) >= COMPLETE_SHARE * longest else None


def load_printings(lineage: Lineage) -> list[PrintingSnapshot]:
    """Return the versions of `lineage`: of each article the fullest printing, earliest first, fragments last."""
    return _add_alterations(number_versions(lineage.printings.in_context().earliest_first()))


def load_all_printings(lineage: Lineage) -> list[PrintingSnapshot]:
    """Return every printing of `lineage`, earliest first, for those who decide what belongs to it."""
    return _add_alterations(number_printings(lineage.printings.in_context().earliest_first()))


def _add_alterations(printings: list[PrintingSnapshot]) -> list[PrintingSnapshot]:
    """Add to each printing that an edit altered or took away what became of its words."""
    earlier = [each.key for each in printings if each.quote.standing == Quote.Standing.EARLIER]
    if not earlier:
        return printings
    rows = VersionQuote.objects.filter(before__in=earlier).order_by("version__number")
    with_articles = rows.select_related("version__article", "quote__article__outlet", "before__article__outlet")
    texts = [f"{path}__{name}" for path in _ARTICLE_PATHS for name in ("original", "text", "paragraphs")]
    found = {row.before_id: row for row in with_articles.defer("version__original", "version__text", *texts)}
    return [replace(each, alteration=found.get(each.key)) for each in printings]


_ARTICLE_PATHS = ("version__article", "quote__article", "before__article")


def number_versions(printings: Iterable[Printing]) -> list[PrintingSnapshot]:
    """Return the versions among `printings`, as `Printing.select_versions` does, numbered.

    Of a transcript a version is all that the others print of it.
    """
    quotes: defaultdict[tuple[int, int], set[int]] = defaultdict(set)
    printings = list(printings)
    for printing in printings:
        quotes[printing.quote.article_id, printing.quote.edition].add(printing.quote_id)
    return [
        replace(each, other_keys=frozenset(quotes[each.article.pk, each.quote.edition] - {each.key}))
        for each in number_printings(complete_spoken_versions(Printing.select_versions(printings)))
    ]


def number_printings(printings: Iterable[Printing]) -> list[PrintingSnapshot]:
    """Return `printings` in their order, numbered from 1, with the letters of their wordings."""
    letters: dict[str, str] = {}
    numbered = []
    printings = list(printings)
    known = _collect_outlet_names(printings)
    for number, printing in enumerate(printings, start=1):
        letter = letters.setdefault(build_wording_key(printing.text), get_wording_letter(len(letters)))
        numbered.append(PrintingSnapshot(number, letter, printing, known))
    return numbered


def _collect_outlet_names(printings: Iterable[Printing]) -> tuple[str, ...]:
    """Collect the names of the outlets that print or are credited; of credits for one outlet the longest name."""
    names = {printing.quote.article.outlet_name for printing in printings if printing.quote.article.outlet}
    credited = {name for printing in printings for name in printing.printed_credits}
    for name in sorted(credited, key=lambda name: (-len(name), name)):
        if not any(is_same_outlet(name, other) for other in names):
            names.add(name)
    return tuple(sorted(names))


def get_wording_letter(index: int) -> str:
    """Return the letter of a wording: A, B ... Z, AA, AB."""
    rest, last = divmod(index, len(ascii_uppercase))
    return (get_wording_letter(rest - 1) if rest else "") + ascii_uppercase[last]


def group_by_wording(printings: Iterable[PrintingSnapshot]) -> list[WordingGroup]:
    """Return the wordings in order of their first printing."""
    groups: dict[str, list[PrintingSnapshot]] = {}
    for each in printings:
        groups.setdefault(each.wording, []).append(each)
    return [WordingGroup(number, tuple(group)) for number, group in enumerate(groups.values())]


def find_earliest_complete(printings: Sequence[PrintingSnapshot]) -> PrintingSnapshot:
    """Return the earliest printing that is not a mere part of what others print."""
    longest = max(len(each.text.split()) for each in printings)
    return next(each for each in printings if len(each.text.split()) >= COMPLETE_SHARE * longest)


def describe_certainty(certainty: str, source_count: int) -> str:
    """Return in words how sure an origin with so many possible sources is: "one of 2 fits"."""
    return CERTAINTY_TEXTS[certainty].format(count=source_count)


def add_text_fragment(address: str, words: str) -> str:
    """Return `address` with a text fragment that leads to `words`; unchanged where there are no words.

    >>> add_text_fragment("https://sana.sy/en/?p=1", "the U.S.-led coalition")
    'https://sana.sy/en/?p=1#:~:text=the%20U.S.%2Dled%20coalition'
    """
    matches = list(re.finditer(r"\S+", words))
    if not address or not matches:
        return address
    if len(matches) <= 2 * FRAGMENT_WORDS:
        ends = [words[matches[0].start() : matches[-1].end()]]
    else:
        ends = [
            words[matches[0].start() : matches[FRAGMENT_WORDS - 1].end()],
            words[matches[-FRAGMENT_WORDS].start() : matches[-1].end()],
        ]
    page, anchor = urldefrag(address)
    anchor = anchor.partition(":~:")[0]  # the address may have been copied with a fragment for other words
    # A sentence around the quotation may add punctuation at the ends; a hyphen is a separator.
    encoded = (percent_encode(end.strip(" ,.;:"), safe="").replace("-", "%2D") for end in ends)
    return f"{page}#{anchor}:~:text={','.join(encoded)}"


def add_media_time(address: str, seconds: int | None) -> str:
    """Return `address` at a second of the recording; empty where either is not known.

    >>> add_media_time("https://www.youtube.com/watch?v=x1", 724), add_media_time("https://vik.gov/a.mp4", 724)
    ('https://www.youtube.com/watch?v=x1&t=724', 'https://vik.gov/a.mp4#t=724')
    """
    if not address or seconds is None:
        return ""
    page, _ = urldefrag(address)
    parts = urlsplit(page)
    if (parts.hostname or "").removeprefix("www.").removeprefix("m.") not in ("youtube.com", "youtu.be"):
        return f"{page}#t={seconds}"
    query = [(name, value) for name, value in parse_qsl(parts.query) if name not in ("t", "start")]
    return urlunsplit(parts._replace(query=urlencode([*query, ("t", str(seconds))])))


def build_wayback_address(article: Article) -> str:
    """Return where the Wayback Machine shows copies of an article's page, near its date as far as that is known.

    >>> build_wayback_address(Article(url="https://sana.sy/en/?p=1")), build_wayback_address(Article())
    ('https://web.archive.org/web/*/https://sana.sy/en/?p=1', '')
    """
    if not article.url:
        return ""
    date_format = WAYBACK_DATE_FORMATS.get(article.precision) if article.published else None
    if date_format is None:
        return f"{WAYBACK_ANY_DATE}{article.url}"
    return f"https://web.archive.org/web/{article.published:{date_format}}/{article.url}"


def load_surrounding_text(lineage: Lineage, characters: int) -> dict[int, tuple[str, str]]:
    """Return the text before and after the words of each printing, by quote, without reading whole articles."""
    start, end = F("quote__start") + F("start"), F("quote__start") + F("end")
    first = Greatest(start - characters, Value(0))
    printings = (
        lineage.printings.filter(quote__version=1)
        .order_by()
        .annotate(
            before=Substr("quote__article__text", first + 1, Least(start, Value(characters))),
            after=Substr("quote__article__text", end + 1, characters),
        )
    )
    around = {quote: (before, after) for quote, before, after in printings.values_list("quote", "before", "after")}
    for printing in lineage.printings.exclude(quote__version=1).in_context():
        text, begins = printing.quote.load_source().text, printing.quote.start + printing.start
        ends = printing.quote.start + printing.end
        around[printing.quote_id] = text[max(0, begins - characters) : begins], text[ends : ends + characters]
    return around
