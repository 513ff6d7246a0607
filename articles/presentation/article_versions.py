"""What a page says of an article's versions: when each was seen, what changed in quotations, whether a notice says so.

"Altered between 09:10 and 11:40 UTC on 3 March 2026: “not” dropped." The time of an edit is never known, only two
moments at which the article was seen. A change without a notice is one "without a notice that we found". Where it is
not known that the outlet edited the article - a file of unknown age, the whole text in place of a part - only a
difference is said.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from articles.engine.comparison.article_changes import (
    BlockKind,
    ParagraphChange,
    compare_articles,
    list_text_paragraphs,
)
from articles.engine.comparison.quotation_changes import QuotationFate
from articles.engine.text.aliases import Aliases
from articles.engine.text.normalization import fold
from articles.engine.text.phrases import count_phrase, quote_words
from articles.engine.text.tokenization import extract_words
from articles.models import Article, ArticleVersion, Printing, Quote, VersionQuote
from articles.models.article_version import FIRST_VERSION, get_version_address
from articles.presentation.dates import describe_interval, format_moment
from articles.presentation.side_by_side import ChangeNote, PairView, build_pair_view
from articles.queries.lineage_snapshot import number_printings

WORDS_SHOWN = 8  # of a changed passage in a sentence
CHANGES_SHOWN = 3  # of one quotation in a sentence
NOTICE_FOUND, NO_NOTICE = "with a correction notice", "without a notice that we found"
_FATE_ORDER = (QuotationFate.ALTERED, QuotationFate.DROPPED, QuotationFate.ADDED)
_FATE_VALUES = frozenset(fate.value for fate in _FATE_ORDER)


@dataclass(frozen=True, slots=True)
class VersionEntry:
    """A version in a list; `version` is None for the article as it was stored first."""

    number: int
    name: str
    when: str
    address: str
    is_shown: bool
    version: ArticleVersion | None = None

    @property
    def summary(self) -> str:
        """What changed, as a phrase."""
        return describe_extent(self.version) if self.version else ""


@dataclass(frozen=True, slots=True)
class QuoteChange:
    """What became of one quotation, with its words before and after, compared where it has both."""

    fate: str
    before: Quote | None
    after: Quote | None
    pair: PairView | None
    severity: int
    sentence: str
    notice: str = ""

    @property
    def kind_label(self) -> str:
        """What happened, for a heading."""
        return {"altered": "Altered", "dropped": "No longer there", "added": "Added"}[self.fate]


@dataclass(frozen=True, slots=True)
class VersionChanges:
    """What changed from one version to the next: quotations first, then the rest of the text as a count of words."""

    version: ArticleVersion
    quotes: tuple[QuoteChange, ...]
    typesetting: int
    paragraphs: tuple[ParagraphChange, ...]
    headline_before: str
    headline_after: str
    when: str
    notice_remark: str
    notices: tuple[str, ...]

    @property
    def has_headline_change(self) -> bool:
        """Whether the headline has other words."""
        return bool(self.headline_before and self.headline_after) and fold(self.headline_before) != fold(
            self.headline_after
        )

    @property
    def words(self) -> str:
        """How many words of the text came and went."""
        return describe_words(self.version)

    @property
    def changed_paragraphs(self) -> tuple[ParagraphChange, ...]:
        """The paragraphs that are not the same in both."""
        return tuple(each for each in self.paragraphs if each.kind is not BlockKind.SAME)


def describe_moment(version: ArticleVersion) -> str:
    """Say when the text became this one, as far as it is known."""
    if version.kind == ArticleVersion.Kind.COPY or version.origin == ArticleVersion.Origin.FILE:
        return f"in a copy {'from a file ' if version.origin == 'file' else ''}seen {format_moment(version.seen)}"
    return describe_interval(version.seen_before, version.seen)


def describe_alteration(row: VersionQuote, aliases: Aliases) -> str:
    """Say what became of words that the newest version no longer has."""
    change = _build_quote_change(row, row.version, aliases)
    return f"{change.sentence[:1].lower()}{change.sentence[1:]}"


def describe_words(version: ArticleVersion) -> str:
    """Say how many words came and went: "12 words added, 3 removed"; empty where none did."""
    added, removed = version.words_added, version.words_removed
    if added and removed:
        return f"{count_phrase(added, 'word')} added, {removed} removed"
    if added or removed:
        return f"{count_phrase(added or removed, 'word')} {'added' if added else 'removed'}"
    return ""


def describe_extent(version: ArticleVersion) -> str:
    """Say what changed, quotations first."""
    quotes = count_phrase(version.changed_quotes, "quotation") + " changed" if version.changed_quotes else ""
    return "; ".join(filter(None, (quotes, describe_words(version)))) or "only the headline changed"


def describe_notice(version: ArticleVersion) -> str:
    """Say whether the outlet told its readers; empty where it is not known that it edited anything."""
    if not version.is_edit:
        return ""
    return NOTICE_FOUND if version.has_notice else NO_NOTICE


def list_entries(article: Article, versions: Sequence[ArticleVersion], shown: int) -> list[VersionEntry]:
    """List the versions of an article, the newest first; empty where there is only one."""
    if not versions:
        return []
    first = VersionEntry(
        FIRST_VERSION,
        "As it was stored first",
        format_moment(article.first_seen),
        get_version_address(article, FIRST_VERSION),
        shown == FIRST_VERSION,
    )
    later = [
        VersionEntry(
            each.number,
            _name_version(each),
            describe_moment(each),
            get_version_address(article, each.number),
            shown == each.number,
            each,
        )
        for each in versions
    ]
    return [*reversed(later), first]


def _name_version(version: ArticleVersion) -> str:
    kinds = ArticleVersion.Kind
    names = {
        kinds.EDITED.value: "Edited",
        kinds.COMPLETED.value: "The whole text, where only a part was stored before",
        kinds.LIVE.value: "The live blog later",
        kinds.COPY.value: "Another copy",
    }
    return names[version.kind]


def build_version_changes(
    version: ArticleVersion,
    fates: Sequence[VersionQuote],
    before: tuple[str, Sequence[Sequence[object]], str],
    aliases: Aliases,
) -> VersionChanges:
    """Say what changed from the version before, whose text, paragraphs and headline are `before`."""
    text, paragraphs, headline = before
    old = list_text_paragraphs(text, paragraphs)
    new = list_text_paragraphs(version.text, version.paragraphs)
    notices = tuple(filter(None, version.notice.split("\n")))
    changes = [_build_quote_change(row, version, aliases) for row in fates if row.fate in _FATE_VALUES]
    told = _assign_notices(changes, notices)
    told.sort(key=lambda each: (-each.severity, _FATE_ORDER.index(QuotationFate(each.fate))))
    return VersionChanges(
        version=version,
        quotes=tuple(told),
        typesetting=sum(row.fate == QuotationFate.TYPESETTING for row in fates),
        paragraphs=compare_articles(old, new).paragraphs,
        headline_before=headline,
        headline_after=version.title,
        when=describe_moment(version),
        notice_remark=describe_notice(version),
        notices=notices,
    )


def _build_quote_change(row: VersionQuote, version: ArticleVersion, aliases: Aliases) -> QuoteChange:
    when = describe_moment(version)
    pair = build_quote_pair(row.before, row.quote, aliases) if row.before and row.quote else None
    if pair is not None:
        sentence = f"{_verb(version, 'altered')} {when}: {describe_pair(pair)}"
    elif row.fate == QuotationFate.DROPPED:
        sentence = f"{_verb(version, 'taken out')} {when}"
    else:
        sentence = f"{_verb(version, 'added')} {when}"
    return QuoteChange(row.fate, row.before, row.quote, pair, row.severity, f"{sentence[:1].upper()}{sentence[1:]}")


def _verb(version: ArticleVersion, verb: str) -> str:
    """Return what the outlet did; "different" where it is not known that it did anything."""
    return verb if version.is_edit or version.kind == ArticleVersion.Kind.LIVE else "different"


def build_quote_pair(before: Quote, after: Quote, aliases: Aliases) -> PairView:
    """Compare a quotation before and after an edit as two outlets' versions are compared."""
    printings = [Printing(quote=quote, start=0, end=len(quote.text)) for quote in (before, after)]
    left, right = number_printings(printings)
    return build_pair_view(left, right, aliases)


