"""Which of these quotations are printings of the same words?

``python manage.py link quotes.jsonl lineages.jsonl``: in ``{id, text, speaker?, date?, outlet?}``, out
``{id, lineage_id}``, one object a line, in the order they came. TASS's and SANA's "The problem around the U.S.-led
coalition..." come out with one `lineage_id`: the id of the first of the lineage. No database is touched.

A block that prints several statements together is a printing in several lineages; here it gets the one that most of
it belongs to.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from articles.engine.clustering import Link, Member, cluster
from articles.engine.matching import Passage, match, nearest, read_passage, word_pairs
from articles.management.jsonlines import BadLine, JsonLinesCommand, Row, field

CANDIDATES = 30  # as in `articles.linking`
NEWEST = 30  # quotes looked up for a word pair: what is printed a thousand times would be looked up a thousand times


@dataclass(frozen=True, slots=True)
class Quotation:
    id: str | int
    text: str
    speaker: str | None


class Command(JsonLinesCommand):
    help = "Group quotations that print the same words: {id, text, speaker?} in, {id, lineage_id} out, JSON Lines."

    def answers(self, rows: Iterable[tuple[int, Row]]) -> Iterator[dict[str, Any]]:
        quotations = list(self.quotations(rows))
        home = _home(cluster({i: len(q.text) for i, q in enumerate(quotations)}, _links(quotations)))
        for place, quotation in enumerate(quotations):
            yield {"id": quotation.id, "lineage_id": quotations[home[place]].id}

    def quotations(self, rows: Iterable[tuple[int, Row]]) -> Iterator[Quotation]:
        seen: set[str | int] = set()
        for number, row in rows:
            try:
                quotation = Quotation(
                    field(row, "id", (str, int)), field(row, "text"), field(row, "speaker", needed=False)
                )
                if quotation.id in seen:
                    raise BadLine(f'"id" {quotation.id!r} came before; each must be used once')
                seen.add(quotation.id)
                yield quotation
            except BadLine as problem:
                self.refuse(number, problem)


def _links(quotations: Sequence[Quotation]) -> Iterator[Link]:
    """The matches among `quotations`, each found when the later of the two comes."""
    index: defaultdict[int, list[int]] = defaultdict(list)
    passages: list[Passage] = []
    for place, quotation in enumerate(quotations):
        passage = read_passage(quotation.text)
        keys = word_pairs(passage)
        shared = Counter(other for key in keys for other in index[key][-NEWEST:])
        for other in nearest(shared, CANDIDATES):
            likeness = match(passages[other], passage, same_speaker=_same_speaker(quotations[other], quotation))
            if likeness:
                yield Link(other, place, likeness.a, likeness.b, likeness.whole_a, likeness.whole_b)
        passages.append(passage)
        for key in keys:
            index[key].append(place)


def _same_speaker(a: Quotation, b: Quotation) -> bool | None:
    return a.speaker == b.speaker if a.speaker and b.speaker else None


def _home(families: Iterable[tuple[Member, ...]]) -> dict[int, int]:
    """For each passage the first member of the lineage that most of it belongs to."""
    longest: dict[int, tuple[int, int]] = {}
    for family in families:
        for member in family:
            length = len(member.span)
            if member.passage not in longest or length > longest[member.passage][0]:
                longest[member.passage] = (length, family[0].passage)
    return {passage: first for passage, (_, first) in longest.items()}
