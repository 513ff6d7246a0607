"""Near-identical printings to train with: real passages, each with one or two small edits, of one day or a few apart.

Generated corpora hold few printings that differ in one letter or one word, and many templates that differ in as little.
A net that learns from them alone takes one word for another statement. Days say nothing of such printings: they are
scored as of one day (`pairwise.MIN_NEAR_IDENTICAL_WORDS`), and late ones of other kinds are in the generated corpora.
"""

import random
import re
from collections.abc import Callable, Iterator, Sequence

from articles.engine.linking.batch import QuoteRecord

SHORTEST, LONGEST = 7, 40  # words of a passage
_WORDS = "matter system moment people reason strong problem question future policy because another always".split()
_GLOSSES = (" [of Syria]", " [the president]", " [in London]", " [sic]")
_AUXILIARIES = "is|are|was|were|will|would|can|could|should|has|have|had|do|does|did|must"
_LETTERS = "abcdeghilmnorstu"
_DAYS = (None, 0.0, 0.5, 1.0, 3.0, 30.0)
_FIGURE_DAYS = (None, 0.0, 0.5, 1.0)  # "25 sorties" and "71 sorties" days apart are two statements
_SPEAKERS = ("nobody", "nobody", "same", "same", "same", "other")

Edit = Callable[[str, random.Random], str | None]


def make_records(passages: Sequence[str], seed: int) -> Iterator[QuoteRecord]:
    """Yield each passage and its edited printing in turn, with speakers and days by chance."""
    chance = random.Random(seed)
    for passage in passages:
        words = passage.split()
        original = " ".join(words[: chance.randint(SHORTEST + 1, LONGEST)]) if len(words) > LONGEST else passage
        edit = chance.choice(_EDITS)
        edited = edit(original, chance) if len(words) >= SHORTEST else None
        if edited and edited != original:
            days = chance.choice(_FIGURE_DAYS if edit is _change_figure else _DAYS)
            speaker = chance.choice(_SPEAKERS)
            first = None if speaker == "nobody" else chance.randrange(1, 10**9)
            second = chance.randrange(1, 10**9) if speaker == "other" else first
            yield QuoteRecord(original, first, None if days is None else 0.0, is_separated=True)
            yield QuoteRecord(edited, second, days, is_separated=True)


def _replace_match(pattern: str, text: str, chance: random.Random, replace: Callable[[str], str]) -> str | None:
    """Replace one match of `pattern`, any of them; None without any."""
    matches = list(re.finditer(pattern, text))
    if not matches:
        return None
    match = chance.choice(matches)
    return text[: match.start()] + replace(match[0]) + text[match.end() :]


def _misprint(text: str, chance: random.Random) -> str | None:
    def misspell(word: str) -> str:
        at = chance.randrange(1, len(word))
        return word[:at] + chance.choice(("", word[at] * 2, chance.choice(_LETTERS))) + word[at + 1 :]

    return _replace_match(r"[A-Za-z]{4,}", text, chance, misspell)


def _swap_word(text: str, chance: random.Random) -> str | None:
    return _replace_match(r"[A-Za-z]{4,}", text, chance, lambda word: chance.choice(_WORDS))


def _swap_and_misprint(text: str, chance: random.Random) -> str | None:
    swapped = _swap_word(text, chance)
    return swapped and _misprint(swapped, chance)


def _cut_word(text: str, chance: random.Random) -> str | None:
    return _replace_match(r"\b[A-Za-z]{4,} ", text, chance, lambda word: "")


def _add_gloss(text: str, chance: random.Random) -> str | None:
    return _replace_match(r" [a-z]{3,}", text, chance, lambda word: chance.choice(_GLOSSES) + word)


def _turn_negation(text: str, chance: random.Random) -> str | None:
    dropped = _replace_match(r" not\b|n[\u2019']t\b", text, chance, lambda word: "")
    return dropped or _replace_match(rf"\b(?:{_AUXILIARIES})\b", text, chance, lambda word: f"{word} not")


def _change_figure(text: str, chance: random.Random) -> str | None:
    return _replace_match(r"\d+", text, chance, lambda figure: str(chance.randint(2, 999)))


_EDITS: tuple[Edit, ...] = (
    *(_misprint, _misprint, _swap_word, _swap_word, _swap_word, _swap_and_misprint),
    *(_cut_word, _add_gloss, _turn_negation, _change_figure),
)
