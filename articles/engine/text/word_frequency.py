"""Word frequency in the news, by which shared words are weighed (inverse document frequency).

Thirty-eight quotations of Lavrov contain "Assad" so often that within them the word seems to mean nothing, and "regime"
so seldom that two passages with it seem related. So words are weighed by how often *the news* prints them: a table of
word beginnings in bands, counted over the sentences of many articles, ships with the product. The weights are the same
for the first article ingested and for the millionth, so a decision about one quotation stays valid when others arrive.

``data/words.txt`` holds one band a line: the commonest words first, each line `BAND_WIDTH` rarer than the line before.
A word in no band is rarer than all of them; the space in a name is written `_`. The file holds counts of single words,
no texts.

See also: `linking.fingerprints` (word beginnings), `linking.pairwise` (how common a *pair* of words is in the corpus).
"""

from functools import cache
from math import exp, log
from pathlib import Path

_TABLE = Path(__file__).parents[1] / "data" / "words.txt"
SENTENCE_COUNT = 420_000  # sentences counted for the table
BAND_WIDTH = 0.5  # natural logarithm of the frequency: a word of the next line is 1.65 times as rare
UNSEEN_IDF = log(SENTENCE_COUNT) + 0.7  # as if seen in half a sentence
UNINFORMATIVE_PAIR_COUNT = 1e6  # a pair of words shared by so many passages has no weight


@cache
def load_idf_table() -> dict[str, float]:
    """Load the inverse document frequency of every word beginning in the table."""
    lines = _TABLE.read_text(encoding="utf-8").splitlines()
    return {
        stem.replace("_", " "): BAND_WIDTH * (band + 0.5)
        for band, line in enumerate(lines)
        for stem in line.split(" ")
        if stem
    }


def idf(stem: str) -> float:
    """Return the natural logarithm of N, where one in N sentences has a word with this beginning.

    >>> idf("the") < 1, idf("regime") > 6
    (True, True)
    """
    return load_idf_table().get(stem, UNSEEN_IDF)


def weigh_pair(pair_idf: float, document_count: int) -> float:
    """Return the weight of a shared pair of words: its rarity in the news, or in the corpus where it is commoner there.

    `pair_idf` is the sum of the two words' `idf`; `document_count` is how many earlier passages have the pair.
    """
    return max(
        0.0, log(UNINFORMATIVE_PAIR_COUNT) - log(max(document_count, 1) + UNINFORMATIVE_PAIR_COUNT * exp(-pair_idf))
    )
