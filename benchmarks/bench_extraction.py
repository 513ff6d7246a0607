"""Benchmark of extraction: articles a second, stage by stage.

    python -m benchmarks.bench_extraction [FILE.jsonl]

Prints articles and megabytes a second on one core, stage by stage, for the articles of FILE (``{text}`` a line;
PolNeAR's development part where it lies beside the project, articles of a similar make where it does not), best of
three rounds. The goal is 250 articles a second at 4,500 characters each, on an idle core.
"""

import json
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from articles.engine.cleaning.paragraphs import Label, label_paragraphs
from articles.engine.extraction import find_quotations
from articles.engine.extraction.quotation_marks import find_quoted_spans
from tests.support.shared import SHARED

ROUNDS = 3
DEVELOPMENT = SHARED / "data" / "extraction" / "polnear_dev.jsonl"
MADE_UP = (
    "Russian Foreign Minister Sergey Lavrov met reporters in Moscow on Tuesday after talks with John Kerry.\n\n"
    "\u201cWe noted tactical successes,\u201d Lavrov said. \u201cThey were recaptured.\u201d\n\n"
    "He added that the idea was \u201cabsurd,\u201d and that the ministry's spokeswoman would say more.\n\n"
) * 12


def main() -> int:
    texts = read(Path(sys.argv[1]) if len(sys.argv) > 1 else DEVELOPMENT)
    size = sum(map(len, texts))
    print(f"{len(texts)} articles, {size // len(texts)} characters each")
    stages: dict[str, Callable[[str], object]] = {
        "cleaning": label_paragraphs,
        "cleaning, marks": lambda text: find_quoted_spans(
            text, [p for p in label_paragraphs(text) if p.label is Label.BODY]
        ),
        "everything": find_quotations,
    }
    for name, stage in stages.items():
        seconds = min(timed(stage, texts) for _ in range(ROUNDS))
        print(f"{name:18} {len(texts) / seconds:8.0f} articles/s {size / seconds / 1e6:8.2f} MB/s")
    return 0


def read(path: Path) -> list[str]:
    if not path.exists():
        return [MADE_UP] * 50
    return [json.loads(line)["text"] for line in path.read_text(encoding="utf-8").splitlines()]


def timed(stage: Callable[[str], object], texts: Sequence[str]) -> float:
    begun = time.process_time()
    for text in texts:
        stage(text)
    return time.process_time() - begun


if __name__ == "__main__":
    sys.exit(main())
