"""Content boundaries: features of where indirect speech may begin and end.

"Lavrov pointed out | that the coalition wants to weaken the Syrian army |, after meeting ...": behind a cue a content
can begin, and at every comma, conjunction and preposition it can end. Each such place has features: which word
announces it, the class of the words on either side, the length of the content so far, whether it has a verb. From
these, five logits with learnt weights (`languages.english.learnt_weights`) predict a probability. Before "..., Lavrov
said" the content ends, and the places behind earlier commas are where it can begin. `indirect_speech` selects among
the candidates.

A feature is a string, and its name is a key of the learnt weights: a changed name needs new training.
"""

import math
from collections.abc import Iterator, Mapping
from functools import lru_cache

from articles.engine.extraction.languages.english import lexicon, occasion_words
from articles.engine.extraction.languages.english.reporting_verbs import BASE_FORMS, VERB_FORMS
from articles.engine.extraction.noun_phrases import (
    find_subject_after,
    find_subject_before,
    skip_dateline,
    strip_contraction,
)
from articles.engine.extraction.sentences import LOWER, NAME, NUMBER, POINT, QUOTE, Token, is_dash
from articles.engine.extraction.speaker_candidates import get_cue_verb

#: The most tokens between a cue and its content: "told | reporters in Lisbon | that".
MAX_CUE_GAP = 7
#: The longest content, in tokens; a longer one has run into something else.
MAX_CONTENT_TOKENS = 90
#: The longest attribution behind a content, in tokens: "..., Jane Doe, a nurse from Flint, Mich., said".
MAX_ATTRIBUTION_TOKENS = 24

#: Words before which a content may end.
_BOUNDARY_WORDS = (
    lexicon.PREPOSITIONS
    | lexicon.CONJUNCTIONS
    | lexicon.RELATIVE_PRONOUNS
    | lexicon.AUXILIARIES
    | lexicon.ADVERBS
    | lexicon.TEMPORAL_WORDS
)


def predict_probability(signs: list[str], weights: Mapping[str, float]) -> float:
    """Return the probability that a logit gives to these features (0 to 1)."""
    total = sum([weights.get(sign, 0.0) for sign in signs], weights.get("bias", 0.0))
    return 1.0 / (1.0 + math.exp(-total)) if total > -30.0 else 0.0


def classify_token(token: Token | None) -> str:
    """Return the class of a word, as far as closed classes and endings tell it.

    >>> [classify_token(Token(word, word, 0, 1, LOWER)) for word in "that has wanting the he".split()]
    ['that', 'aux', 'ing', 'det', 'pron']
    """
    if token is None:
        return "end"
    return _classify_form(token.low, token.kind, token.text[:1])


@lru_cache(maxsize=8192)
def _classify_form(low: str, kind: str, first: str) -> str:
    if kind == POINT:
        return "dash" if first in "-\u2013\u2014" else "stop" if first in ".!?\u2026" else low
    if kind in (QUOTE, NUMBER):
        return kind
    if low in ("that", "to", "as", "of", "and", "but"):
        return low
    for sort, members in _WORD_CLASSES:
        if low in members:
            return sort
    if "'" in low:
        head, _, tail = low.partition("'")
        if head in lexicon.SUBJECT_PRONOUNS and tail in ("s", "d", "ll", "ve", "re", "m"):
            return "pron"
    if kind == NAME and low not in lexicon.CAPITALIZED_NON_NAMES:
        return "owner" if low.endswith(("'s", "s'")) else "name"
    return _classify_by_suffix(low)


_WORD_CLASSES = (
    ("wh", lexicon.QUESTION_WORDS),
    ("pron", lexicon.SUBJECT_PRONOUNS | {"there"}),
    ("poss", lexicon.POSSESSIVES),
    ("object", frozenset({"him", "them", "us", "me"})),
    ("det", lexicon.DETERMINERS),
    ("aux", lexicon.AUXILIARIES),
    ("conj", lexicon.CONJUNCTIONS - {"than"}),
    ("prep", lexicon.PREPOSITIONS),
    ("adv", lexicon.ADVERBS | {"not"}),
    ("time", lexicon.TEMPORAL_WORDS),
)


