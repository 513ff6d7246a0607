"""Passages with edits that are known: what an outlet does to a quotation, done on purpose.

An edit replaces a stretch of a real passage by two versions, one for each printing: "the Islamic State" here and "ISIS"
there, "(life has proved ...)" here and nothing there. So each knows where it stands in both texts and what it should be
called, and several can be made in one passage. The kinds are those that a comparison names; the words put in come from
the tables below, the places from chance. An edit that chance puts beside something that changes what it is - a "not"
before the word that is cut - has more than one right name; those are listed with it.
"""

import json
import random
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from tests.support.shared import SHARED

APART = 4  # words between two edits of a passage: closer ones are one change to a reader
SHORTEST, LONGEST = 12, 90  # words of a passage

_TOKEN = re.compile(r"\d+(?:[.,]\d+)*|\w+(?:[.'\u2019-]\w+)*|\.{2,}|\u2026[.\u2026]*|[^\w\s]")
_NEW = "however today clearly region policy security rapidly northern leaders crisis weekly agreement".split()
_AUXILIARIES = frozenset("is are was were would could should does did has have had".split())


@dataclass(frozen=True, slots=True)
class Version:
    """At `start:end` of a passage the one printing has `one` and the other `other`; `kinds` are right names for it."""

    start: int
    end: int
    one: str
    other: str
    kinds: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Hunk:
    """Where an edit stands in both texts, and its right names."""

    a: tuple[int, int]
    b: tuple[int, int]
    kinds: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Edited:
    """Two printings of a passage and all that differs between them; `made` names the edits."""

    made: tuple[str, ...]
    a: str
    b: str
    hunks: tuple[Hunk, ...]


Maker = Callable[[str, random.Random], list[Version] | None]


@cache
def passages() -> list[str]:
    """Sentences of the seed articles and quotations of the labelled ones, of some length."""
    lines = [line for path in sorted(SHARED.glob("seeds/*.txt")) for line in path.read_text("utf-8").splitlines()]
    found = [sentence for line in lines for sentence in re.split(r"(?<=[.!?])\s+", line.strip())]
    path = SHARED / "data" / "extraction" / "polnear_dev.jsonl"
    for line in path.read_text("utf-8").splitlines():
        article = json.loads(line)
        found += [article["text"][quote["start"] : quote["end"]] for quote in article["quotes"]]
    return [" ".join(text.split()) for text in found if SHORTEST <= len(text.split()) <= LONGEST]


def edited(passages: Sequence[str], count: int, seed: int, *, edits: int = 1, kind: str = "") -> Iterator[Edited]:
    """`count` passages picked at random with so many edits each, of one kind or of any."""
    chance = random.Random(f"{seed} {edits} {kind}")
    kinds = [kind] if kind else sorted(MAKERS)
    while count:
        found = _edited(chance.choice(passages), chance, [chance.choice(kinds) for _ in range(edits)])
        if found:
            count -= 1
            yield found


def _edited(passage: str, chance: random.Random, kinds: Sequence[str]) -> Edited | None:
    made = [MAKERS[kind](passage, chance) for kind in kinds]
    versions = sorted(
        ((number, each) for number, those in enumerate(made) for each in those or ()), key=lambda found: found[1].start
    )
    for (one, before), (other, after) in pairwise(versions):
        between = len(passage[before.end : after.start].split())
        if after.start < before.end or (one != other and between < APART):
            return None
    return _applied(passage, [each for _, each in versions], tuple(kinds)) if all(made) else None


def _applied(passage: str, versions: Sequence[Version], made: tuple[str, ...]) -> Edited:
    a = b = ""
    at, hunks = 0, []
    for each in versions:
        same = passage[at : each.start]
        a, b, at = a + same, b + same, each.end
        if each.one != each.other and each.kinds:
            hunks.append(Hunk((len(a), len(a) + len(each.one)), (len(b), len(b) + len(each.other)), each.kinds))
        a, b = a + each.one, b + each.other
    return Edited(made, a + passage[at:], b + passage[at:], tuple(hunks))


