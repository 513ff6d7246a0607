"""Memory and crashes of reading a large web archive.

``python -m benchmarks.bench_archive --megabytes 1000 --kills 3``: a WARC of that size is made, of pages of many hosts
of which one in a hundred is wanted, with pictures between them. ``manage.py ingest --hosts`` reads it on an SQLite
database of its own, or on the database that ``DATABASE_URL`` names; it is killed so many times on the way. Printed: the
time, the peak memory of the command and of each child process, the articles stored, lost and twice. The exit code is 1
where anything is lost or twice, or where a process took more than 300 MB.
"""

import argparse
import gzip
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

LIMIT_MB = 300
HOSTS = 100
PAGE_BYTES, PICTURE_BYTES = 60_000, 400_000


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--megabytes", type=int, default=1_000)
    parser.add_argument("--kills", type=int, default=3)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="bench-archive-") as folder:
        os.environ.setdefault("DATABASE_URL", f"sqlite:///{folder}/db.sqlite3")
        path = Path(folder, "large.warc.gz")
        wanted = write_archive(path, options.megabytes * 1_000_000)
        print(f"archive {path.stat().st_size / 1e6:,.0f} MB, {len(wanted):,} wanted pages", flush=True)
        return read_archive(path, wanted, options.kills)


def write_archive(path: Path, size: int) -> list[str]:
    """Write an archive of at least this size; return the addresses of the pages of the first host."""
    chance, number, wanted = random.Random(5), 0, []
    with path.open("wb") as file:
        while file.tell() < size:
            host = number % HOSTS
            address = f"https://host{host}.example/{number}"
            file.write(pack_record(address, "text/html; charset=utf-8", render_page(number, chance)))
            if number % 3 == 0:
                file.write(pack_record(f"{address}.png", "image/png", chance.randbytes(PICTURE_BYTES)))
            if host == 0:
                wanted.append(address)
            number += 1
    return wanted


def render_page(number: int, chance: random.Random) -> bytes:
    """Return a page with a quotation, and with a script that does not pack well, as real pages have."""
    return (
        f"<html lang=en><head><title>Report {number}</title><script>/*{chance.randbytes(PAGE_BYTES // 2).hex()}*/"
        f"</script></head><body><article><h1>Report {number}</h1><p>The council met on Tuesday and spoke for a long "
        f"time about report {number}, which nobody had read to its end.</p><p>“We have read report {number} with care, "
        f"and we shall come back to page {number * 7} of it,” the mayor, Ida Solberg, said.</p></article></body></html>"
    ).encode()


def pack_record(address: str, media_type: str, body: bytes) -> bytes:
    content = f"HTTP/1.1 200 OK\r\nContent-Type: {media_type}\r\n\r\n".encode() + body
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {address}\r\nWARC-Date: 2026-11-04T07:00:00Z\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(content)}\r\n\r\n"
    )
    return gzip.compress(head.encode() + content + b"\r\n\r\n", 1)


def read_archive(path: Path, wanted: list[str], kills: int) -> int:
    """Ingest the archive and print what it took and gave; 1 where a bound is passed."""
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "provenance.settings")
    django.setup()
    from django.core.management import call_command

    from articles.models import Article

    call_command("migrate", verbosity=0)
    began, peaks, killed = time.monotonic(), dict[str, int](), 0
    command = [sys.executable, "manage.py", "ingest", str(path), "--hosts", "host0.example"]
    while True:
        running = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        goal = len(wanted) * (killed + 1) // (kills + 1)
        while running.poll() is None:
            measure(running.pid, peaks)
            if killed < kills and Article.objects.count() >= goal:
                running.send_signal(signal.SIGKILL)
            time.sleep(0.2)
        if running.returncode != -signal.SIGKILL:
            break
        killed += 1
    stored = list(Article.objects.values_list("url", flat=True))
    lost, twice = len(set(wanted) - set(stored)), len(stored) - len(set(stored))
    print(f"read in {time.monotonic() - began:,.0f} s with {killed} kills, exit code {running.returncode}")
    print(f"articles {len(stored):,}, lost {lost}, twice {twice}")
    for name, size in sorted(peaks.items()):
        print(f"peak memory of {name}: {size / 1e6:,.0f} MB")
    return int(bool(lost or twice or running.returncode or max(peaks.values()) > LIMIT_MB * 1_000_000))


def measure(process: int, peaks: dict[str, int]) -> None:
    """Note the peak memory of a process and of its children, by what each of them runs."""
    for number in [process, *list_children(process)]:
        try:
            command = Path(f"/proc/{number}/cmdline").read_bytes().decode().split("\0")
            lines = Path(f"/proc/{number}/status").read_text().splitlines()
        except OSError:  # it has just ended
            continue
        peak = next((int(line.split()[1]) * 1024 for line in lines if line.startswith("VmHWM")), 0)
        name = next((part for part in command if part.startswith("articles.")), "the command")
        peaks[name] = max(peak, peaks.get(name, 0))


def list_children(process: int) -> list[int]:
    try:
        return [int(each) for each in Path(f"/proc/{process}/task/{process}/children").read_text().split()]
    except OSError:
        return []


if __name__ == "__main__":
    sys.exit(main())
