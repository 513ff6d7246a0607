"""Demo corpus: excerpts of eight real articles.

``records.json`` holds the facts of the articles: outlet, date, headline, credit, and the quotations to the letter, with
the no-break spaces that Sputnik set and the brackets that RT's editor added. The articles themselves belong to their
outlets and are not copied: each record becomes an *excerpt*, a short note in connecting words of ours::

    Excerpt: the quotations of this article, with connecting words of our own.

    RT published it on 10 September 2015.

    "I can assure you that we are pursuing no other goal except fighting international terrorism by providing military
    and technical aid to Damascus," she added.

An excerpt says that it is one, and is ingested as any article.

A record's ``passages`` are its paragraphs. A passage names the speaker (a key of ``people``, with the name and how the
outlet introduces the person), the speaker's designation where the outlet uses no name (``printed``), the verb, the
occasion, and whether the words or the speaker come first. Each quotation has its words and marks, and may have a
``lead``: our words before a quotation that is only part of a sentence.
"""

import json
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Literal, NotRequired, TypedDict

from articles.importers.draft import ArticleDraft, build_draft
from articles.importers.metadata import ArticleMetadata, Precision
from articles.importers.printed_dates import parse_date

NOTICE = "Excerpt: the quotations of this article, with connecting words of our own."

_RECORDS_PATH = Path(__file__).with_name("records.json")


class DemoQuotation(TypedDict):
    """A quotation with its marks."""

    words: str
    marks: str  # the opening and the closing mark
    lead: NotRequired[str]


class DemoPassage(TypedDict):
    """A paragraph: quotations of one speaker."""

    speaker: str  # a key of the record's people
    printed: NotRequired[str]
    verb: str
    order: Literal["words first", "speaker first"]
    occasion: NotRequired[str]
    quotations: list[DemoQuotation]
    tail: NotRequired[str]


class DemoPerson(TypedDict):
    """A speaker's name, and how the outlet introduces the speaker."""

    name: str
    printed: str


class DemoRecord(TypedDict):
    """The facts of one article."""

    key: str
    outlet: str
    credit: str | None
    url: str | None
    archive: NotRequired[str]  # the address of an archived copy, where one is known
    title: str
    published: str | None
    precision: str
    language: str
    people: dict[str, DemoPerson]
    passages: list[DemoPassage]


@dataclass(frozen=True, slots=True)
class DemoOutlet:
    """An outlet of the corpus: kind, country in two letters, domain; blank if unknown."""

    name: str
    kind: str
    country: str
    domain: str


def build_excerpts() -> list[ArticleDraft]:
    """Build the excerpts, ready to be ingested; the same list each time."""
    return [_build_excerpt(record) for record in load_records()]


def load_outlets() -> list[DemoOutlet]:
    """Load the outlets of the corpus."""
    return [DemoOutlet(name=name, **facts) for name, facts in _load_file()["outlets"].items()]


def load_records() -> list[DemoRecord]:
    """Load the facts that excerpts are built from."""
    return _load_file()["articles"]


class _RecordsFile(TypedDict):
    outlets: dict[str, dict[str, str]]
    articles: list[DemoRecord]


@cache
def _load_file() -> _RecordsFile:
    records: _RecordsFile = json.loads(_RECORDS_PATH.read_text(encoding="utf-8"))
    return records


def _build_excerpt(record: DemoRecord) -> ArticleDraft:
    published: datetime | None = None
    precision: Precision = "unknown"
    if record["published"] is not None:
        published, precision = parse_date(record["published"], record["precision"])
    metadata = ArticleMetadata(
        outlet=record["outlet"],
        url=record["url"],
        title=record["title"],
        published=published,
        precision=precision,
        language=record["language"],
        credit=record["credit"],
        archive=record.get("archive"),
    )
    text = "\n\n".join([NOTICE, _describe_provenance(metadata), *_render_paragraphs(record)]) + "\n"
    return build_draft(f"demo/{record['key']}", text, text.encode(), "text/plain", metadata, excerpt=True)


def _describe_provenance(metadata: ArticleMetadata) -> str:
    """Describe who printed the article, when, and with which credit.

    >>> _describe_provenance(ArticleMetadata(outlet="SANA", published=datetime(2015, 11, 17), precision="about"))
    'SANA published it about 17 November 2015.'
    """
    credit = f" and credits {metadata.credit}" if metadata.credit else ""
    if metadata.published is None:
        return f"{metadata.outlet} published it{credit}; the date is unknown."
    about = "about" if metadata.precision == "about" else "on"
    return f"{metadata.outlet} published it {about} {metadata.published.day} {metadata.published:%B %Y}{credit}."


def _render_paragraphs(record: DemoRecord) -> list[str]:
    """Render the passages as paragraphs; each speaker is introduced the first time, in the outlet's words."""
    introduced: set[str] = set()
    paragraphs = []
    for passage in record["passages"]:
        speaker = passage["speaker"]
        name = passage.get("printed", speaker) if speaker in introduced else record["people"][speaker]["printed"]
        introduced.add(speaker)
        paragraphs.append(
            _render_words_first(passage, name)
            if passage["order"] == "words first"
            else _render_speaker_first(passage, name)
        )
    return paragraphs


def _render_words_first(passage: DemoPassage, name: str) -> str:
    """Render the first quotation, the attribution, then further quotations."""
    first, *others = passage["quotations"]
    sentence = _join(first.get("lead"), _add_quotation_marks(first), _render_attribution(passage, name))
    for words in others:
        sentence += (
            f", {words['lead']} {_add_quotation_marks(words)}"
            if "lead" in words
            else f". {_add_quotation_marks(words)}"
        )
    return _add_full_stop(_capitalize(sentence))


def _render_speaker_first(passage: DemoPassage, name: str) -> str:
    """Render the attribution, then the quotations, in one sentence."""
    attribution = _render_attribution(passage, name)
    first, *others = passage["quotations"]
    sentence = (
        f"{attribution} {first['lead']} {_add_quotation_marks(first)}"
        if "lead" in first
        else f"{attribution}: {_add_quotation_marks(first)}"
    )
    for words in others:
        sentence = _join(sentence, words.get("lead"), _add_quotation_marks(words))
    return _add_full_stop(_capitalize(_join(sentence, passage.get("tail"))))


def _render_attribution(passage: DemoPassage, name: str) -> str:
    """Render speaker, verb and occasion, with a comma before an occasion that is a clause of its own."""
    occasion = passage.get("occasion", "")
    comma = "," if occasion.startswith("speaking ") else ""
    return _join(name, passage["verb"] + comma, occasion)


def _add_quotation_marks(words: DemoQuotation) -> str:
    return words["marks"][0] + words["words"] + words["marks"][1]


def _join(*parts: str | None) -> str:
    return " ".join(filter(None, parts))


def _capitalize(sentence: str) -> str:
    return sentence[:1].upper() + sentence[1:]


def _add_full_stop(sentence: str) -> str:
    """Add a full stop, unless the sentence ends with one inside its last quotation mark."""
    ended = sentence[-1] in ".!?" or (sentence[-1] in '"\N{RIGHT DOUBLE QUOTATION MARK}' and sentence[-2] in ".!?")
    return sentence if ended else f"{sentence}."
