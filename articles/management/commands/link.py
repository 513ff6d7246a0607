"""Group quotations into lineages of the same words.

``python manage.py link quotes.jsonl lineages.jsonl``: in ``{id, text, speaker?, date?, outlet?}``, out ``{id,
lineage_id, also?, parent}``, one object a line, in the order of the input. `lineage_id` is the id of the first
quotation of the lineage. `parent` is the id of the earlier printing whose words this one most likely follows, null for
the first; it is a guess. A block that prints several statements together is a printing in several lineages:
`lineage_id` is the one that most of it belongs to, `also` lists the others. Speakers are told apart by their surnames.
A date is ISO 8601; one that cannot be read counts as unknown.

``--spark`` links on many machines, or with ``--master local[2]`` on the cores of this one, and gives the same lineages
without `parent`. IN is then a file or folder of JSON Lines, or of Parquet if its name ends in ``.parquet``; OUT is a
new folder of the same format. ``spark-submit manage.py link --spark IN OUT`` does the same where Spark is managed
otherwise.
"""

import gc
import os
from collections.abc import Iterable, Iterator
from typing import Any

from django.core.management.base import CommandError, CommandParser

from articles.importers.jsonl import InvalidLineError, JsonObject, QuotationRecord, parse_quotation
from articles.management.jsonlines import JsonLinesCommand


class Command(JsonLinesCommand):
    help = "Group versions of the same quotation. Reads {id, text, speaker?, date?}, writes {id, lineage_id, parent}."
    workers = 1

    def add_arguments(self, parser: CommandParser) -> None:
        super().add_arguments(parser)
        parser.add_argument(
            "--workers", type=int, default=os.cpu_count() or 1, help="number of processes (default: all cores)"
        )
        parser.add_argument("--spark", action="store_true", help="run as an Apache Spark job; OUT is a new folder")
        master = "where --spark runs: spark://..., yarn, local[2] (default: as submitted, or on this machine)"
        parser.add_argument("--master", help=master)

    def handle(self, *args: Any, **options: Any) -> None:
        if options["spark"]:
            self.link_on_spark(options["input"], options["output"], options["master"])
            return
        self.workers = options["workers"]
        self.ids: dict[str | int, None] = {}
        gc.disable()  # nothing here refers to itself, and looking for what does takes a tenth of the time
        try:
            super().handle(*args, **options)
        finally:
            gc.enable()

    def link_on_spark(self, source: str, target: str, master: str | None) -> None:
        """Link as a Spark job."""
        from articles.spark.session import SparkUnavailableError, open_session

        if "-" in (source, target):
            raise CommandError("--spark needs a path to read and a folder to write: link --spark IN OUT.")
        try:
            with open_session(master) as spark:
                from articles.spark.job import InvalidPathError, link

                try:
                    outcome = link(spark, str(source), str(target), report_step=self.stdout.write)
                except InvalidPathError as problem:
                    raise CommandError(str(problem)) from problem
        except SparkUnavailableError as problem:
            raise CommandError(str(problem)) from problem
        for line in outcome.problems:
            self.stderr.write(line)
        if outcome.refused:
            rows = f"{outcome.refused} rows were" if outcome.refused > 1 else "1 row was"
            raise CommandError(f"{rows} left out; the first of them are listed above.")

    def parse_row(self, row: JsonObject) -> QuotationRecord:
        """Return the quotation in a row; an id may be used once."""
        quotation = parse_quotation(row)
        if quotation.id in self.ids:
            raise InvalidLineError(f'"id" {quotation.id!r} was used before; every id must be unique')
        self.ids[quotation.id] = None
        return quotation

    def process(self, rows: Iterable[QuotationRecord]) -> Iterator[dict[str, Any]]:
        import numpy as np

        from articles.engine.linking import batch

        texts: dict[str, str] = {}  # what is printed a thousand times is kept once
        quotes = [batch.QuoteRecord(texts.setdefault(row.text, row.text), row.speaker, row.day) for row in rows]
        del texts
        ids = list(self.ids)
        self.ids.clear()
        order = np.argsort([np.inf if quote.day is None else quote.day for quote in quotes], kind="stable")
        by_day = [quotes[place] for place in order.tolist()]
        del quotes
        wordings = batch.find_wordings(by_day, workers=self.workers)
        links = batch.find_links(wordings, workers=self.workers)
        homes = batch.assign_lineages(wordings, batch.cluster_wordings(wordings, links, workers=self.workers))
        del links
        main_lineages = [homes[wording][0] for wording in wordings.by_quote]
        sources = batch.infer_sources(by_day, main_lineages, workers=self.workers)
        rank = np.empty(len(order), np.int64)
        rank[order] = np.arange(len(order))
        id_of = [ids[place] for place in order.tolist()]
        first = [id_of[place] for place in wordings.first_quotes]
        for identity, place in zip(ids, rank.tolist(), strict=True):
            source = sources[place]
            home, *others = (first[home] for home in homes[wordings.by_quote[place]])
            answer: dict[str, Any] = {"id": identity, "lineage_id": home}
            answer |= {"also": others} if others else {}
            yield answer | {"parent": None if source is None else id_of[source]}
