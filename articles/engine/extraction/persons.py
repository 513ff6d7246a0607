"""Persons of an article: whom it names, and where; for somebody who is to say which of them spoke."""

from collections.abc import Sequence
from dataclasses import dataclass

from articles.engine.cleaning.paragraphs import Label, Paragraph
from articles.engine.extraction.budget import parse_within_budget
from articles.engine.extraction.languages import get_language
from articles.engine.extraction.languages.english import lexicon
from articles.engine.extraction.languages.english.named_people import Entity, EntityRegister
from articles.engine.extraction.languages.named_persons import PersonRegister
from articles.engine.extraction.quotation_marks import find_quoted_spans
from articles.engine.extraction.sentences import Sentence, lowercase_sentence_starts, tokenize_headline

Offsets = tuple[int, int]


@dataclass(frozen=True, slots=True)
class NamedPerson:
    """A person by the fullest name that the article prints, with the offsets of every mention by name."""

    name: str
    mentions: tuple[Offsets, ...]


def list_named_persons(text: str, paragraphs: Sequence[Paragraph], language: str | None = None) -> list[NamedPerson]:
    """List the persons whom the body of an article names outside quotation marks, in the order of their first mention.

    >>> text = "Ida Solberg met Sergey Lavrov. \\u201cIt is so,\\u201d Solberg said."
    >>> body = [Paragraph(0, len(text), Label.BODY, "")]
    >>> [(each.name, len(each.mentions)) for each in list_named_persons(text, body)]
    [('Ida Solberg', 2), ('Sergey Lavrov', 1)]
    """
    body = [paragraph for paragraph in paragraphs if paragraph.label is Label.BODY]
    sentences, _ = parse_within_budget(text, body, find_quoted_spans(text, body))
    table = get_language(language, text)
    mentions: dict[str, list[Offsets]] = {}
    if table is not None:
        register = PersonRegister(sentences, table)
        for sentence, named in zip(sentences, register.mentions, strict=True):
            for mention in named:
                mentions.setdefault(mention.person.name, []).append(_locate(sentence, mention.begin, mention.end))
    else:
        lowercase_sentence_starts(sentences)
        entities = EntityRegister(sentences, tokenize_headline(text, paragraphs))
        for sentence, found in zip(sentences, entities.mentions, strict=True):
            for each in found:
                if _may_be_person(each.entity):
                    mentions.setdefault(each.entity.name, []).append(_locate(sentence, each.name_begin, each.end))
    persons = [NamedPerson(name, tuple(sorted(places))) for name, places in mentions.items()]
    return sorted(persons, key=lambda person: person.mentions)


def _may_be_person(entity: Entity) -> bool:
    """Return whether an entity is a person, or has a name of several words that is no body's and no place's."""
    if not entity.name or entity.is_organization:
        return False
    known = entity.is_person or entity.has_forename
    return known or (len(entity.parts) > 1 and entity.parts[-1] not in lexicon.PLACES)


def _locate(sentence: Sentence, begin: int, end: int) -> Offsets:
    return sentence.tokens[begin].start, sentence.tokens[end - 1].end
