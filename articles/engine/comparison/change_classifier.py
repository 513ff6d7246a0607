"""Which kind of change is this difference?

From TASS's parenthesis to the dots in Russia Insider is a marked cut, from the same parenthesis to nothing in SANA a
silent one. Rules look at the words of a difference, the most telling first; the first that applies names it and leaves
its reason::

    >>> from articles.engine.text.aliases import STANDARD_ALIASES
    >>> from articles.engine.comparison.segmentation import TokenizedPair, find_differences
    >>> pair = TokenizedPair.from_texts("and pledged not to take any action", "and pledged to take any action", STANDARD_ALIASES)
    >>> [(change.kind, change.severity) for change in classify_changes(pair, find_differences(pair))]
    [('negation.dropped', 5)]

A rule is a function from `DifferenceFeatures` to (kind, reason) or None. To add a kind: a line in `changes.KINDS`, a
rule here, and its place in `_RULES`. Left to others: where a difference begins and ends (`differences`), what rules ask
(`cases`), the same words printed otherwise (`reprinting`), names (`renaming`), the words with a meaning (`vocabulary`).
"""

from collections.abc import Callable, Sequence
from dataclasses import replace

from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from articles.engine.comparison.change_kinds import CHANGE_KINDS, Change
from articles.engine.comparison.difference_features import Classification, DifferenceFeatures, SideFeatures
from articles.engine.comparison.name_variants import detect_name_variant
from articles.engine.comparison.segmentation import Difference, TokenizedPair
from articles.engine.comparison.typographic_variants import (
    detect_lookalikes,
    detect_mark_change,
    detect_misprint,
    detect_reprinted_token,
    detect_same_words,
)
from articles.engine.text import vocabulary as say

MAX_SHORT_CUT_WORDS = (
    3  # a "not" or a number is the point of a cut up to here; of a longer one it is a part (labelled pairs)
)
MAX_HEDGE_WORDS = 6  # "I would say", "as far as I can tell" - longer cuts are cuts that also hold a doubt
MIN_PARAPHRASE_WORDS = 10  # of both sides together; the labelled paraphrases have 18, the longest substitution 7
MAX_PERSON_SHIFT_WORDS = (
    8  # of both sides together: "I cannot" -> "he could not", "they don't" -> "at the same time it does not"
)
MIN_EXTENSION_WORDS = (
    4  # a word or three more at an end are an addition; more is a longer quotation, which harms nobody
)
EXTENSION_SEVERITY = 1
MAX_END_REMAINDER = 0.15  # "On behalf of everyone at the DNC, we want to offer a" -> "Our": one word for ten is a cut
MIN_SPLICE_WORDS = 5  # a shorter sentence ("That is clear.") is an aside rather than a passage
MIN_TYPO_RATIO = 80  # rapidfuzz ratio: "varrious"/"various" 93, "programme"/"program" 87
MIN_NAME_RATIO = (
    70  # rapidfuzz ratio: "Sergey"/"Sergei" 83, "Kyiv"/"Kiev" 75 (listed), "al-Assad"/"Assad" 77 (not alike)
)


def classify_changes(pair: TokenizedPair, differences: Sequence[Difference]) -> tuple[Change, ...]:
    """The differences of `pair` as changes with their kinds, in order."""
    cases = [DifferenceFeatures.extract(pair, difference) for difference in differences]
    changes = [_classify(case) for case in cases]
    if len(changes) > 1:
        _mark_moves(changes, cases)
    return tuple(changes)


def _classify(case: DifferenceFeatures) -> Change:
    for rule in _RULES:
        verdict = rule(case)
        if verdict:
            kind, reason, *danger = verdict
            return Change(
                case.difference.a, case.difference.b, kind, danger[0] if danger else CHANGE_KINDS[kind].severity, reason
            )
    raise AssertionError("the last rule applies to everything")


