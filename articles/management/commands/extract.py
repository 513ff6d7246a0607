"""Which words does each of these articles quote, and who said them?

``python manage.py extract articles.jsonl quotations.jsonl``: in ``{doc_id, text}``, out ``{doc_id, quotes, set_aside,
paragraphs, seconds}``, one object a line, in the order they came. A quotation is ``{start, end, text, type, closed,
speaker_text, speaker_start, speaker_end, speaker_resolved, cue, occasion, credit, rule, confidence, other_half}``:
offsets are code points into `text`, quotation marks excluded, and `other_half` is the place in ``quotes`` of the
other half of a quotation that its attribution splits. What stands between marks and is no speech - scare quotes,
titles - comes under ``set_aside`` with the rule that set it aside. No database is touched.
"""

from collections.abc import Iterable, Iterator
from time import perf_counter
from typing import Any

from articles.engine.cleaning import Paragraph
from articles.engine.extraction import Quotation, find_quotations
from articles.management.jsonlines import BadLine, JsonLinesCommand, Row, field


class Command(JsonLinesCommand):
    help = "Find quotations and their speakers: {doc_id, text} in, {doc_id, quotes, ...} out, JSON Lines."

    def answers(self, rows: Iterable[tuple[int, Row]]) -> Iterator[dict[str, Any]]:
        for number, row in rows:
            try:
                name, text = field(row, "doc_id", (str, int)), field(row, "text")
            except BadLine as problem:
                self.refuse(number, problem)
                continue
            begun = perf_counter()
            found = find_quotations(text)
            seconds = perf_counter() - begun
            yield {
                "doc_id": name,
                "quotes": [written(text, quotation) for quotation in found.quotations],
                "set_aside": [written(text, quotation) for quotation in found.set_aside],
                "paragraphs": [labelled(paragraph) for paragraph in found.paragraphs],
                "seconds": round(seconds, 6),
            }


def written(text: str, quotation: Quotation) -> dict[str, Any]:
    """A quotation as it is written out."""
    speaker, cue = quotation.speaker, quotation.cue
    return {
        "start": quotation.start,
        "end": quotation.end,
        "text": text[quotation.start : quotation.end],
        "type": quotation.type,
        "closed": quotation.closed,
        "speaker_text": speaker.text if speaker else None,
        "speaker_start": speaker.start if speaker else None,
        "speaker_end": speaker.end if speaker else None,
        "speaker_resolved": quotation.speaker_name,
        "cue": cue.text if cue else None,
        "occasion": quotation.occasion,
        "credit": quotation.credit,
        "rule": quotation.rule,
        "confidence": quotation.confidence,
        "other_half": quotation.other_half,
    }


def labelled(paragraph: Paragraph) -> dict[str, Any]:
    """A paragraph as it is written out."""
    return {"start": paragraph.start, "end": paragraph.end, "label": paragraph.label, "rule": paragraph.rule}
