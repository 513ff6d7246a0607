"""What do others print in the place of these words, to be noted in the margin of an article?

Beside Lavrov's first quotation in SANA's article: "Aside cut silently, danger 4 of 5: not here '(life has proved they
never went back from their words)', in OffGuardian, the earliest seen". Where the article is itself the earliest, its
margin says what the others have instead. The gravest comes first.

Left to others: what differs (`articles.services.variants`, which has compared everything with the earliest), all of it
place by place (the lineage's own page).
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.db.models import QuerySet

from articles.models import Article, Departure
from articles.models.variant import SAME
from articles.presentation.outlet_statistics import bare_name
from articles.presentation.quote_lists import Listed

NOTED = 3  # of one quotation: the margin is narrow, and the lineage's page has them all
READ = 400  # departures of others, the gravest: enough for ten quotations in ten printings each

UNNAMED = "an outlet not known"


@dataclass(frozen=True, slots=True)
class Note:
    """A change between `here` and `there`, either of which may be nothing; `who` and `more` others print it so."""

    label: str
    danger: int
    here: str
    there: str
    who: str
    more: int
    earliest: bool


@dataclass(frozen=True, slots=True)
class Margin:
    """The notes beside one quotation, and how many more changes there are."""

    notes: tuple[Note, ...]
    more: int


def margins_of(article: Article, quotes: Sequence[Listed]) -> list[tuple[Listed, Margin]]:
    """Each quotation of `article` with what is noted beside it."""
    changed = Departure.objects.exclude(kind=SAME).order_by("-danger", "pk")
    own = _read(changed.filter(printing__quote__article=article))
    firsts = [each.lineage.pk for each in quotes if each.lineage and each.lineage.first_id == each.quote.pk]
    others = _read(changed.filter(printing__lineage__in=firsts)) if firsts else []
    earliest = [each.lineage.first.article_id for each in quotes if each.lineage and each.lineage.first]
    names = dict(Article.objects.filter(pk__in=earliest).values_list("pk", "outlet__name"))
    return [(each, _margin(each, own, others, names)) for each in quotes]


def _read(departures: QuerySet[Departure]) -> list[Departure]:
    return list(departures.select_related("printing", "outlet")[:READ])


def _margin(
    each: Listed, own: Iterable[Departure], others: Iterable[Departure], names: Mapping[int, str | None]
) -> Margin:
    lineage = each.lineage
    if lineage is None or lineage.first is None:
        return Margin((), 0)
    if lineage.first_id == each.quote.pk:
        notes = _of_others([one for one in others if one.printing.lineage_id == lineage.pk])
    else:
        beside = names.get(lineage.first.article_id) or UNNAMED
        mine = [one for one in own if (one.printing.lineage_id, one.printing.quote_id) == (lineage.pk, each.quote.pk)]
        once = {(one.label, bare_name(one.before), bare_name(one.after)): one for one in reversed(mine)}
        notes = [
            Note(one.label, one.danger, one.after, one.before, beside, 0, earliest=True)
            for one in sorted(once.values(), key=lambda one: (-one.danger, one.pk))
        ]
    return Margin(tuple(notes[:NOTED]), max(0, len(notes) - NOTED))


def _of_others(departures: Iterable[Departure]) -> list[Note]:
    """The changes that others made, each once, with who made it."""
    alike: defaultdict[tuple[str, str, str], list[Departure]] = defaultdict(list)
    for one in departures:
        alike[one.label, bare_name(one.before), bare_name(one.after)].append(one)
    return [_of_alike(those) for those in alike.values()]


def _of_alike(those: Sequence[Departure]) -> Note:
    first, makers = those[0], {one.outlet.name if one.outlet else UNNAMED for one in those}
    who = first.outlet.name if first.outlet else UNNAMED
    return Note(first.label, first.danger, first.before, first.after, who, len(makers) - 1, earliest=False)
