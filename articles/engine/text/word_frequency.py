"""How rare is a word in the news, whatever corpus is at hand?

Thirty-eight quotations of Lavrov say "Assad" so often that the word seems to mean nothing, and "regime" so seldom that
two passages with it seem related. So words are weighed by how often *the news* prints them: a table of word beginnings
in bands, counted over the sentences of many articles, ships with the product. It is the same for the first article
taken in and for the millionth, so what was decided for one quotation stands when others come.

``data/words.txt`` holds a band a line: the commonest words first, each line `BAND` rarer than the one before; a word
that is in none of them is rarer than all; the space in a name is written `_`. Counts of single words, no texts.

Left to others: which beginnings a word has (`passages`), how common a *pair* of words is in the corpus (`matching`).
"""

from functools import cache
from math import exp, log
from pathlib import Path

_TABLE = Path(__file__).parents[1] / "data" / "words.txt"
SENTENCES = 420_000  # counted for the table
BAND = 0.5  # in natural logarithms of the frequency: a word of the next line is 1.65 times as rare
UNSEEN = log(SENTENCES) + 0.7  # as if seen in half a sentence
COMMONEST = 1e6  # a pair of words that so many passages share says nothing


@cache
def rarities() -> dict[str, float]:
    """The rarity of every word beginning in the table."""
    lines = _TABLE.read_text(encoding="utf-8").splitlines()
    return {
        stem.replace("_", " "): BAND * (band + 0.5)
        for band, line in enumerate(lines)
        for stem in line.split(" ")
        if stem
    }


def rarity(stem: str) -> float:
    """The natural logarithm of one in how many sentences has a word that begins so.

    >>> rarity("the") < 1, rarity("regime") > 6
    (True, True)
    """
    return rarities().get(stem, UNSEEN)


def pair_weight(rarity: float, others: int) -> float:
    """How much a shared pair of words says: its rarity in the news, or in the corpus where it is commoner there.

    `rarity` is the sum of its words', `others` how many passages had it before.
    """
    return max(0.0, log(COMMONEST) - log(max(others, 1) + COMMONEST * exp(-rarity)))
