"""Train the network that scores pairs of quotations, and calibrate it.

    python -m benchmarks.training.pairwise [--seeds 101 102 105 ...] [--quotes 30000]

Generates corpora with these seeds, reads every pair of wordings that linking would score, once with speakers and days
and once without, and trains a net with one hidden layer to tell which pairs come from one lineage. Near-identical
printings (`near_identical`) and the pairs of the labelled real quotations are added. Writes
``articles/engine/data/pairwise.json``: the same seeds give the same net. Other seeds are for checking. Prints what
share of the pairs given each chance are true.

``--folds 5`` trains five times without a fifth of the real lineages, and prints how the pairs of these come out.

``--calibration`` counts anew how often a match is right that was given a chance (``data/calibration.json``), on corpora
that the net was not trained on. To be done after each training, for the table belongs to the net.

``--words`` counts the table of word rarities anew (``data/words.txt``) from the sentences the corpora are made of.
"""

import argparse
import json
import lzma
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from math import log
from pathlib import Path
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from articles.engine.linking import batch, pairwise
from articles.engine.linking.batch import blocking, scoring
from articles.engine.linking.clustering import SURE_PROBABILITY
from articles.engine.linking.fingerprints import extract_stems
from articles.engine.statistics.calibration import compute_bin_proportions, get_score_bins
from articles.engine.text import word_frequency
from articles.engine.text.tokenization import tokenize_columns
from benchmarks.training import near_identical
from tests.support.shared import SHARED, evaluate

DATA = Path(pairwise.__file__).parents[1] / "data"
HIDDEN, ROUNDS, BATCH, RATE = 48, 40, 2048, 6e-3
# What a pair counts. With 3 for near-identical ones more words that differ are taken for another statement.
GENERATED_WEIGHT, NEAR_IDENTICAL_WEIGHT, REAL_WEIGHT = 1.0, 4.0, 20.0
NEAR_IDENTICAL = 8_000  # passages made into such pairs, of each corpus
UNSEEN, UNSEEN_QUOTES = [103, 104], 20_000  # corpora to count matches on that are right: seeds, and quotes of each
LEAST_COUNT = 5  # sentences with a word, for the table of rarities; rarer ones are as good as unseen

REAL = SHARED / "data/linking/real_dev.jsonl"

Reals = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Pairs:
    """Pairs to learn from: their features, whether they are of one lineage, what each counts, and their lineages."""

    signs: Reals
    truth: NDArray[np.bool_]
    weight: Reals
    lineages: NDArray[np.int64]

    def select(self, chosen: NDArray[np.bool_]) -> "Pairs":
        """Return some of the pairs."""
        return Pairs(self.signs[chosen], self.truth[chosen], self.weight[chosen], self.lineages[chosen])


def joined(parts: Sequence[Pairs]) -> Pairs:
    """Return all these pairs."""
    columns = zip(*((part.signs, part.truth, part.weight, part.lineages) for part in parts), strict=True)
    return Pairs(*map(np.concatenate, columns))


def train(seeds: list[int], quotes: int, folds: int) -> None:
    """Write the net that these corpora teach, or with `folds` cross-validate it on the labelled real quotations."""
    parts = []
    with tempfile.TemporaryDirectory() as folder:
        for seed in seeds:
            gold = Path(folder) / f"{seed}.jsonl"
            evaluate("linking_corpus/generate.py", "--n", str(quotes), "--seed", str(seed), "--out", gold)
            parts += [compared(gold, GENERATED_WEIGHT, known=known) for known in (True, False)]
            parts.append(near_identical_pairs(gold, seed))
    generated = joined(parts)
    real = joined([compared(REAL, REAL_WEIGHT, known=known) for known in (True, False)])
    if folds:
        cross_validate(generated, real, folds)
        return
    pairs = joined([generated, real])
    (DATA / "pairwise.json").write_text(json.dumps(fitted(pairs), separators=(",", ":")) + "\n")
    pairwise.load_model.cache_clear()
    print(f"{len(pairs.truth)} pairs, {pairs.truth.mean():.3f} of them true")
    for line in calibration(scoring.predict_probabilities(pairs.signs), pairs.truth):
        print(line)


