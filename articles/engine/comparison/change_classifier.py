"""Which kind of change is this difference?

From TASS's parenthesis to the dots in Russia Insider is a marked cut, from the same parenthesis to nothing in SANA a
silent one. Rules look at the words of a difference, the most telling first; the first that applies names it and leaves
its reason::

    >>> from articles.engine.text.aliases import STANDARD
    >>> from articles.engine.comparison.segmentation import Pair, differences
    >>> pair = Pair.of("and pledged not to take any action", "and pledged to take any action", STANDARD)
    >>> [(change.kind, change.danger) for change in named(pair, differences(pair))]
    [('negation.dropped', 5)]

A rule is a function from `Case` to (kind, reason) or None. To add a kind: a line in `changes.KINDS`, a rule here, and
its place in `_RULES`. Left to others: where a difference begins and ends (`differences`), what rules ask (`cases`), the
same words printed otherwise (`reprinting`), names (`renaming`), the words with a meaning (`vocabulary`).
"""

from collections.abc import Callable, Sequence
from dataclasses import replace

from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from articles.engine.comparison.change_kinds import KINDS, Change
from articles.engine.comparison.difference_features import Case, Side, Verdict
from articles.engine.comparison.name_variants import name_in_other_form
from articles.engine.comparison.segmentation import Difference, Pair
from articles.engine.comparison.typographic_variants import disguised, marks_only, misprint, same_token, same_words
from articles.engine.text import vocabulary as say

FEW_WORDS = 3  # a "not" or a number is the point of a cut up to here; of a longer one it is a part (labelled pairs)
HEDGE_WORDS = 6  # "I would say", "as far as I can tell" - longer cuts are cuts that also hold a doubt
PARAPHRASE_WORDS = 10  # of both sides together; the labelled paraphrases have 18, the longest substitution 7
PERSON_WORDS = 8  # of both sides together: "I cannot" -> "he could not", "they don't" -> "at the same time it does not"
EXTENSION_WORDS = 4  # a word or three more at an end are an addition; more is a longer quotation, which harms nobody
EXTENSION_DANGER = 1
END_REMAINDER = 0.15  # "On behalf of everyone at the DNC, we want to offer a" -> "Our": one word for ten is a cut
SPLICE_WORDS = 5  # a shorter sentence ("That is clear.") is an aside rather than a passage
TYPO_ALIKE = 80  # rapidfuzz ratio: "varrious"/"various" 93, "programme"/"program" 87
NAME_ALIKE = 70  # rapidfuzz ratio: "Sergey"/"Sergei" 83, "Kyiv"/"Kiev" 75 (listed), "al-Assad"/"Assad" 77 (not alike)


def named(pair: Pair, differences: Sequence[Difference]) -> tuple[Change, ...]:
    """The differences of `pair` as changes with their kinds, in order."""
    cases = [Case.read(pair, difference) for difference in differences]
    changes = [_name(case) for case in cases]
    if len(changes) > 1:
        _mark_moves(changes, cases)
    return tuple(changes)


def _name(case: Case) -> Change:
    for rule in _RULES:
        verdict = rule(case)
        if verdict:
            kind, reason, *danger = verdict
            return Change(case.of.a, case.of.b, kind, danger[0] if danger else KINDS[kind].danger, reason)
    raise AssertionError("the last rule applies to everything")


def _aside(case: Case) -> Verdict:
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


def _omission(case: Case) -> Verdict:
    """Dots where the other side has words."""
    a, b = case.sides
    if a.words and not b.words and b.has_omission_mark:
        danger = 4 if a.negations else KINDS["deletion.marked"].danger
        return "deletion.marked", "dots where words were" + _holding(a), danger
    if b.words and not a.words and a.has_omission_mark:
        return "omission_filled", "words where dots were"
    return None


def _end_cut(case: Case) -> Verdict:
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


def _says_little_else(side: Side) -> bool:
    """Are these words a mere "no" or "I believe", whose loss changes what is left?"""
    content = set(side.spoken) - say.STOP - say.HEDGES - say.NEGATIONS
    return (not content and (side.negations > 0 or _is_hedge(side))) or _is_bound(side) or _is_hedging_phrase(side)


def _is_bound(side: Side) -> bool:
    """Is it "at least" or "up to" and nothing else?"""
    return side.phrase.strip() in say.BOUNDS


def _holding(side: Side) -> str:
    """What makes a cut worse, for the reason given."""
    if side.negations:
        return ", a negation among them"
    if set(side.spoken) & say.CONDITIONS:
        return ", a condition among them"
    return ", a number among them" if side.values else ""


def _negation(case: Case) -> Verdict:
    """A denial more on one side than on the other, or the same denial before other words."""
    a, b = case.sides
    if {a.phrase.strip(), b.phrase.strip()} <= say.NOBODY or _is_double(a, b) or _is_double(b, a):
        return "negation.form", "denied in another form"
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


def _is_double(denied: Side, other: Side) -> bool:
    """Is "not impossible" here what is "possible" there?"""
    rest = [word for word in denied.spoken if not say.is_negation(word)]
    return denied.negations == 1 and len(rest) == len(other.spoken) == 1 and say.opposite(rest[0], other.spoken[0])


def _number(case: Case) -> Verdict:
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


def _with_one(side: Side) -> list[float | str]:
    """Its numbers, "one" counted as one."""
    return say.values_of(side.keys)