# ---------------------------------------------------------------- where an edit can be made


def _words(text: str) -> list[re.Match[str]]:
    return [match for match in _TOKEN.finditer(text) if match[0][0].isalpha()]


def _gap(text: str, chance: random.Random) -> int | None:
    """Return the start of a word that follows a word, not near an end and not inside brackets."""
    words = _words(text)
    inner = [
        word.start()
        for before, word in pairwise(words)
        if text[before.end() : word.start()] == " " and before.group() not in ("not", "no")
    ]
    places = [place for place in inner[2:-3] if text.count("(", 0, place) == text.count(")", 0, place)]
    return chance.choice(places) if places else None


def _put_in(*pairs: tuple[str, str], kinds: tuple[str, ...]) -> Maker:
    """One of these pairs, put between two words; swapped half of the time where that has the same name."""

    def make(text: str, chance: random.Random) -> list[Version] | None:
        place = _gap(text, chance)
        if place is None:
            return None
        one, other = chance.choice(pairs)
        return _with_space(place, one, other, kinds)

    return make


def _with_space(place: int, one: str, other: str, kinds: tuple[str, ...]) -> list[Version]:
    """Return the two versions with the part they begin or end with, and the space after, as what is the same."""
    before = re.match(r"(?:\S+ )*", _common(one, other))
    start = before.end() if before else 0
    tail = _common(one[start:][::-1], other[start:][::-1])[::-1]
    same = re.search(r"(?: \S+)*$", tail)
    end = len(same[0]) if same else 0
    versions = [Version(place, place, one[:start], one[:start], ())] if start else []
    versions.append(Version(place, place, one[start : len(one) - end], other[start : len(other) - end], kinds))
    rest = one[len(one) - end :] if end else ""
    both = bool(one[start : len(one) - end]), bool(other[start : len(other) - end])
    after = (rest + " ") if all(both) else rest
    if all(both):
        return [*versions, Version(place, place, after, after, ())]
    [*front, last] = versions  # the space goes with the words that one printing lacks
    rest = rest[1:] + " " if rest else ""
    last = Version(place, place, last.one + " " if last.one else "", last.other + " " if last.other else "", kinds)
    return [*front, last, Version(place, place, rest, rest, ())]


def _common(one: str, other: str) -> str:
    count = next((at for at, (x, y) in enumerate(zip(one, other, strict=False)) if x != y), min(len(one), len(other)))
    return one[:count]


def _either_way(*pairs: tuple[str, str]) -> tuple[tuple[str, str], ...]:
    return (*pairs, *((other, one) for one, other in pairs))


def _pairs(table: str) -> tuple[tuple[str, str], ...]:
    """Both ways: "one/other two/three"; an underscore is a space."""
    parted = [tuple(pair.replace("_", " ").split("/")) for pair in table.split()]
    return _either_way(*((one, other) for one, other in parted))


# ---------------------------------------------------------------- edits of the passage's own words


def _cut(text: str, chance: random.Random, longest: int = 6, shortest: int = 1) -> list[Version] | None:
    """Return some neighbouring words with nothing but spaces between them, not at an end."""
    words = _words(text)
    count = chance.randint(shortest, longest)
    if len(words) < count + 6:
        return None
    first = chance.randrange(2, len(words) - count - 1)
    start, end = words[first].start(), words[first + count - 1].end()
    if " ".join(word[0] for word in words[first : first + count]) != text[start:end] or text[end : end + 1] != " ":
        return None  # a mark between them: where such a cut begins is a matter of taste
    return [Version(start, end + 1, text[start : end + 1], "", ("deletion.silent",))]


def _long_cut(text: str, chance: random.Random) -> list[Version] | None:
    return _cut(text, chance, 14, 7)


def _marked_cut(text: str, chance: random.Random) -> list[Version] | None:
    found = _cut(text, chance, 9, 2)
    if not found:
        return None
    gone = found[0].one.strip()
    return [
        Version(found[0].start, found[0].end - 1, gone, chance.choice(("...", "\u2026", "[...]")), ("deletion.marked",))
    ]


