"""Who is named in this article?

"Russian Foreign Minister Sergey Lavrov", "Lavrov" and "Lavrov's" are one person, a man, a minister; "Russia's
Channel One TV" is none. Every run of capitalised words is read once: titles and offices before the name and after
it become roles, a surname alone joins the full name it ends, Mr. and Mrs. tell Bill Clinton from Hillary.

Left to others: who "he" and "the minister" are (`speakers`), spellings across articles (`names.name_key`).
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from articles.engine.extraction.claims import cue_at
from articles.engine.extraction.languages.english import words
from articles.engine.extraction.mentions import name_runs
from articles.engine.extraction.sentences import LOWER, NAME, NUMBER, POINT, QUOTE, Sentence, Token
from articles.engine.names import SUFFIXES, TITLES, Gender, gender_of, gender_of_surname, gender_of_title, is_forename

#: More people of one surname than this are not told apart.
NAMESAKES = 24


@dataclass(slots=True, eq=False)
class Person:
    """Somebody (or, with `body`, some body) the article names: the fullest name, gender, offices, how often."""

    name: str
    parts: tuple[str, ...]
    body: bool
    gender: Gender | None = None
    roles: set[str] = field(default_factory=set)
    count: int = 0
    titled: bool = False

    @property
    def surname(self) -> str:
        return self.parts[-1]

    @property
    def human(self) -> bool:
        """Is there a sign that this is a person: a forename, a title, a gender?"""
        return not self.body and (self.gender is not None or self.titled or bool(self.roles))


@dataclass(frozen=True, slots=True)
class Naming:
    """Tokens `begin` to `end` of a sentence name `person`; the name proper begins at `core`."""

    begin: int
    core: int
    end: int
    person: Person
    possessive: bool
    others: tuple[Person, ...] = ()


class Cast:
    """The people and bodies of one article, and where each sentence names them."""

    def __init__(self, sentences: Sequence[Sentence], title: Sequence[Token] = ()) -> None:
        self.people: list[Person] = []
        self._by_last: dict[str, list[Person]] = {}
        self._by_first: dict[str, list[Person]] = {}
        found = [
            (
                sentence.tokens,
                [_read(sentence.tokens, *run) for run in name_runs(sentence.tokens, 0, len(sentence.tokens))],
            )
            for sentence in sentences
        ]
        heading = [_read(list(title), *run) for run in name_runs(list(title), 0, len(title))] if title else []
        for _, runs in found:
            self._enter_full_names(runs)
        self._enter_full_names(run for run in heading if run is not None and run.forename)
        self.namings: list[list[Naming]] = [self._namings(tokens, runs) for tokens, runs in found]
        self._settle_genders()

    def _enter_full_names(self, runs: Iterable["_Run | None"]) -> None:
        for run in runs:
            if run is not None and len(run.parts) > 1:
                self._full(run)

    def _full(self, run: "_Run") -> Person:
        first, last = run.parts[0], run.parts[-1]
        for person in self._by_last.get(last, ()):
            if person.body == run.body and (
                person.parts == run.parts or (not run.body and _same_forename(person.parts, run.parts))
            ):
                return person
        if not run.body and not run.forename and not run.titled:
            known = self._by_last.get(last, ())
            if known and not is_forename(first):
                return known[0]
        return self._enter(run)

    def _enter(self, run: "_Run") -> Person:
        person = Person(run.name, run.parts, run.body)
        self.people.append(person)
        namesakes = self._by_last.setdefault(person.surname, [])
        if len(namesakes) < NAMESAKES:
            namesakes.append(person)
        if not run.body and len(run.parts) > 1:
            self._by_first.setdefault(person.parts[0], []).append(person)
        return person

    def _namings(self, tokens: list[Token], runs: Sequence["_Run | None"]) -> list[Naming]:
        namings: list[Naming] = []
        for run in runs:
            if run is None:
                continue
            person, others = (self._full(run), ()) if len(run.parts) > 1 else self._single(run)
            person.count += 1
            person.titled = person.titled or run.titled
            if run.gender is not None and person.gender is None:
                person.gender = run.gender
            person.roles |= run.roles
            if not person.body and len(person.roles) < 12:
                person.roles |= _roles_behind(tokens, run.end)
            namings.append(Naming(run.begin, run.core, run.end, person, run.possessive, others))
        return namings

    def _single(self, run: "_Run") -> tuple[Person, tuple[Person, ...]]:
        """A surname alone, or a forename alone, joins the full name it belongs to; and who else it may be."""
        word = run.parts[0]
        candidates = self._by_last.get(word, [])
        if not candidates and not run.body:
            candidates = self._by_first.get(word, [])
        candidates = [p for p in candidates if p.body == run.body or not run.body]
        if run.gender is not None:
            candidates = [p for p in candidates if _gender(p) in (run.gender, None)]
        if not candidates:
            return self._enter(run), ()
        best = max(candidates, key=lambda p: (not p.body, p.count))
        return best, tuple(p for p in candidates if p is not best and not p.body)

    def _settle_genders(self) -> None:
        for person in self.people:
            if person.body:
                continue
            told: Gender | None = gender_of(person.parts[0]) if len(person.parts) > 1 else None
            by_role: Counter[Gender] = Counter(g for g in map(gender_of_title, person.roles) if g is not None)
            if told is None and by_role:
                told = by_role.most_common(1)[0][0]
            person.gender = told or person.gender or gender_of_surname(person.surname)
            if person.gender is None and len(person.parts) == 1 and is_forename(person.parts[0]):
                person.gender = gender_of(person.parts[0])


@dataclass(slots=True)
class _Run:
    """A run of capitalised words, read: where it stands, the name in it, and what comes with the name."""

    begin: int
    core: int
    end: int
    name: str
    parts: tuple[str, ...]
    body: bool
    forename: bool
    titled: bool
    gender: Gender | None
    roles: set[str]
    possessive: bool


def _gender(person: Person) -> Gender | None:
    return person.gender or (gender_of(person.parts[0]) if len(person.parts) > 1 else None)


def _capitals_within(sentences: Sequence[Sentence]) -> set[str]:
    """Words that are capitalised within a sentence somewhere: at the beginning of one, such a word is a name too."""
    return {t.low for s in sentences for t in s.tokens[1:] if t.kind == NAME}


def _is_named(tokens: list[Token], begin: int, end: int, within: set[str]) -> bool:
    """A lone capitalised word at the beginning of a sentence is a name if something else says so."""
    if end - begin > 1 or (begin and tokens[begin - 1].kind not in (POINT, QUOTE)):
        return True
    token = tokens[begin]
    if token.low in within or is_forename(token.text) or end >= len(tokens):
        return True
    after = tokens[end]
    return (
        after.kind == POINT
        or cue_at(tokens, end) is not None
        or after.low in words.AUXILIARIES
        or token.low.endswith(("'s", "s'"))
    )


def _read(tokens: list[Token], begin: int, end: int) -> _Run | None:
    core = _core(tokens, begin, end)
    kept = [_bare(tokens[k]) for k in range(core, end)]
    while len(kept) > 2 and kept[-1].lower().rstrip(".") in SUFFIXES - {"jr", "sr"}:
        kept.pop()
    if not kept or not kept[-1] or _is_office(tokens, begin, end, kept):
        return None
    before = [tokens[k].low.rstrip(".") for k in range(begin, core)]
    before += _roles_before(tokens, begin)
    lows = [w.lower() for w in kept]
    body = _is_body(tokens, core, lows, kept, bool(before))
    gender = next((g for g in map(gender_of_title, before) if g is not None), None) if before else None
    roles = {w for w in before if w in words.ROLES or w in TITLES} if before else set()
    forename = len(kept) > 1 and is_forename(kept[0])
    parts = tuple(_part(w) for w in lows if len(w.rstrip(".")) > 1) or tuple(lows)
    possessive = tokens[end - 1].low.endswith(("'s", "s'"))
    return _Run(begin, core, end, " ".join(kept), parts, body, forename, bool(before), gender, roles, possessive)


def _is_office(tokens: list[Token], begin: int, end: int, kept: list[str]) -> bool:
    """ "the Russian FM", "Democratic", "the President": an office or a nationality, and no name."""
    last = kept[-1].lower()
    if len(kept) > 1 and is_forename(kept[0]):
        return False
    if last in words.OFFICES and (end - begin > 1 or (begin and tokens[begin - 1].low in words.DETERMINERS)):
        return all(
            tokens[k].low in TITLES or tokens[k].low in words.PLACES or tokens[k].low in words.ROLES
            for k in range(begin, end)
        )
    return len(kept) == 1 and last in words.NATIONALITIES


def _core(tokens: list[Token], begin: int, end: int) -> int:
    """Where the name proper begins: behind the last title, or at a forename that is not the first word."""
    core = begin
    for k in range(begin, end - 1):
        low = tokens[k].low.rstrip(".")
        if low in TITLES and tokens[k + 1].low not in words.BODIES:
            core = k + 1
    if any(tokens[k].low in words.BODIES for k in range(core, end)):
        return begin
    if core == end - 1 and core > begin and tokens[core].low in TITLES:
        return begin
    if end - core > 2 and not is_forename(tokens[core].text):
        for k in range(core + 1, end - 1):
            if is_forename(tokens[k].text) and len(tokens[k].text) > 2 and not tokens[core].text.endswith("."):
                return k
    return core


def _roles_before(tokens: list[Token], begin: int) -> list[str]:
    """Offices in lower case before the name: "Kremlin spokesman Dmitry Peskov"."""
    found: list[str] = []
    for k in range(begin - 1, max(-1, begin - 7), -1):
        token = tokens[k]
        if token.low in words.ROLES:
            found.append(token.low)
        elif token.kind == POINT or (
            token.kind == LOWER and not (token.low in ("of", "for") or token.low in TITLES or k == begin - 1)
        ):
            break
        if token.low in ("for", "of") and k == begin - 1:
            break
    return found


def _roles_behind(tokens: list[Token], end: int) -> set[str]:
    """Offices in apposition: "Maria Zakharova, the ministry's spokesperson,"."""
    if end >= len(tokens) or tokens[end].text != ",":
        return set()
    found: set[str] = set()
    for token in tokens[end + 1 : end + 9]:
        if token.kind == POINT or token.low in words.AUXILIARIES:
            break
        if token.low in words.ROLES:
            found.add(token.low)
        elif token.kind == NUMBER:
            found.add("aged")
    return found


def _is_body(tokens: list[Token], core: int, lows: list[str], kept: list[str], titled: bool) -> bool:
    if any(w in words.BODIES for w in lows):
        return True
    if len(lows) == 1:
        word = kept[0]
        return not titled and (lows[0] in words.PLACES or (word.isupper() and len(word) > 1))
    return (lows[-1] in words.PLACES and not is_forename(kept[0])) or (
        all(w.isupper() and len(w) > 1 for w in kept) and not titled
    )


def _bare(token: Token) -> str:
    text = token.text
    for ending in ("'s", "\u2019s", "'", "\u2019"):
        if text.endswith(ending):
            return text[: -len(ending)]
    return text


def _part(low: str) -> str:
    """A word of a name as it is compared within an article: al-Assad is Assad."""
    plain = low.replace("\u2019", "'").rstrip(".")
    return plain[3:] if plain.startswith("al-") and len(plain) > 5 else plain


def _same_forename(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Don and Donald, J. and James are one; Bill and Hillary are not."""
    if "jr" in (a[-1], b[-1]) and a != b:
        return False
    x, y = a[0], b[0]
    return (
        x == y
        or ((len(x) == 1 or len(y) == 1) and x[0] == y[0])
        or (len(x) > 2 and len(y) > 2 and (x.startswith(y) or y.startswith(x)))
        or words.SHORT.get(x, x) == words.SHORT.get(y, y)
    )
