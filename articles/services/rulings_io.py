"""How do rulings go from one installation to another, and what do they say of the matcher?

One JSON object a line: OffGuardian's printing and SANA's, each by its article - the hash of its address, or of its text
- its place in it and its words, with the verdict, who gave it, when, why, and the score at that moment. What is read in
is one batch; a pair on which the same holds already is passed over, so reading twice changes nothing.
`measure_thresholds` holds the chances that the stored matches have against the rulings: of the pairs at or over a
threshold, how many are the same quotation, and how many of all that are it finds.

Left to others: the file (`management.commands.rulings`), what rulings do (`curation`).
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.contrib.auth.models import AbstractBaseUser

from articles.models import Decision, Match, Quote, Ruling
from articles.services.curation import import_verdicts

THRESHOLDS = (0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.97, 0.99)
_SIDE_COLUMNS = ("article__url_key", "article__text_key", "article__outlet__name", "start", "end", "text")


@dataclass(frozen=True, slots=True)
class ImportResult:
    """What became of lines that were read in."""

    decision: Decision | None
    imported: int
    known: int
    missing: int  # name a quotation that is not here, or make no sense


@dataclass(frozen=True, slots=True)
class ThresholdMetrics:
    """How well the chance `threshold` parts what is the same from what is not."""

    threshold: float
    precision: float | None
    recall: float | None


def export_rulings() -> Iterator[dict[str, Any]]:
    """Every ruling that holds, newest of each pair, oldest first."""
    columns = [f"{side}__{name}" for side in "ab" for name in _SIDE_COLUMNS]
    own = ("verdict", "score", "matcher", "batch__by__username", "batch__made", "batch__reason", "batch__note")
    newest: dict[tuple[int, int], dict[str, Any]] = {}
    for row in Ruling.objects.in_force().order_by("pk").values("a", "b", *own, *columns).iterator():
        newest.pop((row["a"], row["b"]), None)
        newest[row["a"], row["b"]] = row
    for row in newest.values():
        yield {
            "a": _serialize_side(row, "a"),
            "b": _serialize_side(row, "b"),
            "verdict": row["verdict"],
            "by": row["batch__by__username"],
            "made": row["batch__made"].isoformat(),
            "reason": row["batch__reason"],
            "note": row["batch__note"],
            "score": row["score"],
            "matcher": row["matcher"],
        }


def _serialize_side(row: Mapping[str, Any], side: str) -> dict[str, Any]:
    short = {"article__url_key": "address", "article__text_key": "article", "article__outlet__name": "outlet"}
    return {short.get(name, name): row[f"{side}__{name}"] for name in _SIDE_COLUMNS}


def import_rulings(lines: Iterable[Mapping[str, Any]], *, by: AbstractBaseUser) -> ImportResult:
    """Take rulings in, as one batch of `by`."""
    verdicts: dict[tuple[int, int], str] = {}
    missing = 0
    for line in lines:
        a, b = (_find_quote(line.get(side)) for side in "ab")
        if a is None or b is None or a == b or line.get("verdict") not in Ruling.Verdict.values:
            missing += 1
        else:
            verdicts[min(a, b), max(a, b)] = str(line["verdict"])
    quotes = {quote for pair in verdicts for quote in pair}
    known = {(each.a_id, each.b_id): each.verdict for each in Ruling.objects.in_force().latest_per_pair_among(quotes)}
    new = {pair: verdict for pair, verdict in verdicts.items() if known.get(pair) != verdict}
    batch = import_verdicts(new, by=by) if new else None
    return ImportResult(batch, len(new), len(verdicts) - len(new), missing)


def _find_quote(side: Any) -> int | None:
    """The quotation that a line names; None where there is none, or more than one, or an article that was rewritten."""
    if not isinstance(side, Mapping):
        return None
    start, end = side.get("start"), side.get("end")
    if not isinstance(start, int) or not isinstance(end, int) or not 0 <= start < end < 2**31:
        return None
    at = Quote.objects.filter(start=start, end=end)
    if isinstance(side.get("address"), str):
        at = at.filter(article__url_key=side["address"])
    else:
        at = at.filter(article__text_key=str(side.get("article")), article__outlet__name=side.get("outlet"))
    found = list(at.values_list("pk", "text")[:2])
    return found[0][0] if len(found) == 1 and side.get("text", found[0][1]) == found[0][1] else None


def measure_thresholds() -> list[ThresholdMetrics]:
    """The thresholds against all pairs that were ruled the same or different, one by one."""
    decided = Ruling.objects.in_force().filter(
        batch__verb__in=(Decision.Verb.CONFIRM, Decision.Verb.REJECT, Decision.Verb.IMPORT)
    )
    verdicts = dict[tuple[int, int], str]()
    for a, b, verdict in decided.order_by("pk").values_list("a", "b", "verdict"):
        verdicts[a, b] = verdict
    quotes = {quote for pair in verdicts for quote in pair}
    rows = Match.objects.filter(a__in=quotes, b__in=quotes).order_by().values_list("a", "b", "score")
    chances = {(a, b): score for a, b, score in rows}
    pairs = [(chances.get(pair, 0.0), verdict == "same") for pair, verdict in verdicts.items() if verdict != "unsure"]
    return [_measure_threshold(threshold, pairs) for threshold in THRESHOLDS]


def _measure_threshold(threshold: float, pairs: list[tuple[float, bool]]) -> ThresholdMetrics:
    over = [same for chance, same in pairs if chance >= threshold]
    all_same = sum(same for _, same in pairs)
    return ThresholdMetrics(
        threshold,
        sum(over) / len(over) if over else None,
        sum(over) / all_same if all_same else None,
    )
