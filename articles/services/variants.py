"""Variants: the differences of each printing from the earliest printing of its lineage, stored for counting.

SANA's printing of OffGuardian's words leaves out an aside and puts "ISIS" for "the Islamic State": two variants. Only
what both printings contain is compared: where a printing begins and ends is a choice, not a change, and so is what a
fragment leaves out. An article counts once, with its fullest printing. That a printing
differs from the earliest says nothing of which is nearer to what was said.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from articles.engine.comparison.change_kinds import CHANGE_KINDS
from articles.engine.comparison.partial_match import PartialMatch, find_partial_match
from articles.engine.text.aliases import Aliases
from articles.engine.text.fragments import is_fragment
from articles.engine.text.normalization import fold
from articles.engine.text.spans import Span
from articles.models import Lineage, Printing, Variant
from articles.models.variant import MAX_SHOWN_LENGTH, NO_CHANGE

MAX_CHANGES = 12  # the most serious changes of one printing: nobody reads a longer list
PARAPHRASE = "paraphrase"  # the kind of two translations, which have no list of changes
ROWS_PER_QUERY = 2000


def record_variants(printings: Mapping[Lineage, Sequence[Printing]], aliases: Aliases) -> None:
    """Store the variants of all printings of each lineage, and the lineage's summary of them.

    The printings of a lineage come earliest first.
    """
    Variant.objects.filter(printing__lineage__in=[lineage.pk for lineage in printings]).delete()
    rows: list[Variant] = []
    by_lineage: dict[Lineage, list[Variant]] = {}
    for lineage, own in printings.items():
        variants, lineage.altered = _build_lineage_variants(own, aliases)
        lineage.kinds = " ".join(sorted({variant.kind for variant in variants} - {NO_CHANGE}))
        by_lineage[lineage] = variants
        rows += variants
    Variant.objects.bulk_create(rows, batch_size=ROWS_PER_QUERY)
    for lineage in printings:
        lineage.severity, lineage.top_change, lineage.top_change_outlets = _find_top_change(by_lineage[lineage])
    columns = ["altered", "kinds", "severity", "top_change", "top_change_outlets"]
    Lineage.objects.bulk_update(printings, columns, batch_size=ROWS_PER_QUERY // 8)


def _build_lineage_variants(printings: Sequence[Printing], aliases: Aliases) -> tuple[list[Variant], int]:
    """Build the variants of one lineage, and sum the severities of its distinct wordings."""
    matches: dict[str, PartialMatch] = {}
    rows: list[Variant] = []
    if not printings:
        return rows, 0
    first, *others = Printing.select_versions(printings)
    for printing in others:
        text = printing.text
        if text not in matches:
            matches[text] = _compare_with_first(first.text, text, aliases)
        rows += _build_printing_variants(printing, first.text, matches[text])
    return rows, sum(_sum_severities(match) for match in matches.values())


def _find_top_change(variants: Sequence[Variant]) -> tuple[int, Variant | None, int]:
    """Find the most serious change: its severity, its earliest variant, and how many outlets print it.

    Of equally serious changes, the one that most outlets print is chosen, then the earliest.
    """
    alike: dict[tuple[str, str, str], list[Variant]] = {}
    severity = max((variant.danger for variant in variants), default=0)
    for variant in variants if severity else ():
        if variant.danger == severity:
            alike.setdefault((variant.kind, fold(variant.before), fold(variant.after)), []).append(variant)
    if not alike:
        return 0, None, 0
    counts = {key: len({each.outlet_id or -each.printing_id for each in group}) for key, group in alike.items()}
    widest = max(alike, key=lambda key: counts[key])
    return severity, alike[widest][0], counts[widest]


def _compare_with_first(first: str, text: str, aliases: Aliases) -> PartialMatch:
    """Compare `text` with the earliest version; what a fragment leaves out, or any version at an end, is no change."""
    match = find_partial_match(first, text, aliases)
    is_part = is_fragment(text)
    changes = tuple(
        change
        for change in match.substantive_changes
        if not change.is_truncation and not (is_part and change.kind.startswith("deletion."))
    )
    return replace(match, substantive_changes=changes)


def _sum_severities(match: PartialMatch) -> int:
    if match.is_loose:
        return CHANGE_KINDS[PARAPHRASE].severity
    return sum(change.severity for change in match.substantive_changes)


def _build_printing_variants(printing: Printing, first: str, match: PartialMatch) -> Iterator[Variant]:
    outlet = printing.quote.article.outlet_id
    if match.is_loose:
        yield Variant(printing=printing, outlet_id=outlet, kind=PARAPHRASE, danger=CHANGE_KINDS[PARAPHRASE].severity)
    elif not match.substantive_changes:
        yield Variant(printing=printing, outlet_id=outlet, kind=NO_CHANGE)
    else:
        texts = match.printed_span.extract(first), match.pasted_span.extract(printing.text)
        for change in match.substantive_changes[:MAX_CHANGES]:
            passages = {"before": _shorten(change.a, texts[0]), "after": _shorten(change.b, texts[1])}
            yield Variant(printing=printing, outlet_id=outlet, kind=change.kind, danger=change.severity, **passages)


def _shorten(span: Span, text: str) -> str:
    words = span.extract(text).strip()
    return words if len(words) <= MAX_SHOWN_LENGTH else words[: MAX_SHOWN_LENGTH - 1] + "\N{HORIZONTAL ELLIPSIS}"
