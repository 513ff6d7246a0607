"""Which words of the article say who spoke the quoted ones?

``..., the Russian FM said, mentioning US attempts`` after the mark; ``Lavrov continued, affirming that`` before it;
``saying`` at the end of one paragraph, the quotation in the next. Within a sentence a verb of saying and its subject are
looked for behind the closing mark, then before the opening one; a quotation that stands alone belongs to whoever is
speaking around it. Every finding names its rule, and each rule's trust is the share of its findings that agreed with the
annotators of 840 articles.

Left to others: what counts as a verb of saying (`verbs`), where its subject begins and ends (`mentions`), and who "he" and
"the minister" are (`speakers`).
"""

from collections.abc import Sequence
from dataclasses import dataclass

from articles.engine.extraction import words
from articles.engine.extraction.marks import Stretch
from articles.engine.extraction.mentions import Subject, is_name, name_runs, pronoun, sentence_subject, subject_after, subject_before
from articles.engine.extraction.sentences import LOWER, NAME, POINT, QUOTE, Sentence, Token, is_dash
from articles.engine.extraction.verbs import AFTER_A_MARK, DOUBTFUL, PLAIN, VERBS, Verb


@dataclass(frozen=True, slots=True)
class Claim:
    """These words of this sentence say who spoke: the subject, the place of the cue (its verb), and the rule."""

    sentence: Sentence
    subject: Subject | None
    cue: int | None
    rule: str


#: Rules that know the speaker by a verb of saying; the others infer.
STATED = frozenset(
    "verb-speaker speaker-verb according-to speaker-colon verb-before coordinated participle participle-ahead trailing dash passive-by "
    "quoted-as inverted-before".split()
)
#: How far behind a closing mark the verb of saying may stand, in tokens ("..., Jane Doe, a nurse from Flint, Mich., said").
REACH = 28
#: Behind a trailing ", Lavrov said" there is at most an adverbial: so many tokens.
TAIL = 14


def attribute(text: str, sentences: Sequence[Sentence], stretches: Sequence[Stretch]) -> list[Claim | None]:
    """For each stretch, the words that say who spoke it, or None."""
    return _Reader(text, sentences, stretches).read()


class _Reader:
    """Reads the article from top to bottom, remembering who is speaking."""

    def __init__(self, text: str, sentences: Sequence[Sentence], stretches: Sequence[Stretch]) -> None:
        self.text = text
        self.sentences = sentences
        self.stretches = stretches
        self.claims: list[Claim | None] = [None] * len(stretches)
        self.before: Claim | None = None
        self.colon: Claim | None = None

    def read(self) -> list[Claim | None]:
        begin = 0
        while begin < len(self.sentences):
            end = begin
            while end < len(self.sentences) and self.sentences[end].paragraph == self.sentences[begin].paragraph:
                end += 1
            self._paragraph(self.sentences[begin:end])
            begin = end
        return self.claims

    def _paragraph(self, sentences: Sequence[Sentence]) -> None:
        speaking: Claim | None = None
        waiting: list[tuple[int, bool]] = []
        for sentence in sentences:
            for place, number in sentence.quotes.items():
                claim = claim_in_sentence(self.text, sentence, place, self.stretches[number])
                if claim is None:
                    claim = self._without_cue(sentence, number, speaking)
                if claim is None or claim.rule == "sentence-subject" and sentence.only_quotes:
                    waiting.append((number, sentence.only_quotes))
                    continue
                self.claims[number] = claim
                if claim.subject is not None and claim.rule != "possessive":
                    speaking = claim
                if claim.rule in STATED:
                    waiting = self._settle(waiting, claim)
        self._settle_rest(waiting, speaking)
        self._remember(sentences, speaking)

    def _without_cue(self, sentence: Sentence, number: int, speaking: Claim | None) -> Claim | None:
        """A quotation with no verb of saying in its sentence: whoever is speaking goes on."""
        stretch = self.stretches[number]
        if stretch.continues and number and self.claims[number - 1] is not None:
            return _again(self.claims[number - 1], "continuation")
        if sentence.only_quotes:
            return _again(speaking, "same-paragraph")
        place = next(k for k, n in sentence.quotes.items() if n == number)
        subject = sentence_subject(sentence.tokens, place)
        if subject is not None:
            return Claim(sentence, subject, None, "sentence-subject")
        return _again(speaking, "same-paragraph")

    def _settle(self, waiting: list[tuple[int, bool]], claim: Claim) -> list[tuple[int, bool]]:
        """Quotations that stood alone belong to the speaker named after them in the paragraph."""
        for number, alone in waiting:
            if alone:
                self.claims[number] = _again(claim, "later-in-paragraph")
        return [(number, alone) for number, alone in waiting if not alone]

    def _settle_rest(self, waiting: list[tuple[int, bool]], speaking: Claim | None) -> None:
        for number, alone in waiting:
            if alone and self.colon is not None:
                self.claims[number] = _again(self.colon, "colon-above")
            elif alone:
                self.claims[number] = _again(speaking or self.before, "paragraph-above")
            else:
                self.claims[number] = _again(speaking, "same-paragraph")

    def _remember(self, sentences: Sequence[Sentence], speaking: Claim | None) -> None:
        """Who speaks on, should the next paragraph be a quotation alone."""
        last = sentences[-1]
        self.colon = None
        if last.tokens and last.tokens[-1].text in (":", ",") and not last.quotes or last.tokens and last.tokens[-1].text == ":":
            self.colon = _narrated(last, "colon-above")
        elif last.tokens and last.tokens[-1].low in VERBS and VERBS[last.tokens[-1].low].participle:
            self.colon = _narrated(last, "colon-above")
        if speaking is not None:
            self.before = speaking
        elif any(s.quotes for s in sentences):
            alone = [self.claims[n] for s in sentences for n in s.quotes.values()]
            self.before = next((c for c in reversed(alone) if c is not None), self.before)
        else:
            told = [c for c in (_narrated(s, "paragraph-above") for s in sentences) if c is not None]
            said = [c for c in told if c.cue is not None]
            if said or told:
                self.before = (said or told)[-1]