def _detect_bracket(case: DifferenceFeatures) -> Classification:
    """A whole bracket on one side, nothing on the other."""
    a, b = case.sides
    if a.is_enclosed("[", "]") and not b.keys:
        return "gloss.removed", "a whole [...] is gone"
    if b.is_enclosed("[", "]") and not a.keys:
        return "gloss.added", "a whole [...] is new"
    if b.is_enclosed("[", "]") and a.words and a.words != b.words:
        return "gloss.added", "a [...] in place of words"
    if a.is_enclosed("[", "]") and b.words and a.words != b.words:
        return "gloss.removed", "words in place of a [...]"
    if a.is_enclosed("(", ")") and not b.keys:
        return "deletion.silent.parenthetical", "a whole (...) is gone and nothing marks it"
    return None


def _detect_marked_omission(case: DifferenceFeatures) -> Classification:
    """Dots where the other side has words."""
    a, b = case.sides
    if a.words and not b.words and b.has_omission_mark:
        danger = 4 if a.negation_count else CHANGE_KINDS["deletion.marked"].severity
        return "deletion.marked", "dots where words were" + _describe_aggravation(a), danger
    if b.words and not a.words and a.has_omission_mark:
        return "omission_filled", "words where dots were"
    return None


def _detect_truncation(case: DifferenceFeatures) -> Classification:
    """Words gone or new at the beginning or the end of the text: one printing quotes less."""
    a, b = case.sides
    (longer, shorter), cut = ((a, b), True) if len(a.words) >= len(b.words) else ((b, a), False)
    if not longer.words or len(shorter.words) > len(longer.words) * MAX_END_REMAINDER:
        return None
    at_start, at_end = a.at_start and b.at_start, a.at_end and b.at_end
    if not at_start and not at_end:
        return None
    if _is_only_hedge_or_negation(longer):
        return None
    end = "start" if at_start else "end"
    if cut:
        grave = a.negation_count > b.negation_count or set(a.expanded_words) & say.CONDITIONS
        danger = 4 if grave else CHANGE_KINDS[f"truncation.{end}"].severity
        return f"truncation.{end}", f"words gone at the {end}" + _describe_aggravation(a), danger
    if len(b.words) >= MIN_EXTENSION_WORDS or b.negation_count:
        return "insertion", f"more of the statement at the {end}", EXTENSION_SEVERITY
    return None


def _is_only_hedge_or_negation(side: SideFeatures) -> bool:
    """Are these words a mere "no" or "I believe", whose loss changes what is left?"""
    content = set(side.expanded_words) - say.STOP_WORDS - say.HEDGES - say.NEGATIONS
    return (
        (not content and (side.negation_count > 0 or _is_hedge(side)))
        or _is_quantity_bound(side)
        or _is_hedge_phrase(side)
    )


def _is_quantity_bound(side: SideFeatures) -> bool:
    """Is it "at least" or "up to" and nothing else?"""
    return side.phrase.strip() in say.QUANTITY_BOUNDS


def _describe_aggravation(side: SideFeatures) -> str:
    """What makes a cut worse, for the reason given."""
    if side.negation_count:
        return ", a negation among them"
    if set(side.expanded_words) & say.CONDITIONS:
        return ", a condition among them"
    return ", a number among them" if side.numbers else ""


def _detect_negation(case: DifferenceFeatures) -> Classification:
    """A denial more on one side than on the other, or the same denial before other words."""
    a, b = case.sides
    if (
        {a.phrase.strip(), b.phrase.strip()} <= say.NEGATIVE_INDEFINITES
        or _is_double_negation(a, b)
        or _is_double_negation(b, a)
    ):
        return "negation.form", "denied in another form"
    if a.negation_count == b.negation_count:
        before = set(a.preceding_words)
        if (
            before & say.NEGATIONS
            and (set(a.expanded_words) ^ set(b.expanded_words)) & say.NEGATION_SCOPE_WORDS
            and a.words
            and b.words
        ):
            return "negation.scope", "other words after “not”"
        return None
    if max(len(a.words), len(b.words)) > MAX_SHORT_CUT_WORDS and min(len(a.words), len(b.words)) == 0:
        return None
    if len(a.words) + len(b.words) >= MIN_PARAPHRASE_WORDS:
        return None
    denied, other = (a, b) if a.negation_count > b.negation_count else (b, a)
    if any(f" {form} " in other.phrase for form in say.NEGATION_PHRASES):
        return "negation.form", "denied in another form"
    if denied is a:
        return "negation.dropped", "a word that denies is gone"
    return "negation.added", "a word that denies is new"


