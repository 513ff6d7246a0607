"""Plain text of a lineage, for mails, notes and tickets.

The words of the base with other readings in print marks - ``spared those [-Islamic State-]{+ISIS+} groups`` - then who
printed which wording, and the address to cite. Several readings of a place are named: ``{+B: ISIS+} {+C: Daesh+}``.
Places inside a longer place are not marked again.
"""

from collections.abc import Sequence

from articles.engine.comparison.collation import Reading
from articles.engine.text.phrases import count_phrase
from articles.presentation.lineage_verdict import count_outlets, describe_credits
from articles.presentation.occasions import describe_lineage_occasion
from articles.queries.lineage_snapshot import LineageSnapshot, PrintingSnapshot


def render_plain_text(snapshot: LineageSnapshot) -> str:
    """Render a lineage as text."""
    occasion = describe_lineage_occasion(snapshot)
    outlets = count_phrase(count_outlets(snapshot.printings), "outlet")
    lines = [
        snapshot.speaker_in_words or "Speaker not named",
        *([str(occasion)] if occasion else []),
        f"{outlets}, {count_phrase(len(snapshot.wordings), 'version')}. {describe_credits(snapshot)}",
        "",
        _render_variants(snapshot),
        "",
        *(f"{each.wording}  {_format_printing(snapshot, each)}" for each in snapshot.printings),
        "",
        snapshot.citation_address,
    ]
    return "\n".join(lines) + "\n"


def _render_variants(snapshot: LineageSnapshot) -> str:
    text, position, marked = snapshot.base_text, 0, ""
    for place in snapshot.collation.places:
        if place.enclosing is None:
            base, *others = place.readings
            marked += text[position : place.span.start] + (f"[-{base.text}-]" if base.text else "")
            marked += _render_other_readings(snapshot, others)
            position = place.span.end
    return f"\u201c{marked}{text[position:]}\u201d"


def _render_other_readings(snapshot: LineageSnapshot, readings: Sequence[Reading]) -> str:
    """Mark the readings that differ from the base; a single empty one needs no mark."""
    if len(readings) == 1:
        return f"{{+{readings[0].text}+}}" if readings[0].text else ""
    return " ".join(
        f"{{+{' '.join(snapshot.get_letters(reading.wordings))}: {reading.text or 'nothing'}+}}" for reading in readings
    )


def _format_printing(snapshot: LineageSnapshot, printing: PrintingSnapshot) -> str:
    article = printing.article
    facts = (
        article.outlet_name,
        article.printed_date.in_words or "date unknown",
        f"credits {printing.credit}" if printing.credit else "",
        article.url or snapshot.get_printing_address(printing),
    )
    return ", ".join(filter(None, facts))
