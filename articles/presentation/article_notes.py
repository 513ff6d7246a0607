"""Notes in the margin of an article: what other printings have in the place of its words.

Beside Lavrov's first quotation in SANA's article: "Aside cut silently, danger 4 of 5: not here '(life has proved they
never went back from their words)', in OffGuardian, the earliest seen". If the article is itself the earliest, its
margin says what the others have instead. The most serious change comes first.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.db.models import QuerySet

from articles.models import Article, Variant
from articles.models.variant import NO_CHANGE
from articles.presentation.outlet_statistics import strip_definite_article
from articles.presentation.quote_lists import QuoteRow

NOTES_LISTED = 3  # of one quotation: the margin is narrow, and the lineage's page has them all
VARIANTS_READ = 400  # departures of others, the gravest: enough for ten quotations in ten printings each

UNKNOWN_OUTLET = "an outlet not known"


@dataclass(frozen=True, slots=True)
class MarginNote:
    """A change between the words here and those of others, either of which may be nothing, with who prints it so."""

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
    """Load the notes beside each quotation of `article`."""
    changed = Variant.objects.exclude(kind=NO_CHANGE).order_by("-danger", "pk")
    own = _load_variants(changed.filter(printing__quote__article=article))
    firsts = [each.lineage.pk for each in quotes if each.lineage and each.lineage.first_id == each.quote.pk]
    others = _load_variants(changed.filter(printing__lineage__in=firsts)) if firsts else []
    earliest = [each.lineage.first.article_id for each in quotes if each.lineage and each.lineage.first]
    names = dict(Article.objects.filter(pk__in=earliest).values_list("pk", "outlet__name"))
    return [(each, _build_quote_notes(each, own, others, names)) for each in quotes]


def _load_variants(departures: QuerySet[Variant]) -> list[Variant]:
    return list(departures.select_related("printing", "outlet")[:VARIANTS_READ])


def _build_quote_notes(
    each: QuoteRow, own: Iterable[Variant], others: Iterable[Variant], names: Mapping[int, str | None]
) -> QuoteNotes:
    lineage = each.lineage
    if lineage is None or lineage.first is None:
        return QuoteNotes((), 0)
    if lineage.first_id == each.quote.pk:
        notes = _group_changes_of_others([one for one in others if one.printing.lineage_id == lineage.pk])
    else:
        beside = names.get(lineage.first.article_id) or UNKNOWN_OUTLET
        mine = [one for one in own if (one.printing.lineage_id, one.printing.quote_id) == (lineage.pk, each.quote.pk)]
        once = {
            (one.label, strip_definite_article(one.before), strip_definite_article(one.after)): one
            for one in reversed(mine)
        }
        notes = [
            MarginNote(one.label, one.danger, one.after, one.before, beside, 0, is_earliest=True)
            for one in sorted(once.values(), key=lambda one: (-one.danger, one.pk))
        ]
    return QuoteNotes(tuple(notes[:NOTES_LISTED]), max(0, len(notes) - NOTES_LISTED))


def _group_changes_of_others(departures: Iterable[Variant]) -> list[MarginNote]:
    """Group the changes that others made: each once, with who made it."""
    alike: defaultdict[tuple[str, str, str], list[Variant]] = defaultdict(list)
    for one in departures:
        alike[one.label, strip_definite_article(one.before), strip_definite_article(one.after)].append(one)
    return [_build_note_of_others(those) for those in alike.values()]


def _build_note_of_others(those: Sequence[Variant]) -> MarginNote:
    first, makers = those[0], {one.outlet.name if one.outlet else UNKNOWN_OUTLET for one in those}
    who = first.outlet.name if first.outlet else UNKNOWN_OUTLET
    return MarginNote(first.label, first.danger, first.before, first.after, who, len(makers) - 1, is_earliest=False)
