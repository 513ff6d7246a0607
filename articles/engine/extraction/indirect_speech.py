"""What does the article tell in its own words that somebody said?

"Lavrov pointed out that the coalition wants ISIS' assistance to weaken the Syrian government": no quotation marks, yet
the words are Lavrov's as SANA's writer understood them. Each sentence is read for every place where such a content can
begin behind a cue or end before one (`clauses`), the likeliest readings that do not overlap are kept, and who spoke is
found as for a quotation that stood in the content's place.

A finding is less sure than a quotation: most kinds of report hold no verbatim word, and where they end is a matter of
reading. So its confidence is at most `MOST`, and what has quotation marks in it is left to `find_quotations`.

Left to others: quoted words (`attribution`), a report with quoted words in it as one whole (`contents`).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from operator import itemgetter

from articles.engine.extraction.attribution import heaviest
from articles.engine.extraction.content_boundaries import (
    LONGEST,
    anchor,
    begin_signs,
    begins,
    end_signs,
    ends,
    goes_on_signs,
    likelihood,
    start_signs,
    tail_signs,
    tails,
    tells_where,
    verb_ahead,
)
from articles.engine.extraction.languages.english import lexicon
from articles.engine.extraction.languages.english.learnt_weights import (
    BEGIN_WEIGHTS,
    CONTINUATION_WEIGHTS,
    CUE_COUNTS,
    END_WEIGHTS,
    START_WEIGHTS,
    TAIL_WEIGHTS,
)
from articles.engine.extraction.named_people import Cast
from articles.engine.extraction.noun_phrases import Subject, sentence_subject, subject_after, subject_before
from articles.engine.extraction.occasions import occasions
from articles.engine.extraction.quotation_marks import Stretch
from articles.engine.extraction.results import Mention, Quotation
from articles.engine.extraction.sentences import LOWER, POINT, QUOTE, Sentence, Token
from articles.engine.extraction.speaker_candidates import Claim, claims_ahead, claims_for
from articles.engine.extraction.speaker_resolution import Speaker, name_speakers

#: A reading less likely than this is not taken: best F1 of whole contents on a fifth of the training articles, learnt
#: without it.
TAKEN_FROM = 0.25
#: So many places of a sentence where a content may begin are followed to its end, the surest ones: of 12,000 sentences
#: with any, of 924 articles, 13 have more, 17 at most.
STARTS = 8
#: A report that begins as surely as this takes in what is reported within it.
OUTER_FROM = 0.5
#: A content of fewer tokens behind "according to", its full stop among them, is no clause.
LEAST = 4
#: "According to TASS, ..." is no matter of signs.
ACCORDING = 0.9
#: What is reported is never as sure as what is quoted.
MOST = 0.6
#: An attribution set into its content splits it from this likelihood on.
GOES_ON_FROM = 0.5


@dataclass(frozen=True, slots=True)
class Reading:
    """Tokens of a sentence read as what somebody said: one or two ranges of them, the place of the cue, how likely.

    `begun` is how likely a content begins here, wherever it ends; `attribution` are the tokens of "Lavrov said" where
    it stands behind the content.
    """

    sentence: Sentence
    spans: tuple[tuple[int, int], ...]
    cue: int
    rule: str
    likelihood: float
    begun: float
    attribution: tuple[int, int] = (0, 0)

    @property
    def begin(self) -> int:
        return self.spans[0][0]

    @property
    def end(self) -> int:
        return self.spans[-1][1]

    @property
    def quotes(self) -> list[int]:
        """The places of the quotations in it."""
        return [k for b, e in self.spans for k in range(b, e) if self.sentence.tokens[k].kind == QUOTE]

    def holds(self, place: int) -> bool:
        return any(begin <= place < end for begin, end in self.spans)

    def overlaps(self, other: "Reading") -> bool:
        """Do they share words, be it that one takes the other's attribution for content?"""
        mine, others = (*self.spans, self.attribution), (*other.spans, other.attribution)
        return any(a < d and c < b for a, b in mine for c, d in others)


def found_in(
    text: str, sentences: Sequence[Sentence], cast: Cast, taken: Sequence[Reading], source: str | None = None
) -> tuple[Quotation, ...]:
    """These readings as findings, each with its speaker and occasion."""
    claims = [claim_on(text, reading) for reading in taken]
    speakers = name_speakers(sentences, claims, cast)
    where = occasions(text, sentences, claims, speakers)
    return tuple(_finding(text, *each, source) for each in zip(taken, claims, speakers, where, strict=True))