def _is_double_negation(denied: SideFeatures, other: SideFeatures) -> bool:
    """Is "not impossible" here what is "possible" there?"""
    rest = [word for word in denied.expanded_words if not say.is_negation(word)]
    return (
        denied.negation_count == 1
        and len(rest) == len(other.expanded_words) == 1
        and say.are_antonyms(rest[0], other.expanded_words[0])
    )


def _detect_number(case: DifferenceFeatures) -> Classification:
    """Other figures, unless a passage went or came as a whole."""
    a, b = case.sides
    if a.numbers == b.numbers or _parse_values_with_one(a) == _parse_values_with_one(b):
        return _detect_same_number(case)
    if not a.words or not b.words:
        words = a.expanded_words or b.expanded_words
        if not all(say.is_number(word) or word in say.FUNCTION_WORDS for word in words):
            return None
    if len(a.words) + len(b.words) >= MIN_PARAPHRASE_WORDS and not (a.numbers and b.numbers):
        return None
    return "number", "figures differ"


def _parse_values_with_one(side: SideFeatures) -> list[float | str]:
    """Its numbers, "one" counted as one."""
    return say.parse_numbers(side.keys)


def _detect_unit(case: DifferenceFeatures) -> Classification:
    """The same number of something else: "5 million dollars", "5 million euros"."""
    words = [side.words[0] if side.words else "" for side in case.sides]
    if not case.a.preceding_words or not say.is_number(case.a.preceding_words[-1]) or not set(words) <= say.UNITS:
        return None
    one, other = words
    if say.are_inflections(one, other) or say.are_regional_spellings(one, other) or say.is_abbreviation(one, other):
        return None
    return None if {one, other} <= {"percent", "%", "pct"} else ("number", "counted in another unit")


def _detect_same_number(case: DifferenceFeatures) -> Classification:
    """The same amount written out, in figures, with "%" or "percent"."""
    a, b = case.sides
    units = say.PERCENT | {"per", "cent"}
    rest = [
        [key for key in side.expanded_words if say.parse_multilingual_number(key) is None and key not in units]
        for side in case.sides
    ]
    if _parse_values_with_one(a) and rest[0] == rest[1]:
        return "typography.abbreviation", "the same number written in another way"
    if a.keys and b.keys and {*a.keys, *b.keys} <= units:
        return "typography.abbreviation", "percent written in another way"
    return None


def _detect_quantifier(case: DifferenceFeatures) -> Classification:
    """All, most, some: the amount claimed differs and little else."""
    a, b = case.sides
    if (_is_quantity_bound(a) or not a.words) and (_is_quantity_bound(b) or not b.words):
        return "quantifier", "what bounds an amount is not the same"
    gone, new = (set(a.expanded_words) - set(b.expanded_words)), (set(b.expanded_words) - set(a.expanded_words))
    amounts = (gone | new) & say.QUANTIFIERS
    if not amounts or max(len(a.words), len(b.words)) > MAX_SHORT_CUT_WORDS + 1:
        return None
    rest = {
        word
        for word in gone ^ new
        if not any(say.are_inflections(word, other) for other in gone ^ new if other != word)
    }
    if len(rest - say.QUANTIFIERS - say.STOP_WORDS - say.FUNCTION_WORDS) > (1 if a.words and b.words else 0):
        return None
    if say.is_same_amount(gone, new):
        return "substitution", "the same amount in another word", 1
    return "quantifier", "words of amount differ: " + ", ".join(sorted(amounts))


