"""Where may somebody's words begin and end, when no marks show it?

"Lavrov pointed out | that the coalition wants to weaken the Syrian army |, after meeting ...": behind a cue a content
can begin, and at every comma, conjunction and preposition it can end. Each such place has signs - which word announces
it, what sort of word stands on either side, how long the content is by then, whether it has a verb - which
`learnt_weights` turns into a likelihood. Before "..., Lavrov said" the content ends, and the places behind earlier
commas are where it can begin.

Left to others: how much each sign counts (`learnt_weights`), which of the readings of a sentence is taken (`indirect`).
"""

import math
from collections.abc import Iterator, Mapping
from functools import lru_cache

from articles.engine.extraction.languages.english import lexicon, occasion_words
from articles.engine.extraction.languages.english.reporting_verbs import PLAIN, VERBS
from articles.engine.extraction.noun_phrases import past_dateline, pronoun, subject_after, subject_before
from articles.engine.extraction.sentences import LOWER, NAME, NUMBER, POINT, QUOTE, Token, is_dash
from articles.engine.extraction.speaker_candidates import cue_at

#: Between a cue and its content stand at most so many tokens: "told | reporters in Lisbon | that".
GAP = 7
#: A content longer than this (tokens) has run into something else.
LONGEST = 90
#: The speaker's name behind a content is at most so long: "..., Jane Doe, a nurse from Flint, Mich., said".
TAIL = 24

#: A content that goes on behind one of these may have ended before it.
_BREAKS = (
    lexicon.PREPOSITIONS
    | lexicon.CONJUNCTIONS
    | lexicon.RELATIVES
    | lexicon.AUXILIARIES
    | lexicon.ADVERBS
    | lexicon.TEMPORAL
)


def likelihood(signs: list[str], weights: Mapping[str, float]) -> float:
    """How likely what these signs speak for is (0 to 1)."""
    total = sum([weights.get(sign, 0.0) for sign in signs], weights.get("bias", 0.0))
    return 1.0 / (1.0 + math.exp(-total)) if total > -30.0 else 0.0


def sort_of(token: Token | None) -> str:
    """What sort of word a token is, as far as that can be told without a dictionary.

    >>> [sort_of(Token(word, word, 0, 1, LOWER)) for word in "that has wanting the he".split()]
    ['that', 'aux', 'ing', 'det', 'pron']
    """
    if token is None:
        return "end"
    return _sort(token.low, token.kind, token.text[:1])


@lru_cache(maxsize=8192)
def _sort(low: str, kind: str, first: str) -> str:
    if kind == POINT:
        return "dash" if first in "-\u2013\u2014" else "stop" if first in ".!?\u2026" else low
    if kind in (QUOTE, NUMBER):
        return kind
    if low in ("that", "to", "as", "of", "and", "but"):
        return low
    for sort, members in _SORTS:
        if low in members:
            return sort
    if "'" in low:
        head, _, tail = low.partition("'")
        if head in lexicon.SUBJECT_PRONOUNS and tail in ("s", "d", "ll", "ve", "re", "m"):
            return "pron"
    if kind == NAME and low not in lexicon.NOT_NAMES:
        return "owner" if low.endswith(("'s", "s'")) else "name"
    return _by_ending(low)


_SORTS = (
    ("wh", lexicon.QUESTION_WORDS),
    ("pron", lexicon.SUBJECT_PRONOUNS | {"there"}),
    ("poss", lexicon.POSSESSIVES),
    ("object", frozenset({"him", "them", "us", "me"})),
    ("det", lexicon.DETERMINERS),
    ("aux", lexicon.AUXILIARIES),
    ("conj", lexicon.CONJUNCTIONS - {"than"}),
    ("prep", lexicon.PREPOSITIONS),
    ("adv", lexicon.ADVERBS | {"not"}),
    ("time", lexicon.TEMPORAL),
)


def _by_ending(low: str) -> str:
    if low in VERBS:
        return "ing" if low.endswith("ing") else "verb"
    for ending, sort in (("ing", "ing"), ("ed", "ed"), ("ly", "adv"), ("s", "plural")):
        if low.endswith(ending) and len(low) > 4:
            return sort
    return "plain" if low in PLAIN else "word"