def readings(sentence: Sentence, least: float = TAKEN_FROM) -> list[Reading]:
    """The likeliest readings of a sentence that do not overlap, in order.

    What is reported within a report is part of it: "Lavrov pointed out | that the coalition wants ISIS' assistance" is
    one, though "wants" announces a content too.
    """
    if sentence.only_quotes:
        return []
    found = list(possible(sentence, least))
    taken: list[Reading] = []
    for reading in sorted(found, key=lambda r: -r.begun):
        within = any(outer.begun >= OUTER_FROM and outer.holds(reading.cue) for outer in found)
        if not within and not any(reading.overlaps(other) for other in taken):
            taken.append(reading)
    return sorted(taken, key=lambda r: r.begin)


def possible(sentence: Sentence, least: float) -> Iterable[Reading]:
    """Every reading at least so likely: behind a cue, and before one."""
    tokens = sentence.tokens
    for sure, begin, cue in _starts(tokens, least):
        end, there = _likeliest_end(tokens, cue, begin)
        if sure * there >= least:
            yield Reading(sentence, ((begin, end),), cue, "reported", sure * there, sure)
    opened = _according(tokens)
    if opened is not None:
        yield Reading(sentence, (opened,), 1, "according-to", ACCORDING, ACCORDING)
    for comma, cue, end in tails(tokens):
        announces = end < len(tokens) and tokens[end].text == ":"
        if announces or all(t.kind in (QUOTE, POINT) for t in tokens[:comma]):
            continue
        sure = likelihood(tail_signs(tokens, comma, cue, end), TAIL_WEIGHTS)
        if sure >= least:
            yield Reading(
                sentence, _before_tail(tokens, comma, cue, end), cue, "reported-before", sure, sure, (comma, end)
            )


def _starts(tokens: list[Token], least: float) -> list[tuple[float, int, int]]:
    """Where a content may begin behind a cue: how likely, the place, the cue; in order, the surest if they are many."""
    found: list[tuple[float, int, int]] = []
    for begin in range(1, len(tokens)):
        cue = anchor(tokens, begin, CUE_COUNTS) if tokens[begin].kind != POINT else None
        if cue is None:
            continue
        sure = likelihood(start_signs(tokens, cue, begin), START_WEIGHTS)
        if sure >= least:
            found.append((sure, begin, cue))
    return found if len(found) <= STARTS else sorted(sorted(found)[-STARTS:], key=itemgetter(1))


def _according(tokens: list[Token]) -> tuple[int, int] | None:
    """The content behind "According to the ministry, "."""
    if len(tokens) < 5 or tokens[0].low != "according" or tokens[1].low != "to":
        return None
    comma = next((k for k in range(2, min(len(tokens), LONGEST)) if tokens[k].text == ","), None)
    if comma is None or len(tokens) - comma < LEAST:
        return None
    end = len(tokens)
    while end > comma + 2 and tokens[end - 1].kind == POINT:
        end -= 1
    return comma + 1, end


def widened(sentence: Sentence, place: int) -> Reading | None:
    """The clause around a quotation that is part of the reporter's sentence: the likeliest content that covers it."""
    tokens = sentence.tokens
    best: Reading | None = None
    for begin in range(max(1, place - LONGEST), place + 1):
        cue = anchor(tokens, begin, CUE_COUNTS) if tokens[begin].kind != POINT else None
        if cue is None:
            continue
        sure = likelihood(start_signs(tokens, cue, begin), START_WEIGHTS)
        if sure <= (best.likelihood if best is not None else 0.0):
            continue
        end, there = _likeliest_end(tokens, cue, begin, place + 1)
        if best is None or sure * there > best.likelihood:
            best = Reading(sentence, ((begin, end),), cue, "reported", sure * there, sure)
    return best


def _likeliest_end(tokens: list[Token], cue: int, begin: int, least: int = 0) -> tuple[int, float]:
    """Walking on from its beginning, a content ends at each place with some likelihood, unless it has ended already.

    `least` is the first place where it may end.
    """
    best, end, left = 0.0, begin + 1, 1.0
    seen, looked = False, begin
    places = list(ends(tokens, begin))
    for place in places:
        seen = seen or verb_ahead(tokens, looked, place)
        looked = place
        last = place == places[-1]
        here = 1.0 if last else likelihood(end_signs(tokens, cue, begin, place, seen, last), END_WEIGHTS)
        if left * here > best and place >= least:
            best, end = left * here, place
        left *= 1.0 - here
        if left < best:
            break
    return max(end, least), best