def _classify_by_suffix(low: str) -> str:
    if low in VERB_FORMS:
        return "ing" if low.endswith("ing") else "verb"
    for ending, sort in (("ing", "ing"), ("ed", "ed"), ("ly", "adv"), ("s", "plural")):
        if low.endswith(ending) and len(low) > 4:
            return sort
    return "plain" if low in BASE_FORMS else "word"


def has_finite_verb(tokens: list[Token], begin: int, stop: int) -> bool:
    """Return whether the verb of a clause stands between these places."""
    return any(map(is_finite, tokens[begin:stop]))


def is_finite(token: Token) -> bool:
    """Return whether a word makes a clause of a phrase: an auxiliary, a known verb, a past form."""
    if token.kind != LOWER:
        return "'" in token.low and strip_contraction(token) in lexicon.SUBJECT_PRONOUNS
    low = token.low
    return (
        low in lexicon.FINITE_AUXILIARIES
        or (low in VERB_FORMS and not low.endswith("ing"))
        or (low.endswith("ed") and len(low) > 4)
    )


def find_cue(tokens: list[Token], begin: int, known: Mapping[str, int]) -> int | None:
    """Return the cue that may announce a content at `begin`: the word before it, or one past a hearer or a day."""
    at = begin - 1
    if at >= 1 and tokens[at].text in (",", ":"):
        return at - 1 if _can_be_cue(tokens[at - 1], known) else None
    if at >= 0 and _can_be_cue(tokens[at], known) and tokens[at].low not in lexicon.TEMPORAL_WORDS:
        return at
    if classify_token(tokens[begin]) not in ("that", "wh", "to", "pron"):
        return None
    for k in range(at - 1, max(-1, begin - 1 - MAX_CUE_GAP), -1):
        token = tokens[k]
        if token.kind in (POINT, QUOTE):
            return None
        if token.kind == LOWER and (
            token.low in lexicon.ADDRESSING_VERBS
            or (token.low in VERB_FORMS and known.get(token.low, 0) >= _COMMON_CUE_COUNT)
        ):
            return k if tokens[begin].low == "that" or token.low in lexicon.ADDRESSING_VERBS else None
    return None


#: The least count in training of a cue that is believed across a gap.
_COMMON_CUE_COUNT = 20


def _can_be_cue(token: Token, known: Mapping[str, int]) -> bool:
    if token.kind == LOWER:
        return (
            token.low in known
            or token.low in VERB_FORMS
            or token.low in BASE_FORMS
            or token.low.endswith(("ed", "ing"))
        )
    return token.kind == NAME and token.low in known and token.low in VERB_FORMS


def extract_start_features(tokens: list[Token], cue: int, begin: int) -> list[str]:
    """Extract the features of a content beginning at `begin`, announced by the word at `cue`."""
    clause = "clause" if has_finite_verb(tokens, begin, begin + CLAUSE_WINDOW) else "phrase"
    return [
        *_extract_cue_features(tokens, cue, begin, clause),
        *_extract_first_word_features(tokens, cue, begin, clause),
        *_extract_source_features(tokens, cue),
    ]


#: The tokens within which a content that is a clause has its verb.
CLAUSE_WINDOW = 12


def _extract_cue_features(tokens: list[Token], cue: int, begin: int, clause: str) -> list[str]:
    """Extract the features of the cue and of what stands before it."""
    word, before = tokens[cue].low, tokens[cue - 1] if cue else None
    left, right, ending = (
        classify_token(before) if before else "start",
        classify_token(tokens[begin]),
        _classify_cue(word),
    )
    helper = left if before is None or before.kind != LOWER else before.low
    farther = classify_token(tokens[cue - 2]) if cue > 1 else "start"
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
        verb = _classify_cue(before.low)
        signs += [f"2s:{verb}|{word}", f"2:{before.low}|{right}", f"2:{before.low}|{clause}"]
        signs += [f"<<:{verb}|{right}", f"<<:{verb}|<{farther}"]
    if word not in VERB_FORMS and word not in BASE_FORMS and ending != "prep":
        signs += [f"3:{word[-3:]}", f"3:{word[-3:]}|{right}"]
    return signs


