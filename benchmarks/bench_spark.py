"""Benchmark of the Spark job, and its lineages against those of one machine.

    python -m benchmarks.bench_spark [--quotes 100000] [--seed 31] [--master local[2]]

Needs ``articles/spark/requirements.txt``, Java 17 and the labelled data beside the project. Generates a corpus, links
it here and as a job, and prints how far the two agree (B-cubed F1 of one against the other), the clock, the largest
memory of all processes together, and for each step the clock, the processor's time of all processes, what it sent
between partitions, and what that makes for a million quotations: figures to size a cluster by. The processor's time
says the same on a busy machine, the clock does not.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import threading
import time
from collections import defaultdict
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from benchmarks.bench_linking import generated
from tests.support.shared import evaluate

MANAGE = Path(__file__).resolve().parents[1] / "manage.py"
EVERY = 1.0  # seconds between two looks at the memory and the processor
END = "end"


@dataclass(frozen=True, slots=True)
class Begun:
    """When a step began, in seconds since the start: on the clock, and of the processor, all processes together."""

    clock: float
    processor: float


@dataclass(frozen=True, slots=True)
class Run:
    """What a command took, and when its steps began; the last is its end."""

    wall: float
    peak: int  # bytes
    begun: dict[str, Begun]


def main(quotes: int, seed: int, master: str) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        _, rows = generated(folder, quotes, seed)
        given, here, there = folder / "in.jsonl", folder / "here.jsonl", folder / "there"
        given.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
        run = timed(["link", "--workers", "1", given, here], {})
        print(f"one machine, one core: {run.wall:.0f} s, {run.peak / 2**30:.2f} GB")
        log = folder / "log"
        log.mkdir()
        run = timed(["link", "--spark", "--master", master, given, there], settings(log))
        print(f"Spark at {master}: {run.wall:.0f} s, {run.peak / 2**30:.2f} GB, all processes together")
        answers = folder / "there.jsonl"
        answers.write_bytes(b"".join(part.read_bytes() for part in sorted(there.glob("part-*"))))
        found = json.loads(evaluate("evaluate_linking.py", here, answers, "--json"))
        lineages = b"".join(line.rpartition(b', "parent": ')[0] + b"}\n" for line in here.read_bytes().splitlines())
        same = answers.read_bytes() == lineages
        print(f"agreement: B-cubed F1 {found['b3_f1']:.5f}, pairwise {found['pair_f1']:.5f}; byte for byte: {same}")
        report(sent_by_step(log), quotes, run)


def settings(log: Path) -> dict[str, str]:
    """Have Spark write down what every task cost."""
    told = {
        "spark.eventLog.enabled": "true",
        "spark.eventLog.dir": log.as_uri(),
        "spark.eventLog.compress": "false",
        "spark.eventLog.rolling.enabled": "false",
    }
    return {
        "PYSPARK_SUBMIT_ARGS": " ".join([f"--conf {name}={value}" for name, value in told.items()] + ["pyspark-shell"])
    }


def timed(arguments: list[str | Path], more: dict[str, str]) -> Run:
    """Run a command and watch it."""
    began = time.perf_counter()
    command = [sys.executable, "-u", str(MANAGE), *map(str, arguments)]
    process = subprocess.Popen(
        command, env=os.environ | more, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    )
    begun: dict[str, Begun] = {}
    with watched(process.pid) as seen:
        for line in process.stdout or ():
            begun[line.strip()] = Begun(time.perf_counter() - began, used(process.pid))
        if process.wait():
            sys.exit(f"{' '.join(command)} failed")
    begun[END] = Begun(time.perf_counter() - began, seen.processor)
    return Run(time.perf_counter() - began, seen.memory, begun)


@dataclass(slots=True)
class Seen:
    """The most that was seen of a process and its descendants."""

    memory: int = 0
    processor: float = 0.0


@contextmanager
def watched(pid: int) -> Iterator[Seen]:
    """Look at a process and its descendants now and then."""
    seen, stop = Seen(), threading.Event()

    def look() -> None:
        while not stop.wait(EVERY):
            seen.memory = max(seen.memory, sum(map(held, family(pid))))
            seen.processor = max(seen.processor, used(pid))

    watcher = threading.Thread(target=look)
    watcher.start()
    try:
        yield seen
    finally:
        stop.set()
        watcher.join()


def family(pid: int) -> set[int]:
    parents = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                parents[int(entry.name)] = int((entry / "stat").read_text().rpartition(")")[2].split()[1])
            except (OSError, IndexError):
                continue
    found = {pid}
    while more := {child for child, parent in parents.items() if parent in found} - found:
        found |= more
    return found


def held(pid: int) -> int:
    """Return the proportional set size: what is shared counts once."""
    try:
        for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1]) * 1024
    except OSError:
        pass
    return 0


def used(pid: int) -> float:
    """Return the processor's seconds of a process and its descendants, those that have ended included."""
    ticks = 0
    for one in family(pid):
        try:
            fields = Path(f"/proc/{one}/stat").read_text().rpartition(")")[2].split()
        except OSError:
            continue
        ticks += sum(map(int, fields[11:15]))  # its own, and of children it has waited for
    return ticks / os.sysconf("SC_CLK_TCK")


def report(sent: Mapping[str, int], quotes: int, run: Run) -> None:
    print(f"{'step':28s} {'clock s':>8s} {'cpu s':>8s} {'sent MB':>8s}   for a million: core-minutes, GB sent")
    million = 1_000_000 / quotes
    for (step, begun), (_, after) in pairwise(run.begun.items()):
        clock, cpu = after.clock - begun.clock, after.processor - begun.processor
        megabytes = sent.get(step, 0) / 2**20
        print(
            f"{step:28s} {clock:8.1f} {cpu:8.1f} {megabytes:8.1f}"
            f"   {cpu / 60 * million:6.1f} {megabytes / 1024 * million:6.2f}"
        )


def sent_by_step(log: Path) -> dict[str, int]:
    """Return what Spark's log says that the tasks of each step sent, compressed."""
    sent: defaultdict[str, int] = defaultdict(int)
    step_of: dict[int, str] = {}
    for file in log.iterdir():
        for line in file.open(encoding="utf-8"):
            event = json.loads(line)
            if event["Event"] == "SparkListenerJobStart":
                step = event["Properties"].get("spark.job.description", "")
                step_of |= dict.fromkeys(event["Stage IDs"], step)
            elif event["Event"] == "SparkListenerTaskEnd" and "Task Metrics" in event:
                bytes_sent = event["Task Metrics"]["Shuffle Write Metrics"]["Shuffle Bytes Written"]
                sent[step_of.get(event["Stage ID"], "")] += bytes_sent
    return dict(sent)


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--quotes", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=31)
    parser.add_argument("--master", default="local[2]")
    given = parser.parse_args()
    main(given.quotes, given.seed, given.master)
