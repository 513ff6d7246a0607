"""The work inside one partition of the Spark job.

Spark brings the rows of a partition together, sorted. Each function here takes them as Arrow batches, hands their
columns to the engine, and gives other rows back.

A step holds no more than a batch and the rows of one key at a time, and of those rows only what it needs. Words that a
million sites print are therefore no more to it than words that two print. Nothing depends on how rows are distributed:
their order comes from the rows themselves.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from articles.engine.linking.batch import blocking, build_link, scoring
from articles.engine.linking.batch.packing import FORMS
from articles.engine.linking.clustering import Link, Member, cluster
from articles.engine.linking.fingerprints import MAX_POSTINGS, Fingerprint, compute_fingerprint
from articles.engine.linking.pairwise import is_formula
from articles.engine.text.spans import Span
from articles.importers.jsonl import InvalidLineError, JsonObject, QuotationRecord, parse_line, parse_quotation

Batches = Iterable[Any]  # of Arrow
Numbers = NDArray[np.int64]

# A component with more links than these is taken as one lineage, for want of memory to let its members agree: it is
# what is left when even the surest links alone hold it together (`job.SURER`). A million take 1.5 GB of a worker.
MAX_COMPONENT_LINKS = 1_000_000

SOURCE_COLUMN = "came struct<file: string, block: bigint, row: bigint>"  # where a quotation stands in what was read
_SOURCE_TYPE = pa.struct([("file", pa.string()), ("block", pa.int64()), ("row", pa.int64())])
_FORM_COLUMNS = ", ".join(f"{form} string" for form in FORMS)

# --- reading ------------------------------------------------------------------------------------------------------

READ_COLUMNS = f"id string, text string, speaker bigint, day double, {SOURCE_COLUMN}, problem string"
PROBLEM_EXCERPT_LENGTH = 60  # characters of a line that are shown, to find it by


def read_lines(batches: Batches) -> Iterator[Any]:
    """Parse lines of JSON, and note what is wrong with the unusable ones: (value, came) -> `READ_COLUMNS`."""
    for batch in batches:
        lines = zip(batch.column("value").to_pylist(), batch.column("came").to_pylist(), strict=True)
        yield _parse_rows([(came, line, line[:PROBLEM_EXCERPT_LENGTH]) for line, came in lines if line.strip()])


def read_rows(batches: Batches) -> Iterator[Any]:
    """Parse the rows of a table: (id, text, speaker?, date?, came) -> `READ_COLUMNS`."""
    for batch in batches:
        rows = batch.to_pylist()
        yield _parse_rows([(row.pop("came"), row, f'"id" {row.get("id")!r}') for row in rows])


def _parse_rows(given: Sequence[tuple[JsonObject, str | JsonObject, str]]) -> Any:
    """Parse what each row says; given are where each came from, its content, and how it begins."""
    quotations: list[QuotationRecord | None] = []
    problems: list[str | None] = []
    for _, said, begins in given:
        try:
            quotations.append(_require_encodable(parse_quotation(parse_line(said) if isinstance(said, str) else said)))
            problems.append(None)
        except InvalidLineError as problem:
            quotations.append(None)
            problems.append(f"{problem}: {begins}")
    return pa.RecordBatch.from_pydict(
        {
            "id": pa.array([q and json.dumps(q.id, ensure_ascii=False) for q in quotations], pa.string()),
            "text": pa.array([q and q.text for q in quotations], pa.string()),
            "speaker": pa.array([q and (q.speaker or 0) for q in quotations], pa.int64()),
            "day": pa.array([q and q.day for q in quotations], pa.float64()),
            "came": pa.array([came for came, _, _ in given], _SOURCE_TYPE),
            "problem": pa.array(problems, pa.string()),
        }
    )


def _require_encodable(quotation: QuotationRecord) -> QuotationRecord:
    """Refuse lone surrogates, which JSON can spell and no table can hold."""
    try:
        f"{quotation.id}{quotation.text}".encode()
    except UnicodeEncodeError as problem:
        raise InvalidLineError("half a character (a lone surrogate) is no text") from problem
    return quotation


# --- wordings -----------------------------------------------------------------------------------------------------

FORM_ROW_COLUMNS = f"id string, {SOURCE_COLUMN}, rank bigint, words bigint, speaker bigint, day double, {_FORM_COLUMNS}"
WORDING_COLUMNS = (
    f"id string, {SOURCE_COLUMN}, wording bigint, first string, speaker bigint, day double, copies bigint, "
    f"{_FORM_COLUMNS}"
)


def compute_forms(batches: Batches) -> Iterator[Any]:
    """Compute the compared forms and a hash of all: (id, text, speaker, day, came, rank) -> `FORM_ROW_COLUMNS`."""
    for batch in batches:
        passages = [compute_fingerprint(text) for text in batch.column("text").to_pylist()]
        columns = {name: batch.column(name) for name in ("id", "came", "rank")}
        columns["words"] = pa.array([passage.exact_key for passage in passages], pa.int64())
        columns |= {name: batch.column(name) for name in ("speaker", "day")}
        for form in FORMS:
            columns[form] = pa.array([getattr(passage, form) for passage in passages], pa.string())
        yield pa.RecordBatch.from_pydict(columns)


@dataclass(slots=True)
class _WordingState:
    """What is known of a wording while its quotations pass; `number` is the rank of the first one."""

    number: int
    first: str
    passage: Fingerprint
    day: float | None
    last_day: float | None
    speaker: int
    copies: int = 1


def find_wordings_in_partition(batches: Batches) -> Iterator[Any]:
    """Find the distinct wordings: `FORM_ROW_COLUMNS` by (words, rank) -> `WORDING_COLUMNS`.

    There is a row for each quotation (with its id) and one for each wording (without). The rule is that of
    `batch.find_wordings`: few words said again weeks later are a wording of their own.
    """
    wording, words = None, None
    for batch in batches:
        done: list[_WordingState] = []
        numbers, firsts = [], []
        columns = (batch.column(name).to_pylist() for name in ("words", "rank", "id", "speaker", "day"))
        for place, (key, rank, identity, speaker, day) in enumerate(zip(*columns, strict=True)):
            if wording is None or key != words or not _is_same_wording(wording, speaker, day):
                done += [wording] if wording else []
                wording, words = _WordingState(rank, identity, _build_fingerprint(batch, place), day, day, speaker), key
            else:
                wording.copies += 1
                wording.last_day, wording.speaker = day, wording.speaker or speaker
            numbers.append(wording.number)
            firsts.append(wording.first)
        yield _fill_wording_batch({"id": batch["id"], "came": batch["came"], "wording": numbers, "first": firsts})
        yield _build_wording_batch(done)
    yield _build_wording_batch([wording] if wording else [])


def _is_same_wording(wording: _WordingState, speaker: int, day: float | None) -> bool:
    same = wording.speaker == speaker if wording.speaker and speaker else None
    apart = None if day is None or wording.last_day is None else day - wording.last_day
    return not is_formula(wording.passage, same, apart)


def _build_fingerprint(batch: Any, place: int) -> Fingerprint:
    return Fingerprint(**{form: batch.column(form)[place].as_py() for form in FORMS})


def _build_wording_batch(wordings: Sequence[_WordingState]) -> Any:
    columns: dict[str, Any] = {form: [getattr(one.passage, form) for one in wordings] for form in FORMS}
    columns |= {name: [getattr(one, name) for one in wordings] for name in ("first", "speaker", "day", "copies")}
    return _fill_wording_batch(columns | {"wording": [one.number for one in wordings]})


_WORDING_TYPES = {"id": pa.string(), "came": _SOURCE_TYPE, "wording": pa.int64(), "first": pa.string()}
_WORDING_TYPES |= {"speaker": pa.int64(), "day": pa.float64(), "copies": pa.int64()}
_WORDING_TYPES |= dict.fromkeys(FORMS, pa.string())


def _fill_wording_batch(columns: dict[str, Any]) -> Any:
    """Return a batch of `WORDING_COLUMNS` with these columns and nothing in the others."""
    given = {name: columns.get(name, [None] * len(columns["wording"])) for name in _WORDING_TYPES}
    arrays = [one if isinstance(one, pa.Array) else pa.array(one, _WORDING_TYPES[name]) for name, one in given.items()]
    return pa.RecordBatch.from_arrays(arrays, names=list(_WORDING_TYPES))


# --- who is compared with whom ------------------------------------------------------------------------------------

POSTING_COLUMNS = "key bigint, wording bigint"
OFFER_COLUMNS = "later bigint, key bigint, weight float, earlier array<bigint>"
CANDIDATE_COLUMNS = "later bigint, earlier bigint"


def emit_postings(batches: Batches) -> Iterator[Any]:
    """Post the blocking keys of each wording: (wording, code, content) -> `POSTING_COLUMNS`."""
    for batch in batches:
        keys, places = blocking.extract_blocking_keys(
            batch.column("code").to_pylist(), batch.column("content").to_pylist()
        )
        yield pa.RecordBatch.from_pydict({"key": keys, "wording": batch.column("wording").to_numpy()[places]})


def offer_candidates(batches: Batches) -> Iterator[Any]:
    """Offer each wording the newest earlier ones with a key: `POSTING_COLUMNS` by (key, wording) -> `OFFER_COLUMNS`."""
    keys, numbers, known = np.zeros(0, np.int64), np.zeros(0, np.int64), 0
    for batch in batches:
        fresh = len(keys)
        keys = np.concatenate([keys, batch.column("key").to_numpy()])
        numbers = np.concatenate([numbers, batch.column("wording").to_numpy()])
        before = _count_earlier(keys, known)
        yield _build_offers(keys, numbers, before, fresh)
        if len(keys):
            kept = max(len(keys) - MAX_POSTINGS, int(np.searchsorted(keys, keys[-1])))
            keys, numbers, known = keys[kept:], numbers[kept:], int(before[kept])


def _count_earlier(keys: Numbers, known: int) -> NDArray[np.int32]:
    """Count the earlier wordings with each row's key; the first row's key had `known` already."""
    before = blocking.count_earlier(keys)
    before[keys == keys[:1]] += known
    return before


def _build_offers(keys: Numbers, numbers: Numbers, before: NDArray[np.int32], fresh: int) -> Any:
    weights = blocking.weigh_pairs(blocking.get_key_rarities(keys.astype(np.uint64)), before)
    rows = fresh + np.flatnonzero((before[fresh:] > 0) & (weights[fresh:] > 0))
    counts = np.minimum(before[rows], MAX_POSTINGS)
    bounds = np.append(0, np.cumsum(counts))
    back = np.arange(bounds[-1]) - np.repeat(bounds[:-1], counts) + 1
    earlier = pa.ListArray.from_arrays(pa.array(bounds, pa.int32()), numbers[np.repeat(rows, counts) - back])
    return pa.RecordBatch.from_pydict(
        {"later": numbers[rows], "key": keys[rows], "weight": weights[rows], "earlier": earlier}
    )


def pick_candidates(batches: Batches) -> Iterator[Any]:
    """Keep the earlier wordings that share most with each: `OFFER_COLUMNS` by (later, key) -> `CANDIDATE_COLUMNS`."""
    for rows in iter_whole_groups(batches, "later"):
        counts = rows["earlier"].value_lengths().to_numpy().astype(np.int64)
        later = np.repeat(rows["later"].to_numpy(), counts)
        weights = np.repeat(rows["weight"].to_numpy(), counts)
        later, earlier = blocking.select_heaviest(later, rows["earlier"].flatten().to_numpy(), weights)
        yield pa.RecordBatch.from_pydict({"later": later, "earlier": earlier})


def iter_whole_groups(batches: Batches, name: str) -> Iterator[Any]:
    """Yield rows sorted by `name` as columns, cut so that all with one value of it stay together."""
    kept: list[Any] = []
    for batch in batches:
        if not batch.num_rows:
            continue
        values = batch.column(name).to_numpy()
        cut = int(np.searchsorted(values, values[-1]))
        if kept and values[0] != kept[-1].column(name)[-1].as_py():
            yield _concatenate(kept)
            kept = []
        if cut:
            yield _concatenate([*kept, batch.slice(0, cut)])
            kept = []
        kept.append(batch.slice(cut))
    if kept:
        yield _concatenate(kept)


def _concatenate(batches: Sequence[Any]) -> dict[str, Any]:
    table = pa.Table.from_batches(batches)
    return {name: pa.concat_arrays(table.column(name).chunks) for name in table.column_names}


# --- do they match? -----------------------------------------------------------------------------------------------

SIDE_COLUMNS = ("day", "speaker", "copies", *FORMS)  # needed of either wording, with its side's letter before
LINK_COLUMNS = (
    "a bigint, b bigint, chance float, host bigint, start int, end int, "
    "a_words int, b_words int, a_copies bigint, b_copies bigint"
)


def compare_candidates(batches: Batches) -> Iterator[Any]:
    """Score candidates: (a, b, and `SIDE_COLUMNS` of both) -> `LINK_COLUMNS`.

    Only pairs that share enough words come out, with the place of a fragment in its host.
    """
    for batch in batches:
        size = batch.num_rows
        both = {name: [*batch[f"a_{name}"].to_pylist(), *batch[f"b_{name}"].to_pylist()] for name in SIDE_COLUMNS}
        days = [np.nan if day is None else day for day in both["day"]]
        columns = scoring.FingerprintColumns.from_forms(both, days, [speaker or 0 for speaker in both["speaker"]])
        yield _build_link_batch(batch, scoring.score_pairs(columns, np.arange(size), np.arange(size, 2 * size)))


def _build_link_batch(batch: Any, matching: scoring.Links) -> Any:
    rows = batch.take(pa.array(matching.a))
    links = []
    codes = (rows.column(name).to_pylist() for name in ("a", "b", "a_code", "b_code"))
    for a, b, a_code, b_code, chance in zip(*codes, matching.probability.tolist(), strict=True):
        links.append(build_link({a: a_code, b: b_code}, a, b, chance))
    return pa.RecordBatch.from_pydict(
        {
            "a": rows.column("a"),
            "b": rows.column("b"),
            "chance": pa.array(matching.probability, pa.float32()),
            "host": pa.array([link.host for link in links], pa.int64()),
            "start": pa.array([link.host_span and link.host_span.start for link in links], pa.int32()),
            "end": pa.array([link.host_span and link.host_span.end for link in links], pa.int32()),
            "a_words": pa.array(map(len, rows.column("a_code").to_pylist()), pa.int32()),
            "b_words": pa.array(map(len, rows.column("b_code").to_pylist()), pa.int32()),
            "a_copies": rows.column("a_copies"),
            "b_copies": rows.column("b_copies"),
        }
    )


# --- lineages -----------------------------------------------------------------------------------------------------

MEMBER_COLUMNS = "wording bigint, first bigint, length int"


def form_lineages(batches: Batches, largest: int = MAX_COMPONENT_LINKS) -> Iterator[Any]:
    """Cluster the links of each component: (label, and `LINK_COLUMNS`) by (label, a, b) -> `MEMBER_COLUMNS`."""
    for group in iter_whole_groups(batches, "label"):
        rows = pa.RecordBatch.from_pydict(group).to_pylist()
        members: list[tuple[int, int, int]] = []
        for _, links in groupby(rows, key=lambda row: row["label"]):
            for family in _cluster_component(list(links), largest):
                members += ((member.passage, family[0].passage, len(member.span)) for member in family)
        wordings, firsts, lengths = zip(*members, strict=True)
        columns = {"wording": wordings, "first": firsts, "length": pa.array(lengths, pa.int32())}
        yield pa.RecordBatch.from_pydict(columns)


def _cluster_component(rows: Sequence[JsonObject], largest: int) -> list[tuple[Member, ...]]:
    lengths = {row[side]: row[f"{side}_words"] for row in rows for side in ("a", "b")}
    copies = {row[side]: row[f"{side}_copies"] for row in rows for side in ("a", "b")}
    if len(rows) > largest:
        return [tuple(Member(wording, Span(0, length)) for wording, length in sorted(lengths.items()))]
    return cluster(lengths, map(_build_link, rows), copies=copies)


def _build_link(row: JsonObject) -> Link:
    place = None if row["host"] is None else Span(row["start"], row["end"])
    return Link(row["a"], row["b"], row["chance"], row["host"], place)
