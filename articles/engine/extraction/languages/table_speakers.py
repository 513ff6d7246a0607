"""Speaker resolution for a language that has a table.

"Merkel", "die Kanzlerin" and "sie" are Angela Merkel once an article has named her; "по словам Лаврова" names Лавров. A
surname refers to the one person of that name, an office to the person last named with it, a pronoun to the first person
of its gender in the nearest sentence.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from articles.engine.extraction.languages.language_table import Language
from articles.engine.extraction.noun_phrases import NounPhrase
from articles.engine.extraction.results import ResolvedSpeaker
from articles.engine.extraction.sentences import LOWER, NAME, Sentence, Token
from articles.engine.extraction.speaker_candidates import SpeakerCandidate
from articles.engine.text.person_names import Gender, infer_surname_gender

#: How many sentences back a pronoun can refer.
MAX_PRONOUN_SENTENCES = 8
#: How many sentences back an office can refer: more than any article measured has.
MAX_OFFICE_SENTENCES = 400


@dataclass(slots=True, eq=False)
class _RegisteredPerson:
    """A person whom the article names: the name in the nominative, the gender, the offices."""

    name: str
    gender: Gender | None
    roles: set[str] = field(default_factory=set)


class PersonRegister:
    """The people an article names, for resolving a surname, an office or a pronoun."""

    def __init__(self, sentences: Sequence[Sentence], language: Language) -> None:
        self.language = language
        self.index_of = {id(sentence): k for k, sentence in enumerate(sentences)}
        self.by_surname: dict[str, _RegisteredPerson] = {}
        self.mentions: list[list[tuple[int, _RegisteredPerson]]] = [[] for _ in sentences]
        for full in (True, False):  # full names first, so that a surname alone is linked to one
            for number, sentence in enumerate(sentences):
                self._register_names(number, sentence.tokens, full)
        for mentions in self.mentions:
            mentions.sort(key=lambda mention: mention[0])

    def resolve(self, candidates: Sequence[SpeakerCandidate | None]) -> list[ResolvedSpeaker | None]:
        """Resolve the speaker of each candidate."""
        speakers: list[ResolvedSpeaker | None] = []
        resolved: dict[tuple[int, int], str | None] = {}
        for candidate in candidates:
            if candidate is None:
                speakers.append(None)
                continue
            tokens, subject = candidate.sentence.tokens, candidate.subject
            key = (self.index_of[id(candidate.sentence)], subject.begin)
            if key not in resolved:
                resolved[key] = self._resolve_name(key[0], tokens, subject)
            speakers.append(ResolvedSpeaker(tokens[subject.begin].start, tokens[subject.end - 1].end, resolved[key]))
        return speakers

    def _register_names(self, number: int, tokens: list[Token], full: bool) -> None:
        """Register the names in a sentence: those with a forename, or surnames alone."""
        at = 0
        while at < len(tokens):
            if tokens[at].kind != NAME:
                at += 1
                continue
            end = self._find_full_name_end(tokens, at)
            if full and end > at + 1:
                self.mentions[number].append((at, self._register_full_name(tokens, at, end)))
            elif not full and end <= at + 1:
                person = self._find_by_surname(tokens[at].text)
                if person is not None:
                    person.roles |= self._find_offices(tokens, at)
                    self.mentions[number].append((at, person))
            at = max(end, at + 1)

    def _find_full_name_end(self, tokens: list[Token], at: int) -> int:
        """Return where the full name ends that begins with a forename here; `at` if none does."""
        language = self.language
        if language.parse_forename(tokens[at].text) is None:
            return at
        end = at + 1
        while end < len(tokens) and end - at < 5:
            token = tokens[end]
            particle = has_particle_surname(tokens[end : end + 3], language)
            if not particle and (token.kind != NAME or language.is_role(token.low)):
                break
            end += 1
            if (
                token.kind == NAME
                and language.parse_forename(token.text) is None
                and not token.low.endswith(language.patronymic_endings)
            ):
                break
        return end

    def _register_full_name(self, tokens: list[Token], begin: int, end: int) -> _RegisteredPerson:
        language = self.language
        first = language.parse_forename(tokens[begin].text)
        gender = first.gender if first is not None else None
        last = tokens[end - 1].text
        oblique = first is not None and first.word != tokens[begin].text
        if first is not None and first.word == last:
            oblique = False
        surname = language.to_nominative(last, gender) if oblique else last
        person = self.by_surname.get(surname.lower())
        if person is None or " " not in person.name:
            middle = [] if oblique else [t.text for t in tokens[begin + 1 : end - 1]]
            forename = first.word if first is not None and oblique else tokens[begin].text
            person = _RegisteredPerson(" ".join([forename, *middle, surname]), gender or infer_surname_gender(surname))
            self.by_surname[surname.lower()] = person
        person.roles |= self._find_offices(tokens, begin)
        return person

    def _find_by_surname(self, word: str) -> _RegisteredPerson | None:
        """Find the person of a surname in whatever case: Лаврова, Merkels."""
        forms = [word, *(self.language.to_nominative(word, gender) for gender in _GENDERS), word.removesuffix("s")]
        return next((self.by_surname[form.lower()] for form in forms if form.lower() in self.by_surname), None)

    def _find_offices(self, tokens: list[Token], begin: int) -> set[str]:
        floor = max(0, begin - 6)
        offices: set[str] = set()
        for k in range(begin - 1, floor - 1, -1):
            if tokens[k].kind not in (LOWER, NAME) or tokens[k].low in self.language.verbs:
                break
            if self.language.is_role(tokens[k].low):
                offices.add(tokens[k].low)
        return offices

    def _resolve_name(self, number: int, tokens: list[Token], subject: NounPhrase) -> str | None:
        if subject.end - subject.begin == 1 and tokens[subject.begin].low in self.language.pronouns:
            return self._find_by_gender(number, subject.begin, self.language.pronouns[tokens[subject.begin].low])
        inside = [person for at, person in self.mentions[number] if subject.begin <= at < subject.end]
        if inside:
            return inside[-1].name
        proper = next(
            (
                k
                for k in range(subject.begin, subject.end)
                if begins_proper_name(tokens, subject.begin, k, self.language)
            ),
            None,
        )
        if proper is not None:
            return self._normalize_unregistered_name(tokens, subject.begin, proper, subject.end)
        office = self._find_by_office(number, {t.low for t in tokens[subject.begin : subject.end]})
        if office is not None:
            return office
        capitalised = [t.text for t in tokens[subject.begin : subject.end] if t.kind == NAME]
        return " ".join(capitalised) if capitalised and not self.language.nouns_are_capitalised else None

    def _normalize_unregistered_name(self, tokens: list[Token], begin: int, name_begin: int, end: int) -> str:
        """Return a name that is printed nowhere in full, in the nominative also behind "по словам"."""
        name = " ".join(t.text for t in tokens[name_begin:end])
        governed = begin > 0 and any(
            phrase[-1] == tokens[begin - 1].low for phrase in self.language.source_introductions if len(phrase) > 1
        )
        return self.language.to_nominative(name, None) if governed else name

    def _find_by_office(self, number: int, words: set[str]) -> str | None:
        """Find who was last named with an office, or with one that ends so: "der Minister", "министр"."""
        wanted = tuple(word for word in words if self.language.is_role(word))
        if not wanted:
            return None
        for k in range(number, max(-1, number - MAX_OFFICE_SENTENCES), -1):
            for _, person in self.mentions[k]:
                if any(role.endswith(wanted) for role in person.roles):
                    return person.name
        return None

    def _find_by_gender(self, number: int, at: int, gender: Gender | None) -> str | None:
        """Find whom "er" or "она" means: the first named in the nearest sentence, as subjects stand first."""
        if gender is None:
            return None
        for k in range(number, max(-1, number - MAX_PRONOUN_SENTENCES), -1):
            for begin, person in self.mentions[k]:
                if person.gender in (gender, None) and (k < number or begin < at):
                    return person.name
        return None


_GENDERS: tuple[Gender | None, ...] = ("m", "f", None)


def begins_proper_name(tokens: list[Token], begin: int, at: int, language: Language) -> bool:
    """Return whether somebody's own name begins here, rather than an office or a body."""
    token = tokens[at]
    if token.kind != NAME or language.is_role(token.low):
        return False
    if language.parse_forename(token.text) is not None:
        return True
    if not language.nouns_are_capitalised:
        return at == begin and not token.text.isupper() and not is_capitalized(tokens, at + 1)
    return at == begin or language.is_role(tokens[at - 1].low)


def has_particle_surname(tokens: Sequence[Token], language: Language) -> bool:
    """Return whether one or two particles and a surname begin here: "von der Leyen"."""
    after = next((k for k, token in enumerate(tokens) if token.low not in language.particles), 0)
    return bool(after) and tokens[after].kind == NAME


def is_capitalized(tokens: list[Token], at: int) -> bool:
    """Return whether a capitalised word stands here."""
    return at < len(tokens) and tokens[at].kind == NAME