def _detect_deletion_or_insertion(case: DifferenceFeatures) -> Classification:
    """Words on one side only."""
    a, b = case.sides
    if a.words and b.words:
        return None
    side, cut = (a, True) if a.words else (b, False)
    if _is_hedge(side):
        return ("deletion.silent.hedge", "words of doubt gone") if cut else ("insertion.hedge", "words of doubt added")
    kind = "deletion.silent" if cut else "insertion"
    what = "words gone and nothing marks it" if cut else "more words"
    if set(side.expanded_words) <= say.FUNCTION_WORDS | say.HONORIFICS:
        return kind, "only a connecting word or form of address", 1
    if cut and _is_splice(side):
        return (
            "deletion.silent.splice",
            "passages run together; what stood between them is gone" + _describe_aggravation(side),
        )
    if side.negation_count:
        return kind, f"{'cut' if cut else 'added'} passage containing a negation", 4
    return kind, what + _describe_aggravation(side)


def _is_splice(side: SideFeatures) -> bool:
    """Are whole sentences gone from the middle, so that two passages read as one?"""
    before = side.tokens.keys[: side.start]
    return (
        len(side.words) >= MIN_SPLICE_WORDS
        and before[-1:] in (["."], ["!"], ["?"])
        and side.keys[-1] in (".", "!", "?")
    )


def _is_hedge(side: SideFeatures) -> bool:
    """Are these words of doubt, with hardly anything else said?"""
    if len(side.words) > MAX_HEDGE_WORDS:
        return False
    if _is_hedge_phrase(side):
        return True
    rest = set(side.expanded_words) - say.HEDGES - say.STOP_WORDS
    return not say.HEDGES.isdisjoint(side.expanded_words) and len(rest) <= 1


def _is_hedge_phrase(side: SideFeatures) -> bool:
    """Is it "I would say" or "in our view" with little around it?"""
    return len(side.words) <= MAX_HEDGE_WORDS and any(f" {phrase} " in side.phrase for phrase in say.HEDGE_PHRASES)


def _detect_antonym(case: DifferenceFeatures) -> Classification:
    """One word for its opposite."""
    words = _get_single_words(case)
    if words and say.are_antonyms(*words):
        return "substitution.antonym", "“{}” and “{}” are opposites".format(*words)
    return None


def _get_single_words(case: DifferenceFeatures) -> tuple[str, str] | None:
    """The only word of each side, articles aside."""
    words = [[word for word in side.words if word not in say.ARTICLES] or side.words for side in case.sides]
    return (words[0][0], words[1][0]) if len(words[0]) == len(words[1]) == 1 else None


def _detect_single_word_change(case: DifferenceFeatures) -> Classification:
    """One word for one, articles aside."""
    a, b = case.sides
    words = _get_single_words(case)
    if not words:
        return None
    one, other = words
    if one in say.DATE_WORDS and other in say.DATE_WORDS and one != other and not say.is_abbreviation(one, other):
        return "substitution", "another day or month", 4
    if say.is_abbreviation(one, other):
        return "typography.abbreviation", "the usual abbreviation"
    if say.are_regional_spellings(one, other):
        return "spelling.regional", "British and American spelling"
    if one in say.PERSONAL_PRONOUNS and other in say.PERSONAL_PRONOUNS:
        return "indirect.person", "another person"
    if {one, other} <= say.MODALS and not say.are_inflections(one, other):
        return "substitution", "another degree of certainty or duty", 4
    if one in say.PROPER_NAMES and other in say.PROPER_NAMES:
        return "substitution", "another country or people", 4
    capitals = a.begins_with_capital and b.begins_with_capital and not (a.at_start and b.at_start)
    if capitals and fuzz.ratio(one, other) >= MIN_NAME_RATIO:
        return "spelling.transliteration", "two spellings of a name"
    if say.are_inflections(one, other):
        return "tense", "two forms of one word"
    if min(len(one), len(other)) > 3 and _is_letter_misprint(one, other):
        return "spelling.typo", "a letter or two differ"
    return None


