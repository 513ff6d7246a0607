"""How is a question put together once that is asked again and again?

Which lineages do these quotes stand in? For every article `linking` asks this and a dozen more, always in the same
words with other numbers. Django takes 0.2 to 0.8 ms to put such a question together (among a million quotes, 2 of an
article's 29 ms; most of what it takes to say that a page has not changed), so `PreparedQuery` keeps the words, in the
language of each database, and puts the numbers in::

    HOMES = CompiledQuery(lambda quotes: Printing.objects.filter(quote__among=quotes).values_list("lineage"), MANY)
    HOMES([3, 5, 8])

Left to others: what is asked (`linking`, `views.unchanged`), many numbers as one parameter (`among`).
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.db import connection
from django.db.models import QuerySet

from articles.models.db.any_lookup import encode_numbers

# What stands for a parameter while the words are put together: numbers for `among`, a text.
NUMBERS_PARAMETER, TEXT_PARAMETER = [-1_000_000_001], "WHAT IS ASKED FOR"


@dataclass(frozen=True, slots=True)
class _PreparedSql:
    """A question in SQL, its parameters with their marks, and what makes values of the cells of these columns."""

    sql: str
    parameters: tuple[Any, ...]
    converters: dict[int, Any]


class PreparedQuery:
    """A question, as `ask` makes it of these marks: a query set of ``values_list``."""

    def __init__(self, ask: Callable[..., QuerySet[Any, Any]], *marks: object) -> None:
        self._ask, self._marks = ask, marks
        self._words: dict[str, _PreparedSql] = {}

    def __call__(self, *given: Any) -> list[Any]:
        """The rows that answer it, with this in place of the marks; an iterable in place of `NUMBERS_PARAMETER`."""
        vendor = connection.vendor
        words = self._words.get(vendor) or self._prepare(vendor)
        marked = [
            (_encode_parameter(mark, vendor), _encode_parameter(each, vendor))
            for mark, each in zip(self._marks, given, strict=True)
        ]
        parameters = [next((each for mark, each in marked if mark == one), one) for one in words.parameters]
        with connection.cursor() as cursor:
            cursor.execute(words.sql, parameters)
            rows = cursor.fetchall()
        return [_convert_row(row, words.converters) for row in rows] if words.converters else rows

    def _prepare(self, vendor: str) -> _PreparedSql:
        compiler = self._ask(*self._marks).query.get_compiler(connection=connection)
        sql, parameters = compiler.as_sql()
        converters = compiler.get_converters([column[0] for column in compiler.select])
        words = self._words[vendor] = _PreparedSql(sql, tuple(parameters), converters)
        return words


def _encode_parameter(given: Any, vendor: str) -> Any:
    return encode_numbers(given, vendor) if isinstance(given, Iterable) and not isinstance(given, str) else given


def _convert_row(row: tuple[Any, ...], converters: dict[int, Any]) -> tuple[Any, ...]:
    cells = list(row)
    for place, (convert, expression) in converters.items():
        for each in convert:
            cells[place] = each(cells[place], expression, connection)
    return tuple(cells)
