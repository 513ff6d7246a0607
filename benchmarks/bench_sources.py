"""Follow many sources for a week of simulated time, against web servers on this machine.

``python -m benchmarks.bench_sources --sources 500 --days 7``: each source lists a new article now and then, some
seldom, some every half hour; some fail for a day, some move, some are gone. The clock is simulated, requests and
database are real. Printed: requests, answers without a body, articles, failures, pages fetched twice (there must be
none), the delay between an article and its storing, and the processor time.
"""

import argparse
import os
import random
import sys
import tempfile
import time
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from functools import partial
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import django

START = datetime(2026, 11, 2, tzinfo=UTC)
KINDS = ("steady", "seldom", "fails for a day", "moves", "gone")


class SimulatedSite:
    """A site whose feed lists what was published up to the simulated `now`."""

    def __init__(self, number: int, days: int) -> None:
        luck = random.Random(number)
        self.number = number
        self.kind = luck.choices(KINDS, weights=(60, 25, 8, 4, 3))[0]
        gap = luck.choice((0.5, 1, 3, 6)) if self.kind != "seldom" else luck.choice((24, 72))
        self.moments: list[datetime] = []
        moment = START
        while moment < START + timedelta(days=days):
            moment += timedelta(hours=luck.expovariate(1 / gap))
            self.moments.append(moment)

    def list_pages(self, now: datetime) -> list[tuple[str, datetime]]:
        published = [(f"/{self.number}/{index}", moment) for index, moment in enumerate(self.moments) if moment <= now]
        return published[-20:]

    def render_feed(self, now: datetime) -> bytes:
        items = "".join(
            f"<item><title>Page {path}</title><link>{path}</link><pubDate>{format_datetime(moment)}</pubDate></item>"
            for path, moment in reversed(self.list_pages(now))
        )
        return f"<rss version='2.0'><channel><title>Site {self.number}</title>{items}</channel></rss>".encode()


def render_page(path: str) -> bytes:
    title = f"Report{path.replace('/', ' ')}"
    return (
        f"<html lang=en><head><title>{title}</title><meta property=og:site_name content='Site {path.split('/')[1]}'>"
        f"</head><body><article><h1>{title}</h1><p>The council met on Tuesday and spoke for a long time about {title}, "
        f"which nobody had read to its end.</p><p>“We have read {title} with care, and we shall come back to it,” the "
        f"mayor, Ida Solberg, said.</p></article></body></html>"
    ).encode()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sources", type=int, default=50)
    parser.add_argument("--days", type=int, default=7)
    options = parser.parse_args()
    folder = tempfile.mkdtemp(prefix="bench-sources-")
    os.environ |= {"DATABASE_URL": f"sqlite:///{folder}/db.sqlite3", "FETCH_LOOPBACK": "1"}
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "provenance.settings")
    django.setup()
    simulate(options.sources, options.days)


def simulate(number: int, days: int) -> None:
    from django.core.management import call_command

    from articles import importers
    from articles.importers.feeds import PARSER_MODULE
    from articles.importers.sandbox import SandboxProcess
    from articles.models import Article, Source, SourceItem
    from articles.services import fetching, sources
    from tests.support.web_server import Answer, Page, serve_pages

    call_command("migrate", verbosity=0)
    fetching.HOST_PAUSE = timedelta(0)
    sites = [SimulatedSite(each, days) for each in range(number)]
    clock = [START]
    unchanged = 0

    def answer_feed(site: SimulatedSite, handler: BaseHTTPRequestHandler) -> Page:
        nonlocal unchanged
        now = clock[0]
        if site.kind == "gone" and now > START + timedelta(days=2):
            return Page(b"gone", 410)
        if site.kind == "fails for a day" and timedelta(days=1) < now - START < timedelta(days=2):
            return Page(b"down", 503)
        if site.kind == "moves" and now > START + timedelta(days=2) and handler.path.startswith("/feed"):
            return Page(status=301, headers={"Location": f"/moved/{site.number}"})
        tag = f'"{len([1 for moment in site.moments if moment <= now])}"'
        if handler.headers["If-None-Match"] == tag:
            unchanged += 1
            return Page(status=304, headers={"ETag": tag})
        return Page(site.render_feed(now), headers={"ETag": tag})

    pages: dict[str, Answer] = {}
    for site in sites:
        for path in (f"/feed/{site.number}", f"/moved/{site.number}"):
            pages[path] = partial(answer_feed, site)
        for index in range(len(site.moments)):
            path = f"/{site.number}/{index}"
            pages[path] = Page(render_page(path))
    began = time.process_time()
    with (
        serve_pages(pages) as server,
        SandboxProcess(PARSER_MODULE) as parser,
        importers.create_parser() as page_parser,
    ):
        for site in sites:
            Source.objects.create(address=server.address(f"/feed/{site.number}"), next_poll=START, last_success=START)
        delays = []
        while clock[0] < START + timedelta(days=days):
            now = clock[0]
            while sources.poll_next(parser, now):
                pass
            while item := sources.store_next(page_parser, now):
                if item.state == SourceItem.State.STORED and item.published:
                    delays.append(now - item.published)
            clock[0] = now + timedelta(minutes=5)
        fetched = [path for path in server.paths if path.split("/")[1].isdigit()]
        print(f"{number} sources, {days} days: {len(server.paths):,} requests, {unchanged:,} of them answered 304")
        print(f"articles stored {Article.objects.count():,}; pages fetched twice {len(fetched) - len(set(fetched))}")
        print("states:", {state: Source.objects.filter(state=state).count() for state in Source.State.values})
        print("items:", {state: SourceItem.objects.filter(state=state).count() for state in SourceItem.State.values})
        print(f"delay: median {sorted(delays)[len(delays) // 2]}, longest {max(delays)}")
    print(f"processor time {time.process_time() - began:.0f} s")


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parents[1]))
    main()
