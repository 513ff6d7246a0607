"""Where and when were the words said?

"in an interview with the Vesti.doc programme on Rossiya-1 television on Tuesday", "speaking in Lisbon after meeting
with his Portuguese counterpart", "told journalists on Thursday", "at a press briefing": the phrase as printed,
found in the sentence that names the speaker, or in the one before that announced what he says. Press TV's report of
one interview opens with "In an interview with Russia's Channel One TV on Sunday, Lavrov said": the quotations of
the next paragraphs were said there too.

Left to others: which date a weekday is, given the article's (`ingest`), through whom the article has the words
(`credits`).
"""

from collections.abc import Sequence

from articles.engine.extraction.claims import Claim
from articles.engine.extraction.languages.english import scenes, words
from articles.engine.extraction.languages.english.verbs import DOUBTFUL, VERBS
from articles.engine.extraction.mentions import is_name, pronoun, subject_before
from articles.engine.extraction.sentences import LOWER, NAME, POINT, QUOTE, Sentence, Token
from articles.engine.extraction.speakers import Speaker

#: An occasion of more words than this has run into the next clause.
LONGEST = 26
#: A quotation so many paragraphs after the one whose sentence names the occasion may still belong to it, if "he added".
CARRIES = 1


def occasions(
    sentences: Sequence[Sentence], claims: Sequence[Claim | None], speakers: Sequence[Speaker | None]
) -> list[str | None]:
    """For each quotation, the phrase that says where or when it was said."""
    place = {id(s): k for k, s in enumerate(sentences)}
    narrated: tuple[str, str] | None = None
    carried: tuple[str, str, int] | None = None
    found: list[str | None] = []
    at = 0
    for claim, speaker in zip(claims, speakers, strict=True):
        if claim is None or speaker is None:
            found.append(None)
            continue
        here = place[id(claim.sentence)]
        who = speaker.name or ""
        while at <= here:
            narrated = _narrated(sentences[at], narrated)
            at += 1
        own = occasion_in(claim.sentence, claim)
        if own is not None:
            carried = (who, own, claim.sentence.paragraph)
        elif carried is not None and carried[0] == who and _goes_on(claim, carried[2]):
            own = carried[1]
            carried = (who, own, claim.sentence.paragraph)
        elif narrated is not None and who and _same(narrated[1], who):
            own = narrated[0]
        found.append(own)
    return found


def occasion_in(sentence: Sentence, claim: Claim | None = None) -> str | None:
    """The occasion that this sentence names, as printed."""
    tokens = sentence.tokens
    stop_at = claim.subject.begin if claim is not None and claim.sentence is sentence else -1
    best: tuple[int, str] | None = None
    for at, token in enumerate(tokens):
        if token.kind not in (LOWER, NAME):
            continue
        rank = _begins(tokens, at)
        if rank is None or (best is not None and rank >= best[0]):
            continue
        end = _end(tokens, at, stop_at)
        if end - at > 1:
            best = (rank, _printed(tokens, at, end))
    return best[1] if best is not None else None


def _begins(tokens: list[Token], at: int) -> int | None:
    """Does a phrase of place begin here? The lower the number, the more it says."""
    low = tokens[at].low
    if low in ("in", "during", "at", "on", "before", "after", "with") and at + 1 < len(tokens):
        head = _head(tokens, at + 1)
        if head is not None and (
            (low in ("in", "with") and head in scenes.SAID_IN)
            or (low != "with" and head in scenes.SAID_AT)
            or (low == "on" and head in scenes.PLATFORMS)
        ):
            return 0 if low in ("in", "during", "at") else 1
        return 4 if low == "on" and tokens[at + 1].low in scenes.DAYS and tokens[at + 1].kind == NAME else None
    if low == "speaking" and at + 1 < len(tokens) and tokens[at + 1].low in words.PREPOSITIONS:
        return 0
    if low in ("told", "tells") and at + 1 < len(tokens) and _hearer(tokens, at + 1):
        return 3
    return None


