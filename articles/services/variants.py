"""How do the printings of a lineage differ from the earliest one seen?

Of OffGuardian's words SANA's printing leaves out an aside and puts "ISIS" for "the Islamic State": two departures,
kept so that the pages of SANA and of Lavrov can count them without comparing everything anew. Only what both print is
compared: where a printing begins and ends is a choice, not a change. That one departs from another says nothing of
which is nearer to what was said.

Left to others: comparing (`engine.resemblance`), when a lineage has changed (`revising`), counting (`views.habits`).
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from articles.engine.comparison.change_kinds import CHANGE_KINDS
from articles.engine.comparison.partial_match import PartialMatch, find_partial_match
from articles.engine.text.aliases import Aliases
from articles.engine.text.spans import Span
from articles.models import Lineage, Printing, Variant
from articles.models.variant import MAX_SHOWN_LENGTH, NO_CHANGE

MAX_CHANGES = 12  # changes of one printing, the gravest: a list of more is nobody's reading
PARAPHRASE = "paraphrase"  # what is kept of two translations, of which no list of changes can be made
ROWS_PER_QUERY = 2000


def record_variants(printings: Mapping[Lineage, Sequence[Printing]], aliases: Aliases) -> None:
    """Keep how all these printings, earliest first, differ from the first of their lineage: each, and all together."""
    Variant.objects.filter(printing__lineage__in=[lineage.pk for lineage in printings]).delete()
    rows: list[Variant] = []
    for lineage, those in printings.items():
        departures, lineage.altered = _build_lineage_variants(those, aliases)
        lineage.kinds = " ".join(sorted({departure.kind for departure in departures} - {NO_CHANGE}))
        rows += departures
    Variant.objects.bulk_create(rows, batch_size=ROWS_PER_QUERY)
    Lineage.objects.bulk_update(printings, ["altered", "kinds"], batch_size=ROWS_PER_QUERY // 4)


def _build_lineage_variants(printings: Sequence[Printing], aliases: Aliases) -> tuple[list[Variant], int]:
    """The departures, and the dangers of all wordings together."""
    compared: dict[str, PartialMatch] = {}
    rows: list[Variant] = []
    for printing in printings[1:]:
        text = printing.text
        if text not in compared:
            compared[text] = find_partial_match(printings[0].text, text, aliases)
        rows += _build_printing_variants(printing, printings[0].text, compared[text])
    return rows, sum(_sum_severities(found) for found in compared.values())


def _sum_severities(found: PartialMatch) -> int:
    return (
        CHANGE_KINDS[PARAPHRASE].severity
        if found.is_loose
        else sum(change.severity for change in found.substantive_changes)
    )


def _build_printing_variants(printing: Printing, first: str, found: PartialMatch) -> Iterator[Variant]:
    outlet = printing.quote.article.outlet_id
    if found.is_loose:
        yield Variant(printing=printing, outlet_id=outlet, kind=PARAPHRASE, danger=CHANGE_KINDS[PARAPHRASE].severity)
    elif not found.substantive_changes:
        yield Variant(printing=printing, outlet_id=outlet, kind=NO_CHANGE)
    else:
        texts = found.printed_span.extract(first), found.pasted_span.extract(printing.text)
        for change in found.substantive_changes[:MAX_CHANGES]:
            before, after = _shorten(change.a, texts[0]), _shorten(change.b, texts[1])
            yield Variant(
                printing=printing,
                outlet_id=outlet,
                kind=change.kind,
                danger=change.severity,
                before=before,
                after=after,
            )


def _shorten(span: Span, text: str) -> str:
    words = span.extract(text).strip()
    return words if len(words) <= MAX_SHOWN_LENGTH else words[: MAX_SHOWN_LENGTH - 1] + "\N{HORIZONTAL ELLIPSIS}"


def record_lineage_variants(lineages: Iterable[Lineage], aliases: Aliases) -> None:
    """The same for lineages whose printings are not at hand."""
    by_pk = {lineage.pk: lineage for lineage in lineages}
    printings: dict[Lineage, list[Printing]] = {lineage: [] for lineage in by_pk.values()}
    for printing in Printing.objects.filter(lineage__in=by_pk).in_context().earliest_first():
        printings[by_pk[printing.lineage_id]].append(printing)
    record_variants(printings, aliases)