def _again(claim: Claim | None, rule: str) -> Claim | None:
    return None if claim is None else Claim(claim.sentence, claim.subject, claim.cue, rule)


def _narrated(sentence: Sentence, rule: str) -> Claim | None:
    """Who speaks in a sentence without quotation: the subject of its last verb of saying, else its own subject."""
    tokens = sentence.tokens
    for at in range(len(tokens) - 1, -1, -1):
        verb = cue_at(tokens, at)
        if verb is not None and verb.kind == "saying":
            if verb.participle:
                continue
            subject = subject_before(tokens, at)
            if subject is not None:
                return Claim(sentence, subject, at, rule)
    subject = sentence_subject(tokens, len(tokens))
    return Claim(sentence, subject, None, rule) if subject is not None else None


# --- Within a sentence -----------------------------------------------------------------------------------------------


def claim_in_sentence(text: str, sentence: Sentence, place: int, stretch: Stretch) -> Claim | None:
    """What the sentence itself says about who spoke the quotation at `place`."""
    tokens = sentence.tokens
    after = _after(text, sentence, place, stretch)
    if after is not None:
        return after
    before = _before(sentence, place)
    trailing = _trailing(sentence, place)
    if before is not None and before.subject is not None and not (trailing and before.rule == "possessive"):
        if trailing is None or before.rule == "speaker-colon" or place - (before.cue or 0) <= 4:
            return before
    if trailing is not None:
        return trailing
    if before is not None:
        return before
    del tokens
    return None


def cue_at(tokens: list[Token], at: int) -> Verb | None:
    """The verb of saying at this place, if it is one here: "reports" after "the" or a possessive is a noun."""
    token = tokens[at]
    if token.kind != LOWER:
        return None
    low = token.low
    verb = VERBS.get(low)
    if verb is None:
        return _plain(tokens, at, low)
    previous = tokens[at - 1] if at else None
    if low in DOUBTFUL:
        if previous is None or previous.low in words.DETERMINERS or previous.low in words.PREPOSITIONS or previous.low.endswith(("'s", "s'")):
            return None
        if at + 1 < len(tokens) and tokens[at + 1].low in ("of", "about", "from", "are", "were", "have", "and"):
            return None
        if previous.kind == LOWER and previous.low not in words.ADVERBS | words.AUXILIARIES | words.SUBJECT_PRONOUNS and not (
            previous.low in words.ROLES or previous.low.endswith("ly") or tokens[at + 1 : at + 2] and tokens[at + 1].kind == QUOTE
        ):
            return None
    elif previous is not None and previous.low in words.ARTICLES:
        return None
    return verb


def _plain(tokens: list[Token], at: int, low: str) -> Verb | None:
    """"sources say", "would say", "went on to call": the plain form with a helper or a plural before it."""
    verb = PLAIN.get(low)
    if verb is None or at == 0:
        return None
    previous = tokens[at - 1]
    if previous.low in words.AUXILIARIES and previous.low not in words.BE or previous.low == "to" or previous.low in ("they", "we", "i", "you", "who"):
        return verb
    plural = previous.low.endswith("s") and not previous.low.endswith(("ss", "'s")) or previous.low in ("people", "police", "also", "many", "some")
    return verb if plural and verb.kind == "saying" and verb.count > 5 and previous.kind in (LOWER, NAME) else None


