"""Content boundaries: features of where indirect speech begins behind a cue, and where it ends.

"Lavrov pointed out | that the coalition wants to weaken the Syrian army |, after meeting ...": behind a cue a content
can begin, and at every comma, conjunction and preposition it can end. From the features of each such place logits with
learnt weights (`languages.english.learnt_weights`) predict a probability, by which `indirect_speech` selects.

A feature is a string, and its name is a key of the learnt weights: a changed name needs new training.
"""

from collections.abc import Iterator, Mapping

from articles.engine.extraction.languages.english import lexicon
from articles.engine.extraction.languages.english.reporting_verbs import BASE_FORMS, VERB_FORMS
from articles.engine.extraction.noun_phrases import strip_contraction
from articles.engine.extraction.sentences import LOWER, NAME, POINT, QUOTE, Token, is_dash
from articles.engine.extraction.speaker_candidates import get_cue_verb
from articles.engine.extraction.word_classes import (
    OPEN_WORD_CLASSES,
    classify_cue,
    classify_phrase_topic,
    classify_word,
    get_form_or_class,
    has_finite_verb,
)

#: The most tokens between a cue and its content: "told | reporters in Lisbon | that".
MAX_CUE_GAP = 7
#: The longest content, in tokens; a longer one has run into something else.
MAX_CONTENT_TOKENS = 90
#: The tokens within which a content that is a clause has its verb.
CLAUSE_WINDOW = 12


#: Words before which a content may end.
_BOUNDARY_WORDS = (
    lexicon.PREPOSITIONS
    | lexicon.CONJUNCTIONS
    | lexicon.RELATIVE_PRONOUNS
    | lexicon.AUXILIARIES
    | lexicon.ADVERBS
    | lexicon.TEMPORAL_WORDS
)


def find_cue(tokens: list[Token], begin: int, known: Mapping[str, int]) -> int | None:
    """Return the cue that may announce a content at `begin`: the word before it, or one past a hearer or a day."""
    at = begin - 1
    if at >= 1 and tokens[at].text in (",", ":"):
        return at - 1 if _can_be_cue(tokens[at - 1], known) else None
    if at >= 0 and _can_be_cue(tokens[at], known) and tokens[at].low not in lexicon.TEMPORAL_WORDS:
        return at
    if classify_word(tokens[begin]) not in ("that", "wh", "to", "pron"):
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
    low = token.low
    if token.kind == LOWER:
        return low in known or low in VERB_FORMS or low in BASE_FORMS or low.endswith(("ed", "ing"))
    return token.kind == NAME and low in known and low in VERB_FORMS


def extract_start_features(tokens: list[Token], cue: int, begin: int) -> list[str]:
    """Extract the features of a content beginning at `begin`, announced by the word at `cue`."""
    clause = "clause" if has_finite_verb(tokens, begin, begin + CLAUSE_WINDOW) else "phrase"
    return [
        *_extract_cue_features(tokens, cue, begin, clause),
        *_extract_first_word_features(tokens, cue, begin, clause),
        *_extract_source_features(tokens, cue),
    ]


def _extract_cue_features(tokens: list[Token], cue: int, begin: int, clause: str) -> list[str]:
    """Extract the features of the cue and of what stands before it."""
    word, before = tokens[cue].low, tokens[cue - 1] if cue else None
    left, right = classify_word(before) if before else "start", classify_word(tokens[begin])
    ending = classify_cue(word)
    helper = left if before is None or before.kind != LOWER else before.low
    farther = classify_word(tokens[cue - 2]) if cue > 1 else "start"
    features = [f"w:{word}", f"w:{word}|{right}", f"w:{word}|<{left}", f"w:{word}|{clause}"]
    features += [f"s:{ending}|{right}", f"s:{ending}|<{left}", f"<:{helper}", f"<:{helper}|{ending}"]
    features += [f"<<:{farther}|{left}|{ending}", f"at:{min(cue, 6)}", f"at:{min(cue, 2)}|{ending}"]
    if ending == "prep" and before is not None and before.kind == LOWER:
        verb = classify_cue(before.low)
        features += [f"2s:{verb}|{word}", f"2:{before.low}|{right}", f"2:{before.low}|{clause}"]
        features += [f"<<:{verb}|{right}", f"<<:{verb}|<{farther}"]
    if word not in VERB_FORMS and word not in BASE_FORMS and ending != "prep":
        features += [f"3:{word[-3:]}", f"3:{word[-3:]}|{right}"]
    return features


def _extract_first_word_features(tokens: list[Token], cue: int, begin: int, clause: str) -> list[str]:
    """Extract the features of how the content would begin."""
    first, right, ending = tokens[begin], classify_word(tokens[begin]), classify_cue(tokens[cue].low)
    beyond = classify_word(tokens[begin + 1] if begin + 1 < len(tokens) else None)
    exact = right if right in OPEN_WORD_CLASSES else first.low
    gap = "comma" if tokens[begin - 1].kind == POINT and cue == begin - 2 else "gap" if cue < begin - 1 else "next"
    features = [f"n:{exact}", f"n:{exact}|{ending}", f"r:{right}|{beyond}", f"gap:{gap}", f"gap:{gap}|{right}"]
    features += [f"{clause}|{right}", f"{clause}|{ending}"]
    features.append(f"lr:{classify_word(tokens[cue - 1]) if cue else 'start'}|{right}")
    features.append(f"quotes:{_bucket_quote_distance(tokens, begin)}|{ending}")
    return [*features, f"later:{_has_trailing_attribution(tokens, begin)}|{ending}"]