def cross_validate(generated: Pairs, real: Pairs, folds: int) -> None:
    """Print how real pairs come out that no net has learnt from, nor from any other pair of their lineages."""
    chances = np.zeros(len(real.truth), np.float32)
    for fold in range(folds):
        out = (real.lineages % folds == fold).any(1)
        net = fitted(joined([generated, real.select(~out)]))
        chances[out] = scoring.predict_probabilities(real.signs[out], pairwise.parse_model(net))
    for least in (pairwise.MATCH_THRESHOLD, SURE_PROBABILITY):
        found = chances >= least
        precision, recall = real.truth[found].mean(), found[real.truth].mean()
        print(f"from chance {least}: {precision:.3f} of the real pairs are right, {recall:.3f} of the right are found")


def near_identical_pairs(gold: Path, seed: int) -> Pairs:
    """Return pairs of passages that differ in a letter or a word, made from the first printings of a corpus."""
    labelled = map(json.loads, gold.open(encoding="utf-8"))
    passages = [row["text"] for row in labelled if row["parent"] is None and row["kind"] != "template"]
    wordings = batch.find_wordings(list(near_identical.make_records(passages[:NEAR_IDENTICAL], seed)))
    later = np.arange(1, len(wordings), 2)
    signs = scoring.extract_feature_rows(wordings.build_columns(), later, later - 1)
    weight = np.full(len(signs), NEAR_IDENTICAL_WEIGHT, np.float32)
    return Pairs(signs, np.ones(len(signs), bool), weight, np.zeros((len(signs), 2), np.int64))


def compared(gold: Path, weight: float, *, known: bool) -> Pairs:
    """Return all pairs that linking would score."""
    wordings, lineage = labelled_wordings(gold, known=known)
    columns = wordings.build_columns()
    index = blocking.BlockingIndex.build(wordings.build_postings(), len(wordings))
    a, b = blocking.generate_candidate_pairs(index, 0, len(wordings))
    a, b, words = scoring.select_comparable_pairs(columns, a, b)
    signs, lineages = scoring.extract_feature_rows(columns, a, b, words), np.stack([lineage[a], lineage[b]], 1)
    return Pairs(signs, lineage[a] == lineage[b], np.full(len(a), weight, np.float32), lineages)


def labelled_wordings(gold: Path, *, known: bool) -> tuple[batch.Wordings, NDArray[np.int64]]:
    """Return the wordings of a labelled corpus, with speakers and days or without, and the lineage of each."""
    labelled = [json.loads(line) for line in gold.open(encoding="utf-8")]
    printed = [
        batch.QuoteRecord(row["text"], _speaker(row) if known else None, _day(row) if known else None)
        for row in labelled
    ]
    wordings = batch.find_wordings(printed)
    numbers = {name: number for number, name in enumerate(dict.fromkeys(row["lineage_id"] for row in labelled))}
    return wordings, np.array([numbers[labelled[first]["lineage_id"]] for first in wordings.first_quotes])


def _speaker(row: dict[str, str | None]) -> int | None:
    return crc32(row["speaker"].casefold().split()[-1].encode()) | 1 if row["speaker"] else None


def _day(row: dict[str, str]) -> float:
    return datetime.fromisoformat(row["date"]).timestamp() / 86400


