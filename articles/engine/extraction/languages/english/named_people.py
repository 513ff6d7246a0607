"""Named entities: the people and organizations that an article names, with genders and offices.

Every run of capitalised words is parsed once: titles and offices before and after the name become roles, a surname
alone is linked to the full name that ends with it, and Mr. and Mrs. tell Bill Clinton from Hillary. Spellings across
articles are compared by `text.person_names.build_name_key`.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from articles.engine.extraction.languages.english import lexicon
from articles.engine.extraction.languages.english.reporting_verbs import FINITE_SAYING_FORMS, VERB_FORMS
from articles.engine.extraction.noun_phrases import find_name_runs
from articles.engine.extraction.sentences import LOWER, NUMBER, POINT, Sentence, Token
from articles.engine.text.person_names import (
    SUFFIXES,
    TITLES,
    Gender,
    infer_gender,
    infer_surname_gender,
    infer_title_gender,
    is_forename,
)

#: The most people of one surname, or of one forename, that are told apart.
MAX_NAMESAKES = 24
#: The most words that describe somebody before more are looked for.
MAX_DESCRIPTORS = 40
_PLACE_PREPOSITIONS = frozenset({"in", "at", "near", "from", "to", "around", "outside", "across", "through"})
#: The most offices of somebody before more are looked for.
MAX_ROLES = 12
#: How many runs of capitalised words of a text are parsed: so many, or one in so many tokens. News has one in 15
#: tokens, and the longest articles, a tenth as long as the first limit allows, one in ten; a list of names has more.
MIN_NAME_RUNS_PARSED, TOKENS_PER_NAME_RUN = 5_000, 12


@dataclass(slots=True, eq=False)
class Entity:
    """Somebody, or an organization, that the article names: the fullest name, the gender, the offices, the mentions."""

    name: str
    parts: tuple[str, ...]
    is_organization: bool
    gender: Gender | None = None
    roles: frozenset[str] = frozenset()
    mention_count: int = 0
    has_title: bool = False
    has_forename: bool = False
    in_headline: bool = False
    is_unnamed: bool = False
    governed_count: int = 0
    descriptors: set[str] = field(default_factory=set)

    @property
    def surname(self) -> str:
        """The last word of the name, in lower case."""
        return self.parts[-1]

    @property
    def is_person(self) -> bool:
        """Whether a forename, a title, an office or a description shows a person."""
        described = bool(self.roles) or not lexicon.PERSON_NOUNS.isdisjoint(self.descriptors)
        return not self.is_organization and (self.gender is not None or self.has_title or described)


@dataclass(frozen=True, slots=True)
class EntityMention:
    """A mention of `entity` by the tokens `begin` to `end` of a sentence; the name proper begins at `name_begin`."""

    begin: int
    name_begin: int
    end: int
    entity: Entity
    possessive: bool
    namesakes: tuple[Entity, ...] = ()


class EntityRegister:
    """The entities of one article, and where each sentence mentions them."""

    def __init__(self, sentences: Sequence[Sentence], title: Sequence[Token] = ()) -> None:
        self.entities: list[Entity] = []
        self._by_last: dict[str, list[Entity]] = {}
        self._by_first: dict[str, list[Entity]] = {}
        sentence_runs: list[tuple[list[Token], list[_NameRun]]] = []
        remaining = max(MIN_NAME_RUNS_PARSED, sum(len(s.tokens) for s in sentences) // TOKENS_PER_NAME_RUN)
        for tokens in (sentence.tokens for sentence in sentences):
            runs = find_name_runs(tokens, 0, len(tokens)) if remaining > 0 else []
            remaining -= len(runs)
            sentence_runs.append((tokens, _parse_name_runs(tokens, runs)))
        single = Counter(run.parts[0] for _, parsed in sentence_runs for run in parsed if len(run.parts) == 1)
        several = Counter(run.parts for _, parsed in sentence_runs for run in parsed if len(run.parts) > 1)
        for _, parsed in sentence_runs:
            self._register_full_names(parsed)
        title_runs = _parse_name_runs(list(title), find_name_runs(list(title), 0, len(title)))
        self._register_full_names(run for run in title_runs if run.has_forename)
        self._acronyms = self._find_acronyms(sentence_runs)
        self._own_names = {
            word
            for word, count in single.items()
            if count > max((several[e.parts] for e in self._by_last.get(word, ())), default=0)
        }
        self.mentions: list[list[EntityMention]] = [self._link_mentions(tokens, runs) for tokens, runs in sentence_runs]
        for run in title_runs:
            (run.entity or self._link_single_name(run)[0]).in_headline = True
        self._infer_genders()

    def _find_acronyms(self, sentence_runs: Sequence[tuple[list[Token], list["_NameRun"]]]) -> dict[str, Entity]:
        """Find the bodies whose acronym the article gives in brackets: "the African Union (AU)"."""
        acronyms: dict[str, Entity] = {}
        for tokens, runs in sentence_runs:
            for run, following in pairwise(runs):
                bracketed = following.begin == run.end + 1 and tokens[run.end].text == "(" and following.name.isupper()
                if bracketed and run.entity is not None and run.name[0] == following.name[0]:
                    acronyms.setdefault(following.parts[0], run.entity)
        return acronyms

    def _register_full_names(self, runs: Iterable["_NameRun"]) -> None:
        for run in runs:
            if len(run.parts) > 1:
                run.entity = self._find_or_register(run)

    def _find_or_register(self, run: "_NameRun") -> Entity:
        first, last = run.parts[0], run.parts[-1]
        for entity in self._by_last.get(last, ()):
            if entity.is_organization == run.is_organization and (
                entity.parts == run.parts or (not run.is_organization and _is_same_forename(entity.parts, run.parts))
            ):
                return entity
        if not run.is_organization and not run.has_forename and not run.has_title:
            known = self._by_last.get(last, ())
            if known and not is_forename(first):
                return known[0]
        return self._register(run)

    def _register(self, run: "_NameRun") -> Entity:
        entity = Entity(
            run.name, run.parts, run.is_organization, has_title=run.has_title, has_forename=run.has_forename
        )
        self.entities.append(entity)
        indexes = [self._by_last.setdefault(entity.surname, [])]
        if not run.is_organization and len(run.parts) > 1:
            indexes.append(self._by_first.setdefault(entity.parts[0], []))
        for namesakes in indexes:
            if len(namesakes) < MAX_NAMESAKES:
                namesakes.append(entity)
        return entity

    def _link_mentions(self, tokens: list[Token], runs: Sequence["_NameRun"]) -> list[EntityMention]:
        mentions: list[EntityMention] = []
        for run in runs:
            if run.is_organization and len(run.parts) > 2 and run.parts[-2] in lexicon.OUTLETS:
                self._split_outlet_from_name(run)  # "Speaking to the Daily Mail Lacerda claimed"
            entity, namesakes = (run.entity, ()) if run.entity is not None else self._link_single_name(run)
            entity.mention_count += 1
            entity.has_title = entity.has_title or run.has_title
            entity.has_forename = entity.has_forename or run.has_forename
            entity.governed_count += run.begin > 0 and tokens[run.begin - 1].low in _PLACE_PREPOSITIONS
            entity.gender = entity.gender or run.gender
            entity.roles |= run.roles
            apposition = run.end < len(tokens) and tokens[run.end].text == ","
            if apposition and not entity.is_organization and len(entity.roles) < MAX_ROLES:
                entity.roles |= _find_roles_after(tokens, run.end)
            if len(entity.descriptors) < MAX_DESCRIPTORS:
                entity.descriptors |= find_descriptors(tokens, run.begin, run.end)
            mentions.append(EntityMention(run.begin, run.name_begin, run.end, entity, run.possessive, namesakes))
        return mentions

    def _split_outlet_from_name(self, run: "_NameRun") -> None:
        """Drop the outlet before the surname of a person whom the article names elsewhere."""
        person = next((e for e in self._by_last.get(run.parts[-1], ()) if not e.is_organization), None)
        if person is not None:
            run.entity, run.is_organization, run.name_begin = person, False, run.end - 1

    def _link_single_name(self, run: "_NameRun") -> tuple[Entity, tuple[Entity, ...]]:
        """Link a surname or forename alone to its full name, and return who else it may be."""
        word = run.parts[0]
        if word in self._acronyms and run.name.isupper():
            return self._acronyms[word], ()
        candidates = self._by_last.get(word, [])
        if not candidates and not run.is_organization:
            candidates = self._by_first.get(word, [])
        candidates = [p for p in candidates if p.is_organization == run.is_organization or not run.is_organization]
        if word in self._own_names:  # "Strava" is not "Camp Strava"
            candidates = [p for p in candidates if not p.is_organization or len(p.parts) == 1]
        if run.gender is not None:
            candidates = [p for p in candidates if _infer_gender(p) in (run.gender, None)]
        if not candidates:
            return self._register(run), ()
        best = max(candidates, key=lambda p: (not p.is_organization, p.mention_count))
        return best, tuple(p for p in candidates if p is not best and not p.is_organization)

    def _infer_genders(self) -> None:
        for entity in self.entities:
            if entity.is_organization and len(entity.parts) == 2 and _is_described_as_person(entity):
                entity.is_organization = False  # "Serhii Radio, a chemistry researcher"
            if entity.is_organization:
                continue
            inferred: Gender | None = infer_gender(entity.parts[0]) if len(entity.parts) > 1 else None
            if inferred is None and entity.roles:
                by_role = [g for g in map(infer_title_gender, sorted(entity.roles)) if g is not None]
                inferred = Counter(by_role).most_common(1)[0][0] if by_role else None
            entity.gender = inferred or entity.gender or infer_surname_gender(entity.surname)
            if entity.gender is None and len(entity.parts) == 1 and is_forename(entity.parts[0]):
                entity.gender = infer_gender(entity.parts[0])


@dataclass(slots=True)
class _NameRun:
    """A run of capitalised words: its place, the name in it, the offices around it, and who is named, if registered."""

    begin: int
    name_begin: int
    end: int
    name: str
    parts: tuple[str, ...]
    is_organization: bool
    has_forename: bool
    has_title: bool
    gender: Gender | None
    roles: frozenset[str]
    possessive: bool
    entity: Entity | None = None


def _infer_gender(entity: Entity) -> Gender | None:
    return entity.gender or (infer_gender(entity.parts[0]) if len(entity.parts) > 1 else None)


def _parse_name_runs(tokens: list[Token], runs: Iterable[tuple[int, int]]) -> list[_NameRun]:
    return [parsed for run in runs if (parsed := _parse_name_run(tokens, *run)) is not None]


def _parse_name_run(tokens: list[Token], begin: int, end: int) -> _NameRun | None:
    if tokens[0].low in _ADDRESSING_PARTICIPLES and _joins_outlet_and_name(tokens, begin, end):
        begin = end - 1
    run = tuple([token[:2] for token in tokens[begin:end]])
    parse = _parse_capitalized_run if len(run) <= MAX_CACHED_RUN_WORDS else _parse_capitalized_run.__wrapped__
    parsed = parse(run)
    determined = begin > 0 and tokens[begin - 1].low in lexicon.DETERMINERS
    if parsed is None or (parsed.is_office_after_article if determined else parsed.is_office):
        return None
    titles = [*parsed.titles, *_find_roles_before(tokens, begin)]
    gender = next((g for g in map(infer_title_gender, titles) if g is not None), None) if titles else None
    roles = frozenset([w for w in titles if w in lexicon.ROLES or w in TITLES])
    is_organization = parsed.is_organization if not titles else parsed.is_organization_despite_title
    return _NameRun(
        begin,
        begin + parsed.name_begin,
        end,
        parsed.name,
        parsed.parts,
        is_organization,
        parsed.has_forename,
        bool(titles),
        gender,
        roles,
        parsed.possessive,
    )


def _joins_outlet_and_name(tokens: list[Token], begin: int, end: int) -> bool:
    """Recognise an outlet that no comma parts from the speaker: "Speaking to the Daily Post Solberg claimed"."""
    if end - begin < 3 or end >= len(tokens):
        return False
    outlet, last, verb = tokens[end - 2].low, tokens[end - 1].low, tokens[end]
    body = last in lexicon.OUTLETS or last in lexicon.ORGANIZATION_WORDS or last in lexicon.PLACES
    return outlet in lexicon.OUTLETS and not body and verb.kind == LOWER and verb.low in FINITE_SAYING_FORMS


_ADDRESSING_PARTICIPLES = frozenset({"speaking", "talking", "writing"})


class _CapitalizedRun(NamedTuple):
    """What a run of capitalised words says by itself: the name in it, from `name_begin`, and the offices (`titles`).

    `is_office` means that it is an office or a nationality and no name, also `is_office_after_article`: the President.
    """

    name_begin: int
    name: str
    parts: tuple[str, ...]
    titles: tuple[str, ...]
    is_office: bool
    is_office_after_article: bool
    is_organization: bool
    is_organization_despite_title: bool
    has_forename: bool
    possessive: bool


#: The longest runs that are cached, in words: an article names the same people again and again.
MAX_CACHED_RUN_WORDS = 8
_IGNORED_SUFFIXES = SUFFIXES - {"jr", "sr"}


@lru_cache(maxsize=4096)
def _parse_capitalized_run(run: tuple[tuple[str, str], ...]) -> _CapitalizedRun | None:
    """Parse a run of words, each with its lower case."""
    lower = [low for _, low in run]
    name_begin = _find_name_begin(run, lower)
    words = [_strip_possessive(text) for text, _ in run[name_begin:]]
    while len(words) > 2 and words[-1].lower().rstrip(".") in _IGNORED_SUFFIXES:
        words.pop()
    if not words or not words[-1]:
        return None
    lows = [w.lower() for w in words]
    has_organization_word = _has_organization_word(lows)
    has_forename = len(words) > 1 and is_forename(words[0])
    is_nationality = len(words) == 1 and lows[0] in lexicon.NATIONALITIES
    is_office = not has_forename and (_has_only_offices(lower) if lows[-1] in lexicon.OFFICES else is_nationality)
    return _CapitalizedRun(
        name_begin=name_begin,
        name=" ".join(words),
        parts=tuple([_normalize_name_part(w) for w in lows if len(w.rstrip(".")) > 1]) or tuple(lows),
        titles=tuple([low.rstrip(".") for low in lower[:name_begin]]),
        is_office=is_office if len(run) > 1 else is_nationality,
        is_office_after_article=is_office,
        is_organization=has_organization_word or _is_unmarked_organization(lows, words, titled=False),
        is_organization_despite_title=has_organization_word or _is_unmarked_organization(lows, words, titled=True),
        has_forename=has_forename,
        possessive=lower[-1].endswith(("'s", "s'")),
    )


def _has_only_offices(lower: list[str]) -> bool:
    """Return whether the run holds offices and nationalities, and no name: "the Russian FM", "the President"."""
    return _OFFICE_WORDS.issuperset(lower)


_OFFICE_WORDS = TITLES | lexicon.PLACES | lexicon.ROLES


def _find_name_begin(run: tuple[tuple[str, str], ...], lower: list[str]) -> int:
    """Return where the name proper begins: behind the last title, or at a forename that is not the first word."""
    name_begin, last = 0, len(run) - 1
    for k in range(last):
        if lower[k].rstrip(".") in TITLES and not _has_organization_word(lower[k + 1 : k + 3]):
            name_begin = k + 1
    if _has_organization_word(lower[name_begin:]):
        return 0
    if name_begin == last and name_begin and lower[name_begin] in TITLES:
        return 0
    if last - name_begin > 1 and not is_forename(run[name_begin][0]):
        for k in range(name_begin + 1, last):
            if is_forename(run[k][0]) and len(run[k][0]) > 2 and not run[name_begin][0].endswith("."):
                return k
    return name_begin


def _find_roles_before(tokens: list[Token], begin: int) -> list[str]:
    """Find offices in lower case before the name: "Kremlin spokesman Dmitry Peskov"."""
    found: list[str] = []
    for k in range(begin - 1, max(-1, begin - 7), -1):
        token = tokens[k]
        if token.low in lexicon.ROLES:
            found.append(token.low)
        elif (
            token.kind == POINT
            or (k == begin - 1 and token.low in ("for", "of"))
            or (token.kind == LOWER and k < begin - 1 and token.low not in ("of", "for") and token.low not in TITLES)
        ):
            break
    return found


def _find_roles_after(tokens: list[Token], end: int) -> set[str]:
    """Find offices in apposition, behind a comma: "Maria Zakharova, the ministry's spokesperson,"."""
    found: set[str] = set()
    for token in tokens[end + 1 : end + 9]:
        if token.kind == POINT or token.low in lexicon.AUXILIARIES:
            break
        if token.low in lexicon.ROLES:
            found.add(token.low)
        elif token.kind == NUMBER:
            found.add("aged")
    return found


def _is_described_as_person(entity: Entity) -> bool:
    """Return whether the article describes a name with a doubtful last word ("Radio", "Hall") as somebody's."""
    persons = lexicon.ROLES | lexicon.PERSON_NOUNS
    surname = entity.surname in lexicon.POSSIBLE_SURNAMES
    return surname and any(word in persons or word.endswith("-year-old") for word in entity.descriptors)


