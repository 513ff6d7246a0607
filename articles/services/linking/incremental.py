"""Incremental linking: the quotes of a new article find their matches and join lineages.

SANA's article comes in with "The problem around the US-led coalition...". The word-pair index names the quotes that
share most of its rare pairs of words, the pairwise comparison scores each of them, and TASS's is a match (`matching`):
the quote joins TASS's lineage (`placement`). A new quote may also change how others belong together. It may show that
two lineages are one, or be the third paper that prints one sentence of a block. Then the lineages around the quote are
clustered again from all their matches, and every code keeps leading somewhere (`lineage_updates`).

The cost of one article does not grow with the corpus: each pair of words names at most its newest few quotes, verbatim
copies are represented by the first quote with their words, and a lineage of very many wordings is only added to, not
clustered again. `articles.services.linking.relink` links all quotes at once.
"""

from collections.abc import Sequence

from articles.models import Alias, Match, Quote
from articles.services.linking.candidates import match_and_index
from articles.services.linking.placement import place_quotes


def link_quotes(quotes: Sequence[Quote]) -> int:
    """Index, match and place new quotes; return how many of them joined printings in other articles.

    Call it inside the transaction that stored them.
    """
    if not quotes:
        return 0
    result = match_and_index(quotes, Alias.objects.load_table())
    Match.objects.bulk_insert(result.matches)
    place_quotes(quotes, result.matches)
    return len(result.joined & {quote.pk for quote in quotes})
