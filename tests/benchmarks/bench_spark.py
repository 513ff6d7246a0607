"""Does linking as a Spark job give the lineages of one machine, and what does each of its steps cost?

    python -m tests.benchmarks.bench_spark [--quotes 100000] [--seed 31] [--master local[2]]

Needs ``articles/spark/requirements.txt``, Java 17 and the labelled data beside the project. Generates a corpus, links
it here and as a job, and prints how far the two agree (B-cubed F1 of one against the other), the clock, the largest
memory of all processes together, and for each step the seconds of its tasks, what it sent between partitions, and what
that makes for a million quotations: figures to size a cluster by.
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
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks.linking import generated
from tests.shared import evaluate

MANAGE = Path(__file__).resolve().parents[2] / "manage.py"
EVERY = 0.5  # seconds between two looks at the memory


@dataclass(slots=True)
class Cost:
    """What the tasks of one step came to."""

    seconds: float = 0.0
    sent: int = 0  # bytes, compressed
    spilled: int = 0


def main(quotes: int, seed: int, master: str) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        _, rows = generated(folder, quotes, seed)
        given, here, there = folder / "in.jsonl", folder / "here.jsonl", folder / "there"
        given.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
        wall, peak, _ = timed(["link", "--workers", "1", given, here], {})
        print(f"one machine, one core: {wall:.0f} s, {peak / 2**30:.2f} GB")
        log = folder / "log"
        log.mkdir()
        wall, peak, said = timed(["link", "--spark", "--master", master, given, there], settings(log))
        print(f"Spark at {master}: {wall:.0f} s, {peak / 2**30:.2f} GB, all processes together")
        answers = folder / "there.jsonl"
        answers.write_bytes(b"".join(part.read_bytes() for part in sorted(there.glob("part-*"))))
        found = json.loads(evaluate("evaluate_linking.py", here, answers, "--json"))
        same = answers.read_bytes() == here.read_bytes()
        print(f"agreement: B-cubed F1 {found['b3_f1']:.5f}, pairwise {found['pair_f1']:.5f}; byte for byte: {same}")
        report(log, quotes, said)


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


def timed(arguments: list[str | Path], more: dict[str, str]) -> tuple[float, int, dict[str, float]]:
    """How long a command took, the largest memory of it and its children, and when it began each step it told."""
    began = time.perf_counter()
    command = [sys.executable, "-u", str(MANAGE), *map(str, arguments)]
    process = subprocess.Popen(
        command, env=os.environ | more, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    )
    said: dict[str, float] = {}
    with peak_memory(process.pid) as peak:
        for line in process.stdout or ():
            said[line.strip()] = time.perf_counter() - began
        if process.wait():
            sys.exit(f"{' '.join(command)} failed")
    return time.perf_counter() - began, peak[0], said


@contextmanager
def peak_memory(pid: int) -> Iterator[list[int]]:
    """The largest sum of what a process and its descendants hold of their own, in bytes."""
    peak, stop = [0], threading.Event()

    def look() -> None:
        while not stop.wait(EVERY):
            peak[0] = max(peak[0], sum(map(held, family(pid))))

    watcher = threading.Thread(target=look)
    watcher.start()
    try:
        yield peak
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
    """The proportional set size: what is shared counts once."""
    try:
        for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1]) * 1024
    except OSError:
        pass
    return 0


def report(log: Path, quotes: int, said: dict[str, float]) -> None:
    costs = read_costs(log)
    print(f"{'step':34s} {'clock s':>8s} {'task s':>8s} {'sent MB':>8s}   for a million: core-minutes, GB sent")
    begins = [*said.values(), max(said.values(), default=0.0)]
    clock = {step: end - begin for (step, begin), end in zip(said.items(), begins[1:], strict=True)}
    for step, cost in costs.items():
        million = 1_000_000 / quotes
        print(
            f"{step:34s} {clock.get(step, 0):8.1f} {cost.seconds:8.1f} {cost.sent / 2**20:8.1f}"
            f"   {cost.seconds / 60 * million:6.1f} {cost.sent / 2**30 * million:6.2f}"
        )


def read_costs(log: Path) -> dict[str, Cost]:
    """What Spark's log says of the tasks of each step."""
    costs: defaultdict[str, Cost] = defaultdict(Cost)
    step_of: dict[int, str] = {}
    for file in log.iterdir():
        for line in file.open(encoding="utf-8"):
            event = json.loads(line)
            if event["Event"] == "SparkListenerJobStart":
                step = event["Properties"].get("spark.job.description", "")
                step_of |= dict.fromkeys(event["Stage IDs"], step)
            elif event["Event"] == "SparkListenerTaskEnd" and "Task Metrics" in event:
                metrics, cost = event["Task Metrics"], costs[step_of.get(event["Stage ID"], "")]
                cost.seconds += metrics["Executor Run Time"] / 1000
                cost.sent += metrics["Shuffle Write Metrics"]["Shuffle Bytes Written"]
                cost.spilled += metrics["Disk Bytes Spilled"]
    return dict(costs)


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--quotes", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=31)
    parser.add_argument("--master", default="local[2]")
    given = parser.parse_args()
    main(given.quotes, given.seed, given.master)
