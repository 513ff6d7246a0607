"""How rare is a word in the news, whatever corpus is at hand?

Thirty-eight quotations of Lavrov say "Assad" so often that the word seems to mean nothing, and "regime" so seldom that
two passages with it seem related. So words are weighed by how often *the news* prints them: a table of word beginnings
in bands, counted over the sentences of many articles, ships with the product. It is the same for the first article
taken in and for the millionth, so what was decided for one quotation stands when others come.

``data/words.txt`` holds a band a line: the commonest words first, each line `BAND_WIDTH` rarer than the one before; a
word that is in none of them is rarer than all; the space in a name is written `_`. Counts of single words, no texts.

Left to others: which beginnings a word has (`passages`), how common a *pair* of words is in the corpus (`matching`).
"""

from functools import cache
from math import exp, log
from pathlib import Path

_TABLE = Path(__file__).parents[1] / "data" / "words.txt"
SENTENCE_COUNT = 420_000  # counted for the table
BAND_WIDTH = 0.5  # in natural logarithms of the frequency: a word of the next line is 1.65 times as rare
UNSEEN_IDF = log(SENTENCE_COUNT) + 0.7  # as if seen in half a sentence
UNINFORMATIVE_PAIR_COUNT = 1e6  # a pair of words that so many passages share says nothing


@cache
def load_idf_table() -> dict[str, float]:
    """The rarity of every word beginning in the table."""
    lines = _TABLE.read_text(encoding="utf-8").splitlines()
    return {
        stem.replace("_", " "): BAND_WIDTH * (band + 0.5)
        for band, line in enumerate(lines)
        for stem in line.split(" ")
        if stem
    }


def idf(stem: str) -> float:
    """The natural logarithm of one in how many sentences has a word that begins so.

    >>> idf("the") < 1, idf("regime") > 6
    (True, True)
    """
    return load_idf_table().get(stem, UNSEEN_IDF)


def weigh_pair(pair_idf: float, document_count: int) -> float:
    """How much a shared pair of words says: its rarity in the news, or in the corpus where it is commoner there.

    `idf` is the sum of its words', `others` how many passages had it before.
    """
    return max(
        0.0, log(UNINFORMATIVE_PAIR_COUNT) - log(max(document_count, 1) + UNINFORMATIVE_PAIR_COUNT * exp(-pair_idf))
    )
