"""Models: outlets print articles, articles hold quotes by speakers, quotes are printings in lineages."""

from articles.models.alias import Alias
from articles.models.article import Article
from articles.models.baseline import BaselineMembership
from articles.models.decision import Decision
from articles.models.desk_preference import DeskPreference
from articles.models.indirect_quote import IndirectQuote
from articles.models.lineage import Lineage
from articles.models.lineage_code import LineageCode
from articles.models.match import Match
from articles.models.outlet import Outlet
from articles.models.printing import Printing
from articles.models.quote import Quote
from articles.models.revision import Revision
from articles.models.ruling import Ruling
from articles.models.search_posting import SearchPosting
from articles.models.speaker import Speaker, SpeakerName
from articles.models.suggestion import Suggestion
from articles.models.variant import Variant
from articles.models.word_pair import WordPair

__all__ = [
    "Alias",
    "Article",
    "BaselineMembership",
    "Decision",
    "DeskPreference",
    "IndirectQuote",
    "Lineage",
    "LineageCode",
    "Match",
    "Outlet",
    "Printing",
    "Quote",
    "Revision",
    "Ruling",
    "SearchPosting",
    "Speaker",
    "SpeakerName",
    "Suggestion",
    "Variant",
    "WordPair",
]
