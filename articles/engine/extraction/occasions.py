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

from articles.engine.extraction.languages.english import lexicon, occasion_words
from articles.engine.extraction.languages.english.reporting_verbs import DOUBTFUL, VERBS
from articles.engine.extraction.noun_phrases import is_name, pronoun, subject_before
from articles.engine.extraction.sentences import LOWER, NAME, NUMBER, POINT, QUOTE, Sentence, Token
from articles.engine.extraction.speaker_candidates import Claim, cue_at
from articles.engine.extraction.speaker_resolution import Speaker

#: An occasion of more words than this has run into the next clause.
LONGEST = 26
#: A quotation so many paragraphs after the one whose sentence names the occasion may still belong to it, if "he added".
CARRIES = 1


def occasions(
    text: str, sentences: Sequence[Sentence], claims: Sequence[Claim | None], speakers: Sequence[Speaker | None]
) -> list[str | None]:
    """For each quotation in the text, the phrase that says where or when it was said."""
    place = {id(s): k for k, s in enumerate(sentences)}
    narrated = _Narrated(text, sentences)
    carried: tuple[str, str, int] | None = None
    found: list[str | None] = []
    for claim, speaker in zip(claims, speakers, strict=True):
        if claim is None or speaker is None:
            found.append(None)
            continue
        narrated.come_to(place[id(claim.sentence)])
        who = speaker.name or ""
        own = occasion_in(text, claim.sentence, claim)
        if own is not None:
            carried = (who, own, claim.sentence.paragraph)
        elif carried is not None and carried[0] == who and _goes_on(claim, carried[2]):
            own = carried[1]
            carried = (who, own, claim.sentence.paragraph)
        elif who:
            own = narrated.occasion_of(who)
        found.append(own)
    return found


def occasion_in(text: str, sentence: Sentence, claim: Claim | None = None) -> str | None:
    """The occasion that this sentence names, as printed."""
    tokens = sentence.tokens
    stop_at = claim.subject.begin if claim is not None and claim.sentence is sentence else -1
    best: tuple[int, int, int] | None = None
    for at, token in enumerate(tokens):
        if token.low not in _MAY_BEGIN or token.kind not in (LOWER, NAME):
            continue
        rank = _begins(tokens, at)
        if rank is None or (best is not None and rank >= best[0]):
            continue
        end = _end(tokens, at, stop_at)
        if end - at > 1 or rank == BARE_DAY:
            best = (rank, _day_before(tokens, at), end)
    return _printed(text, tokens, best[1], best[2]) if best is not None else None


#: "Lavrov said Tuesday": the least that can be said of when.
BARE_DAY = 5


#: A phrase of place or time begins with none but these.
_MAY_BEGIN = occasion_words.DAYS | occasion_words.OPENERS | occasion_words.SPEAKING.keys() | {"told", "tells"}


def _begins(tokens: list[Token], at: int) -> int | None:
    """Does a phrase of place or time begin here? The lower the number, the more it says."""
    low = tokens[at].low
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    if low in occasion_words.DAYS and tokens[at].kind == NAME:
        said = at and (cue_at(tokens, at - 1) is not None or is_name(tokens[at - 1]))
        return BARE_DAY if said and tokens[at - 1].low not in occasion_words.DAYS else None
    if following is None:
        return None
    if low in occasion_words.OPENERS:
        return _opens(tokens, at)
    if low in occasion_words.SPEAKING and following.low in occasion_words.SPEAKING[low]:
        return 0
    if low in ("told", "tells") and _hearer(tokens, at + 1):
        return 3
    return None


def _opens(tokens: list[Token], at: int) -> int | None:
    """Does the preposition here lead to where, or at least when?"""
    low, following = tokens[at].low, tokens[at + 1]
    head = _head(tokens, at + 1)
    if head is not None and (
        (low in ("in", "with") and head in occasion_words.SAID_IN)
        or (low in ("by", "over") and head in occasion_words.LINES)
        or (low in ("before", "to") and head in occasion_words.HOUSES and not _reaches(tokens, at))
        or (low not in ("with", "by", "over", "to") and head in occasion_words.SAID_AT)
        or (low == "on" and head in occasion_words.PLATFORMS | occasion_words.LINES)
    ):
        return 0 if low in ("in", "during", "at") else 1
    if low == "to" and _hearer(tokens, at + 1) and not _reaches(tokens, at):
        return 2
    dated = following.kind == NAME and (following.low in occasion_words.DAYS or following.low in occasion_words.MONTHS)
    return 4 if low == "on" and dated else None


