"""Notes in the margin of an article: what other printings have in the place of its words.

Beside SANA's quotation of Lavrov: "Aside cut silently, severity 4 of 5: left out here; '(life has proved they never
went back from their words)' in OffGuardian, the earliest version found". The margin of the earliest says what the
others have.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from articles.models import Article, Variant
from articles.models.variant import NO_CHANGE
from articles.presentation.outlet_statistics import strip_definite_article
from articles.presentation.quote_lists import QuoteRow

NOTES_LISTED = 3  # of one quotation: the margin is narrow, and the lineage's page has them all
VARIANTS_READ = 400  # departures of others, the gravest: enough for ten quotations in ten printings each

UNKNOWN_OUTLET = "an unknown outlet"
SAME_ARTICLE = "another version of this article"


@dataclass(frozen=True, slots=True)
class MarginNote:
    """A change between the words here and there, either of which may be nothing, with who prints it so."""

    label: str
    severity: int
    here: str
    there: str
    outlet_name: str
    more: int
    is_earliest: bool


@dataclass(frozen=True, slots=True)
class QuoteNotes:
    """The notes beside one quotation, and how many more changes there are."""

    notes: tuple[MarginNote, ...]
    more: int


def load_notes(article: Article, quotes: Sequence[QuoteRow]) -> list[tuple[QuoteRow, QuoteNotes]]:
    """Load the notes beside each quotation of `article`, the most serious change first."""
    changed = (
        Variant.objects.exclude(kind=NO_CHANGE).order_by("-danger", "pk").select_related("printing__quote", "outlet")
    )
    own = list(changed.filter(printing__quote__article=article)[:VARIANTS_READ])
    firsts = [each.lineage.pk for each in quotes if each.lineage and each.lineage.first_id == each.quote.pk]
    others = list(changed.filter(printing__lineage__in=firsts)[:VARIANTS_READ]) if firsts else []
    earliest = [each.lineage.first.article_id for each in quotes if each.lineage and each.lineage.first]
    names = dict(Article.objects.filter(pk__in=earliest).values_list("pk", "outlet__name"))
    names[article.pk] = SAME_ARTICLE
    return [(each, _build_quote_notes(each, own, others, names)) for each in quotes]


def _build_quote_notes(
    row: QuoteRow, own: Iterable[Variant], others: Iterable[Variant], names: Mapping[int, str | None]
) -> QuoteNotes:
    lineage = row.lineage
    if lineage is None or lineage.first is None:
        return QuoteNotes((), 0)
    if lineage.first_id == row.quote.pk:
        changes = _group_alike(variant for variant in others if variant.printing.lineage_id == lineage.pk)
        notes = [_build_note_of_others(alike, row.quote.article_id) for alike in changes]
    else:
        earliest, key = names.get(lineage.first.article_id) or UNKNOWN_OUTLET, (lineage.pk, row.quote.pk)
        changes = _group_alike(each for each in own if (each.printing.lineage_id, each.printing.quote_id) == key)
        notes = [
            MarginNote(first.label, first.danger, first.after, first.before, earliest, 0, is_earliest=True)
            for first, *_ in changes
        ]
    return QuoteNotes(tuple(notes[:NOTES_LISTED]), max(0, len(notes) - NOTES_LISTED))


def _group_alike(variants: Iterable[Variant]) -> list[list[Variant]]:
    """Group the same changes, whoever made them, in the order given."""
    alike: defaultdict[tuple[str, str, str], list[Variant]] = defaultdict(list)
    for each in variants:
        alike[each.label, strip_definite_article(each.before), strip_definite_article(each.after)].append(each)
    return list(alike.values())


def _build_note_of_others(alike: Sequence[Variant], article: int) -> MarginNote:
    first, names = alike[0], [_name_place(each, article) for each in alike]
    more = len(set(names)) - 1
    return MarginNote(first.label, first.danger, first.before, first.after, names[0], more, is_earliest=False)


def _name_place(variant: Variant, article: int) -> str:
    """Return who prints the words so: an outlet, or this article before or after it was edited."""
    if variant.printing.quote.article_id == article:
        return SAME_ARTICLE
    return variant.outlet.name if variant.outlet else UNKNOWN_OUTLET