def _after(text: str, sentence: Sentence, place: int, stretch: Stretch) -> Claim | None:
    """Behind the closing mark: said Lavrov; Lavrov said; according to Lavrov."""
    tokens = sentence.tokens
    stop = _next_quote(tokens, place)
    begin = place + 1
    while begin < stop and tokens[begin].kind == POINT and (tokens[begin].text == "," or is_dash(tokens[begin])):
        begin += 1
    if begin >= stop or tokens[begin].kind == POINT:
        return None
    ending = text[stretch.end - 1]
    comma = ending in ",?!\u2026" or begin > place + 1 or is_dash_character(ending)
    first = tokens[begin]
    if first.low == "according" and begin + 1 < stop:
        return _claim(sentence, subject_after(tokens, begin + 1, stop), begin, "according-to")
    if first.low in AFTER_A_MARK and first.kind == LOWER and (comma or first.low not in DOUBTFUL):
        subject = subject_after(tokens, begin, stop)
        if subject is not None and not (first.low in ("told", "tells") and pronoun(tokens[subject.begin]) not in words.SUBJECT_PRONOUNS):
            return Claim(sentence, subject, begin, "verb-speaker")
    return _speaker_then_verb(sentence, begin, stop, comma)


def is_dash_character(character: str) -> bool:
    return character in "-\u2013\u2014\u2015"


def _speaker_then_verb(sentence: Sentence, begin: int, stop: int, comma: bool) -> Claim | None:
    tokens = sentence.tokens
    if tokens[begin].low in ("as", "which") and begin + 1 < stop:
        begin += 1
    for at in range(begin + 1, min(stop, begin + REACH)):
        if tokens[at].text in (";", ":"):
            return None
        verb = cue_at(tokens, at)
        if verb is None or verb.participle or not (verb.kind == "saying" or (comma and verb.count)):
            continue
        if not comma and verb.kind == "saying" and tokens[begin].kind == LOWER and pronoun(tokens[begin]) not in words.SUBJECT_PRONOUNS | words.ARTICLES:
            return None
        subject = subject_before(tokens, at, begin)
        if subject is not None and subject.of is None and subject.begin - begin <= 1:
            return Claim(sentence, subject, at, "speaker-verb")
        if subject is not None and subject.begin - begin > 1 and tokens[begin].low not in words.PREPOSITIONS | words.ADVERBS:
            continue
        if subject is not None and comma:
            return Claim(sentence, subject, at, "speaker-verb")
    return None


def _trailing(sentence: Sentence, place: int) -> Claim | None:
    """At the end of the sentence: ... "a disaster" for workers, Lavrov said on Tuesday."""
    tokens = sentence.tokens
    last = len(tokens)
    for at in range(last - 1, max(place + 1, last - TAIL), -1):
        if tokens[at].kind == QUOTE:
            return None
        verb = cue_at(tokens, at)
        if verb is None or verb.participle or verb.kind != "saying":
            if tokens[at].low == "to" and tokens[at - 1].low == "according":
                return _claim(sentence, subject_after(tokens, at, last), at - 1, "according-to")
            continue
        if tokens[at - 1].text == ",":
            subject = subject_after(tokens, at, last)
            if subject is not None:
                return Claim(sentence, subject, at, "trailing")
        subject = subject_before(tokens, at, place + 1)
        if subject is not None and subject.of is None and tokens[subject.begin - 1].text == ",":
            return Claim(sentence, subject, at, "trailing")
        return None
    return None


def _before(sentence: Sentence, place: int) -> Claim | None:
    """Before the opening mark: the nearest verb of saying that has a subject."""
    tokens = sentence.tokens
    colon = _speaker_colon(sentence, place)
    if colon is not None:
        return colon
    for at in range(place - 1, -1, -1):
        token = tokens[at]
        if token.low == "to" and at and tokens[at - 1].low == "according":
            claim = _claim(sentence, subject_after(tokens, at, place), at - 1, "according-to")
            if claim is not None:
                return claim
        verb = cue_at(tokens, at)
        if verb is None:
            continue
        claim = _by_verb(sentence, place, at, verb)
        if claim is not None:
            return claim
    return _possessive(sentence, place)


def _by_verb(sentence: Sentence, place: int, at: int, verb: Verb) -> Claim | None:
    tokens = sentence.tokens
    if verb.participle:
        return _participle(sentence, place, at)
    if _is_passive(tokens, at, verb):
        return _agent(sentence, place, at)
    subject = subject_before(tokens, at)
    if subject is not None:
        return Claim(sentence, subject, at, "verb-before")
    if at and (tokens[at - 1].kind == QUOTE or tokens[at - 1].text == ","):
        subject = subject_after(tokens, at, place)
        if subject is not None and verb.kind == "saying" and verb.lemma not in ("tell",):
            return Claim(sentence, subject, at, "inverted-before")
    subject = _coordinated(sentence, at)
    if subject is not None:
        return Claim(sentence, subject, at, "coordinated")
    return None