def verb_ahead(tokens: list[Token], begin: int, stop: int) -> bool:
    """Is there the verb of a clause between these places?"""
    return any(map(is_finite, tokens[begin:stop]))


def is_finite(token: Token) -> bool:
    """A word that makes a clause of a phrase: an auxiliary, a known verb, a past form."""
    if token.kind != LOWER:
        return "'" in token.low and pronoun(token) in lexicon.SUBJECT_PRONOUNS
    low = token.low
    return low in lexicon.FINITE or (low in VERBS and not low.endswith("ing")) or (low.endswith("ed") and len(low) > 4)


# --- Behind a cue ----------------------------------------------------------------------------------------------------


def anchor(tokens: list[Token], begin: int, known: Mapping[str, int]) -> int | None:
    """The cue that may announce a content beginning at `begin`: the word before it, or one past a hearer or a day."""
    at = begin - 1
    if at >= 1 and tokens[at].text in (",", ":"):
        return at - 1 if _may_announce(tokens[at - 1], known) else None
    if at >= 0 and _may_announce(tokens[at], known) and tokens[at].low not in lexicon.TEMPORAL:
        return at
    if sort_of(tokens[begin]) not in ("that", "wh", "to", "pron"):
        return None
    for k in range(at - 1, max(-1, begin - 1 - GAP), -1):
        token = tokens[k]
        if token.kind in (POINT, QUOTE):
            return None
        if token.kind == LOWER and (
            token.low in lexicon.TELLS or (token.low in VERBS and known.get(token.low, 0) >= _COMMON)
        ):
            return k if tokens[begin].low == "that" or token.low in lexicon.TELLS else None
    return None


#: A cue counted this often in training is believed across a gap.
_COMMON = 20


def _may_announce(token: Token, known: Mapping[str, int]) -> bool:
    if token.kind == LOWER:
        return token.low in known or token.low in VERBS or token.low in PLAIN or token.low.endswith(("ed", "ing"))
    return token.kind == NAME and token.low in known and token.low in VERBS


def start_signs(tokens: list[Token], cue: int, begin: int) -> list[str]:
    """What speaks for a content beginning at `begin`, announced by the word at `cue`."""
    clause = "clause" if verb_ahead(tokens, begin, begin + CLAUSE) else "phrase"
    return [
        *_cue_signs(tokens, cue, begin, clause),
        *_first_word_signs(tokens, cue, begin, clause),
        *_subject_signs(tokens, cue),
    ]


#: Within so many tokens a content that is a clause has its verb.
CLAUSE = 12


def _cue_signs(tokens: list[Token], cue: int, begin: int, clause: str) -> list[str]:
    """The cue, and what stands before it."""
    word, before = tokens[cue].low, tokens[cue - 1] if cue else None
    left, right, ending = sort_of(before) if before else "start", sort_of(tokens[begin]), _ending(word)
    helper = left if before is None or before.kind != LOWER else before.low
    farther = sort_of(tokens[cue - 2]) if cue > 1 else "start"
    signs = [
        f"w:{word}",
        f"w:{word}|{right}",
        f"w:{word}|<{left}",
        f"w:{word}|{clause}",
        f"s:{ending}|{right}",
        f"s:{ending}|<{left}",
        f"<:{helper}",
        f"<:{helper}|{ending}",
        f"<<:{farther}|{left}|{ending}",
        f"at:{min(cue, 6)}",
        f"at:{min(cue, 2)}|{ending}",
    ]
    if ending == "prep" and before is not None and before.kind == LOWER:
        verb = _ending(before.low)
        signs += [f"2s:{verb}|{word}", f"2:{before.low}|{right}", f"2:{before.low}|{clause}"]
        signs += [f"<<:{verb}|{right}", f"<<:{verb}|<{farther}"]
    if word not in VERBS and word not in PLAIN and ending != "prep":
        signs += [f"3:{word[-3:]}", f"3:{word[-3:]}|{right}"]
    return signs