def _is_letter_misprint(one: str, other: str) -> bool:
    return Levenshtein.distance(one, other) <= 2 and fuzz.ratio(one, other) >= MIN_TYPO_RATIO


def _detect_person_or_tense(case: DifferenceFeatures) -> Classification:
    """Words retold: "I cannot" -> "he could not"; or only a verb's form: "has been" -> "was"."""
    a, b = case.sides
    content = [{word for word in side.expanded_words if word not in say.STOP_WORDS} for side in case.sides]
    persons = [set(side.expanded_words) & say.PERSONAL_PRONOUNS for side in case.sides]
    few = len(a.expanded_words) + len(b.expanded_words) <= MAX_PERSON_SHIFT_WORDS + 2
    if few and persons[0] != persons[1] and all(persons) and len(content[0] ^ content[1]) <= 1:
        return "indirect.person", "another person"
    bases = [sorted(content[0] - content[1]), sorted(content[1] - content[0])]
    if few and len(bases[0]) == len(bases[1]) <= 1 and all(map(say.are_inflections, *bases)):
        rest = (set(a.expanded_words) ^ set(b.expanded_words)) - {*bases[0], *bases[1]}
        if rest <= say.AUXILIARIES | {"to"}:
            return "tense", "forms of the same verb"
    resolved = (
        few
        and bool(persons[0]) != bool(persons[1])
        and bool({a.expanded_words[0], b.expanded_words[0]} & say.PERSONAL_PRONOUNS)
    )
    if resolved and any(say.are_inflections(x, y) for x in bases[0] for y in bases[1]):
        return "indirect", "a pronoun resolved and its verb with it"
    return None


def _detect_substitution(case: DifferenceFeatures) -> Classification:
    """Anything else: other words."""
    a, b = case.sides
    if len(a.words) + len(b.words) >= MIN_PARAPHRASE_WORDS:
        danger = 4 if a.negation_count != b.negation_count else CHANGE_KINDS["paraphrase"].severity
        return "paraphrase", "a longer passage in other words", danger
    if set(a.expanded_words) | set(b.expanded_words) <= say.FUNCTION_WORDS:
        return "substitution", "only connecting words", 1
    return "substitution", "other words"


_RULES: tuple[Callable[[DifferenceFeatures], Classification], ...] = (
    detect_reprinted_token,
    detect_lookalikes,
    detect_mark_change,
    _detect_bracket,
    _detect_marked_omission,
    detect_misprint,
    detect_name_variant,
    detect_same_words,
    _detect_truncation,
    _detect_antonym,
    _detect_unit,
    _detect_number,
    _detect_negation,
    _detect_quantifier,
    _detect_deletion_or_insertion,
    _detect_single_word_change,
    _detect_person_or_tense,
    _detect_substitution,
)


def _mark_moves(changes: list[Change], cases: Sequence[DifferenceFeatures]) -> None:
    """A cut and an addition of the same words elsewhere are one move; of a "not", it denies something else there."""
    added: dict[str, list[int]] = {}
    for at, case in enumerate(cases):
        if not case.a.words and case.b.words:
            added.setdefault(case.b.phrase, []).append(at)
    for at, case in enumerate(cases):
        if case.b.words or not added.get(case.a.phrase):
            continue
        if len(case.a.expanded_words) > 1 or case.a.negation_count or case.a.expanded_words[0] not in say.STOP_WORDS:
            there = added[case.a.phrase].pop(0)
            kind, rule = "move", "the same words elsewhere"
            if case.a.negated_words != cases[there].b.negated_words:
                kind, rule = "negation.scope", "the same “not” before other words"
            for one in (at, there):
                changes[one] = replace(changes[one], kind=kind, severity=CHANGE_KINDS[kind].severity, reason=rule)
