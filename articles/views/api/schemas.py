"""Schemas of the API: what a program gets, and what it may ask; what is not known is null.

`LineageDetailSchema` describes what `articles.exports.json_export` writes; the other schemas read the rows of the
database.
"""

from datetime import date
from typing import Annotated, Any, Generic, TypeVar

from ninja import Schema
from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, ValidationInfo, WithJsonSchema

from articles.models import Quote, Speaker
from articles.views.check import PASSAGE_LIMIT, SPEAKER_LIMIT
from articles.views.http.forms import parse_bounded_int

MAX_LIMIT = 100  # rows of a page of a list
SURE_DESCRIPTION = "whether the speaker is a fact; false: only probable; null: speaker not named"

Item = TypeVar("Item")
TextOrNull = Annotated[str | None, BeforeValidator(lambda text: text or None)]
IsoDate = Annotated[str | None, BeforeValidator(lambda day: day.isoformat() if isinstance(day, date) else day)]


def _build_address(path: str, info: ValidationInfo) -> str:
    return str(info.context["request"].build_absolute_uri(path)) if info.context else path


Address = Annotated[str, BeforeValidator(_build_address)]


class OutletSchema(Schema):
    """An outlet."""

    slug: str
    name: str
    address: Address = Field(alias="get_absolute_url")
    domain: TextOrNull
    kind: str
    country: TextOrNull


class OutletDetailSchema(OutletSchema):
    """An outlet with the number of its articles and quotations."""

    articles: int = Field(alias="article_count")
    quotes: int = Field(alias="quote_count")


class SpeakerSchema(Schema):
    """A speaker."""

    slug: str
    name: str
    address: Address = Field(alias="get_absolute_url")


class SpeakerDetailSchema(SpeakerSchema):
    """A speaker with the names that outlets use, and the number of quotations."""

    names: list[str]
    quotes: int = Field(alias="quote_count")
    outlets: int = Field(alias="outlet_count")

    @staticmethod
    def resolve_names(speaker: Speaker) -> list[str]:
        return [each.name for each in speaker.names.all()]


class ArticleSchema(Schema):
    """An article without its text."""

    id: int
    headline: str = Field(alias="title")
    byline: TextOrNull
    address: Address = Field(alias="get_absolute_url")
    url: TextOrNull
    outlet: OutletSchema | None
    published: TextOrNull = Field(alias="printed_date.iso")
    precision: str
    language: TextOrNull
    credit: TextOrNull
    excerpt: bool
    kind: str = Field(description="article, transcript or recording")
    said_on: IsoDate
    taken_in: IsoDate


class QuoteSchema(Schema):
    """A quote without its article."""

    id: int
    text: str
    start: int
    end: int
    address: Address = Field(alias="get_absolute_url")
    speaker: SpeakerSchema | None
    speaker_sure: bool | None = Field(alias="is_speaker_sure", description=SURE_DESCRIPTION)
    attribution: TextOrNull
    cue: TextOrNull
    seconds: int | None = Field(description="where the words begin in a recording, in seconds from its start")
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


class LineageSchema(Schema):
    """A lineage as lists show it."""

    model_config = ConfigDict(json_schema_serialization_defaults_required=True)

    code: str
    address: Address = Field(alias="get_absolute_url")
    text: str = Field("", alias="first.text")
    speaker: SpeakerSchema | None = Field(None, alias="first.speaker")
    speaker_sure: bool | None = Field(None, alias="is_speaker_sure", description=SURE_DESCRIPTION)
    outlets: int = Field(alias="outlet_count")
    printings: int = Field(alias="printing_count")
    first_printed: TextOrNull = Field(None, alias="first.article.printed_date.iso")
    first_outlet: OutletSchema | None = Field(None, alias="first.article.outlet")


class ItemPage(BaseModel, Generic[Item]):
    """A page of a list; `next` is the address of the next page."""

    items: list[Item]
    next: str | None

    @classmethod
    def model_parametrized_name(cls, params: tuple[Any, ...]) -> str:
        """Name the page after its items: ``QuotePage``."""
        return f"{params[0].__name__.removesuffix('Schema')}Page"


class CheckedChangeSchema(Schema):
    """A difference between the compared version and the checked words."""

    label: str
    severity: int
    meaning: str
    published: str = Field(alias="printed")
    asked: str = Field(alias="pasted")


class CheckedPrintingSchema(Schema):
    """The version that the words were compared with; `published` is as exact as the date is known, else ""."""

    outlet: str = Field(alias="quote.article.outlet_name")
    published: str = Field(alias="quote.article.printed_date.iso")
    words: str = Field(alias="text")
    address: Address = Field(alias="quote.get_absolute_url")


class CreditedSpeakerSchema(Schema):
    """A speaker, and how many versions name this speaker."""

    name: str
    sure: bool = Field(description=SURE_DESCRIPTION)
    printings: int


