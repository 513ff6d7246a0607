"""Which kind of change is this difference?

From TASS's parenthesis to the dots in Russia Insider is a marked cut, from the same parenthesis to nothing in SANA a
silent one. Rules look at the words of a difference, the most telling first; the first that applies names it and leaves
its reason::

    >>> from articles.engine.aliases import STANDARD
    >>> from articles.engine.differences import Pair, differences
    >>> pair = Pair.of("and pledged not to take any action", "and pledged to take any action", STANDARD)
    >>> [(change.kind, change.danger) for change in named(pair, differences(pair))]
    [('negation.dropped', 5)]

A rule is a function from `_Case` to (kind, reason) or None. To add a kind: a line in `changes.KINDS`, a rule here, and
its place in `_RULES`. Left to others: where a difference begins and ends (`differences`), the words with a meaning
(`vocabulary`), the kinds and their danger (`changes`).
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from rapidfuzz import fuzz
from rapidfuzz.distance import OSA, Levenshtein

from articles.engine import vocabulary as say
from articles.engine.aliases import Aliases
from articles.engine.changes import KINDS, Change
from articles.engine.differences import Difference, Pair
from articles.engine.folding import INVISIBLE, fold, unlike
from articles.engine.wording import Words, kind_of, words_of

FEW_WORDS = 3  # a "not" or a number is the point of a cut up to here; of a longer one it is a part (labelled pairs)
HEDGE_WORDS = 6  # "I would say", "as far as I can tell" - longer cuts are cuts that also hold a doubt
PARAPHRASE_WORDS = 10  # of both sides together; the labelled paraphrases have 18, the longest substitution 7
PERSON_WORDS = 8  # of both sides together: "I cannot" -> "he could not", "they don't" -> "at the same time it does not"
EXTENSION_WORDS = 4  # a word or three more at an end are an addition; more is a longer quotation, which harms nobody
EXTENSION_DANGER = 1
END_REMAINDER = 0.15  # "On behalf of everyone at the DNC, we want to offer a" -> "Our": one word for ten is a cut
TYPO_ALIKE = 80  # rapidfuzz ratio: "varrious"/"various" 93, "programme"/"program" 87
NAME_ALIKE = 70  # rapidfuzz ratio: "Sergey"/"Sergei" 83, "Kyiv"/"Kiev" 75 (listed), "al-Assad"/"Assad" 77 (not alike)
SHORTEST_NEAR_FORM = 4  # letters: "ISISI" is a misprint of "ISIS", but "ISA" and "IS" are two names
SHORTEST_MISPRINT = 5  # letters: shorter words that differ in a letter are mostly other words ("note", "vote")
_INVISIBLE = re.compile(f"[{INVISIBLE}]")

# What stands for a country or its government is another way to name it.
_STANDS_FOR = {
    place: country
    for country, places in {
        "United States": "america washington", "Russia": "moscow kremlin", "China": "beijing", "Iran": "tehran",
        "Syria": "damascus", "Turkey": "ankara", "United Kingdom": "london britain", "European Union": "brussels",
        "North Korea": "pyongyang", "South Korea": "seoul", "Saudi Arabia": "riyadh", "Ukraine": "kyiv kiev",
        "France": "paris", "Germany": "berlin", "Israel": "jerusalem", "Japan": "tokyo", "Italy": "rome",
        "Spain": "madrid", "Poland": "warsaw", "Canada": "ottawa", "Australia": "canberra", "Pakistan": "islamabad",
        "Afghanistan": "kabul", "Iraq": "baghdad", "Egypt": "cairo", "Libya": "tripoli", "Cuba": "havana",
        "Venezuela": "caracas", "Greece": "athens", "Taiwan": "taipei", "Belarus": "minsk", "Qatar": "doha",
        "Jordan": "amman", "Lebanon": "beirut", "India": "delhi",
    }.items()
    for place in places.split()
}  # fmt: skip


def named(pair: Pair, differences: Sequence[Difference]) -> tuple[Change, ...]:
    """The differences of `pair` as changes with their kinds, in order."""
    cases = [_Case.read(pair, difference) for difference in differences]
    changes = [_name(case) for case in cases]
    if len(changes) > 1:
        _mark_moves(changes, cases)
    return tuple(changes)


Verdict = tuple[str, str] | tuple[str, str, int] | None


def _name(case: "_Case") -> Change:
    for rule in _RULES:
        verdict = rule(case)
        if verdict:
            kind, reason, *danger = verdict
            return Change(case.of.a, case.of.b, kind, danger[0] if danger else KINDS[kind].danger, reason)
    raise AssertionError("the last rule applies to everything")


@dataclass(frozen=True, slots=True)
class _Case:
    """A difference with its two sides, as the rules look at it."""

    pair: Pair
    of: Difference
    a: "_Side"
    b: "_Side"

    @classmethod
    def read(cls, pair: Pair, of: Difference) -> "_Case":
        """`of` as a case."""
        return cls(pair, of, _Side.read(pair.a, of.a_start, of.a_end), _Side.read(pair.b, of.b_start, of.b_end))

    @property
    def sides(self) -> tuple["_Side", "_Side"]:
        return self.a, self.b


@dataclass(frozen=True, slots=True)
class _Side:
    """One side of a difference: tokens `start:end` of a printing.

    `words` are the keys that are words or numbers, `spoken` the same with contractions written out.
    """

    of: Words
    start: int
    end: int
    text: str
    keys: list[str]
    words: list[str]
    spoken: list[str]
    negations: int

    @classmethod
    def read(cls, of: Words, start: int, end: int) -> "_Side":
        """The tokens `start:end` of a printing as a side."""
        if start == end:
            return cls(of, start, end, "", [], [], [], 0)
        keys = of.keys[start:end]
        words = list(filter(_is_word, keys))
        spoken = [word for key in words for word in say.expanded(key)]
        text = of.text[of.starts[start] : of.ends[end - 1]]
        return cls(of, start, end, text, keys, words, spoken, sum(map(say.is_negation, spoken)))

    @property
    def phrase(self) -> str:
        """The words between spaces, to look for phrases in."""
        return f" {' '.join(self.spoken)} "

    @property
    def has_omission_mark(self) -> bool:
        return "..." in self.keys

    @property
    def values(self) -> list[float | str]:
        """The numbers in it ("five thousand" is one); what has no plain value (9/11) as printed; "one" is no number."""
        return say.values_of([key if key != "one" else "-" for key in self.keys])

    @property
    def at_start(self) -> bool:
        return not any(_is_word(self.of.keys[at]) for at in range(self.start))

    @property
    def at_end(self) -> bool:
        return not any(_is_word(self.of.keys[at]) for at in range(self.end, len(self.of)))

    @property
    def before(self) -> list[str]:
        """The last two words before it, written out."""
        return [word for key in self.of.keys[max(0, self.start - 2) : self.start] for word in say.expanded(key)]

    @property
    def begins_with_capital(self) -> bool:
        return self.text[:1].isupper()

    def enclosed(self, opening: str, closing: str) -> bool:
        """Is it a whole bracket and nothing else?"""
        return len(self.keys) > 2 and self.keys[0] == opening and self.keys[-1] == closing


def _is_word(key: str) -> bool:
    return kind_of(key) in ("word", "number")


def _same_token(case: _Case) -> Verdict:
    """One token, printed in another way."""
    a, b = case.sides
    if len(a.keys) != 1 or a.keys != b.keys:
        return None
    if kind_of(a.keys[0]) not in ("word", "number"):
        return _marks_only(case)
    if _INVISIBLE.search(a.text + b.text) and _INVISIBLE.sub("", a.text) == _INVISIBLE.sub("", b.text):
        return "typography.invisible", "a character that prints nothing"
    if a.text.casefold() == b.text.casefold():
        return "typography.case", "only capitals differ"
    if unlike(a.text).casefold() == unlike(b.text).casefold():
        return "typography.lookalike", "a letter of another alphabet"
    if a.text.replace(".", "").casefold() == b.text.replace(".", "").casefold():
        return "typography.abbreviation", "only dots differ"
    if "&" in (a.text, b.text):
        return "typography.abbreviation", "“&” for “and”"
    letters = [re.sub(r"\W", "", fold(side.text)) for side in case.sides]
    plain = [re.sub(r"\W", "", side.text.casefold()) for side in case.sides]
    if plain[0] == plain[1] and letters[0] == letters[1]:
        return "typography.quotes", "only marks inside the word differ"
    kind = "spelling.transliteration" if a.begins_with_capital else "spelling.regional"
    return kind, "only accents differ"


def _disguised(case: _Case) -> Verdict:
    """One word, printed in the letters of another alphabet that look the same."""
    a, b = case.sides
    if len(a.keys) == len(b.keys) == 1 and fold(unlike(a.text)) == fold(unlike(b.text)) and a.keys != b.keys:
        return "typography.lookalike", "letters of another alphabet"
    return None


def _marks_only(case: _Case) -> Verdict:
    """No words on either side."""
    a, b = case.sides
    if a.words or b.words:
        return None
    if a.has_omission_mark != b.has_omission_mark:
        return ("omission_mark_dropped", "dots gone") if a.has_omission_mark else ("omission_mark_added", "dots added")
    marks = {*a.keys, *b.keys}
    if marks & {"(", ")", "[", "]", "{", "}"}:
        return "typography.brackets", "only brackets differ"
    if marks & {"'", '"'}:
        return "typography.quotes", "only quotation marks differ"
    if marks & (say.PERCENT | say.CURRENCIES):
        return "number", "the unit of a number differs"
    return "typography.punctuation", "only punctuation differs"


def _same_words(case: _Case) -> Verdict:
    """The same words with other marks, other capitals or other dots, or put in another order."""
    a, b = case.sides
    if not a.words or not b.words:
        return None
    if ("[" in a.keys) != ("[" in b.keys) and "(" not in (*a.keys, *b.keys):
        marked, bare = (a, b) if "[" in a.keys else (b, a)
        inside = marked.words[: len(marked.words)] if marked.enclosed("[", "]") else _inside(marked.keys)
        if inside and set(inside) <= set(bare.words):
            if marked is a:
                return "gloss.absorbed", "the words of a bracket, without the bracket"
            return "gloss.marked", "the same words in square brackets"
    if a.words == b.words:
        return _marks_around(case)
    if a.spoken == b.spoken:
        return "spelling.contraction", "the same words written out"
    if "".join(a.words).replace("-", "") == "".join(b.words).replace("-", ""):
        if len(a.words) == len(b.words) == 1:
            return "spelling.regional", "only a hyphen inside the word differs"
        return "typography.punctuation", "only hyphens or spaces between the words differ"
    if len(a.spoken) > 1 and sorted(a.spoken) == sorted(b.spoken):
        return "reorder", "the same words in another order"
    return None


def _inside(keys: Sequence[str]) -> list[str]:
    """The words between square brackets."""
    if "]" not in keys:
        return []
    between = keys[keys.index("[") + 1 : keys.index("]")]
    return list(filter(_is_word, between))


def _marks_around(case: _Case) -> Verdict:
    marks = {key for side in case.sides for key in side.keys if key not in side.words}
    if marks & {"(", ")", "[", "]"}:
        return "typography.brackets", "the same words, other brackets"
    if marks & {"'", '"'}:
        return "typography.quotes", "the same words, other quotation marks"
    return "typography.punctuation", "the same words, other punctuation"


def _aside(case: _Case) -> Verdict:
    """A whole bracket on one side, nothing on the other."""
    a, b = case.sides
    if a.enclosed("[", "]") and not b.keys:
        return "gloss.removed", "a whole [...] is gone"
    if b.enclosed("[", "]") and not a.keys:
        return "gloss.added", "a whole [...] is new"
    if b.enclosed("[", "]") and a.words and a.words != b.words:
        return "gloss.added", "a [...] in place of words"
    if a.enclosed("[", "]") and b.words and a.words != b.words:
        return "gloss.removed", "words in place of a [...]"
    if a.enclosed("(", ")") and not b.keys:
        return "deletion.silent.parenthetical", "a whole (...) is gone and nothing marks it"
    return None


def _misprint(case: _Case) -> Verdict:
    """One long word with one letter wrong; what else it might be - "without", "million" - is misprinted too."""
    a, b = case.sides
    if len(a.words) != 1 or len(b.words) != 1 or len(a.keys) + len(b.keys) > 2:
        return None
    one, other = a.words[0], b.words[0]
    if min(len(one), len(other)) < SHORTEST_MISPRINT or not (one.isalpha() and other.isalpha()):
        return None
    if OSA.distance(one, other) != 1 or say.opposite(one, other) or say.regional(one, other):
        return None
    if say.same_base(one, other) or (say.value_of(one) and say.value_of(other)):
        return None
    if {one, other} <= say.PROPER_NAMES | say.DATES:
        return None
    if a.begins_with_capital and b.begins_with_capital and not (a.at_start and b.at_start):
        return "spelling.transliteration", "two spellings of a name"
    return "spelling.typo", "a letter differs"


def _omission(case: _Case) -> Verdict:
    """Dots where the other side has words."""
    a, b = case.sides
    if a.words and not b.words and b.has_omission_mark:
        danger = 4 if a.negations else KINDS["deletion.marked"].danger
        return "deletion.marked", "dots where words were" + _holding(a), danger
    if b.words and not a.words and a.has_omission_mark:
        return "omission_filled", "words where dots were"
    return None


def _name_in_other_form(case: _Case) -> Verdict:
    """The same person, country or body under another name."""
    a, b = case.sides
    if case.of.name:
        one, other = a.text.casefold(), b.text.casefold()
        if len(a.keys) == len(b.keys) == 1 and fuzz.ratio(one, other) >= TYPO_ALIKE:
            return "spelling.transliteration", f"{case.of.name}, spelt otherwise"
        return "name_swap", f"both stand for {case.of.name}"
    if not a.words or not b.words or a.words == b.words:
        return None
    names = _names(case.pair.a_named, a), _names(case.pair.b_named, b)
    for group in names[0] & names[1]:
        return "name_swap", f"both stand for {group}"
    if names[0] and names[1] and all(_is_known(group, case.pair.aliases) for group in names[0] | names[1]):
        return "substitution", "another person, country or body", 4
    for group in names[0]:
        if _is_misprinted(b, case.pair.aliases.forms_of(group)):
            return "name_swap", f"a near form of {group}"
    if len(a.words) == len(b.words) == 1 and (inside := _name_in_compound(a.text, b.text, case.pair.aliases)):
        return "name_swap", f"both stand for {inside}"
    for group in names[1]:
        if _is_misprinted(a, case.pair.aliases.forms_of(group)):
            return "name_swap", f"a near form of {group}"
    return None


def _names(named: Words, side: _Side) -> set[str]:
    """The groups of names this side may be a form of, if it is nothing but a name from the table or a capital."""
    words = [word.removesuffix("'s") for word in side.words if word not in say.ARTICLES]
    if len(words) == 1 and words[0] in _STANDS_FOR:
        return {_STANDS_FOR[words[0]]}
    first, last = side.of.starts[side.start], side.of.ends[side.end - 1]
    places = range(bisect_left(named.starts, first), bisect_left(named.starts, last))
    found = [at for at in places if at in named.names and named.ends[at] <= last]
    if not found and words and side.begins_with_capital:
        return {" ".join(words).title()}
    if len(found) != 1 or named.ends[found[0]] - named.starts[found[0]] + len("the ") < last - first:
        return set()
    return {named.names[found[0]]}


def _is_known(group: str, aliases: Aliases) -> bool:
    """Is this a name of the table or of a list, so that another one is surely another?"""
    return bool(aliases.forms_of(group)) or fold(group) in say.PROPER_NAMES


def _name_in_compound(one: str, other: str, aliases: Aliases) -> str | None:
    """The group of the only name that differs in two hyphenated words: "anti-Daesh" and "anti-ISIS"."""
    parts = [re.split(r"[-\u2010\u2011]", text) for text in (one, other)]
    if len(parts[0]) != len(parts[1]) or len(parts[0]) == 1:
        return None
    differing = [(x, y) for x, y in zip(*parts, strict=True) if fold(x) != fold(y)]
    if len(differing) != 1:
        return None
    names = [words_of(part, aliases).names.get(0) for part in differing[0]]
    return names[0] if names[0] == names[1] else None


def _is_misprinted(side: _Side, forms: Sequence[str]) -> bool:
    """Is this side one capitalised word, a letter away from one of these forms ("ISISI")?"""
    words = [word for word in side.words if word not in say.ARTICLES]
    if len(words) != 1 or not any(map(str.isupper, side.text)):
        return False
    return any(len(form) >= SHORTEST_NEAR_FORM and Levenshtein.distance(fold(form), words[0]) == 1 for form in forms)


def _end_cut(case: _Case) -> Verdict:
    """Words gone or new at the beginning or the end of the text: one printing quotes less."""
    a, b = case.sides
    (longer, shorter), cut = ((a, b), True) if len(a.words) >= len(b.words) else ((b, a), False)
    if not longer.words or len(shorter.words) > len(longer.words) * END_REMAINDER:
        return None
    at_start, at_end = a.at_start and b.at_start, a.at_end and b.at_end
    if not at_start and not at_end:
        return None
    if _says_little_else(longer):
        return None
    end = "start" if at_start else "end"
    if cut:
        grave = a.negations > b.negations or set(a.spoken) & say.CONDITIONS
        danger = 4 if grave else KINDS[f"truncation.{end}"].danger
        return f"truncation.{end}", f"words gone at the {end}" + _holding(a), danger
    if len(b.words) >= EXTENSION_WORDS or b.negations:
        return "insertion", f"more of the statement at the {end}", EXTENSION_DANGER
    return None


def _says_little_else(side: _Side) -> bool:
    """Are these words a mere "no" or "I believe", whose loss changes what is left?"""
    content = set(side.spoken) - say.STOP - say.HEDGES - say.NEGATIONS
    return not content and (side.negations > 0 or _is_hedge(side))


def _holding(side: _Side) -> str:
    """What makes a cut worse, for the reason given."""
    if side.negations:
        return ", a negation among them"
    if set(side.spoken) & say.CONDITIONS:
        return ", a condition among them"
    return ", a number among them" if side.values else ""


def _negation(case: _Case) -> Verdict:
    """A denial more on one side than on the other, or the same denial before other words."""
    a, b = case.sides
    if a.negations == b.negations:
        before = set(a.before)
        if before & say.NEGATIONS and (set(a.spoken) ^ set(b.spoken)) & say.SCOPES and a.words and b.words:
            return "negation.scope", "other words after “not”"
        return None
    if max(len(a.words), len(b.words)) > FEW_WORDS and min(len(a.words), len(b.words)) == 0:
        return None
    if len(a.words) + len(b.words) >= PARAPHRASE_WORDS:
        return None
    denied, other = (a, b) if a.negations > b.negations else (b, a)
    if any(f" {form} " in other.phrase for form in say.DENIAL_FORMS):
        return "negation.form", "denied in another form"
    if denied is a:
        return "negation.dropped", "a word that denies is gone"
    return "negation.added", "a word that denies is new"


def _number(case: _Case) -> Verdict:
    """Other figures, unless a passage went or came as a whole."""
    a, b = case.sides
    if a.values == b.values or _with_one(a) == _with_one(b):
        return _same_number(case)
    if not a.words or not b.words:
        words = a.spoken or b.spoken
        if not all(say.is_number(word) or word in say.GLUE for word in words):
            return None
    if len(a.words) + len(b.words) >= PARAPHRASE_WORDS and not (a.values and b.values):
        return None
    return "number", "figures differ"


def _with_one(side: _Side) -> list[float | str]:
    """Its numbers, "one" counted as one."""
    return say.values_of(side.keys)


def _same_number(case: _Case) -> Verdict:
    """The same amount written out, in figures, with "%" or "percent"."""
    a, b = case.sides
    units = say.PERCENT | {"per", "cent"}
    rest = [[key for key in side.spoken if say.value_of(key) is None and key not in units] for side in case.sides]
    if _with_one(a) and rest[0] == rest[1]:
        return "typography.abbreviation", "the same number written in another way"
    if a.keys and b.keys and {*a.keys, *b.keys} <= units:
        return "typography.abbreviation", "percent written in another way"
    return None


def _quantifier(case: _Case) -> Verdict:
    """All, most, some: the amount claimed differs and little else."""
    a, b = case.sides
    gone, new = (set(a.spoken) - set(b.spoken)), (set(b.spoken) - set(a.spoken))
    amounts = (gone | new) & say.QUANTIFIERS
    if not amounts or max(len(a.words), len(b.words)) > FEW_WORDS + 1:
        return None
    if len((gone | new) - say.QUANTIFIERS - say.STOP) > (1 if a.words and b.words else 0):
        return None
    if say.same_amount(gone, new):
        return "substitution", "the same amount in another word", 1
    return "quantifier", "words of amount differ: " + ", ".join(sorted(amounts))


def _cut_or_added(case: _Case) -> Verdict:
    """Words on one side only."""
    a, b = case.sides
    if a.words and b.words:
        return None
    side, cut = (a, True) if a.words else (b, False)
    if _is_hedge(side):
        return ("deletion.silent.hedge", "words of doubt gone") if cut else ("insertion.hedge", "words of doubt added")
    kind = "deletion.silent" if cut else "insertion"
    what = "words gone and nothing marks it" if cut else "more words"
    if set(side.spoken) <= say.GLUE | say.HONORIFICS:
        return kind, "only a connecting word or form of address", 1
    return kind, what + _holding(side), 4 if side.negations else KINDS[kind].danger


def _is_hedge(side: _Side) -> bool:
    """Are these words of doubt, with hardly anything else said?"""
    if len(side.words) > HEDGE_WORDS:
        return False
    if any(f" {phrase} " in side.phrase for phrase in say.HEDGING_PHRASES):
        return True
    rest = set(side.spoken) - say.HEDGES - say.STOP
    return not say.HEDGES.isdisjoint(side.spoken) and len(rest) <= 1


def _antonym(case: _Case) -> Verdict:
    """One word for its opposite."""
    words = _one_for_one(case)
    if words and say.opposite(*words):
        return "substitution.antonym", "“{}” and “{}” are opposites".format(*words)
    return None


def _one_for_one(case: _Case) -> tuple[str, str] | None:
    """The only word of each side, articles aside."""
    words = [[word for word in side.words if word not in say.ARTICLES] or side.words for side in case.sides]
    return (words[0][0], words[1][0]) if len(words[0]) == len(words[1]) == 1 else None


def _word_for_word(case: _Case) -> Verdict:
    """One word for one, articles aside."""
    a, b = case.sides
    words = _one_for_one(case)
    if not words:
        return None
    one, other = words
    if one in say.DATES and other in say.DATES and one != other and not say.short_for(one, other):
        return "substitution", "another day or month", 4
    if say.short_for(one, other):
        return "typography.abbreviation", "the usual abbreviation"
    if say.regional(one, other):
        return "spelling.regional", "British and American spelling"
    if one in say.PERSONS and other in say.PERSONS:
        return "indirect.person", "another person"
    if {one, other} <= say.MODALS and not say.same_base(one, other):
        return "substitution", "another degree of certainty or duty", 4
    if one in say.PROPER_NAMES and other in say.PROPER_NAMES:
        return "substitution", "another country or people", 4
    capitals = a.begins_with_capital and b.begins_with_capital and not (a.at_start and b.at_start)
    if capitals and fuzz.ratio(one, other) >= NAME_ALIKE:
        return "spelling.transliteration", "two spellings of a name"
    if say.same_base(one, other):
        return "tense", "two forms of one word"
    if min(len(one), len(other)) > 3 and _is_misprint(one, other):
        return "spelling.typo", "a letter or two differ"
    return None


def _is_misprint(one: str, other: str) -> bool:
    return Levenshtein.distance(one, other) <= 2 and fuzz.ratio(one, other) >= TYPO_ALIKE


def _person_or_tense(case: _Case) -> Verdict:
    """Words retold: "I cannot" -> "he could not"; or only a verb's form: "has been" -> "was"."""
    a, b = case.sides
    content = [{word for word in side.spoken if word not in say.STOP} for side in case.sides]
    persons = [set(side.spoken) & say.PERSONS for side in case.sides]
    few = len(a.spoken) + len(b.spoken) <= PERSON_WORDS + 2
    if few and persons[0] != persons[1] and all(persons) and len(content[0] ^ content[1]) <= 1:
        return "indirect.person", "another person"
    bases = [sorted(content[0] - content[1]), sorted(content[1] - content[0])]
    if few and len(bases[0]) == len(bases[1]) <= 1 and all(map(say.same_base, *bases)):
        rest = (set(a.spoken) ^ set(b.spoken)) - {*bases[0], *bases[1]}
        if rest <= say.AUXILIARIES | {"to"}:
            return "tense", "forms of the same verb"
    resolved = few and bool(persons[0]) != bool(persons[1]) and bool({a.spoken[0], b.spoken[0]} & say.PERSONS)
    if resolved and any(say.same_base(x, y) for x in bases[0] for y in bases[1]):
        return "indirect", "a pronoun resolved and its verb with it"
    return None


