"""Batch linking: lineages of very many quotations at once, in columns of NumPy.

`blocking` says who is compared with whom, `scoring` whether they match; `processes` spreads both.

The rules are those of `pairwise` for two quotations and of `clustering` for a family: the same words, features and
network. This is the only package of the engine that needs NumPy. All cores are used where processes can be forked.

A million quotations of some 300 characters hold about half a million *wordings*: TASS's "these were selective, I would
say sparing, strikes" is one, however many sites copy it word for word. Each wording is compared with the earlier ones
that share most of its rare pairs of words. Of each pair of words only the `MAX_POSTINGS` earlier wordings are looked
at, so what is printed ten thousand times costs no more than what is printed ten times.
"""

from array import array
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import isnan
from typing import Any

import numpy as np
from numpy.typing import NDArray

from articles.engine.descent.nearest_source import find_nearest_sources
from articles.engine.linking import pairwise
from articles.engine.linking.batch.blocking import (
    BlockingIndex,
    Postings,
    build_postings,
    count_earlier,
    generate_candidate_pairs,
    iter_newest,
    iter_newest_by_key,
)
from articles.engine.linking.batch.packing import (
    FORMS,
    PART_SIZE,
    PackedFingerprints,
    PackedPart,
    PackedTexts,
    pack_part,
)
from articles.engine.linking.batch.processes import MIN_FORK_SIZE, PARTS_PER_PROCESS, map_in_processes
from articles.engine.linking.batch.scoring import FingerprintColumns, Links, Numbers, score_pairs
from articles.engine.linking.clustering import SURE_PROBABILITY, WHOLE_SHARE, Link, Member, cluster
from articles.engine.linking.fingerprints import compute_fingerprint
from articles.engine.linking.pairwise import is_formula
from articles.engine.text.aliases import STANDARD_ALIASES, Aliases
from articles.engine.text.spans import Span

_BLOCK_SIZE = 8_192  # wordings compared at a time


@dataclass(frozen=True, slots=True)
class QuoteRecord:
    """A quotation to link: `speaker` is any number that tells speakers apart, `day` counts from any day.

    One that `is_separated` is a wording of its own, though others print the same words.
    """

    text: str
    speaker: int | None = None
    day: float | None = None
    is_separated: bool = False


@dataclass(frozen=True, slots=True)
class Wordings:
    """The distinct wordings of many quotations, in the order they came, with the wording of each quotation."""

    fingerprints: PackedFingerprints
    first_quotes: "array[int]"  # the quotation it came with
    by_quote: "array[int]"
    days: "array[float]"  # of the first; not a number where it is not known
    speakers: "array[int]"  # 0 where not known

    def __len__(self) -> int:
        return len(self.fingerprints)

    def build_columns(self, places: Numbers | None = None) -> FingerprintColumns:
        """Build the columns that are compared, of all wordings or of those at these places."""
        places = np.arange(len(self)) if places is None else places
        days, speakers = np.frombuffer(self.days), np.frombuffer(self.speakers, np.int64)
        return FingerprintColumns.from_forms(self.fingerprints.select(places), days[places], speakers[places])

    def build_postings(self) -> Postings:
        """Build the postings of all blocking keys, sorted."""
        parts = []
        for first in range(0, len(self), _BLOCK_SIZE):
            places = np.arange(first, min(first + _BLOCK_SIZE, len(self)))
            forms = self.fingerprints.select(places, ("code", "content"))
            parts.append(build_postings(forms["code"], forms["content"], places))
        postings = np.concatenate(parts)
        postings.sort()
        return postings


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
    numbers: dict[str, int] = {}
    texts = array("I", [numbers.setdefault(quotation.text, len(numbers)) for quotation in printed])
    passages = _compute_fingerprints(list(numbers), workers, aliases)
    del numbers
    same_words: dict[str, int] = {}
    same = array("I", [same_words.setdefault(code, len(same_words)) for code in passages.iter_codes()])
    del same_words
    rows, first_quotes, by_quote, speakers = array("I"), array("q"), array("q"), array("q")
    days, last_days = array("d"), array("d")
    known: dict[int, int] = {}
    for place, (quotation, text) in enumerate(zip(printed, texts, strict=True)):
        day = np.nan if quotation.day is None else quotation.day
        speaker = quotation.speaker or 0
        wording = None if quotation.is_separated else known.get(same[text])
        if wording is None or is_formula(
            passages[text], *_compare_circumstances(speakers[wording], speaker, day - last_days[wording])
        ):
            wording = len(rows)
            if not quotation.is_separated:
                known[same[text]] = wording
            rows.append(text)
            first_quotes.append(place)
            days.append(day)
            last_days.append(day)
            speakers.append(speaker)
        last_days[wording] = day
        speakers[wording] = speakers[wording] or speaker
        by_quote.append(wording)
    return Wordings(passages.choose(np.frombuffer(rows, np.uint32)), first_quotes, by_quote, days, speakers)


