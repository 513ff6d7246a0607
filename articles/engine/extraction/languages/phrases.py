"""Noun phrases of a sentence and the subject of a verb, in a language that has a table.

``Der Schulleiter der Volksschule Tristach, Norbert Salcher, bestätigte auf Anfrage ein fast leeres Haus``: the phrases
are "Der Schulleiter der Volksschule Tristach", "Norbert Salcher" and "ein fast leeres Haus"; "Anfrage" is governed by a
preposition. The subject of "bestätigte" is Norbert Salcher, who stands between commas next to it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum

from articles.engine.extraction.languages.language_table import Language
from articles.engine.extraction.languages.named_persons import Person, PersonMention
from articles.engine.extraction.sentences import LOWER, NAME, NUMBER, POINT, QUOTE, Token

#: The longest phrase, in tokens; the most adjectives in one.
MAX_PHRASE_TOKENS, MAX_MODIFIERS = 14, 6
#: The most tokens between a verb and its subject.
MAX_SUBJECT_DISTANCE = 30


class PhraseKind(IntEnum):
    """What a noun phrase names, the likelier speaker first."""

    PERSON = 0
    PRONOUN = 1
    OFFICE = 2
    BODY = 3
    THING = 4


@dataclass(slots=True)
class Phrase:
    """Tokens `begin` to `end`; `governed` by a preposition or in a case that makes it no subject."""

    begin: int
    end: int
    kind: PhraseKind
    person: Person | None = None
    governed: bool = False
    indefinite: bool = False


class ParsedSentence:
    """The tokens of a sentence with its noun phrases."""

    def __init__(self, tokens: list[Token], mentions: Sequence[PersonMention], language: Language) -> None:
        self.tokens = tokens
        self.language = language
        self.mentions = {mention.begin: mention for mention in mentions}
        self.nouns = [self._classify_noun(token) for token in tokens]
        self.phrases: list[Phrase] = []
        at = 0
        while at < len(tokens):
            phrase = self._parse_phrase(at)
            at = phrase.end if phrase is not None else at + 1
            if phrase is not None and not self._extend_last(phrase):
                self.phrases.append(phrase)

    def _classify_noun(self, token: Token) -> PhraseKind | None:
        if token.kind == POINT or (token.kind == LOWER and self.language.nouns_are_capitalised):
            return None
        if self.language.is_role(token.low):
            return PhraseKind.OFFICE  # "48-Jährige" is a number
        if self.language.is_body(token.low) or (token.kind == NAME and len(token.text) > 1 and token.text.isupper()):
            return PhraseKind.BODY
        return PhraseKind.THING if token.kind == NAME else None

    def _extend_last(self, phrase: Phrase) -> bool:
        """Extend the phrase before by this one if they belong together: "der Sprecher" + "des Ministeriums"."""
        if not self.phrases or self.phrases[-1].kind <= PhraseKind.PRONOUN:
            return False
        last = self.phrases[-1]
        gap = self.tokens[last.end : phrase.begin]
        if gap:
            tied = last.kind is not PhraseKind.THING and all(t.low in self.language.role_prepositions for t in gap)
        else:
            tied = self.tokens[phrase.begin].low in self.language.genitive_articles
        if tied:
            last.end = phrase.end
        return tied

    def _parse_phrase(self, begin: int) -> Phrase | None:
        tokens, language = self.tokens, self.language
        token, at = tokens[begin], begin
        if token.low in language.pronouns or ("-" in token.low and language.get_gender(token.low)):
            return Phrase(begin, begin + 1, PhraseKind.PRONOUN, governed=self._is_governed(begin))
        if token.low in language.articles:
            at += 1
            while at < len(tokens) and at - begin <= MAX_MODIFIERS and self._is_modifier(at):
                at += 1
            unclear = at > begin + 1 and (at == len(tokens) or self.nouns[at] in (None, PhraseKind.THING))
            if unclear and not language.nouns_are_capitalised:
                return None  # "su parte"
        elif token.low in language.function_words or self.nouns[begin] is None or token.kind == NUMBER:
            return None  # "Doch", "In"
        phrase = self._parse_head(begin, at)
        if phrase is not None:
            phrase.indefinite = token.low in language.indefinite_articles
            phrase.governed |= token.low in language.oblique_articles or self._is_governed(begin)
        return phrase

    def _is_modifier(self, at: int) -> bool:
        """Return whether an adjective or its like stands here: "35 Jahre alte"; "порта" behind an office."""
        token, language = self.tokens[at], self.language
        if token.kind == NAME:
            following = self.tokens[at + 1 : at + 2]
            return self.tokens[at - 1].kind == NUMBER and bool(following) and following[0].kind == LOWER
        content = self.nouns[at] is None and token.low not in language.function_words
        return content and token.kind in (LOWER, NUMBER)

    def _parse_head(self, begin: int, start: int) -> Phrase | None:
        """Parse the nouns of a phrase, up to the person whom they introduce."""
        tokens, language = self.tokens, self.language
        kind: PhraseKind | None = None
        at = start
        while at < len(tokens) and at - begin < MAX_PHRASE_TOKENS:
            mention = self.mentions.get(at)
            tied = at > start and tokens[at - 1].low in language.function_words  # "die Anwältin von Donald Trump"
            behind = tokens[mention.end : mention.end + 1] if mention is not None and mention.possessive else []
            if behind and behind[0].kind == NAME and language.nouns_are_capitalised:
                pass  # "Bennetts Partei"
            elif mention is not None and kind is PhraseKind.THING and not language.nouns_are_capitalised:
                break  # a place before a name: "Москве Виктор Орлов"
            elif mention is not None and not tied and kind is not PhraseKind.BODY:
                return Phrase(begin, mention.end, PhraseKind.PERSON, mention.person, governed=mention.possessive)
            if mention is not None and kind is PhraseKind.BODY and language.parse_forename(tokens[at].text) is not None:
                break
            noun = self.nouns[at]
            if noun is not None and (kind is not None or at == start or noun is not PhraseKind.THING):
                kind = noun if kind is None else min(kind, noun)
            elif kind is None or not self._continues_head(at, kind):
                break
            at = mention.end if mention is not None else at + 1
            if [token.text for token in tokens[at : at + 2]] in (["-", ","], ["-", "und"], ["-", "oder"]):
                at += 2  # "der Gesundheits-, Sozial- und Integrationsdirektor"
        while at > start and tokens[at - 1].kind == LOWER and tokens[at - 1].low in language.function_words:
            at -= 1
        if kind is None or tokens[start].low in language.time_words or tokens[at - 1].low in language.time_words:
            return None
        compound = begin > 1 and tokens[begin - 1].text == "-" and tokens[begin - 2].kind == QUOTE
        return Phrase(begin, at, kind, governed=compound)  # governed: „D-Day“-Formulierung

    def _continues_head(self, at: int, kind: PhraseKind) -> bool:
        """Return whether a title, "und Vorsitzender", "von" or an adjective behind the noun continues the head."""
        token, language = self.tokens[at], self.language
        if token.kind == QUOTE:
            return self.tokens[at - 1].low in language.work_nouns or self.nouns[at - 1] is PhraseKind.BODY
        following = self.nouns[at + 1] if at + 1 < len(self.tokens) else None
        if token.low in language.conjunctions:
            return kind is PhraseKind.OFFICE and following is PhraseKind.OFFICE
        if kind is PhraseKind.THING:
            return False
        return token.low in language.role_prepositions or (not language.nouns_are_capitalised and self._is_modifier(at))

    def _is_governed(self, begin: int) -> bool:
        """Return whether a preposition stands before the phrase, or before the adjectives before it."""
        for token in reversed(self.tokens[max(0, begin - 3) : begin]):
            if token.low in self.language.phrase_boundaries:
                return self.language.is_preposition(token.low)
            adjective = self.language.nouns_are_capitalised and token.low not in self.language.function_words
            if token.kind != LOWER or not (adjective or token.low in self.language.articles):
                return False  # a noun of its own: "por su parte Andrés Vega"
        return False

    def find_subject(self, verb: int, after_quotation: bool = False) -> Phrase | None:
        """Find the subject of a verb: next to it if it can, else the first phrase of its clause."""
        right = self._find_right(verb)
        touching = right is not None and self.skip_words(verb + 1) == right.begin
        if after_quotation and (touching or not self.language.subjects_touch_verbs):
            return right
        left = self._find_left(verb)
        if self.language.subjects_touch_verbs:
            right = right if touching else None
            left = [p for p in left if self.skip_words(p.end) == verb or self.tokens[p.end].text == ","]
        if right is not None and touching and self.tokens[verb - 1].text == "," and right.kind <= PhraseKind.OFFICE:
            return right
        adjacent = right is not None and touching and right.kind <= PhraseKind.PRONOUN
        if left and not (adjacent and left[-1].kind is PhraseKind.THING):
            if right is not None and adjacent and right.kind is PhraseKind.PRONOUN and left[-1].end < verb:
                return right
            return next((p for p in left if p.kind is not PhraseKind.THING), left[-1])
        if not adjacent and verb and self.tokens[verb - 1].low in self.language.conjunctions:
            far = self._find_left(verb - 1, far=True)  # "Lawrow sieht es so und erklärte"
            return next((p for p in far if p.kind is not PhraseKind.THING), right)
        return right

    def is_passive(self, verb: int) -> bool:
        """Return whether the clause of a verb is in the passive: its subject is told, or told of."""
        for token in reversed(self.tokens[:verb]):
            if token.low in self.language.passives:
                return True
            if token.kind in (POINT, QUOTE) or token.low in self.language.conjunctions:
                return False
        return False

    def is_plain(self, phrase: Phrase) -> bool:
        """Return whether a phrase is no thing named after a person: "il caso Cecilia Sala"."""
        before = self.tokens[phrase.begin - 1] if phrase.begin else None
        if before is None or phrase.kind is not PhraseKind.PERSON or self.language.nouns_are_capitalised:
            return True
        return before.kind != LOWER or before.low in self.language.function_words or self.language.is_role(before.low)

    def skip_words(self, at: int) -> int:
        """Return where the adverbs end that begin here."""
        while at < len(self.tokens) and self.tokens[at].low in self.language.skipped_words:
            at += 1
        return at

    def _find_right(self, verb: int) -> Phrase | None:
        position = verb + 1
        for phrase in self.phrases:
            if phrase.begin > verb:
                if phrase.begin - verb > MAX_SUBJECT_DISTANCE or self._has_boundary(position, phrase.begin):
                    return None
                if not phrase.governed:
                    return self.prefer_apposition(phrase)
                position = phrase.end
        return None

    def prefer_apposition(self, phrase: Phrase) -> Phrase:
        """Return the person whom a comma sets off: "der Bürgermeister von Lienz, Norbert Salcher"."""
        mention = self.mentions.get(phrase.end + 1)
        if mention is None or mention.possessive or self.tokens[phrase.end].text != ",":
            return phrase
        ends = mention.end >= len(self.tokens) or self.tokens[mention.end].kind in (POINT, QUOTE)
        if not ends or phrase.kind not in (PhraseKind.OFFICE, PhraseKind.THING):
            return phrase
        return Phrase(phrase.begin, mention.end, PhraseKind.PERSON, mention.person)

    def _find_left(self, verb: int, far: bool = False) -> list[Phrase]:
        """Find the phrases of the clause before a verb that may be its subject, in order; of the sentence if `far`."""
        found: list[Phrase] = []
        position = verb
        while position and self.tokens[position - 1].low in self.language.skipped_words:
            position -= 1
        if not far and position and self.tokens[position - 1].text == ",":
            end = position - 1
            position = self._open_insertion(end)
            named = self.mentions.get(position + 1)
            if named is not None and not named.possessive and not self._has_boundary(named.end, end):
                return [Phrase(named.begin, named.end, PhraseKind.PERSON, named.person)]
            if not any(phrase.end == position for phrase in self.phrases):
                return []
        for phrase in reversed(self.phrases):
            if phrase.end <= position:
                if verb - phrase.end > MAX_SUBJECT_DISTANCE or self._has_boundary(phrase.end, position, far):
                    break
                if not phrase.governed:
                    found.append(self._find_head_of_apposition(phrase))
                position = phrase.begin
        return found[::-1] or ([] if far else self._find_antecedent(position))

    def _open_insertion(self, comma: int) -> int:
        """Return the comma that opens what this one closes; the same one if none does."""
        for k in range(comma - 1, max(-1, comma - MAX_SUBJECT_DISTANCE), -1):
            if self.tokens[k].text == ",":
                return k
            if self.tokens[k].kind == QUOTE or self.tokens[k].text in (":", ";"):
                break
        return comma

    def _find_head_of_apposition(self, phrase: Phrase) -> Phrase:
        """Return the person before a comma whose office the phrase is: "Gabi Schwab, Schulleiterin in Lienz, sagte"."""
        if phrase.kind is PhraseKind.PERSON or phrase.begin < 2 or self.tokens[phrase.begin - 1].text != ",":
            return phrase
        heads = (p for p in self.phrases if p.end == phrase.begin - 1 and p.person is not None and not p.governed)
        return next(heads, phrase)

    def _find_antecedent(self, position: int) -> list[Phrase]:
        """Find whom a relative clause is about: "Blanik, die von einem ruhigen Vormittag berichtete"."""
        at = position - 1
        while at > 0 and self.tokens[at].kind in (LOWER, NUMBER) and self.tokens[at - 1].text != ",":
            at -= 1
        if at < 1 or self.tokens[at].low not in self.language.relative_pronouns or self.tokens[at - 1].text != ",":
            return []
        return [p for p in self.phrases if p.end == at - 1 and p.kind is not PhraseKind.THING]

    def _has_boundary(self, begin: int, end: int, far: bool = False) -> bool:
        """Return whether a comma, a conjunction or a quotation stands between, brackets aside; a colon, if `far`."""
        depth = 0
        for token, following in zip(self.tokens[begin:end], [*self.tokens[begin + 1 :], None], strict=False):
            depth += (token.text == "(") - (token.text == ")")
            if depth or token.text == ")":
                continue
            if far or (token.kind == QUOTE and following is not None and following.text == "-"):  # „Müll“-Fauxpas
                found = token.text in (";", ":")
            else:
                found = token.low in self.language.conjunctions or token.kind == QUOTE
                found = found or (token.kind == POINT and token.text not in "-/'&")
            if found:
                return True
        return False
