"""Query sets compiled to SQL once for each database, and the lookup ``among`` for any number of integers.

For every article, linking runs a dozen queries with the same SQL and other numbers. Django takes 0.2 to 0.8 ms to
compile one (with a million quotes, 2 of an article's 29 ms; most of the time of an answer that a page has not changed),
so `PreparedQuery` keeps the SQL and fills in the numbers::

    LINEAGES = PreparedQuery(
        lambda quotes: Printing.objects.filter(quote__among=quotes).values_list("lineage"), NUMBERS_PARAMETER
    )
    LINEAGES([3, 5, 8])
"""

from collections.abc import Callable, Iterable
from typing import Any

from django.db import connection
from django.db.models import Field, ForeignKey, Lookup, QuerySet

# Placeholders for parameters while a query is compiled: numbers for `among`, further numbers, a text.
NUMBERS_PARAMETER, OTHER_NUMBERS_PARAMETER, TEXT_PARAMETER = [-1_000_000_001], [-1_000_000_002], "WHAT IS ASKED FOR"


def encode_numbers(numbers: Iterable[int], vendor: str) -> str:
    """Write numbers as the database parses a list from text, in a fraction of the driver's own time."""
    return ("{%s}" if vendor == "postgresql" else "[%s]") % ",".join(map(repr, numbers))


@Field.register_lookup
@ForeignKey.register_lookup
class AnyLookup(Lookup):
    """Equal to any of the numbers, which are sent as one parameter: ``quote__among`` is ``quote__in`` for integers.

    The SQL is the same for three numbers and for three hundred, so that it can be cached, and no list is too long.
    """

    lookup_name = "among"
    prepare_rhs = False

    def get_prep_lookup(self) -> list[int]:
        """Return the numbers as a list."""
        return list(self.rhs)

    def as_sql(self, compiler: Any, connection: Any) -> Any:
        """Compile to a JSON list on SQLite, to an array literal on PostgreSQL."""
        column, parameters = self.process_lhs(compiler, connection)
        is_array = connection.vendor == "postgresql"
        one_of = "= ANY(%s::bigint[])" if is_array else "IN (SELECT value FROM json_each(%s))"
        return f"{column} {one_of}", [*parameters, encode_numbers(self.rhs, connection.vendor)]


# SQL, its parameters with placeholders among them, and converters by column.
_PreparedSql = tuple[str, tuple[Any, ...], dict[int, Any]]


class PreparedQuery:
    """Query set of ``values_list`` that `build` makes of placeholders, compiled at its first call."""

    def __init__(self, build: Callable[..., QuerySet[Any, Any]], *placeholders: object) -> None:
        self._build, self._placeholders = build, placeholders
        self._prepared: dict[str, _PreparedSql] = {}

    def __call__(self, *arguments: Any) -> list[Any]:
        """Run the query with these arguments; an iterable of numbers in place of `NUMBERS_PARAMETER`."""
        vendor = connection.vendor
        sql, expected, converters = self._prepared.get(vendor) or self._prepare(vendor)
        values = [
            (_encode_parameter(placeholder, vendor), _encode_parameter(argument, vendor))
            for placeholder, argument in zip(self._placeholders, arguments, strict=True)
        ]
        parameters = [
            next((value for placeholder, value in values if placeholder == parameter), parameter)
            for parameter in expected
        ]
        with connection.cursor() as cursor:
            cursor.execute(sql, parameters)
            rows = cursor.fetchall()
        return [_convert_row(row, converters) for row in rows] if converters else rows

    def _prepare(self, vendor: str) -> _PreparedSql:
        compiler = self._build(*self._placeholders).query.get_compiler(connection=connection)
        sql, parameters = compiler.as_sql()
        converters = compiler.get_converters([column[0] for column in compiler.select])
        prepared = self._prepared[vendor] = sql, tuple(parameters), converters
        return prepared


def _encode_parameter(value: Any, vendor: str) -> Any:
    return encode_numbers(value, vendor) if isinstance(value, Iterable) and not isinstance(value, str) else value


def _convert_row(row: tuple[Any, ...], converters: dict[int, Any]) -> tuple[Any, ...]:
    cells = list(row)
    for column, (functions, expression) in converters.items():
        for convert in functions:
            cells[column] = convert(cells[column], expression, connection)
    return tuple(cells)
