"""Named persons of an article in a language that has a table: who is named where.

"Rom Braslavski" is a name because "Braslavski antwortet" stands further down, "Sergej Lawrow" because Sergej is a
forename, "Bürgermeisterin Ida Solberg" because an office stands before it. A surname alone is the one person of that
name; "по словам Лаврова" names Лавров.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from articles.engine.extraction.languages.language_table import Language
from articles.engine.extraction.sentences import LOWER, NAME, NUMBER, POINT, Sentence, Token
from articles.engine.text.person_names import Gender, infer_surname_gender

#: The longest name, in tokens: "Ursula von der Leyen" has four, "José Manuel Albares Bueno" too.
MAX_NAME_TOKENS = 5
#: The most persons of one surname.
MAX_NAMESAKES = 24
#: The longest description before or behind a name, in tokens.
MAX_DESCRIPTION_TOKENS = 8


@dataclass(slots=True, eq=False)
class Person:
    """A person whom the article names: the name in the nominative, gender, offices, words beside it, mentions."""

    name: str
    gender: Gender | None
    roles: set[str] = field(default_factory=set)
    description: set[str] = field(default_factory=set)
    count: int = 0


@dataclass(frozen=True, slots=True)
class PersonMention:
    """Where a person is named; `possessive` if in the genitive or another case: "Bennetts Partei", "Лаврова"."""

    begin: int
    end: int
    person: Person
    possessive: bool


class PersonRegister:
    """The persons whom an article names, and their mentions by sentence."""

    def __init__(self, sentences: Sequence[Sentence], language: Language) -> None:
        self.language = language
        self.by_surname: defaultdict[str, list[Person]] = defaultdict(list)
        self.by_forename: dict[str, Person] = {}
        self.mentions: list[list[PersonMention]] = [[] for _ in sentences]
        self.capitalised = {token.low for sentence in sentences for token in sentence.tokens if token.kind == NAME}
        #: Capitalised words that stand alone beside a verb of saying, as a surname does.
        self.lone_names = {
            token.low
            for sentence in sentences
            for at, token in enumerate(sentence.tokens)
            if token.kind == NAME and self._is_lone_name(sentence.tokens, at)
        }
        for number, sentence in enumerate(sentences):
            self._register_full_names(number, sentence.tokens)
        for number, sentence in enumerate(sentences):
            self._register_short_names(number, sentence.tokens)

    def _is_lone_name(self, tokens: list[Token], at: int) -> bool:
        language = self.language
        before = tokens[at - 1] if at else None
        neighbours = tokens[max(0, at - 1) : at] + tokens[at + 1 : at + 2]
        if not any(token.kind == LOWER and token.low in language.verbs for token in neighbours):
            return False
        if neighbours[-1].kind == NAME or (
            before is not None and before.kind == NAME and not language.is_role(before.low)
        ):
            return False
        # articles stand before nouns, prepositions before places
        return before is None or not (language.is_preposition(before.low) or before.low in language.articles)

    def _register_full_names(self, number: int, tokens: list[Token]) -> None:
        at = 0
        while at < len(tokens):
            end = self._find_full_name_end(tokens, at) if tokens[at].kind == NAME else at
            if end > at + 1:
                self._add_mention(number, tokens, at, end, self._register_person(tokens, at, end))
            at = max(end, at + 1)

    def _find_full_name_end(self, tokens: list[Token], at: int) -> int:
        """Return where the full name ends that begins here; `at` if none does."""
        language = self.language
        known = language.parse_forename(tokens[at].text) is not None
        if not known and not self._can_be_name(tokens[at]):
            return at
        end = at + 1
        while end < len(tokens) and end - at < MAX_NAME_TOKENS:
            last = _skip_particles(tokens, end, language) if known else end
            token = tokens[last]
            if not self._can_be_name(token):
                break
            forename = language.parse_forename(token.text) is not None
            if forename and not known:
                break  # a place before a name: "Москве Виктор Орлов"
            end = last + 1
            if forename or token.low.endswith(language.patronymic_endings):
                continue
            goes_on = end < len(tokens) and tokens[end].low in self.lone_names and self._can_be_name(tokens[end])
            if not goes_on and (known or self._is_evident(tokens, at, end)):
                break  # but "José Manuel Albares Bueno" goes on if there is a "Bueno" alone
        return end if known or self._is_evident(tokens, at, end) else at

    def _can_be_name(self, token: Token) -> bool:
        """Return whether a capitalised word may be part of a name: no office, body, day, function word or acronym."""
        language, low = self.language, token.low
        if token.kind != NAME or (token.text.isupper() and len(token.text) > 2) or low.endswith(language.noun_endings):
            return False
        other = low in language.non_names or low in language.time_words or low in language.function_words
        return not (other or language.is_role(low) or language.is_body(low))

    def _is_evident(self, tokens: list[Token], begin: int, end: int) -> bool:
        """Return whether two capitalised words are a name though the first is no known forename."""
        language = self.language
        before, behind = tokens[begin - 1] if begin else None, tokens[end : end + 3]
        if end - begin < 2 or tokens[end - 1].kind != NAME or (before is not None and before.low in language.articles):
            return False
        if before is not None and (
            language.is_role(before.low) or (before.low in language.verbs and before.kind == LOWER)
        ):
            return True
        if behind and (behind[0].low in language.verbs or _opens_age_or_party(tokens, end)):
            return True
        if behind and behind[0].text == "," and any(language.is_role(token.low) for token in behind[1:]):
            return True  # "Gabi Schwab, Schulleiterin in Lienz"
        return tokens[end - 1].low in self.lone_names and not tokens[begin].low.endswith(language.adjective_endings)

    def _register_person(self, tokens: list[Token], begin: int, end: int) -> Person:
        language = self.language
        printed, last = tokens[begin].text, tokens[end - 1].text
        first = language.parse_forename(printed)
        forename, gender = (first.word, first.gender) if first is not None else (printed, None)
        oblique = forename not in (printed, last)
        surname = language.to_nominative(last, gender) if oblique else self._strip_genitive(last)
        namesakes = self.by_surname[surname.lower()]
        for person in namesakes:
            if person.name.partition(" ")[0].lower() == forename.lower():
                return person
        middle = [] if oblique else [token.text for token in tokens[begin + 1 : end - 1]]
        person = Person(" ".join([forename, *middle, surname]), gender or infer_surname_gender(surname))
        if len(namesakes) < MAX_NAMESAKES:
            namesakes.append(person)
        self.by_forename.setdefault(forename.lower(), person)
        return person

    def _strip_genitive(self, word: str) -> str:
        """Return "Merkel" for "Merkels", if the name stands without the ending as well."""
        plain = word.removesuffix("s")
        return plain if self.language.nouns_are_capitalised and plain.lower() in self.capitalised else word

    def _register_short_names(self, number: int, tokens: list[Token]) -> None:
        """Register the surnames alone, and the forenames alone, of those who are named in full."""
        inside = {k for mention in self.mentions[number] for k in range(mention.begin, mention.end)}
        for at, token in enumerate(tokens):
            if token.kind != NAME or at in inside or not self._can_be_name(token):
                continue
            person = self._find_by_surname(token.text)
            if person is None and (not at or tokens[at - 1].kind != NAME):
                person = self.by_forename.get(token.low)
            if person is not None:
                self._add_mention(number, tokens, at, at + 1, person)
        self.mentions[number].sort(key=lambda mention: mention.begin)

    def _find_by_surname(self, word: str) -> Person | None:
        """Find the person of a surname in whatever case, Лаврова or Merkels: of several whom it names most often."""
        forms = [
            word,
            *(self.language.to_nominative(word, gender) for gender in ("m", "f", None)),
            word.removesuffix("s"),
        ]
        people = next((self.by_surname[form.lower()] for form in forms if form.lower() in self.by_surname), ())
        return max(people, key=lambda person: person.count, default=None)

    def _add_mention(self, number: int, tokens: list[Token], begin: int, end: int, person: Person) -> None:
        """Add a mention, and what stands beside it: "der Sprecher Jens Meier", "Gabi Schwab, Leiterin in Lienz,"."""
        last = tokens[end - 1].text
        person.count += 1
        start = begin - 1 if begin and tokens[begin - 1].kind == POINT else begin
        self._describe(person, tokens[max(0, start - MAX_DESCRIPTION_TOKENS) : start][::-1], closed=False)
        if end < len(tokens) and tokens[end].text == ",":
            self._describe(person, tokens[end + 1 : end + MAX_DESCRIPTION_TOKENS], closed=True)
        parts = person.name.lower().split()
        possessive = last.lower() not in (parts[-1], parts[0] if end == begin + 1 else "")
        self.mentions[number].append(PersonMention(begin, end, person, possessive))

    def _describe(self, person: Person, words: Sequence[Token], *, closed: bool) -> None:
        """Add the words up to the next verb or mark; if `closed`, only where a mark ends them."""
        language, beside = self.language, []
        for token in words:
            if token.kind not in (LOWER, NAME) or token.low in language.verbs or token.low in language.conjunctions:
                if closed and token.kind != POINT:
                    return
                break
            beside.append(token.low)
        person.description.update(beside)
        for role in filter(language.is_role, beside):
            person.roles.add(role)
            person.gender = person.gender or language.infer_role_gender(role)


def _opens_age_or_party(tokens: list[Token], at: int) -> bool:
    """Recognise "(48)" and "(SPD)" behind a name."""
    if at + 2 >= len(tokens) or tokens[at].text != "(" or tokens[at + 2].text not in (")", ",", "/"):
        return False
    return tokens[at + 1].kind == NUMBER or tokens[at + 1].text.isupper()


def _skip_particles(tokens: Sequence[Token], at: int, language: Language) -> int:
    """Return where the surname begins behind one or two particles, "von der Leyen"; the same place without any."""
    after = at
    while after < len(tokens) and after < at + 2 and tokens[after].low in language.particles:
        after += 1
    if after == len(tokens) or tokens[after].kind != NAME or tokens[at].low in language.articles:
        return at
    return after
