"""Curators' preferences for the desk."""

from django.conf import settings
from django.db import models


class DeskPreference(models.Model):
    """A curator's preferences: keyboard shortcuts on or off, the score shown before deciding or not."""

    user = models.OneToOneField(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    keys = models.BooleanField(default=True)
    score = models.BooleanField(default=False)

    class Meta:
        db_table = "articles_preference"
        verbose_name = "preference"

    def __str__(self) -> str:
        return f"of {self.user}"