def _first_word_signs(tokens: list[Token], cue: int, begin: int, clause: str) -> list[str]:
    """How the content would begin."""
    first, right, ending = tokens[begin], sort_of(tokens[begin]), _ending(tokens[cue].low)
    beyond = sort_of(tokens[begin + 1] if begin + 1 < len(tokens) else None)
    exact = right if right in _OPEN else first.low
    gap = "comma" if tokens[begin - 1].kind == POINT and cue == begin - 2 else "gap" if cue < begin - 1 else "next"
    return [
        f"n:{exact}",
        f"n:{exact}|{ending}",
        f"r:{right}|{beyond}",
        f"gap:{gap}",
        f"gap:{gap}|{right}",
        f"{clause}|{right}",
        f"{clause}|{ending}",
        f"lr:{sort_of(tokens[cue - 1]) if cue else 'start'}|{right}",
        f"quotes:{_quotes_ahead(tokens, begin)}|{ending}",
        f"later:{_said_later(tokens, begin)}|{ending}",
    ]


def _subject_signs(tokens: list[Token], cue: int) -> list[str]:
    """Who would say it, and who speaks elsewhere in the sentence."""
    ending, past = _ending(tokens[cue].low), _past_left(tokens, cue)
    subject = sort_of(tokens[past]) if past >= 0 else "start"
    signs = [
        f"subj:{subject}",
        f"subj:{subject}|{ending}",
        f"opens:{sort_of(tokens[0])}",
        f"earlier:{_said_earlier(tokens, cue)}|{ending}",
    ]
    if past >= 0:
        who = _who(tokens[past])
        signs += [f"subject:{who}", f"subject:{who}|{ending}"]
        if past != cue - 1:
            signs.append(f"helped:{subject}|{sort_of(tokens[cue - 1])}|{ending}")
    return signs


def _who(token: Token) -> str:
    """The subject's last word: the pronoun or noun itself; of a capitalised one, what it names."""
    if token.kind == LOWER:
        return token.low
    if token.kind != NAME:
        return token.kind
    for what, members in (
        ("body", lexicon.BODIES),
        ("nation", lexicon.NATIONALITIES),
        ("place", lexicon.PLACES),
    ):
        if token.low.removesuffix("'s") in members:
            return what
    return pronoun(token) if sort_of(token) == "pron" else "name"


def _said_earlier(tokens: list[Token], cue: int) -> str:
    """Is there a verb of saying shortly before the cue: "said | the report found | that"?"""
    for k in range(cue - 1, max(-1, cue - CLAUSE), -1):
        verb = VERBS.get(tokens[k].low)
        if verb is not None and verb.kind == "saying" and tokens[k].kind == LOWER:
            return "that" if any(t.low == "that" for t in tokens[k + 1 : k + 3]) else "said"
    return "none"


def _said_later(tokens: list[Token], begin: int) -> bool:
    """Does the sentence end with ", he said" or ", according to"?"""
    last = tokens[max(begin, len(tokens) - 9) :]
    commas = (k for k, t in enumerate(last) if t.text == ",")
    return any(t.low in lexicon.SAID for k in commas for t in last[k + 1 : k + 6])


def _quotes_ahead(tokens: list[Token], begin: int) -> str:
    for k in range(begin, min(len(tokens), begin + 15)):
        if tokens[k].kind == QUOTE:
            return "at" if k == begin else "near" if k < begin + 4 else "far"
    return "none"


_OPEN = frozenset("name owner word plural ing ed verb plain number".split())


def _past_left(tokens: list[Token], cue: int) -> int:
    """The place of what stands before a verb with its helpers."""
    at = cue - 1
    while at >= 0 and (
        tokens[at].low in lexicon.AUXILIARIES or tokens[at].low in lexicon.ADVERBS or tokens[at].low == "to"
    ):
        at -= 1
    return at


@lru_cache(maxsize=8192)
def _ending(word: str) -> str:
    verb = VERBS.get(word)
    if verb is not None:
        return f"{verb.kind}-ing" if verb.participle else verb.kind
    if word in PLAIN:
        return f"{PLAIN[word].kind}-plain"
    for ending in ("ing", "ed", "s", "ion", "ment"):
        if word.endswith(ending) and len(word) > 4:
            return ending
    return "prep" if word in lexicon.PREPOSITIONS else "other"


