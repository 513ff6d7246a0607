"""Passages of a text that a reader pastes, each with the speaker that the text names.

A reader pastes bare words, words with their attribution ("We will not raise taxes, John Kerry said") or an article::

    >>> split_attribution("We will not raise taxes on anybody this year, John Kerry said")
    AskedPassage(text='We will not raise taxes on anybody this year', speaker='John Kerry')
"""

from dataclasses import dataclass

from articles.engine.extraction import find_quotations

ATTRIBUTION_WORDS = 8  # of a name with its verb, as in "Foreign Minister Sergey Lavrov told reporters on Tuesday"
QUOTATION_MARKS = '"\N{LEFT DOUBLE QUOTATION MARK}\N{RIGHT DOUBLE QUOTATION MARK}\N{DOUBLE LOW-9 QUOTATION MARK}'
QUOTATION_MARKS += "\N{LEFT-POINTING DOUBLE ANGLE QUOTATION MARK}\N{RIGHT-POINTING DOUBLE ANGLE QUOTATION MARK}"


@dataclass(frozen=True, slots=True)
class AskedPassage:
    """Words to check, and who is said to have said them; "" if nobody is named."""

    text: str
    speaker: str = ""


def find_passages(text: str, speaker: str = "") -> tuple[AskedPassage, ...]:
    """Find the quotations of a text, each with its speaker, or with `speaker` where one is given.

    A speaker who is only probable is nobody: the text may not mean to credit the words to that person.
    """
    return tuple(
        AskedPassage(text[each.start : each.end], speaker or (each.speaker_name if each.sure else "") or "")
        for each in find_quotations(text).quotations
    )


def split_attribution(text: str, speaker: str = "") -> AskedPassage:
    """Take "..., John Kerry said" and "John Kerry said: ..." off words that were pasted without quotation marks.

    Where `speaker` is given, the text is taken as the words.
    """
    if speaker:
        return AskedPassage(text, speaker)
    words, _, attribution = text.rstrip(". ").rpartition(", ")
    named, _, quoted = text.partition(": ")
    for passage, name, sentence in (
        (words, attribution, f"\N{LEFT DOUBLE QUOTATION MARK}{words},\N{RIGHT DOUBLE QUOTATION MARK} {attribution}."),
        (quoted, named, f"{named}: \N{LEFT DOUBLE QUOTATION MARK}{quoted}.\N{RIGHT DOUBLE QUOTATION MARK}"),
    ):
        if passage and 1 < len(name.split()) <= ATTRIBUTION_WORDS:
            found = find_quotations(sentence).quotations
            if len(found) == 1 and found[0].speaker_name:
                return AskedPassage(passage, found[0].speaker_name)
    return AskedPassage(text)
