"""Comparison of two recordings, request by request."""

import json
import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Sequence
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

WIDTH = 160  # characters shown of a line that differs, from `BEFORE` in front of the place where it does
BEFORE = 40
LINES = 8  # lines shown of a difference
NAMED = 8  # requests named that differ in the same way

Answer = dict[str, Any]

# Elements beside which a browser shows no space, and those in which it shows none at the ends.
BLOCKS = (
    "address article aside base blockquote body br dd details div dl dt fieldset figcaption figure footer form h1 h2 "
    "h3 h4 h5 h6 head header hr html legend li link main meta nav noscript ol optgroup option p pre script section "
    "style summary table tbody td template tfoot th thead title tr ul"
).split()
BOXES = ("button", "select")
_SPACE = r"[ \t\r\n\f]"
_UNSEEN = (
    (re.compile(rf"{_SPACE}*(</?(?:{'|'.join(BLOCKS)}|!doctype)\b[^>]*>){_SPACE}*", re.IGNORECASE), r"\1"),
    (re.compile(rf"(<(?:{'|'.join(BOXES)})\b[^>]*>){_SPACE}+"), r"\1"),
    (re.compile(rf"{_SPACE}+(</(?:{'|'.join(BOXES)})>)"), r"\1"),
    (re.compile(rf"(<[^<>]*?){_SPACE}+(/?>)"), r"\1\2"),
    (re.compile(rf"{_SPACE}+"), " "),
    (re.compile("<"), "\n<"),
)
_AS_TYPED = re.compile(r"(<(?:pre|textarea)\b[^>]*>)(.*?)(?=</(?:pre|textarea)>)", re.DOTALL)


def compare(
    before: Path, after: Path, *, ignored: Collection[str] = (), accepted: Collection[str] = (), spaces: bool = True
) -> int:
    """Print what differs between two recordings, each difference once with the requests that show it.

    Of `ignored` headers only the absence counts. What matches one of the regular expressions `accepted` is left out of
    headers and bodies. Without `spaces`, pages are compared as a browser lays them out. Returns 1 if anything differs.
    """
    families = sorted({path.name for folder in (before, after) for path in folder.glob("*.jsonl")})
    if not families:
        raise SystemExit("There are no recordings in these folders.")
    alike: defaultdict[tuple[str, ...], list[str]] = defaultdict(list)
    counted: dict[str, Counter[bool]] = {}
    for family in families:
        one, other = (read(folder / family, accepted, spaces=spaces) for folder in (before, after))
        counts = counted.setdefault(family.removesuffix(".jsonl"), Counter())
        for request in sorted(one.keys() | other.keys()):
            found = tuple(differences(one.get(request), other.get(request), ignored))
            counts[bool(found)] += 1
            if found:
                alike[found].append(request)
    for found, requests in sorted(alike.items(), key=lambda item: -len(item[1])):
        show(found, requests)
    for family, counts in counted.items():
        print(f"{family:<14}{counts[False]:6} equal {counts[True]:6} differ")
    differing = sum(counts[True] for counts in counted.values())
    print(f"{'all':<14}{sum(counts[False] for counts in counted.values()):6} equal {differing:6} differ")
    return 1 if differing else 0


def show(found: Sequence[str], requests: Sequence[str]) -> None:
    """Print a difference and the requests that show it."""
    print(f"{len(requests)} differ{'s' if len(requests) == 1 else ''}:")
    for request in requests[:NAMED]:
        print(f"  {request}")
    if len(requests) > NAMED:
        print(f"  and {len(requests) - NAMED} more")
    for line in found[:LINES]:
        print(f"    {line}")
    if len(found) > LINES:
        print(f"    and {len(found) - LINES} lines more")


def read(path: Path, accepted: Collection[str] = (), *, spaces: bool = True) -> dict[str, Answer]:
    """Return the answers of a file by their requests, as they are to be compared; none where there is no file."""
    if not path.exists():
        return {}
    with path.open(encoding="utf-8") as lines:
        answers = {answer["request"]: answer for answer in map(json.loads, lines)}
    for pattern in map(re.compile, accepted):
        for answer in answers.values():
            answer["body"], found = pattern.subn("", answer["body"])
            answer["headers"] = {name: pattern.sub("", value) for name, value in answer["headers"].items()}
            answer["shortened"] = answer.get("shortened", 0) + found
    if not spaces:
        for answer in answers.values():
            if answer["headers"].get("Content-Type", "").startswith("text/html"):
                answer["body"], answer["shortened"] = without_spaces(answer["body"]), 1
    return answers


def without_spaces(body: str) -> str:
    """Return a page with a line for each tag, and only the spaces that a browser shows."""
    parts = _AS_TYPED.split(body)  # a part, the tag, what is shown as it was typed, another part ...
    for pattern, shown in _UNSEEN:
        parts = [part if place % 3 == 2 else pattern.sub(shown, part) for place, part in enumerate(parts)]
    return "".join(parts)


def differences(one: Answer | None, other: Answer | None, ignored: Collection[str]) -> Iterator[str]:
    """Yield what differs between two answers, a line each; of an ignored header only that one of them lacks it."""
    if one is None or other is None:
        yield "only in the second recording" if one is None else "only in the first recording"
        return
    if one["status"] != other["status"]:
        yield f"status: {one['status']} became {other['status']}"
    unseen = {name.casefold() for name in ignored}
    if one["body"] != other["body"] or one.get("shortened") or other.get("shortened"):
        unseen.add("content-length")  # which differs with the body
    for name in sorted(one["headers"].keys() | other["headers"].keys()):
        values = one["headers"].get(name), other["headers"].get(name)
        if values[0] != values[1] and (name.casefold() not in unseen or None in values):
            yield f"{name}: {values[0]} became {values[1]}"
    if one["body"] != other["body"]:
        yield from changed_lines(one["body"].split("\n"), other["body"].split("\n"))


def changed_lines(one: Sequence[str], other: Sequence[str]) -> Iterator[str]:
    """Yield the lines of two bodies that differ, from shortly before the place where they do."""
    for verb, start, end, first, last in SequenceMatcher(None, one, other, autojunk=False).get_opcodes():
        if verb == "equal":
            continue
        at = max(0, same_start(one[start], other[first]) - BEFORE) if end > start and last > first else 0
        yield from (f"- {line[at : at + WIDTH]}" for line in one[start:end])
        yield from (f"+ {line[at : at + WIDTH]}" for line in other[first:last])


def same_start(one: str, other: str) -> int:
    """Count the first letters that are the same."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (a, b) in pairs if a != b), min(len(one), len(other)))
