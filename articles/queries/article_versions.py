"""The versions of an article: the text of each with its quotations in their places, and what changed between two."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

from articles.engine.comparison.quotation_changes import find_words
from articles.models import Article, ArticleVersion, IndirectQuote, Outlet, Quote, VersionQuote
from articles.models.article_version import FIRST_VERSION, ArticleVersionQuerySet


@dataclass(frozen=True, slots=True)
class VersionText:
    """One version of an article; `version` is None for the first, which is the article itself.

    `article` carries the text, paragraphs and warnings of this version, and is not to be saved.
    """

    number: int
    article: Article
    version: ArticleVersion | None
    versions: tuple[ArticleVersion, ...]

    @property
    def headline(self) -> str:
        """The headline of this version; the article's own is a part of its address."""
        return (self.version.title if self.version else "") or str(self.article)

    @property
    def is_newest(self) -> bool:
        """Whether no later version is stored."""
        return self.number == get_newest_number(self.versions)


def list_versions(article: Article) -> tuple[ArticleVersion, ...]:
    """List the later versions of an article in the order in which they came, without their texts."""
    return tuple(article.versions.defer_texts().order_by("number"))


def list_outlet_edits(outlet: Outlet) -> ArticleVersionQuerySet:
    """List the versions that an outlet made by editing published articles, the newest first."""
    edits = ArticleVersion.objects.edits().public().filter(article__outlet=outlet)
    articles = ("article__original", "article__text", "article__paragraphs")
    return edits.select_related("article__outlet").defer("original", "text", "paragraphs", *articles).order_by("-pk")


def get_newest_number(versions: Sequence[ArticleVersion]) -> int:
    """Return the number of the version that the article's page shows."""
    newest = [each for each in versions if each.seen > each.seen_before]
    return max(newest, key=lambda each: (each.seen, each.number)).number if newest else FIRST_VERSION


def load_version_text(article: Article, number: int, versions: tuple[ArticleVersion, ...]) -> VersionText | None:
    """Load a version of an article, by its number; None where there is none."""
    if number == FIRST_VERSION:
        return VersionText(number, article, None, versions)
    version = article.versions.defer("original").filter(number=number).first()
    if version is None:
        return None
    article.text, article.paragraphs, article.warnings = version.text, version.paragraphs, version.warnings
    article.byline, article.excerpt = version.byline or article.byline, False
    return VersionText(number, article, version, versions)


def place_quotes(article: Article, number: int, quotes: QuerySet[Quote]) -> list[Quote]:
    """Return those of `quotes` that a version has, each with the place that it has there, in its order."""
    if number == FIRST_VERSION:
        return list(quotes.filter(article=article, version=FIRST_VERSION).order_by("start"))
    rows = VersionQuote.objects.filter(version__article=article, version__number=number, start__isnull=False)
    places = {quote: (start, end) for quote, start, end in rows.values_list("quote", "start", "end")}
    found = list(quotes.filter(pk__in=places))
    for quote in found:
        start, end = places[quote.pk]
        assert start is not None, "only quotations with a place were read"
        assert end is not None, "a place has two ends"
        quote.start, quote.end = start, end
    return sorted(found, key=lambda quote: quote.start)


def place_indirect_quotes(text: str, number: int, indirect_quotes: Sequence[IndirectQuote]) -> list[IndirectQuote]:
    """Return those of the first version's indirect quotes whose words a version has, each with its places there."""
    if number == FIRST_VERSION:
        return list(indirect_quotes)
    placed = []
    for each in indirect_quotes:
        spans = [find_words(piece, text) for piece in each.text.splitlines() if piece.strip()]
        found = [[span.start, span.end] for span in spans if span is not None]
        if found and len(found) == len(spans):
            each.spans, each.start, each.end = found, found[0][0], found[-1][1]
            placed.append(each)
    return placed


def load_compared_text(article: Article, number: int) -> tuple[str, list[list[Any]], str]:
    """Load the text, paragraphs and headline of a version."""
    if number == FIRST_VERSION:
        first = Article.objects.filter(pk=article.pk).values_list("text", "paragraphs", "title")
        return first[0]
    return article.versions.filter(number=number).values_list("text", "paragraphs", "title")[0]


def load_fates(version: ArticleVersion) -> list[VersionQuote]:
    """Load what became of the quotations of the version before, and which ones came."""
    rows = VersionQuote.objects.filter(version=version)
    return list(rows.select_related("quote__speaker", "before__speaker", "quote__article", "before__article"))
