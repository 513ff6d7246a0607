"""Explain why two quotations are, or are not, linked as printings of the same words.

``python manage.py explain 12 57`` takes the numbers of two quotations, as the admin shows them.
"""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from articles.models import Quote
from articles.queries.match_explanation import explain


class Command(BaseCommand):
    help = "Explain why two quotations are, or are not, versions of the same words."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("quotes", nargs=2, type=int, metavar="QUOTE", help="the number of a quotation")

    def handle(self, *args: Any, **options: Any) -> None:
        stored = Quote.objects.in_context().in_bulk(options["quotes"])
        for number in options["quotes"]:
            if number not in stored:
                raise CommandError(
                    f"There is no quotation {number}. The admin site lists quotations with their numbers."
                )
        a, b = (stored[number] for number in options["quotes"])
        for quote in (a, b):
            attribution = f"{quote.attribution_in_words or 'speaker not named'}, {quote.article.outlet_name}"
            self.stdout.write(f"{quote.pk}  {attribution}: {quote.text}")
        for sentence in explain(a, b).sentences:
            self.stdout.write(f"  {sentence}")
