"""Trailing attributions: features of ", Lavrov said" behind a content, and of where that content begins.

Before ", Lavrov said" the content ends, and the places behind earlier commas are where it can begin. An attribution may
also be inserted: behind "The plan, he said, would fail" the content goes on. `indirect_speech` selects.

A feature is a string, and its name is a key of the learnt weights: a changed name needs new training.
"""

from collections.abc import Iterator

from articles.engine.extraction.clause_subjects import find_subject_after, find_subject_before, skip_dateline
from articles.engine.extraction.languages.english import lexicon
from articles.engine.extraction.sentences import LOWER, NAME, POINT, QUOTE, Token, is_dash
from articles.engine.extraction.speaker_candidates import get_cue_verb
from articles.engine.extraction.word_classes import classify_cue, classify_word, get_form_or_class, has_finite_verb

#: The longest attribution behind a content, in tokens: "..., Jane Doe, a nurse from Flint, Mich., said".
MAX_ATTRIBUTION_TOKENS = 24


def iter_trailing_attributions(tokens: list[Token]) -> Iterator[tuple[int, int, int]]:
    """Yield the attributions behind a comma ("..., according to TASS."): (comma, cue, end of the attribution)."""
    for comma, token in enumerate(tokens[1:], 1):
        after_quotation = tokens[comma - 1].kind == QUOTE and token.kind in (LOWER, NAME)
        if not (token.text == "," or is_dash(token) or after_quotation):
            continue
        attribution = _find_trailing_attribution(tokens, comma + 1 if token.kind == POINT else comma)
        if attribution is not None:
            yield comma, *attribution


def _find_trailing_attribution(tokens: list[Token], begin: int) -> tuple[int, int] | None:
    limit = min(len(tokens), begin + MAX_ATTRIBUTION_TOKENS)
    if begin >= limit or tokens[begin].kind == QUOTE:
        return None
    if tokens[begin].low == "according" and begin + 1 < limit and tokens[begin + 1].low == "to":
        subject = find_subject_after(tokens, begin + 1, limit)
        return (begin + 1, subject.end) if subject is not None else None
    if get_cue_verb(tokens, begin) is not None and not tokens[begin].low.endswith("ing"):
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
    kind, follows, right = classify_cue(word), classify_word(following), min(5, (len(tokens) - end) // 3)
    first = classify_word(tokens[comma + 1]) if comma + 1 < len(tokens) else "end"
    quotes = sum(t.kind == QUOTE for t in tokens[opening:comma])
    return [
        *(f"w:{word}", f"k:{kind}|>{get_form_or_class(following)}"),
        f"k:{kind}|>{follows}|{classify_word(tokens[end + 1]) if end + 1 < len(tokens) else 'end'}",
        *(f"w:{word}|>{follows}", f"first:{first}|{kind}"),
        f"verb:{has_finite_verb(tokens, opening, comma)}|{get_form_or_class(tokens[opening])}",
        *(f"opens:{classify_word(tokens[opening])}", f"left:{min(5, (comma - opening) // 4)}"),
        *(f"right:{right}", f"right:{right}|{kind}"),
        f"quotes:{min(quotes, 2)}|{classify_word(tokens[comma - 1])}",
        f"mark:{classify_word(tokens[comma])}",
        f"order:{'inverted' if cue == comma + 1 else 'plain'}|{kind}",
        f"earlier:{any(t.text == ',' for t in tokens[opening:comma])}|{classify_word(tokens[opening])}",
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
    """Extract the features of the content before `comma` beginning at `begin`, not at the first place, `opening`."""
    previous = get_form_or_class(tokens[begin - 1]) if begin else "start"
    first, opens = classify_word(tokens[begin]), begin == opening
    return [
        *(f"p:{previous}", f"p:{previous}|{first}", f"n:{get_form_or_class(tokens[begin])}|{opens}"),
        *(f"gone:{min(begin - opening, 12) // 2}", f"length:{min(comma - begin, 24) // 3}"),
        f"verb-left:{has_finite_verb(tokens, opening, begin)}|{previous if begin else 'end'}",
        f"verb-right:{has_finite_verb(tokens, begin, comma)}|{opens}",
        f"open:{get_form_or_class(tokens[opening])}|{opens}",
        f"comma-right:{any(t.text == ',' for t in tokens[begin:comma])}|{opens}|{first}",
    ]


def extract_continuation_features(tokens: list[Token], comma: int, cue: int, end: int) -> list[str]:
    """Extract the features of a content going on behind an inserted attribution: "The plan, he said, would fail"."""
    outside = get_form_or_class(tokens[end] if end < len(tokens) else None)
    after = tokens[end + 1] if end + 1 < len(tokens) else None
    has_verb = has_finite_verb(tokens, 0, comma)
    return [
        *(f"o:{outside}", f"o:{outside}|{classify_word(after)}", f"o:{outside}|>{get_form_or_class(after)}"),
        *(f"verb:{has_verb}|{outside}", f"rest:{min(6, (len(tokens) - end) // 3)}|{outside}"),
        f"rest-verb:{has_finite_verb(tokens, end + 1, len(tokens))}|{has_verb}",
        *(f"opens:{classify_word(tokens[0])}", f"i:{classify_word(tokens[comma - 1])}|{outside}"),
        *(f"w:{tokens[cue].low}", f"left:{min(6, comma // 2)}"),
    ]
