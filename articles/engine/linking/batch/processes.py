"""Work spread over forked processes."""

import multiprocessing
from collections.abc import Callable, Iterator, Sequence
from typing import Any

PARTS_PER_PROCESS = 8  # then it ends and gives back the memory that it no longer shares
MIN_FORK_SIZE = 5_000  # below, starting other processes takes longer than it saves

_inherited: Any = None


def map_in_processes(work: Callable[..., Any], parts: Sequence[Any], shared: Any, workers: int) -> Iterator[Any]:
    """Yield ``work(part, shared)`` for each part, in order. `shared` is inherited, not sent, so it may be large."""
    if workers < 2 or len(parts) < 2 or "fork" not in multiprocessing.get_all_start_methods():
        yield from (work(part, shared) for part in parts)
        return
    global _inherited
    _inherited = (work, shared)
    try:
        with multiprocessing.get_context("fork").Pool(workers, maxtasksperchild=PARTS_PER_PROCESS) as pool:
            yield from pool.imap(_run_part, parts)
    finally:
        _inherited = None


def _run_part(part: Any) -> Any:
    work, shared = _inherited
    return work(part, shared)