def find_descriptors(tokens: list[Token], begin: int, end: int) -> set[str]:
    """Find the common nouns that the article puts beside a name: "economist Ada Berg", "Ada Berg, 36, is a mother"."""
    words: set[str] = set()
    for k in range(begin - 1, max(-1, begin - 5), -1):
        if tokens[k].kind != LOWER or tokens[k].low in _PHRASE_BOUNDARIES:
            break
        words.add(tokens[k].low)
    at = end
    while at < len(tokens) and (tokens[at].text == "," or tokens[at].kind == NUMBER):
        if tokens[at].kind == NUMBER and tokens[at].text.isdigit():
            words.add(f"{tokens[at].text}-year-old")
        at += 1
    described = at < len(tokens) and (tokens[at].low in lexicon.ARTICLES or (at > end and tokens[at].kind == LOWER))
    if at + 1 < len(tokens) and tokens[at].low in ("is", "was") and tokens[at + 1].low in lexicon.ARTICLES:
        at, described = at + 1, True
    for token in tokens[at : at + 7] if described else ():
        if token.kind == POINT or (token.low in _PHRASE_BOUNDARIES and token.low not in lexicon.ARTICLES):
            break
        if token.kind == LOWER:
            words.add(token.low)
    return words - lexicon.ARTICLES