def _is_passive(tokens: list[Token], at: int, verb: Verb) -> bool:
    if not tokens[at].low.endswith(("ed", "en", "t", "n", "own")) or verb.lemma in ("say", "think"):
        return False
    k = at - 1
    while k >= 0 and (tokens[k].low in words.ADVERBS or tokens[k].low.endswith("ly") or tokens[k].low in ("been", "being", "not")):
        if tokens[k].low in ("been", "being"):
            return True
        k -= 1
    return k >= 0 and (tokens[k].low in words.BE or tokens[k].low.endswith(("he's", "it's", "they're", "i'm")))


def _agent(sentence: Sentence, place: int, at: int) -> Claim | None:
    """"was described by Lavrov as"; "was quoted as saying" leaves the subject the speaker."""
    tokens = sentence.tokens
    if tokens[at].low == "quoted":
        subject = subject_before(tokens, at)
        return _claim(sentence, subject, at, "quoted-as")
    limit = next((k for k in range(place + 1, len(tokens)) if tokens[k].kind in (QUOTE, POINT)), len(tokens))
    for k in range(at + 1, limit):
        if tokens[k].low == "by" and k != place:
            stop = place if k < place else limit
            return _claim(sentence, subject_after(tokens, k, stop), at, "passive-by")
    return None


def _participle(sentence: Sentence, place: int, at: int) -> Claim | None:
    """"..., affirming that": its subject is that of the verb before it; at the beginning, the one to come."""
    tokens = sentence.tokens
    if at and tokens[at - 1].low in words.BE | {"been"}:
        return _claim(sentence, subject_before(tokens, at), at, "verb-before")
    if at >= 2 and tokens[at - 1].low == "as" and tokens[at - 2].low == "quoted":
        return _claim(sentence, subject_before(tokens, at - 2), at, "quoted-as")
    if at == 0 or (at == 1 and tokens[0].low in ("by", "in", "after", "while", "when", "before")):
        comma = next((k for k in range(place, len(tokens)) if tokens[k].text == ","), place)
        subject = sentence_subject(tokens, len(tokens), comma + 1)
        return _claim(sentence, subject, at, "participle-ahead")
    subject = _coordinated(sentence, at)
    if subject is None:
        subject = sentence_subject(tokens, at)
    return _claim(sentence, subject, at, "participle")


def _coordinated(sentence: Sentence, at: int) -> Subject | None:
    """The subject shared with an earlier verb of the sentence: "Lavrov took the floor and said"."""
    tokens = sentence.tokens
    for k in range(at - 1, -1, -1):
        verb = cue_at(tokens, k)
        if verb is None or verb.participle:
            continue
        subject = subject_before(tokens, k)
        if subject is None and (k == 0 or tokens[k - 1].kind in (QUOTE, POINT)):
            subject = subject_after(tokens, k, at)
        if subject is not None:
            return subject
    return sentence_subject(tokens, at)


def _speaker_colon(sentence: Sentence, place: int) -> Claim | None:
    """As in transcripts: LAVROV: "..."."""
    tokens = sentence.tokens
    if place < 2 or tokens[place - 1].text != ":" or place > 8:
        return None
    runs = name_runs(tokens, 0, place - 1)
    if runs and runs[-1][1] == place - 1 and not any(cue_at(tokens, k) for k in range(place)):
        return Claim(sentence, Subject(*runs[-1]), place - 1, "speaker-colon")
    return None


def _possessive(sentence: Sentence, place: int) -> Claim | None:
    """"Lavrov's "absurd" idea": the owner of the words just before the mark."""
    tokens = sentence.tokens
    for at in range(place - 1, max(-1, place - 4), -1):
        token = tokens[at]
        if token.low in ("his", "her") and at >= place - 3:
            return Claim(sentence, Subject(at, at + 1), None, "possessive")
        if is_name(token) and token.low.endswith(("'s", "s'")) and token.kind == NAME:
            runs = name_runs(tokens, max(0, at - 4), at + 1)
            return Claim(sentence, Subject(*runs[-1]), None, "possessive") if runs else None
        if token.kind in (POINT, QUOTE):
            return None
    return None


def _claim(sentence: Sentence, subject: Subject | None, cue: int | None, rule: str) -> Claim | None:
    return None if subject is None else Claim(sentence, subject, cue, rule)


def _next_quote(tokens: list[Token], place: int) -> int:
    return next((k for k in range(place + 1, len(tokens)) if tokens[k].kind == QUOTE), len(tokens))
