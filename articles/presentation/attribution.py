"""Attribution in words: who said a quotation, how sure that is, and why no surer.

A name that the program is sure of, or that a curator set, is shown as a fact. Any other is shown as "probably Sergei
Ryabkov", with the reason: "The article says only “he”. Most likely Sergei Ryabkov is meant."
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from articles.engine.extraction.languages.english.lexicon import SUBJECT_PRONOUNS
from articles.engine.text.normalization import fold
from articles.engine.text.phrases import possessive
from articles.models import Lineage
from articles.models.quote import AttributedText
from articles.queries.lineage_snapshot import PrintingSnapshot, is_speaker_probable

NOBODY = "Speaker not named"
# Rules that take the speaker from another place than the quotation's own sentence, and which place that is.
_PLACES = {
    "same-paragraph": "earlier in the paragraph",
    "later-in-paragraph": "later in the paragraph",
    "told-before": "in the sentence before",
    "paragraph-above": "in the paragraph above",
    "colon-above": "in the paragraph above",
    "continuation": "in the paragraph above",
    "repeated": "where the article has the same words again",
}
_ABOUT = "sentence-subject"  # the rule that knows only whom a sentence is about


@dataclass(frozen=True, slots=True)
class SpeakerStatement:
    """What a page says of a speaker: the name, "" for nobody; the address of the speaker's page; the doubt, if any.

    `is_probable` says that the name is no fact, `reason` why not, in a sentence or two.
    """

    name: str
    address: str = ""
    is_probable: bool = False
    reason: str = ""

    def __str__(self) -> str:
        """Return the statement without markup."""
        return f"probably {self.name}" if self.is_probable else self.name

    @property
    def words(self) -> str:
        """The speaker's words as part of a sentence; "" where nobody is named."""
        return write_words_of(self.name, is_probable=self.is_probable) if self.name else ""


def describe_speaker(quote: AttributedText, *, is_backed: bool = False) -> SpeakerStatement:
    """Say who said a quotation or paraphrase; `is_backed` where another version names the speaker surely."""
    is_probable = quote.is_speaker_probable and not is_backed
    address = quote.speaker.get_absolute_url() if quote.speaker else ""
    return SpeakerStatement(quote.attribution, address, is_probable, explain_doubt(quote) if is_probable else "")


def describe_first_speaker(lineage: Lineage) -> SpeakerStatement:
    """Say for a list who said the words of a lineage: whom its earliest version names."""
    if lineage.first is None:
        return SpeakerStatement("")
    return describe_speaker(lineage.first, is_backed=not lineage.is_speaker_probable)


def describe_version_speaker(printing: PrintingSnapshot, printings: Iterable[PrintingSnapshot]) -> SpeakerStatement:
    """Say who said the words according to one version, as surely as any version of the lineage names that person."""
    return describe_speaker(printing.quote, is_backed=not is_speaker_probable(printing, printings))


def describe_recorded_speaker(facts: Mapping[str, Any], others: Iterable[Mapping[str, Any]] = ()) -> SpeakerStatement:
    """Say who said the words of a printing as a revision records it, as surely as any of `others` names that person.

    Revisions from before doubts were recorded have none.
    """
    named = [each for each in (facts, *others) if each["speaker"] == facts["speaker"]]
    return SpeakerStatement(facts["speaker"], is_probable=not any(each.get("speaker_sure", True) for each in named))


def write_words_of(name: str, *, is_probable: bool) -> str:
    """Return "Anna Bergqvist's words", or "words that are probably Anna Bergqvist's"."""
    return f"words that are probably {possessive(name)}" if is_probable else f"{possessive(name)} words"


def explain_doubt(quote: AttributedText) -> str:
    """Explain in plain words why the speaker of a quotation is no fact."""
    name, printed = quote.attribution, quote.speaker_text
    if printed.lower() in SUBJECT_PRONOUNS:
        printed = printed.lower()  # "He" at the beginning of a sentence
    only = f"the article says only “{printed}”"
    has_name = not printed or _prints_name(printed, (name, quote.speaker_name))
    if place := _PLACES.get(quote.rule):
        told = f"{name} is named {place}" if has_name else f"{place} {only}, most likely {name}"
        return f"The sentence with these words does not say whose they are; {told}."
    if not has_name:
        return f"{only[0].upper()}{only[1:]}. Most likely {name} is meant."
    if quote.rule == _ABOUT:
        return f"The sentence is about {name}, but no word such as “said” shows who speaks."
    return f"The article names {name} here, but its sentence does not make certain whose words these are."


def _prints_name(printed: str, names: Sequence[str]) -> bool:
    """Return whether the printed words have a word of the name: "Minister Ryabkov" has one of "Sergei Ryabkov"."""
    words = {word for name in names for word in _split(name)}
    return not words.isdisjoint(_split(printed))


def _split(text: str) -> list[str]:
    return re.findall(r"\w+", fold(text))
