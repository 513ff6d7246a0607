"""Schemas of the API: what a program gets of an outlet, a quote or a lineage, and what it may ask.

An outlet is ``{"slug": "sana", "name": "SANA", ...}``; a quote names its article and the codes of its lineages.
``address`` is the page that people read. What is not known is null. `LineageDetailSchema` describes what
`articles.exports.json_export` writes; the other schemas read the rows of the database.
"""

from datetime import date
from typing import Annotated, Any, Generic, Protocol, TypeVar

from django.http import HttpRequest
from ninja import Schema
from pydantic import BaseModel, BeforeValidator, Field, WithJsonSchema

from articles.models import Article, Lineage, Quote, Speaker
from articles.presentation.check_results import FindingView
from articles.views.http.params import parse_bounded_int

DEFAULT_LIMIT, MAX_LIMIT = 20, 100  # rows of a page of a list

Item = TypeVar("Item")
TextOrNull = Annotated[str | None, BeforeValidator(lambda text: text or None)]
IsoDate = Annotated[str | None, BeforeValidator(lambda day: day.isoformat() if isinstance(day, date) else day)]


class HasAbsoluteUrl(Protocol):
    """A row that has a page."""

    def get_absolute_url(self) -> str: ...


class RowSchema(Schema):
    """A row of the database; a field ``address`` is the full address of its page."""

    @staticmethod
    def resolve_address(row: HasAbsoluteUrl, context: dict[str, HttpRequest]) -> str:
        return context["request"].build_absolute_uri(row.get_absolute_url())


class OutletSchema(RowSchema):
    """An outlet."""

    slug: str
    name: str
    address: str
    domain: TextOrNull
    kind: str
    country: TextOrNull


class OutletDetailSchema(OutletSchema):
    """An outlet with how much it printed."""

    articles: int = Field(alias="article_count")
    quotes: int = Field(alias="quote_count")


class SpeakerSchema(RowSchema):
    """A speaker."""

    slug: str
    name: str
    address: str


class SpeakerDetailSchema(SpeakerSchema):
    """A speaker with the names they are printed under, and how often."""

    names: list[str]
    quotes: int = Field(alias="quote_count")
    outlets: int = Field(alias="outlet_count")

    @staticmethod
    def resolve_names(speaker: Speaker) -> list[str]:
        return [each.name for each in speaker.names.all()]


class ArticleSchema(RowSchema):
    """An article without its text."""

    id: int
    headline: str = Field(alias="title")
    byline: TextOrNull
    address: str
    url: TextOrNull
    outlet: OutletSchema | None
    published: TextOrNull
    precision: str
    language: TextOrNull
    credit: TextOrNull
    excerpt: bool
    taken_in: IsoDate

    @staticmethod
    def resolve_published(article: Article) -> str:
        return article.printed_date.iso


class QuoteSchema(RowSchema):
    """A quote without its article."""

    id: int
    text: str
    start: int
    end: int
    address: str
    speaker: SpeakerSchema | None
    attribution: TextOrNull
    cue: TextOrNull
    occasion: TextOrNull
    said_on: IsoDate
    credit: TextOrNull
    confidence: float
    lineages: list[str]

    @staticmethod
    def resolve_lineages(quote: Quote) -> list[str]:
        return sorted(printing.lineage.code for printing in quote.printings.all())


class QuoteInContextSchema(QuoteSchema):
    """A quote in its article."""

    article: ArticleSchema


class ArticleDetailSchema(ArticleSchema):
    """An article with its quotes."""

    quotes: list[QuoteSchema]


class LineageSchema(RowSchema):
    """A lineage as lists show it."""

    code: str
    address: str
    text: str
    speaker: SpeakerSchema | None
    outlets: int = Field(alias="outlet_count")
    printings: int = Field(alias="printing_count")
    first_printed: TextOrNull
    first_outlet: OutletSchema | None

    @staticmethod
    def resolve_text(lineage: Lineage) -> str:
        return lineage.first.text if lineage.first else ""

    @staticmethod
    def resolve_speaker(lineage: Lineage) -> Any:
        return lineage.first and lineage.first.speaker

    @staticmethod
    def resolve_first_printed(lineage: Lineage) -> str | None:
        return lineage.first.article.printed_date.iso if lineage.first else None

    @staticmethod
    def resolve_first_outlet(lineage: Lineage) -> Any:
        return lineage.first and lineage.first.article.outlet


class ItemPage(BaseModel, Generic[Item]):
    """A page of a list; `next` is the address of the next page."""

    items: list[Item]
    next: str | None

    @classmethod
    def model_parametrized_name(cls, params: tuple[Any, ...]) -> str:
        """Name the page after its items: ``QuotePage``."""
        return f"{params[0].__name__.removesuffix('Schema')}Page"