def _insertion(text: str, chance: random.Random) -> list[Version] | None:
    place = _gap(text, chance)
    new = " ".join(chance.sample(_NEW, chance.randint(1, 4)))
    return None if place is None else [Version(place, place, "", f"{new} ", ("insertion",))]


def _other_word(text: str, chance: random.Random) -> list[Version] | None:
    words = [word for word in _words(text)[2:-2] if len(word[0]) > 4 and word[0].islower()]
    if not words:
        return None
    word = chance.choice(words)
    return [Version(word.start(), word.end(), word[0], chance.choice(_NEW), ("substitution",))]


def _other_words(text: str, chance: random.Random) -> list[Version] | None:
    """Return a passage in other words."""
    found = _cut(text, chance, 9, 6)
    if not found:
        return None
    new = " ".join(chance.sample(_NEW, chance.randint(5, 8)))
    return [Version(found[0].start, found[0].end - 1, found[0].one.strip(), new, ("paraphrase", "substitution"))]


def _absorbed(text: str, chance: random.Random) -> list[Version] | None:
    """Words of the passage, as an editor's in the one printing and as spoken in the other."""
    found = _cut(text, chance, 3)
    if not found or not any(word.isalpha() and len(word) > 3 for word in found[0].one.split()):
        return None
    words = found[0].one.strip()
    return [Version(found[0].start, found[0].end - 1, f"[{words}]", words, ("gloss.absorbed",))]


def _marked_gloss(text: str, chance: random.Random) -> list[Version] | None:
    found = _absorbed(text, chance)
    return found and [Version(found[0].start, found[0].end, found[0].other, found[0].one, ("gloss.marked",))]


def _not_in(text: str, chance: random.Random) -> list[Version] | None:
    words = [word for word in _words(text)[1:-3] if word[0] in _AUXILIARIES and text[word.end() :][:1] == " "]
    words = [word for word in words if not re.match(r" (?:not|never|no)\b", text[word.end() :])]
    if not words:
        return None
    end = chance.choice(words).end()
    return [Version(end, end, "", chance.choice((" not", " never")), ("negation.added",))]


def _not_out(text: str, chance: random.Random) -> list[Version] | None:
    found = _not_in(text, chance)
    return found and [Version(found[0].start, found[0].end, found[0].other, "", ("negation.dropped",))]


def _not_contracted_out(text: str, chance: random.Random) -> list[Version] | None:
    found = _not_in(text, chance)
    if not found:
        return None
    word = text[: found[0].start].split()[-1]
    start = found[0].start - len(word)
    return [Version(start, found[0].end, word + chance.choice(("n't", "n\u2019t")), word, ("negation.dropped",))]


def _contracted(text: str, chance: random.Random) -> list[Version] | None:
    found = _not_in(text, chance)
    if not found:
        return None
    word = text[: found[0].start].split()[-1]
    start = found[0].start - len(word)
    return [Version(start, found[0].end, f"{word} not", f"{word}n\u2019t", ("spelling.contraction",))]


def _not_moved(text: str, chance: random.Random) -> list[Version] | None:
    """Return the same "not" before other words: it denied one thing and denies another."""
    found = _not_in(text, chance)
    if not found:
        return None
    after = [word for word in _words(text) if word.start() > found[0].start]
    if len(after) < 5 or text[after[1].end() : after[2].start()] != " " or found[0].other != " not":
        return None
    place = after[1].end() if chance.random() < 0.5 else after[2].start() - 1
    if " ".join(word[0] for word in after[:2]) != text[after[0].start() : after[1].end()]:
        return None
    start, passed = found[0].start + 1, text[found[0].start + 1 : place]
    return [Version(start, place, f"not {passed}", f"{passed} not", ("negation.scope",))]


def _marks(text: str, chance: random.Random) -> list[Version] | None:
    marks = [match for match in _TOKEN.finditer(text) if match[0] in ",;:"]
    if not marks:
        return None
    mark = chance.choice(marks)
    new = chance.choice([other for other in ",;:" if other != mark[0]])
    return [Version(mark.start(), mark.end(), mark[0], new, ("typography.punctuation",))]


