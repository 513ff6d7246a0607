"""Benchmark of exports and share images.

    python -m benchmarks.bench_sharing

Makes a lineage of 3 printings and one of 50 in a temporary database and prints milliseconds of processor time, the
median of nine requests after one to warm up: its page, the 304 that who has seen it gets instead, every other form, the
picture drawn and kept, its feed and the page to share it; beside an answer of a few lines (``/robots.txt``) and our
page of an unknown address, through the same middleware: how many times as long as that one the 304 takes.
`DATABASE_URL` names another server to make the database on.
"""

from collections.abc import Iterator

from benchmarks.bench_lineage_page import EMPTY, lineage_of, main, milliseconds

PRINTINGS = (3, 50)
FEW_LINES = "/robots.txt"


def measure() -> None:
    """Print a table."""
    from django.core.cache import cache
    from django.test import Client

    from articles.services.revisions import record_revisions

    client = Client()
    lines, empty = milliseconds(client, FEW_LINES), milliseconds(client, EMPTY)
    print(f"an answer of a few lines: {lines:.1f} ms; an empty page: {empty:.1f} ms")
    for count in PRINTINGS:
        lineage = lineage_of(count)
        record_revisions([lineage])
        print(f"\n{count} printings {'':>14} {'ms':>7} {'304':>7} {'304/empty':>12} {'KB':>7}")
        for path in addresses(lineage.code, lineage.get_absolute_url()):
            cache.clear()
            response = client.get(path)
            made = milliseconds(client, path)
            again = milliseconds(client, path, {"If-None-Match": response.headers.get("ETag", "none")})
            name, size = path.rpartition("/")[2][:24], len(response.content) / 1024
            print(f"{name:<25} {made:7.1f} {again:7.1f} {again / empty:12.1f} {size:7.1f}")


def addresses(code: str, page: str) -> Iterator[str]:
    """Everything that is to be had of a lineage."""
    from articles.views.downloads import DOWNLOAD_FORMATS

    yield page
    yield from (f"/q/{code}.{form}" for form in (*DOWNLOAD_FORMATS, "png", "atom"))
    yield from (f"/q/{code}/share", f"/embed/{code}", f"/api/v1/lineages/{code}")


if __name__ == "__main__":
    main(measure)
