"""Has anybody printed these words, and how near do they come?

"They declared its goal in fighting exclusively ISIS and pledged to take any action against the Syrian army" is pasted
by a reader who remembers. The index that finds relatives of new quotes names those that share its rare pairs of words;
`engine.matching` says which of them print the same statement; and of each lineage the printing is looked for that has
the very words, else the one that differs in fewest. Nothing is stored. Many passages - the quotations of a whole
article - are checked with as many queries as one.

The cost is bounded: so many of the rarest pairs of a passage are looked up, so many quotes compared, so many printings
of a lineage read.

Left to others: what a match is (`engine.matching`), what differs (`engine.resemblance`), the words to say it in
(`articles.presentation.check_results`).
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from django.db.models import QuerySet
from rapidfuzz.distance import LCSseq

from articles.engine.comparison.partial_match import Resemblance, holds, resemble, words_in
from articles.engine.linking.fingerprints import Passage, candidates, rarity_of_key, read_passage
from articles.engine.linking.pairwise import match
from articles.engine.text.aliases import Aliases
from articles.engine.text.normalization import fold
from articles.models import Alias, Lineage, Printing, Quote, WordPair

KEYS_LOOKED_UP = 60  # of a passage, the rarest: 20 words have as many; two changed words break a dozen
COMPARED = 24  # quotes a passage; ten may all be wordings of one lineage, and the words may belong to two
LINEAGES_SHOWN = 5  # of one passage
SENTENCES = 12  # of a passage that are tried each for itself
# Share of the pasted words that carry meaning from which a passage that does not match is shown as near. Of 366
# hand-labelled quotations 95 in 100 have more in another printing of the same, 10 in 100 in one of another statement.
TOUCHES = 0.5
PRINTINGS_READ = 300  # of a lineage, the first taken in: enough for every wording of all but the most reprinted
WORDINGS_COMPARED = 4  # of a lineage, the nearest by letters; a comparison takes up to 1 ms


@dataclass(frozen=True, slots=True)
class Finding:
    """A lineage that the passage belongs to: its nearest printing, how near, and who else prints the like.

    `attested` are the outlets that print the very words, the earliest printing first; empty where nobody does.
    `likeness` is the chance that one statement stands behind both, 0 where they only share words.
    """

    lineage: Lineage
    printing: Printing
    resemblance: Resemblance
    attested: tuple[str, ...]
    likeness: float


@dataclass(frozen=True, slots=True)
class Checked:
    """A passage with what was found of it, the best first."""

    text: str
    findings: tuple[Finding, ...]

    @property
    def known(self) -> bool:
        """Is any of it a printing of the same words, and no mere neighbour?"""
        return any(finding.likeness or finding.attested for finding in self.findings)


def check(texts: Sequence[str], *, most: int = LINEAGES_SHOWN) -> list[Checked]:
    """For each of `texts` the lineages it belongs to, at most `most` of them."""
    aliases = Alias.objects.table()
    passages = [read_passage(text, aliases) for text in texts]
    alike = _alike(texts, passages, aliases)
    homes = _homes({pk for found in alike for pk in found})
    wanted = [_lineages(found, homes, most) for found in alike]
    printed = _printed({pk for likely in wanted for pk in likely})
    chosen = [
        sorted(_nearest(text, likely, printed, aliases), key=_best_first)
        for text, likely in zip(texts, wanted, strict=True)
    ]
    return list(_told(texts, chosen))


# --- which lineages -----------------------------------------------------------------------------------------------


def _alike(pasted: Sequence[str], passages: Sequence[Passage], aliases: Aliases) -> list[dict[int, float]]:
    """Of each passage the quotes like it, with the chance that they print the same; where none is, its neighbours."""
    known = WordPair.objects.postings({key for passage in passages for key in _telling_keys(passage)})
    near = [candidates(passage, known, COMPARED) for passage in passages]
    near = [_with_copies_of(passage, known, found) for passage, found in zip(passages, near, strict=True)]
    texts = dict(Quote.objects.filter(pk__in={pk for found in near for pk in found}).values_list("pk", "text"))
    read = {pk: read_passage(text, aliases) for pk, text in texts.items()}
    return [
        _of_one(text, passage, aliases, [(pk, read[pk]) for pk in found if pk in read])
        for text, passage, found in zip(pasted, passages, near, strict=True)
    ]


def _telling_keys(passage: Passage) -> list[int]:
    rarest = sorted(passage.keys, key=lambda key: (-rarity_of_key(key), key))[:KEYS_LOOKED_UP]
    return [*rarest, passage.words_key] if passage.code else []


def _with_copies_of(passage: Passage, known: Mapping[int, object], found: list[int]) -> list[int]:
    """With the quotes that have the same words, which pairs lead to only where they were the first to have them."""
    same = known.get(passage.words_key)
    return list(dict.fromkeys([*getattr(same, "newest", ()), *found]))


def _of_one(text: str, passage: Passage, aliases: Aliases, others: Sequence[tuple[int, Passage]]) -> dict[int, float]:
    """The quotes among `others` that match the passage, or a sentence of it; where none does, those that come near."""
    sentences = [read_passage(sentence, aliases) for sentence in _sentences(text)]
    matched, neighbours = {}, {}
    for pk, other in others:
        score = max((_likeness(each, other) for each in (passage, *sentences)), default=0.0)
        if score:
            matched[pk] = score
        elif _share(passage, other) >= TOUCHES:
            neighbours[pk] = 0.0
    return matched or neighbours


def _sentences(text: str) -> list[str]:
    """What may be of another statement each, where there are several."""
    found = [sentence for sentence in _SENTENCE_END.split(text) if sentence]
    return found[:SENTENCES] if len(found) > 1 else []


def _likeness(passage: Passage, other: Passage) -> float:
    if passage.code == other.code:
        return 1.0
    found = match(passage, other)
    return found.score if found else 0.0


def _share(passage: Passage, other: Passage) -> float:
    """How many of the passage's words that carry meaning the other has, in the same order."""
    return LCSseq.similarity(passage.content, other.content) / max(1, len(passage.content))


