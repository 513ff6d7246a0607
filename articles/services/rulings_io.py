"""Export and import of rulings between installations, and the matcher's precision and recall against them.

The file has one JSON object a line: two printings, each by its article (the hash of its address, or of its text and
outlet), its place in the article and its words; the verdict; who gave it, when and why; the matcher's score then. The
lines of one split of a lineage have its key in `split`, and in `part_a` and `part_b` the part that each printing went
to: they bind all pairs across its parts.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from articles.models import Decision, Match, Quote, Ruling
from articles.models.decision import Curator
from articles.services.curation import PairVerdict, import_verdicts

THRESHOLDS = (0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.97, 0.99)
# The keys of a line and the columns behind them: of each quotation, and of the ruling.
_QUOTE_COLUMNS = {
    "address": "article__url_key",
    "article": "article__text_key",
    "outlet": "article__outlet__name",
    "start": "start",
    "end": "end",
    "text": "text",
}
_RULING_COLUMNS = {
    "verdict": "verdict",
    "by": "batch__by__username",
    "made": "batch__made",
    "reason": "batch__reason",
    "note": "batch__note",
    "score": "score",
    "matcher": "matcher",
    "part_a": "part_a",
    "part_b": "part_b",
}


@dataclass(frozen=True, slots=True)
class ImportResult:
    """How many imported lines were new, known or unusable, and the decision that holds the new ones."""

    decision: Decision | None
    imported: int
    known: int
    missing: int  # lines that name a quotation that is not stored, or are malformed


@dataclass(frozen=True, slots=True)
class ThresholdMetrics:
    """Precision and recall of the matcher when pairs with at least this probability count as the same.

    Precision is None without such pairs, recall without any pair ruled the same.
    """

    threshold: float
    precision: float | None
    recall: float | None


def export_rulings() -> Iterator[dict[str, Any]]:
    """Yield the newest ruling in force on each pair and all rulings of splits, oldest first."""
    columns = [
        "pk",
        "batch",
        "split",
        *_RULING_COLUMNS.values(),
        *(f"{side}__{name}" for side in "ab" for name in _QUOTE_COLUMNS.values()),
    ]
    rows: dict[int, dict[str, Any]] = {}
    newest: dict[tuple[int, int], int] = {}
    for row in Ruling.objects.in_force().order_by("pk").values("a", "b", *columns).iterator():
        older = newest.get((row["a"], row["b"]), 0)
        if older and rows[older]["split"] is None:
            del rows[older]
        newest[row["a"], row["b"]] = row["pk"]
        rows[row["pk"]] = row
    for row in rows.values():
        quotes = {side: {key: row[f"{side}__{name}"] for key, name in _QUOTE_COLUMNS.items()} for side in "ab"}
        ruling = {key: row[name] for key, name in _RULING_COLUMNS.items()}
        split = None if row["split"] is None else f"{row['batch']}.{row['split']}"
        yield quotes | ruling | {"made": row["batch__made"].isoformat(), "split": split}


def import_rulings(lines: Iterable[Mapping[str, Any]], *, by: Curator) -> ImportResult:
    """Import rulings as one decision of `by`, without pairs that have the same verdict already, and known splits."""
    verdicts: list[PairVerdict] = []
    splits: dict[str, int] = {}
    missing = 0
    for line in lines:
        verdict = _read_verdict(line, splits)
        if verdict is None:
            missing += 1
        else:
            verdicts.append(verdict)
    verdicts = _drop_overruled(verdicts)
    new = _select_new(verdicts)
    decision = import_verdicts(new, by=by) if new else None
    return ImportResult(decision, len(new), len(verdicts) - len(new), missing)


def _read_verdict(line: Mapping[str, Any], splits: dict[str, int]) -> PairVerdict | None:
    """Return what a line says, None where it is unusable; `splits` numbers the splits of the file."""
    a, b = (_find_quote(line.get(side)) for side in "ab")
    if a is None or b is None or a == b or line.get("verdict") not in Ruling.Verdict.values:
        return None
    verdict, split = PairVerdict(a, b, str(line["verdict"])), line.get("split")
    if split is None:
        return verdict.in_order()
    parts = [line.get(name) for name in ("part_a", "part_b")]
    if not isinstance(split, str) or not all(type(part) is int and abs(part) < 2**31 for part in parts):
        return None
    number = splits.setdefault(split, len(splits) + 1)
    return replace(verdict, split=number, part_a=parts[0], part_b=parts[1]).in_order()


def _drop_overruled(verdicts: Iterable[PairVerdict]) -> list[PairVerdict]:
    """Keep the last verdict on each pair, and all of splits."""
    kept: dict[object, PairVerdict] = {}
    for verdict in verdicts:
        key = (verdict.a, verdict.b, verdict.split)
        kept.pop(key, None)
        kept[key] = verdict
    return list(kept.values())


def _select_new(verdicts: Collection[PairVerdict]) -> list[PairVerdict]:
    """Return the verdicts that are not in force yet; of a split all, unless all are."""
    quotes = {quote for each in verdicts for quote in (each.a, each.b)}
    rulings = Ruling.objects.in_force().filter(a__in=quotes, b__in=quotes).order_by("pk")
    stored = list(rulings.values_list("a", "b", "verdict", "split", "part_a", "part_b"))
    known = {(a, b): verdict for a, b, verdict, split, *_ in stored if split is None}
    of_splits = {(a, b, verdict, *parts) for a, b, verdict, split, *parts in stored if split is not None}
    missing = {
        each.split
        for each in verdicts
        if each.split and (each.a, each.b, each.verdict, each.part_a, each.part_b) not in of_splits
    }
    return [
        each
        for each in verdicts
        if (each.split in missing if each.split else known.get((each.a, each.b)) != each.verdict)
    ]


def _find_quote(side: Any) -> int | None:
    """Return the quotation that a line names; None if there is none or more than one, or its words have changed."""
    if not isinstance(side, Mapping):
        return None
    start, end = side.get("start"), side.get("end")
    if not isinstance(start, int) or not isinstance(end, int) or not 0 <= start < end < 2**31:
        return None
    quotes = Quote.objects.filter(start=start, end=end)
    if isinstance(side.get("address"), str):
        quotes = quotes.filter(article__url_key=side["address"])
    else:
        quotes = quotes.filter(article__text_key=str(side.get("article")), article__outlet__name=side.get("outlet"))
    rows = list(quotes.values_list("pk", "text")[:2])
    return rows[0][0] if len(rows) == 1 and side.get("text", rows[0][1]) == rows[0][1] else None


def measure_thresholds() -> list[ThresholdMetrics]:
    """Measure each threshold against all pairs that were ruled the same or different one by one."""
    decided = Ruling.objects.in_force().filter(
        batch__verb__in=(Decision.Verb.CONFIRM, Decision.Verb.REJECT, Decision.Verb.IMPORT), split=None
    )
    verdicts = {(a, b): verdict for a, b, verdict in decided.order_by("pk").values_list("a", "b", "verdict")}
    scores = Match.objects.load_scores({quote for pair in verdicts for quote in pair})
    pairs = [(scores.get(pair, 0.0), verdict == "same") for pair, verdict in verdicts.items() if verdict != "unsure"]
    return [_measure_threshold(threshold, pairs) for threshold in THRESHOLDS]


def _measure_threshold(threshold: float, pairs: list[tuple[float, bool]]) -> ThresholdMetrics:
    predicted = [same for score, same in pairs if score >= threshold]
    actual = sum(same for _, same in pairs)
    return ThresholdMetrics(
        threshold,
        precision=sum(predicted) / len(predicted) if predicted else None,
        recall=sum(predicted) / actual if actual else None,
    )
