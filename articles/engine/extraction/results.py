"""Results of an extraction: `Quotation` with its speaker, cue, occasion and credit, and `Extraction` of an article."""

from dataclasses import dataclass

from articles.engine.cleaning.paragraphs import Paragraph


@dataclass(frozen=True, slots=True)
class TextSpan:
    """Words of the text with their offsets, in code points."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class ResolvedSpeaker:
    """The speaker of a quotation: where the mention is printed, and the name that the article gives, if any.

    `evidence` are features for and against the name, of which the calibrated `confidence` is made; `sure` means that it
    is high enough to show the name as a fact.
    """

    start: int
    end: int
    name: str | None
    evidence: tuple[str, ...] = ()
    confidence: float | None = None
    sure: bool = False

    def get_printed(self, text: str) -> TextSpan:
        """Return the mention as printed."""
        return TextSpan(text[self.start : self.end], self.start, self.end)


@dataclass(frozen=True, slots=True)
class Quotation:
    """Quoted words: `start` and `end` are code points into the original text, quotation marks excluded.

    `type` is "direct" (a sentence or more), "mixed" (part of the reporter's sentence), "turn" (a paragraph behind its
    speaker's label), "block" (a paragraph set apart, or an embedded post), "indirect" (no quotation marks), or why the
    words were set aside: "scare", "title", "nickname", "transcript". In a transcript all is "spoken", `seconds`
    after the start of the recording where that is known. `closed` is False where the closing mark is missing. `speaker`
    is as printed nearest ("the Russian FM"), `speaker_name` as resolved within the article ("Sergey Lavrov"). `rule`
    says which rule attributed the words or set them aside; `confidence` runs from 0 to 1, and `sure` means that the
    name may be shown as a fact; `other_half` is the index of the other half where an attribution splits one quotation
    in two.
    """

    start: int
    end: int
    type: str
    closed: bool
    speaker: TextSpan | None
    speaker_name: str | None
    cue: TextSpan | None
    occasion: str | None
    credit: str | None
    rule: str
    confidence: float
    other_half: int | None
    sure: bool = False
    seconds: int | None = None


@dataclass(frozen=True, slots=True)
class Extraction:
    """The labelled paragraphs of an article, its quotations, and quoted words that are nobody's speech (`set_aside`).

    `language` is the language it was read in: "en", or the code of a language with a table of its own.
    """

    paragraphs: tuple[Paragraph, ...]
    language: str
    quotations: tuple[Quotation, ...]
    set_aside: tuple[Quotation, ...]