def ends(tokens: list[Token], begin: int) -> Iterator[int]:
    """Every place where a content beginning at `begin` can end, the last of them the end of the sentence."""
    stop = min(len(tokens), begin + LONGEST)
    last = len(tokens)
    while last > begin and tokens[last - 1].kind == POINT and tokens[last - 1].text not in (")", "%"):
        last -= 1
    for k in range(begin + 1, min(stop, last)):
        token = tokens[k]
        if token.kind == POINT or token.low in _BREAKS or (token.kind == LOWER and token.low in VERBS):
            yield k
    yield max(begin + 1, min(stop, last))


def end_signs(tokens: list[Token], cue: int, begin: int, end: int, seen_verb: bool, last: bool) -> list[str]:
    """What speaks for the content from `begin` ending before `end`."""
    word, first = tokens[cue].low, sort_of(tokens[begin])
    following = tokens[end] if end < len(tokens) else None
    after = tokens[end + 1] if end + 1 < len(tokens) else None
    inside, outside, beyond = sort_of(tokens[end - 1]), _exact(following), sort_of(after)
    shape = f"{first}{'+' if seen_verb else '-'}"
    long = _long(end - begin)
    signs = [
        f"o:{outside}",
        f"o:{outside}|{first}",
        f"o:{outside}|{shape}",
        f"o:{outside}|{long}",
        f"o:{outside}|{shape}|{long}",
        f"o:{outside}|{beyond}",
        f"i:{inside}|{outside}",
        f"i:{inside}",
        f"long:{long}|{shape}",
        f"w:{word}|{sort_of(following)}",
        f"w:{word}|{long}",
        f"s:{_ending(word)}|{outside}",
        f"s:{_ending(word)}|{shape}|{sort_of(following)}",
        f"rest:{_rest(tokens, end)}|{shape}",
        f"rest:{_rest(tokens, end)}|{outside}",
        f"{_commas(tokens, begin, end)}|{outside}|{seen_verb}",
        f"o:{outside}|{beyond}|{sort_of(tokens[end + 2]) if end + 2 < len(tokens) else 'end'}",
        f"i:{_exact(tokens[end - 1])}|{sort_of(following)}|{beyond}",
    ]
    if outside in lexicon.PREPOSITIONS:
        signs += [f"occasion:{_occasion(tokens, end)}|{shape}", f"occasion:{_occasion(tokens, end)}|{outside}"]
    if outside in _JOINING:
        signs += _joint_signs(tokens, begin, end, outside, shape)
        if outside in ("and", "but"):
            signs.append(f"{outside}|{_ending(after.low) if after is not None else 'end'}|{_ending(word)}")
    if last:
        signs += ["last", f"last|{shape}|{long}"]
    return signs


_JOINING = frozenset({",", "dash", "and", "but", "as", "(", ";"})


def _joint_signs(tokens: list[Token], begin: int, end: int, outside: str, shape: str) -> list[str]:
    """What a comma, dash or conjunction joins: does the content go on behind it, or the reporter's sentence?"""
    after = tokens[end + 1] if end + 1 < len(tokens) else None
    beyond = sort_of(after)
    signs = [
        f"o:{outside}|>{_exact(after)}",
        f"o:{outside}|{shape}|{beyond}",
        f"o:{outside}|{'verb' if verb_ahead(tokens, end + 1, end + 8) else 'no-verb'}|{shape}",
        f"o:{outside}|tail:{min(9, (len(tokens) - end) // 3)}",
    ]
    if outside == ",":
        return [
            *signs,
            f",|says:{_says_next(tokens, end)}|{shape}",
            f",|more:{any(t.text == ',' for t in tokens[end + 1 : end + 14])}|{beyond}",
            f",|opened:{_exact(tokens[0])}|{beyond in _CLAUSE}",
            f",|soon:{verb_ahead(tokens, end + 1, end + 4)}|{shape}|{beyond}",
        ]
    if outside in ("and", "but"):
        return [*signs, f"{outside}|{beyond}|{sort_of(tokens[end - 1])}|{shape}"]
    if outside == "dash":
        earlier = sum(is_dash(t) for t in tokens[begin:end]) % 2
        return [*signs, f"dash|{earlier}|{any(is_dash(t) for t in tokens[end + 1 :])}"]
    return signs


