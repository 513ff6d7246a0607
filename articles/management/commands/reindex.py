"""By which words is every quote found, made anew?

``python manage.py reindex`` after the product was updated, or when speakers or outlets were renamed. Broken off, it
leaves everything as it was. While it runs, no article is taken in.
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
