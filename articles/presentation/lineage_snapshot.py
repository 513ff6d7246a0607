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

from articles.engine.comparison.change_kinds import KINDS
from articles.engine.comparison.collation import Collation
from articles.engine.comparison.collation import Place as Found
from articles.engine.descent.origins import Descent, descent
from articles.exports.snapshot import Attestation, Origin, Pin, Place, Printed, Reading, Source, Standing
from articles.exports.web_annotation import AROUND
from articles.models import Alias, Article, Code, Lineage, Printing, Revision
from articles.presentation.descent_tree import CERTAINTIES
from articles.presentation.printings import Row, groups_of, rows_of
from articles.queries.collation import collated
from articles.queries.permalinks import newest_of

SITE = "Quote provenance"
SOURCES = 3  # of a wording, the likeliest; as many as a revision keeps

Whole = Callable[[str], str]  # a path with scheme and host before it


def standing_of(request: HttpRequest, entry: Code, lineage: Lineage) -> Standing | None:
    """How `lineage`, to which `entry` leads, stands now; None where it has no printings."""
    rows = rows_of(lineage)
    if not rows:
        return None
    whole = request.build_absolute_uri
    collation = collated([row.printing for row in rows], Alias.objects.table())
    letters = [group.letter for group in groups_of(rows)]
    found = _descent(collation, rows)
    around = _around(lineage)
    return Standing(
        code=lineage.code,
        address=whole(lineage.get_absolute_url()),
        site=SITE,
        site_address=whole("/"),
        attestations=tuple(attestation_of(row, whole, around.get(row.key, ("", ""))) for row in rows),
        base=letters[collation.base],
        base_text=collation.wordings[collation.base].text,
        places=tuple(_places(collation, letters)),
        apart=tuple(letters[at] for family in collation.families for at in family),
        origins=tuple(_origins(found, letters)),
        outlets=found.outlets,
        independent=found.independent,
        pin=pin_of(entry, whole),
    )


def pin_of(entry: Code, whole: Whole) -> Pin | None:
    """The revision of how a code stands; None where none was made yet."""
    newest = newest_of(entry)
    if newest is None:
        return None
    found = Revision.objects.only("code", "number", "made").filter(code=entry, number=newest).first()
    return Pin(found.number, whole(found.get_absolute_url()), found.made) if found else None


def _descent(collation: Collation, rows: Sequence[Row]) -> Descent:
    beside = Printing.objects.lineages_beside(row.printing for row in rows)
    return descent(collation, [row.printing.described(beside.get(row.article.pk, set())) for row in rows])


def _around(lineage: Lineage) -> dict[int, tuple[str, str]]:
    """What stands before and after the words of each printing, by its quote, without reading the articles whole."""
    start, end = F("quote__start") + F("start"), F("quote__start") + F("end")
    first = Greatest(start - AROUND, Value(0))
    found = lineage.printings.order_by().annotate(
        before=Substr("quote__article__text", first + 1, Least(start, Value(AROUND))),
        after=Substr("quote__article__text", end + 1, AROUND),
    )
    return {quote: (before, after) for quote, before, after in found.values_list("quote", "before", "after")}


def attestation_of(row: Row, whole: Whole, around: tuple[str, str] = ("", "")) -> Attestation:
    """A printing; `around` is what stands before and after its words."""
    quote, article = row.quote, row.article
    return Attestation(
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
        printed=printed_of(article),
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


def printed_of(article: Article) -> Printed:
    """When an article was printed, in the zone it was printed in."""
    zone = article.printed_zone
    moment = article.published.astimezone(zone) if article.published and zone else article.published
    return Printed(moment, article.precision, zoned=zone is not None)


def _places(collation: Collation, letters: Sequence[str]) -> Iterator[Place]:
    for place in collation.places:
        yield Place(
            number=place.number,
            start=place.span.start,
            end=place.span.end,
            readings=tuple(_readings(place, letters)),
            absent=_named(place.absent, letters),
            inside=place.inside,
        )


def _readings(place: Found, letters: Sequence[str]) -> Iterator[Reading]:
    for reading in place.readings:
        wordings = _named(reading.wordings, letters)
        if reading.change is None:
            yield Reading(wordings, reading.text)
        else:
            kind = reading.change.kind
            yield Reading(wordings, reading.text, kind, KINDS[kind].label, reading.change.danger)


def _origins(found: Descent, letters: Sequence[str]) -> Iterator[Origin]:
    for origin in found.origins:
        sources = tuple(
            Source("" if source.wording is None else letters[source.wording], source.unseen, tuple(source.reasons))
            for source in islice(origin.sources, SOURCES)
        )
        sure = CERTAINTIES[origin.certainty].format(count=len(origin.sources))
        yield Origin(letters[origin.wording], origin.certainty, sure, sources)


def _named(wordings: Iterable[int], letters: Sequence[str]) -> tuple[str, ...]:
    return tuple(letters[at] for at in wordings)
