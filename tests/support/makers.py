"""Makers of articles, quotations and lineages for the tests.

``make_lineage(make_quote(TASS), make_quote(SANA, outlet="SANA"))`` makes two articles of two outlets, a quote in each
and the lineage that they form. What a test does not name is a plain default.
"""

import hashlib
from collections.abc import Collection
from datetime import UTC, datetime
from itertools import count

from articles.engine.linking.fingerprints import NO_POSTINGS, Postings, compute_fingerprint
from articles.engine.text.aliases import Aliases
from articles.engine.text.normalization import fold
from articles.models import (
    Article,
    IndirectQuote,
    Lineage,
    LineageCode,
    Outlet,
    Printing,
    Quote,
    Speaker,
    SpeakerCertainty,
    WordPair,
)
from articles.services.variants import record_variants

TASS = (
    "pledged not to take any action against the Syrian army (life has proved they never went back from their words), "
    "spared those Islamic State groups that were capable of pressing the Syrian army"
)
SANA = (
    "pledged not to take any action against the Syrian army, "
    "spared those ISIS groups that were capable of pressing the Syrian army"
)
_numbers = count(1)


def make_article(
    text: str = "",
    *,
    outlet: str | None = "OffGuardian",
    title: str = "US deliberately sparing Islamic State",
    published: datetime | None = datetime(2015, 11, 17, tzinfo=UTC),
    precision: str = "day",
    offset: int | None = None,
    credit: str = "",
    url: str = "",
    archive: str = "",
    language: str = "en",
    byline: str = "",
    excerpt: bool = False,
    paragraphs: list[list[object]] | None = None,
    waiting: bool = False,
) -> Article:
    """Make an article of `outlet` with `text`, or with a line of its own; linked, or `waiting`."""
    text = text or f"Article number {next(_numbers)} of this test."
    return Article.objects.create(
        outlet=Outlet.objects.get_or_create_by_name(outlet) if outlet else None,
        url=url,
        url_key=hashlib.sha256(url.encode()).hexdigest() if url else None,
        archive_url=archive,
        title=title,
        byline=byline,
        published=published,
        published_offset=offset,
        precision=precision if published else "unknown",
        language=language,
        credit=credit,
        excerpt=excerpt,
        original=text.encode(),
        text=text,
        text_key=hashlib.sha256(text.encode()).hexdigest(),
        paragraphs=paragraphs or [],
        **({} if waiting else {"link_state": Article.LinkState.LINKED, "lease_until": None}),
    )


def make_quote(
    text: str = TASS,
    *,
    article: Article | None = None,
    outlet: str | None = "OffGuardian",
    published: datetime | None = datetime(2015, 11, 17, tzinfo=UTC),
    speaker: str = "Sergey Lavrov",
    occasion: str = "",
    credit: str = "",
    certainty: str = SpeakerCertainty.SURE,
    printed: str = "",
    rule: str = "",
) -> Quote:
    """Return a quote of `text` in `article`, which must hold the words, else in an article made around it.

    `printed` is how the article names the speaker beside the words, if not by name.
    """
    if article is None:
        number = next(_numbers)
        context = f"\N{LEFT DOUBLE QUOTATION MARK}{text}\N{RIGHT DOUBLE QUOTATION MARK} was said, note {number}."
        article = make_article(context, outlet=outlet, published=published)
    start = article.text.index(text)
    return Quote.objects.create(
        article=article,
        start=start,
        end=start + len(text),
        text=text,
        folded=fold(text),
        speaker=Speaker.objects.get_or_create_by_name(speaker) if speaker else None,
        speaker_name=speaker,
        speaker_text=printed or speaker,
        speaker_certainty=certainty,
        rule=rule,
        occasion=occasion,
        credit=credit,
    )


def make_indirect_quote(
    *pieces: str, article: Article, speaker: str = "Sergey Lavrov", cue: str = "said", occasion: str = ""
) -> IndirectQuote:
    """Return what `article`, which must hold these pieces, tells without quotation marks."""
    spans = [(article.text.index(piece), article.text.index(piece) + len(piece)) for piece in pieces]
    text = " ".join(pieces)
    return IndirectQuote.objects.create(
        article=article,
        start=spans[0][0],
        end=spans[-1][1],
        spans=spans,
        text=text,
        folded=fold(text),
        speaker=Speaker.objects.get_or_create_by_name(speaker),
        speaker_name=speaker,
        cue=cue,
        occasion=occasion,
        confidence=0.5,
    )


def make_lineage(*quotes: Quote, code: str = "") -> Lineage:
    """Return the lineage whose printings are `quotes`; of one fresh quote where none is given."""
    quotes = quotes or (make_quote(),)
    lineage = Lineage.objects.bulk_create_with_codes([None])[0]
    if code:
        LineageCode.objects.filter(pk=lineage.code).delete()
        LineageCode.objects.create(code=code, lineage=lineage)
        lineage.code = code
        lineage.save(update_fields=["code"])
    lineage.set_printings({quote.pk: (0, len(quote.text)) for quote in quotes})
    lineage.refresh_summary()
    return lineage


def index_words(*quotes: Quote) -> None:
    """Add these quotes to the word-pair index, as linking would, each as the first with its words."""
    postings: dict[int, Postings] = {}
    for quote in quotes:
        fingerprint = compute_fingerprint(quote.text)
        for key in {fingerprint.exact_key, *fingerprint.blocking_keys}:
            postings[key] = postings.get(key, NO_POSTINGS).with_quote(quote.pk)
    WordPair.objects.save_postings(postings, {})


def record_lineage_variants(lineages: Collection[Lineage], aliases: Aliases) -> None:
    """Store the variants of these lineages as they are."""
    printings: dict[int, list[Printing]] = {lineage.pk: [] for lineage in lineages}
    for printing in Printing.objects.filter(lineage__in=printings).in_context().earliest_first():
        printings[printing.lineage_id].append(printing)
    record_variants({lineage: printings[lineage.pk] for lineage in lineages}, aliases)
