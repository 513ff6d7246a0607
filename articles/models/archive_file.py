"""Archive files: how far each is read, and when archives saw the page of an article."""

from django.db import models
from django.utils import timezone

from articles.models.article import Article


class ArchivePosition(models.Model):
    """How far one archive file is read for one list of hosts, so that a command that was killed goes on there.

    The file is recognized by its content, not its name: `key` is a hash of its size, its ends and the hosts. `position`
    is where the next part begins; everything before it is stored. Articles of the part at hand may be stored already,
    and are recognized by their addresses when the part is read again.
    """

    key = models.CharField(max_length=64, unique=True)
    name = models.TextField(help_text="path of the file when it was read last")
    position = models.JSONField(null=True, help_text="member and offset; empty at the end of the file")
    begun = models.DateTimeField(default=timezone.now)
    finished = models.DateTimeField(null=True, help_text="when its end was reached")

    class Meta:
        ordering = ("-pk",)

    def __str__(self) -> str:
        return self.name


class Sighting(models.Model):
    """A moment at which a web archive saw the page of an article with the text that is stored."""

    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="sightings")
    seen = models.DateTimeField()

    class Meta:
        ordering = ("seen", "pk")
        constraints = (models.UniqueConstraint(fields=("article", "seen"), name="archive_sees_an_article_once"),)

    def __str__(self) -> str:
        return f"{self.article_id} at {self.seen:%Y-%m-%d %H:%M}"