def _other_quotes(text: str, chance: random.Random) -> list[Version] | None:
    """Return a word in other quotation marks: two changes, one for each mark."""
    place, kinds = _gap(text, chance), ("typography.quotes",)
    if place is None:
        return None
    one, other = chance.choice((("\u2018\u2019", "\u201c\u201d"), ("''", "\u2018\u2019"), ('""', "\u201c\u201d")))
    return [
        Version(place, place, one[0], other[0], kinds),
        Version(place, place, "moderate", "moderate", ()),
        Version(place, place, one[1], other[1], kinds),
        Version(place, place, " ", " ", ()),
    ]


def _capital(text: str, chance: random.Random) -> list[Version] | None:
    word = chance.choice(_words(text))
    if word[0].casefold() in ("is", "us", "who", "un", "eu"):
        return None  # a name in capitals, a common word in small letters: more than a change of case
    return [Version(word.start(), word.end(), word[0], word[0].swapcase(), ("typography.case",))]


def _misprint(text: str, chance: random.Random) -> list[Version] | None:
    words = [word for word in _words(text)[1:-1] if len(word[0]) > 6 and word[0].isalpha() and word[0].islower()]
    if not words:
        return None
    word = chance.choice(words)
    printed, at = word[0], chance.randrange(2, len(word[0]) - 3)
    wrong = chance.choice((
        printed[:at] + printed[at + 1 :], printed[:at] + printed[at] + printed[at:],
        printed[:at] + printed[at + 1] + printed[at] + printed[at + 2 :],
    ))  # fmt: skip
    if wrong == printed:
        return None
    return [Version(word.start(), word.end(), printed, wrong, ("spelling.typo",))]


def _lookalike(text: str, chance: random.Random) -> list[Version] | None:
    words = [word for word in _words(text)[1:-1] if re.search("[aeo]", word[0])]
    if not words:
        return None
    word = chance.choice(words)
    letter = chance.choice([at.start() for at in re.finditer("[aeo]", word[0])])
    start = word.start() + letter
    other = {"a": "\u0430", "e": "\u0435", "o": "\u043e"}[text[start]]
    if len(word[0]) == 1:
        return None
    return [Version(start, start + 1, text[start], other, ("typography.lookalike",))]


def _spaces(text: str, chance: random.Random) -> list[Version] | None:
    """Another kind of space: no change at all."""
    at = chance.choice([space.start() for space in re.finditer(" ", text)])
    return [Version(at, at + 1, " ", chance.choice(("\u00a0", "  ", "\u202f", "\n")), ())]


