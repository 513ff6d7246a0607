"""The version of the matcher changes when its results do, and only then."""

import hashlib
from itertools import combinations

from articles.engine.linking.clustering import Link, cluster
from articles.engine.linking.fingerprints import compute_fingerprint
from articles.engine.linking.pairwise import MATCHER_VERSION, match
from articles.importers import demo

# Of each version the SHA-256 of its results on the corpus below. When the test fails because results were meant to
# change: give `MATCHER_VERSION` the year and month of the change (and a letter where that is taken), and note its hash.
RESULTS = {
    "2026.11": "8e1bd6d0e01adbe58ac3c612858cc0d0fe968b018dc3e75b4cb906901da696ac",
    "2026.11b": "75bdc1881a88d5072988f2550172aaaa61ac912a0de8bad3203552cd4f546d09",
    "2026.11c": "e1dc9ebe071d7ff7f6d2d58dad938eeae3da7fa92944ac91973c17689df9e249",
    "2026.12a": "8b97818249ad3e059a49f149a22c78cdd6b0dd9c9d5336d57a823a7522187adb",
}


def corpus() -> list[str]:
    """Every quotation of the demo, and of each a fragment, one with words left out, and one with a negation added."""
    printed = [
        quotation["words"]
        for record in demo.load_records()
        for passage in record["passages"]
        for quotation in passage["quotations"]
    ]
    return list(dict.fromkeys(text for words in printed for text in _altered(words)))


def _altered(words: str) -> list[str]:
    every = words.split()
    half = " ".join(every[: len(every) // 2 + 1])
    cut = " ".join(word for at, word in enumerate(every) if at % 7 != 3)
    return [words, half, cut, words.replace(" is ", " is not ", 1)]


def results() -> str:
    """Every chance to three places, under three sorts of circumstances, and the lineages, as lines."""
    texts = corpus()
    passages = [compute_fingerprint(text) for text in texts]
    lines, links = [], []
    for a, b in combinations(range(len(texts)), 2):
        for same_speaker, days in ((None, None), (True, 1.0), (False, 400.0)):
            found = match(passages[a], passages[b], same_speaker=same_speaker, days=days)
            if found:
                places = (found.a.first, found.a.last, found.b.first, found.b.last)
                lines.append(f"{a} {b} {same_speaker} {found.score:.3f} {places}")
                if same_speaker:
                    links.append(Link(a, b, round(found.score, 6)))
    lineages = cluster({at: len(text) for at, text in enumerate(texts)}, links)
    lines += [" ".join(f"{each.passage}:{each.span.start}-{each.span.end}" for each in lineage) for lineage in lineages]
    return "\n".join(lines)


def test_matcher_version_names_the_results_of_this_matcher() -> None:
    assert hashlib.sha256(results().encode()).hexdigest() == RESULTS.get(MATCHER_VERSION)
