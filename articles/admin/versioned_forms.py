"""Optimistic locking for admin forms.

Whoever saves second is told which fields have changed since and what they hold now. Their own values are still in the
form, and saving once more stores them.
"""

import json
from typing import Any

from django import forms
from django.db import models


class VersionedForm(forms.ModelForm):  # of any model
    """Model form that carries the values it showed, and is refused once where they have changed since."""

    seen = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            self.initial["seen"] = json.dumps(self._serialize_row(self.instance))

    def clean(self) -> dict[str, Any] | None:
        """Compare the values shown with those stored now; the row stays locked until this form is saved."""
        cleaned = super().clean()
        if self.instance.pk and cleaned is not None:
            stored = type(self.instance)._base_manager.select_for_update().get(pk=self.instance.pk)
            now, seen = self._serialize_row(stored), _parse_seen(cleaned.pop("seen", ""))
            changed = [name for name in now if name in seen and seen[name] != now[name]]
            if changed:
                self.data = {**dict(self.data.items()), self.add_prefix("seen"): json.dumps(now)}  # to save once more
                raise forms.ValidationError([self._describe_conflict(stored, name) for name in changed])
        return cleaned

    def clean_slug(self) -> str:
        """Refuse a slug that another row had: its address leads to that row for ever."""
        slug: str = self.cleaned_data["slug"]
        if type(self.instance)._default_manager.filter(former_slugs__slug=slug).exclude(pk=self.instance.pk).exists():
            raise forms.ValidationError("This was the address of another one, and still leads there. Choose another.")
        return slug

    def _serialize_row(self, row: models.Model) -> dict[str, str]:
        """Return the values that the form shows of a row, as text."""
        fields = {field.name: field for field in row._meta.concrete_fields}
        return {name: str(fields[name].value_from_object(row)) for name in self.fields if name in fields}

    def _describe_conflict(self, stored: models.Model, name: str) -> str:
        value = getattr(stored, name)
        label = self.fields[name].label or name
        return (
            f"Somebody has changed this since you opened the page: {label} is now “{value}”. Save again to change it."
        )


def _parse_seen(seen: str) -> dict[str, Any]:
    """Parse the values that a form says it showed; nothing where they cannot be parsed."""
    try:
        values = json.loads(seen)
    except ValueError:
        return {}
    return values if isinstance(values, dict) else {}
