"""Speaker resolution for a language that has a table.

"Merkel", "die Kanzlerin" and "sie" are Angela Merkel once an article has named her. An office refers to the person last
named with it, a pronoun or "der 48-Jährige" to the most salient person of its gender: who spoke last, then subjects,
the nearer the likelier. Somebody with an indefinite article ("ein Sprecher") has no name, and neither has a thing.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from itertools import chain

from articles.engine.extraction.languages.language_table import Language
from articles.engine.extraction.languages.named_persons import Person, PersonRegister
from articles.engine.extraction.languages.phrases import ParsedSentence, Phrase, PhraseKind
from articles.engine.extraction.sentences import NAME, NUMBER, Sentence, Token
from articles.engine.text.person_names import Gender

#: How many sentences back a pronoun can refer.
MAX_PRONOUN_SENTENCES = 8
#: How many sentences back an office can refer: more than any article measured has.
MAX_OFFICE_SENTENCES = 400
#: The salience of who spoke, of the first phrase of a sentence, of another one, and of one that a preposition governs;
#: and the share of it that is left a sentence further.
SPEAKER_SALIENCE, SUBJECT_SALIENCE, OBJECT_SALIENCE, GOVERNED_SALIENCE = 4.0, 3.0, 2.0, 1.0
SENTENCE_DECAY = 0.6
#: The share of it for somebody whose gender nothing shows.
UNKNOWN_GENDER_SHARE = 0.8


class SpeakerResolver:
    """Resolves the phrases that name the speakers of an article, in the order of the text."""

    def __init__(self, sentences: Sequence[Sentence], language: Language) -> None:
        self.language = language
        self.register = PersonRegister(sentences, language)
        self.sentences = sentences
        self.parsed: dict[int, ParsedSentence] = {}
        self.speakers: dict[int, Person] = {}
        #: The sentences that introduce somebody by an office alone: "una vecina".
        self.unnamed: defaultdict[str, list[int]] = defaultdict(list)
        for number, sentence in enumerate(sentences):
            for at, token in enumerate(sentence.tokens):
                if token.low in language.indefinite_articles:
                    for following in sentence.tokens[at + 1 : at + 4]:
                        if language.is_role(following.low):
                            self.unnamed[following.low].append(number)
        self.names: dict[tuple[int, int], str | None] = {}

    def parse(self, number: int) -> ParsedSentence:
        """Parse a sentence into its phrases, once."""
        if number not in self.parsed:
            tokens = self.sentences[number].tokens
            self.parsed[number] = ParsedSentence(tokens, self.register.mentions[number], self.language)
        return self.parsed[number]

    def resolve(self, number: int, phrase: Phrase, cue: int | None) -> str | None:
        """Resolve a phrase to the name of its person or body; None if the article gives none."""
        key = (number, phrase.begin)
        if key not in self.names:
            person = self._find_person(number, phrase)
            if person is not None:
                self.speakers[number] = person
                self.names[key] = person.name
            else:
                self.names[key] = self._find_printed_name(number, phrase, cue)
        return self.names[key]

    def _find_person(self, number: int, phrase: Phrase) -> Person | None:
        language = self.language
        words = self.sentences[number].tokens[phrase.begin : phrase.end]
        if phrase.kind is PhraseKind.PERSON:
            return phrase.person
        if phrase.kind is PhraseKind.PRONOUN:
            return self._find_most_salient(number, phrase.begin, language.get_gender(words[0].low))
        if phrase.kind is not PhraseKind.OFFICE or phrase.indefinite or self._get_name_behind_office(words):
            return None
        roles = [token.low for token in words if language.is_role(token.low)]
        if roles[0] in language.non_names:
            return None  # "una fuente"
        person = self._find_by_office(number, phrase.begin, roles[0])
        aged = any(token.kind == NUMBER for token in words)  # "der 48-Jährige", "der 35 Jahre alte Kapitän von Real"
        if not aged and not language.is_role(words[-1].low):  # "der Coach der Franzosen" may be another coach
            content = {token.low for token in words} - language.function_words
            return person if person is not None and content <= person.description else None
        if person is not None or words[0].low not in language.articles or roles[0] in self.unnamed:
            return person
        gender = language.article_genders.get(words[0].low) or language.infer_role_gender(roles[0])
        return self._find_most_salient(number, phrase.begin, gender)

    def _get_name_behind_office(self, words: Sequence[Token]) -> str:
        """Return the name that stands behind the last office: "Digitalminister Wildberger"."""
        after = next((k for k in range(len(words), 0, -1) if self.language.is_role(words[k - 1].low)), len(words))
        names = words[after:]
        proper = all(token.kind == NAME and token.low not in self.language.non_names for token in names)
        return " ".join(token.text for token in names) if proper else ""

    def _find_by_office(self, number: int, at: int, role: str) -> Person | None:
        """Find who was last named with an office, or with one that ends so: "der Minister", "министр".

        None if somebody without a name has it since: "una vecina", "esta vecina".
        """
        unnamed = self.unnamed.get(role, [])
        since = bisect_right(unnamed, number)
        floor = max(unnamed[since - 1] if since else -1, number - MAX_OFFICE_SENTENCES)
        for k in range(number, floor, -1):
            for mention in reversed(self.register.mentions[k]):
                person = mention.person
                if (k < number or mention.begin < at) and any(
                    r.endswith(role) or role.endswith(r) for r in person.roles
                ):
                    return person
        return None

    def _find_most_salient(self, number: int, at: int, gender: Gender | None) -> Person | None:
        """Find whom "er" or "она" means."""
        if gender is None:
            return None
        best: Person | None = None
        highest = 0.0
        for distance in range(min(number, MAX_PRONOUN_SENTENCES) + 1):
            for person, sex, weight in self._weigh_persons(number - distance, at if distance == 0 else None):
                weight *= SENTENCE_DECAY**distance
                weight *= 1.0 if sex is not None else UNKNOWN_GENDER_SHARE
                if sex in (gender, None) and weight > highest:
                    best, highest = person, weight
        if best is not None:
            best.gender = gender
        return best

    def _weigh_persons(self, number: int, stop: int | None) -> list[tuple[Person | None, Gender | None, float]]:
        """Weigh those whom a sentence mentions, before the token `stop` if given; None is somebody without a name."""
        found: list[tuple[Person | None, Gender | None, float]] = []
        if stop is None and number in self.speakers:
            speaker = self.speakers[number]
            found.append((speaker, speaker.gender, SPEAKER_SALIENCE))
        for phrase in self.parse(number).phrases:
            if stop is not None and phrase.begin >= stop:
                break
            weight = GOVERNED_SALIENCE if phrase.governed else OBJECT_SALIENCE if found else SUBJECT_SALIENCE
            if phrase.person is not None:
                found.append((phrase.person, phrase.person.gender, weight))
            elif phrase.kind is PhraseKind.OFFICE and phrase.indefinite and not phrase.governed:
                tokens = self.sentences[number].tokens[phrase.begin : phrase.end]
                role = next(token.low for token in tokens if self.language.is_role(token.low))
                found.append((None, self.language.infer_role_gender(role), weight))
        found += [
            (m.person, m.person.gender, GOVERNED_SALIENCE) for m in self.register.mentions[number] if m.possessive
        ]
        return found

    def _may_open(self, word: str) -> bool:
        """Return whether a word at the head of a sentence may be a surname: nouns have articles in German."""
        endings = tuple(plain for _, plain in self.language.surname_cases[None])
        return self.language.nouns_are_capitalised or (bool(endings) and word.endswith(endings))

    def _find_printed_name(self, number: int, phrase: Phrase, cue: int | None) -> str | None:
        """Return the printed name of a body, or of somebody who is named only once, if the words are a name."""
        tokens, language = self.sentences[number].tokens, self.language
        begin = phrase.begin
        while begin < phrase.end and (
            tokens[begin].low in language.articles
            or not (tokens[begin].kind == NAME or language.is_body(tokens[begin].low))
        ):
            begin += 1
        words = [token.text for token in tokens[begin : phrase.end]]
        names = [t for t in tokens[begin : phrase.end] if t.kind == NAME]
        if phrase.kind is PhraseKind.BODY and not phrase.indefinite:
            proper = (
                t.text.isupper() or t.low.startswith(language.body_prefixes) or not language.is_body(t.low)
                for t in names
                if t.low not in language.non_names
            )
            return " ".join(words) if any(proper) else None  # "Land Tirol", "CGT", but not "la Policía"
        if phrase.kind is PhraseKind.OFFICE and not phrase.indefinite:
            return self._get_name_behind_office(tokens[phrase.begin : phrase.end]) or None
        if phrase.kind is not PhraseKind.THING or begin != phrase.begin or len(names) < len(words):
            return None
        if cue is None or any(token.low in language.non_names for token in names):
            return None
        if any(word.endswith(".") for word in words) or (
            begin == 0 and len(words) == 1 and not self._may_open(words[0])
        ):
            return None
        if language.plural_verb_pattern.fullmatch(tokens[cue].low):
            return None
        before = tokens[begin - 1].low if begin else ""
        introductions = chain.from_iterable(language.source_introductions.values())
        governed = any(" " in phrase and phrase.endswith(f" {before}") for phrase in introductions)
        return language.to_nominative(" ".join(words), None) if governed else " ".join(words)