def _compare_circumstances(speaker: int, other: int, days: float) -> tuple[bool | None, float | None]:
    """Return whether the speakers are one, and the days between; None where not known."""
    return speaker == other if speaker and other else None, None if isnan(days) else days


def _compute_fingerprints(texts: Sequence[str], workers: int, aliases: Aliases) -> PackedFingerprints:
    parts = [texts[start : start + PART_SIZE] for start in range(0, len(texts), PART_SIZE)]
    packed = list(map_in_processes(_compute_part_forms, parts, aliases, workers))
    forms = {form: PackedTexts([part[place] for part in packed]) for place, form in enumerate(FORMS)}
    return PackedFingerprints(forms, np.arange(len(texts), dtype=np.uint32))


def _compute_part_forms(texts: Sequence[str], aliases: Aliases) -> list[PackedPart]:
    """Compute the forms of these texts, each packed: they are sent from process to process at once."""
    passages = [compute_fingerprint(text, aliases) for text in texts]
    return [pack_part([getattr(passage, form) for passage in passages], as_bytes=form == "letters") for form in FORMS]


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
    index = BlockingIndex.build(wordings.build_postings(), len(wordings))
    blocks = [(start, min(start + _BLOCK_SIZE, len(wordings))) for start in range(0, len(wordings), _BLOCK_SIZE)]
    parts: list[Links] = []
    for (first, last), links in zip(
        blocks, map_in_processes(_match_block, blocks, (wordings, index, least), workers), strict=True
    ):
        parts.append(links)
        if progress:
            progress(last - first)
    a, b, chance = (np.concatenate([getattr(part, name) for part in parts]) for name in ("a", "b", "probability"))
    return Links(a, b, chance)


def _match_block(block: tuple[int, int], shared: tuple[Wordings, BlockingIndex, float]) -> Links:
    wordings, index, least = shared
    later, earlier = generate_candidate_pairs(index, *block)
    concerned, places = np.unique(np.concatenate([later, earlier]), return_inverse=True)
    links = score_pairs(wordings.build_columns(concerned), places[: len(later)], places[len(later) :], least)
    return Links(concerned[links.a], concerned[links.b], links.probability)


def cluster_wordings(
    wordings: Wordings, links: Links, *, workers: int = 1, halves: Iterable[tuple[int, int]] = ()
) -> Iterator[tuple[Member, ...]]:
    """Form the lineages of all wordings, lone ones included; `halves` are pairs of wordings, as in `clustering`."""
    copies = np.bincount(np.frombuffer(wordings.by_quote, np.int64), minlength=len(wordings))
    sure = links.probability >= SURE_PROBABILITY
    label = _label_components(len(wordings), links.a[sure], links.b[sure])
    own = label[links.a] == label[links.b]
    a, b, chance = links.a[own], links.b[own], links.probability[own]
    order = np.argsort(label[a], kind="stable")
    a, b, chance = a[order], b[order], chance[order]
    borders = np.flatnonzero(np.diff(label[a], prepend=-1))
    alone = np.ones(len(wordings), bool)
    alone[a] = alone[b] = False
    lengths = wordings.fingerprints.measure_lengths("code")
    for wording, length in zip(np.flatnonzero(alone).tolist(), lengths[alone].tolist(), strict=True):
        yield (Member(wording, Span(0, length)),)
    pieces = list(zip(borders.tolist(), [*borders[1:].tolist(), len(a)], strict=False))
    batches = [pieces[start : start + MIN_FORK_SIZE] for start in range(0, len(pieces), MIN_FORK_SIZE)]
    other_half = defaultdict(set)
    for one, other in halves:
        other_half[one].add(other)
    shared = (wordings.fingerprints, lengths, a, b, chance, copies, other_half)
    for families in map_in_processes(_cluster_components, batches, shared, workers if len(a) > _BLOCK_SIZE else 1):
        for numbers in families:
            members = zip(numbers[::3], numbers[1::3], numbers[2::3], strict=True)
            yield tuple(Member(wording, Span(start, end)) for wording, start, end in members)