def describe_pair(pair: PairView) -> str:
    """Say which words changed, the most serious first: "“not” dropped"."""
    if pair.parallel:
        return "rewritten throughout"
    changes = [note for note in pair.changes if not note.is_selection]
    told = [describe_change(note) for note in changes[:CHANGES_SHOWN]]
    if not told:
        return "it begins or ends elsewhere" if pair.changes else "only its typesetting differs"
    more = f" and {len(changes) - CHANGES_SHOWN} more" if len(changes) > CHANGES_SHOWN else ""
    return f"{'; '.join(told)}{more}"


def describe_change(note: ChangeNote) -> str:
    """Say what became of some words: "“not” dropped", "“a few” added", "“may” for “will”"."""
    before, after = quote_words(note.left, WORDS_SHOWN), quote_words(note.right, WORDS_SHOWN)
    if before and after:
        return f"{after} for {before}"
    return f"{after} added" if after else f"{before} dropped"


def _assign_notices(changes: Sequence[QuoteChange], notices: Sequence[str]) -> list[QuoteChange]:
    """Set each notice beside the change it speaks of: the only one, or the one whose words or speaker it names."""
    told = []
    for each in changes:
        matching = [notice for notice in notices if len(changes) == 1 or _speaks_of(notice, each)]
        told.append(
            QuoteChange(each.fate, each.before, each.after, each.pair, each.severity, each.sentence, " ".join(matching))
        )
    return told


def _speaks_of(notice: str, change: QuoteChange) -> bool:
    words = set(extract_words(notice))
    quotes = [quote for quote in (change.before, change.after) if quote]
    names = {name.split()[-1] for quote in quotes if (name := quote.attribution)}
    if any(set(extract_words(name)) <= words for name in names):
        return True
    notes = change.pair.changes if change.pair else ()
    telling = [extract_words(text) for note in notes for text in (note.left, note.right)]
    return any(len(each) > 1 and set(each) <= words for each in telling)