def _other_words(case: _Case) -> Verdict:
    """Anything else: other words."""
    a, b = case.sides
    if len(a.words) + len(b.words) >= PARAPHRASE_WORDS:
        danger = 4 if a.negations != b.negations else KINDS["paraphrase"].danger
        return "paraphrase", "a longer passage in other words", danger
    if set(a.spoken) | set(b.spoken) <= say.GLUE:
        return "substitution", "only connecting words", 1
    return "substitution", "other words"


_RULES: tuple[Callable[[_Case], Verdict], ...] = (
    _same_token,
    _disguised,
    _marks_only,
    _aside,
    _omission,
    _misprint,
    _name_in_other_form,
    _same_words,
    _end_cut,
    _antonym,
    _number,
    _negation,
    _quantifier,
    _cut_or_added,
    _word_for_word,
    _person_or_tense,
    _other_words,
)


def _mark_moves(changes: list[Change], cases: Sequence[_Case]) -> None:
    """A cut and an addition of the same words elsewhere are one move."""
    added: dict[str, list[int]] = {}
    for at, case in enumerate(cases):
        if not case.a.words and case.b.words:
            added.setdefault(case.b.phrase, []).append(at)
    for at, case in enumerate(cases):
        if case.b.words or not added.get(case.a.phrase):
            continue
        if len(case.a.spoken) > 1 or case.a.spoken[0] not in say.STOP:
            for one in (at, added[case.a.phrase].pop(0)):
                rule = "the same words elsewhere"
                changes[one] = replace(changes[one], kind="move", danger=KINDS["move"].danger, rule=rule)
