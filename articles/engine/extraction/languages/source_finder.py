"""Rules that find the words for the speaker of a quotation, in a language that has a table.

``„Das ist so“, sagte Außenminister Frank-Walter Steinmeier am Dienstag``: behind the closing mark a verb of saying,
then its subject. ``Лавров заявил: «...»`` has both before the opening mark. Before a colon, and behind the closing
mark of a whole sentence, any verb will do: ``„...“, schmunzelte Blanik``. Names of rules are those of English.
"""

from dataclasses import dataclass
from itertools import chain, pairwise

from articles.engine.extraction.languages.phrases import ParsedSentence, Phrase, PhraseKind
from articles.engine.extraction.languages.table_speakers import SpeakerResolver
from articles.engine.extraction.sentences import LOWER, NAME, POINT, QUOTE, Sentence, is_dash

#: The farthest that a verb of saying stands before the opening mark, in tokens.
MAX_CUE_DISTANCE = 30
#: The most tokens of "Und weiter:", which continues a speaker.
MAX_LEAD_TOKENS = 4


@dataclass(frozen=True, slots=True)
class Source:
    """The phrase that names a speaker, its sentence, the verb, and the rule that found it."""

    sentence: Sentence
    number: int
    phrase: Phrase
    cue: int | None
    rule: str