def _extract_first_word_features(tokens: list[Token], cue: int, begin: int, clause: str) -> list[str]:
    """Extract the features of how the content would begin."""
    first, right, ending = tokens[begin], classify_token(tokens[begin]), _classify_cue(tokens[cue].low)
    beyond = classify_token(tokens[begin + 1] if begin + 1 < len(tokens) else None)
    exact = right if right in _OPEN_WORD_CLASSES else first.low
    gap = "comma" if tokens[begin - 1].kind == POINT and cue == begin - 2 else "gap" if cue < begin - 1 else "next"
    return [
        f"n:{exact}",
        f"n:{exact}|{ending}",
        f"r:{right}|{beyond}",
        f"gap:{gap}",
        f"gap:{gap}|{right}",
        f"{clause}|{right}",
        f"{clause}|{ending}",
        f"lr:{classify_token(tokens[cue - 1]) if cue else 'start'}|{right}",
        f"quotes:{_bucket_quote_distance(tokens, begin)}|{ending}",
        f"later:{_has_trailing_attribution(tokens, begin)}|{ending}",
    ]


def _extract_source_features(tokens: list[Token], cue: int) -> list[str]:
    """Extract the features of who would say it, and of who speaks elsewhere in the sentence."""
    ending, past = _classify_cue(tokens[cue].low), _skip_auxiliaries_left(tokens, cue)
    subject = classify_token(tokens[past]) if past >= 0 else "start"
    signs = [
        f"subj:{subject}",
        f"subj:{subject}|{ending}",
        f"opens:{classify_token(tokens[0])}",
        f"earlier:{_classify_earlier_cue(tokens, cue)}|{ending}",
    ]
    if past >= 0:
        who = _describe_source_head(tokens[past])
        signs += [f"subject:{who}", f"subject:{who}|{ending}"]
        if past != cue - 1:
            signs.append(f"helped:{subject}|{classify_token(tokens[cue - 1])}|{ending}")
    return signs


def _describe_source_head(token: Token) -> str:
    """Describe the subject's last word: the pronoun or noun itself; for a capitalised one, what it names."""
    if token.kind == LOWER:
        return token.low
    if token.kind != NAME:
        return token.kind
    for what, members in (
        ("body", lexicon.ORGANIZATION_WORDS),
        ("nation", lexicon.NATIONALITIES),
        ("place", lexicon.PLACES),
    ):
        if token.low.removesuffix("'s") in members:
            return what
    return strip_contraction(token) if classify_token(token) == "pron" else "name"


def _classify_earlier_cue(tokens: list[Token], cue: int) -> str:
    """Classify a verb of saying shortly before the cue: "said | the report found | that"."""
    for k in range(cue - 1, max(-1, cue - CLAUSE_WINDOW), -1):
        verb = VERB_FORMS.get(tokens[k].low)
        if verb is not None and verb.kind == "saying" and tokens[k].kind == LOWER:
            return "that" if any(t.low == "that" for t in tokens[k + 1 : k + 3]) else "said"
    return "none"


def _has_trailing_attribution(tokens: list[Token], begin: int) -> bool:
    """Return whether the sentence ends with ", he said" or ", according to"."""
    last = tokens[max(begin, len(tokens) - 9) :]
    commas = (k for k, t in enumerate(last) if t.text == ",")
    return any(t.low in lexicon.TRAILING_ATTRIBUTION_WORDS for k in commas for t in last[k + 1 : k + 6])


def _bucket_quote_distance(tokens: list[Token], begin: int) -> str:
    for k in range(begin, min(len(tokens), begin + 15)):
        if tokens[k].kind == QUOTE:
            return "at" if k == begin else "near" if k < begin + 4 else "far"
    return "none"


_OPEN_WORD_CLASSES = frozenset("name owner word plural ing ed verb plain number".split())


def _skip_auxiliaries_left(tokens: list[Token], cue: int) -> int:
    """Return the place before a verb and its auxiliaries."""
    at = cue - 1
    while at >= 0 and (
        tokens[at].low in lexicon.AUXILIARIES or tokens[at].low in lexicon.ADVERBS or tokens[at].low == "to"
    ):
        at -= 1
    return at


@lru_cache(maxsize=8192)
def _classify_cue(word: str) -> str:
    verb = VERB_FORMS.get(word)
    if verb is not None:
        return f"{verb.kind}-ing" if verb.is_participle else verb.kind
    if word in BASE_FORMS:
        return f"{BASE_FORMS[word].kind}-plain"
    for ending in ("ing", "ed", "s", "ion", "ment"):
        if word.endswith(ending) and len(word) > 4:
            return ending
    return "prep" if word in lexicon.PREPOSITIONS else "other"