def _extract_source_features(tokens: list[Token], cue: int) -> list[str]:
    """Extract the features of who would say it, and of who speaks elsewhere in the sentence."""
    ending, subject_at = classify_cue(tokens[cue].low), _skip_auxiliaries_left(tokens, cue)
    subject = classify_word(tokens[subject_at]) if subject_at >= 0 else "start"
    features = [f"subj:{subject}", f"subj:{subject}|{ending}", f"opens:{classify_word(tokens[0])}"]
    features.append(f"earlier:{_classify_earlier_cue(tokens, cue)}|{ending}")
    if subject_at >= 0:
        head = _describe_source_head(tokens[subject_at])
        features += [f"subject:{head}", f"subject:{head}|{ending}"]
        if subject_at != cue - 1:
            features.append(f"helped:{subject}|{classify_word(tokens[cue - 1])}|{ending}")
    return features


def _describe_source_head(token: Token) -> str:
    """Describe the subject's last word: the pronoun or noun itself; for a capitalised one, what it names."""
    if token.kind == LOWER:
        return token.low
    if token.kind != NAME:
        return token.kind
    low = token.low.removesuffix("'s")
    if low in lexicon.ORGANIZATION_WORDS:
        return "body"
    if low in lexicon.NATIONALITIES:
        return "nation"
    if low in lexicon.PLACES:
        return "place"
    return strip_contraction(token) if classify_word(token) == "pron" else "name"


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


def _skip_auxiliaries_left(tokens: list[Token], cue: int) -> int:
    """Return the place before a verb and its auxiliaries."""
    at = cue - 1
    while at >= 0 and (
        tokens[at].low in lexicon.AUXILIARIES or tokens[at].low in lexicon.ADVERBS or tokens[at].low == "to"
    ):
        at -= 1
    return at


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
    word, first = tokens[cue].low, classify_word(tokens[begin])
    following = tokens[end] if end < len(tokens) else None
    after = tokens[end + 1] if end + 1 < len(tokens) else None
    inside, outside, beyond = classify_word(tokens[end - 1]), get_form_or_class(following), classify_word(after)
    shape = f"{first}{'+' if seen_verb else '-'}"
    long = _bucket_length(end - begin)
    kind, follows, rest = classify_cue(word), classify_word(following), _bucket_remaining_tokens(tokens, end)
    features = [f"o:{outside}", f"o:{outside}|{first}", f"o:{outside}|{shape}", f"o:{outside}|{long}"]
    features += [f"o:{outside}|{shape}|{long}", f"o:{outside}|{beyond}", f"i:{inside}|{outside}", f"i:{inside}"]
    features += [f"long:{long}|{shape}", f"w:{word}|{follows}", f"w:{word}|{long}", f"s:{kind}|{outside}"]
    features += [f"s:{kind}|{shape}|{follows}", f"rest:{rest}|{shape}", f"rest:{rest}|{outside}"]
    features.append(f"{_count_commas(tokens, begin, end)}|{outside}|{seen_verb}")
    features.append(f"o:{outside}|{beyond}|{classify_word(tokens[end + 2]) if end + 2 < len(tokens) else 'end'}")
    features.append(f"i:{get_form_or_class(tokens[end - 1])}|{follows}|{beyond}")
    if outside in lexicon.PREPOSITIONS:
        topic = classify_phrase_topic(tokens, end)
        features += [f"occasion:{topic}|{shape}", f"occasion:{topic}|{outside}"]
    if outside in _JOINING_MARKS:
        features += _extract_joint_features(tokens, begin, end, outside, shape)
        if outside in ("and", "but"):
            features.append(f"{outside}|{classify_cue(after.low) if after is not None else 'end'}|{kind}")
    if last:
        features += ["last", f"last|{shape}|{long}"]
    return features


_JOINING_MARKS = frozenset({",", "dash", "and", "but", "as", "(", ";"})


def _extract_joint_features(tokens: list[Token], begin: int, end: int, outside: str, shape: str) -> list[str]:
    """Extract what a comma, dash or conjunction joins: more of the content, or the reporter's sentence."""
    after = tokens[end + 1] if end + 1 < len(tokens) else None
    beyond = classify_word(after)
    features = [
        f"o:{outside}|>{get_form_or_class(after)}",
        f"o:{outside}|{shape}|{beyond}",
        f"o:{outside}|{'verb' if has_finite_verb(tokens, end + 1, end + 8) else 'no-verb'}|{shape}",
        f"o:{outside}|tail:{min(9, (len(tokens) - end) // 3)}",
    ]
    if outside == ",":
        return [
            *features,
            f",|says:{_is_followed_by_attribution(tokens, end)}|{shape}",
            f",|more:{any(t.text == ',' for t in tokens[end + 1 : end + 14])}|{beyond}",
            f",|opened:{get_form_or_class(tokens[0])}|{beyond in _CLAUSE_OPENING_CLASSES}",
            f",|soon:{has_finite_verb(tokens, end + 1, end + 4)}|{shape}|{beyond}",
        ]
    if outside in ("and", "but"):
        return [*features, f"{outside}|{beyond}|{classify_word(tokens[end - 1])}|{shape}"]
    if outside == "dash":
        earlier = sum(is_dash(t) for t in tokens[begin:end]) % 2
        return [*features, f"dash|{earlier}|{any(is_dash(t) for t in tokens[end + 1 :])}"]
    return features


_CLAUSE_OPENING_CLASSES = frozenset({"name", "pron", "det", "poss", "owner"})


def _count_commas(tokens: list[Token], begin: int, end: int) -> int:
    return min(3, [t.text for t in tokens[begin:end]].count(","))


def _bucket_remaining_tokens(tokens: list[Token], end: int) -> int:
    """Return how much of the sentence is left, in steps."""
    left = len(tokens) - end
    return 0 if left < 2 else 1 if left < 5 else 2 if left < 9 else 3 if left < 16 else 4


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
