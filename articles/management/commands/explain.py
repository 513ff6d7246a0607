"""Explain why two quotations are, or are not, linked as printings of the same words.

``python manage.py explain 12 57`` takes the numbers of two quotations, as the admin shows them, and prints both with
the reasons. The admin's page of a match says the same.
"""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from articles.models import Quote
from articles.queries.match_explanation import explain


class Command(BaseCommand):
    help = "Say in words why two quotes are, or are not, printings of the same words."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("quotes", nargs=2, type=int, metavar="QUOTE", help="the number of a quote")

    def handle(self, *args: Any, **options: Any) -> None:
        numbers = options["quotes"]
        found = Quote.objects.in_context().in_bulk(numbers)
        for number in numbers:
            if number not in found:
                raise CommandError(f"There is no quote {number}. The admin lists them with their numbers.")
        a, b = (found[number] for number in numbers)
        for quote in (a, b):
            self.stdout.write(
                f"{quote.pk}  {quote.attribution or 'nobody named'}, {quote.article.outlet_name}: {quote.text}"
            )
        for sentence in explain(a, b).sentences:
            self.stdout.write(f"  {sentence}")
