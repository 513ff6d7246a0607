"""How is a column compared with many numbers?

``Printing.objects.filter(quote__among=[3, 5, 8])`` is ``quote__in`` for numbers, sent as one parameter: the question
has the same words for three numbers and for three hundred, so it can be kept (`compiled`), and no list is too long.
"""

from collections.abc import Iterable
from typing import Any

from django.db.models import Field, ForeignKey, Lookup


def written(numbers: Iterable[float], vendor: str) -> str:
    """As a database reads a list from text, in a fraction of the time that a driver takes to write one."""
    return ("{%s}" if vendor == "postgresql" else "[%s]") % ",".join(map(repr, numbers))


@Field.register_lookup
@ForeignKey.register_lookup
class Among(Lookup):
    lookup_name = "among"
    prepare_rhs = False

    def get_prep_lookup(self) -> list[int]:
        return list(self.rhs)

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, list[Any]]:  # type: ignore[override]
        """One of the numbers."""
        column, parameters = self.process_lhs(compiler, connection)
        form = (
            "{} = ANY(%s::bigint[])" if connection.vendor == "postgresql" else "{} IN (SELECT value FROM json_each(%s))"
        )
        return form.format(column), [*parameters, written(self.rhs, connection.vendor)]
