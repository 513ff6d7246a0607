"""Rebuild the search index.

``python manage.py reindex`` is due after the program was updated, or when speakers or outlets were renamed. If it is
interrupted, everything stays as it was. While it runs, no article is stored.
"""

from typing import Any

from django.core.management.base import BaseCommand
from tqdm import tqdm

from articles.services.search_index import reindex


class Command(BaseCommand):
    help = "Make the index that search reads anew."

    def handle(self, *args: Any, **options: Any) -> None:
        with tqdm(unit=" quotes", disable=None, leave=False) as bar:
            count = reindex(progress=bar.update)
        self.stdout.write(f"{count} quotes can be searched.")
