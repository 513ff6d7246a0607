"""Rebuild the search index, after the program was updated or speakers or outlets were renamed.

If the command is interrupted, everything stays as it was. While it runs, no article is stored.
"""

from typing import Any

from django.core.management.base import BaseCommand
from tqdm import tqdm

from articles.services.search_index import reindex


class Command(BaseCommand):
    help = "Rebuild the search index."

    def handle(self, *args: Any, **options: Any) -> None:
        with tqdm(unit=" quotes", disable=None, leave=False) as bar:
            count = reindex(progress=bar.update)
        self.stdout.write(f"{count} quotations are in the search index.")
