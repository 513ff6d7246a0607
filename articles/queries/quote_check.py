"""The check of a text: which lineages print these words, and how nearly.

The index of blocking keys names the quotations that share the rare pairs of words of what a reader pastes, the pairwise
score says which of them print the same statement, and of each lineage the printing is found that has the very words, or
else the one that differs in fewest. Nothing is stored. Many passages take as many queries as one. The cost is bounded:
only so many of the rarest keys are looked up, quotations compared, and printings of a lineage read.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from rapidfuzz.distance import LCSseq

from articles.engine.comparison.partial_match import PartialMatch, contains_sequence, find_partial_match
from articles.engine.linking.fingerprints import (
    Fingerprint,
    Postings,
    compute_fingerprint,
    generate_candidates,
    get_key_rarity,
)
from articles.engine.linking.pairwise import match
from articles.engine.text.aliases import Aliases
from articles.engine.text.normalization import fold
from articles.engine.text.tokenization import extract_words
from articles.models import Alias, Lineage, Printing, Quote, WordPair

KEYS_LOOKED_UP = 60  # of a passage, the rarest: 20 words have as many; two changed words break a dozen
QUOTES_COMPARED = 24  # quotes a passage; ten may all be wordings of one lineage, and the words may belong to two
LINEAGES_SHOWN = 5  # of one passage
SENTENCES_COMPARED = 12  # of a passage that are tried each for itself
# Share of the pasted words that carry meaning from which a passage that does not match is shown as near. Of 366
# hand-labelled quotations 95 in 100 have more in another printing of the same, 10 in 100 in one of another statement.
NEAR_SHARE = 0.5
PRINTINGS_READ = 300  # of a lineage, the first taken in: enough for every wording of all but the most reprinted
WORDINGS_COMPARED = 4  # of a lineage, the nearest by letters; a comparison takes up to 1 ms
LENGTH_PENALTY = 0.01  # of two printings that hold as much of the words, the shorter
_SENTENCE_END = re.compile(r"(?<=[.!?;\u2026])[\"\u201d\u00bb')\]]*\s+")


@dataclass(frozen=True, slots=True)
class LineageFinding:
    """A lineage that the passage belongs to: its nearest printing, how near it is, and who else prints the like.

    `exact_outlets` print the very words, the earliest first. `probability` is that of one statement standing behind
    both, 0 if they only share words.
    """

    lineage: Lineage
    printing: Printing
    resemblance: PartialMatch
    exact_outlets: tuple[str, ...]
    probability: float


@dataclass(frozen=True, slots=True)
class CheckResult:
    """A passage with its findings, the best first."""

    text: str
    findings: tuple[LineageFinding, ...]

    @property
    def is_known(self) -> bool:
        """Whether any finding is a printing of the same words and not just a neighbour."""
        return any(finding.probability or finding.exact_outlets for finding in self.findings)


def check_quotes(texts: Sequence[str], *, limit: int = LINEAGES_SHOWN) -> list[CheckResult]:
    """Find for each of `texts` the lineages it belongs to, at most `limit` of them."""
    aliases = Alias.objects.load_table()
    similar = _find_similar_quotes(texts, aliases)
    homes = _load_lineages_by_quote({pk for scores in similar for pk in scores})
    ranked = [_rank_lineages(scores, homes, limit) for scores in similar]
    printed = _load_printings({pk for scores in ranked for pk in scores})
    nearest = [
        sorted(_find_nearest_printings(text, scores, printed, aliases), key=_nearest_sort_key)
        for text, scores in zip(texts, ranked, strict=True)
    ]
    return list(_build_results(texts, nearest))


# --- which lineages -----------------------------------------------------------------------------------------------


def _find_similar_quotes(pasted: Sequence[str], aliases: Aliases) -> list[dict[int, float]]:
    """Return the quotations that match each passage, with their probability; or its neighbours, if none matches."""
    passages = [compute_fingerprint(text, aliases) for text in pasted]
    known = WordPair.objects.load_postings({key for passage in passages for key in _select_rarest_keys(passage)})
    near = [_find_candidates(passage, known) for passage in passages]
    texts = dict(Quote.objects.filter(pk__in={pk for pks in near for pk in pks}).values_list("pk", "text"))
    read = {pk: compute_fingerprint(text, aliases) for pk, text in texts.items()}
    return [
        _score_quotes(text, passage, aliases, {pk: read[pk] for pk in pks if pk in read})
        for text, passage, pks in zip(pasted, passages, near, strict=True)
    ]


def _select_rarest_keys(passage: Fingerprint) -> list[int]:
    rarest = sorted(passage.blocking_keys, key=lambda key: (-get_key_rarity(key), key))[:KEYS_LOOKED_UP]
    return [*rarest, passage.exact_key] if passage.code else []


def _find_candidates(passage: Fingerprint, known: Mapping[int, Postings]) -> list[int]:
    """Find the quotations to compare: the same words, to which blocking keys may not lead, then what shares most."""
    same = known.get(passage.exact_key)
    return list(dict.fromkeys([*(same.newest if same else ()), *generate_candidates(passage, known, QUOTES_COMPARED)]))


def _score_quotes(
    text: str, passage: Fingerprint, aliases: Aliases, others: Mapping[int, Fingerprint]
) -> dict[int, float]:
    """Return the `others` that match the passage or a sentence of it; if none does, the ones that come near."""
    parts, sentences = [passage], [sentence for sentence in _SENTENCE_END.split(text) if sentence]
    if len(sentences) > 1:
        parts += [compute_fingerprint(sentence, aliases) for sentence in sentences[:SENTENCES_COMPARED]]
    matched, neighbours = {}, {}
    for pk, other in others.items():
        score = max(_score_match(each, other) for each in parts)
        if score:
            matched[pk] = score
        elif _compute_content_share(passage, other) >= NEAR_SHARE:
            neighbours[pk] = 0.0
    return matched or neighbours


def _score_match(passage: Fingerprint, other: Fingerprint) -> float:
    if passage.code == other.code:
        return 1.0
    result = match(passage, other)
    return result.score if result else 0.0


def _compute_content_share(passage: Fingerprint, other: Fingerprint) -> float:
    """Return the share of the passage's content words that the other has in the same order."""
    return LCSseq.similarity(passage.content, other.content) / max(1, len(passage.content))