_PHRASE_BOUNDARIES = (
    lexicon.PREPOSITIONS | lexicon.CONJUNCTIONS | lexicon.AUXILIARIES | lexicon.RELATIVE_PRONOUNS | VERB_FORMS.keys()
)


def _has_organization_word(lows: list[str]) -> bool:
    """Return whether a word names an organization, forenames aside: the Farm Bill is one, Bill Clinton is not."""
    opens_name = len(lows) > 1 and is_forename(lows[0])
    return not lexicon.ORGANIZATION_WORDS.isdisjoint(lows[1:] if opens_name else lows)


def _is_unmarked_organization(lows: list[str], words: list[str], *, titled: bool) -> bool:
    """Recognise an organization without such a word: a place, or nothing but capitals."""
    if len(lows) == 1:
        word = words[0]
        return not titled and (lows[0] in lexicon.PLACES or (word.isupper() and len(word) > 1))
    if lows[-1] in lexicon.PLACES and not is_forename(words[0]):
        return True
    return not titled and words[0].isupper() and all(w.isupper() and len(w) > 1 for w in words)


def _strip_possessive(text: str) -> str:
    if text[-1:].isalpha() and text[-2:-1].isalpha():
        return text
    for ending in ("'s", "\u2019s", "'", "\u2019"):
        if text.endswith(ending):
            return text[: -len(ending)]
    return text


def _normalize_name_part(low: str) -> str:
    """Normalize a word of a name for comparison within an article: al-Assad is Assad."""
    plain = low.replace("\u2019", "'").rstrip(".")
    return plain[3:] if plain.startswith("al-") and len(plain) > 5 else plain


def _is_same_forename(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    """Compare two names by forename: Don and Donald, J. and James are one; Bill and Hillary are not."""
    if "jr" in (left[-1], right[-1]) and left != right:
        return False
    short, long = sorted((left[0], right[0]), key=len)
    if len(short) != 2 and long.startswith(short):
        return True
    return lexicon.SHORT_FORENAMES.get(short, short) == lexicon.SHORT_FORENAMES.get(long, long)
