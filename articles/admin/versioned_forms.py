"""How does a form of the admin notice that somebody else was faster?

Two curators open Sputnik's page; one corrects its country, the other its name. Each form carries what it showed, and
whoever saves second is told which fields have changed since and what they hold now. What they wrote themselves is still
in the form, and saving once more puts it in force: nothing is overwritten unawares.

Left to others: forms of the desk, whose verbs compare versions themselves (`curation`, `correcting`).
"""

import json
from typing import Any

from django import forms
from django.db import models


class VersionedForm(forms.ModelForm):  # of any model
    """A form that carries what it showed of its row, and is refused once where that has changed since."""

    seen = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            self.initial["seen"] = json.dumps(self._serialize_row(self.instance))

    def clean(self) -> dict[str, Any] | None:
        """Compare what was shown with what stands, which nobody can change until this is saved."""
        cleaned = super().clean()
        if self.instance.pk and cleaned is not None:
            standing = type(self.instance)._base_manager.select_for_update().get(pk=self.instance.pk)
            now, seen = self._serialize_row(standing), _parse_seen(cleaned.pop("seen", ""))
            changed = [name for name in now if name in seen and seen[name] != now[name]]
            if changed:
                has_seen = {self.add_prefix("seen"): json.dumps(now)}  # who saves again
                self.data = {**dict(self.data.items()), **has_seen}
                raise forms.ValidationError([self._describe_conflict(standing, name) for name in changed])
        return cleaned

    def _serialize_row(self, row: models.Model) -> dict[str, str]:
        """What the form shows of a row, as text."""
        fields = {field.name: field for field in row._meta.concrete_fields}
        return {name: str(fields[name].value_from_object(row)) for name in self.fields if name in fields}

    def _describe_conflict(self, standing: models.Model, name: str) -> str:
        value = getattr(standing, name)
        label = self.fields[name].label or name
        return (
            f"Somebody has changed this since you opened the page: {label} is now “{value}”. Save again to change it."
        )


def _parse_seen(seen: str) -> dict[str, Any]:
    """What a form says that it showed; nothing where that is not to be read."""
    try:
        read = json.loads(seen)
    except ValueError:
        return {}
    return read if isinstance(read, dict) else {}