def _load_lineages_by_quote(quotes: Iterable[int]) -> dict[int, list[int]]:
    homes: defaultdict[int, list[int]] = defaultdict(list)
    for quote, lineage in Printing.objects.filter(quote__in=quotes).order_by("pk").values_list("quote", "lineage"):
        homes[quote].append(lineage)
    return dict(homes)


def _rank_lineages(alike: Mapping[int, float], homes: Mapping[int, list[int]], most: int) -> dict[int, float]:
    """Return the lineages of these quotations with the best probability of any in it, the best first."""
    best: dict[int, float] = {}
    for quote, score in alike.items():
        for lineage in homes.get(quote, ()):
            best[lineage] = max(score, best.get(lineage, 0.0))
    return dict(sorted(best.items(), key=lambda item: (-item[1], item[0]))[:most])


# --- which printing -----------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _PrintingText:
    """As much of a printing as choosing needs."""

    printing: int
    text: str
    outlet: str
    order: tuple[bool, object, int]


class _NearestPrinting(NamedTuple):
    lineage: int
    printing: int
    resemblance: PartialMatch
    exact_outlets: tuple[str, ...]
    probability: float


def _load_printings(lineages: Iterable[int]) -> dict[int, list[_PrintingText]]:
    """Return the printings of each lineage, earliest first; of a large one only what was taken in first."""
    sizes = dict(Lineage.objects.filter(pk__in=lineages).values_list("pk", "printing_count"))
    small = [pk for pk, size in sizes.items() if size <= PRINTINGS_READ]
    large = [Printing.objects.filter(lineage=pk).order_by("pk") for pk in sorted(sizes.keys() - small)]
    columns = ("lineage", "pk", "start", "end", "quote__text", "quote__article__published", "quote__article")
    printings: defaultdict[int, list[_PrintingText]] = defaultdict(list)
    for some in [Printing.objects.filter(lineage__in=small), *(each[:PRINTINGS_READ] for each in large)]:
        rows = some.values_list(*columns, "quote__article__outlet__name")
        for lineage, pk, start, end, text, published, article, outlet in rows:
            order = (published is None, published, article)
            printings[lineage].append(_PrintingText(pk, text[start:end], outlet or "", order))
    return {lineage: sorted(group, key=lambda row: row.order) for lineage, group in printings.items()}


def _find_nearest_printings(
    text: str, lineages: Mapping[int, float], printed: Mapping[int, Sequence[_PrintingText]], aliases: Aliases
) -> Iterator[_NearestPrinting]:
    """Yield of each lineage the printing that has the very words, or else the one that differs least."""
    words, folded = extract_words(text), fold(text)
    for lineage, probability in lineages.items():
        rows = printed.get(lineage, ())
        exact = [row for row in rows if words and contains_sequence(extract_words(row.text), words)]
        alike = sorted(rows, key=lambda row: -_score_letters(folded, row.text))[:WORDINGS_COMPARED]
        tried = exact[:1] or sorted(alike, key=lambda row: row.order)
        compared = [(find_partial_match(row.text, text, aliases), row) for row in tried]
        if compared:
            resemblance, row = min(compared, key=lambda pair: pair[0].distance)
            outlets = tuple(dict.fromkeys(row.outlet for row in exact))
            yield _NearestPrinting(lineage, row.printing, resemblance, outlets, probability)


def _score_letters(folded: str, text: str) -> float:
    """Count the letters of the pasted words that are found in `text`, less a little for what it has besides."""
    other = fold(text)
    return float(LCSseq.similarity(folded, other)) - LENGTH_PENALTY * len(other)


def _nearest_sort_key(choice: _NearestPrinting) -> tuple[bool, bool, float, tuple[bool, int, int]]:
    return not choice.exact_outlets, not choice.probability, -round(choice.probability, 2), choice.resemblance.distance


def _build_results(texts: Sequence[str], chosen: Sequence[Sequence[_NearestPrinting]]) -> Iterator[CheckResult]:
    """Yield the findings with the rows that a page shows."""
    choices = [choice for some in chosen for choice in some]
    lineages = Lineage.objects.with_first().in_bulk([choice.lineage for choice in choices])
    printings = Printing.objects.in_context().in_bulk([choice.printing for choice in choices])
    for text, some in zip(texts, chosen, strict=True):
        findings = (
            LineageFinding(lineages[lineage], printings[printing], resemblance, outlets, probability)
            for lineage, printing, resemblance, outlets, probability in some
        )
        yield CheckResult(text, tuple(findings))