_CLAUSE = frozenset({"name", "pron", "det", "poss", "owner"})


def _occasion(tokens: list[Token], begin: int) -> str:
    """What the phrase that begins here is about: a day, an occasion, or anything."""
    for token in tokens[begin + 1 : begin + 6]:
        if token.kind in (POINT, QUOTE):
            break
        if token.low in lexicon.TEMPORAL or (token.kind == NUMBER and len(token.text) == 4):
            return "time"
        if token.low in occasion_words.SCENES:
            return "occasion"
    return "other"


def _commas(tokens: list[Token], begin: int, end: int) -> int:
    return min(3, [t.text for t in tokens[begin:end]].count(","))


def _rest(tokens: list[Token], end: int) -> int:
    """How much of the sentence is left, in steps."""
    left = len(tokens) - end
    return 0 if left < 2 else 1 if left < 5 else 2 if left < 9 else 3 if left < 16 else 4


def _exact(token: Token | None) -> str:
    sort = sort_of(token)
    return (
        sort
        if token is None or token.kind in (QUOTE, NUMBER) or sort in _OPEN or sort in ("dash", "stop")
        else token.low
    )


def _long(count: int) -> str:
    for limit in (1, 2, 3, 5, 8, 12, 18, 28):
        if count <= limit:
            return str(limit)
    return "29"


def _says_next(tokens: list[Token], comma: int) -> bool:
    """Does somebody speak behind the comma: "..., he said", "..., according to"?"""
    for k in range(comma + 1, min(len(tokens), comma + 5)):
        if tokens[k].low == "according" or ((verb := cue_at(tokens, k)) is not None and verb.kind == "saying"):
            return True
    return False


# --- Before a cue ----------------------------------------------------------------------------------------------------


def tails(tokens: list[Token]) -> Iterator[tuple[int, int, int]]:
    """Attributions behind a comma: the comma, the cue, and where the attribution ends.

    "..., Lavrov said on Tuesday."; "..., said Lavrov, adding"; "..., according to TASS."
    """
    for comma, token in enumerate(tokens):
        if comma == 0 or not (token.text == "," or is_dash(token) or _quoted_comma(tokens, comma)):
            continue
        begin = comma + 1 if token.kind == POINT else comma
        found = _tail(tokens, begin)
        if found is not None:
            yield comma, *found


def _quoted_comma(tokens: list[Token], at: int) -> bool:
    return tokens[at - 1].kind == QUOTE and tokens[at].kind in (LOWER, NAME)


def _tail(tokens: list[Token], begin: int) -> tuple[int, int] | None:
    limit = min(len(tokens), begin + TAIL)
    if begin >= limit or tokens[begin].kind == QUOTE:
        return None
    if tokens[begin].low == "according" and begin + 1 < limit and tokens[begin + 1].low == "to":
        subject = subject_after(tokens, begin + 1, limit)
        return (begin + 1, subject.end) if subject is not None else None
    if tokens[begin].kind == LOWER and cue_at(tokens, begin) is not None and not tokens[begin].low.endswith("ing"):
        subject = subject_after(tokens, begin, limit)
        if subject is not None:
            return begin, subject.end
    for at in range(begin + 1, limit):
        if tokens[at].kind == QUOTE or tokens[at].text in (";", ":"):
            return None
        verb = cue_at(tokens, at)
        if verb is None or verb.participle or tokens[at - 1].low == "to":
            continue
        subject = subject_before(tokens, at, begin)
        starts = subject is not None and (subject.begin == begin or tokens[begin].low in ("as", "but", "and", "which"))
        return (at, at + 1) if starts else None
    return None