class SourceFinder:
    """Finds the speakers of the quotations of one sentence."""

    def __init__(self, number: int, sentence: Sentence, resolver: SpeakerResolver) -> None:
        self.number = number
        self.sentence = sentence
        self.tokens = sentence.tokens
        self.resolver = resolver
        self.language = resolver.language

    @property
    def parsed(self) -> ParsedSentence:
        """The phrases of the sentence, parsed when they are first needed."""
        return self.resolver.parse(self.number)

    def find(self, place: int, quoted: str) -> Source | None:
        """Find the speaker behind the closing mark, before the opening mark, or before a colon."""
        return self._find_after(place, quoted) or self.find_before(place) or self._find_before_colon(place)

    def find_topic(self) -> Source | None:
        """Find the person whom the sentence is about, its first subject."""
        named = next((p for p in self.parsed.phrases if not p.governed and p.person is not None), None)
        return self._build(named, None, "same-paragraph")

    def names_another(self, source: Source) -> bool:
        """Return whether the sentence names somebody else as a subject."""
        return any(p.person not in (None, source.phrase.person) and not p.governed for p in self.parsed.phrases)

    def stands_alone(self, place: int) -> bool:
        """Return whether only quoted words, "Und weiter:", or a verb without a subject ("..., señaló") stand there."""
        if self.sentence.only_quotes:
            return True
        if 2 <= place <= MAX_LEAD_TOKENS and self.tokens[place - 1].text == ":" and not self.parsed.phrases:
            return True
        nearby = self.tokens[max(0, place - MAX_CUE_DISTANCE) : place] + self.tokens[place + 1 : place + 4]
        verbs = [token.low for token in nearby if token.low in self.language.verbs]
        is_plural = any(map(self.language.plural_verb_pattern.fullmatch, verbs))
        return self.language.drops_subjects and bool(verbs) and not is_plural

    def is_indirect_speech(self) -> bool:
        """Return whether a verb stands in the mood of indirect speech: "sei", "habe"; "er beobachte"."""
        language = self.language
        beside_pronouns = (
            verb.low
            for pronoun, verb in chain(pairwise(self.tokens), pairwise(reversed(self.tokens)))
            if pronoun.low in language.pronouns and verb.low not in language.articles
        )
        known = any(token.low in language.subjunctives for token in self.tokens)
        return known or any(map(language.subjunctive_pattern.fullmatch, beside_pronouns))

    def _build(self, phrase: Phrase | None, cue: int | None, rule: str) -> Source | None:
        return Source(self.sentence, self.number, phrase, cue, rule) if phrase is not None else None

    def _find_phrase(self, begin: int, stop: int) -> Phrase | None:
        """Find the first phrase from here on, also behind a preposition."""
        return next((p for p in self.parsed.phrases if begin <= p.begin < stop), None)

    def _find_after(self, place: int, quoted: str) -> Source | None:
        """Find the speaker behind the mark: ", sagte Maas"; "— заявил Лавров"; ", so Maas"; ", wie Maas betonte"."""
        tokens, language = self.tokens, self.language
        at = place + 1
        while at < len(tokens) and tokens[at].kind == POINT and (tokens[at].text in ",)" or is_dash(tokens[at])):
            at += 1
        end = min(len(tokens), at + MAX_CUE_DISTANCE)
        stop = next((k for k in range(at, end) if tokens[k].kind == QUOTE), len(tokens))
        if at >= stop or tokens[at].kind == POINT:
            return None
        first = self._find_phrase(at, at + 1)
        if "-" in tokens[at].low and language.get_gender(tokens[at].low):  # "explique-t-il"
            return self._build(first, at, "verb-speaker")
        introduced = self._find_introduced(at)
        if introduced is not None:
            return self._build(introduced, at, "according-to")
        if tokens[at].low in language.quotative_conjunctions or tokens[at].low in language.auxiliaries:
            cue = next((k for k in range(at + 1, stop) if tokens[k].low in language.verbs), None)
            subject = (self._find_phrase(at + 1, cue) or self.parsed.find_subject(cue)) if cue is not None else None
            return self._build(subject, cue, "speaker-verb")
        if tokens[at].kind == LOWER and (tokens[at].low in language.verbs or self._is_open_cue(place, at, quoted)):
            subject = self.parsed.find_subject(at, after_quotation=True)
            framing = place - 1 if place and tokens[place - 1].text == "," else place  # "Ida Solberg, “...” dedi"
            if subject is None:
                subject = next(
                    (p for p in self.parsed.phrases if p.end == framing and p.person and not p.governed), None
                )
            return self._build(subject, at, "verb-speaker")
        cue = self.parsed.skip_words(first.end) if first is not None else stop
        if cue < stop and tokens[cue].low in language.verbs:
            return self._build(first, cue, "speaker-verb")
        postposed = cue < stop and tokens[cue].low in language.source_postpositions
        return self._build(first, cue, "according-to") if postposed else None

    def _is_open_cue(self, place: int, at: int, quoted: str) -> bool:
        """Return whether a verb that is none of saying follows a whole sentence: "„...“, schmunzelte Blanik"."""
        low, language = self.tokens[at].low, self.language
        whole = not quoted[:1].islower() and (place == 0 or self.tokens[place - 1].kind in (POINT, QUOTE))
        if not whole or low in language.function_words or language.finite_verb_pattern.fullmatch(low) is None:
            return False
        begin = self.parsed.skip_words(at + 1)
        phrase = self._find_phrase(begin, begin + 1)
        separate = at > place + 1 or quoted[-1] in "?!"
        return separate and phrase is not None and not phrase.governed and phrase.kind is not PhraseKind.THING

    def _find_introduced(self, at: int) -> Phrase | None:
        """Find the phrase behind "laut", "по словам", or behind "so" where it does not begin the sentence."""
        tokens, language = self.tokens, self.language
        for introduction in language.source_introductions.get(tokens[at].low, ()):
            words = introduction.split()
            if words != [token.low for token in tokens[at : at + len(words)]]:
                continue
            end = at + len(words)
            possessive = next((k for k in range(at, end) if tokens[k].low in language.possessives), None)
            if possessive is not None:
                return Phrase(possessive, possessive + 1, PhraseKind.PRONOUN)
            begin = self.parsed.skip_words(end)
            phrase = self._find_phrase(begin, begin + 1)
            if words[0] in language.viewpoint_prepositions and phrase is not None and phrase.kind is PhraseKind.THING:
                return None  # "pour Bruxelles"
            inserted = at > 0 and tokens[at - 1].kind in (POINT, QUOTE)
            return phrase if inserted or len(words) > 1 or (phrase is not None and phrase.governed) else None
        return None

    def find_before(self, place: int) -> Source | None:
        """Find the speaker before the mark: "Лавров заявил, что «...»"; "Laut Steinmeier ist das „...“"."""
        for at in range(place - 1, max(-1, place - MAX_CUE_DISTANCE), -1):
            token = self.tokens[at]
            if token.kind not in (LOWER, NAME):
                continue
            rule = "according-to"
            if token.low in self.language.verbs and self.parsed.is_passive(at):
                return None
            if token.low in self.language.verbs and (token.kind == LOWER or at == 0):
                phrase, rule = self.parsed.find_subject(at), "verb-before"
            elif token.low in self.language.source_postpositions:
                phrase = next((p for p in self.parsed.phrases if p.end == at), None)
            else:
                phrase = self._find_introduced(at)
            if phrase is not None and phrase.end <= place:
                return self._build(phrase, at, rule)
        return None

    def _find_before_colon(self, place: int) -> Source | None:
        """Find the subject of the clause before a colon: "Der Trainer freut sich: „...“"; "Seine Erfahrung: „...“"."""
        tokens, language = self.tokens, self.language
        if place < 2 or tokens[place - 1].text != ":" or self.parsed.is_passive(place - 1):
            return None
        breaks = (k + 1 for k in range(place - 2, -1, -1) if tokens[k].kind == QUOTE or tokens[k].text == ":")
        begin = next(breaks, 0)
        phrases = [p for p in self.parsed.phrases if begin <= p.begin and p.end < place]
        owners = [p for p in phrases if tokens[p.begin].low in language.possessives and p.kind >= PhraseKind.BODY]
        for phrase in phrases:
            speaks = phrase.kind is not PhraseKind.THING and phrase not in owners and self.parsed.is_plain(phrase)
            if speaks and not phrase.governed:
                return self._build(self.parsed.prefer_apposition(phrase), None, "speaker-colon")
        if owners:
            owner = Phrase(owners[0].begin, owners[0].begin + 1, PhraseKind.PRONOUN)
            return self._build(owner, None, "speaker-colon")
        viewpoint = bool(phrases) and phrases[0].begin == 1 and tokens[0].low in language.viewpoint_prepositions
        named = phrases[0] if viewpoint and phrases[0].person is not None else None  # "Für Trainer Krickau ..."
        return self._build(named, None, "speaker-colon")