def _unit(case: Case) -> Verdict:
    """The same number of something else: "5 million dollars", "5 million euros"."""
    words = [side.words[0] if side.words else "" for side in case.sides]
    if not case.a.before or not say.is_number(case.a.before[-1]) or not set(words) <= say.UNITS:
        return None
    one, other = words
    if say.same_base(one, other) or say.regional(one, other) or say.short_for(one, other):
        return None
    return None if {one, other} <= {"percent", "%", "pct"} else ("number", "counted in another unit")


def _same_number(case: Case) -> Verdict:
    """The same amount written out, in figures, with "%" or "percent"."""
    a, b = case.sides
    units = say.PERCENT | {"per", "cent"}
    rest = [[key for key in side.spoken if say.amount_of(key) is None and key not in units] for side in case.sides]
    if _with_one(a) and rest[0] == rest[1]:
        return "typography.abbreviation", "the same number written in another way"
    if a.keys and b.keys and {*a.keys, *b.keys} <= units:
        return "typography.abbreviation", "percent written in another way"
    return None


def _quantifier(case: Case) -> Verdict:
    """All, most, some: the amount claimed differs and little else."""
    a, b = case.sides
    if (_is_bound(a) or not a.words) and (_is_bound(b) or not b.words):
        return "quantifier", "what bounds an amount is not the same"
    gone, new = (set(a.spoken) - set(b.spoken)), (set(b.spoken) - set(a.spoken))
    amounts = (gone | new) & say.QUANTIFIERS
    if not amounts or max(len(a.words), len(b.words)) > FEW_WORDS + 1:
        return None
    rest = {word for word in gone ^ new if not any(say.same_base(word, other) for other in gone ^ new if other != word)}
    if len(rest - say.QUANTIFIERS - say.STOP - say.GLUE) > (1 if a.words and b.words else 0):
        return None
    if say.same_amount(gone, new):
        return "substitution", "the same amount in another word", 1
    return "quantifier", "words of amount differ: " + ", ".join(sorted(amounts))


def _cut_or_added(case: Case) -> Verdict:
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
    if cut and _runs_passages_together(side):
        return "deletion.silent.splice", "passages run together; what stood between them is gone" + _holding(side)
    if side.negations:
        return kind, f"{'cut' if cut else 'added'} passage containing a negation", 4
    return kind, what + _holding(side)


def _runs_passages_together(side: Side) -> bool:
    """Are whole sentences gone from the middle, so that two passages read as one?"""
    before = side.of.keys[: side.start]
    return len(side.words) >= SPLICE_WORDS and before[-1:] in (["."], ["!"], ["?"]) and side.keys[-1] in (".", "!", "?")


def _is_hedge(side: Side) -> bool:
    """Are these words of doubt, with hardly anything else said?"""
    if len(side.words) > HEDGE_WORDS:
        return False
    if _is_hedging_phrase(side):
        return True
    rest = set(side.spoken) - say.HEDGES - say.STOP
    return not say.HEDGES.isdisjoint(side.spoken) and len(rest) <= 1


def _is_hedging_phrase(side: Side) -> bool:
    """Is it "I would say" or "in our view" with little around it?"""
    return len(side.words) <= HEDGE_WORDS and any(f" {phrase} " in side.phrase for phrase in say.HEDGING_PHRASES)


def _antonym(case: Case) -> Verdict:
    """One word for its opposite."""
    words = _one_for_one(case)
    if words and say.opposite(*words):
        return "substitution.antonym", "“{}” and “{}” are opposites".format(*words)
    return None


def _one_for_one(case: Case) -> tuple[str, str] | None:
    """The only word of each side, articles aside."""
    words = [[word for word in side.words if word not in say.ARTICLES] or side.words for side in case.sides]
    return (words[0][0], words[1][0]) if len(words[0]) == len(words[1]) == 1 else None


def _word_for_word(case: Case) -> Verdict:
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


def _person_or_tense(case: Case) -> Verdict:
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


def _other_words(case: Case) -> Verdict:
    """Anything else: other words."""
    a, b = case.sides
    if len(a.words) + len(b.words) >= PARAPHRASE_WORDS:
        danger = 4 if a.negations != b.negations else KINDS["paraphrase"].danger
        return "paraphrase", "a longer passage in other words", danger
    if set(a.spoken) | set(b.spoken) <= say.GLUE:
        return "substitution", "only connecting words", 1
    return "substitution", "other words"


_RULES: tuple[Callable[[Case], Verdict], ...] = (
    same_token,
    disguised,
    marks_only,
    _aside,
    _omission,
    misprint,
    name_in_other_form,
    same_words,
    _end_cut,
    _antonym,
    _unit,
    _number,
    _negation,
    _quantifier,
    _cut_or_added,
    _word_for_word,
    _person_or_tense,
    _other_words,
)


def _mark_moves(changes: list[Change], cases: Sequence[Case]) -> None:
    """A cut and an addition of the same words elsewhere are one move; of a "not", it denies something else there."""
    added: dict[str, list[int]] = {}
    for at, case in enumerate(cases):
        if not case.a.words and case.b.words:
            added.setdefault(case.b.phrase, []).append(at)
    for at, case in enumerate(cases):
        if case.b.words or not added.get(case.a.phrase):
            continue
        if len(case.a.spoken) > 1 or case.a.negations or case.a.spoken[0] not in say.STOP:
            there = added[case.a.phrase].pop(0)
            kind, rule = "move", "the same words elsewhere"
            if case.a.denied != cases[there].b.denied:
                kind, rule = "negation.scope", "the same “not” before other words"
            for one in (at, there):
                changes[one] = replace(changes[one], kind=kind, danger=KINDS[kind].danger, rule=rule)
