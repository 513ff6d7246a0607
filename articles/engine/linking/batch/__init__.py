"""Batch linking: lineages of very many quotations at once, in columns of NumPy.

`blocking` says who is compared with whom, `scoring` whether they match; `processes` spreads both.

The rules are those of `pairwise` for two quotations and of `clustering` for a family: the same words, features and
network. This is the only package of the engine that needs NumPy. All cores are used where processes can be forked.

A million quotations of some 300 characters hold about half a million *wordings*: TASS's "these were selective, I would
say sparing, strikes" is one, however many sites copy it word for word. Each wording is compared with the earlier ones
that share most of its rare pairs of words. Of each pair of words only the `MAX_POSTINGS` earlier wordings are looked
at, so what is printed ten thousand times costs no more than what is printed ten times.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from articles.engine.descent.nearest_source import find_nearest_sources
from articles.engine.linking import pairwise
from articles.engine.linking.batch.blocking import (
    BlockingIndex,
    count_earlier,
    generate_candidate_pairs,
    iter_newest,
    iter_newest_by_key,
)
from articles.engine.linking.batch.processes import MIN_FORK_SIZE, PARTS_PER_PROCESS, map_in_processes
from articles.engine.linking.batch.scoring import FORMS, FingerprintColumns, Links, Numbers, score_pairs
from articles.engine.linking.clustering import SURE_PROBABILITY, WHOLE_SHARE, Link, Member, cluster
from articles.engine.linking.fingerprints import Fingerprint, compute_fingerprint
from articles.engine.linking.pairwise import is_formula
from articles.engine.text.aliases import STANDARD_ALIASES, Aliases
from articles.engine.text.spans import Span

_BLOCK_SIZE = 8_192  # wordings compared at a time
_SEPARATOR = "\n"  # of texts sent to another process; no word has it


@dataclass(frozen=True, slots=True)
class QuoteRecord:
    """A quotation to link: `speaker` is any number that tells speakers apart, `day` counts from any day.

    One that `is_separated` is a wording of its own, though others print the same words.
    """

    text: str
    speaker: int | None = None
    day: float | None = None
    is_separated: bool = False


@dataclass(slots=True)
class Wordings:
    """The distinct wordings of many quotations, in the order they came, with the wording of each quotation."""

    fingerprints: list[Fingerprint] = field(default_factory=list)
    first_quotes: list[int] = field(default_factory=list)  # the quotation it came with
    by_quote: list[int] = field(default_factory=list)
    days: list[float] = field(default_factory=list)  # of the first; not a number where it is not known
    last_days: list[float] = field(default_factory=list)
    speakers: list[int] = field(default_factory=list)  # 0 where not known

    def __len__(self) -> int:
        return len(self.fingerprints)

    def build_columns(self) -> FingerprintColumns:
        """Build the columns that are compared."""
        return FingerprintColumns.from_fingerprints(self.fingerprints, self.days, self.speakers)


def link_records(
    printed: Sequence[QuoteRecord], *, workers: int = 1, aliases: Aliases = STANDARD_ALIASES
) -> tuple[Wordings, list[tuple[Member, ...]]]:
    """Return the wordings of these quotations, given in the order of print, and the lineages of the wordings.

    A member's span counts words of its fingerprint.
    """
    wordings = find_wordings(printed, workers=workers, aliases=aliases)
    links = find_links(wordings, workers=workers)
    return wordings, list(cluster_wordings(wordings, links, workers=workers))


def find_wordings(printed: Sequence[QuoteRecord], *, workers: int = 1, aliases: Aliases = STANDARD_ALIASES) -> Wordings:
    """Find the distinct wordings; identical texts are kept once, whatever their number."""
    passages = _compute_fingerprints(list(dict.fromkeys(quotation.text for quotation in printed)), workers, aliases)
    wordings = Wordings()
    known: dict[str, int] = {}
    for place, quotation in enumerate(printed):
        passage = passages[quotation.text]
        day = np.nan if quotation.day is None else quotation.day
        speaker = quotation.speaker or 0
        wording = None if quotation.is_separated else known.get(passage.code)
        if wording is None or not _is_same_statement(wordings, wording, passage, speaker, day):
            wording = len(wordings)
            if not quotation.is_separated:
                known[passage.code] = wording
            wordings.fingerprints.append(passage)
            wordings.first_quotes.append(place)
            wordings.days.append(day)
            wordings.last_days.append(day)
            wordings.speakers.append(speaker)
        wordings.last_days[wording] = day
        wordings.speakers[wording] = wordings.speakers[wording] or speaker
        wordings.by_quote.append(wording)
    return wordings


def _is_same_statement(wordings: Wordings, wording: int, passage: Fingerprint, speaker: int, day: float) -> bool:
    other = wordings.speakers[wording]
    apart = day - wordings.last_days[wording]
    return not is_formula(passage, other == speaker if other and speaker else None, None if np.isnan(apart) else apart)


def _compute_fingerprints(texts: Sequence[str], workers: int, aliases: Aliases) -> dict[str, Fingerprint]:
    parts = [texts[start : start + MIN_FORK_SIZE] for start in range(0, len(texts), MIN_FORK_SIZE)]
    passages: dict[str, Fingerprint] = {}
    for part, columns in zip(parts, map_in_processes(_compute_part_forms, parts, aliases, workers), strict=True):
        forms = (column.split(_SEPARATOR) for column in columns)
        passages.update(zip(part, map(Fingerprint, *forms), strict=True))
    return passages


def _compute_part_forms(texts: Sequence[str], aliases: Aliases) -> list[str]:
    """Compute the forms of these texts, joined to one text a form: it is sent from process to process at once."""
    passages = [compute_fingerprint(text, aliases) for text in texts]
    return [_SEPARATOR.join([getattr(passage, form) for passage in passages]) for form in FORMS]


def find_links(
    wordings: Wordings,
    *,
    workers: int = 1,
    least: float = pairwise.SCORED_THRESHOLD,
    progress: Callable[[int], object] | None = None,
) -> Links:
    """Find the pairs of wordings that share enough to be scored, with at least this chance; not all of them match."""
    if len(wordings) < 2:
        return Links(np.zeros(0, np.int64), np.zeros(0, np.int64), np.zeros(0, np.float32))
    columns = wordings.build_columns()
    index = BlockingIndex.build(columns.code, columns.content)
    blocks = [(start, min(start + _BLOCK_SIZE, len(columns))) for start in range(0, len(columns), _BLOCK_SIZE)]
    parts: list[Links] = []
    for (first, last), links in zip(
        blocks, map_in_processes(_match_block, blocks, (columns, index, least), workers), strict=True
    ):
        parts.append(links)
        if progress:
            progress(last - first)
    a, b, chance = (np.concatenate([getattr(part, name) for part in parts]) for name in ("a", "b", "probability"))
    return Links(a, b, chance)


def _match_block(block: tuple[int, int], shared: tuple[FingerprintColumns, BlockingIndex, float]) -> Links:
    columns, index, least = shared
    return score_pairs(columns, *generate_candidate_pairs(index, *block), least)


def cluster_wordings(
    wordings: Wordings, links: Links, *, workers: int = 1, halves: Iterable[tuple[int, int]] = ()
) -> Iterator[tuple[Member, ...]]:
    """Form the lineages of all wordings, lone ones included; `halves` are pairs of wordings, as in `clustering`."""
    copies = np.bincount(wordings.by_quote, minlength=len(wordings))
    sure = links.probability >= SURE_PROBABILITY
    label = _label_components(len(wordings), links.a[sure], links.b[sure])
    own = label[links.a] == label[links.b]
    a, b, chance = links.a[own], links.b[own], links.probability[own]
    order = np.argsort(label[a], kind="stable")
    a, b, chance = a[order], b[order], chance[order]
    borders = np.flatnonzero(np.diff(label[a], prepend=-1))
    alone = np.ones(len(wordings), bool)
    alone[a] = alone[b] = False
    for wording in np.flatnonzero(alone).tolist():
        yield (Member(wording, Span(0, len(wordings.fingerprints[wording].code))),)
    pieces = list(zip(borders.tolist(), [*borders[1:].tolist(), len(a)], strict=False))
    batches = [pieces[start : start + MIN_FORK_SIZE] for start in range(0, len(pieces), MIN_FORK_SIZE)]
    other_half = defaultdict(set)
    for one, other in halves:
        other_half[one].add(other)
    shared = (wordings, a, b, chance, copies, other_half)
    for families in map_in_processes(_cluster_components, batches, shared, workers if len(a) > _BLOCK_SIZE else 1):
        for numbers in families:
            members = zip(numbers[::3], numbers[1::3], numbers[2::3], strict=True)
            yield tuple(Member(wording, Span(start, end)) for wording, start, end in members)


def _cluster_components(pieces: list[tuple[int, int]], shared: tuple[Any, ...]) -> list[list[int]]:
    """Form the families of these components as plain numbers, wording, start, end: they are sent between processes."""
    wordings, a, b, chance, copies, other_half = shared
    families: list[tuple[Member, ...]] = []
    for start, end in pieces:
        pairs = zip(a[start:end].tolist(), b[start:end].tolist(), chance[start:end].tolist(), strict=True)
        links = [build_link(wordings.fingerprints, *pair) for pair in pairs]
        lengths = {wording: len(wordings.fingerprints[wording].code) for link in links for wording in (link.a, link.b)}
        halves = [(one, other) for one in lengths for other in other_half.get(one, ()) if other in lengths]
        printed = {wording: int(copies[wording]) for wording in lengths}
        families += cluster(lengths, links, copies=printed, halves=halves)
    return [
        [number for member in family for number in (member.passage, member.span.start, member.span.end)]
        for family in families
    ]


def build_link(passages: Mapping[int, Fingerprint] | Sequence[Fingerprint], a: int, b: int, chance: float) -> Link:
    """Build the link between two that match, with the place of the shorter in the longer if it is a fragment of it."""
    host, fragment = (a, b) if len(passages[a].code) >= len(passages[b].code) else (b, a)
    if len(passages[fragment].code) >= WHOLE_SHARE * len(passages[host].code):
        return Link(a, b, chance)
    stretch = pairwise.find_shared_ranges(passages[fragment], passages[host])[1]
    return Link(a, b, chance, host, Span(stretch.first, stretch.last + 1))


def _label_components(size: int, a: Numbers, b: Numbers) -> Numbers:
    """Return the smallest number that each can be reached from."""
    label = np.arange(size)
    while True:
        lowest = np.minimum(label[a], label[b])
        before = label.copy()
        np.minimum.at(label, label[a], lowest)
        np.minimum.at(label, label[b], lowest)
        label = label[label]
        if (label == before).all():
            return label


def iter_newest_postings(wordings: Wordings) -> Iterator[tuple[int, int, int]]:
    """Yield of each key the newest quotations that have it: (key, how many had it before, quotation), by key.

    This is what incremental linking posts for each new quotation (`fingerprints.Postings`): each wording's blocking
    keys lead to its first quotation, its words as a whole to all of them.
    """
    if not len(wordings):
        return
    columns = wordings.build_columns()
    index = BlockingIndex.build(columns.code, columns.content)
    yield from iter_newest_by_key(index, np.array(wordings.first_quotes, np.int64))
    exact = np.array([passage.exact_key if passage.code else 0 for passage in wordings.fingerprints], np.int64)
    exact = exact[wordings.by_quote]
    quotations = np.argsort(exact, kind="stable")[np.count_nonzero(exact == 0) :]
    keys = exact[quotations]
    yield from iter_newest(keys, count_earlier(keys), quotations)


def assign_lineages(wordings: Wordings, families: Iterable[tuple[Member, ...]]) -> dict[int, list[int]]:
    """Return for each wording the first wordings of the lineages it belongs to, that of its longest part first."""
    parts: defaultdict[int, list[tuple[int, int]]] = defaultdict(list)
    for family in families:
        for member in family:
            parts[member.passage].append((-len(member.span), family[0].passage))
    return {wording: [first for _, first in sorted(homes)] for wording, homes in parts.items()}


def infer_sources(printed: Sequence[QuoteRecord], home_of: Sequence[int], *, workers: int = 1) -> list[int | None]:
    """Return the earlier quotation that each was most likely copied from; `home_of` names the lineage of each.

    The quotations come in the order of print.
    """
    lineages: defaultdict[int, list[int]] = defaultdict(list)
    for place, home in enumerate(home_of):
        lineages[home].append(place)
    several = [places for places in lineages.values() if len(places) > 1]
    count = workers * PARTS_PER_PROCESS if len(printed) >= MIN_FORK_SIZE else 1
    parts = [several[start::count] for start in range(count)]
    sources: list[int | None] = [None] * len(printed)
    for part, answers in zip(parts, map_in_processes(_infer_part_sources, parts, printed, workers), strict=True):
        for places, answer in zip(part, answers, strict=True):
            for place, source in zip(places, answer, strict=True):
                sources[place] = None if source is None else places[source]
    return sources


def _infer_part_sources(part: Sequence[list[int]], printed: Sequence[QuoteRecord]) -> list[list[int | None]]:
    return [find_nearest_sources([printed[place].text for place in places]) for places in part]