class CheckSchema(Schema):
    """How words stand to what was published, judged by the earliest printing that has the passage.

    `verdict` is one of matches, part, altered, differs, paraphrase, misattributed, not_found; `severity` (0-5) is that
    of the most serious difference from the earliest printing, `sentence` says it in words, `speakers` are those whom
    printings name, `lineage` is a code and `address` the page of the lineage.
    """

    verdict: str
    severity: int
    sentence: str
    earliest: CheckedPrintingSchema | None
    nearest: CheckedPrintingSchema | None
    changes: list[CheckedChangeSchema]
    speakers: list[CreditedSpeakerSchema]
    lineage: str | None = Field(alias="lineage_code")
    address: Address | None = Field(alias="lineage_address")


class RevisionSchema(BaseModel):
    """The revision of a lineage that its answer shows."""

    number: int
    address: str
    made: str


class BaseTextSchema(BaseModel):
    """The version that the others are compared with."""

    wording: str
    text: str


class NamedSchema(BaseModel):
    """A name with the address of its page."""

    name: str
    address: str | None


class PrintedArticleSchema(BaseModel):
    """The article that published a version."""

    headline: str
    byline: str | None
    address: str
    url: str | None
    exact_url: str | None
    published: str | None
    precision: str
    language: str | None
    excerpt: bool
    kind: str = Field(description="article, transcript or recording")
    said_on: str | None


class PrintingSchema(BaseModel):
    """A version of the quotation, as one article published it."""

    id: int
    number: int
    wording: str
    text: str
    start: int
    end: int
    outlet: NamedSchema
    article: PrintedArticleSchema
    seconds: int | None = Field(description="where the words begin in a recording, in seconds from its start")
    recording_url: str | None
    speaker: NamedSchema | None
    speaker_sure: bool | None = Field(description=SURE_DESCRIPTION)
    occasion: str | None
    said_on: str | None
    credit: str | None


class ChangeKindSchema(BaseModel):
    """The kind of a change, and how serious it is, from 0 to 5."""

    kind: str
    label: str
    danger: int


class ReadingSchema(BaseModel):
    """The words of some versions at one place."""

    wordings: list[str]
    text: str
    change: ChangeKindSchema | None


class PlaceSchema(BaseModel):
    """A place in the base text where versions differ, in code points."""

    number: int
    start: int
    end: int
    inside: int | None
    readings: list[ReadingSchema]
    absent: list[str]


class SourceSchema(BaseModel):
    """A version, or an outlet without a version here, that another version may have copied."""

    wording: str | None
    unseen: str | None
    reasons: list[str]


class OriginSchema(BaseModel):
    """The versions that a version may have copied."""

    wording: str
    certainty: str
    in_words: str
    sources: list[SourceSchema]


class LineageDetailSchema(BaseModel):
    """A quotation with its versions, the places where they differ, and who may have copied whom."""

    requested_code: str
    code: str
    address: str
    revision: RevisionSchema | None
    speaker: str | None
    speaker_sure: bool | None = Field(description=SURE_DESCRIPTION)
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


def _parse_limit(text: object) -> int:
    limit = parse_bounded_int(str(text), 1, MAX_LIMIT)
    if limit is None:
        raise ValueError(f"limit must be a number from 1 to {MAX_LIMIT}.")
    return limit


def _parse_words(text: str) -> str:
    words = text.strip()
    if not words or len(words) > PASSAGE_LIMIT or "\0" in words:
        raise ValueError(f"q must hold the words to check, at most {PASSAGE_LIMIT} characters.")
    return words


def _parse_speaker(name: str) -> str:
    if len(name) > SPEAKER_LIMIT or "\0" in name:
        raise ValueError(f"speaker must be a name, at most {SPEAKER_LIMIT} characters.")
    return name.strip()


class PageParams(Schema):
    """The query string of a list."""

    after: str = Field("", description="the last item of the page before; “next” has the full address")
    limit: Annotated[int, BeforeValidator(_parse_limit)] = Field(
        20, description=f"number of items, at most {MAX_LIMIT}"
    )


class OutletParams(PageParams):
    """The query string of a list that an outlet narrows."""

    outlet: str = Field("", description="slug of an outlet")


class QuoteParams(OutletParams):
    """The query string of the list of quotes."""

    speaker: str = Field("", description="slug of a speaker")


class SearchParams(QuoteParams):
    """The query string of a search, as on the search page; an invalid filter is ignored."""

    q: str = Field("", description="the words to find")
    language: str = Field("", description="language code, for example en")
    since: str = Field("", description="earliest date of publication: a day, month or year, for example 2015-11-17")
    until: str = Field("", description="latest date of publication: a day, month or year")
    least: Annotated[str, WithJsonSchema({"type": "integer"})] = Field(
        "", description="minimum number of outlets that published the quotation"
    )
    kind: str = Field("", description="a kind of change in any version, for example name_swap")
    sort: str = Field("", description="order: printed (most outlets first), newest or oldest")


class CheckParams(Schema):
    """The query string of a check."""

    q: Annotated[str, AfterValidator(_parse_words)] = Field("", description="the words to check", validate_default=True)
    speaker: Annotated[str, AfterValidator(_parse_speaker)] = Field(
        "", description="the speaker that the words are attributed to"
    )