def _homes(quotes: Iterable[int]) -> dict[int, list[int]]:
    homes: defaultdict[int, list[int]] = defaultdict(list)
    for quote, lineage in Printing.objects.filter(quote__in=quotes).order_by("pk").values_list("quote", "lineage"):
        homes[quote].append(lineage)
    return dict(homes)


def _lineages(alike: Mapping[int, float], homes: Mapping[int, list[int]], most: int) -> dict[int, float]:
    """The lineages of these quotes with the best likeness of any in it, the best first."""
    best: dict[int, float] = {}
    for quote, score in alike.items():
        for lineage in homes.get(quote, ()):
            best[lineage] = max(score, best.get(lineage, 0.0))
    return dict(sorted(best.items(), key=lambda item: (-item[1], item[0]))[:most])


# --- which printing -----------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Row:
    """As much of a printing as choosing needs."""

    printing: int
    text: str
    outlet: str
    order: tuple[bool, object, int]


@dataclass(frozen=True, slots=True)
class _Choice:
    lineage: int
    printing: int
    resemblance: Resemblance
    attested: tuple[str, ...]
    likeness: float


def _printed(lineages: Iterable[int]) -> dict[int, list[_Row]]:
    """The printings of each lineage, earliest first."""
    sizes = dict(Lineage.objects.filter(pk__in=lineages).values_list("pk", "printing_count"))
    small = [pk for pk, size in sizes.items() if size <= PRINTINGS_READ]
    rows: defaultdict[int, list[_Row]] = defaultdict(list)
    for some in [Printing.objects.filter(lineage__in=small), *_beginnings(sizes.keys() - small)]:
        for lineage, row in _rows(some):
            rows[lineage].append(row)
    return {lineage: sorted(found, key=lambda row: row.order) for lineage, found in rows.items()}


def _beginnings(lineages: Iterable[int]) -> Iterator[QuerySet[Printing]]:
    for lineage in sorted(lineages):
        yield Printing.objects.filter(lineage=lineage).order_by("pk")[:PRINTINGS_READ]


def _rows(printings: QuerySet[Printing]) -> Iterator[tuple[int, _Row]]:
    columns = ("lineage", "pk", "start", "end", "quote__text", "quote__article__published", "quote__article")
    for lineage, pk, start, end, text, published, article, outlet in printings.values_list(
        *columns, "quote__article__outlet__name"
    ):
        yield lineage, _Row(pk, text[start:end], outlet or "", (published is None, published, article))


def _nearest(
    text: str, lineages: Mapping[int, float], printed: Mapping[int, Sequence[_Row]], aliases: Aliases
) -> Iterator[_Choice]:
    """Of each lineage the printing that has the very words, else the one that differs least."""
    words, folded = words_in(text), fold(text)
    for lineage, likeness in lineages.items():
        rows = printed.get(lineage, ())
        having = [row for row in rows if words and holds(words_in(row.text), words)]
        alike = sorted(rows, key=lambda row: -_letters_alike(folded, row.text))[:WORDINGS_COMPARED]
        tried = having[:1] or sorted(alike, key=lambda row: row.order)
        compared = [(resemble(row.text, text, aliases), row) for row in tried]
        if compared:
            resemblance, row = min(compared, key=lambda pair: pair[0].distance)
            attested = tuple(dict.fromkeys(row.outlet for row in having))
            yield _Choice(lineage, row.printing, resemblance, attested, likeness)


def _letters_alike(folded: str, text: str) -> float:
    """How many letters of the pasted words are found in `text`, less what it has beside them, a little."""
    other = fold(text)
    shared = LCSseq.similarity(folded, other)
    return float(shared) - LENGTH_COUNTS * len(other)


_SENTENCE_END = re.compile(r"(?<=[.!?;\u2026])[\"\u201d\u00bb')\]]*\s+")
LENGTH_COUNTS = 0.01  # of two printings that hold as much of the words, the shorter


def _best_first(choice: _Choice) -> tuple[bool, bool, float, tuple[bool, int, int]]:
    return not choice.attested, not choice.likeness, -round(choice.likeness, 2), choice.resemblance.distance


def _told(texts: Sequence[str], chosen: Sequence[Sequence[_Choice]]) -> Iterator[Checked]:
    """The same with the rows that a page shows."""
    every = [choice for some in chosen for choice in some]
    lineages = Lineage.objects.with_first().in_bulk([choice.lineage for choice in every])
    printings = Printing.objects.in_context().in_bulk([choice.printing for choice in every])
    for text, some in zip(texts, chosen, strict=True):
        yield Checked(
            text,
            tuple(
                Finding(
                    lineages[choice.lineage],
                    printings[choice.printing],
                    choice.resemblance,
                    choice.attested,
                    choice.likeness,
                )
                for choice in some
            ),
        )