def fitted(pairs: Pairs, seed: int = 0) -> dict[str, object]:
    """Return a net with one hidden layer of tanh, by gradient descent (Adam), the scale of the signs folded into it."""
    signs, truth = pairs.signs, pairs.truth.astype(np.float32)
    random = np.random.default_rng(seed)
    middle, scale = signs.mean(0), signs.std(0) + 1e-3
    scaled = (signs - middle) / scale
    wide = scaled.shape[1]
    drawn = [
        random.normal(0, wide**-0.5, (wide, HIDDEN)),
        np.zeros(HIDDEN),
        random.normal(0, HIDDEN**-0.5, HIDDEN),
        np.zeros(1),
    ]
    parts: list[Reals] = [part.astype(np.float32) for part in drawn]
    first, second = ([np.zeros_like(part) for part in parts] for _ in range(2))
    steps, step = ROUNDS * (len(scaled) // BATCH + 1), 0
    for _ in range(ROUNDS):
        order = random.permutation(len(scaled))
        for start in range(0, len(scaled), BATCH):
            step += 1
            some = order[start : start + BATCH]
            rate = RATE * (1 - step / steps) + 1e-5
            for place, slope in enumerate(_slopes(parts, scaled[some], truth[some], pairs.weight[some])):
                first[place] = 0.9 * first[place] + 0.1 * slope
                second[place] = 0.999 * second[place] + 0.001 * slope**2
                down = first[place] / (1 - 0.9**step) / (np.sqrt(second[place] / (1 - 0.999**step)) + 1e-8)
                parts[place] = parts[place] - rate * down
    weights = parts[0] / scale[:, None]
    return {
        "signs": list(pairwise.FEATURES),
        "hidden": np.round(weights.T.astype(float), 4).tolist(),
        "starts": np.round((parts[1] - middle @ weights).astype(float), 4).tolist(),
        "weights": np.round(parts[2].astype(float), 4).tolist(),
        "start": round(float(parts[3][0]), 4),
    }


def _slopes(parts: list[Reals], signs: Reals, truth: Reals, weight: Reals) -> list[Reals]:
    hidden = np.tanh(signs @ parts[0] + parts[1])
    wrong = weight * (1 / (1 + np.exp(-(hidden @ parts[2] + parts[3]))) - truth) / len(truth)
    back = np.outer(wrong, parts[2]) * (1 - hidden**2)
    return [signs.T @ back, back.sum(0), hidden.T @ wrong, wrong.sum(keepdims=True)]


def calibration(chance: Reals, truth: NDArray[np.bool_]) -> Iterator[str]:
    """For each tenth of chances: how many pairs, and what share of them is true."""
    tenth = np.minimum((chance * 10).astype(int), 9)
    for place in range(10):
        here = truth[tenth == place]
        yield f"chance {place / 10:.1f} to {(place + 1) / 10:.1f}: {len(here):7d} pairs, {here.mean():.3f} true"


def calibrate() -> None:
    """Write how many matches of each range of chances unseen corpora give, and how many of them are right."""
    judged: list[tuple[float, bool]] = []
    with tempfile.TemporaryDirectory() as folder:
        for seed in UNSEEN:
            gold = Path(folder) / f"{seed}.jsonl"
            evaluate("linking_corpus/generate.py", "--n", str(UNSEEN_QUOTES), "--seed", str(seed), "--out", gold)
            for known in (True, False):
                wordings, lineage = labelled_wordings(gold, known=known)
                links = batch.find_links(wordings, least=pairwise.MATCH_THRESHOLD)
                judged += zip(links.probability.tolist(), (lineage[links.a] == lineage[links.b]).tolist(), strict=True)
    shares = compute_bin_proportions(judged)
    table = {"seeds": UNSEEN, "quotes": UNSEEN_QUOTES, "shares": [[share.total, share.count] for share in shares]}
    (DATA / "calibration.json").write_text(json.dumps(table) + "\n")
    for (low, high), share in zip(get_score_bins(), shares, strict=True):
        print(
            f"chance {low} to {high}: {share.total:7d} matches, {share.value:.3f} right, "
            f"19 times out of 20 between {share.low:.3f} and {share.high:.3f}"
        )


def count_words() -> None:
    """Write the table of word rarities."""
    seen: Counter[str] = Counter()
    sentences = 0
    for sentence in _sentences():
        sentences += 1
        seen.update({stem for key in tokenize_columns(sentence).keys for stem in extract_stems(key)})
    bands: defaultdict[int, list[str]] = defaultdict(list)
    for stem, count in seen.items():
        if count >= LEAST_COUNT:
            bands[int(log(sentences / count) / word_frequency.BAND_WIDTH)].append(stem.replace(" ", "_"))
    lines = (" ".join(sorted(bands[band])) for band in range(max(bands) + 1))
    (DATA / "words.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{sentences} sentences, {len(seen)} word beginnings")


def _sentences() -> Iterator[str]:
    pool = SHARED / "data/linking/pool"
    with lzma.open(pool / "docs.jsonl.xz", "rt", encoding="utf-8") as lines:
        for line in lines:
            yield from json.loads(line)["sents"]
    with lzma.open(pool / "multi.jsonl.xz", "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)["variants"][0]


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument(
        "--seeds", type=int, nargs="+", default=[101, 102, *range(105, 111)], help="of the corpora to train on"
    )
    parser.add_argument("--quotes", type=int, default=30_000, help="in each of them")
    parser.add_argument("--folds", type=int, default=0, help="cross-validate on the real quotations instead")
    parser.add_argument("--words", action="store_true", help="count the table of word rarities instead")
    parser.add_argument("--calibration", action="store_true", help="count how often matches are right instead")
    parsed = parser.parse_args()
    if parsed.words:
        count_words()
    elif parsed.calibration:
        calibrate()
    else:
        train(parsed.seeds, parsed.quotes, parsed.folds)
        if not parsed.folds:
            calibrate()
