"""Article versions: keep a changed text of a known address whole, and say what became of its quotations.

`add_version` compares what came with the newest stored text. The same words are a sighting. Other words are a version,
stored with its quotations in one transaction: after a crash the whole version is there or none of it. Words that stay
keep their row, and with it their lineage and their addresses. Words that an edit altered or took away stay on record as
what was published before; the new ones get rows of their own, dated by when they were seen.

What came is no version where it is only a part of the article (behind a wall, cut off, garbled): then nothing was seen
of the rest, and nobody may be blamed for dropping it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from django.utils import timezone

from articles.engine.cleaning.correction_notices import find_correction_notices, find_new_notices
from articles.engine.comparison.article_changes import (
    ArticleChanges,
    compare_articles,
    is_cut_off,
    list_text_paragraphs,
    split_paragraphs,
)
from articles.engine.comparison.partial_match import find_partial_match
from articles.engine.comparison.quotation_changes import QuotationChange, QuotationFate, compare_quotations
from articles.engine.extraction import Extraction, Quotation
from articles.engine.text.aliases import Aliases
from articles.engine.text.normalization import fold
from articles.engine.text.spans import Span
from articles.importers import ArticleDraft
from articles.importers.text_warnings import TextWarning
from articles.models import Alias, Article, ArticleVersion, Fetch, Quote, Recheck, VersionQuote
from articles.models.addresses import hash_url
from articles.models.article import now_in_seconds
from articles.models.article_version import FIRST_VERSION
from articles.services.article_fields import build_text_fields, compute_text_key
from articles.services.attribution import build_attribution, resolve_credits, resolve_speakers
from articles.services.search_index import index_quotes

Kind, Standing = ArticleVersion.Kind, Quote.Standing
_INCOMPLETE = frozenset({TextWarning.WALL.value, TextWarning.CUT.value})
PARTIAL_TEXT = "only a part of the article came, so nothing was compared"
OTHER_TEXT = "the page has another text altogether, so nothing was compared"
GARBLED_TEXT = "the text came with garbled characters, so nothing was compared"
# Share of the words before below which a page is no later state of the article; chosen, not measured: a rewritten
# article of one subject keeps its names and function words.
MIN_COMMON = 0.1


@dataclass(frozen=True, slots=True)
class StoredText:
    """The newest stored text of an article: the article itself, or a version of it."""

    number: int
    text: str
    paragraphs: Sequence[Sequence[object]]
    title: str
    media_type: str
    warnings: Sequence[str]
    is_excerpt: bool
    seen: datetime

    @property
    def is_incomplete(self) -> bool:
        """Whether a part of the article may be missing."""
        return self.is_excerpt or bool(_INCOMPLETE.intersection(self.warnings))


@dataclass(frozen=True, slots=True)
class TextDifference:
    """How a text that came differs from the newest stored one; no `kind` where it is no version."""

    newest: StoredText
    kind: ArticleVersion.Kind | None
    changes: ArticleChanges | None = None
    problem: str = ""
    is_newest: bool = True

    @property
    def is_version(self) -> bool:
        """Whether what came is another version of the article."""
        return self.kind is not None


@dataclass(frozen=True, slots=True)
class AddedVersion:
    """A version just stored, and the rows of quotations that it brought."""

    version: ArticleVersion
    quotes: tuple[Quote, ...]


def load_newest_text(article: Article) -> StoredText:
    """Load the newest text of an article."""
    newest = ArticleVersion.objects.filter(article=article).in_order().defer("original").last()
    if newest is None:
        stored = Article.objects.only("text", "paragraphs", "title", "media_type", "warnings", "excerpt").get(
            pk=article.pk
        )
        own = (stored.text, stored.paragraphs, stored.title, stored.media_type, stored.warnings, stored.excerpt)
        return StoredText(FIRST_VERSION, *own, article.first_seen)
    own = (newest.text, newest.paragraphs, newest.title, newest.media_type, newest.warnings, False)
    return StoredText(newest.number, *own, newest.seen)


def compare_with_stored(
    article: Article, draft: ArticleDraft, extraction: Extraction, *, fetch: Fetch | None
) -> TextDifference:
    """Say whether a draft with the address of an article is another version of it, and of which kind."""
    newest = load_newest_text(article)
    seen = get_seen(draft)
    is_newest = seen >= newest.seen
    if _is_stored_text(article, draft, newest, only_newest=fetch is not None and is_newest):
        return TextDifference(newest, None, is_newest=is_newest)
    before = list_text_paragraphs(newest.text, newest.paragraphs)
    after = list_text_paragraphs(draft.text, [[p.start, p.end, p.label, p.rule] for p in extraction.paragraphs])
    changes = compare_articles(before, after)
    if changes.is_same and not is_other_headline(newest.title, draft.title or ""):
        return TextDifference(newest, None, changes, is_newest=is_newest)
    codes = {warning.value for warning in draft.warnings}
    if TextWarning.GARBLED.value in codes:
        return TextDifference(newest, None, changes, GARBLED_TEXT, is_newest)
    is_partial = draft.excerpt or bool(codes & _INCOMPLETE) or is_cut_off(before, after)
    if is_partial and not (newest.is_incomplete and changes.words_added > changes.words_removed):
        return TextDifference(newest, None, changes, PARTIAL_TEXT, is_newest)
    is_other = changes.words_removed >= (1 - MIN_COMMON) * sum(len(paragraph.split()) for paragraph in before)
    if is_other and fetch is not None:
        return TextDifference(newest, None, changes, OTHER_TEXT, is_newest)
    if newest.is_incomplete:
        kind = Kind.COMPLETED
    elif is_other or not is_newest or not _are_comparable(article, newest, draft, fetch):
        kind = Kind.COPY
    else:
        kind = Kind.LIVE if TextWarning.LIVE.value in codes else Kind.EDITED
    return TextDifference(newest, kind, changes, "", is_newest)


def _is_stored_text(article: Article, draft: ArticleDraft, newest: StoredText, *, only_newest: bool) -> bool:
    """Return whether the text is stored: as the newest, or, of files whose time nobody knows, as any version."""
    key = compute_text_key(draft.text)
    if key == compute_text_key(newest.text):
        return not is_other_headline(newest.title, draft.title or "")
    if only_newest:
        return False
    return article.text_key == key or ArticleVersion.objects.filter(article=article, text_key=key).exists()


def is_other_headline(before: str, after: str) -> bool:
    """Return whether two headlines have different words; where one is missing nothing differs."""
    return bool(before and after) and fold(before) != fold(after)


def _are_comparable(article: Article, newest: StoredText, draft: ArticleDraft, fetch: Fetch | None) -> bool:
    """Return whether both texts came the same way, so that what differs is the outlet's doing.

    A page as a browser saved it, the page for phones and the data behind a page have other words in their margins.
    """
    is_data = TextWarning.DATA.value in {warning.value for warning in draft.warnings}
    if newest.media_type != draft.media_type or is_data != (TextWarning.DATA.value in newest.warnings):
        return False
    before = _find_fetch(article, newest.number)
    if before is None or fetch is None:
        return before is fetch
    return hash_url(before.final_address) == hash_url(fetch.final_address)


def _find_fetch(article: Article, number: int) -> Fetch | None:
    """Find the request that a stored text came with; None where it came from a file."""
    if number != FIRST_VERSION:
        return ArticleVersion.objects.select_related("fetch").defer_texts().get(article=article, number=number).fetch
    before = Fetch.objects.filter(article=article, fetched__lte=article.taken_in, problem="")
    return before.order_by("-pk").first()


def get_seen(draft: ArticleDraft) -> datetime:
    """Return when the text of a draft was seen: as an archive or a browser says, else now."""
    now = timezone.now()
    if draft.seen is None:
        return now
    return min(draft.seen if draft.seen.tzinfo else draft.seen.replace(tzinfo=UTC), now)


def note_sighting(article: Article, seen: datetime, *, problem: str = "") -> None:
    """Record when the newest text of an article was seen last, or why it was not seen."""
    recheck, made = Recheck.objects.get_or_create(
        article=article, defaults={"last_seen": article.first_seen if problem else seen, "problem": problem}
    )
    if made:
        return
    recheck.problem = problem
    if not problem:
        recheck.last_seen = max(recheck.last_seen, seen)
        recheck.gone = None
    recheck.save(update_fields=["problem", "last_seen", "gone"])


def add_version(
    article: Article,
    draft: ArticleDraft,
    extraction: Extraction,
    *,
    fetch: Fetch | None = None,
) -> AddedVersion | None:
    """Store what came as a version of `article`, in the caller's transaction and under the lock of ingest.

    Returns None where it is no version: then only the sighting is noted, or why nothing was compared.
    """
    difference = compare_with_stored(article, draft, extraction, fetch=fetch)
    seen = get_seen(draft)
    if difference.kind is None or difference.changes is None:
        if difference.is_newest:
            note_sighting(article, seen, problem=difference.problem)
        return None
    recheck = Recheck.objects.filter(article=article).first()
    last_seen = max(recheck.last_seen if recheck else article.first_seen, difference.newest.seen)
    version = _build_version(article, draft, extraction, difference, min(last_seen, seen), seen, fetch)
    aliases = Alias.objects.load_table()
    fates = _compare_quotations(article, draft, extraction, difference, aliases)
    version.severity = max((fate.severity for fate in fates), default=0)
    version.changed_quotes = sum(fate.is_change for fate in fates)
    version.save()
    quotes = _store_quotes(version, draft, extraction, difference, fates)
    if difference.is_newest:
        note_sighting(article, seen)
        _make_due(article)
    return AddedVersion(version, tuple(quotes))


def _build_version(
    article: Article,
    draft: ArticleDraft,
    extraction: Extraction,
    difference: TextDifference,
    last_seen: datetime,
    seen: datetime,
    fetch: Fetch | None,
) -> ArticleVersion:
    assert difference.kind is not None, "a version has a kind"
    assert difference.changes is not None, "a version was compared"
    numbers = ArticleVersion.objects.filter(article=article).order_by("-number").values_list("number", flat=True)
    before = split_paragraphs(difference.newest.text, difference.newest.paragraphs)
    after = [draft.text[p.start : p.end] for p in extraction.paragraphs]
    return ArticleVersion(
        article=article,
        number=(numbers.first() or FIRST_VERSION) + 1,
        compared_with=difference.newest.number,
        kind=difference.kind,
        origin=ArticleVersion.Origin.FETCHED if fetch else ArticleVersion.Origin.FILE,
        seen=seen,
        seen_before=last_seen,
        fetch=fetch,
        notice="\n".join(find_new_notices(before, after)),
        words_added=difference.changes.words_added,
        words_removed=difference.changes.words_removed,
        **build_text_fields(draft, extraction),
    )


@dataclass(frozen=True, slots=True)
class _Fate:
    """What became of a quotation: the stored row that it was, and where it stands in the new text, if it does."""

    fate: QuotationFate
    before: Quote | None
    found: Quotation | None
    span: Span | None
    severity: int = 0

    @property
    def is_change(self) -> bool:
        return self.fate in (QuotationFate.ALTERED, QuotationFate.ADDED, QuotationFate.DROPPED)


def _compare_quotations(
    article: Article, draft: ArticleDraft, extraction: Extraction, difference: TextDifference, aliases: Aliases
) -> list[_Fate]:
    """Compare the quotations of the newest stored text with those of the draft, apart from what notices quote."""
    stored = load_quotes_of(article, difference.newest.number)
    notices = _find_notice_spans(draft.text, [(p.start, p.end) for p in extraction.paragraphs])
    found = [
        each for each in extraction.quotations if not any(Span(each.start, each.end).overlaps(at) for at in notices)
    ]
    changes = compare_quotations(
        [span for _, span in stored],
        [Span(each.start, each.end) for each in found],
        difference.newest.text,
        _blank_out(draft.text, notices),
    )
    fates = [_build_fate(change, [quote for quote, _ in stored], found, draft.text, aliases) for change in changes]
    if difference.kind == Kind.COMPLETED or difference.kind == Kind.COPY:
        return [replace(fate, severity=0) for fate in fates]
    return fates


def load_quotes_of(article: Article, number: int) -> list[tuple[Quote, Span]]:
    """Load the quotations of a version, with where each stands in its text, in its order."""
    if number == FIRST_VERSION:
        quotes = Quote.objects.filter(article=article, version=FIRST_VERSION).select_related("speaker")
        return [(quote, Span(quote.start, quote.end)) for quote in quotes.order_by("start")]
    rows = VersionQuote.objects.filter(version__article=article, version__number=number, quote__isnull=False)
    return [
        (row.quote, Span(row.start, row.end))
        for row in rows.select_related("quote__speaker").order_by("start", "pk")
        if row.quote is not None and row.start is not None and row.end is not None
    ]


def _find_notice_spans(text: str, paragraphs: Sequence[tuple[int, int]]) -> list[Span]:
    """Find the paragraphs that are correction notices: what they quote is an account of the change."""
    return [Span(start, end) for start, end in paragraphs if find_correction_notices([text[start:end]])]


def _blank_out(text: str, spans: Sequence[Span]) -> str:
    """Return the text with blanks in the place of these spans."""
    for span in spans:
        text = text[: span.start] + " " * len(span) + text[span.end :]
    return text


def _build_fate(
    change: QuotationChange, stored: Sequence[Quote], found: Sequence[Quotation], text: str, aliases: Aliases
) -> _Fate:
    before = None if change.before is None else stored[change.before]
    after = None if change.after is None else found[change.after]
    if change.fate is not QuotationFate.ALTERED or before is None or change.span is None:
        return _Fate(change.fate, before, after, change.span)
    match = find_partial_match(before.text, change.span.extract(text), aliases)
    changes = [each for each in match.substantive_changes if not each.is_truncation]
    if not (match.substantive_changes or match.is_loose or match.extra_word_count or match.is_part):
        return _Fate(QuotationFate.TYPESETTING, before, after, change.span)
    severity = max((each.severity for each in changes), default=0)
    return _Fate(change.fate, before, after, change.span, severity)


def _store_quotes(
    version: ArticleVersion,
    draft: ArticleDraft,
    extraction: Extraction,
    difference: TextDifference,
    fates: Sequence[_Fate],
) -> list[Quote]:
    """Store the rows of new quotations, what became of all of them, and which are no longer in the newest version."""
    article = version.article
    new = [fate for fate in fates if fate.found is not None and not _keeps_row(fate)]
    returning = _find_returning(article, [draft.text[f.found.start : f.found.end] for f in new if f.found])
    found = [fate.found for fate in new if fate.found is not None]
    speakers = resolve_speakers(found)
    credits = resolve_credits(filter(None, (each.credit for each in found)))
    rows: dict[int, Quote] = {}
    created: list[Quote] = []
    for fate in new:
        assert fate.found is not None
        words = draft.text[fate.found.start : fate.found.end]
        if words in returning:
            rows[id(fate)] = returning.pop(words)
            continue
        quote = Quote(
            text=words,
            folded=fold(words),
            type=fate.found.type,
            closed=fate.found.closed,
            version=version.number,
            standing=Standing.CURRENT if difference.is_newest else Standing.EARLIER,
            left_out=fate.before.left_out if fate.before else "",
            **_date_words(version, fate),
            **build_attribution(article, fate.found, speakers, credits),
        )
        rows[id(fate)] = quote
        created.append(quote)
    created = Quote.objects.bulk_create(created)
    _join_halves(extraction, fates, rows)
    index_quotes(created)
    VersionQuote.objects.bulk_create(_build_version_quote(version, fate, rows.get(id(fate))) for fate in fates)
    if difference.is_newest:
        kept = {row.pk for fate in fates if (row := rows.get(id(fate)) or (fate.before if _keeps_row(fate) else None))}
        Quote.objects.filter(pk__in=kept).exclude(standing=Standing.CURRENT).update(standing=Standing.CURRENT)
        replaced = Standing.PART if version.kind == Kind.COMPLETED else Standing.EARLIER
        gone = Quote.objects.filter(article=article, standing=Standing.CURRENT).exclude(pk__in=kept)
        gone.update(standing=replaced)
    return created


def _keeps_row(fate: _Fate) -> bool:
    """Return whether the words are those of a stored row, but for typesetting."""
    return fate.before is not None and fate.fate in (QuotationFate.SAME, QuotationFate.TYPESETTING)


def _find_returning(article: Article, texts: Sequence[str]) -> dict[str, Quote]:
    """Find rows of earlier versions whose very words are back."""
    earlier = Quote.objects.filter(article=article, text__in=texts).exclude(standing=Standing.CURRENT)
    return {quote.text: quote for quote in earlier.order_by("-pk")}


def _date_words(version: ArticleVersion, fate: _Fate) -> Mapping[str, datetime | None]:
    """Return when new words were first seen, and when the article was last seen without them.

    Words that stood there before are as old as the article, and so is what a part of it did not show. Words of an
    article without a date have none either: nobody knows what was printed before them.
    """
    published = version.article.published
    if published is None or fate.fate is QuotationFate.SAME or version.kind == Kind.COMPLETED:
        return {}
    absent = version.seen_before if version.kind in (Kind.EDITED, Kind.LIVE) else None
    return {"seen": max(version.seen, published), "absent": absent}


def _join_halves(extraction: Extraction, fates: Sequence[_Fate], rows: Mapping[int, Quote]) -> None:
    """Join the halves of a quotation that "he said" interrupts, where both are new."""
    positions = {id(quotation): at for at, quotation in enumerate(extraction.quotations)}
    stored = {positions[id(fate.found)]: rows[id(fate)] for fate in fates if fate.found and id(fate) in rows}
    changed = []
    for at, quote in stored.items():
        half = extraction.quotations[at].other_half
        other = stored.get(half) if half is not None else None
        if other is not None and quote.other_half_id is None:
            quote.other_half = other
            changed.append(quote)
    Quote.objects.bulk_update(changed, ["other_half"])


def _build_version_quote(version: ArticleVersion, fate: _Fate, row: Quote | None) -> VersionQuote:
    quote = row or (fate.before if _keeps_row(fate) else None)
    before = fate.before if fate.fate in (QuotationFate.ALTERED, QuotationFate.DROPPED) else None
    start, end = (fate.span.start, fate.span.end) if fate.span and quote else (None, None)
    return VersionQuote(
        version=version, fate=fate.fate.value, quote=quote, before=before, start=start, end=end, severity=fate.severity
    )


def _make_due(article: Article) -> None:
    """Let the article's new quotations be linked; a worker that holds its lease has to begin again."""
    state = Article.LinkState.WAITING
    Article.objects.filter(pk=article.pk).update(
        link_state=state, lease_owner="", lease_until=now_in_seconds(), attempts=0, last_error=""
    )
