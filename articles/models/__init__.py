"""Models: outlets print articles, articles hold quotes by speakers, quotes are printings in lineages."""

from articles.models.alias import Alias as Alias
from articles.models.article import Article as Article
from articles.models.decision import Decision as Decision
from articles.models.decision import Ruling as Ruling
from articles.models.desk import DeskPreference as DeskPreference
from articles.models.desk import Suggestion as Suggestion
from articles.models.fetch import Fetch as Fetch
from articles.models.fetch import IncomingArticle as IncomingArticle
from articles.models.lineage import Lineage as Lineage
from articles.models.lineage import LineageCode as LineageCode
from articles.models.match import Match as Match
from articles.models.outlet import Outlet as Outlet
from articles.models.outlet import OutletHost as OutletHost
from articles.models.printing import BaselineMembership as BaselineMembership
from articles.models.printing import Printing as Printing
from articles.models.quote import IndirectQuote as IndirectQuote
from articles.models.quote import Quote as Quote
from articles.models.quote import SpeakerCertainty as SpeakerCertainty
from articles.models.revision import Revision as Revision
from articles.models.search_posting import SearchPosting as SearchPosting
from articles.models.source import Source as Source
from articles.models.source import SourceItem as SourceItem
from articles.models.speaker import Speaker as Speaker
from articles.models.speaker import SpeakerName as SpeakerName
from articles.models.variant import Variant as Variant
from articles.models.word_pair import WordPair as WordPair
