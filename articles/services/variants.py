"""How do the printings of a lineage differ from the earliest one seen?

Of OffGuardian's words SANA's printing leaves out an aside and puts "ISIS" for "the Islamic State": two departures,
kept so that the pages of SANA and of Lavrov can count them without comparing everything anew. Only what both print is
compared: where a printing begins and ends is a choice, not a change. That one departs from another says nothing of
which is nearer to what was said.

Left to others: comparing (`engine.resemblance`), when a lineage has changed (`revising`), counting (`views.habits`).
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from articles.engine.comparison.change_kinds import KINDS
from articles.engine.comparison.partial_match import Resemblance, resemble
from articles.engine.text.aliases import Aliases
from articles.engine.text.spans import Span
from articles.models import Departure, Lineage, Printing
from articles.models.variant import SAME, SHORTENED

KEPT = 12  # changes of one printing, the gravest: a list of more is nobody's reading
OTHER_WORDS = "paraphrase"  # what is kept of two translations, of which no list of changes can be made
ROWS_A_QUERY = 2000


def note_departures(printings: Mapping[Lineage, Sequence[Printing]], aliases: Aliases) -> None:
    """Keep how all these printings, earliest first, differ from the first of their lineage: each, and all together."""
    Departure.objects.filter(printing__lineage__in=[lineage.pk for lineage in printings]).delete()
    rows: list[Departure] = []
    for lineage, those in printings.items():
        departures, lineage.altered = _of_lineage(those, aliases)
        lineage.kinds = " ".join(sorted({departure.kind for departure in departures} - {SAME}))
        rows += departures
    Departure.objects.bulk_create(rows, batch_size=ROWS_A_QUERY)
    Lineage.objects.bulk_update(printings, ["altered", "kinds"], batch_size=ROWS_A_QUERY // 4)


def _of_lineage(printings: Sequence[Printing], aliases: Aliases) -> tuple[list[Departure], int]:
    """The departures, and the dangers of all wordings together."""
    compared: dict[str, Resemblance] = {}
    rows: list[Departure] = []
    for printing in printings[1:]:
        text = printing.text
        if text not in compared:
            compared[text] = resemble(printings[0].text, text, aliases)
        rows += _of_printing(printing, printings[0].text, compared[text])
    return rows, sum(_dangers(found) for found in compared.values())


def _dangers(found: Resemblance) -> int:
    return KINDS[OTHER_WORDS].danger if found.loose else sum(change.danger for change in found.inside)


def _of_printing(printing: Printing, first: str, found: Resemblance) -> Iterator[Departure]:
    outlet = printing.quote.article.outlet_id
    if found.loose:
        yield Departure(printing=printing, outlet_id=outlet, kind=OTHER_WORDS, danger=KINDS[OTHER_WORDS].danger)
    elif not found.inside:
        yield Departure(printing=printing, outlet_id=outlet, kind=SAME)
    else:
        texts = found.in_printed.of(first), found.in_pasted.of(printing.text)
        for change in found.inside[:KEPT]:
            before, after = _short(change.a, texts[0]), _short(change.b, texts[1])
            yield Departure(
                printing=printing,
                outlet_id=outlet,
                kind=change.kind,
                danger=change.danger,
                before=before,
                after=after,
            )


def _short(span: Span, text: str) -> str:
    words = span.of(text).strip()
    return words if len(words) <= SHORTENED else words[: SHORTENED - 1] + "\N{HORIZONTAL ELLIPSIS}"


def note_all(lineages: Iterable[Lineage], aliases: Aliases) -> None:
    """The same for lineages whose printings are not at hand."""
    by_pk = {lineage.pk: lineage for lineage in lineages}
    printings: dict[Lineage, list[Printing]] = {lineage: [] for lineage in by_pk.values()}
    for printing in Printing.objects.filter(lineage__in=by_pk).in_context().earliest_first():
        printings[by_pk[printing.lineage_id]].append(printing)
    note_departures(printings, aliases)
