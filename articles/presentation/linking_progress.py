"""Progress of linking an article's quotations.

An article that has just come in says on its page "Its 10 quotations are being compared with 38 others." The page asks
for its progress by itself, more and more seldom; without script a link does. Counts stop at a thousand, so that asking
costs the same in any database.
"""

from dataclasses import dataclass

from django.utils import timezone

from articles.engine.text.phrases import count_phrase
from articles.models import Article, Quote

COUNT_LIMIT = 1000
# Seconds until the page asks again: a tenth of the time that has passed. After a day without a worker, twice a minute.
MIN_INTERVAL, MAX_INTERVAL = 1, 30
INTERVAL_SHARE = 0.1


@dataclass(frozen=True, slots=True)
class LinkingProgress:
    """The state of an article that is not linked yet."""

    article: Article
    quotes: int
    other_quotes: int  # quotes of other articles
    articles_ahead: int  # articles that are due before it

    @property
    def poll_interval(self) -> int:
        """Seconds until the next question."""
        age = (timezone.now() - self.article.taken_in).total_seconds()
        return round(min(max(MIN_INTERVAL, INTERVAL_SHARE * age), MAX_INTERVAL))

    @property
    def others_phrase(self) -> str:
        """As in "38 others", "more than 1,000 others"."""
        more = self.other_quotes > COUNT_LIMIT
        return f"more than {COUNT_LIMIT:,} others" if more else count_phrase(self.other_quotes, "other")

    @property
    def ahead_phrase(self) -> str:
        """As in "3 articles are", "more than 1,000 articles are"."""
        if self.articles_ahead > COUNT_LIMIT:
            return f"more than {COUNT_LIMIT:,} articles are"
        return f"{count_phrase(self.articles_ahead, 'article')} {'is' if self.articles_ahead == 1 else 'are'}"


def get_linking_progress(article: Article) -> LinkingProgress | None:
    """Return the progress of `article`; None if it is linked or has nothing to link."""
    quotes = 0 if article.link_state == Article.LinkState.LINKED else article.quotes.count()
    if not quotes:
        return None
    ahead = Article.objects.filter(lease_until__lt=article.lease_until) if article.lease_until else None
    return LinkingProgress(
        article,
        quotes=quotes,
        other_quotes=Quote.objects.exclude(article=article).order_by()[: COUNT_LIMIT + 1].count(),
        articles_ahead=0 if ahead is None else ahead.order_by()[: COUNT_LIMIT + 1].count(),
    )
