"""What is kept: outlets print articles, articles hold quotes by speakers, quotes are printings in lineages."""

from articles.models.alias import Alias
from articles.models.article import Article
from articles.models.indirect_quote import IndirectQuote
from articles.models.lineage import Code, Lineage, Printing
from articles.models.match import Match
from articles.models.outlet import Outlet
from articles.models.quote import Quote
from articles.models.revision import Revision
from articles.models.ruling import Batch, Preference, Ruling, Suggestion, Unruled
from articles.models.search_posting import Posting
from articles.models.speaker import Speaker, SpeakerName
from articles.models.variant import Departure
from articles.models.word_pair import WordPair

__all__ = [
    "Alias",
    "Article",
    "Batch",
    "Code",
    "Departure",
    "IndirectQuote",
    "Lineage",
    "Match",
    "Outlet",
    "Posting",
    "Preference",
    "Printing",
    "Quote",
    "Revision",
    "Ruling",
    "Speaker",
    "SpeakerName",
    "Suggestion",
    "Unruled",
    "WordPair",
]