def _day_before(tokens: list[Token], at: int) -> int:
    """Where the phrase begins with its day: "*on Tuesday* at a briefing", "*Tuesday* on CNN"."""
    if not at or tokens[at].low in occasion_words.DAYS or tokens[at - 1].low not in occasion_words.DAYS:
        return at
    return at - 2 if at > 1 and tokens[at - 2].low == "on" else at - 1


def _head(tokens: list[Token], begin: int) -> str | None:
    """The noun of the phrase that begins here: "a lengthy television *interview*"."""
    head: str | None = None
    for k in range(begin, min(len(tokens), begin + 7)):
        token = tokens[k]
        low = token.low.removesuffix("'s")
        if token.kind in (POINT, QUOTE) or low in _ENDS_A_NOUN:
            break
        if low in occasion_words.NOUNS:
            head = low
    return head


_ENDS_A_NOUN = lexicon.PREPOSITIONS | lexicon.CONJUNCTIONS | lexicon.AUXILIARIES


def _reaches(tokens: list[Token], at: int) -> bool:
    """ "brought the case to the court": the words before it say that something is brought, not that one speaks."""
    return tokens[at].low == "to" and not (at and cue_at(tokens, at - 1) is not None)


def _hearer(tokens: list[Token], at: int) -> bool:
    token = tokens[at]
    if token.low in lexicon.ARTICLES and at + 1 < len(tokens):
        return tokens[at + 1].low in occasion_words.HEARERS or is_name(tokens[at + 1])
    return token.low in occasion_words.HEARERS or is_name(token)


def _end(tokens: list[Token], begin: int, stop_at: int) -> int:
    """As far as prepositions, names and nouns carry the phrase; not into the next clause or the speaker's name."""
    end = begin + 1
    while end < len(tokens) and end - begin < LONGEST and end != stop_at and not _breaks_off(tokens, end):
        end += 1
        if tokens[end - 1].kind == QUOTE and not _goes_on_behind(tokens, end):
            break
    while end > begin + 1 and tokens[end - 1].low in _CARRIES_ON:
        end -= 1
    return end


def _goes_on_behind(tokens: list[Token], at: int) -> bool:
    """ "on MSNBC's "Morning Joe" *on Friday*"."""
    return at < len(tokens) and tokens[at].low in ("on", "in", "at")


_CARRIES_ON = lexicon.PREPOSITIONS | lexicon.ARTICLES | {"and"}


def _breaks_off(tokens: list[Token], at: int) -> bool:
    """Does what stands here belong to the phrase no more?"""
    token, low, previous = tokens[at], tokens[at].low, tokens[at - 1]
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    if token.kind == QUOTE:
        return not _titles_a_show(tokens, at)
    if token.kind == POINT:
        return token.text not in ("&", "/")
    if low == "and":
        return following is None or not is_name(following)
    if low in lexicon.CLAUSE_OPENERS or low in lexicon.RELATIVES or low in lexicon.AUXILIARIES:
        return True
    if token.kind != LOWER:
        return False
    if low == "to" or low == "for":
        return following is not None and following.kind == LOWER and _does(low, following)
    if low in ("by", "in") and following is not None:
        return following.low == "order" if low == "in" else following.low not in occasion_words.LINES
    if low in ("before", "after"):
        return following is not None and not (following.low.endswith("ing") or _head(tokens, at + 1))
    if pronoun(token) in lexicon.SUBJECT_PRONOUNS - {"one"} or (low in lexicon.POSSESSIVES and previous.kind == NAME):
        return True
    return _is_verb(token, previous)


def _does(preposition: str, following: Token) -> bool:
    """ "to assert their rights", "for helping": a purpose, where "to a veterans' group" is an audience."""
    if preposition == "for":
        return following.low.endswith("ing")
    known = (
        lexicon.DETERMINERS | lexicon.POSSESSIVES | lexicon.ARTICLES | occasion_words.HEARERS | occasion_words.HOUSES
    )
    return following.low not in known and not following.low.endswith("s")