def _before_tail(tokens: list[Token], comma: int, cue: int, end: int) -> tuple[tuple[int, int], ...]:
    """The content before ", Lavrov said", and behind it where the attribution is only set into it."""
    best, start, left = 0.0, 0, 1.0
    places = list(begins(tokens, comma))
    for place in places:
        here = likelihood(begin_signs(tokens, comma, place, places[0]), BEGIN_WEIGHTS) if place != places[-1] else 1.0
        if left * here > best:
            best, start = left * here, place
        left *= 1.0 - here
    first = (start, comma)
    if (
        len(tokens) - end < 3
        or tells_where(tokens, end)
        or likelihood(goes_on_signs(tokens, comma, cue, end), CONTINUATION_WEIGHTS) < GOES_ON_FROM
    ):
        return (first,)
    begin, stop = end, len(tokens)
    while begin < stop and tokens[begin].kind == POINT:
        begin += 1
    while stop > begin and tokens[stop - 1].kind == POINT:
        stop -= 1
    return (first, (begin, stop)) if stop > begin else (first,)


# --- Who said it -----------------------------------------------------------------------------------------------------


def claim_on(text: str, reading: Reading) -> Claim | None:
    """Who the sentence says spoke, as if a quotation stood in the content's place."""
    claim = _behind(text, reading) if reading.rule == "reported-before" else _ahead(reading)
    return replace(claim, rule=reading.rule) if claim is not None else None


def _ahead(reading: Reading) -> Claim | None:
    """The sentence up to the content announces its speaker."""
    whole = reading.sentence
    if reading.rule == "according-to":
        subject = subject_after(whole.tokens, 1, reading.begin - 1)
        return Claim(whole, subject, 0, reading.rule) if subject is not None else None
    opening = Sentence(whole.tokens[: reading.begin], {}, whole.paragraph)
    claims = claims_ahead(opening)
    own = [claim for claim in claims if claim.cue is not None and abs(claim.cue - reading.cue) <= 1]
    if not own:
        own = _by_subject(whole, reading.cue, reading.begin) or claims
    won = heaviest(-1, own).claim
    if won is None and own:
        won = own[0]
    return replace(won, sentence=whole) if won is not None else None


def _by_subject(sentence: Sentence, cue: int, begin: int) -> list[Claim]:
    """A cue that is no verb of saying, or none we know ("fears that"): whoever stands before it."""
    tokens = sentence.tokens
    head = cue
    while head > 1 and tokens[head].kind == LOWER and tokens[head].low in lexicon.PREPOSITIONS:
        head -= 1
    if tokens[head].low.endswith("ing") or tokens[head - 1].low == "to":
        subject = sentence_subject(tokens, begin)
    else:
        subject = subject_before(tokens, head) or sentence_subject(tokens, begin)
    return [Claim(sentence, subject, cue, "reported")] if subject is not None else []


def _behind(text: str, reading: Reading) -> Claim | None:
    """What stands behind the content, taken for a quotation, names its speaker."""
    whole = reading.sentence
    stop = reading.spans[0][1]
    first, last = whole.tokens[reading.begin], whole.tokens[stop - 1]
    content = Token("", "", first.start, last.end, QUOTE)
    stretch = Stretch(first.start, last.end, first.start, last.end, True, whole.paragraph)
    short = Sentence([content, *whole.tokens[stop:]], {0: 0}, whole.paragraph)
    won = heaviest(-1, claims_for(text, short, 0, stretch)).claim
    return _shifted(won, whole, stop - 1) if won is not None else None


def _shifted(claim: Claim, sentence: Sentence, by: int) -> Claim:
    of = claim.subject.of
    subject = Subject(claim.subject.begin + by, claim.subject.end + by, (of[0] + by, of[1] + by) if of else None)
    return replace(claim, sentence=sentence, subject=subject, cue=claim.cue + by if claim.cue is not None else None)


def _finding(
    text: str, reading: Reading, claim: Claim | None, who: Speaker | None, occasion: str | None, source: str | None
) -> Quotation:
    tokens = reading.sentence.tokens
    cue = tokens[claim.cue if claim is not None and claim.cue is not None else reading.cue]
    return Quotation(
        start=tokens[reading.begin].start,
        end=tokens[reading.end - 1].end,
        type="indirect",
        closed=True,
        speaker=Mention(text[who.start : who.end], who.start, who.end) if who is not None else None,
        speaker_name=who.name if who is not None else None,
        cue=Mention(cue.text, cue.start, cue.end),
        occasion=occasion,
        credit=source,
        rule=reading.rule,
        confidence=round(MOST * reading.likelihood, 3),
        other_half=None,
    )
