"""Filters of the admin's lists for what has too many values to list."""

from collections.abc import Iterator
from typing import Any, ClassVar

from django.contrib import admin
from django.contrib.admin.views.main import ChangeList
from django.db import models
from django.http import HttpRequest


class OutletFilter(admin.SimpleListFilter):
    """A box for a part of an outlet's name; `at` returns the filter for outlets at the end of a path of fields."""

    title = "outlet"
    parameter_name = "outlet"
    template = "admin/articles/text_filter.html"
    path: ClassVar[str] = "outlet"

    @classmethod
    def at(cls, path: str, *, title: str = "outlet") -> type["OutletFilter"]:
        """Return the filter for the outlets at `path`, as in "quote__article__outlet"."""
        name = path.replace("__", "-")
        return type("OutletFilterAt", (cls,), {"path": path, "title": title, "parameter_name": name})

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        """Return one value, so that the box is shown."""
        return [("", "")]

    def queryset(self, request: HttpRequest, queryset: models.QuerySet[Any]) -> models.QuerySet[Any]:
        """Filter by the part of the name."""
        value = self.value()
        return queryset.filter(**{f"{self.path}__name__icontains": value}).distinct() if value else queryset

    def choices(self, changelist: ChangeList) -> Iterator[Any]:
        """Yield what the box needs: the value, the other filters to keep, and the address without this one."""
        others = [(name, value) for name, value in changelist.params.items() if name != self.parameter_name]
        others += [
            (name, value)
            for name, values in changelist.filter_params.items()
            if name != self.parameter_name
            for value in values
        ]
        yield {
            "selected": bool(self.value()),
            "value": self.value() or "",
            "others": dict(others).items(),
            "query_string": changelist.get_query_string(remove=[self.parameter_name]),
        }
