"""Blocking index: the newest quotes that have a pair of content words ("regime" before "change") near each other.

Only this module reads and writes the table: one statement each, because one article concerns hundreds of rows.
`articles.engine.linking.fingerprints` says which pairs a passage has.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from operator import itemgetter
from typing import Any

from django.db import connection, models

from articles.engine.linking.fingerprints import MAX_POSTINGS, Postings
from articles.models.db.batched import batched
from articles.models.db.prepared_query import encode_numbers
from articles.models.quote import Quote

PairRow = tuple[int, int, int]  # place, rank, quote
ROWS_PER_BATCH = 50_000  # sent together when the whole index is written


class RowIdField(models.BigIntegerField):  # type: ignore[type-arg]  # parameters of the stubs alone
    """Primary key that is SQLite's rowid, without another index; SQLite demands the type name "integer" for that."""

    def db_type(self, connection: Any) -> str:
        """Return "integer" on SQLite and "bigint" on PostgreSQL."""
        return "integer" if connection.vendor == "sqlite" else "bigint"


class WordPairQuerySet(models.QuerySet["WordPair"]):
    """Reading and writing posting lists."""

    def load_postings(self, keys: Collection[int]) -> dict[int, Postings]:
        """Load the posting list of each of these keys; keys without quotes are left out."""
        firsts = [key * MAX_POSTINGS for key in sorted(keys)]
        with connection.cursor() as cursor:
            cursor.execute(_SELECT_SQL[connection.vendor], [encode_numbers(firsts, connection.vendor)])
            rows = cursor.fetchall()
        if connection.vendor == "postgresql":
            return {first // MAX_POSTINGS: Postings(count, tuple(quotes)) for first, count, quotes in rows}
        by_key: dict[int, list[tuple[int, int]]] = {}
        for place, rank, quote in sorted(rows, key=itemgetter(1)):
            by_key.setdefault(place // MAX_POSTINGS, []).append((rank, quote))
        return {key: Postings(ranked[-1][0] + 1, tuple(quote for _, quote in ranked)) for key, ranked in by_key.items()}

    def save_postings(self, postings: Mapping[int, Postings], before: Mapping[int, Postings]) -> None:
        """Write the quotes that `postings` has and `before` has not."""
        rows = [row for key, known in postings.items() for row in _iter_new_rows(key, known, before.get(key))]
        rows.sort()  # always in one order, so that two writers cannot deadlock
        with connection.cursor() as cursor:
            if connection.vendor == "postgresql":
                columns = [[row[place] for row in rows] for place in range(3)]
                cursor.execute(_UPSERT_SQL["postgresql"], [encode_numbers(column, "postgresql") for column in columns])
            else:
                cursor.executemany(_UPSERT_SQL["sqlite"], rows)

    def replace_postings(self, newest: Iterable[tuple[int, int, int]]) -> None:
        """Replace the whole table by these (key, rank, quote): the newest quotes of each key, keys in order."""
        with connection.cursor() as cursor:
            cursor.execute("DELETE FROM articles_wordpair")
        self.insert_postings(newest)

    def insert_postings(self, newest: Iterable[tuple[int, int, int]]) -> None:
        """Insert these (key, rank, quote), none of which exists."""
        rows = ((compute_place(key, rank), rank, quote) for key, rank, quote in newest)
        with connection.cursor() as cursor:
            if connection.vendor == "postgresql":
                with cursor.copy("COPY articles_wordpair (place, rank, quote_id) FROM STDIN") as copy:
                    for batch in batched(rows, ROWS_PER_BATCH):
                        copy.write("".join([f"{place}\t{rank}\t{quote}\n" for place, rank, quote in batch]))
            else:
                for batch in batched(rows, ROWS_PER_BATCH):
                    cursor.executemany(_INSERT_SQL, batch)


_INSERT_SQL = "INSERT INTO articles_wordpair (place, rank, quote_id) VALUES (%s, %s, %s)"
_ON_CONFLICT_SQL = "ON CONFLICT (place) DO UPDATE SET rank = excluded.rank, quote_id = excluded.quote_id"
_UPSERT_SQL = {
    "sqlite": f"{_INSERT_SQL} {_ON_CONFLICT_SQL}",
    "postgresql": f"""
        INSERT INTO articles_wordpair (place, rank, quote_id)
        SELECT * FROM unnest(%s::bigint[], %s::integer[], %s::bigint[]) {_ON_CONFLICT_SQL}
    """,
}
# The slots of a key are adjacent, so each key is one short scan of the primary key.
_SELECT_SQL = {
    "sqlite": f"""
        SELECT place, rank, quote_id FROM json_each(%s) AS wanted
        CROSS JOIN articles_wordpair WHERE place BETWEEN wanted.value AND wanted.value + {MAX_POSTINGS - 1}
    """,
    "postgresql": f"""
        SELECT first, count, quotes FROM unnest(%s::bigint[]) AS wanted (first)
        CROSS JOIN LATERAL (
            SELECT max(rank) + 1 AS count, array_agg(quote_id ORDER BY rank) AS quotes FROM (
                SELECT rank, quote_id FROM articles_wordpair
                WHERE place BETWEEN wanted.first AND wanted.first + {MAX_POSTINGS - 1}
                ORDER BY place LIMIT {MAX_POSTINGS}
            ) AS pair
        ) AS known WHERE count IS NOT NULL
    """,
}


def _iter_new_rows(key: int, known: Postings, before: Postings | None) -> Iterator[PairRow]:
    added = min(len(known.newest), known.count - (before.count if before else 0))
    for back in range(added):
        rank = known.count - 1 - back
        yield compute_place(key, rank), rank, known.newest[-1 - back]


def compute_place(key: int, rank: int) -> int:
    """Return the slot of the quote that was the `rank`-th to have this pair of words, counted from 0."""
    return key * MAX_POSTINGS + rank % MAX_POSTINGS


class WordPair(models.Model):
    """A quote under a blocking key: a pair of words, or the words as a whole.

    Each key has `MAX_POSTINGS` slots, overwritten in turn (a ring buffer), so that neither a lookup nor the table grows
    with common phrases; `rank` says how many quotes had the key before. An index, not a record: a row may outlive its
    quote, and readers skip it until it is overwritten.
    """

    place = RowIdField(primary_key=True, help_text="the number of the pair of words, and a slot of it")
    rank = models.PositiveIntegerField()
    quote = models.ForeignKey(Quote, on_delete=models.DO_NOTHING, related_name="+", db_constraint=False, db_index=False)

    objects = WordPairQuerySet.as_manager()

    def __str__(self) -> str:
        return f"{self.place // MAX_POSTINGS:x} in quote {self.quote_id}"
