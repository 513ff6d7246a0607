"""Benchmark of the check and the search in a filled database.

    DATABASE_URL=sqlite:////somewhere/100k.sqlite3 python -m benchmarks.bench_check --quotes 100000

Fills an *empty* database with a generated corpus (a database that holds quotes is used as it is; `filling` fills one in
pieces), then asks the site through Django's test client: quotations with two words left out, checked one by one and
twenty in an article; searches for common words, two words, a phrase, with filters. Prints milliseconds by the clock
and of processor time, p50 and p95 (of a page asked for five times p50 is the kept page, p95 four fifths of the first
time) next to the page of an unknown address, and how often the lineage that the words were taken from came first. Needs
the labelled data beside the project.
"""

import argparse
import random
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path

from benchmarks.filling import fill, opened
from benchmarks.timing import p50_and_p95

ASKED, PAGES_ASKED = 200, 5  # times each
EMPTY = "/nowhere-at-all"


def main() -> None:
    """Fill, warm up, measure."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--quotes", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=31)
    given = parser.parse_args()
    opened()
    from django.test.utils import setup_test_environment

    from articles.models import Quote

    setup_test_environment(debug=False)
    if not Quote.objects.exists():
        with tempfile.TemporaryDirectory() as folder:
            fill(Path(folder), given.quotes, given.seed)
    measure(random.Random(given.seed))


def measure(dice: random.Random) -> None:
    """Print a line for each kind of question."""
    from django.test import Client

    from articles.models import Quote

    client = Client()
    count = Quote.objects.count()
    texts = [text for text in some_quotes(dice, count) if len(text.split()) > 7]
    common = common_terms(texts)
    misquotes = [misquoted(text, dice) for text in texts[:ASKED]]
    articles = ["\n\n".join(f"He said: \u201c{text}\u201d" for text in dice.sample(misquotes, 20)) for _ in range(10)]
    print(
        f"{count} quotes, {right(texts[:ASKED], misquotes)} of {len(misquotes)} misquotes lead to their lineage first"
    )
    print(f"{'':34} {'p50':>8} {'p95':>8} {'cpu p50':>8} {'cpu p95':>8}")
    row("page of an unknown address", [partial(client.get, EMPTY)] * 50)
    row("check, two words left out", [partial(client.get, "/check", {"q": text}) for text in misquotes])
    row("check, words nobody printed", [partial(client.get, "/check", {"q": text}) for text in nonsense(dice, texts)])
    row("check, 20 quotations", [partial(client.post, "/check", {"q": text}) for text in articles])
    for name, questions in searches(dice, common).items():
        row(f"search, {name}", [partial(client.get, "/search", asked) for asked in questions])
    for path in pages():
        row(path, [partial(client.get, path)] * PAGES_ASKED)


def pages() -> list[str]:
    """Return a page of each type of list."""
    from articles.models import Outlet, Speaker

    outlets = Outlet.objects.order_by("pk").values_list("slug", flat=True)[:2]
    speaker = Speaker.objects.order_by("pk").values_list("slug", flat=True)[0]
    lists = ["/", "/altered", "/newest", "/o/", "/s/", "/d/", "/d/2016-03-01", "/quotations.csv"]
    return [*lists, f"/o/{outlets[0]}", f"/o/{outlets[0]}..{outlets[1]}", f"/s/{speaker}"]


def some_quotes(dice: random.Random, count: int) -> list[str]:
    from articles.models import Quote

    newest = Quote.objects.order_by("-pk").values_list("pk", flat=True)[0]
    return list(
        Quote.objects.filter(pk__in=dice.sample(range(1, newest), min(800, count // 2))).values_list("text", flat=True)
    )


def common_terms(texts: Iterable[str]) -> list[str]:
    """Return the terms that most of these texts have, the commonest first."""
    from articles.engine.text.search_terms import extract_terms, remove_stop_words

    counts = Counter(term for text in texts for term in remove_stop_words(extract_terms(text)))
    return [term for term, _ in counts.most_common(200)]


def misquoted(text: str, dice: random.Random) -> str:
    words = text.split()
    for _ in range(2):
        del words[dice.randrange(len(words))]
    return " ".join(words)


def nonsense(dice: random.Random, texts: list[str]) -> list[str]:
    words = [word for text in texts for word in text.split()]
    return [" ".join(dice.sample(words, 25)) for _ in range(ASKED)]


def right(texts: Iterable[str], misquotes: Iterable[str]) -> int:
    """How often the first lineage found has a printing of the very text."""
    from articles.models import Printing
    from articles.queries.quote_check import check_quotes

    found = 0
    for text, misquote in zip(texts, misquotes, strict=True):
        [checked] = check_quotes([misquote])
        homes = [finding.lineage.pk for finding in checked.findings[:1]]
        found += Printing.objects.filter(lineage__in=homes, quote__text=text).exists()
    return found


def searches(dice: random.Random, common: list[str]) -> dict[str, list[dict[str, str]]]:
    from articles.models import Outlet, Speaker

    outlet = Outlet.objects.order_by("pk").values_list("slug", flat=True)[0]
    speaker = Speaker.objects.order_by("pk").values_list("slug", flat=True)[0]
    pairs = [" ".join(dice.sample(common, 2)) for _ in range(50)]
    return {
        "one of the 20 commonest words": [{"q": term} for term in common[:20]],
        "two common words": [{"q": pair} for pair in pairs],
        "a phrase of common words": [{"q": f'"the {term}"'} for term in common[:20]],
        "an outlet and a common word": [{"q": term, "outlet": outlet} for term in common[:20]],
        "a speaker": [{"speaker": speaker}] * 10,
        "six months": [{"since": "2016-01", "until": "2016-06"}] * 10,
        "a common word in six months": [{"q": term, "since": "2016-01", "until": "2016-06"} for term in common[:20]],
    }


def row(name: str, requests: Iterable[Callable[[], object]]) -> None:
    """Ask, and print how long it took."""
    wall, processor = [], []
    for ask in requests:
        began, used = time.perf_counter(), time.process_time()
        ask()
        wall.append(1000 * (time.perf_counter() - began))
        processor.append(1000 * (time.process_time() - used))
    figures = [cut for times in (wall, processor) for cut in p50_and_p95(times)]
    print(f"{name:34} " + " ".join(f"{figure:8.1f}" for figure in figures), flush=True)


if __name__ == "__main__":
    main()
