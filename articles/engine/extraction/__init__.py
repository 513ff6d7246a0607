"""Which words of an article are quoted, who said them, where, and after whom?

``find_quotations`` takes an article as plain text through the stages::

    cleaning     which paragraphs are the article
    marks        which stretches of them stand between quotation marks
    sentences    which sentences they stand in
    kinds        which of them are speech, and which scare quotes, titles, nicknames
    attribution  which words of the article say who spoke
    cast         who is named in the article
    speakers     who of them is meant by those words
    occasions    where and when it was said
    credits      through whom the article has it

In SANA's article it finds six quotations, all by Sergey Lavrov, the first "in an interview with the Vesti.doc program on
Rossiya-1 television on Tuesday"; the headlines under "Check Also" are not among them.

Left to others: whether two articles print the same words (`matching`), and keeping what was found (`ingest`).
"""

from articles.engine.cleaning import Label, Paragraph, clean
from articles.engine.extraction.attribution import SPOKEN, Attribution, attribute
from articles.engine.extraction.cast import Cast
from articles.engine.extraction.findings import Extraction, Mention, Quotation
from articles.engine.extraction.marks import Stretch, stretches
from articles.engine.extraction.sentences import Sentence, sentences
from articles.engine.extraction.speakers import Speaker, name_speakers

__all__ = ["Extraction", "Mention", "Quotation", "find_quotations"]


def find_quotations(
    text: str,
    *,
    title: str | None = None,
    credit: str | None = None,
    paragraphs: tuple[Paragraph, ...] | None = None,
) -> Extraction:
    """Find the quotations of an article.

    `title` marks the headline, `credit` names the article's source where it is known already, `paragraphs` are given by
    a reader who knows the body (of HTML); cleaning is not run again then.

    >>> found = find_quotations("\\u201cIt is so,\\u201d Foreign Minister Sergey Lavrov said on Tuesday.")
    >>> [(q.type, q.speaker_name, q.rule) for q in found.quotations]
    [('direct', 'Sergey Lavrov', 'speaker-verb')]
    """
    labelled = clean(text, title=title) if paragraphs is None else paragraphs
    body = [p for p in labelled if p.label is Label.BODY]
    found = stretches(text, body)
    read = _sentences(text, body, found)
    won = attribute(text, read, found)
    speakers = name_speakers(read, [w.claim for w in won], Cast(read))
    everything = [_quotation(text, s, c, p) for s, c, p in zip(found, won, speakers, strict=True)]
    spoken = tuple(q for q, w in zip(everything, won, strict=True) if w.kind in SPOKEN)
    others = tuple(q for q, w in zip(everything, won, strict=True) if w.kind not in SPOKEN)
    return Extraction(labelled, spoken, others)


def _sentences(text: str, body: list[Paragraph], found: tuple[Stretch, ...]) -> list[Sentence]:
    by_paragraph: dict[int, list[tuple[int, Stretch]]] = {}
    for number, stretch in enumerate(found):
        by_paragraph.setdefault(stretch.paragraph, []).append((number, stretch))
    read: list[Sentence] = []
    for index, paragraph in enumerate(body):
        read.extend(sentences(text, paragraph, index, by_paragraph.get(index, ())))
    return read


def _quotation(text: str, stretch: Stretch, won: Attribution, who: Speaker | None) -> Quotation:
    claim = won.claim
    speaker = Mention(text[who.start : who.end], who.start, who.end) if who is not None else None
    cue = None
    if claim is not None and claim.cue is not None:
        token = claim.sentence.tokens[claim.cue]
        cue = Mention(token.text, token.start, token.end)
    return Quotation(
        stretch.start,
        stretch.end,
        "direct",
        stretch.closed,
        speaker,
        who.name if who else None,
        cue,
        None,
        None,
        claim.rule if claim else "none",
        0.5,
        None,
    )
