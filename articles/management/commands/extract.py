"""Extract the quotations of articles with their speakers.

``python manage.py extract articles.jsonl quotations.jsonl``: in ``{doc_id, text, language?}``, out ``{doc_id, quotes,
set_aside, paragraphs, seconds}``, one object a line, in the order of the input. Offsets are code points into `text`,
quotation marks excluded; `other_half` is the index in ``quotes`` of the other half of a quotation that its attribution
splits. Words between marks that are no speech, such as scare quotes and titles, come under ``set_aside``.

With ``--attributions`` the ``quotes`` are whole attributions: quotations with their halves, quoted words with the
clause they are built into ("mixed"), and what is reported without marks ("indirect"). Each has its pieces as ``spans``.
"""

from collections.abc import Iterable, Iterator
from dataclasses import asdict
from time import perf_counter
from typing import Any

from django.core.management.base import CommandParser

from articles.engine.extraction import Quotation, find_quotations
from articles.engine.extraction.content_spans import find_attributions
from articles.engine.text.mojibake import is_garbled
from articles.importers.jsonl import JsonObject, get_field
from articles.importers.text_warnings import TextWarning
from articles.management.jsonlines import JsonLinesCommand


class Command(JsonLinesCommand):
    help = "Find quotations and their speakers. Reads {doc_id, text}, writes {doc_id, quotes, ...}, as JSON Lines."
    whole_attributions = False

    def add_arguments(self, parser: CommandParser) -> None:
        super().add_arguments(parser)
        attributions = "write whole attributions, including indirect speech, each with its spans"
        parser.add_argument("--attributions", action="store_true", help=attributions)

    def handle(self, *args: Any, **options: Any) -> None:
        self.whole_attributions = options["attributions"]
        super().handle(*args, **options)

    def parse_row(self, row: JsonObject) -> tuple[str | int, str, str | None]:
        identity, text = get_field(row, "doc_id", (str, int)), get_field(row, "text")
        return identity, text, get_field(row, "language", required=False)

    def process(self, rows: Iterable[tuple[str | int, str, str | None]]) -> Iterator[dict[str, Any]]:
        for identity, text, language in rows:
            began = perf_counter()
            extraction = find_quotations(text, language=language)
            contents = find_attributions(text, extraction) if self.whole_attributions else ()
            seconds = perf_counter() - began
            if self.whole_attributions:
                quotes = [serialize_quotation(text, each.quotation) | {"spans": each.spans} for each in contents]
            else:
                quotes = [serialize_quotation(text, quotation) for quotation in extraction.quotations]
            yield {
                "doc_id": identity,
                "quotes": quotes,
                "set_aside": [serialize_quotation(text, quotation) for quotation in extraction.set_aside],
                "paragraphs": [asdict(paragraph) for paragraph in extraction.paragraphs],
                "seconds": round(seconds, 6),
                **({"warnings": [str(TextWarning.GARBLED)]} if is_garbled(text) else {}),
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
        "speaker_text": speaker and speaker.text,
        "speaker_start": speaker and speaker.start,
        "speaker_end": speaker and speaker.end,
        "speaker_resolved": quotation.speaker_name,
        "cue": cue and cue.text,
        "occasion": quotation.occasion,
        "credit": quotation.credit,
        "rule": quotation.rule,
        "confidence": quotation.confidence,
        "sure": quotation.sure,
        "other_half": quotation.other_half,
    }