class CheckedChangeSchema(Schema):
    """A change from the nearest printing to the words that were checked."""

    label: str
    danger: int = Field(alias="severity")
    printed: str
    asked: str = Field(alias="pasted")


class FindingSchema(Schema):
    """What is said of one lineage next to the words that were checked."""

    verdict: str = Field(alias="sentence")
    tone: str = Field(alias="tone.value")
    code: str = Field(alias="finding.lineage.code")
    address: str
    outlet: str
    printed: str = Field(alias="finding.printing.text")
    changes: list[CheckedChangeSchema]

    @staticmethod
    def resolve_address(finding: FindingView, context: dict[str, HttpRequest]) -> str:
        return context["request"].build_absolute_uri(finding.finding.lineage.get_absolute_url())


class CheckSchema(Schema):
    """How near words come to print."""

    text: str
    known: bool
    findings: list[FindingSchema] = Field(alias="verdicts")


class RevisionSchema(BaseModel):
    """The revision of a lineage that its answer shows."""

    number: int
    address: str
    made: str


class BaseTextSchema(BaseModel):
    """The wording that the others are compared with."""

    wording: str
    text: str


class NamedSchema(BaseModel):
    """A name with the address of its page."""

    name: str
    address: str | None


class PrintedArticleSchema(BaseModel):
    """The article of a printing."""

    headline: str
    byline: str | None
    address: str
    url: str | None
    exact_url: str | None
    published: str | None
    precision: str
    language: str | None
    excerpt: bool


class PrintingSchema(BaseModel):
    """A printing of the words."""

    id: int
    number: int
    wording: str
    text: str
    start: int
    end: int
    outlet: NamedSchema
    article: PrintedArticleSchema
    speaker: NamedSchema | None
    occasion: str | None
    said_on: str | None
    credit: str | None


class ChangeKindSchema(BaseModel):
    """The kind of a change, and how serious it is, from 0 to 5."""

    kind: str
    label: str
    danger: int


class ReadingSchema(BaseModel):
    """What some wordings have at a place."""

    wordings: list[str]
    text: str
    change: ChangeKindSchema | None


class PlaceSchema(BaseModel):
    """A place of the base text where printings differ, in code points."""

    number: int
    start: int
    end: int
    inside: int | None
    readings: list[ReadingSchema]
    absent: list[str]


class SourceSchema(BaseModel):
    """A wording, or one that was not seen, from which another may be taken."""

    wording: str | None
    unseen: str | None
    reasons: list[str]


class OriginSchema(BaseModel):
    """From where a wording may be taken."""

    wording: str
    certainty: str
    in_words: str
    sources: list[SourceSchema]


class LineageDetailSchema(BaseModel):
    """A lineage with its printings, places and origins."""

    requested_code: str
    code: str
    address: str
    revision: RevisionSchema | None
    speaker: str | None
    outlets: int
    independent_sources: int
    base: BaseTextSchema
    printings: list[PrintingSchema]
    places: list[PlaceSchema]
    other_translations: list[str]
    descent: list[OriginSchema]


class ProblemSchema(BaseModel):
    """An error, as RFC 9457 describes it."""

    type: str
    title: str
    status: int
    detail: str


def parse_limit(text: object) -> int:
    """Return the length of a page that a query string asks for. Raises ValueError."""
    limit = parse_bounded_int(str(text), 1, MAX_LIMIT)
    if limit is None:
        raise ValueError(f"limit is a number from 1 to {MAX_LIMIT}.")
    return limit


class PageParams(Schema):
    """The query string of a list."""

    after: str = Field("", description="go on behind this one: what next names")
    limit: Annotated[int, BeforeValidator(parse_limit)] = Field(
        DEFAULT_LIMIT, description=f"how many, {MAX_LIMIT} at most"
    )


class OutletParams(PageParams):
    """The query string of a list that an outlet narrows."""

    outlet: str = Field("", description="the slug of an outlet")


class QuoteParams(OutletParams):
    """The query string of the list of quotes."""

    speaker: str = Field("", description="the slug of a speaker")


class SearchParams(QuoteParams):
    """The query string of a search, as on the page for people: a filter that makes no sense is none."""

    q: str = Field("", description="the words")
    language: str = Field("", description="as in en")
    since: str = Field("", description="a day, month or year of print: 2015-11-17")
    until: str = Field("", description="a day, month or year of print")
    least: Annotated[str, WithJsonSchema({"type": "integer"})] = Field(
        "", description="the least number of outlets that print the words"
    )
    kind: str = Field("", description="a kind of change that a printing of the words has, as in name_swap")
    sort: str = Field("", description="printed, newest or oldest")


class CheckParams(Schema):
    """The query string of a check."""

    q: str = Field("", description="the words")