def iter_content_ends(tokens: list[Token], begin: int) -> Iterator[int]:
    """Yield every place where a content beginning at `begin` can end, last of all the end of the sentence."""
    stop = min(len(tokens), begin + MAX_CONTENT_TOKENS)
    last = len(tokens)
    while last > begin and tokens[last - 1].kind == POINT and tokens[last - 1].text not in (")", "%"):
        last -= 1
    for k in range(begin + 1, min(stop, last)):
        token = tokens[k]
        if token.kind == POINT or token.low in _BOUNDARY_WORDS or (token.kind == LOWER and token.low in VERB_FORMS):
            yield k
    yield max(begin + 1, min(stop, last))


def extract_end_features(tokens: list[Token], cue: int, begin: int, end: int, seen_verb: bool, last: bool) -> list[str]:
    """Extract the features of a content from `begin` ending before `end`."""
    word, first = tokens[cue].low, classify_token(tokens[begin])
    following = tokens[end] if end < len(tokens) else None
    after = tokens[end + 1] if end + 1 < len(tokens) else None
    inside, outside, beyond = classify_token(tokens[end - 1]), _get_form_or_class(following), classify_token(after)
    shape = f"{first}{'+' if seen_verb else '-'}"
    long = _bucket_length(end - begin)
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
        f"w:{word}|{classify_token(following)}",
        f"w:{word}|{long}",
        f"s:{_classify_cue(word)}|{outside}",
        f"s:{_classify_cue(word)}|{shape}|{classify_token(following)}",
        f"rest:{_bucket_remaining_tokens(tokens, end)}|{shape}",
        f"rest:{_bucket_remaining_tokens(tokens, end)}|{outside}",
        f"{_count_commas(tokens, begin, end)}|{outside}|{seen_verb}",
        f"o:{outside}|{beyond}|{classify_token(tokens[end + 2]) if end + 2 < len(tokens) else 'end'}",
        f"i:{_get_form_or_class(tokens[end - 1])}|{classify_token(following)}|{beyond}",
    ]
    if outside in lexicon.PREPOSITIONS:
        signs += [
            f"occasion:{_classify_phrase_topic(tokens, end)}|{shape}",
            f"occasion:{_classify_phrase_topic(tokens, end)}|{outside}",
        ]
    if outside in _JOINING_MARKS:
        signs += _extract_joint_features(tokens, begin, end, outside, shape)
        if outside in ("and", "but"):
            signs.append(f"{outside}|{_classify_cue(after.low) if after is not None else 'end'}|{_classify_cue(word)}")
    if last:
        signs += ["last", f"last|{shape}|{long}"]
    return signs


_JOINING_MARKS = frozenset({",", "dash", "and", "but", "as", "(", ";"})


def _extract_joint_features(tokens: list[Token], begin: int, end: int, outside: str, shape: str) -> list[str]:
    """Extract what a comma, dash or conjunction joins: more of the content, or the reporter's sentence."""
    after = tokens[end + 1] if end + 1 < len(tokens) else None
    beyond = classify_token(after)
    signs = [
        f"o:{outside}|>{_get_form_or_class(after)}",
        f"o:{outside}|{shape}|{beyond}",
        f"o:{outside}|{'verb' if has_finite_verb(tokens, end + 1, end + 8) else 'no-verb'}|{shape}",
        f"o:{outside}|tail:{min(9, (len(tokens) - end) // 3)}",
    ]
    if outside == ",":
        return [
            *signs,
            f",|says:{_is_followed_by_attribution(tokens, end)}|{shape}",
            f",|more:{any(t.text == ',' for t in tokens[end + 1 : end + 14])}|{beyond}",
            f",|opened:{_get_form_or_class(tokens[0])}|{beyond in _CLAUSE_OPENING_CLASSES}",
            f",|soon:{has_finite_verb(tokens, end + 1, end + 4)}|{shape}|{beyond}",
        ]
    if outside in ("and", "but"):
        return [*signs, f"{outside}|{beyond}|{classify_token(tokens[end - 1])}|{shape}"]
    if outside == "dash":
        earlier = sum(is_dash(t) for t in tokens[begin:end]) % 2
        return [*signs, f"dash|{earlier}|{any(is_dash(t) for t in tokens[end + 1 :])}"]
    return signs