def _cluster_components(pieces: list[tuple[int, int]], shared: tuple[Any, ...]) -> list[list[int]]:
    """Form the families of these components as plain numbers, wording, start, end: they are sent between processes."""
    fingerprints, length_of, a, b, chance, copies, other_half = shared
    families: list[tuple[Member, ...]] = []
    for start, end in pieces:
        pairs = zip(a[start:end].tolist(), b[start:end].tolist(), chance[start:end].tolist(), strict=True)
        members = np.unique(np.concatenate([a[start:end], b[start:end]]))
        numbers = members.tolist()
        codes = dict(zip(numbers, fingerprints.select(members, ("code",))["code"], strict=True))
        lengths = dict(zip(numbers, length_of[members].tolist(), strict=True))
        printed = dict(zip(numbers, copies[members].tolist(), strict=True))
        links = [build_link(codes, *pair) for pair in pairs]
        halves = [(one, other) for one in lengths for other in other_half.get(one, ()) if other in lengths]
        families += cluster(lengths, links, copies=printed, halves=halves)
    return [
        [number for member in family for number in (member.passage, member.span.start, member.span.end)]
        for family in families
    ]


def build_link(codes: Mapping[int, str], a: int, b: int, chance: float) -> Link:
    """Build the link between two, given the words of both, with the place of the shorter if it is a fragment."""
    host, fragment = (a, b) if len(codes[a]) >= len(codes[b]) else (b, a)
    if len(codes[fragment]) >= WHOLE_SHARE * len(codes[host]):
        return Link(a, b, chance)
    stretch = pairwise.find_shared_word_ranges(codes[fragment], codes[host])[1]
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
    yield from iter_newest_by_key(wordings.build_postings(), np.frombuffer(wordings.first_quotes, np.int64))
    exact = np.array([passage.exact_key if passage.code else 0 for passage in wordings.fingerprints], np.int64)
    exact = exact[np.frombuffer(wordings.by_quote, np.int64)]
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
    homes = np.array(home_of, np.int64)
    order = np.argsort(homes, kind="stable")
    starts = np.flatnonzero(np.diff(homes[order], prepend=-1))
    ends = np.append(starts[1:], len(order))
    several = np.flatnonzero(ends - starts > 1)
    count = workers * PARTS_PER_PROCESS if len(printed) >= MIN_FORK_SIZE else 1
    parts = [several[first::count] for first in range(count)]
    shared = (*_pack_texts(printed), order, starts, ends)
    sources: list[int | None] = [None] * len(printed)
    for answers in map_in_processes(_infer_part_sources, parts, shared, workers):
        for place, source in zip(*(column.tolist() for column in answers), strict=True):
            sources[place] = source
    return sources


def _pack_texts(printed: Sequence[QuoteRecord]) -> tuple[PackedTexts, Numbers]:
    """Pack the texts of the quotations, each once, with the place of each quotation's."""
    numbers: dict[str, int] = {}
    places = np.fromiter((numbers.setdefault(one.text, len(numbers)) for one in printed), np.int64, len(printed))
    texts = list(numbers)
    parts = (texts[start : start + PART_SIZE] for start in range(0, len(texts), PART_SIZE))
    return PackedTexts([pack_part(part, as_bytes=True) for part in parts]), places


def _infer_part_sources(part: Numbers, shared: tuple[Any, ...]) -> tuple[NDArray[np.int32], NDArray[np.int32]]:
    """Return the quotations of these lineages that were copied, and from which."""
    texts, text_of, order, starts, ends = shared
    copies, sources = array("i"), array("i")
    for start, end in zip(starts[part].tolist(), ends[part].tolist(), strict=True):
        places = order[start:end]
        for place, source in zip(places, find_nearest_sources(texts.select(text_of[places])), strict=True):
            if source is not None:
                copies.append(place)
                sources.append(places[source])
    return np.frombuffer(copies, np.int32), np.frombuffer(sources, np.int32)
