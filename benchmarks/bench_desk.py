"""Benchmark of the desk: the wait for the next card in a filled database.

    DATABASE_URL=sqlite:////somewhere/big.sqlite3 python -m benchmarks.bench_desk --quotes 1000000 [--most 200000]

Fills a database up to so many quotes, at most `--most` of them at a time so that it can be done in pieces: families of
one to some hundred printings, most of them single, matched one after the other with chances as the matcher gives them;
one match in thirty is not sure and joins nothing. Some thousand rulings are on record, a hundred of them against a path
of sure matches. Then asks the desk through Django's test client as a curator: each lane's page, whole as the browser
gets it, and an answer with the card that comes after it. Prints milliseconds by the clock and of processor time (on
SQLite that of the database too), p50 and p95.
"""

import argparse
import gc
import os
import random
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from functools import partial
from itertools import islice, pairwise
from typing import Any

import django

from benchmarks.timing import p50_and_p95

A_TIME = 20_000  # quotes stored in one transaction
ASKED = 40  # times each
RULINGS, AGAINST = 3000, 100
SINGLE, LONGEST = 0.55, 300  # share of families of one; printings of the longest
UNSURE = 30  # one match in so many
WORDS = 400


def main() -> None:
    """Fill what is missing, then measure."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--quotes", type=int, default=100_000)
    parser.add_argument("--most", type=int, default=10**9)
    given = parser.parse_args()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "provenance.settings")
    django.setup()
    from django.core.management import call_command
    from django.test.utils import setup_test_environment

    from articles.models import Quote

    setup_test_environment(debug=False)
    call_command("migrate", verbosity=0)
    began, until = Quote.objects.count(), min(given.quotes, Quote.objects.count() + given.most)
    for stored in range(began, until, A_TIME):
        fill(random.Random(stored), min(A_TIME, until - stored), stored)
    print(f"{Quote.objects.count():,} quotes", flush=True)
    if until == given.quotes:
        measure()


# --- filling ------------------------------------------------------------------------------------------------------


def fill(dice: random.Random, count: int, number: int) -> None:
    """So many more quotes, with their lineages and matches; all or nothing."""
    from django.db import transaction

    with transaction.atomic():
        quotes = store(dice, count, number)
        families = list(parted(dice, quotes))
        form_lineages(families)
        match(dice, families)


def store(dice: random.Random, count: int, number: int) -> list[Any]:
    """Articles of one quotation each."""
    from articles.models import Article, Outlet, Quote, Speaker

    outlets = [Outlet.objects.get_or_create_by_name(f"Outlet {each}") for each in range(60)]
    speakers = [Speaker.objects.get_or_create_by_name(f"Speaker {chr(65 + each)}. Name{each}") for each in range(40)]
    vocabulary = [f"word{each}" for each in range(WORDS)]
    articles, texts = [], []
    for each in range(number, number + count):
        text = " ".join(dice.choices(vocabulary, k=18))
        around = f"Article {each} begins here. \u201c{text},\u201d he said on that day."
        texts.append((around.index(text), text))
        articles.append(
            Article(outlet=dice.choice(outlets), title=f"Headline {each}", text=around, original=around.encode(),
                    text_key=f"{each:064x}", published=datetime(2015, 1, 1, tzinfo=UTC) + timedelta(hours=each % 9000),
                    precision="day", language="en", link_state=Article.LinkState.LINKED, lease_until=None)
        )  # fmt: skip
    Article.objects.bulk_create(articles, 2000)
    quotes = [
        Quote(article=article, start=start, end=start + len(text), text=text, folded=text,
              speaker=dice.choice(speakers), confidence=0.9)
        for article, (start, text) in zip(articles, texts, strict=True)
    ]  # fmt: skip
    return Quote.objects.bulk_create(quotes, 2000)


def parted(dice: random.Random, quotes: list[Any]) -> Iterator[list[Any]]:
    """Families of very different sizes, as they are: most of one, few of hundreds."""
    rest = iter(quotes)
    while family := list(islice(rest, 1 if dice.random() < SINGLE else min(LONGEST, 2 + int(dice.paretovariate(1.1))))):
        yield family


def form_lineages(families: list[list[Any]]) -> None:
    """With codes that are numbers: drawing them at random is no part of what is measured."""
    from articles.models import Lineage, LineageCode, Printing

    lineages = [
        Lineage(code=f"{quotes[0].pk:010d}", first=quotes[0], printing_count=len(quotes), outlet_count=1,
                latest=quotes[-1].article.published, stale=False)
        for quotes in families
    ]  # fmt: skip
    Lineage.objects.bulk_create(lineages, 2000)
    LineageCode.objects.bulk_create([LineageCode(code=lineage.code, lineage=lineage) for lineage in lineages], 2000)
    pairs = [(lineage, quote) for lineage, quotes in zip(lineages, families, strict=True) for quote in quotes]
    Printing.objects.bulk_create(
        [Printing(lineage=lineage, quote=quote, start=0, end=len(quote.text)) for lineage, quote in pairs], 2000
    )


def match(dice: random.Random, families: list[list[Any]]) -> None:
    """Sure matches within families, unsure ones between those that follow each other."""
    from articles.models import Match

    rows, before = [], None
    for family in families:
        rows += [joined(one, other, dice.uniform(0.9, 1)) for one, other in pairwise(family)]
        if before is not None and dice.random() < 1 / UNSURE:
            rows.append(joined(before, family[0], dice.uniform(0.5, 0.9)))
        before = family[-1]
    Match.objects.bulk_create(rows, 2000)


def joined(one: Any, other: Any, score: float) -> Any:
    from articles.models import Match

    return Match(a=one, b=other, score=score, a_start=0, a_end=len(one.text), b_start=0, b_end=len(other.text),
                 whole_a=1, whole_b=1)  # fmt: skip


# --- measuring ----------------------------------------------------------------------------------------------------


def measure() -> None:
    """Print a line for each lane, and one for answers."""
    from django.contrib.auth.models import User
    from django.test import Client

    from articles.models import Lineage, Match
    from articles.queries.review_queue import LANES, count_questions

    senior, _ = User.objects.get_or_create(username="senior", is_superuser=True, is_staff=True)
    curator, _ = User.objects.get_or_create(username="curator", is_superuser=True, is_staff=True)
    rule_on_some(senior)
    print(
        f"{Lineage.objects.count():,} lineages, {Match.objects.count():,} matches; lanes: {count_questions(curator.pk)}"
    )
    client = Client()
    client.force_login(curator)
    client.get("/admin/articles/ruling/review/")
    gc.collect()
    gc.freeze()  # as the site's processes do
    print(f"{'':34} {'p50':>8} {'p95':>8} {'cpu p50':>8} {'cpu p95':>8}")
    for lane in LANES:
        row(f"page of the lane {lane.name}", partial(look, client, lane.key))
    row("an answer and the next card", partial(answer, client))


def rule_on_some(by: Any) -> None:
    """Rulings on record, without what they would move; the last of them against a path of sure matches."""
    from django.db.models import F

    from articles.models import Match, Printing, Ruling

    if Ruling.objects.exists():
        return
    sure = Match.objects.filter(score__gt=0.9).order_by("pk")[:RULINGS]
    for a, b in sure.values_list("a", "b"):
        record("confirm", "same", a, b, by)
    larger = Match.objects.filter(score__lt=0.9, b__printings__lineage__printing_count__gt=1).order_by("pk")
    larger = larger.exclude(a__printings__lineage=F("b__printings__lineage")).distinct()
    for unsure in list(larger[:AGAINST]):
        beside = Printing.objects.filter(lineage__printings__quote=unsure.b_id).exclude(quote=unsure.b_id)
        a, b = sorted((unsure.a_id, beside.order_by("quote").values_list("quote", flat=True)[0]))
        record("reject", "different", a, b, by)
        Match.objects.filter(pk=unsure.pk).update(score=0.95)


def record(verb: str, verdict: str, a: int, b: int, by: Any) -> None:
    from articles.models import Decision, Ruling

    batch = Decision.objects.create(verb=verb, by=by, said="Nothing moved.")
    Ruling.objects.create(a_id=a, b_id=b, verdict=verdict, batch=batch, matcher="of the benchmark")


def look(client: Any, lane: str) -> None:
    page = client.get("/admin/articles/ruling/review/", {"lane": lane})
    assert page.status_code == 200


def answer(client: Any) -> None:
    """Say "not sure" to the card there is and get the next, as htmx does."""
    page = client.get("/admin/articles/ruling/review/")
    card = page.context["card"]
    sent = {"a": card["question"].a, "b": card["question"].b, "version": card["version"], "verdict": "unsure"}
    began, used = time.perf_counter(), time.process_time()
    went = client.post("/admin/articles/ruling/review/decide/", sent, headers={"HX-Request": "true"}, follow=True)
    timed.append((time.perf_counter() - began, time.process_time() - used))
    assert went.context["done"] is not None


timed: list[tuple[float, float]] = []  # what a question has timed of itself


def row(name: str, ask: Callable[[], None]) -> None:
    """Ask, and print how long it took: what `ask` itself has timed, or all of it."""
    timed.clear()
    times = []
    for _ in range(ASKED):
        began, used = time.perf_counter(), time.process_time()
        ask()
        times.append((time.perf_counter() - began, time.process_time() - used))
    figures = []
    for seconds in zip(*(timed or times), strict=True):
        figures += [1000 * figure for figure in p50_and_p95(seconds)]
    print(f"{name:34} " + " ".join(f"{figure:8.1f}" for figure in figures), flush=True)


if __name__ == "__main__":
    main()
