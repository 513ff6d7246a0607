"""Why are these two quotes, or why are they not, taken for printings of the same words?

``python manage.py explain 12 57`` takes the numbers of two quotes, as the admin shows them, and prints both with what
`matching` finds: SANA's first quotation beside TASS's has "share of the shorter: 1.0". What it says is computed now,
with today's table of names; what is stored may be older (`relink` brings it up to date).
"""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from articles.engine.matching import refusal
from articles.engine.passages import read_passage
from articles.linking import compare_quotes, days_apart, same_speaker
from articles.models import Alias, Lineage, Quote


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
        for line in explained(a, b):
            self.stdout.write(f"  {line}")


def explained(a: Quote, b: Quote) -> list[str]:
    """What speaks for or against the two being printings of the same words, a line each, and where they stand."""
    aliases = Alias.objects.table()
    passages = read_passage(a.text, aliases), read_passage(b.text, aliases)
    likeness = compare_quotes(a, b, *passages)
    if likeness:
        lines = [f"They match, with a chance of {likeness.score:.1%}:"]
        lines += [f"{name}: {value:g}" for name, value in likeness.evidence().items()]
    else:
        why = refusal(*passages, same_speaker=same_speaker(a, b), days=days_apart(a, b))
        lines = [f"They do not match: {why}."]
    return [*lines, _standing(a, b)]


def _standing(a: Quote, b: Quote) -> str:
    shared = Lineage.objects.filter(printings__quote=a).filter(printings__quote=b).first()
    if shared is None:
        return "They stand in different lineages."
    return f"They stand in one lineage, {shared.code}."
