"""Archive files: keep how far large files are read, and when web archives saw the pages of articles.

A part of an archive counts as read only after all its articles are stored. A command that is killed goes on with the
part at hand; the articles of it that are stored already are recognized by their addresses.
"""

import hashlib
from datetime import datetime
from pathlib import Path

from django.utils import timezone

from articles.importers import ArticleDraft
from articles.importers.archive_progress import ArchiveProgress, Position
from articles.models import ArchivePosition, Article, Sighting
from articles.models.addresses import hash_url
from articles.services.article_fields import compute_text_key

HEAD_BYTES, TAIL_BYTES = 1 << 20, 1 << 16  # of a file that make its key


class StoredProgress(ArchiveProgress):
    """Progress that is kept in the database; with `again`, files are read from their beginning."""

    def __init__(self, hosts: frozenset[str] = frozenset(), *, again: bool = False) -> None:
        super().__init__(hosts)
        self.again = again
        self.finished_before: list[str] = []
        self.sightings = 0
        self._keys: dict[Path, str] = {}

    @property
    def is_used(self) -> bool:
        """Whether a large file was among those that were read."""
        return bool(self._keys)

    def is_finished(self, path: Path) -> bool:
        """Return whether the file was read to its end before."""
        if self.again or not self._find(path, finished__isnull=False):
            return False
        self.finished_before.append(str(path))
        return True

    def find_position(self, path: Path) -> Position | None:
        """Return where the next part of a file begins that was read in part."""
        row = None if self.again else self._find(path)
        return row.position if row else None

    def save_position(self, path: Path, position: Position | None) -> None:
        """Keep where the next part of a file begins."""
        state = {"name": str(path), "position": position, "finished": None if position else timezone.now()}
        ArchivePosition.objects.update_or_create(key=self._get_key(path), defaults=state)

    def note_sighting(self, address: str, seen: datetime) -> None:
        """Store that an archive saw the page of a stored article again."""
        key = hash_url(address)
        article = Article.objects.filter(url_key=key).only("pk").first() if key else None
        if article:
            self.sightings += store_sighting(article, seen)

    def note_article(self, draft: ArticleDraft, article: Article) -> None:
        """Store when an archive saw an article, if it saw the text that is stored."""
        if draft.seen and compute_text_key(draft.text) == article.text_key:
            self.sightings += store_sighting(article, draft.seen)

    def _find(self, path: Path, **state: object) -> ArchivePosition | None:
        return ArchivePosition.objects.filter(key=self._get_key(path), **state).first()

    def _get_key(self, path: Path) -> str:
        if path not in self._keys:
            self._keys[path] = compute_archive_key(path, self.hosts)
        return self._keys[path]


def store_sighting(article: Article, seen: datetime) -> bool:
    """Store when a page was seen; return False where that is known."""
    return Sighting.objects.get_or_create(article=article, seen=seen)[1]


def compute_archive_key(path: Path, hosts: frozenset[str]) -> str:
    """Hash the size and both ends of a file, and the hosts that are wanted of it."""
    with path.open("rb") as file:
        head = file.read(HEAD_BYTES)
        size = file.seek(0, 2)
        file.seek(max(0, size - TAIL_BYTES))
        tail = file.read()
    wanted = ",".join(sorted(hosts)).encode()
    digest = hashlib.sha256(f"{size}:{len(head)}:".encode())
    for part in (head, tail, wanted):
        digest.update(part)
    return digest.hexdigest()
