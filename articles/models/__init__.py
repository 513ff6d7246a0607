"""What is kept: outlets print articles, articles hold quotes by speakers, quotes are printings in lineages."""

from .alias import Alias
from .article import Article
from .departure import Departure
from .index import WordPair
from .indirect import IndirectQuote
from .lineage import Code, Lineage, Printing
from .match import Match
from .outlet import Outlet
from .posting import Posting
from .quote import Quote
from .revision import Revision
from .ruling import Batch, Preference, Ruling, Suggestion, Unruled
from .speaker import Speaker, SpeakerName

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