def tail_signs(tokens: list[Token], comma: int, cue: int, end: int) -> list[str]:
    """What speaks for the words before `comma` being what the tail's subject said."""
    word = tokens[cue].low
    opening = past_dateline(tokens, 0, comma)
    following = tokens[end] if end < len(tokens) else None
    kind = _ending(word)
    first = sort_of(tokens[comma + 1]) if comma + 1 < len(tokens) else "end"
    quotes = sum(t.kind == QUOTE for t in tokens[opening:comma])
    return [
        f"w:{word}",
        f"k:{kind}|>{_exact(following)}",
        f"k:{kind}|>{sort_of(following)}|{sort_of(tokens[end + 1]) if end + 1 < len(tokens) else 'end'}",
        f"w:{word}|>{sort_of(following)}",
        f"first:{first}|{kind}",
        f"verb:{verb_ahead(tokens, opening, comma)}|{_exact(tokens[opening])}",
        f"opens:{sort_of(tokens[opening])}",
        f"left:{min(5, (comma - opening) // 4)}",
        f"right:{min(5, (len(tokens) - end) // 3)}",
        f"right:{min(5, (len(tokens) - end) // 3)}|{kind}",
        f"quotes:{min(quotes, 2)}|{sort_of(tokens[comma - 1])}",
        f"mark:{sort_of(tokens[comma])}",
        f"order:{'inverted' if cue == comma + 1 else 'plain'}|{kind}",
        f"earlier:{any(t.text == ',' for t in tokens[opening:comma])}|{sort_of(tokens[opening])}",
        f"says:{any(cue_at(tokens, k) is not None for k in range(opening, comma))}",
    ]


def begins(tokens: list[Token], comma: int) -> Iterator[int]:
    """Every place where the content that ends at `comma` can begin, from the sentence's beginning on."""
    at = past_dateline(tokens, 0, comma)
    while at < comma and tokens[at].kind == POINT:
        at += 1
    yield at
    for k in range(at + 1, comma):
        previous = tokens[k - 1]
        if previous.text in (",", ";", ":", "(") or is_dash(previous) or previous.low in lexicon.JOINTS:
            yield k


def begin_signs(tokens: list[Token], comma: int, begin: int, opening: int) -> list[str]:
    """What speaks for the content before `comma` beginning at `begin`; `opening` is the first place it could."""
    previous = tokens[begin - 1] if begin else None
    first = tokens[begin]
    return [
        f"p:{_exact(previous) if begin else 'start'}",
        f"p:{_exact(previous) if begin else 'start'}|{sort_of(first)}",
        f"n:{_exact(first)}|{begin == opening}",
        f"gone:{min(begin - opening, 12) // 2}",
        f"verb-left:{verb_ahead(tokens, opening, begin)}|{_exact(previous)}",
        f"verb-right:{verb_ahead(tokens, begin, comma)}|{begin == opening}",
        f"open:{_exact(tokens[opening])}|{begin == opening}",
        f"length:{min(comma - begin, 24) // 3}",
        f"comma-right:{any(t.text == ',' for t in tokens[begin:comma])}|{begin == opening}|{sort_of(first)}",
    ]


def goes_on_signs(tokens: list[Token], comma: int, cue: int, end: int) -> list[str]:
    """What speaks for the content going on behind an attribution set into it: "The plan, he said, would fail"."""
    following = tokens[end] if end < len(tokens) else None
    after = tokens[end + 1] if end + 1 < len(tokens) else None
    return [
        f"o:{_exact(following)}",
        f"o:{_exact(following)}|{sort_of(after)}",
        f"o:{_exact(following)}|>{_exact(after)}",
        f"verb:{verb_ahead(tokens, 0, comma)}|{_exact(following)}",
        f"rest:{min(6, (len(tokens) - end) // 3)}|{_exact(following)}",
        f"rest-verb:{verb_ahead(tokens, end + 1, len(tokens))}|{verb_ahead(tokens, 0, comma)}",
        f"opens:{sort_of(tokens[0])}",
        f"i:{sort_of(tokens[comma - 1])}|{_exact(following)}",
        f"w:{tokens[cue].low}",
        f"left:{min(6, comma // 2)}",
    ]


def tells_where(tokens: list[Token], begin: int) -> bool:
    """Does a phrase of time or place begin here, as behind "Lavrov said | in an interview on Tuesday"?"""
    return tokens[begin].low in lexicon.PREPOSITIONS and _occasion(tokens, begin) != "other"