def _head(tokens: list[Token], begin: int) -> str | None:
    """The noun of the phrase that begins here: "a lengthy television *interview*"."""
    head: str | None = None
    for k in range(begin, min(len(tokens), begin + 7)):
        token = tokens[k]
        if (
            token.kind == POINT
            or token.kind == QUOTE
            or token.low in words.PREPOSITIONS
            or token.low in words.CONJUNCTIONS
            or token.low in words.AUXILIARIES
        ):
            break
        if (
            token.low in scenes.SAID_IN
            or token.low in scenes.SAID_AT
            or token.low in scenes.PLATFORMS
            or token.low.removesuffix("'s") in scenes.PLATFORMS
        ):
            head = token.low.removesuffix("'s")
    return head


def _hearer(tokens: list[Token], at: int) -> bool:
    token = tokens[at]
    if token.low in words.ARTICLES and at + 1 < len(tokens):
        return tokens[at + 1].low in scenes.HEARERS or is_name(tokens[at + 1])
    return token.low in scenes.HEARERS or is_name(token)


def _end(tokens: list[Token], begin: int, stop_at: int) -> int:
    """As far as prepositions, names and nouns carry the phrase; not into the next clause or the speaker's name."""
    end = begin + 1
    while end < len(tokens) and end - begin < LONGEST and end != stop_at:
        token = tokens[end]
        low = token.low
        if token.kind == QUOTE:
            if end + 1 >= len(tokens) or not tokens[end - 1].low.endswith(("'s", "s'")):
                break
        elif token.kind == POINT:
            if token.text not in ("&", "/"):
                break
        elif (
            (
                low in words.CLAUSE_OPENERS - {"and"}
                or low in words.RELATIVES
                or low in words.AUXILIARIES
                or pronoun(token) in words.SUBJECT_PRONOUNS - {"one"}
            )
            or (low == "and" and not (end + 1 < len(tokens) and is_name(tokens[end + 1])))
            or (
                token.kind == LOWER
                and low in VERBS
                and low not in DOUBTFUL
                and low not in ("press", "release", "address")
            )
        ):
            break
        end += 1
    while end > begin + 1 and (
        tokens[end - 1].low in words.PREPOSITIONS
        or tokens[end - 1].low in words.ARTICLES
        or tokens[end - 1].low == "and"
    ):
        end -= 1
    return end


def _printed(tokens: list[Token], begin: int, end: int) -> str:
    """The words from the text, with single blanks; quotations in it keep their place as an ellipsis."""
    parts = [t.text if t.kind != QUOTE else "\N{HORIZONTAL ELLIPSIS}" for t in tokens[begin:end]]
    return " ".join(parts).replace(" / ", "/")


def _narrated(sentence: Sentence, before: tuple[str, str] | None) -> tuple[str, str] | None:
    """An occasion announced by a sentence without quotation, with the name of who spoke there; "elsewhere" ends it."""
    if sentence.tokens and sentence.tokens[0].low in (
        "elsewhere",
        "earlier",
        "later",
        "separately",
        "meanwhile",
        "previously",
    ):
        return None
    if sentence.quotes:
        return before
    tokens = sentence.tokens
    for at, token in enumerate(tokens):
        verb = VERBS.get(token.low)
        if verb is None or verb.kind != "saying" or verb.participle or token.kind != LOWER:
            continue
        subject = subject_before(tokens, at)
        if subject is None:
            continue
        phrase = occasion_in(sentence, Claim(sentence, subject, at, ""))
        if phrase is not None and not phrase.lower().startswith("on "):
            named = [t.low.removesuffix("'s") for t in tokens[subject.begin : subject.end] if t.kind == NAME]
            return (phrase, named[-1]) if named else before
    return before


def _same(word: str, name: str) -> bool:
    return word.lower() == name.rsplit(" ", 1)[-1].lower()


def _goes_on(claim: Claim, paragraph: int) -> bool:
    """ "she added", in the same paragraph or the next: still the same occasion."""
    if claim.sentence.paragraph == paragraph:
        return True
    tokens, subject = claim.sentence.tokens, claim.subject
    return claim.sentence.paragraph - paragraph <= CARRIES and pronoun(tokens[subject.begin]) in ("he", "she")