_CLAUSE_OPENING_CLASSES = frozenset({"name", "pron", "det", "poss", "owner"})


def _classify_phrase_topic(tokens: list[Token], begin: int) -> str:
    """Classify what the phrase that begins here is about: a day, an occasion, or anything else."""
    for token in tokens[begin + 1 : begin + 6]:
        if token.kind in (POINT, QUOTE):
            break
        if token.low in lexicon.TEMPORAL_WORDS or (token.kind == NUMBER and len(token.text) == 4):
            return "time"
        if token.low in occasion_words.SPEECH_SETTINGS:
            return "occasion"
    return "other"


def _count_commas(tokens: list[Token], begin: int, end: int) -> int:
    return min(3, [t.text for t in tokens[begin:end]].count(","))


def _bucket_remaining_tokens(tokens: list[Token], end: int) -> int:
    """Return how much of the sentence is left, in steps."""
    left = len(tokens) - end
    return 0 if left < 2 else 1 if left < 5 else 2 if left < 9 else 3 if left < 16 else 4


def _get_form_or_class(token: Token | None) -> str:
    sort = classify_token(token)
    return (
        sort
        if token is None or token.kind in (QUOTE, NUMBER) or sort in _OPEN_WORD_CLASSES or sort in ("dash", "stop")
        else token.low
    )


def _bucket_length(count: int) -> str:
    for limit in (1, 2, 3, 5, 8, 12, 18, 28):
        if count <= limit:
            return str(limit)
    return "29"


def _is_followed_by_attribution(tokens: list[Token], comma: int) -> bool:
    """Return whether somebody speaks behind the comma: "..., he said", "..., according to"."""
    for k in range(comma + 1, min(len(tokens), comma + 5)):
        if tokens[k].low == "according" or ((verb := get_cue_verb(tokens, k)) is not None and verb.kind == "saying"):
            return True
    return False


def iter_trailing_attributions(tokens: list[Token]) -> Iterator[tuple[int, int, int]]:
    """Yield the attributions behind a comma: (comma, cue, end of the attribution).

    "..., Lavrov said on Tuesday."; "..., said Lavrov, adding"; "..., according to TASS."
    """
    for comma, token in enumerate(tokens):
        if comma == 0 or not (token.text == "," or is_dash(token) or _is_comma_inside_quotation(tokens, comma)):
            continue
        begin = comma + 1 if token.kind == POINT else comma
        found = _find_trailing_attribution(tokens, begin)
        if found is not None:
            yield comma, *found


def _is_comma_inside_quotation(tokens: list[Token], at: int) -> bool:
    return tokens[at - 1].kind == QUOTE and tokens[at].kind in (LOWER, NAME)


def _find_trailing_attribution(tokens: list[Token], begin: int) -> tuple[int, int] | None:
    limit = min(len(tokens), begin + MAX_ATTRIBUTION_TOKENS)
    if begin >= limit or tokens[begin].kind == QUOTE:
        return None
    if tokens[begin].low == "according" and begin + 1 < limit and tokens[begin + 1].low == "to":
        subject = find_subject_after(tokens, begin + 1, limit)
        return (begin + 1, subject.end) if subject is not None else None
    if (
        tokens[begin].kind == LOWER
        and get_cue_verb(tokens, begin) is not None
        and not tokens[begin].low.endswith("ing")
    ):
        subject = find_subject_after(tokens, begin, limit)
        if subject is not None:
            return begin, subject.end
    for at in range(begin + 1, limit):
        if tokens[at].kind == QUOTE or tokens[at].text in (";", ":"):
            return None
        verb = get_cue_verb(tokens, at)
        if verb is None or verb.is_participle or tokens[at - 1].low == "to":
            continue
        subject = find_subject_before(tokens, at, begin)
        starts = subject is not None and (subject.begin == begin or tokens[begin].low in ("as", "but", "and", "which"))
        return (at, at + 1) if starts else None
    return None


