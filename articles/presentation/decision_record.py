"""A curator's decision as it is told: the words that it was about, their outlets, what it did, and how to take it back.

"Different" is told with OffGuardian's "the coalition's airstrikes" and SANA's "the airstrikes of the coalition", with
the revisions of the lineages before and after it, and with the button that undoes or redoes it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from django.db.models import Count, F, Min, QuerySet, Window
from django.db.models.functions import RowNumber
from django.urls import reverse

from articles.engine.text.aliases import Aliases
from articles.models import Alias, Article, Decision, Printing, Quote, Revision, Ruling
from articles.presentation.side_by_side import PairView, build_pair_view
from articles.queries.lineage_snapshot import number_printings

REVISIONS_LISTED = 4  # of one decision; a merge of two lineages with splits changes more
_QUOTES_SHOWN = 2
Verb = Decision.Verb


@dataclass(frozen=True, slots=True)
class RecordedRevision:
    """The revision of a lineage that a decision caused; `previous` is the number of the one before, 0 for none."""

    revision: Revision
    previous: int


@dataclass(frozen=True, slots=True)
class DecisionRecord:
    """A decision with the quotations that it was about; `more` is how many further ones it names.

    `toggled` is the decision that its button undoes: itself while it is in force, else what undid it.
    """

    decision: Decision
    quotes: tuple[Quote, ...] = ()
    more: int = 0
    article: Article | None = None
    revisions: tuple[RecordedRevision, ...] = ()
    toggled: Decision | None = None
    pair: PairView | None = None

    @property
    def is_undone(self) -> bool:
        return not self.decision.in_force

    @property
    def card_address(self) -> str:
        """The address of the card that the decision answered; empty where it answered none."""
        if self.decision.verb in (Verb.CONFIRM, Verb.REJECT, Verb.UNSURE) and len(self.quotes) == _QUOTES_SHOWN:
            return reverse("admin:review_pair", args=[quote.pk for quote in self.quotes])
        if self.decision.verb == Verb.SPEAKER and self.quotes:
            return reverse("admin:review_name", args=[self.quotes[0].pk])
        return ""


def select_own_decisions(user: int) -> QuerySet[Decision]:
    """Select the decisions of a curator, without the steps by which they undid and redid their own."""
    return Decision.objects.filter(by=user).exclude(verb=Verb.UNDO, undoes__by=user).order_by("-pk")


def build_records(decisions: Sequence[Decision]) -> list[DecisionRecord]:
    """Return the short records of these decisions, with as many queries for a hundred of them as for one."""
    roots = {decision.pk: decision.root for decision in decisions}
    numbers = {root.pk: _list_quotes(root) for root in roots.values()}
    _add_ruled_quotes(numbers)
    shown = {pk for quotes, _ in numbers.values() for pk in quotes}
    quotes = Quote.objects.select_related("speaker", "article__outlet").in_bulk(shown)
    about = {root.data["article"] for root in roots.values() if isinstance(root.data.get("article"), int)}
    articles = Article.objects.defer_texts().select_related("outlet").in_bulk(about)
    undone_by = {
        each.undoes_id: each
        for each in Decision.objects.filter(undoes__in=[each.pk for each in decisions], in_force=True).order_by("pk")
    }
    return [
        DecisionRecord(
            decision,
            tuple(quotes[pk] for pk in numbers[roots[decision.pk].pk][0] if pk in quotes),
            numbers[roots[decision.pk].pk][1],
            articles.get(roots[decision.pk].data.get("article", 0)),
            toggled=decision if decision.in_force else undone_by.get(decision.pk),
        )
        for decision in decisions
    ]


def add_details(records: Iterable[DecisionRecord]) -> list[DecisionRecord]:
    """Add to records the revisions that the decisions caused, and two quotations side by side with what differs."""
    records = list(records)
    revisions = _load_revisions([record.decision.pk for record in records])
    aliases = Alias.objects.load_table()
    return [
        replace(
            record,
            revisions=tuple(revisions.get(record.decision.pk, ())),
            pair=_build_pair(record.quotes, aliases) if len(record.quotes) == _QUOTES_SHOWN else None,
        )
        for record in records
    ]


def _build_pair(quotes: Sequence[Quote], aliases: Aliases) -> PairView:
    """Return two quotations side by side, the earlier one first."""
    ordered = sorted(quotes, key=lambda quote: quote.printing_order)
    left, right = number_printings(Printing(quote=quote, start=0, end=len(quote.text)) for quote in ordered)
    return build_pair_view(left, right, aliases)


def _list_quotes(decision: Decision) -> tuple[list[int], int]:
    """Return the first quotations that the data of a decision names, and how many there are besides."""
    data = decision.data
    named = {
        Verb.SPEAKER: [int(pk) for pk in data.get("before", ())] if decision.verb == Verb.SPEAKER else [],
        Verb.SPAN: [data.get("quote")],
        Verb.BOILERPLATE: data.get("quotes", []),
        Verb.MERGE_SPEAKERS: data.get("quotes", []),
    }.get(Verb(decision.verb), [])
    quotes = [pk for pk in named if pk]
    return quotes[:_QUOTES_SHOWN], max(len(quotes) - _QUOTES_SHOWN, 0)


def _add_ruled_quotes(numbers: dict[int, tuple[list[int], int]]) -> None:
    """Add to decisions with rulings the two quotations of the first ruling, and how many rulings there are besides."""
    ruled = Ruling.objects.filter(batch__in=numbers).values("batch").annotate(first=Min("pk"), count=Count("pk"))
    counts = {row["first"]: row["count"] for row in ruled.order_by()}
    for ruling in Ruling.objects.filter(pk__in=counts):
        numbers[ruling.batch_id] = ([ruling.a_id, ruling.b_id], counts[ruling.pk] - 1)


def _load_revisions(decisions: Iterable[int]) -> dict[int, list[RecordedRevision]]:
    """Return the first revisions that each of these decisions caused."""
    place = Window(RowNumber(), partition_by=F("batch"), order_by=F("pk").asc())
    rows = Revision.objects.filter(batch__in=decisions).annotate(place=place).filter(place__lte=REVISIONS_LISTED)
    found: dict[int, list[RecordedRevision]] = {}
    for revision in rows.defer("content").order_by("pk"):
        found.setdefault(revision.batch_id or 0, []).append(RecordedRevision(revision, revision.number - 1))
    return found
