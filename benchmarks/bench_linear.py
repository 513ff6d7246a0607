r"""Growth of the engine's running time when the text doubles, part by part.

    python -m benchmarks.bench_linear [PART ...] [--size N]

Strings of 10,000 and of 20,000 characters, each one fragment over and over (``Mr. ``, ``said that ``, ``\u201c``), go
through every part by itself - cleaning, marks, sentences, attribution, cast ..., names, folding, comparison - for in
the whole a cheap part's bad growth hides behind what the others take. Prints, for each fragment and part, how many
times as long the longer string takes, the best of some tries; more than 2.5 is marked, and then the exit code is 1.
``--size 100000`` tries longer ones: growth that starts from little shows late.
"""

import argparse
import gc
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from articles.engine.cleaning.paragraphs import Label, Paragraph, label_paragraphs
from articles.engine.comparison.compare import compare
from articles.engine.extraction import find_quotations
from articles.engine.extraction.attribution import attribute_quotations
from articles.engine.extraction.content_spans import find_attributions, parse_body
from articles.engine.extraction.indirect_speech import select_content_candidates
from articles.engine.extraction.languages import detect_language
from articles.engine.extraction.languages.english.named_people import EntityRegister
from articles.engine.extraction.languages.english.speaker_resolution import resolve_speakers
from articles.engine.extraction.occasions import find_occasions
from articles.engine.extraction.quotation_marks import find_quoted_spans
from articles.engine.extraction.sentences import lowercase_sentence_starts
from articles.engine.extraction.source_credits import find_article_credit, find_quotation_credit
from articles.engine.linking.fingerprints import compute_fingerprint
from articles.engine.text.normalization import fold, replace_lookalikes
from articles.engine.text.person_names import build_name_key
from articles.engine.text.relative_dates import resolve_date
from articles.engine.text.tokenization import tokenize_columns
from tests.support.hostile_texts import PUMPS

SIZE = 10_000
#: Twice the text takes twice the time; more than this many times is worse than linear.
RATIO = 2.5
#: Other work on the machine disturbs a try; so many of them, and the best counts.
TRIES = 6
#: Quicker than this (seconds), a part is run so often that it takes as long: below, the clock's own step shows.
LEAST = 0.004


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("parts", nargs="*", choices=[[], *PARTS], help="only these parts")
    parser.add_argument("--size", type=int, default=SIZE, help="characters of the shorter string")
    chosen = parser.parse_args()
    names = chosen.parts or list(PARTS)
    print(" " * 24 + "".join(f"{name[:9]:>10}" for name in names))
    worse = [pair for pump in dict.fromkeys(PUMPS) for pair in _row(pump, names, chosen.size)]
    print(f"{len(worse)} of {len(set(PUMPS)) * len(names)} grow faster than the text")
    for name, pump, ratio in worse:
        print(f"  {name}: {pump!r} {ratio:.1f} times")
    return 1 if worse else 0


def _row(pump: str, names: Sequence[str], size: int) -> Iterator[tuple[str, str, float]]:
    """Print one fragment's line, and give what is over the limit."""
    cells: list[str] = []
    for name in names:
        ratio = grows(PARTS[name], pump, size)
        cells.append(f"{ratio:9.1f}{'*' if ratio > RATIO else ' '}")
        if ratio > RATIO:
            yield name, pump, ratio
    print(f"{pump!r:24}{''.join(cells)}", flush=True)


