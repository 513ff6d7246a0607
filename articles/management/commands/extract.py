"""Extract the quotations of articles with their speakers.

``python manage.py extract articles.jsonl quotations.jsonl``: in ``{doc_id, text, language?}``, out ``{doc_id, quotes,
set_aside, paragraphs, seconds}``, one object a line, in the order of the input. A quotation is ``{start, end, text,
type, closed, speaker_text, speaker_start, speaker_end, speaker_resolved, cue, occasion, credit, rule, confidence,
other_half}``. Offsets are code points into `text`, quotation marks excluded; `other_half` is the index in ``quotes`` of
the other half of a quotation that its attribution splits. Words between marks that are no speech, such as scare quotes
and titles, come under ``set_aside`` with the rule that set them aside. No database is used.

With ``--attributions`` the ``quotes`` are whole attributions: quotations with their halves, quoted words with the
clause they are built into ("mixed"), and what is reported without marks ("indirect"). Each has its pieces as ``spans``.
"""

from collections.abc import Iterable, Iterator
from time import perf_counter
from typing import Any

from django.core.management.base import CommandParser

from articles.engine.cleaning.paragraphs import Paragraph
from articles.engine.extraction import Extraction, Quotation, find_quotations
from articles.engine.extraction.content_spans import AttributedContent, find_attributions
from articles.importers.jsonl import InvalidLineError, JsonObject, get_field
from articles.management.jsonlines import JsonLinesCommand


class Command(JsonLinesCommand):
    help = "Find quotations and their speakers: {doc_id, text} in, {doc_id, quotes, ...} out, JSON Lines."
    whole_attributions = False

    def add_arguments(self, parser: CommandParser) -> None:
        super().add_arguments(parser)
        parser.add_argument(
            "--attributions",
            action="store_true",
            help="whole attributions, indirect speech included, each with its spans",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        self.whole_attributions = options["attributions"]
        super().handle(*args, **options)

    def process_rows(self, rows: Iterable[tuple[int, JsonObject]]) -> Iterator[dict[str, Any]]:
        for number, row in rows:
            try:
                name, text = get_field(row, "doc_id", (str, int)), get_field(row, "text")
                language = get_field(row, "language") if row.get("language") is not None else None
            except InvalidLineError as problem:
                self.refuse_line(number, problem)
                continue
            begun = perf_counter()
            found = find_quotations(text, language=language)
            contents = find_attributions(text, found) if self.whole_attributions else None
            seconds = perf_counter() - begun
            yield {"doc_id": name, **serialize_extraction(text, found, contents), "seconds": round(seconds, 6)}


def serialize_extraction(
    text: str, found: Extraction, contents: tuple[AttributedContent, ...] | None
) -> dict[str, Any]:
    """Return what was found in an article as a JSON object; `contents`, if any, replace the quotations."""
    if contents is None:
        quotes = [serialize_quotation(text, quotation) for quotation in found.quotations]
    else:
        quotes = [{**serialize_quotation(text, content.quotation), "spans": content.spans} for content in contents]
    return {
        "quotes": quotes,
        "set_aside": [serialize_quotation(text, quotation) for quotation in found.set_aside],
        "paragraphs": [serialize_paragraph(paragraph) for paragraph in found.paragraphs],
    }


def serialize_quotation(text: str, quotation: Quotation) -> dict[str, Any]:
    """Return a quotation as a JSON object."""
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


def serialize_paragraph(paragraph: Paragraph) -> dict[str, Any]:
    """Return a paragraph as a JSON object."""
    return {"start": paragraph.start, "end": paragraph.end, "label": paragraph.label, "rule": paragraph.rule}
