"""Which words of an article are quoted, who said them, where, and after whom?

``find_quotations`` takes an article as plain text through the stages::

    cleaning     which paragraphs are the article
    marks        which stretches of them stand between quotation marks
    attention    how much of a text that is no article is read with care
    sentences    which sentences they stand in
    kinds        which of them are speech, and which scare quotes, titles, nicknames
    attribution  which words of the article say who spoke
    cast         who is named in the article
    speakers     who of them is meant by those words
    occasions    where and when it was said
    credits      through whom the article has it
    contents     what is told without quotation marks, on request (`attributions`, `reported`)
    languages    the words and weights of English; who spoke, in other languages

In SANA's article it finds six quotations, all by Sergey Lavrov, the first "in an interview with the Vesti.doc
program on Rossiya-1 television on Tuesday"; the headlines under "Check Also" are not among them.

Left to others: whether two articles print the same words (`matching`), and keeping what was found (`ingest`).
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from articles.engine.cleaning.paragraphs import Label, Paragraph, clean
from articles.engine.extraction.attribution import Attribution, attribute
from articles.engine.extraction.budget import read_with_care, skimmed
from articles.engine.extraction.content_spans import Content, attributions, reported
from articles.engine.extraction.languages import table_for
from articles.engine.extraction.languages.table_attribution import read_by_table, split_within
from articles.engine.extraction.named_people import Cast
from articles.engine.extraction.occasions import occasions
from articles.engine.extraction.quotation_marks import Stretch, stretches
from articles.engine.extraction.quotation_types import SPOKEN
from articles.engine.extraction.results import Extraction, Mention, Quotation
from articles.engine.extraction.sentences import Sentence, headline, without_capitals_of_sentences
from articles.engine.extraction.source_credits import article_credit, quotation_credit
from articles.engine.extraction.speaker_resolution import Speaker, name_speakers

__all__ = ["Content", "Extraction", "Mention", "Quotation", "attributions", "find_quotations", "reported"]


def find_quotations(
    text: str,
    *,
    title: str | None = None,
    credit: str | None = None,
    paragraphs: tuple[Paragraph, ...] | None = None,
    language: str | None = None,
) -> Extraction:
    """Find the quotations of an article.

    `title` marks the headline, `credit` names the article's source where it is known already, `paragraphs` are given by
    a reader who knows the body (of HTML); cleaning is not run again then. `language` is the article's code ("de",
    "ru-RU"); without one the text tells, and a language that has no table (`languages`) is read as English.

    >>> found = find_quotations("\\u201cIt is so,\\u201d Foreign Minister Sergey Lavrov said on Tuesday.")
    >>> [(q.type, q.speaker_name, q.rule) for q in found.quotations]
    [('direct', 'Sergey Lavrov', 'speaker-verb')]
    """
    labelled = clean(text, title=title) if paragraphs is None else paragraphs
    body = [p for p in labelled if p.label is Label.BODY]
    found = stretches(text, body)
    table = table_for(language, text)
    if table is not None:
        found = split_within(text, found, table)
    read, near = read_with_care(text, body, found) if found else ([], found)  # where nothing is quoted, nothing is read
    won, speakers, said_in = read_by_table(text, read, near, table) if table else _read(text, labelled, read, near)
    source = credit or article_credit(text, labelled)
    quotations = [_quotation(text, *each, source) for each in zip(near, won, speakers, said_in, strict=True)]
    spoken = [k for k, w in enumerate(won) if w.kind in SPOKEN]
    for k, half in _halves(near, won, spoken).items():
        quotations[spoken[k]] = replace(quotations[spoken[k]], other_half=half)
    quotations += [skimmed(stretch, source) for stretch in found[len(near) :]]
    return Extraction(
        labelled,
        table.code if table is not None else "en",
        tuple(q for q in quotations if q.type in SPOKEN),
        tuple(q for q in quotations if q.type not in SPOKEN),
    )


def _read(
    text: str, labelled: Sequence[Paragraph], read: Sequence[Sentence], found: Sequence[Stretch]
) -> tuple[list[Attribution], list[Speaker | None], list[str | None]]:
    """English: for each stretch the claim that wins, who is meant, and the occasion."""
    without_capitals_of_sentences(read)
    won = attribute(text, read, found)
    claims = [w.claim for w in won]
    speakers = name_speakers(read, claims, Cast(read, headline(text, labelled)))
    return won, speakers, occasions(text, read, claims, speakers)


def _halves(found: Sequence[Stretch], won: Sequence[Attribution], spoken: Sequence[int]) -> dict[int, int]:
    """Pairs of quotations with only their attribution between them: "..., " Lavrov said. "..."."""
    halves: dict[int, int] = {}
    for place, (k, following) in enumerate(pairwise(spoken)):
        first, second = won[k].claim, won[following].claim
        if first is None or second is None or place in halves or found[k].paragraph != found[following].paragraph:
            continue
        between = first.rule in _BETWEEN and first.cue is not None
        same = first.sentence is second.sentence and first.subject == second.subject
        if between and same and found[following].left - found[k].right <= LONGEST_ATTRIBUTION:
            halves[place], halves[place + 1] = place + 1, place
    return halves


#: Rules by which the attribution stands behind the first half.
_BETWEEN = frozenset({"speaker-verb", "verb-speaker", "according-to"})
#: Between two halves stands an attribution and no more: so many characters ("Jane Doe, a nurse from Flint, Mich.,
#: said").
LONGEST_ATTRIBUTION = 160


def _quotation(
    text: str, stretch: Stretch, won: Attribution, who: Speaker | None, occasion: str | None, source: str | None
) -> Quotation:
    claim = won.claim
    cue = None
    if claim is not None and claim.cue is not None:
        token = claim.sentence.tokens[claim.cue]
        cue = Mention(token.text, token.start, token.end)
    return Quotation(
        start=stretch.start,
        end=stretch.end,
        type=won.kind.value,
        closed=stretch.closed,
        speaker=Mention(text[who.start : who.end], who.start, who.end) if who is not None else None,
        speaker_name=who.name if who is not None else None,
        cue=cue,
        occasion=occasion,
        credit=quotation_credit(claim) or source,
        rule=claim.rule if claim is not None else "nobody-named",
        confidence=round(won.confidence * won.speech, 3),
        other_half=None,
    )
