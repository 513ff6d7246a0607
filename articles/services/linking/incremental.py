"""Incremental linking: the quotes of a new article find their matches and join lineages.

The word-pair index names the quotes that share most rare pairs of words with a new one, pairwise comparison scores each
(`candidates`), and the new quote joins the lineage of its match (`placement`). The cost of one article does not grow
with the corpus: each pair of words names at most its newest few quotes, the first quote with the same words stands for
its verbatim copies, and a lineage of very many wordings is only added to.
"""

from collections.abc import Sequence

from articles.models import Alias, Match, Quote
from articles.services.linking.candidates import match_and_index
from articles.services.linking.placement import place_quotes


def link_quotes(quotes: Sequence[Quote]) -> int:
    """Index, match and place new quotes, in a transaction; return how many joined printings in other articles."""
    if not quotes:
        return 0
    result = match_and_index(quotes, Alias.objects.load_table())
    Match.objects.bulk_insert(result.matches)
    place_quotes(quotes, result.matches)
    return len(result.joined & {quote.pk for quote in quotes})
