"""How is a column compared with many numbers?

``Printing.objects.filter(quote__among=[3, 5, 8])`` is ``quote__in`` for numbers, sent as one parameter: the question
has the same words for three numbers and for three hundred, so it can be kept (`compiled`), and no list is too long.
"""

from collections.abc import Iterable
from typing import Any

from django.db.models import Field, ForeignKey, Lookup


def encode_numbers(numbers: Iterable[int], vendor: str) -> str:
    """As a database reads a list from text, in a fraction of the time that a driver takes to write one."""
    return ("{%s}" if vendor == "postgresql" else "[%s]") % ",".join(map(repr, numbers))


@Field.register_lookup
@ForeignKey.register_lookup
class AnyLookup(Lookup):
    """One of the numbers."""

    lookup_name = "among"
    prepare_rhs = False

    def get_prep_lookup(self) -> list[int]:
        return list(self.rhs)

    def as_sql(self, compiler: Any, connection: Any) -> Any:
        """SQLite reads the list from JSON, PostgreSQL from an array in its own spelling."""
        column, parameters = self.process_lhs(compiler, connection)
        is_array = connection.vendor == "postgresql"
        one_of = "= ANY(%s::bigint[])" if is_array else "IN (SELECT value FROM json_each(%s))"
        return f"{column} {one_of}", [*parameters, encode_numbers(self.rhs, connection.vendor)]