def _begun_later(text: str, chance: random.Random) -> list[Version] | None:
    words = _words(text)
    count = chance.randint(4, max(4, len(words) // 3))
    end = words[count].start()
    if re.search(r"[^\w\s]", text[:end]):
        return None
    return [Version(0, end, text[:end], "", ("truncation.start",))]


def _ended_earlier(text: str, chance: random.Random) -> list[Version] | None:
    words = _words(text)
    count = chance.randint(4, max(4, len(words) // 3))
    start = words[-count - 1].end()
    if re.search(r"[^\w\s]", text[start:].rstrip(".,")) or text[-1] in ".,":
        return None
    return [Version(start, len(text), text[start:], "", ("truncation.end",))]


def _goes_on(text: str, chance: random.Random) -> list[Version] | None:
    found = _ended_earlier(text, chance)
    return found and [Version(found[0].start, found[0].end, "", found[0].one, ("insertion",))]


def _turned_round(text: str, chance: random.Random) -> list[Version] | None:
    """ "arms and money" as "money and arms"."""
    place = _gap(text, chance)
    one, other = chance.sample(_NEW, 2)
    if place is None:
        return None
    return [
        Version(place, place, f"{one} and {other}", f"{other} and {one}", ("reorder",)),
        Version(place, place, " ", " ", ()),
    ]


def _carried(text: str, chance: random.Random) -> list[Version] | None:
    """Return a phrase that stands in another place."""
    places = sorted({_gap(text, chance) or 0, _gap(text, chance) or 0})
    if len(places) < 2 or not places[0] or len(text[places[0] : places[1]].split()) < 8:
        return None
    phrase = chance.choice(("in the majority of cases ", "over the last two years ", "together with our partners "))
    return [
        Version(places[0], places[0], phrase, "", ("move",)),
        Version(places[1], places[1], "", phrase, ("move",)),
    ]


def _sentence_out(text: str, chance: random.Random) -> list[Version] | None:
    """Two passages run together: the sentence between them is gone."""
    ends = [match.end() for match in re.finditer(r"(?<=[a-z][a-z])[.!?] (?=[A-Z])", text)]
    if len(ends) < 2:
        return None
    at = chance.randrange(len(ends) - 1)
    start, end = ends[at], ends[at + 1]
    if len(text[:start].split()) < 4 or len(text[end:].split()) < 4 or len(text[start:end].split()) > 25:
        return None
    return [Version(start, end, text[start:end], "", ("deletion.silent", "deletion.silent.splice"))]


# ---------------------------------------------------------------- edits with words put in

_HEDGES = ("perhaps", "probably", "reportedly", "I would say", "it seems", "in my opinion", "apparently", "almost")
_ASIDES = ("(life has proved otherwise)", "(of course with our help)", "(this was agreed last year)", "(laughs)")
_NAMES = """
    the_Islamic_State/ISIS Islamic_State/ISIS ISIS/Daesh Daesh/the_Islamic_State the_United_States/the_US Iran/Tehran
    the_United_States/America the_European_Union/the_EU the_United_Nations/the_UN Russia/Moscow Syria/Damascus
    Al-Nusra_Front/Jabhat_al-Nusra the_United_Kingdom/Britain
"""
_SPELT = """
    Sergey/Sergei Kiev/Kyiv Gaddafi/Qaddafi al-Qaeda/al-Qaida Zelensky/Zelenskyy Mohammed/Muhammad Hezbollah/Hizbollah
    Yanukovych/Yanukovich Odessa/Odesa
"""
_REGIONAL = """
    programme/program defence/defense organise/organize organisation/organization labour/labor centre/center
    favour/favor analyse/analyze travelled/traveled towards/toward behaviour/behavior grey/gray licence/license
    neighbouring/neighboring recognised/recognized mobilisation/mobilization whilst/while catalogue/catalog
    co-operation/cooperation e-mail/email fulfil/fulfill sceptical/skeptical plough/plow honoured/honored
"""
_OPPOSED = """
    strengthen/weaken increased/decreased support/oppose accepted/rejected before/after always/never legal/illegal
    friends/enemies won/lost success/failure attack/defend war/peace true/false possible/impossible guilty/innocent
    majority/minority agree/disagree public/private allow/prevent rising/falling stable/unstable confirmed/denied
    like/dislike more/less honest/dishonest
"""
_FORMS = """
    wants/wanted has/had is/was weapon/weapons declares/declared goes/went will/would making/made tries/tried
    strike/strikes supports/supported was/were think/thinks
"""
_AMOUNTS = (
    "all/some many/few most/some every/any always/often all_of_the/most_of_the several/all none/some hundreds/dozens"
)
_FIGURES = """
    55/50 1,000/10,000 5/50 two/three twenty/thirty 3.5/35 two_million/two_billion 2014/2015 a_hundred/a_thousand
    third/fourth half/third
"""
_SAME_FIGURES = "20/twenty 1,000/1000 five_percent/5_percent two/2 5_million/five_million 10_percent/10_per_cent"
_SHORT = "U.S./US U.N./UN Sen./Senator Gen./General percent/per_cent U.S.-led/US-led p.m./pm Gov./Governor"
_OTHERS = "Iran/Iraq Monday/Tuesday Syria/Libya Russian/Ukrainian must/may should/could Austria/Australia Obama/Putin"
_DENIALS = "rather_than/and_not failed_to/did_not instead_of/and_not"

MAKERS: dict[str, Maker] = {
    "cut": _cut,
    "cut, long": _long_cut,
    "cut, marked": _marked_cut,
    "cut, a sentence": _sentence_out,
    "insertion": _insertion,
    "other word": _other_word,
    "other words": _other_words,
    "gloss absorbed": _absorbed,
    "gloss marked": _marked_gloss,
    "gloss added": _put_in(("", "[foreign fighters]"), ("", "[sic]"), ("", "[of the UN]"), kinds=("gloss.added",)),
    "gloss removed": _put_in(("[foreign fighters]", ""), ("[our]", ""), ("[of the UN]", ""), kinds=("gloss.removed",)),
    "negation added": _not_in,
    "negation dropped": _not_out,
    "negation contracted, dropped": _not_contracted_out,
    "negation moved": _not_moved,
    "negation, scope": _put_in(
        ("not completely defeated", "not beaten yet"), ("not entirely clear", "not yet decided"),
        ("never fully explained", "never really answered"), ("not really necessary", "not strictly needed"),
        kinds=("negation.scope",),
    ),
    "negation, form": _put_in(*_pairs(_DENIALS), kinds=("negation.form",)),
    "number": _put_in(*_pairs(_FIGURES), kinds=("number",)),
    "number, written otherwise": _put_in(*_pairs(_SAME_FIGURES), kinds=("typography.",)),
    "quantifier": _put_in(*_pairs(_AMOUNTS), kinds=("quantifier", "substitution.antonym", "number", "negation.")),
    "quantifier cut": _put_in(("some of", ""), ("only", ""), ("most of", ""), ("partly", ""), kinds=("quantifier",)),
    "hedge cut": _put_in(*((hedge, "") for hedge in _HEDGES), kinds=("deletion.silent.hedge",)),
    "hedge added": _put_in(*(("", hedge) for hedge in _HEDGES), kinds=("insertion.hedge",)),
    "aside cut": _put_in(*((aside, "") for aside in _ASIDES), kinds=("deletion.silent.parenthetical",)),
    "aside cut, marked": _put_in(*((aside, "...") for aside in _ASIDES), kinds=("deletion.marked",)),
    "dots dropped": _put_in(("...", ""), ("\u2026", ""), ("[...]", ""), kinds=("omission_mark_dropped",)),
    "dots added": _put_in(("", "..."), ("", "\u2026"), ("", "[\u2026]"), kinds=("omission_mark_added",)),
    "name": _put_in(*_pairs(_NAMES), kinds=("name_swap", "typography.abbreviation")),
    "name spelt otherwise": _put_in(*_pairs(_SPELT), kinds=("spelling.transliteration", "name_swap")),
    "another name": _put_in(*_pairs(_OTHERS), kinds=("substitution",)),
    "British or American": _put_in(*_pairs(_REGIONAL), kinds=("spelling.regional",)),
    "opposite": _put_in(*_pairs(_OPPOSED), kinds=("substitution.antonym", "quantifier", "negation.")),
    "form of a word": _put_in(*_pairs(_FORMS), kinds=("tense",)),
    "person": _put_in(*_pairs("I/he we/they my/his our/their us/them"), kinds=("indirect.person",)),
    "person and verb": _put_in(
        ("I cannot", "he could not"), ("we are", "they were"), ("I have", "he had"), kinds=("indirect.person",)
    ),
    "abbreviation": _put_in(*_pairs(_SHORT), kinds=("typography.",)),
    "contraction": _contracted,
    "misprint": _misprint,
    "letters of another alphabet": _lookalike,
    "spaces": _spaces,
    "punctuation": _marks,
    "capital": _capital,
    "brackets": _put_in(("(Daesh)", "[Daesh]"), ("(the army)", "[the army]"), kinds=("typography.brackets",)),
    "quotation marks": _other_quotes,
    "begins later": _begun_later,
    "ends earlier": _ended_earlier,
    "goes on": _goes_on,
    "order": _turned_round,
    "moved": _carried,
}  # fmt: skip