def extract_trailing_features(tokens: list[Token], comma: int, cue: int, end: int) -> list[str]:
    """Extract the features of the words before `comma` being what the trailing subject said."""
    word = tokens[cue].low
    opening = skip_dateline(tokens, 0, comma)
    following = tokens[end] if end < len(tokens) else None
    kind = _classify_cue(word)
    first = classify_token(tokens[comma + 1]) if comma + 1 < len(tokens) else "end"
    quotes = sum(t.kind == QUOTE for t in tokens[opening:comma])
    return [
        f"w:{word}",
        f"k:{kind}|>{_get_form_or_class(following)}",
        f"k:{kind}|>{classify_token(following)}|{classify_token(tokens[end + 1]) if end + 1 < len(tokens) else 'end'}",
        f"w:{word}|>{classify_token(following)}",
        f"first:{first}|{kind}",
        f"verb:{has_finite_verb(tokens, opening, comma)}|{_get_form_or_class(tokens[opening])}",
        f"opens:{classify_token(tokens[opening])}",
        f"left:{min(5, (comma - opening) // 4)}",
        f"right:{min(5, (len(tokens) - end) // 3)}",
        f"right:{min(5, (len(tokens) - end) // 3)}|{kind}",
        f"quotes:{min(quotes, 2)}|{classify_token(tokens[comma - 1])}",
        f"mark:{classify_token(tokens[comma])}",
        f"order:{'inverted' if cue == comma + 1 else 'plain'}|{kind}",
        f"earlier:{any(t.text == ',' for t in tokens[opening:comma])}|{classify_token(tokens[opening])}",
        f"says:{any(get_cue_verb(tokens, k) is not None for k in range(opening, comma))}",
    ]


def iter_content_begins(tokens: list[Token], comma: int) -> Iterator[int]:
    """Yield every place where the content that ends at `comma` can begin, from the sentence's beginning on."""
    at = skip_dateline(tokens, 0, comma)
    while at < comma and tokens[at].kind == POINT:
        at += 1
    yield at
    for k in range(at + 1, comma):
        previous = tokens[k - 1]
        if previous.text in (",", ";", ":", "(") or is_dash(previous) or previous.low in lexicon.CLAUSE_CONNECTORS:
            yield k


def extract_begin_features(tokens: list[Token], comma: int, begin: int, opening: int) -> list[str]:
    """Extract the features of the content before `comma` beginning at `begin`.

    `opening` is the first place where it could begin.
    """
    previous = tokens[begin - 1] if begin else None
    first = tokens[begin]
    return [
        f"p:{_get_form_or_class(previous) if begin else 'start'}",
        f"p:{_get_form_or_class(previous) if begin else 'start'}|{classify_token(first)}",
        f"n:{_get_form_or_class(first)}|{begin == opening}",
        f"gone:{min(begin - opening, 12) // 2}",
        f"verb-left:{has_finite_verb(tokens, opening, begin)}|{_get_form_or_class(previous)}",
        f"verb-right:{has_finite_verb(tokens, begin, comma)}|{begin == opening}",
        f"open:{_get_form_or_class(tokens[opening])}|{begin == opening}",
        f"length:{min(comma - begin, 24) // 3}",
        f"comma-right:{any(t.text == ',' for t in tokens[begin:comma])}|{begin == opening}|{classify_token(first)}",
    ]


def extract_continuation_features(tokens: list[Token], comma: int, cue: int, end: int) -> list[str]:
    """Extract the features of a content going on behind an inserted attribution: "The plan, he said, would fail"."""
    following = tokens[end] if end < len(tokens) else None
    after = tokens[end + 1] if end + 1 < len(tokens) else None
    return [
        f"o:{_get_form_or_class(following)}",
        f"o:{_get_form_or_class(following)}|{classify_token(after)}",
        f"o:{_get_form_or_class(following)}|>{_get_form_or_class(after)}",
        f"verb:{has_finite_verb(tokens, 0, comma)}|{_get_form_or_class(following)}",
        f"rest:{min(6, (len(tokens) - end) // 3)}|{_get_form_or_class(following)}",
        f"rest-verb:{has_finite_verb(tokens, end + 1, len(tokens))}|{has_finite_verb(tokens, 0, comma)}",
        f"opens:{classify_token(tokens[0])}",
        f"i:{classify_token(tokens[comma - 1])}|{_get_form_or_class(following)}",
        f"w:{tokens[cue].low}",
        f"left:{min(6, comma // 2)}",
    ]


def opens_occasion(tokens: list[Token], begin: int) -> bool:
    """Return whether a phrase of time or place begins here, as behind "Lavrov said | in an interview on Tuesday"."""
    return tokens[begin].low in lexicon.PREPOSITIONS and _classify_phrase_topic(tokens, begin) != "other"