def _is_verb(token: Token, previous: Token) -> bool:
    low = token.low
    if low in VERBS and low not in DOUBTFUL and low not in occasion_words.NOUNS and low not in ("press", "release"):
        return True
    return previous.kind in (NAME, NUMBER) and (low.endswith("ed") or low in occasion_words.PAST)


def _titles_a_show(tokens: list[Token], at: int) -> bool:
    """Are the quoted words here the name of a programme: CNN's "State of the Union"?"""
    owner = tokens[at - 1].low
    if not owner.endswith(("'s", "s'")):
        return False
    return at + 1 < len(tokens) or owner.removesuffix("'s") in occasion_words.PLATFORMS | lexicon.OUTLETS


def _printed(text: str, tokens: list[Token], begin: int, end: int) -> str:
    """The words from the text, with single blanks."""
    return " ".join(text[tokens[begin].start : tokens[end - 1].end].split())


#: What was announced so many sentences above is over: more than any article measured has.
FAR_ABOVE = 400
#: So many verbs of saying of one sentence are tried; in the articles measured no later one announced an occasion.
VERBS_NARRATING = 6


class _Narrated:
    """The occasion that was last announced by a sentence without quotation; "elsewhere" ends it.

    Sentences are read only where somebody asks, from the last one upwards, and none twice.
    """

    def __init__(self, text: str, sentences: Sequence[Sentence]) -> None:
        self.text = text
        self.sentences = sentences
        self.reached = self.read = -1
        self.last: tuple[str, str] | None = None

    def come_to(self, place: int) -> None:
        """The reader of the article has reached this sentence."""
        self.reached = max(self.reached, place)

    def occasion_of(self, who: str) -> str | None:
        """The occasion, if it was announced for this speaker."""
        if self.reached - self.read > FAR_ABOVE:
            self.read, self.last = self.reached - FAR_ABOVE, None
        for place in range(self.reached, self.read, -1):
            sentence = self.sentences[place]
            moved = bool(sentence.tokens) and sentence.tokens[0].low in _ELSEWHERE
            announced = None if moved or sentence.quotes else _announced(self.text, sentence)
            if moved or announced is not None:
                self.last = announced
                break
        self.read = self.reached
        return self.last[0] if self.last is not None and _same(self.last[1], who) else None


_ELSEWHERE = frozenset({"elsewhere", "earlier", "later", "separately", "meanwhile", "previously"})


def _announced(text: str, sentence: Sentence) -> tuple[str, str] | None:
    """The occasion that a sentence without quotation announces, with the name of who spoke there."""
    tokens = sentence.tokens
    looked_at = 0
    for at, token in enumerate(tokens):
        if token.low not in _MAY_TALK or token.kind != LOWER:
            continue
        looked_at += 1
        if looked_at > VERBS_NARRATING:
            break
        subject = subject_before(tokens, at)
        if subject is None:
            continue
        phrase = occasion_in(text, sentence, Claim(sentence, subject, at, ""))
        if phrase is not None and not _only_a_day(phrase):
            named = [t.low.removesuffix("'s") for t in tokens[subject.begin : subject.end] if t.kind == NAME]
            return (phrase, named[-1]) if named else None
    return None


#: The verbs by which somebody is said to speak.
_MAY_TALK = occasion_words.TALKING | {
    low for low, verb in VERBS.items() if verb.kind == "saying" and not verb.participle
}


def _only_a_day(phrase: str) -> bool:
    first, *_ = phrase.lower().removeprefix("on ").split()
    return first in occasion_words.DAYS | occasion_words.MONTHS


def _same(word: str, name: str) -> bool:
    return word.lower() == name.rsplit(" ", 1)[-1].lower()


def _goes_on(claim: Claim, paragraph: int) -> bool:
    """ "she added", in the same paragraph or the next: still the same occasion."""
    if claim.sentence.paragraph == paragraph:
        return True
    tokens, subject = claim.sentence.tokens, claim.subject
    return claim.sentence.paragraph - paragraph <= CARRIES and pronoun(tokens[subject.begin]) in ("he", "she")
