"""How does a lineage stand now, said in a form that can leave the site?

The rows, wordings, places and origins that the page of Lavrov's words shows, put into one frozen object with whole
addresses, and with it the revision to cite. Left to others: what is made of it (`articles.exports`), the answers
(`articles.views.downloads`).
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice

from django.db.models import F, Value
from django.db.models.functions import Greatest, Least, Substr
from django.http import HttpRequest

from articles.engine.comparison.change_kinds import CHANGE_KINDS
from articles.engine.comparison.collation import Collation
from articles.engine.comparison.collation import Place as Found
from articles.engine.descent.origins import Descent, infer_descent
from articles.exports.snapshot import (
    LineageSnapshot,
    OriginSnapshot,
    PinnedRevision,
    PlaceSnapshot,
    PrintedDate,
    PrintingSnapshot,
    ReadingSnapshot,
    SourceSnapshot,
)
from articles.exports.web_annotation import CONTEXT_CHARACTERS
from articles.models import Alias, Article, Lineage, LineageCode, Printing, Revision
from articles.presentation.descent_tree import CERTAINTY_TEXTS
from articles.presentation.printings import PrintingRow, group_by_wording, load_rows
from articles.queries.collation import collate_printings
from articles.queries.permalinks import get_newest_revision_number

SITE_NAME = "Quote provenance"
SOURCES_LISTED = 3  # of a wording, the likeliest; as many as a revision keeps

AbsoluteAddress = Callable[[str], str]  # a path with scheme and host before it


def build_snapshot(request: HttpRequest, entry: LineageCode, lineage: Lineage) -> LineageSnapshot | None:
    """How `lineage`, to which `entry` leads, stands now; None where it has no printings."""
    rows = load_rows(lineage)
    if not rows:
        return None
    whole = request.build_absolute_uri
    collation = collate_printings([row.printing for row in rows], Alias.objects.load_table())
    letters = [group.letter for group in group_by_wording(rows)]
    found = _infer_descent(collation, rows)
    around = _load_surrounding_text(lineage)
    return LineageSnapshot(
        code=lineage.code,
        address=whole(lineage.get_absolute_url()),
        site=SITE_NAME,
        site_address=whole("/"),
        printings=tuple(build_printing_snapshot(row, whole, around.get(row.key, ("", ""))) for row in rows),
        base_wording=letters[collation.base],
        base_text=collation.wordings[collation.base].text,
        places=tuple(_snapshot_places(collation, letters)),
        other_translations=tuple(letters[at] for family in collation.families for at in family),
        origins=tuple(_snapshot_origins(found, letters)),
        outlet_count=found.outlet_count,
        independent_sources=found.independent_count,
        pinned_revision=get_pinned_revision(entry, whole),
    )


def get_pinned_revision(entry: LineageCode, whole: AbsoluteAddress) -> PinnedRevision | None:
    """The revision of how a code stands; None where none was made yet."""
    newest = get_newest_revision_number(entry)
    if newest is None:
        return None
    found = Revision.objects.only("code", "number", "made").filter(code=entry, number=newest).first()
    return PinnedRevision(found.number, whole(found.get_absolute_url()), found.made) if found else None


def _infer_descent(collation: Collation, rows: Sequence[PrintingRow]) -> Descent:
    beside = Printing.objects.lineages_by_article(row.printing for row in rows)
    return infer_descent(collation, [row.printing.get_descent_facts(beside.get(row.article.pk, set())) for row in rows])


def _load_surrounding_text(lineage: Lineage) -> dict[int, tuple[str, str]]:
    """What stands before and after the words of each printing, by its quote, without reading the articles whole."""
    start, end = F("quote__start") + F("start"), F("quote__start") + F("end")
    first = Greatest(start - CONTEXT_CHARACTERS, Value(0))
    found = lineage.printings.order_by().annotate(
        before=Substr("quote__article__text", first + 1, Least(start, Value(CONTEXT_CHARACTERS))),
        after=Substr("quote__article__text", end + 1, CONTEXT_CHARACTERS),
    )
    return {quote: (before, after) for quote, before, after in found.values_list("quote", "before", "after")}


def build_printing_snapshot(
    row: PrintingRow, whole: AbsoluteAddress, around: tuple[str, str] = ("", "")
) -> PrintingSnapshot:
    """A printing; `around` is what stands before and after its words."""
    quote, article = row.quote, row.article
    return PrintingSnapshot(
        key=row.key,
        number=row.number,
        wording=row.wording,
        text=row.text,
        start=quote.start + row.printing.start,
        end=quote.start + row.printing.end,
        outlet=row.outlet.name if row.outlet else "",
        outlet_address=whole(row.outlet.get_absolute_url()) if row.outlet else "",
        headline=article.title,
        byline=article.byline,
        address=whole(quote.get_absolute_url()),
        url=article.url,
        exact_url=row.exact_address,
        published=get_print_date(article),
        language=article.language,
        speaker=quote.attribution,
        speaker_address=whole(quote.speaker.get_absolute_url()) if quote.speaker else "",
        occasion=quote.occasion,
        said_on=quote.said_on,
        credit=row.credit,
        excerpt=article.excerpt,
        before=around[0],
        after=around[1],
    )


def get_print_date(article: Article) -> PrintedDate:
    """When an article was printed, in the zone it was printed in."""
    zone = article.printed_zone
    moment = article.published.astimezone(zone) if article.published and zone else article.published
    return PrintedDate(moment, article.precision, has_zone=zone is not None)


def _snapshot_places(collation: Collation, letters: Sequence[str]) -> Iterator[PlaceSnapshot]:
    for place in collation.places:
        yield PlaceSnapshot(
            number=place.number,
            start=place.span.start,
            end=place.span.end,
            readings=tuple(_snapshot_readings(place, letters)),
            absent=_get_letters(place.absent, letters),
            inside=place.enclosing,
        )


def _snapshot_readings(place: Found, letters: Sequence[str]) -> Iterator[ReadingSnapshot]:
    for reading in place.readings:
        wordings = _get_letters(reading.wordings, letters)
        if reading.change is None:
            yield ReadingSnapshot(wordings, reading.text)
        else:
            kind = reading.change.kind
            yield ReadingSnapshot(wordings, reading.text, kind, CHANGE_KINDS[kind].label, reading.change.severity)


def _snapshot_origins(found: Descent, letters: Sequence[str]) -> Iterator[OriginSnapshot]:
    for origin in found.origins:
        sources = tuple(
            SourceSnapshot(
                "" if source.wording is None else letters[source.wording], source.unseen_outlet, tuple(source.reasons)
            )
            for source in islice(origin.sources, SOURCES_LISTED)
        )
        sure = CERTAINTY_TEXTS[origin.certainty].format(count=len(origin.sources))
        yield OriginSnapshot(letters[origin.wording], origin.certainty, sure, sources)


def _get_letters(wordings: Iterable[int], letters: Sequence[str]) -> tuple[str, ...]:
    return tuple(letters[at] for at in wordings)
