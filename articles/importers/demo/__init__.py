"""What can be shown to someone who has brought no articles of their own?

``records.json`` keeps the facts of eight real articles: who printed them, where and when, under which headline, after
whom, and their quotations to the letter, with the no-break spaces that Sputnik set and the brackets that RT's editor
added. The articles themselves are their outlets' own and are not copied: from each record an *excerpt* is made, a short
note in connecting words of ours::

    Excerpt: the quotations of this article, with connecting words of our own.

    RT printed it on 10 September 2015.

    "I can assure you that we are pursuing no other goal except fighting international terrorism by providing military
    and technical aid to Damascus," she added.

It says of itself that it is an excerpt, and then takes the same road as any article.

A record's ``passages`` are its paragraphs. Each names the person who speaks (under ``people``: the name, and how the
outlet introduces them), how the outlet refers to them there where it is not by name (``printed``), the verb, the
occasion, and whether the words or the speaker come first; each quotation has its words and marks, and may have a
``lead``: our words into a quotation that is only part of a sentence.

Left to others: finding the quotations again (`articles.engine.extraction`), taking the excerpts in
(`articles.services.ingest`).
"""

import json
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Literal, NotRequired, TypedDict

from articles.importers.draft import Incoming, incoming
from articles.importers.metadata import Facts, Precision
from articles.importers.printed_dates import read_date

NOTICE = "Excerpt: the quotations of this article, with connecting words of our own."

_RECORDS = Path(__file__).with_name("records.json")


class Words(TypedDict):
    words: str
    marks: str  # the opening and the closing mark
    lead: NotRequired[str]


class Passage(TypedDict):
    speaker: str  # a key of the record's people
    printed: NotRequired[str]
    verb: str
    order: Literal["words first", "speaker first"]
    occasion: NotRequired[str]
    quotations: list[Words]
    tail: NotRequired[str]


class Person(TypedDict):
    name: str
    printed: str


class Record(TypedDict):
    key: str
    outlet: str
    credit: str | None
    url: str | None
    archive: NotRequired[str]  # the address of an archived copy, where one is known
    title: str
    published: str | None
    precision: str
    language: str
    people: dict[str, Person]
    passages: list[Passage]


@dataclass(frozen=True, slots=True)
class OutletFacts:
    """What is known of an outlet of the corpus: its kind, its country in two letters, its domain; blank if unknown."""

    name: str
    kind: str
    country: str
    domain: str


def articles() -> list[Incoming]:
    """The corpus as excerpts, ready to take in; the same list each time."""
    return [_excerpt(record) for record in records()]


def outlets() -> list[OutletFacts]:
    """What is known of the outlets that printed them."""
    return [OutletFacts(name=name, **facts) for name, facts in _file()["outlets"].items()]


def records() -> list[Record]:
    """The facts that the excerpts are made from."""
    return _file()["articles"]


class _File(TypedDict):
    outlets: dict[str, dict[str, str]]
    articles: list[Record]


@cache
def _file() -> _File:
    found: _File = json.loads(_RECORDS.read_text(encoding="utf-8"))
    return found


def _excerpt(record: Record) -> Incoming:
    published: datetime | None = None
    precision: Precision = "unknown"
    if record["published"] is not None:
        published, precision = read_date(record["published"], record["precision"])
    facts = Facts(
        outlet=record["outlet"],
        url=record["url"],
        title=record["title"],
        published=published,
        precision=precision,
        language=record["language"],
        credit=record["credit"],
        archive=record.get("archive"),
    )
    text = "\n\n".join([NOTICE, _provenance(facts), *_paragraphs(record)]) + "\n"
    return incoming(f"demo/{record['key']}", text, text.encode(), "text/plain", facts, excerpt=True)


def _provenance(facts: Facts) -> str:
    """Who printed the article, when, and after whom.

    >>> _provenance(Facts(outlet="SANA", published=datetime(2015, 11, 17), precision="about"))
    'SANA printed it about 17 November 2015.'
    """
    credit = f" and credits {facts.credit}" if facts.credit else ""
    if facts.published is None:
        return f"{facts.outlet} printed it{credit}; on which day is not known."
    about = "about" if facts.precision == "about" else "on"
    return f"{facts.outlet} printed it {about} {facts.published.day} {facts.published:%B %Y}{credit}."


def _paragraphs(record: Record) -> list[str]:
    """The passages as paragraphs; whoever speaks is introduced the first time, as the outlet introduces them."""
    introduced: set[str] = set()
    paragraphs = []
    for passage in record["passages"]:
        speaker = passage["speaker"]
        name = passage.get("printed", speaker) if speaker in introduced else record["people"][speaker]["printed"]
        introduced.add(speaker)
        paragraphs.append(
            _words_first(passage, name) if passage["order"] == "words first" else _speaker_first(passage, name)
        )
    return paragraphs


def _words_first(passage: Passage, name: str) -> str:
    """The words, then who said them; then perhaps what they went on to say."""
    first, *others = passage["quotations"]
    sentence = _joined(first.get("lead"), _quoted(first), _attribution(passage, name))
    for words in others:
        sentence += f", {words['lead']} {_quoted(words)}" if "lead" in words else f". {_quoted(words)}"
    return _closed(_capital(sentence))


def _speaker_first(passage: Passage, name: str) -> str:
    """Who said it, then the words, in one sentence."""
    attribution = _attribution(passage, name)
    first, *others = passage["quotations"]
    sentence = (
        f"{attribution} {first['lead']} {_quoted(first)}" if "lead" in first else f"{attribution}: {_quoted(first)}"
    )
    for words in others:
        sentence = _joined(sentence, words.get("lead"), _quoted(words))
    return _closed(_capital(_joined(sentence, passage.get("tail"))))


def _attribution(passage: Passage, name: str) -> str:
    """Who said it and where; an occasion that is a clause of its own stands after a comma."""
    occasion = passage.get("occasion", "")
    comma = "," if occasion.startswith("speaking ") else ""
    return _joined(name, passage["verb"] + comma, occasion)


def _quoted(words: Words) -> str:
    return words["marks"][0] + words["words"] + words["marks"][1]


def _joined(*parts: str | None) -> str:
    return " ".join(filter(None, parts))


def _capital(sentence: str) -> str:
    return sentence[:1].upper() + sentence[1:]


def _closed(sentence: str) -> str:
    """With a full stop, unless the sentence has its own inside the last quotation mark."""
    ended = sentence[-1] in ".!?" or (sentence[-1] in '"\N{RIGHT DOUBLE QUOTATION MARK}' and sentence[-2] in ".!?")
    return sentence if ended else f"{sentence}."