def grows(part: "Part", pump: str, size: int) -> float:
    """How many times as long twice the text takes; the best of some tries, for other work disturbs each of them."""
    works = [part((pump * (length // len(pump) + 1))[:length]) for length in (size, 2 * size)]
    rounds = max(1, int(LEAST / max(_seconds(works[0], 1), 1e-6)))
    best = [float("inf"), float("inf")]
    for _ in range(TRIES):
        best = [min(known, _seconds(work, rounds)) for known, work in zip(best, works, strict=True)]
        if best[1] / best[0] <= RATIO:
            break
    return best[1] / best[0]


def _seconds(work: "Work", rounds: int) -> float:
    gc.collect()
    gc.disable()
    try:
        begun = time.process_time()
        for _ in range(rounds):
            work()
        return time.process_time() - begun
    finally:
        gc.enable()


# --- The parts, each with what the ones before it make ready ----------------------------------------------------------

Work = Callable[[], object]
#: Makes a text ready for one part, and gives the part's own work on it.
Part = Callable[[str], Work]


def _plain(function: Callable[[str], object]) -> Part:
    return lambda text: partial(function, text)


def _lines(text: str) -> list[Paragraph]:
    """Every line as body, so that cleaning keeps nothing from the parts behind it."""
    body: list[Paragraph] = []
    at = 0
    for line in text.split("\n"):
        if line.strip():
            left = len(line) - len(line.lstrip())
            body.append(Paragraph(at + left, at + len(line.rstrip()), Label.BODY, ""))
        at += len(line) + 1
    return body


@dataclass(slots=True)
class _Read:
    """A text as far as its sentences, and on."""

    text: str

    def marks(self) -> Work:
        return partial(find_quoted_spans, self.text, _lines(self.text))

    def sentences(self) -> Work:
        return partial(parse_body, self.text, _lines(self.text))

    def capitals(self) -> Work:
        return partial(lowercase_sentence_starts, parse_body(self.text, _lines(self.text))[1])

    def attribution(self) -> Work:
        found, read = parse_body(self.text, _lines(self.text))
        return partial(attribute_quotations, self.text, read, found)

    def cast(self) -> Work:
        return partial(EntityRegister, parse_body(self.text, _lines(self.text))[1])

    def speakers(self) -> Work:
        found, read = parse_body(self.text, _lines(self.text))
        claims = [won.candidate for won in attribute_quotations(self.text, read, found)]
        return partial(resolve_speakers, read, claims, EntityRegister(read))

    def occasions(self) -> Work:
        found, read = parse_body(self.text, _lines(self.text))
        claims = [won.candidate for won in attribute_quotations(self.text, read, found)]
        return partial(find_occasions, self.text, read, claims, resolve_speakers(read, claims, EntityRegister(read)))

    def credits(self) -> Work:
        found, read = parse_body(self.text, _lines(self.text))
        claims = [won.candidate for won in attribute_quotations(self.text, read, found)]
        return lambda: (
            find_article_credit(self.text, _lines(self.text)),
            [find_quotation_credit(claim) for claim in claims],
        )

    def indirect(self) -> Work:
        read = parse_body(self.text, _lines(self.text))[1]
        return lambda: [select_content_candidates(sentence) for sentence in read]

    def contents(self) -> Work:
        found = find_quotations(self.text, paragraphs=tuple(_lines(self.text)))
        return partial(find_attributions, self.text, found)

    def whole(self, language: str) -> Work:
        return partial(find_quotations, self.text, paragraphs=tuple(_lines(self.text)), language=language)


def _compared(text: str) -> Work:
    """With the same, less a word at the end, and another at the beginning."""
    return partial(compare, text, "Begun: " + text[:-3])


PARTS: dict[str, Part] = {
    "cleaning": _plain(label_paragraphs),
    "language": _plain(detect_language),
    "marks": lambda text: _Read(text).marks(),
    "sentences": lambda text: _Read(text).sentences(),
    "capitals": lambda text: _Read(text).capitals(),
    "attribution": lambda text: _Read(text).attribution(),
    "cast": lambda text: _Read(text).cast(),
    "speakers": lambda text: _Read(text).speakers(),
    "occasions": lambda text: _Read(text).occasions(),
    "credits": lambda text: _Read(text).credits(),
    "indirect": lambda text: _Read(text).indirect(),
    "contents": lambda text: _Read(text).contents(),
    "english": lambda text: _Read(text).whole("en"),
    "german": lambda text: _Read(text).whole("de"),
    "russian": lambda text: _Read(text).whole("ru"),
    "days": _plain(lambda text: resolve_date(text, date(2015, 11, 17))),
    "names": _plain(build_name_key.__wrapped__),
    "folding": _plain(lambda text: (fold(text), replace_lookalikes(text))),
    "wording": _plain(tokenize_columns),
    "passages": _plain(compute_fingerprint),
    "comparison": _compared,
}


if __name__ == "__main__":
    sys.exit(main())
